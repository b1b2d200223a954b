// SPDX-License-Identifier: Apache-2.0
// why, impact, propose and the sweep of both engines, from outside: each number again from `align`.
#include "tests/cli/samples.h"

#include <set>

namespace alignscope::test {
namespace {

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

// `align` with one more override; overlap of its own goes through a scenario file.
Json aligned(const Sample& sample, const std::string& scenario)
{
    const std::string file = sample.folder.write("one.json", scenario);
    return parsed(alignscope(sample.command("align", {"--scenario", file, "--json", "-"})));
}

TEST(Why, everySlot_endsWhereAlignEnds)
{
    const Sample sample;
    const std::vector<std::string> scenario = {"--elementwise", "large", "--force-overlap"};
    const Json table = parsed(alignscope(with(sample.command("align", {"--json", "-"}), scenario)));
    for (const Json& slot : table.at("slots")) {
        const std::string id = slot.at("id");
        const Json why = parsed(alignscope(with(sample.command("why", {id, "--json", "-"}), scenario)));
        EXPECT_EQ(why.at("schema"), "alignscope-why/1");
        EXPECT_EQ(why.at("slot"), id);
        for (const std::string key : {"state", "master", "scale", "offset"}) EXPECT_EQ(why.at("after").at(key), slot.at(key)) << id;
        const Json none;
        const Json* change = &none;
        for (const Json& c : table.at("changes"))
            if (c.at("slot") == id) change = &c;
        std::vector<std::size_t> steps;
        for (const Json& step : why.at("steps"))
            if (step.at("kind") == "step") steps.push_back(step.at("index"));
        EXPECT_EQ(why.at("steps")[0].at("kind"), "loaded");
        if (change->is_null()) {
            EXPECT_TRUE(steps.empty()) << id;
        } else {
            EXPECT_EQ(why.at("before"), change->at("before")) << id;
            EXPECT_EQ(why.at("bits_lost"), change->at("bits_lost")) << id;
            EXPECT_EQ(Json(steps), change->at("cause")) << id;
        }
    }
}

TEST(Why, textOfAChange_namesTheCauseAndTheWidestInput)
{
    const Sample sample;
    const Finished done = alignscope(sample.command("why", {"Conv3:in:0", "--elementwise", "large", "--force-overlap"}));
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_NE(done.out.find("because Add1 aligned to large with overlap."), std::string::npos) << done.out;
    EXPECT_NE(done.out.find("The widest is Add1:in:"), std::string::npos) << done.out;
    EXPECT_NE(done.out.find("  1  Loaded: Conv3:in:0 "), std::string::npos) << done.out;
}

TEST(Why, operationsAndTensors_areAcceptedAndNearNamesSuggested)
{
    const Sample sample;
    EXPECT_EQ(parsed(alignscope(sample.command("why", {"Add1", "--json", "-"}))).at("slot"), "Add1:out:0");
    const Json table = parsed(alignscope(sample.command("inspect", {"--json", "-"})));
    for (const Json& slot : table.at("slots"))
        if (slot.at("id") == "Conv2:out:0") {
            const std::string tensor = slot.at("tensor");
            EXPECT_EQ(parsed(alignscope(sample.command("why", {tensor, "--json", "-"}))).at("slot"), "Conv2:out:0");
        }
    const Finished byHand = alignscope(sample.command("why", {"Conv1:out:0", "--engine", "strict", "--bind", "Conv1:out:0=Conv2:out:0"}));
    EXPECT_NE(byHand.out.find("because Conv1:out:0 is bound to Conv2:out:0 by hand"), std::string::npos) << byHand.out;
    EXPECT_NE(byHand.out.find("joins the set of Conv2:out:0, bound to it by hand."), std::string::npos) << byHand.out;
    const Finished wrong = alignscope(sample.command("why", {"Ad1:in:0"}));
    EXPECT_EQ(wrong.code, 1);
    EXPECT_NE(wrong.err.find("Add1:in:0"), std::string::npos) << wrong.err;
    EXPECT_TRUE(isOneSentence(wrong.err)) << wrong.err;
}

TEST(Impact, prices_areThoseOfAlignWithTheOverride)
{
    const Sample sample;
    const Json impact = parsed(alignscope(sample.command("impact", {"--elementwise", "large", "--json", "-"})));
    EXPECT_EQ(impact.at("schema"), "alignscope-impact/1");
    ASSERT_FALSE(impact.at("impacts").empty());
    std::size_t last = impact.at("impacts")[0].at("moved").at("slots");
    std::set<std::string> farthest; // who moves most, and whoever moves as much
    for (const Json& one : impact.at("impacts"))
        if (one.at("moved").at("slots") == last && one.at("error").is_null()) farthest.insert(one.at("operation").get<std::string>());
    EXPECT_EQ(impact.at("farthest").get<std::set<std::string>>(), farthest);
    for (const Json& one : impact.at("impacts")) {
        EXPECT_LE(one.at("moved").at("slots").get<std::size_t>(), last);
        last = one.at("moved").at("slots");
        Json override = {{"method", one.at("method")}};
        if (!one.at("overlap").is_null()) override["overlap"] = one.at("overlap");
        Json settings = impact.at("settings");
        settings["overrides"][one.at("operation").get<std::string>()] = override;
        const Json then = aligned(sample, Json{{"schema", "alignscope-scenario/1"}, {"settings", settings}}.dump());
        const auto delta = [&](const char* key) {
            return then.at("summary").at(key).get<int>() - impact.at("summary").at(key).get<int>();
        };
        EXPECT_EQ(one.at("price").at("requantize_edges"), delta("requantize_edges_after"));
        EXPECT_EQ(one.at("price").at("misaligned_operations"), delta("misaligned_operations_after"));
        EXPECT_EQ(one.at("price").at("broken_promises"), delta("broken_promises"));
    }
}

TEST(Propose, writtenScenario_givesTheLastSummary)
{
    const Sample sample;
    for (const std::string goal : {"edges", "loss", "promises"}) {
        const std::string out = sample.folder.path(goal + ".json");
        const Finished done = alignscope(sample.command("propose", {"--goal", goal, "--json", "-", "--out", out}));
        ASSERT_EQ(done.code, 0) << done.err;
        const Json found = parsed(done);
        EXPECT_EQ(found.at("schema"), "alignscope-proposals/1");
        EXPECT_EQ(found.at("complete"), true);
        EXPECT_EQ(found.at("proposals").empty(), goal != "edges"); // nothing is aligned: only inputs disagree
        const Json then = parsed(alignscope(sample.command("align", {"--scenario", out, "--json", "-"})));
        const Json& end = found.at("proposals").empty() ? found.at("summary") : found.at("proposals").back().at("summary");
        EXPECT_EQ(then.at("summary"), end);
        EXPECT_EQ(then.at("settings"), found.at("scenario").at("settings"));
    }
}

TEST(Sweep, bothEngines_areTheTwoSweepsOneBehindTheOther)
{
    const Sample sample;
    const Json both = parsed(alignscope(sample.command("sweep", {"--engine", "both", "--json", "-"})));
    Json expected = Json::array();
    for (const std::string engine : {"ppq", "strict"}) {
        const Json one = parsed(alignscope(sample.command("sweep", {"--engine", engine, "--json", "-"})));
        EXPECT_EQ(one.at("engine"), engine);
        for (const Json& combination : one.at("combinations")) {
            EXPECT_EQ(combination.at("engine"), engine);
            expected.push_back(combination);
        }
    }
    EXPECT_EQ(both.at("engine"), "both");
    EXPECT_EQ(both.at("combinations"), expected);
    const Finished text = alignscope(sample.command("sweep", {"--engine", "both"}));
    EXPECT_NE(text.out.find("at the least loss:"), std::string::npos) << text.out;
}

} // namespace
} // namespace alignscope::test

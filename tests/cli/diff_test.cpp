// SPDX-License-Identifier: Apache-2.0
// alignscope diff from outside: engines, orders, scenarios, two models.
#include "tests/cli/samples.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <cmath>

namespace alignscope::test {
namespace {

Json slotOf(const Json& comparison, const std::string& id)
{
    for (const Json& slot : comparison.at("slots"))
        if (slot.at("slot") == id) return slot;
    return {};
}

// A scenario with one method for elementwise operations.
std::string scenarioFile(const Sample& sample, const std::string& method)
{
    return sample.folder.write(method + ".json", R"({"schema": "alignscope-scenario/1", "engine": "ppq", "settings": {"elementwise": )"
                                                     + jsonText(method) + "}}");
}

TEST(Diff, engines_everySlotCarriesItsQuirk)
{
    const Sample sample;
    const Finished done = alignscope(sample.command("diff", {"--engines", "--elementwise", "large", "--json", "-"}));
    EXPECT_EQ(done.code, 0) << done.err;
    const Json json = parsed(done);
    EXPECT_EQ(json.at("schema"), "alignscope-diff/1");
    EXPECT_EQ(json.at("kind"), "engines");
    const Json& comparison = json.at("comparisons").at(0);
    EXPECT_EQ(comparison.at("from").at("name"), "strict");
    EXPECT_EQ(comparison.at("to").at("name"), "ppq");
    const Json input = slotOf(comparison, "Add1:in:0");
    ASSERT_FALSE(input.is_null());
    EXPECT_NEAR(input.at("to").at("scale").get<double>() / input.at("from").at("scale").get<double>(), 256.0 / 255.0, 1e-6);
    ASSERT_EQ(input.at("reasons").size(), 1U);
    EXPECT_EQ(input.at("reasons").at(0).at("quirk"), 9);
    EXPECT_EQ(input.at("reasons").at(0).at("operation"), "Add1");
    for (const Json& slot : comparison.at("slots")) EXPECT_FALSE(slot.at("reasons").empty()) << slot;
    EXPECT_EQ(comparison.at("summary").at("slots"), comparison.at("slots").size());
    // The engine that is named does not turn the comparison round.
    EXPECT_EQ(alignscope(sample.command("diff", {"--engines", "--elementwise", "large", "--engine", "strict", "--json", "-"})).out,
              done.out);
}

TEST(Diff, engines_textNamesSlotsQuirksAndReasons)
{
    const Sample sample;
    const Finished done = alignscope(sample.command("diff", {"--engines", "--elementwise", "large"}));
    EXPECT_EQ(done.code, 0);
    for (const char* part : {"strict -> ppq", "Add1:in:0", "x1.004", "9 (Add1)", "Quirk 9"})
        EXPECT_NE(done.out.find(part), std::string::npos) << part << "\n" << done.out;
}

TEST(Diff, orders_compareTopologicalAndReversedWithTheFile)
{
    const Sample sample("concat_concat/PPL_CUDA_INT8");
    const Json json = parsed(alignscope(sample.command("diff", {"--orders", "--concat", "large", "--force-overlap", "--json", "-"})));
    EXPECT_EQ(json.at("kind"), "orders");
    ASSERT_EQ(json.at("comparisons").size(), 2U);
    EXPECT_EQ(json.at("comparisons").at(0).at("from").at("name"), "topological");
    EXPECT_EQ(json.at("comparisons").at(0).at("slots").size(), 0U); // the file is sorted
    EXPECT_EQ(json.at("comparisons").at(1).at("from").at("name"), "reversed");
    EXPECT_GT(json.at("comparisons").at(1).at("slots").size(), 0U);
    const Json strict = parsed(alignscope(
        sample.command("diff", {"--orders", "--concat", "large", "--force-overlap", "--engine", "strict", "--json", "-"})));
    for (const Json& comparison : strict.at("comparisons")) EXPECT_TRUE(comparison.at("slots").empty());
}

TEST(Diff, scenarios_areTheTwoFiles)
{
    const Sample sample;
    const std::string none = scenarioFile(sample, "none");
    const std::string large = scenarioFile(sample, "large");
    const Finished done = alignscope(sample.command("diff", {"--scenario", none, "--scenario", large, "--json", "-"}));
    ASSERT_EQ(done.code, 0) << done.err;
    const Json comparison = parsed(done).at("comparisons").at(0);
    const Json aligned = parsed(alignscope(sample.command("align", {"--elementwise", "large", "--json", "-"})));
    ASSERT_EQ(comparison.at("slots").size(), aligned.at("changes").size());
    for (std::size_t i = 0; i < comparison.at("slots").size(); ++i) {
        EXPECT_EQ(comparison.at("slots").at(i).at("slot"), aligned.at("changes").at(i).at("slot"));
        EXPECT_EQ(comparison.at("slots").at(i).at("from"), aligned.at("changes").at(i).at("before"));
        EXPECT_EQ(comparison.at("slots").at(i).at("to"), aligned.at("changes").at(i).at("after"));
    }
}

TEST(Diff, scenarios_threeFiles_theOthersAgainstTheFirst)
{
    const Sample sample;
    const std::string none = scenarioFile(sample, "none");
    const std::string large = scenarioFile(sample, "large");
    const std::string output = scenarioFile(sample, "output");
    const Json all = parsed(alignscope(sample.command("diff", {"--scenario", none, "--scenario", large, "--scenario", output, "--json", "-"})));
    ASSERT_EQ(all.at("comparisons").size(), 2U);
    EXPECT_EQ(all.at("comparisons").at(1).at("from").at("name"), none);
    EXPECT_EQ(all.at("comparisons").at(1).at("to").at("name"), output);
    const Json two = parsed(alignscope(sample.command("diff", {"--scenario", none, "--scenario", output, "--json", "-"})));
    EXPECT_EQ(all.at("comparisons").at(1), two.at("comparisons").at(0));
    EXPECT_NE(all.at("comparisons").at(0).at("slots"), all.at("comparisons").at(1).at("slots"));
}

// An exported model is what its scenario says: aligned here, loaded there, nothing differs.
TEST(Diff, models_anAlignedModelAndItsExport_agreeInScales)
{
    const Sample sample("concat_concat/PPL_CUDA_INT8");
    const std::string out = sample.folder.path("aligned.onnx");
    ASSERT_EQ(alignscope(sample.command("align", {"--concat", "output", "--force-overlap", "--out", out})).code, 0);
    const Finished done = alignscope({"diff", sample.model, out, "--quant", sample.quant, "--concat", "output", "--force-overlap", "--json", "-"});
    ASSERT_EQ(done.code, 0) << done.err;
    const Json json = parsed(done);
    EXPECT_EQ(json.at("kind"), "models");
    EXPECT_EQ(json.at("comparisons").at(0).at("summary").at("parameters"), 0) << done.out.substr(0, 3000);
    // ... and without the scenario it is the alignment that differs.
    const Json loaded = parsed(alignscope({"diff", sample.model, out, "--quant", sample.quant, "--json", "-"}));
    EXPECT_GT(loaded.at("comparisons").at(0).at("summary").at("parameters").get<int>(), 0);
}

TEST(Diff, models_unrelated_listsWhatHasNoCounterpart)
{
    const Sample doc;
    const Sample concat("concat_concat/PPL_CUDA_INT8");
    const Finished done = alignscope({"diff", doc.model, concat.model, "--quant", doc.quant, "--other-quant", concat.quant, "--json", "-"});
    ASSERT_EQ(done.code, 0) << done.err;
    const Json comparison = parsed(done).at("comparisons").at(0);
    const auto lists = [&](const char* side, const char* id) {
        const auto& all = comparison.at(side).at("operations");
        return std::find(all.begin(), all.end(), id) != all.end();
    };
    EXPECT_TRUE(lists("unmatched_from", "Add1"));
    EXPECT_TRUE(lists("unmatched_to", "Concat_3"));
    const Finished text = alignscope({"diff", doc.model, concat.model, "--quant", doc.quant, "--other-quant", concat.quant});
    EXPECT_NE(text.out.find("no operation in common"), std::string::npos) << text.out;
    EXPECT_EQ(text.out.find("no slot differs"), std::string::npos) << text.out;
}

TEST(Diff, otherConfigOfTheSameModel_isASecondModel)
{
    const Sample sample;
    const Finished done = alignscope(sample.command("diff", {"--other-quant", sample.quant}));
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_NE(done.out.find("no slot differs"), std::string::npos) << done.out;
}

TEST(Diff, withoutAnythingToCompare_isAUsageError)
{
    const Sample sample;
    for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{{}, {"--engines", "--orders"}, {sample.model, "--engines"}}) {
        const Finished done = alignscope(sample.command("diff", more));
        EXPECT_EQ(done.code, 1);
        EXPECT_TRUE(isOneSentence(done.err)) << done.err;
        EXPECT_TRUE(done.out.empty());
    }
    EXPECT_EQ(alignscope(sample.command("diff", {"--engines", "--concat", "input"})).code, 1); // no method of Concat
    EXPECT_EQ(alignscope({"diff", sample.model, "/nowhere.onnx"}).code, 2);
    EXPECT_EQ(alignscope(sample.command("diff", {"--engines", "--json", sample.quant})).code, 4); // would replace the input
}

} // namespace
} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/samples.h"

#include "tests/support/onnx_builder.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace alignscope::test {
namespace {

std::vector<std::string> settingWords(const GoldenSetting& setting)
{
    std::vector<std::string> words;
    for (const Family family : kFamilies) {
        words.push_back("--" + std::string(toText(family)));
        words.emplace_back(toText(setting.scenario.method(family)));
    }
    words.emplace_back(setting.scenario.forceOverlap == Overlap::On ? "--force-overlap" : "--no-force-overlap");
    return words;
}

std::vector<std::uint32_t> bitsOf(const Json& json)
{
    std::vector<std::uint32_t> bits;
    if (json.is_array())
        for (const Json& value : json) bits.push_back(std::bit_cast<std::uint32_t>(static_cast<float>(value.get<double>())));
    else if (!json.is_null())
        bits.push_back(std::bit_cast<std::uint32_t>(static_cast<float>(json.get<double>())));
    return bits;
}

std::vector<std::uint32_t> bitsOf(const std::vector<float>& values)
{
    std::vector<std::uint32_t> bits;
    for (const float value : values) bits.push_back(std::bit_cast<std::uint32_t>(value));
    return bits;
}

// As a caller compares: by the printed text alone.
std::string tableDifference(const Json& table, const GoldenCase& golden, const GoldenTable& expected)
{
    if (table.at("slots").size() != expected.size()) return "number of slots";
    std::size_t i = 0;
    for (const Json& slot : table.at("slots")) {
        const GoldenValue& value = expected[i];
        const std::string id = golden.slots->id(SlotId(i++));
        const Json master = value.root == GoldenValue::kNone ? Json() : Json(golden.slots->id(SlotId(value.root)));
        if (slot.at("id") != id || slot.at("state") != toText(value.state) || slot.at("master") != master
            || bitsOf(slot.at("scale")) != bitsOf(value.scale) || bitsOf(slot.at("offset")) != bitsOf(value.offset))
            return id + ": " + slot.dump();
    }
    return {};
}

class AlignSample : public testing::TestWithParam<const char*> {};

TEST_P(AlignSample, everySetting_isTheReferenceFromJsonAndFromATable)
{
    const Sample sample(GetParam());
    const std::string table = sample.folder.path("table.json");
    ASSERT_EQ(alignscope(sample.command("inspect", {"--json", table})).code, 0);
    for (const GoldenSetting& setting : sample.golden.settings) {
        for (const std::string& quant : {sample.quant, table}) {
            std::vector<std::string> words = {"align", sample.model, "--quant", quant, "--json", "-"};
            for (const std::string& word : settingWords(setting)) words.push_back(word);
            const Finished done = alignscope(words);
            const bool stops = setting.error || setting.passiveError;
            EXPECT_EQ(done.code, stops ? 5 : 0) << setting.name() << done.err;
            // With nothing aligned the loaded table stays, passive parameters included.
            const bool identity = setting.scenario.isIdentity();
            EXPECT_EQ(tableDifference(parsed(done), sample.golden,
                                      identity ? sample.golden.beforeValues : setting.afterPassive), "")
                << setting.name();
            EXPECT_EQ(done.err.empty(), !stops) << done.err;

            words.emplace_back("--no-passive");
            EXPECT_EQ(tableDifference(parsed(alignscope(words)), sample.golden, setting.after), "") << setting.name();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Reference, AlignSample,
                         testing::Values("doc_example/PPL_CUDA_INT8", "doc_example/PPL_DSP_INT8",
                                         "concat_concat/PPL_CUDA_INT8", "resize_fanout/PPL_CUDA_INT8"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::replace(name.begin(), name.end(), '/', '_');
                             return name;
                         });

Json settingsOf(const std::vector<std::string>& words) { return parsed(alignscope(words)).at("settings"); }

TEST(AlignOptions, explicitOnes_winOverThePresetWhereverTheyStand)
{
    const Sample sample;
    for (const auto& words : {sample.command("align", {"--preset", "ppq-setting", "--elementwise", "output",
                                                       "--no-force-overlap", "--json", "-"}),
                              sample.command("align", {"--no-force-overlap", "--elementwise", "output", "--json", "-",
                                                       "--preset", "ppq-setting"})}) {
        const Json settings = settingsOf(words);
        EXPECT_EQ(settings.at("elementwise"), "output");
        EXPECT_EQ(settings.at("concat"), "output");
        EXPECT_EQ(settings.at("resize"), "output");
        EXPECT_EQ(settings.at("force_overlap"), false);
    }
}

TEST(AlignOptions, scenarioFile_comesBeforePresetAndOptions)
{
    const Sample sample;
    const std::string file = sample.folder.write("s.json",
        R"({"schema": "alignscope-scenario/1", "settings": {"elementwise": "large", "pooling": "input",
            "force_overlap": true, "overrides": {"Add1": {"method": "output", "overlap": "off"}}}})");
    const Json alone = settingsOf(sample.command("align", {"--scenario", file, "--json", "-"}));
    EXPECT_EQ(alone.at("elementwise"), "large");
    EXPECT_EQ(alone.at("overrides").at("Add1").at("overlap"), "off");
    const Json both = settingsOf(sample.command("align", {"--concat", "large", "--scenario", file, "--json", "-"}));
    EXPECT_EQ(both.at("concat"), "large");
    EXPECT_EQ(both.at("pooling"), "input");
}

TEST(AlignOptions, override_actsOnItsOperationAlone)
{
    const Sample sample;
    const Json table = parsed(alignscope(sample.command("align", {"--override", "Add1=output", "--json", "-"})));
    EXPECT_EQ(table.at("settings").at("overrides").at("Add1").at("method"), "output");
    const auto output = std::find_if(sample.golden.settings.begin(), sample.golden.settings.end(), [](const auto& s) {
        return s.name() == "output/none/none/none f0";
    });
    ASSERT_NE(output, sample.golden.settings.end()); // its only elementwise operation
    EXPECT_EQ(tableDifference(table, sample.golden, output->afterPassive), "");
}

TEST(AlignOptions, overrideWithOverlap_isReadFromTheRight)
{
    const Sample sample;
    const auto overrides = [&](const std::string& word) {
        return parsed(alignscope(sample.command("align", {"--override", word, "--json", "-"}))).at("settings").at("overrides");
    };
    EXPECT_EQ(overrides("Add1=large,overlap=on").at("Add1").dump(), R"({"method":"large","overlap":"on"})");
    EXPECT_EQ(overrides("Add1=overlap=off").at("Add1").dump(), R"({"overlap":"off"})");
    EXPECT_EQ(overrides("Add1=inherit,overlap=on").at("Add1").dump(), R"({"overlap":"on"})");
    EXPECT_TRUE(overrides("Add1=inherit").empty());
}

TEST(AlignOptions, editsByHand_areHonouredByTheStrictEngine)
{
    const Sample sample;
    const Json table = parsed(alignscope(sample.command(
        "align", {"--engine", "strict", "--elementwise", "output", "--force-overlap", "--bind", "Conv3:out:0=Conv1:out:0", "--pin",
                  "Conv1:in:0=0.25,0", "--exclude", "Conv2:out:0=Add1:in:1", "--json", "-"})));
    std::map<std::string, Json> slots;
    for (const Json& slot : table.at("slots")) slots[slot.at("id")] = slot;
    EXPECT_EQ(slots.at("Conv3:out:0").at("master"), slots.at("Conv1:out:0").at("master"));
    EXPECT_EQ(slots.at("Conv3:out:0").at("scale"), slots.at("Conv1:out:0").at("scale"));
    EXPECT_EQ(slots.at("Conv1:in:0").at("scale"), 0.25);
    EXPECT_EQ(slots.at("Conv2:out:0").at("master"), "Conv2:out:0");
    EXPECT_NE(slots.at("Conv2:out:0").at("scale"), slots.at("Add1:in:1").at("scale"));
}

TEST(AlignOptions, editsByHandThatAreNotLegal_areUsageErrorsThatSayWhy)
{
    const Sample sample;
    const auto refused = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--json", "-"});
        const Finished done = alignscope(sample.command("align", words));
        EXPECT_EQ(done.code, 1) << done.out.substr(0, 200);
        EXPECT_TRUE(isOneSentence(done.err)) << done.err;
        return done.err;
    };
    EXPECT_NE(refused({"--bind", "Conv3:out:0=Conv1:out:0"}).find("switch to the strict engine"), std::string::npos);
    EXPECT_NE(refused({"--engine", "strict", "--bind", "Conv3:out:0=Conv9:out:0"}).find("Conv9:out:0"), std::string::npos);
    EXPECT_NE(refused({"--engine", "strict", "--pin", "Conv3:out:0=-1,0"}).find("positive"), std::string::npos);
    EXPECT_NE(refused({"--engine", "strict", "--pin", "Conv3:out:0=abc"}).find("SLOT=SCALE,OFFSET"), std::string::npos);
    EXPECT_NE(refused({"--engine", "strict", "--exclude", "Conv2:out:0=Add1:in:1"}).find("not aligned"), std::string::npos);
    EXPECT_NE(refused({"--engine", "strict", "--bind", "Conv3"}).find("SLOT=MASTER"), std::string::npos);
}

TEST(AlignOptions, editsByHandOfAScenarioFile_areWarningsWhereTheyHaveNoPlace)
{
    const Sample sample;
    const std::string file = sample.folder.write("scenario.json", R"({"schema": "alignscope-scenario/1", "engine": "strict",
        "bindings": [{"slot": "Nobody:out:0", "master": "Conv1:out:0"}], "pins": [], "excluded_edges": []})");
    const Finished done = alignscope(sample.command("align", {"--scenario", file, "--json", "-"}));
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_NE(parsed(done).at("warnings").dump().find("Nobody:out:0"), std::string::npos);
}

TEST(AlignOptions, overrides_splitAtTheLastEqualsSignAndRepeat)
{
    const ScratchFolder folder;
    OnnxBuilder builder;
    builder.input("x");
    const std::string a = builder.quantized("x", {.scales = {0.5}});
    builder.node("Relu", {a}, {"r"}, "Relu1");
    const std::string r = builder.quantized("r", {.scales = {0.25}});
    builder.node("Add", {a, r}, {"s"}, "block=1:a/Add");
    const std::string s = builder.quantized("s", {.scales = {0.75}});
    builder.node("Add", {s, r}, {"t"}, "Add2");
    builder.output(builder.quantized("t", {.scales = {0.125}}));
    const std::string model = folder.write("m.onnx", builder.bytes());
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"align", "--override", "block=1:a/Add=large", "--override", "Add2=output", model,
                                   "--json", "-"},
          std::vector<std::string>{"align", "--override", "block=1:a/Add=large", "Add2=output", model, "--json", "-"}}) {
        const Finished done = alignscope(words);
        ASSERT_EQ(done.code, 0) << done.err;
        const Json overrides = parsed(done).at("settings").at("overrides");
        EXPECT_EQ(overrides.at("block=1:a/Add").at("method"), "large");
        EXPECT_EQ(overrides.at("Add2").at("method"), "output");
    }
}

TEST(AlignOptions, unknownOverride_isAWarningInTheTable)
{
    const Sample sample;
    const Json table = parsed(alignscope(sample.command("align", {"--override", "Nobody=large", "--json", "-"})));
    ASSERT_EQ(table.at("warnings").size(), 1U);
    EXPECT_NE(table.at("warnings")[0].get<std::string>().find("Nobody"), std::string::npos);
}

TEST(Align, engineError_printsThePartialTableAndEndsWithFive)
{
    const Sample sample;
    Json table = parsed(alignscope(sample.command("inspect", {"--json", "-"})));
    for (Json& slot : table["slots"])
        if (slot["id"] == "Add1:in:1") slot["policy"] = {"PER_CHANNEL", "LINEAR", "SYMMETRICAL"};
    const std::string quant = sample.folder.write("table.json", table.dump());
    const Finished done = alignscope({"align", sample.model, "--quant", quant, "--elementwise", "large", "--json", "-"});
    EXPECT_EQ(done.code, 5);
    EXPECT_TRUE(isOneSentence(done.err)) << done.err;
    const Json result = parsed(done);
    EXPECT_EQ(result.at("error").at("kind"), "AssertionError");
    EXPECT_EQ(result.at("error").at("operation"), "Add1");
    EXPECT_EQ(result.at("slots").size(), sample.golden.before.size());
}

TEST(Align, tableOfAnAlignedModel_isReadWithoutLoss)
{
    const Sample sample("concat_concat/PPL_CUDA_INT8");
    const std::string aligned = sample.folder.path("aligned.json");
    ASSERT_EQ(alignscope(sample.command("align", {"--preset", "ppq-setting", "--json", aligned})).code, 0);
    const Json first = Json::parse(readMaybeGzip(aligned));
    const Json again = parsed(alignscope({"inspect", sample.model, "--quant", aligned, "--json", "-"}));
    EXPECT_EQ(again.at("slots"), first.at("slots"));
    EXPECT_NE(again.at("warnings").dump().find("already aligned"), std::string::npos);
}

// A Q/DQ model of the reference in a folder of the test's own.
struct QdqSample {
    QdqSample()
        : model(folder.write("net.onnx", readMaybeGzip(std::string(ALIGNSCOPE_TEST_DATA)
                                                       + "/golden/doc_example/PPL_CUDA_INT8/before.qdq.onnx")))
    {
    }
    ScratchFolder folder;
    std::string model;
};

TEST(AlignOut, writtenModel_containsTheAlignmentThatWasPrinted)
{
    const QdqSample sample;
    const std::string out = sample.folder.path("aligned.onnx");
    const Finished done = alignscope({"align", sample.model, "--elementwise", "output", "--json", "-", "--out", out});
    ASSERT_EQ(done.code, 0) << done.err;
    const Json table = parsed(done);
    const Json read = parsed(alignscope({"inspect", out, "--json", "-"}));
    ASSERT_EQ(read.at("slots").size(), table.at("slots").size());
    for (std::size_t i = 0; i < read.at("slots").size(); ++i) {
        EXPECT_EQ(read.at("slots")[i].at("scale"), table.at("slots")[i].at("scale")) << table.at("slots")[i].at("id");
        EXPECT_EQ(read.at("slots")[i].at("offset"), table.at("slots")[i].at("offset"));
    }
}

TEST(AlignOut, nothingAligned_copiesTheBytes)
{
    const QdqSample sample;
    const std::string out = sample.folder.path("same.onnx");
    EXPECT_EQ(alignscope({"align", sample.model, "--out", out}).code, 0);
    EXPECT_EQ(readMaybeGzip(out), readMaybeGzip(sample.model));
}

TEST(AlignOut, existingFile_needsForceAndTheSourceIsNeverReplaced)
{
    const QdqSample sample;
    const std::string before = readMaybeGzip(sample.model);
    const std::string out = sample.folder.write("old.onnx", "old");
    const std::vector<std::string> words = {"align", sample.model, "--elementwise", "large", "--out", out};
    const Finished refused = alignscope(words);
    EXPECT_EQ(refused.code, 4);
    EXPECT_TRUE(isOneSentence(refused.err)) << refused.err;
    EXPECT_EQ(readMaybeGzip(out), "old");
    auto forced = words;
    forced.emplace_back("--force");
    EXPECT_EQ(alignscope(forced).code, 0);
    EXPECT_NE(readMaybeGzip(out), "old");
    EXPECT_EQ(alignscope({"align", sample.model, "--elementwise", "large", "--out", sample.model, "--force"}).code, 4);
    EXPECT_EQ(readMaybeGzip(sample.model), before);
}

// The scenario travels: out of the model, its sidecar and a session comes the same outcome again.
TEST(AlignOut, scenario_isReadBackFromModelSidecarAndSession)
{
    const QdqSample sample;
    const std::string out = sample.folder.path("aligned.onnx");
    const std::vector<std::string> choice = {"--elementwise", "large", "--force-overlap", "--override", "Add1=output"};
    std::vector<std::string> words = {"align", sample.model, "--json", "-", "--sidecar", "--out", out};
    words.insert(words.end(), choice.begin(), choice.end());
    const Finished done = alignscope(words);
    ASSERT_EQ(done.code, 0) << done.err;
    const std::string sidecar = sample.folder.path("aligned.scenario.json");
    const std::string session = sample.folder.write(
        "s.alignscope",
        R"({"schema": "alignscope-session/1", "model": {"path": "net.onnx"}, "scenarios": [{"name": "a#b", "scenario": )"
            + readMaybeGzip(sidecar) + "}]}");
    for (const std::string& source : {out, sidecar, session + "#a#b"}) {
        const Finished again = alignscope({"align", sample.model, "--scenario", source, "--json", "-"});
        EXPECT_EQ(again.code, 0) << source << again.err;
        EXPECT_EQ(again.out, done.out) << source;
    }
    // Without a name it is the current scenario, which this session does not say.
    EXPECT_NE(alignscope({"align", sample.model, "--scenario", session, "--json", "-"}).out, done.out);
    const Finished unknown = alignscope({"align", sample.model, "--scenario", session + "#c"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_TRUE(isOneSentence(unknown.err)) << unknown.err;
    EXPECT_NE(unknown.err.find("a#b"), std::string::npos) << unknown.err;
    const Finished plain = alignscope({"align", sample.model, "--scenario", sample.model});
    EXPECT_EQ(plain.code, 2);
    EXPECT_TRUE(isOneSentence(plain.err)) << plain.err;
}

TEST(AlignOut, sidecarThatExists_needsForceAndNothingIsWrittenBeforeIt)
{
    const QdqSample sample;
    const std::string out = sample.folder.path("aligned.onnx");
    const std::string sidecar = sample.folder.write("aligned.scenario.json", "mine");
    std::vector<std::string> words = {"align", sample.model, "--elementwise", "large", "--out", out, "--sidecar"};
    EXPECT_EQ(alignscope(words).code, 4);
    EXPECT_FALSE(std::filesystem::exists(out));
    EXPECT_EQ(readMaybeGzip(sidecar), "mine");
    words.emplace_back("--force");
    EXPECT_EQ(alignscope(words).code, 0);
    EXPECT_NE(readMaybeGzip(sidecar), "mine");
}

TEST(AlignOut, engineError_writesNothing)
{
    const Sample sample;
    Json table = parsed(alignscope(sample.command("inspect", {"--json", "-"})));
    for (Json& slot : table["slots"])
        if (slot["id"] == "Add1:in:1") slot["policy"] = {"PER_CHANNEL", "LINEAR", "SYMMETRICAL"};
    const std::string quant = sample.folder.write("table.json", table.dump());
    const std::string out = sample.folder.path("out.onnx");
    EXPECT_EQ(alignscope({"align", sample.model, "--quant", quant, "--elementwise", "large", "--out", out}).code, 5);
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(Sweep, oneCombinationForEachMethodOfTheFamiliesThatAreThere)
{
    const Sample sample("resize_fanout/PPL_CUDA_INT8");
    const Json sweep = parsed(alignscope(sample.command("sweep", {"--json", "-"})));
    EXPECT_EQ(sweep.at("schema"), "alignscope-sweep/1");
    EXPECT_EQ(sweep.at("combinations").size(), sample.golden.settings.size());
    for (const Json& combination : sweep.at("combinations")) {
        std::vector<std::string> words = sample.command("align", {"--json", "-"});
        for (const std::string family : {"elementwise", "concat", "pooling", "resize"}) {
            words.push_back("--" + family);
            words.push_back(combination.at("settings").at(family));
        }
        if (combination.at("settings").at("force_overlap")) words.emplace_back("--force-overlap");
        EXPECT_EQ(parsed(alignscope(words)).at("summary"), combination.at("summary"));
    }
}

TEST(Sweep, allFourFamilies_give162)
{
    const ScratchFolder folder;
    OnnxBuilder builder;
    builder.input("x");
    const std::string x = builder.quantized("x", {.scales = {0.5}});
    builder.node("Relu", {x}, {"r"}, "Relu1");
    const std::string r = builder.quantized("r", {.scales = {0.25}});
    builder.node("Add", {x, r}, {"s"}, "Add1");
    const std::string s = builder.quantized("s", {.scales = {0.75}});
    builder.node("GlobalAveragePool", {s}, {"p"}, "Pool1");
    const std::string p = builder.quantized("p", {.scales = {0.375}});
    builder.tensor("scales", onnx_type::kFloat, {4}, {1, 1, 2, 2});
    builder.node("Resize", {p, "", "scales"}, {"z"}, "Resize1");
    const std::string z = builder.quantized("z", {.scales = {0.3125}});
    builder.node("Concat", {z, s}, {"c"}, "Concat1").attribute("axis", std::int64_t{1});
    builder.output(builder.quantized("c", {.scales = {0.875}}));
    const std::string model = folder.write("m.onnx", builder.bytes());
    const Finished done = alignscope({"sweep", model, "--json", "-"});
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(parsed(done).at("combinations").size(), 162U);
}

TEST(Inspect, floatModel_isAnEmptyTable)
{
    const Sample sample;
    const Finished done = alignscope({"inspect", sample.model, "--json", "-"});
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(parsed(done).at("slots").size(), 0U);
}

} // namespace
} // namespace alignscope::test

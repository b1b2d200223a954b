// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/io/quant_file.h"
#include "tests/support/golden.h"
#include "tests/support/gzip.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) { return fs::exists(path) || fs::exists(path + ".gz"); }

Result<AppliedQuantFile> readOnto(const std::string& content, const std::shared_ptr<const Graph>& graph)
{
    const ScratchFolder folder;
    const auto file = readQuantFile(folder.write("config.json", content));
    if (!file) return tl::unexpected<Error>(file.error());
    return applyQuantFile(**file, graph);
}

bool has(const std::vector<Message>& notices, MessageCode code)
{
    return std::any_of(notices.begin(), notices.end(), [&](const Message& m) { return m.code == code; });
}

std::string schemeDifference(const TqcTable& table, const SlotList& expected)
{
    for (std::uint32_t i = 0; i < expected.size(); ++i) {
        const Slot& a = table.slots()[SlotId(i)];
        const Slot& b = expected[SlotId(i)];
        // The axis of a slot that does not quantize is not in the file.
        const bool axisUnknown = table.state(SlotId(i)) == TqcState::Fp32;
        Scheme scheme = a.scheme;
        if (axisUnknown) scheme.channelAxis = b.scheme.channelAxis;
        if (scheme != b.scheme || a.parameter != b.parameter || a.data != b.data || a.tensor != b.tensor)
            return expected.id(SlotId(i));
    }
    return {};
}

TEST(PpqJson, before_isTheReferenceTableAtEverySlot)
{
    std::size_t compared = 0;
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        const std::string json = golden.folder + "/before.json";
        if (!exists(json)) continue;
        const auto applied = readOnto(readMaybeGzip(json), golden.graph);
        ASSERT_TRUE(applied) << golden.name << ": " << sentence(applied.error());
        EXPECT_EQ(difference(applied->table, golden.beforeValues, Pointers::RootsOnly), "") << golden.name;
        EXPECT_EQ(schemeDifference(applied->table, *golden.slots), "") << golden.name;
        for (std::uint32_t i = 0; i < golden.before.size(); ++i)
            EXPECT_EQ(applied->table.record(SlotId(i)).visibility, golden.before.record(SlotId(i)).visibility)
                << golden.name << " " << golden.slots->id(SlotId(i));
        EXPECT_TRUE(applied->notices.empty()) << golden.name << ": " << sentence(applied->notices.front());
        ++compared;
    }
    EXPECT_GT(compared, 0U);
}

TEST(PpqJson, operations_standInTheOrderOfTheFile)
{
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        if (!exists(golden.folder + "/before.json")) continue;
        const ScratchFolder folder;
        const auto file = readQuantFile(folder.write("c.json", readMaybeGzip(golden.folder + "/before.json")));
        ASSERT_TRUE(file);
        std::vector<std::string> quantized;
        for (std::uint32_t op = 0; op < golden.graph->operationCount(); ++op)
            if (golden.slots->quantized(OpId(op))) quantized.push_back(golden.graph->operation(OpId(op)).id);
        EXPECT_EQ((*file)->operations(), quantized) << golden.name;
    }
}

// The state that a file of an aligned graph holds: alignment and the passive pass.
const GoldenSetting* exportedSetting(const GoldenCase& golden, bool overlap)
{
    for (const GoldenSetting& setting : golden.settings) {
        const Scenario& s = setting.scenario;
        const auto is = [&](Family family, Method method) {
            // An axis without an operation stays at None in the reference.
            return s.method(family) == method
                || std::none_of(golden.settings.begin(), golden.settings.end(), [&](const GoldenSetting& other) {
                       return other.scenario.method(family) == method;
                   });
        };
        if ((s.forceOverlap == Overlap::On) == overlap && is(Family::Elementwise, Method::Large)
            && is(Family::Concat, Method::Output) && s.method(Family::Pooling) == Method::None
            && is(Family::Resize, Method::Output))
            return &setting;
    }
    return nullptr;
}

TEST(PpqJson, alignedFile_keepsItsLinksAndSaysThatItIsAligned)
{
    std::size_t compared = 0;
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        for (const bool overlap : {false, true}) {
            const std::string json = golden.folder + (overlap ? "/align_f1.json" : "/align_f0.json");
            const GoldenSetting* setting = exportedSetting(golden, overlap);
            if (!exists(json) || !setting) continue;
            const auto applied = readOnto(readMaybeGzip(json), golden.graph);
            ASSERT_TRUE(applied) << golden.name;
            EXPECT_EQ(difference(applied->table, setting->afterPassive, Pointers::RootsOnly), "")
                << golden.name << " " << setting->name();
            const bool changed = !difference(golden.before, setting->afterPassive, Pointers::RootsOnly).empty();
            EXPECT_EQ(has(applied->notices, MessageCode::QuantAlreadyAligned), changed) << golden.name;
            ++compared;
        }
    }
    EXPECT_GT(compared, 0U);
}

TEST(PpqJson, copiedFile_keepsEveryValueThoughItsPassiveLinksAreLost)
{
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        const GoldenSetting* setting = exportedSetting(golden, true);
        const std::string json = golden.folder + "/align_f1.copied.json";
        if (!exists(json) || !setting) continue;
        const auto applied = readOnto(readMaybeGzip(json), golden.graph);
        ASSERT_TRUE(applied) << golden.name;
        const bool aligned = has(applied->notices, MessageCode::QuantAlreadyAligned);
        EXPECT_EQ(has(applied->notices, MessageCode::QuantLinksLost), aligned) << golden.name;
        for (std::uint32_t i = 0; i < golden.before.size(); ++i) {
            const GoldenValue& value = setting->afterPassive[i];
            EXPECT_TRUE(sameParameters(applied->table.effective(SlotId(i)),
                                       {value.scale, value.offset, value.perChannel}))
                << golden.name << " " << golden.slots->id(SlotId(i));
            EXPECT_EQ(applied->table.state(SlotId(i)), value.state) << golden.slots->id(SlotId(i));
        }
    }
}

TEST(PplJson, before_hasTheScalesOfTheReferenceWhereTheVariableIsExported)
{
    std::size_t files = 0;
    std::size_t wrong = 0;
    std::size_t total = 0;
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        const std::string json = golden.folder + "/before.ppl.json";
        if (!exists(json)) continue;
        const auto applied = readOnto(readMaybeGzip(json), golden.graph);
        ASSERT_TRUE(applied) << golden.name << ": " << sentence(applied.error());
        EXPECT_TRUE(has(applied->notices, MessageCode::QuantPplLosses));
        ++files;
        for (std::uint32_t i = 0; i < golden.before.size(); ++i) {
            const GoldenValue& value = golden.beforeValues[i];
            const Slot& slot = (*golden.slots)[SlotId(i)];
            if (slot.parameter || value.scale.empty()) continue;
            const SlotId here = applied->table.slots().findId(golden.slots->id(SlotId(i)));
            ++total;
            if (!here || !sameParameters(applied->table.effective(here), {value.scale, value.offset, false})) ++wrong;
        }
    }
    if (files == 0) GTEST_SKIP() << "the shared reference data is not there";
    // A variable whose slots differ keeps one entry: that is what the notice says.
    EXPECT_LE(wrong * 50, total) << wrong << " of " << total;
}

// --- one operation that reads a variable twice ---------------------------------------------

constexpr const char* kPolicy =
    R"("policy": {"PER_TENSOR": true, "LINEAR": true, "SYMMETRICAL": true, "PER_CHANNEL": false},)";

std::string entry(const std::string& variable, const std::string& state, int hash, int dominator)
{
    return "\"" + variable + "\": {\"bit_width\": 8, " + kPolicy + "\"state\": \"" + state
        + "\", \"quant_min\": -128, \"quant_max\": 127, \"hash\": " + std::to_string(hash)
        + ", \"dominator\": " + std::to_string(dominator) + "}";
}

std::string value(int hash, const std::string& scale)
{
    return "\"" + std::to_string(hash) + "\": {\"scale\": " + scale + ", \"zero_point\": 0.0}";
}

std::shared_ptr<const Graph> doubledGraph()
{
    GraphBuilder builder;
    const auto node = [&](const char* type, const char* name, std::vector<std::string> in, const char* out) {
        Operation operation;
        operation.name = name;
        operation.type = type;
        std::vector<TensorId> inputs;
        for (const std::string& tensor : in) inputs.push_back(builder.tensor(tensor));
        builder.add(std::move(operation), std::move(inputs), {builder.tensor(out)});
    };
    node("Conv", "C", {"x", "w"}, "c");
    node("Add", "A", {"c", "c"}, "a");
    builder.info(builder.tensor("w")).kind = TensorKind::Constant;
    builder.addGraphInput(builder.tensor("x"));
    builder.addGraphOutput(builder.tensor("a"));
    return std::move(builder).build(OperationOrder::AsAdded).value().graph;
}

std::string doubled(const std::string& convOut, const std::string& addIn, const std::string& values)
{
    return R"({"configs": {"C": {)" + entry("x", "ACTIVATED", 1, 1) + ", " + entry("w", "ACTIVATED", 2, 2) + ", "
        + convOut + "}, \"A\": {" + addIn + ", " + entry("a", "ACTIVATED", 5, 5) + "}}, \"values\": {"
        + value(1, "0.5") + ", " + value(2, "0.25") + ", " + values + "}}";
}

TEST(PpqJson, operandReadTwice_firstFollowsItsProducerAndIsReported)
{
    const auto applied = readOnto(doubled(entry("c", "ACTIVATED", 3, 3), entry("c", "ACTIVATED", 4, 4),
                                          value(3, "0.125") + ", " + value(4, "0.0625") + ", " + value(5, "1.5")),
                                  doubledGraph());
    ASSERT_TRUE(applied) << sentence(applied.error());
    const TqcTable& table = applied->table;
    const SlotId first = table.slots().findId("A:in:0");
    const SlotId second = table.slots().findId("A:in:1");
    EXPECT_EQ(table.state(first), TqcState::Overlapped);
    EXPECT_EQ(table.root(first), table.slots().findId("C:out:0"));
    EXPECT_EQ(table.state(second), TqcState::Activated);
    EXPECT_EQ(table.effective(second).scale[0], 0.0625F);
    EXPECT_TRUE(has(applied->notices, MessageCode::QuantVariableTwice));
}

TEST(PpqJson, operandReadTwice_alignedToLargeIsTheMasterThatTheFileOnlyValues)
{
    // in:0 was made master (hash 9); only its values are in the file.
    const auto applied = readOnto(doubled(entry("c", "PASSIVE", 3, 9), entry("c", "PASSIVE", 4, 9),
                                          value(9, "0.75") + ", " + value(5, "1.5")),
                                  doubledGraph());
    ASSERT_TRUE(applied) << sentence(applied.error());
    const TqcTable& table = applied->table;
    const SlotId first = table.slots().findId("A:in:0");
    EXPECT_EQ(table.dominator(first), first);
    EXPECT_EQ(table.state(first), TqcState::Passive);
    EXPECT_EQ(table.root(table.slots().findId("A:in:1")), first);
    EXPECT_EQ(table.root(table.slots().findId("C:out:0")), first);
    EXPECT_EQ(table.effective(table.slots().findId("C:out:0")).scale[0], 0.75F);
}

TEST(PpqJson, operandReadTwice_ownRootKeepsTheValuesAtItsPlace)
{
    // The producer does not quantize, so nothing could bind in:0: hash 8 is its own.
    const auto applied = readOnto(doubled(entry("c", "FP32", 3, 3), entry("c", "ACTIVATED", 4, 4),
                                          value(8, "0.3125") + ", " + value(4, "0.0625") + ", " + value(5, "1.5")),
                                  doubledGraph());
    ASSERT_TRUE(applied) << sentence(applied.error());
    const TqcTable& table = applied->table;
    const SlotId first = table.slots().findId("A:in:0");
    EXPECT_EQ(table.dominator(first), first);
    EXPECT_EQ(table.state(first), TqcState::Activated);
    EXPECT_EQ(table.effective(first).scale[0], 0.3125F);
}

// --- odd and hostile files -----------------------------------------------------------------

TEST(PpqJson, masterThatPointsNowhere_isReportedAndKeepsItsValues)
{
    const auto applied = readOnto(doubled(entry("c", "ACTIVATED", 3, 3), entry("c", "ACTIVATED", 4, 4),
                                          value(3, "0.125") + ", " + value(4, "0.0625")),
                                  doubledGraph());
    ASSERT_TRUE(applied);
    EXPECT_TRUE(has(applied->notices, MessageCode::QuantValueMissing)); // a has no scale
    const auto nowhere = readOnto(doubled(entry("c", "OVERLAPPED", 3, 77), entry("c", "ACTIVATED", 4, 4),
                                          value(77, "0.875") + ", " + value(5, "1")),
                                  doubledGraph());
    ASSERT_TRUE(nowhere);
    const SlotId out = nowhere->table.slots().findId("C:out:0");
    EXPECT_EQ(nowhere->table.effective(out).scale.size(), 1U);
}

TEST(PpqJson, hashCycle_isReportedAndHasNoRoot)
{
    const auto applied = readOnto(doubled(entry("c", "OVERLAPPED", 3, 5), entry("c", "ACTIVATED", 4, 4),
                                          value(4, "0.0625")) , doubledGraph());
    ASSERT_TRUE(applied);
    std::string cyclic = doubled(entry("c", "OVERLAPPED", 3, 5), entry("c", "ACTIVATED", 4, 4), value(4, "0.5"));
    const std::string plain = entry("a", "ACTIVATED", 5, 5);
    cyclic.replace(cyclic.find(plain), plain.size(), entry("a", "OVERLAPPED", 5, 3));
    const auto circle = readOnto(cyclic, doubledGraph());
    ASSERT_TRUE(circle) << sentence(circle.error());
    EXPECT_TRUE(has(circle->notices, MessageCode::QuantMasterCycle));
    EXPECT_FALSE(circle->table.root(circle->table.slots().findId("A:out:0")));
}

TEST(PpqJson, otherModel_isRefused)
{
    const auto files = goldenFiles();
    ASSERT_GE(files.size(), 2U);
    const GoldenCase golden = loadGolden(files.front());
    const auto applied = readOnto(readMaybeGzip(golden.folder + "/before.json"), doubledGraph());
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().code, MessageCode::QuantFileOtherModel);
}

TEST(PpqJson, unknownOperationsAndVariables_areCounted)
{
    std::string text = doubled(entry("c", "ACTIVATED", 3, 3), entry("c", "ACTIVATED", 4, 4), value(5, "1"));
    text.replace(text.find("\"A\": {"), 6, "\"Gone\": {" + entry("g", "FP32", 20, 20) + "}, \"A\": {"
                 + entry("ghost", "FP32", 21, 21) + ", ");
    const auto applied = readOnto(text, doubledGraph());
    ASSERT_TRUE(applied) << sentence(applied.error());
    EXPECT_TRUE(has(applied->notices, MessageCode::QuantOperationsUnknown));
    EXPECT_TRUE(has(applied->notices, MessageCode::QuantVariablesUnknown));
}

TEST(PpqJson, renamedConstant_isMatchedByItsPosition)
{
    std::string text = doubled(entry("c", "ACTIVATED", 3, 3), entry("c", "ACTIVATED", 4, 4), value(5, "1"));
    text.replace(text.find("\"w\""), 3, "\"PPQ_Variable_7\"");
    const auto applied = readOnto(text, doubledGraph());
    ASSERT_TRUE(applied) << sentence(applied.error());
    EXPECT_TRUE(has(applied->notices, MessageCode::QuantVariablesByPosition));
    EXPECT_EQ(applied->table.effective(applied->table.slots().findId("C:in:1")).scale[0], 0.25F);
}

struct Bad {
    const char* what;
    std::string from;
    std::string to;
};

TEST(PpqJson, wrongTypesAndRanges_areRefusedWithTheFieldsPlace)
{
    const std::string good = doubled(entry("c", "ACTIVATED", 3, 3), entry("c", "ACTIVATED", 4, 4),
                                     value(3, "0.125") + ", " + value(4, "0.0625") + ", " + value(5, "1.5"));
    ASSERT_TRUE(readOnto(good, doubledGraph()));
    for (const Bad& bad : {Bad{"state", "\"ACTIVATED\"", "\"SLEEPING\""}, Bad{"state", "\"ACTIVATED\"", "4"},
                           Bad{"bit_width", "\"bit_width\": 8", "\"bit_width\": 800"},
                           Bad{"bit_width", "\"bit_width\": 8", "\"bit_width\": 8.5"},
                           Bad{"quant_min", "\"quant_min\": -128", "\"quant_min\": 200"},
                           Bad{"quant_min", "\"quant_min\": -128", "\"quant_min\": null"},
                           Bad{"hash", "\"hash\": 3", "\"hash\": \"3\""},
                           Bad{"dominator", "\"dominator\": 3", "\"other\": 3"},
                           Bad{"LINEAR", "\"LINEAR\": true", "\"LINEAR\": 1"},
                           Bad{"scale", "\"scale\": 0.125", "\"scale\": -0.125"},
                           Bad{"scale", "\"scale\": 0.125", "\"scale\": 1e300"},
                           Bad{"scale", "\"scale\": 0.125", "\"scale\": []"},
                           Bad{"scale", "\"scale\": 0.125", "\"scale\": [[1]]"},
                           Bad{"scale", "\"scale\": 0.125", "\"scale\": \"0.125\""}}) {
        std::string text = good;
        text.replace(text.find(bad.from), bad.from.size(), bad.to);
        const auto applied = readOnto(text, doubledGraph());
        ASSERT_FALSE(applied) << bad.to;
        EXPECT_EQ(applied.error().code, MessageCode::JsonField) << bad.to;
        EXPECT_NE(sentence(applied.error()).find(bad.what), std::string::npos) << sentence(applied.error());
    }
}

TEST(QuantFile, othersThanConfigs_areRefused)
{
    const ScratchFolder folder;
    EXPECT_EQ(readQuantFile(folder.path("none.json")).error().code, MessageCode::FileNotFound);
    EXPECT_EQ(readQuantFile(folder.path("")).error().code, MessageCode::FileNotReadable);
    EXPECT_EQ(readQuantFile(folder.write("a.json", "{\"x\": 1}")).error().code, MessageCode::QuantFileUnknown);
    EXPECT_EQ(readQuantFile(folder.write("b.json", "[1]")).error().code, MessageCode::QuantFileUnknown);
    EXPECT_EQ(readQuantFile(folder.write("c.json", "onnx")).error().code, MessageCode::JsonSyntax);
    EXPECT_EQ(readQuantFile(folder.write("d.json", "{\"configs\": {}}")).error().code, MessageCode::QuantFileEmpty);
    EXPECT_EQ(readQuantFile(folder.write("e.json", "{\"configs\": []}")).error().code, MessageCode::JsonField);
}

TEST(QuantFile, cutAnywhere_neverCrashes)
{
    const std::string good = doubled(entry("c", "PASSIVE", 3, 9), entry("c", "PASSIVE", 4, 9),
                                     value(9, "[0.75, 1]") + ", " + value(5, "1.5"));
    const auto graph = doubledGraph();
    for (std::size_t length = 0; length < good.size(); length += 3)
        EXPECT_FALSE(readOnto(good.substr(0, length), graph)) << length;
}

} // namespace
} // namespace alignscope::test

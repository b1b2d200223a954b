// SPDX-License-Identifier: Apache-2.0
// Exports of float models with a config: PPQ's JSON byte for byte, and QDQ.
#include "core/cascade/evaluate.h"
#include "core/cascade/evaluation.h"
#include "core/io/export_model.h"
#include "core/io/open_model.h"
#include "core/io/python_json.h"
#include "core/report/table_json.h"
#include "tests/support/gzip.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> goldenFolders()
{
    std::vector<fs::path> folders;
    for (const fs::path root : {ALIGNSCOPE_TEST_DATA "/golden", ALIGNSCOPE_SHARED_DATA "/golden"}) {
        if (!fs::exists(root)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root))
            if (entry.path().filename().string().starts_with("before.json")) folders.push_back(entry.path().parent_path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::string contents(const fs::path& folder, const std::string& name)
{
    for (const std::string& file : {name, name + ".gz"})
        if (fs::exists(folder / file)) return readMaybeGzip((folder / file).string());
    return {};
}

/// The formatted model is the same for all platforms and stands with one of them.
std::string modelOf(const fs::path& folder)
{
    std::string bytes = contents(folder, "model.onnx");
    if (bytes.empty()) bytes = contents(folder.parent_path() / "PPL_CUDA_INT8", "model.onnx");
    if (bytes.empty())
        bytes = contents(folder.parent_path().parent_path() / "models", folder.parent_path().filename().string() + ".onnx");
    return bytes;
}

/// The model with its config as plain files.
struct Opened {
    explicit Opened(const fs::path& folder)
        : quant(scratch.write("before.json", contents(folder, "before.json"))),
          path(scratch.write("model.onnx", modelOf(folder)))
    {
        auto opened = openModel(path, quant);
        EXPECT_TRUE(opened) << folder << (opened ? "" : sentence(opened.error()));
        if (opened) model = *opened;
    }

    ScratchFolder scratch;
    std::string quant;
    std::string path;
    std::shared_ptr<const Model> model;
};

Scenario settingDefault(Overlap overlap)
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.forceOverlap = overlap;
    return scenario;
}

TEST(ExportJson, nothingAligned_givesTheSameBytes)
{
    for (const fs::path& folder : goldenFolders()) {
        const Opened opened(folder);
        if (!opened.model) continue;
        const std::string target = opened.scratch.path("out.json");
        const auto report = exportModel(*opened.model, evaluate(*opened.model, {}),
                                        {.path = target, .format = ExportFormat::PpqJson, .scenarioJson = {}});
        ASSERT_TRUE(report) << folder << sentence(report.error());
        EXPECT_TRUE(report->byteIdentical);
        EXPECT_EQ(readMaybeGzip(target), readMaybeGzip(opened.quant)) << folder;
    }
}

// The hashes are those of the source, so that even the text is PPQ's own.
TEST(ExportJson, settingDefaults_givePpqsOwnFileByteForByte)
{
    std::size_t compared = 0;
    for (const fs::path& folder : goldenFolders()) {
        for (const Overlap overlap : {Overlap::Off, Overlap::On}) {
            const std::string expected = contents(folder, overlap == Overlap::On ? "align_f1.json" : "align_f0.json");
            if (expected.empty()) continue;
            const Opened opened(folder);
            if (!opened.model) continue;
            SCOPED_TRACE(folder.string() + (overlap == Overlap::On ? " f1" : " f0"));
            const std::string target = opened.scratch.path("out.json");
            const auto report = exportModel(*opened.model, evaluate(*opened.model, settingDefault(overlap)),
                                            {.path = target, .format = ExportFormat::PpqJson, .scenarioJson = {}});
            ASSERT_TRUE(report) << sentence(report.error());
            EXPECT_TRUE(readMaybeGzip(target) == expected);
            ++compared;
        }
    }
    EXPECT_GE(compared, 8U);
}

TEST(ExportJson, tableSource_isReadBackWithItsLinks)
{
    for (const fs::path& folder : goldenFolders()) {
        const Opened opened(folder);
        if (!opened.model) continue;
        const std::string table = opened.scratch.write("table.json", tableJson(*makeEvaluation(opened.model, {})));
        const auto model = openModel(opened.path, table);
        ASSERT_TRUE(model) << sentence(model.error());
        const auto report = exportModel(**model, evaluate(**model, settingDefault(Overlap::On)),
                                        {.path = opened.scratch.path("out.json"), .format = ExportFormat::PpqJson,
                                         .scenarioJson = {}});
        ASSERT_TRUE(report) << folder << sentence(report.error());
        EXPECT_GE(report->provenSlots + 4, (*model)->baseline.size()) << folder; // twice read variables
    }
}

TEST(ExportFloat, everyGoldenModelAndPreset_isProvenAsQdq)
{
    const char* keep = std::getenv("ALIGNSCOPE_EXPORTS");
    std::size_t implied = 0;
    std::size_t slots = 0;
    std::size_t internal = 0;
    for (const fs::path& folder : goldenFolders()) {
        const Opened opened(folder);
        if (!opened.model) continue;
        for (const Preset& preset : presets()) {
            Scenario scenario;
            applyPreset(scenario, preset.name);
            const Outcome outcome = evaluate(*opened.model, scenario);
            if (outcome.error) continue;
            SCOPED_TRACE(folder.string() + " " + std::string(preset.name));
            std::string target = opened.scratch.path("out.onnx");
            if (keep != nullptr) {
                const fs::path place = fs::path(keep) / preset.name / "float" / folder.parent_path().filename()
                    / folder.filename();
                fs::create_directories(place);
                target = (place / "out.onnx").string();
            }
            const auto report = exportModel(*opened.model, outcome,
                                            {.path = target, .overwrite = Overwrite::Allow, .scenarioJson = {}});
            EXPECT_TRUE(report) << sentence(report.error());
            if (!report) continue;
            slots += opened.model->baseline.size();
            implied += opened.model->baseline.size() - report->provenSlots;
            for (std::uint32_t i = 0; i < outcome.table.size(); ++i)
                internal += outcome.table.record(SlotId(i)).visibility == Visibility::Internal ? 1U : 0U;
        }
    }
    RecordProperty("slots", std::to_string(slots));
    RecordProperty("implied", std::to_string(implied));
    RecordProperty("internal", std::to_string(internal));
    // Only INTERNAL slots are not exported (PPL_DSP keeps its biases to itself).
    EXPECT_LE(implied, internal);
}

TEST(ExportFloat, realModelsWithTheirConfig_areProvenInBothFormats)
{
    const fs::path root = ALIGNSCOPE_SHARED_DATA "/models/ppq";
    if (!fs::exists(root)) GTEST_SKIP() << "no reference data";
    std::size_t exports = 0;
    for (const auto& entry : fs::directory_iterator(root)) {
        if (entry.path().extension() != ".onnx") continue;
        const auto model = openModel(entry.path().string(), quantizationBeside(entry.path().string()));
        ASSERT_TRUE(model) << sentence(model.error());
        for (const Preset& preset : presets()) {
            Scenario scenario;
            applyPreset(scenario, preset.name);
            const Outcome outcome = evaluate(**model, scenario);
            if (outcome.error) continue;
            const ScratchFolder folder;
            for (const ExportFormat format : {ExportFormat::Qdq, ExportFormat::PpqJson}) {
                const auto report = exportModel(**model, outcome,
                                                {.path = folder.path(format == ExportFormat::Qdq ? "o.onnx" : "o.json"),
                                                 .format = format, .scenarioJson = {}});
                EXPECT_TRUE(report) << entry.path() << ' ' << preset.name << ' ' << (report ? "" : sentence(report.error()));
                ++exports;
            }
        }
    }
    EXPECT_GE(exports, 24U);
}

TEST(PythonJson, numbers_areWrittenAsPythonDoes)
{
    EXPECT_EQ(pythonNumber(0.0), "0.0");
    EXPECT_EQ(pythonNumber(-3.0), "-3.0");
    EXPECT_EQ(pythonNumber(0.06968614459037781), "0.06968614459037781");
    EXPECT_EQ(pythonNumber(0.0001), "0.0001");
    EXPECT_EQ(pythonNumber(9.99999993922529e-09), "9.99999993922529e-09");
    EXPECT_EQ(pythonNumber(1e16), "1e+16");
    EXPECT_EQ(pythonNumber(123456789012345.0), "123456789012345.0");
    EXPECT_EQ(pythonNumber(12.5), "12.5");
}

TEST(PythonJson, texts_escapeAsPythonDoes)
{
    PythonJson ascii(true);
    ascii.text("a\"\\\n\xC3\xA4\xF0\x9F\x98\x80");
    EXPECT_EQ(std::move(ascii).take(), "\"a\\\"\\\\\\n\\u00e4\\ud83d\\ude00\"");
    PythonJson utf8(false);
    utf8.text("\xC3\xA4");
    EXPECT_EQ(std::move(utf8).take(), "\"\xC3\xA4\"");
    PythonJson empty(true);
    empty.openObject();
    empty.key("a");
    empty.openArray();
    empty.closeArray();
    empty.closeObject();
    EXPECT_EQ(std::move(empty).take(), "{\n    \"a\": []\n}");
}

} // namespace
} // namespace alignscope::test

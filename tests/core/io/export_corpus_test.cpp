// SPDX-License-Identifier: Apache-2.0
// Exports of the reference models: every QDQ file, every preset, proven and byte-stable.
#include "core/align/scenario.h"
#include "core/base/message_codes.h"
#include "core/cascade/evaluate.h"
#include "core/io/export_model.h"
#include "core/io/onnx_source.h"
#include "core/io/open_model.h"
#include "tests/support/gzip.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> qdqModels()
{
    std::vector<std::string> paths;
    const fs::path root = ALIGNSCOPE_SHARED_DATA;
    if (!fs::exists(root)) return paths;
    for (const auto& entry : fs::directory_iterator(root / "models" / "qdq"))
        if (entry.path().extension() == ".onnx") paths.push_back(entry.path().string());
    for (const auto& entry : fs::recursive_directory_iterator(root / "golden"))
        if (entry.path().filename() == "before.qdq.onnx") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string text(const Message& message) { return sentence(message); }

TEST(ExportCorpus, nothingAligned_givesTheSameBytes)
{
    const auto models = qdqModels();
    if (models.empty()) GTEST_SKIP() << "no reference data";
    for (const std::string& path : models) {
        SCOPED_TRACE(path);
        const auto model = openModel(path);
        ASSERT_TRUE(model) << text(model.error());
        if ((*model)->quantSource != QuantSource::Qdq) continue;
        const ScratchFolder folder;
        const std::string target = folder.path("out.onnx");
        const auto report = exportModel(**model, evaluate(**model, Scenario{}), {.path = target, .scenarioJson = {}});
        ASSERT_TRUE(report) << text(report.error());
        EXPECT_TRUE(report->byteIdentical);
        EXPECT_EQ(readMaybeGzip(target), readMaybeGzip(path));
        EXPECT_EQ(report->provenSlots, (*model)->baseline.size());
    }
}

TEST(ExportCorpus, everyPreset_isProvenSlotBySlot)
{
    const auto models = qdqModels();
    if (models.empty()) GTEST_SKIP() << "no reference data";
    const char* keep = std::getenv("ALIGNSCOPE_EXPORTS"); // look at the files, or load them elsewhere
    std::size_t exports = 0;
    for (const std::string& path : models) {
        const auto model = openModel(path);
        ASSERT_TRUE(model) << text(model.error());
        if ((*model)->quantSource != QuantSource::Qdq) continue;
        for (const Preset& preset : presets()) {
            Scenario scenario;
            applyPreset(scenario, preset.name);
            const Outcome outcome = evaluate(**model, scenario);
            if (outcome.error) continue;
            SCOPED_TRACE(path + " " + std::string(preset.name));
            const ScratchFolder folder;
            std::string target = folder.path("out.onnx");
            if (keep != nullptr) {
                const fs::path place = fs::path(keep) / preset.name / fs::relative(path, ALIGNSCOPE_SHARED_DATA);
                fs::create_directories(place.parent_path());
                target = place.string();
            }
            const auto report = exportModel(**model, outcome,
                                            {.path = target, .overwrite = Overwrite::Allow,
                                             .scenarioJson = "{\"engine\": \"ppq\"}"});
            EXPECT_TRUE(report) << text(report.error());
            if (!report) continue;
            ++exports;
            std::size_t excused = 0;
            for (const Message& notice : report->notices)
                if (notice.code == MessageCode::ExportNotCarried) excused += std::stoul(notice.arguments.front());
            EXPECT_EQ(report->provenSlots + excused, (*model)->baseline.size());
            // A float operation reads the tensor beside the aligned one; a Cast hands integers from Q to DQ.
            const bool mayHave = path.find("passive_quirks") != std::string::npos
                || path.find("identity_shared") != std::string::npos;
            EXPECT_TRUE(excused == 0 || mayHave);
        }
    }
    EXPECT_GT(exports, 100U);
}

} // namespace
} // namespace alignscope::test

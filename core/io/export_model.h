// SPDX-License-Identifier: Apache-2.0
// exportModel: writes the aligned model as a patched copy of the source and proves what it wrote.
#pragma once

#include "core/align/outcome.h"
#include "core/base/result.h"
#include "core/base/task.h"
#include "core/quant/model.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignscope {

enum class ExportFormat { Qdq, PpqJson };
enum class Overwrite { Refuse, Allow }; ///< of an existing file; the opened model is never replaced

struct ExportRequest {
    std::string path;
    ExportFormat format = ExportFormat::Qdq;
    Overwrite overwrite = Overwrite::Refuse;
    /// Travels inside an aligned ONNX model as metadata "alignscope.scenario" (JSON on one line),
    /// with "alignscope.version" beside it; empty: neither is written.
    std::string scenarioJson;
    /// Content of a file beside the export, see sidecarOf(); empty: none is written.
    std::string sidecarJson = {};
};

/// What the export did, for the user to read after it was proven.
struct ExportReport {
    std::vector<std::string> files;     ///< written, the model first
    std::uint64_t bytes = 0;
    bool byteIdentical = false;         ///< nothing was aligned: the same bytes
    std::size_t changedScales = 0;      ///< Q/DQ parameters rewritten
    std::size_t insertedPairs = 0;
    std::size_t removedPairs = 0;
    std::size_t splitInitializers = 0;  ///< shared scales that had to be separated
    std::size_t requantizedBiases = 0;
    std::size_t requantizedConstants = 0;
    std::size_t quantizedConstants = 0; ///< of a float model: written as integers behind a DQ
    std::uint64_t changedValues = 0;    ///< elements of biases and constants
    std::uint64_t saturatedValues = 0;
    std::size_t retypedSlots = 0;       ///< zero point did not fit the slot's integer type
    std::size_t provenSlots = 0;        ///< compared after re-reading, all equal
    std::vector<Message> notices;
};

/// "out.scenario.json" for "out.onnx".
[[nodiscard]] std::string sidecarOf(const std::string& path);

/// Atomic: the target appears whole and proven, or not at all. Thread: any.
[[nodiscard]] Result<ExportReport> exportModel(const Model& model, const Outcome& outcome,
                                               const ExportRequest& request, const Task& task = {});

} // namespace alignscope

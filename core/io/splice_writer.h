// SPDX-License-Identifier: Apache-2.0
// Writes an edited copy of an ONNX file: untouched fields are copied byte for byte.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/io/graph_edits.h"
#include "core/io/onnx_source.h"

#include <functional>
#include <string_view>

namespace alignscope {

using ByteSink = std::function<Result<void>(std::string_view)>;

/// Streams; never holds more than one element and one block. ExportTooLarge, ExportGraphScattered,
/// FileChanged, Cancelled.
[[nodiscard]] Result<void> writeEdited(const OnnxSource& source, const GraphEdits& edits, const ByteSink& sink,
                                       const Task& task);
/// The file as it was opened.
[[nodiscard]] Result<void> writeCopy(const InputFile& file, const ByteSink& sink, const Task& task);

} // namespace alignscope

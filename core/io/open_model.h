// SPDX-License-Identifier: Apache-2.0
// openModel: the one door through which files become a Model.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/quant/model.h"

#include <memory>
#include <string>

namespace alignscope {

/// Opens an ONNX model, with the quantization parameters of `quantPath` (PPQ JSON of either
/// dialect or an alignscope-table/1 file; recognised by content) or, when that is empty, those of
/// the model's own Q/DQ nodes. Never crashes and never reads outside the model's folder. Large
/// payloads stay on disk. All that was lost or odd is in Model::notices.
/// Thread: any.
[[nodiscard]] Result<std::shared_ptr<const Model>> openModel(const std::string& path,
                                                             const std::string& quantPath = {},
                                                             const Task& task = {});

/// What a dropped or named file is, by its content.
enum class FileKind { Onnx, PpqJson, Table, Scenario, Session, Unknown };
[[nodiscard]] FileKind fileKindOf(const std::string& path);

/// "NAME.json" beside "NAME.onnx" when it exists and is a quantization config; else empty.
[[nodiscard]] std::string quantizationBeside(const std::string& modelPath);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// External data of tensors: where it claims to be, and whether that may be read.
#pragma once

#include "core/base/result.h"
#include "core/io/byte_range.h"

#include <cstdint>
#include <optional>
#include <string>

namespace onnx {
class TensorProto;
}

namespace alignscope {

struct ExternalLocation {
    std::string location; ///< as written in the model
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> length;
};

/// What the tensor says; ExternalDataMalformed when that is no relative, normalised path or when
/// the numbers are none.
[[nodiscard]] Result<ExternalLocation> externalLocation(const onnx::TensorProto& tensor);
[[nodiscard]] bool isExternal(const onnx::TensorProto& tensor);

/// The file that `location` names, proven to be a regular file inside the folder of `modelPath`
/// after all symbolic links. ExternalDataMissing, ExternalDataUnsafe.
[[nodiscard]] Result<std::string> externalFile(const std::string& modelPath, const std::string& location);

/// Reads the tensor's bytes; `expected` when the tensor does not give a length.
[[nodiscard]] Result<std::string> readExternal(const std::string& modelPath, const std::string& tensorName,
                                               const ExternalLocation& location, std::uint64_t expected);

} // namespace alignscope

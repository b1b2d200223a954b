// SPDX-License-Identifier: Apache-2.0
// The small bytes of an ONNX file: the message without its large payloads, and where all lies.
#pragma once

#include "core/base/result.h"
#include "core/io/byte_range.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace alignscope {

/// One field of ModelProto or GraphProto as it stands in the file.
struct FieldRange {
    std::uint32_t number = 0; ///< protobuf field number
    std::uint32_t index = 0;  ///< how many of that number stand before it
    ByteRange whole;          ///< tag and length included: what a splice replaces
    ByteRange body;           ///< the value alone
};

/// Where the values of a TensorProto lie.
struct TensorRanges {
    std::vector<ByteRange> parts;  ///< of an elided one: whole payload fields, tags included, in file order
    std::optional<ByteRange> raw;  ///< body of raw_data (the last, which counts)
    std::uint64_t bytes = 0;       ///< sum of the bodies
    bool elided = false;           ///< left out of the skeleton
};

struct OnnxSkeleton {
    /// Serialized ModelProto without the elided payloads; none: nothing was left out of the file.
    std::optional<std::string> bytes;
    std::vector<FieldRange> modelFields;  ///< in file order
    std::vector<FieldRange> graphFields;  ///< of the main graph, in file order
    std::vector<TensorRanges> initializers; ///< of the main graph, by index
    /// Tensor attributes (field `t`) of nodes of the main graph, by node and attribute index.
    std::map<std::pair<std::uint32_t, std::uint32_t>, TensorRanges> attributeTensors;
};

/// Walks the wire format of `file`. ModelBroken with the offset, ModelTooDeep, SkeletonTooLarge;
/// `path` is for the sentence. `passed` is told now and then up to where the bytes are not needed
/// any more: the kernel maps 64 KB around each small step, which adds up in a file of weights.
[[nodiscard]] Result<OnnxSkeleton> readSkeleton(std::span<const std::uint8_t> file, const std::string& path,
                                                const std::function<void(std::uint64_t end)>& passed = {});

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// GraphEdits: changes to the main graph of an ONNX file as values, ready to be spliced in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace alignscope {

/// What changes in a node of the file; all else of it stays.
struct NodePatch {
    std::map<std::uint32_t, std::string> inputs; ///< by index; may lie behind the last
    std::map<std::uint32_t, std::string> outputs;
    std::set<std::string> removedAttributes;
    std::optional<std::int64_t> axis;
    std::optional<std::int64_t> outputType;      ///< attribute output_dtype, where there is one
};

struct NewNode {
    std::uint32_t before = 0; ///< index of the node of the file in front of which it stands
    std::string type;
    std::string name;
    std::string domain;
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::optional<std::int64_t> axis;
};

struct NewTensor {
    std::string name;
    std::int32_t type = 0; ///< onnx TensorProto.DataType number
    std::vector<std::int64_t> dims;
    std::string bytes;     ///< as raw_data
};

struct GraphEdits {
    std::map<std::uint32_t, NodePatch> patchedNodes;
    std::set<std::uint32_t> removedNodes;
    std::vector<NewNode> newNodes;                    ///< in the order in which they are to stand
    std::map<std::uint32_t, NewTensor> replacedTensors; ///< initializers; the name is not changed
    std::set<std::uint32_t> removedTensors;
    std::vector<NewTensor> newTensors;
    std::vector<NewTensor> newInputs;                 ///< old IR versions list initializers as inputs
    std::set<std::string> droppedTypes;               ///< value_info that no longer holds
    std::map<std::string, std::int64_t> opsets;       ///< raised to this version
    std::map<std::string, std::string> metadata;
};

} // namespace alignscope

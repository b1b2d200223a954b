// SPDX-License-Identifier: Apache-2.0
// OnnxSource: what an opened ONNX file keeps for exports: skeleton, byte ranges, payloads on demand,
// and for each slot the Q/DQ nodes that its parameters come from. Private to core/io.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/io/mapped_file.h"
#include "core/io/onnx_skeleton.h"
#include "core/quant/model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace google::protobuf {
class Arena;
}
namespace onnx {
class ModelProto;
class TensorProto;
} // namespace onnx

namespace alignscope {

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFFU;

/// Field numbers of GraphProto in FieldRange::number.
namespace graph_field {
inline constexpr std::uint32_t kNode = 1;
inline constexpr std::uint32_t kInitializer = 5;
inline constexpr std::uint32_t kInput = 11;
inline constexpr std::uint32_t kOutput = 12;
inline constexpr std::uint32_t kValueInfo = 13;
} // namespace graph_field

/// The bytes of a constant tensor, little-endian and packed as raw_data would be.
struct TensorPayload {
    std::int32_t elementType = 0; ///< onnx TensorProto.DataType number
    std::vector<std::int64_t> dims;
    std::string bytes;
};

/// Where a Q or DQ takes its scale or zero point from, Identity / Cast / Constant looked through.
struct ParameterSource {
    enum class Kind : std::uint8_t {
        Absent,      ///< the node has no such input
        Initializer, ///< `index` into graph.initializer
        Constant,    ///< `index` of the Constant node
        Unknown      ///< computed, a graph input, or missing
    } kind = Kind::Absent;
    std::uint32_t index = kNoNode;
    std::string name;              ///< the tensor that holds the values
    std::int32_t elementType = 0;  ///< of the stored values, before any Cast
    std::uint64_t count = 0;       ///< stored elements
    std::vector<std::uint32_t> through; ///< Identity / Cast nodes, from the Q/DQ to the source
};

/// One QuantizeLinear or DequantizeLinear of the main graph.
struct QuantNode {
    std::uint32_t node = kNoNode; ///< index in graph.node
    bool dequantize = false;
    std::string input;  ///< data input
    std::string output;
    ParameterSource scale;
    ParameterSource zeroPoint;
    std::int32_t quantizedType = 0; ///< DataType of the integers, 0 when it cannot be told
    std::int32_t axis = 1;          ///< as in the node, for more than one scale
    std::int64_t blockSize = 0;
    bool usable = false;            ///< parameters known, finite, positive
    bool perChannel = false;
    std::vector<float> scales;      ///< empty when not usable
    std::vector<float> zeroPoints;  ///< stored values; as many as scales
};

/// The place of a slot in the file.
struct SlotOrigin {
    std::uint32_t operationNode = kNoNode; ///< index in graph.node
    std::string rawTensor; ///< the name that the operation itself reads or writes
    /// Q/DQ nodes between the producer's tensor (or initializer, graph input) and rawTensor, from
    /// the producer on. For an output slot: the Q of rule Q3, if there is one.
    std::vector<std::uint32_t> chain;
    /// The Q or DQ (always one of `chain`) that carries the slot's own parameters; kNoNode for
    /// FP32 slots and those that inherit without a Q/DQ of their own.
    std::uint32_t parameterNode = kNoNode;
};

/// Thread: any (const).
class OnnxSource final : public ModelSource {
public:
    /// Maps, walks and parses the file. All errors of whole files (messages.def, io).
    [[nodiscard]] static Result<std::shared_ptr<OnnxSource>> open(const std::string& path);
    ~OnnxSource() override;
    OnnxSource(const OnnxSource&) = delete;
    OnnxSource& operator=(const OnnxSource&) = delete;

    [[nodiscard]] const std::string& path() const noexcept { return m_file->path(); }
    /// As it was when opened; compare with fileIdentity(path()) before relying on the path.
    [[nodiscard]] const FileIdentity& identity() const noexcept { return m_file->identity(); }
    /// Reads from the file that was opened, even if another has taken its name since.
    [[nodiscard]] const InputFile& file() const noexcept { return *m_file; }

    /// The whole message with the elided payloads cleared.
    [[nodiscard]] const onnx::ModelProto& skeleton() const noexcept { return *m_model; }

    /// Fields of ModelProto (graph is number 7) and of the main graph, in file order. Nodes,
    /// initializers... are numbered as in the skeleton.
    [[nodiscard]] std::span<const FieldRange> modelFields() const { return m_layout.modelFields; }
    [[nodiscard]] std::span<const FieldRange> graphFields() const { return m_layout.graphFields; }
    /// The one field that holds the graph; null if the file spreads it over several (legal, but
    /// then nothing can be spliced).
    [[nodiscard]] const FieldRange* graphField() const;
    /// Element `index` of a repeated field of the main graph; null when there is none.
    [[nodiscard]] const FieldRange* element(std::uint32_t number, std::uint32_t index) const;

    [[nodiscard]] std::span<const TensorRanges> initializerRanges() const { return m_layout.initializers; }
    [[nodiscard]] bool isExternal(std::uint32_t initializer) const;
    /// Values of an initializer, wherever they are: raw_data, typed fields, external data.
    [[nodiscard]] Result<TensorPayload> payload(std::uint32_t initializer) const;
    /// Values of a Constant node (tensor, float, int, and list attributes).
    [[nodiscard]] Result<TensorPayload> constantPayload(std::uint32_t node) const;
    /// payload() or constantPayload().
    [[nodiscard]] Result<TensorPayload> payload(const ParameterSource& source) const;

    /// In node order.
    [[nodiscard]] std::span<const QuantNode> quantNodes() const { return m_quantNodes; }
    /// Null when the node is no Q/DQ.
    [[nodiscard]] const QuantNode* quantNode(std::uint32_t node) const;
    /// By SlotId of the baseline's slot list. Empty when the parameters came from another file.
    [[nodiscard]] std::span<const SlotOrigin> slotOrigins() const { return m_slotOrigins; }

    /// Called once each while the model is opened.
    void setQuantNodes(std::vector<QuantNode> nodes) { m_quantNodes = std::move(nodes); }
    void setSlotOrigins(std::vector<SlotOrigin> origins) { m_slotOrigins = std::move(origins); }

private:
    explicit OnnxSource(std::shared_ptr<const InputFile> file);
    Result<void> read();
    [[nodiscard]] Result<TensorPayload> tensorPayload(const onnx::TensorProto& tensor,
                                                      const TensorRanges* ranges) const;

    std::shared_ptr<const InputFile> m_file;
    OnnxSkeleton m_layout; ///< its bytes are dropped after parsing
    std::vector<std::vector<std::uint32_t>> m_elements; // by field number, then index: place in graphFields
    std::unique_ptr<google::protobuf::Arena> m_arena;
    onnx::ModelProto* m_model = nullptr; // in m_arena
    std::vector<QuantNode> m_quantNodes;
    std::vector<SlotOrigin> m_slotOrigins;
};

} // namespace alignscope

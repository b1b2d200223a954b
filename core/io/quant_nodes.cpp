// SPDX-License-Identifier: Apache-2.0
#include "core/io/quant_nodes.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/io/onnx_proto.h"
#include "core/io/own_quantization.h"
#include "core/io/tensor_values.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace alignscope {
namespace {

using Values = std::optional<std::vector<float>>;

class Reader {
public:
    explicit Reader(const NodeIndex& index) : m_index(index) {}

    QuantNodes run()
    {
        std::size_t count = 0;
        for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node)
            if (m_index.isQuant(node)) ++count;
        m_result.nodes.reserve(count);
        m_values.reserve(2 * count);
        for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node)
            if (m_index.isQuant(node)) m_result.nodes.push_back(describe(node));
        for (QuantNode& quant : m_result.nodes) resolveType(quant);
        for (QuantNode& quant : m_result.nodes) readValues(quant);
        for (const auto& [problem, found] : m_problems)
            m_result.notices.push_back({problem, {std::to_string(found.count), found.first}});
        return std::move(m_result);
    }

private:
    struct Found {
        std::size_t count = 0;
        std::string first;
    };

    QuantNode describe(std::uint32_t node) const
    {
        const onnx::NodeProto& proto = m_index.node(node);
        QuantNode quant;
        quant.node = node;
        quant.dequantize = m_index.role(node) == NodeRole::Dequantize;
        const auto operands = m_index.inputs(node);
        if (proto.input_size() > 0) quant.input = proto.input(0);
        if (proto.output_size() > 0) quant.output = proto.output(0);
        if (operands.size() > 1) quant.scale = m_index.parameterSource(operands[1]);
        if (operands.size() > 2) quant.zeroPoint = m_index.parameterSource(operands[2]);
        for (const auto& attribute : proto.attribute()) {
            if (attribute.name() == "axis")
                quant.axis = static_cast<std::int32_t>(std::clamp<std::int64_t>(
                    attribute.i(), -std::int64_t{limits::kMaxRank}, std::int64_t{limits::kMaxRank}));
            if (attribute.name() == "block_size") quant.blockSize = attribute.i();
            if (attribute.name() == "output_dtype" && !quant.dequantize)
                quant.quantizedType = static_cast<std::int32_t>(attribute.i());
        }
        return quant;
    }

    /// The type that the value of `source` has where the node reads it.
    std::int32_t typeBehindCasts(const ParameterSource& source) const
    {
        for (const std::uint32_t node : source.through) {
            if (m_index.node(node).op_type() != "Cast") continue;
            for (const auto& attribute : m_index.node(node).attribute())
                if (attribute.name() == "to") return static_cast<std::int32_t>(attribute.i());
        }
        return source.elementType;
    }

    // Without a zero point: output_dtype of a Q, the integers that a DQ reads, uint8.
    void resolveType(QuantNode& quant) const
    {
        if (quant.zeroPoint.kind != ParameterSource::Kind::Absent) {
            if (const std::int32_t type = typeBehindCasts(quant.zeroPoint); type != 0) quant.quantizedType = type;
            return;
        }
        if (quant.quantizedType != 0) return;
        quant.quantizedType = onnx::TensorProto::UINT8;
        const auto operands = m_index.inputs(quant.node);
        if (!quant.dequantize || operands.empty() || operands[0] == kNoTensor) return;
        const RawTensor& read = m_index.tensor(operands[0]);
        if (read.initializer != kNoNode) {
            quant.quantizedType = m_index.graph().initializer(static_cast<int>(read.initializer)).data_type();
        } else if (read.producer != kNoNode && m_index.role(read.producer) == NodeRole::Quantize) {
            // Nodes before this one are resolved; in an unsorted file the default stays.
            const auto found = std::lower_bound(m_result.nodes.begin(), m_result.nodes.end(), read.producer,
                                                [](const QuantNode& q, std::uint32_t n) { return q.node < n; });
            if (found->zeroPoint.kind != ParameterSource::Kind::Absent)
                quant.quantizedType = typeBehindCasts(found->zeroPoint);
            else if (found->quantizedType != 0)
                quant.quantizedType = found->quantizedType;
        } else if (const auto source = m_index.parameterSource(operands[0]); source.elementType != 0) {
            quant.quantizedType = source.elementType;
        }
    }

    void problem(const QuantNode& quant, MessageCode code)
    {
        Found& found = m_problems[code];
        if (found.count++ > 0) return;
        const onnx::NodeProto& proto = m_index.node(quant.node);
        found.first = proto.name().empty() ? quant.output : proto.name();
    }

    void readValues(QuantNode& quant)
    {
        const auto known = [](const ParameterSource& source) {
            return source.kind == ParameterSource::Kind::Initializer || source.kind == ParameterSource::Kind::Constant;
        };
        if (quant.blockSize > 0) return problem(quant, MessageCode::BlockedQuantization);
        if (!known(quant.scale) || (quant.zeroPoint.kind != ParameterSource::Kind::Absent && !known(quant.zeroPoint)))
            return problem(quant, MessageCode::QuantParametersComputed);
        Values scales = values(quant.scale, false);
        Values zeros = std::vector<float>{0.0F};
        const StoredType type = storedTypeOf(quant.quantizedType);
        if (quant.zeroPoint.kind != ParameterSource::Kind::Absent && type != StoredType::Float8)
            zeros = values(quant.zeroPoint, true);
        if (!scales || !zeros) return problem(quant, MessageCode::QuantParametersUnreadable);
        const bool sound = !scales->empty() && std::all_of(scales->begin(), scales->end(), [](float scale) {
            return std::isfinite(scale) && scale > 0;
        });
        if (!sound || (zeros->size() != scales->size() && zeros->size() != 1))
            return problem(quant, MessageCode::QuantParametersInvalid);
        quant.perChannel = scales->size() > 1;
        quant.zeroPoints = zeros->size() == scales->size() ? std::move(*zeros)
                                                           : std::vector<float>(scales->size(), zeros->front());
        quant.scales = std::move(*scales);
        if (boundByOperator(quant)) return problem(quant, MessageCode::QuantNodeBoundByOperator);
        switch (type) {
        case StoredType::Int4:
        case StoredType::Uint4: return problem(quant, MessageCode::FourBitQuantization);
        case StoredType::Float8: return problem(quant, MessageCode::Float8Quantization);
        case StoredType::None: return problem(quant, MessageCode::QuantTypeUnknown);
        default: quant.usable = true;
        }
    }

    // A QLinearConv has the same scale inside: changing only the Q before it would be wrong.
    bool boundByOperator(const QuantNode& quant) const
    {
        const auto own = [&](std::uint32_t node) {
            return m_index.role(node) == NodeRole::Operation
                && ownQuantization(m_index.node(node).op_type()).has_value();
        };
        const auto outputs = m_index.outputs(quant.node);
        const auto inputs = m_index.inputs(quant.node);
        if (quant.dequantize) {
            const std::uint32_t producer = inputs.empty() || inputs[0] == kNoTensor
                ? kNoNode : m_index.tensor(inputs[0]).producer;
            return producer != kNoNode && own(producer);
        }
        if (outputs.empty() || outputs[0] == kNoTensor) return false;
        const auto& uses = m_index.tensor(outputs[0]).uses;
        return std::any_of(uses.begin(), uses.end(), [&](const RawUse& use) { return own(use.node); });
    }

    Values values(const ParameterSource& source, bool zeroPoint)
    {
        const std::uint64_t key = std::uint64_t{source.index} << 2U
            | (source.kind == ParameterSource::Kind::Constant ? 2U : 0U) | (zeroPoint ? 1U : 0U);
        auto [entry, isNew] = m_values.try_emplace(key);
        if (isNew && source.count <= limits::kMaxChannels) {
            if (const auto payload = m_index.source().payload(source)) {
                entry->second = floatValues(*payload);
                if (!entry->second && zeroPoint) {
                    if (const auto whole = integerValues(*payload))
                        entry->second = std::vector<float>(whole->begin(), whole->end());
                }
            }
        }
        if (!entry->second) return std::nullopt;
        // One long initializer read by many nodes must not multiply.
        m_total += entry->second->size();
        if (m_total > limits::kMaxEdges) return std::nullopt;
        Values result = entry->second;
        if (zeroPoint)
            for (float& value : *result) value = std::isfinite(value) ? std::trunc(value) : 0.0F;
        return result;
    }

    const NodeIndex& m_index;
    QuantNodes m_result;
    std::map<MessageCode, Found> m_problems;
    std::unordered_map<std::uint64_t, Values> m_values; // by initializer or Constant node, and what it is read as
    std::size_t m_total = 0;
};

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) noexcept
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
}

} // namespace

QuantNodes readQuantNodes(const NodeIndex& index)
{
    return Reader(index).run();
}

bool sameParameters(const QuantNode& a, const QuantNode& b) noexcept
{
    return a.quantizedType == b.quantizedType && sameBits(a.scales, b.scales) && sameBits(a.zeroPoints, b.zeroPoints);
}

} // namespace alignscope

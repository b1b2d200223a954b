// SPDX-License-Identifier: Apache-2.0
#include "core/io/qdq_slots.h"

#include "core/io/own_quantization.h"
#include "core/io/qdq_sockets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace alignscope {
namespace {

constexpr std::uint32_t kNotListed = 0xFFFFFFFFU;

class Assembly {
public:
    Assembly(Sockets& sockets, std::shared_ptr<const Graph> graph)
        : m_sockets(sockets), m_graph(std::move(graph)), m_slotOf(sockets.size(), kNotListed)
    {
    }

    DerivedSlots run()
    {
        list();
        DerivedSlots derived;
        derived.table = makeTable();
        derived.inferred = sharedInitializers();
        derived.origins.reserve(m_listed.size());
        for (const std::uint32_t socket : m_listed) derived.origins.push_back(originOf(m_sockets[socket]));
        return derived;
    }

private:
    // Q8: an operation with at least one slot that has parameters is listed with all its slots, but
    // not one that has them inside.
    void list()
    {
        for (std::uint32_t op = 0; op < m_graph->operationCount(); ++op) {
            const std::uint32_t begin = m_sockets.begin(OpId(op));
            const std::uint32_t end = m_sockets.end(OpId(op));
            if (ownQuantization(m_sockets.type(OpId(op)))) continue;
            bool quantized = false;
            for (std::uint32_t id = begin; id < end; ++id)
                quantized = quantized || m_sockets.known(id)
                    || (m_sockets[id].own != nullptr && !m_sockets[id].own->scales.empty());
            if (!quantized) continue;
            for (std::uint32_t id = begin; id < end; ++id) {
                m_slotOf[id] = static_cast<std::uint32_t>(m_listed.size());
                m_listed.push_back(id);
            }
        }
    }

    TqcTable makeTable() const
    {
        std::vector<Slot> slots;
        slots.reserve(m_listed.size());
        for (const std::uint32_t id : m_listed) {
            const Socket& socket = m_sockets[id];
            slots.push_back({socket.operation, socket.io, socket.index, socket.tensor, socket.parameter, socket.data,
                             socket.scheme, socket.stored, std::nullopt});
        }
        TqcTable table(std::make_shared<SlotList>(m_graph, std::move(slots)));
        for (std::uint32_t i = 0; i < m_listed.size(); ++i) {
            const Socket& socket = m_sockets[m_listed[i]];
            TqcRecord& record = table.record(SlotId(i));
            record.state = socket.state;
            record.visibility = socket.visibility;
            // The root of another listed operation: parameters make an operation listed.
            if (socket.dominator != kNoSocket) record.dominator = m_slotOf[m_sockets.root(socket.dominator)];
            else if (socket.own != nullptr && !socket.own->scales.empty()) setParameters(table, SlotId(i), socket);
        }
        return table;
    }

    static void setParameters(TqcTable& table, SlotId slot, const Socket& socket)
    {
        const auto shift = static_cast<float>(zeroPointShift(socket.scheme, socket.stored));
        const QuantNode& own = *socket.own;
        if (!own.perChannel) return table.setOwn(slot, own.scales[0], own.zeroPoints[0] + shift);
        ChannelParameters channels{own.scales, own.zeroPoints};
        for (float& offset : channels.offset) offset += shift;
        table.setOwn(slot, std::move(channels));
    }

    SlotOrigin originOf(Socket& socket) const
    {
        SlotOrigin origin;
        origin.operationNode = m_graph->operation(socket.operation).position;
        origin.rawTensor = m_sockets.index().tensor(socket.raw).name;
        origin.chain = std::move(socket.chain);
        if (socket.own != nullptr && socket.state != TqcState::Fp32) origin.parameterNode = socket.own->node;
        return origin;
    }

    // Several roots of activations whose nodes read one stored scale: evidence of a binding.
    std::vector<InferredBinding> sharedInitializers() const
    {
        std::map<std::pair<ParameterSource::Kind, std::uint32_t>, std::vector<SlotId>> bySource;
        for (std::uint32_t i = 0; i < m_listed.size(); ++i) {
            const Socket& socket = m_sockets[m_listed[i]];
            if (socket.parameter || socket.dominator != kNoSocket || socket.own == nullptr || !socket.own->usable)
                continue;
            bySource[{socket.own->scale.kind, socket.own->scale.index}].push_back(SlotId(i));
        }
        std::vector<InferredBinding> bindings;
        for (auto& [source, slots] : bySource)
            if (slots.size() > 1)
                bindings.push_back({InferredBinding::Kind::SharedInitializer, std::move(slots)});
        std::sort(bindings.begin(), bindings.end(),
                  [](const auto& a, const auto& b) { return a.slots.front() < b.slots.front(); });
        return bindings;
    }

    Sockets& m_sockets;
    std::shared_ptr<const Graph> m_graph;
    std::vector<std::uint32_t> m_slotOf; // by socket
    std::vector<std::uint32_t> m_listed; // sockets, by slot
};

} // namespace

DerivedSlots deriveQdqSlots(const NodeIndex& index, std::shared_ptr<const Graph> graph,
                            std::span<const QuantNode> nodes)
{
    Sockets sockets(index, graph, nodes);
    applyQuantNodes(sockets);
    propagateToFloatTensors(sockets);
    markPassiveParameters(sockets);
    assignSchemes(sockets);
    return Assembly(sockets, std::move(graph)).run();
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Rule Q5: what the exporter left without Q because the device fuses it.
#include "core/io/qdq_sockets.h"
#include "core/quant/passive_operations.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace alignscope {
namespace {

bool joinsAnyProducer(std::string_view type)
{
    return type == "Relu" || type == "Clip";
}

bool joinsComputing(std::string_view type)
{
    static constexpr std::string_view kTypes[] = {"LeakyRelu", "PRelu", "Sigmoid", "HardSigmoid", "HardSwish",
                                                  "Tanh", "Elu", "Gelu", "Softplus"};
    return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

class Propagation {
public:
    explicit Propagation(Sockets& sockets) : m_sockets(sockets), m_graph(sockets.graph()) {}

    void run()
    {
        bool changed = true;
        while (changed) {
            m_changed = false;
            for (std::uint32_t op = 0; op < m_graph.operationCount(); ++op) passive(OpId(op));
            // Backwards, so that a chain of activations is done in one round.
            for (auto op = static_cast<std::uint32_t>(m_graph.operationCount()); op-- > 0;) {
                activation(OpId(op));
                gated(OpId(op));
            }
            changed = m_changed;
        }
    }

private:
    /// The tensor is read, and by no Q and no body of a subgraph.
    bool plain(const Socket& output) const
    {
        const RawTensor& raw = m_sockets.index().tensor(output.raw);
        return !raw.readInSubgraph && std::none_of(raw.uses.begin(), raw.uses.end(), [&](const RawUse& use) {
            return m_sockets.index().role(use.node) == NodeRole::Quantize;
        });
    }

    void overlap(std::uint32_t id, std::uint32_t root)
    {
        Socket& socket = m_sockets[id];
        if (socket.state != TqcState::Fp32 || id == root || !socket.data || socket.parameter) return;
        socket.state = TqcState::Overlapped;
        socket.dominator = root;
        m_changed = true;
    }

    void overlapReaders(const Socket& output, std::uint32_t root)
    {
        for (const Use& use : m_graph.uses(output.tensor)) {
            const std::uint32_t reader = m_sockets.find(use.operation, SlotIo::In, use.index);
            if (m_sockets[reader].chain.empty()) overlap(reader, root);
        }
    }

    void passive(OpId op)
    {
        if (!isPassiveOperation(m_sockets.type(op))) return;
        const std::uint32_t input = m_sockets.find(op, SlotIo::In, 0);
        if (!m_sockets.known(input)) return;
        const std::uint32_t root = m_sockets.root(input);
        for (std::uint32_t id = m_sockets.begin(op); id < m_sockets.end(op); ++id) {
            if (m_sockets[id].io != SlotIo::Out || !plain(m_sockets[id])) continue;
            if (m_sockets[id].state == TqcState::Fp32) overlap(id, root);
            if (m_sockets.known(id)) overlapReaders(m_sockets[id], m_sockets.root(id));
        }
    }

    /// The output socket above in:0 when this operation alone reads that tensor, without Q.
    std::optional<std::uint32_t> soleProducer(OpId op) const
    {
        const std::uint32_t input = m_sockets.find(op, SlotIo::In, 0);
        if (input == kNoSocket || !m_sockets[input].chain.empty()) return std::nullopt;
        const std::uint32_t above = m_sockets.producerOf(m_sockets[input].tensor);
        if (above == kNoSocket || !plain(m_sockets[above])
            || m_graph.uses(m_sockets[above].tensor).size() != 1)
            return std::nullopt;
        return above;
    }

    void activation(OpId op)
    {
        const std::string_view type = m_sockets.type(op);
        const bool any = joinsAnyProducer(type);
        if (!any && !joinsComputing(type)) return;
        const std::uint32_t output = m_sockets.find(op, SlotIo::Out, 0);
        if (!m_sockets.known(output)) return;
        const auto above = soleProducer(op);
        if (!above || (!any && !isComputing(m_sockets.type(m_sockets[*above].operation)))) return;
        const std::uint32_t root = m_sockets.root(output);
        overlap(*above, root);
        overlap(m_sockets.find(op, SlotIo::In, 0), root);
    }

    /// Reader `type` of a plain tensor, at any input.
    OpId readerOf(const Socket& output, std::string_view type) const
    {
        for (const Use& use : m_graph.uses(output.tensor))
            if (m_sockets.type(use.operation) == type) return use.operation;
        return {};
    }

    // Swish: c -> Sigmoid -> Mul, c -> Mul. Mish: c -> Softplus -> Tanh -> Mul, c -> Mul. Nothing
    // else reads any of the tensors between.
    void gated(OpId mul)
    {
        if (m_sockets.type(mul) != "Mul" || m_graph.inputs(mul).size() != 2) return;
        const std::uint32_t output = m_sockets.find(mul, SlotIo::Out, 0);
        if (!m_sockets.known(output)) return;
        for (std::uint32_t gateInput = 0; gateInput < 2; ++gateInput) {
            const TensorId gate = m_graph.inputs(mul)[gateInput];
            const TensorId base = m_graph.inputs(mul)[1 - gateInput];
            if (!gate || !base || !m_graph.producer(gate)) continue;
            const OpId last = m_graph.producer(gate);
            if (m_sockets.type(last) == "Sigmoid") join(mul, base, {last});
            if (m_sockets.type(last) != "Tanh" || m_graph.inputs(last).empty()) continue;
            const TensorId between = m_graph.inputs(last)[0];
            const OpId first = between ? m_graph.producer(between) : OpId{};
            if (first && m_sockets.type(first) == "Softplus") join(mul, base, {first, last});
        }
    }

    void join(OpId mul, TensorId base, std::initializer_list<OpId> gates)
    {
        const std::uint32_t computing = m_sockets.producerOf(base);
        if (computing == kNoSocket || !isComputing(m_sockets.type(m_sockets[computing].operation))
            || !plain(m_sockets[computing]) || m_graph.uses(base).size() != 2)
            return;
        const OpId first = *gates.begin();
        if (readerOf(m_sockets[computing], m_sockets.type(first)) != first
            || readerOf(m_sockets[computing], "Mul") != mul)
            return;
        for (const OpId gate : gates) {
            const std::uint32_t out = m_sockets.find(gate, SlotIo::Out, 0);
            if (out == kNoSocket || !plain(m_sockets[out]) || m_graph.uses(m_sockets[out].tensor).size() != 1) return;
        }
        const std::uint32_t root = m_sockets.root(m_sockets.find(mul, SlotIo::Out, 0));
        overlap(computing, root);
        for (const OpId gate : gates)
            for (std::uint32_t id = m_sockets.begin(gate); id < m_sockets.end(gate); ++id) overlap(id, root);
        overlap(m_sockets.find(mul, SlotIo::In, 0), root);
        overlap(m_sockets.find(mul, SlotIo::In, 1), root);
    }

    Sockets& m_sockets;
    const Graph& m_graph;
    bool m_changed = false;
};

} // namespace

void propagateToFloatTensors(Sockets& sockets)
{
    Propagation(sockets).run();
}

} // namespace alignscope

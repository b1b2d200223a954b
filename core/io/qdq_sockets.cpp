// SPDX-License-Identifier: Apache-2.0
#include "core/io/qdq_sockets.h"

#include "core/io/quant_nodes.h"
#include "core/quant/data_inputs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alignscope {

bool isComputing(std::string_view type) noexcept
{
    static constexpr std::string_view kTypes[] = {"Conv", "Gemm", "ConvTranspose", "MatMul", "Attention",
                                                  "PPQBiasFusedMatMul"};
    return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

Sockets::Sockets(const NodeIndex& index, std::shared_ptr<const Graph> graph, std::span<const QuantNode> nodes)
    : m_index(index), m_graph(std::move(graph)), m_nodes(nodes)
{
    std::size_t count = 0;
    for (std::uint32_t op = 0; op < m_graph->operationCount(); ++op)
        count += m_graph->inputs(OpId(op)).size() + m_graph->outputs(OpId(op)).size();
    m_sockets.reserve(count);
    for (std::uint32_t op = 0; op < m_graph->operationCount(); ++op) {
        const OpId id(op);
        const std::uint32_t node = m_graph->operation(id).position;
        m_begin.push_back(size());
        const auto addAll = [&](std::span<const TensorId> tensors, std::span<const std::uint32_t> raw, SlotIo io) {
            for (std::uint32_t i = 0; i < tensors.size(); ++i) {
                if (!tensors[i]) continue;
                Socket socket;
                socket.operation = id;
                socket.io = io;
                socket.index = i;
                socket.tensor = tensors[i];
                socket.raw = raw[i];
                socket.parameter = m_graph->tensor(tensors[i]).kind == TensorKind::Constant;
                socket.data = io == SlotIo::Out || isDataInput(m_graph->operation(id).type, i);
                m_sockets.push_back(std::move(socket));
            }
        };
        addAll(m_graph->inputs(id), m_index.inputs(node), SlotIo::In);
        addAll(m_graph->outputs(id), m_index.outputs(node), SlotIo::Out);
    }
    m_begin.push_back(size());
}

std::uint32_t Sockets::find(OpId operation, SlotIo io, std::uint32_t index) const
{
    for (std::uint32_t id = begin(operation); id < end(operation); ++id)
        if (m_sockets[id].io == io && m_sockets[id].index == index) return id;
    return kNoSocket;
}

std::uint32_t Sockets::producerOf(TensorId tensor) const
{
    const OpId producer = m_graph->producer(tensor);
    return producer ? find(producer, SlotIo::Out, m_graph->producerIndex(tensor)) : kNoSocket;
}

// Dominators are only ever set to roots that are known, so that chains cannot close.
std::uint32_t Sockets::root(std::uint32_t id) const
{
    while (m_sockets[id].dominator != kNoSocket) id = m_sockets[id].dominator;
    return id;
}

bool Sockets::known(std::uint32_t id) const
{
    return effective(id) != nullptr;
}

const QuantNode* Sockets::effective(std::uint32_t id) const
{
    if (id == kNoSocket || m_sockets[id].state == TqcState::Fp32) return nullptr;
    const QuantNode* own = m_sockets[root(id)].own;
    return own != nullptr && own->usable ? own : nullptr;
}

const QuantNode* Sockets::quantNode(std::uint32_t node) const
{
    const auto found = std::lower_bound(m_nodes.begin(), m_nodes.end(), node,
                                        [](const QuantNode& quant, std::uint32_t wanted) { return quant.node < wanted; });
    return found != m_nodes.end() && found->node == node ? &*found : nullptr;
}

namespace {

/// Q and DQ nodes above a tensor, from the producer on.
std::vector<std::uint32_t> chainAbove(const NodeIndex& index, std::uint32_t tensor)
{
    std::vector<std::uint32_t> chain;
    const std::uint32_t top = index.throughQuant(tensor);
    while (tensor != top) {
        const std::uint32_t producer = index.tensor(tensor).producer;
        chain.push_back(producer);
        tensor = index.inputs(producer)[0];
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

// Q3: exactly one Q, and nothing else, reads the tensor.
void applyToOutput(Sockets& sockets, Socket& socket)
{
    const RawTensor& raw = sockets.index().tensor(socket.raw);
    if (raw.producer != sockets.graph().operation(socket.operation).position) return; // a second producer
    if (raw.uses.size() != 1 || raw.readInSubgraph) return;
    const RawUse use = raw.uses.front();
    if (use.index != 0 || sockets.index().role(use.node) != NodeRole::Quantize) return;
    socket.chain = {use.node};
    socket.own = sockets.quantNode(use.node);
    if (socket.own->usable) socket.state = TqcState::Activated;
}

bool directlyBehind(const Socket& above, const Socket& socket)
{
    return above.own != nullptr && above.own->usable && !above.chain.empty()
        && socket.chain.size() <= 2 && socket.chain.front() == above.chain.front()
        && (socket.chain.size() == 1 || socket.own->dequantize) && sameParameters(*above.own, *socket.own);
}

// Q4: the nearest DQ above, or the Q when the operation reads integers.
void applyToInput(Sockets& sockets, std::uint32_t id)
{
    Socket& socket = sockets[id];
    socket.chain = chainAbove(sockets.index(), socket.raw);
    if (!socket.data || socket.chain.empty()) return;
    socket.own = sockets.quantNode(socket.chain.back());
    if (!socket.own->usable) return;
    socket.state = TqcState::Activated;
    const std::uint32_t above = sockets.producerOf(socket.tensor);
    if (above == kNoSocket || !directlyBehind(sockets[above], socket)) return;
    for (std::uint32_t other = sockets.begin(socket.operation); other < id; ++other)
        if (sockets[other].tensor == socket.tensor) return;
    socket.state = TqcState::Overlapped;
    socket.dominator = above;
}

} // namespace

void applyQuantNodes(Sockets& sockets)
{
    for (std::uint32_t id = 0; id < sockets.size(); ++id)
        if (sockets[id].io == SlotIo::Out) applyToOutput(sockets, sockets[id]);
    for (std::uint32_t id = 0; id < sockets.size(); ++id)
        if (sockets[id].io == SlotIo::In) applyToInput(sockets, id);
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/graph/graph.h"

namespace alignscope {

std::span<const TensorId> Graph::inputs(OpId id) const
{
    const auto begin = m_inputBegin[id.index()];
    return {m_operands.data() + begin, m_outputBegin[id.index()] - begin};
}

std::span<const TensorId> Graph::outputs(OpId id) const
{
    const auto begin = m_outputBegin[id.index()];
    return {m_operands.data() + begin, m_inputBegin[id.index() + 1] - begin};
}

std::span<const Use> Graph::uses(TensorId id) const
{
    const auto begin = m_useBegin[id.index()];
    return {m_uses.data() + begin, m_useBegin[id.index() + 1] - begin};
}

OpId Graph::findOperation(std::string_view id) const
{
    return OpId(m_operationIndex.find(id, [this](std::uint32_t op) -> std::string_view { return m_operations[op].id; }));
}

TensorId Graph::findTensor(std::string_view name) const
{
    return TensorId(m_tensorIndex.find(name, [this](std::uint32_t id) -> std::string_view { return m_tensors[id].name; }));
}

void Graph::indexNames()
{
    m_operationIndex.reserve(m_operations.size());
    for (std::uint32_t op = 0; op < m_operations.size(); ++op)
        m_operationIndex.insert(m_operations[op].id, op,
                                [this](std::uint32_t other) -> std::string_view { return m_operations[other].id; });
    m_tensorIndex.reserve(m_tensors.size());
    for (std::uint32_t id = 0; id < m_tensors.size(); ++id)
        m_tensorIndex.insert(m_tensors[id].name, id,
                             [this](std::uint32_t other) -> std::string_view { return m_tensors[other].name; });
}

} // namespace alignscope

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
    const auto found = m_operationIndex.find(id);
    return found == m_operationIndex.end() ? OpId{} : found->second;
}

TensorId Graph::findTensor(std::string_view name) const
{
    const auto found = m_tensorIndex.find(name);
    return found == m_tensorIndex.end() ? TensorId{} : found->second;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/search/search_index.h"

#include <utility>

namespace alignscope {

SearchIndex::SearchIndex(std::shared_ptr<const Model> model) : m_model(std::move(model))
{
    const Graph& graph = *m_model->graph;
    m_begin.reserve(3 * graph.operationCount() + graph.tensorCount() + 1);
    for (std::size_t i = 0; i < graph.operationCount(); ++i) {
        const Operation& operation = graph.operation(OpId(i));
        add(operation.id);
        add(operation.name);
        add(operation.type);
    }
    for (std::size_t i = 0; i < graph.tensorCount(); ++i) add(graph.tensor(TensorId(i)).name);
    m_begin.push_back(m_texts.size());
}

void SearchIndex::add(std::string_view text)
{
    m_begin.push_back(m_texts.size());
    for (const char c : text) m_texts += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/search_model.h"

#include "ui/models/roles.h"
#include "ui/text/words.h"

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

void SearchModel::setModel(std::shared_ptr<const Model> model)
{
    m_model = std::move(model);
    m_texts.clear();
    search();
}

void SearchModel::setQuery(const QString& query)
{
    m_words.clear();
    QString word;
    QChar quote;
    const auto finish = [&](bool whole) {
        if (!word.isEmpty()) m_words.push_back({word, whole});
        word.clear();
    };
    for (const QChar c : query) {
        if (!quote.isNull()) {
            if (c == quote) {
                finish(true);
                quote = QChar();
            } else word += c;
        } else if (word.isEmpty() && (c == u'"' || c == u'\'')) quote = c;
        else if (c.isSpace()) finish(false);
        else word += c;
    }
    finish(false);
    search();
}

void SearchModel::search()
{
    beginResetModel();
    m_hits.clear();
    if (m_model && !m_words.empty()) {
        const Graph& graph = *m_model->graph;
        if (m_texts.empty()) {
            m_texts.resize(graph.operationCount());
            for (std::uint32_t i = 0; i < graph.operationCount(); ++i) {
                const OpId id(i);
                const Operation& operation = graph.operation(id);
                QStringList& texts = m_texts[i];
                texts << qs(operation.id) << qs(operation.type);
                if (operation.name != operation.id) texts << qs(operation.name);
                for (const TensorId t : graph.inputs(id))
                    if (t) texts << qs(graph.tensor(t).name);
                for (const TensorId t : graph.outputs(id))
                    if (t) texts << qs(graph.tensor(t).name);
            }
        }
        for (std::uint32_t i = 0; i < m_texts.size(); ++i) {
            const bool all = std::all_of(m_words.begin(), m_words.end(), [&](const Word& word) {
                return std::any_of(m_texts[i].begin(), m_texts[i].end(), [&](const QString& text) {
                    return word.whole ? text.compare(word.text, Qt::CaseInsensitive) == 0
                                      : text.contains(word.text, Qt::CaseInsensitive);
                });
            });
            if (all) m_hits.push_back(OpId(i));
        }
    }
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const OpId id = m_hits[static_cast<std::size_t>(index.row())];
    const Operation& operation = m_model->graph->operation(id);
    switch (role) {
    case Qt::DisplayRole: return u"%1   %2"_s.arg(qs(operation.type), shortened(qs(operation.id), 60));
    case Qt::ToolTipRole: return qs(operation.id);
    case kTargetRole: {
        Selection target;
        target.kind = Selection::Kind::Operation;
        target.operation = id;
        return QVariant::fromValue(target);
    }
    default: return {};
    }
}

} // namespace alignscope::ui

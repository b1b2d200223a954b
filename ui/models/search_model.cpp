// SPDX-License-Identifier: Apache-2.0
#include "ui/models/search_model.h"

#include "core/base/message_codes.h"

#include "core/search/completions.h"
#include "ui/models/roles.h"
#include "ui/text/words.h"

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t kMostAtOnce = 4000; // operations that are searched in less than a frame

} // namespace

SearchModel::SearchModel(QObject* parent) : QAbstractListModel(parent), m_job(*this, m_pool)
{
    m_pool.setMaxThreadCount(2); // a stopped search may still be ending while the next one starts
}

SearchModel::~SearchModel()
{
    m_job.stop();
    m_pool.waitForDone();
}

void SearchModel::setModel(std::shared_ptr<const Model> model)
{
    m_model = std::move(model);
    m_evaluation.reset();
    m_index.reset();
    take({});
    run();
}

void SearchModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation, EvaluationSide side)
{
    if (evaluation && m_model && evaluation->model->graph != m_model->graph) evaluation.reset();
    if (evaluation == m_evaluation && side == m_side) return;
    m_evaluation = std::move(evaluation);
    m_side = side;
    const auto& terms = m_query.terms;
    if (std::any_of(terms.begin(), terms.end(), [](const SearchTerm& term) { return term.flag || term.ofSlot(); })) run();
}

void SearchModel::setQuery(const QString& query)
{
    m_text = query.toStdString();
    auto parsed = parseQuery(m_text);
    m_valueBad = !parsed && (parsed.error().code == MessageCode::SearchValueUnknown || parsed.error().code == MessageCode::SearchNumberBad);
    m_unfinished = !parsed && (parsed.error().code == MessageCode::SearchValueMissing || parsed.error().code == MessageCode::SearchQuoteOpen)
                   && m_text.ends_with(parsed.error().arguments.front());
    m_error = parsed ? QString() : messageText(parsed.error());
    m_query = parsed ? std::move(*parsed) : SearchQuery{};
    run();
}

void SearchModel::run()
{
    m_job.stop();
    if (!m_model || m_query.empty()) {
        take({m_index, nullptr, {}, {}});
        return;
    }
    auto work = [model = m_model, index = m_index, evaluation = m_evaluation, side = m_side, query = m_query, text = m_text](const Task& task) mutable {
        Found found;
        found.index = index ? std::move(index) : std::make_shared<const SearchIndex>(std::move(model));
        found.search = std::make_shared<const Search>(found.index, std::move(evaluation), side, std::move(query));
        found.hits = found.search->all(task);
        if (!found.hits.empty()) found.suggestion = suggestNegated(text, found.index, task);
        return found;
    };
    if (m_model->graph->operationCount() <= kMostAtOnce) {
        take(work(Task{}));
        return;
    }
    m_job.start(std::move(work), [this](Found found) { take(std::move(found)); });
    Q_EMIT changed();
}

void SearchModel::take(Found found)
{
    beginResetModel();
    m_index = std::move(found.index);
    m_search = std::move(found.search);
    m_hits = std::move(found.hits);
    m_negated = std::move(found.suggestion);
    endResetModel();
    Q_EMIT changed();
}

std::optional<SearchSuggestion> SearchModel::suggestion() const
{
    if (!m_model || searching()) return std::nullopt;
    if (!m_hits.empty()) return m_negated;
    return active() || m_valueBad ? suggestSearch(m_text) : std::nullopt;
}

QStringList SearchModel::completions(const QString& query) const
{
    QStringList list;
    if (m_model)
        for (const std::string& completion : searchCompletions(query.toStdString(), *m_model->graph)) list << qs(completion);
    return list;
}

QString SearchModel::completed(const QString& query, const QString& completion)
{
    const std::string text = query.toStdString();
    return qs(std::string_view(text).substr(0, lastTermBegin(text))) + completion;
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QString SearchModel::why(OpId operation) const
{
    const SlotList& slots = m_index->model().baseline.slots();
    QStringList parts;
    for (const SearchReason& reason : m_search->reasons(operation)) {
        const QString text = shortened(qs(reason.text), 60);
        QString part;
        switch (reason.field) {
        case SearchField::Any:
        case SearchField::Type: continue; // the row begins with it
        case SearchField::Name:
            if (reason.text == m_model->graph->operation(operation).id) continue;
            part = tr("name %1").arg(text);
            break;
        case SearchField::Tensor: part = tr("tensor %1").arg(text); break;
        case SearchField::Attribute:
        case SearchField::Shape: part = text; break;
        case SearchField::ElementType: part = reason.slot ? tr("stored as %1").arg(text) : text; break;
        case SearchField::Scale: part = tr("scale %1").arg(text); break;
        case SearchField::Offset: part = tr("offset %1").arg(text); break;
        case SearchField::BitsLost: part = tr("%1 bits lost").arg(text); break;
        case SearchField::Width: part = tr("%1 bits wide").arg(text); break;
        case SearchField::State:
        case SearchField::Group: part = text; break;
        case SearchField::Flag:
            switch (*reason.flag) {
            case SearchFlag::Requantize: part = tr("requantized"); break;
            case SearchFlag::Changed: part = tr("changed"); break;
            case SearchFlag::Joined: part = tr("joined a group only"); break;
            case SearchFlag::Clipped: part = tr("range clipped"); break;
            case SearchFlag::Misaligned: part = tr("inputs on different scales"); break;
            case SearchFlag::Split: part = tr("input and output differ"); break;
            case SearchFlag::Broken: part = tr("broken promise"); break;
            case SearchFlag::Fused: part = tr("fused"); break;
            case SearchFlag::Aligned: part = tr("aligned"); break;
            case SearchFlag::Float: part = tr("runs in float"); break;
            }
            break;
        }
        if (reason.slot) part = u"%1: %2"_s.arg(portName(slots[reason.slot]), part);
        if (!parts.contains(part)) parts << part;
    }
    return parts.join(u"  \u00b7  "_s);
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const OpId id = m_hits[static_cast<std::size_t>(index.row())];
    const Operation& operation = m_model->graph->operation(id);
    switch (role) {
    case Qt::DisplayRole: return qs(operation.id);
    case Qt::AccessibleTextRole: {
        const QString reason = why(id);
        const QString name = u"%1 %2"_s.arg(qs(operation.type), qs(operation.id));
        return reason.isEmpty() ? name : u"%1, %2"_s.arg(name, reason);
    }
    case Qt::ToolTipRole: return qs(operation.id);
    case kTypeRole: return qs(operation.type);
    case kWhyRole: return why(id);
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

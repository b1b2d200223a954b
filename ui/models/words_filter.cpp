// SPDX-License-Identifier: Apache-2.0
#include "ui/models/words_filter.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <utility>

namespace alignscope::ui {
namespace {

using namespace std::chrono_literals;

// Internal id of a top row; a child carries the row of its parent in the source.
constexpr quintptr kTop = std::numeric_limits<quintptr>::max();
constexpr std::size_t kAtOnce = 2000;  ///< rows that are found before the user notices
constexpr auto kPiece = 6ms;           ///< of work, between which the window lives
constexpr int kPortion = 10'000;       ///< top rows that a view is given at a time: it keeps a list of them
constexpr int kFarthest = 30'000;      ///< row that a view is brought to at once: its list takes a moment

} // namespace

/// What a thread sorts; shared, as the filter may be gone when it is done.
struct WordsFilter::Sorting {
    std::atomic<bool> stopped = false;
};

WordsFilter::WordsFilter(QObject* parent) : QAbstractProxyModel(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &WordsFilter::goOn);
}

WordsFilter::~WordsFilter() { stop(); }

void WordsFilter::setSourceModel(QAbstractItemModel* model)
{
    beginResetModel();
    for (const auto& connection : std::as_const(m_connections)) disconnect(connection);
    m_connections.clear();
    forget();
    QAbstractProxyModel::setSourceModel(model);
    if (model != nullptr) {
        const auto begin = [this] {
            beginResetModel();
            forget();
        };
        const auto end = [this] {
            show(kPortion);
            endResetModel();
            find(Whole::Yes);
        };
        m_connections << connect(model, &QAbstractItemModel::modelAboutToBeReset, this, begin) << connect(model, &QAbstractItemModel::modelReset, this, end)
                      << connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, begin) << connect(model, &QAbstractItemModel::rowsInserted, this, end)
                      << connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin) << connect(model, &QAbstractItemModel::rowsRemoved, this, end)
                      << connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, begin) << connect(model, &QAbstractItemModel::rowsMoved, this, end)
                      << connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, begin) << connect(model, &QAbstractItemModel::layoutChanged, this, end)
                      << connect(model, &QAbstractItemModel::dataChanged, this, &WordsFilter::sourceChanged)
                      << connect(model, &QAbstractItemModel::headerDataChanged, this, &WordsFilter::headerDataChanged);
    }
    show(kPortion);
    endResetModel();
    find(Whole::Yes);
}

void WordsFilter::setText(const QString& text)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words) return;
    // Who types on looks for less of the same.
    const bool narrower = m_order && !m_working && std::all_of(m_words.begin(), m_words.end(), [&](const QString& old) {
        return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.contains(old, Qt::CaseInsensitive); });
    });
    m_words = std::move(words);
    find(narrower ? Whole::No : Whole::Yes);
}

void WordsFilter::sort(int column, Qt::SortOrder order)
{
    if (column == m_column && order == m_direction) return;
    m_column = column;
    m_direction = order;
    find(Whole::Yes);
}

void WordsFilter::stop()
{
    m_timer.stop();
    m_search.reset();
    if (m_sorting) m_sorting->stopped = true;
    m_sorting.reset();
    m_working = false;
}

// What is shown belongs to rows that are no more.
void WordsFilter::forget()
{
    stop();
    m_order.reset();
    m_place.clear();
    m_shown = 0;
}

void WordsFilter::find(Whole whole)
{
    stop();
    if (sourceModel() == nullptr || (m_words.isEmpty() && m_column < 0)) {
        accept({});
        return;
    }
    std::optional<RowOrder> among;
    if (whole == Whole::No) among = m_order;
    const std::size_t rows = among ? among->leaves : sourceLeafCount();
    // Rows that were sorted stay so when fewer of them are left.
    m_search = std::make_unique<RowSearch>(*sourceModel(), m_words, among ? -1 : m_column, std::move(among));
    m_working = true;
    if (rows <= kAtOnce) {
        m_search->advance(std::chrono::hours(1));
        RowOrder found = m_search->takeFound();
        const RowKeys keys = m_search->takeKeys();
        const bool unsorted = m_column >= 0 && whole == Whole::Yes;
        m_search.reset();
        m_working = false;
        accept(unsorted ? sorted(std::move(found), keys, m_direction) : std::move(found));
        return;
    }
    m_timer.start();
    Q_EMIT progressed();
}

void WordsFilter::goOn()
{
    if (!m_search->advance(kPiece)) {
        Q_EMIT progressed();
        return;
    }
    m_timer.stop();
    sortFound();
}

void WordsFilter::sortFound()
{
    RowOrder found = m_search->takeFound();
    RowKeys keys = m_search->takeKeys();
    m_search.reset();
    if (keys.top.empty()) { // sorted already, or not wanted
        m_working = false;
        accept(std::move(found));
        return;
    }
    m_sorting = std::make_shared<Sorting>();
    QThreadPool::globalInstance()->start([filter = QPointer(this), sorting = m_sorting, found = std::move(found), keys = std::move(keys), direction = m_direction]() mutable {
        if (sorting->stopped) return;
        auto order = std::make_shared<RowOrder>(sorted(std::move(found), keys, direction));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [filter, sorting, order] {
            if (sorting->stopped || !filter) return;
            filter->m_sorting.reset();
            filter->m_working = false;
            filter->accept(std::move(*order));
        });
    });
}

void WordsFilter::accept(std::optional<RowOrder> order)
{
    if (!order && !m_order) {
        Q_EMIT progressed();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList sources;
    for (const QModelIndex& index : before) sources << mapToSource(index);
    m_order = std::move(order);
    m_place.clear();
    if (m_order) {
        m_place.assign(static_cast<std::size_t>(sourceModel()->rowCount()), -1);
        for (std::size_t i = 0; i < m_order->top.size(); ++i) m_place[static_cast<std::size_t>(m_order->top[i])] = static_cast<int>(i);
    }
    show(kPortion);
    QModelIndexList after;
    for (const QModelIndex& index : std::as_const(sources)) after << mapFromSource(index);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT progressed();
}

void WordsFilter::sourceChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles)
{
    // Other texts may match, or stand elsewhere; a row alone keeps its place until then, unless it is sorted by what changed.
    const bool sortedByIt = m_column >= first.column() && m_column <= last.column();
    if ((m_order || m_working) && (sortedByIt || last.row() > first.row())) find(Whole::Yes);
    if (first.parent().isValid() || m_order) {
        if (m_shown > 0) Q_EMIT dataChanged(index(0, first.column()), index(m_shown - 1, last.column()), roles);
        return;
    }
    const int end = std::min(last.row(), m_shown - 1);
    if (first.row() <= end) Q_EMIT dataChanged(index(first.row(), first.column()), index(end, last.column()), roles);
}

double WordsFilter::progress() const noexcept { return m_search ? m_search->progress() : 1; }

int WordsFilter::topCount() const { return m_order ? static_cast<int>(m_order->top.size()) : sourceModel() != nullptr ? sourceModel()->rowCount() : 0; }
int WordsFilter::sourceTopRow(int row) const { return m_order ? m_order->top[static_cast<std::size_t>(row)] : row; }
int WordsFilter::placeOf(int sourceTop) const { return m_order ? m_place[static_cast<std::size_t>(sourceTop)] : sourceTop; }

void WordsFilter::show(int rows)
{
    m_shown = std::min(rows, topCount());
    m_columns = sourceModel() != nullptr ? sourceModel()->columnCount() : 0;
}

std::size_t WordsFilter::leafCount() const { return m_order ? m_order->leaves : sourceLeafCount(); }

std::size_t WordsFilter::sourceLeafCount() const
{
    if (sourceModel() == nullptr) return 0;
    const int rows = sourceModel()->rowCount();
    if (qobject_cast<const QAbstractTableModel*>(sourceModel()) != nullptr || qobject_cast<const QAbstractListModel*>(sourceModel()) != nullptr) return static_cast<std::size_t>(rows);
    std::size_t leaves = 0;
    for (int row = 0; row < rows; ++row) leaves += static_cast<std::size_t>(std::max(1, sourceModel()->rowCount(sourceModel()->index(row, 0))));
    return leaves;
}

QModelIndex WordsFilter::reach(const QModelIndex& source)
{
    if (!source.isValid()) return {};
    const QModelIndex top = source.parent().isValid() ? source.parent() : source;
    const int place = placeOf(top.row());
    if (place >= kFarthest) return {};
    if (place >= m_shown) showMore((place / kPortion + 1) * kPortion);
    return mapFromSource(source);
}

std::size_t WordsFilter::eachRow(std::size_t most, const std::function<void(const QModelIndex&)>& visit) const
{
    std::size_t visited = 0;
    for (int place = 0; place < topCount() && visited < most; ++place) {
        const QModelIndex top = sourceModel()->index(sourceTopRow(place), 0);
        visit(top);
        ++visited;
        const auto row = static_cast<std::size_t>(top.row());
        const std::size_t children = !m_order ? static_cast<std::size_t>(sourceModel()->rowCount(top))
                                              : m_order->children.empty() ? 0 : m_order->children[row].size();
        for (std::size_t child = 0; child < children && visited < most; ++child, ++visited)
            visit(sourceModel()->index(m_order ? m_order->children[row][child] : static_cast<int>(child), 0, top));
    }
    return visited;
}

bool WordsFilter::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_shown < topCount(); }

void WordsFilter::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) showMore(m_shown + kPortion);
}

void WordsFilter::showMore(int rows)
{
    beginInsertRows({}, m_shown, std::min(rows, topCount()) - 1);
    show(rows);
    endInsertRows();
}

QModelIndex WordsFilter::mapToSource(const QModelIndex& proxy) const
{
    if (!proxy.isValid() || sourceModel() == nullptr) return {};
    if (proxy.internalId() == kTop) return sourceModel()->index(sourceTopRow(proxy.row()), proxy.column());
    const auto top = static_cast<std::size_t>(proxy.internalId());
    const int row = m_order ? m_order->children[top][static_cast<std::size_t>(proxy.row())] : proxy.row();
    return sourceModel()->index(row, proxy.column(), sourceModel()->index(static_cast<int>(top), 0));
}

QModelIndex WordsFilter::mapFromSource(const QModelIndex& source) const
{
    if (!source.isValid()) return {};
    const QModelIndex above = source.parent();
    const int place = placeOf(above.isValid() ? above.row() : source.row());
    if (place < 0 || place >= m_shown) return {};
    if (!above.isValid()) return createIndex(place, source.column(), kTop);
    const auto top = static_cast<std::size_t>(above.row());
    if (!m_order) return createIndex(source.row(), source.column(), static_cast<quintptr>(top));
    const auto& children = m_order->children[top];
    const auto found = std::find(children.begin(), children.end(), source.row());
    if (found == children.end()) return {};
    return createIndex(static_cast<int>(found - children.begin()), source.column(), static_cast<quintptr>(top));
}

QModelIndex WordsFilter::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= m_columns) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(sourceTopRow(parent.row())) : kTop);
}

QModelIndex WordsFilter::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kTop) return {};
    return createIndex(placeOf(static_cast<int>(child.internalId())), 0, kTop);
}

int WordsFilter::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) return m_shown;
    if (parent.column() > 0) return 0;
    if (parent.internalId() != kTop) return 0;
    const int top = sourceTopRow(parent.row());
    if (!m_order) return sourceModel()->rowCount(sourceModel()->index(top, 0));
    return m_order->children.empty() ? 0 : static_cast<int>(m_order->children[static_cast<std::size_t>(top)].size());
}

int WordsFilter::columnCount(const QModelIndex&) const { return m_columns; }
bool WordsFilter::hasChildren(const QModelIndex& parent) const { return rowCount(parent) > 0; }

QVariant WordsFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return sourceModel() != nullptr ? sourceModel()->headerData(section, orientation, role) : QVariant();
}

} // namespace alignscope::ui

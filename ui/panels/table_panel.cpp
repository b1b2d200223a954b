// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/table_panel.h"

#include "ui/models/name_delegate.h"
#include "ui/models/roles.h"
#include "ui/models/words_filter.h"
#include "ui/panels/blocks.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t kMostExpanded = 2000; // rows of a tree that a filter opens
constexpr std::size_t kMostCopied = 20'000; // rows: what a table program takes without a pause

// Told that thousands of rows changed, QTreeView looks for each of them on the screen.
class TableView : public QTreeView {
public:
    using QTreeView::QTreeView;
    void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) override
    {
        constexpr int kMost = 200;
        if (last.row() - first.row() < kMost) QTreeView::dataChanged(first, last, roles);
        else viewport()->update();
    }
};

} // namespace

TablePanel::TablePanel(Session& session, const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_session(session), m_name(name), m_toolRow(new QHBoxLayout), m_filterField(new QLineEdit(this)),
      m_count(new QLabel(this)), m_stack(new QStackedWidget(this)), m_view(new TableView(this)), m_filter(new WordsFilter(this)),
      m_names(new NameDelegate(this)), m_unsorted(new QAction(tr("Original order"), this))
{
    setObjectName(name + u"Panel"_s);
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_toolRow->setContentsMargins(space::kUnit, 5, space::kUnit, 5);
    m_toolRow->setSpacing(space::kUnit);
    m_filterField->setObjectName(name + u"Filter"_s);
    m_filterField->setAccessibleName(tr("Filter of %1").arg(title));
    m_filterField->setPlaceholderText(tr("Filter: every word must occur"));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->setMaximumWidth(320);
    m_filterField->setMinimumWidth(90);
    m_toolRow->addWidget(m_filterField, 4);
    m_count->setProperty("role", u"muted"_s);
    m_count->setMinimumWidth(1); // the first to give way in a narrow dock
    m_toolRow->addWidget(m_count);
    m_toolRow->addStretch(1);
    auto* copy = new QToolButton(this);
    copy->setProperty("flat", true);
    copy->setObjectName(name + u"Copy"_s);
    copy->setIcon(icon(u"copy"_s));
    copy->setToolTip(tr("Copy the rows with exact numbers, to paste into a table or an issue"));
    copy->setAccessibleName(tr("Copy %1").arg(title));
    connect(copy, &QToolButton::clicked, this, &TablePanel::copy);
    m_toolRow->addWidget(copy);
    column->addLayout(m_toolRow);

    m_view->setObjectName(name + u"View"_s);
    m_view->setAccessibleName(title);
    m_view->setModel(m_filter);
    m_view->setSortingEnabled(true);
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setItemDelegate(m_names);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->header()->setHighlightSections(false);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setSortIndicatorClearable(true); // a third click
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_unsorted->setObjectName(name + u"Unsorted"_s);
    m_unsorted->setEnabled(false);
    connect(m_unsorted, &QAction::triggered, this, [this] { m_view->header()->setSortIndicator(-1, Qt::AscendingOrder); });
    connect(m_view->header(), &QHeaderView::sortIndicatorChanged, this, [this](int section) { m_unsorted->setEnabled(section >= 0); });
    m_view->header()->addAction(m_unsorted);
    m_view->header()->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copyAction = new QAction(tr("Copy rows"), m_view);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, copy, &QToolButton::click);
    m_view->addAction(copyAction);
    m_view->addAction(m_unsorted);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_stack->addWidget(m_view);
    column->addWidget(m_stack, 1);

    connect(m_filterField, &QLineEdit::textChanged, this, [this](const QString& text) { m_filter->setText(text); });
    connect(m_filter, &WordsFilter::progressed, this, [this] {
        updateCount();
        if (!m_filter->working() && !m_filterField->text().isEmpty() && m_filter->leafCount() <= kMostExpanded) m_view->expandAll();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid() && !m_selecting && m_view->hasFocus()) chooseRow(current);
    });
    // A filter may make another row the current one without anybody having chosen it.
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        const auto target = index.siblingAtColumn(0).data(kTargetRole).value<Selection>();
        if (target.kind != Selection::Kind::None && !(target == m_session.selection())) chooseRow(index);
    });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &TablePanel::updateCount);
    connect(&m_session, &Session::selectionChanged, this, [this] { followSelection(); });
}

void TablePanel::chooseRow(const QModelIndex& row)
{
    choose(row.siblingAtColumn(0).data(kTargetRole).value<Selection>());
}

void TablePanel::choose(const Selection& target)
{
    if (target.kind == Selection::Kind::None) return;
    m_selecting = true;
    m_session.select(target);
    Q_EMIT m_session.revealRequested();
    m_selecting = false;
}

// A table that nobody sees can wait.
void TablePanel::refreshWhenSeen(std::function<void()> refresh)
{
    if (isVisible()) {
        m_refresh = {};
        return refresh();
    }
    m_refresh = std::move(refresh);
}

void TablePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_refresh) std::exchange(m_refresh, {})();
}

void TablePanel::setSourceModel(QAbstractItemModel* model)
{
    m_filter->setSourceModel(model);
    updateCount();
}

void TablePanel::setFitting(const QList<int>& widths)
{
    for (int i = 0; i < widths.size(); ++i) m_view->header()->resizeSection(i, widths[i]);
}

void TablePanel::setNameColumns(const QList<int>& columns) { m_names->setNameColumns(columns); }
void TablePanel::setUnsortedText(const QString& text) { m_unsorted->setText(text); }

void TablePanel::setEmpty(const QString& sentence, const QString& hint)
{
    const QString key = sentence + u'\n' + hint;
    if (key == m_emptyKey) return;
    m_emptyKey = key;
    if (m_emptyPage != nullptr) {
        m_stack->removeWidget(m_emptyPage);
        m_emptyPage->deleteLater();
        m_emptyPage = nullptr;
    }
    const bool empty = !sentence.isEmpty();
    if (empty) {
        m_emptyPage = emptyState(u"table"_s, sentence, hint, this);
        m_stack->addWidget(m_emptyPage);
        m_stack->setCurrentWidget(m_emptyPage);
    } else m_stack->setCurrentWidget(m_view);
    m_filterField->setEnabled(!empty);
    updateCount();
}

void TablePanel::updateCount()
{
    const QAbstractItemModel* source = m_filter->sourceModel();
    if (source == nullptr || m_emptyPage != nullptr) return m_count->clear();
    if (m_filter->working()) return m_count->setText(tr("searching: %1 %").arg(static_cast<int>(m_filter->progress() * 100)));
    // In a tree the leaves count, not what they hang on.
    const auto all = static_cast<int>(m_filter->sourceLeafCount());
    const auto shown = static_cast<int>(m_filter->leafCount());
    m_count->setText(all == shown ? tr("%n rows", nullptr, all) : tr("%1 of %n rows", nullptr, all).arg(shown));
}

// Marks the row of what was selected elsewhere, without scrolling away from a user's place when it
// is in sight.
void TablePanel::followSelection()
{
    if (m_selecting || !isVisible()) return;
    const Selection selection = m_session.selection();
    if (selection.kind != Selection::Kind::Slot && selection.kind != Selection::Kind::Operation) return;
    const auto mark = [&](const QModelIndex& index) {
        m_selecting = true;
        m_view->setCurrentIndex(index);
        m_selecting = false;
    };
    if (const auto* finder = dynamic_cast<const FindsRows*>(m_filter->sourceModel())) {
        if (const QModelIndex row = m_filter->reach(finder->rowOf(selection)); row.isValid()) mark(row);
        return;
    }
    const auto matches = [&](const QModelIndex& index) { return index.data(kTargetRole).value<Selection>() == selection; };
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex top = m_filter->index(row, 0);
        if (matches(top)) return mark(top);
        for (int child = 0; child < m_filter->rowCount(top); ++child)
            if (const QModelIndex index = m_filter->index(child, 0, top); matches(index)) return mark(index);
    }
}

QString TablePanel::copyText() const
{
    const QAbstractItemModel& source = *m_filter->sourceModel();
    const int columns = source.columnCount();
    QStringList header;
    for (int column = 0; column < columns; ++column) header << source.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QStringList lines{header.join(u'\t')};
    const auto add = [&](const QModelIndex& index) {
        QStringList cells;
        for (int column = 0; column < columns; ++column) {
            const QModelIndex cell = index.siblingAtColumn(column);
            const QVariant exactValue = cell.data(kCopyRole);
            cells << (exactValue.isValid() ? exactValue : cell.data()).toString();
        }
        lines << cells.join(u'\t');
    };
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : std::as_const(rows)) add(row);
    if (rows.isEmpty()) m_filter->eachRow(kMostCopied, add);
    return lines.join(u'\n') + u'\n';
}

void TablePanel::copy()
{
    QGuiApplication::clipboard()->setText(copyText());
    if (m_view->selectionModel()->hasSelection() || m_filter->leafCount() <= kMostCopied) return;
    m_count->setText(tr("Copied the first %n rows. Select others to copy them.", nullptr, static_cast<int>(kMostCopied)));
}

} // namespace alignscope::ui

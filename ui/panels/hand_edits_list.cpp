// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/hand_edits_list.h"

#include "core/align/by_hand.h"
#include "ui/models/hand_edits_model.h"
#include "ui/models/roles.h"
#include "ui/panels/bind_dialog.h"
#include "ui/panels/blocks.h"
#include "ui/panels/pin_dialog.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int kIcon = 16;
constexpr int kPad = 6;
constexpr int kMostHeight = 320; // then the list scrolls

// What it is about, what is done to it, and under these what became of it, wrapped.
class Lines : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() != HandEditsModel::What) return {24, 24};
        const auto* view = qobject_cast<const QTableView*>(option.widget);
        const int width = std::max(view != nullptr ? view->columnWidth(HandEditsModel::What) : 0, 120);
        const QFontMetrics title(scaledFont(1.0, true));
        const QFontMetrics small(scaledFont(0.92));
        const QRect effect = small.boundingRect(QRect(0, 0, width - kIcon - 3 * kPad, 1000), Qt::TextWordWrap,
                                                index.data(HandEditsModel::EffectRole).toString());
        return {width, title.height() + QFontMetrics(scaledFont(1.0)).height() + effect.height() + 2 * kPad - 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        plain.icon = {};
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
        const Theme& t = theme();
        painter->save();
        const QIcon sign = index.data(Qt::DecorationRole).value<QIcon>();
        if (index.column() != HandEditsModel::What) {
            sign.paint(painter, QRect(option.rect.center() - QPoint(7, 7), QSize(14, 14)));
            painter->restore();
            return;
        }
        const QRect area = option.rect.adjusted(kPad, kPad - 1, -kPad, -kPad + 1);
        sign.paint(painter, QRect(area.topLeft(), QSize(kIcon, kIcon)));
        const QRect text = area.adjusted(kIcon + kPad, 0, 0, 0);
        const QFont bold = scaledFont(1.0, true);
        painter->setFont(bold);
        painter->setPen(t.text);
        const QFontMetrics metrics(bold);
        painter->drawText(QRect(text.topLeft(), QSize(text.width(), metrics.height())), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data(HandEditsModel::SubjectRole).toString(), Qt::ElideLeft, text.width()));
        painter->setFont(scaledFont(1.0));
        const QFontMetrics plainMetrics(painter->font());
        QString done = index.data(HandEditsModel::DoneRole).toString();
        if (const QString name = index.data(HandEditsModel::NameRole).toString(); !name.isEmpty()) {
            done += u' ';
            done += plainMetrics.elidedText(name, Qt::ElideLeft, text.width() - plainMetrics.horizontalAdvance(done));
        }
        const QRect second(text.left(), text.top() + metrics.height(), text.width(), plainMetrics.height());
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter, plainMetrics.elidedText(done, Qt::ElideRight, text.width()));
        const bool trouble = index.data(HandEditsModel::TroubleRole).toBool();
        painter->setFont(scaledFont(0.92));
        painter->setPen(trouble ? t.warning : t.muted);
        painter->drawText(text.adjusted(0, metrics.height() + plainMetrics.height(), 0, 0), Qt::TextWordWrap,
                          index.data(HandEditsModel::EffectRole).toString());
        painter->restore();
    }
};

} // namespace

HandEditsList::HandEditsList(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"handEditsList"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kHalf);
    auto* head = new QHBoxLayout;
    head->addWidget(sectionLabel(tr("By hand"), this));
    head->addStretch(1);
    m_clear = linkButton(tr("Remove all"), this);
    m_clear->setObjectName(u"clearHandEdits"_s);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_session.clearHandEdits(); });
    head->addWidget(m_clear);
    column->addLayout(head);
    m_hint = mutedLabel(tr("Nothing yet. M gives the selected operation a method of its own; drag from one slot to another to bind it; S pins a slot, X excludes an edge. All but M need the strict engine."), this);
    column->addWidget(m_hint);

    m_model = new HandEditsModel(this);
    m_view = new QTableView(this);
    m_view->setObjectName(u"handEdits"_s);
    m_view->setAccessibleName(tr("By hand: exceptions, bindings, pins and excluded edges"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new Lines(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->horizontalHeader()->hide();
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setMinimumSectionSize(24);
    m_view->horizontalHeader()->setSectionResizeMode(HandEditsModel::What, QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(HandEditsModel::Remove, QHeaderView::Fixed);
    m_view->setColumnWidth(HandEditsModel::Remove, 26);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* change = new QAction(tr("Change..."), m_view);
    auto* remove = new QAction(icon(u"trash"_s), tr("Remove"), m_view);
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_view->addActions({change, remove});
    connect(change, &QAction::triggered, this, [this] { edit(m_view->currentIndex().row()); });
    connect(remove, &QAction::triggered, this, [this] { this->remove(m_view->currentIndex().row()); });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (index.column() == HandEditsModel::What) edit(index.row());
    });
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == HandEditsModel::Remove) this->remove(index.row());
        else select(index.row());
    });
    column->addWidget(m_view);
    // The rows are as high as their text is when wrapped, and the column gets its width only when it is shown.
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, &HandEditsList::fitHeight, Qt::QueuedConnection);
    connect(&m_session, &Session::modelChanged, this, &HandEditsList::refresh);
    connect(&m_session, &Session::evaluationChanged, this, &HandEditsList::refresh);
    refresh();
}

void HandEditsList::refresh()
{
    const int row = m_view->currentIndex().row();
    const bool focused = m_view->hasFocus();
    m_model->set(m_session.evaluation() ? handEdits(*m_session.evaluation()) : std::vector<HandEdit>{});
    const int rows = m_model->rowCount();
    m_view->setVisible(rows > 0);
    m_clear->setVisible(rows > 0);
    m_hint->setVisible(rows == 0);
    if (focused && rows > 0) { // removing with Del goes on with the next
        m_view->setCurrentIndex(m_model->index(std::clamp(row, 0, rows - 1), 0));
        m_view->setFocus();
    }
    fitHeight();
}

void HandEditsList::fitHeight()
{
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    option.widget = m_view;
    int height = 2 * m_view->frameWidth();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        // Not resizeRowsToContents(): it looks at visible columns only, and there are none before the first show.
        m_view->setRowHeight(row, m_view->itemDelegate()->sizeHint(option, m_model->index(row, HandEditsModel::What)).height());
        height += m_view->rowHeight(row);
    }
    m_view->setFixedHeight(std::min(height, kMostHeight));
}

void HandEditsList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &HandEditsList::fitHeight, Qt::QueuedConnection); // the columns follow first
}

void HandEditsList::select(int row)
{
    const auto target = m_model->index(row, 0).data(kTargetRole).value<Selection>();
    switch (target.kind) {
    case Selection::Kind::Operation: m_session.selectOperation(target.operation); break;
    case Selection::Kind::Slot: m_session.selectSlot(target.slot); break;
    case Selection::Kind::Edge: m_session.selectEdge(target.slot); break;
    default: break;
    }
}

void HandEditsList::remove(int row)
{
    if (const HandEdit* edit = m_model->row(row)) m_session.removeHandEdit(HandEdit(*edit)); // the model changes under it
}

void HandEditsList::edit(int row)
{
    const HandEdit* edit = m_model->row(row);
    if (edit == nullptr || !m_session.model()) return;
    const bool usable = edit->slot && handRefusal(m_session.model()->baseline, edit->slot) == Reason::None;
    switch (edit->kind) {
    case HandEdit::Kind::Override: editOverride(row); break;
    case HandEdit::Kind::Binding:
        if (usable) (new BindDialog(m_session, edit->slot, this))->open();
        break;
    case HandEdit::Kind::Pin:
        if (usable) (new PinDialog(m_session, edit->slot, this))->open();
        break;
    case HandEdit::Kind::ExcludedEdge: select(row); break;
    }
}

void HandEditsList::editOverride(int number)
{
    const HandEdit row = *m_model->row(number); // the model may change while the menu is open
    QMenu menu(this);
    const QString operation = qs(row.subject);
    const auto add = [&](const QString& text, const Override& value) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(value == row.choice);
        connect(action, &QAction::triggered, this, [this, operation, value] { m_session.setOverride(operation, value); });
    };
    if (row.operation)
        if (const auto family = familyOf(m_session.model()->graph->operation(row.operation).type))
            for (const Method method : legalMethods(*family)) add(titleOf(method), Override{method, row.choice.overlap});
    menu.addSeparator();
    add(tr("Overlap as set for all"), Override{row.choice.method, std::nullopt});
    add(tr("Overlap on"), Override{row.choice.method, Overlap::On});
    add(tr("Overlap off"), Override{row.choice.method, Overlap::Off});
    menu.addSeparator();
    connect(menu.addAction(icon(u"trash"_s), tr("Remove")), &QAction::triggered, this,
            [this, operation] { m_session.setOverride(operation, {}); });
    const QRect cell = m_view->visualRect(m_model->index(number, 0));
    menu.exec(m_view->viewport()->mapToGlobal(cell.bottomLeft()));
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/watches_view.h"

#include "ui/models/roles.h"
#include "ui/models/watches_model.h"
#include "ui/panels/blocks.h"
#include "ui/session/session.h"
#include "ui/session/stepper.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

WatchesView::WatchesView(Session& session, Stepper& stepper, QWidget* parent)
    : QWidget(parent), m_session(session), m_stepper(stepper), m_model(new WatchesModel(stepper, this)), m_view(new QTreeView(this)),
      m_hint(mutedLabel(tr("Select a slot on the canvas and add it, or choose \u201cWatch this slot\u201d in its menu."), this)), m_add(new QToolButton(this))
{
    setObjectName(u"watches"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kUnit, 2, space::kHalf, 2);
    head->addWidget(sectionLabel(tr("Watches"), this));
    head->addStretch(1);
    m_add->setProperty("flat", true);
    m_add->setObjectName(u"addWatch"_s);
    m_add->setIcon(icon(u"add"_s));
    m_add->setIconSize(QSize(16, 16));
    m_add->setToolTip(tr("Watch the selected slot (Shift+W)"));
    m_add->setAccessibleName(tr("Watch the selected slot"));
    connect(m_add, &QToolButton::clicked, this, [this] { m_stepper.watch(m_session.meantSlot()); });
    head->addWidget(m_add);
    column->addLayout(head);

    m_view->setObjectName(u"watchesView"_s);
    m_view->setAccessibleName(tr("Watched slots"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideLeft); // the end of a name tells it apart
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->header()->setHighlightSections(false);
    m_view->header()->setStretchLastSection(true);
    const int widths[] = {150, 72, 150, 92, 76, 56, 130};
    for (int i = 0; i < WatchesModel::ColumnCount; ++i) m_view->header()->resizeSection(i, widths[i]);
    column->addWidget(m_view, 1);
    m_hint->setContentsMargins(space::kUnit, space::kHalf, space::kUnit, space::kHalf);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hintPlace = new ScrollingWords(m_hint, this);
    column->addWidget(m_hintPlace, 1);

    const auto action = [this](const QString& text, const QKeySequence& key, auto&& run) {
        auto* made = new QAction(text, m_view);
        made->setShortcut(key);
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, this, run);
        m_view->addAction(made);
    };
    action(tr("Go to its next change"), QKeySequence(Qt::Key_Right | Qt::AltModifier), [this] { goToChange(true); });
    action(tr("Go to its previous change"), QKeySequence(Qt::Key_Left | Qt::AltModifier), [this] { goToChange(false); });
    action(tr("Halt when it changes"), {}, [this] {
        const int row = currentRow();
        if (row < 0) return;
        const Stepper::Watch& watch = m_stepper.watches()[static_cast<std::size_t>(row)];
        m_stepper.addBreakpoint({Breakpoint::Kind::SlotChange, watch.id.toStdString(), 0});
    });
    action(tr("Select the slot"), QKeySequence(Qt::Key_Return), [this] { selectCurrent(); });
    action(tr("Remove"), QKeySequence::Delete, [this] { removeCurrent(); });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view, &QTreeView::doubleClicked, this, [this] { selectCurrent(); });
    connect(&stepper, &Stepper::watchesChanged, this, &WatchesView::refresh);
    connect(&session, &Session::selectionChanged, this, &WatchesView::refresh);
    refresh();
}

void WatchesView::refresh()
{
    const bool empty = m_stepper.watches().empty();
    m_view->setVisible(!empty);
    m_hintPlace->setVisible(empty);
    m_add->setEnabled(m_session.meantSlot().valid());
}

int WatchesView::currentRow() const
{
    const int row = m_view->currentIndex().row();
    return row < static_cast<int>(m_stepper.watches().size()) ? row : -1;
}

void WatchesView::selectCurrent()
{
    const auto target = m_view->currentIndex().data(kTargetRole).value<Selection>();
    if (target.kind == Selection::Kind::None) return;
    m_session.select(target);
    Q_EMIT m_session.revealRequested();
}

void WatchesView::removeCurrent()
{
    const int row = currentRow();
    if (row < 0) return;
    m_stepper.unwatch(m_stepper.watches()[static_cast<std::size_t>(row)].id);
    if (m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
}

void WatchesView::goToChange(bool next)
{
    const int row = currentRow();
    if (row < 0) return;
    const SlotHistory& history = m_stepper.watches()[static_cast<std::size_t>(row)].history;
    if (history.moments.empty()) return;
    const std::size_t here = m_stepper.stepping() || !next ? m_stepper.position() : 0;
    std::vector<Stop> changes;
    for (std::size_t i = 1; i < history.moments.size(); ++i) changes.push_back({history.moments[i].position, 0, {}, {}, 0});
    if (const auto position = nextStop(changes, here, next ? Direction::Forward : Direction::Back)) m_stepper.goTo(*position);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/window/hand_actions.h"

#include "core/align/by_hand.h"
#include "core/base/message_codes.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/graph_view.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/window/actions.h"
#include "ui/panels/bind_dialog.h"
#include "ui/panels/pin_dialog.h"

#include <QMenu>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype kLongestName = 34; // in a menu

} // namespace

HandActions::HandActions(Session& session, const Actions& actions, GraphView& canvas, QWidget* window)
    : QObject(window), m_session(session), m_actions(actions), m_canvas(canvas), m_window(window)
{
    const auto on = [this](QAction* action, auto&& function) { connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function)); };
    on(actions.bind, [this] { bind(); });
    on(actions.releaseBinding, [this] { m_session.releaseBinding(qs(m_session.model()->baseline.slots().id(selectedSlot()))); });
    on(actions.pin, [this] {
        if (const QString why = slotRefusal(); !why.isEmpty()) Q_EMIT refused(why);
        else if (selectedSlot()) (new PinDialog(m_session, selectedSlot(), m_window))->open();
    });
    on(actions.unpin, [this] { m_session.unpinSlot(qs(m_session.model()->baseline.slots().id(selectedSlot()))); });
    on(actions.excludeEdge, [this] { toggleExcluded(); });
    connect(&canvas, &GraphView::secondSlotPicked, &session, &Session::selectSecondSlot);
    connect(&canvas, &GraphView::bindConsidered, this, [this](SlotId slot, SlotId master) {
        if (master) m_session.startPreview(m_session.withBinding(slot, master, Session::AlsoStrict::Yes));
        else m_session.endPreview();
    });
    connect(&canvas, &GraphView::bindDropped, this, [this](SlotId slot, SlotId master, const QPoint& place) { bindTo(slot, master, place); });
    connect(&session, &Session::selectionChanged, this, &HandActions::refresh);
    connect(&session, &Session::scenarioChanged, this, &HandActions::refresh);
    connect(&session, &Session::modelChanged, this, &HandActions::refresh);
    connect(&session, &Session::selectionChanged, this, [this] { m_canvas.setSecondSlot(m_session.secondSlot()); });
    refresh();
}

SlotId HandActions::selectedSlot() const
{
    const Selection& selection = m_session.selection();
    const bool slot = selection.kind == Selection::Kind::Slot || selection.kind == Selection::Kind::Group;
    return m_session.model() && slot ? selection.slot : SlotId{};
}

// The selected edge; of a selected input slot the edge that it reads.
std::optional<SlotEdge> HandActions::selectedEdge() const
{
    const auto& model = m_session.model();
    const Selection& selection = m_session.selection();
    const bool edge = selection.kind == Selection::Kind::Edge || selection.kind == Selection::Kind::Slot;
    if (!model || !model->slotGraph || !edge || !selection.slot) return std::nullopt;
    const auto edges = model->slotGraph->edges();
    const auto found = std::lower_bound(edges.begin(), edges.end(), selection.slot,
                                        [](const SlotEdge& e, SlotId slot) { return e.to < slot; });
    return found != edges.end() && found->to == selection.slot ? std::optional(*found) : std::nullopt;
}

QPoint HandActions::placeOf(SlotId slot) const
{
    const auto drawing = m_canvas.drawing();
    const std::uint32_t port = drawing ? drawing->portOf(slot) : kNoIndex;
    const QRect area = m_canvas.viewport()->rect();
    QPoint at = area.center();
    if (port != kNoIndex) {
        const QPoint there = m_canvas.fromScene(drawing->port(port).pill.bottomLeft()).toPoint();
        if (area.contains(there)) at = there;
    }
    return m_canvas.viewport()->mapToGlobal(at);
}

// Why nothing can be done by hand to the selected slot; empty when something can, or none is selected.
QString HandActions::slotRefusal() const
{
    const SlotId slot = selectedSlot();
    const auto& model = m_session.model();
    const Reason reason = slot ? handRefusal(model->baseline, slot) : Reason::None;
    return reason == Reason::None ? QString() : messageText(refusalMessage(reason, *model, model->baseline.slots().id(slot)));
}

// An action that would be refused stays enabled: its key then says why, where a disabled one would do nothing.
void HandActions::refresh()
{
    const auto& model = m_session.model();
    const SlotId slot = selectedSlot();
    const std::string id = slot ? model->baseline.slots().id(slot) : std::string();
    const QString why = slotRefusal();
    for (QAction* action : {m_actions.bind, m_actions.pin}) {
        action->setEnabled(slot.valid());
        const QString tip = action->property("tip").toString();
        action->setToolTip(why.isEmpty() ? tip : tip + u'\n' + why);
        action->setStatusTip(why.isEmpty() ? action->property("status").toString() : why);
    }
    m_actions.releaseBinding->setEnabled(slot && findBinding(m_session.scenario(), id) != nullptr);
    m_actions.unpin->setEnabled(slot && findPin(m_session.scenario(), id) != nullptr);

    const auto edge = selectedEdge();
    bool excluded = false;
    QString verdictText;
    if (edge) {
        const SlotList& slots = model->baseline.slots();
        const ExcludedEdge named{slots.id(edge->from), slots.id(edge->to)};
        excluded = isExcluded(m_session.scenario(), named);
        const Reason refused = excludeRefusal(*model, m_session.scenario(), edge->from, edge->to);
        if (!excluded && refused != Reason::None) verdictText = messageText(refusalMessage(refused, *model, named.from, named.to));
    }
    m_actions.excludeEdge->setText(excluded ? tr("&Include edge again") : tr("E&xclude edge"));
    m_actions.excludeEdge->setEnabled(edge.has_value());
    m_actions.excludeEdge->setToolTip(verdictText.isEmpty() ? m_actions.excludeEdge->property("tip").toString() : verdictText);
    m_actions.excludeEdge->setStatusTip(verdictText.isEmpty() ? m_actions.excludeEdge->property("status").toString() : verdictText);
}

void HandActions::attempt(const Result<void>& verdict, MessageCode needsStrict, const QString& switchText,
                          std::optional<QPoint> place, const std::function<void(bool)>& edit)
{
    if (verdict) return edit(false);
    if (verdict.error().code != needsStrict || !place) {
        Q_EMIT refused(messageText(verdict.error()));
        return;
    }
    QMenu menu(m_window);
    menu.setObjectName(u"needsStrict"_s);
    QAction* because = menu.addAction(tr("The PPQ engine repeats PPQ, which cannot do this."));
    because->setEnabled(false);
    menu.addSeparator();
    QAction* also = menu.addAction(switchText);
    also->setObjectName(u"alsoStrict"_s);
    menu.addAction(tr("Cancel"));
    menu.setActiveAction(also);
    if (menu.exec(*place) == also) edit(true);
}

void HandActions::bindTo(SlotId slot, SlotId master, std::optional<QPoint> place)
{
    const auto& model = m_session.model();
    if (!model) return;
    const SlotList& slots = model->baseline.slots();
    attempt(canBind(*model, m_session.scenario(), slots.id(slot), slots.id(master)), MessageCode::HandBindNeedsStrict,
            tr("Switch to the strict engine and bind"), place, [this, slot, master](bool alsoStrict) {
                m_session.bindSlot(slot, master, alsoStrict ? Session::AlsoStrict::Yes : Session::AlsoStrict::No);
                m_session.selectSecondSlot({}); // it has served
            });
}

void HandActions::bind()
{
    const SlotId slot = selectedSlot();
    if (!slot) return;
    if (const QString why = slotRefusal(); !why.isEmpty()) return Q_EMIT refused(why);
    if (m_session.secondSlot()) bindTo(slot, m_session.secondSlot(), placeOf(m_session.secondSlot()));
    else (new BindDialog(m_session, slot, m_window))->open();
}

void HandActions::toggleExcluded()
{
    const auto edge = selectedEdge();
    if (!edge) return;
    const SlotList& slots = m_session.model()->baseline.slots();
    const ExcludedEdge named{slots.id(edge->from), slots.id(edge->to)};
    if (isExcluded(m_session.scenario(), named)) return m_session.includeEdge(qs(named.from), qs(named.to));
    if (const Reason reason = excludeRefusal(*m_session.model(), m_session.scenario(), edge->from, edge->to); reason != Reason::None)
        return Q_EMIT refused(messageText(refusalMessage(reason, *m_session.model(), named.from, named.to)));
    attempt(canExclude(*m_session.model(), m_session.scenario(), named.from, named.to), MessageCode::HandExcludeNeedsStrict,
            tr("Switch to the strict engine and exclude"), placeOf(edge->to), [this, edge = *edge](bool alsoStrict) {
                m_session.excludeEdge(edge.from, edge.to, alsoStrict ? Session::AlsoStrict::Yes : Session::AlsoStrict::No);
            });
}

void HandActions::fillContextMenu(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    const auto& model = m_session.model();
    const SlotId slot = selectedSlot();
    if (slot) {
        const SlotList& slots = model->baseline.slots();
        const SlotId second = m_session.secondSlot();
        const auto name = [&](SlotId id) { return shortened(slotName(slots, id), kLongestName); };
        if (second) {
            const QPoint place = placeOf(second);
            for (const auto& [a, b] : {std::pair(slot, second), std::pair(second, slot)}) {
                QAction* action = menu->addAction(tr("Bind %1 to %2").arg(name(a), name(b)));
                if (a == slot) action->setShortcut(m_actions.bind->shortcut());
                const Reason reason = bindRefusal(model->baseline, a, b);
                action->setEnabled(reason == Reason::None);
                if (reason != Reason::None) action->setToolTip(messageText(refusalMessage(reason, *model, slots.id(a), slots.id(b))));
                connect(action, &QAction::triggered, this, [this, a = a, b = b, place] { bindTo(a, b, place); });
            }
        } else {
            menu->addAction(m_actions.bind);
        }
        if (m_actions.releaseBinding->isEnabled()) menu->addAction(m_actions.releaseBinding);
        menu->addAction(m_actions.pin);
        if (m_actions.unpin->isEnabled()) menu->addAction(m_actions.unpin);
    }
    if (selectedEdge()) menu->addAction(m_actions.excludeEdge);
    if (slot || selectedEdge()) menu->addSeparator();
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// Session: the edits by hand, each one undo step.
#include "core/align/by_hand.h"
#include "ui/session/session.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"

#include <QPointer>

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

// A scenario that is edited for an engine that honours the edit.
Scenario startFrom(const Scenario& scenario, Session::AlsoStrict engine)
{
    Scenario next = scenario;
    if (engine == Session::AlsoStrict::Yes) next.engine = Engine::Strict;
    return next;
}

} // namespace

Scenario Session::withBinding(SlotId slot, SlotId master, AlsoStrict engine) const
{
    Scenario next = startFrom(m_scenario, engine);
    const SlotList& slots = m_model->baseline.slots();
    setBinding(next, {slots.id(slot), slots.id(master)});
    return next;
}

Scenario Session::withPin(SlotId slot, float scale, float offset, AlsoStrict engine) const
{
    Scenario next = startFrom(m_scenario, engine);
    setPin(next, {m_model->baseline.slots().id(slot), scale, offset});
    return next;
}

Scenario Session::withExcluded(SlotId from, SlotId to, AlsoStrict engine) const
{
    Scenario next = startFrom(m_scenario, engine);
    const SlotList& slots = m_model->baseline.slots();
    setExcluded(next, {slots.id(from), slots.id(to)});
    return next;
}

void Session::bindSlot(SlotId slot, SlotId master, AlsoStrict engine)
{
    if (!m_model) return;
    const SlotList& slots = m_model->baseline.slots();
    const QString text = engine == AlsoStrict::Yes && m_scenario.engine != Engine::Strict
        ? tr("Use the strict engine and bind %1 to %2")
        : tr("Bind %1 to %2");
    edit(withBinding(slot, master, engine), text.arg(slotName(slots, slot), slotName(slots, master)));
}

void Session::releaseBinding(const QString& slot)
{
    Scenario next = m_scenario;
    if (removeBinding(next, slot.toStdString())) edit(std::move(next), tr("Release %1").arg(slot));
}

void Session::pinSlot(SlotId slot, float scale, float offset, AlsoStrict engine)
{
    if (!m_model) return;
    const QString text = engine == AlsoStrict::Yes && m_scenario.engine != Engine::Strict
        ? tr("Use the strict engine and pin %1 to %2")
        : tr("Pin %1 to %2");
    edit(withPin(slot, scale, offset, engine), text.arg(slotName(m_model->baseline.slots(), slot), exact(scale)));
}

void Session::unpinSlot(const QString& slot)
{
    Scenario next = m_scenario;
    if (removePin(next, slot.toStdString())) edit(std::move(next), tr("Unpin %1").arg(slot));
}

void Session::excludeEdge(SlotId from, SlotId to, AlsoStrict engine)
{
    if (!m_model) return;
    const SlotList& slots = m_model->baseline.slots();
    const QString text = engine == AlsoStrict::Yes && m_scenario.engine != Engine::Strict
        ? tr("Use the strict engine and exclude the edge from %1 to %2")
        : tr("Exclude the edge from %1 to %2");
    edit(withExcluded(from, to, engine), text.arg(slotName(slots, from), slotName(slots, to)));
}

void Session::includeEdge(const QString& from, const QString& to)
{
    Scenario next = m_scenario;
    if (removeExcluded(next, {from.toStdString(), to.toStdString()}))
        edit(std::move(next), tr("Include the edge from %1 to %2 again").arg(from, to));
}

void Session::removeHandEdit(const HandEdit& unwanted)
{
    switch (unwanted.kind) {
    case HandEdit::Kind::Override: setOverride(qs(unwanted.subject), {}); break;
    case HandEdit::Kind::Binding: releaseBinding(qs(unwanted.subject)); break;
    case HandEdit::Kind::Pin: unpinSlot(qs(unwanted.subject)); break;
    case HandEdit::Kind::ExcludedEdge: includeEdge(qs(unwanted.subject), qs(unwanted.object)); break;
    }
}

void Session::clearHandEdits()
{
    Scenario next = m_scenario;
    next.overrides.clear();
    next.bindings.clear();
    next.pins.clear();
    next.excludedEdges.clear();
    edit(std::move(next), tr("Remove all edits by hand"));
}

void Session::findWayOut(std::shared_ptr<const Evaluation> evaluation, SlotId root, SlotId member, QObject* receiver,
                         std::function<void(WayOut)> done)
{
    m_wayOutJob.start(
        [evaluation = std::move(evaluation), root, member](const Task&) {
            const Group* group = evaluation->cascade.group(root);
            return group != nullptr ? wayOutOf(*evaluation, *group, member) : WayOut{};
        },
        [guard = QPointer<QObject>(receiver), done = std::move(done)](WayOut way) {
            if (guard) done(std::move(way));
        });
}

} // namespace alignscope::ui

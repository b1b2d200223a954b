// SPDX-License-Identifier: Apache-2.0
// Session: what is looked at, and steps from one such thing to the next.
#include "ui/session/session.h"

#include <algorithm>
#include <span>
#include <cstddef>

namespace alignscope::ui {

void Session::select(const Selection& selection)
{
    if (m_selection == selection && !m_secondSlot) return;
    m_selection = selection;
    m_secondSlot = {};
    Q_EMIT selectionChanged();
}

void Session::selectSecondSlot(SlotId slot)
{
    if (m_selection.kind != Selection::Kind::Slot) return;
    if (slot == m_secondSlot || slot == m_selection.slot) slot = {};
    if (slot == m_secondSlot) return;
    m_secondSlot = slot;
    Q_EMIT selectionChanged();
}

void Session::reveal(const Selection& selection)
{
    select(selection);
    Q_EMIT revealRequested();
}

void Session::selectOperation(OpId operation)
{
    Selection selection;
    selection.kind = Selection::Kind::Operation;
    selection.operation = operation;
    reveal(selection);
}

void Session::selectSlot(SlotId slot)
{
    if (!m_model || !slot) return;
    reveal(slotSelection(m_model->baseline.slots(), slot));
}

void Session::selectEdge(SlotId consumer)
{
    if (!m_model || !consumer) return;
    Selection selection;
    selection.kind = Selection::Kind::Edge;
    selection.slot = consumer;
    selection.tensor = m_model->baseline.slots()[consumer].tensor;
    reveal(selection);
}

void Session::selectGroup(SlotId root)
{
    if (!m_model || !root) return;
    Selection selection;
    selection.kind = Selection::Kind::Group;
    selection.slot = root;
    reveal(selection);
}

SlotId Session::meantSlot() const
{
    if (m_selection.slot || !m_model || m_selection.kind != Selection::Kind::Operation) return m_selection.slot;
    return m_model->baseline.slots().find(m_selection.operation, SlotIo::Out, 0);
}

void Session::setMode(CanvasMode mode)
{
    if (m_mode == mode) return;
    m_mode = mode;
    Q_EMIT modeChanged();
}

bool Session::stepRequantizeEdge(int direction)
{
    if (!shown()) return false;
    const std::span<const RequantizeEdge> edges = m_mode == CanvasMode::Before ? shown()->cascade.edgesBefore : shown()->cascade.edgesAfter;
    if (edges.empty()) return false;
    const auto count = static_cast<std::ptrdiff_t>(edges.size());
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    const SlotId here = m_selection.slot;
    if (here && m_selection.kind != Selection::Kind::Group) {
        // Edges stand in the order of their consumer slots.
        const auto at = std::lower_bound(edges.begin(), edges.end(), here,
                                         [](const RequantizeEdge& e, SlotId id) { return e.edge.to < id; });
        const std::ptrdiff_t index = at - edges.begin();
        const bool onEdge = at != edges.end() && at->edge.to == here;
        next = direction > 0 ? (onEdge ? index + 1 : index) : index - 1;
        next = (next + count) % count;
    }
    selectEdge(edges[static_cast<std::size_t>(next)].edge.to);
    return true;
}

bool Session::stepSlot(int direction)
{
    const OpId operation = m_selection.operation ? m_selection.operation
        : m_model && m_selection.slot            ? m_model->baseline.slots()[m_selection.slot].operation
                                                 : OpId{};
    if (!m_model || !operation) return false;
    const SlotList& slots = m_model->baseline.slots();
    std::vector<SlotId> data;
    for (std::size_t i = 0; i < slots.slotsOf(operation).size(); ++i) {
        const SlotId slot(slots.firstSlot(operation).index() + i);
        if (slots[slot].data) data.push_back(slot);
    }
    if (data.empty()) return false;
    const auto at = std::find(data.begin(), data.end(), m_selection.slot);
    const auto count = static_cast<std::ptrdiff_t>(data.size());
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (at != data.end()) next = (at - data.begin() + direction + count) % count;
    selectSlot(data[static_cast<std::size_t>(next)]);
    return true;
}

std::vector<OpId> Session::selectedOperations() const
{
    std::vector<OpId> operations;
    if (!m_model) return operations;
    const SlotList& slots = m_model->baseline.slots();
    switch (m_selection.kind) {
    case Selection::Kind::Operation: operations.push_back(m_selection.operation); break;
    case Selection::Kind::Slot: operations.push_back(slots[m_selection.slot].operation); break;
    case Selection::Kind::Edge:
        if (const OpId producer = m_selection.tensor ? m_model->graph->producer(m_selection.tensor) : OpId{}) operations.push_back(producer);
        if (m_selection.slot) operations.push_back(slots[m_selection.slot].operation);
        else if (m_selection.tensor)
            for (const Use& use : m_model->graph->uses(m_selection.tensor)) operations.push_back(use.operation);
        break;
    case Selection::Kind::Group:
        if (!shown()) break;
        if (const Group* group = m_mode == CanvasMode::Before ? shown()->cascade.groupBefore(m_selection.slot) : shown()->cascade.group(m_selection.slot))
            for (const SlotId slot : group->slots) operations.push_back(slots[slot].operation);
        break;
    case Selection::Kind::Block:
        if (m_blocks && m_selection.block < m_blocks->size()) operations = (*m_blocks)[m_selection.block].operations;
        break;
    case Selection::Kind::None: break;
    }
    std::sort(operations.begin(), operations.end());
    operations.erase(std::unique(operations.begin(), operations.end()), operations.end());
    return operations;
}

} // namespace alignscope::ui

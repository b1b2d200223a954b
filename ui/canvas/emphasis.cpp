// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/emphasis.h"

#include <algorithm>

namespace alignscope::ui {
namespace {

void sortUnique(std::vector<std::uint32_t>& list)
{
    if (!std::is_sorted(list.begin(), list.end())) std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void addNodeOf(Emphasis& e, const Drawing& drawing, SlotId slot)
{
    std::uint32_t node = kNoIndex;
    if (const std::uint32_t port = drawing.portOf(slot); port != kNoIndex)
        node = drawing.port(port).node;
    else
        node = drawing.nodeOf(drawing.model().baseline.slots()[slot].operation);
    if (node != kNoIndex) e.nodes.push_back(node);
}

// Edges both of whose ends stand in the emphasis, as nodes.
void addInnerEdges(Emphasis& e, const Drawing& drawing)
{
    sortUnique(e.nodes);
    constexpr std::size_t kMany = 1000; // looked up faster one by one than searched for
    std::vector<char> listed;
    if (e.nodes.size() > kMany) {
        listed.assign(drawing.nodes().size(), 0);
        for (const std::uint32_t index : e.nodes) listed[index] = 1;
    }
    const auto lists = [&](std::uint32_t node) {
        return listed.empty() ? std::binary_search(e.nodes.begin(), e.nodes.end(), node) : listed[node] != 0;
    };
    for (const std::uint32_t index : e.nodes)
        for (const DrawnPort& port : drawing.ports(drawing.node(index))) {
            if (port.input) continue;
            for (const std::uint32_t edge : drawing.edgesAt(port)) {
                const std::uint32_t to = drawing.port(drawing.edges()[edge].toPort).node;
                if (lists(to)) e.edges.push_back(edge);
            }
        }
    sortUnique(e.edges);
}

void addGroup(Emphasis& e, const CanvasLook& look, SlotId slot)
{
    const Group* group = look.groupOf(slot);
    if (!group) return;
    for (const SlotId member : group->slots) {
        e.slots.push_back(member);
        if (member != group->root) e.arcs.push_back({member, group->root});
    }
}

} // namespace

std::vector<Emphasis::Arc> newBindingArcs(const CanvasLook& look, std::size_t most)
{
    std::vector<Emphasis::Arc> arcs;
    if (look.mode() == CanvasMode::Before) return arcs;
    const Cascade& cascade = look.evaluation().cascade;
    for (const Change& change : cascade.changes) {
        const SlotId master = cascade.after(change.slot).master;
        if (!master || master == change.slot || master == cascade.before(change.slot).master) continue;
        arcs.push_back({change.slot, master});
        if (arcs.size() > most) return {};
    }
    return arcs;
}

Emphasis emphasisOf(const Drawing& drawing, const CanvasLook& look, const Selection& selection,
                    Attention attention)
{
    Emphasis e;
    switch (selection.kind) {
    case Selection::Kind::Group:
        addGroup(e, look, selection.slot);
        if (attention == Attention::Hovered) break;
        for (const SlotId slot : e.slots) addNodeOf(e, drawing, slot);
        addInnerEdges(e, drawing);
        e.dimsOthers = !e.nodes.empty();
        break;
    case Selection::Kind::Slot: {
        const Change* change =
            look.mode() == CanvasMode::Before ? nullptr : look.evaluation().cascade.change(selection.slot);
        if (attention == Attention::Hovered || !change) {
            addGroup(e, look, selection.slot);
            break;
        }
        e.slots.push_back(selection.slot);
        addNodeOf(e, drawing, selection.slot);
        const auto& steps = look.evaluation().outcome.steps;
        for (const std::uint32_t index : look.evaluation().causes().causeOf(change->slot)) {
            if (index >= steps.size()) continue;
            const Step& step = steps[index];
            if (std::find(e.causes.begin(), e.causes.end(), step.operation) == e.causes.end())
                e.causes.push_back(step.operation);
            if (const std::uint32_t node = drawing.nodeOf(step.operation); node != kNoIndex)
                e.nodes.push_back(node);
            addNodeOf(e, drawing, step.slot);
            if (step.master) addNodeOf(e, drawing, step.master);
            if (std::find(e.slots.begin(), e.slots.end(), step.slot) == e.slots.end())
                e.slots.push_back(step.slot);
        }
        for (const SlotId slot : e.slots) {
            const Group* group = look.groupOf(slot);
            if (group && group->root != slot) e.arcs.push_back({slot, group->root});
        }
        addInnerEdges(e, drawing);
        e.dimsOthers = true;
        break;
    }
    case Selection::Kind::Operation: {
        const SlotList& slots = drawing.model().baseline.slots();
        const SlotId first = slots.firstSlot(selection.operation);
        if (!first) break;
        const auto count = static_cast<std::uint32_t>(slots.slotsOf(selection.operation).size());
        for (std::uint32_t i = 0; i < count; ++i) {
            const SlotId slot(first.value() + i);
            const Group* group = look.groupOf(slot);
            if (group && group->root != slot) e.arcs.push_back({slot, group->root});
        }
        break;
    }
    case Selection::Kind::Edge:
        if (selection.slot && selection.slot.index() < drawing.model().baseline.size())
            e.slots.push_back(selection.slot);
        break;
    case Selection::Kind::Block:
    case Selection::Kind::None: break;
    }
    return e;
}

void addStep(Emphasis& emphasis, const Drawing& drawing, const StepMark& step)
{
    if (step.operation)
        if (const std::uint32_t node = drawing.nodeOf(step.operation); node != kNoIndex) emphasis.nodes.push_back(node);
    for (const SlotId slot : {step.slot, step.master})
        if (slot) addNodeOf(emphasis, drawing, slot);
    addInnerEdges(emphasis, drawing);
}

Emphasis differenceEmphasis(const Drawing& drawing, const CanvasLook& look)
{
    Emphasis e;
    for (std::uint32_t i = 0; i < drawing.nodes().size(); ++i) {
        const DrawnNode& node = drawing.node(i);
        if (node.block != kNoBlock) {
            const Trouble& trouble = look.block(node.block, drawing.blockOf(node));
            if (trouble.changed + trouble.broken > 0) e.nodes.push_back(i);
        }
        if (!node.operation) continue;
        const OperationLook& op = look.operation(node.operation);
        if (op.changed || op.aligned || op.broken) e.nodes.push_back(i);
    }
    addInnerEdges(e, drawing);
    for (const SlotId target : look.rescaled()) {
        const RescaleKind kind = look.edge(target).kind;
        const std::uint32_t port = drawing.portOf(target);
        if (port == kNoIndex || (kind != RescaleKind::New && kind != RescaleKind::Resolved)) continue;
        for (const std::uint32_t edge : drawing.edgesAt(drawing.port(port)))
            if (drawing.edges()[edge].target == target) e.edges.push_back(edge);
    }
    sortUnique(e.edges);
    e.dimsOthers = !e.nodes.empty() || !e.edges.empty();
    return e;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/emphasis.h"

#include <algorithm>
#include <unordered_set>

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
    constexpr std::size_t kMany = 1000; // a walk over all edges is quicker than a search for each
    if (e.nodes.size() > kMany) {
        std::vector<char> listed(drawing.nodes().size(), 0);
        for (const std::uint32_t index : e.nodes) listed[index] = 1;
        const auto ends = drawing.ends();
        for (std::uint32_t i = 0; i < ends.size(); ++i)
            if (listed[ends[i].from] != 0 && listed[ends[i].to] != 0) e.edges.push_back(i);
        return;
    }
    for (const std::uint32_t index : e.nodes)
        for (const DrawnPort& port : drawing.ports(drawing.node(index))) {
            if (port.input) continue;
            for (const std::uint32_t edge : drawing.edgesAt(port))
                if (std::binary_search(e.nodes.begin(), e.nodes.end(), drawing.ends()[edge].to)) e.edges.push_back(edge);
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

void addQuantizers(Emphasis& e, const Drawing& drawing)
{
    if (drawing.options().fold != Fold::Unfolded || (e.nodes.empty() && e.edges.empty())) return;
    sortUnique(e.nodes);
    sortUnique(e.edges);
    std::vector<char> listed(drawing.nodes().size(), 0);
    for (const std::uint32_t node : e.nodes) listed[node] = 1;
    const std::vector<std::uint32_t> known = e.edges;
    const auto ends = drawing.ends();
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        if (!ends[i].target || !drawing.isQuantizer(ends[i].from)) continue;
        const auto route = drawing.routeTo(i);
        const bool within = listed[ends[i].to] != 0 && listed[ends[route.back()].from] != 0;
        if (!within && !std::binary_search(known.begin(), known.end(), i)) continue;
        for (const std::uint32_t edge : route) {
            e.edges.push_back(edge);
            if (drawing.isQuantizer(ends[edge].from)) e.nodes.push_back(ends[edge].from);
        }
    }
    sortUnique(e.nodes);
    sortUnique(e.edges);
}

std::vector<Emphasis::Arc> newBindingArcs(const CanvasLook& look, std::size_t most)
{
    std::vector<Emphasis::Arc> arcs;
    if (look.mode() == CanvasMode::Before) return arcs;
    const Cascade& cascade = look.evaluation().cascade;
    for (const Change& change : cascade.changes) {
        const SlotId master = cascade.tableAfter.root(change.slot);
        if (!master || master == change.slot || master == cascade.tableBefore.root(change.slot)) continue;
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
        addQuantizers(e, drawing);
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
        // A cascade through a whole network has thousands of causes.
        std::unordered_set<std::uint32_t> causes;
        std::unordered_set<std::uint32_t> lit{selection.slot.value()};
        for (const std::uint32_t index : look.evaluation().causes().causeOf(change->slot)) {
            if (index >= steps.size()) continue;
            const Step& step = steps[index];
            if (causes.insert(step.operation.value()).second) e.causes.push_back(step.operation);
            if (const std::uint32_t node = drawing.nodeOf(step.operation); node != kNoIndex)
                e.nodes.push_back(node);
            addNodeOf(e, drawing, step.slot);
            if (step.master) addNodeOf(e, drawing, step.master);
            if (lit.insert(step.slot.value()).second) e.slots.push_back(step.slot);
        }
        for (const SlotId slot : e.slots) {
            const Group* group = look.groupOf(slot);
            if (group && group->root != slot) e.arcs.push_back({slot, group->root});
        }
        addInnerEdges(e, drawing);
        addQuantizers(e, drawing);
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

Emphasis stepEmphasis(const Drawing& drawing, const Emphasis& difference, const StepMark& step)
{
    Emphasis touched;
    if (step.operation)
        if (const std::uint32_t node = drawing.nodeOf(step.operation); node != kNoIndex) touched.nodes.push_back(node);
    for (const SlotId slot : {step.slot, step.master})
        if (slot) addNodeOf(touched, drawing, slot);
    sortUnique(touched.nodes);
    const auto lists = [](const std::vector<std::uint32_t>& list, std::uint32_t index) {
        return std::binary_search(list.begin(), list.end(), index);
    };
    Emphasis e;
    for (const std::uint32_t index : touched.nodes) {
        if (lists(difference.nodes, index)) continue;
        e.nodes.push_back(index);
        for (const DrawnPort& port : drawing.ports(drawing.node(index)))
            for (const std::uint32_t edge : drawing.edgesAt(port)) {
                const std::uint32_t other = port.input ? drawing.ends()[edge].from : drawing.ends()[edge].to;
                const bool inner = lists(difference.nodes, other) || lists(touched.nodes, other);
                if (inner && !lists(difference.edges, edge)) e.edges.push_back(edge);
            }
    }
    sortUnique(e.edges);
    return e;
}

// Nearly everything may have changed, so all nodes and edges are looked at in their order.
Emphasis differenceEmphasis(const Drawing& drawing, const CanvasLook& look)
{
    Emphasis e;
    const Variants* variants = look.variants().all.get();
    std::vector<char> listed(drawing.nodes().size(), 0);
    const auto list = [&](std::uint32_t node) {
        listed[node] = 1;
        e.nodes.push_back(node);
    };
    for (std::uint32_t i = 0; i < drawing.nodes().size(); ++i) {
        const DrawnNode& node = drawing.node(i);
        if (node.block != kNoBlock) {
            const Trouble& trouble = look.block(node.block, drawing.blockOf(node));
            const bool parted = variants && !variants->over(drawing.blockOf(node).operations).agree();
            if (trouble.changed + trouble.broken > 0 || parted) list(i);
        } else if (node.operation) {
            const OperationLook& op = look.operation(node.operation);
            if (op.changed || op.aligned || op.broken || (variants && variants->at(node.operation))) list(i);
        }
    }
    const auto ends = drawing.ends();
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        bool shown = listed[ends[i].from] != 0 && listed[ends[i].to] != 0;
        if (!shown && ends[i].target) {
            const RescaleKind kind = look.rescale(ends[i].target);
            shown = kind == RescaleKind::New || kind == RescaleKind::Resolved;
        }
        if (shown) e.edges.push_back(i);
    }
    addQuantizers(e, drawing);
    e.dimsOthers = !e.nodes.empty() || !e.edges.empty();
    return e;
}

} // namespace alignscope::ui

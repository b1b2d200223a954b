// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/measures.h"

#include "core/align/numerics.h"
#include "core/quant/passive_operations.h"

#include <algorithm>
#include <cmath>

namespace alignscope {

SlotValue slotValue(const TqcTable& table, SlotId slot)
{
    SlotValue value;
    value.state = table.state(slot);
    value.master = table.root(slot);
    if (value.master) value.parameters = table.own(value.master);
    return value;
}

std::optional<RealRange> realRange(const TqcTable& table, SlotId slot)
{
    const ParameterView values = table.effective(slot);
    if (!values.known() || values.scale.size() != 1) return std::nullopt;
    const FloatRange range =
        representableRange(values.scale[0], values.offset[0], table.slots()[slot].scheme);
    return RealRange{range.lo, range.hi};
}

std::vector<RequantizeEdge> requantizeEdges(const Model& model, const ResolvedTable& table)
{
    std::vector<RequantizeEdge> edges;
    if (!model.slotGraph) return edges;
    for (const SlotEdge& edge : model.slotGraph->edges()) {
        if (table.root(edge.from) == table.root(edge.to)) continue;
        if (!table.quantized(edge.from) || !table.quantized(edge.to)) continue;
        const ParameterView a = table.effective(edge.from);
        const ParameterView b = table.effective(edge.to);
        if (sameParameters(a, b)) continue;
        edges.push_back({edge, static_cast<double>(b.scale[0]) / static_cast<double>(a.scale[0])});
    }
    return edges;
}

std::vector<Group> groupsOf(const ResolvedTable& table)
{
    std::vector<std::uint32_t> groupOf(table.size(), SlotId::kNone);
    std::vector<Group> all;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId slot(i);
        const SlotId root = table.root(slot);
        if (table.table().slots()[slot].parameter || !root) continue;
        std::uint32_t& group = groupOf[root.index()];
        if (group == SlotId::kNone) {
            group = static_cast<std::uint32_t>(all.size());
            all.push_back({root, {}, 0});
        }
        all[group].slots.push_back(slot);
    }
    std::erase_if(all, [](const Group& group) { return group.slots.size() < 2; });
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i].number = i + 1;
    return all;
}

GroupCount countGroups(const ResolvedTable& table)
{
    std::vector<std::uint32_t> members(table.size(), 0);
    const auto slots = table.table().slots().all();
    for (std::uint32_t i = 0; i < table.size(); ++i)
        if (const SlotId root = table.root(SlotId(i)); root && !slots[i].parameter) ++members[root.index()];
    GroupCount count;
    for (const std::uint32_t size : members) {
        count.groups += size > 1 ? 1U : 0U;
        count.largest = std::max<std::size_t>(count.largest, size > 1 ? size : 0);
    }
    return count;
}

namespace {

enum class Outputs { Ignore, Count };

// Whether the quantized data inputs of an operation have equal parameters, outputs too if asked.
bool agrees(const ResolvedTable& table, OpId operation, Outputs outputs)
{
    std::uint32_t at = table.table().slots().firstSlot(operation).value();
    SlotId first;
    for (const Slot& slot : table.table().slots().slotsOf(operation)) {
        const SlotId id(at++);
        if (slot.io == SlotIo::Out && outputs == Outputs::Ignore) break;
        if (!slot.data || !table.quantized(id)) continue;
        if (!first)
            first = id;
        else if (table.root(first) != table.root(id)
                 && !sameParameters(table.effective(first), table.effective(id)))
            return false;
    }
    return true;
}

} // namespace

std::vector<OpId> splitOperations(const ResolvedTable& table)
{
    std::vector<OpId> operations;
    const SlotList& slots = table.table().slots();
    for (std::uint32_t op = 0; op < slots.graph().operationCount(); ++op) {
        const OpId id(op);
        if (slots.quantized(id) && isPassiveOperation(slots.graph().operation(id).type)
            && !agrees(table, id, Outputs::Count))
            operations.push_back(id);
    }
    return operations;
}

std::vector<OpId> misalignedOperations(const Model& model, const ResolvedTable& table)
{
    std::vector<OpId> operations;
    if (!model.slotGraph) return operations;
    for (const AlignmentSite& site : model.slotGraph->sites()) {
        const bool elementwise = site.family == Family::Elementwise;
        if (!elementwise && site.family != Family::Concat) continue;
        // A sum needs its inputs on one scale; a concatenation moves the very integers through.
        if (!agrees(table, site.operation, elementwise ? Outputs::Ignore : Outputs::Count))
            operations.push_back(site.operation);
    }
    return operations;
}

bool bindsByPromise(const Step& step) noexcept
{
    return step.action == Action::Bind || step.action == Action::Override || step.action == Action::Join;
}

bool promiseHolds(const TqcTable& table, SlotId slot, SlotId master)
{
    return table.root(slot) == table.root(master)
        || sameParameters(table.effective(slot), table.effective(master));
}

std::optional<double> bitsLost(const ParameterView& before, const ParameterView& after)
{
    if (before.scale.empty() || after.scale.empty()) return std::nullopt;
    const std::size_t channels = std::max(before.scale.size(), after.scale.size());
    const auto at = [](std::span<const float> values, std::size_t i) {
        return static_cast<double>(values[values.size() == 1 ? 0 : std::min(i, values.size() - 1)]);
    };
    std::optional<double> worst;
    for (std::size_t i = 0; i < channels; ++i) {
        const double old = at(before.scale, i);
        const double now = at(after.scale, i);
        if (!(old > 0) || !(now > 0)) continue;
        const double bits = std::log2(now / old);
        if (!worst || bits > *worst) worst = bits;
    }
    return worst;
}

double clippedShare(const RealRange& before, const RealRange& after)
{
    const double width = before.hi - before.lo;
    if (!(width > 0)) return 0;
    const double kept = std::min(before.hi, after.hi) - std::max(before.lo, after.lo);
    return std::clamp(1 - kept / width, 0.0, 1.0);
}

double sqnrChange(double bits) { return -20 * bits * std::log10(2.0); }

} // namespace alignscope

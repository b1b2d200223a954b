// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/measures.h"

#include "core/align/numerics.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope {

SlotValue slotValue(const TqcTable& table, SlotId slot)
{
    SlotValue value;
    value.state = table.state(slot);
    value.master = table.root(slot);
    if (value.master) value.parameters = table.own(value.master);
    return value;
}

namespace {

RealRange rangeOf(TensorParameters values, const Scheme& scheme)
{
    const FloatRange range = representableRange(values.scale, values.offset, scheme);
    return {range.lo, range.hi};
}

} // namespace

std::optional<RealRange> realRange(const ParameterView& values, const Scheme& scheme)
{
    if (!values.known() || values.scale.size() != 1) return std::nullopt;
    return rangeOf({values.scale[0], values.offset[0]}, scheme);
}

std::optional<RealRange> realRange(const TqcTable& table, SlotId slot)
{
    return realRange(table.effective(slot), table.slots()[slot].scheme);
}

namespace {

// How many non-parameter slots follow each root.
std::vector<std::uint32_t> memberCounts(const ResolvedTable& table)
{
    const SlotList& slots = table.table().slots();
    std::vector<std::uint32_t> members(table.size(), 0);
    for (std::uint32_t i = 0; i < table.size(); ++i)
        if (const SlotId root = table.root(SlotId(i)); root && !slots.isParameter(SlotId(i))) ++members[root.index()];
    return members;
}

} // namespace

GroupList groupsOf(const ResolvedTable& table)
{
    constexpr std::uint32_t kNumbered = 0x80000000U; // instead of a count: the place of the group in the list
    const SlotList& slots = table.table().slots();
    GroupList list;
    list.ofRoot = memberCounts(table);
    std::size_t count = 0;
    std::size_t total = 0;
    for (std::uint32_t& size : list.ofRoot) {
        if (size < 2) size = 0; // no group
        count += size != 0 ? 1U : 0U;
        total += size;
    }
    list.groups.reserve(count);
    auto pool = std::make_shared<std::vector<SlotId>>(total);
    std::vector<SlotId*> next; // by group: where its next member goes
    next.reserve(count);
    SlotId* end = pool->data();
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId slot(i);
        const SlotId root = table.root(slot);
        if (!root || slots.isParameter(slot)) continue;
        std::uint32_t& group = list.ofRoot[root.index()];
        if (group == 0) continue;
        if ((group & kNumbered) == 0) { // its first member
            const auto place = static_cast<std::uint32_t>(list.groups.size());
            list.groups.push_back({root, std::span(end, group), place + 1});
            next.push_back(end);
            end += group;
            group = place | kNumbered;
        }
        *next[group & ~kNumbered]++ = slot;
    }
    for (std::uint32_t& group : list.ofRoot)
        if (group != 0) group = (group & ~kNumbered) + 1;
    list.slots = std::move(pool);
    return list;
}

GroupCount countGroups(const ResolvedTable& table)
{
    GroupCount count;
    for (const std::uint32_t size : memberCounts(table)) {
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
    const SlotList& slots = table.table().slots();
    const std::uint32_t begin = slots.firstSlot(operation).value();
    const auto all = slots.slotsOf(operation);
    SlotId first;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const SlotId id(begin + i);
        if (outputs == Outputs::Ignore && all[i].io == SlotIo::Out) break;
        if (first && table.root(first) == table.root(id)) continue;
        if (!slots.isData(id) || !table.quantized(id)) continue;
        if (!first)
            first = id;
        else if (!sameEffective(table, first, table, id))
            return false;
    }
    return true;
}

std::optional<RequantizeEdge> requantized(const ResolvedTable& table, const SlotEdge& edge)
{
    if (table.root(edge.from) == table.root(edge.to) || sameEffective(table, edge.from, table, edge.to)) return std::nullopt;
    if (!table.quantized(edge.from) || !table.quantized(edge.to)) return std::nullopt;
    const auto scaleOf = [&](SlotId slot) { return table[slot].perChannel() ? table.effective(slot).scale[0] : table[slot].scale; };
    return RequantizeEdge{edge, static_cast<double>(scaleOf(edge.to)) / static_cast<double>(scaleOf(edge.from))};
}

// Calls sink.edge, sink.misaligned and sink.split in order. Where nothing diverges, what was true
// before still is; without `before` everything is looked at.
template <class Sink>
void measure(const Model& model, const ResolvedTable& table, const Measures* before, const Divergence* divergence,
             Sink& sink)
{
    if (!model.slotGraph) return;
    std::size_t next = 0;
    for (const SlotEdge& edge : model.slotGraph->edges()) {
        const bool was = before != nullptr && next < before->edges.size() && before->edges[next].edge.to == edge.to;
        const std::size_t at = next;
        next += was ? 1U : 0U;
        if (divergence != nullptr && !divergence->differs(edge.from) && !divergence->differs(edge.to)) {
            if (was) sink.edge(before->edges[at]);
        } else if (const auto found = requantized(table, edge)) {
            sink.edge(*found);
        }
    }
    const SlotList& slots = table.table().slots();
    const auto unchanged = [&](OpId operation) {
        return divergence != nullptr
            && !divergence->differsWithin(slots.firstSlot(operation).value(),
                                          static_cast<std::uint32_t>(slots.slotsOf(operation).size()));
    };
    next = 0;
    for (const AlignmentSite& site : model.slotGraph->sites()) {
        const bool elementwise = site.family == Family::Elementwise;
        if (!elementwise && site.family != Family::Concat) continue;
        const bool was = before != nullptr && next < before->misaligned.size() && before->misaligned[next] == site.operation;
        next += was ? 1U : 0U;
        // A sum needs its inputs on one scale; a concatenation moves the very integers through.
        const bool is = unchanged(site.operation)
            ? was
            : !agrees(table, site.operation, elementwise ? Outputs::Ignore : Outputs::Count);
        if (is) sink.misaligned(site.operation);
    }
    next = 0;
    for (const OpId operation : model.slotGraph->passiveOperations()) {
        const bool was = before != nullptr && next < before->split.size() && before->split[next] == operation;
        next += was ? 1U : 0U;
        if (unchanged(operation) ? was : !agrees(table, operation, Outputs::Count)) sink.split(operation);
    }
}

struct Lister {
    // No more than there can be, so that it never moves; what stays unused costs no memory.
    explicit Lister(const Model& model) { list.edges.reserve(model.slotGraph ? model.slotGraph->edges().size() : 0); }

    Measures list;
    void edge(const RequantizeEdge& edge) { list.edges.push_back(edge); }
    void misaligned(OpId operation) { list.misaligned.push_back(operation); }
    void split(OpId operation) { list.split.push_back(operation); }
};

struct Counter {
    MeasureCount count;
    void edge(const RequantizeEdge&) { ++count.edges; }
    void misaligned(OpId) { ++count.misaligned; }
    void split(OpId) { ++count.split; }
};

} // namespace

Measures measuresOf(const Model& model, const ResolvedTable& table)
{
    Lister lister(model);
    measure(model, table, nullptr, nullptr, lister);
    return std::move(lister.list);
}

Measures measuresOf(const Model& model, const ResolvedTable& table, const Measures& before, const Divergence& divergence)
{
    Lister lister(model);
    measure(model, table, &before, &divergence, lister);
    return std::move(lister.list);
}

MeasureCount countMeasures(const Model& model, const ResolvedTable& table, const Measures& before,
                           const Divergence& divergence)
{
    Counter counter;
    measure(model, table, &before, &divergence, counter);
    return counter.count;
}

std::vector<RequantizeEdge> requantizeEdges(const Model& model, const ResolvedTable& table)
{
    return measuresOf(model, table).edges;
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

bool promiseHolds(const ResolvedTable& table, SlotId slot, SlotId master)
{
    return table.root(slot) == table.root(master) || sameEffective(table, slot, table, master);
}

double scaleRatio(float then, float now)
{
    return then > 0 && now > 0 ? static_cast<double>(now) / static_cast<double>(then) : 0;
}

double scaleRatio(const ParameterView& before, const ParameterView& after)
{
    if (before.scale.empty() || after.scale.empty()) return 0;
    const std::size_t channels = std::max(before.scale.size(), after.scale.size());
    const auto at = [](std::span<const float> values, std::size_t i) {
        return values[values.size() == 1 ? 0 : std::min(i, values.size() - 1)];
    };
    double worst = 0;
    for (std::size_t i = 0; i < channels; ++i) worst = std::max(worst, scaleRatio(at(before.scale, i), at(after.scale, i)));
    return worst;
}

std::optional<double> bitsLost(double scaleRatio)
{
    return scaleRatio > 0 ? std::optional(std::log2(scaleRatio)) : std::nullopt;
}

std::optional<double> bitsLost(const ParameterView& before, const ParameterView& after)
{
    return bitsLost(scaleRatio(before, after));
}

double clippedShare(const RealRange& before, const RealRange& after)
{
    const double width = before.hi - before.lo;
    if (!(width > 0)) return 0;
    const double kept = std::min(before.hi, after.hi) - std::max(before.lo, after.lo);
    return std::clamp(1 - kept / width, 0.0, 1.0);
}

std::uint8_t clippedPercent(const ParameterView& before, const ParameterView& after, const Scheme& scheme)
{
    if (before.scale.size() != 1 || after.scale.size() != 1 || !before.known() || !after.known()) return 0;
    return clippedPercent(TensorParameters{before.scale[0], before.offset[0]}, TensorParameters{after.scale[0], after.offset[0]}, scheme);
}

std::uint8_t clippedPercent(TensorParameters before, TensorParameters after, const Scheme& scheme)
{
    if (after.scale >= before.scale && after.offset == before.offset) return 0; // as most are
    const RealRange then = rangeOf(before, scheme);
    const RealRange now = rangeOf(after, scheme);
    if (now.lo <= then.lo && now.hi >= then.hi) return 0;
    const double share = clippedShare(then, now);
    constexpr double kAlmost = 0.999; // ends are rounded to float
    if (!(share * (then.hi - then.lo) >= kAlmost * static_cast<double>(before.scale))) return 0; // nor where it is no number
    return static_cast<std::uint8_t>(std::clamp(std::ceil(100 * share - 1e-9), 1.0, 100.0));
}

double sqnrChange(double bits) { return -20 * bits * std::log10(2.0); }

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/step_stops.h"

#include "core/cascade/followers.h"
#include "core/cascade/measures.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

using Halt = Breakpoint::Kind;

bool touchesSlots(const Step& step) { return step.action != Action::Skip && step.action != Action::Refuse; }

/// Walks a trail from the loaded state to its end and knows at each step which slots may have got
/// another value: the step's own and all that follow it.
class MovedSlots {
public:
    explicit MovedSlots(const std::shared_ptr<const StepTrail>& trail) : m_cursor(trail), m_followers(m_cursor.table()) {}

    [[nodiscard]] const TqcTable& table() const { return m_cursor.table(); }
    /// Over the next step. Empty when it touched nothing.
    const std::vector<SlotId>& advance()
    {
        const std::size_t at = m_cursor.position();
        const StepTrail& trail = m_cursor.trail();
        m_cursor.moveTo(at + 1);
        for (const StepTrail::Edit& edit : trail.editsOf(at))
            m_followers.relink(edit.slot, SlotId(edit.before.dominator), SlotId(edit.after.dominator));
        static const std::vector<SlotId> kNobody;
        return touchesSlots(trail.steps()[at]) ? m_followers.below(trail.steps()[at].slot) : kNobody;
    }

private:
    StepCursor m_cursor;
    Followers m_followers;
};

/// Values of some slots, as they were when last looked at.
class WatchedSlots {
public:
    WatchedSlots(const TqcTable& table, std::span<const SlotId> watched) : m_indexOf(watched.empty() ? 0 : table.size(), kNone)
    {
        for (const SlotId slot : watched) {
            std::uint32_t& index = m_indexOf[slot.index()];
            if (index != kNone) continue;
            index = static_cast<std::uint32_t>(m_values.size());
            m_values.push_back(watchedValue(table, slot));
        }
    }
    /// The new value when it is another than it was; null otherwise, and for slots not watched.
    const WatchedValue* changed(const TqcTable& table, SlotId slot)
    {
        if (m_indexOf.empty() || m_indexOf[slot.index()] == kNone) return nullptr;
        WatchedValue& known = m_values[m_indexOf[slot.index()]];
        WatchedValue now = watchedValue(table, slot);
        if (now == known) return nullptr;
        known = std::move(now);
        return &known;
    }

private:
    static constexpr std::uint32_t kNone = 0xffffffffU;
    std::vector<std::uint32_t> m_indexOf; // by slot
    std::vector<WatchedValue> m_values;
};

/// Sizes of all groups by their root, as groupsOf counts them.
class GroupSizes {
public:
    explicit GroupSizes(const TqcTable& table) : m_size(table.size(), 0)
    {
        for (std::uint32_t i = 0; i < table.size(); ++i)
            if (const SlotId root = table.root(SlotId(i)); root && !table.slots()[SlotId(i)].parameter) ++m_size[root.index()];
    }
    struct Growth {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    Growth move(const TqcTable& table, SlotId from, SlotId to, const std::vector<SlotId>& moved)
    {
        if (from == to) return {};
        const auto count = static_cast<std::size_t>(
            std::count_if(moved.begin(), moved.end(), [&](SlotId slot) { return !table.slots()[slot].parameter; }));
        if (from) m_size[from.index()] -= count;
        if (!to) return {};
        const std::size_t before = m_size[to.index()];
        m_size[to.index()] += count;
        return {before, before + count};
    }

private:
    std::vector<std::size_t> m_size;
};

/// What operations promised so far, and whether it still holds.
class Promises {
public:
    explicit Promises(const TqcTable& table) : m_at(table.size()) {}

    struct Promise {
        OpId operation;
        SlotId slot;
        SlotId master;
        bool holds = true;
    };
    void add(const Step& step)
    {
        const auto index = static_cast<std::uint32_t>(m_all.size());
        m_all.push_back({step.operation, step.slot, step.master, true});
        m_at[step.slot.index()].push_back(index);
        if (step.master != step.slot) m_at[step.master.index()].push_back(index);
    }
    /// The first promise that a move of these slots broke; null when it broke none.
    const Promise* broken(const TqcTable& table, const std::vector<SlotId>& moved)
    {
        const Promise* first = nullptr;
        for (const SlotId slot : moved)
            for (const std::uint32_t index : m_at[slot.index()]) {
                Promise& promise = m_all[index];
                const bool held = std::exchange(promise.holds, promiseHolds(table, promise.slot, promise.master));
                if (held && !promise.holds && (first == nullptr || &promise < first)) first = &promise;
            }
        return first;
    }

private:
    std::vector<Promise> m_all;
    std::vector<std::vector<std::uint32_t>> m_at; // by slot: promises of which it is a side
};

bool equalBits(const std::vector<float>& a, const std::vector<float>& b)
{
    return sameParameters({a, {}, false}, {b, {}, false});
}

} // namespace

bool resolves(const Model& model, const Breakpoint& breakpoint)
{
    switch (breakpoint.kind) {
    case Halt::Operation: return model.graph->findOperation(breakpoint.name).valid();
    case Halt::SlotChange: return model.baseline.slotList() && model.baseline.slots().findId(breakpoint.name).valid();
    case Halt::GroupSize:
    case Halt::BrokenPromise: break;
    }
    return true;
}

std::vector<Stop> findStops(const std::shared_ptr<const StepTrail>& trail, std::span<const Breakpoint> breakpoints,
                            const Task& task)
{
    const Model& model = *trail->whole()->model;
    std::vector<Stop> stops;
    if (trail->size() == 0) return stops;
    const SlotList& slots = model.baseline.slots();

    // What the breakpoints ask for, by what they name.
    std::vector<std::vector<std::size_t>> byOperation;
    std::vector<std::vector<std::size_t>> bySlot;
    std::vector<SlotId> watched;
    std::vector<std::size_t> sizes;
    std::vector<std::size_t> promiseBreaks;
    for (std::size_t i = 0; i < breakpoints.size(); ++i) {
        const Breakpoint& breakpoint = breakpoints[i];
        if (!resolves(model, breakpoint)) continue;
        switch (breakpoint.kind) {
        case Halt::Operation:
            byOperation.resize(model.graph->operationCount());
            byOperation[model.graph->findOperation(breakpoint.name).index()].push_back(i);
            break;
        case Halt::SlotChange:
            bySlot.resize(slots.size());
            watched.push_back(slots.findId(breakpoint.name));
            bySlot[watched.back().index()].push_back(i);
            break;
        case Halt::GroupSize: sizes.push_back(i); break;
        case Halt::BrokenPromise: promiseBreaks.push_back(i); break;
        }
    }

    MovedSlots walk(trail);
    WatchedSlots values(walk.table(), watched);
    std::optional<GroupSizes> groups;
    if (!sizes.empty()) groups.emplace(walk.table());
    std::optional<Promises> promises;
    if (!promiseBreaks.empty()) promises.emplace(walk.table());
    const std::span<const Step> steps = trail->steps();
    for (std::size_t i = 0; i < steps.size() && !task.stopped(); ++i) {
        const Step& step = steps[i];
        const std::size_t first = stops.size();
        const std::size_t position = i + 1;
        if (!byOperation.empty() && step.operation && (i == 0 || steps[i - 1].operation != step.operation))
            for (const std::size_t at : byOperation[step.operation.index()])
                stops.push_back({position, at, step.slot, step.operation, 0});
        const SlotId oldRoot = groups ? walk.table().root(step.slot) : SlotId();
        const std::vector<SlotId>& moved = walk.advance();
        const TqcTable& table = walk.table();
        if (!watched.empty())
            for (const SlotId slot : moved)
                if (values.changed(table, slot) != nullptr)
                    for (const std::size_t at : bySlot[slot.index()])
                        stops.push_back({position, at, slot, step.operation, 0});
        if (groups && !moved.empty()) {
            const SlotId root = table.root(step.slot);
            const GroupSizes::Growth growth = groups->move(table, oldRoot, root, moved);
            for (const std::size_t at : sizes)
                if (growth.from <= breakpoints[at].size && growth.to > breakpoints[at].size)
                    stops.push_back({position, at, root, step.operation, growth.to});
        }
        if (promises) {
            if (const Promises::Promise* broken = promises->broken(table, moved))
                for (const std::size_t at : promiseBreaks) stops.push_back({position, at, broken->slot, broken->operation, 0});
            if (bindsByPromise(step)) promises->add(step);
        }
        std::sort(stops.begin() + static_cast<std::ptrdiff_t>(first), stops.end(),
                  [](const Stop& a, const Stop& b) { return a.breakpoint < b.breakpoint; });
        if (i % 1024 == 0) task.report(static_cast<double>(i) / static_cast<double>(steps.size()));
    }
    return stops;
}

std::optional<std::size_t> nextStop(std::span<const Stop> stops, std::size_t position, Direction direction)
{
    if (direction == Direction::Forward) {
        const auto next = std::upper_bound(stops.begin(), stops.end(), position,
                                           [](std::size_t value, const Stop& stop) { return value < stop.position; });
        return next == stops.end() ? std::nullopt : std::optional(next->position);
    }
    const auto here = std::lower_bound(stops.begin(), stops.end(), position,
                                       [](const Stop& stop, std::size_t value) { return stop.position < value; });
    return here == stops.begin() ? std::nullopt : std::optional(std::prev(here)->position);
}

bool WatchedValue::operator==(const WatchedValue& other) const
{
    return state == other.state && master == other.master && perChannel == other.perChannel
        && equalBits(parameters.scale, other.parameters.scale) && equalBits(parameters.offset, other.parameters.offset);
}

WatchedValue watchedValue(const TqcTable& table, SlotId slot)
{
    const SlotValue value = slotValue(table, slot);
    return {value.state, value.master,
            {{value.parameters.scale.begin(), value.parameters.scale.end()},
             {value.parameters.offset.begin(), value.parameters.offset.end()}},
            value.parameters.perChannel};
}

const SlotHistory::Moment& SlotHistory::at(std::size_t position) const
{
    const auto after = std::upper_bound(moments.begin(), moments.end(), position,
                                        [](std::size_t value, const Moment& moment) { return value < moment.position; });
    return *std::prev(after);
}

const SlotHistory::Moment* SlotHistory::before(std::size_t position) const
{
    const Moment* now = &at(position);
    return now == &moments.front() ? nullptr : now - 1;
}

std::vector<SlotHistory> historiesOf(const std::shared_ptr<const StepTrail>& trail, std::span<const SlotId> watched,
                                     const Task& task)
{
    std::vector<SlotHistory> histories(watched.size());
    if (watched.empty()) return histories;
    MovedSlots walk(trail);
    WatchedSlots values(walk.table(), watched);
    for (std::size_t i = 0; i < watched.size(); ++i) histories[i].moments.push_back({0, watchedValue(walk.table(), watched[i])});
    for (std::size_t step = 0; step < trail->size() && !task.stopped(); ++step)
        for (const SlotId slot : walk.advance())
            if (const WatchedValue* value = values.changed(walk.table(), slot))
                for (std::size_t i = 0; i < watched.size(); ++i)
                    if (watched[i] == slot) histories[i].moments.push_back({step + 1, *value});
    return histories;
}

} // namespace alignscope

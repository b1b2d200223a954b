// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/group_members.h"

#include "core/align/by_hand.h"
#include "core/base/message_codes.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/measures.h"
#include "core/cascade/resolved_table.h"

#include <algorithm>
#include <vector>
#include <cstdint>
#include <unordered_set>
#include <cmath>
#include <utility>

namespace alignscope {

std::optional<GroupRanges> groupRanges(const Evaluation& evaluation, const Group& group)
{
    const TqcTable& now = evaluation.outcome.table;
    const TqcTable& loaded = evaluation.model->baseline;
    const auto common = realRange(now, group.root);
    const double width = common ? common->hi - common->lo : 0;
    if (!(width > 0)) return std::nullopt;
    const auto scale = static_cast<double>(now.effective(group.root).scale[0]);

    GroupRanges ranges{*common, {}, {}};
    bool equal = false;  // a member whose loaded parameters all have now
    // One member speaks for a loaded set: its root, or where that stayed outside, the first that came in.
    std::unordered_set<std::uint32_t> heard;
    std::vector<bool> speaks;
    const auto isHere = [&](SlotId slot) { return std::binary_search(group.slots.begin(), group.slots.end(), slot); };
    for (const SlotId slot : group.slots) {
        const auto own = realRange(loaded, slot);
        const ParameterView before = loaded.effective(slot);
        if (!own || !isQuantized(loaded, slot) || !(before.scale[0] > 0)) continue;
        GroupMember member{.slot = slot, .own = *own};
        const double shared = std::min(own->hi, common->hi) - std::max(own->lo, common->lo);
        member.stepsUsed = std::clamp(shared / width, 0.0, 1.0);
        member.wastes = member.stepsUsed < 0.5;
        member.clippedPercent = clippedPercent(before, now.effective(slot), now.slots()[slot].scheme);
        member.bitsRegained = std::log2(scale / static_cast<double>(before.scale[0]));
        const SlotId root = loaded.root(slot);
        speaks.push_back(root == slot || !root || (!isHere(root) && heard.insert(root.value()).second));
        member.dictates = speaks.back() && sameParameters(before, now.effective(group.root));
        equal = equal || member.dictates;
        ranges.members.push_back(member);
    }
    for (const Pin& pin : evaluation.scenario.pins) {
        const SlotId slot = now.slots().findId(pin.slot);
        if (!slot || now.root(slot) != group.root || !honoursHandEdits(evaluation.scenario.engine)) continue;
        const ParameterView values = now.effective(slot);
        if (values.scale[0] == pin.scale && values.offset[0] == pin.offset) ranges.pinned = slot;
    }
    if (ranges.pinned) {
        for (GroupMember& member : ranges.members) member.dictates = false;
        return ranges;
    }
    // A common range that belongs to nobody: it is made by those who reach its ends.
    if (!equal)
        for (std::size_t i = 0; i < ranges.members.size(); ++i) {
            GroupMember& member = ranges.members[i];
            member.dictates = speaks[i]
                && ((common->lo < 0 && std::abs(member.own.lo - common->lo) <= scale)
                    || (common->hi > 0 && std::abs(member.own.hi - common->hi) <= scale));
        }
    return ranges;
}

namespace {

class Exit {
public:
    Exit(const Evaluation& evaluation, const Group& group, SlotId member)
        : m_evaluation(evaluation), m_model(*evaluation.model), m_scenario(evaluation.scenario), m_group(group),
          m_member(member), m_loaded(m_model.baseline), m_slots(m_loaded.slots())
    {
    }

    Leaving find()
    {
        const SlotId home = m_loaded.root(m_member);
        m_others.assign(m_group.slots.begin(), m_group.slots.end());
        std::erase_if(m_others, [&](SlotId slot) { return m_loaded.root(slot) == home; });
        if (m_others.empty()) return refuse({MessageCode::LeaveLoadedTogether, {m_slots.id(m_member)}});
        collect();

        const bool strict = honoursHandEdits(m_scenario.engine);
        Leaving whole = start();
        std::vector<Leaving> ways;
        if (strict && !m_released.empty()) {
            ways.push_back(start());
            release(ways.back());
            release(whole);
        }
        const std::string own = m_model.graph->operation(m_slots[m_member].operation).id;
        if (m_slots[m_member].io == SlotIo::In && contains(m_operations, own)) {
            ways.push_back(start());
            setToNone(ways.back(), {own});
        }
        if (strict && !m_excluded.empty()) {
            ways.push_back(start());
            exclude(ways.back());
            exclude(whole);
        }
        if (!m_operations.empty()) {
            ways.push_back(start());
            setToNone(ways.back(), m_operations);
            setToNone(whole, m_operations);
        }
        if (ways.size() > 1) ways.push_back(std::move(whole));
        for (Leaving& way : ways)
            if (left(way)) return std::move(way);
        const bool needsStrict = !strict && !m_excluded.empty();
        Leaving none = refuse({needsStrict ? MessageCode::LeaveNeedsStrict : MessageCode::LeaveNoWay, {m_slots.id(m_member)}});
        none.needsStrict = needsStrict;
        return none;
    }

private:
    static bool contains(const std::vector<std::string>& list, const std::string& item)
    {
        return std::find(list.begin(), list.end(), item) != list.end();
    }

    Leaving start() const
    {
        Leaving leaving;
        leaving.scenario = m_scenario;
        return leaving;
    }

    // What holds the member, or the slots that were loaded together with it, in the group.
    void collect()
    {
        const SlotId home = m_loaded.root(m_member);
        const auto kin = [&](SlotId slot) { return slot && m_loaded.root(slot) == home; };
        for (const ManualBinding& binding : m_scenario.bindings)
            if (kin(m_slots.findId(binding.slot)) || kin(m_slots.findId(binding.master))) m_released.push_back(binding.slot);
        if (!m_model.slotGraph) return;
        for (const AlignmentSite& site : m_model.slotGraph->sites()) {
            const Operation& operation = m_model.graph->operation(site.operation);
            const Method method = methodOf(m_scenario, operation);
            if (method == Method::None || !(site.alignable || m_model.slotGraph->everyFamilyMember())) continue;
            const std::uint32_t end = site.firstInput + site.inputCount + site.outputCount;
            for (std::uint32_t i = site.firstInput; i < end; ++i) {
                if (!kin(SlotId(i)) || m_evaluation.outcome.table.root(SlotId(i)) != m_group.root) continue;
                m_operations.push_back(operation.id);
                break;
            }
        }
        for (const SlotEdge& edge : m_model.slotGraph->edges())
            if (kin(edge.from) && m_evaluation.outcome.table.root(edge.to) == m_group.root
                && excludeRefusal(m_model, m_scenario, edge.from, edge.to) == Reason::None)
                m_excluded.push_back({m_slots.id(edge.from), m_slots.id(edge.to)});
    }

    void release(Leaving& way) const
    {
        for (const std::string& slot : m_released) removeBinding(way.scenario, slot);
        way.released = m_released;
    }
    void exclude(Leaving& way) const
    {
        for (const ExcludedEdge& edge : m_excluded) setExcluded(way.scenario, edge);
        way.excluded = m_excluded;
    }
    static void setToNone(Leaving& way, const std::vector<std::string>& operations)
    {
        for (const std::string& operation : operations) way.scenario.overrides[operation].method = Method::None;
        way.operations = operations;
    }

    // Evaluates the way; fills its numbers if the member shares with none of the others any more.
    bool left(Leaving& way) const
    {
        const Outcome outcome = evaluate(m_model, way.scenario);
        if (outcome.error) return false;
        const SlotId root = outcome.table.root(m_member);
        if (std::any_of(m_others.begin(), m_others.end(), [&](SlotId slot) { return outcome.table.root(slot) == root; }))
            return false;
        way.evaluated = true;
        way.bitsRegained = -bitsLost(m_evaluation.outcome.table.effective(m_member), outcome.table.effective(m_member)).value_or(0);
        const auto then = requantizeEdges(m_model, ResolvedTable(outcome.table));
        const auto& now = m_evaluation.cascade.edgesAfter;
        way.newEdges = without(then, now);
        way.goneEdges = without(now, then);
        return true;
    }

    // Edges of `a` that are not in `b`; both in order of their consumer.
    static std::size_t without(const std::vector<RequantizeEdge>& a, const std::vector<RequantizeEdge>& b)
    {
        return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const RequantizeEdge& edge) {
            return !std::binary_search(b.begin(), b.end(), edge, [](const RequantizeEdge& x, const RequantizeEdge& y) {
                return x.edge.to < y.edge.to;
            });
        }));
    }

    // No scenario does it: the numbers as if the slots that were loaded with it kept their parameters.
    Leaving refuse(Message why) const
    {
        Leaving leaving = start();
        leaving.refusal = std::move(why);
        const TqcTable& now = m_evaluation.outcome.table;
        const ParameterView own = m_loaded.effective(m_member);
        leaving.bitsRegained = -bitsLost(now.effective(m_member), own).value_or(0);
        if (sameParameters(own, now.effective(m_member)) || !m_model.slotGraph) return leaving;
        const SlotId home = m_loaded.root(m_member);
        const auto leaves = [&](SlotId slot) { return m_loaded.root(slot) == home && now.root(slot) == m_group.root; };
        for (const SlotEdge& edge : m_model.slotGraph->edges()) {
            if (leaves(edge.from) == leaves(edge.to) || !isQuantized(now, edge.from) || !isQuantized(now, edge.to)) continue;
            const bool differs = !sameParameters(now.effective(edge.from), now.effective(edge.to));
            const bool would = !sameParameters(own, now.effective(leaves(edge.from) ? edge.to : edge.from));
            leaving.newEdges += would && !differs ? 1U : 0U;
            leaving.goneEdges += differs && !would ? 1U : 0U;
        }
        return leaving;
    }

    const Evaluation& m_evaluation;
    const Model& m_model;
    const Scenario& m_scenario;
    const Group& m_group;
    SlotId m_member;
    const TqcTable& m_loaded;
    const SlotList& m_slots;
    std::vector<SlotId> m_others;           // members that were not loaded together with it
    std::vector<std::string> m_released;
    std::vector<ExcludedEdge> m_excluded;
    std::vector<std::string> m_operations;
};

} // namespace

Leaving leaveGroup(const Evaluation& evaluation, const Group& group, SlotId member)
{
    return Exit(evaluation, group, member).find();
}

std::optional<Scenario> leaveWithStrict(const Evaluation& evaluation, const Group& group, SlotId member)
{
    Scenario scenario = evaluation.scenario;
    scenario.engine = Engine::Strict;
    const auto then = makeEvaluation(evaluation.model, scenario);
    // Without a group of its own there the engine alone parts it from the others.
    if (const Group* there = then->cascade.group(then->outcome.table.root(member)))
        if (const Leaving way = leaveGroup(*then, *there, member); way.possible()) scenario = way.scenario;
    const TqcTable& loaded = evaluation.model->baseline;
    const Outcome outcome = evaluate(*evaluation.model, scenario);
    const bool left = std::none_of(group.slots.begin(), group.slots.end(), [&](SlotId other) {
        return loaded.root(other) != loaded.root(member) && outcome.table.root(other) == outcome.table.root(member);
    });
    return left ? std::optional(std::move(scenario)) : std::nullopt;
}

WayOut wayOutOf(const Evaluation& evaluation, const Group& group, SlotId member)
{
    WayOut way{leaveGroup(evaluation, group, member), {}};
    if (way.leaving.possible()) way.scenario = way.leaving.scenario;
    else if (way.leaving.needsStrict) way.scenario = leaveWithStrict(evaluation, group, member);
    return way;
}

} // namespace alignscope

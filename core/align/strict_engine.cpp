// SPDX-License-Identifier: Apache-2.0
// S6 and S7 of the strict engine: the parameters of each set, and how the table says so.
#include "core/align/strict_engine.h"

#include "core/align/hull.h"
#include "core/align/strict_sets.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace alignscope {
namespace {

class StrictPass {
public:
    StrictPass(const Model& model, const Scenario& scenario)
        : m_base(model.baseline), m_slots(model.baseline.slots()), m_sets(model, scenario),
          m_byHand(m_base.size(), false)
    {
        m_outcome.table = m_base;
        m_outcome.steps = m_sets.refusals();
        m_outcome.warnings = m_sets.warnings();
    }

    Outcome run() &&
    {
        settle();
        return std::move(m_outcome);
    }

private:
    using Pins = std::vector<std::pair<SlotId, TensorParameters>>;

    void refuse(OpId operation, SlotId slot, SlotId master, Reason reason)
    {
        m_outcome.steps.push_back({.operation = operation, .slot = slot, .master = master,
                                   .action = Action::Refuse, .reason = reason, .state = m_base.state(slot)});
    }

    [[nodiscard]] TensorParameters loaded(SlotId slot) const
    {
        const ParameterView values = m_base.effective(slot);
        return {values.scale[0], values.offset[0]};
    }

    // S6 and S7, set by set in order of the first slot.
    void settle()
    {
        const std::size_t size = m_base.size();
        std::vector<std::vector<SlotId>> members(size);
        std::vector<bool> touched(size, false);
        std::vector<std::vector<SlotId>> authorities(size);
        for (std::uint32_t i = 0; i < size; ++i)
            if (!m_sets.outside(SlotId(i)) && (m_sets.detached(SlotId(i)) || m_base.root(SlotId(i))))
                members[m_sets.setOf(SlotId(i))].emplace_back(i);
        for (const StrictClaim& claim : m_sets.claims()) {
            const std::uint32_t set = m_sets.setOf(claim.slots.front());
            touched[set] = true;
            authorities[set].insert(authorities[set].end(), claim.authorities.begin(), claim.authorities.end());
        }
        std::vector<bool> isBound(m_sets.bound().empty() ? 0 : size, false);
        for (const auto& bound : m_sets.bound()) isBound[bound.first.index()] = true;
        for (const auto& [slot, master] : m_sets.bound()) {
            // A master by hand replaces the authorities; one that is bound itself does not count.
            const std::uint32_t set = m_sets.setOf(slot);
            if (!m_byHand[set]) authorities[set].clear();
            m_byHand[set] = true;
            touched[set] = true;
            if (!isBound[master.index()]) authorities[set].push_back(master);
        }
        for (const auto& pin : m_sets.pins()) {
            const std::uint32_t set = m_sets.setOf(pin.first);
            touched[set] = true;
            m_pinsOfSet[set].push_back(pin);
        }

        for (std::uint32_t set = 0; set < size; ++set) {
            if (members[set].empty()) continue;
            if (touched[set])
                settleSet(set, members[set], authorities[set]);
            else
                healSet(members[set]);
        }
    }

    void settleSet(std::uint32_t set, const std::vector<SlotId>& members, const std::vector<SlotId>& authorities)
    {
        const auto found = m_pinsOfSet.find(set);
        const auto pins = found == m_pinsOfSet.end() ? Pins() : found->second;
        std::vector<TensorParameters> values;
        SlotId dictator;
        const auto prefer = [&](SlotId slot) {
            if (!dictator || m_slots.id(slot) < m_slots.id(dictator)) dictator = slot;
        };
        Action action = Action::Hull;
        if (!pins.empty()) {
            action = Action::Pin;
            for (const auto& [slot, value] : pins) {
                prefer(slot);
                values.push_back(value);
                if (std::bit_cast<std::uint32_t>(value.scale) != std::bit_cast<std::uint32_t>(pins[0].second.scale)
                    || std::bit_cast<std::uint32_t>(value.offset) != std::bit_cast<std::uint32_t>(pins[0].second.offset)) {
                    refuse(m_slots[slot].operation, slot, pins[0].first, Reason::PinConflict);
                    healSet(members);
                    return;
                }
            }
        } else {
            for (const SlotId slot : authorities) {
                prefer(slot);
                values.push_back(loaded(slot));
            }
        }
        const auto parameters = dictator ? hullOf(values, m_slots[dictator].scheme) : std::nullopt;
        if (!parameters) {
            healSet(members);
            return;
        }
        // The dictator's loaded root, unless it is not in this set any more.
        SlotId master = m_sets.detached(dictator) ? dictator : m_base.root(dictator);
        if (m_sets.setOf(master) != set || m_sets.detached(master) || m_sets.outside(master)) master = dictator;

        TqcTable& table = m_outcome.table;
        const ParameterView own = m_base.own(master);
        const bool already = m_base.dominator(master) == master && m_base.state(master) == TqcState::Activated
            && own.known() && own.scale.size() == 1
            && std::bit_cast<std::uint32_t>(own.scale[0]) == std::bit_cast<std::uint32_t>(parameters->scale)
            && std::bit_cast<std::uint32_t>(own.offset[0]) == std::bit_cast<std::uint32_t>(parameters->offset);
        if (!already) {
            table.record(master).dominator = master.value();
            table.record(master).state = TqcState::Activated;
            table.setOwn(master, parameters->scale, parameters->offset);
            m_outcome.steps.push_back({.operation = operationFor(master), .slot = master, .master = master,
                                       .scale = parameters->scale, .offset = parameters->offset,
                                       .action = action, .state = TqcState::Activated});
        }
        for (const SlotId slot : members)
            if (slot != master) follow(slot, master);
    }

    // Detached slots and roots become PASSIVE. OVERLAPPED slots and loaded PASSIVE links keep their
    // pointers; where a pointer led to a slot that was detached, one of those that it leaves
    // behind stands in for it, so that what was fused stays fused with each other and nothing else.
    void follow(SlotId slot, SlotId master)
    {
        const SlotId above = m_base.dominator(slot);
        const bool leftBehind = isLeftBehind(slot);
        if (!m_sets.detached(slot) && above != slot && !leftBehind) return;
        if (leftBehind && standIn(above) != slot) {
            join(slot, standIn(above), m_base.state(slot));
            return;
        }
        if (above == master && m_base.state(slot) == TqcState::Passive) return;
        join(slot, master, TqcState::Passive);
    }

    [[nodiscard]] bool isLeftBehind(SlotId slot) const
    {
        const SlotId above = m_base.dominator(slot);
        return !m_sets.detached(slot) && !m_sets.outside(slot) && above != slot
            && (m_sets.detached(above) || m_sets.outside(above));
    }

    // The slot with the smallest id of those that still point at `detached`.
    SlotId standIn(SlotId detached)
    {
        if (m_standIn.empty()) {
            m_standIn.resize(m_base.size());
            for (std::uint32_t i = 0; i < m_base.size(); ++i) {
                SlotId& first = m_standIn[m_base.dominator(SlotId(i)).index()];
                if (isLeftBehind(SlotId(i)) && (!first || m_slots.id(SlotId(i)) < m_slots.id(first)))
                    first = SlotId(i);
            }
        }
        return m_standIn[detached.index()];
    }

    // A set that nothing moved goes on with its loaded values. If its root was detached, the first
    // slot that the root leaves behind takes its place.
    void healSet(const std::vector<SlotId>& members)
    {
        for (const SlotId slot : members) {
            if (m_sets.detached(slot)) standAlone(slot);
            if (!isLeftBehind(slot) || m_sets.outside(m_base.dominator(slot))) continue;
            const SlotId above = m_base.dominator(slot);
            if (standIn(above) != slot) {
                join(slot, standIn(above), m_base.state(slot));
                continue;
            }
            if (m_base.root(slot) != above) continue;
            const ParameterView values = m_base.own(above);
            if (!values.known() || values.scale.size() != 1) continue;
            m_outcome.table.record(slot).dominator = slot.value();
            m_outcome.table.record(slot).state = TqcState::Activated;
            m_outcome.table.setOwn(slot, values.scale[0], values.offset[0]);
            m_outcome.steps.push_back({.operation = operationFor(above), .slot = slot, .master = slot,
                                       .scale = values.scale[0], .offset = values.offset[0],
                                       .action = Action::Hull, .state = TqcState::Activated});
        }
    }

    // A slot that left its loaded set for one that keeps its loaded values (two pins) must not
    // follow what it left.
    void standAlone(SlotId slot)
    {
        const SlotId root = m_base.root(slot);
        const std::uint32_t set = m_sets.setOf(slot);
        bool inside = true;
        for (SlotId at = slot; at != root; at = m_base.dominator(at)) inside = inside && m_sets.setOf(at) == set;
        if (inside && m_sets.setOf(root) == set) return;
        if (m_sets.setOf(root) == set) {
            join(slot, root, m_base.state(slot));
            return;
        }
        const TensorParameters values = loaded(slot);
        m_outcome.table.record(slot).dominator = slot.value();
        m_outcome.table.record(slot).state = TqcState::Activated;
        m_outcome.table.setOwn(slot, values.scale, values.offset);
        m_outcome.steps.push_back({.operation = operationFor(slot), .slot = slot, .master = slot,
                                   .scale = values.scale, .offset = values.offset,
                                   .action = Action::Hull, .state = TqcState::Activated});
    }

    void join(SlotId slot, SlotId master, TqcState state)
    {
        m_outcome.table.record(slot).dominator = master.value();
        m_outcome.table.record(slot).state = state;
        m_outcome.steps.push_back({.operation = operationFor(slot), .slot = slot, .master = master,
                                   .action = Action::Join, .state = state});
    }

    // The claim that a slot moves for: its own, or that of the first claimed slot of its set.
    OpId operationFor(SlotId slot)
    {
        const auto& claims = m_sets.claims();
        if (m_sets.claimOf(slot) != StrictSets::kNoClaim) return claims[m_sets.claimOf(slot)].operation;
        const std::uint32_t set = m_sets.setOf(slot);
        if (m_claimOfSet.empty()) {
            m_claimOfSet.assign(m_base.size(), StrictSets::kNoClaim);
            for (std::uint32_t claim = static_cast<std::uint32_t>(claims.size()); claim-- > 0;)
                m_claimOfSet[m_sets.setOf(claims[claim].slots.front())] = claim;
        }
        return m_claimOfSet[set] == StrictSets::kNoClaim ? m_slots[slot].operation
                                                         : claims[m_claimOfSet[set]].operation;
    }

    const TqcTable& m_base;
    const SlotList& m_slots;
    const StrictSets m_sets;
    Outcome m_outcome;
    std::vector<std::uint32_t> m_claimOfSet;
    std::vector<SlotId> m_standIn; // per detached slot
    std::vector<bool> m_byHand;
    std::map<std::uint32_t, Pins> m_pinsOfSet;
};

} // namespace

Outcome runStrictAlignment(const Model& model, const Scenario& scenario)
{
    return StrictPass(model, scenario).run();
}

} // namespace alignscope

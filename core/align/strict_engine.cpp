// SPDX-License-Identifier: Apache-2.0
#include "core/align/strict_engine.h"

#include "core/align/hull.h"
#include "core/align/ranged_inputs.h"
#include "core/base/message_codes.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace alignscope {
namespace {

class DisjointSets {
public:
    explicit DisjointSets(std::size_t size) : m_parent(size)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }
    std::uint32_t find(std::uint32_t at)
    {
        while (m_parent[at] != at) at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }
    void unite(std::uint32_t a, std::uint32_t b)
    {
        a = find(a);
        b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

bool sameScheme(const Scheme& a, const Scheme& b)
{
    return a.policy == b.policy && a.bits == b.bits && a.quantMin == b.quantMin && a.quantMax == b.quantMax;
}

class StrictPass {
public:
    StrictPass(const Model& model, const Scenario& scenario)
        : m_model(model), m_scenario(scenario), m_base(model.baseline), m_slots(model.baseline.slots()),
          m_sets(m_base.size()), m_fused(m_base.size()), m_claim(m_base.size(), kNoClaim), m_detached(m_base.size(), false),
          m_byHand(m_base.size(), false)
    {
        m_outcome.table = m_base;
    }

    Outcome run() &&
    {
        resolveOverrides();
        for (const AlignmentSite& site : m_model.slotGraph->sites()) claim(site);
        keepLoadedSets();
        for (const Claim& claim : m_claims)
            for (const SlotId slot : claim.slots) m_sets.unite(claim.slots.front().value(), slot.value());
        for (const Claim& claim : m_claims) rejoinProducers(claim);
        bindByHand();
        settle();
        return std::move(m_outcome);
    }

private:
    struct Claim {
        OpId operation;
        Method method;
        Overlap overlap;
        std::vector<SlotId> slots;
        std::vector<SlotId> authorities;
    };

    void resolveOverrides()
    {
        for (const auto& [id, choice] : m_scenario.overrides) {
            const OpId operation = m_model.graph->findOperation(id);
            if (!operation) {
                m_outcome.warnings.push_back({MessageCode::UnknownOverrideOperation, {id}});
                continue;
            }
            if (m_overrides.empty()) m_overrides.resize(m_model.graph->operationCount(), nullptr);
            m_overrides[operation.index()] = &choice;
        }
        for (const ExcludedEdge& edge : m_scenario.excludedEdges)
            m_excluded.emplace_back(m_slots.findId(edge.from), m_slots.findId(edge.to));
        std::sort(m_excluded.begin(), m_excluded.end());
    }

    // S1: why a slot cannot share a scale; None when it can.
    [[nodiscard]] Reason refusal(SlotId slot) const
    {
        const Scheme& scheme = m_slots[slot].scheme;
        if (isFp32OrSoi(m_base.state(slot))) return Reason::SlotNotQuantized;
        const ParameterView values = m_base.effective(slot);
        if (!values.known()) return Reason::SlotUnknown;
        if (!scheme.has(policy::kPerTensor) || !scheme.has(policy::kLinear) || values.scale.size() != 1)
            return Reason::SlotPerChannel;
        if (scheme.has(policy::kFloating) || scheme.has(policy::kDynamic)) return Reason::SlotFloating;
        return Reason::None;
    }

    void refuse(OpId operation, SlotId slot, SlotId master, Reason reason)
    {
        m_outcome.steps.push_back({.operation = operation, .slot = slot, .master = master,
                                   .action = Action::Refuse, .reason = reason, .state = m_base.state(slot)});
    }

    void claim(const AlignmentSite& site)
    {
        if (!site.alignable && !m_model.slotGraph->everyFamilyMember()) return;
        Claim claim{site.operation, m_scenario.method(*site.family), m_scenario.forceOverlap, {}, {}};
        if (!m_overrides.empty() && m_overrides[site.operation.index()] != nullptr) {
            const Override& choice = *m_overrides[site.operation.index()];
            claim.method = choice.method.value_or(claim.method);
            claim.overlap = choice.overlap.value_or(claim.overlap);
        }
        if (claim.method == Method::None || site.inputCount == 0) return;

        const SlotId firstInput(site.firstInput);
        const SlotId firstOutput(site.firstInput + site.inputCount);
        std::vector<SlotId> wanted;
        const auto wantRange = [&](SlotId first, std::uint32_t count) {
            for (std::uint32_t i = 0; i < count; ++i) {
                const SlotId slot(first.value() + i);
                if (m_slots[slot].data) wanted.push_back(slot);
            }
        };
        if (claim.method == Method::Input) {
            wanted.push_back(firstInput);
            wantRange(firstOutput, site.outputCount);
        } else {
            wantRange(firstInput, site.inputCount);
            if (claim.method == Method::Output && site.outputCount > 0) wanted.push_back(firstOutput);
        }
        SlotId reference;
        if (claim.method == Method::Large) {
            for (const SlotId slot : wanted)
                if (refusal(slot) == Reason::None && !reference) reference = slot;
        } else {
            const SlotId named = claim.method == Method::Output ? firstOutput : firstInput;
            if ((claim.method == Method::Input || site.outputCount > 0) && refusal(named) == Reason::None)
                reference = named;
        }
        for (const SlotId slot : wanted) {
            Reason reason = refusal(slot);
            if (reason == Reason::None && reference
                && !sameScheme(m_slots[slot].scheme, m_slots[reference].scheme))
                reason = Reason::SchemeDiffers;
            if (reason == Reason::None)
                claim.slots.push_back(slot);
            else
                refuse(site.operation, slot, reference ? reference : slot, reason);
        }
        if (!reference || claim.slots.size() < 2) {
            refuse(site.operation, firstInput, reference ? reference : firstInput, Reason::TooFewSlots);
            return;
        }
        const auto index = static_cast<std::uint32_t>(m_claims.size());
        for (const SlotId slot : claim.slots) {
            if (m_claim[slot.index()] == kNoClaim) m_claim[slot.index()] = index;
            // S2: `input` detaches nothing.
            if (claim.method != Method::Input && m_slots[slot].io == SlotIo::In) m_detached[slot.index()] = true;
        }
        if (claim.method == Method::Large)
            claim.authorities = claim.slots;
        else
            claim.authorities = {reference};
        m_claims.push_back(std::move(claim));
    }

    // S2: what was loaded together and is not detached stays together. The fused set (S4) is the
    // part of it that immediate OVERLAPPED pointers hold together.
    void keepLoadedSets()
    {
        std::vector<std::uint32_t> first(m_base.size(), SlotId::kNone);      // by loaded root
        std::vector<std::uint32_t> firstFused(m_base.size(), SlotId::kNone); // by immediate dominator
        for (std::uint32_t i = 0; i < m_base.size(); ++i) {
            const SlotId root = m_base.root(SlotId(i));
            if (m_detached[i] || !root || isOutside(SlotId(i))) continue;
            std::uint32_t& kept = first[root.index()];
            if (kept == SlotId::kNone)
                kept = i;
            else
                m_sets.unite(kept, i);
            const std::uint32_t above = m_base.dominator(SlotId(i)).value();
            if (above == i || m_base.state(SlotId(i)) != TqcState::Overlapped) continue;
            if (!m_detached[above] && !isOutside(SlotId(above))) {
                m_fused.unite(above, i);
            } else if (firstFused[above] == SlotId::kNone) {
                firstFused[above] = i;
            } else {
                m_fused.unite(firstFused[above], i);
            }
        }
    }

    // S4.
    void rejoinProducers(const Claim& claim)
    {
        const Graph& graph = m_slots.graph();
        for (const SlotId slot : claim.slots) {
            if (!m_detached[slot.index()]) continue;
            const TensorId tensor = m_slots[slot].tensor;
            const OpId producer = graph.producer(tensor);
            const SlotId above = producer
                ? m_slots.find(producer, SlotIo::Out, graph.producerIndex(tensor))
                : SlotId{};
            if (!above) continue;
            Reason reason = refusal(above);
            if (reason == Reason::None && !sameScheme(m_slots[above].scheme, m_slots[slot].scheme))
                reason = Reason::SchemeDiffers;
            if (reason == Reason::None && m_base.root(above) != m_base.root(slot)
                && !sameParameters(m_base.effective(above), m_base.effective(slot)))
                reason = Reason::ProducerUnequal;
            if (reason == Reason::None
                && std::binary_search(m_excluded.begin(), m_excluded.end(), std::pair(above, slot)))
                reason = Reason::EdgeExcluded;
            if (reason == Reason::None && claim.overlap == Overlap::Off && !isPrivate(above, claim.operation))
                reason = Reason::ProducerShared;
            if (reason == Reason::None) {
                m_sets.unite(above.value(), slot.value());
                if (m_claim[above.index()] == kNoClaim) m_claim[above.index()] = m_claim[slot.index()];
            } else {
                refuse(claim.operation, above, slot, reason);
            }
        }
    }

    // Every tensor written in the producer's fused set is read only by `reader` or inside the set.
    bool isPrivate(SlotId output, OpId reader)
    {
        const Graph& graph = m_slots.graph();
        const std::uint32_t set = m_fused.find(output.value());
        buildFusedMembers();
        for (const SlotId member : fusedMembers(set)) {
            if (m_slots[member].io != SlotIo::Out) continue;
            const TensorId tensor = m_slots[member].tensor;
            if (graph.tensor(tensor).isGraphOutput) return false;
            for (const Use& use : graph.uses(tensor))
                if (use.operation != reader && !passesThrough(use, set)) return false;
        }
        return true;
    }

    // The reading input and an output of the operation are both in the set.
    bool passesThrough(const Use& use, std::uint32_t set)
    {
        const SlotId input = m_slots.find(use.operation, SlotIo::In, use.index);
        if (!input || m_fused.find(input.value()) != set) return false;
        const SlotId first = m_slots.firstSlot(use.operation);
        const auto slots = m_slots.slotsOf(use.operation);
        for (std::uint32_t i = 0; i < slots.size(); ++i)
            if (slots[i].io == SlotIo::Out && m_fused.find(first.value() + i) == set) return true;
        return false;
    }

    void buildFusedMembers()
    {
        if (!m_fusedOrder.empty()) return;
        m_fusedOrder.resize(m_base.size());
        std::iota(m_fusedOrder.begin(), m_fusedOrder.end(), 0U);
        std::stable_sort(m_fusedOrder.begin(), m_fusedOrder.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return m_fused.find(a) < m_fused.find(b); });
    }
    std::vector<SlotId> fusedMembers(std::uint32_t set)
    {
        auto at = std::lower_bound(m_fusedOrder.begin(), m_fusedOrder.end(), set,
                                   [&](std::uint32_t slot, std::uint32_t value) { return m_fused.find(slot) < value; });
        std::vector<SlotId> members;
        for (; at != m_fusedOrder.end() && m_fused.find(*at) == set; ++at) members.emplace_back(*at);
        return members;
    }

    // S5.
    void bindByHand()
    {
        for (const ManualBinding& binding : m_scenario.bindings) {
            const SlotId slot = m_slots.findId(binding.slot);
            const SlotId master = m_slots.findId(binding.master);
            if (!slot || !master) {
                m_outcome.warnings.push_back({MessageCode::UnknownSlot, {!slot ? binding.slot : binding.master}});
                continue;
            }
            Reason reason = refusal(slot);
            if (reason == Reason::None) reason = refusal(master);
            if (reason == Reason::None && !sameScheme(m_slots[slot].scheme, m_slots[master].scheme))
                reason = Reason::SchemeDiffers;
            if (reason != Reason::None) {
                refuse(m_slots[slot].operation, slot, master, reason);
                continue;
            }
            m_sets.unite(slot.value(), master.value());
            m_bound.emplace_back(slot, master);
        }
        for (const Pin& pin : m_scenario.pins) {
            const SlotId slot = m_slots.findId(pin.slot);
            if (!slot)
                m_outcome.warnings.push_back({MessageCode::UnknownSlot, {pin.slot}});
            else if (const Reason reason = refusal(slot); reason != Reason::None || !(pin.scale > 0))
                refuse(m_slots[slot].operation, slot, slot, reason);
            else
                m_pins.emplace_back(slot, TensorParameters{pin.scale, pin.offset});
        }
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
            if (!isOutside(SlotId(i)) && (m_detached[i] || m_base.root(SlotId(i))))
                members[m_sets.find(i)].emplace_back(i);
        for (const Claim& claim : m_claims) {
            const std::uint32_t set = m_sets.find(claim.slots.front().value());
            touched[set] = true;
            authorities[set].insert(authorities[set].end(), claim.authorities.begin(), claim.authorities.end());
        }
        for (const auto& [slot, master] : m_bound) {
            // A master by hand replaces the authorities; one that is bound itself does not count.
            const std::uint32_t set = m_sets.find(slot.value());
            if (!m_byHand[set]) authorities[set].clear();
            m_byHand[set] = true;
            touched[set] = true;
            const bool bound = std::any_of(m_bound.begin(), m_bound.end(),
                                           [&](const auto& other) { return other.first == master; });
            if (!bound) authorities[set].push_back(master);
        }
        for (const auto& [slot, value] : m_pins) touched[m_sets.find(slot.value())] = true;

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
        std::vector<std::pair<SlotId, TensorParameters>> pins;
        for (const auto& pin : m_pins)
            if (m_sets.find(pin.first.value()) == set) pins.push_back(pin);
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
        SlotId master = m_detached[dictator.index()] ? dictator : m_base.root(dictator);
        if (m_sets.find(master.value()) != set || m_detached[master.index()] || isOutside(master)) master = dictator;

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
        if (!m_detached[slot.index()] && above != slot && !leftBehind) return;
        if (leftBehind && standIn(above) != slot) {
            join(slot, standIn(above), m_base.state(slot));
            return;
        }
        if (above == master && m_base.state(slot) == TqcState::Passive) return;
        join(slot, master, TqcState::Passive);
    }

    // Slots that do not quantize belong to no set, even when others point at them.
    [[nodiscard]] bool isOutside(SlotId slot) const { return isFp32OrSoi(m_base.state(slot)); }

    [[nodiscard]] bool isLeftBehind(SlotId slot) const
    {
        const SlotId above = m_base.dominator(slot);
        return !m_detached[slot.index()] && !isOutside(slot) && above != slot
            && (m_detached[above.index()] || isOutside(above));
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
            if (!isLeftBehind(slot) || isOutside(m_base.dominator(slot))) continue;
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
        if (m_claim[slot.index()] != kNoClaim) return m_claims[m_claim[slot.index()]].operation;
        const std::uint32_t set = m_sets.find(slot.value());
        if (m_claimOfSet.empty()) {
            m_claimOfSet.assign(m_base.size(), kNoClaim);
            for (std::uint32_t claim = static_cast<std::uint32_t>(m_claims.size()); claim-- > 0;)
                m_claimOfSet[m_sets.find(m_claims[claim].slots.front().value())] = claim;
        }
        return m_claimOfSet[set] == kNoClaim ? m_slots[slot].operation
                                             : m_claims[m_claimOfSet[set]].operation;
    }

    static constexpr std::uint32_t kNoClaim = 0xffffffffU;

    const Model& m_model;
    const Scenario& m_scenario;
    const TqcTable& m_base;
    const SlotList& m_slots;
    Outcome m_outcome;
    DisjointSets m_sets;
    DisjointSets m_fused;
    std::vector<std::uint32_t> m_claim; // per slot: the first claim that took it in
    std::vector<std::uint32_t> m_claimOfSet;
    std::vector<bool> m_detached;
    std::vector<Claim> m_claims;
    std::vector<const Override*> m_overrides;
    std::vector<std::pair<SlotId, SlotId>> m_excluded;
    std::vector<std::pair<SlotId, SlotId>> m_bound; // slot, master
    std::vector<std::pair<SlotId, TensorParameters>> m_pins;
    std::vector<std::uint32_t> m_fusedOrder;
    std::vector<SlotId> m_standIn; // per detached slot
    std::vector<bool> m_byHand;
};

} // namespace

Outcome runStrictAlignment(const Model& model, const Scenario& scenario)
{
    return StrictPass(model, scenario).run();
}

} // namespace alignscope

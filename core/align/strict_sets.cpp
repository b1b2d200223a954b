// SPDX-License-Identifier: Apache-2.0
#include "core/align/strict_sets.h"

#include "core/align/by_hand.h"
#include "core/base/message_codes.h"
#include "core/quant/quantized.h"

#include <algorithm>
#include <numeric>

namespace alignscope {

StrictSets::StrictSets(const Model& model, const Scenario& scenario)
    : m_base(model.baseline), m_slots(model.baseline.slots()), m_sets(m_base.size()),
      m_claim(m_base.size(), kNoClaim), m_detached(m_base.size(), false)
{
    StrictClaims claimed = strictClaims(model, scenario);
    m_claims = std::move(claimed.claims);
    m_refusals = std::move(claimed.refusals);
    m_warnings = std::move(claimed.warnings);
    excludeByHand(model, scenario);

    detachInputs();
    keepLoadedSets();
    for (const StrictClaim& claim : m_claims) // S3
        for (const SlotId slot : claim.slots) m_sets.unite(claim.slots.front().value(), slot.value());
    for (const StrictClaim& claim : m_claims) rejoinProducers(claim);
    bindByHand(scenario);
    m_setOf.resize(m_base.size());
    for (std::uint32_t i = 0; i < m_base.size(); ++i) m_setOf[i] = m_sets.find(i);
}

void StrictSets::excludeByHand(const Model& model, const Scenario& scenario)
{
    for (const ExcludedEdge& edge : scenario.excludedEdges) {
        const SlotId from = m_slots.findId(edge.from);
        const SlotId to = m_slots.findId(edge.to);
        if (!from || !to)
            m_warnings.push_back({MessageCode::UnknownSlot, {!from ? edge.from : edge.to}});
        else if (const Reason reason = excludeRefusal(model, scenario, from, to); reason != Reason::None)
            refuse(m_slots[to].operation, to, from, reason);
        else
            m_excluded.emplace_back(from, to);
    }
    std::sort(m_excluded.begin(), m_excluded.end());
}

bool StrictSets::outside(SlotId slot) const { return isFp32OrSoi(m_base.state(slot)); }

void StrictSets::refuse(OpId operation, SlotId slot, SlotId master, Reason reason)
{
    m_refusals.push_back({.operation = operation, .slot = slot, .master = master, .action = Action::Refuse,
                          .reason = reason, .state = m_base.state(slot)});
}

// S2: `input` detaches nothing.
void StrictSets::detachInputs()
{
    for (std::uint32_t index = 0; index < m_claims.size(); ++index) {
        const StrictClaim& claim = m_claims[index];
        for (const SlotId slot : claim.slots) {
            if (m_claim[slot.index()] == kNoClaim) m_claim[slot.index()] = index;
            if (claim.method != Method::Input && m_slots[slot].io == SlotIo::In) m_detached[slot.index()] = true;
        }
    }
}

// S2: what was loaded together and is not detached stays together. The fused set (S4) is the
// part of it that immediate OVERLAPPED pointers hold together.
void StrictSets::keepLoadedSets()
{
    std::vector<std::uint32_t> first(m_base.size(), SlotId::kNone);      // by loaded root
    std::vector<std::uint32_t> firstFused(m_base.size(), SlotId::kNone); // by immediate dominator
    DisjointSets fused(m_base.size());
    for (std::uint32_t i = 0; i < m_base.size(); ++i) {
        const SlotId root = m_base.root(SlotId(i));
        if (m_detached[i] || !root || outside(SlotId(i))) continue;
        std::uint32_t& kept = first[root.index()];
        if (kept == SlotId::kNone)
            kept = i;
        else
            m_sets.unite(kept, i);
        const std::uint32_t above = m_base.dominator(SlotId(i)).value();
        if (above == i || m_base.state(SlotId(i)) != TqcState::Overlapped) continue;
        if (!m_detached[above] && !outside(SlotId(above))) {
            fused.unite(above, i);
        } else if (firstFused[above] == SlotId::kNone) {
            firstFused[above] = i;
        } else {
            fused.unite(firstFused[above], i);
        }
    }
    m_fusedOf.resize(m_base.size());
    m_fusedOrder.resize(m_base.size());
    for (std::uint32_t i = 0; i < m_base.size(); ++i) m_fusedOf[i] = fused.find(i);
    std::iota(m_fusedOrder.begin(), m_fusedOrder.end(), 0U);
    std::stable_sort(m_fusedOrder.begin(), m_fusedOrder.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return m_fusedOf[a] < m_fusedOf[b]; });
}

// S4.
void StrictSets::rejoinProducers(const StrictClaim& claim)
{
    const Graph& graph = m_slots.graph();
    for (const SlotId slot : claim.slots) {
        if (!m_detached[slot.index()]) continue;
        const TensorId tensor = m_slots[slot].tensor;
        const OpId producer = graph.producer(tensor);
        const SlotId above =
            producer ? m_slots.find(producer, SlotIo::Out, graph.producerIndex(tensor)) : SlotId{};
        if (!above) continue;
        const Reason reason = whyNotRejoin(claim, above, slot);
        if (reason != Reason::None) {
            refuse(claim.operation, above, slot, reason);
            continue;
        }
        m_sets.unite(above.value(), slot.value());
        m_rejoins.push_back({above, slot, claim.operation});
        if (m_claim[above.index()] == kNoClaim) m_claim[above.index()] = m_claim[slot.index()];
    }
}

Reason StrictSets::whyNotRejoin(const StrictClaim& claim, SlotId above, SlotId slot) const
{
    const Reason reason = strictRefusal(m_base, above);
    if (reason != Reason::None) return reason;
    if (!sameStrictScheme(m_slots[above].scheme, m_slots[slot].scheme)) return Reason::SchemeDiffers;
    if (m_base.root(above) != m_base.root(slot)
        && !sameParameters(m_base.effective(above), m_base.effective(slot)))
        return Reason::ProducerUnequal;
    if (claim.overlap == Overlap::Off && !isPrivate(above, claim.operation)) return Reason::ProducerShared;
    // Last: an edge on which the producer would not have followed anyway excludes nothing.
    if (std::binary_search(m_excluded.begin(), m_excluded.end(), std::pair(above, slot)))
        return Reason::EdgeExcluded;
    return Reason::None;
}

// Every tensor written in the producer's fused set is read only by `reader` or inside the set.
bool StrictSets::isPrivate(SlotId output, OpId reader) const
{
    if (reachesGraphOutput(output)) return false;
    const Graph& graph = m_slots.graph();
    for (const SlotId member : fusedMembers(output)) {
        if (m_slots[member].io != SlotIo::Out) continue;
        for (const Use& use : graph.uses(m_slots[member].tensor))
            if (use.operation != reader && !passesThrough(use, m_fusedOf[output.index()])) return false;
    }
    return true;
}

bool StrictSets::reachesGraphOutput(SlotId output) const
{
    const auto members = fusedMembers(output);
    return std::any_of(members.begin(), members.end(), [&](SlotId member) {
        return m_slots[member].io == SlotIo::Out && m_slots.graph().tensor(m_slots[member].tensor).isGraphOutput;
    });
}

// The reading input and an output of the operation are both in the set.
bool StrictSets::passesThrough(const Use& use, std::uint32_t set) const
{
    const SlotId input = m_slots.find(use.operation, SlotIo::In, use.index);
    if (!input || m_fusedOf[input.index()] != set) return false;
    const std::uint32_t first = m_slots.firstSlot(use.operation).value();
    const auto slots = m_slots.slotsOf(use.operation);
    for (std::uint32_t i = 0; i < slots.size(); ++i)
        if (slots[i].io == SlotIo::Out && m_fusedOf[first + i] == set) return true;
    return false;
}

std::vector<SlotId> StrictSets::fusedMembers(SlotId slot) const
{
    const std::uint32_t set = m_fusedOf[slot.index()];
    auto at = std::lower_bound(m_fusedOrder.begin(), m_fusedOrder.end(), set,
                               [&](std::uint32_t member, std::uint32_t value) { return m_fusedOf[member] < value; });
    std::vector<SlotId> members;
    for (; at != m_fusedOrder.end() && m_fusedOf[*at] == set; ++at) members.emplace_back(*at);
    return members;
}

// S5.
void StrictSets::bindByHand(const Scenario& scenario)
{
    HandChains chains;
    for (const ManualBinding& binding : scenario.bindings) {
        const SlotId slot = m_slots.findId(binding.slot);
        const SlotId master = m_slots.findId(binding.master);
        if (!slot || !master) {
            m_warnings.push_back({MessageCode::UnknownSlot, {!slot ? binding.slot : binding.master}});
            continue;
        }
        Reason reason = bindRefusal(m_base, slot, master);
        if (reason == Reason::None && chains.follows(master, slot)) reason = Reason::BindCircle;
        if (reason != Reason::None) {
            refuse(m_slots[slot].operation, slot, master, reason);
            continue;
        }
        chains.add(slot, master);
        m_sets.unite(slot.value(), master.value());
        m_bound.emplace_back(slot, master);
    }
    for (const Pin& pin : scenario.pins) {
        const SlotId slot = m_slots.findId(pin.slot);
        if (!slot)
            m_warnings.push_back({MessageCode::UnknownSlot, {pin.slot}});
        else if (const Reason reason = pinRefusal(m_base, slot, pin.scale, pin.offset); reason != Reason::None)
            refuse(m_slots[slot].operation, slot, slot, reason);
        else
            m_pins.emplace_back(slot, TensorParameters{pin.scale, pin.offset});
    }
}

} // namespace alignscope

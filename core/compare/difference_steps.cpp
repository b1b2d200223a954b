// SPDX-License-Identifier: Apache-2.0
// DifferenceExplainer: the rule behind one step of the ppq engine.
#include "core/compare/difference_explainer.h"

#include <algorithm>
#include <cstddef>

namespace alignscope {

bool DifferenceExplainer::apart(const Step& step) const
{
    switch (step.action) {
    case Action::Rerange: return !claims(step.operation, step.slot);
    case Action::Bind:
    case Action::Override:
        return m_sets.setOf(step.slot) != m_sets.setOf(step.master) || m_sets.outside(step.slot)
            || m_sets.outside(step.master);
    default: return false;
    }
}

// Why the strict engine does not do what this step did.
DifferenceReason DifferenceExplainer::joinedReason(const Step& step) const
{
    const Operation& operation = m_model.graph->operation(step.operation);
    if (!familyOf(operation.type) && m_scenario.ppqManual.contains(operation.id))
        return {DifferenceRule::ManualAttribute, step.operation};
    if (step.action == Action::Override) {
        if (m_slots[step.slot].io == SlotIo::In) return {DifferenceRule::SiblingInput, step.operation};
        if (const auto refused = refusalOf(step.operation, step.slot, step)) return *refused;
        const std::uint32_t first = m_slots.firstSlot(step.operation).value();
        const auto slots = m_slots.slotsOf(step.operation);
        for (std::uint32_t i = 0; i < slots.size(); ++i)
            if (slots[i].io == SlotIo::In && slots[i].tensor == m_slots[step.slot].tensor)
                if (const auto refused = refusalOf(step.operation, SlotId(first + i), step)) return *refused;
    } else if (const auto refused = refusalOf(step.operation, step.slot, step)) {
        return *refused;
    }
    // Inputs that carry shapes or ranges are never claimed.
    if (!m_slots[step.slot].data || !m_slots[step.master].data) return {DifferenceRule::Refused, step.operation};
    if (const auto refused = refusalOf(step.operation, step.master, step)) return *refused;
    if (const auto refused = refusalOf(step.operation, {}, step)) return *refused;
    return {DifferenceRule::Unexplained, step.operation};
}

// The strict engine's refusal of a slot at an operation as a rule; of any slot when none is given.
std::optional<DifferenceReason> DifferenceExplainer::refusalOf(OpId operation, SlotId slot, const Step& step) const
{
    for (const std::uint32_t index : m_refusedOf[operation.index()]) {
        const Step& refused = m_sets.refusals()[index];
        if ((slot && refused.slot != slot) || refused.reason == Reason::TooFewSlots) continue;
        switch (refused.reason) {
        case Reason::SlotNotQuantized:
            if (step.action == Action::Override || m_slots[refused.slot].io == SlotIo::Out)
                return DifferenceReason{DifferenceRule::StateIgnored, operation};
            return DifferenceReason{DifferenceRule::StaleLastInput, operation};
        case Reason::SlotUnknown: return DifferenceReason{DifferenceRule::StateIgnored, operation};
        case Reason::SlotPerChannel: return DifferenceReason{DifferenceRule::PerChannel, operation};
        case Reason::ProducerUnequal: {
            const auto reads = m_model.graph->inputs(operation);
            const bool twice = std::count(reads.begin(), reads.end(), m_slots[refused.slot].tensor) > 1;
            return DifferenceReason{twice ? DifferenceRule::SecondRead : DifferenceRule::ProducerUnequal, operation};
        }
        case Reason::EdgeExcluded: return DifferenceReason{DifferenceRule::ByHand, operation};
        case Reason::ProducerShared:
            return DifferenceReason{m_sets.reachesGraphOutput(refused.slot) ? DifferenceRule::GraphOutputIgnored
                                                                            : DifferenceRule::OneSlotOnly,
                                    operation};
        default: return DifferenceReason{DifferenceRule::Refused, operation};
        }
    }
    // Fewer than two slots could agree.
    if (!slot && !m_refusedOf[operation.index()].empty()) return DifferenceReason{DifferenceRule::Refused, operation};
    return std::nullopt;
}

// What a step did that parted two slots which the strict engine keeps together.
DifferenceReason DifferenceExplainer::tornReason(const Step& step, SetLink::Kind kind) const
{
    if (apart(step)) return joinedReason(step);
    if (step.action == Action::Override && m_slots[step.slot].io == SlotIo::In)
        return {DifferenceRule::SiblingInput, step.operation};
    return {kind == SetLink::Kind::Loaded ? DifferenceRule::OneSlotOnly : DifferenceRule::LaterOperationWins,
            step.operation};
}

DifferenceReason DifferenceExplainer::abortReason() const
{
    const EngineError& error = *m_ppq.error;
    switch (error.kind) {
    case EngineErrorKind::Assertion: return {DifferenceRule::PerChannel, error.operation};
    case EngineErrorKind::Attribute: return {DifferenceRule::StaleLastInput, error.operation};
    case EngineErrorKind::Recursion: return {DifferenceRule::Cycle, error.operation};
    case EngineErrorKind::Permission: return {DifferenceRule::PassiveAborted, error.operation};
    case EngineErrorKind::Type:
    case EngineErrorKind::Value: break;
    }
    return {DifferenceRule::PassAborted, error.operation};
}

const Step* DifferenceExplainer::stepAt(OpId operation, SlotId slot) const
{
    for (const std::uint32_t index : m_stepsOf[operation.index()])
        if (m_ppq.steps[index].slot == slot) return &m_ppq.steps[index];
    return nullptr;
}

bool DifferenceExplainer::claims(OpId operation, SlotId slot) const
{
    const std::uint32_t claim = m_claimOf[operation.index()];
    if (claim == kNone) return false;
    const auto& slots = m_sets.claims()[claim].slots;
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

} // namespace alignscope

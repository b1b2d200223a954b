// SPDX-License-Identifier: Apache-2.0
#include "core/compare/difference_explainer.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

void tidy(std::vector<DifferenceReason>& reasons)
{
    std::sort(reasons.begin(), reasons.end());
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
}

} // namespace

DifferenceExplainer::DifferenceExplainer(const Model& model, const Scenario& scenario, const Outcome& ppq,
                                         const Outcome& strict)
    : m_model(model), m_scenario(scenario), m_base(model.baseline), m_slots(model.baseline.slots()), m_ppq(ppq),
      m_strict(strict), m_sets(model, scenario), m_paths(m_base, m_sets), m_causes(model, ppq),
      m_stepsOf(model.graph->operationCount()), m_refusedOf(model.graph->operationCount()),
      m_claimOf(model.graph->operationCount(), kNone), m_source(m_base.size()), m_formula(ppq.steps.size()),
      m_dictators(ppq.steps.size()), m_touched(m_base.size(), kNone), m_movedBefore(m_base.size(), kNone),
      m_authorities(m_base.size()), m_byHand(m_base.size(), false),
      m_valueReasons(m_base.size())
{
    m_root.reserve(m_base.size());
    for (std::uint32_t i = 0; i < m_base.size(); ++i) m_root.push_back(ppq.table.root(SlotId(i)));
    for (std::uint32_t i = 0; i < m_sets.claims().size(); ++i) {
        const StrictClaim& claim = m_sets.claims()[i];
        m_claimOf[claim.operation.index()] = i;
        auto& authorities = m_authorities[m_sets.setOf(claim.slots.front())];
        authorities.insert(authorities.end(), claim.authorities.begin(), claim.authorities.end());
    }
    for (std::uint32_t i = 0; i < m_sets.refusals().size(); ++i)
        m_refusedOf[m_sets.refusals()[i].operation.index()].push_back(i);
    for (const auto& [slot, master] : m_sets.bound()) m_byHand[m_sets.setOf(slot)] = true;
    for (const auto& [slot, value] : m_sets.pins()) m_byHand[m_sets.setOf(slot)] = true;
    replaySteps();
}

bool DifferenceExplainer::parametersDiffer(SlotId slot) const
{
    return !sameParameters(m_ppq.table.effective(slot), m_strict.table.effective(slot));
}

bool DifferenceExplainer::differs(SlotId slot) const
{
    return parametersDiffer(slot) || m_ppq.table.state(slot) != m_strict.table.state(slot)
        || m_root[slot.index()] != m_strict.table.root(slot);
}

std::vector<DifferenceReason> DifferenceExplainer::reasonsFor(SlotId slot)
{
    Reasons reasons;
    explain(slot, reasons);
    if (reasons.empty() && m_ppq.error) reasons.push_back(abortReason());
    if (reasons.empty()) reasons.push_back({DifferenceRule::Unexplained, {}});
    tidy(reasons);
    return reasons;
}

void DifferenceExplainer::explain(SlotId slot, Reasons& reasons)
{
    if (!m_root[slot.index()]) {
        reasons.push_back({DifferenceRule::Cycle, m_ppq.error ? m_ppq.error->operation : OpId{}});
        return;
    }
    if (explainDerived(slot, reasons)) return;
    explainWay(slot, reasons);
    // A slot that does not quantize is in no set, but may still point into one.
    const SlotId above = m_base.dominator(slot);
    if (reasons.empty() && m_sets.outside(slot) && above != slot && m_base.root(slot)) {
        if (differs(above)) explain(above, reasons);
        return;
    }
    if (m_byHand[m_sets.setOf(slot)]) reasons.push_back({DifferenceRule::ByHand, {}});
    if (parametersDiffer(slot)) {
        explainValue(m_root[slot.index()], reasons);
        explainLost(slot, reasons);
        if (reasons.empty()) explainFollowers(slot, reasons);
        if (!reasons.empty()) return;
        // Ranges of ranges are rounded more than once.
        for (const std::uint32_t step : m_causes.causeOf(slot))
            if (m_ppq.steps[step].action == Action::Rerange)
                reasons = {{DifferenceRule::WholeRange, m_ppq.steps[step].operation}};
        return;
    }
    const SlotId master = m_strict.table.root(slot);
    if (master && m_root[slot.index()] != m_root[master.index()]) explainPath(slot, master, reasons);
    if (reasons.empty()) explainFollowers(slot, reasons);
    if (reasons.empty() && !m_sets.outside(slot) && !m_ppq.error) {
        const std::uint32_t claim = m_sets.claimOf(slot);
        const OpId own = claim == StrictSets::kNoClaim ? OpId{} : m_sets.claims()[claim].operation;
        reasons.push_back({DifferenceRule::OneName, own});
    }
}

// What the passive pass makes follows the inputs of its operation.
bool DifferenceExplainer::explainDerived(SlotId slot, Reasons& reasons)
{
    const auto derived = [slot](const Outcome& outcome) {
        for (auto step = outcome.steps.rbegin(); step != outcome.steps.rend() && step->action == Action::Passive; ++step)
            if (step->slot == slot) return step->reason;
        return Reason::None;
    };
    const Reason there = derived(m_ppq);
    if (there == Reason::None && m_ppq.error && derived(m_strict) != Reason::None) {
        reasons.push_back(abortReason()); // it never came to that
        return true;
    }
    const Reason kind = there == Reason::None ? derived(m_strict) : there;
    if (kind == Reason::None || std::find(m_pending.begin(), m_pending.end(), slot) != m_pending.end()) return false;
    m_pending.push_back(slot);
    const SlotId input = m_slots.firstSlot(m_slots[slot].operation);
    const std::size_t before = reasons.size();
    if (differs(input)) explain(input, reasons);
    const SlotId weight(input.value() + 1);
    if (kind == Reason::BiasProduct && differs(weight)) explain(weight, reasons);
    m_pending.pop_back();
    if (reasons.size() != before) return true;
    if (m_ppq.error)
        reasons.push_back(abortReason());
    else if (kind == Reason::FollowsInput && !m_strict.table.effective(input).known())
        reasons.push_back({DifferenceRule::StateIgnored, m_slots[slot].operation});
    return reasons.size() != before;
}

// Steps on the way to the master that the strict engine does not take.
void DifferenceExplainer::explainWay(SlotId slot, Reasons& reasons) const
{
    for (const std::uint32_t index : m_causes.wayOf(slot))
        if (apart(m_ppq.steps[index])) reasons.push_back(joinedReason(m_ppq.steps[index]));
    for (const std::uint32_t index : m_stepsOf[m_slots[slot].operation.index()]) {
        const Step& step = m_ppq.steps[index];
        if (step.action == Action::Rerange && step.slot == slot && apart(step)) reasons.push_back(joinedReason(step));
    }
}

// How the value at a root of the ppq outcome was computed.
void DifferenceExplainer::explainValue(SlotId root, Reasons& reasons)
{
    auto& memo = m_valueReasons[root.index()];
    if (!memo) {
        memo.emplace();
        for (const std::uint32_t index : m_causes.causeOf(root)) {
            const Step& step = m_ppq.steps[index];
            if (apart(step)) memo->push_back(joinedReason(step));
            if (m_formula[index]) memo->push_back(*m_formula[index]);
            for (const SlotId slot : m_dictators[index])
                if (!claims(step.operation, slot))
                    if (const auto refused = refusalOf(step.operation, slot, step)) memo->push_back(*refused);
        }
        tidy(*memo);
    }
    reasons.insert(reasons.end(), memo->begin(), memo->end());
}

} // namespace alignscope

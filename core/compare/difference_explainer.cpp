// SPDX-License-Identifier: Apache-2.0
#include "core/compare/difference_explainer.h"

#include "core/align/hull.h"
#include "core/align/numerics.h"
#include "core/align/ranged_inputs.h"
#include "core/cascade/replay.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace alignscope {
namespace {

struct Extent {
    double lo = std::numeric_limits<double>::infinity();
    double hi = -std::numeric_limits<double>::infinity();
    SlotId lowest;
    SlotId highest;
};

bool sameBits(float a, float b) { return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b); }

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

void DifferenceExplainer::replaySteps()
{
    TqcTable table = m_base;
    for (std::uint32_t i = 0; i < m_base.size(); ++i)
        if (const SlotId root = m_base.root(SlotId(i))) m_source[i] = {root};
    for (std::uint32_t i = 0; i < m_ppq.steps.size(); ++i) {
        const Step& step = m_ppq.steps[i];
        if (step.action != Action::Passive) m_stepsOf[step.operation.index()].push_back(i);
        if (step.action == Action::Rerange) rerange(table, i);
        // A read sets all pointers on its way to the root, for the last reason on it.
        applyStep(table, m_ppq.table, step, [&](SlotId slot) {
            const std::uint32_t last = lastOnWay(table, slot);
            const SlotId root = table.root(slot);
            for (SlotId at = slot; root && at != root; at = table.dominator(at)) m_touched[at.index()] = last;
        });
        if (step.action != Action::Skip) m_touched[step.slot.index()] = step.master == step.slot ? kNone : i;
    }
}

// The last step that moved a pointer between a slot and its root.
std::uint32_t DifferenceExplainer::lastOnWay(const TqcTable& table, SlotId slot) const
{
    const SlotId root = table.root(slot);
    std::uint32_t last = kNone;
    for (SlotId at = slot; root && at != root; at = table.dominator(at)) {
        const std::uint32_t step = m_touched[at.index()];
        if (step != kNone && (last == kNone || step > last)) last = step;
    }
    return last;
}

// What dictates the new range, and whether it is the range that holds them.
void DifferenceExplainer::rerange(const TqcTable& table, std::uint32_t index)
{
    const Step& step = m_ppq.steps[index];
    Extent extent{0, 0, {}, {}};
    std::vector<TensorParameters> values;
    forRangedInputs(table, step.operation, [&](SlotId slot) {
        const ParameterView view = table.effective(slot);
        if (!view.known() || view.scale.size() != 1) return;
        m_movedBefore[slot.index()] = lastOnWay(table, slot);
        values.push_back({view.scale[0], view.offset[0]});
        const FloatRange range = representableRange(view.scale[0], view.offset[0], m_slots[slot].scheme);
        if (range.lo < extent.lo) {
            extent.lo = range.lo;
            extent.lowest = slot;
        }
        if (range.hi > extent.hi) {
            extent.hi = range.hi;
            extent.highest = slot;
        }
    });
    std::vector<SlotId> sources;
    for (const SlotId slot : {extent.lowest, extent.highest}) {
        if (!slot || (slot == extent.highest && extent.highest == extent.lowest && !m_dictators[index].empty())) continue;
        m_dictators[index].push_back(slot);
        const SlotId root = table.root(slot);
        if (root) sources.insert(sources.end(), m_source[root.index()].begin(), m_source[root.index()].end());
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    m_source[step.slot.index()] = std::move(sources);

    const Scheme& scheme = m_slots[step.slot].scheme;
    const auto meant = hullOf(values, scheme);
    if (!meant || (sameBits(meant->scale, step.scale) && sameBits(meant->offset, step.offset))) return;
    DifferenceRule rule = DifferenceRule::WholeRange;
    if (scheme.has(policy::kSymmetrical)) {
        if (std::abs(scheme.quantMin) != scheme.quantMax) rule = DifferenceRule::SymmetricInflation;
    } else if (scheme.quantMin != 0 || scheme.has(policy::kPowerOf2)) {
        rule = DifferenceRule::ZeroPointFormula;
    }
    m_formula[index] = DifferenceReason{rule, step.operation};
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

// Authorities of the strict set whose range the ppq value does not hold, and a ppq value that
// holds more than they ask for.
void DifferenceExplainer::explainLost(SlotId slot, Reasons& reasons)
{
    const auto& authorities = m_authorities[m_sets.setOf(slot)];
    if (authorities.empty()) {
        explainFollowers(slot, reasons);
        if (reasons.empty()) {
            const SlotId master = m_strict.table.root(slot);
            if (master && m_root[slot.index()] != m_root[master.index()]) explainPath(slot, master, reasons);
        }
        return;
    }
    const Scheme& scheme = m_slots[authorities.front()].scheme;
    const auto extentOf = [&](const std::vector<SlotId>& slots) {
        Extent extent;
        for (const SlotId at : slots) {
            const ParameterView view = m_base.effective(at);
            if (!view.known() || view.scale.size() != 1) continue;
            const double scale = static_cast<double>(view.scale[0]);
            const double offset = static_cast<double>(view.offset[0]);
            const double lo = scale * (scheme.quantMin - offset);
            const double hi = scale * (scheme.quantMax - offset);
            if (lo < extent.lo) {
                extent.lo = lo;
                extent.lowest = at;
            }
            if (hi > extent.hi) {
                extent.hi = hi;
                extent.highest = at;
            }
        }
        return extent;
    };
    const SlotId root = m_root[slot.index()];
    const Extent meant = extentOf(authorities);
    const Extent found = extentOf(m_source[root.index()]);
    const auto lost = [&](SlotId authority) {
        // Its range went to the master that its operation chose.
        const auto& steps = m_stepsOf[m_slots[authority].operation.index()];
        const SlotId master = steps.empty() ? authority : m_ppq.steps[steps.front()].master;
        const std::size_t before = reasons.size();
        if (m_root[master.index()] != root) explainPath(slot, master, reasons);
        if (reasons.size() == before && m_root[authority.index()] != root) explainPath(slot, authority, reasons);
        if (reasons.size() == before) explainLostAuthority(authority, reasons);
    };
    if (meant.lowest && found.lo > meant.lo) lost(meant.lowest);
    if (meant.highest && found.hi < meant.hi && meant.highest != meant.lowest) lost(meant.highest);
    if (meant.highest && found.hi < meant.hi && meant.highest == meant.lowest && !(found.lo > meant.lo))
        lost(meant.highest);
    if (!(found.lo < meant.lo) && !(found.hi > meant.hi)) return;
    // An input had been moved before the operation read it, which loaded ranges do not see.
    const auto causes = m_causes.causeOf(root);
    for (const std::uint32_t index : causes) {
        const Step& step = m_ppq.steps[index];
        const bool bound = step.action == Action::Bind || step.action == Action::Override;
        if (bound && !apart(step) && m_sets.setOf(step.slot) != m_sets.setOf(slot))
            reasons.push_back({DifferenceRule::LaterOperationWins, step.operation});
    }
    // Or the slot follows one of its set that no claim makes an authority.
    if (reasons.empty()) explainPath(slot, authorities.front(), reasons);
    if (reasons.empty() && m_root[authorities.front().index()] == root) explainLostAuthority(authorities.front(), reasons);
}

void DifferenceExplainer::explainPath(SlotId from, SlotId to, Reasons& reasons)
{
    const auto stops = m_paths.between(from, to);
    for (std::size_t i = 0; i + 1 < stops.size();) {
        std::size_t last = i; // the farthest that the ppq engine holds together with this one
        for (std::size_t j = i; j < stops.size(); ++j)
            if (m_root[stops[j].slot.index()] == m_root[stops[i].slot.index()]) last = j;
        if (last + 1 >= stops.size()) return;
        explainBroken(stops[last].link, stops[last].slot, stops[last + 1].slot, reasons);
        i = last + 1;
    }
}

void DifferenceExplainer::explainBroken(const SetLink& link, SlotId a, SlotId b, Reasons& reasons) const
{
    if (link.kind == SetLink::Kind::ByHand) {
        reasons.push_back({DifferenceRule::ByHand, {}});
        return;
    }
    if (link.kind != SetLink::Kind::Loaded) {
        // Did the operation bind them at all?
        const auto& steps = m_stepsOf[link.operation.index()];
        if (steps.empty()) {
            if (m_ppq.error) reasons.push_back(abortReason());
            return;
        }
        for (const SlotId slot : {a, b}) {
            const Step* step = stepAt(link.operation, slot);
            if (step == nullptr || step->action != Action::Skip) continue;
            if (step->reason == Reason::LastInputSkipped)
                reasons.push_back({DifferenceRule::StaleLastInput, link.operation});
            if (step->reason == Reason::ProducerShared)
                reasons.push_back({DifferenceRule::ConsumersOfOperation, link.operation});
            return;
        }
    }
    const auto wayOf = [&](SlotId slot) {
        std::vector<std::uint32_t> way = m_causes.wayOf(slot);
        if (m_root[slot.index()] == slot)
            for (const std::uint32_t index : m_stepsOf[m_slots[slot].operation.index()])
                if (m_ppq.steps[index].action == Action::Rerange && m_ppq.steps[index].slot == slot) way.push_back(index);
        std::sort(way.begin(), way.end());
        return way;
    };
    const auto first = wayOf(a);
    const auto second = wayOf(b);
    std::vector<std::uint32_t> parting;
    std::set_symmetric_difference(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(parting));
    if (link.kind == SetLink::Kind::Loaded) {
        const auto inAtom = [&](std::uint32_t index) {
            const SlotId slot = m_ppq.steps[index].slot;
            return !m_sets.detached(slot) && m_base.root(slot) == m_base.root(a);
        };
        if (std::any_of(parting.begin(), parting.end(), inAtom))
            std::erase_if(parting, [&](std::uint32_t index) { return !inAtom(index); });
        for (const std::uint32_t index : parting) reasons.push_back(tornReason(m_ppq.steps[index], link.kind));
        return;
    }
    for (auto index = parting.rbegin(); index != parting.rend(); ++index) {
        if (m_ppq.steps[*index].operation == link.operation) continue;
        reasons.push_back(tornReason(m_ppq.steps[*index], link.kind));
        return;
    }
    if (m_ppq.error) reasons.push_back(abortReason());
}

// A detached input moves with its operation; in the reference all that points at it moves too.
void DifferenceExplainer::explainFollowers(SlotId slot, Reasons& reasons) const
{
    if (m_sets.detached(slot)) return;
    SlotId at = slot;
    for (std::size_t guard = 0; guard <= m_base.size(); ++guard) {
        const SlotId above = m_base.dominator(at);
        if (above == at) return;
        at = above;
        if (!m_sets.detached(at)) continue;
        reasons.push_back({DifferenceRule::FollowersStay, m_slots[at].operation});
        return;
    }
}

// The whole group follows a master that does not hold what the operation of the authority asked for.
void DifferenceExplainer::explainLostAuthority(SlotId authority, Reasons& reasons) const
{
    const OpId operation = m_slots[authority].operation;
    const auto& steps = m_stepsOf[operation.index()];
    if (steps.empty()) {
        if (m_ppq.error) reasons.push_back(abortReason());
        return;
    }
    const SlotId master = m_ppq.steps[steps.front()].master;
    const auto blameLast = [&](const std::vector<std::uint32_t>& candidates, DifferenceRule rule) {
        for (auto index = candidates.rbegin(); index != candidates.rend(); ++index) {
            const Step& step = m_ppq.steps[*index];
            if (step.operation == operation) continue;
            if (step.action == Action::Override && m_slots[step.slot].io == SlotIo::In) rule = DifferenceRule::SiblingInput;
            reasons.push_back({rule, step.operation});
            return true;
        }
        return false;
    };
    if (blameLast(m_causes.wayOf(master), DifferenceRule::ChainFollowsLast)) return;
    // It had been moved before the operation read it.
    if (const std::uint32_t moved = m_movedBefore[authority.index()]; moved != kNone)
        reasons.push_back(tornReason(m_ppq.steps[moved], SetLink::Kind::Claim));
    else
        blameLast(m_causes.causeOf(master), DifferenceRule::LaterOperationWins);
}

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

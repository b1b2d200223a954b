// SPDX-License-Identifier: Apache-2.0
// DifferenceExplainer: why the ppq engine did not keep together what the strict engine does.
#include "core/compare/difference_explainer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alignscope {

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

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/causes.h"

#include "core/align/numerics.h"
#include "core/align/ranged_inputs.h"
#include "core/cascade/replay.h"

#include <algorithm>
#include <cstddef>

namespace alignscope {

std::vector<SlotId> rangeDictators(const TqcTable& table, OpId operation)
{
    double low = 0;
    double high = 0;
    SlotId lowest;
    SlotId highest;
    forRangedInputs(table, operation, [&](SlotId id) {
        const ParameterView values = table.effective(id);
        if (!values.known() || values.scale.size() != 1) return;
        const FloatRange range = representableRange(values.scale[0], values.offset[0], table.slots()[id].scheme);
        if (range.lo < low) {
            low = range.lo;
            lowest = id;
        }
        if (range.hi > high) {
            high = range.hi;
            highest = id;
        }
    });
    std::vector<SlotId> dictators;
    if (lowest) dictators.push_back(lowest);
    if (highest && highest != lowest) dictators.push_back(highest);
    return dictators;
}

CauseIndex::CauseIndex(const Model& model, const Outcome& outcome)
    : m_table(model.baseline), m_pointerWhy(model.baseline.size(), kNone),
      m_valueWhy(model.baseline.size(), kNone)
{
    m_dependencyBegin.reserve(outcome.steps.size() + 1);
    m_first.reserve(outcome.steps.size());
    std::vector<std::uint32_t> found;
    for (std::uint32_t index = 0; index < outcome.steps.size(); ++index) {
        const Step& step = outcome.steps[index];
        m_dependencyBegin.push_back(static_cast<std::uint32_t>(m_dependencies.size()));
        m_first.push_back(index);
        if (step.action == Action::Skip || step.action == Action::Refuse) continue;
        found.clear();
        addDependencies(step, found);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        m_dependencies.insert(m_dependencies.end(), found.begin(), found.end());
        for (const std::uint32_t earlier : found) m_first[index] = std::min(m_first[index], m_first[earlier]);

        applyStep(m_table, outcome.table, step, [this](SlotId slot) { compress(slot); });
        if (step.master == step.slot) {
            m_pointerWhy[step.slot.index()] = kNone;
            m_valueWhy[step.slot.index()] = index;
        } else {
            m_pointerWhy[step.slot.index()] = static_cast<std::uint32_t>(m_reasons.size());
            m_reasons.push_back({index, kNone, kNone, m_first[index], index});
        }
    }
    m_dependencyBegin.push_back(static_cast<std::uint32_t>(m_dependencies.size()));
}

void CauseIndex::addDependencies(const Step& step, std::vector<std::uint32_t>& found) const
{
    if (step.reason == Reason::BiasProduct) {
        collect(m_table.slots().firstSlot(step.operation), found);
    } else if (step.action == Action::Rerange) {
        for (const SlotId slot : rangeDictators(m_table, step.operation)) collect(slot, found);
    }
}

std::uint32_t CauseIndex::join(std::uint32_t a, std::uint32_t b)
{
    if (a == kNone || a == b) return b;
    if (b == kNone) return a;
    m_reasons.push_back({kNone, a, b, std::min(m_reasons[a].first, m_reasons[b].first),
                         std::max(m_reasons[a].last, m_reasons[b].last)});
    return static_cast<std::uint32_t>(m_reasons.size() - 1);
}

// The engine is about to read `slot`: every pointer on the way will be set to the root, and then
// stands there for all the reasons of the way.
void CauseIndex::compress(SlotId slot)
{
    const SlotId root = m_table.root(slot);
    if (!root) return;
    if (m_table.dominator(slot) == root) return; // what it points at stays
    m_way.clear();
    for (SlotId at = slot; at != root; at = m_table.dominator(at)) m_way.push_back(at);
    std::uint32_t reasons = kNone;
    for (auto at = m_way.rbegin(); at != m_way.rend(); ++at) {
        reasons = join(m_pointerWhy[at->index()], reasons);
        m_pointerWhy[at->index()] = reasons;
    }
}

void CauseIndex::collectReasons(std::uint32_t reasons, std::vector<std::uint32_t>& steps) const
{
    if (reasons == kNone) return;
    if (m_reasons[reasons].step != kNone) { // most are one step
        steps.push_back(m_reasons[reasons].step);
        return;
    }
    std::vector<std::uint32_t> pending{reasons};
    while (!pending.empty()) {
        const Reasons& at = m_reasons[pending.back()];
        pending.pop_back();
        if (at.step != kNone) steps.push_back(at.step);
        if (at.left != kNone) pending.push_back(at.left);
        if (at.right != kNone) pending.push_back(at.right);
    }
}

// Calls `visit` with the reasons of each pointer from the slot to its root, as known at this moment
// of the replay. Returns the root; none for a cycle, which ends after one round.
template <class Visit> SlotId CauseIndex::followWay(SlotId slot, Visit visit) const
{
    SlotId at = slot;
    for (std::size_t guard = 0; guard <= m_table.size(); ++guard) {
        if (const std::uint32_t why = m_pointerWhy[at.index()]; why != kNone) visit(why);
        const SlotId next = m_table.dominator(at);
        if (next == at) return at;
        if (next == slot) break;
        at = next;
    }
    return {};
}

SlotId CauseIndex::collectWay(SlotId slot, std::vector<std::uint32_t>& steps) const
{
    return followWay(slot, [&](std::uint32_t why) { collectReasons(why, steps); });
}

void CauseIndex::collect(SlotId slot, std::vector<std::uint32_t>& steps) const
{
    const SlotId root = collectWay(slot, steps);
    if (root && m_valueWhy[root.index()] != kNone) steps.push_back(m_valueWhy[root.index()]);
}

std::vector<std::uint32_t> CauseIndex::wayOf(SlotId slot) const
{
    std::vector<std::uint32_t> steps;
    collectWay(slot, steps);
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

// The latest step that is left comes next: what it rests on is older, so each turns up only once.
std::vector<std::uint32_t> CauseIndex::causeOf(SlotId slot) const
{
    std::vector<std::uint32_t> cause;
    std::vector<std::uint32_t> pending; // a heap
    collect(slot, pending);
    std::make_heap(pending.begin(), pending.end());
    while (!pending.empty()) {
        std::pop_heap(pending.begin(), pending.end());
        const std::uint32_t step = pending.back();
        pending.pop_back();
        if (!cause.empty() && cause.back() == step) continue;
        cause.push_back(step);
        for (auto i = m_dependencyBegin[step]; i < m_dependencyBegin[step + 1]; ++i) {
            pending.push_back(m_dependencies[i]);
            std::push_heap(pending.begin(), pending.end());
        }
    }
    std::reverse(cause.begin(), cause.end());
    return cause;
}

std::optional<std::uint32_t> CauseIndex::firstCause(SlotId slot) const
{
    std::uint32_t first = kNone;
    const SlotId root = followWay(slot, [&](std::uint32_t why) { first = std::min(first, m_reasons[why].first); });
    const std::uint32_t value = root ? m_valueWhy[root.index()] : kNone;
    if (value != kNone) first = std::min(first, m_first[value]);
    return first == kNone ? std::nullopt : std::optional(first);
}

std::optional<std::uint32_t> CauseIndex::lastCause(SlotId slot) const
{
    std::optional<std::uint32_t> last;
    const auto note = [&](std::uint32_t step) { last = std::max(last.value_or(0), step); };
    const SlotId root = followWay(slot, [&](std::uint32_t why) { note(m_reasons[why].last); });
    if (root && m_valueWhy[root.index()] != kNone) note(m_valueWhy[root.index()]);
    return last;
}

std::vector<bool> CauseIndex::causedBy(OpId operation, const Outcome& outcome) const
{
    std::vector<bool> rests(outcome.steps.size(), false); // by step: on one of the operation's
    for (std::uint32_t step = 0; step < rests.size(); ++step) {
        bool found = outcome.steps[step].operation == operation;
        for (auto i = m_dependencyBegin[step]; i < m_dependencyBegin[step + 1] && !found; ++i)
            found = rests[m_dependencies[i]];
        rests[step] = found;
    }
    std::vector<bool> caused(m_table.size(), false);
    std::vector<std::uint32_t> steps;
    for (std::uint32_t slot = 0; slot < m_table.size(); ++slot) {
        steps.clear();
        collect(SlotId(slot), steps);
        caused[slot] = std::any_of(steps.begin(), steps.end(), [&](std::uint32_t step) { return rests[step]; });
    }
    return caused;
}

} // namespace alignscope

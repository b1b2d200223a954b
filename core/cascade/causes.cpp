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
    std::vector<std::uint32_t> found;
    for (std::uint32_t index = 0; index < outcome.steps.size(); ++index) {
        const Step& step = outcome.steps[index];
        m_dependencyBegin.push_back(static_cast<std::uint32_t>(m_dependencies.size()));
        if (step.action == Action::Skip || step.action == Action::Refuse) continue;
        found.clear();
        addDependencies(step, found);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        m_dependencies.insert(m_dependencies.end(), found.begin(), found.end());

        applyStep(m_table, outcome.table, step, [this](SlotId slot) { compress(slot); });
        if (step.master == step.slot) {
            m_pointerWhy[step.slot.index()] = kNone;
            m_valueWhy[step.slot.index()] = index;
        } else {
            m_pointerWhy[step.slot.index()] = static_cast<std::uint32_t>(m_reasons.size());
            m_reasons.push_back({index, kNone, kNone});
        }
    }
    m_dependencyBegin.push_back(static_cast<std::uint32_t>(m_dependencies.size()));
    m_seen.assign(outcome.steps.size(), 0);
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
    m_reasons.push_back({kNone, a, b});
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
    std::vector<std::uint32_t>& pending = m_pendingReasons;
    pending.assign(1, reasons);
    while (!pending.empty()) {
        const Reasons& at = m_reasons[pending.back()];
        pending.pop_back();
        if (at.step != kNone) steps.push_back(at.step);
        if (at.left != kNone) pending.push_back(at.left);
        if (at.right != kNone) pending.push_back(at.right);
    }
}

// What is known at this moment of the replay, and the root; none for a cycle. Bounded: a cycle ends
// after one round.
SlotId CauseIndex::collectWay(SlotId slot, std::vector<std::uint32_t>& steps) const
{
    SlotId at = slot;
    for (std::size_t guard = 0; guard <= m_table.size(); ++guard) {
        collectReasons(m_pointerWhy[at.index()], steps);
        const SlotId next = m_table.dominator(at);
        if (next == at) return at;
        if (next == slot) break;
        at = next;
    }
    return {};
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

std::vector<std::uint32_t> CauseIndex::causeOf(SlotId slot) const
{
    std::vector<std::uint32_t> cause;
    addCause(slot, cause);
    return cause;
}

void CauseIndex::addCause(SlotId slot, std::vector<std::uint32_t>& causes) const
{
    std::vector<std::uint32_t>& pending = m_pending;
    const auto begin = static_cast<std::ptrdiff_t>(causes.size());
    pending.clear();
    collect(slot, pending);
    ++m_query;
    while (!pending.empty()) {
        const std::uint32_t step = pending.back();
        pending.pop_back();
        if (m_seen[step] == m_query) continue;
        m_seen[step] = m_query;
        causes.push_back(step);
        for (auto i = m_dependencyBegin[step]; i < m_dependencyBegin[step + 1]; ++i)
            pending.push_back(m_dependencies[i]);
    }
    std::sort(causes.begin() + begin, causes.end());
}

} // namespace alignscope

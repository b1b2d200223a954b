// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/causes.h"

#include "core/align/numerics.h"
#include "core/cascade/replay.h"

#include <algorithm>

namespace alignscope {

CauseIndex::CauseIndex(const Model& model, const Outcome& outcome)
    : m_outcome(outcome), m_end(model.baseline), m_lastTouch(model.baseline.size(), kNone)
{
    const SlotList& slots = m_end.slots();
    m_dependencyBegin.reserve(outcome.steps.size() + 1);
    std::vector<std::uint32_t> found;
    for (std::uint32_t index = 0; index < outcome.steps.size(); ++index) {
        const Step& step = outcome.steps[index];
        m_dependencyBegin.push_back(static_cast<std::uint32_t>(m_dependencies.size()));
        if (step.action == Action::Skip || step.action == Action::Refuse) continue;
        found.clear();
        if (step.action == Action::Rerange) {
            // Only the inputs that set the ends of the range count.
            double low = 0;
            double high = 0;
            SlotId lowest;
            SlotId highest;
            const std::uint32_t first = slots.firstSlot(step.operation).value();
            std::uint32_t at = first;
            for (const Slot& slot : slots.slotsOf(step.operation)) {
                const SlotId id(at++);
                if (slot.io != SlotIo::In) break;
                const ParameterView values = m_end.effective(id);
                if (!values.known() || values.scale.size() != 1) continue;
                const FloatRange range = representableRange(values.scale[0], values.offset[0], slot.scheme);
                if (range.lo < low) { low = range.lo; lowest = id; }
                if (range.hi > high) { high = range.hi; highest = id; }
            }
            if (lowest) collect(lowest, m_end, found);
            if (highest && highest != lowest) collect(highest, m_end, found);
        } else if (step.reason == Reason::BiasProduct) {
            collect(slots.firstSlot(step.operation), m_end, found);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        m_dependencies.insert(m_dependencies.end(), found.begin(), found.end());
        applyStep(m_end, outcome.table, step);
        m_lastTouch[step.slot.index()] = index;
    }
    m_dependencyBegin.push_back(static_cast<std::uint32_t>(m_dependencies.size()));
    m_seen.assign(outcome.steps.size(), 0);
}

// Last touches on the way from a slot to its root. Bounded: a cycle ends after one round.
void CauseIndex::collect(SlotId slot, const TqcTable& table, std::vector<std::uint32_t>& steps) const
{
    SlotId at = slot;
    for (std::size_t guard = 0; guard <= table.size(); ++guard) {
        if (m_lastTouch[at.index()] != kNone) steps.push_back(m_lastTouch[at.index()]);
        const SlotId next = table.dominator(at);
        if (next == at || next == slot) return;
        at = next;
    }
}

std::vector<std::uint32_t> CauseIndex::causeOf(SlotId slot) const
{
    std::vector<std::uint32_t> pending;
    std::vector<std::uint32_t> cause;
    collect(slot, m_end, pending);
    ++m_query;
    while (!pending.empty()) {
        const std::uint32_t step = pending.back();
        pending.pop_back();
        if (m_seen[step] == m_query) continue;
        m_seen[step] = m_query;
        cause.push_back(step);
        for (auto i = m_dependencyBegin[step]; i < m_dependencyBegin[step + 1]; ++i)
            pending.push_back(m_dependencies[i]);
    }
    std::sort(cause.begin(), cause.end());
    return cause;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// DifferenceExplainer: the steps of the ppq engine once more, to see what they found and what they miscounted.
#include "core/align/hull.h"
#include "core/align/numerics.h"
#include "core/align/ranged_inputs.h"
#include "core/cascade/replay.h"
#include "core/compare/difference_explainer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace alignscope {
namespace {

bool sameBits(float a, float b) { return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b); }

} // namespace

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

} // namespace alignscope

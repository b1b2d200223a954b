// SPDX-License-Identifier: Apache-2.0
// Weights and other stored values.
#include "core/io/export_planner.h"

#include <algorithm>

namespace alignscope {

void ExportPlanner::planConstant(const Tensor& tensor, const std::vector<SlotId>& ins)
{
    std::map<std::uint32_t, std::vector<Member>> stored;
    std::vector<SlotId> behindPairs;
    for (const SlotId slot : ins) {
        const auto& chain = origin(slot).chain;
        const QuantNode* last = chain.empty() ? nullptr : m_source.quantNode(chain.back());
        if (chain.empty()) {
            if (changed(slot) && after(slot))
                pairFor({tensor.name, kNoPair}, *after(slot), nodeNear(slot)).readers.push_back(readerOf(slot));
        } else if (chain.size() == 1 && last != nullptr && last->dequantize) {
            stored[last->node].push_back({slot, last->node});
        } else {
            behindPairs.push_back(slot);
        }
    }
    for (const auto& [node, members] : stored) planStored(*m_source.quantNode(node), members);
    planGroups(behindPairs, {{tensor.name, kNoPair}, std::nullopt, false});
}

void ExportPlanner::planStored(const QuantNode& dequantize, const std::vector<Member>& members)
{
    const bool any = std::any_of(members.begin(), members.end(), [&](const Member& m) { return changed(m.slot); });
    if (!any) return;
    if (!dequantize.usable) {
        for (const Member& member : members) notCarried(member.slot);
        return;
    }
    const bool foreign = readers(dequantize.output) != members.size();
    const Target kept = keptParameters(dequantize, members, foreign);
    std::vector<std::pair<StoredParameters, std::size_t>> written; // class, place in constants
    for (const Member& member : members) {
        const Target& wanted = after(member.slot);
        if (!wanted) {
            notCarried(member.slot);
            continue;
        }
        const bool stays = same(wanted, kept);
        if (parametersOf(dequantize).sameValues(*wanted)) continue;
        auto entry = std::find_if(written.begin(), written.end(),
                                  [&](const auto& known) { return known.first.sameValues(*wanted); });
        if (entry == written.end()) {
            written.emplace_back(*wanted, m_plan.constants.size());
            entry = std::prev(written.end());
            m_plan.constants.push_back({dequantize.node, parametersOf(dequantize), *wanted,
                                        clampOf(member.slot, *wanted), isBias(member.slot), {}});
            if (stays) m_desired[dequantize.node] = *wanted;
        }
        if (!stays) m_plan.constants[entry->second].readers.push_back(readerOf(member.slot));
    }
}

bool ExportPlanner::isBias(SlotId slot) const
{
    const Slot& s = m_slots[slot];
    return s.storedType == StoredType::Int32 && s.index == 2;
}

IntegerRange ExportPlanner::clampOf(SlotId slot, const StoredParameters& wanted) const
{
    const Slot& s = m_slots[slot];
    IntegerRange range = integerRange(wanted.type).value_or(IntegerRange{});
    if (wanted.type != s.storedType) return range;
    const std::int64_t shift = zeroPointShift(s.scheme, s.storedType);
    range.low = std::max(range.low, static_cast<std::int64_t>(s.scheme.quantMin) - shift);
    range.high = std::min(range.high, static_cast<std::int64_t>(s.scheme.quantMax) - shift);
    return range;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Readers behind Q -> DQ pairs that are not the producer's own.
#include "core/io/export_planner.h"

#include <algorithm>

namespace alignscope {

InsertedPair& ExportPlanner::pairFor(const TensorSource& source, const StoredParameters& parameters, std::uint32_t prototype)
{
    auto& known = m_pairsOf[{source.pair, source.tensor}];
    for (const std::size_t pair : known)
        if (m_plan.pairs[pair].parameters.sameValues(parameters)) return m_plan.pairs[pair];
    known.push_back(m_plan.pairs.size());
    InsertedPair& made = m_plan.pairs.emplace_back();
    made.source = source;
    made.parameters = parameters;
    made.prototype = prototype;
    return made;
}

void ExportPlanner::planGroups(const std::vector<SlotId>& slots, const Upstream& top)
{
    std::map<std::pair<std::size_t, std::uint32_t>, std::vector<Member>> groups;
    for (const SlotId slot : slots) {
        const auto& chain = origin(slot).chain;
        const QuantNode* last = m_source.quantNode(chain.back());
        if (last == nullptr || !last->dequantize) {
            if (changed(slot)) notCarried(slot);
        } else if (chain.size() == 1) {
            // Integers of somebody else: requantize behind them.
            if (changed(slot)) behindDequantizer(slot, chain.back(), true);
        } else {
            groups[{chain.size(), chain[chain.size() - 2]}].push_back({slot, chain.back()});
        }
    }
    for (const auto& [key, members] : groups) {
        const QuantNode& quant = *m_source.quantNode(key.second);
        Upstream above = top;
        if (key.first > 2) above = upstreamOf(quant);
        if (quant.dequantize) { // DQ -> DQ is no pair
            for (const Member& member : members)
                if (changed(member.slot)) notCarried(member.slot);
            continue;
        }
        planGroup(quant, members, above);
    }
}

ExportPlanner::Upstream ExportPlanner::upstreamOf(const QuantNode& quant) const
{
    Upstream above{{quant.input, kNoPair}, std::nullopt, false};
    const RawTensor* read = raw(quant.input);
    const QuantNode* writer = read == nullptr || read->producer == kNoNode ? nullptr
                                                                          : m_source.quantNode(read->producer);
    if (writer == nullptr || !writer->usable) return above;
    above.parameters = planned(*writer);
    above.changed = !parametersOf(*writer).sameValues(*above.parameters);
    return above;
}

void ExportPlanner::planGroup(const QuantNode& quant, const std::vector<Member>& members, const Upstream& above)
{
    bool any = above.changed;
    for (const Member& member : members) any = any || changed(member.slot);
    if (!any) return;

    std::vector<Member> remaining;
    for (const Member& member : members) {
        const bool moved = above.changed || changed(member.slot);
        if (moved && above.parameters && same(after(member.slot), above.parameters))
            m_plan.rewired.push_back({readerOf(member.slot), above.source});
        else
            remaining.push_back(member);
    }
    const bool foreign = hasForeignReaders(quant, members);
    if (remaining.empty()) {
        if (!foreign) m_plan.removed.push_back(quant.node);
        return;
    }
    const Target kept = keptParameters(quant, remaining, foreign);
    if (!foreign && kept) {
        m_desired[quant.node] = *kept;
        for (const RawUse& use : m_index.tensor(m_index.find(quant.output)).uses) m_desired[use.node] = *kept;
    }
    for (const Member& member : remaining) {
        if (same(after(member.slot), kept)) continue;
        if (!after(member.slot)) notCarried(member.slot);
        else pairFor(above.source, *after(member.slot), quant.node).readers.push_back(readerOf(member.slot));
    }
}

bool ExportPlanner::hasForeignReaders(const QuantNode& quant, const std::vector<Member>& members) const
{
    const RawTensor& integers = m_index.tensor(m_index.find(quant.output));
    if (integers.isGraphOutput || integers.readInSubgraph) return true;
    for (const RawUse& use : integers.uses) {
        const QuantNode* behind = use.index == 0 ? m_source.quantNode(use.node) : nullptr;
        if (behind == nullptr || !behind->dequantize) return true;
        const RawTensor& read = m_index.tensor(m_index.find(behind->output));
        if (read.isGraphOutput || read.readInSubgraph) return true;
        for (const RawUse& reader : read.uses) {
            const bool known = std::any_of(members.begin(), members.end(), [&](const Member& member) {
                const RawUse own = readerOf(member.slot);
                return own.node == reader.node && own.index == reader.index;
            });
            if (!known) return true;
        }
    }
    return false;
}

ExportPlanner::Target ExportPlanner::keptParameters(const QuantNode& node, const std::vector<Member>& members, bool foreign) const
{
    const Target own = parametersOf(node);
    if (foreign) return own;
    const Target* best = nullptr;
    std::size_t most = 0;
    for (const Member& member : members) {
        const Target& wanted = after(member.slot);
        if (same(wanted, own)) return own;
        const auto count = static_cast<std::size_t>(std::count_if(
            members.begin(), members.end(), [&](const Member& other) { return same(after(other.slot), wanted); }));
        if (wanted && count > most) {
            most = count;
            best = &wanted;
        }
    }
    return best != nullptr ? *best : own;
}

} // namespace alignscope

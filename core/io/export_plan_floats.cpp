// SPDX-License-Identifier: Apache-2.0
// Tensors without a Q of their own: graph inputs, fused tensors, tensors that are read in several ways.
#include "core/io/export_planner.h"

#include "core/base/message_codes.h"
#include "core/quant/passive_operations.h"

#include <algorithm>

namespace alignscope {

void ExportPlanner::planFloatTensor(TensorId id, SlotId out, const std::vector<SlotId>& ins, bool touched)
{
    const Tensor& tensor = m_graph.tensor(id);
    const RawTensor* found = raw(tensor.name);
    if (found == nullptr) return;
    if (holdsIntegers(*found)) return planIntegers(out, ins);
    const bool readByQuant = std::any_of(found->uses.begin(), found->uses.end(),
                                         [&](const RawUse& use) { return m_index.isQuant(use.node); });
    if (out && before(out) && !readByQuant) {
        const SlotId source = inheritedFrom(id, out);
        if (!touched && !changed(source)) return;
        const auto agrees = [&](SlotId slot) { return same(after(slot), after(source)); };
        if (source && agrees(out) && std::all_of(ins.begin(), ins.end(), agrees)) return;
        if (insertBehind(tensor, *found, out, ins) == kNoPair) notCarried(out);
        return;
    }
    if (!touched) return;
    Upstream above{{tensor.name, kNoPair}, std::nullopt, false};
    if (out && after(out) && !before(out)) {
        const std::size_t pair = insertBehind(tensor, *found, out, ins);
        if (pair != kNoPair) above = {{{}, pair}, after(out), true};
        else notCarried(out);
    }
    std::vector<SlotId> behindNodes;
    for (const SlotId slot : ins) {
        if (!origin(slot).chain.empty()) {
            behindNodes.push_back(slot);
        } else if (after(slot) && !before(slot) && above.source.pair == kNoPair) {
            pairFor({tensor.name, kNoPair}, *after(slot), nodeNear(slot)).readers.push_back(readerOf(slot));
            // The producer's slot then reads as quantized as well.
            if (out && !after(out)) notCarried(out);
        }
    }
    planGroups(behindNodes, above);
}

SlotId ExportPlanner::inheritedFrom(TensorId id, SlotId out) const
{
    const OpId producer = m_graph.producer(id);
    if (isPassiveOperation(m_graph.operation(producer).type)) {
        const SlotId input = m_slots.find(producer, SlotIo::In, 0);
        if (input && before(input)) return input;
    }
    const auto uses = m_graph.uses(id);
    if (uses.size() == 1) return m_slots.find(uses[0].operation, SlotIo::Out, 0);
    // Swish and Mish: whatever the product of the gate writes.
    for (const Use& use : uses)
        if (m_graph.operation(use.operation).type == "Mul") return m_slots.find(use.operation, SlotIo::Out, 0);
    return out;
}

std::size_t ExportPlanner::insertBehind(const Tensor& tensor, const RawTensor& found, SlotId out, const std::vector<SlotId>& ins)
{
    if (!after(out) || found.readInSubgraph) return kNoPair;
    const auto slotAt = [&](const RawUse& use) {
        const auto slot = std::find_if(ins.begin(), ins.end(), [&](SlotId in) {
            const RawUse reader = readerOf(in);
            return reader.node == use.node && reader.index == use.index;
        });
        return slot == ins.end() ? SlotId{} : *slot;
    };
    for (const RawUse& use : found.uses) {
        if (m_index.role(use.node) == NodeRole::Quantize) continue;
        const SlotId slot = slotAt(use); // a DQ has none: the tensor holds integers
        if (!slot || !after(slot)) return kNoPair;
    }
    const std::uint32_t prototype = nodeNear(out);
    const std::size_t pair = m_plan.pairs.size();
    InsertedPair& made = m_plan.pairs.emplace_back();
    made.source.tensor = tensor.name;
    made.parameters = *after(out);
    made.prototype = prototype;
    for (const RawUse& use : found.uses) {
        const SlotId slot = slotAt(use);
        if (!slot || same(after(slot), after(out))) m_plan.pairs[pair].readers.push_back(use);
        else pairFor({{}, pair}, *after(slot), prototype).readers.push_back(use);
    }
    if (found.isGraphOutput) {
        // An id that is made of the tensor's name must not change.
        const Operation& operation = m_graph.operation(m_slots[out].operation);
        if (operation.id == operation.name) m_plan.pairs[pair].producer = {operation.position, m_slots[out].index};
        else m_plan.notices.push_back({MessageCode::ExportOutputStaysFloat, {tensor.name}});
    }
    return pair;
}

std::uint32_t ExportPlanner::nodeNear(SlotId slot) const
{
    const OpId operation = m_slots[slot].operation;
    const std::uint32_t first = m_slots.firstSlot(operation).value();
    for (std::uint32_t i = 0; i < m_slots.slotsOf(operation).size(); ++i)
        if (origin(SlotId(first + i)).parameterNode != kNoNode) return origin(SlotId(first + i)).parameterNode;
    return m_source.quantNodes().empty() ? kNoNode : m_source.quantNodes().front().node;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Tensors that a Q of their own writes (rule Q3), and tensors that hold integers.
#include "core/io/export_planner.h"

#include <algorithm>

namespace alignscope {

void ExportPlanner::planBehindQuantizer(SlotId out, const std::vector<SlotId>& ins)
{
    const QuantNode& quant = *m_source.quantNode(origin(out).parameterNode);
    if (!after(out)) return notCarried(out);
    if (integersAreRead(quant)) return behindFixedQuantizer(quant, out, ins);
    std::vector<std::uint32_t> paired;
    for (const RawUse& use : m_index.tensor(m_index.find(quant.output)).uses) {
        const QuantNode* behind = use.index == 0 ? m_source.quantNode(use.node) : nullptr;
        if (behind != nullptr && behind->dequantize && parametersOf(*behind).sameValues(parametersOf(quant)))
            paired.push_back(behind->node);
    }
    m_desired[quant.node] = *after(out);
    for (const std::uint32_t node : paired) m_desired[node] = *after(out);

    std::vector<SlotId> deeper;
    for (const SlotId slot : ins) {
        const auto& chain = origin(slot).chain;
        if (chain.size() == 1) {
            if (changed(slot) || changed(out)) {
                if (!same(after(slot), after(out))) notCarried(slot);
            }
        } else if (chain.size() == 2) {
            behindDequantizer(slot, chain.back(), std::binary_search(paired.begin(), paired.end(), chain.back()));
        } else {
            deeper.push_back(slot);
        }
    }
    planGroups(deeper, {});
}

bool ExportPlanner::integersAreRead(const QuantNode& quant) const
{
    const auto& uses = m_index.tensor(m_index.find(quant.output)).uses;
    return std::any_of(uses.begin(), uses.end(), [&](const RawUse& use) { return !m_index.isQuant(use.node); });
}

bool ExportPlanner::holdsIntegers(const RawTensor& tensor) const
{
    std::uint32_t producer = tensor.producer;
    for (std::uint32_t steps = 0; producer != kNoNode && steps < m_index.nodeCount(); ++steps) {
        if (m_index.isQuant(producer)) return m_index.role(producer) == NodeRole::Quantize;
        const auto inputs = m_index.inputs(producer);
        if (inputs.empty() || inputs[0] == kNoTensor) return false;
        producer = m_index.tensor(inputs[0]).producer;
    }
    return false;
}

void ExportPlanner::planIntegers(SlotId out, const std::vector<SlotId>& ins)
{
    if (changed(out)) notCarried(out);
    std::vector<SlotId> behindNodes;
    for (const SlotId slot : ins) {
        if (!origin(slot).chain.empty()) behindNodes.push_back(slot);
        else if (changed(slot)) notCarried(slot);
    }
    planGroups(behindNodes, {});
}

void ExportPlanner::behindFixedQuantizer(const QuantNode& quant, SlotId out, const std::vector<SlotId>& ins)
{
    if (changed(out)) notCarried(out);
    std::vector<SlotId> deeper;
    for (const SlotId slot : ins) {
        const auto& chain = origin(slot).chain;
        if (chain.size() == 1) {
            if (changed(slot)) notCarried(slot);
        } else if (chain.size() == 2 && chain.front() == quant.node) {
            if (changed(slot)) behindDequantizer(slot, chain.back(), true);
        } else {
            deeper.push_back(slot);
        }
    }
    planGroups(deeper, {});
}

void ExportPlanner::behindDequantizer(SlotId slot, std::uint32_t node, bool paired)
{
    if (!after(slot)) {
        if (before(slot)) notCarried(slot);
        return;
    }
    const QuantNode& dequantize = *m_source.quantNode(node);
    const StoredParameters now = planned(dequantize);
    if (now.sameValues(*after(slot))) return;
    // A DQ that differs from its Q on purpose keeps that, if all its readers agree.
    if (!paired && !m_desired.contains(node) && readers(dequantize.output) == 1) {
        m_desired[node] = *after(slot);
        return;
    }
    pairFor({dequantize.output, kNoPair}, *after(slot), node).readers.push_back(readerOf(slot));
}

} // namespace alignscope

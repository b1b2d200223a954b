// SPDX-License-Identifier: Apache-2.0
#include "core/quant/slot_graph.h"

#include "core/quant/passive_operations.h"
#include "core/quant/quantized.h"

#include <algorithm>
#include <iterator>

namespace alignscope {

std::optional<Family> familyOf(std::string_view type) noexcept
{
    if (type == "Add" || type == "Sub" || type == "Sum") return Family::Elementwise;
    if (type == "Concat") return Family::Concat;
    if (type == "AveragePool" || type == "GlobalAveragePool") return Family::Pooling;
    if (type == "Resize") return Family::Resize;
    return std::nullopt;
}

SlotGraph::SlotGraph(const TqcTable& baseline, bool everyFamilyMember)
    : m_slots(baseline.slotList()), m_everyFamilyMember(everyFamilyMember)
{
    const Graph& graph = m_slots->graph();
    m_alignable.assign(graph.operationCount(), false);
    for (std::uint32_t op = 0; op < graph.operationCount(); ++op) {
        const OpId id(op);
        const auto slots = m_slots->slotsOf(id);
        if (slots.empty()) continue;
        if (isPassiveOperation(graph.operation(id).type)) m_passive.push_back(id);
        addPassiveSite(id);
        if (!familyOf(graph.operation(id).type)) continue;
        bool all = true;
        const std::uint32_t first = m_slots->firstSlot(id).value();
        for (std::uint32_t i = 0; i < slots.size(); ++i)
            if (slots[i].data) all = all && isQuantized(baseline, SlotId(first + i));
        m_alignable[op] = all;

        AlignmentSite site = makeSite(id);
        site.overrideBegin = static_cast<std::uint32_t>(m_overrides.size());
        const auto targets = overridesOf(id);
        m_overrides.insert(m_overrides.end(), targets.begin(), targets.end());
        site.overrideEnd = static_cast<std::uint32_t>(m_overrides.size());
        m_stepBound += 1 + site.inputCount + site.outputCount + targets.size();
        m_sites.push_back(site);
    }
    for (std::uint32_t to = 0; to < m_slots->size(); ++to) {
        const Slot& slot = (*m_slots)[SlotId(to)];
        if (slot.io != SlotIo::In) continue;
        const OpId producer = graph.producer(slot.tensor);
        if (!producer) continue;
        const SlotId from = m_slots->find(producer, SlotIo::Out, graph.producerIndex(slot.tensor));
        if (from) m_edges.push_back({from, SlotId(to)});
    }
}

// ppq-semantics section 8.
void SlotGraph::addPassiveSite(OpId operation)
{
    const std::string_view type = m_slots->graph().operation(operation).type;
    const bool bias = type == "Conv" || type == "ConvTranspose" || type == "Gemm";
    if (!bias && type != "Clip" && type != "Pad") return;
    const auto slots = m_slots->slotsOf(operation);
    const auto inputs = static_cast<std::uint32_t>(
        std::count_if(slots.begin(), slots.end(), [](const Slot& slot) { return slot.io == SlotIo::In; }));
    const std::uint32_t first = m_slots->firstSlot(operation).value();
    if (type == "Clip") {
        if (inputs > 1) m_passiveSites.push_back({operation, first, first + 1, first + inputs, false});
    } else if (inputs == 3) {
        m_passiveSites.push_back({operation, first, first + 2, first + 3, bias});
    }
}

SlotGraph SlotGraph::inOrder(std::span<const OpId> operations) const
{
    SlotGraph result = *this;
    result.m_rank.resize(m_alignable.size());
    for (std::uint32_t i = 0; i < operations.size(); ++i) result.m_rank[operations[i].index()] = i;
    std::sort(result.m_sites.begin(), result.m_sites.end(),
              [&](const AlignmentSite& a, const AlignmentSite& b) {
                  return result.rank(a.operation) < result.rank(b.operation);
              });
    return result;
}

AlignmentSite SlotGraph::makeSite(OpId operation) const
{
    AlignmentSite site;
    site.operation = operation;
    site.family = familyOf(m_slots->graph().operation(operation).type);
    site.alignable = m_alignable[operation.index()];
    site.firstInput = m_slots->firstSlot(operation).value();
    const auto slots = m_slots->slotsOf(operation);
    site.inputScheme = slots.front().scheme;
    site.uniformInputs = true;
    for (const Slot& slot : slots) {
        ++(slot.io == SlotIo::In ? site.inputCount : site.outputCount);
        if (slot.io == SlotIo::In)
            site.uniformInputs = site.uniformInputs && slot.scheme == site.inputScheme && !slot.minScale
                && slot.scheme.has(policy::kPerTensor) && !slot.scheme.has(policy::kFloating);
    }
    return site;
}

std::optional<AlignmentSite> SlotGraph::siteOf(OpId operation) const
{
    for (const AlignmentSite& site : m_sites)
        if (site.operation == operation) return site;
    if (!m_slots || !m_slots->quantized(operation)) return std::nullopt;
    return makeSite(operation);
}

// override(op, m) of the reference: producers in slot order with duplicates; at each, every slot
// (inputs first) whose tensor the operation reads, whatever its state.
std::vector<OverrideTarget> SlotGraph::overridesOf(OpId operation) const
{
    const Graph& graph = m_slots->graph();
    std::vector<OverrideTarget> targets;
    const auto reads = graph.inputs(operation);
    for (const TensorId input : reads) {
        const OpId producer = input ? graph.producer(input) : OpId{};
        if (!producer || !m_slots->quantized(producer)) continue;
        std::size_t consumers = 0;
        for (const TensorId output : graph.outputs(producer))
            if (output) consumers += graph.uses(output).size();
        const std::uint32_t first = m_slots->firstSlot(producer).value();
        const auto slots = m_slots->slotsOf(producer);
        for (std::uint32_t i = 0; i < slots.size(); ++i)
            if (std::find(reads.begin(), reads.end(), slots[i].tensor) != reads.end())
                targets.push_back({SlotId(first + i), consumers != 1});
    }
    return targets;
}

std::size_t SlotGraph::siteCount(Family family) const noexcept
{
    return static_cast<std::size_t>(std::count_if(
        m_sites.begin(), m_sites.end(), [&](const AlignmentSite& site) {
            return site.family == family && (site.alignable || m_everyFamilyMember);
        }));
}

} // namespace alignscope

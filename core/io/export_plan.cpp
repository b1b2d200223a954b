// SPDX-License-Identifier: Apache-2.0
// The whole plan: which rule each tensor falls under, and what the planned parameters change.
#include "core/io/export_planner.h"

#include <algorithm>

namespace alignscope {

ExportPlanner::ExportPlanner(const Model& model, const TqcTable& outcome, const NodeIndex& index)
    : m_slots(model.baseline.slots()), m_graph(*model.graph), m_index(index), m_source(index.source())
{
    const std::size_t count = m_slots.size();
    m_before.reserve(count);
    m_after.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        m_before.push_back(storedParameters(model.baseline, SlotId(i)));
        m_after.push_back(storedParameters(outcome, SlotId(i)));
        const TqcRecord& record = outcome.record(SlotId(i));
        m_internal.push_back(record.visibility == Visibility::Internal);
    }
}

ExportPlan ExportPlanner::run()
{
    for (std::uint32_t t = 0; t < m_graph.tensorCount(); ++t) planTensor(TensorId(t));
    for (const auto& [node, parameters] : m_desired)
        if (!parametersOf(*m_source.quantNode(node)).sameValues(parameters)) m_plan.changed.push_back({node, parameters});
    for (std::uint32_t i = 0; i < m_slots.size(); ++i)
        if (m_after[i] && m_after[i]->retyped && !(m_before[i] && same(m_before[i], m_after[i])))
            m_plan.retyped.push_back(SlotId(i));
    std::sort(m_plan.notCarried.begin(), m_plan.notCarried.end());
    m_plan.notCarried.erase(std::unique(m_plan.notCarried.begin(), m_plan.notCarried.end()), m_plan.notCarried.end());
    return std::move(m_plan);
}

void ExportPlanner::planTensor(TensorId id)
{
    const Tensor& tensor = m_graph.tensor(id);
    SlotId out;
    if (const OpId producer = m_graph.producer(id)) out = m_slots.find(producer, SlotIo::Out, m_graph.producerIndex(id));
    std::vector<SlotId> ins;
    bool touched = changed(out);
    for (const Use& use : m_graph.uses(id)) {
        const SlotId slot = m_slots.find(use.operation, SlotIo::In, use.index);
        // A value in the units of the data is float in the file and moves by itself.
        if (!slot || !m_slots[slot].data || m_internal[slot.index()]) continue;
        ins.push_back(slot);
        touched = touched || changed(slot);
    }
    if (tensor.kind == TensorKind::Constant) {
        if (touched) planConstant(tensor, ins);
    } else if (out && origin(out).parameterNode != kNoNode) {
        if (touched) planBehindQuantizer(out, ins);
    } else {
        planFloatTensor(id, out, ins, touched);
    }
}

const RawTensor* ExportPlanner::raw(std::string_view name) const
{
    const std::uint32_t id = m_index.find(name);
    return id == kNoTensor ? nullptr : &m_index.tensor(id);
}

std::size_t ExportPlanner::readers(const std::string& tensor) const
{
    const RawTensor* found = raw(tensor);
    if (found == nullptr) return 0;
    return found->uses.size() + (found->isGraphOutput ? 1 : 0) + (found->readInSubgraph ? 1 : 0);
}

StoredParameters ExportPlanner::parametersOf(const QuantNode& quant)
{
    StoredParameters own{quant.scales, {}, storedTypeOf(quant.quantizedType), {}, false};
    for (const float zero : quant.zeroPoints) own.zeroPoints.push_back(static_cast<std::int64_t>(zero));
    if (quant.perChannel) own.axis = quant.axis;
    return own;
}

StoredParameters ExportPlanner::planned(const QuantNode& quant) const
{
    const auto found = m_desired.find(quant.node);
    return found != m_desired.end() ? found->second : parametersOf(quant);
}

ExportPlan planExport(const Model& model, const TqcTable& outcome, const NodeIndex& index)
{
    return ExportPlanner(model, outcome, index).run();
}

} // namespace alignscope

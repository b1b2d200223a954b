// SPDX-License-Identifier: Apache-2.0
#include "core/io/export_float_plan.h"

#include "core/base/message_codes.h"
#include "core/quant/passive_operations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace alignscope {
namespace {

using Target = std::optional<StoredParameters>;

class FloatPlanner {
public:
    FloatPlanner(const Model& model, const TqcTable& outcome, const NodeIndex& index)
        : m_outcome(outcome), m_slots(outcome.slots()), m_graph(*model.graph), m_index(index)
    {
        for (std::uint32_t i = 0; i < m_slots.size(); ++i)
            m_targets.push_back(storedParameters(outcome, SlotId(i)));
    }

    FloatPlan run()
    {
        for (std::uint32_t i = 0; i < m_slots.size(); ++i)
            if (!exportable(SlotId(i))) m_plan.implied.push_back(SlotId(i));
        for (std::uint32_t t = 0; t < m_graph.tensorCount(); ++t) planTensor(TensorId(t));
        return std::move(m_plan);
    }

private:
    [[nodiscard]] const Target& target(SlotId slot) const { return m_targets[slot.index()]; }
    [[nodiscard]] bool exportable(SlotId slot) const
    {
        const TqcRecord& record = m_outcome.record(slot);
        if (!target(slot) || record.visibility == Visibility::Internal) return false;
        switch (record.state) {
        case TqcState::Activated:
        case TqcState::Passive:
        case TqcState::Baked:
        case TqcState::PassiveBaked: return true;
        default: return record.visibility == Visibility::ForceExport;
        }
    }

    void planTensor(TensorId id)
    {
        const Tensor& tensor = m_graph.tensor(id);
        std::vector<SlotId> ins;
        for (const Use& use : m_graph.uses(id)) {
            const SlotId slot = m_slots.find(use.operation, SlotIo::In, use.index);
            if (slot && m_outcome.record(slot).visibility != Visibility::Internal) ins.push_back(slot);
        }
        if (tensor.kind == TensorKind::Constant) {
            for (const SlotId slot : ins)
                if (exportable(slot)) planConstant(tensor, slot);
            return;
        }
        SlotId out;
        const OpId producer = m_graph.producer(id);
        if (producer) out = m_slots.find(producer, SlotIo::Out, m_graph.producerIndex(id));
        const bool differs = std::any_of(ins.begin(), ins.end(), [&](SlotId slot) {
            return target(slot) && out && target(out) && !same(target(slot), target(out));
        });
        // Behind a passive operation the values lie on the grid already; elsewhere somebody must put
        // them there for a reader that counts on it.
        const bool wanted = producer && !isPassiveOperation(m_graph.operation(producer).type)
            && std::any_of(ins.begin(), ins.end(), [&](SlotId slot) { return exportable(slot); });
        if (out && target(out) && (exportable(out) || differs || wanted)) return behind(tensor, out, ins);
        for (const SlotId slot : ins)
            if (exportable(slot) && !(out && target(out))) pairFor({tensor.name, kNoPair}, slot).readers.push_back(readerOf(slot));
    }

    // Every reader moves behind the pair, float ones too: the producer's output is quantized.
    void behind(const Tensor& tensor, SlotId out, const std::vector<SlotId>& ins)
    {
        const std::uint32_t found = m_index.find(tensor.name);
        if (found == kNoTensor) return;
        const RawTensor& raw = m_index.tensor(found);
        const std::size_t pair = m_plan.activations.pairs.size();
        {
            InsertedPair& made = m_plan.activations.pairs.emplace_back();
            made.source.tensor = tensor.name;
            made.parameters = *target(out);
            note(made.parameters);
            if (raw.isGraphOutput) {
                const Operation& operation = m_graph.operation(m_slots[out].operation);
                if (operation.id == operation.name) made.producer = {operation.position, m_slots[out].index};
                else m_plan.activations.notices.push_back({MessageCode::ExportOutputStaysFloat, {tensor.name}});
            }
        }
        for (const RawUse& use : raw.uses) {
            const auto slot = std::find_if(ins.begin(), ins.end(), [&](SlotId in) {
                const RawUse reader = readerOf(in);
                return reader.node == use.node && reader.index == use.index;
            });
            const bool own = slot != ins.end() && target(*slot) && !same(target(*slot), target(out));
            if (own) pairFor({{}, pair}, *slot).readers.push_back(use);
            else m_plan.activations.pairs[pair].readers.push_back(use);
        }
    }

    InsertedPair& pairFor(const TensorSource& source, SlotId slot)
    {
        auto& pairs = m_plan.activations.pairs;
        auto& known = m_pairsOf[{source.pair, source.tensor}];
        for (const std::size_t pair : known)
            if (pairs[pair].parameters.sameValues(*target(slot))) return pairs[pair];
        known.push_back(pairs.size());
        InsertedPair& made = pairs.emplace_back();
        made.source = source;
        made.parameters = *target(slot);
        note(made.parameters);
        return made;
    }

    void planConstant(const Tensor& tensor, SlotId slot)
    {
        const Slot& s = m_slots[slot];
        QuantizedConstant constant;
        constant.slot = slot;
        constant.reader = readerOf(slot);
        constant.tensor = tensor.name;
        constant.parameters = *target(slot);
        constant.rounding = s.scheme.rounding;
        constant.parameters.axis = axisFor(tensor, constant.parameters);
        const IntegerRange type = integerRange(constant.parameters.type).value_or(IntegerRange{});
        const std::int64_t shift = zeroPointShift(s.scheme, s.storedType);
        constant.clamp = {std::max(type.low, static_cast<std::int64_t>(s.scheme.quantMin) - shift),
                          std::min(type.high, static_cast<std::int64_t>(s.scheme.quantMax) - shift)};
        note(constant.parameters);
        m_plan.constants.push_back(std::move(constant));
    }

    // PPQ's file does not say the axis; the only dimension that fits decides when the usual does not.
    static std::optional<std::int32_t> axisFor(const Tensor& tensor, const StoredParameters& parameters)
    {
        if (parameters.scales.size() < 2) return std::nullopt;
        const auto fits = [&](std::size_t axis) {
            return axis < tensor.shape.size() && tensor.shape[axis] == static_cast<std::int64_t>(parameters.scales.size());
        };
        const std::int32_t usual = parameters.axis.value_or(0);
        if (usual >= 0 && fits(static_cast<std::size_t>(usual))) return usual;
        for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis)
            if (fits(axis)) return static_cast<std::int32_t>(axis);
        return usual;
    }

    void note(const StoredParameters& parameters)
    {
        m_plan.perAxis = m_plan.perAxis || parameters.scales.size() > 1;
    }

    [[nodiscard]] RawUse readerOf(SlotId slot) const
    {
        return {m_graph.operation(m_slots[slot].operation).position, m_slots[slot].index};
    }

    const TqcTable& m_outcome;
    const SlotList& m_slots;
    const Graph& m_graph;
    const NodeIndex& m_index;
    std::vector<Target> m_targets;
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> m_pairsOf; // by source
    FloatPlan m_plan;
};

} // namespace

FloatPlan planFloatExport(const Model& model, const TqcTable& outcome, const NodeIndex& index)
{
    return FloatPlanner(model, outcome, index).run();
}

} // namespace alignscope

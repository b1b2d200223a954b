// SPDX-License-Identifier: Apache-2.0
// Internal to planExport: the planner's state, and its rules by kind of tensor.
#pragma once

#include "core/io/export_plan.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alignscope {

class ExportPlanner {
public:
    ExportPlanner(const Model& model, const TqcTable& outcome, const NodeIndex& index);
    [[nodiscard]] ExportPlan run();

private:
    using Target = std::optional<StoredParameters>; ///< nothing: float

    /// What stands above a Q after the edit.
    struct Upstream {
        TensorSource source;
        Target parameters; ///< of the DQ that writes the source; nothing above a float tensor
        bool changed = false;
    };

    struct Member {
        SlotId slot;
        std::uint32_t dequantize = kNoNode;
    };

    void planTensor(TensorId id);

    // Tensors that a Q of their own writes, and tensors that hold integers: export_plan_quantized.cpp
    /// Q3: one Q writes the producer's slot; the DQ nodes behind it follow.
    void planBehindQuantizer(SlotId out, const std::vector<SlotId>& ins);
    /// Another scale would change what every DQ behind operations on integers makes of them, so the Q
    /// stays and only the readers behind a DQ of their own move.
    void behindFixedQuantizer(const QuantNode& quant, SlotId out, const std::vector<SlotId>& ins);
    void behindDequantizer(SlotId slot, std::uint32_t node, bool paired);
    /// Their scale is that of the Q above, which stays; who reads them through a DQ can move.
    void planIntegers(SlotId out, const std::vector<SlotId>& ins);
    /// An operation computes on the integers themselves; a DQ far behind it depends on this scale.
    [[nodiscard]] bool integersAreRead(const QuantNode& quant) const;
    /// Written by operations that stand behind a Q without a DQ between.
    [[nodiscard]] bool holdsIntegers(const RawTensor& tensor) const;

    // Tensors without a Q of their own: export_plan_floats.cpp
    void planFloatTensor(TensorId id, SlotId out, const std::vector<SlotId>& ins, bool touched);
    /// The slot whose parameters a tensor without Q has by rule Q5; invalid when it has none.
    [[nodiscard]] SlotId inheritedFrom(TensorId id, SlotId out) const;
    /// Makes the producer's slot explicit: every reader moves behind a new pair. kNoPair while somebody
    /// reads the float tensor on purpose.
    std::size_t insertBehind(const Tensor& tensor, const RawTensor& found, SlotId out, const std::vector<SlotId>& ins);
    /// A Q or DQ of the slot's operation, else any.
    [[nodiscard]] std::uint32_t nodeNear(SlotId slot) const;

    // Readers behind Q -> DQ pairs that are not the producer's own: export_plan_pairs.cpp
    /// Shallow ones first: what a pair becomes decides whether the next one is still needed.
    void planGroups(const std::vector<SlotId>& slots, const Upstream& top);
    void planGroup(const QuantNode& quant, const std::vector<Member>& members, const Upstream& above);
    [[nodiscard]] Upstream upstreamOf(const QuantNode& quant) const;
    /// Somebody behind the pair who is no member: a graph output, a deeper pair, a body.
    [[nodiscard]] bool hasForeignReaders(const QuantNode& quant, const std::vector<Member>& members) const;
    /// The parameters that a shared node goes on with: its own while somebody needs them, else those of
    /// most members.
    [[nodiscard]] Target keptParameters(const QuantNode& node, const std::vector<Member>& members, bool foreign) const;
    InsertedPair& pairFor(const TensorSource& source, const StoredParameters& parameters, std::uint32_t prototype);

    // Weights and other stored values: export_plan_constants.cpp
    void planConstant(const Tensor& tensor, const std::vector<SlotId>& ins);
    void planStored(const QuantNode& dequantize, const std::vector<Member>& members);
    [[nodiscard]] bool isBias(SlotId slot) const;
    /// The slot's own range of values, moved into the stored domain, unless it took another type.
    [[nodiscard]] IntegerRange clampOf(SlotId slot, const StoredParameters& wanted) const;

    [[nodiscard]] const SlotOrigin& origin(SlotId slot) const { return m_source.slotOrigins()[slot.index()]; }
    [[nodiscard]] const Target& before(SlotId slot) const { return m_before[slot.index()]; }
    [[nodiscard]] const Target& after(SlotId slot) const { return m_after[slot.index()]; }
    [[nodiscard]] bool changed(SlotId slot) const { return slot && !same(before(slot), after(slot)); }
    [[nodiscard]] RawUse readerOf(SlotId slot) const { return {origin(slot).operationNode, m_slots[slot].index}; }
    [[nodiscard]] const RawTensor* raw(std::string_view name) const;
    [[nodiscard]] std::size_t readers(const std::string& tensor) const;
    [[nodiscard]] static StoredParameters parametersOf(const QuantNode& quant);
    /// Of a Q or DQ after what is planned so far.
    [[nodiscard]] StoredParameters planned(const QuantNode& quant) const;
    void notCarried(SlotId slot) { m_plan.notCarried.push_back(slot); }

    const SlotList& m_slots;
    const Graph& m_graph;
    const NodeIndex& m_index;
    const OnnxSource& m_source;
    std::vector<Target> m_before;
    std::vector<Target> m_after;
    std::vector<bool> m_internal;
    std::map<std::uint32_t, StoredParameters> m_desired; // Q and DQ nodes
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> m_pairsOf; // by source
    ExportPlan m_plan;
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/export_plan.h"

#include "core/base/message_codes.h"
#include "core/io/tensor_values.h"
#include "core/quant/passive_operations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace alignscope {
namespace {

using Target = std::optional<StoredParameters>;

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

class Planner {
public:
    Planner(const Model& model, const TqcTable& outcome, const NodeIndex& index)
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

    ExportPlan run()
    {
        for (std::uint32_t t = 0; t < m_graph.tensorCount(); ++t) planTensor(TensorId(t));
        for (const auto& [node, parameters] : m_desired) {
            const QuantNode* quant = m_source.quantNode(node);
            if (!sameAsNode(*quant, parameters)) m_plan.changed.push_back({node, parameters});
        }
        for (std::uint32_t i = 0; i < m_slots.size(); ++i)
            if (m_after[i] && m_after[i]->retyped && !(m_before[i] && same(m_before[i], m_after[i])))
                m_plan.retyped.push_back(SlotId(i));
        std::sort(m_plan.notCarried.begin(), m_plan.notCarried.end());
        m_plan.notCarried.erase(std::unique(m_plan.notCarried.begin(), m_plan.notCarried.end()),
                                m_plan.notCarried.end());
        return std::move(m_plan);
    }

private:
    [[nodiscard]] const SlotOrigin& origin(SlotId slot) const { return m_source.slotOrigins()[slot.index()]; }
    [[nodiscard]] const Target& before(SlotId slot) const { return m_before[slot.index()]; }
    [[nodiscard]] const Target& after(SlotId slot) const { return m_after[slot.index()]; }
    [[nodiscard]] bool changed(SlotId slot) const { return slot && !same(before(slot), after(slot)); }
    [[nodiscard]] RawUse readerOf(SlotId slot) const { return {origin(slot).operationNode, m_slots[slot].index}; }
    [[nodiscard]] const RawTensor* raw(std::string_view name) const
    {
        const std::uint32_t id = m_index.find(name);
        return id == kNoTensor ? nullptr : &m_index.tensor(id);
    }
    void notCarried(SlotId slot) { m_plan.notCarried.push_back(slot); }

    static bool sameAsNode(const QuantNode& quant, const StoredParameters& wanted)
    {
        StoredParameters own{quant.scales, {}, storedTypeOfNode(quant), {}, false};
        for (const float zero : quant.zeroPoints) own.zeroPoints.push_back(static_cast<std::int64_t>(zero));
        return own.sameValues(wanted);
    }
    static StoredType storedTypeOfNode(const QuantNode& quant) { return storedTypeOf(quant.quantizedType); }
    static StoredParameters parametersOf(const QuantNode& quant)
    {
        StoredParameters own{quant.scales, {}, storedTypeOfNode(quant), {}, false};
        for (const float zero : quant.zeroPoints) own.zeroPoints.push_back(static_cast<std::int64_t>(zero));
        if (quant.perChannel) own.axis = quant.axis;
        return own;
    }
    /// Of a Q or DQ after what is planned so far.
    [[nodiscard]] StoredParameters planned(const QuantNode& quant) const
    {
        const auto found = m_desired.find(quant.node);
        return found != m_desired.end() ? found->second : parametersOf(quant);
    }

    void planTensor(TensorId id)
    {
        const Tensor& tensor = m_graph.tensor(id);
        SlotId out;
        if (const OpId producer = m_graph.producer(id))
            out = m_slots.find(producer, SlotIo::Out, m_graph.producerIndex(id));
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

    // Q3: one Q writes the producer's slot; the DQ nodes behind it follow.
    void planBehindQuantizer(SlotId out, const std::vector<SlotId>& ins)
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

    /// An operation computes on the integers themselves; a DQ far behind it depends on this scale.
    [[nodiscard]] bool integersAreRead(const QuantNode& quant) const
    {
        const auto& uses = m_index.tensor(m_index.find(quant.output)).uses;
        return std::any_of(uses.begin(), uses.end(), [&](const RawUse& use) { return !m_index.isQuant(use.node); });
    }

    /// Written by operations that stand behind a Q without a DQ between.
    [[nodiscard]] bool holdsIntegers(const RawTensor& tensor) const
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

    // Their scale is that of the Q above, which stays; who reads them through a DQ can move.
    void planIntegers(SlotId out, const std::vector<SlotId>& ins)
    {
        if (changed(out)) notCarried(out);
        std::vector<SlotId> behindNodes;
        for (const SlotId slot : ins) {
            if (!origin(slot).chain.empty()) behindNodes.push_back(slot);
            else if (changed(slot)) notCarried(slot);
        }
        planGroups(behindNodes, {});
    }

    // Another scale would change what every DQ behind those operations makes of the integers, so the Q
    // stays and only the readers behind a DQ of their own move.
    void behindFixedQuantizer(const QuantNode& quant, SlotId out, const std::vector<SlotId>& ins)
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

    void behindDequantizer(SlotId slot, std::uint32_t node, bool paired)
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

    [[nodiscard]] std::size_t readers(const std::string& tensor) const
    {
        const RawTensor* found = raw(tensor);
        if (found == nullptr) return 0;
        return found->uses.size() + (found->isGraphOutput ? 1 : 0) + (found->readInSubgraph ? 1 : 0);
    }

    InsertedPair& pairFor(const TensorSource& source, const StoredParameters& parameters, std::uint32_t prototype)
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

    // No Q is the producer's own: a graph input, a fused tensor, or one that is read in several ways.
    void planFloatTensor(TensorId id, SlotId out, const std::vector<SlotId>& ins, bool touched)
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

    /// The slot whose parameters a tensor without Q has by rule Q5; invalid when it has none.
    [[nodiscard]] SlotId inheritedFrom(TensorId id, SlotId out) const
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

    // Makes the producer's slot explicit: every reader moves behind a new pair. Impossible while
    // somebody reads the float tensor on purpose.
    std::size_t insertBehind(const Tensor& tensor, const RawTensor& found, SlotId out, const std::vector<SlotId>& ins)
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

    /// A Q or DQ of the slot's operation, else any.
    [[nodiscard]] std::uint32_t nodeNear(SlotId slot) const
    {
        const OpId operation = m_slots[slot].operation;
        const std::uint32_t first = m_slots.firstSlot(operation).value();
        for (std::uint32_t i = 0; i < m_slots.slotsOf(operation).size(); ++i)
            if (origin(SlotId(first + i)).parameterNode != kNoNode) return origin(SlotId(first + i)).parameterNode;
        return m_source.quantNodes().empty() ? kNoNode : m_source.quantNodes().front().node;
    }

    // Slots behind Q -> DQ pairs that are not the producer's own, shallow ones first: what a pair
    // becomes decides whether the next one is still needed.
    void planGroups(const std::vector<SlotId>& slots, const Upstream& top)
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

    [[nodiscard]] Upstream upstreamOf(const QuantNode& quant) const
    {
        Upstream above{{quant.input, kNoPair}, std::nullopt, false};
        const RawTensor* read = raw(quant.input);
        const QuantNode* writer = read == nullptr || read->producer == kNoNode ? nullptr
                                                                              : m_source.quantNode(read->producer);
        if (writer == nullptr || !writer->usable) return above;
        above.parameters = planned(*writer);
        above.changed = !sameAsNode(*writer, *above.parameters);
        return above;
    }

    void planGroup(const QuantNode& quant, const std::vector<Member>& members, const Upstream& above)
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

    /// Somebody behind the pair who is no member: a graph output, a deeper pair, a body.
    [[nodiscard]] bool hasForeignReaders(const QuantNode& quant, const std::vector<Member>& members) const
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

    // The parameters that a shared node goes on with: its own while somebody needs them, else those
    // of most members.
    [[nodiscard]] Target keptParameters(const QuantNode& node, const std::vector<Member>& members, bool foreign) const
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

    void planConstant(const Tensor& tensor, const std::vector<SlotId>& ins)
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

    void planStored(const QuantNode& dequantize, const std::vector<Member>& members)
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
            if (sameAsNode(dequantize, *wanted)) continue;
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

    [[nodiscard]] bool isBias(SlotId slot) const
    {
        const Slot& s = m_slots[slot];
        return s.storedType == StoredType::Int32 && s.index == 2;
    }

    // The slot's own range of values, moved into the stored domain, unless it took another type.
    [[nodiscard]] IntegerRange clampOf(SlotId slot, const StoredParameters& wanted) const
    {
        const Slot& s = m_slots[slot];
        IntegerRange range = integerRange(wanted.type).value_or(IntegerRange{});
        if (wanted.type != s.storedType) return range;
        const std::int64_t shift = zeroPointShift(s.scheme, s.storedType);
        range.low = std::max(range.low, static_cast<std::int64_t>(s.scheme.quantMin) - shift);
        range.high = std::min(range.high, static_cast<std::int64_t>(s.scheme.quantMax) - shift);
        return range;
    }

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

} // namespace

ExportPlan planExport(const Model& model, const TqcTable& outcome, const NodeIndex& index)
{
    return Planner(model, outcome, index).run();
}

} // namespace alignscope

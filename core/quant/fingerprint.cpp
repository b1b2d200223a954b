// SPDX-License-Identifier: Apache-2.0
#include "core/quant/fingerprint.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <type_traits>
#include <vector>

namespace alignscope {
namespace {

/// FNV-1a over bytes in a fixed order, whatever the machine's.
class Hash {
public:
    void text(std::string_view value)
    {
        for (const char c : value) byte(static_cast<unsigned char>(c));
        byte(0); // names hold no zero bytes, so that "ab" "c" and "a" "bc" differ
    }
    template <class Integer> void integer(Integer value)
    {
        auto rest = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, rest >>= 8U) byte(static_cast<unsigned char>(rest & 0xFFU));
    }
    void number(float value) { integer(std::bit_cast<std::uint32_t>(value)); }
    void number(double value) { integer(std::bit_cast<std::uint64_t>(value)); }
    [[nodiscard]] std::uint64_t value() const noexcept { return m_value; }

private:
    void byte(unsigned char value)
    {
        m_value ^= value;
        m_value *= 0x100000001B3U;
    }
    std::uint64_t m_value = 0xCBF29CE484222325U;
};

void addSlot(Hash& hash, const TqcTable& table, SlotId id)
{
    const SlotList& slots = table.slots();
    const auto place = [&](const Slot& slot) {
        hash.text(slots.graph().operation(slot.operation).id);
        hash.integer(static_cast<unsigned>(slot.io));
        hash.integer(slot.index);
    };
    const Slot& slot = slots[id];
    place(slot);
    hash.integer(static_cast<std::int64_t>(table.state(id)));
    if (const SlotId root = table.root(id); root) place(slots[root]);
    else hash.text("cycle");
    hash.integer(slot.scheme.policy);
    hash.integer(slot.scheme.bits);
    hash.integer(slot.scheme.exponentBits);
    hash.number(slot.scheme.quantMin);
    hash.number(slot.scheme.quantMax);
    const ParameterView parameters = table.effective(id);
    hash.integer(parameters.scale.size());
    for (const float scale : parameters.scale) hash.number(scale);
    for (const float offset : parameters.offset) hash.number(offset);
}

} // namespace

ModelFingerprint fingerprintOf(const Model& model)
{
    ModelFingerprint print;
    for (const ModelFile& file : model.properties.files)
        if (file.role == "model") print.bytes = file.bytes;
    if (!model.graph) return print;
    const Graph& graph = *model.graph;
    std::vector<OpId> order;
    order.reserve(graph.operationCount());
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i) order.emplace_back(i);
    std::sort(order.begin(), order.end(),
              [&](OpId a, OpId b) { return graph.operation(a).id < graph.operation(b).id; });

    Hash topology;
    const auto names = [&](std::span<const TensorId> tensors) {
        topology.integer(tensors.size());
        for (const TensorId tensor : tensors) topology.text(tensor ? std::string_view(graph.tensor(tensor).name) : "");
    };
    for (const OpId id : order) {
        topology.text(graph.operation(id).id);
        topology.text(graph.operation(id).type);
        names(graph.inputs(id));
        names(graph.outputs(id));
    }
    print.topology = topology.value();

    Hash table;
    if (model.baseline.size() > 0)
        for (const OpId id : order) {
            const SlotId first = model.baseline.slots().firstSlot(id);
            const std::size_t count = model.baseline.slots().slotsOf(id).size();
            for (std::uint32_t i = 0; first && i < count; ++i)
                addSlot(table, model.baseline, SlotId(first.value() + i));
        }
    print.table = table.value();
    return print;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/quant/model.h"

#include "core/quant/quantized.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace alignscope {
namespace {

// Roots of activations that carry the same numbers in the same scheme: equal by value only.
std::vector<InferredBinding> equalRoots(const TqcTable& table)
{
    using Key = std::tuple<std::uint16_t, double, double, float, float>;
    std::map<Key, std::vector<SlotId>> byValue;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        const Slot& slot = table.slots()[id];
        const ParameterView own = table.own(id);
        if (slot.parameter || table.dominator(id) != id || own.perChannel || !own.known()) continue;
        if (isFp32OrSoi(table.state(id))) continue;
        byValue[{slot.scheme.policy, slot.scheme.quantMin, slot.scheme.quantMax, own.scale[0],
                 own.offset[0]}].push_back(id);
    }
    std::vector<InferredBinding> bindings;
    for (auto& [key, slots] : byValue)
        if (slots.size() > 1) bindings.push_back({InferredBinding::Kind::Equal, std::move(slots)});
    std::sort(bindings.begin(), bindings.end(), [](const auto& a, const auto& b) {
        return a.slots.front() < b.slots.front();
    });
    return bindings;
}

} // namespace

void finishModel(Model& model)
{
    model.baseline.freeze();
    const bool named = model.quantSource == QuantSource::PpqJson || model.quantSource == QuantSource::Table;
    model.slotGraph = std::make_shared<SlotGraph>(model.baseline, named);
    model.loadedState = std::make_shared<Lazy<LoadedState>>();
    auto equal = equalRoots(model.baseline);
    model.inferred.insert(model.inferred.end(), std::make_move_iterator(equal.begin()),
                          std::make_move_iterator(equal.end()));
}

Model withBaseline(const Model& model, TqcTable baseline)
{
    Model changed = model;
    baseline.freeze();
    changed.baseline = std::move(baseline);
    changed.slotGraph = std::make_shared<SlotGraph>(changed.baseline, model.slotGraph->everyFamilyMember());
    changed.loadedState = std::make_shared<Lazy<LoadedState>>();
    return changed;
}

} // namespace alignscope

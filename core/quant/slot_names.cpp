// SPDX-License-Identifier: Apache-2.0
#include "core/quant/slot_names.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace alignscope {
namespace {

constexpr std::size_t kLongestCompared = 160; // letters; longer names are only searched for parts

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t exchange = diagonal + (a[i] == b[k] ? 0U : 1U);
            diagonal = row[k + 1];
            row[k + 1] = std::min({exchange, row[k] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

SlotId slotNamed(const SlotList& slots, std::string_view name)
{
    if (const SlotId slot = slots.findId(name)) return slot;
    const Graph& graph = slots.graph();
    if (const OpId operation = graph.findOperation(name)) {
        if (const SlotId output = slots.find(operation, SlotIo::Out, 0)) return output;
        if (const SlotId first = slots.firstSlot(operation)) return first;
    }
    if (const TensorId tensor = graph.findTensor(name)) {
        if (const OpId producer = graph.producer(tensor))
            if (const SlotId output = slots.find(producer, SlotIo::Out, graph.producerIndex(tensor))) return output;
        for (const Use& use : graph.uses(tensor))
            if (const SlotId input = slots.find(use.operation, SlotIo::In, use.index)) return input;
    }
    return {};
}

std::vector<std::string> nearNames(const SlotList& slots, std::string_view name, std::size_t most)
{
    std::set<std::string> names; // of slots, their operations and tensors, each once
    const Graph& graph = slots.graph();
    for (std::uint32_t i = 0; i < slots.size(); ++i) {
        names.insert(slots.id(SlotId(i)));
        names.insert(graph.operation(slots[SlotId(i)].operation).id);
        names.insert(graph.tensor(slots[SlotId(i)].tensor).name);
    }
    const std::string wanted = lower(name);
    struct Near {
        bool part;
        std::size_t distance;
        std::string name;
    };
    std::vector<Near> found;
    for (const std::string& candidate : names) {
        const std::string text = lower(candidate);
        const bool part = !wanted.empty() && text.find(wanted) != std::string::npos;
        if (part) {
            found.push_back({true, text.size() - wanted.size(), candidate});
        } else if (text.size() <= kLongestCompared && wanted.size() <= kLongestCompared) {
            const std::size_t letters = distance(wanted, text);
            if (letters <= std::max<std::size_t>(2, wanted.size() / 3)) found.push_back({false, letters, candidate});
        }
    }
    std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
        return std::tuple(!a.part, a.distance, std::string_view(a.name)) < std::tuple(!b.part, b.distance, std::string_view(b.name));
    });
    std::vector<std::string> near;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) near.push_back(std::move(found[i].name));
    return near;
}

} // namespace alignscope

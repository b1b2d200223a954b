// SPDX-License-Identifier: Apache-2.0
#include "core/report/json_parts.h"

#include "core/base/json_text.h"

namespace alignscope {

void member(std::string& text, std::string_view key, std::string_view value)
{
    if (text.back() != '{') text += ", ";
    text.append("\"").append(key).append("\": ").append(value);
}

void member(std::string& text, std::string_view key, std::size_t value)
{
    member(text, key, std::string_view(std::to_string(value)));
}

void section(std::string& text, std::string_view key, const std::vector<std::string>& lines)
{
    text.append(",\n \"").append(key).append("\": [");
    for (std::size_t i = 0; i < lines.size(); ++i) text.append(i ? ",\n  " : "\n  ").append(lines[i]);
    text += lines.empty() ? "]" : "\n ]";
}

std::string slotIdJson(const SlotList& slots, SlotId slot) { return slot ? jsonText(slots.id(slot)) : "null"; }

void parameterMembers(std::string& text, const ParameterView& values)
{
    const bool asArray = values.perChannel;
    member(text, "scale", values.scale.empty() ? "null" : jsonNumbers(values.scale, asArray));
    member(text, "offset", values.offset.empty() ? "null" : jsonNumbers(values.offset, asArray));
}

std::string valueJson(const SlotList& slots, const SlotValue& value)
{
    std::string text = "{";
    member(text, "state", jsonText(toText(value.state)));
    member(text, "master", slotIdJson(slots, value.master));
    parameterMembers(text, value.parameters);
    return text += "}";
}

std::string reachJson(const Reach& reach)
{
    std::string text = "{";
    member(text, "slots", reach.slots.changed);
    member(text, "joined", reach.slots.joined);
    member(text, "tensors", reach.tensors);
    member(text, "operations", reach.operations);
    member(text, "hops", std::size_t{reach.hops});
    return text += "}";
}

std::string priceJson(const Price& price)
{
    std::string text = "{";
    member(text, "requantize_edges", std::to_string(price.requantizeEdges));
    member(text, "misaligned_operations", std::to_string(price.misalignedOperations));
    member(text, "split_operations", std::to_string(price.splitOperations));
    member(text, "broken_promises", std::to_string(price.brokenPromises));
    member(text, "worst_bits_lost", jsonNumber(price.worstBitsLost));
    member(text, "summed_bits_lost", jsonNumber(price.summedBitsLost));
    return text += "}";
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/report/slots_csv.h"

#include "core/base/numbers.h"

#include <initializer_list>

namespace alignscope {
namespace {

std::string cell(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted += '"';
}

std::string joined(std::span<const float> values)
{
    std::string text;
    for (const float value : values) {
        if (!text.empty()) text += ' ';
        text += toText(value);
    }
    return text;
}

std::string policyText(const Scheme& scheme)
{
    std::string text;
    for (const policy::Name& name : policy::kNames) {
        if (!scheme.has(name.bit)) continue;
        if (!text.empty()) text += ' ';
        text += name.name;
    }
    return text;
}

void line(std::string& out, std::initializer_list<std::string_view> cells)
{
    bool first = true;
    for (const std::string_view text : cells) {
        if (!first) out += ',';
        out += cell(text);
        first = false;
    }
    out += "\r\n";
}

} // namespace

std::string slotsCsv(const TqcTable& table)
{
    std::string out;
    line(out, {"id", "operation", "type", "io", "index", "tensor", "parameter", "state", "dominator", "master",
               "scale", "offset", "policy", "bits", "quant_min", "quant_max", "channel_axis", "rounding",
               "visibility", "stored_type"});
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        const SlotList& slots = table.slots();
        const Slot& slot = slots[id];
        const Operation& operation = slots.graph().operation(slot.operation);
        const ParameterView values = table.effective(id);
        const SlotId master = table.root(id);
        line(out, {slots.id(id), operation.id, operation.type, slot.io == SlotIo::In ? "in" : "out",
                   std::to_string(slot.index), slots.graph().tensor(slot.tensor).name,
                   slot.parameter ? "true" : "false", toText(table.state(id)), slots.id(table.dominator(id)),
                   master ? slots.id(master) : std::string(), joined(values.scale), joined(values.offset),
                   policyText(slot.scheme), std::to_string(slot.scheme.bits), toText(slot.scheme.quantMin),
                   toText(slot.scheme.quantMax),
                   slot.scheme.channelAxis ? std::to_string(*slot.scheme.channelAxis) : std::string(),
                   toText(slot.scheme.rounding), toText(table.record(id).visibility), toText(slot.storedType)});
    }
    return out;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/quant_config.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/quant/data_inputs.h"

#include <cmath>
#include <limits>

namespace alignscope::quantfile {

namespace {

std::vector<float> readFloats(const Field& field, bool isScale)
{
    std::vector<float> values;
    const auto take = [&](const JsonValue& value) {
        double number = 0;
        if (!value.toNumber(number)) field.refuse("a number, an array of numbers or null");
        const auto single = static_cast<float>(number);
        if (!std::isfinite(single) || (isScale && single < 0)) field.refuse("finite, and no negative scale");
        values.push_back(single);
    };
    if (const auto* items = field.value.items()) {
        if (items->empty()) field.refuse("null or not empty");
        if (items->size() > limits::kMaxChannels) field.refuse("shorter");
        values.reserve(items->size());
        for (const JsonValue& item : *items) take(item);
    } else if (!field.value.isNull()) {
        take(field.value);
    }
    return values;
}

} // namespace

Parameters readParameters(const Field* scale, const Field* offset)
{
    Parameters result;
    if (scale) result.scale = readFloats(*scale, true);
    if (offset) result.offset = readFloats(*offset, false);
    result.perChannel = (scale && scale->value.items()) || (offset && offset->value.items());
    if (result.perChannel && result.scale.size() != result.offset.size()) {
        if (result.scale.size() == 1) result.scale.resize(result.offset.size(), result.scale.front());
        else if (result.offset.size() == 1) result.offset.resize(result.scale.size(), result.offset.front());
        else (scale ? scale : offset)->refuse("complete: scale and offset of one length");
    }
    return result;
}

void setParameters(TqcTable& table, SlotId slot, const Parameters& parameters)
{
    const auto first = [](const std::vector<float>& values) {
        return values.empty() ? std::optional<float>{} : std::optional<float>(values.front());
    };
    if (parameters.perChannel) table.setOwn(slot, ChannelParameters{parameters.scale, parameters.offset});
    else table.setOwn(slot, first(parameters.scale), first(parameters.offset));
}

std::vector<Slot> draftSlots(const Graph& graph, const std::vector<bool>& quantized)
{
    std::vector<Slot> slots;
    for (std::uint32_t op = 0; op < graph.operationCount(); ++op) {
        if (!quantized[op]) continue;
        const auto append = [&](std::span<const TensorId> tensors, SlotIo io) {
            for (std::uint32_t index = 0; index < tensors.size(); ++index) {
                if (!tensors[index]) continue;
                Slot slot;
                slot.operation = OpId(op);
                slot.io = io;
                slot.index = index;
                slot.tensor = tensors[index];
                slot.parameter = graph.tensor(slot.tensor).kind == TensorKind::Constant;
                slot.data = io == SlotIo::Out || isDataInput(graph.operation(OpId(op)).type, index);
                slots.push_back(std::move(slot));
            }
        };
        append(graph.inputs(OpId(op)), SlotIo::In);
        append(graph.outputs(OpId(op)), SlotIo::Out);
    }
    return slots;
}

std::optional<std::int32_t> channelAxisOf(std::string_view type)
{
    return type == "ConvTranspose" ? 1 : 0;
}

void Tally::tell(std::vector<Message>& notices) const
{
    if (m_count > 0) notices.push_back({m_code, {std::to_string(m_count), m_first}});
}

void Tally::tell(std::vector<Message>& notices, std::size_t total) const
{
    if (m_count > 0) notices.push_back({m_code, {std::to_string(m_count), std::to_string(total), m_first}});
}

void tellStates(const TqcTable& table, std::vector<Message>& notices)
{
    Tally cycles(MessageCode::QuantMasterCycle);
    Tally missing(MessageCode::QuantValueMissing);
    Tally aligned(MessageCode::QuantAlreadyAligned);
    Tally lost(MessageCode::QuantLinksLost);
    std::vector<bool> followed(table.size(), false);
    for (std::uint32_t i = 0; i < table.size(); ++i)
        if (table.dominator(SlotId(i)).value() != i) followed[table.dominator(SlotId(i)).index()] = true;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        const Slot& slot = table.slots()[id];
        const TqcState state = table.state(id);
        const bool baked = state == TqcState::Baked || state == TqcState::PassiveBaked;
        const bool passive = state == TqcState::Passive && !slot.parameter;
        const bool quantizes = baked || state == TqcState::Passive || state == TqcState::Activated
            || state == TqcState::Overlapped;
        if (!table.root(id)) cycles.add(table.slots().id(id));
        else if (quantizes && !table.effective(id).known()) missing.add(table.slots().id(id));
        if (baked || passive) aligned.add(table.slots().id(id));
        if (passive && table.dominator(id) == id && !followed[i]) lost.add(table.slots().id(id));
    }
    cycles.tell(notices);
    missing.tell(notices);
    aligned.tell(notices);
    lost.tell(notices);
}

} // namespace alignscope::quantfile

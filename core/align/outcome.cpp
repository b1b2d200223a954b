// SPDX-License-Identifier: Apache-2.0
#include "core/align/outcome.h"

namespace alignscope {

std::string_view toText(Action action) noexcept
{
    switch (action) {
    case Action::Rerange: return "rerange";
    case Action::Bind: return "bind";
    case Action::Override: return "override";
    case Action::Skip: return "skip";
    case Action::Passive: return "passive";
    case Action::Join: return "join";
    case Action::Refuse: return "refuse";
    case Action::Hull: return "hull";
    case Action::Pin: return "pin";
    }
    return {};
}

std::string_view toText(Reason reason) noexcept
{
    switch (reason) {
    case Reason::None: return {};
    case Reason::SlotNotQuantized: return "the slot is not quantized";
    case Reason::SlotFloating: return "the slot has a floating policy";
    case Reason::LastInputSkipped: return "the last input is not quantized, so PPQ binds none (quirk 1)";
    case Reason::ProducerShared: return "the producer has other consumers and force_overlap is off";
    case Reason::BiasProduct: return "bias scale = input scale x weight scale";
    case Reason::FollowsInput: return "the value takes the parameters of the data input";
    case Reason::SlotPerChannel: return "only per-tensor linear slots can share a scale";
    case Reason::SlotUnknown: return "the parameters of the slot are not known";
    case Reason::SchemeDiffers: return "the slot has another policy, width or range of values";
    case Reason::TooFewSlots: return "fewer than two slots are left that could agree";
    case Reason::EdgeExcluded: return "the edge to the producer is excluded";
    case Reason::ProducerUnequal: return "the producer already had other parameters when loaded";
    case Reason::PinConflict: return "pin_conflict: two different pins in one group";
    case Reason::EngineIgnores: return "only the strict engine honours bindings, pins and excluded edges";
    case Reason::SlotIsWeight: return "weights and biases keep their own scale";
    case Reason::BindItself: return "a slot cannot be bound to itself";
    case Reason::BindCircle: return "the master follows the slot by hand already";
    case Reason::PinScale: return "the scale of a pin must be a positive finite float32";
    case Reason::PinPowerOfTwo: return "the scheme allows powers of two only";
    case Reason::PinOffset: return "the offset of a pin must be an integer that the scheme allows";
    case Reason::EdgeUnknown: return "there is no such edge between quantized slots";
    case Reason::EdgeNotAlignable: return "the edge leads into an operation that cannot be aligned";
    case Reason::EdgeNotAligned: return "the edge leads into an operation that is not aligned";
    case Reason::EdgeToInput: return "the edge leads into an operation that is aligned to its input";
    }
    return {};
}

std::string_view toText(EngineErrorKind kind) noexcept
{
    switch (kind) {
    case EngineErrorKind::Assertion: return "AssertionError";
    case EngineErrorKind::Attribute: return "AttributeError";
    case EngineErrorKind::Type: return "TypeError";
    case EngineErrorKind::Value: return "ValueError";
    case EngineErrorKind::Permission: return "PermissionError";
    case EngineErrorKind::Recursion: return "RecursionError";
    }
    return {};
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/align/by_hand.h"

#include "core/align/strict_claims.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/quant/quantized.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace alignscope {
namespace {

// Integers of weights and biases stay as they are in the file, so a new scale would change the
// values that they stand for. Constant operands of other operations are requantized.
bool isWeight(const SlotList& slots, SlotId slot)
{
    const Category category = slots.graph().operation(slots[slot].operation).category;
    return slots[slot].parameter && (category == Category::Compute || category == Category::Normalization);
}

bool isPowerOf2(float value)
{
    int exponent = 0;
    return std::frexp(value, &exponent) == 0.5F;
}

tl::unexpected<Error> refuse(Reason reason, const Model& model, std::string_view subject, std::string_view object = {})
{
    return tl::unexpected<Error>(refusalMessage(reason, model, std::string(subject), std::string(object)));
}

} // namespace

Reason handRefusal(const TqcTable& baseline, SlotId slot)
{
    const Reason reason = strictRefusal(baseline, slot);
    return reason == Reason::None && isWeight(baseline.slots(), slot) ? Reason::SlotIsWeight : reason;
}

Reason bindRefusal(const TqcTable& baseline, SlotId slot, SlotId master)
{
    if (slot == master) return Reason::BindItself;
    if (const Reason reason = handRefusal(baseline, slot); reason != Reason::None) return reason;
    if (const Reason reason = handRefusal(baseline, master); reason != Reason::None) return reason;
    const SlotList& slots = baseline.slots();
    return sameStrictScheme(slots[slot].scheme, slots[master].scheme) ? Reason::None : Reason::SchemeDiffers;
}

Reason pinRefusal(const TqcTable& baseline, SlotId slot, float scale, float offset)
{
    if (const Reason reason = handRefusal(baseline, slot); reason != Reason::None) return reason;
    const Scheme& scheme = baseline.slots()[slot].scheme;
    if (!(scale > 0) || !std::isfinite(scale)) return Reason::PinScale;
    if (scheme.has(policy::kPowerOf2) && !isPowerOf2(scale)) return Reason::PinPowerOfTwo;
    const auto steps = static_cast<double>(offset);
    const bool held = std::isfinite(offset) && offset == std::trunc(offset) && steps >= scheme.quantMin
        && steps <= scheme.quantMax;
    if (!held || (scheme.has(policy::kSymmetrical) && offset != 0)) return Reason::PinOffset;
    return Reason::None;
}

Reason excludeRefusal(const Model& model, const Scenario& scenario, SlotId from, SlotId to)
{
    if (!model.slotGraph) return Reason::EdgeUnknown;
    const auto edges = model.slotGraph->edges();
    const auto edge = std::lower_bound(edges.begin(), edges.end(), to,
                                       [](const SlotEdge& e, SlotId slot) { return e.to < slot; });
    if (edge == edges.end() || edge->to != to || edge->from != from) return Reason::EdgeUnknown;
    const OpId operation = model.baseline.slots()[to].operation;
    const auto site = model.slotGraph->siteOf(operation);
    if (!site || !site->family || !(site->alignable || model.slotGraph->everyFamilyMember()))
        return Reason::EdgeNotAlignable;
    const Method method = methodOf(scenario, model.graph->operation(operation));
    if (method == Method::None) return Reason::EdgeNotAligned;
    return method == Method::Input ? Reason::EdgeToInput : Reason::None;
}

bool HandChains::follows(SlotId slot, SlotId other) const
{
    std::vector<SlotId> open = {slot};
    std::set<SlotId> seen = {slot};
    while (!open.empty()) {
        const SlotId at = open.back();
        open.pop_back();
        if (at == other) return true;
        const auto masters = m_masters.find(at);
        if (masters == m_masters.end()) continue;
        for (const SlotId master : masters->second)
            if (seen.insert(master).second) open.push_back(master);
    }
    return false;
}

Message refusalMessage(Reason reason, const Model& model, const std::string& subject, const std::string& object)
{
    using Code = MessageCode;
    const SlotList& slots = model.baseline.slots();
    // Of the two slots of a binding the one that cannot take part.
    const auto culprit = [&] {
        const SlotId slot = slots.findId(subject);
        return !slot || handRefusal(model.baseline, slot) == reason || object.empty() ? subject : object;
    };
    switch (reason) {
    case Reason::SlotNotQuantized: return {Code::HandSlotNotQuantized, {culprit()}};
    case Reason::SlotUnknown: return {Code::HandSlotWithoutParameters, {culprit()}};
    case Reason::SlotPerChannel: return {Code::HandSlotPerChannel, {culprit()}};
    case Reason::SlotFloating: return {Code::HandSlotFloating, {culprit()}};
    case Reason::SlotIsWeight: return {Code::HandSlotIsWeight, {culprit()}};
    case Reason::SchemeDiffers: return {Code::HandSchemeDiffers, {subject, object}};
    case Reason::BindItself: return {Code::HandBindItself, {subject}};
    case Reason::BindCircle: return {Code::HandBindCircle, {subject, object}};
    case Reason::PinConflict: return {Code::HandPinConflict, {subject}};
    case Reason::PinScale: return {Code::HandPinScale, {subject}};
    case Reason::PinPowerOfTwo: return {Code::HandPinPowerOfTwo, {subject}};
    case Reason::PinOffset: {
        const SlotId slot = slots.findId(subject);
        if (!slot || slots[slot].scheme.has(policy::kSymmetrical)) return {Code::HandPinSymmetric, {subject}};
        return {Code::HandPinOffset, {subject, toText(slots[slot].scheme.quantMin), toText(slots[slot].scheme.quantMax)}};
    }
    case Reason::EdgeNotAlignable: return {Code::HandEdgeNotAlignable, {object}};
    case Reason::EdgeNotAligned: return {Code::HandEdgeNotAligned, {object}};
    case Reason::EdgeToInput: return {Code::HandEdgeToInput, {object}};
    default: return {Code::HandEdgeUnknown, {subject, object}};
    }
}

Result<void> canBind(const Model& model, const Scenario& scenario, std::string_view slot, std::string_view master)
{
    const SlotList& slots = model.baseline.slots();
    const SlotId a = slots.findId(slot);
    const SlotId b = slots.findId(master);
    if (!a || !b) return fail(MessageCode::UnknownSlot, !a ? slot : master);
    if (const Reason reason = bindRefusal(model.baseline, a, b); reason != Reason::None)
        return refuse(reason, model, slot, master);
    HandChains others;
    for (const ManualBinding& binding : scenario.bindings)
        if (binding.slot != slot) others.add(slots.findId(binding.slot), slots.findId(binding.master));
    if (others.follows(b, a)) return refuse(Reason::BindCircle, model, slot, master);
    // Said last, so that whoever offers to switch the engine knows that it would help.
    if (!honoursHandEdits(scenario.engine)) return fail(MessageCode::HandBindNeedsStrict, slot, master);
    return {};
}

Result<void> canPin(const Model& model, const Scenario& scenario, const Pin& pin)
{
    const SlotId slot = model.baseline.slots().findId(pin.slot);
    if (!slot) return fail(MessageCode::UnknownSlot, pin.slot);
    if (const Reason reason = pinRefusal(model.baseline, slot, pin.scale, pin.offset); reason != Reason::None)
        return refuse(reason, model, pin.slot);
    if (!honoursHandEdits(scenario.engine)) return fail(MessageCode::HandPinNeedsStrict, pin.slot);
    return {};
}

Result<void> canExclude(const Model& model, const Scenario& scenario, std::string_view from, std::string_view to)
{
    const SlotList& slots = model.baseline.slots();
    const SlotId a = slots.findId(from);
    const SlotId b = slots.findId(to);
    if (!a || !b) return fail(MessageCode::UnknownSlot, !a ? from : to);
    if (const Reason reason = excludeRefusal(model, scenario, a, b); reason != Reason::None)
        return refuse(reason, model, from, to);
    if (!honoursHandEdits(scenario.engine)) return fail(MessageCode::HandExcludeNeedsStrict, from, to);
    return {};
}

Result<void> canOverride(const Model& model, std::string_view operation, const Override& value)
{
    const OpId id = model.graph->findOperation(operation);
    if (!id) return fail(MessageCode::UnknownOverrideOperation, operation);
    if (value == Override{}) return {};
    const std::string& type = model.graph->operation(id).type;
    const auto site = model.slotGraph ? model.slotGraph->siteOf(id) : std::nullopt;
    const auto family = familyOf(type);
    if (!family) return fail(MessageCode::HandOverrideNoFamily, operation, type);
    if (!site || !(site->alignable || model.slotGraph->everyFamilyMember()))
        return fail(MessageCode::OverrideNotAlignable, operation, operation);
    if (value.method && !isLegal(*family, *value.method))
        return fail(MessageCode::MethodNotLegal, toText(*value.method), std::string(operation) + " (" + type + ")",
                    legalMethodsText(*family));
    return {};
}

void refuseHandEdits(const Model& model, const Scenario& scenario, Outcome& outcome)
{
    const SlotList& slots = model.baseline.slots();
    const auto say = [&](const std::string& slot, const std::string& other) {
        const SlotId a = slots.findId(slot);
        const SlotId b = slots.findId(other);
        if (a && b)
            outcome.steps.push_back({.operation = slots[a].operation, .slot = a, .master = b, .action = Action::Refuse,
                                     .reason = Reason::EngineIgnores, .state = model.baseline.state(a)});
        else
            outcome.warnings.push_back({MessageCode::UnknownSlot, {!a ? slot : other}});
    };
    for (const ManualBinding& binding : scenario.bindings) say(binding.slot, binding.master);
    for (const Pin& pin : scenario.pins) say(pin.slot, pin.slot);
    for (const ExcludedEdge& edge : scenario.excludedEdges) say(edge.to, edge.from);
}

} // namespace alignscope

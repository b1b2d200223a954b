// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/hand_edits.h"

#include "core/base/natural_order.h"
#include "core/align/by_hand.h"
#include "core/align/numerics.h"
#include "core/cascade/measures.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace alignscope {
namespace {

class Reader {
public:
    explicit Reader(const Evaluation& evaluation)
        : m_evaluation(evaluation), m_model(*evaluation.model), m_scenario(evaluation.scenario),
          m_slots(m_model.baseline.slots()), m_table(evaluation.outcome.table)
    {
    }

    HandEdit read(const std::string& operation, const Override& choice) const
    {
        HandEdit edit;
        edit.subject = operation;
        edit.choice = choice;
        edit.operation = m_model.graph->findOperation(operation);
        judge(edit, edit.operation.valid(), canOverride(m_model, operation, choice));
        if (edit.status != HandEdit::Status::InForce) return edit;
        const std::vector<bool> caused = m_evaluation.causes().causedBy(edit.operation, m_evaluation.outcome);
        for (const Change& change : m_evaluation.cascade.changes) edit.slots += change.moved && caused[change.slot.index()] ? 1U : 0U;
        return edit;
    }

    HandEdit read(const ManualBinding& binding) const
    {
        HandEdit edit = about(HandEdit::Kind::Binding, binding.slot, binding.master);
        judge(edit, edit.slot && edit.other, canBind(m_model, m_scenario, binding.slot, binding.master));
        if (edit.status == HandEdit::Status::InForce) edit.slots = setOf(edit.slot);
        return edit;
    }

    HandEdit read(const Pin& pin) const
    {
        HandEdit edit = about(HandEdit::Kind::Pin, pin.slot, {});
        edit.scale = pin.scale;
        edit.offset = pin.offset;
        judge(edit, edit.slot.valid(), canPin(m_model, m_scenario, pin));
        if (edit.status != HandEdit::Status::InForce) return edit;
        const ParameterView now = m_table.effective(edit.slot);
        const bool has = now.known() && now.scale.size() == 1
            && std::bit_cast<std::uint32_t>(now.scale[0]) == std::bit_cast<std::uint32_t>(pin.scale)
            && now.offset[0] == pin.offset;
        if (!has) {
            edit.status = HandEdit::Status::Refused;
            edit.refusal = refusalMessage(Reason::PinConflict, m_model, pin.slot);
        } else {
            edit.slots = setOf(edit.slot);
        }
        return edit;
    }

    HandEdit read(const ExcludedEdge& edge) const
    {
        HandEdit edit = about(HandEdit::Kind::ExcludedEdge, edge.from, edge.to);
        judge(edit, edit.slot && edit.other, canExclude(m_model, m_scenario, edge.from, edge.to));
        if (edit.status != HandEdit::Status::InForce) return edit;
        const auto& steps = m_evaluation.outcome.steps;
        const bool kept = std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
            return step.reason == Reason::EdgeExcluded && step.slot == edit.slot && step.master == edit.other;
        });
        if (!kept) edit.status = HandEdit::Status::Idle;
        const auto& edges = m_evaluation.cascade.edgesAfter;
        const auto found = std::find_if(edges.begin(), edges.end(), [&](const RequantizeEdge& e) { return e.edge.to == edit.other; });
        if (found != edges.end()) edit.ratio = found->ratio;
        return edit;
    }

private:
    HandEdit about(HandEdit::Kind kind, const std::string& subject, const std::string& object) const
    {
        HandEdit edit;
        edit.kind = kind;
        edit.subject = subject;
        edit.object = object;
        edit.slot = m_slots.findId(subject);
        if (!object.empty()) edit.other = m_slots.findId(object);
        return edit;
    }

    static void judge(HandEdit& edit, bool inModel, const Result<void>& verdict)
    {
        if (!inModel) edit.status = HandEdit::Status::NotInModel;
        else if (!verdict) edit.status = HandEdit::Status::Refused;
        if (!verdict) edit.refusal = verdict.error();
    }

    std::size_t setOf(SlotId slot) const
    {
        const Group* group = m_evaluation.cascade.group(m_table.root(slot));
        return group == nullptr ? 1 : group->slots.size();
    }

    const Evaluation& m_evaluation;
    const Model& m_model;
    const Scenario& m_scenario;
    const SlotList& m_slots;
    const TqcTable& m_table;
};

} // namespace

std::vector<HandEdit> handEdits(const Evaluation& evaluation)
{
    std::vector<HandEdit> edits;
    if (!evaluation.model->baseline.slotList()) return edits;
    const Reader reader(evaluation);
    for (const auto& [operation, choice] : evaluation.scenario.overrides) edits.push_back(reader.read(operation, choice));
    std::stable_sort(edits.begin(), edits.end(), [](const HandEdit& a, const HandEdit& b) { return naturalLess(a.subject, b.subject); });
    for (const ManualBinding& binding : evaluation.scenario.bindings) edits.push_back(reader.read(binding));
    for (const Pin& pin : evaluation.scenario.pins) edits.push_back(reader.read(pin));
    for (const ExcludedEdge& edge : evaluation.scenario.excludedEdges) edits.push_back(reader.read(edge));
    return edits;
}

std::optional<PinOutlook> pinOutlook(const Model& model, const Pin& pin)
{
    const SlotList& slots = model.baseline.slots();
    const SlotId slot = slots.findId(pin.slot);
    if (!slot || !(pin.scale > 0) || !std::isfinite(pin.scale) || !std::isfinite(pin.offset)) return std::nullopt;
    const FloatRange range = representableRange(pin.scale, pin.offset, slots[slot].scheme);
    PinOutlook outlook{{range.lo, range.hi}, {}, 0};
    const float scale[] = {pin.scale};
    const float offset[] = {pin.offset};
    outlook.bitsLost = bitsLost(model.baseline.effective(slot), ParameterView{scale, offset, false});
    if (const auto loaded = realRange(model.baseline, slot)) outlook.clippedShare = clippedShare(*loaded, outlook.range);
    return outlook;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/step_trail.h"

#include "core/cascade/replay.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

std::optional<float> firstChannel(std::span<const float> values)
{
    return values.empty() ? std::nullopt : std::optional(values[0]);
}

} // namespace

StepTrail::StepTrail(std::shared_ptr<const Evaluation> whole) : m_whole(std::move(whole)), m_end(m_whole->model->baseline)
{
    const Outcome& outcome = m_whole->outcome;
    m_details.reserve(outcome.steps.size());
    m_edits.reserve(2 * outcome.steps.size());
    m_editBegin.reserve(outcome.steps.size() + 1);
    m_editBegin.push_back(0);
    std::vector<std::size_t> noted(m_end.size(), 0); // by slot: one more than the last step that touched it
    for (std::size_t i = 0; i < outcome.steps.size(); ++i) {
        const Step& step = outcome.steps[i];
        const auto note = [&](SlotId slot) {
            if (std::exchange(noted[slot.index()], i + 1) == i + 1) return;
            m_edits.push_back({slot, m_end.record(slot), {}});
        };
        StepDetail detail{};
        detail.slot = step.slot;
        const SlotValue before = slotValue(m_end, step.slot);
        detail.stateBefore = before.state;
        detail.masterBefore = before.master;
        detail.scaleBefore = firstChannel(before.parameters.scale);
        detail.offsetBefore = firstChannel(before.parameters.offset);
        if (step.action != Action::Skip && step.action != Action::Refuse) {
            note(step.slot);
            applyStep(m_end, outcome.table, step, [&](SlotId read) {
                const SlotId root = m_end.root(read);
                if (!root) return; // on a cycle nothing is compressed
                for (SlotId at = read; m_end.dominator(at) != root; at = m_end.dominator(at)) note(at);
            });
        }
        for (std::size_t e = m_editBegin.back(); e < m_edits.size(); ++e)
            m_edits[e].after = m_end.record(m_edits[e].slot);
        m_editBegin.push_back(m_edits.size());
        const SlotValue after = slotValue(m_end, step.slot);
        detail.stateAfter = after.state;
        detail.masterAfter = after.master;
        detail.scaleAfter = firstChannel(after.parameters.scale);
        detail.offsetAfter = firstChannel(after.parameters.offset);
        m_details.push_back(detail);
    }
    m_edits.shrink_to_fit();
    m_end.freeze(); // so that copies share the channel vectors
}

StepCursor::StepCursor(std::shared_ptr<const StepTrail> trail, std::size_t position)
    : m_trail(std::move(trail)), m_table(m_trail->end()), m_position(m_trail->size())
{
    moveTo(position);
}

void StepCursor::moveTo(std::size_t position)
{
    position = std::min(position, m_trail->size());
    for (; m_position > position; --m_position)
        for (const StepTrail::Edit& edit : m_trail->editsOf(m_position - 1)) m_table.record(edit.slot) = edit.before;
    for (; m_position < position; ++m_position)
        for (const StepTrail::Edit& edit : m_trail->editsOf(m_position)) m_table.record(edit.slot) = edit.after;
}

std::shared_ptr<const Evaluation> evaluationAt(const std::shared_ptr<const StepTrail>& trail, std::size_t steps)
{
    const Evaluation& whole = *trail->whole();
    const std::size_t count = std::min(steps, trail->size());
    if (count == trail->size()) return trail->whole();
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->model = whole.model;
    evaluation->scenario = whole.scenario;
    Outcome& outcome = evaluation->outcome;
    outcome.steps.assign(trail->steps().begin(), trail->steps().begin() + static_cast<std::ptrdiff_t>(count));
    outcome.warnings = whole.outcome.warnings;
    outcome.table = StepCursor(trail, count).table();
    evaluation->cascade = diff(*evaluation->model, outcome);
    return evaluation;
}

} // namespace alignscope

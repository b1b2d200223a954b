// SPDX-License-Identifier: Apache-2.0
// StepTrail and StepCursor: the table of an outcome as it stood after any number of its steps.
#pragma once

#include "core/cascade/cascade.h"
#include "core/cascade/evaluation.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace alignscope {

/// A step with the state of its slot around it. Per-channel slots: the first channel.
struct StepDetail {
    SlotId slot;
    TqcState stateBefore, stateAfter;
    SlotId masterBefore, masterAfter;
    std::optional<float> scaleBefore, scaleAfter;
    std::optional<float> offsetBefore, offsetAfter;
};

/// What each step wrote, kept so that it can be taken back: a move of n steps costs n small copies
/// (1 ms for 150,000), so no position is far from another. Immutable. Thread: any.
class StepTrail {
public:
    explicit StepTrail(std::shared_ptr<const Evaluation> whole);

    [[nodiscard]] const std::shared_ptr<const Evaluation>& whole() const noexcept { return m_whole; }
    [[nodiscard]] std::span<const Step> steps() const noexcept { return m_whole->outcome.steps; }
    /// Positions go from 0 (the loaded state) to size() (after the last step).
    [[nodiscard]] std::size_t size() const noexcept { return m_whole->outcome.steps.size(); }
    /// One for each step.
    [[nodiscard]] std::span<const StepDetail> details() const noexcept { return m_details; }

    struct Edit {
        SlotId slot;
        TqcRecord before;
        TqcRecord after;
    };
    /// The records that a step changed, each once; path compression included.
    [[nodiscard]] std::span<const Edit> editsOf(std::size_t step) const
    {
        return std::span(m_edits).subspan(m_editBegin[step], m_editBegin[step + 1] - m_editBegin[step]);
    }
    /// After the last step.
    [[nodiscard]] const TqcTable& end() const noexcept { return m_end; }

private:
    std::shared_ptr<const Evaluation> m_whole;
    std::vector<StepDetail> m_details;
    std::vector<Edit> m_edits;
    std::vector<std::size_t> m_editBegin;
    TqcTable m_end; // with the channel vectors of all steps, to which their records refer
};

/// A table that can be moved along a trail, forwards and backwards. Thread: one at a time.
class StepCursor {
public:
    explicit StepCursor(std::shared_ptr<const StepTrail> trail, std::size_t position = 0);

    [[nodiscard]] const StepTrail& trail() const noexcept { return *m_trail; }
    [[nodiscard]] std::size_t position() const noexcept { return m_position; }
    /// Beyond the end means the end.
    void moveTo(std::size_t position);
    /// After the first position() steps. Views into it last until the next move.
    [[nodiscard]] const TqcTable& table() const& noexcept { return m_table; }
    [[nodiscard]] TqcTable table() && noexcept { return std::move(m_table); }

private:
    std::shared_ptr<const StepTrail> m_trail;
    TqcTable m_table;
    std::size_t m_position;
};

/// The outcome of the trail as it stood after its first `steps` steps, the passive pass included,
/// with all that follows from it; an error of the engine belongs to the last step. More steps than
/// there are: the whole. Thread: any.
[[nodiscard]] std::shared_ptr<const Evaluation> evaluationAt(const std::shared_ptr<const StepTrail>& trail,
                                                             std::size_t steps);

} // namespace alignscope

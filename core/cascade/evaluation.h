// SPDX-License-Identifier: Apache-2.0
// Evaluation: a scenario on a model with everything that follows from it, kept alive together.
#pragma once

#include "core/align/scenario.h"
#include "core/base/lazy.h"
#include "core/cascade/cascade.h"
#include "core/cascade/causes.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace alignscope {

struct Evaluation {
    std::shared_ptr<const Model> model;
    Scenario scenario;
    Outcome outcome;
    Cascade cascade; ///< its views point into `model` and `outcome`
    std::shared_ptr<const Model> origin; ///< whose loaded state the steps start from; null: `model`

    // Made when first asked for. Thread: any.
    [[nodiscard]] const CauseIndex& causes() const;
    [[nodiscard]] bool causesMade() const noexcept { return m_causes.made(); }
    /// Operations between the last cause of a changed slot and the slot; 0 without a cause.
    [[nodiscard]] std::uint32_t hops(SlotId slot) const;
    /// Who changed the slot or its master after the promise; may be invalid.
    [[nodiscard]] OpId brokenBy(const BrokenPromise& promise) const;

    Evaluation() = default;
    Evaluation(const Evaluation&) = delete; // the views would dangle
    Evaluation& operator=(const Evaluation&) = delete;

private:
    Lazy<CauseIndex> m_causes;
    Lazy<std::vector<std::uint32_t>> m_hops; // by change
};

/// evaluate + diff. Never null. Thread: any.
[[nodiscard]] std::shared_ptr<const Evaluation> makeEvaluation(std::shared_ptr<const Model> model,
                                                               const Scenario& scenario);

/// `to` seen against `from`, two evaluations of one graph: its model's baseline is `from`'s outcome,
/// so that "before" is `from` everywhere. Causes are steps of `to`; a change that only `from` made
/// has none. Thread: any.
[[nodiscard]] std::shared_ptr<const Evaluation> compare(const Evaluation& from, const Evaluation& to);

} // namespace alignscope

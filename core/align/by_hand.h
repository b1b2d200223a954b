// SPDX-License-Identifier: Apache-2.0
// By hand: whether a binding, a pin, an excluded edge or an override is legal, and if not, why not.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/base/result.h"
#include "core/quant/model.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// May the edit be added to the scenario (replacing one of the same slot, edge or operation)? If
/// not, the sentence says why and what to do. The engines refuse what these refuse; only a conflict
/// of two pins shows itself no earlier than in the outcome. Slots and edges are given by their ids,
/// as in a scenario. Thread: any.
[[nodiscard]] Result<void> canBind(const Model& model, const Scenario& scenario, std::string_view slot,
                                   std::string_view master);
[[nodiscard]] Result<void> canPin(const Model& model, const Scenario& scenario, const Pin& pin);
[[nodiscard]] Result<void> canExclude(const Model& model, const Scenario& scenario, std::string_view from,
                                      std::string_view to);
/// Both engines honour overrides. One that says nothing is always legal.
[[nodiscard]] Result<void> canOverride(const Model& model, std::string_view operation, const Override& value);

/// Whether the engine honours bindings, pins and excluded edges at all.
[[nodiscard]] constexpr bool honoursHandEdits(Engine engine) noexcept { return engine == Engine::Strict; }

// What the engines ask (None: legal); the engine itself is not looked at.

/// As strictRefusal, and no weight or bias: a slot that nothing can be done to by hand.
[[nodiscard]] Reason handRefusal(const TqcTable& baseline, SlotId slot);
/// Existing bindings are not looked at, see HandChains.
[[nodiscard]] Reason bindRefusal(const TqcTable& baseline, SlotId slot, SlotId master);
[[nodiscard]] Reason pinRefusal(const TqcTable& baseline, SlotId slot, float scale, float offset);
[[nodiscard]] Reason excludeRefusal(const Model& model, const Scenario& scenario, SlotId from, SlotId to);
/// The bindings by hand that are in force, to find the one that would close a circle.
class HandChains {
public:
    void add(SlotId slot, SlotId master) { m_masters[slot].push_back(master); }
    /// Whether `slot` leads to `other`: itself, its master, its master's master...
    [[nodiscard]] bool follows(SlotId slot, SlotId other) const;

private:
    std::map<SlotId, std::vector<SlotId>> m_masters;
};

/// The sentence for a refusal: `subject` is the slot, operation or edge's start; `object` the master
/// or the edge's end.
[[nodiscard]] Message refusalMessage(Reason reason, const Model& model, const std::string& subject,
                                     const std::string& object = {});

/// What an engine says that honours no edits by hand: a Refuse step for each that has a place in the
/// model, a warning for each that has none.
void refuseHandEdits(const Model& model, const Scenario& scenario, Outcome& outcome);

} // namespace alignscope

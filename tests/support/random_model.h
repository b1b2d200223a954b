// SPDX-License-Identifier: Apache-2.0
// Generated models for property tests: any wiring, any scales, reproducible from a seed.
#pragma once

#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <cstdint>

namespace alignscope::test {

/// A calibrated table over a random graph of 3 to 60 operations: shared producers, operations that
/// read a tensor twice, several outputs, fused activations and passive operations, FP32 slots,
/// constants, both symmetric and asymmetric schemes.
/// `shuffle` puts the same operations into another order; 0 keeps the order of the data flow.
[[nodiscard]] Model randomModel(std::uint32_t seed, std::uint32_t shuffle = 0);

/// Any legal scenario for the model, per-operation overrides included.
[[nodiscard]] Scenario randomScenario(const Model& model, std::uint32_t seed);
/// The same with what is done by hand: bindings, pins and excluded edges, some of them impossible.
[[nodiscard]] Scenario randomScenarioByHand(const Model& model, std::uint32_t seed);

} // namespace alignscope::test

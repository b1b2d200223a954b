// SPDX-License-Identifier: Apache-2.0
// Models built in memory: the documentation's example and generated networks of any size.
#pragma once

#include "core/quant/model.h"

#include <cstddef>
#include <memory>
#include <string>

namespace alignscope::test {

/// Conv1 + Conv2 -> Add1, Conv2 -> Conv3 with the reference's calibrated parameters (symmetric
/// int8, per-channel weights, passive biases), as a PPQ config would give it.
[[nodiscard]] std::shared_ptr<const Model> docExample();

/// Conv1 -> Resize1 and Conv1 + Conv2 -> Concat1, three scales. With resize and concat to output and
/// overlap on, Resize1 takes Conv1's output to its own and Concat1 takes it away again.
[[nodiscard]] std::shared_ptr<const Model> resizeBesideConcat();

/// A network of `blocks` residual blocks (Conv, Relu, Conv, Add, every fourth a Concat of two
/// branches), about five operations a block, with parameters that make most Adds disagree.
/// The last block is not quantized. Deterministic. Names begin with `prefix`.
[[nodiscard]] std::shared_ptr<const Model> residualNetwork(std::size_t blocks, const std::string& prefix = {});

} // namespace alignscope::test

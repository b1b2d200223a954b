// SPDX-License-Identifier: Apache-2.0
// ONNX QDQ files of generated networks of any size, as exporters write them: for benchmarks.
#pragma once

#include "tests/support/onnx_builder.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace alignscope::test {

/// Residual and inception blocks in turn; attention layers that share one mask; dense blocks of 6,
/// 12, 48 and 32 layers, each of which reads all layers before it.
enum class NetworkShape { Cnn, Transformer, Dense };
inline constexpr std::array kNetworkShapes = {NetworkShape::Cnn, NetworkShape::Transformer,
                                              NetworkShape::Dense};
[[nodiscard]] std::string_view toText(NetworkShape shape) noexcept;

/// At least so many operations and at most a block more, Q and DQ not counted; weights of few
/// bytes. The scales make most additions and concatenations disagree. Deterministic.
[[nodiscard]] OnnxBuilder networkFile(NetworkShape shape, std::size_t operations);

} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
// Graphs shaped like neural networks, for tests and benchmarks of layout. Deterministic.
#pragma once

#include "core/layout/layout.h"

#include <cstddef>
#include <cstdint>

namespace alignscope::testing
{

using layout::InputGraph;

[[nodiscard]] InputGraph chain(std::size_t nodes);
/// Basic blocks with a shortcut; every fourth shortcut has a convolution.
[[nodiscard]] InputGraph residualNet(std::size_t blocks);
/// Four branches into one Concat, blocks in a row; branch lengths vary.
[[nodiscard]] InputGraph inceptionNet(std::size_t blocks);
/// `depth` levels of `perLevel` nodes down and up again, each level with a skip.
[[nodiscard]] InputGraph unet(std::size_t depth, std::size_t perLevel);
/// UNet++ of so many levels: nested decoders with dense skips, each Concat followed by `length` boxes.
[[nodiscard]] InputGraph nestedUnet(std::size_t levels, std::size_t length);
/// A trunk from which heads of so many nodes, each with its own output, hang one after the other, `apart` nodes
/// of the trunk between two of them.
[[nodiscard]] InputGraph headsAlongTrunk(std::size_t heads, std::size_t perHead, std::size_t apart);
/// Each of the layers reads all layers before it through a Concat.
[[nodiscard]] InputGraph everyToEvery(std::size_t layers);
/// Attention layers; one mask and one position table are read by all of them.
[[nodiscard]] InputGraph transformer(std::size_t layers);
/// Residual and inception blocks in turn, about as many nodes as asked for.
[[nodiscard]] InputGraph cnn(std::size_t nodes);
/// Backbone, feature pyramid up and down, three heads with two branches each.
[[nodiscard]] InputGraph detector();
/// Edges lead from lower to higher indices, mostly near.
[[nodiscard]] InputGraph randomDag(std::size_t nodes, double edgesPerNode, std::uint32_t seed);

} // namespace alignscope::testing

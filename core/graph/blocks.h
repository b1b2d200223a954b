// SPDX-License-Identifier: Apache-2.0
// Blocks: parts of a graph that can be drawn as one box, by the names of operations or by repetition.
#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alignscope {

inline constexpr std::uint32_t kNoBlock = 0xffffffffU;

struct Block {
    std::string path;   ///< "model.4/m.0" from names; empty for repeated structure
    std::string label;  ///< the part of the path below the parent's
    std::uint32_t parent = kNoBlock;
    std::uint32_t depth = 0;
    std::vector<OpId> operations; ///< those of the blocks inside included, in graph order; no constants
    /// Of repeated structure: the how manieth of how many, from 1.
    std::uint32_t ordinal = 0;
    std::uint32_t copies = 0;
};

/// By which it is known in another reading of the model: its path, else its first operation and its size.
[[nodiscard]] std::string blockName(const Graph& graph, const Block& block);

/// A forest over the operations. Immutable. Thread: any.
class BlockTree {
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_blocks.size(); }
    [[nodiscard]] bool empty() const noexcept { return m_blocks.empty(); }
    /// Parents stand before their children.
    [[nodiscard]] const Block& operator[](std::uint32_t index) const { return m_blocks[index]; }
    /// The innermost block of an operation, or kNoBlock.
    [[nodiscard]] std::uint32_t innermost(OpId operation) const { return m_innermost[operation.index()]; }
    /// From names rather than from structure.
    [[nodiscard]] bool named() const noexcept { return m_named; }
    /// Whether `inner` is `outer` or lies in it.
    [[nodiscard]] bool contains(std::uint32_t outer, std::uint32_t inner) const;

private:
    friend BlockTree findBlocks(const Graph& graph);
    std::vector<Block> m_blocks;
    std::vector<std::uint32_t> m_innermost;
    bool m_named = false;
};

/// By scopes where most operations have names with some ("/model.4/m.0/Conv", "layer1.0.conv"),
/// else by stretches of the data flow that repeat with the same types and wiring. Blocks have at
/// least two operations and not nearly all of the graph. Deterministic.
[[nodiscard]] BlockTree findBlocks(const Graph& graph);

/// For each operation the block as whose part it is drawn when the listed blocks are collapsed (the
/// outermost wins), or kNoBlock. A block whose box would close a circle with others (the data leaves
/// it and comes back) stays expanded, the smallest of a circle first; blocks in it may collapse.
[[nodiscard]] std::vector<std::uint32_t> drawnBlocks(const Graph& graph, const BlockTree& blocks,
                                                     std::span<const std::uint32_t> collapsed);

} // namespace alignscope

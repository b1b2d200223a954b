// SPDX-License-Identifier: Apache-2.0
// LayoutCache: best layouts on disk, found again by what was laid out.
#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <optional>
#include <string>

namespace alignscope::layout
{

/// A file per layout in one folder, named by a hash of box sizes, ports, edges, direction and the
/// version of the layout methods. Nothing that goes wrong is an error: what cannot be read is not
/// there, what cannot be written is not kept. Thread: any; several programs may share a folder.
class LayoutCache
{
public:
    static constexpr std::uint64_t kMaxBytes = std::uint64_t{64} * 1024 * 1024;

    /// Files in `folder` take at most `maxBytes` together; an empty name keeps nothing. The folder is
    /// made when something is stored.
    explicit LayoutCache(std::string folder, std::uint64_t maxBytes = kMaxBytes);

    /// The layout stored for an equal graph. A damaged file is removed and not used.
    [[nodiscard]] std::optional<Layout> find(const InputGraph& graph) const;
    /// Appears whole or not at all. Those used longest ago go when there is no room.
    void store(const InputGraph& graph, const Layout& layout) const;

private:
    std::string m_folder;
    std::uint64_t m_maxBytes;
};

} // namespace alignscope::layout

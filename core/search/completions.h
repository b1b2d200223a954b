// SPDX-License-Identifier: Apache-2.0
// What the term that is being typed may become.
#pragma once

#include "core/graph/graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// Continuations of the last term of `query`, each the whole term as it would stand there, sorted
/// as they are likely; empty when there is none or the term is complete. Types and attributes are
/// those of the graph. Thread: any.
[[nodiscard]] std::vector<std::string> searchCompletions(std::string_view query, const Graph& graph,
                                                         std::size_t most = 6);
/// Where that last term begins.
[[nodiscard]] std::size_t lastTermBegin(std::string_view query);

} // namespace alignscope

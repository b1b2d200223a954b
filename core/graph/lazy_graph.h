// SPDX-License-Identifier: Apache-2.0
// LazyGraph: a graph that is built when somebody first wants to see it.
#pragma once

#include "core/base/lazy.h"
#include "core/graph/graph.h"

#include <functional>
#include <memory>
#include <utility>

namespace alignscope {

/// Copies share the graph. Thread: any; whoever asks while it is being built waits.
class LazyGraph {
public:
    using Build = std::function<std::shared_ptr<const Graph>()>;

    LazyGraph() = default; ///< there is none
    // NOLINTNEXTLINE(google-explicit-constructor): a graph will do where a lazy one is wanted
    LazyGraph(std::shared_ptr<const Graph> graph) : LazyGraph(by([graph = std::move(graph)] { return graph; })) {}
    /// `build` is called at most once, in any thread, and never gives null.
    [[nodiscard]] static LazyGraph by(Build build)
    {
        LazyGraph graph;
        graph.m_state = std::make_shared<State>();
        graph.m_state->build = std::move(build);
        return graph;
    }

    [[nodiscard]] explicit operator bool() const noexcept { return m_state != nullptr; }
    /// Only when there is one.
    [[nodiscard]] const std::shared_ptr<const Graph>& get() const
    {
        // What `build` holds on to is not needed afterwards.
        return *m_state->graph.get([this] { return std::exchange(m_state->build, {})(); });
    }
    [[nodiscard]] const Graph& operator*() const { return *get(); }
    [[nodiscard]] const Graph* operator->() const { return get().get(); }

private:
    struct State {
        Build build;
        Lazy<std::shared_ptr<const Graph>> graph;
    };
    std::shared_ptr<State> m_state;
};

} // namespace alignscope

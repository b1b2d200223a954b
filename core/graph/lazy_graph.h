// SPDX-License-Identifier: Apache-2.0
// LazyGraph: a graph that is built when somebody first wants to see it.
#pragma once

#include "core/graph/graph.h"

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace alignscope {

/// Copies share the graph. Thread: any; whoever asks while it is being built waits.
class LazyGraph {
public:
    using Build = std::function<std::shared_ptr<const Graph>()>;

    LazyGraph() = default; ///< there is none
    // NOLINTNEXTLINE(google-explicit-constructor): a graph will do where a lazy one is wanted
    LazyGraph(std::shared_ptr<const Graph> graph) : m_state(std::make_shared<State>(std::move(graph))) {}
    /// `build` is called at most once, in any thread, and never gives null.
    [[nodiscard]] static LazyGraph by(Build build)
    {
        LazyGraph graph(nullptr);
        graph.m_state->build = std::move(build);
        return graph;
    }

    [[nodiscard]] explicit operator bool() const noexcept { return m_state != nullptr; }
    /// Only when there is one.
    [[nodiscard]] const std::shared_ptr<const Graph>& get() const
    {
        std::call_once(m_state->once, [&] {
            if (m_state->build) m_state->graph = m_state->build();
            m_state->build = {};
        });
        return m_state->graph;
    }
    [[nodiscard]] const Graph& operator*() const { return *get(); }
    [[nodiscard]] const Graph* operator->() const { return get().get(); }

private:
    struct State {
        explicit State(std::shared_ptr<const Graph> made) : graph(std::move(made)) {}
        std::once_flag once;
        Build build;
        std::shared_ptr<const Graph> graph;
    };
    std::shared_ptr<State> m_state;
};

} // namespace alignscope

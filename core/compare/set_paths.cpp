// SPDX-License-Identifier: Apache-2.0
#include "core/compare/set_paths.h"

#include <algorithm>

namespace alignscope {

SetPaths::SetPaths(const TqcTable& baseline, const StrictSets& sets)
    : m_base(baseline), m_sets(sets), m_atoms(baseline.size()),
      m_claimOfOperation(baseline.slots().graph().operationCount(), StrictSets::kNoClaim), m_edges(baseline.size()),
      m_reached(baseline.size(), false), m_parent(baseline.size()), m_up(baseline.size()), m_depth(baseline.size(), 0),
      m_atomDone(baseline.size(), false), m_claimDone(sets.claims().size(), false)
{
    for (std::uint32_t i = 0; i < baseline.size(); ++i) {
        const SlotId root = baseline.root(SlotId(i));
        if (root && !sets.detached(SlotId(i)) && !sets.outside(SlotId(i))) m_atoms[root.index()].emplace_back(i);
    }
    for (std::uint32_t i = 0; i < sets.claims().size(); ++i) m_claimOfOperation[sets.claims()[i].operation.index()] = i;
    const auto connect = [&](SlotId a, SlotId b, const SetLink& link) {
        m_edges[a.index()].push_back({b, link});
        m_edges[b.index()].push_back({a, link});
    };
    for (const StrictSets::Rejoin& rejoin : sets.rejoins())
        connect(rejoin.producer, rejoin.slot, {SetLink::Kind::Producer, rejoin.operation});
    for (const auto& [slot, master] : sets.bound()) connect(slot, master, {SetLink::Kind::ByHand, {}});
}

void SetPaths::visit(SlotId from, SlotId to, const SetLink& link)
{
    if (m_reached[to.index()]) return;
    m_reached[to.index()] = true;
    m_parent[to.index()] = from;
    m_up[to.index()] = link;
    m_depth[to.index()] = m_depth[from.index()] + 1;
    m_queue.push_back(to);
}

void SetPaths::grow(SlotId start)
{
    m_reached[start.index()] = true;
    m_parent[start.index()] = start;
    m_queue.assign(1, start);
    for (std::size_t next = 0; next < m_queue.size(); ++next) {
        const SlotId at = m_queue[next];
        for (const Edge& edge : m_edges[at.index()]) visit(at, edge.to, edge.link);
        const OpId operation = m_base.slots()[at].operation;
        const std::uint32_t claim = m_claimOfOperation[operation.index()];
        if (claim != StrictSets::kNoClaim && !m_claimDone[claim]) {
            const auto& slots = m_sets.claims()[claim].slots;
            if (std::find(slots.begin(), slots.end(), at) != slots.end()) {
                m_claimDone[claim] = true;
                for (const SlotId slot : slots) visit(at, slot, {SetLink::Kind::Claim, operation});
            }
        }
        const SlotId root = m_base.root(at);
        if (!root || m_sets.detached(at) || m_sets.outside(at) || m_atomDone[root.index()]) continue;
        m_atomDone[root.index()] = true;
        for (const SlotId slot : m_atoms[root.index()]) visit(at, slot, {SetLink::Kind::Loaded, {}});
    }
}

std::vector<SetPaths::Stop> SetPaths::between(SlotId from, SlotId to)
{
    if (m_sets.setOf(from) != m_sets.setOf(to)) return {};
    if (!m_reached[to.index()]) grow(to);
    if (!m_reached[from.index()]) return {};
    std::vector<Stop> up;   // from `from` to where the ways meet
    std::vector<Stop> down; // from `to` upwards, reversed later
    SlotId a = from;
    SlotId b = to;
    while (a != b) {
        if (m_depth[a.index()] >= m_depth[b.index()]) {
            up.push_back({a, m_up[a.index()]});
            a = m_parent[a.index()];
        } else {
            down.push_back({b, m_up[b.index()]});
            b = m_parent[b.index()];
        }
        if (a != b && m_depth[a.index()] == 0 && m_depth[b.index()] == 0) return {};
    }
    // A link belongs to the stop before it.
    SlotId at = a;
    for (auto stop = down.rbegin(); stop != down.rend(); ++stop) {
        up.push_back({at, stop->link});
        at = stop->slot;
    }
    up.push_back({at, {}});
    return up;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/ranking.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace alignscope::layout
{

namespace
{

constexpr Index kNone = std::numeric_limits<Index>::max();

/// Edge indices by producer and by consumer.
struct Incidence {
    std::vector<Index> outBegin, out, inBegin, in;

    explicit Incidence(const Segment& segment)
        : outBegin(segment.nodes.size() + 1), out(segment.edges.size()), inBegin(segment.nodes.size() + 1),
          in(segment.edges.size())
    {
        for (const SegmentEdge& edge : segment.edges) {
            ++outBegin[edge.from + 1];
            ++inBegin[edge.to + 1];
        }
        for (std::size_t i = 1; i < outBegin.size(); ++i) {
            outBegin[i] += outBegin[i - 1];
            inBegin[i] += inBegin[i - 1];
        }
        std::vector<Index> nextOut(outBegin.begin(), outBegin.end() - 1);
        std::vector<Index> nextIn(inBegin.begin(), inBegin.end() - 1);
        for (Index e = 0; e < segment.edges.size(); ++e) {
            out[nextOut[segment.edges[e].from]++] = e;
            in[nextIn[segment.edges[e].to]++] = e;
        }
    }
};

void dropEmptyRanks(std::vector<Index>& ranks)
{
    const Index highest = ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
    std::vector<Index> used(std::size_t{highest} + 1);
    for (const Index rank : ranks)
        used[rank] = 1;
    Index next = 0;
    for (Index& entry : used) {
        const Index here = next;
        next += entry;
        entry = here;
    }
    for (Index& rank : ranks)
        rank = used[rank];
}

constexpr Index kMostRows = 4;

/// In how many rows so many operands stand above their reader.
Index rowsOf(std::size_t operands)
{
    return operands < 3 ? 1 : operands < 7 ? 2 : operands < 16 ? 3 : kMostRows;
}

/// Rows of operands that fit between a reader and the box above from which another branch begins: lines
/// of operands that stood beside that box would cross the line to the other branch.
Index rowsBelowFork(const Segment& segment, const Incidence& incidence, const std::vector<Index>& rank,
                    Index reader)
{
    const auto isOperand = [&](Index v) {
        return incidence.inBegin[v] == incidence.inBegin[v + 1]
               && incidence.outBegin[v] + 1 == incidence.outBegin[v + 1] && (v != 0 || !segment.pinTop);
    };
    for (Index v = reader; rank[reader] - rank[v] < kMostRows;) {
        Index producer = kNone;
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i) {
            const Index from = segment.edges[incidence.in[i]].from;
            if (rank[from] + 1 == rank[v] && !isOperand(from)) producer = from;
        }
        if (producer == kNone) break;
        for (Index i = incidence.outBegin[producer]; i < incidence.outBegin[producer + 1]; ++i) {
            const SegmentEdge& edge = segment.edges[incidence.out[i]];
            if (edge.to != v && !edge.stub && rank[edge.to] == rank[v])
                return std::max<Index>(1, rank[reader] - rank[v]);
        }
        v = producer;
    }
    return kMostRows;
}

/// Many boxes that nothing feeds and that one reader wants (its weights, say) stand in several rows
/// above it, as far as there are ranks: a row of them would be wide and its lines long.
void wrapOperands(const Segment& segment, const Incidence& incidence, std::vector<Index>& rank)
{
    const auto n = static_cast<Index>(segment.nodes.size());
    std::vector<Index> operands; // edges
    for (Index reader = 0; reader < n; ++reader) {
        operands.clear();
        for (Index i = incidence.inBegin[reader]; i < incidence.inBegin[reader + 1]; ++i) {
            const Index e = incidence.in[i];
            const Index v = segment.edges[e].from;
            const bool alone = incidence.inBegin[v] == incidence.inBegin[v + 1]
                               && incidence.outBegin[v] + 1 == incidence.outBegin[v + 1];
            if (alone && (v != 0 || !segment.pinTop)) operands.push_back(e);
        }
        Index rows = std::min(rowsOf(operands.size()), rank[reader]);
        if (rows > 1) rows = std::min(rows, rowsBelowFork(segment, incidence, rank, reader));
        if (rows < 2) continue;
        std::stable_sort(operands.begin(), operands.end(),
                         [&](Index a, Index b) { return segment.edges[a].toPort < segment.edges[b].toPort; });
        for (Index i = 0; i < operands.size(); ++i) {
            const Index v = segment.edges[operands[i]].from;
            const Index wanted = rank[reader] - 1 - i % rows;
            if (wanted == 0 && segment.pinTop && !mayShareTop(segment, v)) continue;
            rank[v] = wanted;
        }
    }
}

/// Rows of parallel chains below one box: as many as keep them near a square.
Index rowsOfChains(std::size_t chains)
{
    return chains < 7 ? 1 : static_cast<Index>(std::lround(std::sqrt(static_cast<double>(chains) / 2.5)));
}

/// What begins below a fork, told apart by how it hangs together: chains, or small blocks.
class Branches
{
public:
    Branches(const Segment& segment, const Incidence& incidence)
        : m_segment(segment), m_incidence(incidence), m_branchOf(segment.nodes.size(), kNone),
          m_level(segment.nodes.size()), m_isMet(segment.nodes.size())
    {
    }

    struct Branch {
        Index end = kNone;       ///< the box in which it ends with others, if there is one
        Index length = 0;        ///< ranks
        Index width = 0;         ///< most boxes on a rank
        std::vector<Index> tops; ///< its boxes right below the fork
        std::vector<Index> nodes;
        bool plain = true; ///< it ends in one box or in none
    };

    std::vector<Branch> below(Index fork)
    {
        m_fork = fork;
        m_above.clear();
        m_ends.clear();
        m_nodes.clear();
        m_met.clear();
        pushReaders(fork);
        const std::size_t most = std::max(kMostNodes, m_waiting.size() * kMostNodesPerBranch);
        while (!m_waiting.empty() && m_nodes.size() < most) {
            std::pop_heap(m_waiting.begin(), m_waiting.end(), std::greater<>());
            const Index v = m_waiting.back();
            m_waiting.pop_back();
            visit(v);
        }
        std::vector<Branch> branches = summarize(m_waiting.empty());
        m_waiting.clear();
        for (const Index v : m_nodes)
            m_branchOf[v] = kNone;
        for (const Index v : m_met)
            m_isMet[v] = 0;
        return branches;
    }

private:
    static constexpr std::size_t kMostNodes = 600;
    static constexpr std::size_t kMostNodesPerBranch = 8;
    static constexpr std::size_t kJoined = 3; ///< so many branches end in a box that reads them

    [[nodiscard]] Index find(Index branch) const
    {
        while (m_above[branch] != branch)
            branch = m_above[branch];
        return branch;
    }
    [[nodiscard]] bool isSource(Index v) const
    {
        return m_incidence.inBegin[v] == m_incidence.inBegin[v + 1];
    }

    void pushReaders(Index v)
    {
        for (Index i = m_incidence.outBegin[v]; i < m_incidence.outBegin[v + 1]; ++i) {
            const SegmentEdge& edge = m_segment.edges[m_incidence.out[i]];
            if (edge.stub || m_isMet[edge.to]) continue;
            m_isMet[edge.to] = 1;
            m_met.push_back(edge.to);
            m_waiting.push_back(edge.to);
            std::push_heap(m_waiting.begin(), m_waiting.end(), std::greater<>());
        }
    }

    /// Nodes come in topological order: all that v reads of the branches is known.
    void visit(Index v)
    {
        std::vector<Index> reads; // branches
        bool foreign = m_segment.pinBottom && v + 1 == m_segment.nodes.size();
        Index level = 1;
        for (Index i = m_incidence.inBegin[v]; i < m_incidence.inBegin[v + 1]; ++i) {
            const Index from = m_segment.edges[m_incidence.in[i]].from;
            if (m_branchOf[from] != kNone) {
                reads.push_back(find(m_branchOf[from]));
                level = std::max(level, m_level[from] + 1);
            } else if (from != m_fork && !isSource(from)) {
                foreign = true;
            }
        }
        std::sort(reads.begin(), reads.end());
        reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
        if (foreign || reads.size() >= kJoined) {
            for (const Index branch : reads)
                m_ends.emplace_back(branch, v);
            return;
        }
        if (reads.empty()) {
            reads.push_back(static_cast<Index>(m_above.size()));
            m_above.push_back(reads.front());
        }
        for (const Index branch : reads)
            m_above[branch] = reads.front();
        m_branchOf[v] = reads.front();
        m_level[v] = level;
        m_nodes.push_back(v);
        pushReaders(v);
    }

    std::vector<Branch> summarize(bool complete) const
    {
        std::vector<Branch> all(m_above.size());
        std::vector<std::vector<Index>> onLevel(m_above.size());
        for (const Index v : m_nodes) {
            const Index b = find(m_branchOf[v]);
            all[b].length = std::max(all[b].length, m_level[v]);
            if (m_level[v] == 1) all[b].tops.push_back(v);
            all[b].nodes.push_back(v);
            onLevel[b].resize(std::max<std::size_t>(onLevel[b].size(), m_level[v]));
            all[b].width = std::max(all[b].width, ++onLevel[b][m_level[v] - 1]);
        }
        for (const auto& [branch, end] : m_ends) {
            Branch& b = all[find(branch)];
            if (b.end != kNone && b.end != end) b.plain = false;
            b.end = end;
        }
        if (!complete) return {};
        std::erase_if(all, [](const Branch& b) { return b.length == 0 || !b.plain; });
        return all;
    }

    const Segment& m_segment;
    const Incidence& m_incidence;
    Index m_fork = 0;
    std::vector<Index> m_branchOf, m_level; ///< per node
    std::vector<std::uint8_t> m_isMet;      ///< per node
    std::vector<Index> m_above;             ///< per branch: the one that it became a part of
    std::vector<std::pair<Index, Index>> m_ends;
    std::vector<Index> m_nodes, m_met, m_waiting;
};

/// Many branches side by side from one box to another, or to their ends, stand in several rows, the lines
/// to the lower rows between them.
struct Rows {
    std::vector<Index> delay;        ///< per node: ranks that it stands lower than it could
    std::vector<std::uint8_t> inRow; ///< per node of very many: it does not move down to its reader
};

Rows arrangeBranches(const Segment& segment, const Incidence& incidence)
{
    const auto n = static_cast<Index>(segment.nodes.size());
    constexpr std::size_t kManyBranches = 12;
    Rows result{std::vector<Index>(n), std::vector<std::uint8_t>(n)};
    Branches finder(segment, incidence);
    for (Index fork = 0; fork < n; ++fork) {
        if (rowsOfChains(incidence.outBegin[fork + 1] - incidence.outBegin[fork]) < 2) continue;
        auto branches = finder.below(fork);
        std::stable_sort(branches.begin(), branches.end(), [](const auto& a, const auto& b) {
            return a.end != b.end ? a.end < b.end : a.length < b.length;
        });
        for (std::size_t begin = 0, end = 0; begin < branches.size(); begin = end) {
            std::size_t width = 0;
            for (; end < branches.size() && branches[end].end == branches[begin].end
                   && branches[end].length == branches[begin].length;
                 ++end)
                width += branches[end].width;
            const Index rows = std::min(rowsOfChains(width), static_cast<Index>(end - begin));
            for (std::size_t i = begin; i < end && rows > 1; ++i) {
                for (const Index top : branches[i].tops)
                    result.delay[top] = static_cast<Index>((i - begin) % rows) * branches[i].length;
                if (end - begin < kManyBranches) continue;
                for (const Index v : branches[i].nodes)
                    result.inRow[v] = 1;
            }
        }
    }
    return result;
}

} // namespace

bool mayShareTop(const Segment& segment, Index node)
{
    return segment.nodes[node].height <= segment.nodes.front().height;
}

std::vector<Index> assignRanks(const Segment& segment)
{
    const std::size_t n = segment.nodes.size();
    std::vector<Index> rank(n);
    if (n == 0) return rank;
    const Incidence incidence(segment);

    // What pulls a node down is one line per tensor it writes; what holds it up is one line per
    // tensor it reads. Where these are equal a node stays below its producer, so that branches
    // begin at their fork, unless nothing above it hangs on the trunk.
    std::vector<Index> pullDown(n);
    std::vector<Index> holdUp(n);
    std::vector<std::uint8_t> seen(segment.bundleCount);
    for (const SegmentEdge& edge : segment.edges) {
        if (edge.stub) continue;
        if (!seen[edge.bundle]) ++pullDown[edge.from];
        seen[edge.bundle] = 1;
        ++holdUp[edge.to];
    }
    std::vector<std::uint8_t> hanging(n, 1);
    for (const Index v : findTrunk(segment))
        hanging[v] = 0;
    for (Index v = 0; v < n; ++v)
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i)
            if (!hanging[segment.edges[incidence.in[i]].from]) hanging[v] = 0;

    const Rows rows = arrangeBranches(segment, incidence);
    const auto highestAllowed = [&](Index v) {
        Index result = v == 0 || !segment.pinTop || mayShareTop(segment, v) ? 0 : 1;
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i)
            result = std::max(result, rank[segment.edges[incidence.in[i]].from] + 1 + rows.delay[v]);
        return result;
    };
    const auto moveDown = [&] {
        for (auto v = static_cast<Index>(n); v-- > 0;) {
            if (v == 0 && segment.pinTop) break;
            const bool wants = hanging[v] ? pullDown[v] >= holdUp[v] : pullDown[v] > holdUp[v];
            if (pullDown[v] == 0 || !wants || rows.inRow[v]) continue;
            Index limit = kNone;
            for (Index i = incidence.outBegin[v]; i < incidence.outBegin[v + 1]; ++i)
                limit = std::min(limit, rank[segment.edges[incidence.out[i]].to]);
            if (limit != kNone && limit > 0) rank[v] = std::max(rank[v], limit - 1);
        }
    };
    for (Index v = 0; v < n; ++v)
        rank[v] = highestAllowed(v);
    const auto last = static_cast<Index>(n - 1);
    const auto sinkLast = [&] {
        if (!segment.pinBottom || n < 2) return;
        rank[last] = 0;
        rank[last] = *std::max_element(rank.begin(), rank.end()) + 1;
    };
    sinkLast();
    moveDown();
    for (Index v = 0; v < n; ++v)
        if (holdUp[v] > pullDown[v]) rank[v] = std::min(rank[v], highestAllowed(v)); // its delay counts once
    sinkLast();
    moveDown();
    wrapOperands(segment, incidence, rank);
    dropEmptyRanks(rank);
    return rank;
}

bool ranksAreValid(const Segment& segment, const std::vector<Index>& ranks)
{
    const std::size_t n = segment.nodes.size();
    if (ranks.size() != n) return false;
    if (n == 0) return true;
    for (const Index rank : ranks)
        if (rank >= n) return false;
    std::vector<Index> count(n);
    for (const Index rank : ranks)
        ++count[rank];
    const Index highest = *std::max_element(ranks.begin(), ranks.end());
    for (Index r = 0; r <= highest; ++r)
        if (count[r] == 0) return false;
    for (const SegmentEdge& edge : segment.edges)
        if (ranks[edge.from] >= ranks[edge.to]) return false;
    if (segment.pinTop && ranks.front() != 0) return false;
    for (Index v = 1; v < n && segment.pinTop; ++v)
        if (ranks[v] == 0 && !mayShareTop(segment, v)) return false;
    return !segment.pinBottom || (ranks.back() == highest && count[highest] == 1);
}

std::vector<Index> findTrunk(const Segment& segment)
{
    const std::size_t n = segment.nodes.size();
    if (n == 0) return {};
    std::vector<Index> length(n, segment.pinTop ? 0 : 1); // 0: not reached
    std::vector<Index> before(n, kNone);
    if (segment.pinTop) length[0] = 1;
    std::vector<Index> equals; // of several longest paths the middle one has lines on both sides
    const Incidence incidence(segment);
    for (Index v = 0; v < n; ++v) {
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i) {
            if (segment.edges[incidence.in[i]].stub) continue;
            const Index from = segment.edges[incidence.in[i]].from;
            if (length[from] != 0 && length[from] + 1 > length[v]) length[v] = length[from] + 1;
        }
        equals.clear();
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i) {
            const SegmentEdge& edge = segment.edges[incidence.in[i]];
            if (!edge.stub && length[edge.from] != 0 && length[edge.from] + 1 == length[v])
                equals.push_back(edge.from);
        }
        if (!equals.empty()) before[v] = equals[(equals.size() - 1) / 2];
    }
    auto end = static_cast<Index>(n - 1);
    if (!segment.pinBottom || length[end] == 0) {
        equals.clear();
        const Index longest = *std::max_element(length.begin(), length.end());
        for (Index v = 0; v < n; ++v)
            if (length[v] == longest) equals.push_back(v);
        end = equals[(equals.size() - 1) / 2];
    }
    std::vector<Index> trunk;
    for (Index v = end; v != kNone; v = before[v])
        trunk.push_back(v);
    std::reverse(trunk.begin(), trunk.end());
    return trunk;
}

std::vector<std::uint8_t> findSpines(const Segment& segment)
{
    const std::size_t n = segment.nodes.size();
    const Incidence incidence(segment);
    // Edges on the longest path to and from each node, and the last and first of them.
    std::vector<Index> into(n), outOf(n);
    std::vector<Index> mainIn(n, kNone), mainOut(n, kNone);
    for (Index v = 0; v < n; ++v)
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i) {
            const Index e = incidence.in[i];
            if (segment.edges[e].stub || into[segment.edges[e].from] + 1 <= into[v]) continue;
            into[v] = into[segment.edges[e].from] + 1;
            mainIn[v] = e;
        }
    for (auto v = static_cast<Index>(n); v-- > 0;)
        for (Index i = incidence.outBegin[v]; i < incidence.outBegin[v + 1]; ++i) {
            const Index e = incidence.out[i];
            if (segment.edges[e].stub || outOf[segment.edges[e].to] + 1 <= outOf[v]) continue;
            outOf[v] = outOf[segment.edges[e].to] + 1;
            mainOut[v] = e;
        }
    std::vector<std::uint8_t> spine(segment.edges.size());
    for (Index e = 0; e < segment.edges.size(); ++e)
        spine[e] = mainIn[segment.edges[e].to] == e && mainOut[segment.edges[e].from] == e;
    return spine;
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/ranking.h"

#include <algorithm>
#include <cmath>
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

/// In how many rows so many operands stand above their reader.
Index rowsOf(std::size_t operands)
{
    return operands < 3 ? 1 : operands < 7 ? 2 : operands < 16 ? 3 : 4;
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
        const Index rows = std::min(rowsOf(operands.size()), rank[reader]);
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

/// Per node: ranks that it stands lower than it could. Many chains side by side from one box to
/// another, or to their ends, stand in several rows, the lines to the lower rows between them.
std::vector<Index> delayChains(const Segment& segment, const Incidence& incidence)
{
    const auto n = static_cast<Index>(segment.nodes.size());
    std::vector<Index> delay(n);
    const auto inputs = [&](Index v) { return incidence.inBegin[v + 1] - incidence.inBegin[v]; };
    const auto outputs = [&](Index v) { return incidence.outBegin[v + 1] - incidence.outBegin[v]; };
    struct Chain {
        Index end = kNone; ///< the box below, if there is one
        Index length = 0;
        Index head = 0;
    };
    std::vector<Chain> chains;
    for (Index fork = 0; fork < n; ++fork) {
        if (rowsOfChains(outputs(fork)) < 2) continue;
        chains.clear();
        for (Index i = incidence.outBegin[fork]; i < incidence.outBegin[fork + 1]; ++i) {
            Chain chain{kNone, 0, segment.edges[incidence.out[i]].to};
            Index v = chain.head;
            for (; inputs(v) == 1 && outputs(v) == 1; ++chain.length)
                v = segment.edges[incidence.out[incidence.outBegin[v]]].to;
            if (inputs(v) == 1 && outputs(v) == 0 && !(segment.pinBottom && v + 1 == n))
                ++chain.length;
            else
                chain.end = v;
            if (chain.length > 0) chains.push_back(chain);
        }
        std::stable_sort(chains.begin(), chains.end(), [](const Chain& a, const Chain& b) {
            return a.end != b.end ? a.end < b.end : a.length < b.length;
        });
        for (std::size_t begin = 0, end = 0; begin < chains.size(); begin = end) {
            while (end < chains.size() && chains[end].end == chains[begin].end
                   && chains[end].length == chains[begin].length)
                ++end;
            const Index rows = rowsOfChains(end - begin);
            for (std::size_t i = begin; i < end; ++i)
                delay[chains[i].head] = static_cast<Index>((i - begin) % rows) * chains[i].length;
        }
    }
    return delay;
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

    const std::vector<Index> delay = delayChains(segment, incidence);
    const auto highestAllowed = [&](Index v) {
        Index result = v == 0 || !segment.pinTop || mayShareTop(segment, v) ? 0 : 1;
        for (Index i = incidence.inBegin[v]; i < incidence.inBegin[v + 1]; ++i)
            result = std::max(result, rank[segment.edges[incidence.in[i]].from] + 1 + delay[v]);
        return result;
    };
    const auto moveDown = [&] {
        for (auto v = static_cast<Index>(n); v-- > 0;) {
            if (v == 0 && segment.pinTop) break;
            const bool wants = hanging[v] ? pullDown[v] >= holdUp[v] : pullDown[v] > holdUp[v];
            if (pullDown[v] == 0 || !wants) continue;
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
        if (holdUp[v] > pullDown[v]) rank[v] = highestAllowed(v);
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

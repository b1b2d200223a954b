// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/base/parallel.h"
#include "core/layout/layout.h"
#include "core/layout/ordering.h"
#include "core/layout/plan.h"
#include "core/layout/ranking.h"
#include "core/layout/refine.h"
#include "core/layout/segment_layout.h"
#include "core/layout/sides.h"
#include "core/layout/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>

namespace alignscope::layout
{

namespace
{

using Clock = std::chrono::steady_clock;

/// Beyond these dot does not come to an end in useful time.
constexpr std::size_t kMaxDotNodes = 1500;
constexpr std::size_t kMaxDotBends = 12000; ///< of its edges, each for itself

/// The worse of dot's order and ours is refined as well in graphs of no more boxes, where it takes milliseconds...
constexpr std::size_t kMostBoxesTwice = 500;
constexpr Index kMostItemsTwice = 600; ///< ...and in segments of no more items (boxes and bends)

/// One edge in so many may be a stub that dot hears of all the same.
constexpr std::size_t kStubsAsked = 16;

/// The edges that the fast layout drew; empty when there is nothing to gain or too much to ask.
struct Asked {
    DotQuestion question;
    std::vector<Index> edges; ///< edge of the segment for each edge of the question
    bool tooMuch = false;
    bool nothingToGain = false;
};

Asked makeQuestion(const Segment& segment, const SegmentLayout& fast)
{
    Asked asked;
    asked.nothingToGain = fast.crossings == 0;
    std::size_t bends = 0;
    const auto stubs = static_cast<std::size_t>(
        std::count_if(fast.edges.begin(), fast.edges.end(), [](const Route& route) { return route.stub; }));
    const bool fewStubs = stubs * kStubsAsked <= segment.edges.size();
    const std::vector<Index> rank = assignRanks(segment);
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        if (edge.stub || (fast.edges[e].stub && !fewStubs)) continue;
        asked.question.edges.push_back({edge.from, edge.to});
        asked.edges.push_back(e);
        bends += rank[edge.to] - rank[edge.from] - 1;
        if (fast.edges[e].stub) continue; // asked for so that its reader stays below its producer
        asked.nothingToGain = asked.nothingToGain && fast.edges[e].points.size() == 2;
    }
    asked.question.nodeCount = static_cast<Index>(segment.nodes.size());
    asked.question.pinTop = segment.pinTop;
    for (Index v = 0; v < segment.nodes.size() && segment.pinTop; ++v)
        asked.question.topAlone = asked.question.topAlone || !mayShareTop(segment, v);
    asked.question.pinBottom = segment.pinBottom;
    asked.tooMuch = segment.nodes.size() > kMaxDotNodes || bends > kMaxDotBends;
    return asked;
}

/// A drawing with dot's ranks and order, our coordinates and lines. Nothing if they do not fit.
std::optional<Candidate> drawByDot(const Segment& segment, const Asked& asked, const DotOrder& order,
                                       const std::stop_token& stop)
{
    if (!ranksAreValid(segment, order.rank)) return std::nullopt;
    Layering layering = makeLayering(segment, order.rank);
    // A tensor's bend stands at the mean of the bends that its edges have in dot.
    std::vector<double> sum(layering.itemCount());
    std::vector<double> count(layering.itemCount());
    for (Index v = 0; v < layering.nodeCount; ++v) {
        sum[v] = order.order[v];
        count[v] = 1;
    }
    for (std::size_t i = 0; i < asked.edges.size(); ++i) {
        const SegmentEdge& edge = segment.edges[asked.edges[i]];
        if (layering.stub[asked.edges[i]]) continue;
        for (std::size_t b = 0; b < order.bends[i].size(); ++b) {
            const Index item = layering.itemOnRank(edge, order.rank[edge.from] + 1 + static_cast<Index>(b));
            sum[item] += order.bends[i][b];
            count[item] += 1;
        }
    }
    const auto key = [&](Index item) { return count[item] > 0 ? sum[item] / count[item] : 0; };
    for (auto& layer : layering.layers)
        std::stable_sort(layer.begin(), layer.end(), [&](Index a, Index b) { return key(a) < key(b); });
    layering.updatePlaces();
    polishOrder(layering, stop);
    orderLayers(layering, Care::Thorough, stop);
    balanceSides(segment, layering);
    return Candidate(segment, std::move(layering), Care::Thorough, stop);
}

/// Refines the segments, the largest first, two at a time. A segment with a second candidate becomes the better
/// of the two once both are refined. Returns whether there was time for all.
bool refineAll(const Plan& plan, std::vector<Candidate>& candidates, std::vector<std::optional<Candidate>>& seconds,
               bool twoAtATime, Clock::time_point end, const std::stop_token& stop)
{
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return candidates[a].layering.itemCount() > candidates[b].layering.itemCount();
    });
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> inTime = true;
    const auto refineNext = [&] {
        for (std::size_t i = next++; i < order.size() && !stop.stop_requested(); i = next++) {
            const std::size_t s = order[i];
            if (Clock::now() >= end) {
                inTime = false;
                continue;
            }
            refine(plan.segments[s], candidates[s], stop);
            if (!seconds[s] || candidates[s].drawing.crossings == 0) continue;
            refine(plan.segments[s], *seconds[s], stop);
            if (seconds[s]->cost < candidates[s].cost) candidates[s] = std::move(*seconds[s]);
        }
    };
    inParallel(twoAtATime && order.size() > 1, refineNext, refineNext);
    return inTime;
}

} // namespace

Result<Layout> layoutBest(const InputGraph& graph, const BestOptions& options, const Task& task)
{
    const auto end = Clock::now()
                     + std::chrono::duration_cast<Clock::duration>(
                         std::chrono::duration<double>(options.secondsInTotal));
    const Result<Plan> plan = makePlan(graph, task);
    if (!plan) return tl::unexpected(plan.error());
    std::vector<Candidate> candidates;
    std::vector<std::optional<Candidate>> seconds(plan->segments.size());
    std::vector<Asked> asked;
    std::vector<DotQuestion> questions;
    std::vector<std::size_t> segmentOf;
    bool best = true;
    for (std::size_t s = 0; s < plan->segments.size(); ++s) {
        const Segment& segment = plan->segments[s];
        candidates.emplace_back(segment, orderSegment(segment, Care::Thorough, task.stop), Care::Thorough,
                                task.stop);
        if (task.stopped()) return fail(MessageCode::Cancelled);
        asked.push_back(makeQuestion(segment, candidates.back().drawing));
        if (asked.back().tooMuch) best = false;
        if (asked.back().tooMuch || asked.back().nothingToGain) continue;
        questions.push_back(asked.back().question);
        segmentOf.push_back(s);
    }
    std::size_t done = 0;
    const PoolOptions pool{options.workerProgram, options.processes, options.secondsPerSegment,
                           options.secondsInTotal};
    const bool finished = askWorkers(
        questions, pool, task.stop, [&](std::size_t question, const std::optional<DotOrder>& order) {
            const std::size_t s = segmentOf[question];
            auto drawn = order ? drawByDot(plan->segments[s], asked[s], *order, task.stop) : std::nullopt;
            if (!drawn)
                best = false;
            else {
                if (drawn->cost < candidates[s].cost) std::swap(candidates[s], *drawn);
                if (plan->nodes.size() <= kMostBoxesTwice && drawn->layering.itemCount() <= kMostItemsTwice)
                    seconds[s] = std::move(drawn);
            }
            task.report(static_cast<double>(++done) / static_cast<double>(questions.size() + 1));
        });
    if (!finished || task.stopped()) return fail(MessageCode::Cancelled);
    best = refineAll(*plan, candidates, seconds, options.processes > 1, end, task.stop) && best;
    if (task.stopped()) return fail(MessageCode::Cancelled);
    std::vector<SegmentLayout> segments;
    for (Candidate& candidate : candidates)
        segments.push_back(std::move(candidate.drawing));
    Layout layout = compose(*plan, segments, graph.direction);
    layout.best = best;
    task.report(1);
    return layout;
}

} // namespace alignscope::layout

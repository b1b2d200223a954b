// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/proposals.h"

#include "core/cascade/evaluate.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>
#include <utility>

namespace alignscope {
namespace {

constexpr std::string_view kGoalNames[] = {"edges", "loss", "promises"};

std::int64_t millionths(double bits) { return std::llround(bits * 1e6); }

// Less is better.
std::int64_t goalValue(Goal goal, const Price& price)
{
    switch (goal) {
    case Goal::Edges: return price.places();
    case Goal::Loss: return millionths(price.summedBitsLost);
    case Goal::Promises: return price.brokenPromises;
    }
    return 0;
}

class ProposalSearch {
public:
    ProposalSearch(const Model& model, const Scenario& scenario, Goal goal, const Task& task)
        : m_model(model), m_goal(goal), m_task(task), m_summarize(model), m_measure(model), m_scenario(scenario)
    {
        adopt(evaluate(model, scenario));
        for (const Option& option : optionsOf(model, scenario)) m_candidates.push_back({option, {}, {}, {}, false, 0});
        // Beyond this the footprints would cost more memory than they save time.
        m_words = (model.graph->operationCount() + 63) / 64;
        m_local = m_words * m_candidates.size() <= kMostWords;
    }

    Proposals run() &&
    {
        Proposals found;
        found.start = m_summary;
        found.error = m_outcome->error;
        if (found.error) return found;
        while (true) {
            if (!refresh()) return found;
            const Candidate* best = bestCandidate();
            if (best == nullptr) {
                // What a step changes elsewhere is estimated from what it moved; the end is certain.
                if (std::all_of(m_candidates.begin(), m_candidates.end(),
                                [&](const Candidate& c) { return c.round == m_round; }))
                    break;
                forget([](const Candidate&) { return true; });
                continue;
            }
            if (best->round != m_round) {
                forget([best](const Candidate& c) { return &c == best; });
                continue;
            }
            found.steps.push_back(take(*best));
        }
        found.complete = true;
        m_task.report(1);
        return found;
    }

private:
    struct Candidate {
        Option option;
        Price price;
        Reach reach;
        std::vector<std::uint64_t> footprint; ///< operations that it moves, a bit each
        bool usable = false;                  ///< the engine does not stop and it is not in force
        std::uint32_t round = 0;              ///< in which it was measured; 0: not measured
    };
    static constexpr std::size_t kMostWords = 8U << 20U;

    void adopt(Outcome outcome)
    {
        m_outcome = std::make_unique<const Outcome>(std::move(outcome));
        m_before = std::make_unique<const ResolvedTable>(m_outcome->table);
        m_summary = m_summarize(*m_outcome);
    }

    void measure(Candidate& candidate)
    {
        candidate.round = m_round;
        candidate.usable = false;
        if (inForce(m_model, m_scenario, candidate.option)) return;
        const Outcome outcome = evaluate(m_model, withOption(m_model, m_scenario, candidate.option));
        if (outcome.error) return;
        candidate.usable = true;
        candidate.price = priceOf(m_summary, m_summarize(outcome));
        candidate.reach = m_measure(*m_before, ResolvedTable(outcome.table), OpId());
        if (m_local) candidate.footprint = footprintOf(candidate.option.operation);
    }

    // The operations that the last measured outcome moved, and the one that was asked.
    std::vector<std::uint64_t> footprintOf(OpId asked) const
    {
        std::vector<std::uint64_t> bits(m_words, 0);
        const auto mark = [&](OpId id) { bits[id.index() / 64] |= std::uint64_t{1} << (id.index() % 64); };
        mark(asked);
        for (const OpId id : m_measure.operations()) mark(id);
        return bits;
    }

    template <class Which> void forget(Which which)
    {
        for (Candidate& candidate : m_candidates)
            if (which(candidate)) candidate.round = 0;
    }

    // Measures what was forgotten; false when the task was stopped.
    bool refresh()
    {
        std::size_t done = 0;
        for (Candidate& candidate : m_candidates) {
            if (m_task.stopped()) return false;
            ++done;
            if (candidate.round != 0) continue;
            measure(candidate);
            if (m_round == 1)
                m_task.report(0.5 * static_cast<double>(done) / static_cast<double>(m_candidates.size()));
        }
        const auto helping = static_cast<double>(std::count_if(
            m_candidates.begin(), m_candidates.end(), [&](const Candidate& c) { return c.usable && helps(m_goal, c.price); }));
        if (m_round == 1) m_helpedAtFirst = helping;
        if (m_helpedAtFirst > 0) m_progress = std::max(m_progress, 0.5 + 0.5 * (1 - helping / m_helpedAtFirst));
        m_task.report(std::min(m_progress, 0.99));
        return true;
    }

    [[nodiscard]] const Candidate* bestCandidate() const
    {
        const auto key = [this](const Candidate& c) {
            return std::tuple(goalValue(m_goal, c.price), m_goal == Goal::Promises ? c.price.places() : 0,
                              c.reach.slots.all(), millionths(c.price.summedBitsLost));
        };
        const Candidate* best = nullptr;
        for (const Candidate& candidate : m_candidates) // the first of equals stays
            if (candidate.usable && helps(m_goal, candidate.price) && (best == nullptr || key(candidate) < key(*best)))
                best = &candidate;
        return best;
    }

    Proposal take(const Candidate& best)
    {
        Proposal step{best.option, withOption(m_model, m_scenario, best.option), {}, {}, best.price};
        Outcome outcome = evaluate(m_model, step.scenario);
        step.reach = m_measure(*m_before, ResolvedTable(outcome.table), best.option.operation);
        const std::vector<std::uint64_t> near = neighbourhood(outcome);
        m_scenario = step.scenario;
        adopt(std::move(outcome));
        step.summary = m_summary;
        ++m_round;
        forget([&](const Candidate& candidate) {
            if (!m_local || !candidate.usable) return true;
            for (std::size_t i = 0; i < m_words; ++i)
                if ((candidate.footprint[i] & near[i]) != 0) return true;
            return false;
        });
        return step;
    }

    // Operations that can see what the last measured step moved: they share a tensor or a group with it.
    std::vector<std::uint64_t> neighbourhood(const Outcome& outcome) const
    {
        const SlotList& slots = m_model.baseline.slots();
        const ResolvedTable after(outcome.table);
        std::vector<bool> operations(m_model.graph->operationCount(), false);
        std::vector<bool> tensors(m_model.graph->tensorCount(), false);
        std::vector<bool> roots(slots.size(), false);
        for (const OpId id : m_measure.operations()) operations[id.index()] = true;
        const auto markRoot = [&](SlotId root) {
            if (root) roots[root.index()] = true;
        };
        for (std::uint32_t i = 0; i < slots.size(); ++i) {
            const SlotId id(i);
            if (!operations[slots[id].operation.index()]) continue;
            tensors[slots[id].tensor.index()] = true;
            markRoot(m_before->root(id));
            markRoot(after.root(id));
        }
        std::vector<std::uint64_t> bits(m_words, 0);
        for (std::uint32_t i = 0; i < slots.size(); ++i) {
            const SlotId id(i);
            const OpId operation = slots[id].operation;
            const SlotId root = after.root(id);
            if (operations[operation.index()] || tensors[slots[id].tensor.index()] || (root && roots[root.index()]))
                bits[operation.index() / 64] |= std::uint64_t{1} << (operation.index() % 64);
        }
        return bits;
    }

    const Model& m_model;
    const Goal m_goal;
    const Task& m_task;
    const Summarizer m_summarize;
    ReachMeter m_measure;
    Scenario m_scenario;
    std::unique_ptr<const Outcome> m_outcome;
    std::unique_ptr<const ResolvedTable> m_before;
    Summary m_summary;
    std::vector<Candidate> m_candidates;
    std::size_t m_words = 0;
    bool m_local = false;
    std::uint32_t m_round = 1;
    double m_helpedAtFirst = 0;
    double m_progress = 0;
};

} // namespace

std::string_view toText(Goal goal) noexcept { return kGoalNames[static_cast<std::size_t>(goal)]; }

std::optional<Goal> goalFromText(std::string_view text) noexcept
{
    const auto* found = std::find(std::begin(kGoalNames), std::end(kGoalNames), text);
    if (found == std::end(kGoalNames)) return std::nullopt;
    return static_cast<Goal>(found - std::begin(kGoalNames));
}

bool helps(Goal goal, const Price& price) noexcept
{
    if (goal == Goal::Loss && (price.places() > 0 || price.brokenPromises > 0)) return false;
    return goalValue(goal, price) < 0;
}

Proposals propose(const Model& model, const Scenario& scenario, Goal goal, const Task& task)
{
    if (!model.baseline.slotList()) return {};
    return ProposalSearch(model, scenario, goal, task).run();
}

} // namespace alignscope

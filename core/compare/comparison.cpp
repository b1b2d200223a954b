// SPDX-License-Identifier: Apache-2.0
#include "core/compare/comparison.h"

#include "core/align/strict_claims.h"
#include "core/cascade/causes.h"
#include "core/cascade/evaluate.h"
#include "core/compare/difference_explainer.h"
#include "core/compare/model_match.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace alignscope {
namespace {

// Every slot that differs, without reasons.
std::vector<SlotDifference> differences(const TqcTable& from, const TqcTable& to)
{
    std::vector<SlotDifference> slots;
    for (std::uint32_t i = 0; i < to.size(); ++i) {
        const SlotId slot(i);
        const SlotValue a = slotValue(from, slot);
        const SlotValue b = slotValue(to, slot);
        const bool parameters = !sameParameters(a.parameters, b.parameters);
        if (parameters || a.state != b.state || a.master != b.master)
            slots.push_back({slot, parameters, {}, {}});
    }
    return slots;
}

bool sameValue(const TqcTable& a, const TqcTable& b, SlotId slot)
{
    return a.state(slot) == b.state(slot) && a.root(slot) == b.root(slot) && sameParameters(a.effective(slot), b.effective(slot));
}

// Only the strict engine honours bindings, pins and excluded edges: where they change its outcome, that is a
// reason (S5), beside others; everywhere else the reasons are those that there are without them.
class EngineReasons {
public:
    EngineReasons(const Model& model, const Scenario& scenario, const Outcome& ppq, const Outcome& strict)
        : m_strict(strict), m_explainer(model, scenario, ppq, strict)
    {
        if (scenario.bindings.empty() && scenario.pins.empty() && scenario.excludedEdges.empty()) return;
        m_plainScenario = scenario;
        m_plainScenario.bindings.clear();
        m_plainScenario.pins.clear();
        m_plainScenario.excludedEdges.clear();
        m_plainScenario.engine = Engine::Ppq; // the same outcome, but its steps refuse nothing
        m_plainPpq = std::make_unique<Outcome>(evaluate(model, m_plainScenario));
        m_plainScenario.engine = Engine::Strict;
        m_plain = std::make_unique<Outcome>(evaluate(model, m_plainScenario));
        m_plainExplainer = std::make_unique<DifferenceExplainer>(model, m_plainScenario, *m_plainPpq, *m_plain);
    }

    [[nodiscard]] std::vector<DifferenceReason> operator()(SlotId slot)
    {
        if (!m_plain) return m_explainer.reasonsFor(slot);
        if (sameValue(m_strict.table, m_plain->table, slot)) return m_plainExplainer->reasonsFor(slot);
        auto reasons = m_explainer.reasonsFor(slot);
        std::erase_if(reasons, [](const DifferenceReason& reason) {
            return reason.rule == DifferenceRule::ByHand || reason.rule == DifferenceRule::Unexplained;
        });
        reasons.push_back({DifferenceRule::ByHand, {}});
        std::sort(reasons.begin(), reasons.end());
        return reasons;
    }

private:
    const Outcome& m_strict;
    DifferenceExplainer m_explainer;
    Scenario m_plainScenario;
    std::unique_ptr<Outcome> m_plainPpq;
    std::unique_ptr<Outcome> m_plain; ///< of the strict engine without what is done by hand; null: nothing is
    std::unique_ptr<DifferenceExplainer> m_plainExplainer;
};

// The operation of the step that last had a hand in a slot; invalid when none had.
OpId lastOperation(const Evaluation& evaluation, SlotId slot)
{
    if (evaluation.cascade.change(slot) == nullptr) return {};
    const auto last = evaluation.causes().lastCause(slot);
    return last ? evaluation.outcome.steps[*last].operation : OpId{};
}

void nameOperations(Comparison& comparison)
{
    for (SlotDifference& difference : comparison.slots) {
        difference.operation = lastOperation(*comparison.to, difference.slot);
        if (!difference.operation && comparison.from->outcome.steps.size() > 0)
            difference.operation = lastOperation(*comparison.from, difference.slot);
    }
}

// The other file's values on the graph of this one.
TqcTable carriedOver(const Model& other, const ModelMatch& match, const Outcome& here)
{
    TqcTable table = here.table;
    const auto copyOwn = [&](SlotId slot, const ParameterView& values) {
        if (!values.known())
            table.clearOwn(slot);
        else if (values.perChannel)
            table.setOwn(slot, ChannelParameters{{values.scale.begin(), values.scale.end()},
                                                 {values.offset.begin(), values.offset.end()}});
        else
            table.setOwn(slot, values.scale[0], values.offset[0]);
    };
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId slot(i);
        const SlotId there = match.slotThere[i];
        if (!there) {
            // It keeps what it has, on its own if its master may get other values.
            const SlotId root = here.table.root(slot);
            if (root && match.slotThere[root.index()]) copyOwn(slot, here.table.effective(slot));
            table.record(slot).dominator = root && !match.slotThere[root.index()] ? root.value() : i;
            continue;
        }
        table.record(slot).state = other.baseline.state(there);
        const SlotId root = other.baseline.root(there);
        const SlotId master = root ? match.slotHere[root.index()] : SlotId{};
        table.record(slot).dominator = master ? master.value() : i;
        copyOwn(slot, master && master != slot ? ParameterView{} : other.baseline.effective(there));
    }
    return table;
}

void listUnmatched(const Model& model, const std::vector<OpId>& operations, const std::vector<SlotId>& slots,
                   Unmatched& list)
{
    for (const OpId operation : operations) list.operations.push_back(model.graph->operation(operation).id);
    for (const SlotId slot : slots) list.slots.push_back(model.baseline.slots().id(slot));
}

} // namespace

std::vector<Comparison::Count> Comparison::counts(bool onlyParameters) const
{
    std::array<std::size_t, kDifferenceRules> perRule{};
    for (const SlotDifference& difference : slots) {
        if (onlyParameters && !difference.parameters) continue;
        const DifferenceReason* last = nullptr;
        for (const DifferenceReason& reason : difference.reasons) { // sorted by rule
            if (last == nullptr || last->rule != reason.rule) ++perRule.at(static_cast<std::size_t>(reason.rule));
            last = &reason;
        }
    }
    std::vector<Count> result;
    for (std::size_t i = 0; i < perRule.size(); ++i)
        if (perRule.at(i) > 0) result.push_back({static_cast<DifferenceRule>(i), perRule.at(i)});
    return result;
}

std::size_t Comparison::parameterDifferences() const
{
    return static_cast<std::size_t>(
        std::count_if(slots.begin(), slots.end(), [](const SlotDifference& d) { return d.parameters; }));
}

Comparison compareEngines(const std::shared_ptr<const Model>& model, const Scenario& scenario, const Task& task)
{
    Scenario other = scenario;
    other.engine = scenario.engine == Engine::Ppq ? Engine::Strict : Engine::Ppq;
    Comparison result{makeEvaluation(model, other), makeEvaluation(model, scenario), {}, {}, {}, {}};
    if (!model->slotGraph || !model->baseline.slotList()) return result;
    result.slots = differences(result.from->outcome.table, result.to->outcome.table);
    if (result.slots.empty() || task.stopped()) return result;
    const bool strictHere = scenario.engine == Engine::Strict;
    const Outcome& strict = strictHere ? result.to->outcome : result.from->outcome;
    const Outcome& ppq = strictHere ? result.from->outcome : result.to->outcome;
    EngineReasons reasonsFor(*model, scenario, ppq, strict);
    for (SlotDifference& difference : result.slots) {
        if (task.stopped()) break;
        difference.reasons = reasonsFor(difference.slot);
        difference.operation = difference.reasons.front().operation;
    }
    return result;
}

Comparison compareOrders(const std::shared_ptr<const Model>& model, const Scenario& scenario, OperationOrderKind order)
{
    auto reordered = std::make_shared<const Model>(withOrder(*model, order));
    Comparison result{makeEvaluation(std::move(reordered), scenario), makeEvaluation(model, scenario), {}, {}, {}, {}};
    if (!model->slotGraph || !model->baseline.slotList()) return result;
    result.slots = differences(result.from->outcome.table, result.to->outcome.table);
    nameOperations(result);
    for (SlotDifference& difference : result.slots)
        difference.reasons = {{DifferenceRule::LaterOperationWins, difference.operation}};
    return result;
}

Comparison compareScenarios(const std::shared_ptr<const Model>& model, const Scenario& from, const Scenario& to)
{
    Comparison result{makeEvaluation(model, from), makeEvaluation(model, to), {}, {}, {}, {}};
    if (!model->baseline.slotList()) return result;
    result.slots = differences(result.from->outcome.table, result.to->outcome.table);
    nameOperations(result);
    return result;
}

Comparison compareModels(const Model& other, const std::shared_ptr<const Evaluation>& here)
{
    const Model& model = *here->model;
    const ModelMatch match = matchModels(model, other);
    auto from = std::make_shared<Evaluation>();
    from->model = here->model;
    Comparison result{from, here, {}, {}, {}, {}};
    listUnmatched(model, match.operationsHere, match.slotsHere, result.unmatchedHere);
    listUnmatched(other, match.operationsThere, match.slotsThere, result.unmatchedThere);
    if (!model.baseline.slotList()) return result;
    from->outcome.table = carriedOver(other, match, here->outcome);
    from->cascade = diff(model, from->outcome);
    result.slots = differences(from->outcome.table, here->outcome.table);
    std::erase_if(result.slots, [&](const SlotDifference& d) { return !match.slotThere[d.slot.index()]; });
    nameOperations(result);
    for (std::uint32_t i = 0; i < match.slotThere.size(); ++i)
        if (match.slotThere[i]
            && !sameStrictScheme(model.baseline.slots()[SlotId(i)].scheme, other.baseline.slots()[match.slotThere[i]].scheme))
            result.otherSchemes.emplace_back(i);
    return result;
}

} // namespace alignscope

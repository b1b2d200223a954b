// SPDX-License-Identifier: Apache-2.0
#include "tests/support/strict_rules.h"

#include "core/align/by_hand.h"
#include "core/align/hull.h"
#include "core/base/numbers.h"
#include "core/cascade/cascade.h"
#include "core/cascade/causes.h"
#include "core/cascade/replay.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace alignscope::test {
namespace {

bool sameBits(float a, float b) { return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b); }

// The sets that S1 to S5 form and the parameters that S6 gives them: labels that are merged one by one, with
// nothing of the production code but the loaded table and the hull.
class Oracle {
public:
    Oracle(const Model& model, const Scenario& scenario)
        : m_model(model), m_scenario(scenario), m_table(model.baseline), m_slots(model.baseline.slots()),
          m_graph(*model.graph), m_label(m_table.size()), m_detached(m_table.size(), false)
    {
        for (std::uint32_t i = 0; i < m_label.size(); ++i) m_label[i] = i;
        claimAll();
        std::map<SlotId, std::uint32_t> stayed; // S2, by loaded root
        for (std::uint32_t i = 0; i < m_label.size(); ++i)
            if (const SlotId root = m_table.root(SlotId(i)); root && !m_detached[i] && !floats(SlotId(i)))
                merge(stayed.emplace(root, i).first->second, i);
        for (const Claim& claim : m_claims) // S3
            for (const SlotId slot : claim.slots) merge(claim.slots[0].value(), slot.value());
        for (const Claim& claim : m_claims) // S4
            for (const SlotId slot : claim.slots)
                if (m_detached[slot.index()])
                    if (const SlotId above = producerOf(slot); above && rejoins(claim, above, slot))
                        merge(above.value(), slot.value());
        byHand();
    }

    struct Claim {
        OpId operation;
        Method method;
        bool overlap;
        std::vector<SlotId> slots;
        std::vector<SlotId> authorities;
    };
    [[nodiscard]] const std::vector<Claim>& claims() const { return m_claims; }
    [[nodiscard]] std::uint32_t label(SlotId slot) const { return m_label[slot.index()]; }
    [[nodiscard]] bool floats(SlotId slot) const
    {
        return m_table.state(slot) == TqcState::Fp32 || m_table.state(slot) == TqcState::Soi;
    }
    /// Parameters that a set gets; none: its slots keep what they were loaded with.
    [[nodiscard]] std::optional<TensorParameters> parametersOf(std::uint32_t label) const
    {
        const auto known = m_known.find(label);
        return known != m_known.end() ? known->second : m_known[label] = compute(label);
    }

private:
    [[nodiscard]] std::optional<TensorParameters> compute(std::uint32_t label) const
    {
        std::vector<TensorParameters> pins;
        for (const auto& [slot, value] : m_pins)
            if (m_label[slot.index()] == label) pins.push_back(value);
        if (!pins.empty()) {
            for (const TensorParameters& pin : pins)
                if (!sameBits(pin.scale, pins[0].scale) || !sameBits(pin.offset, pins[0].offset)) return std::nullopt;
            return pins[0];
        }
        std::set<SlotId> authorities;
        bool hand = false;
        for (const auto& [slot, master] : m_bound) {
            if (m_label[slot.index()] != label) continue;
            hand = true;
            const bool bound = std::any_of(m_bound.begin(), m_bound.end(), [&](const auto& b) { return b.first == master; });
            if (!bound) authorities.insert(master);
        }
        for (const Claim& claim : m_claims)
            if (!hand && m_label[claim.slots[0].index()] == label)
                authorities.insert(claim.authorities.begin(), claim.authorities.end());
        if (authorities.empty()) return std::nullopt;
        std::vector<TensorParameters> values;
        SlotId first;
        for (const SlotId slot : authorities) {
            const ParameterView view = m_table.effective(slot);
            values.push_back({view.scale[0], view.offset[0]});
            if (!first || m_slots.id(slot) < m_slots.id(first)) first = slot;
        }
        return hullOf(values, m_slots[first].scheme);
    }

    [[nodiscard]] bool joinable(SlotId slot) const
    {
        const Scheme& scheme = m_slots[slot].scheme;
        const ParameterView view = m_table.effective(slot);
        return !floats(slot) && view.known() && view.scale.size() == 1 && scheme.has(policy::kPerTensor)
            && scheme.has(policy::kLinear) && !scheme.has(policy::kFloating) && !scheme.has(policy::kDynamic);
    }
    [[nodiscard]] bool oneScheme(SlotId a, SlotId b) const
    {
        const Scheme& x = m_slots[a].scheme;
        const Scheme& y = m_slots[b].scheme;
        return x.policy == y.policy && x.bits == y.bits && x.quantMin == y.quantMin && x.quantMax == y.quantMax;
    }
    void merge(std::uint32_t a, std::uint32_t b)
    {
        const std::uint32_t from = m_label[b];
        const std::uint32_t to = m_label[a];
        if (from == to) return;
        for (std::uint32_t& label : m_label)
            if (label == from) label = to;
    }
    [[nodiscard]] SlotId producerOf(SlotId slot) const
    {
        const TensorId tensor = m_slots[slot].tensor;
        const OpId producer = m_graph.producer(tensor);
        return producer ? m_slots.find(producer, SlotIo::Out, m_graph.producerIndex(tensor)) : SlotId{};
    }

    void claimAll()
    {
        for (std::uint32_t op = 0; op < m_graph.operationCount(); ++op) {
            const OpId id(op);
            const auto family = familyOf(m_graph.operation(id).type);
            if (!family || !m_slots.quantized(id)) continue;
            if (!m_model.slotGraph->everyFamilyMember() && !m_model.slotGraph->siteOf(id)->alignable) continue;
            Claim claim{id, m_scenario.method(*family), m_scenario.forceOverlap == Overlap::On, {}, {}};
            if (const auto own = m_scenario.overrides.find(m_graph.operation(id).id); own != m_scenario.overrides.end()) {
                claim.method = own->second.method.value_or(claim.method);
                if (own->second.overlap) claim.overlap = *own->second.overlap == Overlap::On;
            }
            if (claim.method != Method::None) take(std::move(claim));
        }
    }

    void take(Claim claim)
    {
        std::vector<SlotId> inputs;
        std::vector<SlotId> outputs;
        const std::uint32_t first = m_slots.firstSlot(claim.operation).value();
        const auto slots = m_slots.slotsOf(claim.operation);
        for (std::uint32_t i = 0; i < slots.size(); ++i)
            if (slots[i].data || slots[i].io == SlotIo::Out)
                (slots[i].io == SlotIo::In ? inputs : outputs).emplace_back(first + i);
        SlotId reference;
        std::vector<SlotId> wanted = inputs;
        if (claim.method == Method::Large) {
            for (auto slot = inputs.rbegin(); slot != inputs.rend(); ++slot)
                if (joinable(*slot)) reference = *slot;
        } else if (claim.method == Method::Output) {
            if (!outputs.empty()) wanted.push_back(outputs[0]);
            if (!outputs.empty() && joinable(outputs[0])) reference = outputs[0];
        } else {
            wanted = outputs;
            if (!inputs.empty()) wanted.push_back(inputs[0]);
            if (!inputs.empty() && joinable(inputs[0])) reference = inputs[0];
        }
        if (!reference) return;
        for (const SlotId slot : wanted)
            if (joinable(slot) && oneScheme(slot, reference)) claim.slots.push_back(slot);
        if (claim.slots.size() < 2) return;
        claim.authorities = claim.method == Method::Large ? claim.slots : std::vector<SlotId>{reference};
        if (claim.method != Method::Input)
            for (const SlotId slot : claim.slots)
                if (m_slots[slot].io == SlotIo::In) m_detached[slot.index()] = true;
        m_claims.push_back(std::move(claim));
    }

    // Immediate OVERLAPPED pointers; through a slot that left, those that it leaves behind.
    [[nodiscard]] std::set<SlotId> fusedWith(SlotId start) const
    {
        std::set<SlotId> fused{start};
        const auto points = [&](SlotId slot) {
            return m_table.dominator(slot) != slot && m_table.state(slot) == TqcState::Overlapped && !m_detached[slot.index()]
                && m_table.root(slot).valid();
        };
        const auto gone = [&](SlotId slot) { return m_detached[slot.index()] || floats(slot); };
        for (bool grown = true; grown;) {
            grown = false;
            for (std::uint32_t i = 0; i < m_table.size(); ++i) {
                const SlotId slot(i);
                if (!points(slot)) continue;
                const SlotId above = m_table.dominator(slot);
                if (!gone(above)) {
                    if (fused.contains(slot) != fused.contains(above)) {
                        fused.insert(slot);
                        fused.insert(above);
                        grown = true;
                    }
                    continue;
                }
                for (std::uint32_t j = 0; j < m_table.size(); ++j)
                    if (points(SlotId(j)) && m_table.dominator(SlotId(j)) == above && fused.contains(SlotId(j)) && fused.insert(slot).second)
                        grown = true;
            }
        }
        return fused;
    }

    [[nodiscard]] bool rejoins(const Claim& claim, SlotId above, SlotId slot) const
    {
        if (!joinable(above) || !oneScheme(above, slot)) return false;
        if (m_table.root(above) != m_table.root(slot)
            && !sameParameters(m_table.effective(above), m_table.effective(slot)))
            return false;
        for (const ExcludedEdge& edge : m_scenario.excludedEdges)
            if (edge.from == m_slots.id(above) && edge.to == m_slots.id(slot)
                && excludeRefusal(m_model, m_scenario, above, slot) == Reason::None)
                return false;
        if (claim.overlap) return true;
        const std::set<SlotId> fused = fusedWith(above);
        for (const SlotId member : fused) {
            if (m_slots[member].io != SlotIo::Out) continue;
            if (m_graph.tensor(m_slots[member].tensor).isGraphOutput) return false;
            for (const Use& use : m_graph.uses(m_slots[member].tensor)) {
                if (use.operation == claim.operation) continue;
                const SlotId reading = m_slots.find(use.operation, SlotIo::In, use.index);
                const bool inside = reading && fused.contains(reading)
                    && std::any_of(fused.begin(), fused.end(), [&](SlotId other) {
                           return m_slots[other].operation == use.operation && m_slots[other].io == SlotIo::Out;
                       });
                if (!inside) return false;
            }
        }
        return true;
    }

    // Whether `slot` was bound by hand to `master`, or to something that was.
    [[nodiscard]] bool followsByHand(SlotId slot, SlotId master) const
    {
        std::set<SlotId> reached{slot};
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const auto& [bound, above] : m_bound)
                if (reached.contains(bound)) reached.insert(above);
        }
        return reached.contains(master);
    }

    void byHand()
    {
        for (const ManualBinding& binding : m_scenario.bindings) {
            const SlotId slot = m_slots.findId(binding.slot);
            const SlotId master = m_slots.findId(binding.master);
            if (!slot || !master || bindRefusal(m_table, slot, master) != Reason::None || followsByHand(master, slot)) continue;
            merge(slot.value(), master.value());
            m_bound.emplace_back(slot, master);
        }
        for (const Pin& pin : m_scenario.pins)
            if (const SlotId slot = m_slots.findId(pin.slot);
                slot && pinRefusal(m_table, slot, pin.scale, pin.offset) == Reason::None)
                m_pins.emplace_back(slot, TensorParameters{pin.scale, pin.offset});
    }

    const Model& m_model;
    const Scenario& m_scenario;
    const TqcTable& m_table;
    const SlotList& m_slots;
    const Graph& m_graph;
    std::vector<std::uint32_t> m_label;
    std::vector<bool> m_detached;
    std::vector<Claim> m_claims;
    std::vector<std::pair<SlotId, SlotId>> m_bound;
    std::vector<std::pair<SlotId, TensorParameters>> m_pins;
    mutable std::map<std::uint32_t, std::optional<TensorParameters>> m_known; // by label
};

std::map<std::string, std::string> describe(const TqcTable& table)
{
    std::map<std::string, std::string> slots;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        const ParameterView values = table.effective(id);
        const SlotId root = table.root(id);
        std::string text = std::string(toText(table.state(id))) + " -> " + (root ? table.slots().id(root) : "circle");
        for (const auto list : {values.scale, values.offset})
            for (const float v : list) text.append(" ").append(toText(v));
        slots[table.slots().id(id)] = text;
    }
    return slots;
}

std::string firstDifference(const TqcTable& a, const TqcTable& b)
{
    const auto left = describe(a);
    const auto right = describe(b);
    for (const auto& [id, text] : left)
        if (const auto other = right.find(id); other == right.end() || other->second != text)
            return id + ": " + text + " | " + (other == right.end() ? "missing" : other->second);
    return {};
}

Scenario withoutPassive(Scenario scenario)
{
    scenario.passivePass = false;
    return scenario;
}

// S1 to S6 to the bit: what the oracle says of every slot.
std::string parametersViolation(const StrictCase& c, const StrictRun& run)
{
    const Scenario scenario = withoutPassive(c.scenario);
    const Outcome outcome = run(c.model, scenario);
    const Oracle oracle(c.model, scenario);
    std::map<std::uint32_t, std::optional<TensorParameters>> sets;
    for (std::uint32_t i = 0; i < outcome.table.size(); ++i) {
        const SlotId slot(i);
        const ParameterView now = outcome.table.effective(slot);
        const ParameterView loaded = c.model.baseline.effective(slot);
        const std::uint32_t label = oracle.label(slot);
        if (!sets.contains(label)) sets[label] = oracle.parametersOf(label);
        const auto& wanted = sets[label];
        const bool holds = wanted && !oracle.floats(slot)
            ? now.scale.size() == 1 && sameBits(now.scale[0], wanted->scale) && sameBits(now.offset[0], wanted->offset)
            : oracle.floats(slot) || sameParameters(now, loaded);
        if (!holds)
            return c.model.baseline.slots().id(slot) + " has " + (now.scale.empty() ? "nothing" : std::string(toText(now.scale[0])))
                + ", wanted " + (wanted ? std::string(toText(wanted->scale)) : "what was loaded");
        if (oracle.floats(slot) && outcome.table.state(slot) != c.model.baseline.state(slot))
            return c.model.baseline.slots().id(slot) + " is no longer float";
    }
    return {};
}

// S7: a set that got parameters has one root.
std::string setsViolation(const StrictCase& c, const StrictRun& run)
{
    const Scenario scenario = withoutPassive(c.scenario);
    const Outcome outcome = run(c.model, scenario);
    const Oracle oracle(c.model, scenario);
    std::map<std::uint32_t, SlotId> rootOf;
    for (std::uint32_t i = 0; i < outcome.table.size(); ++i) {
        const SlotId slot(i);
        if (oracle.floats(slot) || !oracle.parametersOf(oracle.label(slot))) continue;
        const auto [at, fresh] = rootOf.emplace(oracle.label(slot), outcome.table.root(slot));
        if (!fresh && at->second != outcome.table.root(slot))
            return c.model.baseline.slots().id(slot) + " is not with the rest of its set";
    }
    std::set<SlotId> roots;
    for (const auto& [label, root] : rootOf)
        if (!root || !roots.insert(root).second) return "two sets share a root";
    return {};
}

std::string orderViolation(const StrictCase& c, const StrictRun& run)
{
    return firstDifference(run(c.model, c.scenario).table, run(c.shuffled, c.scenario).table);
}

// Links may join: an edge that came out bit-equal without being bound counts as bound next time.
std::string againViolation(const StrictCase& c, const StrictRun& run)
{
    const Outcome once = run(c.model, c.scenario);
    const Outcome twice = run(withBaseline(c.model, once.table), c.scenario);
    for (std::uint32_t i = 0; i < once.table.size(); ++i)
        if (!sameParameters(twice.table.effective(SlotId(i)), once.table.effective(SlotId(i))))
            return once.table.slots().id(SlotId(i)) + " moves again";
    return {};
}

std::string agreementViolation(const StrictCase& c, const StrictRun& run)
{
    const Outcome outcome = run(c.model, c.scenario);
    const Oracle oracle(c.model, c.scenario);
    for (const Oracle::Claim& claim : oracle.claims()) {
        if (!oracle.parametersOf(oracle.label(claim.slots[0]))) continue; // a conflict of pins
        for (const SlotId slot : claim.slots)
            if (!sameParameters(outcome.table.effective(slot), outcome.table.effective(claim.slots[0])))
                return c.model.baseline.slots().id(slot) + " differs from what else its operation claims";
    }
    return {};
}

// Large contains every old range. Ends are float32 products; a step in the last place is not a shrunk range.
std::string rangesViolation(const StrictCase& c, const StrictRun& run)
{
    Scenario scenario = c.scenario;
    scenario.pins.clear(); // these may shrink what they like
    scenario.bindings.clear();
    const Outcome outcome = run(c.model, scenario);
    const Oracle oracle(c.model, scenario);
    for (const Oracle::Claim& claim : oracle.claims()) {
        if (claim.method != Method::Large) continue;
        for (const SlotId slot : claim.slots) {
            const auto before = realRange(c.model.baseline, slot);
            const auto after = realRange(outcome.table, slot);
            const double slack = 1e-6 * (before->hi - before->lo);
            if (after->lo > before->lo + slack || after->hi < before->hi - slack)
                return c.model.baseline.slots().id(slot) + " lost a part of its range";
        }
    }
    return {};
}

std::string nothingViolation(const StrictCase& c, const StrictRun& run)
{
    Scenario nothing;
    nothing.engine = Engine::Strict;
    nothing.forceOverlap = c.scenario.forceOverlap;
    nothing.excludedEdges = c.scenario.excludedEdges;
    return firstDifference(run(c.model, nothing).table, c.model.baseline);
}

std::string pointersViolation(const StrictCase& c, const StrictRun& run)
{
    const Outcome outcome = run(c.model, c.scenario);
    if (outcome.error) return "it raised an error";
    for (std::uint32_t i = 0; i < outcome.table.size(); ++i)
        if (!outcome.table.root(SlotId(i))) return outcome.table.slots().id(SlotId(i)) + " is in a circle";
    return {};
}

std::string stepsViolation(const StrictCase& c, const StrictRun& run)
{
    const Outcome outcome = run(c.model, c.scenario);
    TqcTable table = c.model.baseline;
    for (const Step& step : outcome.steps) applyStep(table, outcome.table, step);
    if (std::string text = firstDifference(table, outcome.table); !text.empty()) return "the steps lead elsewhere: " + text;
    const CauseIndex causes(c.model, outcome);
    for (const Change& change : diff(c.model, outcome).changes)
        if (!causes.lastCause(change.slot)) return outcome.table.slots().id(change.slot) + " changed without a cause";
    return {};
}

std::string promisesViolation(const StrictCase& c, const StrictRun& run)
{
    const Outcome outcome = run(c.model, c.scenario);
    const auto broken = diff(c.model, outcome).brokenPromises;
    return broken.empty() ? std::string() : c.model.graph->operation(broken[0].operation).id + " has a broken promise";
}

constexpr StrictRule kRules[] = {
    {"parameters", parametersViolation}, {"sets", setsViolation},         {"order", orderViolation},
    {"again", againViolation},           {"agreement", agreementViolation}, {"ranges", rangesViolation},
    {"nothing", nothingViolation},       {"pointers", pointersViolation}, {"steps", stepsViolation},
    {"promises", promisesViolation},
};

} // namespace

std::span<const StrictRule> strictRules() { return kRules; }

} // namespace alignscope::test

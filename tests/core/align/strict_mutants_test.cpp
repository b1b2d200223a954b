// SPDX-License-Identifier: Apache-2.0
// A deliberately broken strict engine is caught: each mutant by the rules that it breaks, each rule by a mutant.
#include "core/cascade/evaluate.h"
#include "tests/support/random_model.h"
#include "tests/support/strict_rules.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace alignscope {
namespace {

// The mutants wrap the production engine: what it is asked, or what it answers, is spoilt.
Outcome asked(const Model& model, const Scenario& scenario, void (*spoil)(Scenario&))
{
    Scenario spoilt = scenario;
    spoil(spoilt);
    return evaluate(model, spoilt);
}

// A root that alignment gave new values.
SlotId movedRoot(const Outcome& outcome)
{
    for (const Step& step : outcome.steps)
        if (step.action == Action::Hull || step.action == Action::Pin) return step.slot;
    return {};
}

Outcome scaled(Outcome outcome, float factor)
{
    if (const SlotId root = movedRoot(outcome)) {
        const ParameterView own = outcome.table.own(root);
        outcome.table.setOwn(root, own.scale[0] * factor, own.offset[0]);
        for (Step& step : outcome.steps)
            if (step.slot == root && step.action != Action::Refuse) step.scale *= factor;
    }
    return outcome;
}

struct Mutant {
    const char* name;
    test::StrictRun run;
    std::set<std::string> caughtBy; ///< at least by these
};

std::vector<Mutant> mutants()
{
    return {
        {"inflates as the reference does", [](const Model& m, const Scenario& s) { return scaled(evaluate(m, s), 256.0F / 255.0F); },
         {"parameters", "again"}},
        {"shrinks a range", [](const Model& m, const Scenario& s) { return scaled(evaluate(m, s), 0.9F); }, {"parameters", "ranges"}},
        {"the last operation in the file dictates",
         [](const Model& m, const Scenario& s) {
             Outcome outcome = evaluate(m, s);
             const SlotId root = movedRoot(outcome);
             if (!root) return outcome;
             // Which of its slots is last depends on the order of the file.
             for (std::uint32_t i = static_cast<std::uint32_t>(outcome.table.size()); i-- > 0;) {
                 const ParameterView loaded = m.baseline.effective(SlotId(i));
                 if (outcome.table.root(SlotId(i)) != root || loaded.scale.size() != 1) continue;
                 outcome.table.setOwn(root, loaded.scale[0], loaded.offset[0]);
                 break;
             }
             return outcome;
         },
         {"parameters", "order"}},
        {"forgets a claimed slot",
         [](const Model& m, const Scenario& s) {
             Outcome outcome = evaluate(m, s);
             for (const Step& step : outcome.steps)
                 if (step.action == Action::Join && step.state == TqcState::Passive) {
                     const ParameterView loaded = m.baseline.effective(step.slot);
                     outcome.table.setOwn(step.slot, loaded.scale[0], loaded.offset[0]);
                     outcome.table.record(step.slot).dominator = step.slot.value();
                     break;
                 }
             return outcome;
         },
         {"parameters", "sets", "agreement", "promises", "steps"}},
        {"ties a circle",
         [](const Model& m, const Scenario& s) {
             Outcome outcome = evaluate(m, s);
             for (const Step& step : outcome.steps)
                 if (step.action == Action::Join) {
                     const SlotId root = outcome.table.root(step.slot);
                     if (root == step.slot) continue;
                     outcome.table.record(root).dominator = step.slot.value();
                     outcome.table.record(step.slot).dominator = root.value();
                     break;
                 }
             return outcome;
         },
         {"pointers"}},
        {"moves a bias when nothing is asked",
         [](const Model& m, const Scenario& s) {
             Outcome outcome = evaluate(m, s);
             for (std::uint32_t i = 0; i < outcome.table.size(); ++i)
                 if (outcome.table.state(SlotId(i)) == TqcState::Passive && m.baseline.state(SlotId(i)) == TqcState::Passive) {
                     outcome.table.setOwn(SlotId(i), 1.0F, 0.0F);
                     break;
                 }
             return outcome;
         },
         {"nothing"}},
        {"does something it does not tell",
         [](const Model& m, const Scenario& s) {
             Outcome outcome = evaluate(m, s);
             std::erase_if(outcome.steps, [](const Step& step) { return step.action == Action::Join; });
             return outcome;
         },
         {"steps"}},
        {"quantizes a float slot",
         [](const Model& m, const Scenario& s) {
             Outcome outcome = evaluate(m, s);
             for (std::uint32_t i = 0; i < outcome.table.size() && !s.isIdentity(); ++i)
                 if (outcome.table.state(SlotId(i)) == TqcState::Fp32) {
                     outcome.table.record(SlotId(i)).state = TqcState::Passive;
                     break;
                 }
             return outcome;
         },
         {"parameters"}},
        {"ignores pins", [](const Model& m, const Scenario& s) { return asked(m, s, [](Scenario& x) { x.pins.clear(); }); }, {"parameters"}},
        {"takes the first of two pins",
         [](const Model& m, const Scenario& s) {
             return asked(m, s, [](Scenario& x) {
                 if (x.pins.size() > 1) x.pins.resize(1);
             });
         },
         {"parameters"}},
        {"ignores bindings by hand", [](const Model& m, const Scenario& s) { return asked(m, s, [](Scenario& x) { x.bindings.clear(); }); },
         {"parameters"}},
        {"binds the wrong way round",
         [](const Model& m, const Scenario& s) {
             return asked(m, s, [](Scenario& x) {
                 for (ManualBinding& binding : x.bindings) std::swap(binding.slot, binding.master);
             });
         },
         {"parameters"}},
        {"ignores excluded edges",
         [](const Model& m, const Scenario& s) { return asked(m, s, [](Scenario& x) { x.excludedEdges.clear(); }); }, {"parameters"}},
        {"ignores the overlap of an operation",
         [](const Model& m, const Scenario& s) {
             return asked(m, s, [](Scenario& x) {
                 for (auto& [id, choice] : x.overrides) choice.overlap.reset();
             });
         },
         {"parameters"}},
        {"ignores the method of an operation",
         [](const Model& m, const Scenario& s) {
             return asked(m, s, [](Scenario& x) {
                 for (auto& [id, choice] : x.overrides) choice.method.reset();
             });
         },
         {"parameters"}},
        {"always overlaps", [](const Model& m, const Scenario& s) { return asked(m, s, [](Scenario& x) { x.forceOverlap = Overlap::On; }); },
         {"parameters"}},
        {"never overlaps", [](const Model& m, const Scenario& s) { return asked(m, s, [](Scenario& x) { x.forceOverlap = Overlap::Off; }); },
         {"parameters"}},
    };
}

TEST(StrictMutants, eachIsCaught_andEachRuleCatches)
{
    constexpr std::uint32_t kSeeds = 150;
    std::map<std::string, std::set<std::string>> caught; // by mutant
    const auto all = mutants();
    for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
        const Model model = test::randomModel(seed);
        const Model shuffled = test::randomModel(seed, seed + 1);
        Scenario scenario = test::randomScenarioByHand(model, seed);
        scenario.engine = Engine::Strict;
        const test::StrictCase c{model, scenario, shuffled};
        for (const Mutant& mutant : all)
            for (const test::StrictRule& rule : test::strictRules())
                if (!caught[mutant.name].contains(rule.name) && !rule.violation(c, mutant.run).empty())
                    caught[mutant.name].insert(rule.name);
    }
    std::set<std::string> rules;
    for (const Mutant& mutant : all) {
        for (const std::string& rule : mutant.caughtBy)
            EXPECT_TRUE(caught[mutant.name].contains(rule)) << mutant.name << " is not caught by " << rule;
        rules.insert(caught[mutant.name].begin(), caught[mutant.name].end());
    }
    for (const test::StrictRule& rule : test::strictRules()) EXPECT_TRUE(rules.contains(rule.name)) << rule.name << " catches nothing";
}

} // namespace
} // namespace alignscope

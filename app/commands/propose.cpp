// SPDX-License-Identifier: Apache-2.0
// alignscope propose: the single overrides that help most towards a goal, one after the other.
#include "app/commands/command.h"
#include "app/commands/opened.h"
#include "app/output.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/proposals.h"
#include "core/report/impact_json.h"
#include "core/report/impact_text.h"
#include "core/report/scenario_json.h"
#include "core/report/summary_text.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace alignscope::app {
namespace {

class Propose final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("propose", "Search for overrides that help towards a goal, with their price");
        m_model.declare(*m_command);
        m_command
            ->add_option("--goal", m_goal,
                         "edges (fewer requantize edges and misaligned operations), loss (fewer bits lost, nothing else "
                         "worse) or promises (fewer broken promises)")
            ->type_name("GOAL")
            ->required();
        m_scenario.declare(*m_command);
        m_command->add_option("--json", m_json, "Write alignscope-proposals/1; - is standard output")->type_name("FILE|-");
        m_command->add_option("--out", m_out, "Write the scenario with all proposals, for --scenario")->type_name("FILE");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const auto goal = goalFromText(m_goal);
        if (!goal) return failure(kUsage, "There is no goal \"" + m_goal + "\": choose edges, loss or promises.");
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());
        const auto now = makeEvaluation(opened->model, opened->scenario);
        const Proposals found = propose(*opened->model, opened->scenario, *goal);

        auto failed = m_json ? writeOutput(proposalsJson(*now, *goal, found), *m_json, opened->inputs)
                             : writeOutput(proposalsText(*now, *goal, found), "-", opened->inputs);
        if (failed) return tl::unexpected<Failure>(*failed);
        if (found.error) return failure(kEngineError, engineErrorText(*opened->model, *found.error));
        if (m_out) {
            failed = writeOutput(scenarioJson(found.steps.empty() ? opened->scenario : found.steps.back().scenario), *m_out, opened->inputs);
            if (failed) return tl::unexpected<Failure>(*failed);
        }
        return kDone;
    }

private:
    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::string m_goal;
    std::optional<std::string> m_json;
    std::optional<std::string> m_out;
};

} // namespace

std::unique_ptr<Command> makePropose() { return std::make_unique<Propose>(); }

} // namespace alignscope::app

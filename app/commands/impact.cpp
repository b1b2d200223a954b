// SPDX-License-Identifier: Apache-2.0
// alignscope impact: what every choice for a single operation would change.
#include "app/commands/command.h"
#include "app/commands/model_options.h"
#include "app/commands/scenario_options.h"
#include "app/output.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/impact.h"
#include "core/report/impact_json.h"
#include "core/report/impact_text.h"
#include "core/report/summary_text.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace alignscope::app {
namespace {

class ImpactCommand final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("impact", "Rank the choices for single operations by what they would move");
        m_model.declare(*m_command);
        m_scenario.declare(*m_command);
        m_command->add_option("--json", m_json, "Write alignscope-impact/1; - is standard output")->type_name("FILE|-");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const auto scenario = m_scenario.scenario();
        if (!scenario) return tl::unexpected<Failure>(scenario.error());
        const auto model = m_model.open();
        if (!model) return tl::unexpected<Failure>(model.error());
        if (auto refused = m_scenario.refusal(*scenario, **model)) return tl::unexpected<Failure>(*refused);
        const auto now = makeEvaluation(*model, *scenario);
        const auto found = impacts(**model, *scenario);

        auto inputs = m_model.inputs();
        for (const std::string& file : m_scenario.inputs()) inputs.push_back(file);
        const auto failed = m_json ? writeOutput(impactJson(*now, found), *m_json, inputs)
                                   : writeOutput(impactText(*now, found), "-", inputs);
        if (failed) return tl::unexpected<Failure>(*failed);
        if (const auto& error = now->outcome.error) return failure(kEngineError, engineErrorText(**model, *error));
        return kDone;
    }

private:
    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::optional<std::string> m_json;
};

} // namespace

std::unique_ptr<Command> makeImpact() { return std::make_unique<ImpactCommand>(); }

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// alignscope impact: what every choice for a single operation would change.
#include "app/commands/command.h"
#include "app/commands/opened.h"
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
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());
        const auto now = makeEvaluation(opened->model, opened->scenario);
        const auto found = impacts(*opened->model, opened->scenario);

        const auto failed = m_json ? writeOutput(impactJson(*now, found), *m_json, opened->inputs)
                                   : writeOutput(impactText(*now, found), "-", opened->inputs);
        if (failed) return tl::unexpected<Failure>(*failed);
        return endedWith(*now);
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

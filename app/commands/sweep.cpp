// SPDX-License-Identifier: Apache-2.0
// alignscope sweep: every combination of methods that the model has operations for.
#include "app/commands/command.h"
#include "app/commands/model_options.h"
#include "app/commands/scenario_options.h"
#include "app/output.h"
#include "core/cascade/sweep.h"
#include "core/report/summary_text.h"
#include "core/report/sweep_json.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace alignscope::app {
namespace {

class Sweep final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("sweep", "Try every combination of methods and compare what they cost");
        m_model.declare(*m_command);
        m_command->add_option("--engine", m_engine, "ppq (default) or strict")->type_name("ENGINE");
        m_command->add_option("--json", m_json, "Write alignscope-sweep/1; - is standard output")->type_name("FILE|-");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const auto engine = engineNamed(m_engine);
        if (!engine) return tl::unexpected<Failure>(engine.error());
        const auto model = m_model.open();
        if (!model) return tl::unexpected<Failure>(model.error());
        const auto combinations = alignscope::sweep(**model, *engine);
        const auto failed = m_json
            ? writeOutput(sweepJson(**model, *engine, combinations), *m_json, m_model.inputs())
            : writeOutput(sweepText(**model, *engine, combinations), "-", {});
        if (failed) return tl::unexpected<Failure>(*failed);
        return kDone;
    }

private:
    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    std::string m_engine = "ppq";
    std::optional<std::string> m_json;
};

} // namespace

std::unique_ptr<Command> makeSweep() { return std::make_unique<Sweep>(); }

} // namespace alignscope::app

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

#include <iterator>
#include <optional>
#include <vector>

namespace alignscope::app {
namespace {

class Sweep final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("sweep", "Try every combination of methods and compare what they cost");
        m_model.declare(*m_command);
        m_command->add_option("--engine", m_engine, "ppq (default), strict or both")->type_name("ENGINE");
        m_command->add_option("--json", m_json, "Write alignscope-sweep/1; - is standard output")->type_name("FILE|-");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        std::vector<Engine> engines = {Engine::Ppq, Engine::Strict};
        if (m_engine != "both") {
            const auto engine = engineNamed(m_engine);
            if (!engine) return failure(kUsage, "There is no engine \"" + m_engine + "\": choose ppq, strict or both.");
            engines = {*engine};
        }
        const auto model = m_model.open();
        if (!model) return tl::unexpected<Failure>(model.error());
        std::vector<Combination> combinations;
        for (const Engine engine : engines) {
            auto of = alignscope::sweep(**model, engine);
            combinations.insert(combinations.end(), std::make_move_iterator(of.begin()), std::make_move_iterator(of.end()));
        }
        const auto failed = m_json
            ? writeOutput(sweepJson(**model, engines, combinations), *m_json, m_model.inputs())
            : writeOutput(sweepText(**model, engines, combinations), "-", {});
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

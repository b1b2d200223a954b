// SPDX-License-Identifier: Apache-2.0
// alignscope align: the outcome of a scenario, and optionally the aligned model.
#include "app/commands/command.h"
#include "app/commands/opened.h"
#include "app/output.h"
#include "core/cascade/evaluation.h"
#include "core/io/export_model.h"
#include "core/report/scenario_source.h"
#include "core/report/summary_text.h"
#include "core/report/table_json.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace alignscope::app {
namespace {

class Align final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("align", "Align a model and show what changes, why, and what it costs");
        m_model.declare(*m_command);
        m_scenario.declare(*m_command);
        m_command->add_option("--json", m_json, "Write alignscope-table/1; - is standard output")->type_name("FILE|-");
        auto* out = m_command->add_option("--out", m_out, "Write the aligned model, proven by reading it again");
        out->type_name("FILE");
        m_command->add_option("--format", m_format, "Of the written model: qdq (default) or ppq")
            ->type_name("FORMAT")
            ->needs(out);
        m_command->add_flag("--sidecar", m_sidecar, "Write the scenario beside the model as NAME.scenario.json")->needs(out);
        m_command->add_flag("--force", m_force, "Replace an existing file")->needs(out);
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        if (m_format != "qdq" && m_format != "ppq")
            return failure(kUsage, "There is no format \"" + m_format + "\": choose qdq or ppq.");
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());
        const auto evaluation = makeEvaluation(opened->model, opened->scenario);

        const auto failed = m_json ? writeOutput(tableJson(*evaluation), *m_json, opened->inputs)
                                   : writeOutput(alignText(*evaluation), "-", opened->inputs);
        if (failed) return tl::unexpected<Failure>(*failed);
        if (const auto& error = evaluation->outcome.error)
            return failure(kEngineError, engineErrorText(*evaluation->model, *error));
        if (m_out) return write(*evaluation);
        return kDone;
    }

private:
    Expected<ExitCode> write(const Evaluation& evaluation) const
    {
        ExportRequest request;
        request.path = *m_out;
        request.format = m_format == "ppq" ? ExportFormat::PpqJson : ExportFormat::Qdq;
        request.overwrite = m_force ? Overwrite::Allow : Overwrite::Refuse;
        carryScenario(request, evaluation.scenario, m_sidecar ? Sidecar::Yes : Sidecar::No);
        const auto report = exportModel(*evaluation.model, evaluation.outcome, request);
        if (!report) return failure(kOutputUnwritable, report.error());
        if (!m_json)
            if (auto failed = writeOutput(exportText(*report), "-", {})) return tl::unexpected<Failure>(*failed);
        return kDone;
    }

    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::optional<std::string> m_json;
    std::optional<std::string> m_out;
    std::string m_format = "qdq";
    bool m_sidecar = false;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makeAlign() { return std::make_unique<Align>(); }

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// alignscope inspect: the loaded state of a model.
#include "app/commands/command.h"
#include "app/commands/model_options.h"
#include "app/output.h"
#include "core/cascade/evaluation.h"
#include "core/io/open_model.h"
#include "core/report/slots_csv.h"
#include "core/report/summary_text.h"
#include "core/report/table_json.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace alignscope::app {
namespace {

class Inspect final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("inspect", "Show the quantization parameters of a model as loaded");
        m_model.declare(*m_command);
        m_command->add_option("--json", m_json, "Write alignscope-table/1; - is standard output")->type_name("FILE|-");
        m_command->add_option("--csv", m_csv, "Write the slots as CSV; - is standard output")->type_name("FILE|-");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        if (m_json == "-" && m_csv == "-")
            return failure(kUsage, "Only one of --json and --csv can go to standard output.");
        const auto model = m_model.open();
        if (!model) return tl::unexpected<Failure>(model.error());
        const auto evaluation = makeEvaluation(*model, Scenario{});
        const auto inputs = m_model.inputs();
        if (m_json)
            if (auto failed = writeOutput(tableJson(*evaluation), *m_json, inputs))
                return tl::unexpected<Failure>(*failed);
        if (m_csv)
            if (auto failed = writeOutput(slotsCsv(evaluation->outcome.table), *m_csv, inputs))
                return tl::unexpected<Failure>(*failed);
        if (!m_json && !m_csv)
            if (auto failed = writeOutput(inspectText(*evaluation) + hint(**model), "-", inputs))
                return tl::unexpected<Failure>(*failed);
        return kDone;
    }

private:
    // A float model and its config are offered together.
    static std::string hint(const Model& model)
    {
        if (model.quantSource != QuantSource::None) return {};
        const std::string beside = quantizationBeside(model.path);
        if (beside.empty()) return {};
        return "\nBeside it lies a quantization config; add --quant " + beside + "\n";
    }

    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    std::optional<std::string> m_json;
    std::optional<std::string> m_csv;
};

} // namespace

std::unique_ptr<Command> makeInspect() { return std::make_unique<Inspect>(); }

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// alignscope diff: two models, several scenarios, the two engines, or other orders of the operations.
#include "app/commands/command.h"
#include "app/commands/opened.h"
#include "app/output.h"
#include "core/cascade/evaluate.h"
#include "core/compare/comparison.h"
#include "core/io/open_model.h"
#include "core/report/comparison_text.h"
#include "core/report/summary_text.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace alignscope::app {
namespace {

class Diff final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand(
            "diff", "Compare two models, several scenarios, both engines, or other orders of the operations");
        m_model.declare(*m_command);
        m_command->add_option("OTHER", m_other, "A second model, matched by operations and tensor names");
        m_command->add_option("--other-quant", m_otherQuant, "Quantization config of the second model, or a second one of the same")
            ->type_name("FILE");
        auto* engines = m_command->add_flag("--engines", m_engines, "The scenario under both engines");
        auto* orders = m_command->add_flag("--orders", m_orders, "The scenario with the operations in other orders");
        engines->excludes(orders);
        m_scenario.declare(*m_command, ScenarioFiles::Several);
        m_command->add_option("--json", m_json, "Write alignscope-diff/1; - is standard output")->type_name("FILE|-");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const bool models = !m_other.empty() || !m_otherQuant.empty();
        const bool scenarios = m_scenario.files() >= 2;
        if ((models ? 1 : 0) + (scenarios ? 1 : 0) + (m_engines ? 1 : 0) + (m_orders ? 1 : 0) != 1)
            return failure(kUsage, "Say what to compare: a second model, several --scenario files, --engines or --orders.");
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());
        const auto compared = models ? compareWithOther(opened->model, opened->scenario)
            : scenarios              ? compareWithFirst(opened->model, opened->scenario)
            : m_engines              ? Expected<std::vector<NamedComparison>>(bothEngines(opened->model, opened->scenario))
                                     : Expected<std::vector<NamedComparison>>(allOrders(opened->model, opened->scenario));
        if (!compared) return tl::unexpected<Failure>(compared.error());

        const char* kind = models ? "models" : scenarios ? "scenarios" : m_engines ? "engines" : "orders";
        auto inputs = opened->inputs;
        for (const std::string& file : {m_other, m_otherQuant})
            if (!file.empty()) inputs.push_back(file);
        const auto failed = m_json ? writeOutput(comparisonJson(opened->model->name, kind, *compared), *m_json, inputs)
                                   : writeOutput(comparisonText(*compared), "-", inputs);
        if (failed) return tl::unexpected<Failure>(*failed);
        for (const NamedComparison& named : *compared)
            for (const auto& side : {named.comparison.from, named.comparison.to})
                if (const auto& error = side->outcome.error)
                    return failure(kEngineError, engineErrorText(*side->model, *error));
        return kDone;
    }

private:
    using Compared = std::vector<NamedComparison>;

    // From the first model, aligned when a scenario is given, to the second as loaded.
    [[nodiscard]] Expected<Compared> compareWithOther(const std::shared_ptr<const Model>& model,
                                                      const Scenario& scenario) const
    {
        const auto other = openModel(m_other.empty() ? m_model.inputs().front() : m_other, m_otherQuant);
        if (!other) return failure(kInputUnreadable, other.error());
        Outcome aligned = evaluate(*model, scenario);
        Comparison comparison;
        if (aligned.table.slotList())
            comparison = compareModels(withBaseline(*model, aligned.table), makeEvaluation(*other, {}));
        else
            comparison = compareModels(*model, makeEvaluation(*other, {}));
        const bool sameName = model->name == (*other)->name;
        std::string from = sameName ? "first" : model->name;
        if (!scenario.isIdentity()) from += " aligned";
        if (aligned.error) return failure(kEngineError, engineErrorText(*model, *aligned.error));
        Compared result;
        result.push_back({std::move(from), sameName ? "second" : (*other)->name, std::move(comparison)});
        return result;
    }

    [[nodiscard]] Expected<Compared> compareWithFirst(const std::shared_ptr<const Model>& model, const Scenario& first) const
    {
        Compared result;
        const auto files = m_scenario.inputs();
        for (std::size_t i = 1; i < m_scenario.files(); ++i) {
            const auto other = m_scenario.scenario(i);
            if (!other) return tl::unexpected<Failure>(other.error());
            if (auto refused = m_scenario.refusal(*other, *model)) return tl::unexpected<Failure>(*refused);
            result.push_back({files[0], files[i], compareScenarios(model, first, *other)});
        }
        return result;
    }

    static Compared bothEngines(const std::shared_ptr<const Model>& model, Scenario scenario)
    {
        scenario.engine = Engine::Ppq; // from strict to ppq, whatever --engine says
        Compared result;
        result.push_back({"strict", "ppq", compareEngines(model, scenario)});
        return result;
    }

    static Compared allOrders(const std::shared_ptr<const Model>& model, const Scenario& scenario)
    {
        Compared result;
        for (const OperationOrderKind order : {OperationOrderKind::Topological, OperationOrderKind::Reversed})
            result.push_back({std::string(toText(order)), std::string(toText(OperationOrderKind::Listed)),
                              compareOrders(model, scenario, order)});
        return result;
    }

    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::string m_other;
    std::string m_otherQuant;
    bool m_engines = false;
    bool m_orders = false;
    std::optional<std::string> m_json;
};

} // namespace

std::unique_ptr<Command> makeDiff() { return std::make_unique<Diff>(); }

} // namespace alignscope::app

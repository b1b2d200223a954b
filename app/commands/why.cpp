// SPDX-License-Identifier: Apache-2.0
// alignscope why: why one slot has the scale it has, from the loaded state to now.
#include "app/commands/command.h"
#include "app/commands/opened.h"
#include "app/output.h"
#include "core/cascade/evaluation.h"
#include "core/quant/slot_names.h"
#include "core/report/summary_text.h"
#include "core/report/why_json.h"
#include "core/report/why_text.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace alignscope::app {
namespace {

Failure unknown(const SlotList& slots, const std::string& name)
{
    std::string text = "There is no slot, operation or tensor \"" + name + "\"";
    const auto near = nearNames(slots, name);
    for (std::size_t i = 0; i < near.size(); ++i)
        text += (i == 0 ? "; close to it are " : i + 1 == near.size() ? " and " : ", ") + near[i];
    return {kUsage, text + (near.empty() ? "; inspect lists the slots." : ".")};
}

class Why final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("why", "Tell why a slot has the scale it has, step by step");
        m_model.declare(*m_command);
        m_command->add_option("SLOT", m_slot, "A slot (Conv1:in:0), an operation (its output) or a tensor")->required();
        m_scenario.declare(*m_command);
        m_command->add_option("--json", m_json, "Write alignscope-why/1; - is standard output")->type_name("FILE|-");
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());
        const SlotList& slots = opened->model->baseline.slots();
        const SlotId slot = slotNamed(slots, m_slot);
        if (!slot) return tl::unexpected<Failure>(unknown(slots, m_slot));
        const auto evaluation = makeEvaluation(opened->model, opened->scenario);

        const auto failed = m_json ? writeOutput(whyJson(*evaluation, slot), *m_json, opened->inputs)
                                   : writeOutput(whyText(*evaluation, slot), "-", opened->inputs);
        if (failed) return tl::unexpected<Failure>(*failed);
        return endedWith(*evaluation);
    }

private:
    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::string m_slot;
    std::optional<std::string> m_json;
};

} // namespace

std::unique_ptr<Command> makeWhy() { return std::make_unique<Why>(); }

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// alignscope [MODEL] [--quant FILE]: the window.
#include "app/commands/command.h"
#include "app/gui.h"
#include "ui/window/main_window.h"

#include <CLI/CLI.hpp>

#include <string>

namespace alignscope::app {
namespace {

class Window final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_program = &program;
        program.add_option("model", m_model, "ONNX model to open in the window")->type_name("MODEL");
        program.add_option("--quant", m_quant, "PPQ quantization config or alignscope-table/1 of the model")->type_name("FILE");
    }

    bool chosen() const override { return m_program->get_subcommands().empty(); }

    Expected<ExitCode> run() override
    {
        Gui gui(Gui::Purpose::Window);
        ui::MainWindow window;
        if (!m_model.empty()) window.session().open(QString::fromStdString(m_model), QString::fromStdString(m_quant));
        window.show();
        return static_cast<ExitCode>(QApplication::exec());
    }

private:
    CLI::App* m_program = nullptr;
    std::string m_model;
    std::string m_quant;
};

} // namespace

std::unique_ptr<Command> makeWindow() { return std::make_unique<Window>(); }

} // namespace alignscope::app

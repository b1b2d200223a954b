// SPDX-License-Identifier: Apache-2.0
// alignscope [FILE...] [--quant FILE]: the window.
#include "app/commands/command.h"
#include "app/gui.h"
#include "core/io/early_open.h"
#include "core/io/open_model.h"
#include "ui/window/window_keeper.h"

#include <CLI/CLI.hpp>

#include <QStringList>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alignscope::app {
namespace {

class Window final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_program = &program;
        program.add_option("files", m_files, "ONNX model, or a session, or a model with its config and a scenario, to open in the window")
            ->type_name("FILE");
        program.add_option("--quant", m_quant, "PPQ quantization config or alignscope-table/1 of the model")->type_name("FILE");
    }

    bool chosen() const override { return m_program->get_subcommands().empty(); }

    Expected<ExitCode> run() override
    {
        // A single model is read while the window is built, which takes as long.
        std::shared_ptr<EarlyOpen> early;
        if (m_files.size() == 1 && fileKindOf(m_files.front()) == FileKind::Onnx) early = std::make_shared<EarlyOpen>(m_files.front(), m_quant);
        Gui gui(Gui::Purpose::Window);
        ui::WindowKeeper keeper;
        ui::MainWindow& window = keeper.window();
        window.session().expect(std::move(early));
        QStringList files;
        for (const std::string& file : m_files) files << QString::fromStdString(file);
        if (!m_quant.empty()) files << QString::fromStdString(m_quant);
        // One model with a config of whatever content: the sentence about the config is that of openModel.
        if (files.size() == 2 && !m_quant.empty() && !files.front().endsWith(QStringLiteral(".alignscope"))) window.session().open(files[0], files[1]);
        else if (!files.isEmpty()) window.openFiles(files);
        window.show();
        return static_cast<ExitCode>(QApplication::exec());
    }

private:
    CLI::App* m_program = nullptr;
    std::vector<std::string> m_files;
    std::string m_quant;
};

} // namespace

std::unique_ptr<Command> makeWindow() { return std::make_unique<Window>(); }

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// alignscope render: the drawn graph as SVG, PNG or PDF.
#include "app/commands/command.h"
#include "app/commands/opened.h"
#include "app/gui.h"
#include "core/cascade/evaluation.h"
#include "core/layout/layout.h"
#include "ui/canvas/drawing.h"
#include "ui/export/picture.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace alignscope::app {
namespace {

bool sameFile(const std::string& a, const std::string& b)
{
    std::error_code error;
    return std::filesystem::equivalent(a, b, error) && !error;
}

class Render final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("render", "Save the drawn graph of an aligned model as SVG, PNG or PDF");
        m_model.declare(*m_command);
        m_scenario.declare(*m_command);
        m_command->add_option("--layout", m_layout, "best (default) or fast")->check(CLI::IsMember({"fast", "best"}));
        m_command->add_option("--theme", m_theme, "light (default) or dark")->check(CLI::IsMember({"light", "dark"}));
        m_command->add_option("--mode", m_mode, "before, after or difference (default)")->check(CLI::IsMember({"before", "after", "difference"}));
        m_command->add_flag("--right", m_right, "Draw from left to right instead of down");
        m_command->add_option("--area", m_area, "whole (default), or selection: what --select names with its neighbours")->check(CLI::IsMember({"whole", "selection"}));
        m_command->add_option("--select", m_select, "Operation, slot, tensor or group (G1) to emphasise")->type_name("ID");
        m_command->add_flag("--legend", m_legend, "With an explanation of the signs");
        m_command->add_flag("--scorecard", m_scorecard, "With the model's name, the settings and the summary's numbers");
        m_command->add_option("--scale", m_scale, "Pixels of a PNG per pixel of the drawing, 2 by default")->check(CLI::Range(0.01, 16.0));
        m_command->add_option("-o,--output", m_output, "File to write")->type_name("FILE.svg|.png|.pdf")->required();
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const QString output = QString::fromStdString(m_output);
        if (!ui::pictureFormatOf(output)) return failure(kUsage, "The output of render has to end in .svg, .png or .pdf.");
        if (m_area == "selection" && m_select.empty()) return failure(kUsage, "--area selection needs --select.");
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());
        if (std::any_of(opened->inputs.begin(), opened->inputs.end(), [&](const std::string& input) { return sameFile(input, m_output); }))
            return failure(kOutputUnwritable, "The picture would replace " + m_output + ", which is an input.");

        Gui gui(Gui::Purpose::Picture, m_theme);
        ui::DrawingOptions options;
        if (m_right) options.direction = layout::Direction::Right;
        const auto drawing = ui::Drawing::make(opened->model, ui::drawingFonts(QGuiApplication::font()), options);
        layout::BestOptions best;
        best.workerProgram = QCoreApplication::applicationFilePath().toStdString();
        auto placed = m_layout == "best" ? layout::layoutBest(drawing->inputGraph(), best) : layout::layoutFast(drawing->inputGraph());
        if (!placed) return failure(kInputUnreadable, placed.error());

        ui::PictureRequest request;
        request.drawing = drawing->withLayout(*placed);
        request.evaluation = makeEvaluation(opened->model, opened->scenario);
        request.dark = m_theme == "dark";
        request.mode = m_mode == "before" ? ui::CanvasMode::Before : m_mode == "after" ? ui::CanvasMode::After : ui::CanvasMode::Difference;
        request.legend = m_legend;
        request.scorecard = m_scorecard;
        request.scale = m_scale;
        if (!m_select.empty()) {
            const auto selection = selectionNamed(*request.evaluation, m_select);
            if (!selection) return failure(kUsage, "The model has no operation, slot, tensor or group named " + m_select + ".");
            request.selection = *selection;
        }
        if (m_area == "selection") {
            request.area = ui::neighbourhoodArea(*request.drawing, request.evaluation.get(), request.mode, request.selection);
            if (request.area.isNull()) return failure(kUsage, "Nothing of " + m_select + " is drawn.");
        }
        const ui::PictureFormat format = *ui::pictureFormatOf(output);
        const ui::PictureFile file = ui::pictureFile(request, format);
        if (file.bytes > ui::kHugePicture)
            std::fprintf(stderr, "alignscope: The picture takes about %.0f MB.\n", file.bytes / 1e6);
        if (file.pages > 1)
            std::fprintf(stderr, "alignscope: The picture takes %d pages: a page of a PDF cannot hold it at a size that can be read.\n", file.pages);
        if (const auto written = ui::writePicture(request, output); !written) return failure(kOutputUnwritable, written.error());
        if (format == ui::PictureFormat::Png && ui::isPngLimited(request)) {
            const QSize size = file.size.toSize();
            std::fprintf(stderr, "alignscope: The picture is %d x %d pixels, smaller than asked for: a PNG cannot be larger. SVG and PDF can.\n",
                         size.width(), size.height());
        }
        return kDone;
    }

private:
    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::string m_layout = "best";
    std::string m_theme = "light";
    std::string m_mode = "difference";
    std::string m_output;
    std::string m_area = "whole";
    std::string m_select;
    double m_scale = 2;
    bool m_right = false;
    bool m_legend = false;
    bool m_scorecard = false;
};

} // namespace

std::unique_ptr<Command> makeRender() { return std::make_unique<Render>(); }

} // namespace alignscope::app

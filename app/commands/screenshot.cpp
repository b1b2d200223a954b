// SPDX-License-Identifier: Apache-2.0
// alignscope screenshot: the real main window with a model, as a picture.
#include "app/commands/command.h"
#include "app/commands/opened.h"
#include "app/gui.h"
#include "app/output.h"
#include "core/base/numbers.h"
#include "ui/window/main_window.h"

#include <CLI/CLI.hpp>

#include <QBuffer>
#include <QElapsedTimer>
#include <QPixmap>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <string>

namespace alignscope::app {
namespace {

const std::map<std::string, int> kTabs = {{"cascade", 0}, {"slots", 1}, {"steps", 2}, {"sweep", 3}, {"impact", 4}, {"proposals", 5}, {"compare", 6}, {"scenarios", 7}, {"history", 8}};

std::optional<QSize> sizeFrom(const std::string& text)
{
    const auto at = text.find('x');
    if (at == std::string::npos) return std::nullopt;
    const auto width = parseInt(std::string_view(text).substr(0, at));
    const auto height = parseInt(std::string_view(text).substr(at + 1));
    if (!width || !height || *width < 320 || *height < 240 || *width > 16000 || *height > 16000) return std::nullopt;
    return QSize(static_cast<int>(*width), static_cast<int>(*height));
}

class Screenshot final : public Command {
public:
    void declare(CLI::App& program) override
    {
        m_command = program.add_subcommand("screenshot", "Save a picture of the window with a model, a scenario and a selection");
        m_model.declare(*m_command);
        m_scenario.declare(*m_command);
        m_command->add_option("--select", m_select, "Operation, slot, tensor or group (G1) to select")->type_name("ID");
        m_command->add_option("--size", m_size, "Size of the window, 1440x900 by default")->type_name("WxH");
        m_command->add_option("--layout", m_layout, "fast (default, deterministic) or best")->check(CLI::IsMember({"fast", "best"}));
        m_command->add_option("--theme", m_theme, "light (default) or dark")->check(CLI::IsMember({"light", "dark"}));
        m_command->add_option("--language", m_language, "en (default) or zh_CN")->check(CLI::IsMember({"en", "zh_CN"}));
        m_command->add_option("--tab", m_tab, "Table to show: cascade, slots, steps, sweep, impact, proposals, compare, scenarios or history")->check(CLI::IsMember(kTabs));
        m_command->add_option("--step", m_step, "Show the state after so many steps of the pass")->check(CLI::NonNegativeNumber);
        m_command->add_option("--watch", m_watch, "Slots to watch beside the steps")->type_name("SLOT")->needs("--step");
        m_command->add_flag("--no-legend", m_noLegend, "Without the legend of the canvas");
        m_command->add_option("--scale", m_scale, "Device pixels per pixel, 1 by default")->check(CLI::Range(1, 4));
        m_command->add_option("--time-from", m_timeFrom, "Print how long the first picture took since then, and make none (benchmarks)")->group("");
        m_command->add_flag("--memory", m_memory, "Print how much memory it took (benchmarks)")->group("");
        m_command->add_option("-o,--output", m_output, "PNG file to write")->type_name("FILE.png")->required();
    }

    bool chosen() const override { return m_command->parsed(); }

    Expected<ExitCode> run() override
    {
        const auto size = sizeFrom(m_size);
        if (!size) return failure(kUsage, "--size needs the form 1440x900.");
        if (!m_output.ends_with(".png")) return failure(kUsage, "The output of screenshot has to end in .png.");
        if (m_timeFrom > 0) return timeFirstPicture(*size);
        const auto opened = openWith(m_model, m_scenario);
        if (!opened) return tl::unexpected<Failure>(opened.error());

        const double modelMegabytes = memory("VmRSS:");
        if (m_scale > 1) qputenv("QT_SCALE_FACTOR", QByteArray::number(m_scale));
        Gui gui(Gui::Purpose::Picture, m_theme, m_language);
        ui::MainWindow window(ui::MainWindow::Memory::Forget);
        window.setThemeChoice(m_theme == "dark" ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        window.drawing().setBestWanted(m_layout == "best");
        window.resize(*size);
        window.show();
        window.showTab(kTabs.at(m_tab));
        window.actions().legend->setChecked(!m_noLegend);
        window.canvas().setLegendVisible(!m_noLegend);
        window.session().adopt(opened->model, opened->scenario);
        if (!m_select.empty()) {
            const auto selection = selectionNamed(*window.session().evaluation(), m_select);
            if (!selection) return failure(kUsage, "The model has no operation, slot, tensor or group named " + m_select + ".");
            window.session().select(*selection);
        }
        if (m_memory) {
            waitForPicture(window);
            std::printf("model_mb %.0f\npeak_mb %.0f\n", modelMegabytes, memory("VmHWM:"));
        }
        wait(window);
        if (m_step >= 0) {
            for (const std::string& id : m_watch) {
                const SlotId slot = opened->model->baseline.slots().findId(id);
                if (!slot) return failure(kUsage, "The model has no slot named " + id + ".");
                window.stepper().watch(slot);
            }
            window.stepper().goTo(static_cast<std::size_t>(m_step));
            wait(window);
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !window.grab().save(&buffer, "PNG"))
            return failure(kOutputUnwritable, "The picture could not be made.");
        if (auto failed = writeOutput(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), m_output, opened->inputs))
            return tl::unexpected<Failure>(*failed);
        return kDone;
    }

private:
    // As the program opens a model that it is started with.
    Expected<ExitCode> timeFirstPicture(const QSize& size) const
    {
        auto early = m_model.openEarly();
        Gui gui(Gui::Purpose::Picture, m_theme, m_language);
        ui::MainWindow window(ui::MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.resize(size);
        window.session().expect(std::move(early));
        window.session().open(QString::fromStdString(m_model.model()), QString::fromStdString(m_model.quant()));
        window.show();
        waitForPicture(window);
        if (!window.session().model()) return failure(kInputUnreadable, "The model cannot be opened.");
        const std::int64_t now = std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
        std::printf("first_picture_ms %lld\n", static_cast<long long>((now - m_timeFrom) / 1'000'000));
        return kDone;
    }

    static void waitForPicture(ui::MainWindow& window)
    {
        while (window.busy()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        const QPixmap first = window.grab();
    }

    // Until nothing is on its way any more, and what arrived has been painted.
    static void wait(ui::MainWindow& window)
    {
        QElapsedTimer timer;
        timer.start();
        // The inspector waits a moment for the last of several steps.
        while ((window.busy() || window.session().sweeping() || timer.elapsed() < 100) && timer.elapsed() < 600'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
        for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
    }

    // A line of the kernel's account of this process, in megabytes; 0 where there is none.
    static double memory(const std::string& line)
    {
        std::ifstream status("/proc/self/status");
        for (std::string word; status >> word;)
            if (double kilobytes = 0; word == line && status >> kilobytes) return kilobytes / 1024;
        return 0;
    }

    CLI::App* m_command = nullptr;
    ModelOptions m_model;
    ScenarioOptions m_scenario;
    std::string m_select;
    std::string m_size = "1440x900";
    std::string m_layout = "fast";
    std::string m_theme = "light";
    std::string m_language = "en";
    std::string m_tab = "cascade";
    std::string m_output;
    std::vector<std::string> m_watch;
    int m_step = -1;
    std::int64_t m_timeFrom = 0; // nanoseconds since 1970
    int m_scale = 1;
    bool m_noLegend = false;
    bool m_memory = false;
};

} // namespace

std::unique_ptr<Command> makeScreenshot() { return std::make_unique<Screenshot>(); }

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// What a user of the whole window waits for, all panels included, on generated QDQ files: from a choice
// to the last painted pixel, and the longest time that the window was deaf meanwhile. 1600 x 1000, offscreen.
#include "core/align/by_hand.h"
#include "core/base/heap.h"
#include "core/io/open_model.h"
#include "tests/support/network_files.h"
#include "ui/models/words_filter.h"
#include "ui/panels/bind_dialog.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QThread>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alignscope::ui {
namespace {

using test::NetworkShape;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Notes how long the delivery of an event took at most.
class Watched : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0) return QApplication::notify(receiver, event);
        ++m_depth;
        const auto start = Clock::now();
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, since(start));
        return taken;
    }
    double longest = 0;

private:
    int m_depth = 0;
};

Watched& application() { return *static_cast<Watched*>(qApp); }

struct Taken {
    double longest = 0; ///< seconds that one event held up the others
    double all = 0;     ///< until nothing is on its way and the picture is final
};

Taken settled(MainWindow& window, const std::function<void()>& input, const std::function<bool()>& waits = [] { return false; })
{
    application().longest = 0;
    const auto start = Clock::now();
    input();
    Taken taken{since(start), 0};
    QCoreApplication::processEvents();
    while (window.busy() || waits()) {
        QThread::usleep(100); // a thread may need this core
        QCoreApplication::processEvents();
    }
    taken.longest = std::max(taken.longest, application().longest);
    taken.all = since(start);
    return taken;
}

struct Subject {
    std::shared_ptr<const Model> model;
    std::unique_ptr<MainWindow> window;
};

std::unique_ptr<Subject> kept; // the last one made: the largest need a gigabyte together

Scenario scenarioOf(Overlap overlap)
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.forceOverlap = overlap;
    return scenario;
}

Subject& subject(const benchmark::State& state)
{
    static std::pair<std::int64_t, std::int64_t> key{-1, -1};
    const std::pair wanted(state.range(0), state.range(1));
    if (kept && key == wanted) return *kept;
    kept.reset();
    kept = std::make_unique<Subject>();
    key = wanted;
    kept->model = *openModel(test::networkFile(static_cast<NetworkShape>(key.first), static_cast<std::size_t>(key.second)).save("network.onnx"));
    kept->window = std::make_unique<MainWindow>(MainWindow::Memory::Forget);
    MainWindow& window = *kept->window;
    window.drawing().setBestWanted(false);
    window.resize(1600, 1000);
    window.show();
    window.session().adopt(kept->model, scenarioOf(Overlap::On));
    settled(window, [] {});
    while (window.session().sweeping()) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return *kept;
}

/// Measures the whole wait; how long the window was deaf at most is a counter.
template <class Input>
void eachInput(benchmark::State& state, Subject& s, Input&& input, const std::function<bool()>& waits = [] { return false; })
{
    double longest = 0;
    for (auto _ : state) {
        const Taken taken = settled(*s.window, input, waits);
        state.SetIterationTime(taken.all);
        longest = std::max(longest, taken.longest);
    }
    state.counters["deaf_ms"] = longest * 1e3;
    state.SetLabel(std::string(toText(static_cast<NetworkShape>(state.range(0)))));
}

constexpr std::array kTabs{"cascade", "slots", "steps", "sweep", "impact", "proposals", "compare", "scenarios", "history"};

void Toggle(benchmark::State& state, int tab)
{
    Subject& s = subject(state);
    s.window->showTab(tab);
    settled(*s.window, [] {});
    eachInput(state, s, [&] { s.window->actions().forceOverlap->trigger(); });
}

void SelectSlot(benchmark::State& state, int tab)
{
    Subject& s = subject(state);
    s.window->showTab(tab);
    settled(*s.window, [] {});
    const auto slots = static_cast<std::uint32_t>(s.model->baseline.size());
    if (slots == 0) return state.SkipWithError("nothing is quantized");
    std::uint32_t i = 0;
    eachInput(state, s, [&] { s.window->session().selectSlot(SlotId(i = (i + 7919) % slots)); });
    s.window->session().select({});
}

/// A key in the filter of a table, until its rows are found.
void Type(benchmark::State& state, int tab)
{
    Subject& s = subject(state);
    s.window->showTab(tab);
    settled(*s.window, [] {});
    const QString name = QString::fromLatin1(kTabs[static_cast<std::size_t>(tab)]);
    auto* field = s.window->findChild<QLineEdit*>(name + QStringLiteral("Filter"));
    auto* panel = s.window->findChild<QWidget*>(name + QStringLiteral("Panel"));
    auto* filter = panel != nullptr ? panel->findChild<WordsFilter*>() : nullptr;
    if (field == nullptr || filter == nullptr) return state.SkipWithError("the tab has no filter");
    int typed = 0;
    const QString word = QStringLiteral("conv");
    eachInput(state, s, [&] { field->setText(word.left(++typed % 5)); }, [&] { return filter->working(); });
    field->clear();
    settled(*s.window, [] {}, [&] { return filter->working(); });
}

/// Another window takes over, as it does when the language changes.
void Renew(benchmark::State& state, int tab)
{
    Subject& s = subject(state);
    s.window->showTab(tab);
    settled(*s.window, [] {});
    double longest = 0;
    double freeing = 0;
    for (auto _ : state) {
        std::unique_ptr<MainWindow> before = std::move(s.window);
        const auto start = Clock::now();
        s.window = std::make_unique<MainWindow>(*before);
        before->hide();
        const double made = since(start);
        before.reset();
        freeing = std::max(freeing, since(start) - made);
        const Taken taken = settled(*s.window, [] {});
        state.SetIterationTime(made + taken.all);
        longest = std::max({longest, made, taken.longest});
    }
    state.counters["deaf_ms"] = longest * 1e3;
    state.counters["freeing_ms"] = freeing * 1e3;
    state.SetLabel(std::string(toText(static_cast<NetworkShape>(state.range(0)))));
}

SlotId bindable(const Subject& s)
{
    for (auto i = static_cast<std::uint32_t>(s.model->baseline.size() / 2); i < s.model->baseline.size(); ++i)
        if (handRefusal(s.model->baseline, SlotId(i)) == Reason::None) return SlotId(i);
    return {};
}

/// The dialog that binds a slot, until it lists those that can be the master.
void BindOpen(benchmark::State& state, int)
{
    Subject& s = subject(state);
    std::unique_ptr<BindDialog> dialog;
    const auto empty = [&] { return dialog->findChild<QListView*>()->model()->rowCount() == 0; };
    eachInput(state, s, [&] {
        dialog = std::make_unique<BindDialog>(s.window->session(), bindable(s), s.window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }, empty);
}

/// A key in its filter, until the rows are found.
void BindType(benchmark::State& state, int)
{
    Subject& s = subject(state);
    BindDialog dialog(s.window->session(), bindable(s), s.window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* filter = dialog.findChild<WordsFilter*>();
    settled(*s.window, [] {}, [&] { return filter->rowCount() == 0; });
    int typed = 0;
    const QString word = QStringLiteral("conv");
    eachInput(state, s, [&] { dialog.findChild<QLineEdit*>()->setText(word.left(++typed % 5)); }, [&] { return filter->working(); });
}

// All benchmarks of one network together, so that it is made once.
void registerAll()
{
    for (const NetworkShape shape : test::kNetworkShapes)
        for (const std::int64_t size : {1000, 10000, 30000, 100000}) {
            for (const auto& [name, run] : {std::pair("WindowBind/open", &BindOpen), std::pair("WindowBind/type", &BindType)})
                benchmark::RegisterBenchmark(name, [run = run](benchmark::State& state) { run(state, 0); })
                    ->Args({static_cast<std::int64_t>(shape), size})
                    ->Unit(benchmark::kMillisecond)
                    ->UseManualTime();
            for (int tab = 0; tab < static_cast<int>(kTabs.size()); ++tab)
                for (const auto& [name, run] : {std::pair("WindowToggle", &Toggle), std::pair("WindowSelect", &SelectSlot), std::pair("WindowType", &Type), std::pair("WindowRenew", &Renew)})
                    benchmark::RegisterBenchmark((std::string(name) + '/' + kTabs[static_cast<std::size_t>(tab)]).c_str(),
                                                 [run = run, tab](benchmark::State& state) { run(state, tab); })
                        ->Args({static_cast<std::int64_t>(shape), size})
                        ->Unit(benchmark::kMillisecond)
                        ->UseManualTime();
        }
}

} // namespace
} // namespace alignscope::ui

int main(int argc, char** argv)
{
    alignscope::prepareHeap(); // as the program does
    qputenv("QT_QPA_PLATFORM", "offscreen");
    alignscope::ui::Watched application(argc, argv);
    alignscope::ui::applyTheme(application, alignscope::ui::ThemeChoice::Light);
    benchmark::Initialize(&argc, argv);
    alignscope::ui::registerAll();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    alignscope::ui::kept.reset(); // before the application
}

// SPDX-License-Identifier: Apache-2.0
#include "ui/session/session.h"

#include "core/io/open_model.h"
#include "core/report/scenario_json.h"
#include "ui/session/recents.h"
#include "ui/text/words.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <utility>

namespace alignscope::ui {
using namespace std::chrono_literals;

Session::Session(QObject* parent)
    : QObject(parent), m_openJob(*this, m_pool), m_evaluateJob(*this, m_pool),
      m_previewJob(*this, m_pool), m_sweepJob(*this, m_pool), m_wayOutJob(*this, m_pool), m_exportJob(*this, m_pool),
      m_blocksJob(*this, m_pool),
      m_kept(std::make_shared<const KeptScenarios>())
{
    m_pool.setMaxThreadCount(6); // opening, evaluation, sweep and preview do not wait for the panels' work
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(400ms);
    connect(&m_changeTimer, &QTimer::timeout, this, [this] {
        if (!m_changedFile.isEmpty()) Q_EMIT fileChangedOnDisk(m_changedFile);
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString& path) {
        m_changedFile = path;
        m_changeTimer.start();
    });
}

Session::~Session()
{
    m_openJob.stop();
    m_evaluateJob.stop();
    m_previewJob.stop();
    m_sweepJob.stop();
    m_blocksJob.stop();
    m_wayOutJob.stop();
    m_exportJob.stop();
    m_pool.waitForDone();
}

void Session::open(const QString& path, const QString& quantizationPath, const Scenario& initial,
                   const KeptScenarios& kept)
{
    startOpening(path, quantizationPath, false, {initial, std::make_shared<const KeptScenarios>(kept)});
}

void Session::openFiles(const QStringList& paths)
{
    QString model;
    QString quantization;
    QString scenario;
    QString session;
    for (const QString& path : paths) {
        switch (fileKindOf(path.toStdString())) {
        case FileKind::PpqJson:
        case FileKind::Table: quantization = path; break;
        case FileKind::Scenario: scenario = path; break;
        case FileKind::Session: session = path; break;
        case FileKind::Onnx:
        case FileKind::Unknown: model = path; break;
        }
    }
    if (!session.isEmpty()) return Q_EMIT sessionGiven(session, model, quantization);
    Scenario initial;
    if (!scenario.isEmpty()) {
        const auto read = readScenario(scenario.toStdString());
        if (!read) return Q_EMIT openFailed(scenario, messageText(read.error()));
        if (model.isEmpty() && quantization.isEmpty() && m_model)
            return edit(*read, tr("Open the scenario %1").arg(QFileInfo(scenario).fileName()));
        initial = *read;
    }
    if (model.isEmpty() && !quantization.isEmpty()) model = m_path; // a config for the open model
    if (model.isEmpty()) {
        if (!paths.isEmpty())
            Q_EMIT openFailed(paths.front(), tr("%1 belongs to a model: open it together with that.")
                                                 .arg(QFileInfo(paths.front()).fileName()));
        return;
    }
    const bool sameModel = model == m_path && !quantization.isEmpty(); // another config: the named scenarios stay
    open(model, quantization, initial, sameModel ? kept() : KeptScenarios{});
}

void Session::startOpening(const QString& path, const QString& quantizationPath, bool keepScenario,
                           const SessionState& initial)
{
    setPhase(Phase::Opening);
    // The first evaluation belongs to opening: no panel ever sees a model without one, and a large
    // model does not hold up the window.
    std::shared_ptr<EarlyOpen> early = std::exchange(m_early, nullptr);
    if (early && !early->isOf(path.toStdString(), quantizationPath.toStdString())) early.reset();
    const auto load = [model = path.toStdString(), quant = quantizationPath.toStdString(), early = std::move(early),
                       scenario = keepScenario ? m_scenario : initial.scenario](const Task& task) -> Result<Opened> {
        auto opened = early ? early->take(task) : openModel(model, quant, task);
        if (!opened) return tl::unexpected(opened.error());
        return evaluated(*std::move(opened), scenario);
    };
    m_openJob.start(
        load,
        [this, path, quantizationPath, keepScenario, initial](Result<Opened> result) {
            if (!result) {
                setPhase(m_model ? Phase::Ready : Phase::Empty);
                Q_EMIT openFailed(path, messageText(result.error()));
                return;
            }
            m_path = path;
            m_quantizationPath = quantizationPath;
            if (!keepScenario) start(initial);
            Recents::add({QFileInfo(path).absoluteFilePath(),
                          quantizationPath.isEmpty() ? QString() : QFileInfo(quantizationPath).absoluteFilePath()});
            // The scenario may have been edited while the model was read again.
            if (result->evaluation->scenario == m_scenario) install(*std::move(result));
            else install(evaluated(std::move(result->model), m_scenario));
        },
        [this](double fraction) { Q_EMIT openingProgress(fraction); });
}

void Session::cancelOpening()
{
    if (m_phase != Phase::Opening) return;
    m_openJob.stop();
    setPhase(m_model ? Phase::Ready : Phase::Empty);
}

void Session::reload()
{
    if (!m_path.isEmpty()) startOpening(m_path, m_quantizationPath, true, state());
}

void Session::close()
{
    m_openJob.stop();
    m_path.clear();
    m_quantizationPath.clear();
    start({{}, std::make_shared<const KeptScenarios>()});
    install({});
}

void Session::adopt(std::shared_ptr<const Model> model, const Scenario& initial)
{
    m_openJob.stop();
    m_path.clear();
    m_quantizationPath.clear();
    start({initial, std::make_shared<const KeptScenarios>()});
    install(model ? evaluated(std::move(model), m_scenario) : Opened{});
}

// The old steps belong to the old model.
void Session::start(const SessionState& initial)
{
    m_undo.clear();
    m_scenario = initial.scenario;
    m_kept = initial.kept;
    m_replaced = true;
}

Session::Opened Session::evaluated(std::shared_ptr<const Model> model, const Scenario& scenario)
{
    QElapsedTimer timer;
    timer.start();
    auto evaluation = makeEvaluation(model, scenario);
    return {std::move(model), std::move(evaluation), static_cast<double>(timer.nsecsElapsed()) / 1e6};
}

void Session::install(Opened opened)
{
    m_evaluateJob.stop();
    m_previewJob.stop();
    m_sweepJob.stop();
    m_sweepDue = false;
    m_blocksJob.stop();
    m_preview.reset();
    m_blocks.reset();
    m_sweep.clear();
    m_selection = opened.model ? keptSelection(*opened.model) : Selection{};
    m_secondSlot = {};
    m_retired.add(std::exchange(m_evaluation, std::move(opened.evaluation)));
    m_retired.add(std::exchange(m_model, std::move(opened.model)));
    m_lastMilliseconds = opened.milliseconds;
    watchFiles();
    setPhase(m_model ? Phase::Ready : Phase::Empty);
    const bool replacedNow = std::exchange(m_replaced, false);
    if (replacedNow) Q_EMIT replaced();
    Q_EMIT modelChanged();
    Q_EMIT scenarioChanged();
    if (replacedNow) Q_EMIT keptChanged();
    announceEvaluation();
    Q_EMIT previewChanged();
    Q_EMIT selectionChanged();
    startBlocks();
    startSweep();
}

// The same thing in another version of the file, by its name.
Selection Session::keptSelection(const Model& next) const
{
    if (!m_model) return {};
    Selection kept = m_selection;
    if (kept.operation) kept.operation = next.graph->findOperation(m_model->graph->operation(kept.operation).id);
    if (kept.slot) kept.slot = next.baseline.slots().findId(m_model->baseline.slots().id(kept.slot));
    if (kept.tensor) kept.tensor = next.graph->findTensor(m_model->graph->tensor(kept.tensor).name);
    const bool found = (kept.kind == Selection::Kind::Operation && kept.operation)
                       || (kept.kind == Selection::Kind::Slot && kept.slot)
                       || (kept.kind == Selection::Kind::Group && kept.slot)
                       || (kept.kind == Selection::Kind::Edge && (kept.slot || kept.tensor));
    return found ? kept : Selection{};
}

void Session::setPhase(Phase phase)
{
    if (m_phase == phase) return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void Session::watchFiles()
{
    if (const QStringList old = m_watcher.files(); !old.isEmpty()) m_watcher.removePaths(old);
    m_changeTimer.stop();
    m_changedFile.clear();
    if (!m_model) return;
    for (const QString& path : {m_path, m_quantizationPath})
        if (!path.isEmpty() && QFileInfo::exists(path)) m_watcher.addPath(path);
}

} // namespace alignscope::ui

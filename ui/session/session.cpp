// SPDX-License-Identifier: Apache-2.0
#include "ui/session/session.h"

#include "core/io/open_model.h"
#include "core/report/scenario_json.h"
#include "ui/session/recents.h"
#include "ui/text/words.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What a sweep does not vary.
Scenario sweepBase(Scenario scenario)
{
    scenario.engine = Engine::Ppq;
    scenario.methods = {};
    scenario.forceOverlap = Overlap::Off;
    return scenario;
}

} // namespace

Session::Session(QObject* parent)
    : QObject(parent), m_openJob(*this, m_pool), m_evaluateJob(*this, m_pool),
      m_previewJob(*this, m_pool), m_sweepJob(*this, m_pool), m_wayOutJob(*this, m_pool), m_exportJob(*this, m_pool),
      m_blocksJob(*this, m_pool),
      m_kept(std::make_shared<const KeptScenarios>())
{
    m_pool.setMaxThreadCount(4);
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

// ---- the model -------------------------------------------------------------------------------

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
    const auto load = [model = path.toStdString(), quant = quantizationPath.toStdString(),
                       scenario = keepScenario ? m_scenario : initial.scenario](const Task& task) -> Result<Opened> {
        auto opened = openModel(model, quant, task);
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
    m_blocksJob.stop();
    m_preview.reset();
    m_blocks.reset();
    m_sweep.clear();
    m_selection = opened.model ? keptSelection(*opened.model) : Selection{};
    m_secondSlot = {};
    m_model = std::move(opened.model);
    m_evaluation = std::move(opened.evaluation);
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
                       || (kept.kind == Selection::Kind::Edge && kept.slot);
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

// ---- the scenario ----------------------------------------------------------------------------

SessionState Session::exchangeState(SessionState value)
{
    SessionState old = state();
    m_scenario = std::move(value.scenario);
    m_kept = std::move(value.kept);
    if (!m_jumping) announceState(old);
    return old;
}

void Session::announceState(const SessionState& before)
{
    const bool scenario = before.scenario != m_scenario;
    const bool kept = before.kept != m_kept && *before.kept != *m_kept;
    if (scenario && m_preview) endPreview();
    if (kept) Q_EMIT keptChanged();
    if (!scenario) return;
    Q_EMIT scenarioChanged();
    evaluateNow();
}

void Session::edit(Scenario value, const QString& text, const QString& mergeKey)
{
    if (!m_model || value == m_scenario) return;
    m_undo.push(new ScenarioCommand(*this, {std::move(value), m_kept}, text, mergeKey));
}

void Session::editKept(KeptScenarios kept, Scenario scenario, const QString& text, const QString& mergeKey)
{
    if (!m_model) return;
    SessionState next{std::move(scenario), std::make_shared<const KeptScenarios>(std::move(kept))};
    if (next == state()) return;
    m_undo.push(new ScenarioCommand(*this, std::move(next), text, mergeKey));
}

// A done step holds what was before it, an undone one what comes after it.
std::vector<Scenario> Session::history() const
{
    const int now = m_undo.index();
    std::vector<Scenario> states(static_cast<std::size_t>(m_undo.count()) + 1, m_scenario);
    for (int i = 0; i < m_undo.count(); ++i)
        if (const auto* command = dynamic_cast<const ScenarioCommand*>(m_undo.command(i)))
            states[static_cast<std::size_t>(i < now ? i : i + 1)] = command->value().scenario;
    return states;
}

void Session::goToStep(int step)
{
    if (m_jumping || step < 0 || step > m_undo.count() || step == m_undo.index()) return;
    const SessionState before = state();
    m_jumping = true;
    m_undo.setIndex(step);
    m_jumping = false;
    announceState(before);
}

Scenario Session::withMethod(Family family, Method method) const
{
    Scenario scenario = m_scenario;
    scenario.setMethod(family, method);
    return scenario;
}

Scenario Session::withOverlap(Overlap overlap) const
{
    Scenario scenario = m_scenario;
    scenario.forceOverlap = overlap;
    return scenario;
}

void Session::setMethod(Family family, Method method)
{
    edit(withMethod(family, method), tr("Set %1 to %2").arg(nameOf(family), nameOf(method)),
         u"method-%1"_s.arg(static_cast<int>(family)));
}

void Session::setForceOverlap(Overlap overlap)
{
    edit(withOverlap(overlap),
         overlap == Overlap::On ? tr("Turn force_overlap on") : tr("Turn force_overlap off"), u"overlap"_s);
}

void Session::applyPreset(std::string_view name)
{
    Scenario scenario = m_scenario;
    if (!alignscope::applyPreset(scenario, name)) return;
    edit(std::move(scenario), tr("Apply preset %1").arg(qs(name)), u"preset"_s);
}

void Session::setEngine(Engine engine)
{
    Scenario scenario = m_scenario;
    scenario.engine = engine;
    edit(std::move(scenario), tr("Use the %1 engine").arg(qs(toText(engine))));
}

Scenario Session::withOverride(const std::string& operation, const Override& value) const
{
    Scenario scenario = m_scenario;
    if (value == Override{}) scenario.overrides.erase(operation);
    else scenario.overrides[operation] = value;
    return scenario;
}

void Session::setOverride(const QString& operation, const Override& value)
{
    edit(withOverride(operation.toStdString(), value),
         value == Override{} ? tr("Let %1 follow its family").arg(operation)
         : value.method      ? tr("Set %1 to %2").arg(operation, nameOf(*value.method))
                             : tr("Set the overlap of %1").arg(operation),
         u"override-%1"_s.arg(operation));
}

bool Session::cycleMethod(OpId operation)
{
    if (!m_model || !operation) return false;
    const Operation& op = m_model->graph->operation(operation);
    const auto family = familyOf(op.type);
    if (!family) return false;
    const auto legal = legalMethods(*family);
    const auto found = m_scenario.overrides.find(op.id);
    Override value = found == m_scenario.overrides.end() ? Override{} : found->second;
    const Method now = value.method.value_or(m_scenario.method(*family));
    const auto at = std::find(legal.begin(), legal.end(), now);
    const auto next = static_cast<std::size_t>(at - legal.begin() + 1) % legal.size();
    value.method = legal[next];
    if (value.method == m_scenario.method(*family)) value.method.reset();
    setOverride(qs(op.id), value);
    return true;
}

// ---- what follows from it --------------------------------------------------------------------

void Session::evaluateNow()
{
    if (!m_model) return;
    m_evaluateJob.stop();
    const auto accept = [this](Opened made) {
        m_evaluation = std::move(made.evaluation);
        m_lastMilliseconds = made.milliseconds;
        announceEvaluation();
    };
    if (m_lastMilliseconds <= m_synchronousLimit) accept(evaluated(m_model, m_scenario));
    else m_evaluateJob.start([model = m_model, scenario = m_scenario](const Task&) { return evaluated(model, scenario); }, accept);
    if (m_sweptBase != sweepBase(m_scenario)) startSweep();
}

// A view of the old evaluation must not outlive it; whoever owns it may put a new one in place
// while evaluationChanged() is delivered.
void Session::announceEvaluation()
{
    m_view.reset();
    m_viewTitle.clear();
    Q_EMIT evaluationChanged();
    Q_EMIT shownChanged();
}

void Session::show(std::shared_ptr<const Evaluation> view, const QString& title)
{
    if (!m_model || !view || view->model->graph != m_model->graph) return showOutcome();
    m_view = std::move(view);
    m_viewTitle = title;
    Q_EMIT shownChanged();
}

void Session::showOutcome()
{
    if (!m_view) return;
    m_view.reset();
    m_viewTitle.clear();
    Q_EMIT shownChanged();
}

void Session::startPreview(const Scenario& scenario)
{
    if (!m_model) return;
    m_previewJob.stop();
    if (scenario == m_scenario) return endPreview();
    if (m_lastMilliseconds <= m_synchronousLimit) {
        m_preview = makeEvaluation(m_model, scenario);
        Q_EMIT previewChanged();
        return;
    }
    m_previewJob.start([model = m_model, scenario](const Task&) { return makeEvaluation(model, scenario); },
                       [this](std::shared_ptr<const Evaluation> result) {
                           m_preview = std::move(result);
                           Q_EMIT previewChanged();
                       });
}

void Session::endPreview()
{
    m_previewJob.stop();
    if (!m_preview) return;
    m_preview.reset();
    Q_EMIT previewChanged();
}

void Session::startBlocks()
{
    Q_EMIT blocksChanged();
    if (!m_model) return;
    m_blocksJob.start([graph = m_model->graph](const Task&) { return std::make_shared<const BlockTree>(findBlocks(*graph)); },
                      [this](std::shared_ptr<const BlockTree> blocks) {
                          m_blocks = std::move(blocks);
                          Q_EMIT blocksChanged();
                      });
}

// The old result stays until the new one is there; it is cleared with the model.
void Session::startSweep()
{
    m_sweepJob.stop();
    m_sweepDue = false;
    m_sweepProgress = 0;
    m_sweptBase = sweepBase(m_scenario);
    Q_EMIT sweepChanged();
    m_sweepDue = m_model && m_model->baseline.size() > 0;
    runSweep();
}

void Session::holdSweep(bool held)
{
    m_sweepHeld = held;
    runSweep();
}

void Session::runSweep()
{
    if (!m_sweepDue || m_sweepHeld) return;
    m_sweepDue = false;
    m_sweepJob.start(
        [model = m_model, base = m_sweptBase](const Task& task) {
            std::vector<Scenario> scenarios;
            for (const Engine engine : {Engine::Ppq, Engine::Strict}) {
                Scenario start = base;
                start.engine = engine;
                for (Scenario& scenario : everyCombination(*model, start)) scenarios.push_back(std::move(scenario));
            }
            return priced(*model, scenarios, task);
        },
        [this](std::vector<Combination> result) {
            m_sweep = std::move(result);
            Q_EMIT sweepChanged();
        },
        [this](double fraction) {
            m_sweepProgress = fraction;
            Q_EMIT sweepChanged();
        });
}

std::vector<ExportFormat> Session::exportFormats(QString* reason) const
{
    const auto refuse = [reason](const QString& sentence) {
        if (reason != nullptr) *reason = sentence;
        return std::vector<ExportFormat>{};
    };
    if (!m_evaluation) return refuse(tr("No model is open."));
    if (!m_model->source) return refuse(tr("The model was not read from a file."));
    if (m_evaluation->outcome.error) return refuse(tr("The engine stopped with an error; there is no outcome to write."));
    switch (m_model->quantSource) {
    case QuantSource::Qdq: return {ExportFormat::Qdq};
    case QuantSource::PpqJson:
    case QuantSource::Table: return {ExportFormat::PpqJson, ExportFormat::Qdq};
    case QuantSource::None: break;
    }
    return refuse(tr("The model has no quantization parameters."));
}

void Session::startExport(const ExportRequest& request)
{
    if (!m_evaluation || evaluating()) return;
    m_exportJob.start(
        [evaluation = m_evaluation, request](const Task& task) {
            return alignscope::exportModel(*evaluation->model, evaluation->outcome, request, task);
        },
        [this](const Result<ExportReport>& result) {
            if (result) Q_EMIT exported(*result);
            else Q_EMIT exportFailed(messageText(result.error()));
        },
        [this](double fraction) { Q_EMIT exportProgress(fraction); });
}

void Session::cancelExport() { m_exportJob.stop(); }

// ---- what is looked at -----------------------------------------------------------------------

void Session::select(const Selection& selection)
{
    if (m_selection == selection) return;
    m_selection = selection;
    m_secondSlot = {};
    Q_EMIT selectionChanged();
}

void Session::selectSecondSlot(SlotId slot)
{
    if (m_selection.kind != Selection::Kind::Slot) return;
    if (slot == m_secondSlot || slot == m_selection.slot) slot = {};
    if (slot == m_secondSlot) return;
    m_secondSlot = slot;
    Q_EMIT selectionChanged();
}

void Session::reveal(const Selection& selection)
{
    select(selection);
    Q_EMIT revealRequested();
}

void Session::selectOperation(OpId operation)
{
    Selection selection;
    selection.kind = Selection::Kind::Operation;
    selection.operation = operation;
    reveal(selection);
}

void Session::selectSlot(SlotId slot)
{
    if (!m_model || !slot) return;
    Selection selection;
    selection.kind = Selection::Kind::Slot;
    selection.slot = slot;
    selection.operation = m_model->baseline.slots()[slot].operation;
    reveal(selection);
}

void Session::selectEdge(SlotId consumer)
{
    if (!m_model || !consumer) return;
    Selection selection;
    selection.kind = Selection::Kind::Edge;
    selection.slot = consumer;
    selection.tensor = m_model->baseline.slots()[consumer].tensor;
    reveal(selection);
}

void Session::selectGroup(SlotId root)
{
    if (!m_model || !root) return;
    Selection selection;
    selection.kind = Selection::Kind::Group;
    selection.slot = root;
    reveal(selection);
}

SlotId Session::meantSlot() const
{
    if (m_selection.slot || !m_model || m_selection.kind != Selection::Kind::Operation) return m_selection.slot;
    return m_model->baseline.slots().find(m_selection.operation, SlotIo::Out, 0);
}

void Session::setMode(CanvasMode mode)
{
    if (m_mode == mode) return;
    m_mode = mode;
    Q_EMIT modeChanged();
}

bool Session::stepRequantizeEdge(int direction)
{
    if (!m_evaluation) return false;
    const auto& edges = m_mode == CanvasMode::Before ? m_evaluation->cascade.edgesBefore
                                                     : m_evaluation->cascade.edgesAfter;
    if (edges.empty()) return false;
    const auto count = static_cast<std::ptrdiff_t>(edges.size());
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    const SlotId here = m_selection.slot;
    if (here && m_selection.kind != Selection::Kind::Group) {
        // Edges stand in the order of their consumer slots.
        const auto at = std::lower_bound(edges.begin(), edges.end(), here,
                                         [](const RequantizeEdge& e, SlotId id) { return e.edge.to < id; });
        const std::ptrdiff_t index = at - edges.begin();
        const bool onEdge = at != edges.end() && at->edge.to == here;
        next = direction > 0 ? (onEdge ? index + 1 : index) : index - 1;
        next = (next + count) % count;
    }
    selectEdge(edges[static_cast<std::size_t>(next)].edge.to);
    return true;
}

bool Session::stepSlot(int direction)
{
    const OpId operation = m_selection.operation ? m_selection.operation
        : m_model && m_selection.slot            ? m_model->baseline.slots()[m_selection.slot].operation
                                                 : OpId{};
    if (!m_model || !operation) return false;
    const SlotList& slots = m_model->baseline.slots();
    std::vector<SlotId> data;
    for (std::size_t i = 0; i < slots.slotsOf(operation).size(); ++i) {
        const SlotId slot(slots.firstSlot(operation).index() + i);
        if (slots[slot].data) data.push_back(slot);
    }
    if (data.empty()) return false;
    const auto at = std::find(data.begin(), data.end(), m_selection.slot);
    const auto count = static_cast<std::ptrdiff_t>(data.size());
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (at != data.end()) next = (at - data.begin() + direction + count) % count;
    selectSlot(data[static_cast<std::size_t>(next)]);
    return true;
}

std::vector<OpId> Session::selectedOperations() const
{
    std::vector<OpId> operations;
    if (!m_model) return operations;
    const SlotList& slots = m_model->baseline.slots();
    switch (m_selection.kind) {
    case Selection::Kind::Operation: operations.push_back(m_selection.operation); break;
    case Selection::Kind::Slot: operations.push_back(slots[m_selection.slot].operation); break;
    case Selection::Kind::Edge:
        if (const OpId producer = m_selection.tensor ? m_model->graph->producer(m_selection.tensor) : OpId{}) operations.push_back(producer);
        if (m_selection.slot) operations.push_back(slots[m_selection.slot].operation);
        else if (m_selection.tensor)
            for (const Use& use : m_model->graph->uses(m_selection.tensor)) operations.push_back(use.operation);
        break;
    case Selection::Kind::Group:
        if (!shown()) break;
        for (const Group& group : m_mode == CanvasMode::Before ? shown()->cascade.groupsBefore : shown()->cascade.groups)
            if (group.root == m_selection.slot)
                for (const SlotId slot : group.slots) operations.push_back(slots[slot].operation);
        break;
    case Selection::Kind::Block:
        if (m_blocks && m_selection.block < m_blocks->size()) operations = (*m_blocks)[m_selection.block].operations;
        break;
    case Selection::Kind::None: break;
    }
    std::sort(operations.begin(), operations.end());
    operations.erase(std::unique(operations.begin(), operations.end()), operations.end());
    return operations;
}

} // namespace alignscope::ui

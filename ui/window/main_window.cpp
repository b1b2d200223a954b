// SPDX-License-Identifier: Apache-2.0
#include "ui/window/main_window.h"

#include "ui/panels/cascade_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/impact_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/proposals_panel.h"
#include "ui/panels/scenario_panel.h"
#include "ui/panels/scenarios_panel.h"
#include "ui/panels/slots_panel.h"
#include "ui/panels/steps_panel.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/sweep_panel.h"
#include "ui/theme/icons.h"
#include "ui/window/banners.h"
#include "ui/window/change_pointers.h"
#include "ui/window/command_palette.h"
#include "ui/window/dialogs.h"
#include "ui/window/dock.h"
#include "ui/window/export_dialog.h"
#include "ui/window/hand_actions.h"
#include "ui/window/search_box.h"
#include "ui/window/status_line.h"
#include "ui/window/table_tabs.h"
#include "ui/window/welcome_page.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

MainWindow::MainWindow(Memory memory, QWidget* parent) : MainWindow(memory, std::make_unique<Workplace>(), parent) { findOrphans(); }

MainWindow::MainWindow(Memory memory, std::unique_ptr<Workplace> workplace, QWidget* parent)
    : QMainWindow(parent), m_memory(memory), m_workplace(std::move(workplace)), m_session(m_workplace->session), m_stepper(m_workplace->stepper),
      m_document(m_workplace->document), m_store(m_workplace->store), m_comparison(m_workplace->comparison), m_costs(m_workplace->costs),
      m_autosave(m_workplace->autosave), m_drawing(m_workplace->drawing), m_actions(this)
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icon(u"alignscope"_s));
    setAcceptDrops(true);
    setMinimumSize(640, 420);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);

    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banners = new Banners(centre);
    column->addWidget(m_banners);
    m_stack = new QStackedWidget(centre);
    column->addWidget(m_stack, 1);
    m_welcome = new WelcomePage(m_actions, m_stack);
    m_stack->addWidget(m_welcome);
    m_canvas = new GraphView(m_stack);
    m_pointers = new ChangePointers(m_session, *m_canvas, this);
    m_canvas->setObjectName(u"canvas"_s);
    m_stack->addWidget(m_canvas);
    setCentralWidget(centre);

    m_status = new StatusLine(m_session, m_drawing, this);
    setStatusBar(m_status);
    makePanels();
    m_actions.undo = m_session.undoStack().createUndoAction(this, tr("Undo"));
    m_actions.redo = m_session.undoStack().createRedoAction(this, tr("Redo"));
    makeToolBar();
    makeMenus();
    for (QAction* action : m_actions.all()) addAction(action); // keys work while a menu bar is hidden
    connectSession();
    connectActions();
    connectCanvas();
    connectSteps();
    connectScenarios();
    m_hand = new HandActions(m_session, m_actions, *m_canvas, this);
    connect(m_hand, &HandActions::refused, this, [this](const QString& sentence) { m_status->showMessage(sentence, 8000); });

    // The offscreen screen is an arbitrary 800 x 800; nobody looks at it.
    const bool seen = QGuiApplication::platformName() != u"offscreen"_s;
    const QSize frame(8, 40); // what a window manager may put around; it is not known before the window is shown
    resize(seen ? QSize(1440, 900).boundedTo(screen()->availableSize() - frame) : QSize(1440, 900));
    if (width() < 1400) resizeDocks({m_docks[0], m_docks[1]}, {280, 312}, Qt::Horizontal); // the graph needs it more
    if (height() < 840) resizeDocks({m_docks[2]}, {240}, Qt::Vertical);
    m_firstPanelState = saveState();
    m_panelState = m_firstPanelState;
    m_layers = {};
    readSettings();
    showPanels(false);
    refreshActions();
    refreshTitle();
}

// Panels listen to the session until they are gone, so they go first.
MainWindow::~MainWindow()
{
    if (m_workplace && m_autosave) m_autosave->finish();
    hide();
    delete takeCentralWidget();
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
}

void MainWindow::makePanels()
{
    m_scenarioPanel = new ScenarioPanel(m_session, this);
    auto* scenario = makeDock(u"scenarioDock"_s, tr("Scenario"), m_scenarioPanel, this);
    m_inspector = new InspectorPanel(m_session, this);
    auto* inspector = makeDock(u"inspectorDock"_s, tr("Inspector"), m_inspector, this);

    m_tabs = new TableTabs(this);
    m_cascade = new CascadePanel(m_session, m_tabs);
    m_tabs->addTable(m_cascade, u"cascade"_s, tr("Cascade"));
    m_tabs->addTable(new SlotsPanel(m_session, m_tabs), u"table"_s, tr("Slots"));
    m_steps = new StepsPanel(m_session, m_stepper, m_tabs);
    m_tabs->addTable(m_steps, u"steps"_s, tr("Steps"));
    m_tabs->addTable(new SweepPanel(m_session, m_tabs), u"sweep"_s, tr("Sweep"));
    m_impact = new ImpactPanel(m_session, m_tabs);
    m_tabs->addTable(m_impact, u"impact"_s, tr("Impact"));
    m_tabs->addTable(new ProposalsPanel(m_session, m_tabs), u"proposals"_s, tr("Proposals"));
    m_compare = new ComparePanel(m_session, m_tabs);
    m_tabs->addTable(m_compare, u"compare"_s, tr("Compare"));
    m_scenariosPanel = new ScenariosPanel(m_session, m_store, m_costs, m_comparison, m_tabs);
    m_tabs->addTable(m_scenariosPanel, u"scenarios"_s, tr("Scenarios"));
    m_tabs->addTable(new HistoryPanel(m_session, m_costs, m_tabs), u"history"_s, tr("History"));
    auto* tables = new QDockWidget(tr("Tables"), this);
    tables->setObjectName(u"tablesDock"_s);
    tables->setWidget(m_tabs);
    tables->setTitleBarWidget(new QWidget(tables)); // the tabs say it already

    scenario->widget()->setMinimumWidth(264);
    inspector->widget()->setMinimumWidth(312);
    m_tabs->setMinimumHeight(140);
    addDockWidget(Qt::LeftDockWidgetArea, scenario);
    addDockWidget(Qt::RightDockWidgetArea, inspector);
    addDockWidget(Qt::BottomDockWidgetArea, tables);
    m_docks = {scenario, inspector, tables};
    for (QDockWidget* dock : m_docks) dock->installEventFilter(this);
    constexpr int kSettled = 120; // ms
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettled);
    connect(&m_settle, &QTimer::timeout, this, &MainWindow::settlePanels);
    resizeDocks({scenario, inspector}, {300, 336}, Qt::Horizontal);
    resizeDocks({tables}, {280}, Qt::Vertical);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::modelChanged, this, &MainWindow::modelChanged);
    connect(&m_session, &Session::evaluationChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::shownChanged, this, [this] {
        m_canvas->setEvaluation(m_session.shown(), m_comparison.variants());
        showViewLine();
        m_actions.clearSelection->setEnabled(m_session.showsView() || m_session.selection().kind != Selection::Kind::None);
    });
    connect(&m_session, &Session::scenarioChanged, this, [this] {
        refreshActions();
        refreshTitle();
    });
    connect(&m_session, &Session::previewChanged, this, [this] { m_canvas->setPreview(m_session.preview()); });
    connect(&m_session, &Session::selectionChanged, this, [this] {
        if (m_canvas->selection() != m_session.selection()) m_canvas->setSelection(m_session.selection());
        m_visits.visit(m_session.selection(), viewNow());
        refreshActions();
    });
    connect(&m_session, &Session::revealRequested, this, &MainWindow::revealSelection);
    connect(&m_session, &Session::modeChanged, this, [this] {
        m_canvas->setMode(m_session.mode());
        refreshActions();
    });
    connect(&m_session, &Session::openFailed, this, &MainWindow::openFailed);
    connect(&m_session, &Session::openingProgress, this, [this](double fraction) { m_banners->setProgress(u"opening"_s, fraction); });
    connect(&m_session, &Session::phaseChanged, this, [this] {
        tellPhase();
        refreshActions();
    });
    connect(&m_session, &Session::fileChangedOnDisk, this, [this](const QString& path) {
        m_banners->show(u"changed"_s, Banners::Kind::Info, tr("%1 changed on disk.").arg(QFileInfo(path).fileName()),
                        {{tr("Reload"), [this] { m_session.reload(); }}});
    });
    connect(&m_drawing, &DrawingJob::stateChanged, this,
            [this] { m_session.holdSweep(m_drawing.state() == DrawingJob::State::Fast); });
    connect(&m_drawing, &DrawingJob::drawingChanged, m_pointers, &ChangePointers::renew);
    connect(&m_drawing, &DrawingJob::drawingChanged, this, [this] {
        if (m_canvas->drawing() != m_drawing.drawing()) m_visits.forgetViews();
        m_canvas->setDrawing(m_drawing.drawing());
        // The canvas forgets what was selected on another model's drawing; the session knows better.
        m_canvas->setSelection(m_session.selection());
        refreshActions();
        if (m_drawing.drawing() && m_fitPending) {
            m_fitPending = false;
            m_revealPending = false;
            showFirst();
        }
        if (m_drawing.drawing() && m_revealPending) {
            m_revealPending = false;
            m_canvas->reveal(m_session.selection());
        }
        if (const auto& drawing = m_drawing.drawing(); drawing && m_collapsing != kNoBlock) {
            if (drawing->nodeOfBlock(m_collapsing) == kNoIndex)
                m_status->showMessage(tr("This block cannot be one box: data leaves it and comes back into it."), 6000);
            m_collapsing = kNoBlock;
        }
        refreshFocusBanner();
    });
}

void MainWindow::connectCanvas()
{
    connect(m_canvas, &GraphView::selectionChanged, this, [this](const Selection& selection) { m_session.select(selection); });
    connect(m_canvas, &GraphView::activated, this, [this](const Selection& selection) {
        m_session.select(selection);
        m_canvas->fitSelection();
    });
    connect(m_canvas, &GraphView::zoomChanged, m_status, &StatusLine::setZoom);
    connect(m_canvas, &GraphView::contextMenuRequested, this, [this](const Selection& selection, const QPoint& position) {
        m_session.select(selection);
        QMenu menu(this);
        fillContextMenu(&menu);
        menu.exec(position);
    });
    m_search->setArea(m_canvas);
    connect(m_search, &SearchBox::hitsChanged, this, [this](const std::vector<OpId>& hits) { m_canvas->setSearchHits(hits); });
    connect(m_search, &SearchBox::previewed, this, [this](OpId operation) {
        Selection pointed;
        if (operation) pointed = {Selection::Kind::Operation, operation, {}, {}};
        m_canvas->setPointed(pointed);
        if (operation) m_canvas->reveal(pointed);
    });
    connect(m_search, &SearchBox::covers, this, [this](const QRect& list) {
        m_canvas->setCovered(list.isNull() ? QRect() : QRect(m_canvas->viewport()->mapFrom(this, list.topLeft()), list.size()));
    });
    connect(m_search, &SearchBox::left, this, [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
    connect(m_status, &StatusLine::requantizeClicked, m_actions.nextRequantize, &QAction::trigger);
    connect(m_welcome, &WelcomePage::recentChosen, this, [this](const Recent& recent) { openRecent(recent); });
    connect(m_welcome, &WelcomePage::sampleChosen, this, [this](const Sample& sample) {
        const Recent files = unpack(sample);
        if (files.model.isEmpty()) openFailed(sample.title, tr("The sample could not be put into the cache folder."));
        else openRecent(files);
    });
}

void MainWindow::connectActions()
{
    const Actions& a = m_actions;
    const auto on = [this](QAction* action, auto&& function) { connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function)); };
    on(a.open, [this] { openDialog(); });
    on(a.openWithConfig, [this] { openConfigDialog(); });
    on(a.reload, [this] { m_session.reload(); });
    on(a.closeModel, [this] {
        if (mayLeave()) m_session.close();
    });
    on(a.exportModel, [this] { (new ExportDialog(m_session, this))->open(); });
    on(a.exportPng, [this] { exportPicture(PictureFormat::Png); });
    on(a.exportSvg, [this] { exportPicture(PictureFormat::Svg); });
    on(a.exportPdf, [this] { exportPicture(PictureFormat::Pdf); });
    on(a.properties, [this] { showProperties(m_session, this); });
    on(a.quit, [this] { close(); });
    on(a.find, [this] { m_search->start(); });
    on(a.copyName, [this] { copySelectedName(); });
    on(a.cycleMethod, [this] {
        if (!m_session.cycleMethod(m_session.selection().operation))
            m_status->showMessage(tr("Select an Add, Sub, Sum, Concat, pooling or Resize operation first."), 4000);
    });
    on(a.forceOverlap, [this](bool checked) { m_session.setForceOverlap(checked ? Overlap::On : Overlap::Off); });
    on(a.clearOverrides, [this] { m_session.clearHandEdits(); });
    on(a.compareEngines, [this] {
        m_compare->setSide(ComparePanel::Side::Engine);
        showCompare();
    });
    on(a.compareOrders, [this] {
        m_compare->askOrder();
        showCompare();
    });
    on(a.compareFile, [this] {
        showCompare();
        m_compare->chooseFile();
    });
    on(a.compareOnCanvas, [this] {
        showCompare();
        m_compare->setOnCanvas(true);
    });
    connect(m_inspector, &InspectorPanel::otherOrderAsked, a.compareOrders, &QAction::trigger);
    connect(m_cascade, &CascadePanel::otherOrderAsked, a.compareOrders, &QAction::trigger);
    connect(m_inspector, &InspectorPanel::promisesAsked, a.brokenPromises, &QAction::trigger);
    connect(m_inspector, &InspectorPanel::searchAsked, m_search, &SearchBox::ask);
    on(a.brokenPromises, [this] {
        m_cascade->setForm(CascadePanel::Form::Promises);
        m_tabs->setCurrentWidget(m_cascade);
        if (m_docks.size() > 2) m_docks[2]->show();
    });
    on(a.before, [this] { m_session.setMode(CanvasMode::Before); });
    on(a.after, [this] { m_session.setMode(CanvasMode::After); });
    on(a.difference, [this] {
        // The key goes to the difference and back.
        const bool already = m_session.mode() == CanvasMode::Difference;
        m_session.setMode(already ? CanvasMode::After : CanvasMode::Difference);
        refreshActions();
    });
    const auto layer = [&](QAction* action, bool CanvasLayers::* member) {
        on(action, [this, member](bool checked) {
            m_layers.*member = checked;
            m_canvas->setLayers(m_layers);
        });
    };
    layer(a.bindings, &CanvasLayers::bindings);
    layer(a.hulls, &CanvasLayers::hulls);
    layer(a.requantizeEdges, &CanvasLayers::requantizeEdges);
    layer(a.cost, &CanvasLayers::cost);
    layer(a.names, &CanvasLayers::names);
    layer(a.attributes, &CanvasLayers::attributes);
    layer(a.initializers, &CanvasLayers::initializers);
    for (QAction* action : {a.attributes, a.initializers, a.unfold, a.direction}) on(action, [this] { restartDrawing(); });
    on(a.legend, [this](bool checked) { m_canvas->setLegendVisible(checked); });
    on(a.minimap, [this](bool checked) { m_canvas->setMinimapVisible(checked); });
    on(a.wheelZooms, [this](bool checked) { m_canvas->setWheelZooms(checked); });
    on(a.animations, [this](bool checked) { m_canvas->setAnimations(checked); });
    on(a.fit, [this] { m_canvas->fit(); });
    on(a.fitSelection, [this] { m_canvas->fitSelection(); });
    on(a.zoomIn, [this] { m_canvas->zoomIn(); });
    on(a.zoomOut, [this] { m_canvas->zoomOut(); });
    on(a.zoomActual, [this] { m_canvas->zoomActual(); });
    for (const auto& [action, choice] : {std::pair(a.themeSystem, ThemeChoice::System), std::pair(a.themeLight, ThemeChoice::Light), std::pair(a.themeDark, ThemeChoice::Dark)})
        on(action, [this, choice = choice] {
            setThemeChoice(choice);
            writeSettings(); // a choice that a crash does not lose
        });
    on(a.fullScreen, [this](bool checked) { checked ? showFullScreen() : showNormal(); });
    on(a.resetLayout, [this] {
        restorePanels(m_firstPanelState);
        for (QDockWidget* dock : m_docks) dock->setVisible(m_session.model() != nullptr);
    });
    on(a.nextRequantize, [this] {
        if (!m_session.stepRequantizeEdge(1)) m_status->showMessage(tr("There is no requantize edge: every edge has one scale."), 4000);
    });
    on(a.previousRequantize, [this] {
        if (!m_session.stepRequantizeEdge(-1)) m_status->showMessage(tr("There is no requantize edge: every edge has one scale."), 4000);
    });
    on(a.showGroup, [this] { showGroup(); });
    on(a.why, [this] { showWhy(); });
    on(a.clearSelection, [this] {
        // The last thing that was begun ends first.
        if (m_session.showsView()) m_session.showOutcome();
        else m_session.select({});
    });
    connectGo();
    connectBlocks();
    on(a.palette, [this] {
        QList<std::pair<QString, QAction*>> more;
        for (QAction* preset : m_presets) more.append({tr("Preset %1").arg(preset->text()), preset});
        showCommandPalette(m_actions, more, this);
    });
    on(a.shortcuts, [this] { showShortcuts(m_actions, this); });
    on(a.about, [this] { showAbout(this); });
}

bool MainWindow::busy() const
{
    const auto state = m_drawing.state();
    return m_session.phase() == Session::Phase::Opening || m_session.evaluating() || m_impact->measuring() || m_compare->busy() || m_cascade->busy() || m_stepper.busy() || state == DrawingJob::State::Fast
           || state == DrawingJob::State::Improving || m_canvas->preparing() || m_settle.isActive();
}

int MainWindow::tab() const { return m_tabs->currentIndex(); }

void MainWindow::showTab(int index) { m_tabs->setCurrentIndex(index); }

} // namespace alignscope::ui

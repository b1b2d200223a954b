// SPDX-License-Identifier: Apache-2.0
// The tool bar, the menus and the context menu of MainWindow.
#include "ui/panels/segmented_control.h"
#include "ui/session/recents.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/window/banners.h"
#include "ui/window/hand_actions.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/search_box.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QToolButton* menuButton(QWidget* parent, const QString& name, const QString& text, const QString& iconName, const QString& tip, QMenu* menu)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(tip);
    button->setToolTip(tip);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(menu);
    return button;
}

} // namespace

void MainWindow::makeToolBar()
{
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({m_actions.open, m_actions.exportModel});
    m_actions.undo->setIcon(icon(u"undo"_s));
    m_actions.undo->setObjectName(u"undo"_s);
    m_actions.undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    m_actions.redo->setIcon(icon(u"redo"_s));
    m_actions.redo->setObjectName(u"redo"_s);
    m_actions.redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    bar->addSeparator();
    bar->addAction(m_actions.undo);
    bar->addAction(m_actions.redo);
    bar->addSeparator();

    auto* presetMenu = new QMenu(this);
    fillPresets(presetMenu);
    const QString tip = tr("Methods and overlap of a known tool in one step");
    auto* preset = menuButton(bar, u"presetButton"_s, tr("Preset"), u"preset"_s, tip, presetMenu);
    bar->addWidget(preset);
    connect(&m_session, &Session::scenarioChanged, preset, [this, preset, tip] {
        const QString name = qs(presetOf(m_session.scenario()));
        const bool excepts = !name.isEmpty() && exceptionCount(m_session.scenario()) > 0;
        preset->setText(name.isEmpty() ? tr("Own choice") : excepts ? tr("%1 +", "a preset, with exceptions").arg(name) : name);
        preset->setToolTip(excepts ? tr("%1 + exceptions").arg(name) + u'\n' + tip : tip);
        preset->setAccessibleName(preset->toolTip());
    });
    // As wide as its widest text, so that what stands beside it stays where it is.
    QStringList texts{preset->text(), tr("Own choice")};
    for (const Preset& known : presets()) texts << qs(known.name) << tr("%1 +", "a preset, with exceptions").arg(qs(known.name));
    int widest = 0;
    for (const QString& text : texts) {
        preset->setText(text);
        preset->ensurePolished();
        widest = std::max(widest, preset->sizeHint().width());
    }
    preset->setText(texts.front());
    preset->setFixedWidth(widest);
    m_presetWidth = widest;
    bar->addSeparator();

    auto* engine = new SegmentedControl(tr("Engine"), bar);
    engine->setObjectName(u"engineControl"_s);
    engine->setSegments({{static_cast<int>(Engine::Ppq), u"PPQ"_s, tr("Reproduces PPQ 0.6.6 exactly, quirks included")},
                         {static_cast<int>(Engine::Strict), tr("Strict"), tr("Gives what the constraints mean, independent of the order of operations")}});
    engine->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    bar->addWidget(engine);
    connect(engine, &SegmentedControl::chosen, this, [this](int id) { m_session.setEngine(static_cast<Engine>(id)); });
    connect(engine, &SegmentedControl::considered, this, [this](int id) {
        Scenario scenario = m_session.scenario();
        scenario.engine = static_cast<Engine>(id);
        m_session.startPreview(scenario);
    });
    connect(engine, &SegmentedControl::abandoned, this, [this] { m_session.endPreview(); });
    connect(&m_session, &Session::scenarioChanged, engine, [this, engine] {
        engine->setCurrent(static_cast<int>(m_session.scenario().engine));
    });
    engine->setCurrent(static_cast<int>(Engine::Ppq));
    bar->addSeparator();

    m_modeControl = new SegmentedControl(tr("What the canvas shows"), bar);
    m_modeControl->setObjectName(u"modeControl"_s);
    m_modeControl->setSegments({{0, tr("Before"), tr("The model as it was loaded")},
                                {1, tr("After"), tr("The outcome of the scenario")},
                                {2, tr("Difference"), tr("What the scenario changed (D)")}});
    m_modeControl->setCurrent(2);
    m_modeControl->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    bar->addWidget(m_modeControl);
    connect(m_modeControl, &SegmentedControl::chosen, this, [this](int id) { m_session.setMode(static_cast<CanvasMode>(id)); });

    auto* layers = new QMenu(this);
    layers->addActions({m_actions.bindings, m_actions.hulls, m_actions.requantizeEdges, m_actions.cost});
    layers->addSeparator();
    layers->addActions({m_actions.names, m_actions.attributes, m_actions.initializers, m_actions.unfold});
    layers->addSeparator();
    layers->addActions({m_actions.legend, m_actions.minimap});
    bar->addWidget(menuButton(bar, u"layersButton"_s, {}, u"layers"_s, tr("Layers of the canvas"), layers));

    auto* gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_search = new SearchBox(m_session, bar);
    bar->addWidget(m_search);
    bar->addSeparator();
    bar->addActions({m_actions.fit, m_actions.zoomOut, m_actions.zoomIn});
    if (auto* more = bar->findChild<QToolButton*>(u"qt_toolbar_ext_button"_s)) { // Qt's own is black on any ground
        more->setIcon(icon(u"more"_s));
        more->setIconSize(QSize(14, 14));
        more->setToolTip(tr("What there is no room for"));
        more->setAccessibleName(more->toolTip());
    }
    for (auto* button : bar->findChildren<QToolButton*>())
        if (QAction* action = button->defaultAction()) {
            button->setObjectName(u"tool."_s + action->objectName());
            button->setAccessibleName(Actions::plainText(action->text()));
            button->setFocusPolicy(Qt::TabFocus);
        }
}

QList<QAction*> MainWindow::fillPresets(QMenu* menu)
{
    QList<QAction*> made;
    menu->setToolTipsVisible(true);
    for (const Preset& preset : presets()) {
        QAction* action = menu->addAction(qs(preset.name));
        action->setObjectName(u"preset.%1"_s.arg(qs(preset.name)));
        QStringList parts;
        for (const Family family : kFamilies)
            parts << u"%1 %2"_s.arg(nameOf(family), nameOf(preset.methods[static_cast<std::size_t>(family)]));
        parts << (preset.forceOverlap == Overlap::On ? tr("overlap on") : tr("overlap off"));
        action->setToolTip(parts.join(u", "_s));
        action->setStatusTip(action->toolTip());
        made << action;
        connect(action, &QAction::triggered, this, [this, name = preset.name] { m_session.applyPreset(name); });
        connect(action, &QAction::hovered, this, [this, name = preset.name] {
            Scenario scenario = m_session.scenario();
            if (alignscope::applyPreset(scenario, name)) m_session.startPreview(scenario);
        });
    }
    connect(menu, &QMenu::aboutToHide, this, [this] { m_session.endPreview(); });
    return made;
}

void MainWindow::fillRecents(QMenu* menu)
{
    menu->clear();
    int number = 0;
    for (const Recent& recent : Recents::load()) {
        ++number;
        QString text = QFileInfo(recent.model).fileName();
        if (!recent.quantization.isEmpty()) text += u" + "_s + QFileInfo(recent.quantization).fileName();
        QAction* action = menu->addAction(text.replace(u'&', u"&&"_s));
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        action->setToolTip(recent.model);
        connect(action, &QAction::triggered, this, [this, recent] { openRecent(recent); });
    }
    menu->setEnabled(number > 0);
    if (number == 0) return;
    menu->addSeparator();
    connect(menu->addAction(tr("Forget all")), &QAction::triggered, this, [this, menu] {
        Recents::clear();
        fillRecents(menu);
    });
}

void MainWindow::makeMenus()
{
    const Actions& a = m_actions;
    auto* file = menuBar()->addMenu(tr("&File"));
    file->addActions({a.open, a.openWithConfig});
    auto* recents = file->addMenu(tr("Open &recent"));
    fillRecents(recents);
    connect(&m_session, &Session::modelChanged, recents, [this, recents] { fillRecents(recents); });
    file->addActions({a.reload, a.closeModel});
    file->addSeparator();
    file->addActions({a.saveSession, a.saveSessionAs, a.addScenarios});
    file->addSeparator();
    file->addAction(a.exportModel);
    file->addActions({a.exportPng, a.exportSvg, a.exportPdf});
    file->addSeparator();
    file->addAction(a.properties);
    file->addSeparator();
    file->addAction(a.quit);

    auto* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    edit->addActions({a.find, a.copyName});

    auto* align = menuBar()->addMenu(tr("&Align"));
    m_presets = fillPresets(align->addMenu(icon(u"preset"_s), tr("&Preset")));
    align->addSeparator();
    align->addActions({a.forceOverlap, a.cycleMethod});
    align->addSeparator();
    align->addActions({a.bind, a.releaseBinding, a.pin, a.unpin, a.excludeEdge});
    align->addSeparator();
    align->addAction(a.clearOverrides);
    align->addSeparator();
    align->addActions({a.brokenPromises, a.compareEngines, a.compareOrders, a.compareFile, a.compareOnCanvas});
    align->addActions({a.keepScenario, a.updateScenario, a.showScenarios});
    auto* kept = align->addMenu(tr("&Switch to scenario"));
    kept->addActions({a.scenarios.begin(), a.scenarios.end()});

    auto* view = menuBar()->addMenu(tr("&View"));
    view->addActions({a.before, a.after, a.difference, a.nextCompared});
    view->addSeparator();
    auto* layers = view->addMenu(icon(u"layers"_s), tr("&Layers"));
    layers->addActions({a.bindings, a.hulls, a.requantizeEdges, a.cost});
    layers->addSeparator();
    layers->addActions({a.names, a.attributes, a.initializers, a.unfold});
    layers->addSeparator();
    layers->addActions({a.legend, a.minimap});
    view->addActions({a.direction, a.wheelZooms, a.animations});
    view->addSeparator();
    view->addActions({a.fit, a.fitSelection, a.zoomIn, a.zoomOut, a.zoomActual});
    view->addSeparator();
    m_panelsMenu = view->addMenu(tr("&Panels"));
    for (QDockWidget* dock : m_docks) m_panelsMenu->addAction(dock->toggleViewAction());
    m_panelsMenu->addSeparator();
    m_panelsMenu->addAction(a.resetLayout);
    auto* theme = view->addMenu(icon(u"theme"_s), tr("&Theme"));
    theme->addActions({a.themeSystem, a.themeLight, a.themeDark});
    auto* language = view->addMenu(tr("Lan&guage"));
    language->addActions({a.languageSystem, a.languageEnglish, a.languageChinese});
    connect(a.language, &QActionGroup::triggered, this, [this] {
        writeSettings(); // a choice that a crash does not lose
        if (wordsOf(languageChoice()) == wordsOf(m_language)) return m_banners->take(u"language"_s);
        m_banners->show(u"language"_s, Banners::Kind::Answer, tr("The language changes at the next start of Alignscope, or now."),
                        {{tr("Change it now"), [this] { Q_EMIT renewalWanted(languageChoice()); }}});
    });
    view->addAction(a.fullScreen);

    auto* go = menuBar()->addMenu(tr("&Go"));
    go->addActions({a.back, a.forward});
    go->addSeparator();
    go->addActions({a.producer, a.consumers, a.nextSlot, a.previousSlot});
    go->addSeparator();
    go->addActions({a.neighbourhood, a.fewerHops, a.showAll});
    go->addSeparator();
    go->addActions({a.expandBlock, a.collapseBlock, a.collapseAll, a.expandAll});
    go->addSeparator();
    go->addActions({a.nextChange, a.previousChange, a.nextRequantize, a.previousRequantize, a.showGroup, a.why, a.clearSelection});

    auto* steps = menuBar()->addMenu(tr("&Steps"));
    steps->addActions({a.stepForward, a.stepBack, a.stepToStart, a.stepToEnd, a.play});
    steps->addSeparator();
    steps->addActions({a.nextStop, a.previousStop, a.toggleBreakpoint, a.haltAtSlot});
    steps->addSeparator();
    steps->addAction(a.watch);

    auto* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({a.palette, a.shortcuts});
    help->addSeparator();
    help->addAction(a.about);
}

void MainWindow::fillContextMenu(QMenu* menu)
{
    const auto& evaluation = m_session.evaluation();
    if (!evaluation) return;
    const Selection selection = m_session.selection();
    if (selection.kind == Selection::Kind::Operation) {
        const Operation& operation = evaluation->model->graph->operation(selection.operation);
        const auto family = familyOf(operation.type);
        if (family && evaluation->model->slotGraph->siteOf(selection.operation)) {
            auto* methods = menu->addMenu(tr("Method of %1").arg(shortened(qs(operation.id), 30)));
            const auto found = m_session.scenario().overrides.find(operation.id);
            const Override now = found == m_session.scenario().overrides.end() ? Override{} : found->second;
            const auto add = [&](const QString& text, std::optional<Method> method) {
                QAction* action = methods->addAction(text);
                action->setCheckable(true);
                action->setChecked(now.method == method);
                connect(action, &QAction::triggered, this, [this, id = qs(operation.id), now, method] {
                    Override next = now;
                    next.method = method;
                    m_session.setOverride(id, next);
                });
            };
            add(tr("As its family"), std::nullopt);
            for (const Method method : legalMethods(*family)) add(titleOf(method), method);
            menu->addSeparator();
        }
    }
    m_hand->fillContextMenu(menu);
    if (selection.kind != Selection::Kind::None) {
        menu->addActions({m_actions.why, m_actions.showGroup, m_actions.copyName, m_actions.fitSelection});
        menu->addSeparator();
        menu->addActions({m_actions.producer, m_actions.consumers, m_actions.neighbourhood});
        menu->addSeparator();
        for (QAction* action : {m_actions.expandBlock, m_actions.collapseBlock})
            if (action->isEnabled()) menu->addAction(action);
        menu->addActions({m_actions.watch, m_actions.haltAtSlot, m_actions.toggleBreakpoint});
        menu->addSeparator();
    }
    if (m_options.focus.active()) menu->addAction(m_actions.showAll);
    menu->addActions({m_actions.back, m_actions.fit, m_actions.nextRequantize});
}

} // namespace alignscope::ui

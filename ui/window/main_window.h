// SPDX-License-Identifier: Apache-2.0
// MainWindow: puts session, canvas and panels together.
#pragma once

#include "ui/canvas/graph_view.h"
#include "ui/export/picture.h"
#include "ui/session/visits.h"
#include "ui/session/workplace.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"

#include <QByteArray>
#include <QList>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QMenu;
class QStackedWidget;

namespace alignscope::ui {

class Banners;
class CascadePanel;
class ChangePointers;
class ComparePanel;
class ImpactPanel;
class PictureDialog;
struct Recent;
class HandActions;
class InspectorPanel;
class ScenarioPanel;
class ScenariosPanel;
class SegmentedControl;
class SearchBox;
class SegmentedControl;
class StatusLine;
class StepsPanel;
class TableTabs;
class WelcomePage;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `remember`: read and write the settings (not for screenshots).
    enum class Memory { Keep, Forget };
    explicit MainWindow(Memory memory = Memory::Keep, QWidget* parent = nullptr);
    /// Takes over all that `before` has open as it stands, and how it is looked at. `before` is to be
    /// destroyed as soon as its events are done, and before this one.
    explicit MainWindow(MainWindow& before);
    ~MainWindow() override;

    [[nodiscard]] Session& session() noexcept { return m_session; }
    [[nodiscard]] Stepper& stepper() noexcept { return m_stepper; }
    [[nodiscard]] DrawingJob& drawing() noexcept { return m_drawing; }
    [[nodiscard]] GraphView& canvas() noexcept { return *m_canvas; }
    [[nodiscard]] const Actions& actions() const noexcept { return m_actions; }
    [[nodiscard]] SessionDocument& document() noexcept { return m_document; }
    [[nodiscard]] ScenarioStore& scenarios() noexcept { return m_store; }
    [[nodiscard]] const ScenarioComparison& comparison() const noexcept { return m_comparison; }
    [[nodiscard]] Banners& banners() noexcept { return *m_banners; }
    void setThemeChoice(ThemeChoice choice);
    /// Cascade, Slots, Steps, Sweep, Impact, Proposals, Compare, Scenarios or History, by index.
    void showTab(int index);
    [[nodiscard]] int tab() const;
    /// The language that the window's words are in.
    void setLanguageChoice(const QString& language);
    [[nodiscard]] QString languageChoice() const;
    /// True while anything that the window shows is still being made.
    [[nodiscard]] bool busy() const;

    /// As dropped files: models, configs, scenarios, sessions.
    void openFiles(const QStringList& paths);

public Q_SLOTS:
    void openDialog();
    void openConfigDialog();

Q_SIGNALS:
    /// All words are to be in this language ("": the desktop's) at once; see WindowKeeper.
    void renewalWanted(const QString& language);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    MainWindow(Memory memory, std::unique_ptr<Workplace> workplace, QWidget* parent);
    // main_window.cpp
    void makePanels();
    void connectSession();
    void connectActions();
    void connectCanvas();
    void connectSteps();
    // main_window_bars.cpp
    void makeToolBar();
    void makeMenus();
    void fillRecents(QMenu* menu);
    QList<QAction*> fillPresets(QMenu* menu);
    void fillContextMenu(QMenu* menu);
    // main_window_go.cpp
    void connectGo();
    void travel(int step);
    [[nodiscard]] Visits::View viewNow() const;
    enum class Stream { Up, Down };
    void goAlongEdge(Stream stream);
    void changeHops(int step);
    void setFocusOn(DrawingFocus focus);
    void refreshFocusBanner();
    void revealSelection();
    // main_window_blocks.cpp
    void connectBlocks();
    void setCollapsed(std::vector<std::uint32_t> collapsed);
    void collapseRemembered();
    void openBlock(std::uint32_t block, Opening opening);
    void collapseAround();
    [[nodiscard]] std::uint32_t blockAround() const;
    bool expandTo(const Selection& selection);
    // main_window_session.cpp
    void connectScenarios();
    void refreshScenarios();
    void keepScenario();
    bool saveSession();
    bool saveSessionAs();
    void addScenarios(const QStringList& paths);
    void askForFile(const QString& sentence, bool isModel);
    void showProvenance();
    void findOrphans();
    void offerOrphans();
    void recover(const Autosave::Orphan& orphan);
    /// Asks what to do with named scenarios that stand in no file; false: stay.
    [[nodiscard]] bool mayLeave();
    void openRecent(const Recent& recent);
    // main_window_renewal.cpp
    void takeOver(MainWindow& before);
    // main_window_room.cpp
    void fitPanels();
    [[nodiscard]] bool roomy() const;
    void notePanels();
    void settlePanels();
    [[nodiscard]] QByteArray panelState() const;
    void restorePanels(const QByteArray& state);
    // main_window_state.cpp
    void readSettings();
    /// Those that are remembered from run to run.
    [[nodiscard]] QList<QAction*> viewActions() const;
    void applyViewActions();
    void writeSettings() const;
    void modelChanged();
    void refreshActions();
    void refreshTitle();
    void restartDrawing();
    void showPanels(bool visible);
    void tellAboutModel();
    void tellPhase();
    void showNotices();
    void offerConfigBeside();
    void openFailed(const QString& path, const QString& sentence);
    void exportPicture(PictureFormat format);
    void follow(PictureDialog* dialog);
    void copySelectedName();
    void showWhy();
    void showCompare();
    void showGroup();
    void showStep();
    void showViewLine();
    void goToStop(Direction direction);
    void refreshStepActions();
    void showFirst();

    Memory m_memory;
    std::unique_ptr<Workplace> m_workplace; ///< null once another window took it over
    Session& m_session;
    Stepper& m_stepper;
    SessionDocument& m_document;
    ScenarioStore& m_store;
    ScenarioComparison& m_comparison;
    ScenarioCosts& m_costs;
    std::unique_ptr<Autosave>& m_autosave;
    DrawingJob& m_drawing;
    std::vector<Autosave::Orphan> m_orphans;
    bool m_offersAll = false; ///< also what belongs to other models than the open one
    QString m_recovering; ///< the orphan whose content was opened
    Actions m_actions;
    Banners* m_banners = nullptr;
    QStackedWidget* m_stack = nullptr;
    WelcomePage* m_welcome = nullptr;
    GraphView* m_canvas = nullptr;
    ChangePointers* m_pointers = nullptr;
    CascadePanel* m_cascade = nullptr;
    InspectorPanel* m_inspector = nullptr;
    ImpactPanel* m_impact = nullptr;
    ComparePanel* m_compare = nullptr;
    ScenarioPanel* m_scenarioPanel = nullptr;
    ScenariosPanel* m_scenariosPanel = nullptr;
    QPointer<SegmentedControl> m_comparedChooser;
    QStringList m_comparedNames; ///< that it offers
    TableTabs* m_tabs = nullptr;
    StepsPanel* m_steps = nullptr;
    SearchBox* m_search = nullptr;
    HandActions* m_hand = nullptr;
    StatusLine* m_status = nullptr;
    SegmentedControl* m_modeControl = nullptr;
    QList<QAction*> m_presets; ///< of the menu
    QMenu* m_panelsMenu = nullptr;
    QList<QDockWidget*> m_docks;
    QByteArray m_panelState;      ///< of the docks while a model is open
    QByteArray m_firstPanelState; ///< as built, for "Reset panel layout"
    QByteArray m_widePanels;      ///< while the window is too narrow for them: as they stood beside each other
    QByteArray m_roomyPanels;     ///< as they stood when last there was room for all of them
    QList<int> m_roomySizes;      ///< and how much of it each took
    QTimer m_settle;              ///< runs while the window's size changes: what the layout makes of the panels then is not wanted
    QSize m_toldSize;             ///< by the last resizeEvent()
    bool m_given = false;         ///< the panels have just got their sizes back
    bool m_low = false;           ///< the tables were made lower for want of height
    int m_presetWidth = 0;        ///< of its button with a text
    bool m_panelsShown = false;
    bool m_fitPending = false;
    bool m_sameGraph = false; ///< as before the model was read again: the view stays
    bool m_revealPending = false; ///< once the drawing has come that holds the selection
    std::uint32_t m_collapsing = kNoBlock; ///< whether it could be collapsed shows its drawing
    Visits m_visits;
    ThemeChoice m_themeChoice = ThemeChoice::System;
    QString m_language; ///< in force; another may be chosen
    CanvasLayers m_layers;
    DrawingOptions m_options;
};

} // namespace alignscope::ui

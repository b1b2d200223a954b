// SPDX-License-Identifier: Apache-2.0
// Session: the open model, the undo stack of scenarios and what follows from them.
#pragma once

#include "core/base/result.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/group_members.h"
#include "core/cascade/hand_edits.h"
#include "core/cascade/sweep.h"
#include "core/graph/blocks.h"
#include "core/io/early_open.h"
#include "core/io/export_model.h"
#include "ui/canvas/graph_view.h"
#include "ui/session/kept_scenarios.h"
#include "ui/session/latest_job.h"
#include "ui/session/retired.h"
#include "ui/session/scenario_command.h"
#include "ui/session/selection.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <vector>

namespace alignscope::ui {

/// What Before and After are called over a column of numbers: "loaded", "now", "step 12".
struct ViewSides {
    QString before;
    QString after;
    bool operator==(const ViewSides&) const = default;
};

/// The only asynchronous state of the window: panels read it and listen to it, and change it
/// through its edits. Every edit is one entry of the undo stack. Thread: GUI.
class Session : public QObject {
    Q_OBJECT
public:
    enum class Phase { Empty, Opening, Ready };

    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // The model
    [[nodiscard]] Phase phase() const noexcept { return m_phase; }
    [[nodiscard]] const std::shared_ptr<const Model>& model() const noexcept { return m_model; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString quantizationPath() const { return m_quantizationPath; }
    /// Opens in a thread. An open model stays until the new one is there. `initial` is the scenario
    /// that the model starts with, `kept` are the named ones beside it; they are no undo step.
    void open(const QString& path, const QString& quantizationPath = {}, const Scenario& initial = {},
              const KeptScenarios& kept = {});
    /// The next open() of that file takes what is being read already.
    void expect(std::shared_ptr<EarlyOpen> early) { m_early = std::move(early); }
    /// A model, its quantization config and a scenario in any order, as they are dropped or named.
    /// A session file is handed on by sessionGiven().
    void openFiles(const QStringList& paths);
    void cancelOpening();
    /// Reads the files again; the scenario and its undo steps stay.
    void reload();
    void close();
    /// A model that was made in memory (tests, samples that are built).
    void adopt(std::shared_ptr<const Model> model, const Scenario& initial = {});

    // The scenario
    [[nodiscard]] QUndoStack& undoStack() noexcept { return m_undo; }
    [[nodiscard]] const Scenario& scenario() const noexcept { return m_scenario; }
    /// The named scenarios beside the one in force; ScenarioStore edits them.
    [[nodiscard]] const KeptScenarios& kept() const noexcept { return *m_kept; }
    /// One undo step for both; those with the same non-empty key that follow each other are one.
    void editKept(KeptScenarios kept, Scenario scenario, const QString& text, const QString& mergeKey = {});
    /// The scenario after each undo step; the first is the one that the model was opened with.
    [[nodiscard]] std::vector<Scenario> history() const;
    /// Named scenarios that were kept in undone steps: redo, or the next edit, brings them back.
    [[nodiscard]] int keptLater() const;
    /// Undoes or redoes up to a step of the history, with one evaluation.
    void goToStep(int step);
    /// One undo step, so that the history has a line for each choice.
    void edit(Scenario value, const QString& text);
    void setMethod(Family family, Method method);
    void setForceOverlap(Overlap overlap);
    void applyPreset(std::string_view name);
    void setEngine(Engine engine);
    /// An override that says nothing is removed.
    void setOverride(const QString& operation, const Override& value);
    /// The next legal method for one operation, as an override; false if it belongs to no family.
    bool cycleMethod(OpId operation);
    /// Edits by hand (session_by_hand.cpp). Whether one is legal is said by core (canBind and its
    /// likes); with AlsoStrict::Yes the strict engine is chosen in the same undo step.
    enum class AlsoStrict { No, Yes };
    void bindSlot(SlotId slot, SlotId master, AlsoStrict engine = AlsoStrict::No);
    void releaseBinding(const QString& slot);
    void pinSlot(SlotId slot, float scale, float offset, AlsoStrict engine = AlsoStrict::No);
    void unpinSlot(const QString& slot);
    void excludeEdge(SlotId from, SlotId to, AlsoStrict engine = AlsoStrict::No);
    void includeEdge(const QString& from, const QString& to);
    /// Also one that names what this model does not have.
    void removeHandEdit(const HandEdit& unwanted);
    void clearHandEdits();
    [[nodiscard]] Scenario withBinding(SlotId slot, SlotId master, AlsoStrict engine = AlsoStrict::No) const;
    [[nodiscard]] Scenario withPin(SlotId slot, float scale, float offset, AlsoStrict engine = AlsoStrict::No) const;
    [[nodiscard]] Scenario withExcluded(SlotId from, SlotId to, AlsoStrict engine = AlsoStrict::No) const;
    [[nodiscard]] Scenario withOverride(const std::string& operation, const Override& value) const;
    /// What it takes `member` to leave the group of `root`, worked out in the background; a new question
    /// ends the old one. `done` is not called once `receiver` is gone.
    void findWayOut(std::shared_ptr<const Evaluation> evaluation, SlotId root, SlotId member, QObject* receiver,
                    std::function<void(WayOut)> done);
    /// What `edit` would make of these, for previews.
    [[nodiscard]] Scenario withMethod(Family family, Method method) const;
    [[nodiscard]] Scenario withOverlap(Overlap overlap) const;

    // What follows from it
    /// Null only while there is no model.
    [[nodiscard]] const std::shared_ptr<const Evaluation>& evaluation() const noexcept { return m_evaluation; }
    /// The evaluation is not yet that of the scenario (large models only).
    [[nodiscard]] bool evaluating() const noexcept { return m_evaluateJob.running(); }
    /// What a hovered or focused option would do; null when there is none.
    [[nodiscard]] const std::shared_ptr<const Evaluation>& preview() const noexcept { return m_preview; }
    void startPreview(const Scenario& scenario);
    void endPreview();

    // What is shown of it
    /// What the canvas and the tables of values show: the evaluation, or another view of the model
    /// that somebody put in its place (a step of the pass, a comparison). Null without a model.
    [[nodiscard]] const std::shared_ptr<const Evaluation>& shown() const noexcept { return m_view ? m_view : m_evaluation; }
    /// Such a view is in place; the sentence says which.
    [[nodiscard]] bool showsView() const noexcept { return m_view != nullptr; }
    [[nodiscard]] const QString& viewTitle() const noexcept { return m_viewTitle; }
    /// What stands on its two sides; those of the outcome without one.
    [[nodiscard]] ViewSides viewSides() const;
    /// Puts a view of the open model's graph in place of the evaluation. Lasts until the next
    /// evaluation or showOutcome(); its owner makes it anew on evaluationChanged().
    void show(std::shared_ptr<const Evaluation> view, const QString& title, const ViewSides& sides);
    void showOutcome();

    // What is looked at
    [[nodiscard]] const Selection& selection() const noexcept { return m_selection; }
    [[nodiscard]] CanvasMode mode() const noexcept { return m_mode; }
    /// A slot that was picked beside the selected one, to be bound with it; ends with the selection.
    [[nodiscard]] SlotId secondSlot() const noexcept { return m_secondSlot; }
    /// Nothing happens unless a slot is selected; picking it again, or the selected one, ends it.
    void selectSecondSlot(SlotId slot);
    void select(const Selection& selection);
    /// Selects it and asks the canvas to move to it.
    void reveal(const Selection& selection);
    void selectOperation(OpId operation);
    void selectSlot(SlotId slot);
    void selectEdge(SlotId consumer);
    void selectGroup(SlotId root);
    /// The selected slot, or the first output of the selected operation; invalid when neither is.
    [[nodiscard]] SlotId meantSlot() const;
    void setMode(CanvasMode mode);
    /// Next (+1) or previous (-1) requantize edge of what is shown after the selection, round; false if there is none.
    bool stepRequantizeEdge(int direction);
    /// The same among the operations that another scale or offset came to in what is shown.
    bool stepChange(int direction);
    /// Next (+1) or previous (-1) data slot of the selected operation, round, inputs first; false if
    /// no operation or slot is selected or it is not quantized.
    bool stepSlot(int direction);
    /// The operations that the selection belongs to: itself, both ends of an edge, all members.
    [[nodiscard]] std::vector<OpId> selectedOperations() const;

    // The blocks of its graph, found in the background
    /// Null until they are found, and without a model.
    [[nodiscard]] const std::shared_ptr<const BlockTree>& blocks() const noexcept { return m_blocks; }

    // The sweep of both engines, kept current in the background. Overrides and edits by hand are
    // part of every combination, as they stay when one is adopted.
    [[nodiscard]] const std::vector<Combination>& sweepResult() const noexcept { return m_sweep; }
    [[nodiscard]] bool sweeping() const noexcept { return m_sweepDue || m_sweepJob.running(); }
    [[nodiscard]] double sweepProgress() const noexcept { return m_sweepProgress; }
    /// While it is held, a sweep that is due waits: nobody looks at it before there is a picture.
    void holdSweep(bool held);

    // The export
    /// Writes the outcome of the scenario in a thread; `exported` or `exportFailed` follows.
    /// The forms that the open model can be written in; empty: none, and why stands in `reason`.
    [[nodiscard]] std::vector<ExportFormat> exportFormats(QString* reason = nullptr) const;
    void startExport(const ExportRequest& request);
    void cancelExport();
    [[nodiscard]] bool exporting() const noexcept { return m_exportJob.running(); }

    /// Evaluations at most this slow run in the GUI thread. For tests of the other way.
    void setSynchronousLimit(double milliseconds) { m_synchronousLimit = milliseconds; }
    [[nodiscard]] QThreadPool& pool() noexcept { return m_pool; }

Q_SIGNALS:
    void phaseChanged();
    void openingProgress(double fraction);
    void openFailed(const QString& path, const QString& sentence);
    /// openFiles() was given a session, perhaps with files that stand for those it names.
    void sessionGiven(const QString& session, const QString& model, const QString& quantization);
    /// A model (or none) took the place of the old one. Selection and preview are gone.
    void modelChanged();
    void scenarioChanged();
    void keptChanged();
    /// Another model, or none, came in by open(), close() or adopt(), not by reload(); told just
    /// before modelChanged().
    void replaced();
    void evaluationChanged();
    void previewChanged();
    /// shown() is another; also after evaluationChanged().
    void shownChanged();
    void selectionChanged(); ///< also of the second slot
    /// Somebody asked to see the selection: the canvas should move to it.
    void revealRequested();
    void modeChanged();
    void sweepChanged();
    void blocksChanged();
    void exportProgress(double fraction);
    void exported(const alignscope::ExportReport& report);
    void exportFailed(const QString& sentence);
    void fileChangedOnDisk(const QString& path);

private:
    friend class ScenarioCommand;
    [[nodiscard]] SessionState state() const { return {m_scenario, m_kept}; }
    SessionState exchangeState(SessionState value);
    void announceState(const SessionState& before);
    [[nodiscard]] std::shared_ptr<const KeptScenarios> withUndoneKept(std::shared_ptr<const KeptScenarios> kept) const;

    void startOpening(const QString& path, const QString& quantizationPath, bool keepScenario,
                      const SessionState& initial);
    void start(const SessionState& initial);
    /// A model with the evaluation of the scenario that it opens with.
    struct Opened {
        std::shared_ptr<const Model> model;
        std::shared_ptr<const Evaluation> evaluation;
        double milliseconds = 0; ///< that the evaluation took
    };
    /// Thread: any.
    static Opened evaluated(std::shared_ptr<const Model> model, const Scenario& scenario);
    void install(Opened opened);
    void setPhase(Phase phase);
    void evaluateNow();
    void announceEvaluation();
    void startSweep();
    void runSweep();
    void startBlocks();
    void watchFiles();
    [[nodiscard]] Selection keptSelection(const Model& next) const;

    std::shared_ptr<EarlyOpen> m_early;
    QThreadPool m_pool;
    LatestJob m_openJob;
    LatestJob m_evaluateJob;
    LatestJob m_previewJob;
    LatestJob m_sweepJob;
    LatestJob m_wayOutJob;
    LatestJob m_exportJob;
    LatestJob m_blocksJob;

    Phase m_phase = Phase::Empty;
    QString m_path;
    QString m_quantizationPath;
    Retired m_retired; ///< models and evaluations that were replaced
    std::shared_ptr<const Model> m_model;
    QUndoStack m_undo;
    Scenario m_scenario;
    std::shared_ptr<const KeptScenarios> m_kept;
    bool m_replaced = false; ///< since the last install()
    bool m_jumping = false; ///< between undo steps that nobody is to see
    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const Evaluation> m_preview;
    std::shared_ptr<const Evaluation> m_view;
    QString m_viewTitle;
    ViewSides m_viewSides;
    double m_lastMilliseconds = 0;
    double m_synchronousLimit = 8;
    Selection m_selection;
    SlotId m_secondSlot;
    CanvasMode m_mode = CanvasMode::Difference;
    std::shared_ptr<const BlockTree> m_blocks;
    std::vector<Combination> m_sweep;
    Scenario m_sweptBase; ///< what all combinations have in common
    double m_sweepProgress = 0;
    bool m_sweepDue = false;
    bool m_sweepHeld = false;
    QFileSystemWatcher m_watcher;
    QTimer m_changeTimer; ///< a program that saves a file touches it several times
    QString m_changedFile;
};

} // namespace alignscope::ui

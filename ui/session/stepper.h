// SPDX-License-Identifier: Apache-2.0
// Stepper: the debugger of the pass: where it stands, what it halts at, what it watches.
#pragma once

#include "core/cascade/step_stops.h"
#include "core/cascade/step_trail.h"
#include "ui/session/latest_job.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace alignscope::ui {

class Session;

/// Shows steps of the session's outcome in its place (Session::show) until it is left, the scenario
/// changes or another view takes the place. Breakpoints and watches are kept by name and stay.
/// On large models trail, stops and the shown step are computed in a thread; then the position
/// moves at once and the picture follows with the newest one. Thread: GUI.
class Stepper : public QObject {
    Q_OBJECT
public:
    explicit Stepper(Session& session, QObject* parent = nullptr);
    ~Stepper() override;

    // Where it stands
    /// A step is shown in place of the outcome.
    [[nodiscard]] bool stepping() const noexcept { return m_stepping; }
    /// Steps of the outcome; positions go from 0 (loaded) to size().
    [[nodiscard]] std::size_t size() const;
    /// The end while nothing is stepped.
    [[nodiscard]] std::size_t position() const;
    /// The step that led to the position; null at position 0 and while nothing is stepped.
    [[nodiscard]] const Step* currentStep() const;
    /// The shown evaluation is not yet that of the position.
    [[nodiscard]] bool busy() const noexcept { return m_prepareJob.running() || m_viewJob.running(); }

    void goTo(std::size_t position);
    void stepForward(); ///< from nothing: to the first step
    void stepBack();    ///< from nothing: to before the last step
    void toStart() { goTo(0); }
    void toEnd() { goTo(size()); }
    /// To the next place at which a breakpoint halts (or a promise breaks, without breakpoints);
    /// false when there is none.
    bool toStop(Direction direction);
    /// The step that is shown, in the words of the language in force.
    void showAgain();
    /// Back to the outcome.
    void leave();

    [[nodiscard]] bool playing() const { return m_play.isActive(); }
    /// From the start when it stands at the end. Halts at stops and at the end.
    void play();
    void pause();
    void setSpeed(double stepsPerSecond);

    // What it halts at
    [[nodiscard]] const std::vector<Breakpoint>& breakpoints() const noexcept { return m_breakpoints; }
    void addBreakpoint(const Breakpoint& breakpoint);
    void removeBreakpoint(const Breakpoint& breakpoint);
    void toggleBreakpoint(const Breakpoint& breakpoint);
    [[nodiscard]] bool hasBreakpoint(const Breakpoint& breakpoint) const;
    [[nodiscard]] static Breakpoint atOperation(const Model& model, OpId operation);
    [[nodiscard]] static Breakpoint atSlot(const Model& model, SlotId slot);
    /// Of all breakpoints, by position.
    [[nodiscard]] const std::vector<Stop>& stops() const noexcept { return m_stops; }
    /// Where promises break, whether there is a breakpoint for that or not.
    [[nodiscard]] const std::vector<Stop>& promiseBreaks() const noexcept { return m_promiseBreaks; }

    // What it watches
    struct Watch {
        QString id;          ///< "Add1:in:0"
        SlotId slot;         ///< invalid when this model has no such slot
        SlotHistory history; ///< empty until it was made
    };
    [[nodiscard]] const std::vector<Watch>& watches() const noexcept { return m_watches; }
    void watch(SlotId slot);
    void unwatch(const QString& id);

    // Both, as the session file keeps them
    [[nodiscard]] StepMarks marks() const;
    /// Those of a session file, in place of all that are there. What the model does not have stays in
    /// the lists: another version of it may.
    void setMarks(const StepMarks& marks);

    /// Null until it was made, which asking for a step, or want(), brings about.
    [[nodiscard]] const std::shared_ptr<const StepTrail>& trail() const noexcept { return m_trail; }
    /// Somebody looks at trail, stops and histories: they are kept current from now on.
    void want();
    /// Models with more slots are worked on in a thread. For tests of the other way.
    void setSynchronousLimit(std::size_t slots) { m_synchronousSlots = slots; }

Q_SIGNALS:
    void positionChanged();
    /// Trail, stops and histories of this outcome are there (or gone).
    void prepared();
    void breakpointsChanged();
    void watchesChanged();
    void playingChanged();

private:
    struct Prepared {
        std::shared_ptr<const StepTrail> trail;
        std::vector<Stop> stops;
        std::vector<Stop> promiseBreaks;
        std::vector<SlotHistory> histories;
    };
    [[nodiscard]] bool small() const;
    [[nodiscard]] SlotId slotOf(const QString& id) const;
    void outcomeChanged();
    void modelChanged();
    void shownChanged();
    void prepare();
    void accept(Prepared prepared);
    void showPosition();
    void showView(std::shared_ptr<const Evaluation> view);
    void forget();
    void tick();

    Session& m_session;
    LatestJob m_prepareJob;
    LatestJob m_viewJob;
    std::size_t m_synchronousSlots = 12000;
    bool m_wanted = false;

    std::shared_ptr<const Evaluation> m_outcome; ///< that all of the rest belongs to
    std::shared_ptr<const StepTrail> m_trail;
    std::vector<Breakpoint> m_breakpoints;
    std::vector<Stop> m_stops;
    std::vector<Stop> m_promiseBreaks;
    std::vector<Watch> m_watches;

    bool m_stepping = false;
    std::size_t m_position = 0;
    std::optional<std::size_t> m_viewed; ///< position of m_view
    std::shared_ptr<const Evaluation> m_view;
    bool m_showing = false; ///< the change of view is our own
    QTimer m_play;
    QString m_path; ///< of the model that the marks were made for
};

} // namespace alignscope::ui

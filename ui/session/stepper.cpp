// SPDX-License-Identifier: Apache-2.0
#include "ui/session/stepper.h"

#include "ui/session/session.h"
#include "ui/text/step_words.h"
#include "ui/text/words.h"

#include <algorithm>
#include <utility>

namespace alignscope::ui {

Stepper::Stepper(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_prepareJob(*this, session.pool()), m_viewJob(*this, session.pool())
{
    setSpeed(3);
    connect(&m_play, &QTimer::timeout, this, &Stepper::tick);
    connect(&session, &Session::modelChanged, this, &Stepper::modelChanged);
    connect(&session, &Session::evaluationChanged, this, &Stepper::outcomeChanged);
    connect(&session, &Session::shownChanged, this, &Stepper::shownChanged);
    outcomeChanged();
}

Stepper::~Stepper() = default;

// ---- the outcome ----------------------------------------------------------------------------

bool Stepper::small() const { return m_outcome->model->baseline.size() <= m_synchronousSlots; }

SlotId Stepper::slotOf(const QString& id) const
{
    const auto& model = m_session.model();
    return model && model->baseline.slotList() ? model->baseline.slots().findId(id.toStdString()) : SlotId();
}

void Stepper::modelChanged()
{
    const auto& model = m_session.model();
    const bool other = m_session.path() != m_path;
    m_path = m_session.path();
    // What another file does not have is forgotten; another version of the same file may get it back.
    if (model && other) {
        std::erase_if(m_breakpoints, [&](const Breakpoint& breakpoint) { return !resolves(*model, breakpoint); });
        std::erase_if(m_watches, [&](const Watch& watch) { return !slotOf(watch.id).valid(); });
    }
    m_trail.reset();
    for (Watch& watch : m_watches) {
        watch.slot = slotOf(watch.id);
        watch.history = {};
    }
    outcomeChanged();
    Q_EMIT breakpointsChanged();
    Q_EMIT watchesChanged();
}

void Stepper::outcomeChanged()
{
    if (m_outcome == m_session.evaluation()) return; // only the colours are others
    pause();
    m_prepareJob.stop();
    m_viewJob.stop();
    m_outcome = m_session.evaluation();
    m_trail.reset();
    m_stops.clear();
    m_promiseBreaks.clear();
    for (Watch& watch : m_watches) watch.history = {};
    forget();
    if (m_outcome && m_wanted) prepare();
    else Q_EMIT prepared();
    Q_EMIT positionChanged();
}

void Stepper::want()
{
    if (std::exchange(m_wanted, true) || !m_outcome || m_trail) return;
    prepare();
}

void Stepper::prepare()
{
    if (!m_outcome) return;
    std::vector<SlotId> watched;
    for (const Watch& watch : m_watches)
        if (watch.slot) watched.push_back(watch.slot);
    auto work = [outcome = m_outcome, trail = m_trail, breakpoints = m_breakpoints, watched](const Task& task) {
        Prepared prepared;
        prepared.trail = trail ? trail : std::make_shared<const StepTrail>(outcome);
        // One walk over the steps for all breakpoints; the last one is the marks' own.
        std::vector<Breakpoint> all = breakpoints;
        all.push_back({Breakpoint::Kind::BrokenPromise, {}, 0});
        for (Stop& stop : findStops(prepared.trail, all, task))
            (stop.breakpoint == breakpoints.size() ? prepared.promiseBreaks : prepared.stops).push_back(stop);
        prepared.histories = historiesOf(prepared.trail, watched, task);
        return prepared;
    };
    if (small()) {
        m_prepareJob.stop();
        accept(work({}));
    } else {
        m_prepareJob.start(std::move(work), [this](Prepared prepared) { accept(std::move(prepared)); });
    }
}

void Stepper::accept(Prepared ready)
{
    const bool first = !m_trail;
    m_trail = std::move(ready.trail);
    m_stops = std::move(ready.stops);
    m_promiseBreaks = std::move(ready.promiseBreaks);
    std::size_t next = 0;
    for (Watch& watch : m_watches)
        if (watch.slot && next < ready.histories.size()) watch.history = std::move(ready.histories[next++]);
    Q_EMIT prepared();
    if (first && m_stepping) showPosition();
}

// ---- moving ---------------------------------------------------------------------------------

std::size_t Stepper::size() const { return m_outcome ? m_outcome->outcome.steps.size() : 0; }

std::size_t Stepper::position() const { return m_stepping ? m_position : size(); }

const Step* Stepper::currentStep() const
{
    return m_stepping && m_position > 0 ? &m_outcome->outcome.steps[m_position - 1] : nullptr;
}

void Stepper::goTo(std::size_t position)
{
    if (!m_outcome || size() == 0) return;
    position = std::min(position, size());
    if (m_stepping && m_position == position) return;
    m_stepping = true;
    m_position = position;
    Q_EMIT positionChanged();
    if (m_trail) showPosition();
    else if (!m_prepareJob.running()) prepare();
}

void Stepper::stepForward()
{
    if (!m_stepping) goTo(1);
    else if (m_position < size()) goTo(m_position + 1);
}

void Stepper::stepBack()
{
    if (const std::size_t at = position(); at > 0) goTo(at - 1);
}

bool Stepper::toStop(Direction direction)
{
    if (!m_outcome) return false;
    if (!m_trail) prepare();
    if (!m_trail) return false; // a large model: it comes
    // From nothing, forwards means from the beginning.
    const std::size_t from = !m_stepping && direction == Direction::Forward ? 0 : position();
    const auto next = nextStop(m_breakpoints.empty() ? m_promiseBreaks : m_stops, from, direction);
    if (!next) return false;
    pause();
    goTo(*next);
    return true;
}

// The newest position is computed; while one is on the way, others are only remembered.
void Stepper::showPosition()
{
    if (m_viewed == m_position && m_view) return showView(m_view);
    if (small()) {
        m_viewed = m_position;
        return showView(evaluationAt(m_trail, m_position));
    }
    if (m_viewJob.running()) return;
    m_viewJob.start([trail = m_trail, position = m_position](const Task&) { return std::pair(position, evaluationAt(trail, position)); },
                    [this](std::pair<std::size_t, std::shared_ptr<const Evaluation>> made) {
                        if (!m_stepping) return;
                        m_viewed = made.first;
                        showView(std::move(made.second));
                        if (made.first != m_position) showPosition();
                    });
}

void Stepper::showAgain()
{
    if (m_stepping && m_view) showView(m_view);
}

void Stepper::showView(std::shared_ptr<const Evaluation> view)
{
    m_view = std::move(view);
    m_showing = true;
    const std::size_t viewed = m_viewed.value_or(m_position);
    m_session.show(m_view, positionText(*m_outcome, viewed), {tr("loaded"), tr("step %1").arg(viewed)});
    m_showing = false;
}

void Stepper::shownChanged()
{
    // Somebody else showed something, or the outcome is back.
    if (m_showing || !m_stepping || (m_session.showsView() && m_session.shown() == m_view)) return;
    pause();
    m_viewJob.stop();
    forget();
    Q_EMIT positionChanged();
}

void Stepper::forget()
{
    m_stepping = false;
    m_position = 0;
    m_viewed.reset();
    m_view.reset();
}

void Stepper::leave()
{
    if (!m_stepping) return;
    pause();
    m_viewJob.stop();
    const bool shown = m_view != nullptr && m_session.shown() == m_view;
    forget();
    Q_EMIT positionChanged();
    if (shown) m_session.showOutcome();
}

// ---- playing --------------------------------------------------------------------------------

void Stepper::setSpeed(double stepsPerSecond) { m_play.setInterval(static_cast<int>(1000 / std::clamp(stepsPerSecond, 0.1, 100.0))); }

void Stepper::play()
{
    if (playing() || size() == 0) return;
    if (!m_stepping || m_position == size()) goTo(0);
    m_play.start();
    Q_EMIT playingChanged();
}

void Stepper::pause()
{
    if (!playing()) return;
    m_play.stop();
    Q_EMIT playingChanged();
}

void Stepper::tick()
{
    if (!m_trail || m_viewJob.running()) return; // the picture comes first
    stepForward();
    const bool halted = nextStop(m_stops, m_position - 1, Direction::Forward) == m_position;
    if (halted || m_position == size()) pause();
}

// ---- breakpoints and watches ----------------------------------------------------------------

Breakpoint Stepper::atOperation(const Model& model, OpId operation)
{
    return {Breakpoint::Kind::Operation, model.graph->operation(operation).id, 0};
}

Breakpoint Stepper::atSlot(const Model& model, SlotId slot)
{
    return {Breakpoint::Kind::SlotChange, model.baseline.slots().id(slot), 0};
}

bool Stepper::hasBreakpoint(const Breakpoint& breakpoint) const
{
    return std::find(m_breakpoints.begin(), m_breakpoints.end(), breakpoint) != m_breakpoints.end();
}

void Stepper::addBreakpoint(const Breakpoint& breakpoint)
{
    if (hasBreakpoint(breakpoint)) return;
    m_breakpoints.push_back(breakpoint);
    m_stops.clear();
    Q_EMIT breakpointsChanged();
    prepare();
}

void Stepper::removeBreakpoint(const Breakpoint& breakpoint)
{
    if (std::erase(m_breakpoints, breakpoint) == 0) return;
    m_stops.clear();
    Q_EMIT breakpointsChanged();
    prepare();
}

void Stepper::toggleBreakpoint(const Breakpoint& breakpoint)
{
    if (hasBreakpoint(breakpoint)) removeBreakpoint(breakpoint);
    else addBreakpoint(breakpoint);
}

void Stepper::watch(SlotId slot)
{
    if (!m_outcome || !slot) return;
    const QString id = QString::fromStdString(m_outcome->model->baseline.slots().id(slot));
    for (const Watch& watch : m_watches)
        if (watch.id == id) return;
    m_watches.push_back({id, slot, {}});
    Q_EMIT watchesChanged();
    prepare();
}

void Stepper::unwatch(const QString& id)
{
    if (std::erase_if(m_watches, [&](const Watch& watch) { return watch.id == id; }) == 0) return;
    Q_EMIT watchesChanged();
    if (m_prepareJob.running()) prepare(); // its histories are those of the old list
}

StepMarks Stepper::marks() const
{
    StepMarks marks{m_breakpoints, {}};
    for (const Watch& watch : m_watches) marks.watches.push_back(watch.id.toStdString());
    return marks;
}

void Stepper::setMarks(const StepMarks& marks)
{
    m_path = m_session.path();
    if (marks == this->marks()) return;
    m_breakpoints = marks.breakpoints;
    m_watches.clear();
    for (const std::string& id : marks.watches) m_watches.push_back({qs(id), slotOf(qs(id)), {}});
    m_stops.clear();
    Q_EMIT breakpointsChanged();
    Q_EMIT watchesChanged();
    if (m_wanted && m_outcome == m_session.evaluation()) prepare(); // else the outcome is still to come
}

} // namespace alignscope::ui

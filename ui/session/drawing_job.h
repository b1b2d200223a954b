// SPDX-License-Identifier: Apache-2.0
// DrawingJob: lays the open model out, fast first and then best, without keeping anyone waiting.
#pragma once

#include "ui/canvas/drawing.h"
#include "ui/session/latest_job.h"
#include "ui/session/retired.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace alignscope::ui {

/// Thread: GUI. Layouts are made in the pool (the best one in worker processes).
class DrawingJob : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,      ///< there is no model
        Fast,      ///< the first picture is being made
        Improving, ///< there is a picture, the best layout is on its way
        Done,
        Failed
    };

    explicit DrawingJob(QObject* parent = nullptr);
    ~DrawingJob() override;

    /// Off: the fast layout is the last one (screenshots).
    void setBestWanted(bool wanted) { m_bestWanted = wanted; }
    /// The executable that has a --worker mode; this program by default.
    void setWorkerProgram(const QString& program) { m_worker = program; }
    /// Where best layouts are kept between runs; the user's cache by default, empty: nowhere.
    void setCacheFolder(const QString& folder) { m_cache = folder; }
    void start(std::shared_ptr<const Model> model, const DrawingOptions& options);
    /// Keeps the picture that is there and stops improving it.
    void cancel();
    void clear();

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] double progress() const noexcept { return m_progress; }
    [[nodiscard]] bool best() const noexcept { return m_best; }
    [[nodiscard]] const QString& failure() const noexcept { return m_failure; }
    /// Null until the first picture of a model is made.
    [[nodiscard]] const std::shared_ptr<const Drawing>& drawing() const noexcept { return m_drawing; }

Q_SIGNALS:
    void drawingChanged();
    void stateChanged();

private:
    void improve(std::shared_ptr<const Drawing> drawing);
    void setState(State state);

    QThreadPool m_pool;
    LatestJob m_job;
    Retired m_retired;
    std::shared_ptr<const Drawing> m_drawing;
    State m_state = State::Idle;
    QString m_worker;
    QString m_cache;
    QString m_failure;
    double m_progress = 0;
    bool m_bestWanted = true;
    bool m_best = false;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// ScenarioComparison: two or more scenarios side by side, what the canvas and a table show of it.
#pragma once

#include "core/compare/variants.h"
#include "ui/canvas/graph_view.h"
#include "ui/session/latest_job.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstddef>
#include <memory>
#include <vector>

namespace alignscope::ui {

class Session;

/// Before is always the first scenario, After one of the others. A member that is the scenario in force
/// follows it; the comparison ends when something else is put on the canvas. Thread: GUI.
class ScenarioComparison : public QObject {
    Q_OBJECT
public:
    struct Member {
        Scenario scenario;
        QString name;
        bool current = false; ///< the scenario in force, whatever it becomes
    };

    explicit ScenarioComparison(Session& session, QObject* parent = nullptr);
    ~ScenarioComparison() override;

    /// Two to Spread::kMost; otherwise nothing happens. Worked out in a thread.
    void start(std::vector<Member> members);
    /// Shows another one as After; 0 is not one.
    void showAgainstFirst(std::size_t member);
    void end();
    /// What is shown, in the words of the language in force.
    void showAgain();

    /// It is what the canvas shows.
    [[nodiscard]] bool shown() const;
    [[nodiscard]] bool busy() const { return m_job.running(); }
    [[nodiscard]] const std::vector<Member>& members() const noexcept { return m_members; }
    [[nodiscard]] std::size_t after() const noexcept { return m_after; }
    /// Null unless shown() and there are more than two: one difference needs no key to it.
    [[nodiscard]] ShownVariants variants() const;
    /// Of Before and After; null unless shown().
    [[nodiscard]] std::shared_ptr<const Evaluation> view() const;

Q_SIGNALS:
    void changed();

private:
    void workOut();
    void showView();
    void present();

    Session& m_session;
    std::vector<Member> m_members;
    std::size_t m_after = 1;
    std::shared_ptr<const Variants> m_variants;
    std::shared_ptr<const Evaluation> m_view;
    bool m_showing = false;
    QThreadPool m_thread;
    LatestJob m_job;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// ScenarioCosts: the price of many scenarios of the open model, computed in the background and kept.
#pragma once

#include "core/cascade/sweep.h"
#include "ui/session/latest_job.h"

#include <QObject>
#include <QThreadPool>

#include <map>
#include <string>
#include <vector>

namespace alignscope::ui {

class Session;

/// Thread: GUI.
class ScenarioCosts : public QObject {
    Q_OBJECT
public:
    explicit ScenarioCosts(Session& session, QObject* parent = nullptr);
    ~ScenarioCosts() override;

    /// nullptr while it is not known; it is computed then and changed() follows.
    [[nodiscard]] const Combination* cost(const Scenario& scenario);

Q_SIGNALS:
    void changed();

private:
    void start();

    Session& m_session;
    std::map<std::string, Combination> m_known; ///< by the scenario as a line of JSON
    std::map<std::string, Scenario> m_wanted;
    bool m_scheduled = false;
    QThreadPool m_thread;
    LatestJob m_job;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// Retired: lets go of what is large in a thread, once nobody else holds it.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace alignscope::ui {

/// The window would stand still while the many small parts of a model of 100,000 operations are
/// freed. Thread: GUI.
class Retired : public QObject {
public:
    explicit Retired(QObject* parent = nullptr);
    ~Retired() override;
    /// Keeps it until it is the last one that does.
    void add(std::shared_ptr<const void> old);

private:
    void look();

    std::vector<std::shared_ptr<const void>> m_kept;
    QTimer m_timer;
    QThreadPool m_thread;
};

} // namespace alignscope::ui

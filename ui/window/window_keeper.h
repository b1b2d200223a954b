// SPDX-License-Identifier: Apache-2.0
// WindowKeeper: has the window, and puts another in its place where that is the way to change all of it.
#pragma once

#include "ui/window/main_window.h"

#include <QObject>

#include <memory>

namespace alignscope::ui {

/// In another language a window is built again around what the old one had open, which is handed over as it
/// stands: a model that is still being read, undo steps, selection and place.
class WindowKeeper : public QObject {
    Q_OBJECT
public:
    explicit WindowKeeper(MainWindow::Memory memory = MainWindow::Memory::Keep, QObject* parent = nullptr);
    ~WindowKeeper() override;
    [[nodiscard]] MainWindow& window() noexcept { return *m_window; }

private:
    void listen();
    void renew(const QString& language);

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<MainWindow> m_before; ///< until its last events are done; goes first
};

} // namespace alignscope::ui

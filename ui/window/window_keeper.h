// SPDX-License-Identifier: Apache-2.0
// WindowKeeper: has the window, and puts another in its place where that is the way to change all of it.
#pragma once

#include "ui/window/main_window.h"

#include <QObject>

#include <memory>

namespace alignscope::ui {

/// In another language a window is built again around what the old one had open: the model is read again,
/// scenarios, breakpoints and watches, mode, selection and place are handed over. Undo steps begin anew.
class WindowKeeper : public QObject {
    Q_OBJECT
public:
    explicit WindowKeeper(MainWindow::Memory memory = MainWindow::Memory::Keep, QObject* parent = nullptr);
    ~WindowKeeper() override;
    [[nodiscard]] MainWindow& window() noexcept { return *m_window; }

private:
    void make();
    void renew(const QString& language);

    MainWindow::Memory m_memory;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace alignscope::ui

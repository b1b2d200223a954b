// SPDX-License-Identifier: Apache-2.0
#include "ui/window/window_keeper.h"

#include "ui/window/language.h"

#include <QCoreApplication>
#include <QTimer>

#include <utility>

namespace alignscope::ui {

WindowKeeper::WindowKeeper(MainWindow::Memory memory, QObject* parent) : QObject(parent), m_window(std::make_unique<MainWindow>(memory)) { listen(); }
WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::listen()
{
    // Queued: the old window is in the middle of a click.
    connect(m_window.get(), &MainWindow::renewalWanted, this, &WindowKeeper::renew, Qt::QueuedConnection);
}

void WindowKeeper::renew(const QString& language)
{
    installLanguage(*QCoreApplication::instance(), language);
    auto next = std::make_unique<MainWindow>(*m_window);
    next->setLanguageChoice(language);
    m_before = std::exchange(m_window, std::move(next));
    listen();
    m_before->hide();
    // The new one is painted first.
    QTimer::singleShot(0, this, [this] { m_before.reset(); });
}

} // namespace alignscope::ui

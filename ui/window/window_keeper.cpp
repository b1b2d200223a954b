// SPDX-License-Identifier: Apache-2.0
#include "ui/window/window_keeper.h"

#include "core/graph/same_graph.h"
#include "ui/text/words.h"
#include "ui/window/language.h"

#include <QCoreApplication>

#include <utility>

namespace alignscope::ui {

WindowKeeper::WindowKeeper(MainWindow::Memory memory, QObject* parent) : QObject(parent), m_memory(memory) { make(); }
WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::make()
{
    m_window = std::make_unique<MainWindow>(m_memory);
    // Queued: the old window is in the middle of a click.
    connect(m_window.get(), &MainWindow::renewalWanted, this, &WindowKeeper::renew, Qt::QueuedConnection);
}

void WindowKeeper::renew(const QString& language)
{
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    Session& before = old->session();
    installLanguage(*QCoreApplication::instance(), language);
    make();
    m_window->setLanguageChoice(language);
    m_window->restoreGeometry(old->saveGeometry());
    m_window->showTab(old->tab());
    Session& session = m_window->session();
    session.setMode(before.mode());
    if (const auto model = before.model()) {
        const auto again = [window = m_window.get(), model, selection = before.selection(), mode = before.mode()] {
            Session& opened = window->session();
            opened.setMode(mode);
            if (opened.model() && isSameGraph(*model->graph, *opened.model()->graph)) opened.select(selection);
        };
        connect(&session, &Session::modelChanged, m_window.get(), again, Qt::SingleShotConnection);
        if (before.path().isEmpty()) {
            session.adopt(model, before.scenario());
            if (!before.kept().list.empty()) session.editKept(before.kept(), before.scenario(), tr("Kept scenarios"));
        } else {
            SessionFile content = old->document().content(old->document().path());
            content.savedAs = old->document().path().toStdString();
            m_window->document().restore(content);
        }
    }
    m_window->show();
    old->hide();
}

} // namespace alignscope::ui

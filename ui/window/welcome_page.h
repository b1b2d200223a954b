// SPDX-License-Identifier: Apache-2.0
// WelcomePage: what to do before a model is open: open one, drop one, learn from a sample.
#pragma once

#include "ui/session/recents.h"
#include "ui/window/samples.h"

#include <QWidget>

class QVBoxLayout;

namespace alignscope::ui {

struct Actions;

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(const Actions& actions, QWidget* parent = nullptr);
    void setRecents(const QList<Recent>& recents);

Q_SIGNALS:
    void sampleChosen(const alignscope::ui::Sample& sample);
    void recentChosen(const alignscope::ui::Recent& recent);

private:
    QVBoxLayout* m_recents;
    QWidget* m_recentsBox;
};

} // namespace alignscope::ui

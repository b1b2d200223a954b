// SPDX-License-Identifier: Apache-2.0
#include "ui/window/scenario_switcher.h"

#include "ui/session/scenario_store.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

ScenarioSwitcher::ScenarioSwitcher(Session& session, ScenarioStore& store, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_session(session), m_store(store), m_actions(actions), m_button(new QToolButton(this)), m_menu(new QMenu(this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kDouble, 2, space::kDouble, 2);
    row->setSpacing(space::kHalf);
    m_button->setObjectName(u"scenarioSwitcher"_s);
    m_button->setProperty("segment", true);
    m_button->setIcon(icon(u"down"_s));
    m_button->setIconSize(QSize(13, 13));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setLayoutDirection(Qt::LeftToRight);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_button->setToolTip(tr("The kept scenario that is in force; * says that it was changed since"));
    m_button->setMenu(m_menu);
    row->addWidget(m_button, 1);
    auto* keep = new QToolButton(this);
    keep->setProperty("flat", true);
    keep->setDefaultAction(actions.keepScenario);
    keep->setObjectName(u"scenarioKeepHere"_s);
    keep->setIconSize(QSize(16, 16));
    keep->setToolButtonStyle(Qt::ToolButtonIconOnly);
    keep->setAccessibleName(tr("Keep the scenario"));
    keep->setFocusPolicy(Qt::TabFocus);
    row->addWidget(keep);
    connect(m_menu, &QMenu::aboutToShow, this, &ScenarioSwitcher::fill);
    connect(&session, &Session::keptChanged, this, &ScenarioSwitcher::refresh);
    connect(&session, &Session::scenarioChanged, this, &ScenarioSwitcher::refresh);
    connect(&session, &Session::modelChanged, this, &ScenarioSwitcher::refresh);
    refresh();
}

void ScenarioSwitcher::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void ScenarioSwitcher::refresh()
{
    const QString title = m_store.title();
    const QString text = title.isEmpty() ? tr("Not kept under a name") : title;
    m_button->setText(m_button->fontMetrics().elidedText(text, Qt::ElideMiddle, std::max(60, m_button->width() - 40)));
    m_button->setAccessibleName(tr("Scenario: %1").arg(text));
    setVisible(m_session.model() == nullptr || m_session.model()->baseline.size() > 0);
}

void ScenarioSwitcher::fill()
{
    m_menu->clear();
    const auto& active = m_session.kept().active;
    for (int i = 0; i < m_store.count() && i < 40; ++i) {
        QAction* action = nullptr;
        if (i < 9) {
            action = m_actions.scenarios[static_cast<std::size_t>(i)];
            m_menu->addAction(action);
        } else {
            action = m_menu->addAction(m_store.name(i).replace(u'&', u"&&"_s), this, [this, i] { m_store.switchTo(i); });
        }
        action->setCheckable(true);
        action->setChecked(active == static_cast<std::size_t>(i));
    }
    if (m_store.count() > 0) m_menu->addSeparator();
    m_menu->addActions({m_actions.keepScenario, m_actions.updateScenario, m_actions.showScenarios});
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/segmented_control.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SegmentedControl::SegmentedControl(const QString& name, QWidget* parent)
    : QFrame(parent), m_name(name), m_group(new QButtonGroup(this))
{
    setProperty("segments", true);
    setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

void SegmentedControl::setSegments(const std::vector<Segment>& segments)
{
    for (QAbstractButton* old : m_group->buttons()) delete old;
    for (const Segment& segment : segments) {
        auto* button = new QToolButton(this);
        button->setProperty("segment", true);
        button->setText(segment.text);
        button->setToolTip(segment.toolTip);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setObjectName(u"%1.%2"_s.arg(objectName(), segment.text));
        button->setAccessibleName(u"%1: %2"_s.arg(m_name, segment.text));
        button->setAccessibleDescription(segment.toolTip);
        button->installEventFilter(this);
        m_group->addButton(button, segment.id);
        layout()->addWidget(button);
    }
}

void SegmentedControl::setCurrent(int id)
{
    if (QAbstractButton* button = m_group->button(id)) button->setChecked(true);
}

int SegmentedControl::current() const { return m_group->checkedId(); }

QToolButton* SegmentedControl::button(int id) const
{
    return qobject_cast<QToolButton*>(m_group->button(id));
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event)
{
    auto* button = qobject_cast<QToolButton*>(watched);
    if (button == nullptr) return false;
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::FocusIn: Q_EMIT considered(m_group->id(button)); break;
    case QEvent::Leave:
    case QEvent::FocusOut: Q_EMIT abandoned(); break;
    case QEvent::KeyPress: {
        // Moving with the arrows only considers; QButtonGroup would choose at once.
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Right ? 1 : key->key() == Qt::Key_Left ? -1 : 0;
        if (step == 0) break;
        const auto buttons = m_group->buttons();
        const auto next = buttons.indexOf(button) + step;
        if (next >= 0 && next < buttons.size()) buttons[next]->setFocus(Qt::TabFocusReason);
        return true;
    }
    default: break;
    }
    return false;
}

} // namespace alignscope::ui

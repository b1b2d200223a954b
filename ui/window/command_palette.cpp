// SPDX-License-Identifier: Apache-2.0
#include "ui/window/command_palette.h"

#include "ui/theme/theme.h"
#include "ui/window/actions.h"

#include <QCoreApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

class Palette : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Palette)
public:
    Palette(const Actions& actions, const QList<std::pair<QString, QAction*>>& more, QWidget* parent) : QDialog(parent, Qt::Popup), m_field(new QLineEdit(this)), m_list(new QListWidget(this))
    {
        setObjectName(u"commandPalette"_s);
        setAttribute(Qt::WA_DeleteOnClose);
        setAccessibleName(tr("Command palette"));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(space::kUnit, space::kUnit, space::kUnit, space::kUnit);
        m_field->setObjectName(u"paletteField"_s);
        m_field->setAccessibleName(tr("Command"));
        m_field->setPlaceholderText(tr("Type a command"));
        m_field->installEventFilter(this);
        column->addWidget(m_field);
        m_list->setObjectName(u"paletteList"_s);
        m_list->setAccessibleName(tr("Commands"));
        m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus, its arrow keys move here
        column->addWidget(m_list);
        for (QAction* action : actions.all()) m_commands.append({Actions::plainText(action->text()), action});
        for (QAction* action : {actions.undo, actions.redo}) m_commands.append({Actions::plainText(action->text()), action});
        m_commands.append(more);
        connect(m_field, &QLineEdit::textChanged, this, &Palette::fill);
        connect(m_list, &QListWidget::itemClicked, this, &Palette::run);
        fill();
        resize(460, 380);
        if (parent != nullptr) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 70)));
        m_field->setFocus();
    }

protected:
    // A style sheet's border is not drawn around a dialog.
    void paintEvent(QPaintEvent* event) override
    {
        QDialog::paintEvent(event);
        QPainter painter(this);
        painter.setPen(theme().muted);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched != m_field || event->type() != QEvent::KeyPress) return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->currentRow() >= 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            run();
            return true;
        }
        return false;
    }

private:
    void fill()
    {
        m_list->clear();
        const QStringList words = m_field->text().simplified().split(u' ', Qt::SkipEmptyParts);
        for (const auto& [name, action] : m_commands) {
            const QString all = name + u' ' + action->statusTip();
            bool fits = true;
            for (const QString& word : words) fits = fits && all.contains(word, Qt::CaseInsensitive);
            if (!fits) continue;
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            auto* item = new QListWidgetItem(action->icon(), key.isEmpty() ? name : u"%1    %2"_s.arg(name, key), m_list);
            item->setToolTip(action->statusTip());
            item->setData(Qt::UserRole, QVariant::fromValue(static_cast<QObject*>(action)));
            if (!action->isEnabled()) item->setForeground(theme().muted);
        }
        if (m_list->count() == 0) {
            auto* nothing = new QListWidgetItem(tr("No command has these words."), m_list);
            nothing->setFlags(Qt::NoItemFlags);
            nothing->setForeground(theme().muted);
        } else m_list->setCurrentRow(0);
    }

    void run()
    {
        const QListWidgetItem* item = m_list->currentItem();
        if (item == nullptr) return;
        const QPointer<QAction> action = qobject_cast<QAction*>(item->data(Qt::UserRole).value<QObject*>());
        if (action == nullptr || !action->isEnabled()) return;
        close(); // first, so that a dialog of the command does not open behind a popup
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    }

    QLineEdit* m_field;
    QListWidget* m_list;
    QList<std::pair<QString, QAction*>> m_commands;
};

} // namespace

void showCommandPalette(const Actions& actions, const QList<std::pair<QString, QAction*>>& more, QWidget* parent)
{
    (new Palette(actions, more, parent))->show();
}

} // namespace alignscope::ui

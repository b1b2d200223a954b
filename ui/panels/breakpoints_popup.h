// SPDX-License-Identifier: Apache-2.0
// BreakpointsPopup: the list of breakpoints and the form that makes a new one.
#pragma once

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QStringListModel;

namespace alignscope {
struct Breakpoint;
}

namespace alignscope::ui {

class Session;
class Stepper;

class BreakpointsPopup : public QFrame {
    Q_OBJECT
public:
    BreakpointsPopup(Session& session, Stepper& stepper, QWidget* parent = nullptr);
    /// Opens above or below `button`, with the selected thing filled in.
    void openAt(QWidget* button);

private:
    void refresh();
    void kindChosen();
    void check();
    void add();
    void removeCurrent();
    [[nodiscard]] std::optional<Breakpoint> wanted() const;

    Session& m_session;
    Stepper& m_stepper;
    QListWidget* m_list;
    QLabel* m_empty;
    QComboBox* m_kind;
    QStackedWidget* m_fields;
    QLineEdit* m_name;
    QSpinBox* m_size;
    QPushButton* m_add;
    QPushButton* m_remove;
    QLabel* m_message;
    QStringListModel* m_names;
};

} // namespace alignscope::ui

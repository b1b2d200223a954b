// SPDX-License-Identifier: Apache-2.0
// AnswerButton: an answer in one line that a click puts into force.
#pragma once

#include <QPushButton>

namespace alignscope::ui {

/// The end of the line gives way when there is too little room; the tool tip has the whole.
class AnswerButton : public QPushButton {
    Q_OBJECT
public:
    explicit AnswerButton(QWidget* parent = nullptr);
    /// `what` in bold, `answer` behind it, `meaning` in the tool tip; one that is in force already is
    /// marked and not clickable.
    void setAnswer(const QString& what, const QString& answer, const QString& meaning, bool inForce);
    [[nodiscard]] QString answer() const { return m_answer; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_what;
    QString m_answer;
    bool m_inForce = false;
};

} // namespace alignscope::ui

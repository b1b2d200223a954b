// SPDX-License-Identifier: Apache-2.0
// SegmentedControl: a few choices side by side, one of them in force.
#pragma once

#include <QFrame>

#include <vector>

class QButtonGroup;
class QToolButton;

namespace alignscope::ui {

/// Arrow keys move the focus between the segments; Space or a click chooses. Only `chosen` is a
/// decision: pointing at a segment or focusing it is `considered`, leaving the control is
/// `abandoned`.
class SegmentedControl : public QFrame {
    Q_OBJECT
public:
    struct Segment {
        int id = 0;
        QString text;
        QString toolTip;
    };

    explicit SegmentedControl(const QString& name, QWidget* parent = nullptr);
    void setSegments(const std::vector<Segment>& segments);
    void setCurrent(int id); ///< emits nothing
    [[nodiscard]] int current() const;
    [[nodiscard]] QToolButton* button(int id) const;

Q_SIGNALS:
    void chosen(int id);
    void considered(int id);
    void abandoned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString m_name;
    QButtonGroup* m_group;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// ShortcutSheet: all keys and gestures by topic.
#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace alignscope::ui {

struct Actions;

/// In as many columns as its width has room for; a topic stays in one.
class ShortcutSheet : public QWidget {
    Q_OBJECT
public:
    ShortcutSheet(const Actions& actions, QWidget* parent);

    /// Keeps the rows in which every word occurs, in the key, the text or the heading.
    void setFilter(const QString& text);
    [[nodiscard]] int widthOfColumns(int columns) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QLabel* key;
        QLabel* text;
        bool shown = true;
    };
    struct Section {
        QLabel* heading;
        QList<Row> rows;
    };
    [[nodiscard]] int place(int width, bool move); ///< returns the height
    [[nodiscard]] static int heightOf(const Section& section);

    QList<Section> m_sections;
    QLabel* m_nothing;
    int m_keyWidth = 0;
    int m_textWidth = 0;
};

} // namespace alignscope::ui

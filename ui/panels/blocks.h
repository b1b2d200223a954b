// SPDX-License-Identifier: Apache-2.0
// Blocks: the small pieces that panels are put together from.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QString>
#include <QStringList>

class QFrame;
class QVBoxLayout;
class QWidget;

namespace alignscope::ui {

/// A heading of a section inside a panel.
[[nodiscard]] QLabel* sectionLabel(const QString& text, QWidget* parent);
/// Secondary text; wraps.
[[nodiscard]] QLabel* mutedLabel(const QString& text, QWidget* parent);
/// A hairline.
[[nodiscard]] QFrame* rule(QWidget* parent);
/// Text that is a button: left-aligned, in the colour of a link.
[[nodiscard]] QPushButton* linkButton(const QString& text, QWidget* parent);
/// Words that scroll where there is too little height for them, rather than being cut.
class ScrollingWords : public QScrollArea {
public:
    ScrollingWords(QWidget* words, QWidget* parent);
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 40}; }
};
/// What to do when there is nothing to show: icon, sentence, hint.
[[nodiscard]] QWidget* emptyState(const QString& iconName, const QString& sentence, const QString& hint, QWidget* parent);
/// That size, or as much of it as the screen has.
void resizeWithin(QWidget& window, QSize size);
/// Deletes all items of a layout.
void clearLayout(QVBoxLayout* layout);

/// A link made of names: "%1  %2 -> %3". Where there is too little room, names lose their beginning,
/// the longest first; the whole text is the tool tip.
class NameLink : public QPushButton {
    Q_OBJECT
public:
    NameLink(const QString& pattern, const QStringList& names, QWidget* parent);
    [[nodiscard]] QString fullText() const { return filled(m_names); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QString filled(const QStringList& names) const;
    void write(QString text);

    QString m_pattern;
    QStringList m_names;
};

/// One line whose middle gives way when there is too little room; the whole text is the tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);
    void setFullText(const QString& text);
    /// Where it is cut: names at the left unless told otherwise, since their end tells them apart.
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_full;
    Qt::TextElideMode m_mode = Qt::ElideLeft;
};

} // namespace alignscope::ui

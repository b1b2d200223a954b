// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/blocks.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <vector>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

QLabel* sectionLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", u"section"_s);
    return label;
}

QLabel* mutedLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", u"muted"_s);
    label->setWordWrap(true);
    return label;
}

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("rule", true);
    line->setFixedHeight(1);
    return line;
}

namespace {

constexpr int kLinkFrame = 10; // padding and border of the style sheet

void makeLink(QPushButton& button, const QString& accessibleName)
{
    button.setProperty("link", true);
    button.setCursor(Qt::PointingHandCursor);
    button.setAccessibleName(accessibleName);
    button.setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

} // namespace

QPushButton* linkButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    makeLink(*button, text);
    return button;
}

NameLink::NameLink(const QString& pattern, const QStringList& names, QWidget* parent) : QPushButton(parent), m_pattern(pattern), m_names(names)
{
    makeLink(*this, fullText());
    write(fullText());
    setToolTip(fullText());
}

QString NameLink::filled(const QStringList& names) const
{
    QString text;
    for (qsizetype i = 0; i < m_pattern.size(); ++i) { // a name may hold what looks like a place
        const int place = m_pattern[i] == u'%' && i + 1 < m_pattern.size() ? m_pattern[i + 1].digitValue() : -1;
        if (place < 1 || place > names.size()) {
            text += m_pattern[i];
            continue;
        }
        text += names[place - 1];
        ++i;
    }
    return text;
}

QSize NameLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(fullText()) + kLinkFrame + 2, QPushButton::sizeHint().height()};
}

QSize NameLink::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 12, QPushButton::minimumSizeHint().height()}; }

void NameLink::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    const QFontMetrics metrics = fontMetrics();
    int room = width() - kLinkFrame - metrics.horizontalAdvance(filled(QStringList(m_names.size(), QString())));
    std::vector<qsizetype> order(static_cast<std::size_t>(m_names.size()));
    std::iota(order.begin(), order.end(), qsizetype{0});
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return metrics.horizontalAdvance(m_names[a]) < metrics.horizontalAdvance(m_names[b]); });
    QStringList shown = m_names;
    for (std::size_t i = 0; i < order.size(); ++i) { // what a short name leaves is for the longer ones
        QString& name = shown[order[i]];
        const int share = room / static_cast<int>(order.size() - i);
        if (metrics.horizontalAdvance(name) > share) name = metrics.elidedText(name, Qt::ElideLeft, std::max(share, 0));
        room -= metrics.horizontalAdvance(name);
    }
    write(filled(shown));
}

void NameLink::write(QString text)
{
    text.replace(u'&', u"&&"_s); // no key
    if (text != this->text()) setText(text);
}

namespace {

// Where it is low the picture goes first; then the words scroll.
class EmptyState final : public ScrollingWords {
public:
    EmptyState(QWidget* words, QWidget* picture, QWidget* parent) : ScrollingWords(words, parent), m_picture(picture) {}

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        ScrollingWords::resizeEvent(event);
        constexpr int kPicture = 28 + space::kUnit;
        const bool low = widget()->heightForWidth(viewport()->width()) + (m_low ? kPicture : 0) > viewport()->height();
        if (low == m_low) return;
        m_low = low;
        m_picture->setVisible(!low);
    }

private:
    QWidget* m_picture;
    bool m_low = false;
};

} // namespace

ScrollingWords::ScrollingWords(QWidget* words, QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    words->setProperty("panel", true); // the scroll area would fill it with the window's colour
    setWidget(words);
}

QWidget* emptyState(const QString& iconName, const QString& sentence, const QString& hint, QWidget* parent)
{
    auto* widget = new QWidget(parent);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(space::kDouble, space::kDouble, space::kDouble, space::kDouble);
    column->setSpacing(space::kUnit);
    column->addStretch(1);
    auto* picture = new QLabel(widget);
    picture->setPixmap(icon(iconName).pixmap(QSize(28, 28), parent->devicePixelRatioF(), QIcon::Disabled));
    picture->setAlignment(Qt::AlignCenter);
    column->addWidget(picture);
    auto* text = new QLabel(sentence, widget);
    text->setFont(scaledFont(1.0, true));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    column->addWidget(text);
    auto* more = mutedLabel(hint, widget);
    more->setAlignment(Qt::AlignCenter);
    column->addWidget(more);
    column->addStretch(2);
    return new EmptyState(widget, picture, parent);
}

void resizeWithin(QWidget& window, QSize size)
{
    const QSize frame(8, 40); // what a window manager may put around
    window.resize(size.boundedTo(window.screen()->availableSize() - frame));
}

void clearLayout(QVBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the sender of the click that is being handled
        }
        delete item;
    }
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFullText(text);
}

void ElidedLabel::setFullText(const QString& text)
{
    m_full = text;
    setText(text);
    setToolTip(text);
    update();
}

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 6, fontMetrics().height() + 2}; }
QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(m_full) + 4, fontMetrics().height() + 2}; }

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(m_full, m_mode, width());
    painter.drawText(rect(), static_cast<int>(alignment() | Qt::AlignVCenter), shown);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/window/banners.h"

#include "ui/panels/blocks.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QString tipOf(Banners::Kind kind)
{
    switch (kind) {
    case Banners::Kind::Info:
    case Banners::Kind::Answer: return u"info"_s;
    case Banners::Kind::Good: return u"good"_s;
    case Banners::Kind::Warning: return u"warning"_s;
    case Banners::Kind::Bad: return u"bad"_s;
    }
    return {};
}

QString iconOf(Banners::Kind kind)
{
    switch (kind) {
    case Banners::Kind::Info:
    case Banners::Kind::Answer: return u"info"_s;
    case Banners::Kind::Good: return u"check"_s;
    case Banners::Kind::Warning:
    case Banners::Kind::Bad: return u"warning"_s;
    }
    return {};
}

// What went wrong and what waits for an answer come first, then what stands for a state of the window and cannot be closed.
int rankOf(Banners::Kind kind, bool closable)
{
    if (kind == Banners::Kind::Bad || kind == Banners::Kind::Answer) return 4;
    if (!closable) return 3;
    switch (kind) {
    case Banners::Kind::Warning: return 2;
    case Banners::Kind::Good: return 1; // an answer to what was just done
    case Banners::Kind::Info:
    case Banners::Kind::Answer:
    case Banners::Kind::Bad: break;
    }
    return 0;
}

constexpr auto kRank = "rank";
constexpr auto kSerial = "serial";

// In the colours of the theme that is in force when it is painted; as high as a button beside it.
class Picture final : public QWidget {
public:
    Picture(const QIcon& icon, QWidget* parent) : QWidget(parent), m_icon(icon)
    {
        setObjectName(u"bannerPicture"_s);
        setFixedSize(18, 30);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

Banners::Banners(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout), m_more(new QPushButton(this))
{
    setObjectName(u"banners"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kUnit, space::kUnit, space::kUnit, space::kUnit);
    row->setSpacing(space::kHalf);
    row->addLayout(m_column, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    m_column->setSpacing(space::kHalf);
    m_more->setObjectName(u"moreBanners"_s);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        arrange();
    });
    hide();
}

QString Banners::foremost() const
{
    QString best;
    const auto before = [this](const QString& a, const QString& b) {
        const QFrame* x = m_frames.value(a);
        const QFrame* y = m_frames.value(b);
        const int apart = x->property(kRank).toInt() - y->property(kRank).toInt();
        return apart != 0 ? apart > 0 : x->property(kSerial).toInt() > y->property(kSerial).toInt();
    };
    for (const QString& key : m_frames.keys())
        if (best.isEmpty() || before(key, best)) best = key;
    return best;
}

void Banners::arrange()
{
    const QString first = foremost();
    QStringList others;
    for (auto it = m_frames.cbegin(); it != m_frames.cend(); ++it) {
        it.value()->setVisible(m_showsAll || it.key() == first);
        if (it.key() != first) others << it.value()->accessibleName();
    }
    if (others.isEmpty()) m_showsAll = false;
    else if (m_column->indexOf(m_frames.value(first)) != 0) m_column->insertWidget(0, m_frames.value(first));
    const int count = static_cast<int>(others.size());
    m_more->setVisible(count > 0);
    m_more->setText(m_showsAll ? tr("One line") : tr("%n more", nullptr, count));
    m_more->setAccessibleName(m_showsAll ? tr("Show the most important message only") : tr("Show %n more message(s)", nullptr, count));
    m_more->setToolTip(m_showsAll ? m_more->accessibleName() : others.join(u'\n'));
    setVisible(!m_frames.isEmpty());
}

QFrame* Banners::make(const QString& key, Kind kind, const QString& text, const std::vector<Button>& buttons, bool closable, bool progress)
{
    take(key);
    auto* frame = new QFrame(this);
    frame->setObjectName(u"banner.%1"_s.arg(key));
    frame->setProperty("tip", tipOf(kind));
    frame->setAccessibleName(text);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(space::kUnit);
    row->addWidget(new Picture(icon(iconOf(kind)), frame), 0, Qt::AlignTop);
    auto* label = new QLabel(text, frame);
    label->setObjectName(u"bannerText"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label, 1);
    if (progress) {
        auto* bar = new QProgressBar(frame);
        bar->setTextVisible(false);
        bar->setRange(0, 0);
        bar->setFixedWidth(180);
        bar->setAccessibleName(text);
        row->addWidget(bar);
    }
    for (const Button& button : buttons) {
        auto* push = new QPushButton(button.text, frame);
        push->setObjectName(u"bannerButton"_s);
        push->setAccessibleName(u"%1: %2"_s.arg(button.text, text));
        connect(push, &QPushButton::clicked, this, [this, key, pressed = button.pressed] {
            take(key);
            if (pressed) pressed();
        });
        row->addWidget(push, 0, Qt::AlignTop);
    }
    if (closable) {
        auto* close = new QToolButton(frame);
        close->setProperty("flat", true);
        close->setObjectName(u"bannerClose"_s);
        close->setIcon(icon(u"close"_s));
        close->setIconSize(QSize(14, 14));
        close->setToolTip(tr("Dismiss"));
        close->setAccessibleName(tr("Dismiss: %1").arg(text));
        connect(close, &QToolButton::clicked, this, [this, key] { take(key); });
        row->addWidget(close, 0, Qt::AlignTop);
    }
    frame->setProperty(kRank, rankOf(kind, closable));
    frame->setProperty(kSerial, ++m_shown);
    m_frames.insert(key, frame);
    m_column->addWidget(frame);
    arrange();
    return frame;
}

void Banners::show(const QString& key, Kind kind, const QString& text, const std::vector<Button>& buttons, bool closable)
{
    QFrame* frame = make(key, kind, text, buttons, closable, false);
    // Good news without anything to do about it makes room by itself.
    constexpr int kSeconds = 12;
    if (kind == Kind::Good && buttons.empty())
        QTimer::singleShot(kSeconds * 1000, frame, [this, key, frame] {
            if (m_frames.value(key) == frame) take(key);
        });
}

void Banners::showLine(const QString& key, const QString& text, const std::vector<Button>& buttons)
{
    if (QFrame* frame = m_frames.value(key)) {
        if (auto* line = frame->findChild<ElidedLabel*>(u"bannerText"_s)) {
            line->setFullText(text);
            frame->setAccessibleName(text);
            for (auto* button : frame->findChildren<QPushButton*>(u"bannerButton"_s)) button->setAccessibleName(u"%1: %2"_s.arg(button->text(), text));
            return;
        }
    }
    QFrame* frame = make(key, Kind::Info, text, buttons, false, false);
    auto* old = frame->findChild<QLabel*>(u"bannerText"_s);
    auto* line = new ElidedLabel(text, frame);
    line->setElideMode(Qt::ElideRight);
    delete frame->layout()->replaceWidget(old, line);
    static_cast<QHBoxLayout*>(frame->layout())->setStretchFactor(line, 1);
    delete old;
    line->setObjectName(u"bannerText"_s);
    line->setMinimumHeight(line->sizeHint().height());
}

void Banners::addChooser(const QString& key, QWidget* chooser)
{
    QFrame* frame = m_frames.value(key);
    if (frame == nullptr) return;
    auto* row = static_cast<QHBoxLayout*>(frame->layout());
    row->insertWidget(2, chooser); // behind icon and text
    for (int i = 0; i < row->count(); ++i) row->itemAt(i)->setAlignment(Qt::AlignVCenter);
}

void Banners::showProgress(const QString& key, const QString& text, const std::vector<Button>& buttons)
{
    make(key, Kind::Info, text, buttons, false, true);
}

void Banners::setProgress(const QString& key, double fraction)
{
    QFrame* frame = m_frames.value(key);
    if (frame == nullptr) return;
    if (auto* bar = frame->findChild<QProgressBar*>()) {
        bar->setRange(0, 1000);
        bar->setValue(static_cast<int>(fraction * 1000));
    }
}

void Banners::take(const QString& key)
{
    if (QFrame* frame = m_frames.take(key)) {
        frame->hide();
        frame->deleteLater();
    }
    arrange();
}

void Banners::clear(const QString& kept)
{
    for (const QString& key : m_frames.keys())
        if (key != kept) take(key);
}

QString Banners::text(const QString& key) const
{
    QFrame* frame = m_frames.value(key);
    return frame == nullptr ? QString() : frame->accessibleName();
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/window/welcome_page.h"

#include "ui/panels/blocks.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

// A card that is one button: title and sentence.
class CardButton : public QPushButton {
public:
    CardButton(const QString& title, const QString& text, QWidget* parent) : QPushButton(parent)
    {
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(u"%1. %2"_s.arg(title, text));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(16, 12, 16, 14);
        column->setSpacing(space::kHalf);
        auto* head = new QLabel(title, this);
        head->setFont(scaledFont(1.05, true));
        auto* body = mutedLabel(text, this);
        body->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        for (QLabel* label : {head, body}) label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(head);
        column->addWidget(body, 1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        setMinimumSize(240, 96);
    }
    [[nodiscard]] QSize sizeHint() const override { return {280, 100}; }
};

} // namespace

WelcomePage::WelcomePage(const Actions& actions, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"welcomePage"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"welcomeScroll"_s);
    scroll->setAccessibleName(tr("Welcome"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* page = new QWidget(scroll);
    page->setProperty("panel", true);
    auto* centred = new QHBoxLayout(page);
    centred->setContentsMargins(32, 24, 32, 24);
    auto* body = new QWidget(page);
    body->setMaximumWidth(940);
    body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    centred->addStretch(1);
    centred->addWidget(body, 20);
    centred->addStretch(1);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kDouble);
    column->addStretch(1);

    auto* head = new QHBoxLayout;
    head->setSpacing(space::kDouble + space::kHalf);
    auto* logo = new QLabel(body);
    logo->setPixmap(icon(u"alignscope"_s).pixmap(QSize(64, 64), devicePixelRatioF()));
    head->addWidget(logo, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* title = new QLabel(u"Alignscope"_s, body);
    title->setFont(scaledFont(2.1, true));
    words->addWidget(title);
    auto* subtitle = mutedLabel(tr("See which quantization scales of a network are shared, why, and what each way of sharing them costs."), body);
    subtitle->setFont(scaledFont(1.1));
    words->addWidget(subtitle);
    head->addLayout(words, 1);
    column->addLayout(head);

    auto* row = new QHBoxLayout;
    row->setSpacing(space::kDouble);
    auto* open = new QPushButton(icon(u"open"_s), tr("Open a model..."), body);
    open->setObjectName(u"welcomeOpen"_s);
    open->setAccessibleName(tr("Open a model"));
    open->setProperty("primary", true);
    QFont larger = scaledFont(1.05, true);
    open->setFont(larger);
    open->setIcon({});
    connect(open, &QPushButton::clicked, actions.open, &QAction::trigger);
    row->addWidget(open);
    auto* hint = mutedLabel(tr("or drop an ONNX model anywhere in this window, together with its PPQ config (JSON) if it has one."), body);
    row->addWidget(hint, 1);
    column->addLayout(row);

    m_recentsBox = new QWidget(body);
    auto* recents = new QVBoxLayout(m_recentsBox);
    recents->setContentsMargins(0, space::kUnit, 0, 0);
    recents->setSpacing(2);
    recents->addWidget(sectionLabel(tr("Recent"), m_recentsBox));
    m_recents = new QVBoxLayout;
    m_recents->setSpacing(0);
    recents->addLayout(m_recents);
    column->addWidget(m_recentsBox);

    column->addSpacing(space::kUnit);
    column->addWidget(sectionLabel(tr("Learn from a sample"), body));
    auto* grid = new QGridLayout;
    grid->setSpacing(space::kDouble - 4);
    int at = 0;
    for (const Sample& sample : samples()) {
        auto* card = new CardButton(sample.title, sample.teaches, body);
        card->setObjectName(u"sample.%1"_s.arg(sample.id));
        connect(card, &QPushButton::clicked, this, [this, sample] { Q_EMIT sampleChosen(sample); });
        grid->addWidget(card, at / 3, at % 3);
        grid->setColumnStretch(at % 3, 1);
        ++at;
    }
    column->addLayout(grid);
    column->addStretch(2);
    scroll->setWidget(page);
    setRecents({});
}

void WelcomePage::setRecents(const QList<Recent>& recents)
{
    clearLayout(m_recents);
    m_recentsBox->setVisible(!recents.isEmpty());
    int number = 0;
    for (const Recent& recent : recents) {
        ++number;
        if (number > 5) break; // all nine are in the menu
        const QFileInfo file(recent.model);
        QString text = file.fileName();
        if (!recent.quantization.isEmpty()) text += u" + "_s + QFileInfo(recent.quantization).fileName();
        auto* row = new QWidget(m_recentsBox);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* button = linkButton(text, row);
        button->setObjectName(u"recent.%1"_s.arg(number));
        button->setToolTip(recent.model);
        connect(button, &QPushButton::clicked, this, [this, recent] { Q_EMIT recentChosen(recent); });
        line->addWidget(button);
        auto* folder = new ElidedLabel(file.absolutePath(), row);
        folder->setProperty("role", u"muted"_s);
        line->addWidget(folder, 1);
        m_recents->addWidget(row);
    }
}

} // namespace alignscope::ui

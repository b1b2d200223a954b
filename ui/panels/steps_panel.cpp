// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/steps_panel.h"

#include "ui/models/roles.h"
#include "ui/models/steps_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/blocks.h"
#include "ui/panels/breakpoints_popup.h"
#include "ui/panels/step_gutter.h"
#include "ui/panels/step_slider.h"
#include "ui/panels/watches_view.h"
#include "ui/session/session.h"
#include "ui/session/stepper.h"
#include "ui/text/step_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

StepsPanel::StepsPanel(Session& session, Stepper& stepper, QWidget* parent)
    : TablePanel(session, u"steps"_s, tr("Steps"), parent), m_stepper(stepper), m_steps(new StepsModel(this)), m_slider(new StepSlider(this)),
      m_sentence(new ElidedLabel({}, this)), m_place(new ElidedLabel({}, this)), m_watches(new WatchesView(session, stepper, this)),
      m_popup(new BreakpointsPopup(session, stepper, this)), m_speed(new QComboBox(this))
{
    setSourceModel(m_steps);
    view()->setItemDelegateForColumn(StepsModel::Gutter, new StepGutter(this));
    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    view()->header()->setMinimumSectionSize(40);
    m_sentence->setElideMode(Qt::ElideRight);
    setFitting({52, 50, 120, 132, 150, 150, 92, 92, 180});
    setNameColumns({StepsModel::Operation, StepsModel::SlotName, StepsModel::MasterName});
    view()->installEventFilter(this);
    view()->viewport()->installEventFilter(this);
    connect(view(), &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() != StepsModel::Gutter) chooseRow(index);
    });
    connect(view(), &QTreeView::activated, this, [this](const QModelIndex& index) {
        const auto target = index.siblingAtColumn(0).data(kTargetRole).value<Selection>();
        if (index.column() == StepsModel::Gutter || target.kind == Selection::Kind::None) return;
        m_session.select(target);
        Q_EMIT m_session.revealRequested();
    });
    makeTransport();

    // The table shares its place with the watches.
    auto* column = static_cast<QVBoxLayout*>(layout());
    QWidget* table = column->itemAt(column->count() - 1)->widget();
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(u"stepsSplitter"_s);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    column->removeWidget(table);
    split->addWidget(table);
    split->addWidget(m_watches);
    table->setMinimumWidth(180);
    m_watches->setMinimumWidth(150);
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 3);
    split->setSizes({560, 250});
    column->addWidget(split, 1);

    connect(&session, &Session::evaluationChanged, this, &StepsPanel::refreshMarks);
    connect(&session, &Session::modelChanged, this, &StepsPanel::refresh);
    connect(&stepper, &Stepper::positionChanged, this, &StepsPanel::refreshPosition);
    connect(&stepper, &Stepper::prepared, this, &StepsPanel::refreshMarks);
    connect(&stepper, &Stepper::breakpointsChanged, this, &StepsPanel::refreshMarks);
    connect(&stepper, &Stepper::playingChanged, this, &StepsPanel::refreshPosition);
    connect(filterField(), &QLineEdit::textChanged, this, &StepsPanel::markRow);
    refresh();
}

QToolButton* StepsPanel::makeButton(const QString& name, const QString& iconName, const QString& text, const QString& key)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("flat", true);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(18, 18));
    button->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key));
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void StepsPanel::makeTransport()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kUnit, 4, space::kUnit, 0);
    row->setSpacing(1);
    m_toStart = makeButton(u"stepsToStart"_s, u"to-start"_s, tr("To the start"), u"Alt+Home"_s);
    m_previousStop = makeButton(u"stepsPreviousStop"_s, u"stop-back"_s, tr("Previous breakpoint"), u"Shift+F7"_s);
    m_back = makeButton(u"stepsBack"_s, u"step-back"_s, tr("Step back"), u"["_s);
    m_play = makeButton(u"stepsPlay"_s, u"play"_s, tr("Play"), u"P"_s);
    m_forward = makeButton(u"stepsForward"_s, u"step-forward"_s, tr("Step forward"), u"]"_s);
    m_nextStop = makeButton(u"stepsNextStop"_s, u"stop-forward"_s, tr("Next breakpoint"), u"F7"_s);
    m_toEnd = makeButton(u"stepsToEnd"_s, u"to-end"_s, tr("To the end"), u"Alt+End"_s);
    for (QToolButton* button : {m_toStart, m_previousStop, m_back, m_play, m_forward, m_nextStop, m_toEnd}) row->addWidget(button);
    for (QToolButton* button : {m_back, m_forward}) button->setAutoRepeat(true);
    connect(m_toStart, &QToolButton::clicked, &m_stepper, &Stepper::toStart);
    connect(m_previousStop, &QToolButton::clicked, this, [this] { m_stepper.toStop(Direction::Back); });
    connect(m_back, &QToolButton::clicked, &m_stepper, &Stepper::stepBack);
    connect(m_play, &QToolButton::clicked, this, [this] { m_stepper.playing() ? m_stepper.pause() : m_stepper.play(); });
    connect(m_forward, &QToolButton::clicked, &m_stepper, &Stepper::stepForward);
    connect(m_nextStop, &QToolButton::clicked, this, [this] { m_stepper.toStop(Direction::Forward); });
    connect(m_toEnd, &QToolButton::clicked, &m_stepper, &Stepper::toEnd);

    m_slider->setObjectName(u"stepsSlider"_s);
    m_slider->setAccessibleName(tr("Step of the pass"));
    connect(m_slider, &StepSlider::valueChanged, this, [this](int value) { m_stepper.goTo(static_cast<std::size_t>(value)); });
    row->addWidget(m_slider, 1);
    m_place->setObjectName(u"stepsPlace"_s);
    m_place->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_place);
    row->addSpacing(2);

    m_speed->setObjectName(u"stepsSpeed"_s);
    m_speed->setAccessibleName(tr("Speed of play"));
    m_speed->setToolTip(tr("Steps a second while it plays"));
    for (const int speed : {1, 3, 10, 30}) m_speed->addItem(tr("%1/s").arg(speed), speed);
    m_speed->setCurrentIndex(1);
    m_speed->setFixedWidth(68);
    m_speed->hide(); // until there is room, see resizeEvent
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { m_stepper.setSpeed(m_speed->currentData().toDouble()); });
    row->addWidget(m_speed);
    m_follow = makeButton(u"stepsFollow"_s, u"follow"_s, tr("Move the canvas to each step"), {});
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    row->addWidget(m_follow);
    m_breakpoints = makeButton(u"stepsBreakpoints"_s, u"breakpoint"_s, tr("Breakpoints..."), {});
    connect(m_breakpoints, &QToolButton::clicked, this, [this] { m_popup->openAt(m_breakpoints); });
    row->addWidget(m_breakpoints);
    static_cast<QVBoxLayout*>(layout())->insertLayout(0, row);

    m_sentence->setObjectName(u"stepsSentence"_s);
    m_sentence->setMinimumWidth(120);
    toolRow()->insertWidget(0, m_sentence, 10);
    toolRow()->setContentsMargins(space::kUnit + 4, 2, space::kUnit, 4);
}

bool StepsPanel::follows() const { return m_follow->isChecked(); }

// ---- what is shown ---------------------------------------------------------------------------

void StepsPanel::showEvent(QShowEvent* event)
{
    TablePanel::showEvent(event);
    m_stepper.want();
    markRow();
}

void StepsPanel::resizeEvent(QResizeEvent* event)
{
    TablePanel::resizeEvent(event);
    m_speed->setVisible(width() >= 560);
}

void StepsPanel::refresh()
{
    const auto& evaluation = m_session.evaluation();
    m_steps->setEvaluation(evaluation);
    if (!evaluation) setEmpty(tr("No model is open"), tr("What the engine does, in order, appears here."));
    else if (const auto model = m_session.model(); model && model->baseline.size() == 0)
        setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_steps->rowCount() == 0) setEmpty(tr("The engine has nothing to do"), tr("Choose a method or a preset; each step it takes is listed here."));
    else setEmpty({}, {});
    if (const int rows = m_steps->rowCount(); rows > 0) { // the last number is the widest
        constexpr int kPadding = 20;
        const QString last = m_steps->index(rows - 1, StepsModel::Number).data().toString();
        const int needed = view()->fontMetrics().horizontalAdvance(last) + kPadding;
        if (view()->header()->sectionSize(StepsModel::Number) < needed) view()->header()->resizeSection(StepsModel::Number, needed);
    }
    refreshMarks();
    refreshPosition();
}

void StepsPanel::refreshMarks()
{
    if (m_steps->evaluation() != m_session.evaluation()) return refreshWhenSeen([this] { refresh(); });
    m_steps->setTrail(m_stepper.trail());
    m_steps->setMarks(m_stepper.breakpoints(), m_stepper.stops(), m_stepper.promiseBreaks());
    const auto positions = [](const std::vector<Stop>& stops) {
        std::vector<int> values;
        for (const Stop& stop : stops) values.push_back(static_cast<int>(stop.position));
        return values;
    };
    m_slider->setMarks(positions(m_stepper.stops()), positions(m_stepper.promiseBreaks()));
    const bool any = m_stepper.size() > 0 && (!m_stepper.breakpoints().empty() || !m_stepper.promiseBreaks().empty() || !m_stepper.trail());
    m_nextStop->setEnabled(any);
    m_previousStop->setEnabled(any);
    refreshPosition();
}

void StepsPanel::refreshPosition()
{
    if (m_steps->evaluation() != m_session.evaluation()) return; // nobody sees it
    const std::size_t size = m_stepper.size();
    const std::size_t position = m_stepper.position();
    const bool stepping = m_stepper.stepping();
    m_slider->blockSignals(true);
    m_slider->setRange(0, static_cast<int>(size));
    m_slider->setPageStep(std::max(1, static_cast<int>(size) / 10));
    m_slider->setValue(static_cast<int>(position));
    m_slider->blockSignals(false);
    for (QWidget* widget : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_breakpoints)})
        widget->setEnabled(size > 0);
    m_toStart->setEnabled(size > 0 && (!stepping || position > 0));
    m_back->setEnabled(size > 0 && position > 0);
    m_forward->setEnabled(size > 0 && (!stepping || position < size));
    m_toEnd->setEnabled(size > 0 && (!stepping || position < size));
    m_play->setIcon(icon(m_stepper.playing() ? u"pause"_s : u"play"_s));
    const QString play = m_stepper.playing() ? tr("Pause") : tr("Play");
    m_play->setToolTip(u"%1 (P)"_s.arg(play));
    m_play->setAccessibleName(play);

    const QString total = QString::number(size);
    m_place->setFullText(u"%1 / %2"_s.arg(stepping ? QString::number(position) : u"\u2013"_s, total));
    m_place->setFixedWidth(fontMetrics().horizontalAdvance(u"%1 / %1"_s.arg(total)) + 8);
    m_place->setAlignment(Qt::AlignRight);

    QString text;
    if (size == 0) text.clear();
    else if (!stepping)
        text = tr("The outcome, after all of its %n steps. Press ] to walk through them.", nullptr, static_cast<int>(size));
    else {
        text = positionText(*m_session.evaluation(), position);
        const Model& model = *m_session.evaluation()->model;
        for (const Stop& stop : m_stepper.stops())
            if (stop.position == position && stop.breakpoint < m_stepper.breakpoints().size())
                text = tr("Halt: %1. %2").arg(stopText(model, m_stepper.breakpoints()[stop.breakpoint], stop), text);
    }
    m_sentence->setFullText(text);
    m_sentence->setAccessibleName(text);
    m_steps->setCurrent(stepping ? position : 0);
    markRow();
}

// The row of the current step, in sight; none while nothing is stepped.
void StepsPanel::markRow()
{
    const std::size_t position = m_stepper.stepping() ? m_stepper.position() : 0;
    const QModelIndex row = position == 0 ? QModelIndex()
                                          : filter()->reach(m_steps->index(static_cast<int>(position) - 1, StepsModel::Number));
    if (!row.isValid()) {
        view()->setCurrentIndex({});
        if (position == 0 && m_stepper.stepping()) view()->scrollToTop();
        return;
    }
    if (view()->currentIndex() != row) view()->setCurrentIndex(row);
    view()->scrollTo(row);
}

// ---- what the user does ------------------------------------------------------------------------

void StepsPanel::chooseRow(const QModelIndex& row)
{
    if (row.column() == StepsModel::Gutter) return;
    m_stepper.goTo(static_cast<std::size_t>(filter()->mapToSource(row).row()) + 1);
}

void StepsPanel::toggleAt(const QModelIndex& row)
{
    const auto& evaluation = m_session.evaluation();
    const QModelIndex source = filter()->mapToSource(row);
    if (!source.isValid() || !evaluation) return;
    const OpId operation = evaluation->outcome.steps[static_cast<std::size_t>(source.row())].operation;
    if (operation) m_stepper.toggleBreakpoint(Stepper::atOperation(*evaluation->model, operation));
}

bool StepsPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (watched == view()->viewport() && press) {
        // The gutter neither moves the place nor takes it away.
        auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = view()->indexAt(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && index.isValid() && index.column() == StepsModel::Gutter) {
            toggleAt(index);
            return true;
        }
    }
    if (watched == view() && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggleAt(view()->currentIndex());
        return true;
    }
    return TablePanel::eventFilter(watched, event);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scenario_panel.h"

#include "core/cascade/price.h"
#include "ui/panels/blocks.h"
#include "ui/panels/hand_edits_list.h"
#include "ui/panels/overlap_diagram.h"
#include "ui/panels/scorecard.h"
#include "ui/panels/segmented_control.h"
#include "ui/panels/switch.h"
#include "ui/panels/tip_within.h"
#include "ui/session/session.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

ScenarioPanel::ScenarioPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"scenarioPanel"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"scenarioScroll"_s);
    scroll->setAccessibleName(tr("Scenario"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);

    auto* content = new QWidget(scroll);
    content->setProperty("panel", true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::kDouble, space::kUnit, space::kDouble, space::kDouble);
    column->setSpacing(space::kUnit + space::kHalf);
    column->addWidget(makeFamilies());
    column->addWidget(makeOverlap());
    column->addWidget(makePreview());
    column->addWidget(rule(content));
    column->addWidget(sectionLabel(tr("Price of the scenario"), content));
    m_scorecard = new Scorecard(content);
    column->addWidget(m_scorecard);
    column->addWidget(rule(content));
    column->addWidget(new HandEditsList(m_session, content));
    column->addStretch(1);
    scroll->setWidget(content);

    connect(&m_session, &Session::modelChanged, this, &ScenarioPanel::refreshModel);
    connect(&m_session, &Session::replaced, scroll, [scroll] { scroll->verticalScrollBar()->setValue(0); });
    connect(&m_session, &Session::scenarioChanged, this, &ScenarioPanel::refreshScenario);
    connect(&m_session, &Session::shownChanged, this, &ScenarioPanel::refreshEvaluation); // also when there is a new evaluation
    connect(&m_session, &Session::previewChanged, this, &ScenarioPanel::refreshEvaluation);
    refreshModel();
    refreshScenario();
    refreshEvaluation();
}

// Losing the focus ends a preview; that has to happen while all of this is still alive.
ScenarioPanel::~ScenarioPanel() { hide(); }

void ScenarioPanel::setHeader(QWidget* header) { qobject_cast<QVBoxLayout*>(layout())->insertWidget(0, header); }

QWidget* ScenarioPanel::makeFamilies()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kUnit + 2);
    for (const Family family : kFamilies) {
        FamilyRow& row = m_families[static_cast<std::size_t>(family)];
        row.widget = new QWidget(box);
        auto* rowLayout = new QVBoxLayout(row.widget);
        rowLayout->setContentsMargins(0, 0, 0, 0);
        rowLayout->setSpacing(space::kHalf);
        auto* head = new QHBoxLayout;
        row.title = new QLabel(titleOf(family), row.widget);
        row.title->setFont(scaledFont(1.0, true));
        row.title->setToolTip(membersOf(family));
        row.count = new QLabel(row.widget);
        row.count->setProperty("role", u"muted"_s);
        head->addWidget(row.title);
        head->addStretch(1);
        head->addWidget(row.count);
        rowLayout->addLayout(head);

        row.control = new SegmentedControl(tr("Alignment of %1 operations").arg(nameOf(family)), row.widget);
        row.control->setObjectName(u"method.%1"_s.arg(qs(toText(family))));
        std::vector<SegmentedControl::Segment> segments;
        for (const Method method : legalMethods(family))
            segments.push_back({static_cast<int>(method), titleOf(method), explain(family, method)});
        row.control->setSegments(segments);
        for (const Method method : legalMethods(family)) keepTipWithin(row.control->button(static_cast<int>(method)), row.control);
        rowLayout->addWidget(row.control);
        connect(row.control, &SegmentedControl::chosen, this,
                [this, family](int id) { m_session.setMethod(family, static_cast<Method>(id)); });
        connect(row.control, &SegmentedControl::considered, this, [this, family](int id) {
            const auto method = static_cast<Method>(id);
            consider(m_session.withMethod(family, method), u"%1 \u2192 %2"_s.arg(titleOf(family), titleOf(method)));
        });
        connect(row.control, &SegmentedControl::abandoned, this, &ScenarioPanel::abandon);
        column->addWidget(row.widget);
    }
    m_absent = mutedLabel({}, box);
    column->addWidget(m_absent);
    return box;
}

QWidget* ScenarioPanel::makeOverlap()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kHalf);
    m_overlap = new Switch(u"force_overlap"_s, box);
    m_overlap->setObjectName(u"forceOverlap"_s);
    m_overlap->setAccessibleName(u"force_overlap"_s);
    m_overlap->setToolTip(tr("Off: a producer that has other consumers keeps its own scale, and a requantize edge appears. On: the producer and all of its consumers follow the aligned operation."));
    keepTipWithin(m_overlap, m_overlap);
    column->addWidget(m_overlap);
    m_diagram = new OverlapDiagram(box);
    column->addWidget(m_diagram);
    connect(m_overlap, &QCheckBox::clicked, this,
            [this](bool on) { m_session.setForceOverlap(on ? Overlap::On : Overlap::Off); });
    connect(m_overlap, &Switch::considered, this, [this] {
        const bool other = m_session.scenario().forceOverlap == Overlap::Off;
        consider(m_session.withOverlap(other ? Overlap::On : Overlap::Off), other ? tr("force_overlap on") : tr("force_overlap off"));
    });
    connect(m_overlap, &Switch::abandoned, this, &ScenarioPanel::abandon);
    return box;
}

QWidget* ScenarioPanel::makePreview()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kUnit);
    // The room for the preview is kept, so that nothing moves under the pointer.
    m_previewFrame = new QFrame(box);
    m_previewFrame->setProperty("tip", u"info"_s);
    auto* inside = new QVBoxLayout(m_previewFrame);
    inside->setContentsMargins(10, 7, 10, 7);
    m_previewText = new QLabel(m_previewFrame);
    m_previewText->setObjectName(u"previewText"_s);
    m_previewText->setWordWrap(true);
    m_previewText->setTextFormat(Qt::PlainText);
    m_previewText->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_previewText->setMinimumHeight(3 * m_previewText->fontMetrics().lineSpacing() + 2);
    inside->addWidget(m_previewText);
    column->addWidget(m_previewFrame);

    m_errorFrame = new QFrame(box);
    m_errorFrame->setProperty("tip", u"bad"_s);
    auto* row = new QHBoxLayout(m_errorFrame);
    row->setContentsMargins(10, 7, 10, 7);
    m_errorText = new QLabel(m_errorFrame);
    m_errorText->setObjectName(u"engineError"_s);
    m_errorText->setWordWrap(true);
    m_errorText->setTextFormat(Qt::PlainText);
    row->addWidget(m_errorText);
    m_errorFrame->hide();
    column->addWidget(m_errorFrame);
    return box;
}

// On a small screen the price matters more than the diagram.
void ScenarioPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_diagram->setVisible(height() >= 640);
}

void ScenarioPanel::refreshModel()
{
    const auto& model = m_session.model();
    bool any = false;
    QStringList absent;
    for (const Family family : kFamilies) {
        FamilyRow& row = m_families[static_cast<std::size_t>(family)];
        const std::size_t count = model && model->slotGraph ? model->slotGraph->siteCount(family) : 0;
        any = any || count > 0;
        if (model && count == 0) absent << titleOf(family);
        row.control->setEnabled(count > 0);
        row.title->setEnabled(count > 0 || !model);
        row.count->setText(!model ? QString() : tr("%n operations", nullptr, static_cast<int>(count)));
        row.count->setToolTip(tr("Operations of the types %1 that can be aligned: all of their data inputs and outputs have parameters.").arg(membersOf(family)));
    }
    m_absent->setVisible(any && !absent.isEmpty());
    m_absent->setText(tr("Not in this model: %1").arg(absent.join(u", "_s)));
    m_overlap->setEnabled(any);
    showFamilies();
}

void ScenarioPanel::showFamilies()
{
    for (FamilyRow& row : m_families) row.widget->setVisible(!m_session.model() || row.control->isEnabled());
}

void ScenarioPanel::refreshScenario()
{
    const Scenario& scenario = m_session.scenario();
    for (const Family family : kFamilies)
        m_families[static_cast<std::size_t>(family)].control->setCurrent(static_cast<int>(scenario.method(family)));
    const bool on = scenario.forceOverlap == Overlap::On;
    m_overlap->setChecked(on);
    m_diagram->setOverlap(on);
}

void ScenarioPanel::consider(const Scenario& scenario, const QString& what)
{
    if (!m_session.model()) return;
    m_considered = what;
    m_session.startPreview(scenario);
    if (!m_session.preview()) refreshEvaluation();
}

void ScenarioPanel::abandon()
{
    m_considered.clear();
    m_session.endPreview();
}

void ScenarioPanel::refreshEvaluation()
{
    const auto& now = m_session.evaluation();
    const auto& preview = m_session.preview();
    const ViewSides sides = m_session.viewSides();
    if (preview) m_scorecard->set(preview, tr("loaded"), tr("would be"), Scorecard::Whose::Another);
    else m_scorecard->set(m_session.shown(), sides.before, sides.after, m_session.showsView() ? Scorecard::Whose::Another : Scorecard::Whose::Scenario);
    m_diagram->setOverlap((preview ? preview->scenario : m_session.scenario()).forceOverlap == Overlap::On);
    if (preview && now) {
        const Summary& a = now->cascade.summary;
        const Summary& b = preview->cascade.summary;
        const SlotTally moved = slotTally(now->outcome.table, preview->outcome.table);
        m_previewText->setText(tr("%1: %2.\nRequantize edges %3 \u2192 %4, worst loss %5 \u2192 %6 bits%7.")
                                   .arg(m_considered.isEmpty() ? tr("This") : m_considered, differenceText(moved), QString::number(a.requantizeEdgesAfter), QString::number(b.requantizeEdgesAfter),
                                        QString::number(a.worstBitsLost, 'f', 2), QString::number(b.worstBitsLost, 'f', 2), clippedChangeText(a, b)));
    } else if (!now) {
        m_previewText->setText(tr("Open a quantized model to choose how its scales are shared."));
    } else if (now->model->baseline.size() == 0) {
        m_previewText->setText(tr("This model has no quantization parameters, so there is nothing to align. Open it together with its PPQ config."));
    } else if (!m_overlap->isEnabled()) {
        m_previewText->setText(tr("No operation of this model can be aligned: none has parameters at all of its data inputs and outputs. Methods, overlap and presets change nothing here."));
    } else if (m_session.showsView()) {
        m_previewText->setText(tr("Canvas and price show \"%1\". A choice here changes the scenario in force.").arg(sides.after));
    } else {
        m_previewText->setText(tr("Point at a choice to see what it would do before you make it."));
    }
    const bool failed = now && now->outcome.error;
    m_errorFrame->setVisible(failed);
    if (failed) m_errorText->setText(errorText(*now->outcome.error, *now->model->graph));
}

} // namespace alignscope::ui

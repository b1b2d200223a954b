// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inspector_panel.h"

#include "core/align/by_hand.h"
#include "core/cascade/measures.h"
#include "ui/canvas/palette.h"
#include "ui/panels/blocks.h"
#include "ui/panels/group_view.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {
constexpr qsizetype kLongestKey = 20; // characters
}

InspectorPanel::InspectorPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_scroll(new QScrollArea(this)), m_causesJob(*this, session.pool())
{
    setObjectName(u"inspectorPanel"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll->setObjectName(u"inspectorScroll"_s);
    m_scroll->setAccessibleName(tr("Inspector"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(m_scroll);
    for (const auto signal : {&Session::modelChanged, &Session::evaluationChanged, &Session::selectionChanged})
        connect(&m_session, signal, this, &InspectorPanel::scheduleRefresh);
    // While a slider is drawn over the steps, the last of them is enough.
    m_calm.setSingleShot(true);
    m_calm.setInterval(60);
    connect(&m_calm, &QTimer::timeout, this, &InspectorPanel::scheduleRefresh);
    connect(&m_session, &Session::shownChanged, this, [this] {
        if (m_session.showsView()) m_calm.start();
        else scheduleRefresh();
    });
    refresh();
}

// A control that loses the keys while the panel is half gone would call it.
InspectorPanel::~InspectorPanel()
{
    hide();
}

// Opening a model announces several changes in a row; one rebuild is enough.
void InspectorPanel::scheduleRefresh()
{
    if (m_pending) return;
    m_pending = true;
    QMetaObject::invokeMethod(this, &InspectorPanel::refresh, Qt::QueuedConnection);
}

// The pages tell who did what. Of a large graph a thread finds that out; until then the last page stays.
bool InspectorPanel::waitsForCauses(const std::shared_ptr<const Evaluation>& evaluation)
{
    constexpr std::size_t kSmall = 40000; // slots: a few milliseconds
    m_causesJob.stop();
    if (!evaluation || evaluation->causesMade() || evaluation->model->baseline.size() <= kSmall) return false;
    if (evaluation->outcome.steps.empty()) return false;
    if (m_session.selection().kind == Selection::Kind::None && evaluation->cascade.brokenPromises.empty()) return false;
    m_causesJob.start(
        [evaluation](const Task&) {
            (void)evaluation->causes();
            return true;
        },
        [this](bool) { scheduleRefresh(); });
    return true;
}

void InspectorPanel::refresh()
{
    m_pending = false;
    if (waitsForCauses(m_session.shown())) return;
    m_why = nullptr;
    auto* content = new QWidget;
    content->setProperty("panel", true);
    m_content = content;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(space::kDouble, space::kUnit, space::kDouble, space::kDouble);
    m_column->setSpacing(space::kUnit);
    const auto evaluation = m_session.shown();
    const Selection selection = m_session.selection();
    if (m_session.showsView()) {
        addTip(u"info"_s, m_session.viewTitle());
        m_content->findChild<QFrame*>()->setObjectName(u"inspectorView"_s);
    }
    if (!evaluation || selection.kind == Selection::Kind::None) showNothing();
    else if (selection.kind == Selection::Kind::Operation) showOperation(*evaluation, selection.operation);
    else if (selection.kind == Selection::Kind::Slot) showSlot(*evaluation, selection.slot);
    else if (selection.kind == Selection::Kind::Edge) showEdge(*evaluation, selection.slot, selection.tensor);
    else if (selection.kind == Selection::Kind::Block) showBlock(*evaluation, selection.block);
    else showGroup(*evaluation, selection.slot);
    if (evaluation) m_column->addStretch(1);
    // The sender of the click that led here may live in the old content.
    if (QWidget* old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_scroll->setWidget(content);
}

bool InspectorPanel::showWhy()
{
    if (m_pending) refresh();
    if (m_why == nullptr) return false;
    m_scroll->ensureWidgetVisible(m_why);
    if (auto* first = m_why->findChild<QPushButton*>()) first->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void InspectorPanel::showNothing()
{
    const auto& model = m_session.model();
    if (!model) {
        m_column->addWidget(emptyState(u"model"_s, tr("No model is open"), tr("Open or drop an ONNX model; add its PPQ config if it has one."), m_content), 1);
        return;
    }
    showOverview(*m_session.shown());
}

void InspectorPanel::addTitle(const QString& kind, const QString& title, const QColor& color)
{
    auto* head = new QWidget(m_content);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(10, 0, 0, 0);
    column->setSpacing(0);
    auto* above = new QLabel(kind, head);
    above->setProperty("role", u"muted"_s);
    auto* name = new ElidedLabel(title, head);
    name->setFont(scaledFont(1.2, true));
    name->setObjectName(u"inspectorTitle"_s);
    column->addWidget(above);
    column->addWidget(name);
    head->setObjectName(u"inspectorHead"_s);
    head->setStyleSheet(u"#inspectorHead{border-left:4px solid %1;}"_s.arg(color.name()));
    m_column->addWidget(head);
}

void InspectorPanel::addSection(const QString& title)
{
    m_column->addSpacing(space::kHalf);
    m_column->addWidget(sectionLabel(title, m_content));
}

QGridLayout* InspectorPanel::addFacts()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kDouble);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    m_column->addLayout(grid);
    return grid;
}

QLabel* InspectorPanel::addFact(QGridLayout* grid, const QString& key, const QString& value, const QString& toolTip)
{
    const int row = grid->rowCount();
    auto* name = new QLabel(shortened(key, kLongestKey), m_content);
    name->setProperty("role", u"key"_s);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* text = new QLabel(value, m_content);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    // A long word must not push the panel's content out of sight.
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    name->setToolTip(toolTip.isEmpty() && key.size() > kLongestKey ? key : toolTip);
    text->setToolTip(toolTip.isEmpty() ? value : toolTip);
    grid->addWidget(name, row, 0);
    grid->addWidget(text, row, 1);
    return text;
}

void InspectorPanel::addMore(std::size_t count, const QString& name, const QString& query)
{
    auto* all = linkButton(tr("and %n more", nullptr, static_cast<int>(count)), m_content);
    all->setObjectName(name);
    all->setToolTip(tr("All of them as search results, marked on the canvas"));
    connect(all, &QPushButton::clicked, this, [this, query] { Q_EMIT searchAsked(query); });
    m_column->addWidget(all);
}

void InspectorPanel::addTip(const QString& kind, const QString& text)
{
    auto* frame = new QFrame(m_content);
    frame->setProperty("tip", kind);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(10, 7, 10, 7);
    auto* label = new QLabel(text, frame);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    column->addWidget(label);
    m_column->addWidget(frame);
}

void InspectorPanel::addSlotCard(const Evaluation& evaluation, SlotId slot, const QString& title)
{
    auto* button = new SlotButton(evaluation, slot, title, m_content);
    connect(button, &QPushButton::clicked, this, [this, slot] { m_session.selectSlot(slot); });
    m_column->addWidget(button);
}

void InspectorPanel::addMethodChooser(const Evaluation& evaluation, OpId id)
{
    const Operation& operation = evaluation.model->graph->operation(id);
    const auto family = familyOf(operation.type);
    if (!family || !evaluation.model->slotGraph) return;
    const auto site = evaluation.model->slotGraph->siteOf(id);
    addSection(m_session.showsView() ? tr("Alignment in the scenario in force") : tr("Alignment"));
    if (!site || !site->family || (!site->alignable && !evaluation.model->slotGraph->everyFamilyMember())) {
        m_column->addWidget(mutedLabel(tr("Cannot be aligned: not all of its data inputs and outputs are quantized."), m_content));
        return;
    }
    const auto own = evaluation.scenario.overrides.find(operation.id);
    const Override value = own == evaluation.scenario.overrides.end() ? Override{} : own->second;
    constexpr int kInherit = 100; // beside the methods; a button group has its own use for -1
    const QString name = qs(operation.id);

    auto* method = new SegmentedControl(tr("Method of %1").arg(name), m_content);
    method->setObjectName(u"operationMethod"_s);
    method->setProperty("compact", true); // five of them in a narrow dock
    std::vector<SegmentedControl::Segment> segments;
    segments.push_back({kInherit, tr("Family"), tr("Follow the family: %1").arg(nameOf(evaluation.scenario.method(*family)))});
    for (const Method m : {Method::None, Method::Large, Method::Output, Method::Input}) {
        const auto legal = canOverride(*evaluation.model, operation.id, {m, {}});
        segments.push_back({static_cast<int>(m), titleOf(m), legal ? explain(*family, m) : messageText(legal.error())});
    }
    method->setSegments(segments);
    for (const SegmentedControl::Segment& segment : segments)
        if (segment.id != kInherit) method->button(segment.id)->setEnabled(isLegal(*family, static_cast<Method>(segment.id)));
    method->setCurrent(value.method ? static_cast<int>(*value.method) : kInherit);
    const auto changed = [value](int chosen) {
        Override next = value;
        next.method = chosen == kInherit ? std::nullopt : std::optional(static_cast<Method>(chosen));
        return next;
    };
    connect(method, &SegmentedControl::chosen, this, [this, name, changed](int chosen) { m_session.setOverride(name, changed(chosen)); });
    connect(method, &SegmentedControl::considered, this, [this, key = operation.id, changed](int chosen) {
        m_session.startPreview(m_session.withOverride(key, changed(chosen)));
    });
    connect(method, &SegmentedControl::abandoned, this, [this] { m_session.endPreview(); });
    m_column->addWidget(method);

    auto* overlap = new SegmentedControl(tr("Overlap of %1").arg(name), m_content);
    overlap->setObjectName(u"operationOverlap"_s);
    overlap->setProperty("compact", true);
    overlap->setSegments({{kInherit, tr("As set"), tr("Follow the force_overlap switch")},
                          {0, tr("Overlap off"), tr("Producers with other consumers keep their scale")},
                          {1, tr("Overlap on"), tr("Producers and all of their consumers follow")}});
    overlap->setCurrent(value.overlap ? static_cast<int>(*value.overlap) : kInherit);
    connect(overlap, &SegmentedControl::chosen, this, [this, name, value](int chosen) {
        Override next = value;
        next.overlap = chosen == kInherit ? std::nullopt : std::optional(static_cast<Overlap>(chosen));
        m_session.setOverride(name, next);
    });
    connect(overlap, &SegmentedControl::considered, this, [this, key = operation.id, value](int chosen) {
        Override next = value;
        next.overlap = chosen == kInherit ? std::nullopt : std::optional(static_cast<Overlap>(chosen));
        m_session.startPreview(m_session.withOverride(key, next));
    });
    connect(overlap, &SegmentedControl::abandoned, this, [this] { m_session.endPreview(); });
    m_column->addWidget(overlap);
}

void InspectorPanel::addParameters(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& before = evaluation.model->baseline;
    const TqcTable& after = evaluation.outcome.table;
    const SlotList& slots = after.slots();
    const Slot& s = slots[slot];
    const SlotValue now = slotValue(after, slot);
    const Change* change = evaluation.cascade.change(slot);
    auto* facts = addFacts();
    addFact(facts, tr("State"), nameOf(now.state), explain(now.state));
    if (isQuantized(after, slot)) {
        const auto both = [](const QString& a, const QString& b) { return a == b ? a : u"%1 \u2192 %2"_s.arg(a, b); };
        addFact(facts, tr("Scale"), both(scaleText(before.effective(slot), true), scaleText(now.parameters, true)),
                tr("Effective scale: real units per step, taken from the master"));
        addFact(facts, tr("Offset"), both(offsetText(before.effective(slot), true), offsetText(now.parameters, true)),
                tr("Effective offset in steps: real = (q - offset) x scale"));
        if (const std::int64_t shift = zeroPointShift(s.scheme, s.storedType); shift != 0 && now.parameters.offset.size() == 1)
            addFact(facts, tr("Zero point"), number(static_cast<double>(now.parameters.offset.front()) - static_cast<double>(shift), 9),
                    tr("As stored in the file: offset - %1").arg(shift));
        addFact(facts, tr("Real range"), both(rangeText(realRange(before, slot)), rangeText(realRange(after, slot))),
                tr("[(quant_min - offset) x scale, (quant_max - offset) x scale]"));
        if (change != nullptr) {
            addFact(facts, tr("Bits lost"), change->moved ? bitsText(change->bitsLost()) : lossText(*change), tr("log2(scale now / scale loaded)"));
            if (change->bitsLost())
                addFact(facts, tr("SQNR change"), tr("%1 dB").arg(QString::number(sqnrChange(*change->bitsLost()), 'f', 2)),
                        tr("-20 log10(scale now / scale loaded) dB"));
            if (change->clippedPercent > 0)
                addFact(facts, tr("Clipped"), tr("%1 % of the old range").arg(QString::number(100 * evaluation.cascade.clippedShare(slot), 'f', 1)),
                        tr("Share of the loaded range that the new one no longer holds"));
        }
    }
    addFact(facts, tr("Policy"), policyText(s.scheme));
    addFact(facts, tr("Integers"), tr("%1 bits, %2 to %3").arg(QString::number(s.scheme.bits), number(s.scheme.quantMin, 12), number(s.scheme.quantMax, 12)),
            tr("num_of_bits, quant_min and quant_max"));
    if (s.storedType != StoredType::None) addFact(facts, tr("Stored as"), qs(toText(s.storedType)));
    if (s.scheme.channelAxis) addFact(facts, tr("Channel axis"), QString::number(*s.scheme.channelAxis));
    addFact(facts, tr("Rounding"), qs(toText(s.scheme.rounding)));
    addFact(facts, tr("Slot"), qs(slots.id(slot)));
}

void InspectorPanel::addRanges(const Group& group, SlotId current)
{
    addSection(tr("Ranges of the members"));
    auto* view = new GroupView(m_session, m_session.shown(), group, m_content);
    if (current) view->setCurrent(current);
    m_column->addWidget(view);
}

void InspectorPanel::addWhy(const Evaluation& evaluation, SlotId slot)
{
    m_column->addSpacing(space::kHalf);
    m_why = new QWidget(m_content);
    m_why->setObjectName(u"why"_s);
    auto* column = new QVBoxLayout(m_why);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kHalf);
    column->addWidget(sectionLabel(tr("Why this scale?"), m_why));
    const Why why = whyScale(evaluation, slot);
    auto* headline = new QLabel(why.headline, m_why);
    headline->setObjectName(u"whyHeadline"_s);
    headline->setWordWrap(true);
    headline->setTextFormat(Qt::PlainText);
    headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    headline->setFont(scaledFont(1.0, true));
    column->addWidget(headline);
    int number = 0;
    for (const WhyLine& line : why.lines) {
        auto* row = new LinkRow(m_why);
        row->setObjectName(u"why.%1"_s.arg(number));
        row->setAccessibleName(line.text);
        auto* rowLayout = new QHBoxLayout(row);
        rowLayout->setContentsMargins(2, 4, 2, 4);
        rowLayout->setSpacing(space::kUnit);
        auto* bullet = new QLabel(QString::number(++number), row);
        bullet->setFixedSize(20, 20);
        bullet->setAlignment(Qt::AlignCenter);
        bullet->setFont(scaledFont(0.85, true));
        bullet->setStyleSheet(u"background:%1;color:%2;border-radius:10px;"_s.arg(theme().raised.name(), theme().muted.name()));
        auto* text = new QLabel(line.text, row);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        rowLayout->addWidget(bullet, 0, Qt::AlignTop);
        rowLayout->addWidget(text, 1);
        bullet->setAttribute(Qt::WA_TransparentForMouseEvents);
        text->setAttribute(Qt::WA_TransparentForMouseEvents);
        connect(row, &QPushButton::clicked, this, [this, target = line.target] {
            m_session.select(target);
            Q_EMIT m_session.revealRequested();
        });
        column->addWidget(row);
    }
    m_column->addWidget(m_why);
}

} // namespace alignscope::ui

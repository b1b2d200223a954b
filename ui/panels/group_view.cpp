// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/group_view.h"

#include "ui/panels/blocks.h"
#include "ui/panels/range_bars.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/session.h"
#include "ui/text/hand_edit_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int kMostRows = 8; // then the members scroll

} // namespace

GroupView::GroupView(Session& session, std::shared_ptr<const Evaluation> evaluation, const Group& group, QWidget* parent)
    : QWidget(parent), m_session(session), m_evaluation(std::move(evaluation)), m_group(group)
{
    setObjectName(u"groupView"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kUnit);
    const auto ranges = groupRanges(*m_evaluation, group);
    if (!ranges || ranges->members.empty()) return;
    m_ranges = *ranges;
    const SlotList& slots = m_evaluation->outcome.table.slots();

    const auto wasters = std::count_if(m_ranges.members.begin(), m_ranges.members.end(), [](const GroupMember& m) { return m.wastes; });
    QString story = m_ranges.pinned ? tr("A pin at %1 dictates the range.").arg(slotName(slots, m_ranges.pinned)) : QString();
    const auto dictators = std::count_if(m_ranges.members.begin(), m_ranges.members.end(), [](const GroupMember& m) { return m.dictates; });
    if (!m_ranges.pinned)
        story = dictators == 1 ? tr("One member dictates the range.") : tr("%n members make the range together.", nullptr, static_cast<int>(dictators));
    if (wasters > 0) story += u' ' + tr("%n members use less than half of its steps.", nullptr, static_cast<int>(wasters));
    auto* summary = mutedLabel(story, this);
    summary->setObjectName(u"groupStory"_s);
    column->addWidget(summary);

    if (m_ranges.members.size() > 2) {
        m_order = new SegmentedControl(tr("Order of the members"), this);
        m_order->setObjectName(u"groupOrder"_s);
        m_order->setSegments({{static_cast<int>(Order::Slots), tr("In order"), tr("In the order of the model")},
                              {static_cast<int>(Order::Waste), tr("By waste"), tr("Who uses the fewest steps comes first")}});
        m_order->setCurrent(static_cast<int>(Order::Slots));
        connect(m_order, &SegmentedControl::chosen, this, [this](int order) {
            m_order->setCurrent(order);
            fill(static_cast<Order>(order));
        });
        column->addWidget(m_order);
    }
    m_bars = new RangeBars;
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"groupScroll"_s);
    m_scroll->setAccessibleName(tr("Ranges of the group's members"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_bars);
    const int rows = static_cast<int>(m_ranges.members.size());
    m_scroll->setFixedHeight(RangeBars::heightOf(std::min(rows, kMostRows)) + (rows > kMostRows ? 24 : 2)); // half a row says: more
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, m_bars, qOverload<>(&QWidget::update)); // the axis stays on top
    column->addWidget(m_scroll);
    connect(m_bars, &RangeBars::opened, this, [this](SlotId slot) { m_session.selectSlot(slot); });
    connect(m_bars, &RangeBars::currentChanged, this, [this](SlotId slot) {
        for (int row = 0; row < static_cast<int>(m_bars->bars().size()); ++row) {
            if (m_bars->bars()[static_cast<std::size_t>(row)].member.slot != slot) continue;
            const QRect rect = m_bars->rowRect(row);
            m_scroll->ensureVisible(0, rect.top() - 24, 0, 0);
            m_scroll->ensureVisible(0, rect.bottom(), 0, 0);
        }
    });
    fill(Order::Slots);
    if (m_evaluation == m_session.evaluation()) offerToLeave(column);
}

GroupView::~GroupView()
{
    if (m_leave != nullptr && m_leave->underMouse()) m_session.endPreview();
}

void GroupView::offerToLeave(QVBoxLayout* column)
{
    auto* frame = new QFrame(this);
    frame->setProperty("tip", u"info"_s);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(10, 7, 10, 7);
    m_way = new QLabel(frame);
    m_way->setObjectName(u"leaveText"_s);
    m_way->setWordWrap(true);
    m_way->setTextFormat(Qt::PlainText);
    m_way->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_way->setMinimumHeight(4 * m_way->fontMetrics().lineSpacing()); // nothing jumps from row to row
    m_leave = new QPushButton(tr("Leave the group"), frame);
    m_leave->setObjectName(u"leaveGroup"_s);
    m_leave->installEventFilter(this);
    inside->addWidget(m_way);
    inside->addWidget(m_leave, 0, Qt::AlignLeft);
    column->addWidget(frame);

    connect(m_leave, &QPushButton::clicked, this, [this] {
        const auto scenario = wayOut(m_bars->current());
        if (!scenario) return;
        m_session.endPreview();
        m_session.edit(*scenario, tr("Let %1 leave its group").arg(slotName(m_evaluation->outcome.table.slots(), m_bars->current())));
    });
    connect(m_bars, &RangeBars::currentChanged, this, [this] {
        showCurrent();
        workOn();
    });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_working) workOn();
    });
    showCurrent();
    workOn();
}

void GroupView::setCurrent(SlotId slot)
{
    if (m_bars != nullptr) m_bars->setCurrent(slot);
}

void GroupView::fill(Order order)
{
    std::vector<GroupMember> members = m_ranges.members;
    if (order == Order::Waste)
        std::stable_sort(members.begin(), members.end(),
                         [](const GroupMember& a, const GroupMember& b) { return a.stepsUsed < b.stepsUsed; });
    std::vector<RangeBars::Bar> bars;
    for (const GroupMember& member : members) {
        const auto known = m_leavings.find(member.slot);
        bars.push_back({member, slotName(m_evaluation->outcome.table.slots(), member.slot),
                        known == m_leavings.end() ? QString() : leavingText(member.slot, known->second.leaving)});
    }
    m_bars->set(std::move(bars), m_ranges.common, groupColor(m_group.number));
    if (!m_working) workOn(); // others are in sight now
}

QString GroupView::leavingText(SlotId slot, const Leaving& leaving) const
{
    const QString text = tr("Leaving %1").arg(gainText(leaving));
    const auto& members = m_ranges.members;
    const bool clipped = std::any_of(members.begin(), members.end(), [&](const GroupMember& m) { return m.slot == slot && m.clippedPercent > 0; });
    return clipped ? tr("%1, and holds its whole range again").arg(text) : text;
}

// The current member first, then the others in sight, one after the other.
void GroupView::workOn()
{
    if (m_way == nullptr) return;
    m_working = m_bars->current();
    if (!m_working || m_leavings.contains(m_working)) m_working = openInSight();
    if (!m_working) return;
    m_session.findWayOut(m_evaluation, m_group.root, m_working, this, [this, slot = m_working](WayOut way) {
        m_bars->setLeaving(slot, leavingText(slot, way.leaving));
        m_leavings[slot] = std::move(way);
        if (slot == m_bars->current()) showCurrent();
        workOn();
    });
}

// The first member in sight whose way out is not known; each takes an evaluation or several.
SlotId GroupView::openInSight() const
{
    const int top = m_scroll->verticalScrollBar()->value();
    const int bottom = top + m_scroll->minimumHeight();
    for (int row = 0; row < static_cast<int>(m_bars->bars().size()); ++row) {
        const QRect rect = m_bars->rowRect(row);
        const SlotId slot = m_bars->bars()[static_cast<std::size_t>(row)].member.slot;
        if (rect.bottom() >= top && rect.top() < bottom && !m_leavings.contains(slot)) return slot;
    }
    return {};
}

void GroupView::showCurrent()
{
    const SlotId slot = m_bars->current();
    const auto found = m_leavings.find(slot);
    const QString name = slot ? slotName(m_evaluation->outcome.table.slots(), slot) : QString();
    if (found == m_leavings.end()) {
        m_way->setText(name);
        m_leave->setText(tr("Leave the group"));
        m_leave->setEnabled(false);
        return;
    }
    const Leaving& leaving = found->second.leaving;
    const QString basis = leaving.evaluated ? QString() : u'\n' + tr("Computed from the loaded parameters: %1.").arg(gainText(leaving));
    m_way->setText(leaving.evaluated ? u"%1: %2\n%3"_s.arg(name, gainText(leaving), wayText(leaving))
                                     : wayText(leaving) + basis);
    const auto& way = found->second.scenario;
    m_leave->setEnabled(way.has_value());
    m_leave->setText(leaving.needsStrict && way ? tr("Switch to the strict engine and leave") : tr("Leave the group"));
    m_leave->setToolTip(wayText(leaving));
    m_leave->setAccessibleDescription(m_way->text());
}

std::optional<Scenario> GroupView::wayOut(SlotId slot) const
{
    const auto found = m_leavings.find(slot);
    return found == m_leavings.end() ? std::nullopt : found->second.scenario;
}

bool GroupView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_leave) {
        const bool enters = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
        const bool leaves = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
        if (enters)
            if (const auto scenario = wayOut(m_bars->current())) m_session.startPreview(*scenario);
        if (leaves) m_session.endPreview();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace alignscope::ui

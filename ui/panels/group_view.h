// SPDX-License-Identifier: Apache-2.0
// GroupView: a group's members on one number line, who dictates, who wastes, and the way out.
#pragma once

#include "core/cascade/group_members.h"
#include <QWidget>

#include <map>
#include <memory>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace alignscope::ui {

class RangeBars;
class SegmentedControl;
class Session;

/// What leaving would give is worked out in the background, for the current member and those in sight, where the
/// evaluation is that of the session's scenario: not at a step of the pass or in another view.
class GroupView : public QWidget {
    Q_OBJECT
public:
    GroupView(Session& session, std::shared_ptr<const Evaluation> evaluation, const Group& group, QWidget* parent);
    ~GroupView() override;
    void setCurrent(SlotId slot);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Order { Slots, Waste };
    void fill(Order order);
    void offerToLeave(QVBoxLayout* column);
    void workOn();
    [[nodiscard]] SlotId openInSight() const;
    [[nodiscard]] QString leavingText(SlotId slot, const Leaving& leaving) const;
    void showCurrent();
    /// The scenario in which the member has left, if need be with the other engine; as far as it is worked out.
    [[nodiscard]] std::optional<Scenario> wayOut(SlotId slot) const;

    Session& m_session;
    std::shared_ptr<const Evaluation> m_evaluation;
    Group m_group;
    GroupRanges m_ranges;
    SegmentedControl* m_order = nullptr;
    RangeBars* m_bars = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_way = nullptr;
    QPushButton* m_leave = nullptr;
    std::map<SlotId, WayOut> m_leavings; ///< as far as they are worked out
    SlotId m_working; ///< the member whose way out is being worked out; invalid: none
};

} // namespace alignscope::ui

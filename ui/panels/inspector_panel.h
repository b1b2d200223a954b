// SPDX-License-Identifier: Apache-2.0
// InspectorPanel: all that is known of the selected operation, slot, edge, group or block.
#pragma once

#include "core/cascade/evaluation.h"
#include "ui/session/latest_job.h"
#include "ui/text/explanation.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace alignscope::ui {

class Session;

class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(Session& session, QWidget* parent = nullptr);
    ~InspectorPanel() override;
    /// Scrolls to "Why this scale?" and focuses its first line; false if nothing is selected.
    bool showWhy();

Q_SIGNALS:
    /// Somebody wants to know what another order of the operations would give.
    void otherOrderAsked();
    /// Somebody wants to see all broken promises, with who promised and who undid it.
    void promisesAsked();
    /// Somebody wants all that a search for `query` finds.
    void searchAsked(const QString& query);

private:
    void refresh();
    void scheduleRefresh();
    [[nodiscard]] bool waitsForCauses(const std::shared_ptr<const Evaluation>& evaluation);
    void showNothing();
    void showOverview(const Evaluation& evaluation);
    void showOperation(const Evaluation& evaluation, OpId operation);
    void showSlot(const Evaluation& evaluation, SlotId slot);
    void showEdge(const Evaluation& evaluation, SlotId consumer, TensorId tensor);
    void showBlock(const Evaluation& evaluation, std::uint32_t block);
    void showGroup(const Evaluation& evaluation, SlotId root);

    void addTitle(const QString& kind, const QString& title, const QColor& color);
    void addSection(const QString& title);
    QGridLayout* addFacts();
    QLabel* addFact(QGridLayout* grid, const QString& key, const QString& value, const QString& toolTip = {});
    void addSlotCard(const Evaluation& evaluation, SlotId slot, const QString& title);
    void addParameters(const Evaluation& evaluation, SlotId slot);
    void addRanges(const Group& group, SlotId current);
    void addWhy(const Evaluation& evaluation, SlotId slot);
    void addMethodChooser(const Evaluation& evaluation, OpId operation);
    void addTip(const QString& kind, const QString& text);
    /// A way to what a list does not show: all of it, as the results of a search.
    void addMore(std::size_t count, const QString& name, const QString& query);

    Session& m_session;
    QScrollArea* m_scroll;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    QWidget* m_why = nullptr;
    bool m_pending = false;
    QTimer m_calm;
    LatestJob m_causesJob; // makes the causes of a large cascade
};

} // namespace alignscope::ui

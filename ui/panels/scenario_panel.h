// SPDX-License-Identifier: Apache-2.0
// ScenarioPanel: the choices, what one of them would do, and what the chosen ones cost.
#pragma once

#include "core/align/scenario.h"

#include <QWidget>

#include <array>

class QFrame;
class QLabel;

namespace alignscope::ui {

class OverlapDiagram;
class Scorecard;
class SegmentedControl;
class Session;
class Switch;

class ScenarioPanel : public QWidget {
    Q_OBJECT
public:
    explicit ScenarioPanel(Session& session, QWidget* parent = nullptr);
    ~ScenarioPanel() override;
    /// Stands above the choices and does not scroll with them.
    void setHeader(QWidget* header);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct FamilyRow {
        QWidget* widget = nullptr;
        QLabel* title = nullptr;
        QLabel* count = nullptr;
        SegmentedControl* control = nullptr;
    };
    QWidget* makeFamilies();
    QWidget* makeOverlap();
    QWidget* makePreview();
    void refreshModel();
    void showFamilies();
    void refreshScenario();
    void refreshEvaluation();
    void consider(const Scenario& scenario, const QString& what);
    void abandon();

    Session& m_session;
    std::array<FamilyRow, 4> m_families;
    QLabel* m_absent = nullptr; ///< the families of which the model has no operation
    Switch* m_overlap = nullptr;
    OverlapDiagram* m_diagram = nullptr;
    QFrame* m_previewFrame = nullptr;
    QLabel* m_previewText = nullptr;
    QFrame* m_errorFrame = nullptr;
    QLabel* m_errorText = nullptr;
    Scorecard* m_scorecard = nullptr;
    QString m_considered;
};

} // namespace alignscope::ui

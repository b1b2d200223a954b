// SPDX-License-Identifier: Apache-2.0
// VariantsPanel: the slots in which the compared scenarios differ, all scenarios beside each other.
#pragma once

#include "ui/panels/table_panel.h"

namespace alignscope::ui {

class ScenarioComparison;
class VariantsModel;

class VariantsPanel : public TablePanel {
    Q_OBJECT
public:
    VariantsPanel(Session& session, ScenarioComparison& comparison, QWidget* parent = nullptr);

Q_SIGNALS:
    void backRequested();

private:
    void refresh();

    ScenarioComparison& m_comparison;
    VariantsModel* m_rows;
};

} // namespace alignscope::ui

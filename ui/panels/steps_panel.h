// SPDX-License-Identifier: Apache-2.0
// StepsPanel: what the engine did, step by step.
#pragma once

#include "ui/panels/table_panel.h"

namespace alignscope::ui {

class StepsModel;

class StepsPanel : public TablePanel {
    Q_OBJECT
public:
    explicit StepsPanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();
    StepsModel* m_steps;
};

} // namespace alignscope::ui

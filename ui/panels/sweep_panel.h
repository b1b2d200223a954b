// SPDX-License-Identifier: Apache-2.0
// SweepPanel: all combinations of methods with their price; a click adopts one.
#pragma once

#include "ui/panels/table_panel.h"

namespace alignscope::ui {

class SweepModel;
class SweepPlot;

class SweepPanel : public TablePanel {
    Q_OBJECT
public:
    explicit SweepPanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();
    void adopt(int combination);

    SweepModel* m_sweep;
    SweepPlot* m_plot;
};

} // namespace alignscope::ui

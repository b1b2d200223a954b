// SPDX-License-Identifier: Apache-2.0
// SlotsPanel: the table of all slots.
#pragma once

#include "ui/panels/table_panel.h"

namespace alignscope::ui {

class SlotTableModel;

class SlotsPanel : public TablePanel {
    Q_OBJECT
public:
    explicit SlotsPanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();
    SlotTableModel* m_slots;
};

} // namespace alignscope::ui

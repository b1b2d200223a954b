// SPDX-License-Identifier: Apache-2.0
// CascadePanel: what the scenario changed, by cause or as a flat table.
#pragma once

#include "ui/panels/table_panel.h"

namespace alignscope::ui {

class ChangesModel;
class SegmentedControl;

class CascadePanel : public TablePanel {
    Q_OBJECT
public:
    explicit CascadePanel(Session& session, QWidget* parent = nullptr);
    void setFlat(bool flat);

private:
    void refresh();

    ChangesModel* m_changes;
    SegmentedControl* m_form;
};

} // namespace alignscope::ui

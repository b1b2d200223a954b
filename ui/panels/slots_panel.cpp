// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/slots_panel.h"

#include "ui/models/slot_table_model.h"
#include "ui/session/session.h"

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SlotsPanel::SlotsPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"slots"_s, tr("Slots"), parent), m_slots(new SlotTableModel(this))
{
    setSourceModel(m_slots);
    setFitting({170, 60, 90, 84, 66, 106, 106, 84, 84, 170, 150});
    setNameColumns({SlotTableModel::Operation, SlotTableModel::TensorName, SlotTableModel::Master});
    connect(&session, &Session::shownChanged, this, [this] { refreshWhenSeen([this] { refresh(); }); });
    connect(&session, &Session::modelChanged, this, [this] {
        if (!isVisible()) m_slots->setEvaluation({}); // rows of the old model; laying out new ones takes a while
        refreshWhenSeen([this] { refresh(); });
    });
    refresh();
}

void SlotsPanel::refresh()
{
    const auto& evaluation = m_session.shown();
    m_slots->setEvaluation(evaluation);
    if (!evaluation) setEmpty(tr("No model is open"), tr("Every place where an operation may quantize appears here."));
    else if (m_slots->rowCount() == 0) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

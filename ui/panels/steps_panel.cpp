// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/steps_panel.h"

#include "ui/models/steps_model.h"
#include "ui/session/session.h"

namespace alignscope::ui {
using namespace Qt::StringLiterals;

StepsPanel::StepsPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"steps"_s, tr("Steps"), parent), m_steps(new StepsModel(this))
{
    setSourceModel(m_steps);
    setFitting({56, 130, 136, 180, 180, 100, 100, 200});
    connect(&session, &Session::evaluationChanged, this, &StepsPanel::refresh);
    connect(&session, &Session::modelChanged, this, &StepsPanel::refresh);
    refresh();
}

void StepsPanel::refresh()
{
    const auto& evaluation = m_session.evaluation();
    m_steps->setEvaluation(evaluation);
    if (!evaluation) setEmpty(tr("No model is open"), tr("What the engine does, in order, appears here."));
    else if (const auto model = m_session.model(); model && model->baseline.size() == 0)
        setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_steps->rowCount() == 0) setEmpty(tr("The engine has nothing to do"), tr("Choose a method or a preset; each step it takes is listed here."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

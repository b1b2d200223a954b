// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/cascade_panel.h"

#include "ui/models/changes_model.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QTreeView>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

CascadePanel::CascadePanel(Session& session, QWidget* parent)
    : TablePanel(session, u"cascade"_s, tr("Cascade"), parent), m_changes(new ChangesModel(this)), m_form(new SegmentedControl(tr("Form of the cascade"), this))
{
    m_form->setObjectName(u"cascadeForm"_s);
    m_form->setSegments({{0, tr("By cause"), tr("Changes under the operation that caused them")}, {1, tr("Flat"), tr("All changes in one sortable table")}});
    m_form->setCurrent(0);
    toolRow()->insertWidget(0, m_form);
    connect(m_form, &SegmentedControl::chosen, this, [this](int id) { setFlat(id == 1); });
    setSourceModel(m_changes);
    view()->setRootIsDecorated(true);
    view()->setColumnHidden(ChangesModel::Cause, true); // the branches say it
    setFitting({340, 120, 104, 104, 90, 60, 220});
    connect(&session, &Session::shownChanged, this, [this] { refreshWhenSeen([this] { refresh(); }); });
    connect(&session, &Session::modelChanged, this, &CascadePanel::refresh);
    refresh();
}

void CascadePanel::setFlat(bool flat)
{
    m_form->setCurrent(flat ? 1 : 0);
    m_changes->setFlat(flat);
    view()->setRootIsDecorated(!flat);
    view()->setColumnHidden(ChangesModel::Cause, !flat);
    if (!flat) view()->expandAll();
}

void CascadePanel::refresh()
{
    const auto& evaluation = m_session.shown();
    m_changes->setEvaluation(evaluation);
    if (!m_changes->isFlat() && m_changes->changeCount() <= 500) view()->expandAll();
    if (!evaluation) setEmpty(tr("No model is open"), tr("The changes that a scenario causes appear here."));
    else if (const auto model = m_session.model(); model && model->baseline.size() == 0)
        setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_changes->changeCount() == 0) setEmpty(tr("Nothing changed"), tr("Choose a method or a preset to see which slots follow, and why."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

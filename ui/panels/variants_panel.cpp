// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/variants_panel.h"

#include "ui/models/variants_model.h"
#include "ui/panels/blocks.h"
#include "ui/session/scenario_comparison.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

VariantsPanel::VariantsPanel(Session& session, ScenarioComparison& comparison, QWidget* parent)
    : TablePanel(session, u"variants"_s, tr("Compared scenarios"), parent), m_comparison(comparison), m_rows(new VariantsModel(this))
{
    auto* back = linkButton(tr("Back to the scenarios"), this);
    back->setObjectName(u"variantsBack"_s);
    toolRow()->insertWidget(0, back);
    connect(back, &QPushButton::clicked, this, &VariantsPanel::backRequested);
    setSourceModel(m_rows);
    connect(&comparison, &ScenarioComparison::changed, this, [this] { refreshWhenSeen([this] { refresh(); }); });
    refresh();
}

void VariantsPanel::refresh()
{
    const ShownVariants variants = m_comparison.variants();
    m_rows->set(variants);
    QList<int> widths{180, 60, 100};
    for (qsizetype i = 0; i < variants.names.size(); ++i) widths << 132;
    widths << 76 << 200;
    setFitting(widths);
    setNameColumns({VariantsModel::Operation, m_rows->tensorColumn()});
    if (variants.all && m_rows->rowCount() == 0) setEmpty(tr("No slot differs"), tr("The compared scenarios give every slot the same scale and offset."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

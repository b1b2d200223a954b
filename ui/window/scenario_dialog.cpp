// SPDX-License-Identifier: Apache-2.0
#include "ui/window/scenario_dialog.h"

#include "ui/panels/blocks.h"
#include "ui/text/scenario_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct ScenarioDialog {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::ScenarioDialog)
};

} // namespace

void showScenario(const QString& title, const Scenario& scenario, QWidget* parent, std::function<void()> keep)
{
    if (auto* old = parent->findChild<QDialog*>(u"scenarioDialog"_s)) delete old;
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"scenarioDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::kDouble, space::kDouble, space::kDouble, space::kDouble);
    column->setSpacing(space::kUnit);
    column->addWidget(mutedLabel(ScenarioDialog::tr("The model already contains this alignment. Keep the scenario to change it and to apply it to the model that it was made for."), dialog));
    auto* list = new QListWidget(dialog);
    list->setObjectName(u"scenarioLines"_s);
    list->setAccessibleName(title);
    list->setWordWrap(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->addItems(scenarioLines(scenario));
    column->addWidget(list, 1);
    auto* buttons = new QDialogButtonBox(dialog);
    auto* keepButton = buttons->addButton(ScenarioDialog::tr("Keep it as a scenario"), QDialogButtonBox::ActionRole);
    keepButton->setObjectName(u"scenarioDialogKeep"_s);
    auto* close = buttons->addButton(QDialogButtonBox::Close);
    close->setDefault(true);
    QObject::connect(keepButton, &QPushButton::clicked, dialog, [dialog, keep = std::move(keep)] {
        keep();
        dialog->close();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(buttons);
    resizeWithin(*dialog, {520, 360});
    dialog->show();
}

} // namespace alignscope::ui

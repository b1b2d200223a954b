// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/impact_panel.h"

#include "core/cascade/impact.h"
#include "ui/models/choices_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/row_preview.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

ImpactPanel::ImpactPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"impact"_s, tr("Impact"), parent), m_choices(new ChoicesModel(this)), m_progress(new QLabel(this)),
      m_apply(new QPushButton(tr("Make it an exception"), this)), m_winner(new QLabel(this)),
      m_job(*this, session.pool())
{
    setSourceModel(m_choices);
    setFitting({40, 160, 60, 152, 100, 98, 86, 86, 82, 64, 84, 52, 92});
    setNameColumns({ChoicesModel::OperationName});
    view()->setColumnHidden(ChoicesModel::Number, true);
    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_progress->setObjectName(u"impactProgress"_s);
    m_progress->setProperty("role", u"muted"_s);
    m_apply->setObjectName(u"impactApply"_s);
    m_apply->setToolTip(tr("Lets the operation of the marked row do this, whatever its family does. A double click does the same."));
    toolRow()->insertWidget(toolRow()->count() - 1, m_progress);
    toolRow()->insertWidget(toolRow()->count() - 1, m_apply);

    m_winner->setObjectName(u"impactWinner"_s);
    m_winner->setAccessibleName(tr("Moves most"));
    m_winner->setTextFormat(Qt::RichText);
    m_winner->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_winner->setWordWrap(true);
    m_winner->setContentsMargins(space::kUnit + 2, 2, space::kUnit, 6);
    m_winner->setMinimumWidth(1);
    m_winner->hide();
    qobject_cast<QVBoxLayout*>(layout())->insertWidget(1, m_winner);
    connect(m_winner, &QLabel::linkActivated, this, [this](const QString& link) {
        Selection target;
        target.kind = Selection::Kind::Operation;
        target.operation = OpId(link.toUInt());
        choose(target);
    });

    new RowPreview(session, *view(), [this](const QModelIndex& index) -> std::optional<Scenario> {
        const Impact* impact = m_choices->choice(sourceRow(index));
        if (impact == nullptr || m_stale || !m_session.model()) return std::nullopt;
        return withOption(*m_session.model(), m_session.scenario(), impact->option);
    });
    connect(view(), &QTreeView::doubleClicked, this, [this](const QModelIndex& index) { apply(sourceRow(index)); });
    connect(view(), &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const Impact* impact = m_choices->choice(sourceRow(index))) m_session.selectOperation(impact->option.operation);
    });
    connect(m_apply, &QPushButton::clicked, this, [this] { apply(sourceRow(view()->currentIndex())); });
    connect(view()->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImpactPanel::refresh);
    connect(&session, &Session::modelChanged, this, [this] {
        m_choices->setImpacts(m_session.model(), {});
        scenarioMoved();
    });
    connect(&session, &Session::scenarioChanged, this, &ImpactPanel::scenarioMoved);
    refresh();
}

ImpactPanel::~ImpactPanel()
{
    hide(); // ends a preview while all of this is still alive
}

int ImpactPanel::sourceRow(const QModelIndex& index) const { return filter()->mapToSource(index).row(); }

void ImpactPanel::showEvent(QShowEvent* event)
{
    TablePanel::showEvent(event);
    if (m_stale && !m_job.running()) measure();
}

void ImpactPanel::scenarioMoved()
{
    m_stale = true;
    m_job.stop();
    if (isVisible()) measure();
    else refresh();
}

void ImpactPanel::measure()
{
    m_progress->clear();
    const auto& model = m_session.model();
    if (!model || model->baseline.size() == 0) return refresh();
    m_job.start([model, scenario = m_session.scenario()](const Task& task) { return impacts(*model, scenario, task); },
                [this, model](std::vector<Impact> found) {
                    m_stale = false;
                    m_choices->setImpacts(model, std::move(found));
                    m_progress->clear();
                    refresh();
                },
                [this](double fraction) {
                    m_progress->setText(tr("measuring: %1 %").arg(static_cast<int>(fraction * 100)));
                    refresh();
                });
    refresh();
}

void ImpactPanel::showWinner()
{
    std::vector<Impact> ranked;
    for (int row = 0; row < m_choices->rowCount(); ++row) ranked.push_back(*m_choices->choice(row));
    const auto first = farthest(ranked);
    m_winner->setVisible(!m_stale && !ranked.empty());
    if (ranked.empty()) return;
    if (first.empty()) return m_winner->setText(tr("No choice for a single operation changes a scale or offset."));
    const Graph& graph = *m_session.model()->graph;
    const auto link = [&](const Impact& impact) {
        const QString id = qs(graph.operation(impact.option.operation).id);
        return u"<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>"_s.arg(QString::number(impact.option.operation.value()), theme().accent.name(),
                                                                                         shortened(id, 48).toHtmlEscaped());
    };
    const Impact& winner = *first.front();
    QString text = u"<b>\u2605 %1</b>&nbsp; %2 \u2192 %3: %4"_s.arg(tr("From here, moves most").toHtmlEscaped(), link(winner), optionText(winner.option).toHtmlEscaped(),
                                                                    differenceText(winner.reach.slots).toHtmlEscaped());
    if (const QString price = priceText(winner.price); price != dash()) text += u", "_s + price.toHtmlEscaped();
    constexpr std::size_t kNamed = 3;
    QStringList ties;
    for (std::size_t i = 1; i < std::min(first.size(), kNamed + 1); ++i) ties << link(*first[i]);
    if (!ties.isEmpty()) {
        QString names = ties.join(u", "_s);
        if (first.size() > kNamed + 1) names = tr("%1 and %n more", nullptr, static_cast<int>(first.size() - kNamed - 1)).arg(names);
        text += u"<br>"_s + tr("As many slots, but not more bits: %1").arg(names);
    }
    m_winner->setText(text);
}

void ImpactPanel::apply(int row)
{
    const Impact* impact = m_choices->choice(row);
    if (impact == nullptr || m_stale || !m_session.model()) return;
    const Option option = impact->option; // the list changes with the scenario
    const QString operation = qs(m_session.model()->graph->operation(option.operation).id);
    m_session.endPreview();
    m_session.edit(withOption(*m_session.model(), m_session.scenario(), option), tr("Set %1 to %2").arg(operation, optionText(option)));
}

void ImpactPanel::refresh()
{
    showWinner();
    m_apply->setEnabled(!m_stale && m_choices->choice(sourceRow(view()->currentIndex())) != nullptr);
    const auto& model = m_session.model();
    if (!model) setEmpty(tr("No model is open"), tr("What every choice for a single operation would move appears here."));
    else if (model->baseline.size() == 0) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_choices->rowCount() > 0) setEmpty({}, {});
    else if (m_job.running()) setEmpty(tr("Trying every choice for every operation"), tr("You can go on working meanwhile."));
    else setEmpty(tr("Nothing to choose"), tr("The model has no operation that can be aligned."));
}

} // namespace alignscope::ui

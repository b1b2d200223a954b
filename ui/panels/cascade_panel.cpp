// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/cascade_panel.h"

#include "ui/models/changes_model.h"
#include "ui/models/promises_model.h"
#include "ui/models/roles.h"
#include "ui/models/words_filter.h"
#include "ui/panels/blocks.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/session.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t kAtOnce = 5000; // changes: what is told apart before the user notices

} // namespace

CascadePanel::CascadePanel(Session& session, QWidget* parent)
    : TablePanel(session, u"cascade"_s, tr("Cascade"), parent), m_changes(new ChangesModel(this)), m_promises(new PromisesModel(this)),
      m_form(new SegmentedControl(tr("Form of the cascade"), this)), m_order(linkButton(tr("What would another order give?"), this)),
      m_toPromiser(new QAction(tr("Go to who promised"), view())), m_toBreaker(new QAction(tr("Go to who undid it"), view())),
      m_job(*this, session.pool())
{
    m_form->setObjectName(u"cascadeForm"_s);
    m_form->setSegments({{static_cast<int>(Form::ByCause), tr("By cause"), tr("Changes under the operation that caused them")},
                         {static_cast<int>(Form::Flat), tr("Flat"), tr("All changes in one sortable table")},
                         {static_cast<int>(Form::Promises), tr("Broken"), tr("Broken promises: alignments that a later operation undid: who promised, and who undid it")}});
    m_form->setCurrent(static_cast<int>(Form::ByCause));
    toolRow()->insertWidget(0, m_form);
    connect(m_form, &SegmentedControl::chosen, this, [this](int id) { setForm(static_cast<Form>(id)); });
    m_order->setObjectName(u"cascadeOrder"_s);
    m_order->setToolTip(tr("PPQ aligns in the order of the operations, and the last one wins. Compare with another order."));
    m_order->setAccessibleName(m_order->text());
    qobject_cast<QVBoxLayout*>(layout())->insertWidget(1, m_order, 0, Qt::AlignLeft);
    connect(m_order, &QPushButton::clicked, this, &CascadePanel::otherOrderAsked);
    m_toPromiser->setShortcut(QKeySequence(Qt::Key_Return));
    m_toBreaker->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return));
    for (QAction* action : {m_toPromiser, m_toBreaker}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        view()->addAction(action);
    }
    connect(m_toPromiser, &QAction::triggered, this, [this] { goTo(PromisesModel::PromisedBy); });
    connect(m_toBreaker, &QAction::triggered, this, [this] { goTo(PromisesModel::UndoneBy); });
    setUnsortedText(tr("Worst first"));
    connect(filter(), &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& under) {
        if (!under.isValid()) spanBranches();
    });
    connect(filter(), &QAbstractItemModel::layoutChanged, this, &CascadePanel::spanBranches);
    showPage();
    connect(&session, &Session::shownChanged, this, [this] { refreshWhenSeen([this] { refresh(); }); });
    connect(&session, &Session::modelChanged, this, &CascadePanel::refresh);
    refresh();
}

CascadePanel::~CascadePanel() = default;

void CascadePanel::setForm(Form form)
{
    m_form->setCurrent(static_cast<int>(form));
    if (form == m_shownForm) return;
    m_shownForm = form;
    showPage();
    refresh();
}

// One view shows two models, so what belongs to the columns is set anew.
void CascadePanel::showPage()
{
    const bool promises = m_shownForm == Form::Promises;
    const bool flat = m_shownForm == Form::Flat;
    view()->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_changes->setFlat(flat);
    if (promises) {
        setSourceModel(m_promises);
        setFitting({190, 210, 210, 190, 96, 190});
        setNameColumns({PromisesModel::PromisedBy, PromisesModel::SlotName, PromisesModel::BoundTo, PromisesModel::UndoneBy});
    } else {
        setSourceModel(m_changes);
        setFitting({256, 156, 100, 100, 136, 60, 220});
        setNameColumns({ChangesModel::What, ChangesModel::Tensor});
        view()->setColumnHidden(ChangesModel::Cause, !flat); // the branches say it
    }
    view()->setRootIsDecorated(m_shownForm == Form::ByCause);
    for (QAction* action : {m_toPromiser, m_toBreaker}) {
        action->setVisible(promises);
        action->setEnabled(promises);
    }
}

// A cause is a sentence. A filter gives rows back without it.
void CascadePanel::spanBranches()
{
    constexpr int kMost = 2000; // the view keeps a list of them
    if (m_shownForm != Form::ByCause) return;
    for (int row = 0; row < std::min(filter()->rowCount(), kMost); ++row) view()->setFirstColumnSpanned(row, {}, true);
}

void CascadePanel::goTo(int column)
{
    const QModelIndex current = view()->currentIndex();
    if (current.isValid()) choose(current.siblingAtColumn(column).data(kTargetRole).value<Selection>());
}

// Each cell of a broken promise leads to what it names, a change as a whole to its slot.
void CascadePanel::chooseRow(const QModelIndex& row)
{
    if (m_shownForm == Form::Promises) choose(row.data(kTargetRole).value<Selection>());
    else TablePanel::chooseRow(row);
}

void CascadePanel::refresh()
{
    m_job.stop();
    const auto& evaluation = m_session.shown();
    if (!evaluation || evaluation->cascade.changes.size() <= kAtOnce) return fill(evaluation, evaluation ? branchesOf(*evaluation) : std::vector<Branch>());
    // The old changes stay meanwhile, but for those of another model.
    if (m_model != m_session.model()) fill({}, {});
    m_job.start(
        [evaluation](const Task&) {
            static_cast<void>(evaluation->hops(evaluation->cascade.changes.front().slot)); // made when first asked for
            return branchesOf(*evaluation);
        },
        [this, evaluation](std::vector<Branch> branches) { fill(evaluation, std::move(branches)); });
    showEmpty();
}

void CascadePanel::fill(std::shared_ptr<const Evaluation> evaluation, std::vector<Branch> branches)
{
    m_model = evaluation ? m_session.model() : nullptr;
    m_promises->setEvaluation(evaluation);
    m_changes->setEvaluation(std::move(evaluation), std::move(branches));
    const int broken = m_promises->rowCount();
    m_form->button(static_cast<int>(Form::Promises))->setText(broken > 0 ? tr("Broken: %1").arg(broken) : tr("Broken"));
    m_order->setVisible(m_shownForm == Form::Promises && broken > 0);
    spanBranches();
    if (m_shownForm == Form::ByCause && m_changes->changeCount() <= 500) view()->expandAll();
    showEmpty();
}

void CascadePanel::showEmpty()
{
    const auto& model = m_session.model();
    if (!m_session.shown()) setEmpty(tr("No model is open"), tr("The changes that a scenario causes appear here."));
    else if (model && model->baseline.size() == 0) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (!m_model) setEmpty(tr("Looking for the causes"), tr("You can go on working meanwhile."));
    else if (m_shownForm == Form::Promises && m_promises->rowCount() == 0)
        setEmpty(tr("No promise is broken"), tr("What each operation aligned is still aligned at the end. With PPQ's engine a later operation can undo it."));
    else if (m_shownForm != Form::Promises && m_changes->changeCount() == 0)
        setEmpty(tr("Nothing changed"), tr("Choose a method or a preset to see which slots follow, and why."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scenarios_panel.h"

#include "ui/models/scenarios_model.h"
#include "ui/panels/blocks.h"
#include "ui/panels/variants_panel.h"
#include "ui/session/scenario_comparison.h"
#include "ui/session/scenario_store.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

namespace {

// Prices arrive in the background; they must not put the old name back while a new one is typed.
class KeepTyping : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setStyleSheet(u"QLineEdit { padding: 0px 2px; border-radius: 0px; }"_s); // a row is lower than a field
        return editor;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        if (const auto* field = qobject_cast<QLineEdit*>(editor); field != nullptr && field->isModified()) return;
        QStyledItemDelegate::setEditorData(editor, index);
    }
};

} // namespace

ScenariosPanel::ScenariosPanel(Session& session, ScenarioStore& store, ScenarioCosts& costs, ScenarioComparison& comparison, QWidget* parent)
    : QWidget(parent), m_session(session), m_store(store), m_comparison(comparison), m_model(new ScenariosModel(session, store, costs, this))
{
    setObjectName(u"scenariosPanel"_s);
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedWidget(this);
    auto* page = new QWidget(this);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeTools());

    m_hint = new QFrame(page);
    m_hint->setProperty("tip", u"info"_s);
    auto* hintRow = new QHBoxLayout(m_hint);
    hintRow->setContentsMargins(space::kUnit + 2, 6, space::kUnit + 2, 6);
    auto* words = new QLabel(tr("No scenario is kept yet. Choose methods, then keep them under a name (Ctrl+Shift+S); the keys 1 to 9 switch between the kept ones, and several of them can be compared."), m_hint);
    words->setWordWrap(true);
    hintRow->addWidget(words);
    auto* hintMargin = new QWidget(page);
    auto* margins = new QVBoxLayout(hintMargin);
    margins->setContentsMargins(space::kUnit, 0, space::kUnit, space::kHalf);
    margins->addWidget(m_hint);
    inner->addWidget(hintMargin);

    m_view = new QTreeView(page);
    m_view->setObjectName(u"scenariosView"_s);
    m_view->setAccessibleName(tr("Scenarios"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setItemDelegate(new KeepTyping(m_view));
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->header()->setHighlightSections(false);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(true);
    const int widths[] = {44, 200, 92, 92, 92, 104, 70, 72, 66, 70, 66, 300, 84, 160};
    for (int i = 0; i < ScenariosModel::ColumnCount; ++i) m_view->header()->resizeSection(i, widths[i]);
    inner->addWidget(m_view, 1);
    m_stack->addWidget(page);
    m_variants = new VariantsPanel(session, comparison, m_stack);
    connect(m_variants, &VariantsPanel::backRequested, this, [this] {
        m_stack->setCurrentIndex(0);
        m_view->setFocus();
    });
    m_stack->addWidget(m_variants);
    column->addWidget(m_stack);

    const auto key = [this](const QString& text, const QKeySequence& sequence, auto&& function) {
        auto* action = new QAction(text, m_view);
        action->setShortcut(sequence);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function));
        m_view->addAction(action);
    };
    key(tr("Switch to it"), QKeySequence(u"Return"_s), [this] { if (const auto all = rows(); all.size() == 1) switchTo(all.front()); });
    key(tr("Rename"), QKeySequence(u"F2"_s), [this] { m_rename->click(); });
    key(tr("Duplicate"), {}, [this] { m_duplicate->click(); });
    key(tr("Delete"), QKeySequence(u"Del"_s), [this] { m_delete->click(); });
    key(tr("Move up"), QKeySequence(u"Alt+Up"_s), [this] { moveBy(-1); });
    key(tr("Move down"), QKeySequence(u"Alt+Down"_s), [this] { moveBy(1); });
    key(tr("Compare on the canvas"), QKeySequence(u"Alt+Return"_s), [this] { compareSelected(); });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& index) { switchTo(index.row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScenariosPanel::refreshSelection);
    connect(m_model, &ScenariosModel::refused, this, &ScenariosPanel::refused);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ScenariosPanel::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ScenariosPanel::refreshSelection);
    connect(&session, &Session::modelChanged, this, &ScenariosPanel::refresh);
    connect(&session, &Session::keptChanged, this, &ScenariosPanel::refresh);
    connect(&comparison, &ScenarioComparison::changed, this, [this] {
        if (m_stack->currentWidget() == m_variants && !m_comparison.busy() && !m_comparison.variants().all) m_stack->setCurrentIndex(0);
        m_model->setLetters(m_comparison.variants().names);
        refreshSelection();
    });
    refresh();
}

QWidget* ScenariosPanel::makeTools()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::kUnit, 5, space::kUnit, 5);
    row->setSpacing(space::kHalf);
    const auto push = [&](const QString& name, const QString& text, const QString& tip) {
        auto* made = new QPushButton(text, bar);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAccessibleName(text);
        made->setAutoDefault(false);
        made->setStyleSheet(u"QPushButton { padding: 5px 5px; }"_s);
        row->addWidget(made);
        return made;
    };
    const auto tool = [&](const QString& name, const QString& iconName, const QString& text, const QString& tip) {
        auto* made = new QToolButton(bar);
        made->setProperty("flat", true);
        made->setObjectName(name);
        made->setIcon(icon(iconName));
        made->setIconSize(QSize(17, 17));
        made->setToolTip(tip.isEmpty() ? text : text + u'\n' + tip);
        made->setAccessibleName(text);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        return made;
    };
    m_keep = push(u"scenarioKeep"_s, tr("Keep..."), tr("Keep the scenario in force under a name (Ctrl+Shift+S)"));
    m_switch = push(u"scenarioSwitch"_s, tr("Switch"), tr("Put the selected scenario in force (Return, or its key)"));
    m_compare = push(u"scenarioCompare"_s, tr("Compare"), tr("Show what differs between the selected scenarios, two or more (Alt+Return)"));
    m_update = tool(u"scenarioUpdate"_s, u"reload"_s, tr("Update with the scenario in force"), tr("The kept scenario becomes what is in force now"));
    m_rename = tool(u"scenarioRename"_s, u"edit"_s, tr("Rename"), u"F2"_s);
    m_duplicate = tool(u"scenarioDuplicate"_s, u"copy"_s, tr("Duplicate"), {});
    m_up = tool(u"scenarioUp"_s, u"up"_s, tr("Move up"), tr("Alt+Up; the order is that of the keys 1 to 9"));
    m_down = tool(u"scenarioDown"_s, u"down"_s, tr("Move down"), tr("Alt+Down; the order is that of the keys 1 to 9"));
    m_delete = tool(u"scenarioDelete"_s, u"trash"_s, tr("Delete"), tr("Del; undo brings it back"));
    m_import = tool(u"scenarioImport"_s, u"open"_s, tr("Add scenarios from a file..."), tr("A scenario, a session, or a model that was exported with one"));
    m_count = new ElidedLabel({}, bar);
    m_count->setElideMode(Qt::ElideRight);
    m_count->setProperty("role", u"muted"_s);
    m_count->setMinimumWidth(1); // the first to give way beside the docks of a small window
    row->addWidget(m_count, 1);
    m_differences = linkButton(tr("Differences"), bar);
    m_differences->setObjectName(u"scenarioDifferences"_s);
    row->addWidget(m_differences);

    connect(m_keep, &QPushButton::clicked, this, &ScenariosPanel::keepRequested);
    connect(m_switch, &QPushButton::clicked, this, [this] { if (const auto all = rows(); all.size() == 1) switchTo(all.front()); });
    connect(m_compare, &QPushButton::clicked, this, &ScenariosPanel::compareSelected);
    const auto kept = [this] {
        const auto all = rows();
        return all.size() == 1 ? ScenariosModel::keptIndex(all.front()) : -1;
    };
    connect(m_update, &QToolButton::clicked, this, [this, kept] { m_store.update(kept()); });
    connect(m_rename, &QToolButton::clicked, this, [this] {
        if (const auto all = rows(); all.size() == 1) m_view->edit(m_model->index(all.front(), ScenariosModel::Name));
    });
    connect(m_duplicate, &QToolButton::clicked, this, [this, kept] {
        const int index = kept();
        if (index < 0) return;
        m_store.duplicate(index);
        m_view->setCurrentIndex(m_model->index(ScenariosModel::kFirstKept + index + 1, ScenariosModel::Name));
    });
    connect(m_delete, &QToolButton::clicked, this, [this] {
        std::vector<int> indices;
        for (const int selected : rows())
            if (ScenariosModel::keptIndex(selected) >= 0) indices.push_back(ScenariosModel::keptIndex(selected));
        m_store.remove(std::move(indices));
    });
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_import, &QToolButton::clicked, this, &ScenariosPanel::importRequested);
    connect(m_differences, &QPushButton::clicked, this, &ScenariosPanel::listDifferences);
    return bar;
}

std::vector<int> ScenariosPanel::rows() const
{
    std::vector<int> all;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) all.push_back(index.row());
    std::sort(all.begin(), all.end());
    return all;
}

void ScenariosPanel::refresh()
{
    QString sentence;
    QString hint;
    if (m_session.model() == nullptr) {
        sentence = tr("No model is open");
        hint = tr("Scenarios that you keep under a name are compared here.");
    } else if (m_session.model()->baseline.size() == 0) {
        sentence = tr("No quantization parameters");
        hint = tr("This is a float model. Open it together with its PPQ config.");
    }
    if (sentence + hint != m_emptyKey) {
        m_emptyKey = sentence + hint;
        if (m_emptyPage != nullptr) {
            m_stack->removeWidget(m_emptyPage);
            m_emptyPage->deleteLater();
            m_emptyPage = nullptr;
        }
        if (!sentence.isEmpty()) {
            m_emptyPage = emptyState(u"table"_s, sentence, hint, this);
            m_stack->addWidget(m_emptyPage);
        }
        m_stack->setCurrentIndex(sentence.isEmpty() ? 0 : m_stack->count() - 1);
    }
    m_hint->parentWidget()->setVisible(m_store.count() == 0);
    refreshSelection();
}

void ScenariosPanel::refreshSelection()
{
    const auto all = rows();
    const int kept = all.size() == 1 ? ScenariosModel::keptIndex(all.front()) : -1;
    const bool anyKept = std::any_of(all.begin(), all.end(), [](int row) { return ScenariosModel::keptIndex(row) >= 0; });
    m_switch->setEnabled(all.size() == 1 && all.front() != ScenariosModel::kCurrentRow);
    m_compare->setEnabled(all.size() >= 2 && all.size() <= Spread::kMost);
    for (QToolButton* button : {m_rename, m_duplicate}) button->setEnabled(kept >= 0);
    m_update->setEnabled(kept >= 0 && m_model->scenario(all.front()) != m_session.scenario());
    m_up->setEnabled(kept > 0);
    m_down->setEnabled(kept >= 0 && kept + 1 < m_store.count());
    m_delete->setEnabled(anyKept);
    QString advice;
    if (all.size() < 2) advice = tr("Select two or more to compare them. \u2605 lowest of its column.");
    else if (all.size() > Spread::kMost) advice = tr("At most %1 can be compared.").arg(Spread::kMost);
    m_count->setFullText(advice);
    const auto view = m_comparison.view();
    m_differences->setVisible(view != nullptr);
    if (view == nullptr) return;
    const ShownVariants variants = m_comparison.variants();
    const QString text = variants.all ? tr("%n slots differ among %1: list them", nullptr, static_cast<int>(variants.all->slots.size())).arg(variants.all->size())
                                      : tr("%1: list them").arg(differenceText(view->cascade.summary.tally()));
    m_differences->setText(text);
    m_differences->setAccessibleName(text);
}

void ScenariosPanel::switchTo(int row)
{
    if (const int kept = ScenariosModel::keptIndex(row); kept >= 0) return m_store.switchTo(kept);
    if (row != ScenariosModel::kLoadedRow) return;
    Scenario none;
    none.engine = m_session.scenario().engine;
    m_session.edit(none, tr("Back to the loaded state"));
}

void ScenariosPanel::moveBy(int step)
{
    const auto all = rows();
    const int kept = all.size() == 1 ? ScenariosModel::keptIndex(all.front()) : -1;
    if (kept < 0 || kept + step < 0 || kept + step >= m_store.count()) return;
    m_store.move(kept, kept + step);
    m_view->setCurrentIndex(m_model->index(all.front() + step, ScenariosModel::Name));
}

// Away from the loaded state, towards the scenario in force, else downwards.
void ScenariosPanel::compareSelected()
{
    std::vector<int> all = rows();
    if (const auto current = std::find(all.begin(), all.end(), ScenariosModel::kCurrentRow); current != all.end())
        std::rotate(current, current + 1, all.end());
    std::vector<ScenarioComparison::Member> members;
    for (const int row : all) members.push_back({m_model->scenario(row), m_model->name(row), row == ScenariosModel::kCurrentRow});
    m_comparison.start(std::move(members));
}

void ScenariosPanel::listDifferences()
{
    if (!m_comparison.variants().all) return Q_EMIT differencesRequested();
    m_stack->setCurrentWidget(m_variants);
    m_variants->view()->setFocus();
}

void ScenariosPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_session.model() != nullptr) event->acceptProposedAction();
}

void ScenariosPanel::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/compare_panel.h"

#include "core/io/open_model.h"
#include "ui/models/comparison_model.h"
#include "ui/models/words_filter.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

ComparePanel::ComparePanel(Session& session, QWidget* parent)
    : TablePanel(session, u"compare"_s, tr("Compare"), parent), m_rows(new ComparisonModel(this)), m_chooser(new QComboBox(this)),
      m_all(new QToolButton(this)), m_canvas(new QToolButton(this)), m_unmatched(new QToolButton(this)), m_summary(new QLabel(this)), m_details(new QLabel(this)),
      m_job(*this, session.pool()), m_openJob(*this, session.pool())
{
    m_chooser->setObjectName(u"compareWith"_s);
    m_chooser->setAccessibleName(tr("Compare with"));
    m_chooser->setToolTip(tr("What stands on the other side"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(10);
    m_chooser->addItem(QString());
    m_chooser->addItem(tr("Operations in topological order"));
    m_chooser->addItem(tr("Operations in reversed order"));
    m_chooser->addItem(tr("Another file..."));
    toolRow()->insertWidget(0, m_chooser, 3);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) {
        if (static_cast<Side>(index) == Side::File) chooseFile();
        else setSide(static_cast<Side>(index));
    });
    const auto toggle = [this](QToolButton* button, const QString& name, const QString& text, const QString& tip) {
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setProperty("toggle", true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    };
    toggle(m_all, u"compareAll"_s, tr("All differences"), tr("Also slots where scale and offset are the same and only the state or the name of the master differs"));
    toggle(m_canvas, u"compareCanvas"_s, tr("Show on canvas"), tr("Draw the other side as Before and the scenario as After"));
    m_canvas->setIcon(icon(u"layers"_s));
    m_unmatched->setObjectName(u"compareUnmatched"_s);
    m_unmatched->setText(tr("All unmatched..."));
    m_unmatched->setToolTip(tr("Every operation and slot that only one of the two files has, and every slot with another scheme"));
    m_unmatched->setAccessibleName(m_unmatched->text());
    m_unmatched->setProperty("toggle", true);
    connect(m_unmatched, &QToolButton::clicked, this, &ComparePanel::listUnmatched);
    connect(m_all, &QToolButton::toggled, this, [this](bool all) {
        m_rows->setOnlyParameters(!all);
        announce();
    });
    connect(m_canvas, &QToolButton::toggled, this, [this](bool on) {
        if (on) {
            if (m_stale || !m_view) refresh();
            else showView();
        } else if (m_view && m_session.shown() == m_view) m_session.showOutcome();
    });

    auto* column = qobject_cast<QVBoxLayout*>(layout());
    m_summary->setObjectName(u"compareSummary"_s);
    m_summary->setAccessibleName(tr("Summary of the comparison"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A row of its own, so that the tables fit beside both docks of a small window.
    auto* summaryRow = new QHBoxLayout;
    summaryRow->setContentsMargins(space::kUnit, 0, space::kUnit, 4);
    summaryRow->setSpacing(space::kUnit);
    summaryRow->addWidget(m_summary, 1);
    summaryRow->addStretch();
    summaryRow->addWidget(m_unmatched);
    summaryRow->addWidget(m_all);
    summaryRow->addWidget(m_canvas);
    column->insertLayout(1, summaryRow);
    m_details->setObjectName(u"compareDetails"_s);
    m_details->setAccessibleName(tr("Details of the selected difference"));
    m_details->setProperty("role", u"muted"_s);
    m_details->setContentsMargins(space::kUnit, 4, space::kUnit, 4);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_details);

    setSourceModel(m_rows);
    setFitting({200, 60, 110, 110, 104, 72, 200, 200});
    setNameColumns({ComparisonModel::Operation, ComparisonModel::Cause, ComparisonModel::Tensor});
    connect(view()->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePanel::updateDetails);
    connect(&session, &Session::evaluationChanged, this, &ComparePanel::invalidate);
    connect(&session, &Session::modelChanged, this, [this] {
        m_openJob.stop();
        m_other.reset();
        m_otherPath.clear();
        m_failure.clear();
        m_view.reset();
        if (m_side == Side::File) m_side = Side::Engine;
        m_rows->set(nullptr);
        invalidate();
    });
    // Somebody put another view on the canvas, or took ours away.
    connect(&session, &Session::shownChanged, this, [this] {
        if (m_stale || m_job.running() || !m_canvas->isChecked() || m_session.shown() == m_view) return;
        const QSignalBlocker quiet(m_canvas);
        m_canvas->setChecked(false);
    });
    announce();
}

ComparePanel::~ComparePanel() = default;

std::shared_ptr<const Comparison> ComparePanel::comparison() const { return m_stale ? nullptr : m_rows->comparison(); }

void ComparePanel::setSide(Side side)
{
    if (side == Side::File && !m_other) side = m_side;
    if (side != m_side) {
        m_side = side;
        m_failure.clear();
        m_rows->set(nullptr);
        m_view.reset();
        invalidate();
    }
    announce();
}

void ComparePanel::askOrder()
{
    const auto& model = m_session.model();
    const bool sorted = model && operationsInOrder(*model->graph, OperationOrderKind::Topological) == operationsInOrder(*model->graph, OperationOrderKind::Listed);
    setSide(sorted ? Side::Reversed : Side::Topological);
}

void ComparePanel::setOnCanvas(bool on) { m_canvas->setChecked(on); }

void ComparePanel::chooseFile()
{
    announce(); // the chooser goes back until there is a file
    if (m_session.path().isEmpty() && !m_session.model()) return;
    QSettings settings;
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with another model, or another config of this one"),
                                                      QFileInfo(m_session.path()).absolutePath(), tr("Models and configs (*.onnx *.json);;All files (*)"));
    if (!path.isEmpty()) compareWithFile(path);
}

void ComparePanel::compareWithFile(const QString& path)
{
    const auto& open = m_session.model();
    if (!open) return;
    // A config belongs to the open model; a float model takes the one of its name beside it.
    const bool config = path.endsWith(u".json"_s, Qt::CaseInsensitive);
    m_failure.clear();
    m_openJob.start(
        [file = path.toStdString(), model = open->path, config](const Task& task) {
            if (config) return openModel(model, file, task);
            auto opened = openModel(file, {}, task);
            if (!opened || (*opened)->baseline.size() > 0) return opened;
            const QFileInfo info(QString::fromStdString(file));
            const QString beside = info.absolutePath() + u'/' + info.completeBaseName() + u".json"_s;
            if (!QFileInfo::exists(beside)) return opened;
            auto both = openModel(file, beside.toStdString(), task);
            return both ? both : opened;
        },
        [this, path](Result<std::shared_ptr<const Model>> result) {
            if (result) {
                m_other = *std::move(result);
                m_otherPath = path;
                m_side = Side::File;
                m_rows->set(nullptr);
                m_view.reset();
                invalidate();
            } else {
                m_failure = messageText(result.error());
                announce();
            }
        });
    announce();
}

void ComparePanel::showEvent(QShowEvent* event)
{
    TablePanel::showEvent(event);
    if (m_stale) refresh();
}

void ComparePanel::invalidate()
{
    m_stale = true;
    m_job.stop();
    if (isVisible() || m_canvas->isChecked()) refresh();
    else announce();
}

void ComparePanel::refresh()
{
    const auto& here = m_session.evaluation();
    if (!here || here->outcome.table.size() == 0) {
        m_rows->set(nullptr);
        return announce();
    }
    m_job.start(
        [here, side = m_side, other = m_other](const Task& task) {
            Made made;
            switch (side) {
            case Side::Engine: made.comparison = std::make_shared<const Comparison>(compareEngines(here->model, here->scenario, task)); break;
            case Side::Topological:
            case Side::Reversed:
                made.comparison = std::make_shared<const Comparison>(
                    compareOrders(here->model, here->scenario, side == Side::Reversed ? OperationOrderKind::Reversed : OperationOrderKind::Topological));
                break;
            case Side::File: made.comparison = std::make_shared<const Comparison>(compareModels(*other, here)); break;
            }
            if (task.stopped()) return Made{};
            made.view = compare(*made.comparison->from, *made.comparison->to);
            return made;
        },
        [this](Made made) { arrived(std::move(made)); });
    announce();
}

void ComparePanel::arrived(Made made)
{
    m_stale = false;
    m_view = std::move(made.view);
    m_rows->set(std::move(made.comparison));
    announce();
    if (m_canvas->isChecked()) showView();
}

void ComparePanel::showView()
{
    if (!m_view) return;
    m_session.show(m_view, tr("Comparison: Before is %1, After is the scenario.").arg(nameOfSide()), {tr("there"), tr("here")});
}

QString ComparePanel::nameOfSide() const
{
    switch (m_side) {
    case Side::Engine: return m_session.scenario().engine == Engine::Ppq ? tr("the strict engine") : tr("the PPQ engine");
    case Side::Topological: return tr("the topological order");
    case Side::Reversed: return tr("the reversed order");
    case Side::File: return QFileInfo(m_otherPath).fileName();
    }
    return {};
}

QString ComparePanel::summary(const Comparison& comparison) const
{
    if (m_side == Side::File && !comparison.matchesAny()) return unmatchedText(comparison);
    const std::size_t parameters = comparison.parameterDifferences();
    QStringList parts{tr("%n slots differ in scale or offset", nullptr, static_cast<int>(parameters))};
    std::set<std::string_view> quirks;
    for (const Comparison::Count& count : comparison.counts(true))
        if (quirkOf(count.rule) != 0) quirks.insert(numberOf(count.rule));
    if (m_side == Side::Engine) parts << tr("%n quirks of PPQ", nullptr, static_cast<int>(quirks.size()));
    if (const std::size_t rest = comparison.slots.size() - parameters; rest > 0)
        parts << tr("%n more only in state or master", nullptr, static_cast<int>(rest));
    const auto promises = [](const Evaluation& evaluation) { return static_cast<int>(evaluation.cascade.brokenPromises.size()); };
    if (m_side != Side::File && (promises(*comparison.from) > 0 || promises(*comparison.to) > 0))
        parts << tr("broken promises: %1 here, %2 there").arg(promises(*comparison.to)).arg(promises(*comparison.from));
    QString text = parts.join(u"  \u00b7  "_s);
    if (const QString unmatched = unmatchedText(comparison); !unmatched.isEmpty()) text += u'\n' + unmatched;
    return text;
}

QString ComparePanel::unmatchedText(const Comparison& comparison) const
{
    if (m_side != Side::File) return {};
    const auto names = [](const Unmatched& unmatched) {
        static constexpr qsizetype kShown = 5;
        QStringList all;
        for (const auto& list : {unmatched.operations, unmatched.slots})
            for (const std::string& id : list) all << shortened(qs(id), 30);
        const qsizetype more = all.size() - kShown;
        QString text = all.mid(0, kShown).join(u", "_s);
        if (more > 0) text += tr(" and %n more", nullptr, static_cast<int>(more));
        return text;
    };
    QStringList lines;
    if (!comparison.unmatchedHere.empty()) lines << tr("Only here: %1").arg(names(comparison.unmatchedHere));
    if (!comparison.unmatchedThere.empty()) lines << tr("Only there: %1").arg(names(comparison.unmatchedThere));
    if (!comparison.otherSchemes.empty())
        lines << tr("%n slots have another scheme there (policy, width or range of values)", nullptr, static_cast<int>(comparison.otherSchemes.size()));
    return lines.join(u'\n');
}

// The summary has room for a few names; here are all of them, to search and to copy.
void ComparePanel::listUnmatched()
{
    const auto& comparison = m_rows->comparison();
    if (!comparison) return;
    QStringList lines;
    const auto section = [&](const QString& title, const QStringList& names) {
        if (names.isEmpty()) return;
        if (!lines.isEmpty()) lines << QString();
        lines << u"%1 (%2)"_s.arg(title).arg(names.size());
        for (const QString& name : names) lines << u"  "_s + name;
    };
    const auto all = [](const std::vector<std::string>& ids) {
        QStringList names;
        for (const std::string& id : ids) names << qs(id);
        return names;
    };
    section(tr("Operations only here"), all(comparison->unmatchedHere.operations));
    section(tr("Operations only there"), all(comparison->unmatchedThere.operations));
    section(tr("Slots only here"), all(comparison->unmatchedHere.slots));
    section(tr("Slots only there"), all(comparison->unmatchedThere.slots));
    QStringList schemes;
    for (const SlotId slot : comparison->otherSchemes) schemes << qs(comparison->to->model->baseline.slots().id(slot));
    section(tr("Slots with another scheme there"), schemes);

    auto* dialog = new QDialog(window());
    dialog->setObjectName(u"unmatchedDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What does not match %1").arg(QFileInfo(m_otherPath).fileName()));
    dialog->resize(560, 480);
    auto* column = new QVBoxLayout(dialog);
    auto* list = new QPlainTextEdit(lines.join(u'\n'), dialog);
    list->setObjectName(u"unmatchedList"_s);
    list->setAccessibleName(dialog->windowTitle());
    list->setReadOnly(true);
    list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    column->addWidget(list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, list, [list] { QGuiApplication::clipboard()->setText(list->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->open();
}

// Everything that is said around the table.
void ComparePanel::announce()
{
    m_chooser->setItemText(0, m_session.scenario().engine == Engine::Ppq ? tr("The strict engine") : tr("The PPQ engine"));
    m_chooser->setItemText(3, m_otherPath.isEmpty() ? tr("Another file...") : tr("Another file (%1)...").arg(shortened(QFileInfo(m_otherPath).fileName(), 28)));
    m_chooser->setCurrentIndex(static_cast<int>(m_side));
    const auto& evaluation = m_session.evaluation();
    const bool quantized = evaluation && evaluation->outcome.table.size() > 0;
    m_chooser->setEnabled(quantized);
    m_all->setEnabled(quantized);
    m_canvas->setEnabled(quantized);
    const auto& comparison = m_rows->comparison();
    const bool ready = quantized && comparison && (m_side == Side::File || !comparison->slots.empty());
    m_unmatched->setVisible(ready && m_side == Side::File
                            && !(comparison->unmatchedHere.empty() && comparison->unmatchedThere.empty() && comparison->otherSchemes.empty()));
    m_summary->setVisible(ready || !m_failure.isEmpty());
    m_summary->setText(!m_failure.isEmpty() ? m_failure : ready ? summary(*comparison) : QString());
    if (!evaluation) setEmpty(tr("No model is open"), tr("Here the scenario stands beside the other engine, another order of the operations, or another file."));
    else if (!quantized) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_openJob.running()) setEmpty(tr("Opening the other file..."), tr("You can go on working meanwhile."));
    else if (!comparison) setEmpty(tr("Comparing..."), tr("You can go on working meanwhile."));
    else if (m_rows->rowCount() > 0) setEmpty({}, {});
    else if (!comparison->slots.empty()) setEmpty(tr("Scales and offsets are the same"), tr("Turn on All differences to see where only the state or the master differs."));
    else if (evaluation->scenario.isIdentity() && m_side != Side::File) setEmpty(tr("Nothing to compare"), tr("Choose a method or a preset first: with nothing aligned both sides are the loaded model."));
    else if ((m_side == Side::Topological || m_side == Side::Reversed) && evaluation->scenario.engine == Engine::Strict)
        setEmpty(tr("No difference"), tr("The strict engine does not depend on the order of the operations."));
    else if (m_side == Side::File && !comparison->matchesAny())
        setEmpty(tr("Nothing can be compared"), tr("The two files have no operation of the same name. Both must be exported from one model, under the names that it had."));
    else if (m_side == Side::File && !(comparison->unmatchedHere.empty() && comparison->unmatchedThere.empty()))
        setEmpty(tr("No difference"), tr("Every slot that both files have carries the same parameters."));
    else setEmpty(tr("No difference"), tr("Both sides give every slot the same parameters and the same master."));
    view()->setColumnHidden(ComparisonModel::Rules, m_side != Side::Engine);
    updateDetails();
}

void ComparePanel::updateDetails()
{
    const QModelIndex current = view()->currentIndex();
    const QString why = current.isValid() ? m_rows->details(filter()->mapToSource(current).row()) : QString();
    m_details->setText(why);
    m_details->setVisible(!why.isEmpty());
}

} // namespace alignscope::ui

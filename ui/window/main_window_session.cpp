// SPDX-License-Identifier: Apache-2.0
// What MainWindow does with named scenarios, session files and what a crash left behind.
#include "core/report/scenario_source.h"
#include "ui/panels/scenario_panel.h"
#include "ui/panels/scenarios_panel.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/recents.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"
#include "ui/window/table_tabs.h"
#include "ui/window/scenario_dialog.h"
#include "ui/window/scenario_switcher.h"
#include "ui/window/status_line.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t kMostOffers = 3;

} // namespace

void MainWindow::connectScenarios()
{
    const Actions& a = m_actions;
    m_scenarioPanel->setHeader(new ScenarioSwitcher(m_session, m_store, m_actions, m_scenarioPanel));
    const auto on = [this](QAction* action, auto&& function) { connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function)); };
    on(a.saveSession, [this] { saveSession(); });
    on(a.saveSessionAs, [this] { saveSessionAs(); });
    on(a.addScenarios, [this] {
        QSettings settings;
        addScenarios(QFileDialog::getOpenFileNames(this, tr("Add scenarios from files"), settings.value(u"lastFolder"_s).toString(),
                                                   tr("Scenarios, sessions and exported models (*.json *.alignscope *.onnx);;All files (*)")));
    });
    on(a.keepScenario, [this] { keepScenario(); });
    on(a.updateScenario, [this] {
        if (const auto& active = m_session.kept().active) m_store.update(static_cast<int>(*active));
    });
    on(a.showScenarios, [this] {
        if (m_docks.size() > 2) m_docks[2]->show();
        m_tabs->setCurrentWidget(m_scenariosPanel);
    });
    on(a.nextCompared, [this] {
        const std::size_t count = m_comparison.members().size();
        if (count > 2) m_comparison.showAgainstFirst(m_comparison.after() + 1 < count ? m_comparison.after() + 1 : 1);
    });
    for (int i = 0; i < static_cast<int>(a.scenarios.size()); ++i)
        on(a.scenarios[static_cast<std::size_t>(i)], [this, i] {
            m_store.switchTo(i);
            refreshScenarios(); // a checked one that is chosen again stays checked
        });

    connect(m_scenariosPanel, &ScenariosPanel::keepRequested, a.keepScenario, &QAction::trigger);
    connect(m_scenariosPanel, &ScenariosPanel::importRequested, a.addScenarios, &QAction::trigger);
    connect(m_scenariosPanel, &ScenariosPanel::filesDropped, this, &MainWindow::addScenarios);
    connect(m_scenariosPanel, &ScenariosPanel::differencesRequested, this, [this] { showTab(0); });
    connect(m_scenariosPanel, &ScenariosPanel::refused, this, [this](const QString& why) { m_status->showMessage(why, 5000); });
    connect(&m_document, &SessionDocument::changed, this, [this] {
        refreshScenarios();
        refreshTitle();
    });
    connect(&m_document, &SessionDocument::failed, this, [this](const QString& sentence) { m_banners->show(u"failed"_s, Banners::Kind::Bad, sentence); });
    connect(&m_document, &SessionDocument::modelDiffers, this, [this](const QString& sentence) { m_banners->show(u"modelDiffers"_s, Banners::Kind::Warning, sentence); });
    connect(&m_document, &SessionDocument::fileMissing, this, &MainWindow::askForFile);
    connect(&m_session, &Session::openFailed, this, [this] {
        m_recovering.clear();
        offerOrphans();
    });
    if (m_memory == Memory::Keep) {
        if (!m_autosave) m_autosave = std::make_unique<Autosave>(m_session, m_document, Autosave::standardFolder());
        connect(m_autosave.get(), &Autosave::failed, this, [this](const QString& sentence) { m_banners->show(u"autosave"_s, Banners::Kind::Warning, sentence); });
        connect(m_autosave.get(), &Autosave::saved, this, [this](const QString& file) {
            if (m_recovering.isEmpty() || m_recovering == file) return;
            Autosave::discard(m_recovering); // its content is in the new file
            std::erase_if(m_orphans, [this](const Autosave::Orphan& orphan) { return orphan.file == m_recovering; });
            m_recovering.clear();
        });
    }
    refreshScenarios();
}

// What stands on the canvas in place of the outcome; of several compared scenarios one can be chosen.
void MainWindow::showViewLine()
{
    const ShownVariants variants = m_comparison.variants();
    m_actions.nextCompared->setEnabled(variants.all != nullptr);
    if (!m_session.showsView() && m_comparison.busy()) return; // it comes back in a moment
    if (!m_session.showsView() || (m_comparedChooser && (!variants.all || variants.names != m_comparedNames))) {
        m_banners->take(u"view"_s);
        m_comparedChooser = nullptr; // it goes with the banner, if not at once
    }
    if (!m_session.showsView()) return;
    m_banners->showLine(u"view"_s, m_session.viewTitle(), {{tr("Back to the outcome"), [this] { m_session.showOutcome(); }}});
    if (!variants.all) return;
    if (!m_comparedChooser || variants.names != m_comparedNames) {
        m_comparedNames = variants.names;
        m_comparedChooser = new SegmentedControl(tr("Scenario compared with %1").arg(variants.names.front()));
        m_comparedChooser->setObjectName(u"comparedScenario"_s);
        constexpr qsizetype kNamed = 3; // more have room for letters only
        std::vector<SegmentedControl::Segment> segments;
        for (qsizetype i = 1; i < variants.names.size(); ++i) {
            const QString letter = variantLetter(static_cast<std::size_t>(i));
            segments.push_back({static_cast<int>(i), variants.names.size() <= kNamed ? letter + u"  "_s + shortened(variants.names[i], 16) : letter,
                                tr("%1 compared with %2").arg(variants.names[i], variants.names.front())});
        }
        m_comparedChooser->setSegments(segments);
        connect(m_comparedChooser, &SegmentedControl::chosen, this, [this](int id) { m_comparison.showAgainstFirst(static_cast<std::size_t>(id)); });
        m_banners->addChooser(u"view"_s, m_comparedChooser);
    }
    m_comparedChooser->setCurrent(static_cast<int>(variants.shown));
}

void MainWindow::refreshScenarios()
{
    const Actions& a = m_actions;
    const bool open = m_session.model() != nullptr && m_session.model()->baseline.size() > 0;
    const bool inFile = open && !m_session.path().isEmpty();
    const auto& active = m_session.kept().active;
    a.keepScenario->setEnabled(open);
    a.showScenarios->setEnabled(open);
    a.addScenarios->setEnabled(open);
    a.saveSession->setEnabled(inFile);
    a.saveSessionAs->setEnabled(inFile);
    a.updateScenario->setEnabled(m_store.differs());
    a.updateScenario->setText(active ? tr("&Update \"%1\"").arg(shortened(m_store.name(static_cast<int>(*active)), 40).replace(u'&', u"&&"_s))
                                     : tr("&Update the kept scenario"));
    for (std::size_t i = 0; i < a.scenarios.size(); ++i) {
        const int index = static_cast<int>(i);
        const bool there = index < m_store.count();
        a.scenarios[i]->setEnabled(there);
        a.scenarios[i]->setVisible(there || index == 0);
        a.scenarios[i]->setText(there ? shortened(m_store.name(index), 60).replace(u'&', u"&&"_s) : tr("Switch to scenario %1").arg(index + 1));
        a.scenarios[i]->setCheckable(there);
        a.scenarios[i]->setChecked(there && active == i);
    }
}

void MainWindow::keepScenario()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(u"keepDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep the scenario"));
    dialog->setLabelText(tr("Name of the scenario (%1):").arg(scenarioText(m_session.scenario())));
    dialog->setTextValue(m_store.suggestedName());
    dialog->setOkButtonText(tr("Keep"));
    dialog->resize(460, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        const QString why = m_store.whyNot(name);
        if (why.isEmpty()) m_store.keep(name);
        else m_banners->show(u"keep"_s, Banners::Kind::Warning, why, {{tr("Another name..."), [this] { keepScenario(); }}});
    });
    dialog->open();
}

bool MainWindow::saveSession() { return m_document.path().isEmpty() ? saveSessionAs() : m_document.save(m_document.path()); }

bool MainWindow::saveSessionAs()
{
    if (m_session.path().isEmpty()) return false;
    const QFileInfo model(m_session.path());
    const QString proposed = m_document.path().isEmpty() ? model.absolutePath() + u'/' + model.completeBaseName() + u".alignscope"_s : m_document.path();
    QString path = QFileDialog::getSaveFileName(this, tr("Save the session"), proposed, tr("Sessions (*.alignscope)"));
    if (path.isEmpty()) return false;
    if (!path.endsWith(u".alignscope"_s, Qt::CaseInsensitive)) path += u".alignscope"_s;
    if (!m_document.save(path)) return false;
    m_status->showMessage(tr("Saved %1").arg(path), 4000);
    return true;
}

void MainWindow::addScenarios(const QStringList& paths)
{
    for (const QString& path : paths) {
        auto read = readScenariosOf(path.toStdString());
        if (!read) {
            m_banners->show(u"failed"_s, Banners::Kind::Bad, messageText(read.error()));
            return;
        }
        m_store.add(*std::move(read), QFileInfo(path).fileName());
    }
    if (!paths.isEmpty()) m_actions.showScenarios->trigger();
}

void MainWindow::askForFile(const QString& sentence, bool isModel)
{
    m_banners->show(u"missing"_s, Banners::Kind::Warning, sentence, {{tr("Find it..."), [this, isModel] {
        m_document.provide(QFileDialog::getOpenFileName(this, isModel ? tr("Where is the model?") : tr("Where is the quantization config?"),
                                                        QSettings().value(u"lastFolder"_s).toString(),
                                                        isModel ? tr("Models (*.onnx);;All files (*)") : tr("Quantization configs (*.json);;All files (*)")));
    }}});
}

void MainWindow::showProvenance()
{
    const auto inside = scenarioInside(*m_session.model());
    if (!inside) return;
    if (!*inside) {
        m_banners->show(u"provenance"_s, Banners::Kind::Warning,
                        tr("The model says that Alignscope aligned it, but its scenario cannot be read. %1").arg(messageText(inside->error())));
        return;
    }
    const Scenario& scenario = **inside;
    m_banners->show(u"provenance"_s, Banners::Kind::Info, tr("This model was aligned by Alignscope: %1.").arg(scenarioText(scenario)),
                    {{tr("Show the scenario"), [this, scenario] {
                        const QString name = qs(m_session.model()->name);
                        showScenario(tr("Scenario of %1").arg(name), scenario, this, [this, scenario, name] {
                            m_store.add({{QFileInfo(name).completeBaseName().toStdString(), {}, scenario}}, name);
                            m_actions.showScenarios->trigger();
                        });
                    }}});
}

// ---- after a crash ---------------------------------------------------------------------------

void MainWindow::findOrphans()
{
    if (!m_autosave) return;
    Autosave::Found found = m_autosave->find();
    m_orphans = std::move(found.orphans);
    if (!found.unreadable.isEmpty()) m_banners->show(u"unreadable"_s, Banners::Kind::Info, found.unreadable.join(u' '));
    offerOrphans();
}

// While a model is open, those of other models take one line together.
void MainWindow::offerOrphans()
{
    const bool open = m_session.phase() != Session::Phase::Empty && !m_offersAll;
    std::size_t offered = 0;
    int others = 0;
    for (const Autosave::Orphan& orphan : m_orphans) {
        const QString key = u"recover."_s + orphan.file;
        m_banners->take(key);
        if (orphan.file == m_recovering) continue;
        const bool fits = QFileInfo(qs(orphan.content.model.absolute)) == QFileInfo(m_session.path());
        if (offered == kMostOffers || (open && !fits)) {
            others += open && !fits ? 1 : 0;
            continue;
        }
        ++offered;
        const QString model = QFileInfo(qs(orphan.content.model.absolute)).fileName();
        const QString when = QLocale().toString(orphan.when, QLocale::ShortFormat);
        const int count = static_cast<int>(orphan.content.scenarios.size());
        const QString file = QFileInfo(qs(orphan.content.savedAs)).fileName();
        const QString text = !file.isEmpty() ? tr("Alignscope was stopped on %1. Changes to the session %2 were not saved.").arg(when, file)
                             : count == 0 && orphan.content.current == Scenario{} ? tr("Alignscope was stopped on %1. Breakpoints and watches of %2 were not saved.").arg(when, model)
                             : count > 0 ? tr("Alignscope was stopped on %1. %n scenarios of %2 were not saved.", nullptr, count).arg(when, model)
                                       : tr("Alignscope was stopped on %1. The scenario of %2 was not kept.").arg(when, model);
        m_banners->show(key, Banners::Kind::Warning, text,
                        {{tr("Recover"), [this, orphan] { recover(orphan); }},
                         {tr("Discard"), [this, file = orphan.file] {
                              Autosave::discard(file);
                              std::erase_if(m_orphans, [&](const Autosave::Orphan& other) { return other.file == file; });
                          }}});
    }
    m_banners->take(u"recoverOthers"_s);
    if (others == 0) return;
    m_banners->show(u"recoverOthers"_s, Banners::Kind::Info, tr("What was not saved of %n other models is still there.", nullptr, others),
                    {{tr("Show"), [this] {
                        m_offersAll = true;
                        offerOrphans();
                    }}});
}

void MainWindow::recover(const Autosave::Orphan& orphan)
{
    if (!mayLeave()) return offerOrphans();
    m_recovering = orphan.file;
    m_document.restore(orphan.content);
}

// ---- leaving ---------------------------------------------------------------------------------

bool MainWindow::mayLeave()
{
    if (m_memory == Memory::Forget || !m_document.modified()) return true;
    QMessageBox box(QMessageBox::Question, tr("Save the session?"),
                    (m_document.path().isEmpty() ? tr("The scenarios of %1 are not saved in a session file.") : tr("The session of %1 has changes that are not saved.")).arg(qs(m_session.model()->name)),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setObjectName(u"leaveBox"_s);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: return saveSession();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

void MainWindow::openFiles(const QStringList& paths)
{
    // JSON alone is a config or a scenario for the open model; anything else takes its place.
    const bool replaces = std::any_of(paths.begin(), paths.end(), [](const QString& path) { return !path.endsWith(u".json"_s, Qt::CaseInsensitive); });
    if (!replaces || mayLeave()) m_session.openFiles(paths);
}

void MainWindow::openRecent(const Recent& recent)
{
    if (!mayLeave()) return;
    if (recent.model.endsWith(u".alignscope"_s, Qt::CaseInsensitive)) m_document.open(recent.model);
    else m_session.open(recent.model, recent.quantization);
}

} // namespace alignscope::ui

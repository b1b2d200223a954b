// SPDX-License-Identifier: Apache-2.0
// What MainWindow does when something changed: files, settings, enabled actions, notices.
#include "core/graph/same_graph.h"
#include "core/io/open_model.h"
#include "ui/export/picture.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/recents.h"
#include "ui/text/words.h"
#include "ui/window/banners.h"
#include "ui/window/dialogs.h"
#include "ui/window/main_window.h"
#include "ui/window/table_tabs.h"
#include "ui/window/picture_dialog.h"
#include "ui/window/status_line.h"
#include "ui/window/welcome_page.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QStackedWidget>

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

// ---- files -----------------------------------------------------------------------------------

void MainWindow::openDialog()
{
    QSettings settings;
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open a model, or a model and its quantization config"), settings.value(u"lastFolder"_s).toString(),
        tr("Models, configs and sessions (*.onnx *.json *.alignscope);;All files (*)"));
    if (paths.isEmpty()) return;
    settings.setValue(u"lastFolder"_s, QFileInfo(paths.front()).absolutePath());
    openFiles(paths);
}

void MainWindow::openConfigDialog()
{
    if (m_session.path().isEmpty()) return;
    const QString path = QFileDialog::getOpenFileName(this, tr("Open the quantization config of the model"),
                                                      QFileInfo(m_session.path()).absolutePath(), tr("Quantization configs (*.json);;All files (*)"));
    if (!path.isEmpty()) m_session.open(m_session.path(), path, {}, m_session.kept());
}

void MainWindow::exportPicture(PictureFormat format)
{
    if (!m_drawing.drawing() || !m_session.shown()) return;
    PictureSubject subject;
    subject.request.drawing = m_drawing.drawing();
    subject.request.evaluation = m_session.shown();
    subject.request.variants = m_comparison.variants();
    subject.request.mode = m_session.mode();
    subject.request.layers = m_layers;
    subject.request.selection = m_session.selection();
    subject.request.dark = theme().dark;
    subject.visible = m_canvas->visibleScene();
    subject.selection = neighbourhoodArea(*m_drawing.drawing(), m_session.shown().get(), m_session.mode(), m_session.selection());
    subject.folder = QSettings().value(u"lastExportFolder"_s, QFileInfo(m_session.path()).absolutePath()).toString();
    subject.stem = QFileInfo(qs(m_session.model()->name)).completeBaseName();
    auto* dialog = new PictureDialog(std::move(subject), format, this);
    follow(dialog);
    dialog->open();
}

void MainWindow::follow(PictureDialog* dialog)
{
    connect(dialog, &PictureDialog::saved, this,
            [this](const QString& path) { m_banners->show(u"picture"_s, Banners::Kind::Good, tr("Saved %1").arg(path)); });
    connect(dialog, &PictureDialog::aside, this, [this, dialog](const QString& path) {
        m_banners->showProgress(u"picture"_s, tr("Saving %1...").arg(QFileInfo(path).fileName()),
                                {{tr("Cancel"), [dialog = QPointer<PictureDialog>(dialog)] { if (dialog) dialog->cancel(); }}});
        connect(dialog, &PictureDialog::progress, this, [this](double fraction) { m_banners->setProgress(u"picture"_s, fraction); });
    });
    connect(dialog, &PictureDialog::failed, this,
            [this](const QString& sentence) { m_banners->show(u"picture"_s, Banners::Kind::Bad, sentence); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    openFiles(paths);
}

void MainWindow::openFailed(const QString& path, const QString& sentence)
{
    Q_UNUSED(path)
    m_banners->show(u"failed"_s, Banners::Kind::Bad, sentence);
}

// ---- the model -------------------------------------------------------------------------------

void MainWindow::modelChanged()
{
    m_banners->clear(u"language"_s); // that one is not about the model
    const bool open = m_session.model() != nullptr;
    // Read again, the same graph is seen as it was; the session keeps what is selected.
    const auto& drawn = m_canvas->drawing();
    m_sameGraph = open && drawn && drawn->placed() && isSameGraph(*drawn->model().graph, *m_session.model()->graph);
    m_canvas->setSearchHits({});
    m_visits.clear();
    if (!m_sameGraph) m_options.focus = {};
    m_options.blocks.reset();
    m_options.collapsed.clear();
    m_collapsing = kNoBlock;
    m_revealPending = false;
    m_stack->setCurrentWidget(open ? static_cast<QWidget*>(m_canvas) : m_welcome);
    if (!open) m_welcome->setRecents(Recents::load());
    showPanels(open);
    m_fitPending = open && !m_sameGraph;
    if (open) {
        restartDrawing();
        tellAboutModel();
        m_canvas->setFocus(Qt::OtherFocusReason);
    } else {
        m_drawing.clear();
        m_canvas->setPreview(nullptr);
        m_canvas->setEvaluation(nullptr);
        m_canvas->setDrawing(nullptr);
    }
    offerOrphans();
    refreshActions();
    refreshTitle();
}

// The whole graph when it can be read so; otherwise what is selected, or the beginning.
void MainWindow::showFirst()
{
    m_canvas->goHome();
    if (m_session.selection().kind != Selection::Kind::None) m_canvas->reveal(m_session.selection());
}

void MainWindow::restartDrawing()
{
    m_options.fold = m_actions.unfold->isChecked() ? Fold::Unfolded : Fold::Folded;
    m_options.direction = m_actions.direction->isChecked() ? layout::Direction::Right : layout::Direction::Down;
    m_options.attributes = m_actions.attributes->isChecked();
    m_options.initializers = m_actions.initializers->isChecked();
    if (m_session.model()) m_drawing.start(m_session.model(), m_options);
}

void MainWindow::tellAboutModel()
{
    showNotices();
    offerConfigBeside();
    showProvenance();
}

void MainWindow::tellPhase()
{
    if (m_session.phase() == Session::Phase::Opening)
        m_banners->showProgress(u"opening"_s, tr("Opening the model..."), {{tr("Cancel"), [this] { m_session.cancelOpening(); }}});
    else m_banners->take(u"opening"_s);
}

void MainWindow::showNotices()
{
    const auto& notices = m_session.model()->notices;
    if (notices.empty()) return;
    QString text = messageText(notices.front());
    if (notices.size() > 1) text = tr("%1 (and %n more)", nullptr, static_cast<int>(notices.size() - 1)).arg(text);
    m_banners->show(u"notices"_s, Banners::Kind::Info, text,
                    {{tr("Details"), [this] { showProperties(m_session, this, PropertiesPage::Notices); }}});
}

void MainWindow::offerConfigBeside()
{
    const Model& model = *m_session.model();
    if (model.quantSource != QuantSource::None || m_session.path().isEmpty()) return;
    const QString beside = qs(quantizationBeside(m_session.path().toStdString()));
    if (beside.isEmpty()) {
        if (model.baseline.size() == 0)
            m_banners->show(u"float"_s, Banners::Kind::Info, tr("This is a float model: it carries no quantization parameters."),
                            {{tr("Open its config..."), [this] { openConfigDialog(); }}});
        return;
    }
    m_banners->show(u"beside"_s, Banners::Kind::Info,
                    tr("%1 lies beside this float model and is a quantization config.").arg(QFileInfo(beside).fileName()),
                    {{tr("Open it too"), [this, beside] { m_session.open(m_session.path(), beside, {}, m_session.kept()); }}});
}

void MainWindow::showPanels(bool visible)
{
    if (visible == m_panelsShown && !m_docks.isEmpty() && (visible || m_docks.front()->isHidden())) return;
    const bool shown = std::exchange(m_panelsShown, visible);
    if (visible) restorePanels(m_panelState);
    else {
        if (shown) m_panelState = panelState();
        for (QDockWidget* dock : m_docks) dock->hide();
    }
    m_panelsMenu->setEnabled(visible);
}

void MainWindow::refreshTitle()
{
    const auto& model = m_session.model();
    QString name = model ? qs(model->name) + u"[*]"_s : QString();
    if (const QString scenario = m_store.title(); model && !scenario.isEmpty()) name += u" \u00b7 "_s + shortened(scenario, 40);
    setWindowTitle(model ? name + u" \u2013 Alignscope"_s : u"Alignscope"_s);
    setWindowModified(m_document.modified());
}

void MainWindow::refreshActions()
{
    const Actions& a = m_actions;
    const auto& evaluation = m_session.evaluation();
    const bool open = evaluation != nullptr;
    const bool slotsExist = open && evaluation->model->baseline.size() > 0;
    const Selection selection = m_session.selection();
    const bool selected = selection.kind != Selection::Kind::None;
    for (QAction* action : {a.closeModel, a.properties, a.find, a.fit, a.zoomIn, a.zoomOut, a.zoomActual, a.names, a.attributes,
                            a.initializers, a.unfold, a.direction, a.before, a.after, a.difference})
        action->setEnabled(open);
    for (QAction* action : {a.reload, a.openWithConfig}) action->setEnabled(open && !m_session.path().isEmpty());
    for (QAction* action : {a.exportPng, a.exportSvg, a.exportPdf}) action->setEnabled(open && m_drawing.drawing() != nullptr);
    QString reason;
    a.exportModel->setEnabled(!m_session.exportFormats(&reason).empty() && !m_session.evaluating());
    a.exportModel->setToolTip(reason.isEmpty() ? tr("Export the aligned model (Ctrl+E): written, read again and proven") : tr("Export model: %1").arg(reason));
    for (QAction* action : {a.brokenPromises, a.compareEngines, a.compareOrders, a.compareFile, a.compareOnCanvas, a.forceOverlap, a.bindings, a.hulls, a.requantizeEdges, a.cost, a.nextChange, a.previousChange, a.nextRequantize, a.previousRequantize})
        action->setEnabled(slotsExist);
    for (QAction* preset : m_presets) preset->setEnabled(slotsExist);
    a.back->setEnabled(m_visits.canGoBack(selection));
    a.forward->setEnabled(m_visits.canGoForward());
    for (QAction* action : {a.producer, a.consumers}) action->setEnabled(selected && selection.kind != Selection::Kind::Group && selection.kind != Selection::Kind::Block);
    for (QAction* action : {a.nextSlot, a.previousSlot}) action->setEnabled(slotsExist && selected && selection.kind != Selection::Kind::Group && selection.kind != Selection::Kind::Block);
    a.neighbourhood->setEnabled(selected || m_options.focus.active());
    for (QAction* action : {a.fewerHops, a.showAll}) action->setEnabled(m_options.focus.active());
    const auto& blocks = m_session.blocks();
    a.expandBlock->setEnabled(selection.kind == Selection::Kind::Block && m_drawing.drawing() && m_drawing.drawing()->nodeOfBlock(selection.block) != kNoIndex);
    a.collapseBlock->setEnabled(blockAround() != kNoBlock);
    a.collapseAll->setEnabled(blocks && !blocks->empty());
    a.expandAll->setEnabled(!m_options.collapsed.empty());
    for (QAction* action : {a.fitSelection, a.copyName}) action->setEnabled(selected);
    a.clearSelection->setEnabled(selected || m_session.showsView());
    for (QAction* action : {a.watch, a.haltAtSlot}) action->setEnabled(m_session.meantSlot().valid());
    refreshStepActions();
    a.why->setEnabled(m_session.meantSlot().valid());
    a.showGroup->setEnabled(m_session.meantSlot().valid());
    a.cycleMethod->setEnabled(slotsExist);
    a.clearOverrides->setEnabled(m_session.scenario().hasHandEdits());
    a.forceOverlap->setChecked(m_session.scenario().forceOverlap == Overlap::On);
    a.before->setChecked(m_session.mode() == CanvasMode::Before);
    a.after->setChecked(m_session.mode() == CanvasMode::After);
    a.difference->setChecked(m_session.mode() == CanvasMode::Difference);
    m_modeControl->setCurrent(static_cast<int>(m_session.mode()));
    m_modeControl->setEnabled(open);
    for (const auto& name : {u"layersButton"_s, u"searchField"_s})
        if (auto* widget = findChild<QWidget*>(name)) widget->setEnabled(open);
    for (const auto& name : {u"presetButton"_s, u"engineControl"_s})
        if (auto* widget = findChild<QWidget*>(name)) widget->setEnabled(slotsExist);
}

void MainWindow::copySelectedName()
{
    const auto& model = m_session.model();
    const Selection selection = m_session.selection();
    if (!model) return;
    QString text;
    if (selection.kind == Selection::Kind::Operation) text = qs(model->graph->operation(selection.operation).id);
    else if (selection.kind == Selection::Kind::Edge && selection.tensor) text = qs(model->graph->tensor(selection.tensor).name);
    else if (selection.slot) text = qs(model->baseline.slots().id(selection.slot));
    if (text.isEmpty()) return;
    QApplication::clipboard()->setText(text);
    m_status->showMessage(tr("Copied %1").arg(shortened(text, 80)), 3000);
}

void MainWindow::showWhy()
{
    if (m_session.selection().kind == Selection::Kind::Operation) m_session.selectSlot(m_session.meantSlot());
    if (m_docks.size() > 1) m_docks[1]->show();
    if (!m_inspector->showWhy()) m_status->showMessage(tr("Select a slot or an edge first."), 4000);
}

void MainWindow::showCompare()
{
    if (m_docks.size() > 2) m_docks[2]->show();
    m_tabs->setCurrentWidget(m_compare);
}

void MainWindow::showGroup()
{
    const auto& evaluation = m_session.evaluation();
    if (evaluation && m_session.meantSlot()) m_session.selectGroup(evaluation->outcome.table.root(m_session.meantSlot()));
}

// ---- settings --------------------------------------------------------------------------------

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_themeChoice = choice;
    applyTheme(*qApp, choice);
    m_canvas->setDark(theme().dark);
    (choice == ThemeChoice::System ? m_actions.themeSystem : choice == ThemeChoice::Light ? m_actions.themeLight : m_actions.themeDark)->setChecked(true);
    // Panels that carry colours of their own are made again.
    Q_EMIT m_session.evaluationChanged();
}

void MainWindow::readSettings()
{
    QSettings settings;
    const bool keep = m_memory == Memory::Keep;
    const auto value = [&](const QString& key, const QVariant& otherwise) { return keep ? settings.value(key, otherwise) : otherwise; };
    if (keep) {
        restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
        if (const QByteArray state = settings.value(u"window/panels"_s).toByteArray(); !state.isEmpty()) m_panelState = state;
        m_tabs->setCurrentIndex(settings.value(u"window/tab"_s, 0).toInt());
        m_welcome->setRecents(Recents::load());
    }
    const CanvasLayers layers;
    for (const auto& [action, on] : {std::pair(m_actions.bindings, layers.bindings), std::pair(m_actions.hulls, layers.hulls),
                                     std::pair(m_actions.requantizeEdges, layers.requantizeEdges), std::pair(m_actions.cost, layers.cost),
                                     std::pair(m_actions.names, layers.names), std::pair(m_actions.attributes, layers.attributes),
                                     std::pair(m_actions.initializers, layers.initializers), std::pair(m_actions.direction, false),
                                     std::pair(m_actions.wheelZooms, false), std::pair(m_actions.legend, true), std::pair(m_actions.minimap, true),
                                     std::pair(m_actions.animations, keep)}) // pictures and tests do not wait for a flight
        action->setChecked(value(u"view/"_s + action->objectName(), on).toBool());
    applyViewActions();
    m_canvas->setMode(m_session.mode());
    setThemeChoice(static_cast<ThemeChoice>(value(u"theme"_s, 0).toInt()));
    setLanguageChoice(value(u"language"_s, QString()).toString());
}

QList<QAction*> MainWindow::viewActions() const
{
    const Actions& a = m_actions;
    return {a.bindings, a.hulls, a.requantizeEdges, a.cost, a.names, a.attributes, a.initializers, a.direction, a.wheelZooms, a.animations, a.legend, a.minimap};
}

void MainWindow::applyViewActions()
{
    const Actions& a = m_actions;
    m_layers = {a.bindings->isChecked(), a.hulls->isChecked(), a.requantizeEdges->isChecked(), a.cost->isChecked(),
                a.names->isChecked(), a.attributes->isChecked(), a.initializers->isChecked()};
    m_canvas->setLayers(m_layers);
    m_canvas->setLegendVisible(a.legend->isChecked());
    m_canvas->setMinimapVisible(a.minimap->isChecked());
    m_canvas->setWheelZooms(a.wheelZooms->isChecked());
    m_canvas->setAnimations(a.animations->isChecked());
}

void MainWindow::setLanguageChoice(const QString& language)
{
    m_language = language;
    (language == u"en"_s ? m_actions.languageEnglish : language == u"zh_CN"_s ? m_actions.languageChinese : m_actions.languageSystem)->setChecked(true);
}

QString MainWindow::languageChoice() const
{
    return m_actions.languageEnglish->isChecked() ? u"en"_s : m_actions.languageChinese->isChecked() ? u"zh_CN"_s : QString();
}

void MainWindow::writeSettings() const
{
    if (m_memory == Memory::Forget) return;
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/panels"_s, m_panelsShown ? panelState() : m_panelState);
    settings.setValue(u"window/tab"_s, m_tabs->currentIndex());
    settings.setValue(u"theme"_s, static_cast<int>(m_themeChoice));
    settings.setValue(u"language"_s, languageChoice());
    for (const QAction* action : viewActions())
        settings.setValue(u"view/"_s + action->objectName(), action->isChecked());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave()) return event->ignore();
    if (m_autosave) m_autosave->finish();
    writeSettings();
    m_drawing.cancel();
    QMainWindow::closeEvent(event);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// Named scenarios in the window: keys, the table, comparing, session files, recovery, provenance.
#include "core/io/export_model.h"
#include "core/report/scenario_source.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "tests/ui/support/window_support.h"
#include "ui/canvas/drawing.h"
#include "ui/models/scenarios_model.h"
#include "ui/panels/segmented_control.h"
#include "ui/theme/theme.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"
#include "ui/window/samples.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

using test::keepPicture;
using test::openSample;
using test::settle;
using test::showModel;

QAbstractButton* bannerButton(MainWindow& window, const QString& text)
{
    for (auto* button : window.findChildren<QPushButton*>(u"bannerButton"_s))
        if (button->text() == text && button->isVisible()) return button;
    return nullptr;
}

QTreeView& table(MainWindow& window)
{
    return *window.findChild<QTreeView*>(u"scenariosView"_s);
}

QString cell(MainWindow& window, int row, int column)
{
    return table(window).model()->index(row, column).data().toString();
}

void selectRows(MainWindow& window, std::initializer_list<int> rows)
{
    table(window).clearSelection();
    for (const int row : rows)
        table(window).selectionModel()->select(table(window).model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void showHistory(MainWindow& window)
{
    window.findChild<QTabWidget*>(u"tables"_s)->setCurrentWidget(window.findChild<QWidget*>(u"historyPanel"_s));
}

QString freshFolder()
{
    QDir(Autosave::standardFolder()).removeRecursively();
    QDir().mkpath(Autosave::standardFolder());
    return Autosave::standardFolder();
}

} // namespace

class ScenariosWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void keys_keepSwitchAndUpdate()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        window.session().applyPreset("ppq-setting");
        window.canvas().setFocus();
        QTest::keyClick(&window.canvas(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = window.findChild<QInputDialog*>(u"keepDialog"_s);
        QVERIFY(dialog != nullptr);
        auto* field = dialog->findChild<QLineEdit*>();
        QCOMPARE(field->text(), u"ppq-setting"_s);
        keepPicture(*dialog, u"keep-dialog"_s);
        field->selectAll();
        QTest::keyClicks(field, u"Wide 1"_s); // a digit stays in the field
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(window.scenarios().count(), 1);
        QVERIFY(window.windowTitle().contains(u"Wide 1"_s));
        QVERIFY(window.isWindowModified());
        window.activateWindow(); // no window manager does it after the dialog
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window.canvas(), Qt::Key_O);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        QVERIFY(window.windowTitle().contains(u"Wide 1*"_s));
        QVERIFY(window.actions().updateScenario->isEnabled());
        QTest::keyClick(&window.canvas(), Qt::Key_1);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::On);
        QVERIFY(!window.windowTitle().contains(u"Wide 1*"_s));
        QTest::keyClick(&window.canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        QTest::keyClick(&window.canvas(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.session().kept().list.front().scenario.forceOverlap, Overlap::Off);
        QCOMPARE(window.scenarios().title(), u"Wide 1"_s);
        QTest::keyClick(&window.canvas(), Qt::Key_2); // there is none
        QCOMPARE(window.scenarios().title(), u"Wide 1"_s);
    }

    void table_pricesMarksTheBestAndComparesTwo()
    {
        for (const bool dark : {false, true}) {
            MainWindow window(MainWindow::Memory::Forget);
            window.drawing().setBestWanted(false);
            window.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            window.session().adopt(test::residualNetwork(4));
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            settle(window);
            window.actions().showScenarios->trigger();
            keepPicture(window, dark ? u"scenarios-empty-dark"_s : u"scenarios-empty-light"_s);
            window.session().applyPreset("ppq-setting");
            window.scenarios().keep(u"Large with overlap"_s);
            window.session().applyPreset("esp-dl");
            window.scenarios().keep(u"A very long name that somebody gave the scenario of the espressif board in the second week"_s);
            window.session().applyPreset("ppq-pass");
            window.scenarios().keep(u"PPQ's pass"_s);
            window.scenarios().setNote(2, u"what the old pipeline did"_s);
            QTRY_VERIFY(cell(window, 4, ScenariosModel::Requantize) != u"\u2026"_s);
            const auto* model = qobject_cast<ScenariosModel*>(table(window).model());
            int best = 0;
            for (int row = ScenariosModel::kFirstKept; row < model->rowCount(); ++row) {
                window.scenarios().switchTo(row - ScenariosModel::kFirstKept);
                const Summary& summary = window.session().evaluation()->cascade.summary;
                QVERIFY(cell(window, row, ScenariosModel::Requantize).endsWith(QString::number(summary.requantizeEdgesAfter)));
                QVERIFY(cell(window, row, ScenariosModel::WorstBits).endsWith(QString::number(summary.worstBitsLost, 'f', 2)));
                if (model->isBest(row, ScenariosModel::Requantize)) ++best;
                QCOMPARE(cell(window, row, ScenariosModel::Requantize).startsWith(u'\u2605'), model->isBest(row, ScenariosModel::Requantize));
            }
            QVERIFY(best >= 1 && best < 3);

            auto* compareButton = window.findChild<QPushButton*>(u"scenarioCompare"_s);
            selectRows(window, {2});
            QVERIFY(!compareButton->isEnabled());
            selectRows(window, {2, 3});
            QTest::mouseClick(compareButton, Qt::LeftButton);
            QTRY_VERIFY(window.session().showsView());
            const auto expected = compare(*makeEvaluation(window.session().model(), window.session().kept().list[0].scenario),
                                          *makeEvaluation(window.session().model(), window.session().kept().list[1].scenario));
            QCOMPARE(window.session().shown()->cascade.changes.size(), expected->cascade.changes.size());
            QVERIFY(expected->cascade.changes.size() > 0);
            auto* link = window.findChild<QPushButton*>(u"scenarioDifferences"_s);
            QVERIFY(link->isVisible());
            keepPicture(window, dark ? u"scenarios-dark"_s : u"scenarios-light"_s);
            QTest::mouseClick(link, Qt::LeftButton);
            keepPicture(window, dark ? u"scenarios-differences-dark"_s : u"scenarios-differences-light"_s);
            window.actions().showScenarios->trigger();

            // With the scenario in force: follows it.
            selectRows(window, {ScenariosModel::kCurrentRow, 2});
            QTest::mouseClick(compareButton, Qt::LeftButton);
            QTRY_VERIFY(window.session().viewTitle().contains(u"Large with overlap"_s));
            window.session().setMethod(Family::Elementwise, Method::None);
            QTRY_VERIFY(window.session().showsView() && window.session().shown()->scenario == window.session().scenario());
            window.session().showOutcome();
            QVERIFY(!link->isVisible());
            window.session().setMethod(Family::Elementwise, Method::Output);
            QTest::qWait(0);
            QVERIFY(!window.session().showsView());

            window.resize(1024, 700);
            QCoreApplication::processEvents();
            keepPicture(window, dark ? u"scenarios-small-dark"_s : u"scenarios-small-light"_s);
            showHistory(window);
            QCoreApplication::processEvents();
            keepPicture(window, dark ? u"history-small-dark"_s : u"history-small-light"_s);
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }

    // Four scenarios at once: the canvas shows one against the first, and at each box who agrees with whom.
    void table_comparesSeveral_onTheCanvasAndInATable()
    {
        for (const bool dark : {false, true}) {
            MainWindow window(MainWindow::Memory::Forget);
            window.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            showModel(window, test::residualNetwork(4), {}, QSize(1440, 900));
            window.session().applyPreset("ppq-setting");
            window.scenarios().keep(u"Large with overlap"_s);
            window.session().applyPreset("esp-dl");
            window.scenarios().keep(u"Board"_s);
            window.session().applyPreset("ppq-pass");
            window.actions().showScenarios->trigger();
            auto* compareButton = window.findChild<QPushButton*>(u"scenarioCompare"_s);
            selectRows(window, {ScenariosModel::kLoadedRow, ScenariosModel::kCurrentRow, 2, 3});
            QVERIFY(compareButton->isEnabled());
            QTest::mouseClick(compareButton, Qt::LeftButton);
            QTRY_VERIFY(window.session().showsView());
            settle(window);
            const ScenarioComparison& comparison = window.comparison();
            const ShownVariants shown = comparison.variants();
            QCOMPARE(shown.names, QStringList({u"As loaded"_s, u"Large with overlap"_s, u"Board"_s, u"Current"_s}));
            QCOMPARE(shown.shown, 3U);
            QVERIFY(shown.all->slots.size() > 4);

            // The chips stand where nothing stands without them.
            GraphView& canvas = window.canvas();
            canvas.setAnimations(false);
            canvas.fit();
            canvas.zoomActual();
            const QImage with = canvas.viewport()->grab().toImage();
            canvas.setEvaluation(window.session().shown());
            const QImage without = canvas.viewport()->grab().toImage();
            canvas.setEvaluation(window.session().shown(), shown);
            std::size_t marked = 0;
            for (const Variants::OperationSpread& one : shown.all->operations) {
                const QRectF box = canvas.drawing()->node(canvas.drawing()->nodeOf(one.operation)).rect;
                const QPoint at = canvas.fromScene(QPointF(box.left() - 4, box.center().y())).toPoint();
                if (!canvas.viewport()->rect().adjusted(20, 20, -20, -20).contains(at)) continue;
                bool differs = false;
                for (int y = -14; y <= 14; ++y) differs = differs || with.pixel(at + QPoint(0, y)) != without.pixel(at + QPoint(0, y));
                QVERIFY(differs);
                ++marked;
            }
            QVERIFY(marked > 2);
            keepPicture(window, dark ? u"scenarios-several-dark"_s : u"scenarios-several-light"_s);

            canvas.setFocus();
            QTest::keyClick(&canvas, Qt::Key_D, Qt::ShiftModifier); // round to the first after the loaded one
            QCOMPARE(comparison.after(), 1U);
            QVERIFY(window.session().viewTitle().contains(u"Large with overlap"_s));
            QCOMPARE(window.session().shown()->scenario, window.session().kept().list[0].scenario);
            auto* chooser = window.findChild<SegmentedControl*>(u"comparedScenario"_s);
            QVERIFY(chooser != nullptr);
            QCOMPARE(chooser->current(), 1);
            QTest::mouseClick(chooser->button(2), Qt::LeftButton);
            QCOMPARE(window.session().shown()->scenario, window.session().kept().list[1].scenario);

            QTest::mouseClick(window.findChild<QPushButton*>(u"scenarioDifferences"_s), Qt::LeftButton);
            auto* list = window.findChild<QTreeView*>(u"variantsView"_s);
            QVERIFY(list->isVisible());
            QCOMPARE(list->model()->rowCount(), static_cast<int>(shown.all->slots.size()));
            QCOMPARE(list->model()->columnCount(), 3 + 4 + 2);
            list->setFocus();
            list->setCurrentIndex(list->model()->index(1, 0));
            QCOMPARE(window.session().selection().slot, shown.all->slots[1].slot);
            keepPicture(window, dark ? u"scenarios-several-list-dark"_s : u"scenarios-several-list-light"_s);

            // The scenario in force is one of them, and is followed; any other view ends the comparison.
            window.session().setMethod(Family::Elementwise, Method::None);
            QTRY_VERIFY(comparison.variants().all && comparison.variants().all->outcomes.back()->scenario == window.session().scenario());
            QVERIFY(list->isVisible());
            for (const Method method : {Method::Output, Method::Large, Method::Output, Method::None}) { // the chooser stays, whatever comes first
                window.session().setMethod(Family::Elementwise, method);
                QTRY_VERIFY(comparison.variants().all && !comparison.busy());
                QTest::qWait(0);
                auto* now = window.findChild<SegmentedControl*>(u"comparedScenario"_s);
                QVERIFY(now != nullptr && now->isVisible());
                QCOMPARE(now->current(), 2);
            }
            window.session().showOutcome();
            QVERIFY(!comparison.variants().all);
            QVERIFY(!list->isVisible());
            QVERIFY(!window.actions().nextCompared->isEnabled());
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void table_edits_byMouseAndKeyboard()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        window.actions().showScenarios->trigger();
        window.scenarios().keep(u"a"_s);
        window.session().applyPreset("ppq-setting");
        window.scenarios().keep(u"b"_s);
        QTreeView& view = table(window);
        view.setFocus();
        view.setCurrentIndex(view.model()->index(2, ScenariosModel::Name));
        QTest::keyClick(&view, Qt::Key_F2);
        auto* editor = view.viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, u"first 2"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(window.scenarios().name(0), u"first 2"_s);
        QTRY_VERIFY(view.hasFocus());
        QCOMPARE(window.scenarios().title(), u"b"_s); // "2" did not switch
        view.setCurrentIndex(view.model()->index(2, ScenariosModel::Name));
        QTest::keyClick(&view, Qt::Key_Return);
        QTRY_COMPARE(window.scenarios().title(), u"first 2"_s);
        QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(window.scenarios().name(1), u"first 2"_s);
        QCOMPARE(view.currentIndex().row(), 3);
        QTest::mouseClick(window.findChild<QToolButton*>(u"scenarioDuplicate"_s), Qt::LeftButton);
        QCOMPARE(window.scenarios().count(), 3);
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(window.scenarios().count(), 2);
        window.actions().undo->trigger();
        QCOMPARE(window.scenarios().count(), 3);
    }

    void history_click_goesToTheStep()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        window.session().setMethod(Family::Elementwise, Method::Large);
        window.session().setForceOverlap(Overlap::On);
        window.session().setEngine(Engine::Strict);
        showHistory(window);
        auto* view = window.findChild<QTreeView*>(u"historyView"_s);
        QTRY_COMPARE(view->model()->rowCount(), 4);
        QTRY_VERIFY(view->model()->index(3, 2).data().toString() != u"\u2026"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(1, 1)).center());
        QCOMPARE(window.session().undoStack().index(), 1);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        QCOMPARE(window.session().scenario().method(Family::Elementwise), Method::Large);
        keepPicture(window, u"history"_s);
    }

    void sessionFile_openedWithAnotherModel_warnsInABanner()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"s.alignscope"_s);
        const QString model = folder.filePath(u"m.onnx"_s);
        QVERIFY(QFile::copy(u":/samples/concat4_fan/concat4_fan.onnx"_s, model));
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        window.openFiles({model});
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        window.scenarios().keep(u"Wide"_s);
        QVERIFY(window.document().save(file));
        QVERIFY(QFile::remove(model));
        window.session().close();
        window.openFiles({file});
        QVERIFY(window.banners().has(u"missing"_s));
        keepPicture(window, u"session-missing"_s);
        QVERIFY(QFile::copy(u":/samples/resnet3/resnet3.onnx"_s, model));
        window.openFiles({file});
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        QTRY_VERIFY(window.banners().has(u"modelDiffers"_s));
        QCOMPARE(window.scenarios().name(0), u"Wide"_s);
        settle(window);
        keepPicture(window, u"session-differs"_s);
    }

    void crash_isOfferedAtTheNextStartAndRecovered()
    {
        const QString saves = freshFolder();
        SessionFile left;
        for (const Sample& sample : samples())
            if (sample.id == u"concat4_fan"_s) left.model.absolute = unpack(sample).model.toStdString();
        applyPreset(left.current, "ppq-setting");
        left.scenarios = {{"Mine", "", left.current}};
        left.active = 0;
        const QString file = saves + u"/0123-77-1.alignscope"_s;
        QVERIFY(writeSession(left, file.toStdString()));

        MainWindow window(MainWindow::Memory::Keep);
        window.drawing().setBestWanted(false);
        window.show();
        const QString key = u"recover."_s + file;
        QVERIFY(window.banners().has(key));
        QVERIFY2(window.banners().text(key).contains(u"concat4_fan.onnx"_s), qPrintable(window.banners().text(key)));
        keepPicture(window, u"recover"_s);
        // It stays on offer while another model is looked at.
        openSample(window, u"resnet3"_s);
        QVERIFY(!window.banners().has(key)); // in one line with those of all other models
        QVERIFY(window.banners().has(u"recoverOthers"_s));
        QTest::mouseClick(bannerButton(window, u"Show"_s), Qt::LeftButton);
        QVERIFY(!window.banners().has(u"recoverOthers"_s));
        QVERIFY(window.banners().has(key));
        auto* recover = bannerButton(window, u"Recover"_s);
        QVERIFY(recover != nullptr);
        QTest::mouseClick(recover, Qt::LeftButton);
        QTRY_COMPARE(window.session().scenario(), left.current);
        QCOMPARE(window.scenarios().title(), u"Mine"_s);
        QVERIFY(window.document().modified());
        QTRY_VERIFY(!QFile::exists(file)); // its content stands in the file of this run
        QCOMPARE(QDir(saves).entryList({u"*.alignscope"_s}).size(), 1);
        QVERIFY(!window.banners().has(key));

        // Leaving asks once; Cancel stays, Discard leaves nothing behind.
        const auto answer = [](QMessageBox::StandardButton which) {
            QTimer::singleShot(0, qApp, [which] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                QVERIFY(box != nullptr);
                QTest::mouseClick(box->button(which), Qt::LeftButton);
            });
        };
        answer(QMessageBox::Cancel);
        QVERIFY(!window.close());
        QVERIFY(window.isVisible());
        answer(QMessageBox::Discard);
        QVERIFY(window.close());
        QVERIFY(QDir(saves).entryList(QDir::Files).isEmpty());
        QSettings().clear();
    }

    void exportedModel_saysWhatItWasAlignedWith()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        openSample(window, u"concat4_fan"_s);
        window.session().applyPreset("ppq-setting");
        const Scenario scenario = window.session().scenario();
        ExportRequest request;
        request.path = folder.filePath(u"aligned.onnx"_s).toStdString();
        carryScenario(request, scenario, Sidecar::Yes);
        const auto& evaluation = window.session().evaluation();
        const auto report = exportModel(*evaluation->model, evaluation->outcome, request);
        QVERIFY(report);
        QCOMPARE(report->files.size(), std::size_t(2));
        window.openFiles({QString::fromStdString(request.path)});
        QTRY_VERIFY(window.banners().has(u"provenance"_s));
        QVERIFY2(window.banners().text(u"provenance"_s).contains(u"concat output"_s), qPrintable(window.banners().text(u"provenance"_s)));
        settle(window);
        keepPicture(window, u"provenance"_s);
        QTest::mouseClick(bannerButton(window, u"Show the scenario"_s), Qt::LeftButton);
        auto* dialog = window.findChild<QDialog*>(u"scenarioDialog"_s);
        QVERIFY(dialog != nullptr);
        keepPicture(*dialog, u"scenario-dialog"_s);
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"scenarioDialogKeep"_s), Qt::LeftButton);
        QCOMPARE(window.scenarios().name(0), u"aligned"_s);
        QVERIFY(window.session().kept().list.front().scenario == scenario);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ScenariosWindowTest)
#include "scenarios_window_test.moc"

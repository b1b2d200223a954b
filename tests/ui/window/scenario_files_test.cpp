// SPDX-License-Identifier: Apache-2.0
// Scenario and session files by mouse and keyboard: dropping, looking for a model, saving on leaving, the sidecar.
#include "core/report/scenario_json.h"
#include "core/report/session_json.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "tests/ui/support/window_support.h"
#include "ui/canvas/drawing.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/scenarios_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <utility>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

using test::keepPicture;
using test::settle;

QString modelIn(const QTemporaryDir& folder, const QString& name = u"m.onnx"_s)
{
    const QString path = folder.filePath(name);
    QFile::copy(u":/samples/concat4_fan/concat4_fan.onnx"_s, path);
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

void open(MainWindow& window, const QString& model)
{
    window.drawing().setBestWanted(false);
    window.resize(1440, 900);
    window.show();
    window.openFiles({model});
    QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
    settle(window);
}

// The next modal dialog of that kind is answered as soon as it stands.
template <class Dialog> void answer(std::function<void(Dialog&)> how)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, how = std::move(how)] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr || !dialog->isVisible()) return;
        timer->stop();
        timer->deleteLater();
        how(*dialog);
    });
    timer->start(5);
}

// Pasted rather than typed: no list of completions comes in between.
void chooseFile(QFileDialog& dialog, const QString& path)
{
    auto* name = dialog.findChild<QLineEdit*>(u"fileNameEdit"_s);
    QVERIFY(name != nullptr);
    name->setText(path);
    for (QAbstractButton* button : dialog.findChild<QDialogButtonBox*>()->buttons())
        if (dialog.findChild<QDialogButtonBox*>()->buttonRole(button) == QDialogButtonBox::AcceptRole) return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL("no button accepts");
}

void answerFile(const QString& path)
{
    answer<QFileDialog>([path](QFileDialog& dialog) { chooseFile(dialog, path); });
}

void drop(QWidget& widget, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint place = widget.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

template <class Button = QPushButton> Button* button(QWidget& parent, const QString& name, const QString& text = {})
{
    for (auto* found : parent.findChildren<Button*>(name))
        if (found->isVisible() && (text.isEmpty() || found->text() == text)) return found;
    return nullptr;
}

} // namespace

class ScenarioFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init() { test::failOnAnyWarning(); }
    void cleanup() { QSettings().clear(); }

    void dropOnTheTab_addsEveryScenarioOfEveryFile()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        open(window, modelIn(folder));
        Scenario wide;
        applyPreset(wide, "ppq-setting");
        QFile single(folder.filePath(u"wide.json"_s));
        QVERIFY(single.open(QIODevice::WriteOnly));
        single.write(QByteArray::fromStdString(scenarioJson(wide)));
        single.close();
        SessionFile many;
        many.model.absolute = "/elsewhere/other.onnx";
        many.scenarios = {{"wide", "", wide}, {"nothing", "a note", {}}};
        const QString session = folder.filePath(u"many.alignscope"_s);
        QVERIFY(writeSession(many, session.toStdString()));

        window.actions().showScenarios->trigger();
        auto* panel = window.findChild<ScenariosPanel*>();
        QVERIFY(panel->isVisible());
        drop(*panel, {single.fileName(), session});
        QCOMPARE(window.scenarios().count(), 3);
        QCOMPARE(window.scenarios().name(0), u"wide"_s);
        QCOMPARE(window.scenarios().name(1), u"wide 2"_s); // both are kept
        QCOMPARE(window.scenarios().name(2), u"nothing"_s);
        QVERIFY(window.session().scenario() == Scenario{});  // the one in force stays
        QVERIFY(window.session().path().endsWith(u"m.onnx"_s)); // and so does the model
        settle(window);
        keepPicture(window, u"scenarios-dropped"_s);
        QFile broken(folder.filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"schema\": \"alignscope-scenario/1\", \"engine\": 7}");
        broken.close();
        drop(*panel, {broken.fileName()});
        QCOMPARE(window.scenarios().count(), 3);
        QVERIFY2(window.banners().text(u"failed"_s).contains(u"engine"_s), qPrintable(window.banners().text(u"failed"_s)));
        window.actions().undo->trigger();
        window.actions().undo->trigger();
        QCOMPARE(window.scenarios().count(), 0);
    }

    void addFromAFile_byTheMenu()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        open(window, modelIn(folder));
        Scenario wide;
        applyPreset(wide, "esp-dl");
        QFile single(folder.filePath(u"board.json"_s));
        QVERIFY(single.open(QIODevice::WriteOnly));
        single.write(QByteArray::fromStdString(scenarioJson(wide)));
        single.close();
        answerFile(single.fileName());
        window.actions().addScenarios->trigger();
        QTRY_COMPARE(window.scenarios().count(), 1);
        QCOMPARE(window.scenarios().name(0), u"board"_s);
        QVERIFY(window.session().kept().list.front().scenario == wide);
    }

    void missingModel_isFoundByTheUser()
    {
        QTemporaryDir folder;
        const QString model = modelIn(folder);
        const QString file = folder.filePath(u"s.alignscope"_s);
        {
            MainWindow window(MainWindow::Memory::Forget);
            open(window, model);
            window.session().applyPreset("ppq-setting");
            window.scenarios().keep(u"Wide"_s);
            QVERIFY(window.document().save(file));
        }
        const QString elsewhere = folder.filePath(u"renamed.onnx"_s);
        QVERIFY(QFile::rename(model, elsewhere));
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.resize(1440, 900);
        window.show();
        window.openFiles({file});
        QVERIFY(window.banners().has(u"missing"_s));
        auto* find = button(window, u"bannerButton"_s, u"Find it..."_s);
        QVERIFY(find != nullptr);
        answerFile(elsewhere);
        QTest::mouseClick(find, Qt::LeftButton);
        QTRY_COMPARE(window.session().path(), elsewhere);
        QCOMPARE(window.scenarios().title(), u"Wide"_s);
        QVERIFY(!window.banners().has(u"missing"_s));
        QVERIFY(!window.banners().has(u"modelDiffers"_s)); // the same content under another name
        QCOMPARE(window.document().path(), file);
    }

    void leaving_saveAsksWhereAndWrites()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Keep);
        open(window, modelIn(folder));
        window.session().applyPreset("ppq-setting");
        window.scenarios().keep(u"Wide"_s);
        const QString file = folder.filePath(u"kept.alignscope"_s);
        QString proposed;
        answer<QMessageBox>([&](QMessageBox& box) {
            keepPicture(box, u"leave-box"_s);
            answer<QFileDialog>([&](QFileDialog& dialog) {
                proposed = dialog.findChild<QLineEdit*>(u"fileNameEdit"_s)->text();
                chooseFile(dialog, folder.filePath(u"kept"_s)); // the ending is ours to add
            });
            QTest::mouseClick(box.button(QMessageBox::Save), Qt::LeftButton);
        });
        QVERIFY(window.close());
        QCOMPARE(proposed, u"m.alignscope"_s);
        const auto written = readSession(file.toStdString());
        QVERIFY(written);
        QCOMPARE(written->scenarios.size(), std::size_t(1));
    }

    void leaving_saveThatIsCancelled_stays()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Keep);
        open(window, modelIn(folder));
        window.scenarios().keep(u"Wide"_s);
        answer<QMessageBox>([&](QMessageBox& box) {
            answer<QFileDialog>([](QFileDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
            QTest::mouseClick(box.button(QMessageBox::Save), Qt::LeftButton);
        });
        QVERIFY(!window.close());
        QVERIFY(window.isVisible());
        QCOMPARE(window.scenarios().count(), 1);
        answer<QMessageBox>([](QMessageBox& box) { QTest::mouseClick(box.button(QMessageBox::Discard), Qt::LeftButton); });
        QVERIFY(window.close());
    }

    void exportDialog_sidecar_isWrittenWhenChecked()
    {
        QTemporaryDir folder;
        for (const bool dark : {false, true}) {
            MainWindow window(MainWindow::Memory::Forget);
            window.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            open(window, modelIn(folder, dark ? u"d.onnx"_s : u"l.onnx"_s));
            if (dark) window.resize(1024, 700);
            window.session().applyPreset("ppq-setting");
            settle(window);
            window.actions().exportModel->trigger();
            auto* dialog = window.findChild<QDialog*>(u"exportDialog"_s);
            QVERIFY(dialog != nullptr);
            auto* path = dialog->findChild<QLineEdit*>(u"exportPath"_s);
            const QString target = folder.filePath(dark ? u"dark.onnx"_s : u"light.onnx"_s);
            path->selectAll();
            QTest::keyClicks(path, target);
            auto* sidecar = dialog->findChild<QCheckBox*>(u"exportSidecar"_s);
            if (sidecar->isChecked() != !dark) QTest::mouseClick(sidecar, Qt::LeftButton, {}, QPoint(8, sidecar->height() / 2));
            QCOMPARE(sidecar->isChecked(), !dark);
            keepPicture(*dialog, dark ? u"export-form-dark"_s : u"export-form-light"_s);
            QTest::mouseClick(dialog->findChild<QPushButton*>(u"exportStart"_s), Qt::LeftButton);
            QTRY_VERIFY(QFile::exists(target));
            QTRY_VERIFY(!window.session().exporting());
            QCoreApplication::processEvents();
            keepPicture(*dialog, dark ? u"export-done-dark"_s : u"export-done-light"_s);
            const QString beside = folder.filePath(u"light.scenario.json"_s);
            if (!dark) {
                const auto read = readScenario(beside.toStdString());
                QVERIFY(read);
                QVERIFY(*read == window.session().scenario());
            } else {
                QVERIFY(!QFile::exists(folder.filePath(u"dark.scenario.json"_s)));
            }
            QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"exportCancel"_s), Qt::LeftButton);
            QTRY_VERIFY(window.findChild<QDialog*>(u"exportDialog"_s) == nullptr || !dialog->isVisible());
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void collapsedBlocks_comeBackWithTheSessionAndAfterReloading()
    {
        QTemporaryDir folder;
        const QString model = folder.filePath(u"m.onnx"_s);
        QVERIFY(QFile::copy(u":/samples/mobilenetv2/mobilenetv2.onnx"_s, model));
        const QString file = folder.filePath(u"s.alignscope"_s);
        std::vector<std::string> names;
        {
            MainWindow window(MainWindow::Memory::Forget);
            open(window, model);
            QTRY_VERIFY(window.session().blocks() != nullptr && !window.session().blocks()->empty());
            window.actions().collapseAll->trigger();
            settle(window);
            names = window.document().collapsed();
            QVERIFY(!names.empty());
            const std::size_t boxes = window.canvas().drawing()->nodes().size();
            QVERIFY(window.document().save(file));
            window.session().reload();
            QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
            settle(window);
            QTRY_COMPARE(window.canvas().drawing() ? window.canvas().drawing()->nodes().size() : 0, boxes);
        }
        MainWindow window(MainWindow::Memory::Forget);
        open(window, file);
        QTRY_VERIFY(window.document().collapsed() == names);
        QTRY_VERIFY(window.canvas().drawing() != nullptr && !window.canvas().drawing()->options().collapsed.empty());
        QVERIFY(!window.document().modified());
        window.actions().expandAll->trigger();
        QVERIFY(window.document().collapsed().empty());
    }

    void twoFiles_everyUnmatchedNameCanBeRead()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        open(window, modelIn(folder));
        const QString other = folder.filePath(u"unet.onnx"_s);
        QVERIFY(QFile::copy(u":/samples/unet/unet.onnx"_s, other));
        auto* panel = window.findChild<ComparePanel*>();
        window.actions().compareOrders->trigger();
        panel->compareWithFile(other);
        QTRY_VERIFY(panel->comparison() != nullptr && panel->side() == ComparePanel::Side::File);
        settle(window);
        keepPicture(window, u"compare-file"_s);
        auto* all = button<QAbstractButton>(*panel, u"compareUnmatched"_s);
        QVERIFY(all != nullptr);
        QTest::mouseClick(all, Qt::LeftButton);
        auto* dialog = window.findChild<QDialog*>(u"unmatchedDialog"_s);
        QVERIFY(dialog != nullptr);
        keepPicture(*dialog, u"compare-unmatched"_s);
        const QString text = dialog->findChild<QWidget*>(u"unmatchedList"_s)->property("plainText").toString();
        const Comparison& comparison = *panel->comparison();
        QVERIFY(comparison.unmatchedHere.operations.size() + comparison.unmatchedHere.slots.size() > 5); // more than the summary names
        for (const Unmatched* side : {&comparison.unmatchedHere, &comparison.unmatchedThere})
            for (const auto* list : {&side->operations, &side->slots})
                for (const std::string& id : *list) QVERIFY2(text.contains(QString::fromStdString(id)), id.c_str());
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ScenarioFilesTest)
#include "scenario_files_test.moc"

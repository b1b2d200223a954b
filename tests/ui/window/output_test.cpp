// SPDX-License-Identifier: Apache-2.0
// What leaves the window: exported models and configs, and pictures.
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "tests/ui/support/window_support.h"
#include "ui/panels/segmented_control.h"
#include "ui/panels/table_panel.h"
#include "ui/window/banners.h"
#include "ui/text/words.h"
#include "ui/window/main_window.h"
#include "ui/window/picture_dialog.h"
#include "ui/window/samples.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

using test::keepPicture;
using test::openSample;
using test::showModel;

class OutputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void export_alignedSample_isProvenAndOpensAgain()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        openSample(window, u"concat4_fan"_s);
        window.session().applyPreset("ppq-setting");
        const std::size_t slotCount = window.session().model()->baseline.size();
        QVERIFY(window.actions().exportModel->isEnabled());
        window.actions().exportModel->trigger();
        auto* dialog = window.findChild<QDialog*>(u"exportDialog"_s);
        QVERIFY(dialog != nullptr);
        const QString path = folder.filePath(u"aligned.onnx"_s);
        dialog->findChild<QLineEdit*>(u"exportPath"_s)->setText(path);
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"exportStart"_s), Qt::LeftButton);
        auto* headline = dialog->findChild<QLabel*>(u"exportHeadline"_s);
        QTRY_VERIFY2(!headline->text().isEmpty(), qPrintable(dialog->findChild<QLabel*>(u"exportProblem"_s)->text()));
        QVERIFY2(headline->text().startsWith(u"Saved and proven"_s), qPrintable(headline->text()));
        keepPicture(*dialog, u"export"_s);
        dialog->close();

        const std::size_t misaligned = window.session().evaluation()->cascade.summary.misalignedOperationsAfter;
        window.session().open(path);
        QTRY_VERIFY(window.session().path() == path);
        QVERIFY(slotCount > 0);
        QCOMPARE(window.session().evaluation()->cascade.summary.misalignedOperationsBefore, misaligned);
    }

    void floatModel_emptyTables_askForItsConfig()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        window.session().open(unpack(samples().front()).model, {}); // without its config
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        for (const auto& name : {u"cascadePanel"_s, u"stepsPanel"_s}) {
            const auto* panel = window.findChild<TablePanel*>(name);
            QVERIFY(panel != nullptr);
            QStringList said;
            for (const QLabel* label : panel->findChildren<QLabel*>()) said << label->text();
            QVERIFY2(said.contains(u"This is a float model. Open it together with its PPQ config."_s), qPrintable(said.join(u'|')));
        }
        for (int row = 0; row < 13; ++row) { // and no price that looks like one
            const auto* figure = window.findChild<QLabel*>(u"score.%1"_s.arg(row));
            QVERIFY(figure != nullptr);
            QCOMPARE(figure->text(), dash());
        }
    }

    void export_configOfAFloatModel_isWrittenAsJson()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        const Recent files = unpack(samples().front()); // the documentation's example
        window.session().open(files.model, files.quantization);
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        window.session().applyPreset("ppq-setting");
        window.actions().exportModel->trigger();
        auto* dialog = window.findChild<QDialog*>(u"exportDialog"_s);
        QVERIFY(dialog != nullptr);
        auto* path = dialog->findChild<QLineEdit*>(u"exportPath"_s);
        QVERIFY(path->text().endsWith(u"doc_example-aligned.json"_s));
        path->setText(folder.filePath(u"aligned.json"_s));
        keepPicture(*dialog, u"export-form"_s);
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"exportStart"_s), Qt::LeftButton);
        auto* headline = dialog->findChild<QLabel*>(u"exportHeadline"_s);
        QTRY_VERIFY2(!headline->text().isEmpty(), qPrintable(dialog->findChild<QLabel*>(u"exportProblem"_s)->text()));
        QVERIFY(QFile::exists(folder.filePath(u"aligned.json"_s)));
    }

    void pictureDialog_showsItsSizeSavesAndRemembersTheChoices()
    {
        QTemporaryDir folder;
        {
            MainWindow window(MainWindow::Memory::Forget);
            showModel(window, test::docExample());
            window.actions().exportPng->trigger();
            auto* dialog = window.findChild<PictureDialog*>();
            QVERIFY(dialog != nullptr);
            const auto button = [&](const char* control, int id) {
                return dialog->findChild<SegmentedControl*>(QLatin1String(control))->button(id);
            };
            QVERIFY(!button("pictureArea", static_cast<int>(PictureArea::Selection))->isEnabled()); // nothing is selected
            auto* size = dialog->findChild<QLabel*>(u"pictureSize"_s);
            QTRY_VERIFY(size->text().contains(u"pixels"_s));
            QTRY_VERIFY(!dialog->findChild<QLabel*>(u"picturePreview"_s)->pixmap().isNull());
            keepPicture(*dialog, u"picture-dialog"_s);
            const QString twice = size->text();
            dialog->findChild<QDoubleSpinBox*>(u"pictureScale"_s)->setValue(1);
            QTRY_VERIFY(size->text() != twice);
            QCOMPARE(dialog->request().scale, 1.0);
            QTest::mouseClick(dialog->findChild<QCheckBox*>(u"pictureLegend"_s), Qt::LeftButton, Qt::NoModifier, {6, 8});
            QVERIFY(!dialog->request().legend);
            QTest::mouseClick(button("pictureFormat", static_cast<int>(PictureFormat::Svg)), Qt::LeftButton);
            QTest::mouseClick(button("pictureColours", 2), Qt::LeftButton);
            QVERIFY(dialog->request().dark);
            dialog->save(u"/nowhere/graph.svg"_s);
            auto* problem = dialog->findChild<QLabel*>(u"pictureProblem"_s);
            QTRY_VERIFY(problem->isVisible());
            QVERIFY(problem->text().contains(u"/nowhere/graph.svg"_s));
            QSignalSpy saved(dialog, &PictureDialog::saved);
            dialog->save(folder.filePath(u"graph.svg"_s));
            QTRY_COMPARE(saved.count(), 1);
            QVERIFY(window.banners().has(u"picture"_s));
        }
        QFile file(folder.filePath(u"graph.svg"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Conv3"));

        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        window.session().selectOperation(OpId(2u));
        window.actions().exportPdf->trigger();
        auto* dialog = window.findChild<PictureDialog*>();
        QVERIFY(dialog->format() == PictureFormat::Pdf); // what the menu said
        QCOMPARE(dialog->request().scale, 1.0);
        QVERIFY(!dialog->request().legend && dialog->request().dark);
        QVERIFY(dialog->request().area.isNull());
        auto* area = dialog->findChild<SegmentedControl*>(u"pictureArea"_s);
        QTest::mouseClick(area->button(static_cast<int>(PictureArea::Selection)), Qt::LeftButton);
        QVERIFY(!dialog->request().area.isNull());
        QTRY_VERIFY(dialog->findChild<QLabel*>(u"pictureSize"_s)->text().contains(u"mm"_s));
        keepPicture(*dialog, u"picture-dialog-dark"_s);
        QSettings().remove(u"picture"_s); // only its own: other tests run beside this one
    }

    // The window is free again, says how far it is, and can stop it.
    void pictureThatTakesLong_goesOnInABanner()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(300));
        const auto start = [&](const QString& name) {
            window.actions().exportSvg->trigger();
            auto* dialog = window.findChild<PictureDialog*>();
            dialog->save(folder.filePath(name));
            dialog->stepAside();
            return QPointer<PictureDialog>(dialog);
        };
        auto dialog = start(u"done.svg"_s);
        QVERIFY(!dialog->isVisible());
        QVERIFY(window.banners().text(u"picture"_s).contains(u"Saving done.svg"_s));
        keepPicture(window, u"picture-banner"_s);
        QTRY_VERIFY(window.banners().text(u"picture"_s).startsWith(u"Saved"_s));
        QVERIFY(QFile::exists(folder.filePath(u"done.svg"_s)));
        QTRY_VERIFY(dialog.isNull());

        dialog = start(u"never.svg"_s);
        for (auto* button : window.banners().findChildren<QAbstractButton*>(u"bannerButton"_s))
            if (button->text() == u"Cancel"_s) button->click();
        QVERIFY(!window.banners().has(u"picture"_s));
        QTRY_VERIFY(dialog.isNull());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"done.svg"_s});
        QSettings().remove(u"picture"_s); // only its own: other tests run beside this one
    }
};

ALIGNSCOPE_QT_TEST_MAIN(OutputTest)
#include "output_test.moc"

// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "tests/ui/support/window_support.h"
#include "ui/text/words.h"
#include "ui/window/banners.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/window_keeper.h"

#include <QApplication>
#include <QDate>
#include <QFile>
#include <QLineEdit>
#include <QLineF>
#include <QLocale>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <semaphore>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

class TranslationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void coreSentences_inChinese_areAllThereWithTheirPlaceholders()
    {
        QTranslator core;
        QVERIFY(core.load(u":/i18n/alignscope_core_zh_CN.qm"_s));
        static constexpr MessageCode kCodes[] = {
#define ALIGNSCOPE_MESSAGE(code, pattern) MessageCode::code,
#include "core/base/messages.def"
#undef ALIGNSCOPE_MESSAGE
        };
        QStringList missing;
        for (const MessageCode code : kCodes) {
            const std::string pattern(messagePattern(code));
            const QString translated = core.translate("core", pattern.c_str());
            bool complete = !translated.isEmpty();
            for (char digit = '1'; digit <= '9'; ++digit) {
                const std::string placeholder = std::string("%") + digit;
                if (pattern.find(placeholder) != std::string::npos) complete = complete && translated.contains(qs(placeholder));
            }
            if (!complete) missing << qs(messageName(code));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"resources/translations/alignscope_core_zh_CN.ts lacks: "_s + missing.join(u", "_s)));
    }

    void windowTexts_inChinese_areAllTranslated()
    {
        const QString lupdate = QStringLiteral(ALIGNSCOPE_LUPDATE);
        if (!QFile::exists(lupdate)) QSKIP("lupdate is not installed");
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"alignscope_zh_CN.ts"_s);
        const QString source = QStringLiteral(ALIGNSCOPE_SOURCE);
        QVERIFY(QFile::copy(source + u"/resources/translations/alignscope_zh_CN.ts"_s, copy));
        QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QProcess process;
        process.setWorkingDirectory(source);
        process.start(lupdate, {u"-silent"_s, u"ui"_s, u"app"_s, u"-I"_s, u"."_s, u"-ts"_s, copy, u"-source-language"_s, u"en"_s, u"-target-language"_s, u"zh_CN"_s});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 0);
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QStringList unfinished;
        const QRegularExpression message(u"<source>([^<]*)</source>(?:(?!<source>).)*?<translation type=\"unfinished\""_s,
                                         QRegularExpression::DotMatchesEverythingOption);
        for (auto it = message.globalMatch(text); it.hasNext();) unfinished << it.next().captured(1);
        QVERIFY2(unfinished.isEmpty(), qPrintable(u"not translated:\n"_s + unfinished.join(u'\n')));
    }

    void window_inChinese_speaksIt()
    {
        installLanguage(*qApp, u"zh_CN"_s);
        QCOMPARE(messageText({MessageCode::Cancelled, {}}), u"\u5df2\u53d6\u6d88\u3002"_s);
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.session().setMethod(Family::Elementwise, Method::Large);
        QCOMPARE(window.actions().fit->text(), u"\u9002\u5408\u7a97\u53e3(&F)"_s);
        QCOMPARE(Actions::plainText(window.actions().fit->text()), u"\u9002\u5408\u7a97\u53e3"_s); // in lists of keys
        QCOMPARE(Actions::plainText(u"&Open..."_s), u"Open"_s);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }

    void chosenLanguage_isAnnouncedAsLongAsItIsPending()
    {
        installLanguage(*qApp, u"en"_s);
        MainWindow window(MainWindow::Memory::Forget);
        window.setLanguageChoice(u"en"_s);
        window.drawing().setBestWanted(false);
        window.show();
        const auto announced = [&] { return window.banners().has(u"language"_s); };
        const Actions& actions = window.actions();
        actions.languageChinese->trigger();
        QVERIFY(announced());
        actions.languageEnglish->trigger(); // that is in force
        QVERIFY(!announced());
        actions.languageChinese->trigger();
        const QString folder = QStringLiteral(ALIGNSCOPE_SOURCE) + u"/resources/samples/doc_example/doc_example"_s;
        window.session().open(folder + u".onnx"_s, folder + u".json"_s);
        QTRY_VERIFY(window.session().evaluation() != nullptr && !window.busy());
        QVERIFY(announced());
        actions.reload->trigger();
        QTRY_VERIFY(window.session().evaluation() != nullptr && !window.busy());
        QVERIFY(announced());
        window.banners().take(u"language"_s); // as its cross does: it does not come back by itself
        actions.reload->trigger();
        QTRY_VERIFY(window.session().evaluation() != nullptr && !window.busy());
        QVERIFY(!announced());
    }

    void anotherLanguage_takesOverWhatIsOpen()
    {
        installLanguage(*qApp, u"en"_s);
        WindowKeeper keeper(MainWindow::Memory::Forget);
        const auto open = [&](MainWindow& window) {
            window.drawing().setBestWanted(false);
            window.show();
        };
        open(keeper.window());
        std::shared_ptr<const Model> model;
        GraphView::Pose pose;
        int steps = 0;
        const QString folder = QStringLiteral(ALIGNSCOPE_SOURCE) + u"/resources/samples/doc_example/doc_example"_s;
        keeper.window().session().open(folder + u".onnx"_s, folder + u".json"_s);
        QTRY_VERIFY(keeper.window().session().evaluation() != nullptr && !keeper.window().busy());
        {
            MainWindow& window = keeper.window();
            window.session().applyPreset("ppq-setting");
            QVERIFY(window.scenarios().keep(u"Mine"_s));
            window.session().setForceOverlap(Overlap::Off);
            window.session().setMode(CanvasMode::After);
            window.session().selectOperation(OpId(1u));
            window.showTab(2);
            window.actions().hulls->trigger();
            window.findChild<QLineEdit*>(u"searchField"_s)->setText(u"type:Conv"_s);
            window.actions().zoomActual->trigger();
            window.actions().zoomIn->trigger();
            model = window.session().model();
            pose = window.canvas().pose();
            steps = window.session().undoStack().count();
            QVERIFY(steps > 0);
            QCOMPARE(window.actions().fit->text(), u"&Fit"_s);
            window.actions().languageChinese->trigger();
            QPushButton* now = nullptr;
            for (auto* button : window.findChildren<QPushButton*>())
                if (button->text() == u"Change it now"_s) now = button;
            QVERIFY(now != nullptr);
            QTest::mouseClick(now, Qt::LeftButton);
        }
        QTRY_COMPARE(keeper.window().actions().fit->text(), u"\u9002\u5408\u7a97\u53e3(&F)"_s);
        MainWindow& window = keeper.window();
        QVERIFY(window.isVisible() && window.actions().languageChinese->isChecked());
        QCOMPARE(window.session().model(), model); // nothing is read again
        QCOMPARE(window.canvas().drawing(), window.drawing().drawing());
        QVERIFY(window.canvas().drawing() != nullptr);
        QTRY_VERIFY(!window.busy());
        QCOMPARE(window.session().undoStack().count(), steps);
        QVERIFY(window.canvas().layers().hulls);
        QCOMPARE(window.canvas().zoom(), pose.zoom);
        QVERIFY(QLineF(window.canvas().pose().centre, pose.centre).length() < 2);
        QCOMPARE(window.findChild<QLineEdit*>(u"searchField"_s)->text(), u"type:Conv"_s);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        QCOMPARE(window.scenarios().name(0), u"Mine"_s);
        QCOMPARE(window.session().mode(), CanvasMode::After);
        QCOMPARE(window.session().selection().operation, OpId(1u));
        QCOMPARE(window.tab(), 2);
        test::keepPicture(window, u"renewed-chinese"_s);
        installLanguage(*qApp, u"en"_s);
    }

    void dates_areWrittenAsInTheChosenLanguage()
    {
        const QDate date(2026, 11, 27);
        installLanguage(*qApp, u"zh_CN"_s);
        QCOMPARE(QLocale().toString(date, QLocale::LongFormat), QLocale(u"zh_CN"_s).toString(date, QLocale::LongFormat));
        installLanguage(*qApp, u"en"_s);
        QVERIFY(QLocale().toString(date, QLocale::LongFormat).contains(u"November"_s));
    }

    // The tests' desktop has no language of its own, so its words are English.
    void sameWords_needNoOtherWindow()
    {
        QCOMPARE(wordsOf(QString()), wordsOf(u"en"_s));
        QVERIFY(wordsOf(u"zh_CN"_s) != wordsOf(u"en"_s));
        MainWindow window(MainWindow::Memory::Forget);
        window.actions().languageEnglish->trigger();
        QVERIFY(!window.banners().has(u"language"_s));
        window.banners().showProgress(u"loading"_s, u"Opening the model..."_s, {}); // it goes behind what was just asked for
        window.actions().languageChinese->trigger();
        QCOMPARE(window.banners().foremost(), u"language"_s);
        window.actions().languageSystem->trigger();
        QVERIFY(!window.banners().has(u"language"_s));
    }

    // What is being read goes on for the new window, and nobody waits for it.
    void anotherLanguage_whileAModelIsRead()
    {
        installLanguage(*qApp, u"en"_s);
        WindowKeeper keeper(MainWindow::Memory::Forget);
        keeper.window().drawing().setBestWanted(false);
        keeper.window().show();
        std::binary_semaphore gate(0);
        keeper.window().session().pool().setMaxThreadCount(1);
        keeper.window().session().pool().start([&gate] { gate.acquire(); }); // the reading stands behind it
        const QString folder = QStringLiteral(ALIGNSCOPE_SOURCE) + u"/resources/samples/doc_example/doc_example"_s;
        keeper.window().session().open(folder + u".onnx"_s, folder + u".json"_s);
        const QPointer<MainWindow> old = &keeper.window();
        Q_EMIT keeper.window().renewalWanted(u"zh_CN"_s);
        QTRY_VERIFY(old.isNull()); // although the thread is still at work
        MainWindow& window = keeper.window();
        QCOMPARE(window.session().phase(), Session::Phase::Opening);
        QVERIFY(window.banners().has(u"opening"_s));
        gate.release();
        QTRY_VERIFY(window.session().evaluation() != nullptr && !window.busy());
        QVERIFY(!window.banners().has(u"opening"_s) && window.canvas().drawing() != nullptr);
        installLanguage(*qApp, u"en"_s);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(TranslationTest)
#include "translation_test.moc"

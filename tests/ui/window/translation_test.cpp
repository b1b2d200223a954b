// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/text/words.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

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

    // Last: the translators stay installed.
    void window_inChinese_speaksIt()
    {
        installLanguage(*qApp, u"zh_CN"_s);
        QCOMPARE(messageText({MessageCode::Cancelled, {}}), u"\u5df2\u53d6\u6d88\u3002"_s);
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.session().setMethod(Family::Elementwise, Method::Large);
        QCOMPARE(window.actions().fit->text(), u"\u9002\u5408\u7a97\u53e3(&F)"_s);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
};

ALIGNSCOPE_QT_TEST_MAIN(TranslationTest)
#include "translation_test.moc"

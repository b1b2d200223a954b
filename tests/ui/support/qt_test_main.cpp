// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/qt_test_main.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

namespace alignscope::test {
using namespace Qt::StringLiterals;

void keepPicture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("ALIGNSCOPE_PICTURES");
    if (folder.isEmpty()) return;
    QTest::qWait(0); // what was shown just now finds its place
    widget.grab().save(QDir(folder).filePath(name + u".png"_s));
}

int runQtTest(QObject& test, int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"alignscope-tests"_s);
    QCoreApplication::setApplicationName(test.metaObject()->className() == nullptr
                                             ? u"test"_s
                                             : QString::fromLatin1(test.metaObject()->className()));
    QSettings().clear();
    ui::applyTheme(*qApp, ui::ThemeChoice::Light);
    return QTest::qExec(&test, argc, argv);
}

} // namespace alignscope::test

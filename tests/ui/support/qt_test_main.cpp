// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/qt_test_main.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

namespace alignscope::test {
using namespace Qt::StringLiterals;

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

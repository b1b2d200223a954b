// SPDX-License-Identifier: Apache-2.0
// Main function of the window's tests: fixed look and settings of their own.
#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTest>

class QWidget;

namespace alignscope::test {

/// To be called in init(): a warning that no test ignores fails it.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
}

/// A picture of a widget as NAME.png for whoever wants to look: ALIGNSCOPE_PICTURES names a folder.
void keepPicture(QWidget& widget, const QString& name);

int runQtTest(QObject& test, int argc, char** argv);

} // namespace alignscope::test

#define ALIGNSCOPE_QT_TEST_MAIN(Class)                                                             \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        QApplication application(argc, argv);                                                      \
        Class test;                                                                                \
        return alignscope::test::runQtTest(test, argc, argv);                                      \
    }

// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/window_support.h"

#include "ui/window/main_window.h"
#include "ui/window/samples.h"

#include <QCoreApplication>
#include <QTest>

namespace alignscope::test {

using namespace ui;

void settle(MainWindow& window)
{
    QTRY_VERIFY(!window.busy());
    QTRY_VERIFY(!window.session().sweeping());
    QCoreApplication::processEvents();
}

void showModel(MainWindow& window, const std::shared_ptr<const Model>& model, const Scenario& scenario, QSize size)
{
    window.drawing().setBestWanted(false);
    window.session().adopt(model, scenario);
    if (size.isValid()) window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    settle(window);
}

void openSample(MainWindow& window, const QString& id)
{
    for (const Sample& sample : samples())
        if (sample.id == id) {
            const Recent files = unpack(sample);
            window.session().open(files.model, files.quantization);
        }
    QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
}

} // namespace alignscope::test

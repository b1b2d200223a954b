// SPDX-License-Identifier: Apache-2.0
// The window as a whole: start, samples, keys, settings, themes, screen readers, small screens.
#include "tests/support/network_files.h"
#include "tests/support/sample_models.h"
#include "tests/support/scratch.h"
#include "tests/ui/support/qt_test_main.h"
#include "tests/ui/support/window_support.h"
#include "ui/theme/theme.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"
#include "ui/window/samples.h"
#include "ui/window/status_line.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QTabBar>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

using test::keepPicture;
using test::settle;
using test::showModel;

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void start_withoutModel_showsTheWelcomePage()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.findChild<QWidget*>(u"welcomePage"_s)->isVisible());
        QVERIFY(!window.findChild<QDockWidget*>(u"scenarioDock"_s)->isVisible());
        QVERIFY(!window.actions().fit->isEnabled());
        QVERIFY(window.actions().open->isEnabled());
        keepPicture(window, u"welcome"_s);
    }

    void tallModel_opensWhereItCanBeRead()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(3)); // would be fitted at a third of its size
        QVERIFY2(window.canvas().zoom() >= 0.6 && window.canvas().zoom() <= 1.0, qPrintable(QString::number(window.canvas().zoom())));
    }

    // Freeing the many parts of a large model takes long.
    void closedModel_isFreedInAnotherThread()
    {
        std::atomic<QThread*> freedIn = nullptr;
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, std::shared_ptr<const Model>(new Model(*test::residualNetwork(20)), [&](const Model* model) {
            freedIn = QThread::currentThread();
            delete model;
        }));
        window.session().setMethod(Family::Concat, Method::Large);
        const std::weak_ptr<const Drawing> drawing = window.drawing().drawing();
        window.session().close();
        QTRY_VERIFY(freedIn.load() != nullptr);
        QVERIFY(freedIn.load() != QThread::currentThread());
        QVERIFY(drawing.expired());
    }

    void sample_clicked_opensAndIsDrawn()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        auto* card = window.findChild<QAbstractButton*>(u"sample.doc_example"_s);
        QVERIFY(card != nullptr);
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        QVERIFY(window.session().model()->baseline.size() > 0);
        settle(window);
        QVERIFY(window.canvas().isVisible());
        QVERIFY(window.findChild<QDockWidget*>(u"scenarioDock"_s)->isVisible());
        QVERIFY(window.windowTitle().startsWith(u"doc_example.onnx"_s));
    }

    void everySample_opens_withoutNoticeOfLoss()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        const auto cards = window.findChildren<QAbstractButton*>(QRegularExpression(u"^sample\\."_s));
        QVERIFY(cards.size() >= 4);
        for (QAbstractButton* card : cards) {
            QTest::mouseClick(card, Qt::LeftButton);
            QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
            QVERIFY(window.session().model()->slotGraph->sites().size() > 0);
            window.actions().closeModel->trigger();
            QCOMPARE(window.session().phase(), Session::Phase::Empty);
        }
    }

    void keys_ofTheScenario_workOnTheCanvasAndStayInFields()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        window.canvas().setFocus();
        QTest::keyClick(&window.canvas(), Qt::Key_O);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::On);
        QTest::keyClick(&window.canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        window.session().selectOperation(window.session().model()->graph->findOperation("Add1"));
        QTest::keyClick(&window.canvas(), Qt::Key_M);
        QCOMPARE(window.session().scenario().overrides.size(), std::size_t(1));
        QTest::keyClick(&window.canvas(), Qt::Key_D);
        QCOMPARE(window.session().mode(), CanvasMode::After);

        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"mod"_s);
        QCOMPARE(search->text(), u"mod"_s);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        QCOMPARE(window.session().mode(), CanvasMode::After);
    }

    void smallWindow_panelsLieBesideEachOther_andEveryTableCanBeReached()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.session().applyPreset("ppq-setting");
        window.resize(1024, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        settle(window);
        auto* tabs = window.findChild<QTabWidget*>(u"tables"_s);
        QString needs;
        for (int i = 0; i < tabs->count(); ++i)
            needs += u"%1 %2  "_s.arg(tabs->widget(i)->objectName()).arg(tabs->widget(i)->minimumSizeHint().width());
        const auto docks = window.findChildren<QDockWidget*>();
        for (const QDockWidget* a : docks)
            for (const QDockWidget* b : docks)
                QVERIFY2(a == b || !a->geometry().intersects(b->geometry()), qPrintable(a->objectName() + u" lies over "_s + b->objectName() + u": "_s + needs));
        QTabBar* bar = tabs->tabBar();
        for (int i = 0; i < bar->count(); ++i) {
            QVERIFY2(bar->rect().contains(bar->tabRect(i)), qPrintable(bar->tabToolTip(i))); // no arrows to scroll
            QVERIFY(!bar->tabToolTip(i).isEmpty());
            QVERIFY(!bar->accessibleTabName(i).isEmpty());
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
            QCOMPARE(tabs->currentIndex(), i);
            QCOMPARE(bar->tabText(i), bar->accessibleTabName(i)); // the current one says its name
        }
        window.resize(1700, 900);
        QCoreApplication::processEvents();
        for (int i = 0; i < bar->count(); ++i) QCOMPARE(bar->tabText(i), bar->accessibleTabName(i));
    }

    void settings_themeViewAndRecents_areThereAtTheNextStart()
    {
        {
            MainWindow window(MainWindow::Memory::Keep);
            window.drawing().setBestWanted(false);
            window.show();
            window.actions().themeDark->trigger();
            window.actions().wheelZooms->trigger();
            QVERIFY(window.actions().animations->isChecked());
            window.actions().animations->trigger();
            const Recent files = unpack(samples().front());
            window.session().open(files.model, files.quantization);
            QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
            window.showTab(3);
            window.close();
        }
        MainWindow window(MainWindow::Memory::Keep);
        QVERIFY(theme().dark);
        QVERIFY(window.actions().themeDark->isChecked());
        QVERIFY(window.actions().wheelZooms->isChecked());
        QVERIFY(!window.actions().animations->isChecked());
        QCOMPARE(window.findChild<QTabWidget*>(u"tables"_s)->currentIndex(), 3);
        QVERIFY(window.findChild<QAbstractButton*>(u"recent.1"_s) != nullptr);
        applyTheme(*qApp, ThemeChoice::Light);
        QSettings().clear();
    }

    void open_brokenFile_saysSoInABanner()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.show();
        window.session().open(u"/nowhere/model.onnx"_s);
        QTRY_VERIFY(window.banners().has(u"failed"_s));
        QVERIFY(window.banners().text(u"failed"_s).contains(u"/nowhere/model.onnx"_s));
    }

    // Read again, the same graph is seen as it was.
    void reload_keepsPlaceZoomAndSelection()
    {
        test::ScratchFolder folder;
        const QString path = QString::fromStdString(folder.write("network.onnx", test::networkFile(test::NetworkShape::Cnn, 300).bytes()));
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        window.openFiles({path});
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        settle(window);
        const Graph& graph = *window.session().model()->graph;
        const OpId there(static_cast<std::uint32_t>(graph.operationCount() / 2));
        const std::string name = graph.operation(there).id;
        window.session().selectOperation(there);
        window.canvas().zoomActual();
        const auto place = [&] {
            const auto drawing = window.canvas().drawing();
            const OpId found = drawing->model().graph->findOperation(name);
            return window.canvas().fromScene(drawing->node(drawing->nodeOf(found)).rect.center());
        };
        const QPointF before = place();
        const auto old = window.session().model();
        window.actions().reload->trigger();
        QTRY_VERIFY(window.session().model() != old);
        settle(window);
        QCOMPARE(window.canvas().drawing()->modelPointer(), window.session().model());
        QCOMPARE(window.canvas().zoom(), 1.0);
        QVERIFY2((place() - before).manhattanLength() < 2, qPrintable(u"%1, %2"_s.arg(place().x() - before.x()).arg(place().y() - before.y())));
        QCOMPARE(window.session().model()->graph->operation(window.canvas().selection().operation).id, name);
    }

    // What is too large to be read whole is seen from its beginning, wherever something is wrong in it.
    void largeModel_opensAtItsInput()
    {
        test::ScratchFolder folder;
        const QString path = QString::fromStdString(folder.write("network.onnx", test::networkFile(test::NetworkShape::Dense, 400).bytes()));
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        window.openFiles({path});
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        settle(window);
        const auto drawing = window.canvas().drawing();
        const auto input = std::find_if(drawing->nodes().begin(), drawing->nodes().end(), [](const DrawnNode& node) { return node.kind == DrawnNode::Kind::GraphInput; });
        QVERIFY(window.canvas().visibleScene().contains(input->rect));
        QVERIFY(!window.canvas().visibleScene().contains(drawing->bounds()));
    }

    void banners_pictureFollowsTheTheme()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        Banners banners;
        banners.resize(600, 80);
        banners.show(u"info"_s, Banners::Kind::Info, u"An info"_s);
        banners.QWidget::show();
        auto* picture = banners.findChild<QWidget*>(u"bannerPicture"_s);
        const auto inked = [picture] { // without the ground, which follows the style sheet
            QImage image(picture->size(), QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            picture->render(&image, {}, {}, {});
            return image;
        };
        const QImage light = inked();
        applyTheme(*qApp, ThemeChoice::Dark);
        const QImage dark = inked();
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY(dark != light);
        QCOMPARE(inked(), light);
    }

    // The layout tells late what it made of the panels, when the window may have another size already.
    void panels_afterManyQuickSizes_standAsTheyWere()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(3), {}, QSize(1440, 900));
        if (QTest::currentTestFailed()) return;
        const auto sizes = [&] {
            QList<int> all;
            for (const auto& name : {u"scenarioDock"_s, u"inspectorDock"_s, u"tablesDock"_s}) {
                const auto* dock = window.findChild<QDockWidget*>(name);
                all << (name == u"tablesDock"_s ? dock->height() : dock->width());
            }
            return all;
        };
        window.resizeDocks({window.findChild<QDockWidget*>(u"scenarioDock"_s)}, {350}, Qt::Horizontal);
        QCoreApplication::processEvents();
        const QList<int> before = sizes();
        QCOMPARE(before[0], 350);
        for (const QSize size : {QSize(1010, 650), QSize(1440, 900), QSize(700, 450), QSize(1100, 660), QSize(1000, 640), QSize(640, 420), QSize(1300, 640),
                                 QSize(1005, 700), QSize(1440, 900)}) {
            window.resize(size);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(sizes(), before);
    }

    // One message at a time leaves the canvas its room; a button leads to the others.
    void banners_theMostImportantStandsThere_theOthersCanBeReached()
    {
        Banners banners;
        banners.resize(600, 200);
        banners.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&banners));
        const auto visible = [&](const QString& key) { return banners.findChild<QWidget*>(u"banner."_s + key)->isVisible(); };
        auto* more = banners.findChild<QPushButton*>(u"moreBanners"_s);
        banners.show(u"first"_s, Banners::Kind::Info, u"An info"_s);
        QVERIFY(visible(u"first"_s) && !more->isVisible());
        banners.show(u"warning"_s, Banners::Kind::Warning, u"A warning"_s);
        banners.show(u"second"_s, Banners::Kind::Info, u"Another info"_s);
        QVERIFY(visible(u"warning"_s) && !visible(u"first"_s) && !visible(u"second"_s));
        QVERIFY(more->isVisible() && more->text().contains(u'2'));
        QVERIFY(more->toolTip().contains(u"Another info"_s));
        more->setFocus(Qt::TabFocusReason);
        QTest::keyClick(more, Qt::Key_Space);
        QVERIFY(visible(u"warning"_s) && visible(u"first"_s) && visible(u"second"_s));
        QTest::keyClick(more, Qt::Key_Space);
        QVERIFY(!visible(u"first"_s));
        banners.take(u"warning"_s);
        QVERIFY(visible(u"second"_s)); // the newest of its kind
        banners.take(u"second"_s);
        QVERIFY(visible(u"first"_s) && !more->isVisible());
    }

    void nextModel_startsWithoutWhatBelongedToTheLast()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(3), {}, QSize(1024, 700));
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        search->setText(u"conv"_s);
        auto* scroll = window.findChild<QScrollArea*>(u"scenarioScroll"_s)->verticalScrollBar();
        scroll->setValue(scroll->maximum());
        QVERIFY(scroll->value() > 0);
        window.actions().closeModel->trigger();
        QCOMPARE(search->text(), QString());
        showModel(window, test::residualNetwork(3));
        QCOMPARE(scroll->value(), 0);
        const auto labels = window.findChild<StatusLine*>()->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == zoomText(window.canvas().zoom()); }));
    }

    void zoom_ofAHugeGraph_isNotZero()
    {
        QCOMPARE(zoomText(1.0), u"100 %"_s);
        QCOMPARE(zoomText(0.0951), u"9.5 %"_s);
        QCOMPARE(zoomText(0.0002), u"0.020 %"_s);
        QVERIFY(zoomText(0.000002) != u"0 %"_s);
    }

    void toolBar_staysWhereItIs_whateverThePresetIsCalled()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample(), {}, QSize(1280, 800));
        auto* mode = window.findChild<QWidget*>(u"modeControl"_s);
        const int at = mode->x();
        for (const Preset& preset : presets()) {
            window.session().applyPreset(preset.name);
            settle(window);
            QCOMPARE(mode->x(), at);
        }
        window.session().setMethod(Family::Elementwise, Method::Output);
        settle(window);
        QCOMPARE(mode->x(), at);
        window.session().applyPreset("ppq-setting");
        Scenario excepts = window.session().scenario();
        excepts.overrides["Add1"].method = Method::None;
        window.session().edit(excepts, u"exception"_s);
        settle(window);
        QCOMPARE(mode->x(), at);
        QVERIFY(window.findChild<QToolButton*>(u"presetButton"_s)->toolTip().contains(u"exceptions"_s));
    }

    void shortcutSheet_listsEachKeyByTopicAndFindsIt()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.show();
        window.actions().shortcuts->trigger();
        auto* dialog = window.findChild<QDialog*>(u"shortcutsDialog"_s);
        QCoreApplication::processEvents();
        QCOMPARE(dialog->findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
        auto* sheet = dialog->findChild<QWidget*>(u"shortcutSheet"_s);
        QStringList texts;
        QStringList headings;
        for (const QLabel* label : sheet->findChildren<QLabel*>()) {
            texts << label->text();
            if (label->property("role") == u"section"_s) headings << label->text();
        }
        QVERIFY2(headings.size() == 8 && headings.contains(u"Navigate"_s) && headings.contains(u"Steps"_s), qPrintable(headings.join(u' ')));
        for (const QAction* action : window.actions().all()) {
            if (action->shortcut().isEmpty() || action->objectName().startsWith(u"scenario"_s)) continue;
            QCOMPARE(texts.count(action->shortcut().toString(QKeySequence::NativeText)), 1);
        }
        // Two columns where there is room, one where there is not; nothing is cut.
        const auto columns = [sheet] {
            QSet<int> lefts;
            for (const QLabel* label : sheet->findChildren<QLabel*>())
                if (label->property("role") == u"section"_s) lefts << label->x();
            return lefts.size();
        };
        dialog->resize(1150, 680); // as on a usual screen
        QCoreApplication::processEvents();
        keepPicture(*dialog, u"shortcuts"_s);
        QCOMPARE(columns(), 2);
        dialog->resize(560, 420);
        QCoreApplication::processEvents();
        QCOMPARE(columns(), 1);
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            if (label->isVisible()) QVERIFY2(sheet->rect().contains(label->geometry()), qPrintable(label->text()));
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"shortcutFilter"_s), u"breakpoint next"_s);
        QStringList left;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            if (label->isVisible()) left << label->text();
        QCOMPARE(left, QStringList({u"Steps"_s, u"F7"_s, u"Next breakpoint"_s}));
        dialog->close();
    }

    void dialogs_open_withoutWarnings()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        for (QAction* action : {window.actions().properties, window.actions().shortcuts, window.actions().about}) {
            action->trigger();
            auto dialogs = window.findChildren<QDialog*>();
            QVERIFY(!dialogs.isEmpty());
            keepPicture(*dialogs.last(), dialogs.last()->objectName());
            for (QDialog* dialog : dialogs) dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void everyFocusableWidget_hasANameForScreenReaders()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(3));
        window.session().selectSlot(SlotId(0u));
        window.show();
        settle(window);
        QStringList nameless;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled()) continue;
            if (widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QLineEditIconButton")
                || widget->inherits("QComboBoxListView")) continue; // Qt's own
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const QString name = interface != nullptr ? interface->text(QAccessible::Name) : QString();
            if (name.isEmpty()) nameless << u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }

    void shortcuts_areUnique()
    {
        MainWindow window(MainWindow::Memory::Forget);
        QMap<QString, QString> owner;
        QList<QAction*> all = window.actions().all();
        all << window.actions().undo << window.actions().redo;
        for (const QAction* action : all)
            for (const QKeySequence& key : action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!owner.contains(text), qPrintable(text + u" is of "_s + owner.value(text) + u" and "_s + action->text()));
                owner.insert(text, action->text());
            }
        for (int i = 1; i <= 9; ++i) QVERIFY(!owner.contains(u"Ctrl+%1"_s.arg(i)));
    }

    void themes_textColours_areReadable()
    {
        for (const Theme* t : {&lightTheme(), &darkTheme()})
            for (const QColor& ground : {t->window, t->surface, t->raised}) {
                for (const QColor& text : {t->text, t->muted, t->accent, t->good, t->warning, t->bad})
                    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + u" on "_s + ground.name()));
            }
        for (const Theme* t : {&lightTheme(), &darkTheme()}) {
            QVERIFY(contrast(t->onAccent, t->accent) >= 4.5);
            QVERIFY(contrast(t->text, t->accentSoft) >= 4.5);
            QVERIFY(contrast(t->text, t->warningSoft) >= 4.5);
            QVERIFY(contrast(t->text, t->badSoft) >= 4.5);
        }
    }

    // As on a screen of 1600 x 1000 at 200 %.
    void halfAScreen_everythingCanBeReached()
    {
        for (const bool dark : {false, true}) {
            MainWindow window(MainWindow::Memory::Forget);
            window.drawing().setBestWanted(false);
            window.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            window.session().adopt(test::residualNetwork(3));
            window.session().applyPreset("ppq-setting");
            window.resize(1440, 900);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            settle(window);
            const QList<QDockWidget*> docks = window.findChildren<QDockWidget*>();
            const auto dock = [&](const QString& name) { return window.findChild<QDockWidget*>(name); };
            const int wide = dock(u"inspectorDock"_s)->width();
            window.resize(800, 500);
            QCoreApplication::processEvents();
            QCOMPARE(window.size(), QSize(800, 500));
            window.session().selectOperation(OpId(1u));
            QCoreApplication::processEvents();
            keepPicture(window, dark ? u"half-dark"_s : u"half-light"_s);
            QVERIFY2(window.canvas().width() >= 380 && window.canvas().height() >= 150,
                     qPrintable(u"%1 x %2"_s.arg(window.canvas().width()).arg(window.canvas().height())));
            // One of the two side panels is in sight, and a click on its tab brings the other.
            for (const QString& name : {u"scenarioDock"_s, u"inspectorDock"_s}) {
                bool found = false;
                for (auto* bar : window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
                    for (int i = 0; i < bar->count() && !found; ++i) {
                        if (bar->tabText(i) != dock(name)->windowTitle()) continue;
                        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                        found = true;
                    }
                QVERIFY2(found, qPrintable(name));
                QCoreApplication::processEvents();
                const QDockWidget* seen = dock(name);
                QVERIFY2(!seen->visibleRegion().isEmpty() && window.rect().contains(seen->geometry()), qPrintable(name));
                keepPicture(window, u"half-"_s + name);
            }
            QVERIFY(window.rect().contains(dock(u"tablesDock"_s)->geometry()));
            const auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
            QVERIFY(search->isVisible() && window.rect().contains(QRect(search->mapTo(&window, QPoint()), search->size())));
            // With room again all stands where it stood.
            window.resize(1440, 900);
            QCoreApplication::processEvents();
            for (const QDockWidget* a : docks)
                for (const QDockWidget* b : docks)
                    QVERIFY(a == b || !a->geometry().intersects(b->geometry()));
            QCOMPARE(dock(u"inspectorDock"_s)->width(), wide);
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void halfAScreen_emptyTablesSayAllOfIt()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(3), {}, QSize(800, 500));
        if (QTest::currentTestFailed()) return;
        window.showTab(2);
        QCoreApplication::processEvents();
        keepPicture(window, u"half-steps"_s);
        int words = 0;
        for (const auto* label : window.findChild<QWidget*>(u"stepsPanel"_s)->findChildren<QLabel*>()) {
            if (!label->isVisible() || !label->wordWrap() || label->text().isEmpty()) continue;
            ++words;
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
        QVERIFY(words >= 3); // a sentence, what to do, and how to watch
    }

    void smallScreen_panelsScrollInsteadOfBeingCut()
    {
        for (const bool dark : {false, true}) {
            MainWindow window(MainWindow::Memory::Forget);
            window.drawing().setBestWanted(false);
            window.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            window.session().adopt(test::residualNetwork(3));
            Scenario scenario;
            applyPreset(scenario, "ppq-setting");
            window.session().edit(scenario, u"preset"_s);
            window.resize(1024, 700);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            settle(window);
            QCOMPARE(window.size(), QSize(1024, 700));
            QVERIFY(window.canvas().width() >= 380);
            QVERIFY(window.canvas().height() >= 240);
            keepPicture(window, dark ? u"small-dark"_s : u"small-light"_s);
            window.resize(1440, 900);
            QCoreApplication::processEvents();
            window.canvas().fit();
            const SlotId slot = window.session().evaluation()->cascade.changes.front().slot;
            window.session().selectSlot(slot);
            QCoreApplication::processEvents();
            keepPicture(window, dark ? u"large-dark"_s : u"large-light"_s);
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(WindowTest)
#include "window_test.moc"

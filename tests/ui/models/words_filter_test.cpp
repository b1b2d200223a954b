// SPDX-License-Identifier: Apache-2.0
// Filtering and sorting: the same rows whether few are found at once or many bit by bit.
#include "core/base/natural_order.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/models/roles.h"
#include "ui/models/words_filter.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>
#include <random>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

/// Names with numbers that repeat, and numbers beside them.
void fill(QStandardItemModel& model, int rows, std::uint32_t seed)
{
    std::mt19937 random(seed);
    const QStringList kinds{u"conv"_s, u"concat"_s, u"Add"_s, u"pool"_s};
    QList<QList<QStandardItem*>> made;
    for (int row = 0; row < rows; ++row) {
        auto* name = new QStandardItem(u"block%1/%2_%3"_s.arg(QString::number(random() % 20), kinds[static_cast<qsizetype>(random() % 4)], QString::number(random() % 300)));
        name->setData(name->text(), kSortRole);
        auto* number = new QStandardItem;
        const double value = static_cast<double>(random() % 500) / 7;
        number->setData(value, kSortRole);
        number->setText(QString::number(value));
        made << QList<QStandardItem*>{name, number};
    }
    model.setColumnCount(2);
    for (const auto& row : std::as_const(made)) model.appendRow(row);
}

std::vector<int> shownRows(const WordsFilter& filter)
{
    std::vector<int> rows;
    filter.eachRow(std::numeric_limits<std::size_t>::max(), [&](const QModelIndex& source) { rows.push_back(source.row()); });
    return rows;
}

/// What a user expects, found the simple way.
std::vector<int> expectedRows(const QStandardItemModel& model, const QStringList& words, int column, Qt::SortOrder order)
{
    std::vector<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.item(row, 0)->text() + u' ' + model.item(row, 1)->text();
        if (std::all_of(words.begin(), words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); })) rows.push_back(row);
    }
    const auto less = [&](int a, int b) {
        if (column == 1) return model.item(a, 1)->data(kSortRole).toDouble() < model.item(b, 1)->data(kSortRole).toDouble();
        return naturalCompare(QStringView(model.item(a, 0)->text()), QStringView(model.item(b, 0)->text())) < 0;
    };
    if (column >= 0) std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) { return order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    return rows;
}

constexpr int kFew = 700;
constexpr int kMany = 15'000;

} // namespace

class WordsFilterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyTypingAndSorting_showsTheRowsExpected_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("few") << kFew;
        QTest::newRow("many") << kMany;
    }

    void anyTypingAndSorting_showsTheRowsExpected()
    {
        QFETCH(int, rows);
        QStandardItemModel model;
        fill(model, rows, 7);
        WordsFilter filter;
        filter.setSourceModel(&model);
        std::mt19937 random(11);
        const QStringList texts{{}, u"c"_s, u"co"_s, u"con"_s, u"con 7"_s, u"add"_s, u"add 1 block3"_s, u"nothing is called so"_s};
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
        for (int i = 0; i < 40; ++i) {
            const QString text = texts[static_cast<qsizetype>(random() % static_cast<std::uint32_t>(texts.size()))];
            filter.setText(text);
            if (random() % 3 == 0) {
                column = static_cast<int>(random() % 3) - 1;
                order = random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
                filter.sort(column, order); // while the other is still on its way
            }
            QTRY_VERIFY(!filter.working());
            QCOMPARE(shownRows(filter), expectedRows(model, text.split(u' ', Qt::SkipEmptyParts), column, order));
            QCOMPARE(filter.leafCount(), shownRows(filter).size());
        }
    }

    void manyRows_areFoundWhileTheWindowLives()
    {
        QStandardItemModel model;
        fill(model, kMany, 3);
        WordsFilter filter;
        filter.setSourceModel(&model);
        int lived = 0;
        QTimer window;
        connect(&window, &QTimer::timeout, this, [&] { ++lived; });
        window.start(0);
        filter.setText(u"conv"_s);
        QVERIFY(filter.working());
        QCOMPARE(filter.leafCount(), static_cast<std::size_t>(kMany)); // the old rows stay
        QTRY_VERIFY(!filter.working());
        QVERIFY(lived > 0);
        QVERIFY(filter.leafCount() < static_cast<std::size_t>(kMany));
    }

    void manyRows_typedAgain_dropsTheOlderSearch()
    {
        QStandardItemModel model;
        fill(model, kMany, 3);
        WordsFilter filter;
        filter.setSourceModel(&model);
        filter.setText(u"conv"_s);
        filter.sort(0, Qt::DescendingOrder);
        filter.setText(u"pool"_s);
        QTRY_VERIFY(!filter.working());
        QCOMPARE(shownRows(filter), expectedRows(model, {u"pool"_s}, 0, Qt::DescendingOrder));
        filter.setText({});
        filter.sort(-1);
        QVERIFY(!filter.working());
        QCOMPARE(filter.topCount(), kMany);
    }

    void sourceThatIsFilledAnew_whileSearched_isSearchedAnew()
    {
        QStandardItemModel model;
        fill(model, kMany, 3);
        WordsFilter filter;
        filter.setSourceModel(&model);
        filter.setText(u"conv"_s);
        QVERIFY(filter.working());
        model.clear();
        fill(model, kFew, 5);
        QTRY_VERIFY(!filter.working());
        QCOMPARE(shownRows(filter), expectedRows(model, {u"conv"_s}, -1, Qt::AscendingOrder));
    }

    void filterThatDies_whileSorted_leavesNothingBehind()
    {
        QStandardItemModel model;
        fill(model, kMany, 3);
        {
            WordsFilter filter;
            filter.setSourceModel(&model);
            filter.sort(0);
            QTest::qWait(30);
        }
        QTest::qWait(100);
    }

    void view_isGivenPortions_andReachesARow()
    {
        QStandardItemModel model;
        fill(model, kMany, 3);
        WordsFilter filter;
        filter.setSourceModel(&model);
        QVERIFY(filter.rowCount() < kMany);
        QVERIFY(filter.canFetchMore({}));
        QVERIFY(!filter.mapFromSource(model.index(kMany - 1, 0)).isValid());
        const QModelIndex last = filter.reach(model.index(kMany - 1, 0));
        QVERIFY(last.isValid());
        QCOMPARE(last.data(), model.index(kMany - 1, 0).data());
        QCOMPARE(filter.rowCount(), kMany);
        QVERIFY(!filter.canFetchMore({}));
    }

    void selectedRow_staysSelectedThroughFilterAndSort()
    {
        QStandardItemModel model;
        fill(model, kFew, 3);
        WordsFilter filter;
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        const std::vector<int> conv = expectedRows(model, {u"conv"_s}, -1, Qt::AscendingOrder);
        const QModelIndex source = model.index(conv[conv.size() / 2], 0);
        QItemSelectionModel selection(&filter);
        selection.setCurrentIndex(filter.mapFromSource(source), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        filter.setText(u"conv"_s);
        QCOMPARE(filter.mapToSource(selection.currentIndex()), source);
        filter.sort(0, Qt::DescendingOrder);
        QCOMPARE(filter.mapToSource(selection.currentIndex()), source);
        filter.setText(u"pool"_s);
        QVERIFY(!selection.currentIndex().isValid());
    }

    void otherTexts_areSortedAnew()
    {
        QStandardItemModel model;
        fill(model, kFew, 3);
        WordsFilter filter;
        filter.setSourceModel(&model);
        filter.sort(1, Qt::DescendingOrder);
        model.item(kFew / 2, 1)->setData(1e9, kSortRole);
        QCOMPARE(shownRows(filter).front(), kFew / 2);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(WordsFilterTest)
#include "words_filter_test.moc"

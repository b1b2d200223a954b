// SPDX-License-Identifier: Apache-2.0
// Lines of views from far: what is left out because it is drawn already must not be missed.
#include "ui/canvas/far_raster.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>
#include <random>

namespace alignscope::ui {
namespace {

constexpr QRgb kInk = 0xff204060;

QImage empty()
{
    QImage image(200, 160, QImage::Format_RGB32);
    image.fill(0xffffffff);
    return image;
}

} // namespace

class FarRasterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnLines_areTheSamePixels_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QRect>("clip");
        QTest::newRow("thin") << 1 << QRect(0, 0, 200, 160);
        QTest::newRow("wide") << 3 << QRect(0, 0, 200, 160);
        QTest::newRow("within a part") << 2 << QRect(40, 30, 90, 70);
    }

    void drawnLines_areTheSamePixels()
    {
        QFETCH(int, width);
        QFETCH(QRect, clip);
        std::mt19937 random(7);
        const auto at = [&](int most) { return static_cast<double>(random() % static_cast<unsigned>(most * 4)) / 4 - most / 4.0; };
        QImage all = empty();
        QImage fewer = empty();
        QPainter painterOfAll(&all);
        QPainter painterOfFewer(&fewer);
        painterOfAll.setClipRect(clip);
        painterOfFewer.setClipRect(clip);
        const auto raster = FarRaster::on(painterOfAll);
        const auto sparing = FarRaster::on(painterOfFewer);
        QVERIFY(raster && sparing);
        FarRaster::Drawn drawn;
        drawn.reset(*sparing);
        for (int i = 0; i < 3000; ++i) { // out of a box, down a lane, aside, along another, and one that leans
            const double lane = at(200);
            const double row = at(160);
            const std::array<QPointF, 6> points{QPointF(at(200), at(160)), QPointF(lane, at(160)), QPointF(lane, row),
                                                QPointF(at(200), row), QPointF(at(200), row), QPointF(at(200), at(160))};
            raster->polyline(points, kInk, width);
            sparing->polyline(points, kInk, width, drawn);
            if (i % 50 == 0) QCOMPARE(fewer, all);
        }
        QCOMPARE(fewer, all);
        QVERIFY(all != empty());
    }

    void whatIsDrawnAlready_isLeftOut()
    {
        QImage image = empty();
        QPainter painter(&image);
        const auto raster = FarRaster::on(painter);
        QVERIFY(raster);
        FarRaster::Drawn drawn;
        drawn.reset(*raster);
        const std::array<QPointF, 2> lane{QPointF(50, 10), QPointF(50, 150)};
        const std::array<QPointF, 2> part{QPointF(50, 40), QPointF(50, 90)};
        raster->polyline(lane, kInk, 1, drawn);
        QCOMPARE(image.pixel(50, 60), kInk);
        image.setPixel(50, 60, 0xffff0000);
        raster->polyline(part, kInk, 1, drawn);
        QCOMPARE(image.pixel(50, 60), QRgb(0xffff0000));
        drawn.reset(*raster);
        raster->polyline(part, kInk, 1, drawn);
        QCOMPARE(image.pixel(50, 60), kInk);
    }
};

} // namespace alignscope::ui

QTEST_MAIN(alignscope::ui::FarRasterTest)
#include "far_raster_test.moc"

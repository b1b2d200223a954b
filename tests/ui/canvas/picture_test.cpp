// SPDX-License-Identifier: Apache-2.0
// Exported pictures: whole, readable, deterministic.
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/export/picture.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace alignscope::ui {

class PictureTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Model> m_model = alignscope::test::docExample();
    QTemporaryDir m_folder;

    PictureRequest request() const
    {
        PictureRequest r;
        r.drawing = test::placed(m_model);
        r.evaluation = test::aligned(m_model, Overlap::On);
        return r;
    }
    QByteArray written(const PictureRequest& r, const QString& name)
    {
        const QString path = m_folder.filePath(name);
        const auto done = writePicture(r, path);
        if (!done) return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void png_holdsTheWholeGraphAtTwiceTheSize()
    {
        const PictureRequest r = request();
        const QImage image = QImage::fromData(written(r, QStringLiteral("a.png")));
        QCOMPARE(image.size(), (pictureSize(r) * 2.0).toSize());
        QVERIFY(image.height() > 2 * r.drawing->bounds().height());
    }

    void svg_keepsTextAsText()
    {
        const QByteArray svg = written(request(), QStringLiteral("a.svg"));
        QVERIFY(svg.contains("<text"));
        for (const char* word : {"Conv1", "Add1", "0.09134", "doc_example.onnx", "large + overlap"})
            QVERIFY2(svg.contains(word), word);
    }

    void pdf_keepsTextAsText()
    {
        const QByteArray pdf = written(request(), QStringLiteral("a.pdf"));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.contains("/ToUnicode")); // a reader can search and copy
        QByteArray content;
        for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
            const QByteArray header("\0\x10\0\0", 4); // what qUncompress expects before the bytes
            content += qUncompress(header + pdf.mid(at + 7, pdf.indexOf("endstream", at) - at - 7));
        }
        QVERIFY(content.count(" Tj") > 20);
    }

    void largeGraph_keepsItsHeaderReadableInASmallPng()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(40));
        r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
        r.scale = 0.1;
        const QSizeF small = pictureFileSize(r, PictureFormat::Png);
        QCOMPARE(pictureImage(r).size(), small.toSize());
        r.scorecard = false;
        r.legend = false;
        const QSizeF bare = pictureFileSize(r, PictureFormat::Png);
        QVERIFY(bare.height() < 0.11 * pictureSize(r).height() + 60);
        QVERIFY(small.height() - bare.height() > 40); // the header did not shrink
    }

    void neighbourhood_holdsWhatIsJoinedByAnEdge()
    {
        const PictureRequest r = request();
        const auto rectOf = [&](const char* id) {
            return r.drawing->node(r.drawing->nodeOf(m_model->graph->findOperation(id))).rect;
        };
        Selection s;
        s.kind = Selection::Kind::Operation;
        s.operation = m_model->graph->findOperation("Conv3");
        const QRectF area = neighbourhoodArea(*r.drawing, r.evaluation.get(), r.mode, s);
        QVERIFY(area.contains(rectOf("Conv3")));
        QVERIFY(area.contains(rectOf("Conv2")));
        s.kind = Selection::Kind::Group;
        s.slot = test::slotOf(*m_model, "Add1:in:0");
        QVERIFY(neighbourhoodArea(*r.drawing, r.evaluation.get(), r.mode, s).contains(rectOf("Conv1")));
        QVERIFY(neighbourhoodArea(*r.drawing, nullptr, r.mode, {}).isNull());
    }

    void longNames_areElidedInTheHeader()
    {
        auto model = std::make_shared<Model>(*m_model);
        model->name = std::string(400, 'x') + ".onnx";
        PictureRequest r;
        r.drawing = test::placed(model);
        r.evaluation = test::aligned(model, Overlap::On);
        QVERIFY(pictureSize(r).width() < 1000);
        const QByteArray svg = written(r, QStringLiteral("long.svg"));
        const auto drawn = svg.indexOf("</title>"); // the title of the document is the whole name
        QVERIFY(drawn > 0);
        QVERIFY(!svg.mid(drawn).contains(model->name.c_str()));
        QVERIFY(svg.mid(drawn).contains("xxxx"));
    }

    void stoppedTask_leavesNoFile()
    {
        std::stop_source stop;
        stop.request_stop();
        Task task;
        task.stop = stop.get_token();
        const QString path = m_folder.filePath(QStringLiteral("never.svg"));
        QVERIFY(!writePicture(request(), path, task));
        QVERIFY(!QFile::exists(path));
    }

    void sameRequest_sameBytes()
    {
        QCOMPARE(written(request(), QStringLiteral("b.png")), written(request(), QStringLiteral("c.png")));
        QCOMPARE(written(request(), QStringLiteral("b.svg")), written(request(), QStringLiteral("c.svg")));
    }

    void options_changeThePicture()
    {
        PictureRequest r = request();
        const QSizeF whole = pictureSize(r);
        r.legend = false;
        r.scorecard = false;
        QVERIFY(pictureSize(r).width() < whole.width());
        QVERIFY(pictureSize(r).height() < whole.height());
        const QImage light = pictureImage(r);
        r.dark = true;
        QVERIFY(pictureImage(r) != light);
        r.area = QRectF(0, 0, 100, 100);
        r.scale = 1;
        QCOMPARE(pictureImage(r).size(), QSize(140, 140));
    }

    void hugeGraph_isScaledIntoWhatAnImageCanHold()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(600));
        const QImage image = pictureImage(r);
        QVERIFY(!image.isNull());
        QVERIFY(image.height() <= 32000);
    }

    void badTarget_isRefusedWithASentence()
    {
        const auto kind = writePicture(request(), m_folder.filePath(QStringLiteral("a.bmp")));
        QVERIFY(!kind);
        QVERIFY(QString::fromStdString(sentence(kind.error())).contains(QStringLiteral(".svg")));
        QVERIFY(!writePicture(request(), QStringLiteral("/nonexistent/folder/a.png")));
    }
};

} // namespace alignscope::ui

QTEST_MAIN(alignscope::ui::PictureTest)
#include "picture_test.moc"

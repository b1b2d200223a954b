// SPDX-License-Identifier: Apache-2.0
// Exported pictures: whole, readable, deterministic.
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/legend.h"
#include "ui/export/picture.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMap>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace alignscope::ui {
namespace {

// What a reader copies from a PDF: its pieces of text in the order in which they were drawn.
QStringList textsOf(const QByteArray& pdf)
{
    const QString file = QString::fromLatin1(pdf); // a character for each byte
    const auto object = [&](const QString& number) {
        const qsizetype at = file.indexOf(QStringLiteral("\n%1 0 obj").arg(number));
        return file.mid(at, file.indexOf(QStringLiteral("endobj"), at) - at);
    };
    QMap<QString, QMap<QString, QString>> fonts; // what its glyphs stand for
    static const QRegularExpression named(QStringLiteral("/F(\\d+) (\\d+) 0 R"));
    static const QRegularExpression unicode(QStringLiteral("/ToUnicode (\\d+) 0 R"));
    static const QRegularExpression range(QStringLiteral("<(\\w{4})> <(\\w{4})> (?:<(\\w{4})>|\\[([^\\]]*)\\])"));
    for (auto it = named.globalMatch(file); it.hasNext();) {
        const auto font = it.next();
        auto& glyphs = fonts[QStringLiteral("F") + font.captured(1)];
        const QString map = object(unicode.match(object(font.captured(2))).captured(1));
        for (auto at = range.globalMatch(map, map.indexOf(QStringLiteral("beginbfrange"))); at.hasNext();) {
            const auto found = at.next();
            const QStringList list = found.captured(4).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            const uint first = found.captured(1).toUInt(nullptr, 16);
            for (uint glyph = first; glyph <= found.captured(2).toUInt(nullptr, 16); ++glyph) {
                const uint index = glyph - first;
                const uint code = list.isEmpty() ? found.captured(3).toUInt(nullptr, 16) + index
                                                 : list.value(static_cast<int>(index)).mid(1, 4).toUInt(nullptr, 16);
                glyphs[QStringLiteral("%1").arg(glyph, 4, 16, QLatin1Char('0'))] = QString(QChar(code));
            }
        }
    }
    QStringList texts;
    static const QRegularExpression token(QStringLiteral("BT|/(F\\d+) [\\d.]+ Tf|<(\\w+)> Tj"));
    for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
        const QByteArray header("\0\x10\0\0", 4); // what qUncompress expects before the bytes
        const QByteArray bytes = pdf.mid(at + 7, pdf.indexOf("endstream", at) - at - 7);
        if (!bytes.startsWith('x')) continue; // zlib's first byte
        const QString content = QString::fromLatin1(qUncompress(header + bytes));
        if (!content.contains(QStringLiteral(" Tf"))) continue;
        QString font;
        for (auto it = token.globalMatch(content); it.hasNext();) {
            const auto found = it.next();
            if (!found.captured(1).isEmpty()) font = found.captured(1);
            else if (found.captured(2).isEmpty()) texts << QString();
            else
                for (qsizetype i = 0; i + 4 <= found.captured(2).size(); i += 4)
                    texts.last() += fonts[font].value(found.captured(2).mid(i, 4).toLower());
        }
    }
    return texts;
}

} // namespace

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
        const QStringList texts = textsOf(written(request(), QStringLiteral("a.pdf")));
        for (const char* word : {"Conv1", "0.09134", "doc_example.onnx", "requantize edges", "Aligned to its master"})
            QVERIFY2(texts.contains(QString::fromLatin1(word)), word);
    }

    void pdf_namesAndNumbersCanBeCopied()
    {
        PictureRequest r;
        const auto model = alignscope::test::residualNetwork(3);
        // Where it is there, a font with glyphs of their own for digits beside letters.
        const QFont font(QStringLiteral("Noto Sans CJK SC"));
        const auto boxes = Drawing::make(model, drawingFonts(font), {});
        r.drawing = boxes->withLayout(*layout::layoutFast(boxes->inputGraph()));
        r.evaluation = test::aligned(model, Overlap::On);
        const QRectF whole = r.drawing->bounds();
        for (const bool dark : {false, true})
            for (const QRectF& area : {QRectF(), QRectF(whole.left(), whole.top(), whole.width(), whole.height() / 2)}) {
                r.dark = dark;
                r.area = area;
                const QStringList texts = textsOf(written(r, QStringLiteral("names.pdf")));
                int named = 0;
                for (const DrawnNode& node : r.drawing->nodes()) {
                    if (!area.isNull() && !area.contains(node.rect)) continue;
                    ++named;
                    for (const QString& text : {node.type, node.name})
                        QVERIFY2(text.isEmpty() || texts.contains(text), qPrintable(text + QStringLiteral(" in ") + texts.join(QStringLiteral(" | "))));
                }
                QVERIFY(named > 5);
                QVERIFY(texts.contains(QStringLiteral("G1")));
            }
    }

    void pdf_inChinese_canBeCopied()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/alignscope_zh_CN.qm")));
        QCoreApplication::installTranslator(&translator);
        const PictureRequest r = request();
        const QString text = textsOf(written(r, QStringLiteral("zh.pdf"))).join(QString());
        QWidget parent;
        Legend legend(&parent);
        legend.setContent(legendContent(*r.drawing, CanvasLook(r.evaluation, r.mode), r.layers));
        QStringList captions = legend.accessibleDescription().split(QStringLiteral("; "));
        QVERIFY(captions.size() > 5);
        QCoreApplication::removeTranslator(&translator);
        for (const QString& caption : captions) QVERIFY2(text.contains(caption), qPrintable(caption + QStringLiteral(" in ") + text));
    }

    void svgOfAnArea_showsNothingOfTheGraphBesideIt()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(6));
        const QRectF whole = r.drawing->bounds();
        r.area = QRectF(whole.left() + 40, whole.top() + 300, whole.width() - 80, 200);
        QSvgRenderer svg(written(r, QStringLiteral("area.svg")));
        QVERIFY(svg.isValid());
        const QRectF box = svg.viewBoxF();
        const QRectF more = box.adjusted(-30, -150, 30, 150); // as a viewer of another shape shows it
        svg.setViewBox(more);
        QImage image(more.size().toSize(), QImage::Format_RGB32);
        const QColor outside(Qt::white);
        image.fill(outside);
        QPainter painter(&image);
        svg.render(&painter, QRectF(image.rect()));
        painter.end();
        const QColor canvas = canvasPalette(false).canvas;
        const QRect inner(QPoint(50, 170), pictureSize(r).toSize() - QSize(40, 40)); // margins of 20
        bool graphSeen = false;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                const bool plain = color == canvas || color == outside;
                if (inner.adjusted(-1, -1, 1, 1).contains(x, y)) graphSeen = graphSeen || !plain;
                else QVERIFY2(plain, qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
            }
        QVERIFY(graphSeen);
    }

    void largeGraph_keepsItsHeaderReadableInASmallPng()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(40));
        r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
        r.scale = 0.1;
        const QSizeF small = pictureFile(r, PictureFormat::Png).size;
        QCOMPARE(pictureImage(r).size(), small.toSize());
        r.scorecard = false;
        r.legend = false;
        const QSizeF bare = pictureFile(r, PictureFormat::Png).size;
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
        QVERIFY(QString::fromUtf8(svg).contains(QStringLiteral(u"xx\u2026xx"))); // seen
        QCOMPARE(svg.count('>' + QByteArray(model->name.c_str()) + "</text>"), 1); // found
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

    // In every form: soon, and whatever has been written is gone.
    void stoppedWhilePainting_leavesNoFile()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(400));
        r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
        r.mode = CanvasMode::Difference;
        for (const char* name : {"stopped.svg", "stopped.png", "stopped.pdf"}) {
            std::stop_source stop;
            int reports = 0;
            double last = 0;
            Task task;
            task.stop = stop.get_token();
            task.progress = [&](double fraction) {
                QVERIFY(fraction >= last);
                last = fraction;
                ++reports;
                if (fraction > 0.2) stop.request_stop();
            };
            QVERIFY2(!writePicture(r, m_folder.filePath(QLatin1String(name)), task), name);
            QVERIFY2(reports > 10 && last > 0.2 && last < 0.25, name); // no more than a few steps after it
        }
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files)) QVERIFY2(!name.contains(QStringLiteral("stopped")), qPrintable(name));
    }

    void svg_holdsEachTextOnceAndSharesItsLooks()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(100));
        r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
        r.mode = CanvasMode::Difference; // most of it is lit
        const QByteArray svg = written(r, QStringLiteral("large.svg"));
        int operations = 0;
        for (const DrawnNode& node : r.drawing->nodes()) {
            if (!node.operation) continue;
            ++operations;
            QVERIFY(!node.name.isEmpty());
            QCOMPARE(svg.count('>' + node.name.toUtf8() + "</text>"), 1);
        }
        QVERIFY(operations > 300);
        QVERIFY(svg.count("<style>") < 120);
        QCOMPARE(svg.count("fill:"), svg.count("<style>")); // looks are written nowhere else
        QVERIFY2(svg.size() < 4000 * operations, qPrintable(QString::number(svg.size() / operations)));
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void size_isToldBeforehand()
    {
        for (const std::size_t blocks : {3U, 150U})
            for (const CanvasMode mode : {CanvasMode::After, CanvasMode::Difference})
                for (const bool part : {false, true}) {
                    PictureRequest r;
                    r.drawing = test::placed(alignscope::test::residualNetwork(blocks, "backbone/stages.2/bottleneck/"));
                    r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
                    r.mode = mode;
                    const QRectF whole = r.drawing->bounds();
                    if (part) r.area = QRectF(whole.left(), whole.top(), whole.width(), whole.height() / 2);
                    for (const char* name : {"size.svg", "size.pdf"}) {
                        const auto size = static_cast<double>(written(r, QLatin1String(name)).size());
                        const double said = pictureFile(r, *pictureFormatOf(QLatin1String(name))).bytes;
                        QVERIFY2(said > 0.85 * size && said < 1.15 * size,
                                 qPrintable(QStringLiteral("%1 of %2 blocks: %3 of %4").arg(QLatin1String(name)).arg(blocks).arg(said).arg(size)));
                    }
                }
    }

    // Names too long for their boxes: found and copied whole, while the shortened ones are seen.
    void shortenedNames_areWholeInSvgAndPdf()
    {
        PictureRequest r = request();
        const auto model = alignscope::test::residualNetwork(4, "backbone/stages.2/bottleneck/");
        r.drawing = test::placed(model);
        r.evaluation = test::aligned(model, Overlap::On);
        const QString svg = QString::fromUtf8(written(r, QStringLiteral("names.svg")));
        const QByteArray pdf = written(r, QStringLiteral("names.pdf"));
        const QStringList texts = textsOf(pdf);
        QStringList shortened;
        for (const DrawnNode& node : r.drawing->nodes()) {
            const QString shown = node.kind == DrawnNode::Kind::Operation ? node.name : node.type;
            QVERIFY(svg.contains(u'>' + node.fullName + QStringLiteral("</text>")));
            QVERIFY2(texts.contains(node.fullName), qPrintable(node.fullName));
            if (shown == node.fullName) continue;
            shortened << shown;
            QVERIFY(svg.contains(u'>' + shown + QStringLiteral("</text>")));
            QVERIFY(svg.contains(QStringLiteral("<title>") + node.fullName + QStringLiteral("</title>")));
            QVERIFY(!texts.contains(shown)); // else both were copied
        }
        QVERIFY(shortened.size() > 5);
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        // Seen are the shortened ones: as in the PNG.
        r.scale = 1;
        const QImage png = QImage::fromData(written(r, QStringLiteral("names.png"))).convertToFormat(QImage::Format_RGB32);
        QImage drawn(png.size(), QImage::Format_RGB32);
        QSvgRenderer renderer(svg.toUtf8());
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        qint64 off = 0;
        for (int y = 0; y < png.height(); ++y)
            for (int x = 0; x < png.width(); ++x) off += std::abs(qGray(png.pixel(x, y)) - qGray(drawn.pixel(x, y)));
        QVERIFY2(off < 3 * png.width() * png.height(), qPrintable(QString::number(off / (png.width() * png.height()))));
    }

    void legend_explainsWhatIsInThePicture()
    {
        PictureRequest r = request();
        const QByteArray whole = written(r, QStringLiteral("legend.svg"));
        r.area = r.drawing->node(r.drawing->nodeOf(m_model->graph->findOperation("Conv1"))).rect.adjusted(-5, -30, 5, 5);
        const QByteArray part = written(r, QStringLiteral("legend_part.svg"));
        for (const char* sign : {"Inputs on one scale", "Aligned here, by this method"}) {
            QVERIFY2(whole.contains(sign), sign);
            QVERIFY2(!part.contains(sign), sign);
        }
        QVERIFY(part.contains("Holds weights or other constants"));
    }

    // An area is what is in the file, and what runs on beyond it is cut by a clip.
    void svgOfAnArea_holdsNothingFarBeyondIt()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(100));
        r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
        const QByteArray whole = written(r, QStringLiteral("whole.svg"));
        r.area = r.drawing->node(0).rect.adjusted(-10, -10, 10, 10);
        r.legend = r.scorecard = false;
        const QByteArray part = written(r, QStringLiteral("part.svg"));
        QVERIFY(part.size() < whole.size() / 20);
        QVERIFY(part.contains("<clipPath"));
    }

    void svgAndPng_lookAlike()
    {
        PictureRequest r = request();
        r.scale = 1;
        r.mode = CanvasMode::Difference;
        const QImage png = QImage::fromData(written(r, QStringLiteral("alike.png"))).convertToFormat(QImage::Format_RGB32);
        QImage svg(png.size(), QImage::Format_RGB32);
        svg.fill(Qt::magenta);
        QSvgRenderer renderer(written(r, QStringLiteral("alike.svg")));
        QVERIFY(renderer.isValid());
        QPainter painter(&svg);
        renderer.render(&painter);
        painter.end();
        qint64 off = 0;
        for (int y = 0; y < png.height(); ++y)
            for (int x = 0; x < png.width(); ++x) off += std::abs(qGray(png.pixel(x, y)) - qGray(svg.pixel(x, y)));
        QVERIFY2(off < 3 * png.width() * png.height(), qPrintable(QString::number(off / (png.width() * png.height()))));
    }

    void longPdf_liesOnPagesThatCanBeRead()
    {
        PictureRequest r;
        r.drawing = test::placed(alignscope::test::residualNetwork(300));
        r.evaluation = test::aligned(r.drawing->modelPointer(), Overlap::On);
        const PictureFile file = pictureFile(r, PictureFormat::Pdf);
        QVERIFY(file.pages > 1);
        QVERIFY(file.size.height() <= 14400);
        QVERIFY(file.size.height() * file.pages >= 0.75 * pictureSize(r).height()); // not shrunk
        const QByteArray pdf = written(r, QStringLiteral("long.pdf"));
        QCOMPARE(pdf.count("/Type /Page\n"), file.pages);
        QCOMPARE(pictureFile(request(), PictureFormat::Pdf).pages, 1);
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

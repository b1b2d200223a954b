// SPDX-License-Identifier: Apache-2.0
#include "ui/export/picture.h"

#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/drawing_builder.h"
#include "ui/canvas/emphasis.h"
#include "ui/canvas/hit_test.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/painter_p.h"
#include "ui/export/pdf_text.h"
#include "ui/export/svg_writer.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <optional>

namespace alignscope::ui {
namespace {

constexpr double kMargin = 20;
constexpr std::size_t kMostArcs = 12;  // more would cover the graph, and swing out of the picture
constexpr double kArcRoom = 48;        // for arcs that pass beside the outermost boxes
constexpr double kMostPixels = 160e6; // of a PNG: 640 MB while it is painted
constexpr double kUsualScale = 2;     // device pixels per pixel of a PNG
constexpr double kMostSide = 32000;   // QPainter's raster engine works in 16 bits

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

// Where everything goes. The graph may be drawn smaller than the texts around it.
struct Plan {
    QRectF area;       // of the scene
    QRectF graph;      // where it goes in the picture
    QRectF legend;
    QSizeF size;
    double zoom = 1;   // of the graph
    double header = 0; // its height; 0: there is none
};

constexpr double kPointsPerPixel = 0.75; // one scene pixel is one CSS pixel
constexpr double kMostPoints = 14000;    // of a side of a PDF's page; readers take 14,400
constexpr double kMostBoxes = 4000;      // on a page, so that it opens, and is packed, without a wait

// How a picture is cut into the pages of a PDF.
struct Pages {
    int columns = 1;
    int rows = 1;
    QSizeF size; // of each, in pixels of the picture
};

QFont baseFont(const PictureRequest& request) { return request.drawing->fonts().name; }

std::optional<CanvasLook> lookOf(const PictureRequest& request)
{
    if (!request.evaluation || request.evaluation->model->graph != request.drawing->model().graph) return {};
    return std::optional<CanvasLook>(std::in_place, request.evaluation, request.mode, request.variants);
}

struct HeaderFonts {
    explicit HeaderFonts(const PictureRequest& request)
        : title(request.drawing->fonts().type), text(request.drawing->fonts().name)
    {
        title.setPixelSize(16);
        text.setPixelSize(12);
        strong = text;
        strong.setWeight(QFont::DemiBold);
    }
    QFont title;
    QFont text;
    QFont strong;
};

constexpr double kTitleGap = 14;
constexpr double kNameGap = 6;
constexpr double kCellGap = 20;
constexpr double kHeaderWidth = 560; // of a picture whose graph is narrower
constexpr double kTitleLine = 20;
constexpr double kCellLine = 20;

QString titleText(const PictureRequest& request)
{
    return QString::fromStdString(request.evaluation->model->name);
}
QString subtitleText(const PictureRequest& request)
{
    if (request.variants.all) { // the key to the chips
        QStringList names;
        for (qsizetype i = 0; i < request.variants.names.size(); ++i) names << variantLetter(static_cast<std::size_t>(i)) + u' ' + request.variants.names[i];
        return Text::tr("%1 against A: %2").arg(variantLetter(request.variants.shown), names.join(QStringLiteral(", ")));
    }
    const Scenario& scenario = request.evaluation->scenario;
    return request.mode == CanvasMode::Before || scenario.isIdentity() ? Text::tr("as loaded") : scenarioText(scenario);
}

std::vector<std::pair<QString, QString>> scorecardCells(const Summary& s)
{
    const auto pair = [](std::size_t a, std::size_t b) {
        return QStringLiteral("%1 \u2192 %2").arg(a).arg(b);
    };
    return {
        {Text::tr("requantize edges"), pair(s.requantizeEdgesBefore, s.requantizeEdgesAfter)},
        {Text::tr("misaligned"), pair(s.misalignedOperationsBefore, s.misalignedOperationsAfter)},
        {Text::tr("slots changed"), QString::number(s.movedSlots)},
        {Text::tr("worst bits lost"), QString::fromStdString(toShortText(s.worstBitsLost, 3))},
        {Text::tr("clipped tensors"), QString::number(s.clippedTensors)},
        {Text::tr("broken promises"), QString::number(s.brokenPromises)},
    };
}

// The header's lines of text for a picture so wide: title and settings, on one line where both fit,
// then the numbers, as many in a line as there is room for. Without a painter it only measures.
// Returns the height, the rule below and the gap to the graph included.
double layHeader(QPainter* painter, const PictureRequest& request, double width)
{
    const CanvasPalette& palette = canvasPalette(request.dark);
    const HeaderFonts fonts(request);
    const QFontMetricsF title(fonts.title);
    const QFontMetricsF text(fonts.text);
    const QFontMetricsF strong(fonts.strong);
    const double room = width - 2 * kMargin;
    const auto write = [&](double x, double y, const QString& words, const QFont& font, const QColor& color) {
        if (painter == nullptr) return;
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(QPointF(x, y), words);
    };
    double y = kMargin + 14;
    const QString name = title.elidedText(titleText(request), Qt::ElideMiddle, room);
    write(kMargin, y, name, fonts.title, palette.text);
    const double after = title.horizontalAdvance(name) + kTitleGap;
    const QString settings = subtitleText(request);
    const bool sameLine = after + text.horizontalAdvance(settings) <= room;
    if (!sameLine) y += kTitleLine;
    write(kMargin + (sameLine ? after : 0.0), y, text.elidedText(settings, Qt::ElideRight, room), fonts.text,
          palette.secondaryText);

    y += kCellLine + 4;
    double x = kMargin;
    for (const auto& [cell, value] : scorecardCells(request.evaluation->cascade.summary)) {
        const double wide = text.horizontalAdvance(cell) + kNameGap + strong.horizontalAdvance(value);
        if (x > kMargin && x + wide > kMargin + room) {
            x = kMargin;
            y += kCellLine;
        }
        write(x, y, cell, fonts.text, palette.secondaryText);
        write(x + text.horizontalAdvance(cell) + kNameGap, y, value, fonts.strong, palette.text);
        x += wide + kCellGap;
    }
    y += 12;
    if (painter != nullptr) painter->fillRect(QRectF(kMargin, y, room, 1), palette.boxBorder);
    return y + 12;
}

Plan planOf(const PictureRequest& request, const CanvasLook* look, double zoom)
{
    Plan plan;
    plan.zoom = zoom;
    plan.area = request.area.isNull() ? request.drawing->bounds() : request.area;
    const double side = look && request.area.isNull() ? std::max(kMargin, kArcRoom * zoom) : kMargin;
    double width = plan.area.width() * zoom + 2 * side;
    QSizeF legend;
    if (request.legend && look) {
        legend = legendSize(legendContent(*request.drawing, *look, request.layers), baseFont(request));
        width += legend.width() + kMargin;
    }
    if (request.scorecard && look) {
        width = std::max(width, kHeaderWidth);
        plan.header = layHeader(nullptr, request, width);
    }
    const double top = plan.header > 0 ? plan.header : kMargin;
    plan.graph = {side, top, plan.area.width() * zoom, plan.area.height() * zoom};
    double height = plan.graph.bottom() + kMargin;
    if (!legend.isEmpty()) {
        plan.legend = {QPointF(plan.graph.right() + side, top), legend};
        height = std::max(height, plan.legend.bottom() + kMargin);
    }
    plan.size = {std::ceil(width), std::ceil(height)};
    return plan;
}

Pages pagesOf(const PictureRequest& request, const Plan& plan)
{
    const auto needed = [](double pixels) { return std::max(1, static_cast<int>(std::ceil(pixels * kPointsPerPixel / kMostPoints))); };
    Pages pages{needed(plan.size.width()), needed(plan.size.height()), {}};
    const auto boxes = static_cast<double>(request.drawing->nodeGrid().count(plan.area));
    const int least = static_cast<int>(std::ceil(boxes / kMostBoxes / (pages.columns * pages.rows)));
    (plan.size.height() >= plan.size.width() ? pages.rows : pages.columns) *= std::max(1, least);
    pages.size = {std::ceil(plan.size.width() / pages.columns), std::ceil(plan.size.height() / pages.rows)};
    return pages;
}

// What of the graph stands out.
struct Lit {
    Emphasis emphasis;   // of the selection
    Emphasis difference; // of the mode
};

Lit litOf(const PictureRequest& request, const CanvasLook* look)
{
    Lit lit;
    if (look == nullptr) return lit;
    lit.emphasis = emphasisOf(*request.drawing, *look, request.selection, Attention::Selected);
    if (lit.emphasis.dimsOthers || request.mode != CanvasMode::Difference) return lit;
    lit.difference = differenceEmphasis(*request.drawing, *look);
    if (lit.emphasis.arcs.empty()) lit.emphasis.arcs = newBindingArcs(*look, kMostArcs);
    return lit;
}

// About as many as a CanvasPainter counts.
std::size_t stepsOf(const Drawing& drawing) { return 5 * drawing.edges().size() + 4 * drawing.nodes().size(); }

// The part of the picture that `part` is. `seen`: device pixels per pixel of the picture, which
// decides how much detail is drawn.
void paint(QPainter& painter, const PictureRequest& request, const CanvasLook* look, const Plan& plan, const Lit& lit,
           const QRectF& part, double seen, PaintPace& pace)
{
    const CanvasPalette& palette = canvasPalette(request.dark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(part, palette.canvas);

    painter.save();
    const double out = kMargin / 2; // what stands at the rim is not cut
    const QRectF room = request.area.isNull() ? plan.graph.adjusted(-plan.graph.left() + out, -out, plan.graph.left() - out, out)
                                              : plan.graph;
    painter.setClipRect(room & part);
    CanvasViewport view;
    view.zoom = plan.zoom * seen;
    view.toDevice = QTransform(plan.zoom, 0, 0, plan.zoom, plan.graph.left() - plan.area.left() * plan.zoom,
                               plan.graph.top() - plan.area.top() * plan.zoom);
    const bool whole = part.contains(plan.graph);
    view.visible = whole ? plan.area : view.toDevice.inverted().mapRect(room & part);
    const CanvasScene scene{request.drawing.get(), look, nullptr, &palette, request.layers, &pace};
    CanvasPainter canvas;
    const bool dims = lit.emphasis.dimsOthers;
    const bool differs = look != nullptr && !dims && request.mode == CanvasMode::Difference;
    const Emphasis* const over = dims ? &lit.emphasis : differs ? &lit.difference : nullptr;
    canvas.paintBase(painter, scene, view, CanvasPainter::Ground::Plain, over);
    canvas.paintDecorations(painter, scene, view, over, dims ? 1.0 : 0.75);
    if (look != nullptr) {
        if (!dims) canvas.paintEmphasis(painter, scene, view, lit.emphasis, 1.0);
        if (request.layers.bindings) canvas.paintArcs(painter, scene, view, lit.emphasis);
        canvas.paintByHand(painter, scene, view);
        canvas.paintVariants(painter, scene, view, lit.emphasis);
    }
    canvas.paintSelection(painter, scene, view, request.selection, palette.accent, 2.2);
    painter.restore();
    if (!request.area.isNull()) {
        const QRectF& in = plan.graph;
        // Some viewers of SVG know no clipping: what runs on beyond the area is covered, also where a viewer
        // shows more than the picture because it rounds its size.
        const QRectF all = QRectF(QPointF(0, 0), plan.size) | request.drawing->bounds().translated(in.topLeft() - plan.area.topLeft());
        painter.fillRect(QRectF(all.topLeft(), QPointF(all.right(), in.top())), palette.canvas);
        painter.fillRect(QRectF(QPointF(all.left(), in.bottom()), all.bottomRight()), palette.canvas);
        painter.fillRect(QRectF(QPointF(all.left(), in.top()), in.bottomLeft()), palette.canvas);
        painter.fillRect(QRectF(in.topRight(), QPointF(all.right(), in.bottom())), palette.canvas);
    }
    if (plan.header > 0 && part.top() < plan.header && part.left() <= 0) layHeader(&painter, request, plan.size.width());

    if (plan.legend.isEmpty() || !part.intersects(plan.legend)) return;
    painter.save();
    painter.translate(plan.legend.topLeft());
    paintLegend(painter, legendContent(*request.drawing, *look, request.layers), baseFont(request), palette);
    painter.restore();
}

void paintWhole(QPainter& painter, const PictureRequest& request, const CanvasLook* look, const Plan& plan, double seen, const Task& task)
{
    PaintPace pace(task, stepsOf(*request.drawing));
    if (task.stopped()) return;
    const Lit lit = litOf(request, look);
    if (!task.stopped()) paint(painter, request, look, plan, lit, {QPointF(0, 0), plan.size}, seen, pace);
}

// A PNG: where the graph goes at which zoom, and device pixels per pixel of that.
struct Raster {
    Plan plan;
    double scale = 1;
};

Raster rasterOf(const PictureRequest& request, const CanvasLook* look)
{
    const auto most = [](const QSizeF& size) {
        return std::min({kMostSide / size.width(), kMostSide / size.height(),
                         std::sqrt(kMostPixels / (size.width() * size.height()))});
    };
    const double wanted = request.scale > 0 ? request.scale : kUsualScale;
    Raster raster{planOf(request, look, 1), 1};
    raster.scale = std::min(wanted, most(raster.plan.size));
    if (raster.scale >= 1) return raster;
    // Texts around the graph do not shrink with it; a second round covers what they take.
    double zoom = raster.scale;
    for (int i = 0; i < 3; ++i) {
        raster.plan = planOf(request, look, zoom);
        raster.scale = std::min(1.0, most(raster.plan.size));
        if (raster.scale >= 1) break;
        zoom *= raster.scale;
    }
    return raster;
}

QImage imageOf(const PictureRequest& request, const Task& task)
{
    const auto look = lookOf(request);
    const Raster raster = rasterOf(request, look ? &*look : nullptr);
    QImage image((raster.plan.size * raster.scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) return image;
    QPainter painter(&image);
    painter.scale(raster.scale, raster.scale);
    // Enlarged, a picture shows what it shows at its own size.
    paintWhole(painter, request, look ? &*look : nullptr, raster.plan, std::min(1.0, raster.scale), task);
    return image;
}

// Hands on to a file until the task is stopped.
class TaskFile : public QIODevice {
public:
    TaskFile(QIODevice& file, const Task& task) : m_file(file), m_task(task) { open(WriteOnly | Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override { return m_task.stopped() ? -1 : m_file.write(data, size); }

private:
    QIODevice& m_file;
    const Task& m_task;
};

void writeSvg(const PictureRequest& request, QIODevice& out, const Task& task)
{
    const auto look = lookOf(request);
    const Plan plan = planOf(request, look ? &*look : nullptr, 1);
    SvgWriter svg(out, plan.size, QString::fromStdString(request.drawing->model().name));
    QPainter painter(&svg);
    paintWhole(painter, request, look ? &*look : nullptr, plan, 1, task);
}

void writePdf(const PictureRequest& request, QIODevice& out, const Task& task)
{
    const auto look = lookOf(request);
    const Plan plan = planOf(request, look ? &*look : nullptr, 1);
    const Pages pages = pagesOf(request, plan);
    QByteArray bytes; // the names of its characters are mended before it goes out
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setPageSize(QPageSize(pages.size * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({0, 0, 0, 0});
    pdf.setTitle(QString::fromStdString(request.drawing->model().name));
    pdf.setCreator(QStringLiteral("Alignscope"));
    pdf.setResolution(288);
    QPainter painter(&pdf);
    const double scale = pdf.width() / pages.size.width();
    const Lit lit = litOf(request, look ? &*look : nullptr);
    PaintPace pace(task, stepsOf(*request.drawing));
    for (int page = 0; page < pages.columns * pages.rows && !task.stopped(); ++page) {
        if (page > 0) pdf.newPage();
        const QPointF corner(page % pages.columns * pages.size.width(), page / pages.columns * pages.size.height());
        painter.save();
        painter.scale(scale, scale);
        painter.translate(-corner);
        paint(painter, request, look ? &*look : nullptr, plan, lit, {corner, pages.size}, 1, pace);
        painter.restore();
    }
    painter.end();
    if (task.stopped()) return;
    nameUsualCharacters(bytes);
    out.write(bytes);
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& path)
{
    const QString ending = path.section(QLatin1Char('.'), -1).toLower();
    if (ending == QLatin1String("png")) return PictureFormat::Png;
    if (ending == QLatin1String("svg")) return PictureFormat::Svg;
    if (ending == QLatin1String("pdf")) return PictureFormat::Pdf;
    return std::nullopt;
}

QRectF neighbourhoodArea(const Drawing& drawing, const Evaluation* evaluation, CanvasMode mode,
                         const Selection& selection)
{
    std::vector<std::uint32_t> nodes;
    const auto add = [&](std::uint32_t node) {
        if (node != kNoIndex) nodes.push_back(node);
    };
    if (selection.kind == Selection::Kind::Edge) {
        for (const std::uint32_t index : drawing.edgesOf(selection.tensor)) {
            const DrawnEdge& edge = drawing.edges()[index];
            if (selection.slot && edge.target != selection.slot) continue;
            add(drawing.port(edge.fromPort).node);
            add(drawing.port(edge.toPort).node);
        }
    } else if (selection.kind == Selection::Kind::Group && evaluation != nullptr) {
        const TqcTable& table = mode == CanvasMode::Before ? evaluation->model->baseline : evaluation->outcome.table;
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            if (table.root(SlotId(i)) != table.root(selection.slot)) continue;
            if (const std::uint32_t port = drawing.portOf(SlotId(i)); port != kNoIndex) add(drawing.port(port).node);
        }
    }
    if (nodes.empty()) add(nodeOf(drawing, selection));
    if (nodes.empty()) return {};

    QRectF area;
    const auto hold = [&](std::uint32_t index) {
        const DrawnNode& node = drawing.node(index);
        const BoxMargins m = marginsOf(node, drawing.options().direction);
        area |= node.rect.adjusted(-m.left, -m.top, m.right, m.bottom);
    };
    for (const std::uint32_t index : nodes) {
        hold(index);
        for (const DrawnPort& port : drawing.ports(drawing.node(index)))
            for (const std::uint32_t e : drawing.edgesAt(port)) {
                const DrawnEdge& edge = drawing.edges()[e];
                if (edge.stub) continue; // its other end stands anywhere
                hold(drawing.port(edge.fromPort).node);
                hold(drawing.port(edge.toPort).node);
                for (const QPointF& point : drawing.points(edge)) area |= QRectF(point, QSizeF(1, 1));
            }
    }
    area.adjust(-24, -24, 24, 24);
    // Boxes that reach in are shown whole, unless they bring in ever more.
    std::vector<std::uint32_t> inside;
    drawing.nodeGrid().collect(area, inside);
    const QRectF needed = area;
    for (const std::uint32_t index : inside)
        if (drawing.node(index).rect.intersects(needed)) hold(index);
    return area;
}

QSizeF pictureSize(const PictureRequest& request)
{
    const auto look = lookOf(request);
    return planOf(request, look ? &*look : nullptr, 1).size;
}

PictureFile pictureFile(const PictureRequest& request, PictureFormat format)
{
    const auto look = lookOf(request);
    if (format == PictureFormat::Png) {
        const Raster raster = rasterOf(request, look ? &*look : nullptr);
        return {(raster.plan.size * raster.scale).toSize()};
    }
    const Plan plan = planOf(request, look ? &*look : nullptr, 1);
    const Drawing& drawing = *request.drawing;
    // Measured; a box has about three slots.
    constexpr double kNodeBytes[] = {900, 260}; // SVG, PDF
    constexpr double kEdgeBytes[] = {140, 50};
    const std::size_t kind = format == PictureFormat::Svg ? 0 : 1;
    PictureFile file{plan.size, 1, 0};
    file.bytes = kNodeBytes[kind] * static_cast<double>(drawing.nodeGrid().count(plan.area))
        + kEdgeBytes[kind] * static_cast<double>(drawing.edgeGrid().count(plan.area));
    if (format == PictureFormat::Svg) return file;
    const Pages pages = pagesOf(request, plan);
    file.size = pages.size * kPointsPerPixel;
    file.pages = pages.columns * pages.rows;
    return file;
}

bool isPngLimited(const PictureRequest& request)
{
    const double wanted = request.scale > 0 ? request.scale : kUsualScale;
    return wanted >= 1 && pictureSize(request).width() * wanted > pictureFile(request, PictureFormat::Png).size.width() + 2;
}

void paintPicture(QPainter& painter, const PictureRequest& request)
{
    const auto look = lookOf(request);
    paintWhole(painter, request, look ? &*look : nullptr, planOf(request, look ? &*look : nullptr, 1), 1, {});
}

QImage pictureImage(const PictureRequest& request) { return imageOf(request, {}); }

QImage picturePreview(const PictureRequest& request, QSize size, double devicePixelRatio, const Task& task)
{
    const auto look = lookOf(request);
    const Plan plan = planOf(request, look ? &*look : nullptr, 1);
    const double scale = devicePixelRatio
        * std::min({1.0, size.width() / plan.size.width(), size.height() / plan.size.height()});
    QImage image((plan.size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintWhole(painter, request, look ? &*look : nullptr, plan, std::min(1.0, scale), task);
    painter.end();
    image.setDevicePixelRatio(devicePixelRatio);
    return image;
}

Result<QString> writePicture(const PictureRequest& request, const QString& path, const Task& task)
{
    const auto refuse = [&path](const QString& why) {
        return fail(MessageCode::ExportNotWritable, path.toStdString(), why.toStdString());
    };
    const auto format = pictureFormatOf(path);
    if (!format) return refuse(Text::tr("the name must end in .png, .svg or .pdf"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return refuse(file.errorString());
    TaskFile out(file, task);
    bool fits = true;
    switch (*format) {
    case PictureFormat::Png: {
        const QImage image = imageOf(request, task);
        fits = !image.isNull();
        if (fits && !task.stopped()) fits = image.save(&out, "PNG") || file.error() != QFileDevice::NoError;
        break;
    }
    case PictureFormat::Svg: writeSvg(request, out, task); break;
    case PictureFormat::Pdf: writePdf(request, out, task); break;
    }
    if (task.stopped()) return refuse(Text::tr("it was cancelled"));
    if (!fits) return refuse(Text::tr("the picture is too large for memory"));
    if (file.error() != QFileDevice::NoError || !file.commit()) return refuse(file.errorString());
    return path;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/export/picture.h"

#include "core/base/message_codes.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/emphasis.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/painter_p.h"
#include "ui/export/pdf_text.h"
#include "ui/export/picture_header.h"
#include "ui/export/svg_writer.h"
#include "ui/export/whole_names.h"
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
#include <utility>
#include <vector>

namespace alignscope::ui {
namespace {

constexpr double kMargin = kPictureMargin;
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

Plan planOf(const PictureRequest& request, const CanvasLook* look, double zoom)
{
    Plan plan;
    plan.zoom = zoom;
    plan.area = request.area.isNull() ? request.drawing->bounds() : request.area;
    const double side = look && request.area.isNull() ? std::max(kMargin, kArcRoom * zoom) : kMargin;
    double width = plan.area.width() * zoom + 2 * side;
    QSizeF legend;
    if (request.legend && look) {
        legend = legendSize(legendContent(*request.drawing, *look, request.layers, request.area), baseFont(request));
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
           const QRectF& part, double seen, PaintPace& pace, WholeNames* names)
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
    const CanvasScene scene{request.drawing.get(), look, nullptr, &palette, request.layers, &pace, names};
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
    if (plan.header > 0 && part.top() < plan.header && part.left() <= 0) layHeader(&painter, request, plan.size.width(), names);

    if (plan.legend.isEmpty() || !part.intersects(plan.legend)) return;
    painter.save();
    painter.translate(plan.legend.topLeft());
    paintLegend(painter, legendContent(*request.drawing, *look, request.layers, request.area), baseFont(request), palette);
    painter.restore();
}

void paintWhole(QPainter& painter, const PictureRequest& request, const CanvasLook* look, const Plan& plan, double seen, const Task& task,
                WholeNames* names = nullptr)
{
    PaintPace pace(task, stepsOf(*request.drawing));
    if (task.stopped()) return;
    const Lit lit = litOf(request, look);
    if (!task.stopped()) paint(painter, request, look, plan, lit, {QPointF(0, 0), plan.size}, seen, pace, names);
}

void paintOnly(QPainter& painter, const PictureRequest& request, const CanvasLook* look, const Plan& plan, const Emphasis& elements, WholeNames* names)
{
    const CanvasPalette& palette = canvasPalette(request.dark);
    painter.setRenderHint(QPainter::Antialiasing);
    CanvasViewport view;
    view.zoom = plan.zoom;
    view.toDevice = QTransform::fromTranslate(plan.graph.left() - plan.area.left(), plan.graph.top() - plan.area.top());
    view.visible = plan.area;
    const CanvasScene scene{request.drawing.get(), look, nullptr, &palette, request.layers, nullptr, names};
    CanvasPainter canvas;
    canvas.paintLit(painter, scene, view, elements);
    canvas.paintEmphasis(painter, scene, view, elements, 1.0);
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

// All of a picture, or only some of its elements on one page: to learn what those take.
void writeSvg(const PictureRequest& request, const CanvasLook* look, QIODevice& out, const Task& task, const Emphasis* only = nullptr)
{
    const Plan plan = planOf(request, look, 1);
    SvgWriter svg(out, plan.size, QString::fromStdString(request.drawing->model().name));
    SvgNames names(svg);
    QPainter painter(&svg);
    if (only != nullptr) paintOnly(painter, request, look, plan, *only, &names);
    else paintWhole(painter, request, look, plan, 1, task, &names);
}

void writePdf(const PictureRequest& request, const CanvasLook* look, QIODevice& out, const Task& task, const Emphasis* only = nullptr)
{
    const Plan plan = planOf(request, look, 1);
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
    PdfNames names;
    if (only != nullptr) {
        painter.scale(scale, scale);
        paintOnly(painter, request, look, plan, *only, &names);
        painter.end();
        out.write(bytes);
        return;
    }
    const Lit lit = litOf(request, look);
    PaintPace pace(task, stepsOf(*request.drawing));
    for (int page = 0; page < pages.columns * pages.rows && !task.stopped(); ++page) {
        if (page > 0) pdf.newPage();
        const QPointF corner(page % pages.columns * pages.size.width(), page / pages.columns * pages.size.height());
        painter.save();
        painter.scale(scale, scale);
        painter.translate(-corner);
        paint(painter, request, look, plan, lit, {corner, pages.size}, 1, pace, &names);
        painter.restore();
    }
    painter.end();
    if (task.stopped()) return;
    nameUsualCharacters(bytes);
    out.write(bytes);
}

// Takes everything and counts it.
class Counter : public QIODevice {
public:
    Counter() { open(WriteOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    double bytes = 0;

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        bytes += static_cast<double>(size);
        return size;
    }
};

// What an SVG or PDF takes: of a small one by writing it, of others by what a sample of its elements takes.
double bytesOf(const PictureRequest& request, const CanvasLook* look, PictureFormat format)
{
    constexpr std::size_t kFew = 1500;
    const auto taken = [&](const Emphasis* only) {
        Counter counter;
        if (format == PictureFormat::Svg) writeSvg(request, look, counter, {}, only);
        else writePdf(request, look, counter, {}, only);
        return counter.bytes;
    };
    const Drawing& drawing = *request.drawing;
    const QRectF area = request.area.isNull() ? drawing.bounds() : request.area;
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> edges;
    drawing.nodeGrid().collect(area, nodes);
    drawing.edgeGrid().collect(area, edges);
    const std::size_t count = nodes.size() + edges.size();
    if (count <= kFew) return taken(nullptr);
    const Lit lit = litOf(request, look);
    const std::vector<SlotId>& rings = lit.emphasis.dimsOthers ? lit.emphasis.slots : lit.difference.slots;
    // The same share of everything, from everywhere; not every so-manieth, as networks repeat. What is needed once,
    // like fonts, is in both samples.
    const auto sample = [&](std::uint32_t each) {
        const auto share = [each](const auto& all, auto& some) {
            for (std::size_t i = 0; i < all.size(); ++i)
                if ((static_cast<std::uint32_t>(i) * 2654435761U >> 8) % each == 0) some.push_back(all[i]);
        };
        Emphasis some;
        share(nodes, some.nodes);
        share(edges, some.edges);
        share(rings, some.slots);
        return std::pair(static_cast<double>(some.nodes.size() + some.edges.size()), taken(&some));
    };
    const auto each = static_cast<std::uint32_t>((count + kFew - 1) / kFew);
    const auto [many, more] = sample(each);
    const auto [few, less] = sample(4 * each);
    return less + (more - less) / (many - few) * (static_cast<double>(count) - few);
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

PictureFile pictureFile(const PictureRequest& request, PictureFormat format)
{
    const auto look = lookOf(request);
    if (format == PictureFormat::Png) {
        const Raster raster = rasterOf(request, look ? &*look : nullptr);
        return {(raster.plan.size * raster.scale).toSize()};
    }
    const Plan plan = planOf(request, look ? &*look : nullptr, 1);
    PictureFile file{plan.size, 1, bytesOf(request, look ? &*look : nullptr, format)};
    if (format == PictureFormat::Svg) return file;
    const Pages pages = pagesOf(request, plan);
    file.size = pages.size * kPointsPerPixel;
    file.pages = pages.columns * pages.rows;
    return file;
}

QSizeF pictureSize(const PictureRequest& request)
{
    const auto look = lookOf(request);
    return planOf(request, look ? &*look : nullptr, 1).size;
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
    const auto look = *format == PictureFormat::Png ? std::nullopt : lookOf(request);
    switch (*format) {
    case PictureFormat::Png: {
        const QImage image = imageOf(request, task);
        fits = !image.isNull();
        if (fits && !task.stopped()) fits = image.save(&out, "PNG") || file.error() != QFileDevice::NoError;
        break;
    }
    case PictureFormat::Svg: writeSvg(request, look ? &*look : nullptr, out, task); break;
    case PictureFormat::Pdf: writePdf(request, look ? &*look : nullptr, out, task); break;
    }
    if (task.stopped()) return refuse(Text::tr("it was cancelled"));
    if (!fits) return refuse(Text::tr("the picture is too large for memory"));
    if (file.error() != QFileDevice::NoError || !file.commit()) return refuse(file.errorString());
    return path;
}

} // namespace alignscope::ui

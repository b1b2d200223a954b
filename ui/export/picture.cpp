// SPDX-License-Identifier: Apache-2.0
#include "ui/export/picture.h"

#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/emphasis.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/painter_p.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <optional>

namespace alignscope::ui {
namespace {

constexpr double kMargin = 20;
constexpr double kHeader = 62;
constexpr std::size_t kMostArcs = 12;  // more would cover the graph, and swing out of the picture
constexpr double kArcRoom = 48;        // for arcs that pass beside the outermost boxes
constexpr double kMostPixels = 160e6; // of a PNG: 640 MB while it is painted
constexpr double kMostSide = 32000;   // QPainter's raster engine works in 16 bits

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

struct Plan {
    QRectF area;       // of the scene
    QRectF graph;      // where it goes in the picture
    QRectF legend;
    QSizeF size;
    bool header = false;
};

QFont baseFont(const PictureRequest& request) { return request.drawing->fonts().name; }

std::optional<CanvasLook> lookOf(const PictureRequest& request)
{
    if (!request.evaluation || request.evaluation->model != request.drawing->modelPointer()) return {};
    return std::optional<CanvasLook>(std::in_place, request.evaluation, request.mode);
}

QString settingsText(const Scenario& scenario)
{
    if (scenario.isIdentity()) return Text::tr("as loaded");
    QStringList parts;
    for (const Family family : kFamilies) {
        const Method method = scenario.method(family);
        if (method == Method::None) continue;
        parts << QString::fromStdString(std::string(toText(family))) + QStringLiteral(": ") + methodText(method);
    }
    parts << (scenario.forceOverlap == Overlap::On ? Text::tr("force_overlap on") : Text::tr("force_overlap off"));
    if (!scenario.overrides.empty()) parts << Text::tr("overrides: %1").arg(scenario.overrides.size());
    if (!scenario.bindings.empty()) parts << Text::tr("manual bindings: %1").arg(scenario.bindings.size());
    return parts.join(QStringLiteral("   "));
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

QString titleText(const PictureRequest& request)
{
    return QString::fromStdString(request.evaluation->model->name);
}
QString subtitleText(const PictureRequest& request)
{
    return request.mode == CanvasMode::Before ? Text::tr("as loaded") : settingsText(request.evaluation->scenario);
}

std::vector<std::pair<QString, QString>> scorecardCells(const Summary& s)
{
    const auto pair = [](std::size_t a, std::size_t b) {
        return QStringLiteral("%1 \u2192 %2").arg(a).arg(b);
    };
    return {
        {Text::tr("requantize edges"), pair(s.requantizeEdgesBefore, s.requantizeEdgesAfter)},
        {Text::tr("misaligned"), pair(s.misalignedOperationsBefore, s.misalignedOperationsAfter)},
        {Text::tr("slots changed"), QString::number(s.changedSlots)},
        {Text::tr("worst bits lost"), QString::fromStdString(toShortText(s.worstBitsLost, 3))},
        {Text::tr("broken promises"), QString::number(s.brokenPromises)},
    };
}

double headerWidth(const PictureRequest& request)
{
    const HeaderFonts fonts(request);
    const QFontMetricsF text(fonts.text);
    const QFontMetricsF strong(fonts.strong);
    double cells = 0;
    for (const auto& [name, value] : scorecardCells(request.evaluation->cascade.summary))
        cells += text.horizontalAdvance(name) + kNameGap + strong.horizontalAdvance(value) + kCellGap;
    const double title = QFontMetricsF(fonts.title).horizontalAdvance(titleText(request)) + kTitleGap
        + text.horizontalAdvance(subtitleText(request));
    return 2 * kMargin + std::max(title, cells);
}

void paintHeader(QPainter& painter, const PictureRequest& request, const Plan& plan)
{
    const CanvasPalette& palette = canvasPalette(request.dark);
    const HeaderFonts fonts(request);
    painter.setPen(palette.text);
    painter.setFont(fonts.title);
    painter.drawText(QPointF(kMargin, kMargin + 14), titleText(request));
    const double after = QFontMetricsF(fonts.title).horizontalAdvance(titleText(request));
    painter.setFont(fonts.text);
    painter.setPen(palette.secondaryText);
    painter.drawText(QPointF(kMargin + after + kTitleGap, kMargin + 14), subtitleText(request));

    double x = kMargin;
    const QFontMetricsF metrics(fonts.text);
    const QFontMetricsF strongMetrics(fonts.strong);
    for (const auto& [name, value] : scorecardCells(request.evaluation->cascade.summary)) {
        painter.setFont(fonts.text);
        painter.setPen(palette.secondaryText);
        painter.drawText(QPointF(x, kMargin + 38), name);
        x += metrics.horizontalAdvance(name) + kNameGap;
        painter.setFont(fonts.strong);
        painter.setPen(palette.text);
        painter.drawText(QPointF(x, kMargin + 38), value);
        x += strongMetrics.horizontalAdvance(value) + kCellGap;
    }
    painter.fillRect(QRectF(kMargin, kMargin + 50, plan.size.width() - 2 * kMargin, 1), palette.boxBorder);
}

Plan planOf(const PictureRequest& request, const CanvasLook* look)
{
    Plan plan;
    plan.area = request.area.isNull() ? request.drawing->bounds() : request.area;
    plan.header = request.scorecard && look;
    const double top = plan.header ? kHeader : 0.0;
    const double side = look && request.area.isNull() ? kArcRoom : kMargin;
    plan.graph = {side, kMargin + top, plan.area.width(), plan.area.height()};
    double width = plan.area.width() + 2 * side;
    double height = plan.area.height() + 2 * kMargin + top;
    if (request.legend && look) {
        const LegendContent content = legendContent(*request.drawing, *look, request.layers);
        const QSizeF size = legendSize(content, baseFont(request));
        plan.legend = {QPointF(plan.graph.right() + side, plan.graph.top()), size};
        width = plan.legend.right() + kMargin;
        height = std::max(height, plan.legend.bottom() + kMargin);
    }
    plan.size = {std::ceil(std::max(width, plan.header ? headerWidth(request) : 0.0)), std::ceil(height)};
    return plan;
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

QSizeF pictureSize(const PictureRequest& request)
{
    const auto look = lookOf(request);
    return planOf(request, look ? &*look : nullptr).size;
}

void paintPicture(QPainter& painter, const PictureRequest& request)
{
    const auto look = lookOf(request);
    const Plan plan = planOf(request, look ? &*look : nullptr);
    const CanvasPalette& palette = canvasPalette(request.dark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), plan.size), palette.canvas);
    if (plan.header) paintHeader(painter, request, plan);

    painter.save();
    painter.setClipRect(plan.graph.adjusted(-plan.graph.left() + kMargin / 2, 0, plan.graph.left() - kMargin / 2, kMargin / 2));
    CanvasViewport view;
    view.toDevice = QTransform::fromTranslate(plan.graph.left() - plan.area.left(),
                                              plan.graph.top() - plan.area.top());
    view.visible = plan.area;
    const CanvasScene scene{request.drawing.get(), look ? &*look : nullptr, nullptr, &palette, request.layers};
    CanvasPainter canvas;
    canvas.paintBase(painter, scene, view, CanvasPainter::Ground::Plain);
    canvas.paintDecorations(painter, scene, view);
    if (look) {
        Emphasis emphasis = emphasisOf(*request.drawing, *look, request.selection, Attention::Selected);
        if (!emphasis.dimsOthers && request.mode == CanvasMode::Difference) {
            canvas.paintEmphasis(painter, scene, view, differenceEmphasis(*request.drawing, *look), 0.75);
            if (emphasis.arcs.empty()) emphasis.arcs = newBindingArcs(*look, kMostArcs);
        }
        canvas.paintEmphasis(painter, scene, view, emphasis, 1.0);
        if (request.layers.bindings) canvas.paintArcs(painter, scene, view, emphasis);
    }
    canvas.paintSelection(painter, scene, view, request.selection, palette.accent, 2.2);
    painter.restore();

    if (plan.legend.isEmpty()) return;
    painter.save();
    painter.translate(plan.legend.topLeft());
    paintLegend(painter, legendContent(*request.drawing, *look, request.layers), baseFont(request), palette);
    painter.restore();
}

QImage pictureImage(const PictureRequest& request)
{
    const QSizeF size = pictureSize(request);
    double scale = request.scale > 0 ? request.scale : 2.0;
    scale = std::min({scale, kMostSide / size.width(), kMostSide / size.height(),
                      std::sqrt(kMostPixels / (size.width() * size.height()))});
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) return image;
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintPicture(painter, request);
    return image;
}

Result<QString> writePicture(const PictureRequest& request, const QString& path)
{
    const auto refuse = [&path](const QString& why) {
        return fail(MessageCode::ExportNotWritable, path.toStdString(), why.toStdString());
    };
    const auto format = pictureFormatOf(path);
    if (!format) return refuse(Text::tr("the name must end in .png, .svg or .pdf"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSizeF size = pictureSize(request);
    switch (*format) {
    case PictureFormat::Png: {
        const QImage image = pictureImage(request);
        if (image.isNull() || !image.save(&buffer, "PNG")) return refuse(Text::tr("the picture is too large for memory"));
        break;
    }
    case PictureFormat::Svg: {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(size.toSize());
        svg.setViewBox(QRectF(QPointF(0, 0), size));
        svg.setResolution(96);
        svg.setTitle(QString::fromStdString(request.drawing->model().name));
        svg.setDescription(QStringLiteral("Alignscope"));
        QPainter painter(&svg);
        paintPicture(painter, request);
        break;
    }
    case PictureFormat::Pdf: {
        QPdfWriter pdf(&buffer);
        // One scene pixel is one CSS pixel, but no side may exceed what PDF readers accept.
        const double points = std::min(0.75, 14000.0 / std::max(size.width(), size.height()));
        pdf.setPageSize(QPageSize(size * points, QPageSize::Point, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({0, 0, 0, 0});
        pdf.setTitle(QString::fromStdString(request.drawing->model().name));
        pdf.setCreator(QStringLiteral("Alignscope"));
        pdf.setResolution(288);
        QPainter painter(&pdf);
        const double scale = pdf.width() / size.width();
        painter.scale(scale, scale);
        paintPicture(painter, request);
        break;
    }
    }
    buffer.close();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(file.errorString());
    return path;
}

} // namespace alignscope::ui

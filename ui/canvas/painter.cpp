// SPDX-License-Identifier: Apache-2.0
// The base layer: ground, edges, boxes.
#include "ui/canvas/painter_p.h"

#include "ui/canvas/curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace alignscope::ui {

Lod lodOf(double zoom) noexcept
{
    if (zoom < 0.30) return Lod::Far;
    return zoom < 0.78 ? Lod::Mid : Lod::Near;
}

bool hullsShow(double zoom) noexcept
{
    constexpr double kHullsVanish = 0.1; // they are three pixels wide
    return zoom >= kHullsVanish;
}

QColor mixed(const QColor& a, const QColor& b, double shareOfB)
{
    const auto mix = [&](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * shareOfB)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor inkOn(const QColor& ground)
{
    const QColor dark(0x12, 0x16, 0x1d);
    return contrastRatio(ground, dark) >= contrastRatio(ground, Qt::white) ? dark : QColor(Qt::white);
}

void paintRounded(QPainter& painter, const SmoothRaster* pixels, const QRectF& rect, double radius, const QColor& fill,
                  const QColor& line, double width)
{
    if (pixels) {
        if (fill.isValid()) pixels->fill(rect, radius, fill);
        if (width > 0) pixels->outline(rect, radius, width, line);
        return;
    }
    painter.setPen(width > 0 ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect, radius, radius);
}

void paintLabel(QPainter& painter, const QRectF& rect, const LabelColors& colors, const QString& text,
                double textWidth, const QFont& font, double border, const SmoothRaster* pixels)
{
    paintRounded(painter, pixels, rect, rect.height() / 2.0, colors.fill, colors.border, border);
    painter.setPen(colors.text);
    painter.setFont(font);
    painter.drawText(QPointF(rect.center().x() - textWidth / 2.0, baselineIn(rect, font.pixelSize())), text);
}

void CanvasPainter::useFonts(const Drawing& drawing)
{
    if (m_value && m_fonts.label == drawing.fonts().label) return;
    // Copies of its own: a font keeps what it loads for the thread that uses it.
    const auto own = [](QFont font) {
        const int size = font.pixelSize();
        font.setPixelSize(size + 1);
        font.setPixelSize(size);
        return font;
    };
    const DrawingFonts& fonts = drawing.fonts();
    m_fonts = {own(fonts.type), own(fonts.name), own(fonts.value), own(fonts.label)};
    m_value.emplace(m_fonts.value);
    m_label.emplace(m_fonts.label);
    m_labelLetter = m_label->horizontalAdvance(QLatin1Char('G'));
    m_labelDigit = m_label->horizontalAdvance(QLatin1Char('0'));
}

double CanvasPainter::labelWidth(std::uint32_t group) const
{
    int digits = 1;
    for (std::uint32_t n = group; n >= 10; n /= 10) ++digits;
    return m_labelLetter + digits * m_labelDigit;
}

void CanvasPainter::collect(const Frame& frame)
{
    const Drawing& drawing = frame.drawing;
    if (drawing.placed() && m_collectedFrom == drawing.placement() && m_collectedArea == frame.view.visible) return;
    m_collectedFrom = drawing.placement();
    m_collectedArea = frame.view.visible;
    const auto all = [](Indices& list, std::size_t count) {
        list.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) list[i] = i;
    };
    if (frame.view.visible.contains(drawing.bounds())) {
        all(m_nodes, drawing.nodes().size());
        all(m_edges, drawing.edges().size());
        return;
    }
    drawing.nodeGrid().collect(frame.view.visible.adjusted(-60, -60, 60, 60), m_nodes);
    drawing.edgeGrid().collect(frame.view.visible.adjusted(-40, -40, 40, 40), m_edges);
}

void CanvasPainter::splitBy(const Emphasis& lit)
{
    const auto split = [](const Indices& seen, const Indices& listed, Split& parts) {
        parts.lit.clear();
        parts.unlit.clear();
        constexpr std::size_t kFew = 16; // so many times fewer are looked up one by one
        if (kFew * seen.size() < listed.size()) {
            for (const std::uint32_t index : seen)
                (std::binary_search(listed.begin(), listed.end(), index) ? parts.lit : parts.unlit).push_back(index);
            return;
        }
        auto next = listed.begin();
        for (const std::uint32_t index : seen) {
            while (next != listed.end() && *next < index) ++next;
            (next != listed.end() && *next == index ? parts.lit : parts.unlit).push_back(index);
        }
    };
    split(m_nodes, lit.nodes, m_splitNodes);
    split(m_edges, lit.edges, m_splitEdges);
}

void CanvasPainter::paintBase(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                              Ground ground, const Emphasis* lit)
{
    Frame frame(scene, view);
    useFonts(frame.drawing);
    collect(frame);
    const PainterScope scope(painter);
    if (ground == Ground::Dotted) paintDots(painter, frame);
    frame.enter(painter);
    const bool unlit = lit != nullptr && lit->dimsOthers;
    if (unlit) splitBy(*lit);
    paintEdges(painter, frame, unlit ? m_splitEdges.unlit : m_edges);
    paintBoxes(painter, frame, unlit ? m_splitNodes.unlit : m_nodes);
}

void CanvasPainter::paintDots(QPainter& painter, const Frame& frame) const
{
    constexpr double kPitch = 24;
    if (frame.view.zoom < 0.6) return;
    const QRectF area = frame.view.visible;
    painter.setPen(Qt::NoPen);
    const double side = frame.view.zoom > 1.6 ? 2.0 : 1.0;
    // On whole pixels of the device, so that a dot looks the same wherever a pan has moved it.
    const double ratio = painter.device()->devicePixelRatioF();
    const auto snapped = [ratio](double v) { return std::floor(v * ratio + 1e-6) / ratio; };
    for (double y = std::floor(area.top() / kPitch) * kPitch; y < area.bottom(); y += kPitch)
        for (double x = std::floor(area.left() / kPitch) * kPitch; x < area.right(); x += kPitch) {
            const QPointF at = frame.view.toDevice.map(QPointF(x, y));
            painter.fillRect(QRectF(snapped(at.x()), snapped(at.y()), side, side), frame.palette.dots);
        }
}

void CanvasPainter::paintEdges(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& edges)
{
    const Drawing& drawing = frame.drawing;
    const bool isFar = frame.lod == Lod::Far;
    const QPen strong(frame.palette.edge, isFar ? 0.0 : frame.atLeast(1.3, 1.0), Qt::SolidLine, Qt::FlatCap,
                      Qt::RoundJoin);
    QPen quiet = strong;
    quiet.setColor(frame.palette.quietEdge);
    painter.setBrush(Qt::NoBrush);
    if (frame.raw) return paintEdgesFar(painter, frame, edges);
    const double unseen = 1.5 / frame.view.zoom;
    // Quiet edges first, so that quantized ones lie on top where they cross.
    for (const bool back : {true, false}) {
        const QPen& pen = back ? quiet : strong;
        painter.setPen(pen);
        for (const std::uint32_t index : edges) {
            if (!frame.goesOn()) return;
            const DrawnEdge& edge = drawing.edges()[index];
            if (drawing.standsBack(edge) != back) continue;
            if (edge.stub) {
                paintStub(painter, frame, edge);
                painter.setPen(pen);
                painter.setBrush(Qt::NoBrush);
                continue;
            }
            const auto points = drawing.points(edge);
            if (isFar) {
                const QPointF span = points.back() - points.front();
                if (span.manhattanLength() < unseen && points.size() == 2) continue;
                painter.drawPolyline(points.data(), static_cast<int>(points.size()));
                continue;
            }
            takeRoute(frame, points);
            drawRoute(painter, frame, pen);
        }
    }
    if (isFar) return;
    painter.setPen(Qt::NoPen);
    const double size = frame.atLeast(4.0, 3.2);
    const QRectF nearby = frame.nearby();
    for (const std::uint32_t index : edges) {
        if (!frame.goesOn()) return;
        const DrawnEdge& edge = drawing.edges()[index];
        const QPointF tip = drawing.points(edge).back();
        if (!nearby.contains(tip)) continue;
        painter.setBrush(drawing.standsBack(edge) ? frame.palette.quietEdge : frame.palette.edge);
        const QPointF back = frame.down() ? QPointF(0, -1.7 * size) : QPointF(-1.7 * size, 0);
        const QPointF side = frame.down() ? QPointF(size, 0) : QPointF(0, size);
        const QPointF head[3] = {tip, tip + back + side, tip + back - side};
        painter.drawPolygon(head, 3);
    }
}

void CanvasPainter::takeRoute(const Frame& frame, std::span<const QPointF> points)
{
    const auto direction = frame.drawing.options().direction;
    const QRectF area = frame.nearby();
    m_path.clear();
    m_straights.clear();
    if (!frame.smooth) return appendCurveWithin(m_path, points, direction, area);
    bool joined = false; // the path ends where the next piece begins
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF from = points[i - 1];
        const QPointF to = points[i];
        const bool seen = std::max(from.x(), to.x()) >= area.left() && std::min(from.x(), to.x()) <= area.right()
            && std::max(from.y(), to.y()) >= area.top() && std::min(from.y(), to.y()) <= area.bottom();
        if (!seen) {
            joined = false;
            continue;
        }
        const auto begin = [&](QPointF at) {
            if (!joined) m_path.moveTo(at);
            joined = true;
        };
        const bool forward = frame.down() ? to.y() > from.y() : to.x() > from.x();
        constexpr double kStraight = 0.01;
        if (!forward || std::abs(frame.down() ? to.x() - from.x() : to.y() - from.y()) > kStraight) {
            begin(from);
            const CurvePiece piece = curvePiece(from, to, direction);
            m_path.cubicTo(piece.control1, piece.control2, piece.end);
            continue;
        }
        // A straight piece meets its neighbours between two pixels, so that none is painted twice.
        const auto along = [&](QPointF p) { return frame.down() ? p.y() : p.x(); };
        const auto at = [&](double where) { return frame.down() ? QPointF(from.x(), where) : QPointF(where, from.y()); };
        auto [first, last] = frame.smooth->wholePixels(along(from), along(to), frame.down() ? Qt::Vertical : Qt::Horizontal);
        if (i == 1) first = along(from);
        if (i + 1 == points.size()) last = along(to);
        if (first > along(from)) {
            begin(from);
            m_path.lineTo(at(first));
        }
        if (last > first) {
            m_straights.emplace_back(at(first), at(last));
            joined = false;
        }
        if (last < along(to)) {
            begin(at(last));
            m_path.lineTo(to);
        }
    }
}

void CanvasPainter::drawRoute(QPainter& painter, const Frame& frame, const QPen& pen)
{
    const double half = pen.widthF() / 2.0;
    for (const QLineF& line : m_straights)
        frame.smooth->fill(QRectF(line.p1(), line.p2()).adjusted(frame.down() ? -half : 0, frame.down() ? 0 : -half,
                                                                 frame.down() ? half : 0, frame.down() ? 0 : half),
                           0.0, pen.color());
    if (m_path.isEmpty()) return;
    painter.setPen(pen);
    painter.drawPath(m_path);
}

// Quiet edges first here too; a pass over the list for each kind would read all of it twice.
void CanvasPainter::paintEdgesFar(QPainter& painter, const Frame& frame, const Indices& edges)
{
    const Drawing& drawing = frame.drawing;
    const int width = frame.pixels(painter, 1.0 / frame.view.zoom); // as wide on a finer screen
    const double unseen = 1.5 / frame.view.zoom;
    const QPointF along = frame.down() ? QPointF(0, metrics::kStubLength) : QPointF(metrics::kStubLength, 0);
    const auto draw = [&](const DrawnEdge& edge, QRgb color) {
        const auto points = drawing.points(edge);
        if (edge.stub) {
            frame.raw->line(points.back() - along, points.back(), color, width);
            if (edge.labelled) frame.raw->line(points.front(), points.front() + along, color, width);
            return;
        }
        if ((points.back() - points.front()).manhattanLength() < unseen
            && std::all_of(points.begin() + 1, points.end(), [&](QPointF p) { return (p - points.front()).manhattanLength() < unseen; }))
            return;
        frame.raw->polyline(points, color, width, m_drawn);
    };
    const QRgb strong = frame.palette.edge.rgb();
    const QRgb quiet = frame.palette.quietEdge.rgb();
    m_later.clear();
    m_drawn.reset(*frame.raw);
    for (const std::uint32_t index : edges) {
        if (!frame.goesOn()) return;
        const DrawnEdge& edge = drawing.edges()[index];
        if (drawing.standsBack(edge)) draw(edge, quiet);
        else m_later.push_back(index);
    }
    m_drawn.reset(*frame.raw);
    for (const std::uint32_t index : m_later) draw(drawing.edges()[index], strong);
}

void CanvasPainter::paintStub(QPainter& painter, const Frame& frame, const DrawnEdge& edge)
{
    const auto points = frame.drawing.points(edge);
    const QPointF along = frame.down() ? QPointF(0, metrics::kStubLength) : QPointF(metrics::kStubLength, 0);
    painter.drawLine(points.back() - along, points.back());
    if (edge.labelled) painter.drawLine(points.front(), points.front() + along);
    if (frame.lod == Lod::Far) return;
    // Inputs that stand closer than a word is wide go without: the producer's end and the tooltip name them.
    const DrawnPort& reader = frame.drawing.port(edge.toPort);
    const bool crowded = frame.down() && reader.slot && reader.compact;
    const auto end = [&](QPointF at, bool named) {
        const double radius = 4;
        painter.setBrush(frame.palette.canvas);
        painter.drawEllipse(at, radius, radius);
        if (!named || frame.lod != Lod::Near || edge.label == kNoIndex) return;
        const QPen pen = painter.pen();
        painter.setPen(frame.palette.secondaryText);
        painter.setFont(m_fonts.value);
        paintName(painter, frame, QPointF(at.x() + 8, at.y() + 3.5), frame.drawing.label(edge), frame.drawing.fullLabel(edge));
        painter.setPen(pen);
    };
    end(points.back() - along, !crowded);
    if (edge.labelled) end(points.front() + along, true);
}

void CanvasPainter::paintBoxes(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& nodes)
{
    const Drawing& drawing = frame.drawing;
    const CanvasPalette& palette = frame.palette;
    const bool light = palette.canvas.lightness() > 128;
    if (frame.lod == Lod::Far) {
        std::array<std::array<QColor, 2>, std::tuple_size_v<decltype(palette.category)>> colors; // in front, standing back
        for (std::size_t i = 0; i < colors.size(); ++i)
            colors[i] = {mixed(palette.box, palette.category[i], 0.55), mixed(palette.quietBorder, palette.category[i], 0.15)};
        PixelFilter pixels(frame.view.zoom);
        for (const std::uint32_t index : nodes) {
            if (!frame.goesOn()) return;
            const DrawnNode& node = drawing.node(index);
            if (!pixels.shows(node.rect)) continue;
            frame.fill(painter, node.rect, node.kind != DrawnNode::Kind::Operation
                           ? palette.edge : colors[static_cast<std::size_t>(node.category)][drawing.standsBack(node) ? 1 : 0]);
        }
        return;
    }
    for (const std::uint32_t index : nodes) {
        if (!frame.goesOn()) return;
        const DrawnNode& node = drawing.node(index);
        const bool operation = node.kind == DrawnNode::Kind::Operation;
        const bool names = frame.scene.names != nullptr && (operation ? !showsName(frame, node) || node.name != node.fullName : node.type != node.fullName);
        const NamedScope named(names ? frame.scene.names : nullptr, node.fullName);
        if (!operation) {
            paintTerminal(painter, frame, node);
            continue;
        }
        if (node.block != kNoBlock) paintBlockStack(painter, frame, node);
        const bool back = drawing.standsBack(node);
        if (light && !back) {
            paintRounded(painter, frame.pixels(), node.rect.adjusted(-0.5, 1.5, 0.5, 2.5), metrics::kBoxRadius + 1,
                         QColor(20, 30, 60, 16));
        }
        paintRounded(painter, frame.pixels(), node.rect, metrics::kBoxRadius, back ? palette.quietBox : palette.box,
                     back ? palette.quietBorder : palette.boxBorder, frame.atLeast(1.0, 0.8));
        const QColor& band = palette.categoryColor(node.category);
        // Beside the text, or above it where pills take the sides.
        const double width = frame.lod == Lod::Mid ? 6.0 : metrics::kBandWidth;
        const QRectF strip = frame.down()
            ? QRectF(node.rect.left() + 4, node.rect.top() + 12, width, node.rect.height() - 24)
            : QRectF(node.rect.left() + 10, node.rect.top() + 4, node.rect.width() - 20, width);
        paintRounded(painter, frame.pixels(), strip, width / 2, back ? mixed(palette.quietBox, band, 0.45) : band);
        paintBoxText(painter, frame, node);
    }
}

bool CanvasPainter::showsName(const Frame& frame, const DrawnNode& node)
{
    return frame.scene.layers.names && !node.name.isEmpty();
}

double CanvasPainter::textTop(const Frame& frame, const DrawnNode& node)
{
    return node.rect.top() + node.textTop + (showsName(frame, node) || node.rowCount > 0 ? 0.0 : 8.0);
}

void CanvasPainter::paintName(QPainter& painter, const Frame& frame, QPointF at, const QString& shown, const QString& whole)
{
    if (frame.scene.names != nullptr && shown != whole) frame.scene.names->paint(painter, at, shown, whole);
    else painter.drawText(at, shown);
}

// Type and name of an operation's box, as they are drawn near.
std::array<QRectF, 2> CanvasPainter::textLines(const Frame& frame, const DrawnNode& node)
{
    const double left = node.rect.left() + node.textLeft - 2.0;
    const double top = textTop(frame, node);
    return {QRectF(left, top + 2.0, node.typeWidth + 4.0, 14.0),
            showsName(frame, node) ? QRectF(left, top + 19.0, node.nameWidth + 4.0, 13.0) : QRectF()};
}

void CanvasPainter::paintBoxText(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    const DrawingFonts& fonts = m_fonts;
    const CanvasPalette& palette = frame.palette;
    const double left = node.rect.left() + node.textLeft;
    const bool back = frame.drawing.standsBack(node);
    painter.setPen(back ? palette.quietText : palette.text);
    if (frame.lod == Lod::Mid) {
        // As large as the box allows, so that the type can be read from afar.
        const double room = node.rect.width() - 2.0 * node.textLeft;
        const double wanted = std::clamp(11.0 / frame.view.zoom, 13.0, 24.0);
        const double size = std::min(wanted, 13.0 * room / std::max(1.0F, node.typeWidth));
        if (size * frame.view.zoom < 5.5) return;
        QFont font = fonts.type;
        font.setPixelSize(std::max(1, static_cast<int>(size)));
        painter.setFont(font);
        painter.drawText(QPointF(left, baselineIn(node.rect, size)), node.type);
        return;
    }
    const bool names = showsName(frame, node);
    const double top = textTop(frame, node);
    painter.setFont(fonts.type);
    painter.drawText(QPointF(left, top + 13.0), node.type);
    if (names) {
        painter.setFont(fonts.name);
        painter.setPen(back ? palette.quietText : palette.secondaryText);
        paintName(painter, frame, QPointF(left, top + 29.0), node.name, node.fullName);
    }
    if (node.rowCount == 0) return;
    painter.setFont(fonts.name);
    painter.setPen(palette.quietText);
    double y = top + 29.0;
    for (const DrawnRow& row : frame.drawing.rows(node)) {
        y += metrics::kRowHeight;
        painter.drawText(QPointF(left, y), row.text);
    }
}

void CanvasPainter::paintTerminal(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    const CanvasPalette& palette = frame.palette;
    paintRounded(painter, frame.pixels(), node.rect, node.rect.height() / 2.0, palette.quietBox, palette.edge, frame.atLeast(1.2, 1.0));
    const double zoom = frame.view.zoom;
    const bool nearby = frame.lod == Lod::Near;
    painter.setPen(palette.text);
    QFont font = m_fonts.name;
    double size = 11;
    if (!nearby) {
        const double room = node.rect.width() - 28.0;
        size = std::min(std::clamp(10.0 / zoom, 11.0, 20.0), 11.0 * room / std::max(1.0F, node.typeWidth));
        if (size * zoom < 5.5) return;
        font.setPixelSize(static_cast<int>(size));
    }
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const double width = node.typeWidth * size / 11.0;
    const bool two = nearby && !node.name.isEmpty();
    const QRectF line(node.rect.left(), node.rect.top(), node.rect.width(),
                      two ? node.rect.height() / 2.0 + 3.0 : node.rect.height());
    paintName(painter, frame, QPointF(node.rect.center().x() - width / 2.0, baselineIn(line, size)), node.type, node.fullName);
    if (!two) return;
    painter.setFont(m_fonts.value);
    painter.setPen(palette.secondaryText);
    painter.drawText(QPointF(node.rect.center().x() - node.nameWidth * 10.0 / 22.0,
                             node.rect.bottom() - 9.0), node.name);
}

} // namespace alignscope::ui

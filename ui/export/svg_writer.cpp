// SPDX-License-Identifier: Apache-2.0
#include "ui/export/svg_writer.h"

#include <QByteArray>
#include <QFont>
#include <QHash>
#include <QIODevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

#include <array>
#include <charconv>
#include <cmath>

namespace alignscope::ui {
namespace {

constexpr qsizetype kChunk = 1 << 16; // bytes that are written at a time

void append(QByteArray& out, double value, int digits = 2)
{
    std::array<char, 40> text;
    const double least = 0.5 * std::pow(10.0, -digits);
    auto end = std::to_chars(text.data(), text.data() + text.size(), std::abs(value) < least ? 0.0 : value, std::chars_format::fixed, digits).ptr;
    while (end[-1] == '0') --end;
    if (end[-1] == '.') --end;
    out.append(text.data(), end - text.data());
}

void append(QByteArray& out, QPointF point)
{
    append(out, point.x());
    out += ',';
    append(out, point.y());
}

void attribute(QByteArray& out, const char* name, double value)
{
    out += ' ';
    out += name;
    out += "=\"";
    append(out, value);
    out += '"';
}

void colour(QByteArray& out, const char* property, const QColor& color, double opacity)
{
    out += property;
    out += ':';
    out += color.name().toLatin1();
    out += ';';
    const double alpha = color.alphaF() * opacity;
    if (alpha > 0.999) return;
    out += property;
    out += "-opacity:";
    append(out, alpha);
    out += ';';
}

// A rounded rectangle, as QPainter::drawRoundedRect() hands it over, is known again.
bool isRounded(const QPainterPath& path, QRectF& rect, double& radius)
{
    if (path.elementCount() != 17) return false;
    rect = path.controlPointRect();
    radius = path.elementAt(0).y - rect.top();
    if (radius <= 0) return false;
    QPainterPath same;
    same.addRoundedRect(rect, radius, radius);
    if (same.elementCount() != 17) return false;
    for (int i = 0; i < 17; ++i) {
        const auto a = path.elementAt(i);
        const auto b = same.elementAt(i);
        if (a.type != b.type || std::abs(a.x - b.x) > 0.02 || std::abs(a.y - b.y) > 0.02) return false;
    }
    return true;
}

} // namespace

// Positions are written where they end up, so that no element needs a transform of its own unless it
// is turned.
class SvgWriter::Engine : public QPaintEngine {
public:
    Engine(QIODevice& out, QSizeF size, QString title)
        : QPaintEngine(PaintEngineFeatures(AllFeatures & ~(PatternBrush | PerspectiveTransform | ConicalGradientFill | PorterDuff))),
          m_out(out), m_size(size), m_title(std::move(title))
    {
    }

    bool begin(QPaintDevice*) override
    {
        m_text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
        attribute(m_text, "width", m_size.width());
        attribute(m_text, "height", m_size.height());
        m_text += " viewBox=\"0 0 ";
        append(m_text, m_size.width());
        m_text += ' ';
        append(m_text, m_size.height());
        m_text += "\">\n<title>" + m_title.toHtmlEscaped().toUtf8() + "</title>\n<desc>Alignscope</desc>\n";
        return true;
    }

    bool end() override
    {
        closeClip();
        m_text += "</svg>\n";
        flush();
        return m_written;
    }

    Type type() const override { return User; }
    bool written() const { return m_written; }

    void updateState(const QPaintEngineState& now) override
    {
        const DirtyFlags dirty = now.state();
        if (dirty & DirtyTransform) m_transform = now.transform();
        if (dirty & DirtyPen) m_pen = now.pen();
        if (dirty & DirtyBrush) m_brush = now.brush();
        if (dirty & DirtyOpacity) m_opacity = now.opacity();
        if (dirty & (DirtyTransform | DirtyPen | DirtyBrush | DirtyOpacity)) m_class = {};
        if (dirty & (DirtyClipRegion | DirtyClipPath | DirtyClipEnabled))
            m_clip = painter()->hasClipping() ? m_transform.map(painter()->clipPath()) : QPainterPath();
    }

    void drawPath(const QPainterPath& path) override
    {
        if (!start()) return;
        QRectF rect;
        double radius = 0;
        if (m_transform.type() <= QTransform::TxScale && isRounded(path, rect, radius)) return rectangle(rect, radius);
        const QByteArray look = shapeClass(path.fillRule());
        m_text += "<path class=\"" + look + "\" d=\"";
        route(path, m_transform);
        m_text += "\"/>\n";
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        if (!start() || count == 0) return;
        if (mode == PolylineMode) m_class = {};
        const QByteArray look = shapeClass(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill, mode != PolylineMode);
        m_text += "<path class=\"" + look + "\" d=\"M";
        for (int i = 0; i < count; ++i) {
            if (i > 0) m_text += i == 1 ? 'L' : ' ';
            append(m_text, m_transform.map(points[i]));
        }
        m_text += mode == PolylineMode ? "\"/>\n" : "Z\"/>\n";
        if (mode == PolylineMode) m_class = {};
    }
    using QPaintEngine::drawPolygon;

    void drawRects(const QRectF* rects, int count) override
    {
        for (int i = 0; i < count; ++i)
            if (start()) rectangle(rects[i], 0);
    }
    using QPaintEngine::drawRects;

    void drawEllipse(const QRectF& rect) override
    {
        if (!start()) return;
        const QRectF r = m_transform.mapRect(rect);
        const QByteArray look = shapeClass(Qt::OddEvenFill);
        m_text += "<ellipse class=\"" + look + '"';
        attribute(m_text, "cx", r.center().x());
        attribute(m_text, "cy", r.center().y());
        attribute(m_text, "rx", r.width() / 2);
        attribute(m_text, "ry", r.height() / 2);
        m_text += "/>\n";
    }
    using QPaintEngine::drawEllipse;

    void drawTextItem(const QPointF& position, const QTextItem& item) override
    {
        const QString words = item.text();
        if (words.trimmed().isEmpty() || m_pen.style() == Qt::NoPen || !start()) return;
        const bool turned = m_transform.type() > QTransform::TxScale || std::abs(m_transform.m11() - m_transform.m22()) > 1e-6;
        const QPointF at = turned ? position : m_transform.map(position);
        const QByteArray look = textClass(item.font(), turned ? 1.0 : factor());
        m_text += "<text class=\"" + look + '"';
        if (!m_selectable) m_text += " aria-hidden=\"true\"";
        attribute(m_text, "x", at.x());
        attribute(m_text, "y", at.y());
        if (turned) {
            m_text += " transform=\"matrix(";
            for (const double m : {m_transform.m11(), m_transform.m12(), m_transform.m21(), m_transform.m22()}) {
                append(m_text, m, 4);
                m_text += ' ';
            }
            append(m_text, m_transform.dx());
            m_text += ' ';
            append(m_text, m_transform.dy());
            m_text += ")\"";
        }
        m_text += '>' + words.toHtmlEscaped().toUtf8() + "</text>\n";
    }

    void beginNamed(const QString& name)
    {
        if (start()) m_text += "<g><title>" + name.toHtmlEscaped().toUtf8() + "</title>\n";
    }
    void endNamed() { m_text += "</g>\n"; }
    void setSelectable(bool selectable) { m_selectable = selectable; }

    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

private:
    double factor() const { return std::sqrt(std::abs(m_transform.determinant())); }

    // False when nothing more is wanted, as the device takes nothing more.
    bool start()
    {
        if (m_clip != m_clipWritten) {
            closeClip();
            m_clipWritten = m_clip;
            if (!m_clip.isEmpty()) {
                const QByteArray name = "p" + QByteArray::number(++m_clips);
                m_text += "<defs><clipPath id=\"" + name + "\"><path clip-rule=\"" + (m_clip.fillRule() == Qt::WindingFill ? "nonzero" : "evenodd") + "\" d=\"";
                route(m_clip, {});
                m_text += "\"/></clipPath></defs>\n<g clip-path=\"url(#" + name + ")\">\n";
                m_clipOpen = true;
            }
        }
        if (m_text.size() > kChunk) flush();
        return m_written;
    }

    void closeClip()
    {
        if (m_clipOpen) m_text += "</g>\n";
        m_clipOpen = false;
    }

    void flush()
    {
        m_written = m_written && m_out.write(m_text) == m_text.size();
        m_text.resize(0); // keeps its memory
    }

    void route(const QPainterPath& path, const QTransform& transform)
    {
        QPointF first;
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element element = path.elementAt(i);
            const QPointF at(element.x, element.y);
            switch (element.type) {
            case QPainterPath::MoveToElement:
                first = at;
                m_text += 'M';
                break;
            case QPainterPath::LineToElement:
                if (at == first) {
                    m_text += 'Z';
                    continue;
                }
                m_text += 'L';
                break;
            case QPainterPath::CurveToElement: m_text += 'C'; break;
            case QPainterPath::CurveToDataElement: m_text += ' '; break;
            }
            append(m_text, transform.map(at));
        }
    }

    void extent(const QRectF& r, double radius)
    {
        attribute(m_text, "x", r.x());
        attribute(m_text, "y", r.y());
        attribute(m_text, "width", r.width());
        attribute(m_text, "height", r.height());
        if (radius > 0) attribute(m_text, "rx", radius);
    }

    void rectangle(const QRectF& rect, double radius)
    {
        if (m_transform.type() > QTransform::TxScale) {
            QPainterPath path;
            path.addRect(rect);
            return drawPath(path);
        }
        const QByteArray look = shapeClass(Qt::OddEvenFill);
        m_text += "<rect class=\"" + look + '"';
        extent(m_transform.mapRect(rect), radius * factor());
        m_text += "/>\n";
    }

    QByteArray shapeClass(Qt::FillRule rule, bool filled = true)
    {
        if (!m_class.isEmpty() && rule == m_rule) return m_class;
        QByteArray look;
        if (!filled || m_brush.style() == Qt::NoBrush) look += "fill:none;";
        else {
            colour(look, "fill", m_brush.color(), m_opacity);
            if (rule == Qt::OddEvenFill) look += "fill-rule:evenodd;";
        }
        if (m_pen.style() != Qt::NoPen) {
            const double width = m_pen.widthF() > 0 ? m_pen.widthF() * (m_pen.isCosmetic() ? 1.0 : factor()) : 1.0;
            colour(look, "stroke", m_pen.color(), m_opacity);
            look += "stroke-width:";
            append(look, width);
            look += ';';
            if (m_pen.capStyle() != Qt::FlatCap) look += m_pen.capStyle() == Qt::RoundCap ? "stroke-linecap:round;" : "stroke-linecap:square;";
            if (m_pen.joinStyle() != Qt::MiterJoin) look += m_pen.joinStyle() == Qt::RoundJoin ? "stroke-linejoin:round;" : "stroke-linejoin:bevel;";
            if (const auto dashes = m_pen.dashPattern(); m_pen.style() != Qt::SolidLine && !dashes.isEmpty()) {
                look += "stroke-dasharray:";
                for (qsizetype i = 0; i < dashes.size(); ++i) {
                    if (i > 0) look += ',';
                    append(look, dashes[i] * width);
                }
                look += ';';
            }
        }
        m_rule = rule;
        return m_class = nameOf(look);
    }

    QByteArray textClass(const QFont& font, double scale)
    {
        QByteArray look;
        colour(look, "fill", m_pen.color(), m_opacity);
        look += "font-family:'" + font.family().toHtmlEscaped().toUtf8() + "',sans-serif;font-size:";
        append(look, (font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72) * scale);
        look += "px;";
        if (font.weight() != QFont::Normal) look += "font-weight:" + QByteArray::number(font.weight()) + ';';
        if (font.italic()) look += "font-style:italic;";
        look += "white-space:pre;";
        if (!m_selectable) look += "user-select:none;-webkit-user-select:none;";
        return nameOf(look);
    }

    // The class with this look. A new one goes into the style sheet: to be asked for between elements.
    QByteArray nameOf(const QByteArray& look)
    {
        QByteArray& name = m_classes[look];
        if (!name.isEmpty()) return name;
        name = "s" + QByteArray::number(m_classes.size());
        m_text += "<style>." + name + '{' + look + "}</style>\n";
        return name;
    }

    QIODevice& m_out;
    QSizeF m_size;
    QString m_title;
    QByteArray m_text; // not written yet
    QHash<QByteArray, QByteArray> m_classes; // by look
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
    QByteArray m_class; // of shapes in the present state; empty: not known
    Qt::FillRule m_rule = Qt::OddEvenFill;
    QPainterPath m_clip;         // wanted, where it ends up
    QPainterPath m_clipWritten;
    bool m_clipOpen = false;
    int m_clips = 0;
    bool m_selectable = true;
    bool m_written = true;
};

SvgWriter::SvgWriter(QIODevice& out, QSizeF size, const QString& title) : m_size(size), m_engine(std::make_unique<Engine>(out, size, title)) {}
SvgWriter::~SvgWriter() = default;

void SvgWriter::beginNamed(const QString& name) { m_engine->beginNamed(name); }
void SvgWriter::endNamed() { m_engine->endNamed(); }
void SvgWriter::setSelectable(bool selectable) { m_engine->setSelectable(selectable); }

QPaintEngine* SvgWriter::paintEngine() const { return m_engine.get(); }
bool SvgWriter::written() const { return m_engine->written(); }

int SvgWriter::metric(PaintDeviceMetric metric) const
{
    constexpr int kDpi = 96;
    switch (metric) {
    case PdmWidth: return static_cast<int>(std::ceil(m_size.width()));
    case PdmHeight: return static_cast<int>(std::ceil(m_size.height()));
    case PdmWidthMM: return static_cast<int>(m_size.width() * 25.4 / kDpi);
    case PdmHeightMM: return static_cast<int>(m_size.height() * 25.4 / kDpi);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return kDpi;
    case PdmDepth: return 32;
    case PdmNumColors: return 0xffffff;
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
    default: return 0;
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/legend.h"

#include "ui/canvas/painter_p.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace alignscope::ui {
namespace {

using Sign = LegendContent::Sign;

constexpr double kRow = 20;
constexpr double kSample = 46; // width of the drawn sign
constexpr double kTitle = 24;
constexpr double kPad = 10;
constexpr double kColumnGap = 18;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString caption(Sign sign)
{
    switch (sign) {
    case Sign::Group: return Text::tr("Group: tensors on one scale");
    case Sign::Tensor: return Text::tr("The slots of one tensor");
    case Sign::Own: return Text::tr("Own parameters");
    case Sign::Fused: return Text::tr("Fused into its master");
    case Sign::Aligned: return Text::tr("Aligned to its master");
    case Sign::Inferred: return Text::tr("Inferred from equal parameters");
    case Sign::Float: return Text::tr("Not quantized");
    case Sign::Master: return Text::tr("Master of its group");
    case Sign::Arc: return Text::tr("Follows the master at the arrow's head");
    case Sign::Requantize: return Text::tr("Requantize edge, scale ratio");
    case Sign::NewRequantize: return Text::tr("New requantize edge");
    case Sign::Resolved: return Text::tr("No longer requantizes");
    case Sign::Pair: return Text::tr("Folded Q/DQ pair");
    case Sign::Disagree: return Text::tr("Inputs on different scales");
    case Sign::Agree: return Text::tr("Inputs on one scale");
    case Sign::Method: return Text::tr("Aligned here, by this method");
    case Sign::Constants: return Text::tr("Holds weights or other constants");
    case Sign::ScaleChange: return Text::tr("Scale before → after: ▲ bits lost, ▼ gained");
    case Sign::Loss: return Text::tr("Bits lost: 0, ¼, ½, 1, 2 and more");
    case Sign::Gain: return Text::tr("Resolution gained");
    case Sign::Clipped: return Text::tr("Part of the loaded range clipped");
    case Sign::Broken: return Text::tr("Broken promise");
    case Sign::BoundByHand: return Text::tr("Bound by hand");
    case Sign::Pinned: return Text::tr("Pinned by hand");
    case Sign::Excluded: return Text::tr("Edge excluded by hand");
    case Sign::Block: return Text::tr("Collapsed block: double click opens it");
    case Sign::BlockBroken: return Text::tr("Broken promises in the block");
    case Sign::BlockDisagree: return Text::tr("Operations in it with inputs on different scales");
    case Sign::BlockRequantize: return Text::tr("Requantize edges in the block");
    case Sign::BlockSplit: return Text::tr("Operations in it whose output has another scale");
    case Sign::BlockChanged: return Text::tr("Operations in it that the scenario changed");
    case Sign::BlockClean: return Text::tr("Nothing wrong in the block");
    case Sign::Variants: return Text::tr("Scenarios that agree; filled: After");
    }
    return {};
}

void paintPillSign(QPainter& p, const QRectF& r, const CanvasPalette& palette, Sign sign)
{
    const GroupColors& group = palette.group(1);
    QPen pen(group.chip, 1);
    QBrush fill(group.tint);
    switch (sign) {
    case Sign::Own:
        pen = QPen(palette.plain.border, 1);
        fill = palette.plain.fill;
        break;
    case Sign::Fused:
        pen = QPen(group.chip, 1.3, Qt::CustomDashLine);
        pen.setDashPattern({2.6, 1.9});
        break;
    case Sign::Aligned: pen = QPen(group.chip, 2.2); break;
    case Sign::Inferred:
        pen = QPen(palette.quietText, 1.2, Qt::CustomDashLine);
        pen.setDashPattern({2.6, 1.9});
        break;
    case Sign::Float:
        pen = QPen(palette.quietBorder, 1);
        fill = palette.canvas;
        break;
    default: break;
    }
    p.setPen(pen);
    p.setBrush(fill);
    p.drawRoundedRect(r, r.height() / 2, r.height() / 2);
}

void paintSign(QPainter& p, Sign sign, const QRectF& area, const CanvasPalette& palette, const QFont& font)
{
    QFont bold = font;
    bold.setPixelSize(10);
    bold.setWeight(QFont::Bold);
    const QFontMetricsF metrics(bold);
    const QPointF c = area.center();
    const QRectF pill(area.left() + 2, c.y() - 6, area.width() - 8, 12);
    const auto label = [&](const LabelColors& colors, const QString& text, double border = 1.0) {
        const double w = metrics.horizontalAdvance(text) + 12;
        paintLabel(p, {c.x() - w / 2 - 2, c.y() - 7.5, w, 15}, colors, text, w - 12, bold, border);
    };
    switch (sign) {
    case Sign::Own:
    case Sign::Fused:
    case Sign::Aligned:
    case Sign::Inferred:
    case Sign::Float: paintPillSign(p, pill, palette, sign); break;
    case Sign::Group: {
        const GroupColors& g = palette.group(1);
        label({g.chip, g.chip, g.chipText}, QStringLiteral("G1"));
        break;
    }
    case Sign::Tensor: {
        const GroupColors& g = palette.group(2);
        label({g.tint, mixed(g.tint, g.chip, 0.55), g.tintText}, QStringLiteral("G2"));
        break;
    }
    case Sign::Master: {
        const GroupColors& g = palette.group(1);
        p.setPen(Qt::NoPen);
        p.setBrush(g.chip);
        p.drawRoundedRect(QRectF(c.x() - 12, c.y() - 7.5, 20, 15), 7.5, 7.5);
        const QPointF m(c.x() - 2, c.y());
        const QPointF crown[7] = {m + QPointF(-5.5, -2.6), m + QPointF(-2.5, 0.2), m + QPointF(0, -4.3),
                                  m + QPointF(2.5, 0.2), m + QPointF(5.5, -2.6), m + QPointF(4.3, 3.7),
                                  m + QPointF(-4.3, 3.7)};
        p.setPen(QPen(palette.crownBorder, 0.8));
        p.setBrush(palette.crown);
        p.drawPolygon(crown, 7);
        break;
    }
    case Sign::Arc: {
        p.setPen(QPen(palette.group(1).solid, 1.8, Qt::SolidLine, Qt::RoundCap));
        p.setBrush(Qt::NoBrush);
        QPainterPath arc(QPointF(area.left() + 4, c.y() + 5));
        const QPointF tip(area.right() - 12, c.y() + 1);
        arc.quadTo(QPointF(c.x() - 2, c.y() - 13), tip);
        p.drawPath(arc);
        const QPointF head[3] = {tip + QPointF(3, 4), tip + QPointF(-5.5, 0.5), tip + QPointF(1.5, -5.5)};
        p.setPen(Qt::NoPen);
        p.setBrush(palette.group(1).solid);
        p.drawPolygon(head, 3);
        break;
    }
    case Sign::Requantize: label(palette.rescale, QStringLiteral(u"\u2260 \u00d73")); break;
    case Sign::NewRequantize: label(palette.rescale, QStringLiteral(u"\u2260 \u00d73"), 2.0); break;
    case Sign::Resolved: label(palette.agree, QStringLiteral(u"= \u2713")); break;
    case Sign::Pair: label({palette.canvas, palette.quietEdge, palette.secondaryText}, QStringLiteral("i8")); break;
    case Sign::Disagree: label(palette.rescale, QString(QChar(0x2260))); break;
    case Sign::Agree: label(palette.agree, QStringLiteral("=")); break;
    case Sign::Method: label(palette.method, Text::tr("large")); break;
    case Sign::Constants: {
        const QPointF at = c - QPointF(2, 0);
        const QPointF diamond[4] = {at + QPointF(0, -4), at + QPointF(4, 0), at + QPointF(0, 4), at + QPointF(-4, 0)};
        p.setPen(QPen(palette.quietText, 1));
        p.setBrush(Qt::NoBrush);
        p.drawPolygon(diamond, 4);
        break;
    }
    case Sign::ScaleChange: {
        const QColor& ground = palette.halo[1];
        const QString text = QStringLiteral(u"1\u21922");
        p.setPen(Qt::NoPen);
        p.setBrush(ground);
        p.drawRoundedRect(QRectF(area.left() + 1, c.y() - 7.5, area.width() - 6, 15), 4, 4);
        paintArrow(p, {area.left() + 8, c.y()}, 3.4, true, inkOn(ground));
        p.setPen(inkOn(ground));
        QFont plain = bold;
        plain.setWeight(QFont::Normal);
        p.setFont(plain);
        p.drawText(QPointF(area.left() + 15, baselineIn({0, c.y() - 7.5, 1, 15}, 10)), text);
        break;
    }
    case Sign::Loss:
        for (std::size_t i = 0; i < palette.halo.size(); ++i) {
            p.setPen(Qt::NoPen);
            p.setBrush(palette.halo[i]);
            p.drawRect(QRectF(area.left() + 1 + static_cast<double>(i) * 8.4, c.y() - 6, 8.4, 12));
        }
        break;
    case Sign::Gain:
        p.setPen(QPen(palette.gain.border, 2));
        p.setBrush(palette.gain.fill);
        p.drawRoundedRect(pill, 4, 4);
        break;
    case Sign::Clipped: label(palette.warning, QStringLiteral("0.1 !")); break;
    case Sign::BoundByHand:
        p.setPen(handPen(palette.accent, 1.8));
        p.drawLine(QPointF(area.left() + 3, c.y()), QPointF(area.right() - 8, c.y()));
        break;
    case Sign::Pinned: paintPin(p, c + QPointF(-4, 7), 15, palette.method); break;
    case Sign::Excluded: paintScissors(p, c + QPointF(-2, 0), {0, 1}, 17, palette.method); break;
    case Sign::Block: {
        const QRectF box(area.left() + 6, c.y() - 7, 28, 12);
        p.setPen(QPen(palette.boxBorder, 1));
        p.setBrush(mixed(palette.box, palette.canvas, 0.45));
        p.drawRoundedRect(box.translated(3, 3), 3, 3);
        p.setBrush(palette.box);
        p.drawRoundedRect(box, 3, 3);
        p.setPen(QPen(palette.secondaryText, 1.2));
        p.drawLine(box.center() - QPointF(3, 0), box.center() + QPointF(3, 0));
        p.drawLine(box.center() - QPointF(0, 3), box.center() + QPointF(0, 3));
        break;
    }
    case Sign::BlockBroken: label(palette.warning, QStringLiteral("! 1")); break;
    case Sign::BlockDisagree: label(palette.rescale, QStringLiteral(u"\u2260 1")); break;
    case Sign::BlockRequantize: label(palette.rescale, QStringLiteral(u"\u21c4 1")); break;
    case Sign::BlockSplit: label(palette.rescale, QStringLiteral(u"\u2195 1")); break;
    case Sign::BlockChanged: label(palette.method, QStringLiteral(u"\u0394 1")); break;
    case Sign::BlockClean: label(palette.agree, QStringLiteral("=")); break;
    case Sign::Variants: {
        const QRectF upper(c.x() - 14, c.y() - 8, 22, 8.5);
        QFont small = bold;
        small.setPixelSize(8);
        const QFontMetricsF narrow(small);
        paintLabel(p, upper, variantColors(palette, false), QStringLiteral("AC"), narrow.horizontalAdvance(QStringLiteral("AC")), small);
        paintLabel(p, upper.translated(0, 8.5), variantColors(palette, true), QStringLiteral("B"),
                   narrow.horizontalAdvance(QStringLiteral("B")), small);
        break;
    }
    case Sign::Broken: {
        const QPointF t[3] = {c + QPointF(-2, -7), c + QPointF(6, 6), c + QPointF(-10, 6)};
        p.setPen(QPen(palette.warning.border, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(palette.warning.fill);
        p.drawPolygon(t, 3);
        p.setPen(QPen(palette.warning.text, 1.8, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(c + QPointF(-2, -2), c + QPointF(-2, 1.5));
        p.drawPoint(c + QPointF(-2, 4));
        break;
    }
    }
}

} // namespace

LegendContent legendContent(const Drawing& drawing, const CanvasLook& look, const CanvasLayers& layers, const QRectF& area)
{
    std::array<bool, static_cast<std::size_t>(Sign::Variants) + 1> seen{};
    const auto see = [&](Sign sign, bool yes = true) {
        if (yes) seen[static_cast<std::size_t>(sign)] = true;
    };
    const auto saw = [&](Sign sign) { return seen[static_cast<std::size_t>(sign)]; };
    const auto stands = [&](const QRectF& rect) { return area.isNull() || area.intersects(rect); };
    const SlotList& slots = drawing.model().baseline.slots();
    const auto shown = [&](SlotId slot) {
        const std::uint32_t port = drawing.portOf(slot);
        return port != kNoIndex && stands(drawing.port(port).pill);
    };
    for (std::uint32_t i = 0; i < slots.size(); ++i) {
        const SlotId slot(i);
        if (!shown(slot)) continue;
        const CanvasLook::GroupRole role = look.groupRole(slot);
        see(Sign::Group, role.joined);
        see(Sign::Tensor, role.member && !role.joined);
        see(Sign::Master, role.master && role.joined);
        see(Sign::Arc, role.joined && !role.master);
        switch (look.binding(slot)) {
        case BindingKind::Float: see(Sign::Float); break;
        case BindingKind::Own: see(Sign::Own, !role.member); break;
        case BindingKind::Fused: see(Sign::Fused); break;
        case BindingKind::Aligned: see(Sign::Aligned); break;
        case BindingKind::Inferred: see(Sign::Inferred); break;
        }
    }
    static const std::vector<Change> none;
    for (const Change& change : look.mode() == CanvasMode::Before ? none : look.evaluation().cascade.changes) {
        if (!change.moved || !shown(change.slot)) continue;
        const bool loss = change.scaleRatio > 1;
        see(Sign::Loss, loss);
        see(Sign::Clipped, change.clippedPercent > 0);
        see(Sign::Gain, !loss && change.clippedPercent == 0);
        if (saw(Sign::ScaleChange)) continue; // what follows takes longer
        const SlotLook s = look.slot(change.slot);
        see(Sign::ScaleChange, s.before != s.scale);
    }
    for (const SlotId slot : look.pinnedByHand()) see(Sign::Pinned, shown(slot));
    for (const SlotId slot : look.boundByHand()) see(Sign::BoundByHand, shown(slot) && layers.bindings);
    const bool qdq = drawing.model().quantSource == QuantSource::Qdq
        && drawing.options().fold == Fold::Folded;
    const auto passes = [&](const DrawnEdge& edge) {
        if (area.isNull() || area.contains(edge.middle)) return true;
        const auto points = drawing.points(edge);
        for (std::size_t i = 1; i < points.size() && !edge.stub; ++i)
            if (area.intersects(QRectF(points[i - 1], points[i]).normalized().adjusted(-1, -1, 1, 1))) return true;
        return false;
    };
    for (std::size_t i = 0; i < drawing.ends().size(); ++i) {
        const EdgeEnds& edge = drawing.ends()[i];
        if (!edge.target || !passes(drawing.edges()[i])) continue;
        const RescaleKind kind = look.rescale(edge.target);
        see(Sign::Requantize, kind == RescaleKind::Same);
        see(Sign::NewRequantize, kind == RescaleKind::New);
        see(Sign::Resolved, kind == RescaleKind::Resolved);
        if (qdq && !saw(Sign::Pair)) see(Sign::Pair, kind == RescaleKind::None && slots[edge.target].storedType != StoredType::None);
        if (!look.excluded().empty()) {
            see(Sign::Excluded, look.edge(edge.target).excluded);
            continue;
        }
        // All that there may be has been seen.
        if ((!qdq || saw(Sign::Pair)) && saw(Sign::Requantize) == look.has(RescaleKind::Same)
            && saw(Sign::NewRequantize) == look.has(RescaleKind::New) && saw(Sign::Resolved) == look.has(RescaleKind::Resolved))
            break;
    }
    for (const OpId operation : look.operations()) {
        const std::uint32_t index = drawing.nodeOf(operation);
        if (index == kNoIndex || drawing.node(index).operation != operation || !stands(drawing.node(index).rect)) continue; // a block stands for it
        const OperationLook& o = look.operation(operation);
        see(Sign::Disagree, o.disagree);
        see(Sign::Agree, o.agree);
        see(Sign::Method, o.aligned);
        see(Sign::Broken, o.broken);
    }
    const Variants* all = look.variants().all.get();
    for (const DrawnNode& node : drawing.nodes()) {
        if (!stands(node.rect)) continue;
        see(Sign::Constants, node.marksConstants && node.operation.valid());
        if (all != nullptr && !saw(Sign::Variants)) {
            if (node.block != kNoBlock) see(Sign::Variants, !all->over(drawing.blockOf(node).operations).agree());
            else if (const Spread* spread = node.operation ? all->at(node.operation) : nullptr) see(Sign::Variants, !spread->agree());
        }
        if (node.block == kNoBlock) continue;
        const Trouble& trouble = look.block(node.block, drawing.blockOf(node));
        see(Sign::Block);
        see(Sign::BlockBroken, trouble.broken > 0);
        see(Sign::BlockDisagree, trouble.misaligned > 0);
        see(Sign::BlockRequantize, trouble.requantize > 0);
        see(Sign::BlockSplit, trouble.split > 0);
        see(Sign::BlockChanged, trouble.changed > 0);
        see(Sign::BlockClean, node.quantized && trouble.broken + trouble.misaligned + trouble.requantize + trouble.split == 0);
    }
    LegendContent content;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i]) content.signs.push_back(static_cast<Sign>(i));
    return withLayers(content, layers);
}

LegendContent withLayers(const LegendContent& content, const CanvasLayers& layers)
{
    LegendContent rest = content;
    std::erase_if(rest.signs, [&](Sign sign) {
        switch (sign) {
        case Sign::Loss:
        case Sign::Clipped:
        case Sign::Gain: return !layers.cost;
        case Sign::Arc: return !layers.bindings;
        case Sign::Requantize:
        case Sign::NewRequantize:
        case Sign::Resolved:
        case Sign::Pair: return !layers.requantizeEdges;
        default: return false;
        }
    });
    return rest;
}

QSizeF legendSize(const LegendContent& content, const QFont& font, std::size_t columns)
{
    QFont text = font;
    text.setPixelSize(11);
    const QFontMetricsF metrics(text);
    double width = 0;
    for (const Sign sign : content.signs) width = std::max(width, metrics.horizontalAdvance(caption(sign)));
    const auto across = static_cast<double>(columns);
    return {across * (kSample + 8 + width) + (across - 1) * kColumnGap,
            kRow * static_cast<double>((content.signs.size() + columns - 1) / columns)};
}

void paintLegend(QPainter& painter, const LegendContent& content, const QFont& font,
                 const CanvasPalette& palette, std::size_t columns)
{
    QFont text = font;
    text.setPixelSize(11);
    const std::size_t rows = (content.signs.size() + columns - 1) / columns;
    const double column = legendSize(content, font).width() + kColumnGap;
    for (std::size_t i = 0; i < content.signs.size(); ++i) {
        const double x = column * static_cast<double>(i / rows);
        const double y = kRow * static_cast<double>(i % rows);
        painter.setRenderHint(QPainter::Antialiasing);
        paintSign(painter, content.signs[i], {x, y, kSample, kRow}, palette, font);
        painter.setPen(palette.text);
        painter.setFont(text);
        painter.drawText(QPointF(x + kSample + 8, baselineIn({0, y, 1, kRow}, 11)), caption(content.signs[i]));
    }
}

Legend::Legend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("legend"));
    setAccessibleName(tr("Legend"));
    setFocusPolicy(Qt::TabFocus);
    hide();
}

void Legend::setContent(const LegendContent& content)
{
    if (m_content == content) return;
    m_content = content;
    QStringList lines;
    for (const Sign sign : content.signs) lines << caption(sign);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    arrange();
    fitShape();
}

void Legend::setDark(bool dark)
{
    m_dark = dark;
    update();
}

void Legend::setRoom(QSize view)
{
    if (m_room == view) return;
    m_room = view;
    const std::size_t columns = m_columns;
    const bool folded = m_folded;
    arrange();
    if (columns != m_columns || folded != m_folded) fitShape();
}

void Legend::arrange()
{
    constexpr int kLeastWidth = 760;
    constexpr int kLeastHeight = 560;
    const auto low = [this](std::size_t columns) { return unfoldedSize(columns).height() <= m_room.height() / 2.0; };
    const bool fitsAside = unfoldedSize(2).width() <= 0.45 * m_room.width(); // the graph stands in the middle
    m_columns = !low(1) && fitsAside ? 2 : 1;
    if (!m_decided) m_folded = m_room.width() < kLeastWidth || m_room.height() < kLeastHeight || !low(m_columns);
}

QSizeF Legend::unfoldedSize(std::size_t columns) const
{
    const QSizeF rows = legendSize(m_content, font(), columns);
    return {rows.width() + 2 * kPad + 4, rows.height() + kTitle + kPad};
}

void Legend::setFolded(bool folded)
{
    if (m_folded == folded) return;
    m_folded = folded;
    fitShape();
}

void Legend::fitShape()
{
    const QSizeF whole = m_folded ? QSizeF(84, kTitle + 2) : unfoldedSize(m_columns);
    resize(whole.toSize());
    update();
    Q_EMIT sizeChanged();
}

void Legend::paintEvent(QPaintEvent*)
{
    const CanvasPalette& palette = canvasPalette(m_dark);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? palette.accent : palette.boxBorder, 1));
    painter.setBrush(withAlpha(palette.box, 240));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    QFont title = font();
    title.setPixelSize(11);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(palette.secondaryText);
    painter.drawText(QPointF(kPad + 12, 17), tr("Legend"));
    const QPointF c(kPad + 3, 13);
    const QPointF open[3] = {c + QPointF(-4, -2.5), c + QPointF(4, -2.5), c + QPointF(0, 3)};
    const QPointF shut[3] = {c + QPointF(-2.5, -4), c + QPointF(3, 0), c + QPointF(-2.5, 4)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.secondaryText);
    painter.drawPolygon(m_folded ? shut : open, 3);
    if (m_folded) return;
    painter.translate(kPad, kTitle);
    paintLegend(painter, m_content, font(), palette, m_columns);
}

void Legend::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || event->position().y() >= kTitle) return;
    m_decided = true;
    setFolded(!m_folded);
}

void Legend::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_Return) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_decided = true;
    setFolded(!m_folded);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/describe.h"

#include "core/base/numbers.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace alignscope::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString string(const std::string& value) { return QString::fromStdString(value); }

QString numbers(std::span<const float> values)
{
    if (values.empty()) return Text::tr("unknown");
    QStringList parts;
    for (std::size_t i = 0; i < values.size() && i < 4; ++i) parts << string(toText(values[i]));
    if (values.size() > 4) parts << Text::tr("… %1 channels").arg(values.size());
    return parts.join(QStringLiteral(", "));
}

QString shape(const Tensor& tensor)
{
    if (!tensor.shapeKnown) return {};
    QStringList parts;
    for (const std::int64_t d : tensor.shape) parts << (d < 0 ? QStringLiteral("?") : QString::number(d));
    return QStringLiteral("[") + parts.join(QStringLiteral(", ")) + QStringLiteral("]");
}

QString bindingText(const CanvasLook& look, SlotId slot)
{
    const SlotLook s = look.slot(slot);
    const SlotList& slots = look.table().slots();
    const SlotId root = look.table().root(slot);
    const QString master = root ? string(slots.id(root)) : Text::tr("a cycle");
    switch (s.binding) {
    case BindingKind::Float: return Text::tr("not quantized");
    case BindingKind::Own:
        return s.master ? Text::tr("master of G%1").arg(s.group) : Text::tr("its own parameters");
    case BindingKind::Fused: return Text::tr("fused into %1").arg(master);
    case BindingKind::Aligned: return Text::tr("aligned to %1").arg(master);
    case BindingKind::Inferred:
        return root == slot ? Text::tr("equal parameters elsewhere (inferred)")
                            : Text::tr("shares parameters with %1 (inferred)").arg(master);
    }
    return {};
}

void row(QString& html, const QString& label, const QString& value)
{
    if (value.isEmpty()) return;
    html += QStringLiteral("<tr><td style='padding-right:8px'>%1</td><td><b>%2</b></td></tr>")
                .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

void slotRows(QString& html, const CanvasLook& look, SlotId id)
{
    const TqcTable& table = look.table();
    const Slot& slot = table.slots()[id];
    const ParameterView view = table.effective(id);
    row(html, Text::tr("State"), string(std::string(toText(table.state(id)))) + QStringLiteral(", ")
                               + bindingText(look, id));
    if (look.slot(id).pinned) row(html, Text::tr("By hand"), Text::tr("pinned to this scale and offset"));
    if (const SlotId master = look.slot(id).boundTo; master)
        row(html, Text::tr("By hand"), Text::tr("bound to %1").arg(string(table.slots().id(master))));
    if (look.slot(id).binding == BindingKind::Float) return;
    row(html, Text::tr("Scale"), numbers(view.scale));
    if (!view.offset.empty() && !view.perChannel) {
        const auto shift = zeroPointShift(slot.scheme, slot.storedType);
        row(html, Text::tr("Zero point"), string(toText(static_cast<double>(view.offset[0]) - static_cast<double>(shift))));
    }
    if (const auto range = realRange(table, id))
        row(html, Text::tr("Range"), QStringLiteral("%1 … %2").arg(string(toShortText(range->lo, 6)),
                                                             string(toShortText(range->hi, 6))));
    if (slot.storedType != StoredType::None)
        row(html, Text::tr("Stored as"), string(std::string(toText(slot.storedType))));
    if (const auto& shown = look.variants(); shown.all && shown.all->at(id) != nullptr)
        for (std::size_t i = 0; i < shown.all->size(); ++i)
            row(html, variantLetter(i) + QStringLiteral("  ") + shortened(shown.names.value(static_cast<qsizetype>(i)), 24),
                numbers(shown.all->outcomes[i]->outcome.table.effective(id).scale));
    if (!look.slot(id).scaleChanged) return;
    if (const Change* change = look.evaluation().cascade.change(id)) {
        row(html, Text::tr("Was"), numbers(look.evaluation().cascade.before(id).parameters.scale));
        if (change->clippedPercent > 0) row(html, Text::tr("Clipped"), Text::tr("%1 % of the loaded range").arg(change->clippedPercent));
        if (const auto bits = change->bitsLost())
            row(html, *bits >= 0 ? Text::tr("Bits lost") : Text::tr("Bits gained"),
                string(toShortText(std::abs(*bits), 4)));
    }
}

QString title(const QString& strong, const QString& rest)
{
    return QStringLiteral("<p style='white-space:pre'><b>%1</b>  %2</p>")
        .arg(strong.toHtmlEscaped(), rest.toHtmlEscaped());
}

} // namespace

QString describeRich(const Drawing& drawing, const CanvasLook* look, const Selection& selection)
{
    const Graph& graph = *drawing.model().graph;
    const SlotList& slots = drawing.model().baseline.slots();
    QString html;
    const auto table = [&html](const QString& rows) {
        if (!rows.isEmpty()) html += QStringLiteral("<table>") + rows + QStringLiteral("</table>");
    };
    QString rows;
    switch (selection.kind) {
    case Selection::Kind::Operation: {
        const Operation& op = graph.operation(selection.operation);
        html = title(string(op.type), string(op.id));
        if (!slots.quantized(selection.operation)) row(rows, Text::tr("Quantization"), Text::tr("none, runs in float"));
        for (const TensorId input : graph.inputs(selection.operation)) {
            if (!input || graph.tensor(input).kind != TensorKind::Constant) continue;
            const Tensor& t = graph.tensor(input);
            row(rows, Text::tr("Constant"), string(t.name) + QLatin1Char(' ') + shape(t));
        }
        if (look) {
            const OperationLook& o = look->operation(selection.operation);
            if (o.disagree) row(rows, Text::tr("Inputs"), Text::tr("on different scales"));
            if (o.agree) row(rows, Text::tr("Inputs"), Text::tr("on one scale"));
            if (o.aligned)
                row(rows, Text::tr("Aligned to"), o.overlap ? Text::tr("%1, force_overlap on").arg(methodText(o.method))
                                                      : methodText(o.method));
            if (const Variants* all = look->variants().all.get())
                if (const Spread* spread = all->at(selection.operation)) row(rows, Text::tr("Scenarios"), agreementText(*spread, all->size()));
            if (o.broken) row(rows, Text::tr("Broken promise"), Text::tr("a later operation undid its alignment"));
        }
        table(rows);
        break;
    }
    case Selection::Kind::Slot:
        html = title(string(slots.id(selection.slot)), string(graph.tensor(slots[selection.slot].tensor).name));
        if (look) slotRows(rows, *look, selection.slot);
        table(rows);
        break;
    case Selection::Kind::Group:
        if (look)
            if (const Group* group = look->groupOf(selection.slot)) {
                html = title(Text::tr("Group G%1").arg(group->number), Text::tr("%n slot(s) on one scale", nullptr,
                                       static_cast<int>(group->slots.size())));
                row(rows, Text::tr("Master"), string(slots.id(group->root)));
                row(rows, Text::tr("Scale"), numbers(look->table().effective(group->root).scale));
                table(rows);
            }
        break;
    case Selection::Kind::Edge: {
        const Tensor& t = graph.tensor(selection.tensor);
        html = title(string(t.name), shape(t));
        if (look && selection.slot) {
            const EdgeLook e = look->edge(selection.slot);
            if (e.kind != RescaleKind::None && e.kind != RescaleKind::Resolved)
                row(rows, Text::tr("Requantize"), Text::tr("consumer scale / producer scale = %1")
                                                .arg(string(toText(e.ratio))));
            if (e.excluded)
                row(rows, Text::tr("By hand"), Text::tr("excluded: the producer does not follow this operation"));
            slotRows(rows, *look, selection.slot);
        }
        table(rows);
        break;
    }
    case Selection::Kind::Block: {
        const std::uint32_t node = drawing.nodeOfBlock(selection.block);
        if (node == kNoIndex) break;
        const Block& block = drawing.blockOf(drawing.node(node));
        html = title(blockLabel(block), block.path == block.label ? QString() : string(block.path));
        row(rows, Text::tr("Holds"), blockSummary(graph, block));
        if (look)
            for (const QString& line : troubleLines(look->block(selection.block, block))) row(rows, Text::tr("Inside"), line);
        row(rows, Text::tr("Double click"), Text::tr("shows what is in it"));
        table(rows);
        break;
    }
    case Selection::Kind::None: break;
    }
    return html;
}

QString crowdTitle(const Drawing& drawing, const CanvasLook& look, std::span<const std::uint32_t> edges)
{
    const DrawnEdge& first = drawing.edges()[edges.front()];
    const QString box = drawing.node(drawing.ends()[edges.front()].to).fullName;
    const int count = static_cast<int>(edges.size());
    switch (look.rescale(first.target)) {
    case RescaleKind::New: return Text::tr("%n edge(s) into %1 now requantize", nullptr, count).arg(box);
    case RescaleKind::Resolved: return Text::tr("%n edge(s) into %1 no longer requantize", nullptr, count).arg(box);
    default: return Text::tr("%n edge(s) into %1 requantize", nullptr, count).arg(box);
    }
}

QString crowdLine(const Drawing& drawing, const CanvasLook& look, std::uint32_t index)
{
    const DrawnEdge& edge = drawing.edges()[index];
    const EdgeLook e = look.edge(edge.target);
    return QStringLiteral("%1   %2 \u2192 %3")
        .arg(e.kind == RescaleKind::Resolved ? QStringLiteral(u"= \u2713") : ratioText(e.ratio),
             drawing.node(drawing.ends()[index].from).fullName, portName(look.table().slots()[edge.target]));
}

QString describeCrowd(const Drawing& drawing, const CanvasLook& look, std::span<const std::uint32_t> edges)
{
    constexpr std::size_t kMost = 12;
    const auto scale = [&](SlotId slot) { return scaleText(look.table().effective(slot)); };
    QString rows;
    for (const std::uint32_t index : edges.first(std::min(kMost, edges.size()))) {
        const DrawnEdge& edge = drawing.edges()[index];
        const QString scales = edge.source ? scale(edge.source) + QStringLiteral(u" \u2192 ") + scale(edge.target) : scale(edge.target);
        rows += QStringLiteral("<tr><td style='padding-right:12px'><p style='white-space:pre'>%1</p></td><td><p style='white-space:pre'><b>%2</b></p></td></tr>")
                    .arg(crowdLine(drawing, look, index).toHtmlEscaped(), scales.toHtmlEscaped());
    }
    QString html = title(crowdTitle(drawing, look, edges), {}) + QStringLiteral("<table>") + rows + QStringLiteral("</table>");
    const auto line = [&html](const QString& text) { html += QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()); };
    if (edges.size() > kMost) line(Text::tr("and %n more", nullptr, static_cast<int>(edges.size() - kMost)));
    line(Text::tr("A click tells them apart."));
    return html;
}

QString describePlain(const Drawing& drawing, const CanvasLook* look, const Selection& selection)
{
    const Graph& graph = *drawing.model().graph;
    const SlotList& slots = drawing.model().baseline.slots();
    switch (selection.kind) {
    case Selection::Kind::Operation: {
        const Operation& op = graph.operation(selection.operation);
        return Text::tr("%1 operation %2").arg(string(op.type), string(op.id));
    }
    case Selection::Kind::Slot: {
        const QString id = string(slots.id(selection.slot));
        if (!look) return Text::tr("Slot %1").arg(id);
        const ParameterView view = look->table().effective(selection.slot);
        return Text::tr("Slot %1, %2, scale %3").arg(id, bindingText(*look, selection.slot), numbers(view.scale));
    }
    case Selection::Kind::Group: return Text::tr("Group of %1").arg(string(slots.id(selection.slot)));
    case Selection::Kind::Edge: return Text::tr("Tensor %1").arg(string(graph.tensor(selection.tensor).name));
    case Selection::Kind::Block: {
        const std::uint32_t node = drawing.nodeOfBlock(selection.block);
        if (node == kNoIndex) break;
        const Block& block = drawing.blockOf(drawing.node(node));
        QStringList parts = {Text::tr("Collapsed block %1, %2").arg(blockLabel(block), blockSummary(graph, block))};
        if (look) parts += troubleLines(look->block(selection.block, block));
        return parts.join(QStringLiteral(", "));
    }
    case Selection::Kind::None: break;
    }
    return Text::tr("Nothing selected");
}

} // namespace alignscope::ui

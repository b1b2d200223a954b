// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/drawing_builder.h"

#include "core/graph/neighbours.h"
#include "ui/text/words.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <set>

namespace alignscope::ui {
namespace {

constexpr double kTextPadding = 14;
constexpr double kMaxTypeWidth = 190;
constexpr double kMaxNameWidth = 200;
constexpr double kConstantRoom = 16; // for the mark of constants beside the type
constexpr double kSignRoom = 22;    // beside the name, for the sign whether its inputs agree
constexpr double kMethodRoom = 104; // for the chip that says by which method it was aligned
constexpr std::size_t kMaxRows = 12;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString dimensionsText(const Tensor& tensor)
{
    if (!tensor.shapeKnown) return {};
    QString result;
    for (const std::int64_t dimension : tensor.shape) {
        if (!result.isEmpty()) result += QChar(0x00d7);
        result += dimension < 0 ? QStringLiteral("?") : QString::number(dimension);
    }
    return result;
}

double pillWidth(std::size_t count)
{
    if (count <= 4) return metrics::kPillWidth;
    if (count <= 24) return metrics::kCompactPillWidth;
    return std::max(6.0, 900.0 / static_cast<double>(count) - 2.0);
}

double pillGap(std::size_t count)
{
    return count <= 24 ? metrics::kPillGap : 2.0;
}

} // namespace

BoxMargins marginsOf(const DrawnNode& node, layout::Direction direction)
{
    if (node.kind != DrawnNode::Kind::Operation || !node.quantized) return {2, 4, 2, 4};
    // Tags of two neighbours share the gap that layouts leave between ranks.
    const double overhang = metrics::kPillHeight / 2.0 + 6.0;
    if (direction == layout::Direction::Down) return {8, overhang, 8, overhang};
    const double half = metrics::kPillWidth / 2.0 + 6.0;
    return {half, 8, half, 8};
}

DrawingBuilder::DrawingBuilder(Drawing& drawing, const DrawingFonts& fonts)
    : m_drawing(drawing), m_model(*drawing.m_model),
      m_graph(drawing.m_options.fold == Fold::Unfolded && drawing.m_model->fileGraph
                  ? *drawing.m_model->fileGraph
                  : *drawing.m_model->graph),
      m_unfolded(&m_graph != drawing.m_model->graph.get()),
      m_down(drawing.m_options.direction == layout::Direction::Down), m_type(fonts.type),
      m_name(fonts.name)
{
}

TensorId DrawingBuilder::modelTensor(TensorId tensor) const
{
    return m_unfolded ? m_model.graph->findTensor(m_graph.tensor(tensor).name) : tensor;
}

// Producers first, ties by the graph's own order; what stands in a cycle follows at the end. Of a
// collapsed block the first operation stands for all.
std::vector<OpId> DrawingBuilder::topologicalOrder() const
{
    const std::size_t count = m_graph.operationCount();
    const auto standsFor = [&](OpId op) {
        const std::uint32_t block = blockOf(op);
        return block == kNoBlock ? op.value() : (*m_drawing.m_options.blocks)[block].operations.front().value();
    };
    std::vector<std::uint32_t> missing(count, 0);
    for (std::uint32_t op = 0; op < count; ++op)
        for (const TensorId input : m_graph.inputs(OpId(op)))
            if (input && m_graph.producer(input) && standsFor(m_graph.producer(input)) != standsFor(OpId(op)))
                ++missing[standsFor(OpId(op))];
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
    for (std::uint32_t op = 0; op < count; ++op)
        if (missing[op] == 0 && standsFor(OpId(op)) == op) ready.push(op);
    std::vector<OpId> order;
    order.reserve(count);
    std::vector<bool> done(count, false);
    while (!ready.empty()) {
        const std::uint32_t op = ready.top();
        ready.pop();
        order.emplace_back(op);
        done[op] = true;
        const auto release = [&](OpId part) {
            for (const TensorId output : m_graph.outputs(part)) {
                if (!output || m_graph.producer(output) != part) continue;
                for (const Use& use : m_graph.uses(output)) {
                    const std::uint32_t reader = standsFor(use.operation);
                    if (reader != op && --missing[reader] == 0) ready.push(reader);
                }
            }
        };
        const std::uint32_t block = blockOf(OpId(op));
        if (block == kNoBlock) release(OpId(op));
        else
            for (const OpId part : (*m_drawing.m_options.blocks)[block].operations) release(part);
    }
    for (std::uint32_t op = 0; op < count; ++op)
        if (!done[op] && standsFor(OpId(op)) == op) order.emplace_back(op);
    return order;
}

// All of them, or those around the seeds; Q and DQ nodes stay with what they serve.
std::vector<bool> DrawingBuilder::drawnOperations() const
{
    const DrawingFocus& focus = m_drawing.m_options.focus;
    if (!focus.active()) return std::vector<bool>(m_graph.operationCount(), true);
    std::vector<bool> drawn(m_graph.operationCount(), false);
    std::vector<OpId> border;
    for (const OpId op : neighbourhood(*m_model.graph, focus.seeds, focus.hops)) {
        const OpId here = m_unfolded ? m_graph.findOperation(m_model.graph->operation(op).id) : op;
        if (!here) continue;
        drawn[here.index()] = true;
        border.push_back(here);
    }
    while (m_unfolded && !border.empty()) {
        const OpId op = border.back();
        border.pop_back();
        for (const auto& neighbours : {producersOf(m_graph, op), consumersOf(m_graph, op)})
            for (const Neighbour& n : neighbours) {
                if (drawn[n.operation.index()] || m_model.graph->findOperation(m_graph.operation(n.operation).id)) continue;
                drawn[n.operation.index()] = true;
                border.push_back(n.operation);
            }
    }
    return drawn;
}

// Constants are marks inside the boxes that read them, not boxes of their own.
bool DrawingBuilder::isConstantNode(OpId operation) const
{
    const auto outputs = m_graph.outputs(operation);
    return !outputs.empty() && std::all_of(outputs.begin(), outputs.end(), [this](TensorId output) {
        return output && m_graph.tensor(output).kind == TensorKind::Constant;
    });
}

void DrawingBuilder::run()
{
    m_sourceOf.assign(m_graph.tensorCount(), kNoIndex);
    m_terminal.assign(m_graph.tensorCount(), kNoIndex);
    m_drawing.m_nodeOfOperation.assign(m_model.graph->operationCount(), kNoIndex);
    m_drawing.m_portOfSlot.assign(m_model.baseline.size(), kNoIndex);
    const DrawingOptions& options = m_drawing.m_options;
    if (options.blocks && !options.collapsed.empty() && !m_unfolded && !options.focus.active()) {
        m_blockOf = drawnBlocks(m_graph, *options.blocks, options.collapsed);
        m_drawing.m_nodeOfBlock.assign(options.blocks->size(), kNoIndex);
    }
    m_drawing.m_input.direction = m_drawing.m_options.direction;

    std::vector<bool> isInput(m_graph.tensorCount(), false);
    for (const TensorId tensor : m_graph.graphInputs())
        isInput[tensor.index()] = m_graph.tensor(tensor).kind == TensorKind::Activation;
    const std::vector<bool> drawn = drawnOperations();
    reserve(drawn);
    for (const OpId op : topologicalOrder()) {
        if (!drawn[op.index()] || isConstantNode(op)) continue;
        const std::uint32_t block = blockOf(op);
        const std::span<const OpId> parts = block == kNoBlock ? std::span(&op, 1) : std::span<const OpId>((*options.blocks)[block].operations);
        for (const OpId part : parts)
            for (const TensorId tensor : m_graph.inputs(part))
                if (tensor && isInput[tensor.index()] && m_terminal[tensor.index()] == kNoIndex)
                    addTerminal(tensor, DrawnNode::Kind::GraphInput);
        if (block == kNoBlock) addOperation(op);
        else addBlock(block);
        for (const OpId part : parts)
            for (const TensorId tensor : m_graph.outputs(part))
                if (tensor && m_graph.tensor(tensor).isGraphOutput && m_graph.producer(tensor) == part)
                    addTerminal(tensor, DrawnNode::Kind::GraphOutput);
    }
    for (const TensorId tensor : m_graph.graphInputs()) {
        if (!isInput[tensor.index()] || m_drawing.m_options.focus.active()) continue;
        if (m_terminal[tensor.index()] == kNoIndex) addTerminal(tensor, DrawnNode::Kind::GraphInput);
        if (m_graph.tensor(tensor).isGraphOutput) addTerminal(tensor, DrawnNode::Kind::GraphOutput);
    }
    connect();
}

// Vectors that grow hold everything twice for a moment.
void DrawingBuilder::reserve(const std::vector<bool>& drawn)
{
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    for (std::uint32_t op = 0; op < drawn.size(); ++op) {
        if (!drawn[op]) continue;
        outputs += m_graph.outputs(OpId(op)).size();
        for (const TensorId input : m_graph.inputs(OpId(op)))
            if (input && m_graph.tensor(input).kind != TensorKind::Constant) ++inputs;
    }
    const std::size_t terminals = m_graph.graphInputs().size() + m_graph.graphOutputs().size();
    m_drawing.m_nodes.reserve(m_graph.operationCount() + terminals);
    m_drawing.m_ports.reserve(inputs + outputs + terminals);
    m_sinks.reserve(inputs + terminals);
}

void DrawingBuilder::addPort(SlotId slot, TensorId tensor, bool input)
{
    DrawnPort port;
    port.node = static_cast<std::uint32_t>(m_drawing.m_nodes.size());
    port.slot = slot;
    port.tensor = modelTensor(tensor);
    port.input = input;
    const auto index = static_cast<std::uint32_t>(m_drawing.m_ports.size());
    if (slot) m_drawing.m_portOfSlot[slot.index()] = index;
    if (!input && m_sourceOf[tensor.index()] == kNoIndex) m_sourceOf[tensor.index()] = index;
    if (input) m_sinks.push_back({index, tensor});
    m_drawing.m_ports.push_back(port);
}

SlotId DrawingBuilder::dataSlot(OpId modelOperation, SlotIo io, std::size_t index) const
{
    const SlotList& slots = m_model.baseline.slots();
    if (!modelOperation || !slots.quantized(modelOperation)) return {};
    const SlotId slot = slots.find(modelOperation, io, static_cast<std::uint32_t>(index));
    return slot && slots[slot].data ? slot : SlotId{};
}

// The box of a block: what enters and leaves it as ports, at the slots that read and write it.
void DrawingBuilder::addBlock(std::uint32_t index)
{
    const Block& block = (*m_drawing.m_options.blocks)[index];
    DrawnNode node;
    node.block = index;
    node.firstPort = static_cast<std::uint32_t>(m_drawing.m_ports.size());
    const auto here = static_cast<std::uint32_t>(m_drawing.m_nodes.size());
    m_drawing.m_nodeOfBlock[index] = here;
    std::set<TensorId> entered;
    for (const OpId op : block.operations) {
        m_drawing.m_nodeOfOperation[op.index()] = here;
        node.quantized = node.quantized || m_model.baseline.slots().quantized(op);
        const Category category = m_graph.operation(op).category;
        if (op == block.operations.front() || category == Category::Compute) node.category = category;
        const auto inputs = m_graph.inputs(op);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (!inputs[i] || m_graph.tensor(inputs[i]).kind == TensorKind::Constant) continue;
            const OpId producer = m_graph.producer(inputs[i]);
            if (producer && blockOf(producer) == index) continue;
            // One port a tensor; the slots of its other readers are hidden like those inside.
            if (!entered.insert(inputs[i]).second) continue;
            addPort(dataSlot(op, SlotIo::In, i), inputs[i], true);
            ++node.inputCount;
        }
    }
    for (const OpId op : block.operations) {
        const auto outputs = m_graph.outputs(op);
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            if (!outputs[i]) continue;
            const auto uses = m_graph.uses(outputs[i]);
            const bool leaves = m_graph.tensor(outputs[i]).isGraphOutput
                || std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return blockOf(use.operation) != index; });
            if (!leaves) continue;
            addPort(dataSlot(op, SlotIo::Out, i), outputs[i], false);
            ++node.outputCount;
        }
    }
    const QString label = blockLabel(block);
    node.fullName = blockSummary(m_graph, block);
    node.type = m_type.elided(label, Qt::ElideMiddle, kMaxTypeWidth);
    node.typeWidth = static_cast<float>(m_type.width(node.type));
    node.firstRow = static_cast<std::uint32_t>(m_drawing.m_rows.size());
    measure(node, false);
    m_drawing.m_nodes.push_back(std::move(node));
}

void DrawingBuilder::addOperation(OpId operation)
{
    const Operation& op = m_graph.operation(operation);
    const SlotList& slots = m_model.baseline.slots();
    OpId modelOp = operation;
    if (m_unfolded) {
        modelOp = m_model.graph->findOperation(op.id);
        if (modelOp && m_model.graph->operation(modelOp).type != op.type) modelOp = {};
    }
    const bool family = familyOf(op.type).has_value();

    DrawnNode node;
    node.category = op.category;
    node.operation = modelOp;
    node.quantized = modelOp && slots.quantized(modelOp);
    node.firstPort = static_cast<std::uint32_t>(m_drawing.m_ports.size());
    node.fullName = text(op.name.empty() ? op.id : op.name);
    const auto slotAt = [&](SlotIo io, std::size_t index) { return dataSlot(modelOp, io, index); };
    const auto inputs = m_graph.inputs(operation);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!inputs[i]) continue;
        const SlotId slot = slotAt(SlotIo::In, i);
        if (m_graph.tensor(inputs[i]).kind == TensorKind::Constant && !(family && slot)) {
            node.marksConstants = true;
            continue;
        }
        addPort(slot, inputs[i], true);
        ++node.inputCount;
    }
    const auto outputs = m_graph.outputs(operation);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (!outputs[i]) continue;
        addPort(slotAt(SlotIo::Out, i), outputs[i], false);
        ++node.outputCount;
    }
    if (!modelOp && !inputs.empty() && inputs[0]) node.tensor = modelTensor(inputs[0]);
    if (modelOp) m_drawing.m_nodeOfOperation[modelOp.index()] =
        static_cast<std::uint32_t>(m_drawing.m_nodes.size());
    const auto [known, isNew] = m_types.try_emplace(op.type);
    if (isNew) known->second = m_type.elided(text(op.type), Qt::ElideRight, kMaxTypeWidth);
    node.type = known->second;
    node.typeWidth = static_cast<float>(m_type.width(node.type));
    addRows(node, operation);
    measure(node, family);
    m_drawing.m_nodes.push_back(std::move(node));
}

void DrawingBuilder::addRows(DrawnNode& node, OpId operation)
{
    node.firstRow = static_cast<std::uint32_t>(m_drawing.m_rows.size());
    std::vector<DrawnRow> rows;
    if (m_drawing.m_options.attributes)
        for (const Attribute& attribute : m_graph.operation(operation).attributes)
            rows.push_back({text(attribute.name) + QStringLiteral(" = ") + text(attribute.text), false});
    if (m_drawing.m_options.initializers)
        for (const TensorId input : m_graph.inputs(operation))
            if (input && m_graph.tensor(input).kind == TensorKind::Constant)
                rows.push_back({text(m_graph.tensor(input).name) + QStringLiteral("  ")
                                    + dimensionsText(m_graph.tensor(input)), true});
    if (rows.size() > kMaxRows) {
        rows.resize(kMaxRows - 1);
        rows.push_back({QString(QChar(0x2026)), false});
    }
    for (DrawnRow& row : rows) {
        row.text = m_name.elided(row.text, Qt::ElideRight, kMaxNameWidth);
        m_drawing.m_rows.push_back(std::move(row));
    }
    node.rowCount = static_cast<std::uint32_t>(m_drawing.m_rows.size()) - node.firstRow;
}

void DrawingBuilder::measure(DrawnNode& node, bool family)
{
    const auto span = [&](std::uint32_t count) {
        return count == 0 ? 0.0 : count * (pillWidth(count) + pillGap(count)) - pillGap(count);
    };
    double text = node.typeWidth + (family && node.quantized ? kMethodRoom : node.marksConstants ? kConstantRoom : 0.0);
    for (std::uint32_t i = 0; i < node.rowCount; ++i)
        text = std::max(text, m_name.width(m_drawing.m_rows[node.firstRow + i].text));
    const double pills = node.quantized ? std::max(span(node.inputCount), span(node.outputCount)) : 0.0;
    const double wanted = m_name.width(node.fullName);
    const bool isBlock = node.block != kNoBlock;
    const double lines = 34.0 + metrics::kRowHeight * node.rowCount + (isBlock ? metrics::kMarkRow : 0.0);
    const bool pillsAside = !m_down && node.quantized;
    const double side = pillsAside ? metrics::kPillWidth / 2.0 + 4.0 : kTextPadding;

    if (isBlock) text = std::max(text + 18.0, metrics::kLeastBlock); // room for the sign that it opens
    double width = std::max({text, std::min(wanted, 150.0), 64.0}) + 2.0 * side;
    double height = lines + (m_down && node.quantized ? 28.0 : 18.0);
    if (m_down)
        width = std::max(width, pills + 2.0 * 10.0);
    else
        height = std::max(height, 12.0 + 36.0 * std::max(node.inputCount, node.outputCount));
    node.rect = QRectF(0, 0, std::ceil(width), std::ceil(height));
    // The count of a block stands first, the distinguishing end of a name last.
    const double sign = family && node.quantized && !isBlock ? kSignRoom : 0.0;
    node.name = m_name.elided(node.fullName, isBlock ? Qt::ElideRight : Qt::ElideMiddle, node.rect.width() - 2.0 * side - sign);
    node.nameWidth = static_cast<float>(m_name.width(node.name));
    node.textLeft = static_cast<float>(side);
    node.textTop = static_cast<float>((node.rect.height() - lines) / 2.0);
    placePorts(node, node.firstPort, node.inputCount, true);
    placePorts(node, node.firstPort + node.inputCount, node.outputCount, false);
}

void DrawingBuilder::placePorts(DrawnNode& node, std::uint32_t first, std::uint32_t count,
                                bool input) const
{
    const double pitch = m_down ? pillWidth(count) + pillGap(count) : 36.0;
    const double length = m_down ? node.rect.width() : node.rect.height();
    const double step = node.quantized ? pitch : std::min(22.0, length / (count + 1.0));
    for (std::uint32_t i = 0; i < count; ++i) {
        DrawnPort& port = m_drawing.m_ports[first + i];
        const double along = length / 2.0 + (i - (count - 1.0) / 2.0) * step;
        QPointF centre;
        if (m_down)
            centre = {along, input ? node.rect.top() : node.rect.bottom()};
        else
            centre = {input ? node.rect.left() : node.rect.right(), along};
        const double width = !port.slot ? metrics::kDotSize
            : m_down                    ? pillWidth(count)
                                        : metrics::kPillWidth;
        const double height = port.slot ? metrics::kPillHeight : metrics::kDotSize;
        port.compact = width < metrics::kPillWidth;
        port.pill = QRectF(centre.x() - width / 2.0, centre.y() - height / 2.0, width, height);
    }
}

void DrawingBuilder::addTerminal(TensorId tensor, DrawnNode::Kind kind)
{
    const Tensor& t = m_graph.tensor(tensor);
    DrawnNode node;
    node.kind = kind;
    node.tensor = modelTensor(tensor);
    node.fullName = text(t.name);
    node.firstPort = static_cast<std::uint32_t>(m_drawing.m_ports.size());
    const bool source = kind == DrawnNode::Kind::GraphInput;
    if (source) m_terminal[tensor.index()] = static_cast<std::uint32_t>(m_drawing.m_nodes.size());
    addPort({}, tensor, !source);
    (source ? node.outputCount : node.inputCount) = 1;
    node.type = m_name.elided(node.fullName, Qt::ElideMiddle, 150.0);
    node.typeWidth = static_cast<float>(m_name.width(node.type));
    node.name = m_name.elided(dimensionsText(t), Qt::ElideRight, 150.0);
    node.nameWidth = static_cast<float>(m_name.width(node.name));
    const double lines = node.name.isEmpty() ? 16.0 : 30.0;
    node.rect = QRectF(0, 0, std::ceil(std::max(node.typeWidth, node.nameWidth) + 36.0), lines + 10.0);
    node.textTop = 5;
    node.textLeft = 18;
    placePorts(node, node.firstPort, node.inputCount, true);
    placePorts(node, node.firstPort + node.inputCount, node.outputCount, false);
    m_drawing.m_nodes.push_back(std::move(node));
}

void DrawingBuilder::connect()
{
    // A terminal of a graph output reads the tensor's producer, not itself.
    m_drawing.m_edges.reserve(m_sinks.size());
    m_drawing.m_layoutEdge.reserve(m_sinks.size());
    m_drawing.m_input.edges.reserve(m_sinks.size());
    m_drawing.m_input.nodes.reserve(m_drawing.m_nodes.size());
    for (const Sink& sink : m_sinks) {
        const std::uint32_t source = m_sourceOf[sink.tensor.index()];
        if (source != kNoIndex) addEdge(source, sink.port);
    }
    auto& input = m_drawing.m_input;
    for (const DrawnNode& node : m_drawing.m_nodes) {
        const BoxMargins m = marginsOf(node, input.direction);
        input.nodes.push_back({node.rect.width() + m.left + m.right, node.rect.height() + m.top + m.bottom});
    }
    std::vector<std::uint32_t> counts(m_drawing.m_ports.size() + 1, 0);
    for (const DrawnEdge& edge : m_drawing.m_edges) {
        ++counts[edge.fromPort + 1];
        ++counts[edge.toPort + 1];
    }
    for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
    for (std::size_t i = 0; i < m_drawing.m_ports.size(); ++i) {
        m_drawing.m_ports[i].firstEdge = counts[i];
        m_drawing.m_ports[i].edgeCount = counts[i + 1] - counts[i];
    }
    m_drawing.m_portEdges.resize(counts.back());
    for (std::uint32_t i = 0; i < m_drawing.m_edges.size(); ++i) {
        m_drawing.m_portEdges[counts[m_drawing.m_edges[i].fromPort]++] = i;
        m_drawing.m_portEdges[counts[m_drawing.m_edges[i].toPort]++] = i;
    }
}

void DrawingBuilder::addEdge(std::uint32_t fromPort, std::uint32_t toPort)
{
    const DrawnPort& from = m_drawing.m_ports[fromPort];
    const DrawnPort& to = m_drawing.m_ports[toPort];
    DrawnEdge edge;
    edge.fromPort = fromPort;
    edge.toPort = toPort;
    edge.tensor = from.tensor;
    edge.source = from.slot;
    edge.target = to.slot;
    auto& input = m_drawing.m_input;
    const auto fraction = [&](const DrawnPort& port) {
        const DrawnNode& node = m_drawing.m_nodes[port.node];
        const BoxMargins m = marginsOf(node, input.direction);
        return m_down ? (port.pill.center().x() + m.left) / (node.rect.width() + m.left + m.right)
                      : (port.pill.center().y() + m.top) / (node.rect.height() + m.top + m.bottom);
    };
    // An edge against the order belongs to a cycle: layouts are for what flows forward.
    if (from.node < to.node) {
        m_drawing.m_layoutEdge.push_back(static_cast<std::uint32_t>(input.edges.size()));
        input.edges.push_back({from.node, to.node, fraction(from), fraction(to)});
    } else {
        m_drawing.m_layoutEdge.push_back(kNoIndex);
    }
    m_drawing.m_edges.push_back(edge);
}

} // namespace alignscope::ui

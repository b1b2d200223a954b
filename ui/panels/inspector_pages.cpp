// SPDX-License-Identifier: Apache-2.0
// What InspectorPanel shows for each kind of selection.
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/palette.h"
#include "ui/panels/blocks.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/inspector_parts.h"
#include "ui/session/session.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

// Nothing is selected: where the trouble is, to start from.
void InspectorPanel::showOverview(const Evaluation& evaluation)
{
    const Graph& graph = *evaluation.model->graph;
    const SlotList& slots = evaluation.outcome.table.slots();
    const Cascade& cascade = evaluation.cascade;
    addTitle(nameOf(evaluation.model->quantSource), qs(evaluation.model->name), theme().accent);
    m_column->addWidget(mutedLabel(tr("Select an operation, a slot, an edge or a group on the canvas or in a table below to see its parameters and where they come from."), m_content));
    static constexpr std::size_t kMaximum = 8;
    const auto shown = m_session.shown(); // each row keeps it; the lists themselves may be long
    const auto list = [this](const QString& title, std::string_view flag, std::size_t count, auto&& linkAt, auto&& selectAt) {
        if (count == 0) return;
        addSection(title);
        for (std::size_t i = 0; i < std::min(count, kMaximum); ++i) {
            NameLink* row = linkAt(i);
            connect(row, &QPushButton::clicked, this, [selectAt, i] { selectAt(i); });
            m_column->addWidget(row);
        }
        if (count > kMaximum) addMore(count - kMaximum, u"overviewAll.%1"_s.arg(qs(flag)), u"is:"_s + qs(flag));
    };
    const auto idOf = [&graph](OpId operation) { return qs(graph.operation(operation).id); };
    const auto operationLink = [&](OpId operation) {
        return new NameLink(u"%1  %2"_s, {qs(graph.operation(operation).type), idOf(operation)}, m_content);
    };
    list(tr("Broken promises"), "broken", cascade.brokenPromises.size(),
         [&](std::size_t i) {
             const BrokenPromise& promise = cascade.brokenPromises[i];
             const OpId brokenBy = evaluation.brokenBy(promise);
             auto* row = brokenBy ? new NameLink(tr("%1 undid %2"), {idOf(brokenBy), idOf(promise.operation)}, m_content)
                                  : new NameLink(u"%1"_s, {idOf(promise.operation)}, m_content);
             row->setToolTip(brokenPromiseText(evaluation, promise));
             return row;
         },
         [this, shown](std::size_t i) { m_session.selectSlot(shown->cascade.brokenPromises[i].slot); });
    if (!cascade.brokenPromises.empty()) {
        auto* all = linkButton(tr("Who promised, and who undid it"), m_content);
        all->setObjectName(u"allPromises"_s);
        all->setToolTip(tr("All broken promises in the Cascade tab, with a way to both operations"));
        connect(all, &QPushButton::clicked, this, &InspectorPanel::promisesAsked);
        m_column->addWidget(all);
        auto* order = linkButton(tr("What would another order give?"), m_content);
        order->setObjectName(u"otherOrder"_s);
        order->setToolTip(tr("PPQ aligns in the order of the operations, and the last one wins. Compare with another order."));
        connect(order, &QPushButton::clicked, this, &InspectorPanel::otherOrderAsked);
        m_column->addWidget(order);
    }
    list(tr("Misaligned operations"), "misaligned", cascade.misalignedAfter.size(), [&](std::size_t i) { return operationLink(cascade.misalignedAfter[i]); },
         [this, shown](std::size_t i) { m_session.selectOperation(shown->cascade.misalignedAfter[i]); });
    const auto rescaled = [&](std::size_t i) {
        const RequantizeEdge& edge = cascade.edgesAfter[i];
        return new NameLink(u"%1  %2 \u2192 %3"_s, {ratioText(edge.ratio), idOf(slots[edge.edge.from].operation), idOf(slots[edge.edge.to].operation)}, m_content);
    };
    list(tr("Requantize edges"), "requantize", cascade.edgesAfter.size(), rescaled,
         [this, shown](std::size_t i) { m_session.selectEdge(shown->cascade.edgesAfter[i].edge.to); });
    list(tr("Split operations"), "split", cascade.splitAfter.size(), [&](std::size_t i) { return operationLink(cascade.splitAfter[i]); },
         [this, shown](std::size_t i) { m_session.selectOperation(shown->cascade.splitAfter[i]); });
    if (!cascade.splitAfter.empty())
        m_column->addWidget(mutedLabel(tr("They only pass values on (Reshape, MaxPool...), but their input and output have different scales: the device must rescale inside of them."), m_content));
    if (cascade.brokenPromises.empty() && cascade.misalignedAfter.empty() && cascade.edgesAfter.empty() && cascade.splitAfter.empty() && slots.size() > 0)
        addTip(u"good"_s, tr("No requantize edge, no misaligned or split operation, no broken promise."));
}

void InspectorPanel::showOperation(const Evaluation& evaluation, OpId id)
{
    const Graph& graph = *evaluation.model->graph;
    const Operation& operation = graph.operation(id);
    addTitle(qs(operation.type), qs(operation.id), canvasPalette(theme().dark).categoryColor(operation.category));
    for (const BrokenPromise& promise : evaluation.cascade.brokenPromises)
        if (promise.operation == id) {
            const SlotList& slots = evaluation.outcome.table.slots();
            const OpId brokenBy = evaluation.brokenBy(promise);
            addTip(u"warning"_s, brokenBy
                                     ? tr("Broken promise: it bound %1 to %2, but %3 changed that afterwards.")
                                           .arg(slotName(slots, promise.slot), slotName(slots, promise.master), qs(graph.operation(brokenBy).id))
                                     : tr("Broken promise: it bound %1 to %2, but they differ in the end.")
                                           .arg(slotName(slots, promise.slot), slotName(slots, promise.master)));
        }
    addMethodChooser(*m_session.evaluation(), id); // choices are the scenario's, whatever is shown

    const SlotList& slots = evaluation.outcome.table.slots();
    if (slots.quantized(id)) {
        for (const SlotIo io : {SlotIo::In, SlotIo::Out}) {
            addSection(io == SlotIo::In ? tr("Inputs") : tr("Outputs"));
            const SlotId first = slots.firstSlot(id);
            for (std::uint32_t i = 0; i < slots.slotsOf(id).size(); ++i) {
                const SlotId slot(first.value() + i);
                const Slot& s = slots[slot];
                if (s.io != io) continue;
                const QString tensor = s.tensor ? qs(graph.tensor(s.tensor).name) : QString();
                addSlotCard(evaluation, slot, u"%1  %2"_s.arg(portName(s), tensor));
            }
        }
    } else {
        addSection(tr("Quantization"));
        m_column->addWidget(mutedLabel(tr("This operation is not quantized: none of its slots has parameters."), m_content));
    }
    addSection(tr("Operation"));
    auto* facts = addFacts();
    addFact(facts, tr("Category"), nameOf(operation.category));
    if (operation.name != operation.id && !operation.name.empty()) addFact(facts, tr("Name"), qs(operation.name));
    if (!operation.domain.empty()) addFact(facts, tr("Domain"), qs(operation.domain));
    addFact(facts, tr("Position"), tr("node %1 of the file").arg(operation.position));
    if (operation.hasSubgraph) addFact(facts, tr("Body"), tr("has a subgraph, which is not looked into"));
    if (!operation.attributes.empty()) {
        addSection(tr("Attributes"));
        auto* attributes = addFacts();
        for (const Attribute& attribute : operation.attributes)
            addFact(attributes, qs(attribute.name), shortened(qs(attribute.text), 400));
    }
}

void InspectorPanel::showSlot(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& table = evaluation.outcome.table;
    const SlotList& slots = table.slots();
    const Slot& s = slots[slot];
    const SlotId root = table.root(slot);
    const Group* group = evaluation.cascade.group(root);
    addTitle(s.parameter ? tr("Parameter slot") : tr("Slot"), slotName(slots, slot), group != nullptr ? groupColor(group->number) : theme().border);
    addWhy(evaluation, slot);
    if (root && root != slot) {
        addSection(tr("Master"));
        addSlotCard(evaluation, root, slotName(slots, root));
    }
    if (group != nullptr) {
        addRanges(*group, slot);
        auto* open = linkButton(tr("Show group G%1 with %n slots", nullptr, static_cast<int>(group->slots.size())).arg(group->number), m_content);
        open->setObjectName(u"showGroup"_s);
        connect(open, &QPushButton::clicked, this, [this, root] { m_session.selectGroup(root); });
        m_column->addWidget(open);
    }
    addSection(tr("Parameters"));
    addParameters(evaluation, slot);
    addSection(tr("Belongs to"));
    const Operation& operation = slots.graph().operation(s.operation);
    auto* owner = new NameLink(u"%1  %2"_s, {qs(operation.type), qs(operation.id)}, m_content);
    connect(owner, &QPushButton::clicked, this, [this, id = s.operation] { m_session.selectOperation(id); });
    m_column->addWidget(owner);
    if (s.tensor) {
        auto* facts = addFacts();
        const Tensor& tensor = slots.graph().tensor(s.tensor);
        addFact(facts, tr("Tensor"), qs(tensor.name));
        if (tensor.shapeKnown) addFact(facts, tr("Shape"), shapeText(tensor));
    }
}

void InspectorPanel::showEdge(const Evaluation& evaluation, SlotId consumer, TensorId tensorId)
{
    const TqcTable& table = evaluation.outcome.table;
    const SlotList& slots = table.slots();
    const Graph& graph = *evaluation.model->graph;
    if (!tensorId && consumer) tensorId = slots[consumer].tensor;
    if (!tensorId) return showNothing();
    const Tensor& tensor = graph.tensor(tensorId);
    addTitle(tr("Edge"), qs(tensor.name), theme().accent);
    const auto& edges = evaluation.cascade.edgesAfter;
    const auto found = std::find_if(edges.begin(), edges.end(), [consumer](const RequantizeEdge& e) { return consumer && e.edge.to == consumer; });
    if (found != edges.end())
        addTip(u"warning"_s, tr("Requantize edge: producer and consumer have different parameters, so the device must rescale here (consumer scale / producer scale = %1).")
                                 .arg(number(found->ratio)));
    else if (consumer && isQuantized(table, consumer)) addTip(u"good"_s, tr("Producer and consumer agree: no rescale is needed here."));

    const OpId producer = graph.producer(tensorId);
    const SlotId source = producer ? slots.find(producer, SlotIo::Out, graph.producerIndex(tensorId)) : SlotId();
    if (source && consumer && isExcluded(evaluation.scenario, {slots.id(source), slots.id(consumer)}))
        addTip(u"info"_s, tr("Excluded by hand: the producer does not follow this operation."));
    addSection(tr("Producer"));
    if (source) addSlotCard(evaluation, source, slotName(slots, source));
    else m_column->addWidget(mutedLabel(producer ? tr("%1, not quantized").arg(qs(graph.operation(producer).id))
                                                 : tensor.isGraphInput ? tr("Input of the model") : tr("Constant"), m_content));
    // The one at the other end of the edge comes first; a mask may have hundreds more.
    addSection(tr("Consumers"));
    if (consumer) addSlotCard(evaluation, consumer, slotName(slots, consumer));
    constexpr std::size_t kMostConsumers = 20;
    std::size_t listed = consumer ? 1 : 0;
    std::size_t all = listed;
    for (const Use& use : graph.uses(tensorId)) {
        const SlotId slot = slots.find(use.operation, SlotIo::In, use.index);
        if (slot && slot == consumer) continue;
        ++all;
        if (listed == kMostConsumers) continue;
        ++listed;
        if (slot) addSlotCard(evaluation, slot, slotName(slots, slot));
        else m_column->addWidget(mutedLabel(tr("%1, not quantized").arg(qs(graph.operation(use.operation).id)), m_content));
    }
    if (all > listed) m_column->addWidget(mutedLabel(tr("and %n more", nullptr, static_cast<int>(all - listed)), m_content));
    if (consumer) addWhy(evaluation, consumer);
    addSection(tr("Tensor"));
    auto* facts = addFacts();
    if (const QString type = elementTypeName(tensor.elementType); !type.isEmpty()) addFact(facts, tr("Type"), type);
    if (tensor.shapeKnown) addFact(facts, tr("Shape"), shapeText(tensor));
    if (tensor.isGraphInput || tensor.isGraphOutput)
        addFact(facts, tr("Role"), tensor.isGraphInput ? tr("input of the model") : tr("output of the model"));
    addFact(facts, tr("Name"), qs(tensor.name));
}

void InspectorPanel::showBlock(const Evaluation& evaluation, std::uint32_t index)
{
    const auto& blocks = m_session.blocks();
    if (!blocks || index >= blocks->size()) return showNothing();
    const Block& block = (*blocks)[index];
    const Graph& graph = *evaluation.model->graph;
    addTitle(tr("Block"), blockLabel(block), theme().accent);
    auto* facts = addFacts();
    if (!block.path.empty()) addFact(facts, tr("Scope"), qs(block.path));
    addFact(facts, tr("Holds"), blockSummary(graph, block));
    const QStringList lines = troubleLines(troubleWithin(evaluation, EvaluationSide::Outcome, block.operations));
    if (lines.isEmpty()) addTip(u"good"_s, tr("Nothing in it is changed, misaligned or requantized."));
    for (const QString& line : lines) addTip(u"warning"_s, line);
    addSection(tr("Operations"));
    constexpr std::size_t kMaximum = 40;
    for (std::size_t i = 0; i < std::min(block.operations.size(), kMaximum); ++i) {
        const OpId operation = block.operations[i];
        auto* row = new NameLink(u"%1  %2"_s, {qs(graph.operation(operation).type), qs(graph.operation(operation).id)}, m_content);
        connect(row, &QPushButton::clicked, this, [this, operation] { m_session.selectOperation(operation); });
        m_column->addWidget(row);
    }
    if (block.operations.size() > kMaximum)
        m_column->addWidget(mutedLabel(tr("and %n more", nullptr, static_cast<int>(block.operations.size() - kMaximum)), m_content));
}

void InspectorPanel::showGroup(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& table = evaluation.outcome.table;
    const SlotList& slots = table.slots();
    const SlotId root = table.root(slot);
    const Group* group = evaluation.cascade.group(root);
    if (group == nullptr) return showSlot(evaluation, slot); // alone: a slot like any other
    addTitle(tr("Group of %n slots", nullptr, static_cast<int>(group->slots.size())), tr("Group G%1").arg(group->number), groupColor(group->number));
    auto* facts = addFacts();
    addFact(facts, tr("Scale"), scaleText(table.effective(root), true));
    addFact(facts, tr("Offset"), offsetText(table.effective(root), true));
    addFact(facts, tr("Real range"), rangeText(realRange(table, root), 6));
    addSection(tr("Master"));
    addSlotCard(evaluation, root, slotName(slots, root));
    addRanges(*group, {});
    addSection(tr("Members"));
    constexpr std::size_t kMaximum = 60;
    for (std::size_t i = 0; i < group->slots.size() && i < kMaximum; ++i)
        addSlotCard(evaluation, group->slots[i], slotName(slots, group->slots[i]));
    if (group->slots.size() > kMaximum)
        addMore(group->slots.size() - kMaximum, u"groupAll"_s, u"group:G%1"_s.arg(group->number));
    addWhy(evaluation, root);
}

} // namespace alignscope::ui

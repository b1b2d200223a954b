// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvas_look.h"

#include "core/base/numbers.h"
#include "core/base/parallel.h"
#include "core/cascade/hand_edits.h"
#include "core/cascade/resolved_table.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

// Both with the same decimals, so that they compare at a glance: "0.0270→0.0913". The smaller one
// gets three significant digits, two when they are far apart anyway.
QString changeOf(double before, double after)
{
    const double least = std::min(std::abs(before), std::abs(after));
    if (!(least >= 1e-4) || !(std::max(std::abs(before), std::abs(after)) < 1e4))
        return QString::fromStdString(toShortText(before, 3)) + QChar(0x2192)
            + QString::fromStdString(toShortText(after, 3));
    const double most = std::max(std::abs(before), std::abs(after));
    const int digits = most >= 4 * least ? 1 : 2;
    const int enough = std::clamp(digits - static_cast<int>(std::floor(std::log10(least))), 0, 6);
    int decimals = enough; // as many more as it takes to see the difference
    while (decimals < enough + 4 && QString::number(before, 'f', decimals) == QString::number(after, 'f', decimals)) ++decimals;
    return QString::number(before, 'f', decimals) + QChar(0x2192) + QString::number(after, 'f', decimals);
}

QString shortNumber(double value, int digits)
{
    return QString::fromStdString(toShortText(value, digits));
}

float scaleOf(const ParameterView& view)
{
    return view.scale.empty() ? 0.0F : *std::max_element(view.scale.begin(), view.scale.end());
}

} // namespace

QString ratioText(double ratio)
{
    if (!(ratio > 0) || !std::isfinite(ratio) || ratio == 1.0)
        return QCoreApplication::translate("Canvas", "\342\211\240 zero");
    const double off = std::abs(ratio - 1.0);
    return QStringLiteral(u"\u2260 \u00d7") + shortNumber(ratio, off < 1e-4 ? 7 : off < 1e-3 ? 6 : off < 0.01 ? 4 : off < 0.1 ? 3 : 2);
}

QString methodText(Method method)
{
    switch (method) {
    case Method::Large: return QCoreApplication::translate("Canvas", "large");
    case Method::Output: return QCoreApplication::translate("Canvas", "output");
    case Method::Input: return QCoreApplication::translate("Canvas", "input");
    case Method::None: break;
    }
    return QCoreApplication::translate("Canvas", "none");
}

CanvasLook::CanvasLook(std::shared_ptr<const Evaluation> evaluation, CanvasMode mode, ShownVariants variants)
    : m_evaluation(std::move(evaluation)), m_mode(mode), m_variants(std::move(variants))
{
    m_slots.resize(table().size());
    m_edges.resize(m_slots.size());
    constexpr std::size_t kWorthAThread = 20000; // slots
    inParallel(m_slots.size() > kWorthAThread, [this] { fillEdges(); }, [this] { fillSlots(); });
    fillOperations();
    fillByHand();
}

const TqcTable& CanvasLook::table() const
{
    return m_mode == CanvasMode::Before ? m_evaluation->model->baseline : m_evaluation->outcome.table;
}

std::span<const Group> CanvasLook::groups() const
{
    const Cascade& cascade = m_evaluation->cascade;
    return m_mode == CanvasMode::Before ? cascade.groupsBefore : cascade.groups;
}

const Group* CanvasLook::groupOf(SlotId id) const
{
    const std::uint32_t number = m_slots[id.index()].group;
    return number == 0 ? nullptr : &groups()[m_groupIndex[number]];
}

void CanvasLook::fillSlots()
{
    const TqcTable& table = this->table();
    const Model& model = *m_evaluation->model;
    const SlotList& slots = table.slots();
    const Cascade& cascade = m_evaluation->cascade;
    const ResolvedTable& resolved = m_mode == CanvasMode::Before ? cascade.tableBefore : cascade.tableAfter;
    const bool inferredFile = model.quantSource == QuantSource::Qdq;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        SlotLook& look = m_slots[i];
        const ParameterView view = resolved.effective(id);
        look.perChannel = view.perChannel;
        const TqcState state = table.state(id);
        if (isFp32OrSoi(state) || !view.known()) continue; // hollow
        // Weights have no pill that would show one number for all their channels.
        if (!view.perChannel || !slots.isParameter(id)) look.scale = scaleOf(view);
        if (table.dominator(id) != id && state == TqcState::Overlapped) {
            look.binding = inferredFile ? BindingKind::Inferred : BindingKind::Fused;
        } else if (table.dominator(id) != id) {
            look.binding = BindingKind::Aligned;
        } else {
            look.binding = BindingKind::Own;
        }
        look.before = look.scale;
    }
    std::uint32_t highest = 0;
    for (const Group& group : groups()) highest = std::max(highest, group.number);
    m_groupIndex.assign(highest + 1, 0);
    for (std::uint32_t g = 0; g < groups().size(); ++g) {
        const Group& group = groups()[g];
        m_groupIndex[group.number] = g;
        m_slots[group.root.index()].group = group.number;
        m_slots[group.root.index()].master = true;
        // The pass marks a new master PASSIVE too; it is still who dictates.
    }
    // Constant operands follow their group too, although they do not count as its members. Several
    // tensors in one group are what alignment is about; a producer and its readers are not.
    std::vector<std::uint8_t> joined(highest + 1, 0);
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId root = resolved.root(SlotId(i));
        if (!root || !slots.isData(SlotId(i))) continue;
        const std::uint32_t group = m_slots[root.index()].group;
        m_slots[i].group = group;
        if (group != 0 && joined[group] == 0 && root != SlotId(i) && slots.tensorOf(SlotId(i)) != slots.tensorOf(root))
            joined[group] = 1;
    }
    joined[0] = 0;
    for (SlotLook& look : m_slots) look.joined = joined[look.group] != 0;
    // Slots that carry equal numbers without any binding: evidence, drawn in grey.
    for (const InferredBinding& binding : model.inferred)
        for (const SlotId slot : binding.slots) {
            SlotLook& look = m_slots[slot.index()];
            if (look.binding == BindingKind::Own && look.group == 0) look.binding = BindingKind::Inferred;
        }
    if (m_mode == CanvasMode::Before) return;
    for (const Change& change : cascade.changes) {
        SlotLook& look = m_slots[change.slot.index()];
        look.changed = true;
        look.before = scaleOf(cascade.tableBefore.effective(change.slot));
        if (look.binding != BindingKind::Float) look.scale = scaleOf(resolved.effective(change.slot));
        look.bitsLost = static_cast<float>(change.bitsLost.value_or(0.0));
        look.scaleChanged = change.moved;
        look.clippedPercent = change.clippedPercent;
        m_anyChange = true;
    }
}

void CanvasLook::fillOperations()
{
    const Model& model = *m_evaluation->model;
    const SlotList& slots = model.baseline.slots();
    const Cascade& cascade = m_evaluation->cascade;
    const bool before = m_mode == CanvasMode::Before;
    m_operations.resize(model.graph->operationCount());

    // Without a change nothing of it is marked; Before shows none.
    static const std::vector<Change> none;
    for (const Change& change : before ? none : cascade.changes) {
        const std::size_t i = change.slot.index();
        if (!m_slots[i].scaleChanged || slots.isParameter(change.slot)) continue;
        OperationLook& look = m_operations[slots.operationOf(change.slot).index()];
        look.worstBitsLost = look.changed ? std::max(look.worstBitsLost, m_slots[i].bitsLost)
                                          : m_slots[i].bitsLost;
        look.changed = true;
        look.anyLoss = look.anyLoss || m_slots[i].bitsLost > 0;
        look.clipped = look.clipped || m_slots[i].clippedPercent > 0;
    }
    for (const OpId op : before ? cascade.misalignedBefore : cascade.misalignedAfter)
        m_operations[op.index()].disagree = true;
    for (const OpId op : before ? cascade.splitBefore : cascade.splitAfter)
        m_operations[op.index()].split = true;
    for (const AlignmentSite& site : model.slotGraph->sites()) {
        OperationLook& look = m_operations[site.operation.index()];
        if (site.family != Family::Elementwise && site.family != Family::Concat) continue;
        if (look.disagree) continue;
        std::uint32_t quantized = 0;
        for (std::uint32_t i = 0; i < site.inputCount && quantized < 2; ++i)
            quantized += m_slots[site.firstInput + i].binding != BindingKind::Float ? 1U : 0U;
        look.agree = quantized >= 2;
    }
    if (!before) markOutcome();
    for (std::uint32_t i = 0; i < m_operations.size(); ++i) {
        const OperationLook& look = m_operations[i];
        if (look.changed || look.disagree || look.agree || look.split || look.broken || look.aligned)
            m_marked.push_back(OpId(i));
    }
}

void CanvasLook::markOutcome()
{
    const Model& model = *m_evaluation->model;
    const Cascade& cascade = m_evaluation->cascade;
    const Scenario& scenario = m_evaluation->scenario;
    for (const BrokenPromise& promise : cascade.brokenPromises)
        m_operations[promise.operation.index()].broken = true;
    OpId done; // the steps of an operation stand together
    for (const Step& step : m_evaluation->outcome.steps) {
        if (step.operation == done || step.action == Action::Skip || step.action == Action::Passive || step.action == Action::Refuse)
            continue;
        done = step.operation;
        OperationLook& look = m_operations[step.operation.index()];
        if (look.aligned) continue;
        // An operation whose slot was only bound or pinned by hand aligns nothing.
        const Operation& operation = model.graph->operation(step.operation);
        look.method = methodOf(scenario, operation);
        look.aligned = look.method != Method::None;
        look.overlap = overlapOf(scenario, operation) == Overlap::On;
    }
}

void CanvasLook::fillEdges()
{
    const Cascade& cascade = m_evaluation->cascade;
    const bool difference = m_mode == CanvasMode::Difference;
    const RescaleKind added = difference ? RescaleKind::New : RescaleKind::Same;
    const RescaleKind gone = m_mode == CanvasMode::Before ? RescaleKind::Same
        : difference                                      ? RescaleKind::Resolved
                                                          : RescaleKind::None;
    // Both lists stand in the order of the consumers.
    const std::vector<RequantizeEdge> none;
    const auto& before = cascade.edgesBefore;
    const auto& after = m_mode == CanvasMode::Before ? none : cascade.edgesAfter;
    const auto show = [this](const RequantizeEdge& edge, RescaleKind kind) {
        m_edges[edge.edge.to.index()] = {static_cast<float>(edge.ratio), kind};
        if (kind != RescaleKind::None) m_rescaled.push_back(edge.edge.to);
    };
    std::size_t b = 0;
    std::size_t a = 0;
    while (b < before.size() || a < after.size()) {
        const bool only = a == after.size() || (b < before.size() && before[b].edge.to < after[a].edge.to);
        const bool both = !only && b < before.size() && before[b].edge.to == after[a].edge.to;
        if (only)
            show(before[b], gone);
        else
            show(after[a], both && difference ? RescaleKind::Same : added);
        b += only || both ? 1U : 0U;
        a += only ? 0U : 1U;
    }
}

const Trouble& CanvasLook::block(std::uint32_t index, const Block& block) const
{
    const std::lock_guard lock(m_mutex);
    const auto [at, isNew] = m_blocks.try_emplace(index);
    if (!isNew) return at->second;
    if (!m_tally) m_tally.emplace(*m_evaluation, m_mode == CanvasMode::Before ? EvaluationSide::Loaded : EvaluationSide::Outcome);
    at->second = m_tally->within(block.operations);
    return at->second;
}

void CanvasLook::fillByHand()
{
    const Scenario& scenario = m_evaluation->scenario;
    if (m_mode == CanvasMode::Before || (scenario.bindings.empty() && scenario.pins.empty() && scenario.excludedEdges.empty()))
        return;
    for (const HandEdit& edit : handEdits(*m_evaluation)) {
        const bool counts = edit.status == HandEdit::Status::InForce || edit.status == HandEdit::Status::Idle;
        if (!counts) continue;
        switch (edit.kind) {
        case HandEdit::Kind::Binding:
            m_slots[edit.slot.index()].boundTo = edit.other;
            m_boundByHand.push_back(edit.slot);
            break;
        case HandEdit::Kind::Pin: m_slots[edit.slot.index()].pinned = true; break;
        case HandEdit::Kind::ExcludedEdge:
            m_edges[edit.other.index()].excluded = true;
            m_excluded.push_back(edit.other);
            break;
        case HandEdit::Kind::Override: break;
        }
    }
}

const MeasuredText& CanvasLook::valueText(SlotId id, const QFontMetricsF& metrics) const
{
    const std::lock_guard lock(m_mutex);
    MeasuredText& cached = m_values[id.value()];
    if (cached.width >= 0) return cached;
    const SlotLook& look = slot(id);
    if (look.binding == BindingKind::Float)
        cached.text = QCoreApplication::translate("Canvas", "FP32");
    else if (look.perChannel)
        cached.text = QCoreApplication::translate("Canvas", "per ch.");
    else
        cached.text = shortNumber(look.scale, 4);
    cached.width = static_cast<float>(metrics.horizontalAdvance(cached.text));
    return cached;
}

const MeasuredText& CanvasLook::changeText(SlotId id, const QFontMetricsF& metrics) const
{
    const std::lock_guard lock(m_mutex);
    MeasuredText& cached = m_changes[id.value()];
    if (cached.width >= 0) return cached;
    const SlotLook& look = slot(id);
    if (look.scaleChanged && look.before != look.scale)
        cached.text = changeOf(look.before, look.scale) + (look.clippedPercent > 0 ? QStringLiteral(" !") : QString());
    else if (look.scaleChanged)
        cached.text = QCoreApplication::translate("Canvas", "zero point moved");
    cached.width = static_cast<float>(metrics.horizontalAdvance(cached.text));
    return cached;
}

} // namespace alignscope::ui

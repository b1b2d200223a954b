// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvas_look.h"

#include "core/base/numbers.h"
#include "core/base/parallel.h"
#include "core/cascade/hand_edits.h"
#include "core/cascade/measures.h"
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
    constexpr std::size_t kWorthAThread = 20000; // slots
    inParallel(table().size() > kWorthAThread, [this] { fillEdges(); }, [this] { fillOperations(); });
    fillByHand();
}

const TqcTable& CanvasLook::table() const
{
    return m_mode == CanvasMode::Before ? m_evaluation->model->baseline : m_evaluation->outcome.table;
}

const ResolvedTable& CanvasLook::resolved() const
{
    return m_mode == CanvasMode::Before ? m_evaluation->cascade.tableBefore : m_evaluation->cascade.tableAfter;
}

// Constant operands follow their group too, although they do not count as its members. Several
// tensors in one group are what alignment is about; a producer and its readers are not.
const CanvasLook::Grouping& CanvasLook::grouping() const
{
    return *m_grouping.get([this] {
        const ResolvedTable& table = resolved();
        const SlotList& slots = table.table().slots();
        const auto size = static_cast<std::uint32_t>(table.size());
        Grouping grouping{std::vector<std::uint8_t>(size, 0), {}};
        for (std::uint32_t i = 0; i < size; ++i) {
            const SlotId slot(i);
            const SlotId root = table.root(slot);
            if (!root) continue;
            std::uint8_t& group = grouping.ofRoot[root.index()];
            if (!slots.isParameter(slot)) group |= (group & kOneMember) != 0 ? kGroup : kOneMember;
            if (root != slot && slots.isData(slot) && slots.tensorOf(slot) != slots.tensorOf(root)) group |= kJoined;
        }
        if (!m_evaluation->model->inferred.empty()) grouping.inferred.assign(size, false);
        for (const InferredBinding& binding : m_evaluation->model->inferred)
            for (const SlotId slot : binding.slots) grouping.inferred[slot.index()] = true;
        return grouping;
    });
}

CanvasLook::GroupRole CanvasLook::groupRole(SlotId id) const
{
    const SlotId root = resolved().root(id);
    if (!root || (root != id && !table().slots().isData(id))) return {};
    const std::uint8_t group = grouping().ofRoot[root.index()];
    if ((group & kGroup) == 0) return {};
    return {true, root == id, (group & kJoined) != 0}; // the pass marks a new master PASSIVE too; it is still who dictates
}

const Group* CanvasLook::groupOf(SlotId id) const
{
    if (!groupRole(id).member) return nullptr;
    const SlotId root = resolved().root(id);
    return m_mode == CanvasMode::Before ? m_evaluation->cascade.groupBefore(root) : m_evaluation->cascade.group(root);
}

BindingKind CanvasLook::binding(SlotId id) const
{
    if (!resolved().quantized(id)) return BindingKind::Float;
    const TqcTable& table = resolved().table();
    if (table.dominator(id) != id) {
        if (table.state(id) != TqcState::Overlapped) return BindingKind::Aligned;
        return m_evaluation->model->quantSource == QuantSource::Qdq ? BindingKind::Inferred : BindingKind::Fused;
    }
    // Equal numbers without any binding: evidence, drawn in grey.
    const auto& inferred = grouping().inferred;
    return !inferred.empty() && inferred[id.index()] && !groupRole(id).member ? BindingKind::Inferred : BindingKind::Own;
}

SlotLook CanvasLook::slot(SlotId id) const
{
    SlotLook look;
    const GroupRole role = groupRole(id);
    if (const Group* group = groupOf(id)) look.group = group->number;
    look.master = role.master;
    look.joined = role.joined;
    const ParameterView view = resolved().effective(id);
    look.perChannel = view.perChannel;
    look.binding = binding(id);
    // Weights have no pill that would show one number for all their channels.
    if (look.binding != BindingKind::Float && (!view.perChannel || !table().slots().isParameter(id))) look.scale = scaleOf(view);
    look.before = look.scale;
    if (m_mode == CanvasMode::Before) return look;
    look.pinned = std::binary_search(m_pinned.begin(), m_pinned.end(), id);
    if (const auto byHand = m_mastersByHand.find(id); byHand != m_mastersByHand.end()) look.boundTo = byHand->second;
    const Change* change = m_evaluation->cascade.change(id);
    if (change == nullptr) return look;
    look.changed = true;
    look.before = scaleOf(m_evaluation->cascade.tableBefore.effective(id));
    if (look.binding != BindingKind::Float) look.scale = scaleOf(view);
    look.bitsLost = static_cast<float>(change->bitsLost().value_or(0.0));
    look.scaleChanged = change->moved;
    look.clippedPercent = change->clippedPercent;
    return look;
}

EdgeLook CanvasLook::edge(SlotId target) const
{
    EdgeLook look;
    if (const std::size_t place = m_rescaledPlaces.place(target.index()); place != RankedBits::kNone)
        look = {m_ratios[place], rescale(target)};
    look.excluded = std::binary_search(m_excluded.begin(), m_excluded.end(), target);
    return look;
}

void CanvasLook::fillOperations()
{
    const Model& model = *m_evaluation->model;
    const SlotList& slots = model.baseline.slots();
    const Cascade& cascade = m_evaluation->cascade;
    const ResolvedTable& resolved = this->resolved();
    const bool before = m_mode == CanvasMode::Before;
    m_operations.resize(model.graph->operationCount());

    m_anyChange = !before && !cascade.changes.empty();
    // Those of an operation stand together: the largest ratio is the worst loss.
    OperationLook* last = nullptr;
    OpId lastOperation;
    double worst = 0;
    const auto finish = [&] {
        if (last != nullptr) last->worstBitsLost = static_cast<float>(bitsLost(worst).value_or(0.0));
    };
    static const std::vector<Change> none;
    for (const Change& change : before ? none : cascade.changes) {
        if (!change.moved || slots.isParameter(change.slot)) continue;
        // One without a scale on a side counts as neither loss nor gain.
        const double ratio = change.scaleRatio > 0 ? change.scaleRatio : 1.0;
        if (const OpId operation = slots.operationOf(change.slot); operation != lastOperation) {
            finish();
            lastOperation = operation;
            last = &m_operations[operation.index()];
            last->changed = true;
            worst = ratio;
        }
        worst = std::max(worst, ratio);
        last->anyLoss = last->anyLoss || ratio > 1;
        last->clipped = last->clipped || change.clippedPercent > 0;
    }
    finish();
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
            quantized += resolved.quantized(SlotId(site.firstInput + i)) ? 1U : 0U;
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
        if (kind == RescaleKind::None) return;
        m_rescaled.push_back(edge.edge.to);
        m_ratios.push_back(static_cast<float>(edge.ratio));
        m_rescaleKinds[edge.edge.to.index()] = kind;
        m_hasKind[static_cast<std::size_t>(kind)] = true;
    };
    m_rescaled.reserve(before.size() + after.size()); // what stays unused costs no memory
    m_ratios.reserve(before.size() + after.size());
    m_rescaleKinds.resize(table().size(), RescaleKind::None);
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
    m_rescaledPlaces = RankedBits(table().size(), m_rescaled, [](SlotId target) { return target.index(); });
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
            m_mastersByHand[edit.slot] = edit.other;
            m_boundByHand.push_back(edit.slot);
            break;
        case HandEdit::Kind::Pin: m_pinned.push_back(edit.slot); break;
        case HandEdit::Kind::ExcludedEdge:
            m_excluded.push_back(edit.other);
            break;
        case HandEdit::Kind::Override: break;
        }
    }
    std::sort(m_pinned.begin(), m_pinned.end());
    std::sort(m_excluded.begin(), m_excluded.end());
}

const MeasuredText& CanvasLook::valueText(SlotId id, const QFontMetricsF& metrics) const
{
    const std::lock_guard lock(m_mutex);
    MeasuredText& cached = m_values[id.value()];
    if (cached.width >= 0) return cached;
    const SlotLook look = slot(id);
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
    const SlotLook look = slot(id);
    if (look.scaleChanged && look.before != look.scale)
        cached.text = changeOf(look.before, look.scale) + (look.clippedPercent > 0 ? QStringLiteral(" !") : QString());
    else if (look.scaleChanged)
        cached.text = QCoreApplication::translate("Canvas", "zero point moved");
    cached.width = static_cast<float>(metrics.horizontalAdvance(cached.text));
    return cached;
}

} // namespace alignscope::ui

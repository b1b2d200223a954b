// SPDX-License-Identifier: Apache-2.0
#include "ui/text/words.h"

#include "core/base/numbers.h"
#include "core/graph/element_type.h"
#include "core/quant/model.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Words)
};

// The number of channels only where there is room for it.
template <class T> QString spanText(std::span<const float> values, bool channels, T one)
{
    if (values.empty()) return dash();
    if (values.size() == 1) return one(values.front());
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (!channels) return *low == *high ? one(*low) : u"%1 \u2026 %2"_s.arg(one(*low), one(*high));
    if (*low == *high) return Words::tr("%1 (%n channels)", nullptr, static_cast<int>(values.size())).arg(one(*low));
    return Words::tr("%1 to %2 (%n channels)", nullptr, static_cast<int>(values.size())).arg(one(*low), one(*high));
}

} // namespace

QString dash() { return u"\u2013"_s; }

QString nameOf(Family family)
{
    switch (family) {
    case Family::Elementwise: return Words::tr("elementwise");
    case Family::Concat: return Words::tr("concat");
    case Family::Pooling: return Words::tr("pooling");
    case Family::Resize: return Words::tr("resize");
    }
    return {};
}

QString titleOf(Family family)
{
    switch (family) {
    case Family::Elementwise: return Words::tr("Elementwise");
    case Family::Concat: return Words::tr("Concat");
    case Family::Pooling: return Words::tr("Pooling");
    case Family::Resize: return Words::tr("Resize");
    }
    return {};
}

QString membersOf(Family family)
{
    switch (family) {
    case Family::Elementwise: return u"Add, Sub, Sum"_s;
    case Family::Concat: return u"Concat"_s;
    case Family::Pooling: return u"AveragePool, GlobalAveragePool"_s;
    case Family::Resize: return u"Resize"_s;
    }
    return {};
}

QString nameOf(Method method)
{
    switch (method) {
    case Method::None: return Words::tr("none");
    case Method::Large: return Words::tr("large");
    case Method::Output: return Words::tr("output");
    case Method::Input: return Words::tr("input");
    }
    return {};
}

QString titleOf(Method method)
{
    switch (method) {
    case Method::None: return Words::tr("None");
    case Method::Large: return Words::tr("Large");
    case Method::Output: return Words::tr("Output");
    case Method::Input: return Words::tr("Input");
    }
    return {};
}

QString explain(Family family, Method method)
{
    switch (method) {
    case Method::None: return Words::tr("None: %1 operations keep the scales they were loaded with.").arg(titleOf(family));
    case Method::Large: return Words::tr("Large: all inputs of an operation share one scale that holds the largest of their ranges. The output keeps its own.");
    case Method::Output: return Words::tr("Output: the inputs of an operation take the scale and offset of its output.");
    case Method::Input: return Words::tr("Input: the output of an operation takes the scale and offset of its input.");
    }
    return {};
}

QString nameOf(TqcState state)
{
    switch (state) {
    case TqcState::Initial: return Words::tr("initial");
    case TqcState::Baked: return Words::tr("baked");
    case TqcState::Overlapped: return Words::tr("fused");
    case TqcState::Activated: return Words::tr("activated");
    case TqcState::Passive: return Words::tr("aligned");
    case TqcState::PassiveInit: return Words::tr("passive, no scale yet");
    case TqcState::PassiveBaked: return Words::tr("aligned, baked");
    case TqcState::Fp32: return Words::tr("FP32");
    case TqcState::Soi: return Words::tr("shape or index");
    case TqcState::Dequantized: return Words::tr("dequantized");
    case TqcState::Deactived: return Words::tr("deactivated");
    }
    return {};
}

QString explain(TqcState state)
{
    switch (state) {
    case TqcState::Initial: return Words::tr("INITIAL: not calibrated yet.");
    case TqcState::Baked: return Words::tr("BAKED: the parameter's values are already quantized.");
    case TqcState::Overlapped: return Words::tr("OVERLAPPED: fused; not quantized on its own, it follows its master.");
    case TqcState::Activated: return Words::tr("ACTIVATED: quantized with its own scale and offset.");
    case TqcState::Passive: return Words::tr("PASSIVE: quantized with the scale and offset of its master.");
    case TqcState::PassiveInit: return Words::tr("PASSIVE_INIT: will follow a master that has no scale yet.");
    case TqcState::PassiveBaked: return Words::tr("PASSIVE_BAKED: follows a master, values already quantized.");
    case TqcState::Fp32: return Words::tr("FP32: not quantized.");
    case TqcState::Soi: return Words::tr("SOI: carries shapes or indices, never quantized.");
    case TqcState::Dequantized: return Words::tr("DEQUANTIZED: quantization is switched off.");
    case TqcState::Deactived: return Words::tr("DEACTIVED: quantization is switched off.");
    }
    return {};
}

QString nameOf(Action action)
{
    switch (action) {
    case Action::Rerange: return Words::tr("new range");
    case Action::Bind: return Words::tr("bind");
    case Action::Override: return Words::tr("carry to producer");
    case Action::Skip: return Words::tr("skip");
    case Action::Passive: return Words::tr("recompute");
    case Action::Join: return Words::tr("join");
    case Action::Refuse: return Words::tr("refuse");
    case Action::Hull: return Words::tr("common range");
    case Action::Pin: return Words::tr("pin");
    }
    return {};
}

QString nameOf(Reason reason)
{
    switch (reason) {
    case Reason::None: return {};
    case Reason::SlotNotQuantized: return Words::tr("the slot is not quantized");
    case Reason::SlotFloating: return Words::tr("the slot is quantized to floating point");
    case Reason::LastInputSkipped: return Words::tr("PPQ lets the last input decide for all, and it is not quantized");
    case Reason::ProducerShared: return Words::tr("the producer has other consumers and force_overlap is off");
    case Reason::BiasProduct: return Words::tr("bias scale = input scale x weight scale");
    case Reason::SlotPerChannel: return Words::tr("the slot is quantized per channel");
    case Reason::SlotUnknown: return Words::tr("the slot has no known parameters");
    case Reason::SchemeDiffers: return Words::tr("its bits, range or policy differ from the reference slot's");
    case Reason::TooFewSlots: return Words::tr("fewer than two slots are left to align");
    case Reason::EdgeExcluded: return Words::tr("the edge is excluded");
    case Reason::ProducerUnequal: return Words::tr("the producer had other parameters when loaded");
    case Reason::PinConflict: return Words::tr("two different pins meet in one set");
    case Reason::EngineIgnores: return Words::tr("the PPQ engine knows no bindings, pins and excluded edges");
    case Reason::SlotIsWeight: return Words::tr("weights and biases keep their own scale");
    case Reason::BindItself: return Words::tr("a slot cannot be its own master");
    case Reason::BindCircle: return Words::tr("the master follows the slot by hand already");
    case Reason::PinScale: return Words::tr("the scale is no positive float32");
    case Reason::PinPowerOfTwo: return Words::tr("the slot allows powers of two only");
    case Reason::PinOffset: return Words::tr("the slot does not allow the offset");
    case Reason::EdgeUnknown: return Words::tr("there is no such edge between quantized slots");
    case Reason::EdgeNotAlignable: return Words::tr("the edge leads into an operation that cannot be aligned");
    case Reason::EdgeNotAligned: return Words::tr("the edge leads into an operation that is not aligned");
    case Reason::EdgeToInput: return Words::tr("the edge leads into an operation that is aligned to its input");
    case Reason::FollowsInput: return Words::tr("takes the parameters of the operation's first input");
    }
    return {};
}

QString nameOf(Category category)
{
    switch (category) {
    case Category::Compute: return Words::tr("compute");
    case Category::Activation: return Words::tr("activation");
    case Category::Pool: return Words::tr("pooling");
    case Category::Normalization: return Words::tr("normalization");
    case Category::Shape: return Words::tr("shape");
    case Category::Elementwise: return Words::tr("elementwise");
    case Category::Concat: return Words::tr("concat");
    case Category::Quantize: return Words::tr("quantize");
    case Category::Constant: return Words::tr("constant");
    case Category::Control: return Words::tr("control flow");
    case Category::Other: return Words::tr("other");
    }
    return {};
}

QString nameOf(QuantSource source)
{
    switch (source) {
    case QuantSource::None: return Words::tr("none (float model)");
    case QuantSource::Qdq: return Words::tr("QuantizeLinear / DequantizeLinear nodes");
    case QuantSource::PpqJson: return Words::tr("PPQ quantization config");
    case QuantSource::Table: return Words::tr("Alignscope table");
    }
    return {};
}

QString policyText(const Scheme& scheme)
{
    QStringList words;
    if (scheme.has(policy::kSymmetrical)) words << Words::tr("symmetric");
    if (scheme.has(policy::kAsymmetrical)) words << Words::tr("asymmetric");
    if (scheme.has(policy::kPowerOf2)) words << Words::tr("power of two");
    if (scheme.has(policy::kFloating)) words << Words::tr("floating point");
    if (scheme.has(policy::kDynamic)) words << Words::tr("dynamic");
    words << (scheme.has(policy::kPerChannel) ? Words::tr("per channel") : Words::tr("per tensor"));
    return words.join(u", "_s);
}

QString elementTypeName(std::int32_t onnxType)
{
    return qs(elementTypeText(onnxType));
}

QString messageText(const Message& message)
{
    const std::string pattern(messagePattern(message.code));
    const QString translated = QCoreApplication::translate("core", pattern.c_str());
    return qs(fillPattern(translated.toStdString(), message.arguments));
}

QString errorText(const EngineError& error, const Graph& graph)
{
    const QString where = error.operation ? qs(graph.operation(error.operation).id) : QString();
    const QString kind = qs(toText(error.kind));
    if (where.isEmpty()) return Words::tr("The engine stopped with %1: %2").arg(kind, qs(error.message));
    return Words::tr("The engine stopped at %1 with %2: %3").arg(where, kind, qs(error.message));
}

QString number(double value, int digits) { return qs(toShortText(value, digits)); }
QString exact(float value) { return qs(toText(value)); }

QString scaleText(const ParameterView& parameters, bool exactNumbers)
{
    return spanText(parameters.scale, exactNumbers, [exactNumbers](float v) { return exactNumbers ? exact(v) : number(static_cast<double>(v)); });
}

QString offsetText(const ParameterView& parameters, bool exactNumbers)
{
    return spanText(parameters.offset, exactNumbers, [exactNumbers](float v) { return exactNumbers ? exact(v) : number(static_cast<double>(v)); });
}

QString parametersText(const ParameterView& parameters, bool exactNumbers)
{
    const QString scale = scaleText(parameters, exactNumbers);
    const bool offset = !parameters.perChannel && !parameters.offset.empty() && parameters.offset[0] != 0;
    return offset ? scale + u" / "_s + offsetText(parameters, exactNumbers) : scale;
}

QString bitsText(const std::optional<double>& bits)
{
    if (!bits) return dash();
    const QString sign = *bits > 0 ? u"+"_s : QString();
    return Words::tr("%1 bits").arg(sign + QString::number(*bits, 'f', 2));
}

QString lossText(const Change& change) 
{
    if (!change.moved) return Words::tr("joined only");
    if (change.clippedPercent == 0) return bitsText(change.bitsLost());
    const QString clips = Words::tr("clips %1 %").arg(change.clippedPercent);
    return change.bitsLost().value_or(0) > 0 ? bitsText(change.bitsLost()) + u", "_s + clips : clips;
}

QString rangeText(const std::optional<RealRange>& range, int digits)
{
    if (!range) return dash();
    return u"[%1, %2]"_s.arg(number(range->lo, digits), number(range->hi, digits));
}

QString shapeText(const Tensor& tensor)
{
    if (!tensor.shapeKnown) return {};
    QStringList parts;
    for (const std::int64_t d : tensor.shape) parts << (d < 0 ? u"?"_s : QString::number(d));
    return parts.isEmpty() ? Words::tr("scalar") : parts.join(u" \u00d7 "_s);
}

QString portName(const Slot& slot)
{
    return slot.io == SlotIo::In ? Words::tr("in %1").arg(slot.index) : Words::tr("out %1").arg(slot.index);
}

QString blockLabel(const Block& block)
{
    if (!block.label.empty()) return qs(block.label);
    return Words::tr("Block %1 of %2").arg(block.ordinal).arg(block.copies);
}

QString blockSummary(const Graph& graph, const Block& block)
{
    std::map<std::string_view, std::size_t> counts;
    for (const OpId operation : block.operations) ++counts[graph.operation(operation).type];
    std::vector<std::pair<std::string_view, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList parts;
    for (const auto& [type, count] : sorted)
        parts << (count == 1 ? qs(type) : QStringLiteral(u"%1 \u00d7%2").arg(qs(type)).arg(count));
    return Words::tr("%n operation(s): %1", nullptr, static_cast<int>(block.operations.size())).arg(parts.join(QStringLiteral(", ")));
}

QString clippedChangeText(const Summary& from, const Summary& to)
{
    if (from.clippedTensors == 0 && to.clippedTensors == 0) return {};
    return Words::tr(", clipped tensors %1 \u2192 %2").arg(QString::number(from.clippedTensors), QString::number(to.clippedTensors));
}

QString differenceText(const SlotTally& slots)
{
    const auto n = [](std::size_t count) { return static_cast<int>(count); };
    QStringList parts;
    if (slots.changed > 0) parts << Words::tr("%n slot(s) change", nullptr, n(slots.changed));
    if (slots.joined > 0 && slots.changed > 0) parts << Words::tr("%n only join(s) a group", nullptr, n(slots.joined));
    else if (slots.joined > 0) parts << Words::tr("no scale changes, %n slot(s) only join a group", nullptr, n(slots.joined));
    return parts.isEmpty() ? Words::tr("nothing changes") : parts.join(u", "_s);
}

QString variantLetter(std::size_t index) { return QString(QChar(static_cast<char16_t>(u'A' + index))); }

QString agreementText(const Spread& spread, std::size_t variants)
{
    QStringList classes;
    for (std::uint8_t k = 0; k < spread.classes; ++k) {
        QStringList letters;
        for (std::size_t i = 0; i < variants; ++i)
            if (spread.classOf.at(i) == k) letters << variantLetter(i);
        classes << letters.join(u' ');
    }
    return classes.join(u" | "_s);
}

QStringList troubleLines(const Trouble& trouble)
{
    QStringList lines;
    const auto n = [](std::size_t count) { return static_cast<int>(count); };
    if (trouble.misaligned > 0) lines << Words::tr("%n operation(s) with inputs on different scales", nullptr, n(trouble.misaligned));
    if (trouble.requantize > 0) lines << Words::tr("%n requantize edge(s)", nullptr, n(trouble.requantize));
    if (trouble.split > 0) lines << Words::tr("%n passive operation(s) whose input and output differ", nullptr, n(trouble.split));
    if (trouble.broken > 0) lines << Words::tr("%n broken promise(s)", nullptr, n(trouble.broken));
    if (trouble.changed > 0) {
        QString line = Words::tr("%n changed operation(s)", nullptr, n(trouble.changed));
        if (trouble.worstBitsLost && *trouble.worstBitsLost > 0) line += QStringLiteral(", ") + Words::tr("at worst %1").arg(bitsText(trouble.worstBitsLost));
        lines << line;
    }
    return lines;
}
namespace {

QString slotName(const QString& operation, bool input, const QString& index)
{
    return input ? Words::tr("%1 input %2").arg(operation, index) : Words::tr("%1 output %2").arg(operation, index);
}

} // namespace

QString slotName(const SlotList& slots, SlotId slot)
{
    const Slot& s = slots[slot];
    return slotName(qs(slots.graph().operation(s.operation).id), s.io == SlotIo::In, QString::number(s.index));
}

QString slotName(std::string_view id)
{
    const QStringList parts = qs(id).split(u':');
    if (parts.size() < 3) return qs(id);
    return slotName(parts.mid(0, parts.size() - 2).join(u':'), parts[parts.size() - 2] == u"in"_s, parts.last());
}

QString shortened(const QString& text, qsizetype maximum)
{
    if (text.size() <= maximum) return text;
    const qsizetype head = maximum / 3;
    return text.left(head) + u"\u2026"_s + text.right(maximum - head - 1);
}

} // namespace alignscope::ui

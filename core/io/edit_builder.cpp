// SPDX-License-Identifier: Apache-2.0
#include "core/io/edit_builder.h"

#include "core/base/message_codes.h"
#include "core/io/onnx_proto.h"
#include "core/io/quant_nodes.h"
#include "core/io/requantize.h"
#include "core/io/tensor_values.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

constexpr std::int64_t kFirstWithoutListedInputs = 4;

std::vector<std::int64_t> vectorDims(std::size_t count)
{
    if (count == 1) return {};
    return {static_cast<std::int64_t>(count)};
}

} // namespace

EditBuilder::EditBuilder(const NodeIndex& index) : m_index(index), m_source(index.source())
{
    const onnx::ModelProto& model = m_source.skeleton();
    m_listsInputs = model.ir_version() < kFirstWithoutListedInputs;
    for (const auto& annotation : model.graph().quantization_annotation())
        for (const auto& entry : annotation.quant_parameter_tensor_names()) m_annotated.insert(entry.value());
}

Result<void> EditBuilder::apply(const ExportPlan& plan, ExportReport& report)
{
    if (auto done = changeConstants(plan.constants, report); !done) return done;
    if (auto done = changeParameters(plan.changed, report); !done) return done;
    if (auto done = insertPairs(plan, report); !done) return done;
    for (const std::uint32_t quantize : plan.removed) {
        ++report.removedPairs;
        m_detached.push_back(m_source.quantNode(quantize)->output);
        for (const RawUse& use : m_index.tensor(m_index.find(m_source.quantNode(quantize)->output)).uses)
            m_detached.push_back(m_source.quantNode(use.node)->output);
    }
    report.retypedSlots += plan.retyped.size();
    return {};
}

std::string EditBuilder::uniqueName(const std::string& hint)
{
    std::string name = hint;
    for (int n = 2; m_index.find(name) != kNoTensor || !m_newNames.insert(name).second; ++n)
        name = hint + "_" + std::to_string(n);
    return name;
}

std::string EditBuilder::addTensor(const std::string& hint, std::int32_t type, std::vector<std::int64_t> dims,
                                   std::string bytes)
{
    NewTensor tensor{uniqueName(hint), type, std::move(dims), std::move(bytes)};
    if (m_listsInputs) m_edits.newInputs.push_back({tensor.name, tensor.type, tensor.dims, {}});
    m_edits.newTensors.push_back(std::move(tensor));
    return m_edits.newTensors.back().name;
}

// New parameters with the same contents need one initializer.
std::string EditBuilder::sharedTensor(const std::string& hint, const Wanted& value)
{
    std::string key = std::to_string(value.type);
    for (const std::int64_t dim : value.dims) {
        key += ',';
        key += std::to_string(dim);
    }
    key += ' ';
    key += value.bytes;
    std::string& name = m_shared[key];
    if (name.empty()) name = addTensor(hint, value.type, value.dims, value.bytes);
    return name;
}

std::string EditBuilder::currentInput(std::uint32_t node, std::uint32_t index) const
{
    const auto patch = m_edits.patchedNodes.find(node);
    if (patch != m_edits.patchedNodes.end()) {
        const auto input = patch->second.inputs.find(index);
        if (input != patch->second.inputs.end()) return input->second;
    }
    const onnx::NodeProto& proto = m_index.node(node);
    return static_cast<int>(index) < proto.input_size() ? proto.input(static_cast<int>(index)) : std::string();
}

void EditBuilder::rewire(RawUse reader, const std::string& tensor)
{
    const std::string before = currentInput(reader.node, reader.index);
    if (before == tensor) return;
    if (!before.empty()) m_detached.push_back(before);
    m_edits.patchedNodes[reader.node].inputs[reader.index] = tensor;
}

std::int32_t EditBuilder::scaleType(const QuantNode& quant) const
{
    for (const std::uint32_t node : quant.scale.through) {
        if (m_index.node(node).op_type() != "Cast") continue;
        for (const auto& attribute : m_index.node(node).attribute())
            if (attribute.name() == "to") return static_cast<std::int32_t>(attribute.i());
    }
    return quant.scale.elementType != 0 ? quant.scale.elementType : std::int32_t{onnx::TensorProto::FLOAT};
}

Result<std::string> EditBuilder::scaleBytes(const StoredParameters& parameters, std::int32_t type,
                                            const std::string& tensor) const
{
    auto bytes = packFloats(parameters.scales, type);
    if (!bytes) return fail(MessageCode::ExportScaleInexact, tensor, elementTypeName(type));
    return *std::move(bytes);
}

// 16-bit Q and DQ came into ONNX with opset 21; before, they are ONNX Runtime's own.
std::string EditBuilder::domainFor(StoredType type, std::uint32_t prototype) const
{
    const auto domainOf = [&](const QuantNode& quant) { return m_index.node(quant.node).domain(); };
    const QuantNode* near = prototype == kNoNode ? nullptr : m_source.quantNode(prototype);
    if (near != nullptr && storedTypeOf(near->quantizedType) == type) return domainOf(*near);
    for (const QuantNode& quant : m_source.quantNodes())
        if (storedTypeOf(quant.quantizedType) == type) return domainOf(quant);
    if (type == StoredType::Int16 || type == StoredType::Uint16) {
        for (const auto& import : m_source.skeleton().opset_import())
            if (isStandardDomain(import.domain()) && import.version() >= 21) return {};
        return "com.microsoft";
    }
    return near != nullptr ? domainOf(*near) : std::string();
}

Result<std::pair<std::string, std::string>> EditBuilder::parameterTensors(const std::string& hint,
                                                                          const StoredParameters& parameters,
                                                                          std::uint32_t prototype)
{
    const QuantNode* near = prototype == kNoNode ? nullptr : m_source.quantNode(prototype);
    const std::int32_t floatType = near != nullptr ? scaleType(*near) : std::int32_t{onnx::TensorProto::FLOAT};
    auto scales = scaleBytes(parameters, floatType, hint);
    if (!scales) return tl::unexpected(scales.error());
    const auto dims = vectorDims(parameters.scales.size());
    const std::string scale = sharedTensor(hint + "_scale", {floatType, dims, *std::move(scales)});
    const std::string zero = sharedTensor(hint + "_zero_point",
                                          {elementTypeOf(parameters.type), dims,
                                           packIntegers(parameters.zeroPoints, parameters.type)});
    return std::make_pair(scale, zero);
}

Result<std::string> EditBuilder::insertDequantize(const std::string& integers, const std::string& hint,
                                                  const StoredParameters& parameters, std::uint32_t prototype,
                                                  std::uint32_t before, const std::string& output)
{
    auto tensors = parameterTensors(hint, parameters, prototype);
    if (!tensors) return tl::unexpected(tensors.error());
    NewNode node;
    node.before = before;
    node.type = "DequantizeLinear";
    node.name = uniqueName(hint + "_DequantizeLinear");
    node.domain = domainFor(parameters.type, prototype);
    node.inputs = {integers, tensors->first, tensors->second};
    node.outputs = {output.empty() ? uniqueName(hint + "_dequantized") : output};
    if (parameters.scales.size() > 1) node.axis = parameters.axis.value_or(1);
    m_edits.newNodes.push_back(node);
    return node.outputs.front();
}

Result<std::string> EditBuilder::insertPair(const std::string& source, const StoredParameters& parameters,
                                            std::uint32_t prototype, std::uint32_t before,
                                            const std::string& output)
{
    const std::string hint = source + "_aligned";
    auto tensors = parameterTensors(hint, parameters, prototype);
    if (!tensors) return tl::unexpected(tensors.error());
    NewNode quantize;
    quantize.before = before;
    quantize.type = "QuantizeLinear";
    quantize.name = uniqueName(hint + "_QuantizeLinear");
    quantize.domain = domainFor(parameters.type, prototype);
    quantize.inputs = {source, tensors->first, tensors->second};
    quantize.outputs = {uniqueName(hint + "_quantized")};
    if (parameters.scales.size() > 1) quantize.axis = parameters.axis.value_or(1);
    const std::string integers = quantize.outputs.front();
    m_edits.newNodes.push_back(std::move(quantize));
    return insertDequantize(integers, hint, parameters, prototype, before, output);
}

Result<void> EditBuilder::insertPairs(const ExportPlan& plan, ExportReport& report)
{
    // A pair stands before the first of its readers, and of the readers of pairs behind it.
    std::vector<std::uint32_t> first(plan.pairs.size(), kNoNode);
    for (std::size_t i = plan.pairs.size(); i-- > 0;) {
        for (const RawUse& reader : plan.pairs[i].readers) first[i] = std::min(first[i], reader.node);
        const std::size_t above = plan.pairs[i].source.pair; // always an earlier one
        if (above != kNoPair) first[above] = std::min(first[above], first[i]);
    }
    for (const Rewiring& wiring : plan.rewired)
        if (wiring.source.pair != kNoPair)
            first[wiring.source.pair] = std::min(first[wiring.source.pair], wiring.reader.node);

    std::vector<std::string> outputs;
    for (std::size_t i = 0; i < plan.pairs.size(); ++i) {
        const InsertedPair& pair = plan.pairs[i];
        std::string source = pair.source.pair == kNoPair ? pair.source.tensor : outputs[pair.source.pair];
        std::string takenName;
        if (pair.producer.node != kNoNode) {
            takenName = std::exchange(source, uniqueName(source + "_float"));
            m_edits.patchedNodes[pair.producer.node].outputs[pair.producer.index] = source;
            m_renamed[takenName] = source;
            first[i] = std::min(first[i], pair.producer.node + 1);
        }
        auto output = insertPair(source, pair.parameters, pair.prototype, first[i], takenName);
        if (!output) return tl::unexpected(output.error());
        for (const RawUse& reader : pair.readers) rewire(reader, *output);
        outputs.push_back(*std::move(output));
        ++report.insertedPairs;
    }
    for (const Rewiring& wiring : plan.rewired)
        rewire(wiring.reader, wiring.source.pair == kNoPair ? wiring.source.tensor : outputs[wiring.source.pair]);
    return {};
}

Result<void> EditBuilder::changeConstants(const std::vector<ConstantChange>& constants, ExportReport& report)
{
    for (const ConstantChange& change : constants) {
        const QuantNode& dequantize = *m_source.quantNode(change.dequantize);
        const std::uint32_t integers = m_index.find(dequantize.input);
        const ParameterSource source = m_index.parameterSource(integers);
        const auto payload = m_source.payload(source);
        if (!payload) return tl::unexpected(payload.error());
        StoredParameters after = change.after;
        if (after.scales.size() > 1 && !after.axis) after.axis = dequantize.axis;
        auto written = requantize(*payload, change.before, after, change.clamp, dequantize.input);
        if (!written) return tl::unexpected(written.error());
        ++(change.bias ? report.requantizedBiases : report.requantizedConstants);
        report.changedValues += written->changed;
        report.saturatedValues += written->saturated;

        const std::int32_t type = elementTypeOf(change.after.type);
        if (!change.readers.empty()) {
            const std::string name = addTensor(dequantize.input + "_aligned", type, payload->dims,
                                               std::move(written->bytes));
            std::uint32_t before = kNoNode;
            for (const RawUse& reader : change.readers) before = std::min(before, reader.node);
            const auto output = insertDequantize(name, name, after, change.dequantize, before);
            if (!output) return tl::unexpected(output.error());
            for (const RawUse& reader : change.readers) rewire(reader, *output);
            continue;
        }
        const RawTensor& tensor = m_index.tensor(integers);
        const bool alone = tensor.initializer != kNoNode && tensor.uses.size() == 1 && !tensor.isGraphInput
            && !tensor.isGraphOutput && !tensor.readInSubgraph;
        if (alone) {
            m_edits.replacedTensors[tensor.initializer] = {dequantize.input, type, payload->dims,
                                                           std::move(written->bytes)};
            if (type != payload->elementType) m_edits.droppedTypes.insert(dequantize.input);
        } else {
            rewire({dequantize.node, 0}, addTensor(dequantize.input + "_aligned", type, payload->dims,
                                                   std::move(written->bytes)));
        }
    }
    return {};
}

// Who reads the values of a tensor, Identity and Cast looked through. Nothing when somebody else
// than Q and DQ does.
std::optional<std::vector<EditBuilder::ParameterUse>> EditBuilder::usersOf(std::uint32_t tensor) const
{
    std::vector<ParameterUse> users;
    bool others = false;
    collectUsers(tensor, 0, users, others);
    if (others) return std::nullopt;
    return users;
}

void EditBuilder::collectUsers(std::uint32_t tensor, int depth, std::vector<ParameterUse>& users, bool& others) const
{
    const RawTensor& raw = m_index.tensor(tensor);
    others = others || depth > 64 || raw.isGraphOutput || raw.readInSubgraph || m_annotated.contains(raw.name);
    for (const RawUse& use : raw.uses) {
        if (others) return;
        if (m_index.isQuant(use.node) && (use.index == 1 || use.index == 2))
            users.push_back({use.node, use.index == 1 ? Role::Scale : Role::ZeroPoint});
        else if (m_index.role(use.node) == NodeRole::ParameterHelper && m_index.node(use.node).op_type() == "Identity")
            collectUsers(m_index.outputs(use.node)[0], depth + 1, users, others);
        else
            others = true;
    }
}

// The integers between a Q and its DQ change their type; nobody outside may count on it.
Result<void> EditBuilder::checkType(const QuantNode& quant, StoredType type)
{
    if (quant.dequantize) return {};
    const std::uint32_t output = m_index.find(quant.output);
    if (output != kNoTensor && (m_index.tensor(output).isGraphOutput || m_index.tensor(output).readInSubgraph))
        return fail(MessageCode::ExportOutputTyped, quant.output, toText(type));
    m_edits.droppedTypes.insert(quant.output);
    for (const auto& attribute : m_index.node(quant.node).attribute())
        if (attribute.name() == "output_dtype") m_edits.patchedNodes[quant.node].outputType = elementTypeOf(type);
    return {};
}

Result<void> EditBuilder::changeParameters(const std::vector<ChangedNode>& changed, ExportReport& report)
{
    std::map<ParameterUse, Wanted> wanted;
    for (const ChangedNode& change : changed) {
        const QuantNode& quant = *m_source.quantNode(change.node);
        const StoredParameters& parameters = change.parameters;
        ++report.changedScales;
        const bool sameCount = quant.scales.size() == parameters.scales.size();
        if (!sameCount && parameters.scales.size() > 1)
            m_edits.patchedNodes[quant.node].axis = parameters.axis.value_or(1);
        const auto dimsLike = [&](const ParameterSource& source) {
            std::vector<std::int64_t> dims = vectorDims(parameters.scales.size());
            if (sameCount && source.kind == ParameterSource::Kind::Initializer)
                dims = dimsOf(m_index.graph().initializer(static_cast<int>(source.index)));
            return dims;
        };
        const std::int32_t floatType = scaleType(quant);
        auto scales = scaleBytes(parameters, floatType, quant.input);
        if (!scales) return tl::unexpected(scales.error());
        if (!sameCount || *scales != packFloats(quant.scales, floatType))
            wanted[{quant.node, Role::Scale}] = {floatType, dimsLike(quant.scale), *std::move(scales)};

        const std::int32_t type = elementTypeOf(parameters.type);
        std::vector<std::int64_t> zeros;
        for (const float zero : quant.zeroPoints) zeros.push_back(static_cast<std::int64_t>(zero));
        const bool absent = quant.zeroPoint.kind == ParameterSource::Kind::Absent;
        const bool impliedZero = absent && type == quant.quantizedType
            && std::all_of(parameters.zeroPoints.begin(), parameters.zeroPoints.end(), [](auto z) { return z == 0; });
        if (!impliedZero && (!sameCount || zeros != parameters.zeroPoints || type != quant.quantizedType))
            wanted[{quant.node, Role::ZeroPoint}] = {type, dimsLike(absent ? quant.scale : quant.zeroPoint),
                                                     packIntegers(parameters.zeroPoints, parameters.type)};
        if (type != quant.quantizedType)
            if (auto done = checkType(quant, parameters.type); !done) return done;
    }

    std::set<std::uint32_t> inPlace; // initializers
    for (const auto& [use, value] : wanted) {
        const QuantNode& quant = *m_source.quantNode(use.node);
        const ParameterSource& source = use.role == Role::Scale ? quant.scale : quant.zeroPoint;
        const std::uint32_t input = use.role == Role::Scale ? 1 : 2;
        if (source.kind == ParameterSource::Kind::Initializer) {
            if (inPlace.contains(source.index)) continue;
            const std::uint32_t tensor = m_index.find(source.name);
            const auto users = usersOf(tensor);
            const bool listedType = m_index.tensor(tensor).isGraphInput && value.type != source.elementType;
            const bool all = users && !listedType && std::all_of(users->begin(), users->end(), [&](const auto& user) {
                const auto found = wanted.find(user);
                return found != wanted.end() && found->second == value;
            });
            if (all) {
                inPlace.insert(source.index);
                m_edits.replacedTensors[source.index] = {source.name, value.type, value.dims, value.bytes};
                if (value.type != source.elementType) m_edits.droppedTypes.insert(source.name);
                continue;
            }
            if (use.role == Role::Scale) ++report.splitInitializers;
        }
        const std::string hint = source.name.empty() ? quant.input + "_zero_point" : source.name;
        const std::string name = sharedTensor(hint + "_aligned", value);
        rewire({use.node, input}, name);
    }
    return {};
}

// How often each tensor is read after the edits, outputs of the graph and bodies included.
std::map<std::string, std::size_t, std::less<>> EditBuilder::countReaders() const
{
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const std::string& tensor : m_detached) counts.try_emplace(tensor, 0);
    const auto add = [&](std::string_view tensor) {
        if (!tensor.empty()) ++counts[std::string(tensor)];
    };
    for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node) {
        const auto patch = m_edits.patchedNodes.find(node);
        const auto inputs = static_cast<std::uint32_t>(m_index.node(node).input_size());
        for (std::uint32_t i = 0; i < inputs; ++i) add(currentInput(node, i));
        if (patch == m_edits.patchedNodes.end()) continue;
        for (auto input = patch->second.inputs.lower_bound(inputs); input != patch->second.inputs.end(); ++input)
            add(input->second);
    }
    for (const NewNode& node : m_edits.newNodes)
        for (const std::string& input : node.inputs) add(input);
    for (std::size_t i = 0; i < m_index.tensorCount(); ++i) {
        const RawTensor& raw = m_index.tensor(static_cast<std::uint32_t>(i));
        if (raw.isGraphOutput || raw.readInSubgraph || m_annotated.contains(raw.name)) add(raw.name);
    }
    return counts;
}

void EditBuilder::sweep()
{
    if (m_detached.empty()) return;
    auto readers = countReaders();
    while (!m_detached.empty()) {
        const std::string tensor = std::move(m_detached.back());
        m_detached.pop_back();
        const std::uint32_t id = m_index.find(tensor);
        if (id == kNoTensor || readers[tensor] > 0) continue;
        const RawTensor& raw = m_index.tensor(id);
        if (raw.initializer != kNoNode) {
            if (raw.isGraphInput) continue;
            m_edits.removedTensors.insert(raw.initializer);
            m_edits.droppedTypes.insert(tensor);
            continue;
        }
        if (raw.producer == kNoNode || m_index.role(raw.producer) == NodeRole::Operation) continue;
        if (!m_edits.removedNodes.insert(raw.producer).second) continue;
        m_edits.droppedTypes.insert(tensor);
        const auto inputs = static_cast<std::uint32_t>(m_index.node(raw.producer).input_size());
        for (std::uint32_t i = 0; i < inputs; ++i) {
            std::string input = currentInput(raw.producer, i);
            if (input.empty()) continue;
            --readers[input];
            m_detached.push_back(std::move(input));
        }
    }
}

void EditBuilder::attributeToInput(std::uint32_t node, const std::string& attribute, std::uint32_t input,
                                   const std::string& tensor)
{
    m_edits.patchedNodes[node].removedAttributes.insert(attribute);
    m_edits.patchedNodes[node].inputs[input] = tensor;
}

Result<void> EditBuilder::apply(const FloatPlan& plan, ExportReport& report)
{
    for (const QuantizedConstant& constant : plan.constants) {
        const auto payload = m_source.payload(m_index.parameterSource(m_index.find(constant.tensor)));
        if (!payload) return tl::unexpected(payload.error());
        auto written = quantizeFloats(*payload, constant.parameters, constant.clamp, constant.rounding, constant.tensor);
        if (!written) return tl::unexpected(written.error());
        report.saturatedValues += written->saturated;
        ++report.quantizedConstants;
        const std::string name = addTensor(constant.tensor + "_quantized", elementTypeOf(constant.parameters.type),
                                           payload->dims, std::move(written->bytes));
        const auto output = insertDequantize(name, constant.tensor, constant.parameters, kNoNode, constant.reader.node);
        if (!output) return tl::unexpected(output.error());
        rewire(constant.reader, *output);
    }
    return insertPairs(plan.activations, report);
}

GraphEdits EditBuilder::finish()
{
    sweep();
    for (const std::uint32_t node : m_edits.removedNodes) m_edits.patchedNodes.erase(node);
    for (const std::uint32_t tensor : m_edits.removedTensors) m_edits.replacedTensors.erase(tensor);
    // Stable: a pair that another one reads stands before it.
    std::stable_sort(m_edits.newNodes.begin(), m_edits.newNodes.end(),
                     [](const NewNode& a, const NewNode& b) { return a.before < b.before; });
    return std::move(m_edits);
}

} // namespace alignscope

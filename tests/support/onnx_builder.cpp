// SPDX-License-Identifier: Apache-2.0
#include "tests/support/onnx_builder.h"

#include "core/io/onnx_proto.h"
#include "tests/support/scratch.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <bit>
#include <cmath>
#include <set>

namespace alignscope::test {

struct OnnxBuilder::State {
    onnx::ModelProto model;
    std::set<std::string> names;

    onnx::GraphProto& graph() { return *model.mutable_graph(); }
    onnx::NodeProto& lastNode() { return *graph().mutable_node(graph().node_size() - 1); }
    onnx::AttributeProto& newAttribute(const std::string& name, onnx::AttributeProto::AttributeType type)
    {
        onnx::AttributeProto* attribute = lastNode().add_attribute();
        attribute->set_name(name);
        attribute->set_type(type);
        return *attribute;
    }
};

namespace {

std::uint16_t toHalf(double value)
{
    // Exact for the few values that tests use: normal numbers with at most 10 bits of fraction.
    if (value == 0) return 0;
    int exponent = 0;
    const double fraction = std::frexp(std::fabs(value), &exponent); // [0.5, 1)
    const auto mantissa = static_cast<std::uint32_t>((fraction * 2 - 1) * 1024);
    return static_cast<std::uint16_t>((value < 0 ? 0x8000U : 0U)
                                      | (static_cast<std::uint32_t>(exponent + 14) << 10U) | mantissa);
}

template <class T> void put(std::string& out, T value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value); // NOLINT
}

std::string packed(int type, const std::vector<double>& values)
{
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double v = values[i];
        switch (type) {
        case onnx_type::kFloat: put(out, static_cast<float>(v)); break;
        case onnx_type::kDouble: put(out, v); break;
        case onnx_type::kFloat16: put(out, toHalf(v)); break;
        case onnx_type::kBfloat16:
            put(out, static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(static_cast<float>(v)) >> 16U));
            break;
        case onnx_type::kUint8: put(out, static_cast<std::uint8_t>(v)); break;
        case onnx_type::kInt8: put(out, static_cast<std::int8_t>(v)); break;
        case onnx_type::kFloat8: put(out, static_cast<std::uint8_t>(v)); break;
        case onnx_type::kUint16: put(out, static_cast<std::uint16_t>(v)); break;
        case onnx_type::kInt16: put(out, static_cast<std::int16_t>(v)); break;
        case onnx_type::kInt32: put(out, static_cast<std::int32_t>(v)); break;
        case onnx_type::kInt64: put(out, static_cast<std::int64_t>(v)); break;
        case onnx_type::kInt4:
        case onnx_type::kUint4: {
            const auto nibble = static_cast<unsigned>(static_cast<int>(v)) & 0xFU;
            if (i % 2 == 0) out.push_back(static_cast<char>(nibble));
            else out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) | (nibble << 4U));
            break;
        }
        default: break;
        }
    }
    return out;
}

void describe(onnx::ValueInfoProto& info, const std::string& name, const std::vector<std::int64_t>& dims, int type)
{
    info.set_name(name);
    auto* tensor = info.mutable_type()->mutable_tensor_type();
    tensor->set_elem_type(type);
    for (const auto dim : dims) tensor->mutable_shape()->add_dim()->set_dim_value(dim);
}

void fill(onnx::TensorProto& tensor, const std::string& name, int type, const std::vector<std::int64_t>& dims)
{
    tensor.set_name(name);
    tensor.set_data_type(type);
    for (const auto dim : dims) tensor.add_dims(dim);
}

} // namespace

OnnxBuilder::OnnxBuilder() : m_state(std::make_unique<State>())
{
    m_state->model.set_ir_version(8);
    m_state->model.set_producer_name("tests");
    m_state->model.mutable_graph()->set_name("graph");
    opset("", 17);
}

OnnxBuilder::OnnxBuilder(const OnnxBuilder& other) : m_state(std::make_unique<State>(*other.m_state)) {}

OnnxBuilder::~OnnxBuilder() = default;

OnnxBuilder& OnnxBuilder::opset(const std::string& domain, std::int64_t version)
{
    for (auto& import : *m_state->model.mutable_opset_import()) {
        if (import.domain() != domain) continue;
        import.set_version(version);
        return *this;
    }
    auto* import = m_state->model.add_opset_import();
    import->set_domain(domain);
    import->set_version(version);
    return *this;
}

OnnxBuilder& OnnxBuilder::irVersion(std::int64_t version)
{
    m_state->model.set_ir_version(version);
    return *this;
}

OnnxBuilder& OnnxBuilder::metadata(const std::string& key, const std::string& value)
{
    auto* entry = m_state->model.add_metadata_props();
    entry->set_key(key);
    entry->set_value(value);
    return *this;
}

OnnxBuilder& OnnxBuilder::input(const std::string& name, std::vector<std::int64_t> dims, int type)
{
    describe(*m_state->graph().add_input(), name, dims, type);
    return *this;
}

OnnxBuilder& OnnxBuilder::output(const std::string& name, std::vector<std::int64_t> dims, int type)
{
    describe(*m_state->graph().add_output(), name, dims, type);
    return *this;
}

OnnxBuilder& OnnxBuilder::node(const std::string& type, std::vector<std::string> inputs,
                               std::vector<std::string> outputs, const std::string& name, const std::string& domain)
{
    auto* node = m_state->graph().add_node();
    node->set_op_type(type);
    node->set_name(name);
    if (!domain.empty()) node->set_domain(domain);
    for (const auto& tensor : inputs) node->add_input(tensor);
    for (const auto& tensor : outputs) node->add_output(tensor);
    return *this;
}

OnnxBuilder& OnnxBuilder::attribute(const std::string& name, std::int64_t value)
{
    m_state->newAttribute(name, onnx::AttributeProto::INT).set_i(value);
    return *this;
}

OnnxBuilder& OnnxBuilder::attribute(const std::string& name, const std::string& value)
{
    m_state->newAttribute(name, onnx::AttributeProto::STRING).set_s(value);
    return *this;
}

OnnxBuilder& OnnxBuilder::attribute(const std::string& name, const std::vector<std::int64_t>& values)
{
    auto& attribute = m_state->newAttribute(name, onnx::AttributeProto::INTS);
    for (const auto value : values) attribute.add_ints(value);
    return *this;
}

OnnxBuilder& OnnxBuilder::subgraph(const std::string& attributeName, std::vector<std::string> reads)
{
    auto* graph = m_state->newAttribute(attributeName, onnx::AttributeProto::GRAPH).mutable_g();
    graph->set_name("body");
    auto* node = graph->add_node();
    node->set_op_type("Sum");
    for (const auto& tensor : reads) node->add_input(tensor);
    node->add_output("body_result");
    describe(*graph->add_output(), "body_result", {}, onnx_type::kFloat);
    return *this;
}

OnnxBuilder& OnnxBuilder::tensor(const std::string& name, int type, std::vector<std::int64_t> dims,
                                 const std::vector<double>& values)
{
    auto* tensor = m_state->graph().add_initializer();
    fill(*tensor, name, type, dims);
    tensor->set_raw_data(packed(type, values));
    return *this;
}

OnnxBuilder& OnnxBuilder::typedTensor(const std::string& name, int type, std::vector<std::int64_t> dims,
                                      const std::vector<double>& values)
{
    auto* tensor = m_state->graph().add_initializer();
    fill(*tensor, name, type, dims);
    for (const double value : values) {
        if (type == onnx_type::kFloat) tensor->add_float_data(static_cast<float>(value));
        else if (type == onnx_type::kDouble) tensor->add_double_data(value);
        else if (type == onnx_type::kInt64) tensor->add_int64_data(static_cast<std::int64_t>(value));
        else if (type == onnx_type::kFloat16) tensor->add_int32_data(toHalf(value));
        else tensor->add_int32_data(static_cast<std::int32_t>(value));
    }
    return *this;
}

OnnxBuilder& OnnxBuilder::externalTensor(const std::string& name, int type, std::vector<std::int64_t> dims,
                                         const std::string& location, const std::string& offset,
                                         const std::string& length)
{
    auto* tensor = m_state->graph().add_initializer();
    fill(*tensor, name, type, dims);
    tensor->set_data_location(onnx::TensorProto::EXTERNAL);
    const auto add = [&](const char* key, const std::string& value) {
        if (value.empty()) return;
        auto* entry = tensor->add_external_data();
        entry->set_key(key);
        entry->set_value(value);
    };
    add("location", location);
    add("offset", offset);
    add("length", length);
    return *this;
}

OnnxBuilder& OnnxBuilder::constant(const std::string& output, int type, std::vector<std::int64_t> dims,
                                   const std::vector<double>& values)
{
    node("Constant", {}, {output});
    auto* tensor = m_state->newAttribute("value", onnx::AttributeProto::TENSOR).mutable_t();
    fill(*tensor, {}, type, dims);
    tensor->set_raw_data(packed(type, values));
    return *this;
}

std::string OnnxBuilder::unique(const std::string& name)
{
    std::string candidate = name;
    for (int number = 2; !m_state->names.insert(candidate).second; ++number)
        candidate = name + "_" + std::to_string(number);
    return candidate;
}

std::string OnnxBuilder::quantNode(const std::string& type, const std::string& tensorName, const std::string& suffix,
                                   const Parameters& parameters)
{
    const std::string result = unique(tensorName + suffix);
    const auto dims = [](std::size_t count) {
        return count == 1 ? std::vector<std::int64_t>{} : std::vector<std::int64_t>{static_cast<std::int64_t>(count)};
    };
    std::vector<std::string> inputs = {tensorName, result + "_scale"};
    tensor(inputs[1], parameters.scaleType, dims(parameters.scales.size()), parameters.scales);
    if (!parameters.zeroPoints.empty()) {
        inputs.push_back(result + "_zero");
        tensor(inputs[2], parameters.type, dims(parameters.zeroPoints.size()), parameters.zeroPoints);
    }
    node(type, inputs, {result}, result + "_node", parameters.domain);
    if (parameters.scales.size() > 1) attribute("axis", std::int64_t{0});
    return result;
}

std::string OnnxBuilder::quantize(const std::string& tensorName, const Parameters& parameters)
{
    return quantNode("QuantizeLinear", tensorName, "_q", parameters);
}

std::string OnnxBuilder::dequantize(const std::string& tensorName, const Parameters& parameters)
{
    return quantNode("DequantizeLinear", tensorName, "_dq", parameters);
}

std::string OnnxBuilder::quantized(const std::string& tensorName, const Parameters& parameters)
{
    return dequantize(quantize(tensorName, parameters), parameters);
}

std::string OnnxBuilder::weight(const std::string& name, std::vector<std::int64_t> dims, const Parameters& parameters)
{
    std::size_t count = 1;
    for (const auto dim : dims) count *= static_cast<std::size_t>(dim);
    tensor(name, parameters.type, dims, std::vector<double>(count, 0));
    return dequantize(name, parameters);
}

std::string OnnxBuilder::bytes() const
{
    std::string out;
    {
        google::protobuf::io::StringOutputStream stream(&out);
        google::protobuf::io::CodedOutputStream coded(&stream);
        coded.SetSerializationDeterministic(true);
        m_state->model.SerializeToCodedStream(&coded);
    }
    return out;
}

std::string OnnxBuilder::save(const std::string& fileName) const
{
    static const ScratchFolder folder;
    return folder.write(fileName, bytes());
}

namespace {

void clearPayload(onnx::TensorProto& tensor, std::uint64_t limit)
{
    onnx::TensorProto bare = tensor;
    bare.clear_raw_data();
    bare.clear_float_data();
    bare.clear_int32_data();
    bare.clear_int64_data();
    bare.clear_string_data();
    bare.clear_double_data();
    bare.clear_uint64_data();
    std::uint64_t size = tensor.raw_data().size() + static_cast<std::uint64_t>(tensor.float_data_size()) * 4
        + static_cast<std::uint64_t>(tensor.double_data_size()) * 8;
    const auto varints = [&](const auto& values) {
        for (const auto value : values)
            size += google::protobuf::io::CodedOutputStream::VarintSize64(static_cast<std::uint64_t>(value));
    };
    varints(tensor.int32_data());
    varints(tensor.int64_data());
    varints(tensor.uint64_data());
    for (const auto& text : tensor.string_data()) size += text.size();
    if (size >= limit) tensor = bare;
}

void clearPayloads(onnx::GraphProto& graph, std::uint64_t limit);

void clearPayloads(onnx::NodeProto& node, std::uint64_t limit)
{
    for (auto& attribute : *node.mutable_attribute()) {
        if (attribute.has_t()) clearPayload(*attribute.mutable_t(), limit);
        for (auto& tensor : *attribute.mutable_tensors()) clearPayload(tensor, limit);
        if (attribute.has_g()) clearPayloads(*attribute.mutable_g(), limit);
        for (auto& graph : *attribute.mutable_graphs()) clearPayloads(graph, limit);
    }
}

void clearPayloads(onnx::GraphProto& graph, std::uint64_t limit)
{
    for (auto& tensor : *graph.mutable_initializer()) clearPayload(tensor, limit);
    for (auto& node : *graph.mutable_node()) clearPayloads(node, limit);
}

} // namespace

std::string withoutLargePayloads(const std::string& bytes, std::uint64_t limit)
{
    onnx::ModelProto model;
    if (!model.ParseFromString(bytes)) return {};
    if (model.has_graph()) clearPayloads(*model.mutable_graph(), limit);
    for (auto& function : *model.mutable_functions())
        for (auto& node : *function.mutable_node()) clearPayloads(node, limit);
    return model.SerializeAsString();
}

} // namespace alignscope::test

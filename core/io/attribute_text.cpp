// SPDX-License-Identifier: Apache-2.0
#include "core/io/attribute_text.h"

#include "core/base/numbers.h"
#include "core/io/onnx_proto.h"
#include "core/io/tensor_values.h"

#include <algorithm>

namespace alignscope {
namespace {

constexpr int kMaxListItems = 64;
constexpr std::size_t kMaxStringBytes = 400;

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text.substr(0, kMaxStringBytes)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (byte < 0x20 || byte == 0x7F) out += '?';
        else out += c;
    }
    if (text.size() > kMaxStringBytes) {
        // Not in the middle of a UTF-8 sequence.
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) out.pop_back();
        if (!out.empty() && (static_cast<unsigned char>(out.back()) & 0x80U) != 0) out.pop_back();
        return out + "…\" (" + byteText(text.size()) + ")";
    }
    return out + "\"";
}

template <class List, class ToText> std::string listed(const List& values, ToText toItem)
{
    std::string out = "[";
    const int shown = std::min(static_cast<int>(values.size()), kMaxListItems);
    for (int i = 0; i < shown; ++i) {
        if (i > 0) out += ", ";
        out += toItem(values.Get(i));
    }
    if (shown < values.size()) out += ", … " + std::to_string(values.size()) + " values";
    return out + "]";
}

std::string tensorText(const onnx::TensorProto& tensor)
{
    std::string out = elementTypeName(tensor.data_type()) + " [";
    for (int i = 0; i < std::min(tensor.dims_size(), kMaxListItems); ++i)
        out += (i > 0 ? ", " : "") + std::to_string(tensor.dims(i));
    return out + "]";
}

std::string graphText(const onnx::GraphProto& graph)
{
    return "graph " + graph.name() + " (" + std::to_string(graph.node_size()) + " nodes)";
}

std::string textOf(const onnx::AttributeProto& a)
{
    if (!a.ref_attr_name().empty()) return "@" + a.ref_attr_name();
    if (a.has_t()) return tensorText(a.t());
    if (a.has_g()) return graphText(a.g());
    if (a.has_sparse_tensor()) return "sparse " + tensorText(a.sparse_tensor().values());
    if (a.ints_size() > 0) return listed(a.ints(), [](std::int64_t v) { return std::to_string(v); });
    if (a.floats_size() > 0) return listed(a.floats(), [](float v) { return toText(v); });
    if (a.strings_size() > 0) return listed(a.strings(), [](const std::string& v) { return quoted(v); });
    if (a.tensors_size() > 0) return listed(a.tensors(), tensorText);
    if (a.graphs_size() > 0) return listed(a.graphs(), graphText);
    // Old files leave the type out: the value that is there decides.
    if (a.type() == onnx::AttributeProto::INT || a.has_i()) return std::to_string(a.i());
    if (a.type() == onnx::AttributeProto::FLOAT || a.has_f()) return toText(a.f());
    if (a.type() == onnx::AttributeProto::STRING || a.has_s()) return quoted(a.s());
    return "[]";
}

} // namespace

std::vector<Attribute> attributesOf(const onnx::NodeProto& node)
{
    std::vector<Attribute> attributes;
    attributes.reserve(static_cast<std::size_t>(node.attribute_size()));
    for (const auto& attribute : node.attribute()) attributes.push_back({attribute.name(), textOf(attribute)});
    return attributes;
}

} // namespace alignscope

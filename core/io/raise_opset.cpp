// SPDX-License-Identifier: Apache-2.0
#include "core/io/raise_opset.h"

#include "core/base/message_codes.h"
#include "core/io/onnx_proto.h"
#include "core/io/requantize.h"

#include <cstring>
#include <string>
#include <string_view>

namespace alignscope {
namespace {

const onnx::AttributeProto* attributeOf(const onnx::NodeProto& node, std::string_view name)
{
    for (const auto& attribute : node.attribute())
        if (attribute.name() == name) return &attribute;
    return nullptr;
}

bool hasSubgraph(const onnx::NodeProto& node)
{
    for (const auto& attribute : node.attribute())
        if (attribute.has_g() || attribute.graphs_size() > 0) return true;
    return false;
}

/// The attribute that opset 13 made the second input.
std::string_view movedAttribute(std::string_view type)
{
    if (type == "Squeeze" || type == "Unsqueeze" || type == "ReduceSum") return "axes";
    return type == "Split" ? "split" : std::string_view();
}

// What 12 and 13 changed in a way that no attribute can be moved for.
bool changedMeaning(const onnx::NodeProto& node, std::int64_t from)
{
    const std::string& type = node.op_type();
    if (type == "Softmax" || type == "LogSoftmax" || type == "Hardmax") {
        const auto* axis = attributeOf(node, "axis");
        return axis == nullptr || axis->i() != -1;
    }
    return from < 12 && type == "Dropout" && attributeOf(node, "ratio") != nullptr;
}

} // namespace

Result<void> raiseOpset(const NodeIndex& index, std::int64_t wanted, EditBuilder& builder)
{
    std::int64_t version = 0;
    std::string domain;
    for (const auto& import : index.source().skeleton().opset_import()) {
        if (!isStandardDomain(import.domain())) continue;
        version = import.version();
        domain = import.domain();
    }
    if (version >= wanted) return {};
    const auto refused = [&](const std::string& why) {
        return fail(MessageCode::ExportOpsetTooLow, index.source().path(), std::to_string(version),
                    std::to_string(wanted), why);
    };
    if (version < 11) return refused("older than opset 11");
    for (std::uint32_t i = 0; i < index.nodeCount(); ++i) {
        const onnx::NodeProto& node = index.node(i);
        if (!isStandardDomain(node.domain())) continue;
        if (hasSubgraph(node) || changedMeaning(node, version))
            return refused(node.op_type() + " " + (node.name().empty() ? node.output(0) : node.name()));
        const std::string_view moved = movedAttribute(node.op_type());
        const auto* attribute = moved.empty() ? nullptr : attributeOf(node, moved);
        if (attribute == nullptr) continue;
        std::string bytes(static_cast<std::size_t>(attribute->ints_size()) * sizeof(std::int64_t), '\0');
        if (!bytes.empty()) std::memcpy(bytes.data(), attribute->ints().data(), bytes.size());
        const std::string hint = (node.output_size() > 0 ? node.output(0) : node.name()) + "_" + std::string(moved);
        builder.attributeToInput(i, std::string(moved), 1,
                                 builder.addTensor(hint, onnx::TensorProto::INT64, {attribute->ints_size()},
                                                   std::move(bytes)));
    }
    builder.setOpset(domain, wanted);
    return {};
}

} // namespace alignscope

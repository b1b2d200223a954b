// SPDX-License-Identifier: Apache-2.0
#include "core/io/splice_writer.h"

#include "core/base/message_codes.h"
#include "core/io/onnx_proto.h"
#include "core/io/wire.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace alignscope {
namespace {

constexpr std::uint64_t kBlock = std::uint64_t{4} * 1024 * 1024;
/// A protobuf message ends here; readers refuse more.
constexpr std::uint64_t kLargestMessage = 0x7FFFFFFFU;

namespace model_field {
constexpr std::uint32_t kGraph = 7;
constexpr std::uint32_t kOpset = 8;
constexpr std::uint32_t kMetadata = 14;
} // namespace model_field

/// The output as stretches of the source and new bytes in between.
class Pieces {
public:
    void copy(ByteRange range)
    {
        if (range.size() == 0) return;
        m_size += range.size();
        if (!m_pieces.empty())
            if (auto* last = std::get_if<ByteRange>(&m_pieces.back()); last != nullptr && last->end == range.begin) {
                last->end = range.end;
                return;
            }
        m_pieces.emplace_back(range);
    }
    void add(std::string bytes)
    {
        m_size += bytes.size();
        m_pieces.emplace_back(std::move(bytes));
    }
    void field(std::uint32_t number, const std::string& body)
    {
        std::string bytes;
        wire::appendBytes(bytes, number, body);
        add(std::move(bytes));
    }
    void append(Pieces&& other)
    {
        for (auto& piece : other.m_pieces) {
            if (const auto* range = std::get_if<ByteRange>(&piece)) copy(*range);
            else add(std::get<std::string>(std::move(piece)));
        }
    }
    [[nodiscard]] std::uint64_t size() const noexcept { return m_size; }
    [[nodiscard]] const std::vector<std::variant<ByteRange, std::string>>& all() const noexcept { return m_pieces; }

private:
    std::vector<std::variant<ByteRange, std::string>> m_pieces;
    std::uint64_t m_size = 0;
};

void setAttribute(onnx::NodeProto& node, const char* name, std::int64_t value)
{
    onnx::AttributeProto* found = nullptr;
    for (auto& attribute : *node.mutable_attribute())
        if (attribute.name() == name) found = &attribute;
    if (found == nullptr) {
        found = node.add_attribute();
        found->set_name(name);
    }
    found->set_type(onnx::AttributeProto::INT);
    found->set_i(value);
}

void removeAttribute(onnx::NodeProto& node, const std::string& name)
{
    for (int i = node.attribute_size(); i-- > 0;)
        if (node.attribute(i).name() == name) node.mutable_attribute()->DeleteSubrange(i, 1);
}

onnx::TensorProto tensorProto(const NewTensor& tensor)
{
    onnx::TensorProto proto;
    for (const std::int64_t dim : tensor.dims) proto.add_dims(dim);
    proto.set_data_type(tensor.type);
    proto.set_name(tensor.name);
    proto.set_raw_data(tensor.bytes);
    return proto;
}

class Splice {
public:
    Splice(const OnnxSource& source, const GraphEdits& edits) : m_source(source), m_edits(edits) {}

    Result<Pieces> run()
    {
        const FieldRange* graph = m_source.graphField();
        if (graph == nullptr) return fail(MessageCode::ExportGraphScattered, m_source.path());
        auto body = graphBody();
        if (!body) return body;

        Pieces model;
        std::map<std::string, std::string> metadata = m_edits.metadata;
        for (const FieldRange& field : m_source.modelFields()) {
            switch (field.number) {
            case model_field::kGraph: {
                std::string head;
                wire::appendVarint(head, (std::uint64_t{model_field::kGraph} << 3U) | 2U);
                wire::appendVarint(head, body->size());
                model.add(std::move(head));
                model.append(std::move(*body));
                break;
            }
            case model_field::kOpset:
                if (const auto done = opset(field, model); !done) return tl::unexpected(done.error());
                break;
            case model_field::kMetadata:
                if (const auto done = metadataEntry(field, metadata, model); !done) return tl::unexpected(done.error());
                break;
            default: model.copy(field.whole);
            }
        }
        for (const auto& [key, value] : metadata) model.field(model_field::kMetadata, entryBytes(key, value));
        if (model.size() > kLargestMessage) return fail(MessageCode::ExportTooLarge, m_source.path());
        return model;
    }

private:
    static std::string entryBytes(const std::string& key, const std::string& value)
    {
        onnx::StringStringEntryProto entry;
        entry.set_key(key);
        entry.set_value(value);
        return entry.SerializeAsString();
    }

    template <class Proto> Result<Proto> parse(const FieldRange& field) const
    {
        const auto bytes = m_source.file().read(field.body);
        if (!bytes) return tl::unexpected(bytes.error());
        Proto proto;
        if (!proto.ParseFromString(*bytes)) return fail(MessageCode::FileChanged, m_source.path());
        return proto;
    }

    Result<void> opset(const FieldRange& field, Pieces& model) const
    {
        if (m_edits.opsets.empty()) {
            model.copy(field.whole);
            return {};
        }
        auto import = parse<onnx::OperatorSetIdProto>(field);
        if (!import) return tl::unexpected(import.error());
        const auto wanted = m_edits.opsets.find(import->domain());
        if (wanted == m_edits.opsets.end() || wanted->second <= import->version()) {
            model.copy(field.whole);
        } else {
            import->set_version(wanted->second);
            model.field(model_field::kOpset, import->SerializeAsString());
        }
        return {};
    }

    Result<void> metadataEntry(const FieldRange& field, std::map<std::string, std::string>& metadata,
                               Pieces& model) const
    {
        const auto entry = parse<onnx::StringStringEntryProto>(field);
        if (!entry) return tl::unexpected(entry.error());
        const auto wanted = metadata.find(entry->key());
        if (wanted == metadata.end()) {
            model.copy(field.whole);
            return {};
        }
        model.field(model_field::kMetadata, entryBytes(wanted->first, wanted->second));
        metadata.erase(wanted);
        return {};
    }

    Result<Pieces> graphBody()
    {
        Pieces graph;
        for (const FieldRange& field : m_source.graphFields()) {
            const auto done = graphElement(field, graph);
            if (!done) return tl::unexpected(done.error());
        }
        for (; m_nextNew < m_edits.newNodes.size(); ++m_nextNew) // behind the last node
            graph.field(graph_field::kNode, newNode(m_edits.newNodes[m_nextNew]));
        for (const NewTensor& tensor : m_edits.newTensors)
            graph.field(graph_field::kInitializer, tensorProto(tensor).SerializeAsString());
        for (const NewTensor& input : m_edits.newInputs) {
            onnx::ValueInfoProto info;
            info.set_name(input.name);
            auto* type = info.mutable_type()->mutable_tensor_type();
            type->set_elem_type(input.type);
            type->mutable_shape();
            for (const std::int64_t dim : input.dims) type->mutable_shape()->add_dim()->set_dim_value(dim);
            graph.field(graph_field::kInput, info.SerializeAsString());
        }
        return graph;
    }

    Result<void> graphElement(const FieldRange& field, Pieces& graph)
    {
        if (field.number == graph_field::kNode) return node(field, graph);
        if (field.number == graph_field::kInitializer) {
            if (m_edits.removedTensors.contains(field.index)) return {};
            const auto found = m_edits.replacedTensors.find(field.index);
            if (found != m_edits.replacedTensors.end()) {
                graph.field(graph_field::kInitializer, replacement(field.index, found->second));
                return {};
            }
        }
        if (field.number == graph_field::kValueInfo && !m_edits.droppedTypes.empty()) {
            const auto& name = m_source.skeleton().graph().value_info(static_cast<int>(field.index)).name();
            if (m_edits.droppedTypes.contains(name)) return {};
        }
        graph.copy(field.whole);
        return {};
    }

    // Keeps the name and all that is said about the tensor besides its values.
    std::string replacement(std::uint32_t index, const NewTensor& tensor) const
    {
        onnx::TensorProto proto = m_source.skeleton().graph().initializer(static_cast<int>(index));
        const onnx::TensorProto values = tensorProto(tensor);
        proto.clear_float_data();
        proto.clear_int32_data();
        proto.clear_int64_data();
        proto.clear_double_data();
        proto.clear_uint64_data();
        proto.clear_string_data();
        proto.clear_external_data();
        proto.clear_data_location();
        *proto.mutable_dims() = values.dims();
        proto.set_data_type(values.data_type());
        proto.set_raw_data(values.raw_data());
        return proto.SerializeAsString();
    }

    Result<void> node(const FieldRange& field, Pieces& graph)
    {
        for (; m_nextNew < m_edits.newNodes.size() && m_edits.newNodes[m_nextNew].before <= field.index; ++m_nextNew)
            graph.field(graph_field::kNode, newNode(m_edits.newNodes[m_nextNew]));
        if (m_edits.removedNodes.contains(field.index)) return {};
        const auto found = m_edits.patchedNodes.find(field.index);
        if (found == m_edits.patchedNodes.end()) {
            graph.copy(field.whole);
            return {};
        }
        auto proto = parse<onnx::NodeProto>(field);
        if (!proto) return tl::unexpected(proto.error());
        for (const auto& [index, name] : found->second.inputs) {
            while (proto->input_size() <= static_cast<int>(index)) proto->add_input();
            proto->set_input(static_cast<int>(index), name);
        }
        for (const auto& [index, name] : found->second.outputs)
            if (static_cast<int>(index) < proto->output_size()) proto->set_output(static_cast<int>(index), name);
        for (const std::string& name : found->second.removedAttributes) removeAttribute(*proto, name);
        if (found->second.axis) setAttribute(*proto, "axis", *found->second.axis);
        if (found->second.outputType) setAttribute(*proto, "output_dtype", *found->second.outputType);
        graph.field(graph_field::kNode, proto->SerializeAsString());
        return {};
    }

    static std::string newNode(const NewNode& node)
    {
        onnx::NodeProto proto;
        for (const std::string& name : node.inputs) proto.add_input(name);
        for (const std::string& name : node.outputs) proto.add_output(name);
        proto.set_name(node.name);
        proto.set_op_type(node.type);
        if (!node.domain.empty()) proto.set_domain(node.domain);
        if (node.axis) setAttribute(proto, "axis", *node.axis);
        return proto.SerializeAsString();
    }

    const OnnxSource& m_source;
    const GraphEdits& m_edits;
    std::size_t m_nextNew = 0;
};

Result<void> copyRange(const InputFile& file, ByteRange range, const ByteSink& sink, const Task& task,
                       std::uint64_t& written, std::uint64_t total)
{
    while (range.begin < range.end) {
        if (task.stopped()) return fail(MessageCode::Cancelled);
        const std::uint64_t end = std::min(range.end, range.begin + kBlock);
        const auto bytes = file.read({range.begin, end});
        if (!bytes) return tl::unexpected(bytes.error());
        if (auto done = sink(*bytes); !done) return done;
        written += bytes->size();
        range.begin = end;
        if (total > 0) task.report(static_cast<double>(written) / static_cast<double>(total));
    }
    return {};
}

} // namespace

Result<void> writeEdited(const OnnxSource& source, const GraphEdits& edits, const ByteSink& sink, const Task& task)
{
    const auto pieces = Splice(source, edits).run();
    if (!pieces) return tl::unexpected(pieces.error());
    std::uint64_t written = 0;
    for (const auto& piece : pieces->all()) {
        if (const auto* range = std::get_if<ByteRange>(&piece)) {
            if (auto done = copyRange(source.file(), *range, sink, task, written, pieces->size()); !done) return done;
        } else {
            const auto& bytes = std::get<std::string>(piece);
            if (auto done = sink(bytes); !done) return done;
            written += bytes.size();
        }
    }
    return {};
}

Result<void> writeCopy(const InputFile& file, const ByteSink& sink, const Task& task)
{
    std::uint64_t written = 0;
    return copyRange(file, {0, file.size()}, sink, task, written, file.size());
}

} // namespace alignscope

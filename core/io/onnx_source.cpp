// SPDX-License-Identifier: Apache-2.0
#include "core/io/onnx_source.h"

#include "core/base/message_codes.h"
#include "core/io/external_data.h"
#include "core/io/file_content.h"
#include "core/io/onnx_proto.h"
#include "core/io/tensor_values.h"

#include <google/protobuf/arena.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>

#include <algorithm>
#include <mutex>
#include <new>

namespace alignscope {
namespace {

// protobuf would print parse errors to stderr; they are told as Result instead.
void silenceProtobuf()
{
    static std::once_flag once;
    std::call_once(once, [] { google::protobuf::SetLogHandler(nullptr); });
}

TensorPayload scalarPayload(std::int32_t type, std::vector<std::int64_t> dims, const void* data, std::size_t bytes)
{
    return {type, std::move(dims), std::string(static_cast<const char*>(data), bytes)};
}

std::string numbered(std::uint32_t index)
{
    std::string text("#");
    text += std::to_string(index);
    return text;
}

template <class Field> TensorPayload listPayload(std::int32_t type, const Field& values)
{
    using Value = std::decay_t<decltype(values.Get(0))>;
    return scalarPayload(type, {values.size()}, values.data(),
                         static_cast<std::size_t>(values.size()) * sizeof(Value));
}

} // namespace

Result<std::shared_ptr<OnnxSource>> OnnxSource::open(const std::string& path)
{
    silenceProtobuf();
    auto file = InputFile::open(path);
    if (!file) return tl::unexpected(file.error());
    const auto head = (*file)->head(kContentHeadBytes);
    if (!head) return tl::unexpected(head.error());
    if (auto reason = whyNotOnnx(path, *head)) return tl::unexpected(*reason);

    std::shared_ptr<OnnxSource> source(new OnnxSource(*std::move(file)));
    if (auto read = source->read(); !read) return tl::unexpected(read.error());
    return source;
}

OnnxSource::OnnxSource(std::shared_ptr<const InputFile> file) : m_file(std::move(file)) {}

Result<void> OnnxSource::read()
{
    const auto mapping = FileMapping::map(*m_file);
    if (!mapping) return tl::unexpected(mapping.error());
    auto skeleton = readSkeleton(mapping->bytes(), path(), [&](std::uint64_t end) { mapping->forget(end); });
    if (!skeleton) return tl::unexpected(skeleton.error());
    m_layout = *std::move(skeleton);

    // In few large blocks: a model of many nodes is very many small messages.
    google::protobuf::ArenaOptions blocks;
    blocks.start_block_size = std::size_t{16} << 10U;
    blocks.max_block_size = std::size_t{1} << 20U;
    m_arena = std::make_unique<google::protobuf::Arena>(blocks);
    m_model = google::protobuf::Arena::CreateMessage<onnx::ModelProto>(m_arena.get());
    try {
        const void* bytes = mapping->bytes().data();
        std::size_t size = mapping->bytes().size();
        if (m_layout.bytes) {
            bytes = m_layout.bytes->data();
            size = m_layout.bytes->size();
        }
        if (!m_model->ParseFromArray(bytes, static_cast<int>(size))) return fail(MessageCode::ModelUnparsable, path());
    } catch (const std::bad_alloc&) {
        return fail(MessageCode::FileNotReadable, path(), "there is not enough memory");
    }
    if (!m_model->has_graph()) return fail(MessageCode::ModelHasNoGraph, path());
    m_layout.bytes.reset();
    m_layout.graphFields.shrink_to_fit();
    m_layout.initializers.shrink_to_fit();

    for (std::uint32_t place = 0; place < m_layout.graphFields.size(); ++place) {
        const FieldRange& field = m_layout.graphFields[place];
        if (field.number > graph_field::kValueInfo) continue;
        if (m_elements.size() <= field.number) m_elements.resize(field.number + 1);
        m_elements[field.number].push_back(place);
    }
    return {};
}

OnnxSource::~OnnxSource() = default;

const FieldRange* OnnxSource::graphField() const
{
    constexpr std::uint32_t kGraph = 7;
    const FieldRange* found = nullptr;
    for (const FieldRange& field : m_layout.modelFields) {
        if (field.number != kGraph) continue;
        if (found != nullptr) return nullptr;
        found = &field;
    }
    return found;
}

const FieldRange* OnnxSource::element(std::uint32_t number, std::uint32_t index) const
{
    if (number >= m_elements.size() || index >= m_elements[number].size()) return nullptr;
    return &m_layout.graphFields[m_elements[number][index]];
}

bool OnnxSource::isExternal(std::uint32_t initializer) const
{
    const auto& list = m_model->graph().initializer();
    return initializer < static_cast<std::uint32_t>(list.size())
        && alignscope::isExternal(list.Get(static_cast<int>(initializer)));
}

Result<TensorPayload> OnnxSource::payload(std::uint32_t initializer) const
{
    const auto& list = m_model->graph().initializer();
    if (initializer >= static_cast<std::uint32_t>(list.size()))
        return fail(MessageCode::TensorHasNoValues, numbered(initializer));
    const TensorRanges* ranges = initializer < m_layout.initializers.size() ? &m_layout.initializers[initializer]
                                                                            : nullptr;
    return tensorPayload(list.Get(static_cast<int>(initializer)), ranges);
}

Result<TensorPayload> OnnxSource::constantPayload(std::uint32_t node) const
{
    const auto& nodes = m_model->graph().node();
    if (node >= static_cast<std::uint32_t>(nodes.size()))
        return fail(MessageCode::TensorHasNoValues, numbered(node));
    const onnx::NodeProto& constant = nodes.Get(static_cast<int>(node));
    for (int i = 0; i < constant.attribute_size(); ++i) {
        const onnx::AttributeProto& attribute = constant.attribute(i);
        const std::string& name = attribute.name();
        if (name == "value" && attribute.has_t()) {
            const auto found = m_layout.attributeTensors.find({node, static_cast<std::uint32_t>(i)});
            return tensorPayload(attribute.t(), found == m_layout.attributeTensors.end() ? nullptr : &found->second);
        }
        if (name == "value_float") {
            const float value = attribute.f();
            return scalarPayload(onnx::TensorProto::FLOAT, {}, &value, sizeof value);
        }
        if (name == "value_int") {
            const std::int64_t value = attribute.i();
            return scalarPayload(onnx::TensorProto::INT64, {}, &value, sizeof value);
        }
        if (name == "value_floats") return listPayload(onnx::TensorProto::FLOAT, attribute.floats());
        if (name == "value_ints") return listPayload(onnx::TensorProto::INT64, attribute.ints());
    }
    return fail(MessageCode::TensorHasNoValues, constant.output_size() > 0 ? constant.output(0) : constant.name());
}

Result<TensorPayload> OnnxSource::payload(const ParameterSource& source) const
{
    if (source.kind == ParameterSource::Kind::Initializer) return payload(source.index);
    if (source.kind == ParameterSource::Kind::Constant) return constantPayload(source.index);
    return fail(MessageCode::TensorHasNoValues, source.name);
}

Result<TensorPayload> OnnxSource::tensorPayload(const onnx::TensorProto& tensor, const TensorRanges* ranges) const
{
    TensorPayload result{tensor.data_type(), dimsOf(tensor), {}};
    const auto store = [&](Result<std::string> bytes) -> Result<TensorPayload> {
        if (!bytes) return tl::unexpected(bytes.error());
        result.bytes = *std::move(bytes);
        return std::move(result);
    };
    if (alignscope::isExternal(tensor)) {
        const auto location = externalLocation(tensor);
        if (!location) return tl::unexpected(location.error());
        const auto count = elementCount(result.dims);
        const auto bytes = count ? byteCount(result.elementType, *count) : std::nullopt;
        if (!bytes) return fail(MessageCode::TensorTypeUnknown, tensor.name(), elementTypeName(tensor.data_type()));
        return store(readExternal(path(), tensor.name(), *location, *bytes));
    }
    if (ranges == nullptr || !ranges->elided) return store(rawBytes(tensor));
    if (ranges->raw) return store(m_file->read(*ranges->raw));

    onnx::TensorProto whole = tensor;
    for (const ByteRange& part : ranges->parts) {
        const auto bytes = m_file->read(part);
        if (!bytes) return tl::unexpected(bytes.error());
        if (!whole.MergeFromString(*bytes)) return fail(MessageCode::FileChanged, path());
    }
    return store(rawBytes(whole));
}

const QuantNode* OnnxSource::quantNode(std::uint32_t node) const
{
    const auto found = std::lower_bound(m_quantNodes.begin(), m_quantNodes.end(), node,
                                        [](const QuantNode& quant, std::uint32_t wanted) { return quant.node < wanted; });
    return found != m_quantNodes.end() && found->node == node ? &*found : nullptr;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/external_data.h"
#include "core/io/onnx_graphs.h"
#include "core/io/onnx_proto.h"
#include "core/io/own_quantization.h"
#include "core/io/tensor_values.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>

namespace alignscope {
namespace {

class Describer {
public:
    Describer(const NodeIndex& index, ModelProperties& properties, std::vector<Message>& notices)
        : m_index(index), m_properties(properties), m_notices(notices)
    {
    }

    void run()
    {
        const OnnxSource& source = m_index.source();
        const onnx::ModelProto& model = source.skeleton();
        m_properties.irVersion = model.ir_version();
        for (const auto& import : model.opset_import())
            m_properties.opsets.emplace_back(import.domain() == "ai.onnx" ? std::string() : import.domain(),
                                             import.version());
        m_properties.producerName = model.producer_name();
        m_properties.producerVersion = model.producer_version();
        m_properties.graphName = model.graph().name();
        m_properties.documentation = model.doc_string();
        for (const auto& entry : model.metadata_props()) m_properties.metadata.emplace_back(entry.key(), entry.value());
        m_properties.files.push_back({source.path(), source.identity().bytes, "model"});
        m_properties.fileNodes = m_index.nodeCount();
        m_properties.initializers = static_cast<std::size_t>(model.graph().initializer_size());
        m_properties.functions = static_cast<std::size_t>(model.functions_size());
        for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node)
            if (m_index.isQuant(node)) ++m_properties.quantizeNodes;
        countSubgraphs(model.graph(), 0);
        sumInitializers();
        externalFiles();
        quantizedOperators();
    }

private:
    void countSubgraphs(const onnx::GraphProto& graph, int depth)
    {
        if (depth > 100) return;
        for (const auto& node : graph.node())
            for (const auto& attribute : node.attribute()) {
                if (attribute.has_g()) {
                    ++m_properties.subgraphs;
                    countSubgraphs(attribute.g(), depth + 1);
                }
                for (const auto& body : attribute.graphs()) {
                    ++m_properties.subgraphs;
                    countSubgraphs(body, depth + 1);
                }
            }
    }

    void sumInitializers()
    {
        const auto ranges = m_index.source().initializerRanges();
        const auto& list = m_index.graph().initializer();
        for (int i = 0; i < list.size(); ++i) {
            const auto& tensor = list.Get(i);
            const auto count = elementCount(dimsOf(tensor));
            const auto bytes = count ? byteCount(tensor.data_type(), *count) : std::nullopt;
            const auto at = static_cast<std::size_t>(i);
            const std::uint64_t add = isExternal(tensor) ? bytes.value_or(0) : at < ranges.size() ? ranges[at].bytes : 0;
            // External sizes are only claimed, so the sum must not wrap.
            m_properties.initializerBytes += std::min(add, ~m_properties.initializerBytes);
        }
    }

    void externalFiles()
    {
        std::set<std::string> seen;
        std::set<MessageCode> unsafe;
        const auto check = [&](const onnx::TensorProto& tensor) {
            if (!isExternal(tensor)) return;
            const auto location = externalLocation(tensor);
            if (!location) {
                if (unsafe.insert(location.error().code).second) m_notices.push_back(location.error());
                return;
            }
            if (!seen.insert(location->location).second) return;
            const auto file = externalFile(m_index.source().path(), location->location);
            if (!file) return m_notices.push_back(file.error());
            const auto identity = fileIdentity(*file);
            if (!identity) return m_notices.push_back(identity.error());
            m_properties.files.push_back({*file, identity->bytes, "external data"});
        };
        for (const auto& tensor : m_index.graph().initializer()) check(tensor);
        for (const auto& node : m_index.graph().node())
            for (const auto& attribute : node.attribute())
                if (attribute.has_t()) check(attribute.t());
    }

    // Which operators keep their parameters inside, and how many of each way there are.
    void quantizedOperators()
    {
        std::map<MessageCode, std::pair<std::size_t, std::string>> found;
        for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node) {
            const std::string& type = m_index.node(node).op_type();
            if (const auto code = ownQuantization(type)) {
                auto& [count, first] = found[*code];
                if (count++ == 0) first = type;
            }
        }
        for (const auto& [code, where] : found)
            m_notices.push_back({code, {std::to_string(where.first), where.second}});
    }

    const NodeIndex& m_index;
    ModelProperties& m_properties;
    std::vector<Message>& m_notices;
};

} // namespace

void describeModel(const NodeIndex& index, ModelProperties& properties, std::vector<Message>& notices)
{
    Describer(index, properties, notices).run();
}

} // namespace alignscope

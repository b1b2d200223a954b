// SPDX-License-Identifier: Apache-2.0
#include "core/io/open_model.h"

#include "core/base/message_codes.h"
#include "core/io/onnx_graphs.h"
#include "core/io/onnx_source.h"
#include "core/io/qdq_slots.h"
#include "core/io/quant_file.h"
#include "core/io/quant_nodes.h"

#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <optional>
#include <utility>

namespace alignscope {
namespace {

constexpr std::size_t kMaxNoticesOfAKind = 8;

// A file with hundreds of second producers says so once, not hundreds of times.
void append(std::vector<Message>& to, std::vector<Message> from)
{
    std::map<MessageCode, std::size_t> count;
    for (const Message& notice : from) ++count[notice.code];
    std::map<MessageCode, std::size_t> told;
    for (Message& notice : from) {
        const MessageCode code = notice.code;
        const std::size_t number = ++told[code];
        if (number <= kMaxNoticesOfAKind) to.push_back(std::move(notice));
        else if (number == count[code])
            to.push_back({MessageCode::MoreNotices, {std::to_string(number - kMaxNoticesOfAKind)}});
    }
}

class Opening {
public:
    Opening(const std::string& path, const std::string& quantPath, const Task& task)
        : m_path(path), m_quantPath(quantPath), m_task(task)
    {
    }

    Result<std::shared_ptr<const Model>> run()
    {
        auto opened = OnnxSource::open(m_path);
        if (!opened) return tl::unexpected(opened.error());
        const std::shared_ptr<OnnxSource> source = *std::move(opened);
        if (const auto stop = step(0.4)) return tl::unexpected(*stop);

        Model model;
        model.path = m_path;
        model.name = std::filesystem::path(m_path).filename().string();
        const NodeIndex index(*source);
        describeModel(index, model.properties, model.notices);
        if (const auto stop = step(0.5)) return tl::unexpected(*stop);

        if (isPlain(index)) {
            model.fileGraph = LazyGraph::by([source] { return buildFileGraph(NodeIndex(*source))->graph; });
        } else {
            auto fileGraph = buildFileGraph(index);
            if (!fileGraph) return tl::unexpected(fileGraph.error());
            model.fileGraph = std::move(fileGraph->graph);
            append(model.notices, std::move(fileGraph->notices));
        }
        if (const auto stop = step(0.7)) return tl::unexpected(*stop);

        const auto done = m_quantPath.empty() ? fromNodes(index, *source, model) : fromFile(index, *source, model);
        if (!done) return tl::unexpected(done.error());
        if (const auto stop = step(0.95)) return tl::unexpected(*stop);

        model.source = source;
        finishModel(model);
        m_task.report(1);
        return std::make_shared<const Model>(std::move(model));
    }

private:
    std::optional<Error> step(double fraction) const
    {
        if (m_task.stopped()) return Error{MessageCode::Cancelled, {}};
        m_task.report(fraction);
        return std::nullopt;
    }

    static Result<void> fromNodes(const NodeIndex& index, OnnxSource& source, Model& model)
    {
        // Second producers and cycles are told by the file's graph already.
        auto graph = buildOperationGraph(index, {});
        if (!graph) return tl::unexpected(graph.error());
        model.graph = std::move(graph->graph);
        QuantNodes nodes = readQuantNodes(index);
        append(model.notices, std::move(nodes.notices));
        DerivedSlots slots = deriveQdqSlots(index, model.graph, nodes.nodes);
        model.quantSource = slots.table.size() > 0 ? QuantSource::Qdq : QuantSource::None;
        model.baseline = std::move(slots.table);
        model.inferred = std::move(slots.inferred);
        source.setQuantNodes(std::move(nodes.nodes));
        source.setSlotOrigins(std::move(slots.origins));
        return {};
    }

    Result<void> fromFile(const NodeIndex& index, OnnxSource& source, Model& model) const
    {
        const auto file = readQuantFile(m_quantPath);
        if (!file) return tl::unexpected(file.error());
        auto graph = buildOperationGraph(index, (*file)->operations());
        if (!graph) return tl::unexpected(graph.error());
        model.graph = std::move(graph->graph);
        auto applied = applyQuantFile(**file, model.graph);
        if (!applied) return tl::unexpected(applied.error());
        source.setQuantNodes(readQuantNodes(index).nodes);
        model.quantSource = (*file)->kind();
        model.baseline = std::move(applied->table);
        append(model.notices, std::move(applied->notices));
        std::error_code code;
        const auto bytes = std::filesystem::file_size(m_quantPath, code);
        model.properties.files.push_back({m_quantPath, code ? 0 : bytes, "quantization"});
        return {};
    }

    const std::string& m_path;
    const std::string& m_quantPath;
    const Task& m_task;
};

} // namespace

Result<std::shared_ptr<const Model>> openModel(const std::string& path, const std::string& quantPath,
                                               const Task& task)
{
    try {
        return Opening(path, quantPath, task).run();
    } catch (const std::bad_alloc&) {
        return fail(MessageCode::FileNotReadable, path, "there is not enough memory");
    } catch (const std::exception& problem) {
        return fail(MessageCode::FileNotReadable, path, problem.what());
    }
}

} // namespace alignscope

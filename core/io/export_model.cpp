// SPDX-License-Identifier: Apache-2.0
#include "core/io/export_model.h"

#include "core/io/edit_builder.h"
#include "core/io/export_plan.h"
#include "core/io/export_proof.h"
#include "core/io/external_data.h"
#include "core/io/onnx_proto.h"
#include "core/io/open_model.h"
#include "core/io/output_file.h"
#include "core/io/splice_writer.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <set>
#include <utility>

namespace alignscope {
namespace {

constexpr const char* kScenarioKey = "alignscope.scenario";

class Export {
public:
    Export(const Model& model, const Outcome& outcome, const ExportRequest& request, const Task& task)
        : m_model(model), m_outcome(outcome), m_request(request), m_task(task)
    {
    }

    Result<ExportReport> run()
    {
        const auto* source = dynamic_cast<const OnnxSource*>(m_model.source.get());
        if (source == nullptr) return fail(MessageCode::ExportNothingToWrite, m_model.name);
        if (m_outcome.error)
            return fail(MessageCode::ExportAfterError, m_model.name, m_outcome.error->message);
        std::vector<std::string> inputs{source->path()};
        for (const ModelFile& file : m_model.properties.files) inputs.push_back(file.path);
        if (const auto allowed = checkTarget(m_request.path, m_request.overwrite, inputs); !allowed)
            return tl::unexpected(allowed.error());
        if (m_request.format == ExportFormat::PpqJson || m_model.quantSource != QuantSource::Qdq)
            return fail(MessageCode::ExportFormatUnavailable, m_model.name);
        return writeQdq(*source);
    }

private:
    Result<ExportReport> writeQdq(const OnnxSource& source)
    {
        const NodeIndex index(source);
        const ExportPlan plan = planExport(m_model, m_outcome.table, index);
        m_report.notices = plan.notices;
        tellSlots(MessageCode::ExportNotCarried, plan.notCarried);
        tellSlots(MessageCode::ExportRetyped, plan.retyped);
        m_report.byteIdentical = plan.empty();
        if (plan.empty())
            return write(source, [&](const ByteSink& sink) { return writeCopy(source.file(), sink, writing()); },
                         plan.notCarried);
        EditBuilder builder(index);
        if (const auto done = builder.apply(plan, m_report); !done) return tl::unexpected(done.error());
        GraphEdits edits = std::move(builder).finish();
        if (!m_request.scenarioJson.empty()) edits.metadata[kScenarioKey] = m_request.scenarioJson;
        return write(source, [&](const ByteSink& sink) { return writeEdited(source, edits, sink, writing()); },
                     plan.notCarried);
    }

    template <class Write>
    Result<ExportReport> write(const OnnxSource& source, const Write& writeTo, std::span<const SlotId> excused)
    {
        SideFiles sides;
        if (const auto done = bringSideFiles(source, sides); !done) return tl::unexpected(done.error());
        auto output = OutputFile::create(m_request.path);
        if (!output) return tl::unexpected(output.error());
        if (const auto done = writeTo([&](std::string_view bytes) { return output->write(bytes); }); !done)
            return tl::unexpected(done.error());
        if (const auto done = output->flush(); !done) return tl::unexpected(done.error());

        const Task reading{m_task.stop, [&](double part) { m_task.report(0.6 + 0.35 * part); }};
        const auto written = openModel(output->temporaryPath(), {}, reading);
        if (!written) {
            if (written.error().code == MessageCode::Cancelled) return tl::unexpected(written.error());
            return fail(MessageCode::ExportNotReadBack, m_request.path, sentence(written.error()));
        }
        const auto proven = proveExport(m_model, m_outcome.table, **written, excused, m_request.path);
        if (!proven) return tl::unexpected(proven.error());
        if (m_task.stopped()) return fail(MessageCode::Cancelled);
        if (const auto done = output->putInPlace(m_request.overwrite); !done) return tl::unexpected(done.error());
        sides.keep();

        m_report.provenSlots = *proven;
        m_report.bytes = output->bytes();
        m_report.files.push_back(m_request.path);
        m_report.files.insert(m_report.files.end(), sides.copied().begin(), sides.copied().end());
        m_task.report(1);
        return std::move(m_report);
    }

    Result<void> bringSideFiles(const OnnxSource& source, SideFiles& sides)
    {
        std::set<std::string> seen;
        for (const auto& tensor : source.skeleton().graph().initializer()) {
            if (!isExternal(tensor)) continue;
            const auto location = externalLocation(tensor);
            const auto from = location ? externalFile(source.path(), location->location)
                                       : Result<std::string>(tl::unexpected(location.error()));
            const std::string& key = location ? location->location : tensor.name();
            if (!seen.insert(key).second) continue;
            if (!from) {
                m_report.notices.push_back(from.error());
                continue;
            }
            if (auto done = sides.bring(*from, location->location, m_request.path); !done) return done;
        }
        return {};
    }

    void tellSlots(MessageCode code, const std::vector<SlotId>& slots)
    {
        if (slots.empty()) return;
        m_report.notices.push_back({code, {std::to_string(slots.size()), m_model.baseline.slots().id(slots.front())}});
    }

    [[nodiscard]] Task writing() const
    {
        return {m_task.stop, [this](double part) { m_task.report(0.6 * part); }};
    }

    const Model& m_model;
    const Outcome& m_outcome;
    const ExportRequest& m_request;
    const Task& m_task;
    ExportReport m_report;
};

} // namespace

Result<ExportReport> exportModel(const Model& model, const Outcome& outcome, const ExportRequest& request,
                                 const Task& task)
{
    try {
        return Export(model, outcome, request, task).run();
    } catch (const std::bad_alloc&) {
        return fail(MessageCode::ExportNotWritable, request.path, "there is not enough memory");
    } catch (const std::exception& problem) {
        return fail(MessageCode::ExportNotWritable, request.path, problem.what());
    }
}

} // namespace alignscope

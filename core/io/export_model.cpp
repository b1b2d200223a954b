// SPDX-License-Identifier: Apache-2.0
#include "core/io/export_model.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/text_file.h"
#include "core/base/version.h"
#include "core/io/edit_builder.h"
#include "core/io/export_plan.h"
#include "core/io/export_proof.h"
#include "core/io/external_data.h"
#include "core/io/model_metadata.h"
#include "core/io/onnx_proto.h"
#include "core/io/open_model.h"
#include "core/io/output_file.h"
#include "core/io/ppq_json_writer.h"
#include "core/io/quant_file.h"
#include "core/io/raise_opset.h"
#include "core/io/splice_writer.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <optional>
#include <set>
#include <utility>

namespace alignscope {
namespace {

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
        if (!m_request.sidecarJson.empty())
            if (const auto allowed = checkTarget(sidecarOf(m_request.path), m_request.overwrite, inputs); !allowed)
                return tl::unexpected(allowed.error());
        if (m_model.quantSource == QuantSource::None) return fail(MessageCode::ExportNothingQuantized, m_model.name);
        if (m_request.format == ExportFormat::PpqJson) return writeJson(*source);
        return m_model.quantSource == QuantSource::Qdq ? writeQdq(*source) : writeQdqFromFloat(*source);
    }

private:
    Result<ExportReport> writeQdq(const OnnxSource& source)
    {
        const NodeIndex index(source);
        const ExportPlan plan = planExport(m_model, m_outcome.table, index);
        m_report.notices = plan.notices;
        tellSlots(MessageCode::ExportNotCarried, plan.notCarried);
        tellSlots(MessageCode::ExportRetyped, plan.retyped);
        m_terms.excused = plan.notCarried;
        m_report.byteIdentical = plan.empty();
        if (plan.empty())
            return writeModel(source, [&](const ByteSink& sink) { return writeCopy(source.file(), sink, writing()); });
        EditBuilder builder(index);
        if (const auto done = builder.apply(plan, m_report); !done) return tl::unexpected(done.error());
        return writeEdits(source, builder);
    }

    Result<ExportReport> writeQdqFromFloat(const OnnxSource& source)
    {
        if (!source.quantNodes().empty()) return fail(MessageCode::ExportQuantizedTwice, m_model.name);
        const NodeIndex index(source);
        const FloatPlan plan = planFloatExport(m_model, m_outcome.table, index);
        m_report.notices = plan.activations.notices;
        m_terms.excused = plan.implied;
        m_terms.fromFloat = true;
        EditBuilder builder(index);
        constexpr std::int64_t kFirstWithQuantize = 10;
        constexpr std::int64_t kFirstWithAxis = 13;
        if (const auto done = raiseOpset(index, plan.perAxis ? kFirstWithAxis : kFirstWithQuantize, builder); !done)
            return tl::unexpected(done.error());
        if (const auto done = builder.apply(plan, m_report); !done) return tl::unexpected(done.error());
        return writeEdits(source, builder);
    }

    Result<ExportReport> writeEdits(const OnnxSource& source, EditBuilder& builder)
    {
        m_terms.renamed = builder.renamed();
        GraphEdits edits = builder.finish();
        if (!m_request.scenarioJson.empty()) {
            edits.metadata[std::string(kScenarioKey)] = m_request.scenarioJson;
            edits.metadata[std::string(kVersionKey)] = programVersion();
        }
        m_metadata = edits.metadata;
        return writeModel(source, [&](const ByteSink& sink) { return writeEdited(source, edits, sink, writing()); });
    }

    template <class Write> Result<ExportReport> writeModel(const OnnxSource& source, const Write& writeTo)
    {
        SideFiles sides;
        if (const auto done = bringSideFiles(source, sides); !done) return tl::unexpected(done.error());
        auto done = finish(writeTo, [&](const std::string& temporary, const Task& reading) -> Result<Proven> {
            const auto written = openModel(temporary, {}, reading);
            if (!written) return tl::unexpected(written.error());
            for (const auto& [key, value] : m_metadata) {
                const std::string* found = valueOf((*written)->properties.metadata, key);
                if (found == nullptr || *found != value)
                    return fail(MessageCode::ExportNotProven, m_request.path, key, value, found ? *found : "nothing");
            }
            return proveQdq(m_model, m_outcome.table, **written, m_terms, m_request.path);
        });
        if (!done) return done;
        sides.keep();
        done->files.insert(done->files.end(), sides.copied().begin(), sides.copied().end());
        return done;
    }

    Result<ExportReport> writeJson(const OnnxSource& source)
    {
        if (m_model.quantSource == QuantSource::Qdq) return fail(MessageCode::ExportJsonNeedsConfig, m_model.name);
        std::string quantPath;
        for (const ModelFile& file : m_model.properties.files)
            if (file.role == "quantization") quantPath = file.path;
        auto text = jsonFor(quantPath);
        if (!text) return tl::unexpected(text.error());
        return finish([&](const ByteSink& sink) { return sink(*text); },
                      [&](const std::string& temporary, const Task& reading) -> Result<Proven> {
                          const auto written = openModel(source.path(), temporary, reading);
                          if (!written) return tl::unexpected(written.error());
                          return proveLinks(m_model, m_outcome.table, **written, m_terms, m_request.path);
                      });
    }

    // The source's own text patched; a new one for tables and other dialects.
    Result<std::string> jsonFor(const std::string& quantPath)
    {
        if (m_model.quantSource != QuantSource::PpqJson) return newJson(nullptr, {}, true);
        auto text = readTextFile(quantPath, limits::kMaxJsonBytes);
        if (!text) return text;
        const auto json = parseJson(*text, quantPath);
        const auto file = readQuantFile(quantPath);
        if (!json || !file) return tl::unexpected(!json ? json.error() : file.error());
        if (json->find("configs") == nullptr) return newJson(nullptr, {}, true);
        const auto applied = applyQuantFile(**file, m_model.graph);
        if (!applied) return tl::unexpected(applied.error());
        if (!isLoadedState(applied->table)) return fail(MessageCode::FileChanged, quantPath);
        m_report.byteIdentical = true;
        for (std::uint32_t i = 0; i < m_model.baseline.size(); ++i)
            m_report.byteIdentical = m_report.byteIdentical && sameLinks(m_model.baseline, m_outcome.table, SlotId(i));
        if (m_report.byteIdentical) return text;
        const bool ascii = std::all_of(text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        return newJson(&*json, applied->places, ascii);
    }

    Result<std::string> newJson(const JsonValue* from, std::span<const SlotInFile> places, bool ascii)
    {
        PpqJsonText written = ppqJsonText(m_model, m_outcome.table, from, places, ascii);
        m_terms.excused = std::move(written.lost);
        return std::move(written.text);
    }

    [[nodiscard]] bool isLoadedState(const TqcTable& table) const
    {
        if (table.size() != m_model.baseline.size()) return false;
        for (std::uint32_t i = 0; i < table.size(); ++i)
            if (!sameLinks(m_model.baseline, table, SlotId(i))) return false;
        return true;
    }

    template <class Write, class Prove> Result<ExportReport> finish(const Write& writeTo, const Prove& prove)
    {
        auto output = OutputFile::create(m_request.path);
        if (!output) return tl::unexpected(output.error());
        if (const auto done = writeTo([&](std::string_view bytes) { return output->write(bytes); }); !done)
            return tl::unexpected(done.error());
        if (const auto done = output->flush(); !done) return tl::unexpected(done.error());

        const Task reading{m_task.stop, [&](double part) { m_task.report(0.6 + 0.35 * part); }};
        const Result<Proven> proven = prove(output->temporaryPath(), reading);
        if (!proven) {
            const MessageCode code = proven.error().code;
            if (code == MessageCode::Cancelled || code == MessageCode::ExportNotProven)
                return tl::unexpected(proven.error());
            return fail(MessageCode::ExportNotReadBack, m_request.path, sentence(proven.error()));
        }
        if (m_task.stopped()) return fail(MessageCode::Cancelled);
        // Everything that can fail is done before the first file gets its name.
        std::optional<OutputFile> sidecar;
        if (!m_request.sidecarJson.empty()) {
            auto beside = OutputFile::create(sidecarOf(m_request.path));
            if (!beside) return tl::unexpected(beside.error());
            sidecar.emplace(*std::move(beside));
            if (const auto done = sidecar->write(m_request.sidecarJson); !done) return tl::unexpected(done.error());
            if (const auto done = sidecar->flush(); !done) return tl::unexpected(done.error());
        }
        if (const auto done = output->putInPlace(m_request.overwrite); !done) return tl::unexpected(done.error());
        if (m_request.format == ExportFormat::PpqJson) tellSlots(MessageCode::ExportSlotsWithoutPlace, proven->differing);
        else if (m_terms.fromFloat) tellSlots(MessageCode::ExportSlotsImplied, proven->differing);
        m_report.provenSlots = proven->slots;
        m_report.bytes = output->bytes();
        m_report.files.push_back(m_request.path);
        if (sidecar) {
            if (const auto done = sidecar->putInPlace(m_request.overwrite)) m_report.files.push_back(sidecarOf(m_request.path));
            else m_report.notices.push_back(done.error());
        }
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
    ProofTerms m_terms;
    std::map<std::string, std::string> m_metadata; ///< that the written model has to carry
    ExportReport m_report;
};

} // namespace

std::string sidecarOf(const std::string& path)
{
    return std::filesystem::path(path).replace_extension(".scenario.json").string();
}

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

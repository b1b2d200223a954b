// SPDX-License-Identifier: Apache-2.0
#include "core/report/scenario_source.h"

#include "core/base/message_codes.h"
#include "core/io/model_metadata.h"
#include "core/io/open_model.h"
#include "core/report/scenario_json.h"

#include <filesystem>

namespace alignscope {
namespace {

namespace fs = std::filesystem;

std::optional<Result<Scenario>> scenarioAmong(const Metadata& metadata, const std::string& file)
{
    const std::string* text = valueOf(metadata, kScenarioKey);
    if (text == nullptr) return std::nullopt;
    return parseScenario(*text, file);
}

Result<Scenario> scenarioOfModel(const std::string& path)
{
    const auto metadata = readModelMetadata(path);
    if (!metadata) return tl::unexpected(metadata.error());
    if (auto found = scenarioAmong(*metadata, path)) return *std::move(found);
    return fail(MessageCode::ModelHasNoScenario, path);
}

Result<Scenario> scenarioOfSession(const std::string& path, const std::optional<std::string>& name)
{
    auto session = readSession(path);
    if (!session) return tl::unexpected(session.error());
    if (!name) return std::move(session->current);
    std::string names;
    for (NamedScenario& named : session->scenarios) {
        if (named.name == *name) return std::move(named.scenario);
        names += (names.empty() ? "" : ", ") + named.name;
    }
    if (names.empty()) return fail(MessageCode::SessionIsEmpty, path);
    return fail(MessageCode::SessionHasNoScenario, path, *name, names);
}

// "aligned.scenario.json" is a sidecar of "aligned".
std::string stemOf(const std::string& path)
{
    std::string stem = fs::path(path).stem().string();
    constexpr std::string_view kSidecar = ".scenario";
    if (stem.size() > kSidecar.size() && stem.ends_with(kSidecar)) stem.resize(stem.size() - kSidecar.size());
    return stem.substr(0, kMaxScenarioNameBytes);
}

} // namespace

std::string fileOfSource(const std::string& source)
{
    std::error_code code;
    if (fs::exists(source, code)) return source;
    for (auto at = source.find('#'); at != std::string::npos; at = source.find('#', at + 1))
        if (fs::is_regular_file(source.substr(0, at), code)) return source.substr(0, at);
    return source;
}

Result<Scenario> readScenarioFrom(const std::string& source)
{
    const std::string file = fileOfSource(source);
    std::optional<std::string> name;
    if (file.size() < source.size()) name = source.substr(file.size() + 1);
    switch (fileKindOf(file)) {
    case FileKind::Session: return scenarioOfSession(file, name);
    case FileKind::Onnx:
        if (!name) return scenarioOfModel(file);
        return fail(MessageCode::SessionUnknown, file);
    case FileKind::PpqJson:
    case FileKind::Table: return fail(MessageCode::ScenarioSourceUnknown, file);
    case FileKind::Scenario:
    case FileKind::Unknown: break;
    }
    if (name) return fail(MessageCode::SessionUnknown, file);
    return readScenario(file); // says what is wrong with it
}

Result<std::vector<NamedScenario>> readScenariosOf(const std::string& path)
{
    if (fileKindOf(path) == FileKind::Session) {
        auto session = readSession(path);
        if (!session) return tl::unexpected(session.error());
        if (session->scenarios.empty()) return fail(MessageCode::SessionIsEmpty, path);
        return std::move(session->scenarios);
    }
    auto scenario = readScenarioFrom(path);
    if (!scenario) return tl::unexpected(scenario.error());
    return std::vector<NamedScenario>{{stemOf(path), {}, *std::move(scenario)}};
}

std::optional<Result<Scenario>> scenarioInside(const Model& model)
{
    return scenarioAmong(model.properties.metadata, model.name);
}

void carryScenario(ExportRequest& request, const Scenario& scenario, Sidecar sidecar)
{
    request.scenarioJson = scenarioLine(scenario);
    request.sidecarJson = sidecar == Sidecar::Yes ? scenarioJson(scenario) : std::string();
}

} // namespace alignscope

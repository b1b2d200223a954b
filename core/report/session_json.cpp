// SPDX-License-Identifier: Apache-2.0
#include "core/report/session_json.h"

#include "core/base/json_field.h"
#include "core/base/json_text.h"
#include "core/base/message_codes.h"
#include "core/base/text_file.h"
#include "core/io/output_file.h"
#include "core/report/scenario_field.h"
#include "core/report/scenario_json.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

namespace alignscope {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSessionSchema = "alignscope-session/1";
constexpr std::size_t kHexDigits = 16;

std::string hexText(std::uint64_t value)
{
    std::string text(kHexDigits, '0');
    for (std::size_t i = kHexDigits; i-- > 0; value >>= 4U) text[i] = "0123456789abcdef"[value & 0xFU];
    return '"' + text + '"';
}

std::uint64_t hexIn(const JsonField& field)
{
    std::uint64_t value = 0;
    const std::string& text = field.text();
    const auto refuse = [&] { field.refuse("16 hexadecimal digits"); };
    if (text.size() != kHexDigits) refuse();
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && (c < 'a' || c > 'f')) refuse();
        value = value << 4U | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
    }
    return value;
}

std::string referenceJson(const FileReference& reference)
{
    if (reference.absolute.empty() && reference.path.empty()) return "null";
    return "{\"path\": " + (reference.path.empty() ? "null" : jsonText(reference.path))
        + ", \"absolute\": " + (reference.absolute.empty() ? "null" : jsonText(reference.absolute)) + "}";
}

FileReference referenceIn(const JsonField& field)
{
    const auto name = [&](std::string_view key) -> std::string {
        const auto given = field.given(key);
        if (!given) return {};
        if (given->text().empty() || given->text().find('\0') != std::string::npos) given->refuse("a file name");
        return given->text();
    };
    static_cast<void>(field.object());
    FileReference reference{name("path"), name("absolute")};
    if (reference.path.empty() && reference.absolute.empty()) field.refuse("an object with a path");
    if (!reference.path.empty() && fs::path(reference.path).is_absolute()) field.at("path").refuse("relative");
    if (!reference.absolute.empty() && !fs::path(reference.absolute).is_absolute())
        field.at("absolute").refuse("absolute");
    return reference;
}

ModelFingerprint fingerprintIn(const JsonField& field)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 60U;
    return {hexIn(field.at("topology")), hexIn(field.at("table")),
            static_cast<std::uint64_t>(field.at("bytes").integer(0, kMost))};
}

NamedScenario namedIn(const JsonField& field)
{
    NamedScenario named;
    const JsonField name = field.at("name");
    named.name = name.text();
    if (named.name.empty() || named.name.size() > kMaxScenarioNameBytes) name.refuse("a name of 1 to 256 bytes");
    if (const auto note = field.given("note")) named.note = note->text();
    named.scenario = scenarioIn(field.at("scenario"));
    return named;
}

constexpr std::pair<Breakpoint::Kind, std::string_view> kHalts[] = {
    {Breakpoint::Kind::Operation, "operation"},
    {Breakpoint::Kind::SlotChange, "slot"},
    {Breakpoint::Kind::GroupSize, "group"},
    {Breakpoint::Kind::BrokenPromise, "promise"},
};

std::string breakpointJson(const Breakpoint& breakpoint)
{
    const auto found = std::find_if(std::begin(kHalts), std::end(kHalts),
                                    [&](const auto& halt) { return halt.first == breakpoint.kind; });
    const std::string halt(found->second);
    const std::string text = "{\"halt\": " + jsonText(halt);
    switch (breakpoint.kind) {
    case Breakpoint::Kind::Operation:
    case Breakpoint::Kind::SlotChange: return text + ", " + jsonText(halt) + ": " + jsonText(breakpoint.name) + "}";
    case Breakpoint::Kind::GroupSize: return text + ", \"size\": " + std::to_string(breakpoint.size) + "}";
    case Breakpoint::Kind::BrokenPromise: break;
    }
    return text + "}";
}

Breakpoint breakpointIn(const JsonField& field)
{
    constexpr std::int64_t kMostSlots = 1'000'000'000;
    const JsonField halt = field.at("halt");
    for (const auto& [kind, text] : kHalts) {
        if (halt.text() != text) continue;
        Breakpoint breakpoint{kind, {}, 0};
        if (kind == Breakpoint::Kind::GroupSize)
            breakpoint.size = static_cast<std::size_t>(field.at("size").integer(1, kMostSlots));
        else if (kind != Breakpoint::Kind::BrokenPromise) breakpoint.name = field.at(text).text();
        return breakpoint;
    }
    halt.refuse("operation, slot, group or promise");
}

std::string textOf(const JsonField& field) { return field.text(); }

/// Items of a list that may be missing; what stands in it twice counts once.
template <typename Value, typename Read>
std::vector<Value> marksIn(const JsonField& document, std::string_view key, const Read& read)
{
    std::vector<Value> marks;
    const auto list = document.given(key);
    if (!list) return marks;
    if (list->array().size() > kMaxStepMarks) list->refuse("a list of at most 10000");
    for (std::size_t i = 0; i < list->array().size(); ++i)
        if (Value mark = read(list->item(i)); std::find(marks.begin(), marks.end(), mark) == marks.end())
            marks.push_back(std::move(mark));
    return marks;
}

template <typename Values, typename Write>
std::string marksJson(const Values& marks, const Write& write)
{
    std::string text;
    for (const auto& mark : marks) text += (text.empty() ? "" : ", ") + write(mark);
    return "[" + text + "]";
}

SessionFile sessionIn(const JsonField& document)
{
    SessionFile session;
    session.model = referenceIn(document.at("model"));
    if (const auto field = document.given("quantization")) session.quantization = referenceIn(*field);
    if (const auto field = document.given("fingerprint")) session.fingerprint = fingerprintIn(*field);
    if (const auto field = document.given("current")) session.current = scenarioIn(*field);
    if (const auto field = document.given("saved_as")) session.savedAs = field->text();
    if (const auto list = document.given("scenarios")) {
        if (list->array().size() > kMaxScenarios) list->refuse("a list of at most 10000");
        std::set<std::string> names;
        for (std::size_t i = 0; i < list->array().size(); ++i) {
            session.scenarios.push_back(namedIn(list->item(i)));
            if (!names.insert(session.scenarios.back().name).second)
                list->item(i).at("name").refuse("unlike the names before it");
        }
    }
    if (const auto field = document.given("active")) {
        for (std::size_t i = 0; i < session.scenarios.size(); ++i)
            if (session.scenarios[i].name == field->text()) session.active = i;
        if (!session.active) field->refuse("the name of one of the scenarios");
    }
    session.marks.breakpoints = marksIn<Breakpoint>(document, "breakpoints", breakpointIn);
    session.marks.watches = marksIn<std::string>(document, "watches", textOf);
    session.collapsed = marksIn<std::string>(document, "collapsed", textOf);
    return session;
}

fs::path folderOf(const std::string& path)
{
    std::error_code code;
    const fs::path folder = fs::path(path).parent_path();
    const fs::path whole = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, code);
    return code ? folder : whole;
}

} // namespace

FileReference referTo(const std::string& file, const std::string& sessionPath)
{
    if (file.empty()) return {};
    std::error_code code;
    fs::path absolute = fs::absolute(file, code).lexically_normal();
    if (code) absolute = file;
    const fs::path real = fs::weakly_canonical(absolute, code);
    const fs::path relative = (code ? absolute : real).lexically_relative(folderOf(sessionPath));
    return {relative.generic_string(), absolute.string()};
}

std::string locate(const FileReference& reference, const std::string& sessionPath)
{
    std::error_code code;
    if (!reference.path.empty()) {
        const fs::path here = (folderOf(sessionPath) / reference.path).lexically_normal();
        if (fs::is_regular_file(here, code)) return here.string();
    }
    return fs::is_regular_file(reference.absolute, code) ? reference.absolute : std::string();
}

std::string sessionJson(const SessionFile& session)
{
    std::string text = "{\"schema\": " + jsonText(kSessionSchema);
    text += ",\n \"model\": " + referenceJson(session.model);
    text += ",\n \"quantization\": " + referenceJson(session.quantization);
    text += ",\n \"fingerprint\": ";
    if (const auto& print = session.fingerprint)
        text += "{\"topology\": " + hexText(print->topology) + ", \"table\": " + hexText(print->table)
            + ", \"bytes\": " + std::to_string(print->bytes) + "}";
    else text += "null";
    if (!session.savedAs.empty()) text += ",\n \"saved_as\": " + jsonText(session.savedAs);
    const bool active = session.active && *session.active < session.scenarios.size();
    text += ",\n \"active\": " + (active ? jsonText(session.scenarios[*session.active].name) : "null");
    text += ",\n \"current\": " + scenarioLine(session.current);
    text += ",\n \"scenarios\": [";
    for (std::size_t i = 0; i < session.scenarios.size(); ++i) {
        const NamedScenario& named = session.scenarios[i];
        text += i ? ",\n  " : "\n  ";
        text += "{\"name\": " + jsonText(named.name) + ", \"note\": " + jsonText(named.note)
            + ",\n   \"scenario\": " + scenarioLine(named.scenario) + "}";
    }
    text += session.scenarios.empty() ? "]" : "\n ]";
    text += ",\n \"breakpoints\": " + marksJson(session.marks.breakpoints, breakpointJson);
    const auto quoted = [](const std::string& id) { return jsonText(id); };
    text += ",\n \"watches\": " + marksJson(session.marks.watches, quoted);
    text += ",\n \"collapsed\": " + marksJson(session.collapsed, quoted);
    return text += "}\n";
}

Result<SessionFile> parseSession(std::string_view text, const std::string& name)
{
    const auto json = parseJson(text, name);
    if (!json) return tl::unexpected<Error>(json.error());
    const JsonValue* schema = json->find("schema");
    if (!schema || !schema->text() || *schema->text() != kSessionSchema)
        return fail(MessageCode::SessionUnknown, name);
    try {
        return sessionIn(JsonField{name, *json, {}});
    } catch (const JsonFieldError& error) {
        return tl::unexpected<Error>(error.error);
    } catch (const std::exception&) {
        return fail(MessageCode::JsonTooLarge, name);
    }
}

Result<SessionFile> readSession(const std::string& path)
{
    const auto text = readTextFile(path, kMaxScenarioBytes);
    if (!text) return tl::unexpected<Error>(text.error());
    return parseSession(*text, path);
}

Result<void> writeSession(const SessionFile& session, const std::string& path)
{
    try {
        const auto allowed = checkTarget(path, Overwrite::Allow, {session.model.absolute, session.quantization.absolute});
        if (!allowed) return allowed;
        auto output = OutputFile::create(path);
        if (!output) return tl::unexpected(output.error());
        if (auto done = output->write(sessionJson(session)); !done) return done;
        if (auto done = output->flush(); !done) return done;
        return output->putInPlace(Overwrite::Allow);
    } catch (const std::exception& problem) {
        return fail(MessageCode::ExportNotWritable, path, problem.what());
    }
}

} // namespace alignscope

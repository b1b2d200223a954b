// SPDX-License-Identifier: Apache-2.0
#include "core/report/scenario_json.h"

#include "core/base/json_field.h"
#include "core/base/json_text.h"
#include "core/base/message_codes.h"
#include "core/base/text_file.h"
#include "core/report/scenario_field.h"

#include <cmath>
#include <exception>

namespace alignscope {
namespace {

std::string overrideJson(const Override& choice)
{
    std::string text = "{";
    if (choice.method) text += "\"method\": " + jsonText(toText(*choice.method));
    if (choice.overlap) {
        if (choice.method) text += ", ";
        text += choice.overlap == Overlap::On ? "\"overlap\": \"on\"" : "\"overlap\": \"off\"";
    }
    return text += "}";
}

template <class Map, class Value> std::string objectJson(const Map& map, Value value)
{
    std::string text = "{";
    for (const auto& [key, entry] : map) {
        if (text.size() > 1) text += ", ";
        text += jsonText(key) + ": " + value(entry);
    }
    return text += "}";
}

template <class List, class Entry> std::string listJson(const char* key, const List& list, Entry entry)
{
    std::string text = std::string(",\n \"") + key + "\": [";
    for (std::size_t i = 0; i < list.size(); ++i) text += (i ? ",\n  {" : "\n  {") + entry(list[i]) + "}";
    return text += list.empty() ? "]" : "\n ]";
}

std::string pairJson(const char* first, const std::string& a, const char* second, const std::string& b)
{
    std::string text = "\"";
    text.append(first).append("\": ").append(jsonText(a)).append(", \"");
    return text.append(second).append("\": ").append(jsonText(b));
}

Method readMethod(const JsonField& field)
{
    const auto method = methodFromText(field.text());
    if (!method) field.refuse("none, large, output or input");
    return *method;
}

Overlap readOverlap(const JsonField& field)
{
    if (field.value.boolean()) return field.boolean() ? Overlap::On : Overlap::Off;
    if (field.text() != "on" && field.text() != "off") field.refuse("\"on\" or \"off\"");
    return field.text() == "on" ? Overlap::On : Overlap::Off;
}

void readManual(const JsonField& manual, Scenario& scenario)
{
    for (const JsonMember& entry : manual.object()) {
        const JsonField value{manual.file, entry.value, manual.place + " / " + entry.key};
        scenario.ppqManual[entry.key] = value.text();
    }
}

void readSettings(const JsonField& settings, Scenario& scenario)
{
    static_cast<void>(settings.object());
    for (const Family family : kFamilies) {
        const auto field = settings.given(toText(family));
        if (!field) continue;
        const Method method = readMethod(*field);
        if (!isLegal(family, method)) field->refuse(legalMethodsText(family));
        scenario.setMethod(family, method);
    }
    if (const auto overlap = settings.given("force_overlap"))
        scenario.forceOverlap = overlap->boolean() ? Overlap::On : Overlap::Off;
    if (const auto overrides = settings.given("overrides")) {
        for (const JsonMember& entry : overrides->object()) {
            const JsonField field{overrides->file, entry.value, overrides->place + " / " + entry.key};
            static_cast<void>(field.object());
            Override choice;
            if (const auto method = field.given("method")) choice.method = readMethod(*method);
            if (const auto overlap = field.given("overlap")) choice.overlap = readOverlap(*overlap);
            if (choice != Override{}) scenario.overrides[entry.key] = choice;
        }
    }
    if (const auto manual = settings.given("ppq_manual")) readManual(*manual, scenario);
}

} // namespace

Scenario scenarioIn(const JsonField& document)
{
    if (const JsonField schema = document.at("schema"); schema.text() != kScenarioSchema)
        schema.refuse(kScenarioSchema);
    Scenario scenario;
    if (const auto field = document.given("engine")) {
        const auto engine = engineFromText(field->text());
        if (!engine) field->refuse("ppq or strict");
        scenario.engine = *engine;
    }
    if (const auto field = document.given("passive_pass")) scenario.passivePass = field->boolean();
    if (const auto settings = document.given("settings")) readSettings(*settings, scenario);
    if (const auto manual = document.given("ppq_manual")) readManual(*manual, scenario);
    if (const auto list = document.given("bindings"))
        for (std::size_t i = 0; i < list->array().size(); ++i)
            scenario.bindings.push_back({list->item(i).at("slot").text(), list->item(i).at("master").text()});
    if (const auto list = document.given("excluded_edges"))
        for (std::size_t i = 0; i < list->array().size(); ++i)
            scenario.excludedEdges.push_back({list->item(i).at("from").text(), list->item(i).at("to").text()});
    if (const auto list = document.given("pins")) {
        for (std::size_t i = 0; i < list->array().size(); ++i) {
            const JsonField pin = list->item(i);
            const auto scale = static_cast<float>(pin.at("scale").number());
            const auto offset = static_cast<float>(pin.at("offset").number());
            if (!std::isfinite(scale) || scale <= 0) pin.at("scale").refuse("a positive float32");
            if (!std::isfinite(offset) || offset != std::trunc(offset)) pin.at("offset").refuse("an integer");
            scenario.pins.push_back({pin.at("slot").text(), scale, offset});
        }
    }
    return scenario;
}

std::string settingsJson(const Scenario& scenario)
{
    std::string text = "{";
    for (const Family family : kFamilies) {
        text += jsonText(toText(family)) + ": ";
        text += jsonText(toText(scenario.method(family))) + ", ";
    }
    text += "\"force_overlap\": ";
    text += scenario.forceOverlap == Overlap::On ? "true" : "false";
    text += ", \"overrides\": " + objectJson(scenario.overrides, overrideJson);
    if (!scenario.ppqManual.empty())
        text += ", \"ppq_manual\": "
            + objectJson(scenario.ppqManual, [](const std::string& value) { return jsonText(value); });
    return text += "}";
}

std::string scenarioJson(const Scenario& scenario)
{
    Scenario settings = scenario;
    settings.ppqManual.clear(); // stands beside the settings in a scenario file
    std::string text = "{\"schema\": \"alignscope-scenario/1\",\n \"engine\": " + jsonText(toText(scenario.engine));
    text += ",\n \"settings\": " + settingsJson(settings);
    text += std::string(",\n \"passive_pass\": ") + (scenario.passivePass ? "true" : "false");
    text += listJson("bindings", scenario.bindings, [](const ManualBinding& binding) {
        return pairJson("slot", binding.slot, "master", binding.master);
    });
    text += listJson("excluded_edges", scenario.excludedEdges,
                     [](const ExcludedEdge& edge) { return pairJson("from", edge.from, "to", edge.to); });
    text += listJson("pins", scenario.pins, [](const Pin& pin) {
        return "\"slot\": " + jsonText(pin.slot) + ", \"scale\": " + jsonNumber(pin.scale)
            + ", \"offset\": " + jsonNumber(pin.offset);
    });
    text += ",\n \"ppq_manual\": "
        + objectJson(scenario.ppqManual, [](const std::string& value) { return jsonText(value); });
    return text += "}\n";
}

std::string scenarioLine(const Scenario& scenario)
{
    // Line breaks stand between values only: inside text they are escaped.
    std::string line;
    const std::string text = scenarioJson(scenario);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n') {
            line += text[i];
            continue;
        }
        while (i + 1 < text.size() && text[i + 1] == ' ') ++i;
        if (!line.empty() && line.back() == ',') line += ' ';
    }
    return line;
}

Result<Scenario> parseScenario(std::string_view text, const std::string& name)
{
    const auto json = parseJson(text, name);
    if (!json) return tl::unexpected<Error>(json.error());
    const JsonValue* schema = json->find("schema");
    if (!schema || !schema->text() || *schema->text() != kScenarioSchema)
        return fail(MessageCode::ScenarioUnknown, name);
    try {
        return scenarioIn(JsonField{name, *json, {}});
    } catch (const JsonFieldError& error) {
        return tl::unexpected<Error>(error.error);
    } catch (const std::exception&) {
        return fail(MessageCode::JsonTooLarge, name);
    }
}

Result<Scenario> readScenario(const std::string& path)
{
    const auto text = readTextFile(path, kMaxScenarioBytes);
    if (!text) return tl::unexpected<Error>(text.error());
    return parseScenario(*text, path);
}

std::optional<Error> illegalMethod(const Scenario& scenario, const Graph& graph)
{
    for (const Family family : kFamilies)
        if (!isLegal(family, scenario.method(family)))
            return Error{MessageCode::MethodNotLegal,
                         {std::string(toText(scenario.method(family))), std::string(toText(family)),
                          legalMethodsText(family)}};
    for (const auto& [id, choice] : scenario.overrides) {
        const OpId operation = graph.findOperation(id);
        const auto family = operation ? familyOf(graph.operation(operation).type) : std::nullopt;
        if (choice.method && family && !isLegal(*family, *choice.method))
            return Error{MessageCode::MethodNotLegal,
                         {std::string(toText(*choice.method)), id + " (" + graph.operation(operation).type + ")",
                          legalMethodsText(*family)}};
    }
    return std::nullopt;
}

} // namespace alignscope

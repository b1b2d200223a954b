// SPDX-License-Identifier: Apache-2.0
#include "tests/support/golden.h"

#include "core/base/numbers.h"
#include "core/quant/data_inputs.h"
#include "tests/support/gzip.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <unordered_map>

namespace alignscope::test {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

using SlotIndex = std::unordered_map<std::string, std::uint32_t>;

Method methodFrom(const std::string& text)
{
    if (text == "None") return Method::None;
    if (text == "Align to Large") return Method::Large;
    if (text == "Align to Output") return Method::Output;
    if (text == "Align to Input") return Method::Input;
    throw std::runtime_error("method " + text);
}

Scenario scenarioFrom(const Json& setting)
{
    Scenario scenario;
    for (const Family family : kFamilies)
        scenario.setMethod(family, methodFrom(setting.at(std::string(toText(family))).get<std::string>()));
    scenario.forceOverlap = setting.at("force_overlap").get<bool>() ? Overlap::On : Overlap::Off;
    return scenario;
}

std::optional<GoldenError> errorFrom(const Json& json)
{
    if (json.is_null()) return std::nullopt;
    GoldenError error{json.at("type").get<std::string>(), {}};
    if (json.contains("op") && json["op"].is_string()) error.operation = json["op"].get<std::string>();
    return error;
}

std::vector<float> floatsFrom(const Json& json)
{
    std::vector<float> values;
    if (json.is_array())
        for (const Json& value : json) values.push_back(static_cast<float>(value.get<double>()));
    else if (!json.is_null())
        values.push_back(static_cast<float>(json.get<double>()));
    return values;
}

void patch(GoldenValue& value, const Json& fields, const SlotIndex& index)
{
    const auto slotOf = [&](const Json& id) {
        return id.is_null() ? GoldenValue::kNone : index.at(id.get<std::string>());
    };
    for (const auto& [key, field] : fields.items()) {
        if (key == "state") value.state = tqcStateFromText(field.get<std::string>()).value();
        else if (key == "dominator") value.dominator = slotOf(field);
        else if (key == "root") value.root = slotOf(field);
        else if (key == "visibility") value.visibility = visibilityFromText(field.get<std::string>()).value();
        else if (key == "offset") value.offset = floatsFrom(field);
        else if (key == "scale") {
            value.scale = floatsFrom(field);
            value.perChannel = field.is_array();
        }
    }
}

GoldenTable patched(GoldenTable table, const Json& diff, const SlotIndex& index)
{
    for (const auto& [id, fields] : diff.items()) patch(table[index.at(id)], fields, index);
    return table;
}

std::shared_ptr<const Graph> graphFrom(const Json& json)
{
    GraphBuilder builder;
    for (const Json& op : json.at("ops")) {
        Operation operation;
        operation.id = operation.name = op.at("name").get<std::string>();
        operation.type = op.at("type").get<std::string>();
        operation.category = categoryOf(operation.type);
        std::vector<TensorId> inputs;
        std::vector<TensorId> outputs;
        for (const Json& name : op.at("inputs")) inputs.push_back(builder.tensor(name.get<std::string>()));
        for (const Json& name : op.at("outputs")) outputs.push_back(builder.tensor(name.get<std::string>()));
        for (const Json& place : op.at("params"))
            builder.info(inputs.at(place.get<std::size_t>())).kind = TensorKind::Constant;
        builder.add(std::move(operation), std::move(inputs), std::move(outputs));
    }
    for (const Json& name : json.at("inputs")) builder.addGraphInput(builder.tensor(name.get<std::string>()));
    for (const Json& name : json.at("outputs")) builder.addGraphOutput(builder.tensor(name.get<std::string>()));
    return std::move(builder).build(OperationOrder::AsAdded).value().graph;
}

Slot slotFrom(const Json& json, const Graph& graph)
{
    const auto id = json.at("id").get<std::string>();
    const auto last = id.rfind(':');
    const auto before = id.rfind(':', last - 1);
    Slot slot;
    slot.operation = graph.findOperation(id.substr(0, before));
    slot.io = id.substr(before + 1, last - before - 1) == "in" ? SlotIo::In : SlotIo::Out;
    slot.index = static_cast<std::uint32_t>(std::stoul(id.substr(last + 1)));
    slot.tensor = graph.findTensor(json.at("var").get<std::string>());
    slot.parameter = json.at("is_parameter").get<bool>();
    slot.data = slot.io == SlotIo::Out || isDataInput(graph.operation(slot.operation).type, slot.index);
    slot.scheme.policy = json.at("policy").get<std::uint16_t>();
    slot.scheme.bits = json.at("bits").get<std::uint8_t>();
    slot.scheme.exponentBits = json.at("exponent_bits").get<std::uint8_t>();
    slot.scheme.quantMin = json.at("quant_min").get<double>();
    slot.scheme.quantMax = json.at("quant_max").get<double>();
    if (json.contains("rounding"))
        slot.scheme.rounding = roundingFromText(json["rounding"].get<std::string>()).value();
    if (!json.at("channel_axis").is_null()) slot.scheme.channelAxis = json["channel_axis"].get<std::int32_t>();
    return slot;
}

TqcTable tableFrom(std::shared_ptr<const SlotList> slots, const GoldenTable& values)
{
    TqcTable table(std::move(slots));
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        const GoldenValue& value = values[i];
        TqcRecord& record = table.record(SlotId(i));
        record.state = value.state;
        record.visibility = value.visibility;
        record.dominator = value.dominator;
        if (value.dominator != i) continue; // a slave's own values are not in the file
        if (value.perChannel) {
            table.setOwn(SlotId(i), ChannelParameters{value.scale, value.offset});
        } else {
            const auto first = [](const std::vector<float>& v) {
                return v.empty() ? std::optional<float>{} : std::optional<float>(v.front());
            };
            table.setOwn(SlotId(i), first(value.scale), first(value.offset));
        }
    }
    table.freeze();
    return table;
}

SlotIndex readSlots(GoldenCase& result, const Json& json)
{
    result.graph = graphFrom(json.at("graph"));
    SlotIndex index;
    std::vector<Slot> slots;
    for (const Json& entry : json.at("slots")) {
        index.emplace(entry.at("id").get<std::string>(), static_cast<std::uint32_t>(slots.size()));
        slots.push_back(slotFrom(entry, *result.graph));
        if (const auto minimum = json.value("min_scale_override", Json::object());
            minimum.contains(entry["id"].get<std::string>()))
            slots.back().minScale = minimum[entry["id"].get<std::string>()].get<double>();
    }
    result.slots = std::make_shared<SlotList>(result.graph, std::move(slots));
    result.beforeValues = patched(GoldenTable(result.slots->size()), json.at("before"), index);
    result.before = tableFrom(result.slots, result.beforeValues);
    return index;
}

GoldenTrace traceFrom(const Json& json)
{
    GoldenTrace trace{scenarioFrom(json), {}};
    for (const Json& entry : json.at("events")) {
        GoldenEvent event;
        event.operation = entry.at(0).get<std::string>();
        event.action = entry.at(1).get<std::string>();
        event.slot = entry.at(2).get<std::string>();
        if (event.action == "large_master") {
            event.master = event.slot;
            event.scale = static_cast<float>(entry.at(3).get<double>());
            event.offset = static_cast<float>(entry.at(4).get<double>());
            event.stateBefore = entry.at(5).get<std::string>();
            event.stateAfter = "PASSIVE";
        } else {
            event.master = entry.at(3).get<std::string>();
            event.stateBefore = entry.at(4).get<std::string>();
            event.stateAfter = entry.at(5).get<std::string>();
        }
        trace.events.push_back(std::move(event));
    }
    return trace;
}

std::string describe(TqcState state, std::uint32_t dominator, std::uint32_t root, const ParameterView& own,
                     const SlotList& slots)
{
    const auto id = [&](std::uint32_t slot) {
        return slot == GoldenValue::kNone ? std::string("a cycle") : slots.id(SlotId(slot));
    };
    std::string text = std::string(toText(state)) + " -> " + id(dominator) + " (root " + id(root) + ")";
    for (const float scale : own.scale) text.append(" ").append(toText(scale));
    text += " /";
    for (const float offset : own.offset) text.append(" ").append(toText(offset));
    return text;
}

} // namespace

std::string GoldenSetting::name() const
{
    std::string text;
    for (const Method method : scenario.methods) text += (text.empty() ? "" : "/") + std::string(toText(method));
    return text + (scenario.forceOverlap == Overlap::On ? " f1" : " f0");
}

Model GoldenCase::makeModel() const
{
    Model result;
    result.path = result.name = name;
    result.quantSource = QuantSource::Table;
    result.graph = graph;
    result.fileGraph = graph;
    result.baseline = before;
    finishModel(result);
    return result;
}

std::string goldenFolder()
{
    const std::string shared = std::string(ALIGNSCOPE_SHARED_DATA) + "/golden";
    return fs::exists(shared) ? shared : std::string(ALIGNSCOPE_TEST_DATA) + "/golden";
}

std::vector<std::string> goldenFiles()
{
    std::vector<std::string> files;
    if (!fs::exists(goldenFolder())) return files;
    for (const auto& entry : fs::recursive_directory_iterator(goldenFolder()))
        if (entry.path().string().ends_with(".golden.json.gz")) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

GoldenCase loadGolden(const std::string& path)
{
    const Json json = Json::parse(readMaybeGzip(path));
    GoldenCase result;
    result.model = json.at("model").get<std::string>();
    result.platform = json.at("platform").get<std::string>();
    result.name = result.model + "/" + result.platform;
    result.folder = path.substr(0, path.size() - std::string(".golden.json.gz").size());
    const SlotIndex index = readSlots(result, json);
    for (const Json& record : json.at("settings")) {
        GoldenSetting setting;
        setting.scenario = scenarioFrom(record);
        setting.error = errorFrom(record.at("error"));
        setting.after = patched(result.beforeValues, record.at("diff"), index);
        setting.passiveError = errorFrom(record.at("passive_error"));
        setting.afterPassive = patched(setting.after, record.value("passive_diff", Json::object()), index);
        result.settings.push_back(std::move(setting));
    }
    for (const Json& trace : json.value("traces", Json::array())) result.traces.push_back(traceFrom(trace));
    return result;
}

std::vector<GoldenCase> loadFuzz(const std::string& name)
{
    const std::string path = goldenFolder() + "/fuzz/" + name + ".json.gz";
    std::vector<GoldenCase> cases;
    if (!fs::exists(path)) return cases;
    for (const Json document = Json::parse(readMaybeGzip(path)); const Json& json : document.at("cases")) {
        GoldenCase result;
        result.name = "fuzz " + name + " " + std::to_string(json.at("seed").get<std::int64_t>());
        const SlotIndex index = readSlots(result, json);
        const GoldenTable* state = &result.beforeValues;
        result.settings.reserve(json.at("steps").size());
        for (const Json& step : json.at("steps")) {
            GoldenSetting setting;
            setting.scenario = scenarioFrom(step.at("setting"));
            for (const auto& [operation, value] : json.at("manual_override").items())
                setting.scenario.ppqManual[operation] = value.get<std::string>();
            setting.error = errorFrom(step.at("error"));
            setting.after = patched(*state, step.at("diff"), index);
            result.settings.push_back(std::move(setting));
            state = &result.settings.back().after;
        }
        cases.push_back(std::move(result));
    }
    return cases;
}

std::vector<NumericRow> loadNumerics()
{
    const std::string path = goldenFolder() + "/fuzz/numerics.json.gz";
    std::vector<NumericRow> rows;
    if (!fs::exists(path)) return rows;
    for (const Json document = Json::parse(readMaybeGzip(path)); const Json& json : document.at("rows")) {
        NumericRow row;
        row.scheme.policy = json.at("policy").get<std::uint16_t>();
        row.scheme.quantMin = json.at("quant_min").get<double>();
        row.scheme.quantMax = json.at("quant_max").get<double>();
        for (const Json& input : json.at("inputs"))
            row.inputs.emplace_back(static_cast<float>(input.at(0).get<double>()),
                                    static_cast<float>(input.at(1).get<double>()));
        row.largeScale = static_cast<float>(json.at("large").at(0).get<double>());
        row.largeOffset = static_cast<float>(json.at("large").at(1).get<double>());
        row.minimum = json.at("minmax").at(0).get<double>();
        row.maximum = json.at("minmax").at(1).get<double>();
        row.minmaxScale = json.at("minmax_result").at(0).get<double>();
        row.minmaxOffset = json.at("minmax_result").at(1).get<double>();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string difference(const TqcTable& table, const GoldenTable& expected, Pointers pointers)
{
    if (table.size() != expected.size())
        return std::to_string(table.size()) + " slots instead of " + std::to_string(expected.size());
    std::string text;
    int told = 0;
    for (std::uint32_t i = 0; i < expected.size() && told < 5; ++i) {
        const SlotId slot(i);
        const GoldenValue& value = expected[i];
        const ParameterView wanted{value.scale, value.offset, value.perChannel};
        const SlotId root = table.root(slot);
        const bool equal = table.state(slot) == value.state && root.value() == value.root
            && sameParameters(table.effective(slot), wanted)
            && (pointers == Pointers::RootsOnly || table.dominator(slot).value() == value.dominator);
        if (equal) continue;
        ++told;
        text += table.slots().id(slot) + ": "
            + describe(table.state(slot), table.dominator(slot).value(), root.value(), table.effective(slot),
                       table.slots())
            + "\n    reference: "
            + describe(value.state, value.dominator, value.root, wanted, table.slots()) + "\n";
    }
    return text;
}

} // namespace alignscope::test

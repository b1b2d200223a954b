// SPDX-License-Identifier: Apache-2.0
#include "core/report/scenario_json.h"

#include <gtest/gtest.h>

namespace alignscope {
namespace {

Scenario rich()
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.engine = Engine::Strict;
    scenario.passivePass = false;
    scenario.overrides["/a:b=c/Add \"1\""] = {Method::Large, Overlap::Off};
    scenario.overrides["Concat1"] = {std::nullopt, Overlap::On};
    scenario.ppqManual["Mul1"] = "Align to Output";
    scenario.bindings = {{"A:in:0", "B:out:0"}, {"C:in:0", "B:out:0"}};
    scenario.excludedEdges = {{"A:out:0", "B:in:1"}};
    scenario.pins = {{"A:in:0", 0.024632560089230537F, -3.0F}};
    return scenario;
}

std::string codeOf(const std::string& text)
{
    const auto scenario = parseScenario(text, "s.json");
    return scenario ? std::string("accepted") : sentence(scenario.error());
}

TEST(ScenarioJson, everyField_roundTrips)
{
    const auto back = parseScenario(scenarioJson(rich()), "s.json");
    ASSERT_TRUE(back) << sentence(back.error());
    EXPECT_EQ(*back, rich());
    const auto empty = parseScenario(scenarioJson(Scenario{}), "s.json");
    ASSERT_TRUE(empty);
    EXPECT_EQ(*empty, Scenario{});
}

TEST(ScenarioJson, unknownKeys_areIgnoredAndMissingOnesAreDefaults)
{
    const auto scenario = parseScenario(
        R"({"schema": "alignscope-scenario/1", "note": "mine", "settings": {"concat": "output", "colour": 3}})", "s");
    ASSERT_TRUE(scenario) << sentence(scenario.error());
    Scenario expected;
    expected.setMethod(Family::Concat, Method::Output);
    EXPECT_EQ(*scenario, expected);
}

TEST(ScenarioJson, manualAttribute_isReadFromBothPlaces)
{
    const auto scenario = parseScenario(
        R"({"schema": "alignscope-scenario/1", "settings": {"ppq_manual": {"Mul1": "Align to Large"}},
            "ppq_manual": {"Mul2": "Align to Output"}})", "s");
    ASSERT_TRUE(scenario);
    EXPECT_EQ(scenario->ppqManual.size(), 2U);
}

TEST(ScenarioJson, wrongValues_areRefusedWithTheirPlace)
{
    const auto with = [](const std::string& body) { return codeOf(R"({"schema": "alignscope-scenario/1", )" + body + "}"); };
    EXPECT_EQ(codeOf("{}"), "s.json is no alignscope-scenario/1 file.");
    EXPECT_EQ(with(R"("engine": "magic")"), "s.json cannot be read: engine must be ppq or strict.");
    EXPECT_EQ(with(R"("settings": {"pooling": "large"})"),
              "s.json cannot be read: settings / pooling must be none, input or output.");
    EXPECT_EQ(with(R"("settings": {"force_overlap": "yes"})"),
              "s.json cannot be read: settings / force_overlap must be true or false.");
    EXPECT_EQ(with(R"("settings": {"overrides": {"A": {"overlap": "maybe"}}})"),
              "s.json cannot be read: settings / overrides / A / overlap must be \"on\" or \"off\".");
    EXPECT_EQ(with(R"("bindings": [{"slot": "A:in:0"}])"),
              "s.json cannot be read: bindings / 0 / master must be there.");
    EXPECT_EQ(with(R"("pins": [{"slot": "A:in:0", "scale": 0, "offset": 0}])"),
              "s.json cannot be read: pins / 0 / scale must be a positive float32.");
}

TEST(ScenarioJson, illegalOverride_isFoundByTheOperationsFamily)
{
    GraphBuilder builder;
    Operation operation;
    operation.name = "P";
    operation.type = "AveragePool";
    builder.add(std::move(operation), {builder.tensor("x")}, {builder.tensor("y")});
    const auto graph = std::move(builder).build(OperationOrder::AsAdded).value().graph;
    Scenario scenario;
    scenario.overrides["P"] = {Method::Input, std::nullopt};
    EXPECT_FALSE(illegalMethod(scenario, *graph));
    scenario.overrides["P"] = {Method::Large, std::nullopt};
    const auto error = illegalMethod(scenario, *graph);
    ASSERT_TRUE(error);
    EXPECT_EQ(sentence(*error), "\"large\" is no method for P (AveragePool): choose none, input or output.");
}

} // namespace
} // namespace alignscope

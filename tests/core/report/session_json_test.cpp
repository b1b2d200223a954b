// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/io/open_model.h"
#include "core/report/scenario_json.h"
#include "core/report/scenario_source.h"
#include "core/report/session_json.h"
#include "tests/support/onnx_builder.h"
#include "tests/support/sample_models.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

Scenario preset(std::string_view name)
{
    Scenario scenario;
    applyPreset(scenario, name);
    return scenario;
}

SessionFile rich()
{
    SessionFile session;
    session.model = {"nets/a.onnx", "/somewhere/nets/a.onnx"};
    session.quantization = {"", "/else/a.json"};
    session.fingerprint = ModelFingerprint{0x0123456789ABCDEFU, 0xFFFFFFFFFFFFFFFFU, 12345678901U};
    session.current = preset("esp-dl");
    session.current.overrides["/a:b=c/Add \"1\""] = {Method::Large, Overlap::Off};
    session.current.bindings = {{"A:in:0", "B:out:0"}};
    session.scenarios = {{"Wide \"open\"\n", "keep\tthis", preset("ppq-setting")}, {"#2", "", session.current}};
    session.active = 1;
    session.marks.breakpoints = {{Breakpoint::Kind::Operation, "/a:b=c/Add \"1\"", 0},
                                 {Breakpoint::Kind::SlotChange, "A:in:0", 0},
                                 {Breakpoint::Kind::GroupSize, "", 12},
                                 {Breakpoint::Kind::BrokenPromise, "", 0}};
    session.marks.watches = {"A:in:0", "B:out:0"};
    session.collapsed = {"model.4/m.0", "#Conv_1*7"};
    return session;
}

std::string saying(const std::string& body)
{
    const std::string head = R"({"schema": "alignscope-session/1", "model": {"absolute": "/m.onnx"}, )";
    const auto session = parseSession(head + body + "}", "s");
    return session ? std::string("accepted") : sentence(session.error());
}

std::string content(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

TEST(SessionJson, everyField_roundTrips)
{
    const auto back = parseSession(sessionJson(rich()), "s");
    ASSERT_TRUE(back) << sentence(back.error());
    EXPECT_EQ(*back, rich());

    SessionFile least;
    least.model.absolute = "/m.onnx";
    const auto none = parseSession(sessionJson(least), "s");
    ASSERT_TRUE(none) << sentence(none.error());
    EXPECT_EQ(*none, least);
}

TEST(SessionJson, wrongValues_areRefusedWithTheirPlace)
{
    const std::string scenario = R"("scenario": {"schema": "alignscope-scenario/1"})";
    EXPECT_EQ(saying(R"("current": null)"), "accepted");
    EXPECT_EQ(sentence(parseSession("{}", "s").error()), "s is no alignscope-session/1 file.");
    EXPECT_EQ(sentence(parseSession(R"({"schema": "alignscope-session/1"})", "s").error()),
              "s cannot be read: model must be there.");
    EXPECT_EQ(saying(R"("scenarios": [{"name": "", )" + scenario + "}]"),
              "s cannot be read: scenarios / 0 / name must be a name of 1 to 256 bytes.");
    EXPECT_EQ(saying(R"("scenarios": [{"name": "A", )" + scenario + R"(}, {"name": "A", )" + scenario + "}]"),
              "s cannot be read: scenarios / 1 / name must be unlike the names before it.");
    EXPECT_EQ(saying(R"("scenarios": [{"name": "A"}])"), "s cannot be read: scenarios / 0 / scenario must be there.");
    EXPECT_EQ(saying(R"("scenarios": [{"name": "A", "scenario": {"schema": "alignscope-scenario/1", "engine": "x"}}])"),
              "s cannot be read: scenarios / 0 / scenario / engine must be ppq or strict.");
    EXPECT_EQ(saying(R"("scenarios": [{"name": "A", "scenario": {"schema": "alignscope-scenario/2"}}])"),
              "s cannot be read: scenarios / 0 / scenario / schema must be alignscope-scenario/1.");
    EXPECT_EQ(saying(R"("active": "A")"), "s cannot be read: active must be the name of one of the scenarios.");
    EXPECT_EQ(saying(R"("breakpoints": [{"halt": "never"}])"),
              "s cannot be read: breakpoints / 0 / halt must be operation, slot, group or promise.");
    EXPECT_EQ(saying(R"("breakpoints": [{"halt": "slot"}])"), "s cannot be read: breakpoints / 0 / slot must be there.");
    EXPECT_EQ(saying(R"("breakpoints": [{"halt": "group", "size": 0}])").find("s cannot be read: breakpoints / 0 / size"), 0U);
    EXPECT_NE(saying(R"("watches": [7])"), "accepted");
    EXPECT_EQ(saying(R"("breakpoints": null, "watches": null)"), "accepted");
    EXPECT_EQ(saying(R"("fingerprint": {"topology": "12", "table": "0", "bytes": 1})"),
              "s cannot be read: fingerprint / topology must be 16 hexadecimal digits.");
    EXPECT_EQ(saying(R"("quantization": {"path": "/etc/passwd"})"),
              "s cannot be read: quantization / path must be relative.");
    EXPECT_EQ(saying(R"("quantization": {"absolute": "a.json"})"),
              "s cannot be read: quantization / absolute must be absolute.");
}

TEST(SessionFiles, folderThatWasMoved_findsItsModelByTheRelativePath)
{
    const ScratchFolder folder;
    fs::create_directories(folder.path("old/nets"));
    const std::string model = folder.write("old/nets/m.onnx", "x");
    SessionFile session;
    session.model = referTo(model, folder.path("old/s.alignscope"));
    EXPECT_EQ(session.model.path, "nets/m.onnx");
    ASSERT_TRUE(writeSession(session, folder.path("old/s.alignscope")));
    EXPECT_EQ(locate(session.model, folder.path("old/s.alignscope")), model);
    fs::rename(folder.path("old"), folder.path("new"));
    const auto back = readSession(folder.path("new/s.alignscope"));
    ASSERT_TRUE(back) << sentence(back.error());
    EXPECT_EQ(locate(back->model, folder.path("new/s.alignscope")), folder.path("new/nets/m.onnx"));
    // The session alone elsewhere: the absolute path; and nowhere at all.
    EXPECT_EQ(locate(session.model, folder.path("s.alignscope")), "");
    fs::rename(folder.path("new"), folder.path("old"));
    EXPECT_EQ(locate(session.model, folder.path("s.alignscope")), model);
}

TEST(SessionFiles, savingOverTheModel_isRefused)
{
    const ScratchFolder folder;
    const std::string model = folder.write("m.onnx", "the model");
    SessionFile session;
    session.model = referTo(model, model);
    const auto done = writeSession(session, model);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, MessageCode::ExportOverInput);
    EXPECT_EQ(content(model), "the model");
}

TEST(SessionFiles, kindIsToldByContent)
{
    const ScratchFolder folder;
    EXPECT_EQ(fileKindOf(folder.write("a.txt", sessionJson(rich()))), FileKind::Session);
}

TEST(Fingerprint, sameModel_isEqualInEveryRunAndOrder)
{
    const auto model = docExample();
    const ModelFingerprint print = fingerprintOf(*model);
    EXPECT_EQ(print, fingerprintOf(*docExample()));
    // Written down once: sessions of older versions must not be greeted with a warning.
    EXPECT_EQ(print.topology, 96416081325670600U);
    EXPECT_EQ(print.table, 17116171934881740754U);
}

TEST(Fingerprint, otherScaleOrOtherGraph_changesItsPartOnly)
{
    const auto model = docExample();
    TqcTable table = model->baseline;
    const SlotId slot = table.slots().findId("Conv1:in:0");
    table.setOwn(slot, 0.5F, 0.0F);
    const ModelFingerprint before = fingerprintOf(*model);
    const ModelFingerprint other = fingerprintOf(withBaseline(*model, table));
    EXPECT_EQ(before.topology, other.topology);
    EXPECT_NE(before.table, other.table);
    EXPECT_NE(before.topology, fingerprintOf(*residualNetwork(1)).topology);
}

TEST(ScenarioSource, sessionWithName_givesThatScenarioElseTheCurrentOne)
{
    const ScratchFolder folder;
    const std::string path = folder.write("s#1.alignscope", sessionJson(rich()));
    EXPECT_EQ(readScenarioFrom(path).value(), rich().current);
    EXPECT_EQ(readScenarioFrom(path + "##2").value(), rich().scenarios[1].scenario);
    EXPECT_EQ(fileOfSource(path + "##2"), path);
    const auto unknown = readScenarioFrom(path + "#X");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, MessageCode::SessionHasNoScenario);
    EXPECT_EQ(unknown.error().arguments[1], "X");
    EXPECT_EQ(readScenariosOf(path).value(), rich().scenarios);
}

TEST(ScenarioSource, sidecarAndModel_giveTheScenarioTheyCarry)
{
    const ScratchFolder folder;
    const Scenario scenario = preset("ppq-pass");
    const std::string sidecar = folder.write("out.scenario.json", scenarioJson(scenario));
    EXPECT_EQ(readScenarioFrom(sidecar).value(), scenario);
    EXPECT_EQ(readScenariosOf(sidecar).value().front().name, "out");

    OnnxBuilder builder;
    builder.input("x").output("y").node("Relu", {"x"}, {"y"}, "r");
    const std::string plain = folder.write("plain.onnx", builder.bytes());
    ASSERT_FALSE(readScenarioFrom(plain));
    EXPECT_EQ(readScenarioFrom(plain).error().code, MessageCode::ModelHasNoScenario);
    EXPECT_FALSE(scenarioInside(**openModel(plain)));
    builder.metadata("alignscope.scenario", scenarioLine(scenario));
    const std::string carrier = folder.write("carrier.onnx", builder.bytes());
    EXPECT_EQ(readScenarioFrom(carrier).value(), scenario);
    EXPECT_EQ(scenarioInside(**openModel(carrier))->value(), scenario);

    OnnxBuilder lying;
    lying.input("x").output("y").node("Relu", {"x"}, {"y"}, "r").metadata("alignscope.scenario", "{\"schema\": 3}");
    const auto wrong = scenarioInside(**openModel(folder.write("lying.onnx", lying.bytes())));
    ASSERT_TRUE(wrong);
    EXPECT_FALSE(*wrong);
}

} // namespace
} // namespace alignscope::test

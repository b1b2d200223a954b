// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/samples.h"

#include <filesystem>

namespace alignscope::test {
namespace {

TEST(CommandLine, version_isOneLine)
{
    const Finished done = alignscope({"--version"});
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(done.out, "alignscope " ALIGNSCOPE_VERSION "\n");
    EXPECT_EQ(done.err, "");
}

TEST(CommandLine, help_isThereForTheProgramAndEverySubcommand)
{
    const Finished done = alignscope({"--help"});
    EXPECT_EQ(done.code, 0);
    for (const std::string name : {"inspect", "align", "sweep", "why", "impact", "propose", "diff", "render", "screenshot"}) {
        EXPECT_NE(done.out.find("  " + name), std::string::npos) << name;
        const Finished help = alignscope({name, "--help"});
        EXPECT_EQ(help.code, 0) << name;
        EXPECT_NE(help.out.find("alignscope " + name), std::string::npos) << help.out;
        EXPECT_NE(help.out.find("--quant"), std::string::npos) << name;
        EXPECT_EQ(help.err, "") << name;
    }
}

TEST(CommandLine, usageErrors_endWithOneAndOneSentence)
{
    const Sample sample;
    const std::vector<std::vector<std::string>> wrong = {
        {"inspect"},
        {"inspect", sample.model, "--nonsense"},
        {"inspect", sample.model, "second"},
        {"align", sample.model, "--quant"},
        sample.command("align", {"--elementwise", "sideways"}),
        sample.command("align", {"--elementwise", "input"}),
        sample.command("align", {"--pooling", "large"}),
        sample.command("align", {"--preset", "best"}),
        sample.command("align", {"--engine", "steam"}),
        sample.command("align", {"--force-overlap", "--no-force-overlap"}),
        sample.command("align", {"--override", "Add1"}),
        sample.command("align", {"--override", "Add1=sideways"}),
        sample.command("align", {"--override", "Add1=input"}),
        sample.command("sweep", {"--engine", "steam"}),
        sample.command("why", {}),
        sample.command("why", {"Add9:in:0"}),
        sample.command("propose", {}),
        sample.command("propose", {"--goal", "fame"}),
        sample.command("impact", {"--elementwise", "input"}),
        sample.command("inspect", {"--json", "-", "--csv", "-"}),
        sample.command("align", {"--force"}),
        sample.command("align", {"--out", sample.folder.path("o.onnx"), "--format", "pickle"}),
    };
    for (const auto& words : wrong) {
        const Finished done = alignscope(words);
        EXPECT_EQ(done.code, 1) << words.back();
        EXPECT_EQ(done.out, "") << words.back();
        EXPECT_TRUE(isOneSentence(done.err)) << words.back() << ": " << done.err;
    }
}

TEST(CommandLine, unreadableInputs_endWithTwo)
{
    const Sample sample;
    const std::string broken = sample.folder.write("broken.json", "{\"configs\": {");
    const std::string other = sample.folder.write("other.json", "{\"schema\": \"alignscope-scenario/2\"}");
    const std::string noise = sample.folder.write("noise.onnx", std::string(500, '\x93'));
    const std::vector<std::vector<std::string>> wrong = {
        {"inspect", sample.folder.path("none.onnx")},
        {"inspect", noise},
        {"inspect", sample.folder.path("")},
        {"inspect", sample.model, "--quant", broken},
        {"inspect", sample.model, "--quant", sample.folder.path("none.json")},
        {"sweep", sample.model, "--quant", other},
        sample.command("align", {"--scenario", other}),
        sample.command("align", {"--scenario", sample.folder.path("none.json")}),
    };
    for (const auto& words : wrong) {
        const Finished done = alignscope(words);
        EXPECT_EQ(done.code, 2) << words.back() << ": " << done.err;
        EXPECT_EQ(done.out, "") << words.back();
        EXPECT_TRUE(isOneSentence(done.err)) << words.back() << ": " << done.err;
    }
}

TEST(CommandLine, unwritableOutputs_endWithFourAndInputsStay)
{
    const Sample sample;
    const std::string before = readMaybeGzip(sample.quant);
    for (const std::string& target : {sample.folder.path("no/such/folder/t.json"), sample.folder.path(""),
                                      sample.quant, sample.model, std::string("/dev/full")}) {
        const Finished done = alignscope(sample.command("align", {"--json", target}));
        EXPECT_EQ(done.code, 4) << target;
        EXPECT_TRUE(isOneSentence(done.err)) << done.err;
    }
    EXPECT_EQ(readMaybeGzip(sample.quant), before);
}

TEST(CommandLine, jsonFile_replacesAnOlderOneAndLeavesNothingElse)
{
    const Sample sample;
    const std::string target = sample.folder.write("t.json", std::string(1000000, 'x'));
    const Finished done = alignscope(sample.command("inspect", {"--json", target}));
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(readMaybeGzip(target), alignscope(sample.command("inspect", {"--json", "-"})).out);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(sample.folder.path(""))) ++files;
    EXPECT_EQ(files, 3U); // model, config, table
}

TEST(CommandLine, inspectCsv_hasALineForEverySlot)
{
    const Sample sample;
    const Finished done = alignscope(sample.command("inspect", {"--csv", "-"}));
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(static_cast<std::size_t>(std::count(done.out.begin(), done.out.end(), '\n')),
              sample.golden.before.size() + 1);
}

TEST(CommandLine, textOutput_tellsTheTroubleFirst)
{
    const Sample sample;
    const Finished inspect = alignscope(sample.command("inspect"));
    EXPECT_EQ(inspect.code, 0);
    const auto trouble = inspect.out.find("1 operation whose inputs do not agree");
    EXPECT_NE(trouble, std::string::npos) << inspect.out;
    EXPECT_LT(trouble, inspect.out.find("Slots"));
    const Finished align = alignscope(sample.command("align", {"--preset", "ppq-setting"}));
    EXPECT_NE(align.out.find("(ppq-setting)"), std::string::npos) << align.out;
    EXPECT_NE(align.out.find("misaligned operations  1 -> 0"), std::string::npos) << align.out;
}

} // namespace
} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/samples.h"

#include <cstdint>
#include <filesystem>

namespace alignscope::test {
namespace {

// Width and height in a PNG's first chunk; 0 x 0 when it is none.
std::pair<std::uint32_t, std::uint32_t> pngSize(const std::string& bytes)
{
    if (bytes.size() < 24 || bytes.compare(1, 3, "PNG") != 0) return {0, 0};
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    return {number(16), number(20)};
}

// Width times height as an SVG's first line gives them.
double pixelsOfSvg(const std::string& text)
{
    const auto numberAfter = [&](const std::string& word) {
        const auto at = text.find(word);
        return at == std::string::npos ? 0.0 : std::stod(text.substr(at + word.size()));
    };
    const auto box = text.find("viewBox=\"");
    EXPECT_NE(box, std::string::npos);
    return numberAfter("width=\"") * numberAfter("height=\"");
}

TEST(Screenshot, ofAScenario_hasTheSizeAndIsTheSameEachTime)
{
    const Sample sample;
    const std::string first = sample.folder.path("first.png");
    const std::string second = sample.folder.path("second.png");
    for (const std::string& file : {first, second}) {
        const Finished done = alignscope(sample.command(
            "screenshot", {"--preset", "ppq-setting", "--select", "Conv3:in:0", "--size", "1024x700", "-o", file}));
        ASSERT_EQ(done.code, 0) << done.err;
        EXPECT_EQ(done.out, "");
        EXPECT_EQ(done.err, "");
    }
    const std::string bytes = readMaybeGzip(first);
    EXPECT_EQ(pngSize(bytes), (std::pair<std::uint32_t, std::uint32_t>(1024, 700)));
    EXPECT_EQ(bytes, readMaybeGzip(second));
}

TEST(Screenshot, ofAnotherScenario_isAnotherPicture)
{
    const Sample sample;
    const std::string plain = sample.folder.path("plain.png");
    const std::string aligned = sample.folder.path("aligned.png");
    EXPECT_EQ(alignscope(sample.command("screenshot", {"-o", plain})).code, 0);
    EXPECT_EQ(alignscope(sample.command("screenshot", {"--elementwise", "large", "-o", aligned})).code, 0);
    EXPECT_NE(readMaybeGzip(plain), readMaybeGzip(aligned));
}

TEST(Screenshot, wrongWords_areUsageErrors)
{
    const Sample sample;
    const std::string file = sample.folder.path("x.png");
    const std::vector<std::vector<std::string>> wrong = {
        sample.command("screenshot"),
        sample.command("screenshot", {"-o", sample.folder.path("x.gif")}),
        sample.command("screenshot", {"--size", "wide", "-o", file}),
        sample.command("screenshot", {"--size", "1x1", "-o", file}),
        sample.command("screenshot", {"--select", "Nobody", "-o", file}),
        sample.command("render", {"-o", sample.folder.path("x.bmp")}),
    };
    for (const auto& words : wrong) {
        const Finished done = alignscope(words);
        EXPECT_EQ(done.code, 1) << words.back();
        EXPECT_TRUE(isOneSentence(done.err)) << done.err;
    }
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Render, asSvgPngAndPdf_writesWhatTheEndingSays)
{
    const Sample sample;
    for (const std::string ending : {"svg", "png", "pdf"}) {
        const std::string file = sample.folder.path("graph." + ending);
        const Finished done = alignscope(sample.command("render", {"--elementwise", "large", "-o", file}));
        ASSERT_EQ(done.code, 0) << done.err;
        EXPECT_EQ(done.err, "");
        const std::string bytes = readMaybeGzip(file);
        if (ending == "svg") {
            EXPECT_NE(bytes.find("Conv3"), std::string::npos);
        }
        if (ending == "png") {
            EXPECT_GT(pngSize(bytes).first, 200U);
        }
        if (ending == "pdf") {
            EXPECT_EQ(bytes.compare(0, 5, "%PDF-"), 0);
        }
    }
}

TEST(Render, ofASelection_isSmallerThanTheWholeAndHoldsItsNeighbours)
{
    const Sample sample;
    const auto textOf = [&](const std::string& name, const std::vector<std::string>& more) {
        const std::string file = sample.folder.path(name);
        std::vector<std::string> words = {"--elementwise", "large", "--layout", "fast", "-o", file};
        words.insert(words.end(), more.begin(), more.end());
        const Finished done = alignscope(sample.command("render", words));
        EXPECT_EQ(done.code, 0) << done.err;
        return readMaybeGzip(file);
    };
    const std::string whole = textOf("whole.svg", {});
    const std::string part = textOf("part.svg", {"--area", "selection", "--select", "Conv3"});
    EXPECT_NE(part.find(">Conv3<"), std::string::npos);
    EXPECT_NE(part.find(">Conv2<"), std::string::npos);
    EXPECT_LT(pixelsOfSvg(part), pixelsOfSvg(whole));
}

TEST(Render, extras_areThereOnRequestOnly)
{
    const Sample sample;
    const std::string file = sample.folder.path("graph.svg");
    const auto textWith = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--elementwise", "large", "--layout", "fast", "-o", file});
        EXPECT_EQ(alignscope(sample.command("render", words)).code, 0);
        return readMaybeGzip(file);
    };
    const std::string bare = textWith({});
    EXPECT_EQ(bare.find("requantize edges"), std::string::npos);
    EXPECT_EQ(bare.find("Requantize"), std::string::npos);
    EXPECT_NE(textWith({"--scorecard"}).find("requantize edges"), std::string::npos);
    EXPECT_GT(textWith({"--legend"}).size(), bare.size());
}

TEST(Render, scale_setsThePixelsOfAPng)
{
    const Sample sample;
    const auto sizeAt = [&](const std::string& scale) {
        const std::string file = sample.folder.path("graph.png");
        EXPECT_EQ(alignscope(sample.command("render", {"--layout", "fast", "--scale", scale, "-o", file})).code, 0);
        return pngSize(readMaybeGzip(file));
    };
    const auto once = sizeAt("1");
    const auto thrice = sizeAt("3");
    EXPECT_EQ(thrice.first, 3 * once.first);
    EXPECT_EQ(thrice.second, 3 * once.second);
}

TEST(Render, pngThatCannotBeSoLarge_isWrittenSmallerAndSaysSo)
{
    const Sample sample;
    const std::string file = sample.folder.path("graph.png");
    const std::string tall = ALIGNSCOPE_BUNDLED_SAMPLES "/mobilenetv2/mobilenetv2.onnx";
    const auto render = [&](const char* scale) {
        const Finished done = alignscope({"render", tall, "--layout", "fast", "--scale", scale, "-o", file});
        EXPECT_EQ(done.code, 0) << done.err;
        return done.err;
    };
    EXPECT_EQ(render("0.5"), "");
    const auto half = pngSize(readMaybeGzip(file));
    const std::string note = render("16");
    const auto [width, height] = pngSize(readMaybeGzip(file));
    ASSERT_LT(width, 30 * half.first);
    EXPECT_NE(note.find(std::to_string(width) + " x " + std::to_string(height) + " pixels"), std::string::npos) << note;
}

TEST(Render, aSelectionThatIsNotThere_isAUsageError)
{
    const Sample sample;
    const std::string file = sample.folder.path("x.png");
    for (const auto& words : {sample.command("render", {"--area", "selection", "-o", file}),
                              sample.command("render", {"--area", "selection", "--select", "Nobody", "-o", file}),
                              sample.command("render", {"--scale", "0", "-o", file})}) {
        const Finished done = alignscope(words);
        EXPECT_EQ(done.code, 1);
        EXPECT_TRUE(isOneSentence(done.err)) << done.err;
    }
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Render, overItsInput_isRefused)
{
    const Sample sample;
    const std::string linked = sample.folder.path("model.png");
    std::filesystem::create_symlink(sample.model, linked);
    const std::string before = readMaybeGzip(sample.model);
    EXPECT_EQ(alignscope(sample.command("render", {"-o", linked})).code, 4);
    EXPECT_EQ(readMaybeGzip(sample.model), before);
}

} // namespace
} // namespace alignscope::test

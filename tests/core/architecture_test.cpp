// SPDX-License-Identifier: Apache-2.0
// The house: arrows between the layers point one way, and foreign headers stay where they belong.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace alignscope {
namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file; ///< relative to the root, '/' between folders
    std::string header;
};

std::vector<Include> includesBelow(const std::string& folder)
{
    static const std::regex kInclude(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    const fs::path root = ALIGNSCOPE_SOURCE_ROOT;
    std::vector<Include> includes;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream in(entry.path());
        std::smatch match;
        for (std::string line; std::getline(in, line);)
            if (std::regex_search(line, match, kInclude))
                includes.push_back({fs::relative(entry.path(), root).generic_string(), match[1]});
    }
    return includes;
}

bool startsWith(const std::string& text, const std::string& prefix) { return text.rfind(prefix, 0) == 0; }
bool isQt(const std::string& header) { return std::regex_match(header, std::regex("(Qt[A-Z][A-Za-z]*/)?Q[A-Z].*|qt.*\\.h")); }
bool isOnnx(const std::string& header) { return startsWith(header, "onnx/") || startsWith(header, "google/protobuf/"); }
bool isGraphviz(const std::string& header)
{
    return header == "gvc.h" || header == "cgraph.h" || startsWith(header, "graphviz/") || header == "gvplugin.h";
}

TEST(Architecture, arrowsPointFromAppToUiToCore)
{
    for (const Include& include : includesBelow("core"))
        EXPECT_FALSE(startsWith(include.header, "ui/") || startsWith(include.header, "app/"))
            << include.file << " includes " << include.header;
    for (const Include& include : includesBelow("ui"))
        EXPECT_FALSE(startsWith(include.header, "app/")) << include.file << " includes " << include.header;
    for (const char* folder : {"app", "ui", "core"})
        for (const Include& include : includesBelow(folder))
            EXPECT_FALSE(startsWith(include.header, "tests/")) << include.file << " includes " << include.header;
}

TEST(Architecture, coreHasNoQt)
{
    for (const Include& include : includesBelow("core"))
        EXPECT_FALSE(isQt(include.header)) << include.file << " includes " << include.header;
}

TEST(Architecture, protobufAndGraphvizStayInsideSourceFilesOfCore)
{
    for (const char* folder : {"app", "ui"})
        for (const Include& include : includesBelow(folder))
            EXPECT_FALSE(isOnnx(include.header) || isGraphviz(include.header))
                << include.file << " includes " << include.header;
    std::set<std::string> graphviz;
    for (const Include& include : includesBelow("core")) {
        if (isOnnx(include.header)) {
            // One private header of core/io gathers the generated ONNX classes for its sources.
            EXPECT_TRUE(include.file == "core/io/onnx_proto.h"
                        || (startsWith(include.file, "core/io/") && include.file.ends_with(".cpp")))
                << include.file << " includes " << include.header;
        }
        if (isGraphviz(include.header)) graphviz.insert(include.file);
    }
    EXPECT_LE(graphviz.size(), 1U);
    for (const std::string& file : graphviz) EXPECT_TRUE(file.ends_with(".cpp")) << file;
    // ... and the private header is included by sources only.
    for (const Include& include : includesBelow("core"))
        EXPECT_TRUE(include.header != "core/io/onnx_proto.h" || include.file.ends_with(".cpp")) << include.file;
}

TEST(Architecture, foldersOfCoreRestOnEachOtherInOrder)
{
    // What each folder may include. Writers of core/io take an outcome of core/align.
    const std::map<std::string, std::set<std::string>> allowed = {
        {"base", {}},
        {"graph", {"base"}},
        {"quant", {"base", "graph"}},
        {"align", {"base", "graph", "quant"}},
        {"io", {"base", "graph", "quant", "align"}},
        {"cascade", {"base", "graph", "quant", "align"}},
        {"compare", {"base", "graph", "quant", "align", "cascade"}},
        {"search", {"base", "graph", "quant", "align", "cascade"}},
        {"layout", {"base", "graph"}},
        {"report", {"base", "graph", "quant", "align", "io", "cascade", "compare"}},
    };
    const auto folderOf = [](const std::string& path) {
        const auto begin = path.find('/') + 1;
        return path.substr(begin, path.find('/', begin) - begin);
    };
    for (const Include& include : includesBelow("core")) {
        if (!startsWith(include.header, "core/")) continue;
        const std::string from = folderOf(include.file);
        const std::string to = folderOf(include.header);
        ASSERT_TRUE(allowed.contains(from)) << "new folder core/" << from << ": say what it may rest on";
        EXPECT_TRUE(from == to || allowed.at(from).contains(to))
            << include.file << " includes " << include.header;
    }
}

TEST(Architecture, rootHoldsOnlyWhatTheUserFixed)
{
    const std::set<std::string> allowed = {"app",   "core",           "ui",        "resources",
                                           "tests", "CMakeLists.txt", "README.md", "CMakePresets.json"};
    for (const auto& entry : fs::directory_iterator(ALIGNSCOPE_SOURCE_ROOT)) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(name.front() == '.' || name == "build" || allowed.contains(name)) << name;
    }
}

} // namespace
} // namespace alignscope

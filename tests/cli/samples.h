// SPDX-License-Identifier: Apache-2.0
// Reference models as files on disk, for tests that run the program.
#pragma once

#include "tests/support/golden.h"
#include "tests/support/gzip.h"
#include "tests/support/process.h"
#include "tests/support/scratch.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace alignscope::test {

using Json = nlohmann::ordered_json;

inline Finished alignscope(const std::vector<std::string>& arguments)
{
    return runProgram(ALIGNSCOPE_PROGRAM, arguments);
}

/// A committed reference model with its config in a folder of the test's own.
struct Sample {
    explicit Sample(const std::string& name = "doc_example/PPL_CUDA_INT8")
        : golden(loadGolden(std::string(ALIGNSCOPE_TEST_DATA) + "/golden/" + name + ".golden.json.gz"))
    {
        model = folder.write("model.onnx", readMaybeGzip(golden.folder + "/model.onnx"));
        quant = folder.write("before.json", readMaybeGzip(golden.folder + "/before.json"));
    }

    [[nodiscard]] std::vector<std::string> command(const std::string& subcommand,
                                                   std::vector<std::string> more = {}) const
    {
        std::vector<std::string> words = {subcommand, model, "--quant", quant};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    ScratchFolder folder;
    GoldenCase golden;
    std::string model;
    std::string quant;
};

/// The whole of standard output as one JSON object; fails the test otherwise.
inline Json parsed(const Finished& finished)
{
    Json json = Json::parse(finished.out, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << finished.out.substr(0, 200) << finished.err;
    return json;
}

inline bool isOneSentence(const std::string& text)
{
    return text.size() > 2 && text.back() == '\n' && text[text.size() - 2] == '.'
        && text.find('\n') == text.size() - 1;
}

} // namespace alignscope::test

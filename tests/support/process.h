// SPDX-License-Identifier: Apache-2.0
// Runs a program as a user would and collects what it says.
#pragma once

#include <string>
#include <vector>

namespace alignscope::test {

struct Finished {
    int code = -1; ///< exit code; 128 + signal when it was killed
    std::string out;
    std::string err;
};

/// Waits for the end. The environment has no display. Throws when the program cannot be started.
[[nodiscard]] Finished runProgram(const std::string& program, const std::vector<std::string>& arguments);

} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
// What the program tells its caller when it ends.
#pragma once

#include "core/base/result.h"

#include <string>
#include <utility>

namespace alignscope::app {

enum ExitCode : int {
    kDone = 0,
    kUsage = 1,
    kInputUnreadable = 2,
    kCheckFailed = 3,
    kOutputUnwritable = 4,
    kEngineError = 5
};

/// Why a command ends early: one sentence for standard error and the code.
struct Failure {
    ExitCode code = kUsage;
    std::string sentence;
};
template <class T> using Expected = tl::expected<T, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> failure(ExitCode code, std::string sentence)
{
    return tl::unexpected<Failure>(Failure{code, std::move(sentence)});
}
[[nodiscard]] inline tl::unexpected<Failure> failure(ExitCode code, const Error& error)
{
    return failure(code, sentence(error));
}

} // namespace alignscope::app

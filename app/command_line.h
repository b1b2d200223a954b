// SPDX-License-Identifier: Apache-2.0
// The command line as a whole: subcommands, help, version, exit codes.
#pragma once

namespace alignscope::app {

/// Runs what the arguments ask for and returns the exit code. Thread: main.
[[nodiscard]] int run(int argc, char** argv);

} // namespace alignscope::app

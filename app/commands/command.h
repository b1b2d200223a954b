// SPDX-License-Identifier: Apache-2.0
// A subcommand of the program; each lives in a file of its own.
#pragma once

#include "app/exit_code.h"

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace alignscope::app {

class Command {
public:
    virtual ~Command() = default;
    /// Adds the subcommand with its options to the program.
    virtual void declare(CLI::App& program) = 0;
    /// Whether it was named on the command line.
    [[nodiscard]] virtual bool chosen() const = 0;
    /// Does the work. A Failure is printed as one sentence on standard error.
    [[nodiscard]] virtual Expected<ExitCode> run() = 0;
};

[[nodiscard]] std::unique_ptr<Command> makeInspect();
[[nodiscard]] std::unique_ptr<Command> makeAlign();
[[nodiscard]] std::unique_ptr<Command> makeSweep();
[[nodiscard]] std::unique_ptr<Command> makeWhy();
[[nodiscard]] std::unique_ptr<Command> makeImpact();
[[nodiscard]] std::unique_ptr<Command> makePropose();
[[nodiscard]] std::unique_ptr<Command> makeDiff();
[[nodiscard]] std::unique_ptr<Command> makeRender();
[[nodiscard]] std::unique_ptr<Command> makeScreenshot();
/// What runs when no subcommand is named; to be declared last.
[[nodiscard]] std::unique_ptr<Command> makeWindow();

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// MODEL and --quant: what every subcommand opens.
#pragma once

#include "app/exit_code.h"
#include "core/quant/model.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace alignscope::app {

class ModelOptions {
public:
    void declare(CLI::App& command);
    [[nodiscard]] Expected<std::shared_ptr<const Model>> open() const;
    /// Files that no output may replace.
    [[nodiscard]] std::vector<std::string> inputs() const;

private:
    std::string m_model;
    std::string m_quant;
};

} // namespace alignscope::app

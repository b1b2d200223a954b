// SPDX-License-Identifier: Apache-2.0
// MODEL and --quant: what every subcommand opens.
#pragma once

#include "app/exit_code.h"
#include "core/io/early_open.h"
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
    /// As the window opens a model: read while it is built.
    [[nodiscard]] std::shared_ptr<EarlyOpen> openEarly() const { return std::make_shared<EarlyOpen>(m_model, m_quant); }
    [[nodiscard]] const std::string& model() const { return m_model; }
    [[nodiscard]] const std::string& quant() const { return m_quant; }
    /// Files that no output may replace.
    [[nodiscard]] std::vector<std::string> inputs() const;

private:
    std::string m_model;
    std::string m_quant;
};

} // namespace alignscope::app

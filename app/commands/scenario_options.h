// SPDX-License-Identifier: Apache-2.0
// The align options: preset, methods, overlap, overrides, scenario file, engine.
#pragma once

#include "app/exit_code.h"
#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace alignscope::app {

/// How many scenario files a command takes.
enum class ScenarioFiles { One, Two };

class ScenarioOptions {
public:
    void declare(CLI::App& command, ScenarioFiles files = ScenarioFiles::One);
    /// Scenario file (the first, or the second with 1), then preset, then what was named explicitly,
    /// wherever it stood.
    [[nodiscard]] Expected<Scenario> scenario(std::size_t file = 0) const;
    [[nodiscard]] std::size_t files() const noexcept { return m_files.size(); }
    [[nodiscard]] std::vector<std::string> inputs() const;

private:
    std::array<std::optional<std::string>, 4> m_methods; ///< by Family
    std::optional<std::string> m_preset;
    std::vector<std::string> m_files;
    std::optional<std::string> m_engine;
    std::vector<std::string> m_overrides;
    bool m_overlap = false;
    bool m_noOverlap = false;
    bool m_noPassive = false;
};

/// ppq or strict.
[[nodiscard]] Expected<Engine> engineNamed(const std::string& name);
/// A usage sentence when a method or an override is not legal on this model.
[[nodiscard]] std::optional<Failure> refuse(const Scenario& scenario, const Model& model);

} // namespace alignscope::app

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
enum class ScenarioFiles { One, Several };

class ScenarioOptions {
public:
    void declare(CLI::App& command, ScenarioFiles files = ScenarioFiles::One);
    /// Scenario file (the first, or another by its place), then preset, then what was named explicitly,
    /// wherever it stood.
    [[nodiscard]] Expected<Scenario> scenario(std::size_t file = 0) const;
    [[nodiscard]] std::size_t files() const noexcept { return m_files.size(); }
    [[nodiscard]] std::vector<std::string> inputs() const;
    /// A usage sentence when a method, or an edit by hand that was named explicitly, is not legal on
    /// this model. What a scenario file brings along is refused by the engine, with a warning.
    [[nodiscard]] std::optional<Failure> refusal(const Scenario& scenario, const Model& model) const;

private:
    [[nodiscard]] std::optional<Failure> addByHand(Scenario& scenario) const;

    std::array<std::optional<std::string>, 4> m_methods; ///< by Family
    std::optional<std::string> m_preset;
    std::vector<std::string> m_files;
    std::optional<std::string> m_engine;
    std::vector<std::string> m_overrides;
    std::vector<std::string> m_bindings;
    std::vector<std::string> m_pins;
    std::vector<std::string> m_excluded;
    bool m_overlap = false;
    bool m_noOverlap = false;
    bool m_noPassive = false;
};

/// ppq or strict.
[[nodiscard]] Expected<Engine> engineNamed(const std::string& name);

} // namespace alignscope::app

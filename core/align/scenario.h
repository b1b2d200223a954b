// SPDX-License-Identifier: Apache-2.0
// Scenario: everything a user can choose. A value; undo is a stack of them.
#pragma once

#include "core/quant/slot_graph.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

enum class Engine : std::uint8_t { Ppq, Strict };
enum class Method : std::uint8_t { None, Large, Output, Input };
enum class Overlap : std::uint8_t { Off, On };

[[nodiscard]] std::string_view toText(Engine engine) noexcept;   ///< "ppq"
[[nodiscard]] std::string_view toText(Method method) noexcept;   ///< "large"
[[nodiscard]] std::string_view toText(Family family) noexcept;   ///< "elementwise"
[[nodiscard]] std::optional<Engine> engineFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<Method> methodFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<Family> familyFromText(std::string_view text) noexcept;

/// Methods a family allows, None first.
[[nodiscard]] std::span<const Method> legalMethods(Family family) noexcept;
[[nodiscard]] bool isLegal(Family family, Method method) noexcept;
/// "none, large or output".
[[nodiscard]] std::string legalMethodsText(Family family);

/// What one operation does differently from its family. An empty member inherits.
struct Override {
    std::optional<Method> method;
    std::optional<Overlap> overlap;
    bool operator==(const Override&) const = default;
};

struct ManualBinding {
    std::string slot;   ///< slot ids
    std::string master;
    bool operator==(const ManualBinding&) const = default;
};
struct ExcludedEdge {
    std::string from;
    std::string to;
    bool operator==(const ExcludedEdge&) const = default;
};
struct Pin {
    std::string slot;
    float scale = 0;
    float offset = 0;
    bool operator==(const Pin&) const = default;
};

struct Scenario {
    Engine engine = Engine::Ppq;
    std::array<Method, 4> methods = {Method::None, Method::None, Method::None, Method::None};
    Overlap forceOverlap = Overlap::Off;
    /// Recompute passive parameters afterwards (bias, Clip, Pad), as PPQ's default pipeline does.
    bool passivePass = true;
    std::map<std::string, Override> overrides;       ///< by operation id
    std::map<std::string, std::string> ppqManual;    ///< PPQ's manual attribute; its value is ignored there (quirk 2)
    std::vector<ManualBinding> bindings;
    std::vector<ExcludedEdge> excludedEdges;
    std::vector<Pin> pins;

    [[nodiscard]] Method method(Family family) const { return methods[static_cast<std::size_t>(family)]; }
    void setMethod(Family family, Method value) { methods[static_cast<std::size_t>(family)] = value; }
    /// Nothing is asked of any operation or slot that the engine honours: the outcome is the baseline.
    [[nodiscard]] bool isIdentity() const;
    /// Overrides, bindings, pins or excluded edges.
    [[nodiscard]] bool hasHandEdits() const
    {
        return !overrides.empty() || !bindings.empty() || !pins.empty() || !excludedEdges.empty();
    }
    bool operator==(const Scenario&) const = default;
};

/// What an operation is asked to do: its override, else its family; None outside the families.
[[nodiscard]] Method methodOf(const Scenario& scenario, const Operation& operation);
[[nodiscard]] Overlap overlapOf(const Scenario& scenario, const Operation& operation);
/// Whether overlap makes a difference to a method at all: none and input reach no producer.
[[nodiscard]] constexpr bool reachesProducers(Method method) noexcept
{
    return method == Method::Large || method == Method::Output;
}
/// Asks an operation of a family for exactly this. What it inherits anyway is not stored, and an
/// override that says nothing is removed.
void choose(Scenario& scenario, const Operation& operation, Method method, Overlap overlap);

/// The edits by hand. What is set replaces what there was for the same slot or edge.
void setBinding(Scenario& scenario, ManualBinding binding);
void setPin(Scenario& scenario, Pin pin);
void setExcluded(Scenario& scenario, ExcludedEdge edge);
/// False when there was none.
bool removeBinding(Scenario& scenario, std::string_view slot);
bool removePin(Scenario& scenario, std::string_view slot);
bool removeExcluded(Scenario& scenario, const ExcludedEdge& edge);
[[nodiscard]] const ManualBinding* findBinding(const Scenario& scenario, std::string_view slot);
[[nodiscard]] const Pin* findPin(const Scenario& scenario, std::string_view slot);
[[nodiscard]] bool isExcluded(const Scenario& scenario, const ExcludedEdge& edge);

struct Preset {
    std::string_view name;
    std::array<Method, 4> methods; ///< in order of Family
    Overlap forceOverlap;
};
/// ppq-setting, ppq-pass, esp-dl, none.
[[nodiscard]] std::span<const Preset> presets() noexcept;
/// Sets methods and overlap of a preset; all else stays. False if there is no such preset.
bool applyPreset(Scenario& scenario, std::string_view name);
/// Name of the preset whose methods and overlap these are; empty if none.
[[nodiscard]] std::string_view presetOf(const Scenario& scenario) noexcept;

} // namespace alignscope

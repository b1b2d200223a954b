// SPDX-License-Identifier: Apache-2.0
#include "core/align/scenario.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

constexpr std::string_view kEngineNames[] = {"ppq", "strict"};
constexpr std::string_view kMethodNames[] = {"none", "large", "output", "input"};
constexpr std::string_view kFamilyNames[] = {"elementwise", "concat", "pooling", "resize"};

constexpr Method kTowardsInputs[] = {Method::None, Method::Large, Method::Output};
constexpr Method kThrough[] = {Method::None, Method::Input, Method::Output};

// The defaults of PPQ differ by the door one comes in through.
constexpr Preset kPresets[] = {
    {"ppq-setting", {Method::Large, Method::Output, Method::None, Method::Output}, Overlap::On},
    {"ppq-pass", {Method::Large, Method::Output, Method::None, Method::None}, Overlap::Off},
    {"esp-dl", {Method::Output, Method::Output, Method::None, Method::Output}, Overlap::Off},
    {"none", {Method::None, Method::None, Method::None, Method::None}, Overlap::Off},
};

template <class T>
std::optional<T> indexOf(std::span<const std::string_view> names, std::string_view text) noexcept
{
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<T>(found - names.begin());
}

} // namespace

std::string_view toText(Engine engine) noexcept { return kEngineNames[static_cast<std::size_t>(engine)]; }
std::string_view toText(Method method) noexcept { return kMethodNames[static_cast<std::size_t>(method)]; }
std::string_view toText(Family family) noexcept { return kFamilyNames[static_cast<std::size_t>(family)]; }

std::optional<Engine> engineFromText(std::string_view text) noexcept
{
    return indexOf<Engine>(kEngineNames, text);
}
std::optional<Method> methodFromText(std::string_view text) noexcept
{
    return indexOf<Method>(kMethodNames, text);
}
std::optional<Family> familyFromText(std::string_view text) noexcept
{
    return indexOf<Family>(kFamilyNames, text);
}

std::span<const Method> legalMethods(Family family) noexcept
{
    const bool towardsInputs = family == Family::Elementwise || family == Family::Concat;
    return towardsInputs ? std::span<const Method>(kTowardsInputs) : std::span<const Method>(kThrough);
}

bool isLegal(Family family, Method method) noexcept
{
    const auto legal = legalMethods(family);
    return std::find(legal.begin(), legal.end(), method) != legal.end();
}

std::string legalMethodsText(Family family)
{
    const auto methods = legalMethods(family);
    std::string text;
    for (std::size_t i = 0; i < methods.size(); ++i) {
        if (i > 0) text += i + 1 == methods.size() ? " or " : ", ";
        text += toText(methods[i]);
    }
    return text;
}

bool Scenario::isIdentity() const
{
    const bool asks = std::any_of(methods.begin(), methods.end(), [](Method m) { return m != Method::None; })
        || std::any_of(overrides.begin(), overrides.end(), [](const auto& entry) {
               return entry.second.method.value_or(Method::None) != Method::None;
           });
    return !asks && (engine == Engine::Ppq || (bindings.empty() && pins.empty()));
}

void setBinding(Scenario& scenario, ManualBinding binding)
{
    removeBinding(scenario, binding.slot);
    scenario.bindings.push_back(std::move(binding));
}

void setPin(Scenario& scenario, Pin pin)
{
    removePin(scenario, pin.slot);
    scenario.pins.push_back(std::move(pin));
}

void setExcluded(Scenario& scenario, ExcludedEdge edge)
{
    if (!isExcluded(scenario, edge)) scenario.excludedEdges.push_back(std::move(edge));
}

bool removeBinding(Scenario& scenario, std::string_view slot)
{
    return std::erase_if(scenario.bindings, [&](const ManualBinding& binding) { return binding.slot == slot; }) > 0;
}

bool removePin(Scenario& scenario, std::string_view slot)
{
    return std::erase_if(scenario.pins, [&](const Pin& pin) { return pin.slot == slot; }) > 0;
}

bool removeExcluded(Scenario& scenario, const ExcludedEdge& edge)
{
    return std::erase(scenario.excludedEdges, edge) > 0;
}

const ManualBinding* findBinding(const Scenario& scenario, std::string_view slot)
{
    const auto found = std::find_if(scenario.bindings.begin(), scenario.bindings.end(),
                                    [&](const ManualBinding& binding) { return binding.slot == slot; });
    return found == scenario.bindings.end() ? nullptr : &*found;
}

const Pin* findPin(const Scenario& scenario, std::string_view slot)
{
    const auto found = std::find_if(scenario.pins.begin(), scenario.pins.end(), [&](const Pin& pin) { return pin.slot == slot; });
    return found == scenario.pins.end() ? nullptr : &*found;
}

bool isExcluded(const Scenario& scenario, const ExcludedEdge& edge)
{
    return std::find(scenario.excludedEdges.begin(), scenario.excludedEdges.end(), edge) != scenario.excludedEdges.end();
}

Method methodOf(const Scenario& scenario, const Operation& operation)
{
    if (const auto own = scenario.overrides.find(operation.id); own != scenario.overrides.end() && own->second.method)
        return *own->second.method;
    const auto family = familyOf(operation.type);
    return family ? scenario.method(*family) : Method::None;
}

Overlap overlapOf(const Scenario& scenario, const Operation& operation)
{
    if (const auto own = scenario.overrides.find(operation.id); own != scenario.overrides.end() && own->second.overlap)
        return *own->second.overlap;
    return scenario.forceOverlap;
}

void choose(Scenario& scenario, const Operation& operation, Method method, Overlap overlap)
{
    const auto family = familyOf(operation.type);
    Override value;
    if (!family || scenario.method(*family) != method) value.method = method;
    if (reachesProducers(method) && overlap != scenario.forceOverlap) value.overlap = overlap;
    if (value == Override{})
        scenario.overrides.erase(operation.id);
    else
        scenario.overrides[operation.id] = value;
}

std::span<const Preset> presets() noexcept { return kPresets; }

bool applyPreset(Scenario& scenario, std::string_view name)
{
    const auto found = std::find_if(std::begin(kPresets), std::end(kPresets),
                                    [&](const Preset& preset) { return preset.name == name; });
    if (found == std::end(kPresets)) return false;
    scenario.methods = found->methods;
    scenario.forceOverlap = found->forceOverlap;
    return true;
}

std::string_view presetOf(const Scenario& scenario) noexcept
{
    for (const Preset& preset : kPresets)
        if (scenario.methods == preset.methods && scenario.forceOverlap == preset.forceOverlap)
            return preset.name;
    return {};
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// KeptScenarios: the scenarios that the user gave a name, a value like the scenario itself.
#pragma once

#include "core/report/session_json.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace alignscope::ui {

struct KeptScenarios {
    std::vector<NamedScenario> list;   ///< in the order of the keys 1..9
    std::optional<std::size_t> active; ///< the one that the scenario in force came from
    bool operator==(const KeptScenarios&) const = default;
};

} // namespace alignscope::ui

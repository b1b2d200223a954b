// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/loaded_state.h"

namespace alignscope {
namespace {

LoadedState makeLoadedState(const Model& model)
{
    LoadedState state;
    const ResolvedTable table(model.baseline);
    state.slots = table.shared();
    state.measures = measuresOf(model, table);
    state.groups = groupsOf(table);
    state.numbers = numbersOf(state.groups.groups, table.size());
    return state;
}

} // namespace

std::shared_ptr<const LoadedState> loadedState(const Model& model)
{
    const auto make = [&] { return makeLoadedState(model); };
    return model.loadedState ? model.loadedState->get(make) : std::make_shared<const LoadedState>(make());
}

} // namespace alignscope

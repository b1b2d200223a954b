// SPDX-License-Identifier: Apache-2.0
#include "core/graph/same_graph.h"

#include <algorithm>

namespace alignscope {

bool isSameGraph(const Graph& a, const Graph& b)
{
    if (&a == &b) return true;
    if (a.operationCount() != b.operationCount() || a.tensorCount() != b.tensorCount()) return false;
    for (std::uint32_t i = 0; i < a.tensorCount(); ++i)
        if (a.tensor(TensorId(i)).name != b.tensor(TensorId(i)).name) return false;
    for (std::uint32_t i = 0; i < a.operationCount(); ++i) {
        const OpId op(i);
        if (a.operation(op).id != b.operation(op).id || a.operation(op).type != b.operation(op).type) return false;
        if (!std::ranges::equal(a.inputs(op), b.inputs(op)) || !std::ranges::equal(a.outputs(op), b.outputs(op))) return false;
    }
    return true;
}

} // namespace alignscope

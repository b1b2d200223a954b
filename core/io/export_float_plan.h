// SPDX-License-Identifier: Apache-2.0
// FloatPlan: where Q and DQ go in a float model whose parameters came from a config beside it.
#pragma once

#include "core/io/export_plan.h"

#include <string>
#include <vector>

namespace alignscope {

/// A float constant that becomes integers behind a DQ of its own.
struct QuantizedConstant {
    SlotId slot;
    RawUse reader;
    std::string tensor;
    StoredParameters parameters;
    IntegerRange clamp;
    Rounding rounding = Rounding::HalfEven;
};

struct FloatPlan {
    ExportPlan activations;                   ///< only pairs and notices
    std::vector<QuantizedConstant> constants;
    std::vector<SlotId> implied;              ///< carry parameters but get no Q/DQ: fused, internal, float
    bool perAxis = false;                     ///< needs opset 13
};

/// PPQ's rules: ACTIVATED, PASSIVE and baked slots that are not internal get Q/DQ; on an output for
/// all its readers, on an input for that slot only and only if it differs, exactly, from what it reads.
[[nodiscard]] FloatPlan planFloatExport(const Model& model, const TqcTable& outcome, const NodeIndex& index);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Writes an outcome as PPQ's JSON: the source's own text patched, or a new one.
#pragma once

#include "core/base/json.h"
#include "core/io/quant_file.h"
#include "core/quant/model.h"

#include <span>
#include <string>
#include <vector>

namespace alignscope {

struct PpqJsonText {
    std::string text;
    std::vector<SlotId> lost; ///< no place in the format: an operation reads the variable at another input too
};

/// `source` is the file that the model's parameters came from, `places` where its slots stand in
/// it; both empty for sources of another kind. Hashes of the source stay; new ones are counted, so
/// that the same model gives the same text.
[[nodiscard]] PpqJsonText ppqJsonText(const Model& model, const TqcTable& outcome, const JsonValue* source,
                                      std::span<const SlotInFile> places, bool asciiOnly);

/// Every state, root and effective parameter of `outcome` is that of the model's loaded state.
[[nodiscard]] bool sameLinks(const TqcTable& loaded, const TqcTable& outcome, SlotId slot);

} // namespace alignscope

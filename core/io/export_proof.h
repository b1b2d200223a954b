// SPDX-License-Identifier: Apache-2.0
// The proof of an export: what was written, read again, is the outcome.
#pragma once

#include "core/base/result.h"
#include "core/quant/model.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace alignscope {

struct ProofTerms {
    std::vector<SlotId> excused;                ///< sorted; reported as not expressible, may differ
    std::map<std::string, std::string> renamed; ///< tensors that a DQ took the name of
    /// The source was float: operations outside the config may read quantized tensors, and
    /// attributes may have become inputs.
    bool fromFloat = false;
};

struct Proven {
    std::size_t slots = 0;            ///< equal
    std::vector<SlotId> differing;    ///< excused ones that do differ
};

/// Compares operations, activations and every slot of `model` under `outcome` with `written`, a
/// QDQ file. ExportNotProven names the first difference. `path` is for the sentence.
[[nodiscard]] Result<Proven> proveQdq(const Model& model, const TqcTable& outcome, const Model& written,
                                      const ProofTerms& terms, const std::string& path);
/// As above for a config written beside the same model: states, masters and parameters.
[[nodiscard]] Result<Proven> proveLinks(const Model& model, const TqcTable& outcome, const Model& written,
                                        const ProofTerms& terms, const std::string& path);

} // namespace alignscope

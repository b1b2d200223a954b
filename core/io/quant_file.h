// SPDX-License-Identifier: Apache-2.0
// Quantization configs beside a model: PPQ's JSON in both dialects and alignscope-table/1.
#pragma once

#include "core/base/result.h"
#include "core/graph/graph.h"
#include "core/quant/model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alignscope {

/// The parsed file, before it is laid onto a graph.
class QuantFile {
public:
    virtual ~QuantFile() = default;
    [[nodiscard]] virtual QuantSource kind() const = 0;
    /// Names of the quantized operations in the order of the file: the ppq engine's order.
    [[nodiscard]] virtual const std::vector<std::string>& operations() const = 0;
};

/// Reads and checks the file; nothing of it is trusted.
[[nodiscard]] Result<std::shared_ptr<const QuantFile>> readQuantFile(const std::string& path);

/// Where a slot's config stands in PPQ's JSON.
struct SlotInFile {
    std::string variable;              ///< empty: a later slot of the operation took its place
    std::optional<std::int64_t> hash;  ///< known even for some slots without a config
};

struct AppliedQuantFile {
    TqcTable table;
    std::vector<Message> notices; ///< what was lost: one variable twice, unknown names
    std::vector<SlotInFile> places = {}; ///< by SlotId, for the exporter; only of PPQ's main dialect
};
/// The slots and the table on `graph`, whose operations already stand in the file's order.
/// A config of which hardly anything is in the graph belongs to another model: an error.
[[nodiscard]] Result<AppliedQuantFile> applyQuantFile(const QuantFile& file,
                                                      std::shared_ptr<const Graph> graph);

} // namespace alignscope

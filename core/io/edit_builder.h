// SPDX-License-Identifier: Apache-2.0
// EditBuilder: turns an ExportPlan into edits of the file: shared initializers, names, dead nodes.
#pragma once

#include "core/base/result.h"
#include "core/io/export_model.h"
#include "core/io/export_float_plan.h"
#include "core/io/export_plan.h"
#include "core/io/graph_edits.h"
#include "core/io/node_index.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alignscope {

/// Changes of one main graph, collected with their consequences. Single use.
class EditBuilder {
public:
    explicit EditBuilder(const NodeIndex& index);

    /// Carries a plan out. Counts go to `report`. ExportScaleInexact, ExportOutputTyped,
    /// TensorTypeUnknown, and errors of reading payloads.
    [[nodiscard]] Result<void> apply(const ExportPlan& plan, ExportReport& report);
    /// Float constants become integers behind DQ nodes, activations get pairs.
    [[nodiscard]] Result<void> apply(const FloatPlan& plan, ExportReport& report);

    /// Adds Q and DQ in front of node `before`; the output of the DQ.
    [[nodiscard]] Result<std::string> insertPair(const std::string& source, const StoredParameters& parameters,
                                                 std::uint32_t prototype, std::uint32_t before,
                                                 const std::string& output = {});
    /// Adds a DQ of integers already stored under `integers`.
    [[nodiscard]] Result<std::string> insertDequantize(const std::string& integers, const std::string& hint,
                                                       const StoredParameters& parameters, std::uint32_t prototype,
                                                       std::uint32_t before, const std::string& output = {});
    /// A new initializer; the name that it got.
    std::string addTensor(const std::string& hint, std::int32_t type, std::vector<std::int64_t> dims,
                          std::string bytes);
    /// The node reads `tensor` at this input from now on.
    void rewire(RawUse reader, const std::string& tensor);
    [[nodiscard]] std::string uniqueName(const std::string& hint);

    /// The attribute becomes an input.
    void attributeToInput(std::uint32_t node, const std::string& attribute, std::uint32_t input,
                          const std::string& tensor);
    void setOpset(const std::string& domain, std::int64_t version) { m_edits.opsets[domain] = version; }
    /// Outputs of operations that gave their name to a DQ behind them: old name, new name.
    [[nodiscard]] const std::map<std::string, std::string>& renamed() const noexcept { return m_renamed; }

    /// Removes what nobody reads any more because of the edits, and nothing else.
    [[nodiscard]] GraphEdits finish();

private:
    enum class Role { Scale, ZeroPoint };
    struct ParameterUse {
        std::uint32_t node;
        Role role;
        auto operator<=>(const ParameterUse&) const = default;
    };
    struct Wanted {
        std::int32_t type = 0;
        std::vector<std::int64_t> dims;
        std::string bytes;
        bool operator==(const Wanted&) const = default;
    };

    [[nodiscard]] Result<void> changeParameters(const std::vector<ChangedNode>& changed, ExportReport& report);
    [[nodiscard]] Result<void> changeConstants(const std::vector<ConstantChange>& constants, ExportReport& report);
    [[nodiscard]] Result<void> insertPairs(const ExportPlan& plan, ExportReport& report);
    [[nodiscard]] Result<void> checkType(const QuantNode& quant, StoredType type);
    [[nodiscard]] Result<std::string> scaleBytes(const StoredParameters& parameters, std::int32_t type,
                                                 const std::string& tensor) const;
    [[nodiscard]] Result<std::pair<std::string, std::string>> parameterTensors(const std::string& hint,
                                                                              const StoredParameters& parameters,
                                                                              std::uint32_t prototype);
    std::string sharedTensor(const std::string& hint, const Wanted& value);
    [[nodiscard]] std::int32_t scaleType(const QuantNode& quant) const;
    [[nodiscard]] std::string domainFor(StoredType type, std::uint32_t prototype) const;
    [[nodiscard]] std::optional<std::vector<ParameterUse>> usersOf(std::uint32_t tensor) const;
    void collectUsers(std::uint32_t tensor, int depth, std::vector<ParameterUse>& users, bool& others) const;
    [[nodiscard]] std::map<std::string, std::size_t, std::less<>> countReaders() const;
    void sweep();
    [[nodiscard]] std::string currentInput(std::uint32_t node, std::uint32_t index) const;

    const NodeIndex& m_index;
    const OnnxSource& m_source;
    GraphEdits m_edits;
    std::set<std::string, std::less<>> m_newNames;
    std::set<std::string, std::less<>> m_annotated; ///< named by quantization_annotation
    std::map<std::string, std::string> m_shared;    ///< new parameter tensors by content
    std::map<std::string, std::string> m_renamed;
    std::vector<std::string> m_detached;            ///< tensors that lost a reader
    bool m_listsInputs = false;                     ///< IR version below 4
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Variants: several scenarios on one model side by side, and which of them agree where.
#pragma once

#include "core/base/task.h"
#include "core/cascade/evaluation.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace alignscope {

/// Into how many classes the variants fall at one place, and which is in which: those of one class
/// agree. Classes are numbered from 0 in the order in which the variants meet them.
struct Spread {
    static constexpr std::size_t kMost = 8; ///< variants
    std::array<std::uint8_t, kMost> classOf{};
    std::uint8_t classes = 1;

    [[nodiscard]] bool agree() const noexcept { return classes < 2; }
    /// Variants stay together only where both keep them together.
    void refine(const Spread& other, std::size_t variants) noexcept;
    bool operator==(const Spread&) const = default;
};

struct Variants {
    /// Two to Spread::kMost; the first is what the others are seen against. Never null.
    std::vector<std::shared_ptr<const Evaluation>> outcomes;

    struct SlotSpread {
        SlotId slot;
        Spread spread;
    };
    struct OperationSpread {
        OpId operation;
        Spread spread; ///< over its data slots (parameters aside)
    };
    /// Where they do not all agree in effective scale and offset, in slot order and in order.
    std::vector<SlotSpread> slots;
    std::vector<OperationSpread> operations;

    [[nodiscard]] std::size_t size() const noexcept { return outcomes.size(); }
    /// nullptr where all agree.
    [[nodiscard]] const Spread* at(SlotId slot) const;
    [[nodiscard]] const Spread* at(OpId operation) const;
    /// Over several operations.
    [[nodiscard]] Spread over(std::span<const OpId> several) const;
    /// Largest effective scale of the slot among the variants / smallest, per channel the largest of
    /// these; 1 where only offsets differ, none where no two have a scale.
    [[nodiscard]] std::optional<double> ratio(SlotId slot) const;
};

/// `scenarios` are two to Spread::kMost. Null when the task was stopped. Thread: any.
[[nodiscard]] std::shared_ptr<const Variants> makeVariants(const std::shared_ptr<const Model>& model,
                                                           std::span<const Scenario> scenarios, const Task& task = {});

} // namespace alignscope

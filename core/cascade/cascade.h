// SPDX-License-Identifier: Apache-2.0
// Cascade: what an outcome changed against the loaded state, why, and what it costs.
#pragma once

#include "core/align/outcome.h"
#include "core/base/lazy.h"
#include "core/base/ranked_bits.h"
#include "core/cascade/resolved_table.h"
#include "core/quant/model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alignscope {

/// A slot as it stands in one table. Spans live as long as that table.
struct SlotValue {
    TqcState state = TqcState::Initial;
    SlotId master; ///< root; invalid for a cycle
    ParameterView parameters;
};
[[nodiscard]] SlotValue slotValue(const TqcTable& table, SlotId slot);
/// Range of representable values [lo, hi] in real units, per tensor; none when unknown or per channel.
struct RealRange { double lo = 0; double hi = 0; };
[[nodiscard]] std::optional<RealRange> realRange(const TqcTable& table, SlotId slot);

/// A slot with another state, root or other effective parameters. There may be one for nearly every
/// slot, so it holds what is asked for most: see Cascade::before() and after(), Evaluation::causes()
/// and hops().
struct Change {
    SlotId slot;
    bool moved = false; ///< the effective parameters differ; if not, it only joined (or left) a group
    /// Share of the loaded range that the new one no longer holds, in percent and rounded up; 0 when
    /// that is less than a step. What is gained in resolution may be lost here.
    std::uint8_t clippedPercent = 0;
    /// New scale / old scale, the largest of the channels; 0 when one side has none.
    double scaleRatio = 0;

    /// log2(new scale / old scale): bits of resolution lost (negative: gained). None when one side has no scale.
    [[nodiscard]] std::optional<double> bitsLost() const;
};

/// An edge at whose ends the effective parameters differ: the device must rescale there.
struct RequantizeEdge {
    SlotEdge edge;
    double ratio = 1; ///< consumer scale / producer scale
};

/// A group: all slots with one root.
struct Group {
    SlotId root;
    std::span<const SlotId> slots;  ///< without parameters, in slot order; see GroupList
    /// G1, G2...: by the first slot in slot order. A group of an outcome keeps the number of the
    /// loaded group with which it shares most slots, so that labels and colours stay comparable.
    std::uint32_t number = 0;
};

/// Groups and what their spans point into.
struct GroupList {
    std::vector<Group> groups;
    std::shared_ptr<const std::vector<SlotId>> slots; ///< of all groups, one after the other
    std::vector<std::uint32_t> ofRoot; ///< by slot: one more than the place of the group with that root; 0: none

    /// nullptr when there is none.
    [[nodiscard]] const Group* withRoot(SlotId root) const
    {
        return root && root.index() < ofRoot.size() && ofRoot[root.index()] != 0 ? &groups[ofRoot[root.index()] - 1] : nullptr;
    }
};

/// An operation whose claimed slots no longer agree with the master it bound them to.
struct BrokenPromise {
    OpId operation;   ///< who promised
    SlotId slot;
    SlotId master;    ///< what it was bound to; see Evaluation::brokenBy()
};

/// How many slots differ between two outcomes, and how: that alone which changes a number of the
/// model is a change; another master with the same scale and offset is a joining.
struct SlotTally {
    std::size_t changed = 0; ///< another effective scale or offset
    std::size_t joined = 0;  ///< only another master
    [[nodiscard]] std::size_t all() const noexcept { return changed + joined; }
    bool operator==(const SlotTally&) const = default;
};

struct Summary {
    std::size_t groups = 0;
    std::size_t largestGroup = 0;
    std::size_t requantizeEdgesBefore = 0;
    std::size_t requantizeEdgesAfter = 0;
    std::size_t splitOperationsBefore = 0; ///< passive operations whose input and output differ
    std::size_t splitOperationsAfter = 0;
    /// Elementwise operations whose quantized data inputs differ, and concats where an input or the
    /// output does.
    std::size_t misalignedOperationsBefore = 0;
    std::size_t misalignedOperationsAfter = 0;
    double worstBitsLost = 0;
    double summedBitsLost = 0;
    std::size_t clippedTensors = 0; ///< with a data slot whose new range leaves out part of the loaded one
    std::size_t worstClippedPercent = 0;
    std::size_t brokenPromises = 0;
    std::size_t changedSlots = 0;      ///< in the list of changes
    std::size_t movedSlots = 0;        ///< of these, with another effective scale or offset
    std::size_t changedOperations = 0; ///< with a moved slot
    std::size_t changedTensors = 0;
    std::size_t changedGraphInputs = 0;  ///< a contract with the caller
    std::size_t changedGraphOutputs = 0;

    /// Slots with another state or master but the scale and offset that they had.
    [[nodiscard]] std::size_t joinedSlots() const noexcept { return changedSlots - movedSlots; }
    [[nodiscard]] SlotTally tally() const noexcept { return {movedSlots, joinedSlots()}; }
};

struct LoadedState;

struct Cascade {
    std::vector<Change> changes;               ///< in slot order
    std::span<const RequantizeEdge> edgesBefore;
    std::vector<RequantizeEdge> edgesAfter;
    std::span<const OpId> misalignedBefore;
    std::vector<OpId> misalignedAfter;
    std::span<const OpId> splitBefore;
    std::vector<OpId> splitAfter;
    std::vector<BrokenPromise> brokenPromises;
    std::span<const Group> groupsBefore;       ///< at least two non-parameter slots
    Summary summary;

    /// Of the outcome. Made when first asked for, which takes a walk over all slots. Thread: any.
    [[nodiscard]] std::span<const Group> groups() const;
    /// The group with this root, of the loaded state and of the outcome; nullptr when there is none.
    [[nodiscard]] const Group* groupBefore(SlotId root) const;
    [[nodiscard]] const Group* group(SlotId root) const;

    /// Operations with a data slot (parameters aside) of another effective scale or offset, ascending.
    [[nodiscard]] std::vector<OpId> movedOperations() const;
    /// nullptr when the slot did not change.
    [[nodiscard]] const Change* change(SlotId slot) const;
    /// Any slot in the loaded state and in the outcome.
    [[nodiscard]] SlotValue before(SlotId slot) const { return valueIn(tableBefore, slot); }
    [[nodiscard]] SlotValue after(SlotId slot) const { return valueIn(tableAfter, slot); }
    /// Share of the old range that the new one no longer holds, 0..1.
    [[nodiscard]] double clippedShare(SlotId slot) const;

    ResolvedTable tableBefore;
    ResolvedTable tableAfter;
    std::shared_ptr<const LoadedState> loaded; ///< what the spans above point into

private:
    friend Cascade diff(const Model& model, const Outcome& outcome);
    [[nodiscard]] static SlotValue valueIn(const ResolvedTable& table, SlotId slot)
    {
        return {table.table().state(slot), table.root(slot), table.effective(slot)};
    }

    [[nodiscard]] const GroupList& groupList() const;

    RankedBits m_places; // of `changes`, by slot
    std::shared_ptr<const Lazy<GroupList>> m_groups;
};

/// What became of the model's loaded state. Both must outlive the cascade (its views point into them).
[[nodiscard]] Cascade diff(const Model& model, const Outcome& outcome);
/// Only the numbers, for many outcomes of one model: what the sweep needs.
/// The model must outlive it. Thread: any (const).
class Summarizer {
public:
    explicit Summarizer(const Model& model);
    ~Summarizer();
    [[nodiscard]] Summary operator()(const Outcome& outcome) const;

private:
    struct Private;
    std::unique_ptr<const Private> d;
};

} // namespace alignscope

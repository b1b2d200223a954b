// SPDX-License-Identifier: Apache-2.0
// TqcTable: one TQC per slot, with dominator pointers. Flat and cheap to copy, since every
// evaluation starts from a copy of the baseline.
#pragma once

#include "core/base/ids.h"
#include "core/graph/graph.h"
#include "core/quant/tqc.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alignscope {

enum class SlotIo : std::uint8_t { In, Out };

/// The part of a slot that no engine changes.
struct Slot {
    OpId operation;
    SlotIo io = SlotIo::In;
    std::uint32_t index = 0;
    TensorId tensor;        ///< in Model::graph; invalid never
    bool parameter = false; ///< the tensor is a constant
    /// false for data inputs that carry shapes, axes, ranges (Reshape[1], Clip[1,2], ...)
    bool data = true;
    Scheme scheme;
    StoredType storedType = StoredType::None;
    std::optional<double> minScale; ///< PPQ's own override of the smallest scale
};

/// Parameters of one channel vector. offset is in steps, scale in real units per step.
struct ChannelParameters {
    std::vector<float> scale;
    std::vector<float> offset;
};

/// The part of a slot that engines change; trivially copyable on purpose.
struct TqcRecord {
    static constexpr std::uint8_t kHasScale = 1;
    static constexpr std::uint8_t kHasOffset = 2;
    static constexpr std::uint8_t kPerChannel = 4; ///< values are in the channel pool

    std::uint32_t dominator = 0; ///< slot index; the slot itself when it is a root
    float scale = 0;             ///< own value, float32 real units per step
    union {
        float offset = 0;            ///< own value in steps (an integer kept as float32, as PPQ does)
        std::uint32_t channels;      ///< with kPerChannel: index into the pool
    };
    TqcState state = TqcState::Initial;
    std::uint8_t flags = 0;
    Visibility visibility = Visibility::ExportWhenActive;
};

/// Effective (or own) parameters as a value that can be compared and shown.
/// Empty vectors: not set. Per tensor: one element each.
struct ParameterView {
    std::span<const float> scale;
    std::span<const float> offset;
    bool perChannel = false;

    [[nodiscard]] bool known() const noexcept { return !scale.empty() && !offset.empty(); }
};
/// Bitwise equality of parameters (+0 and -0 differ, as they do in a file).
[[nodiscard]] bool sameParameters(const ParameterView& a, const ParameterView& b) noexcept;

/// All slots of a model in engine order: operations in graph order, inputs then outputs.
class SlotList {
public:
    explicit SlotList(std::shared_ptr<const Graph> graph, std::vector<Slot> slots);

    [[nodiscard]] const Graph& graph() const noexcept { return *m_graph; }
    [[nodiscard]] std::size_t size() const noexcept { return m_slots.size(); }
    [[nodiscard]] const Slot& operator[](SlotId id) const { return m_slots[id.index()]; }
    [[nodiscard]] std::span<const Slot> all() const noexcept { return m_slots; }
    /// Slot::parameter, data, operation and tensor, packed for walks over all slots.
    [[nodiscard]] bool isParameter(SlotId id) const { return (m_kinds[id.index()] & kParameter) != 0; }
    [[nodiscard]] bool isData(SlotId id) const { return (m_kinds[id.index()] & kData) != 0; }
    [[nodiscard]] OpId operationOf(SlotId id) const { return m_places[id.index()].operation; }
    [[nodiscard]] TensorId tensorOf(SlotId id) const { return m_places[id.index()].tensor; }
    /// A scheme with the slot's range of quantized values. There are few, so walks over all slots find them in the cache.
    [[nodiscard]] const Scheme& rangeOf(SlotId id) const { return m_ranges[m_rangeNumbers[id.index()]]; }
    /// Reads a graph input or writes a graph output: a contract with the caller.
    [[nodiscard]] bool isContract(SlotId id) const { return (m_kinds[id.index()] & kContract) != 0; }

    /// Slots of an operation: a contiguous range, inputs first. Empty when it is not quantized.
    [[nodiscard]] std::span<const Slot> slotsOf(OpId operation) const;
    [[nodiscard]] SlotId firstSlot(OpId operation) const; ///< invalid when not quantized
    [[nodiscard]] bool quantized(OpId operation) const { return firstSlot(operation).valid(); }
    /// Invalid when the operation has no such slot.
    [[nodiscard]] SlotId find(OpId operation, SlotIo io, std::uint32_t index) const;

    /// "OP:in:0".
    [[nodiscard]] std::string id(SlotId slot) const;
    /// Parsed from the right, since operation ids may contain ':'.
    [[nodiscard]] SlotId findId(std::string_view id) const;

private:
    std::shared_ptr<const Graph> m_graph;
    static constexpr std::uint8_t kParameter = 1;
    static constexpr std::uint8_t kData = 2;
    static constexpr std::uint8_t kContract = 4;
    struct Place {
        OpId operation;
        TensorId tensor;
    };

    std::vector<Slot> m_slots;
    std::vector<std::uint8_t> m_kinds;
    std::vector<Place> m_places;
    std::vector<std::uint32_t> m_rangeNumbers; // into:
    std::vector<Scheme> m_ranges;
    std::vector<std::uint32_t> m_begin; // per operation + 1
};

/// Thread: a table may be read by many threads. find() compresses paths as PPQ's getters do and
/// therefore is a write; root() never writes.
class TqcTable {
public:
    TqcTable() = default;
    explicit TqcTable(std::shared_ptr<const SlotList> slots);

    [[nodiscard]] const SlotList& slots() const noexcept { return *m_slots; }
    [[nodiscard]] const std::shared_ptr<const SlotList>& slotList() const noexcept { return m_slots; }
    [[nodiscard]] std::size_t size() const noexcept { return m_records.size(); }
    /// Bit for bit; tables that say the same need not be so.
    [[nodiscard]] bool isCopyOf(const TqcTable& other) const noexcept;

    [[nodiscard]] const TqcRecord& record(SlotId id) const { return m_records[id.index()]; }
    [[nodiscard]] TqcRecord& record(SlotId id) { return m_records[id.index()]; }
    [[nodiscard]] TqcState state(SlotId id) const { return m_records[id.index()].state; }
    /// Immediate pointer.
    [[nodiscard]] SlotId dominator(SlotId id) const { return SlotId(m_records[id.index()].dominator); }
    /// End of the chain; invalid when the chain is a cycle.
    [[nodiscard]] SlotId root(SlotId id) const;
    /// As root(), and every slot on the way then points at the root (PPQ's path compression).
    SlotId find(SlotId id)
    {
        const std::uint32_t above = m_records[id.index()].dominator;
        if (m_records[above].dominator == above) return SlotId(above);
        return compress(id);
    }

    /// Whether the slot itself stores both scale and offset.
    [[nodiscard]] bool hasOwn(SlotId id) const
    {
        constexpr std::uint8_t kBoth = TqcRecord::kHasScale | TqcRecord::kHasOffset;
        const std::uint8_t flags = m_records[id.index()].flags;
        return (flags & kBoth) == kBoth || (flags & TqcRecord::kPerChannel) != 0;
    }
    /// Whether own() has a scale.
    [[nodiscard]] bool hasOwnScale(SlotId id) const
    {
        const std::uint8_t flags = m_records[id.index()].flags;
        return (flags & TqcRecord::kPerChannel) == 0 ? (flags & TqcRecord::kHasScale) != 0 : !own(id).scale.empty();
    }
    /// Values stored at the slot itself / at its root. Valid until the table changes.
    [[nodiscard]] ParameterView own(SlotId id) const
    {
        const TqcRecord& r = m_records[id.index()];
        if ((r.flags & TqcRecord::kPerChannel) != 0) return channelsAt(r.channels);
        ParameterView view;
        if ((r.flags & TqcRecord::kHasScale) != 0) view.scale = {&r.scale, 1};
        if ((r.flags & TqcRecord::kHasOffset) != 0) view.offset = {&r.offset, 1};
        return view;
    }
    [[nodiscard]] ParameterView effective(SlotId id) const;
    /// Of TqcRecord::kPerChannel. Valid until the table changes.
    [[nodiscard]] ParameterView channelsAt(std::uint32_t index) const
    {
        const ChannelParameters& values = channels(index);
        return {values.scale, values.offset, true};
    }
    /// Whether these are the very same channels in both tables: those of a baseline, which no table changes.
    [[nodiscard]] bool sharesChannels(std::uint32_t index, const TqcTable& other) const noexcept
    {
        return m_sharedChannels && m_sharedChannels == other.m_sharedChannels && index < m_sharedChannels->size();
    }

    void setOwn(SlotId id, float scale, float offset)
    {
        TqcRecord& r = m_records[id.index()];
        r.scale = scale;
        r.offset = offset;
        r.flags = TqcRecord::kHasScale | TqcRecord::kHasOffset;
    }
    void setOwn(SlotId id, ChannelParameters channels);
    void clearOwn(SlotId id);
    /// For sources where only one of the two is known.
    void setOwn(SlotId id, std::optional<float> scale, std::optional<float> offset);

private:
    SlotId compress(SlotId id);

    std::shared_ptr<const SlotList> m_slots;
    std::vector<TqcRecord> m_records;
    // Channel vectors of the baseline are shared by all tables made from it; a table's own
    // additions stand behind them.
    std::shared_ptr<const std::vector<ChannelParameters>> m_sharedChannels;
    std::vector<ChannelParameters> m_ownChannels;

    [[nodiscard]] const ChannelParameters& channels(std::uint32_t index) const;

public:
    /// Moves the own channel vectors into the shared pool; called once on a finished baseline.
    void freeze();
};

} // namespace alignscope

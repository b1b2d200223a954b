// SPDX-License-Identifier: Apache-2.0
#include "core/quant/tqc_table.h"

#include "core/base/numbers.h"

#include <bit>
#include <cstring>
#include <map>
#include <type_traits>
#include <utility>

namespace alignscope {
namespace {

bool sameBits(std::span<const float> a, std::span<const float> b) noexcept
{
    return a.size() == b.size()
        && (a.empty() || a.data() == b.data() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

} // namespace

bool sameParameters(const ParameterView& a, const ParameterView& b) noexcept
{
    return sameBits(a.scale, b.scale) && sameBits(a.offset, b.offset);
}

SlotList::SlotList(std::shared_ptr<const Graph> graph, std::vector<Slot> slots)
    : m_graph(std::move(graph)), m_slots(std::move(slots)), m_begin(m_graph->operationCount() + 1, 0)
{
    m_kinds.reserve(m_slots.size());
    m_places.reserve(m_slots.size());
    m_rangeNumbers.reserve(m_slots.size());
    using Range = std::pair<std::uint64_t, std::uint64_t>; // as bits, which are ordered whatever the numbers are
    std::map<Range, std::uint32_t> numbers;
    Range last;
    for (const Slot& slot : m_slots) {
        const Range range(std::bit_cast<std::uint64_t>(slot.scheme.quantMin), std::bit_cast<std::uint64_t>(slot.scheme.quantMax));
        if (m_rangeNumbers.empty() || range != last) { // most are as the one before
            const auto [found, isNew] = numbers.emplace(range, static_cast<std::uint32_t>(m_ranges.size()));
            if (isNew) m_ranges.push_back(slot.scheme);
            m_rangeNumbers.push_back(found->second);
        } else {
            m_rangeNumbers.push_back(m_rangeNumbers.back());
        }
        last = range;
        ++m_begin[slot.operation.index() + 1];
        const Tensor& tensor = m_graph->tensor(slot.tensor);
        const bool contract = slot.io == SlotIo::In ? tensor.isGraphInput : tensor.isGraphOutput;
        m_kinds.push_back(static_cast<std::uint8_t>((slot.parameter ? kParameter : 0) | (slot.data ? kData : 0)
                                                    | (contract ? kContract : 0)));
        m_places.push_back({slot.operation, slot.tensor});
    }
    for (std::size_t i = 1; i < m_begin.size(); ++i) m_begin[i] += m_begin[i - 1];
}

std::span<const Slot> SlotList::slotsOf(OpId operation) const
{
    const auto begin = m_begin[operation.index()];
    return {m_slots.data() + begin, m_begin[operation.index() + 1] - begin};
}

SlotId SlotList::firstSlot(OpId operation) const
{
    const auto begin = m_begin[operation.index()];
    return begin == m_begin[operation.index() + 1] ? SlotId{} : SlotId(begin);
}

SlotId SlotList::find(OpId operation, SlotIo io, std::uint32_t index) const
{
    const auto begin = m_begin[operation.index()];
    const auto end = m_begin[operation.index() + 1];
    for (auto i = begin; i < end; ++i)
        if (m_slots[i].io == io && m_slots[i].index == index) return SlotId(i);
    return {};
}

std::string SlotList::id(SlotId slot) const
{
    const Slot& s = m_slots[slot.index()];
    return m_graph->operation(s.operation).id + (s.io == SlotIo::In ? ":in:" : ":out:")
        + std::to_string(s.index);
}

SlotId SlotList::findId(std::string_view id) const
{
    const auto last = id.rfind(':');
    if (last == std::string_view::npos || last == 0) return {};
    const auto before = id.rfind(':', last - 1);
    if (before == std::string_view::npos) return {};
    const auto io = id.substr(before + 1, last - before - 1);
    const auto index = parseInt(id.substr(last + 1));
    if ((io != "in" && io != "out") || !index || *index < 0 || *index > 0x7fffffff) return {};
    const OpId operation = m_graph->findOperation(id.substr(0, before));
    if (!operation) return {};
    return find(operation, io == "in" ? SlotIo::In : SlotIo::Out, static_cast<std::uint32_t>(*index));
}

TqcTable::TqcTable(std::shared_ptr<const SlotList> slots)
    : m_slots(std::move(slots)), m_records(m_slots->size())
{
    for (std::uint32_t i = 0; i < m_records.size(); ++i) m_records[i].dominator = i;
}

bool TqcTable::isCopyOf(const TqcTable& other) const noexcept
{
    static_assert(std::is_trivially_copyable_v<TqcRecord>);
    return m_slots == other.m_slots && m_sharedChannels == other.m_sharedChannels && m_ownChannels.empty()
        && other.m_ownChannels.empty() && m_records.size() == other.m_records.size()
        && (m_records.empty() || std::memcmp(m_records.data(), other.m_records.data(), m_records.size() * sizeof(TqcRecord)) == 0);
}

SlotId TqcTable::root(SlotId id) const
{
    std::uint32_t at = id.value();
    std::uint32_t trail = at; // moves at half speed: meets `at` again only on a cycle
    for (bool odd = false; m_records[at].dominator != at; odd = !odd) {
        at = m_records[at].dominator;
        if (odd) trail = m_records[trail].dominator;
        if (at == trail && m_records[at].dominator != at) return {};
    }
    return SlotId(at);
}

SlotId TqcTable::compress(SlotId id)
{
    const SlotId end = root(id);
    if (!end) return end;
    for (std::uint32_t at = id.value(); at != end.value();)
        at = std::exchange(m_records[at].dominator, end.value());
    return end;
}

const ChannelParameters& TqcTable::channels(std::uint32_t index) const
{
    const std::size_t shared = m_sharedChannels ? m_sharedChannels->size() : 0;
    return index < shared ? (*m_sharedChannels)[index] : m_ownChannels[index - shared];
}

ParameterView TqcTable::effective(SlotId id) const
{
    const SlotId at = root(id);
    return at ? own(at) : ParameterView{};
}

void TqcTable::setOwn(SlotId id, std::optional<float> scale, std::optional<float> offset)
{
    TqcRecord& r = m_records[id.index()];
    r.scale = scale.value_or(0.0F);
    r.offset = offset.value_or(0.0F);
    r.flags = static_cast<std::uint8_t>((scale ? TqcRecord::kHasScale : 0)
                                        | (offset ? TqcRecord::kHasOffset : 0));
}

void TqcTable::setOwn(SlotId id, ChannelParameters values)
{
    const std::size_t shared = m_sharedChannels ? m_sharedChannels->size() : 0;
    TqcRecord& r = m_records[id.index()];
    const bool mine = (r.flags & TqcRecord::kPerChannel) != 0 && r.channels >= shared;
    if (!mine) {
        r.channels = static_cast<std::uint32_t>(shared + m_ownChannels.size());
        m_ownChannels.emplace_back();
    }
    r.scale = 0;
    r.flags = TqcRecord::kPerChannel;
    m_ownChannels[r.channels - shared] = std::move(values);
}

void TqcTable::clearOwn(SlotId id)
{
    m_records[id.index()].flags = 0;
}

void TqcTable::freeze()
{
    auto all = std::make_shared<std::vector<ChannelParameters>>();
    if (m_sharedChannels) *all = *m_sharedChannels;
    for (ChannelParameters& values : m_ownChannels) all->push_back(std::move(values));
    m_ownChannels.clear();
    m_sharedChannels = std::move(all);
}

} // namespace alignscope

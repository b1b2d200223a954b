// SPDX-License-Identifier: Apache-2.0
#include "core/layout/wire.h"

#include <cstring>

namespace alignscope::layout
{

namespace
{

constexpr std::uint32_t kMagic = 0x31716c61; // "alq1"
constexpr std::uint32_t kMaxNodes = 1'000'000;

class Writer
{
public:
    void put(std::uint32_t value)
    {
        const std::size_t at = m_bytes.size();
        m_bytes.resize(at + sizeof value);
        std::memcpy(m_bytes.data() + at, &value, sizeof value);
    }
    Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

class Reader
{
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    /// 0 once the bytes are used up; ok() tells.
    std::uint32_t get()
    {
        std::uint32_t value = 0;
        if (m_bytes.size() < sizeof value) {
            m_ok = false;
            return 0;
        }
        std::memcpy(&value, m_bytes.data(), sizeof value);
        m_bytes = m_bytes.subspan(sizeof value);
        return value;
    }
    /// Whether `count` more numbers are there.
    [[nodiscard]] bool holds(std::uint64_t count) const
    {
        return m_ok && count <= m_bytes.size() / sizeof(std::uint32_t);
    }
    [[nodiscard]] bool atEnd() const { return m_ok && m_bytes.empty(); }

private:
    std::span<const std::byte> m_bytes;
    bool m_ok = true;
};

} // namespace

Bytes makeFrame(const Bytes& body)
{
    const std::uint32_t header[2] = {kMagic, static_cast<std::uint32_t>(body.size())};
    Bytes frame(kFrameHeaderBytes + body.size());
    std::memcpy(frame.data(), header, sizeof header);
    if (!body.empty()) std::memcpy(frame.data() + kFrameHeaderBytes, body.data(), body.size());
    return frame;
}

std::optional<std::size_t> bodyBytes(std::span<const std::byte> header)
{
    Reader reader(header);
    const bool isHeader = reader.get() == kMagic;
    const std::size_t size = reader.get();
    if (!isHeader || !reader.atEnd() || size > kMaxFrameBytes) return std::nullopt;
    return size;
}

Bytes encode(const DotQuestion& question)
{
    Writer writer;
    writer.put(question.nodeCount);
    writer.put((question.pinTop ? 1u : 0u) | (question.pinBottom ? 2u : 0u) | (question.topAlone ? 4u : 0u));
    writer.put(static_cast<std::uint32_t>(question.edges.size()));
    for (const auto& edge : question.edges) {
        writer.put(edge.from);
        writer.put(edge.to);
    }
    return writer.take();
}

std::optional<DotQuestion> decodeQuestion(std::span<const std::byte> body)
{
    Reader reader(body);
    DotQuestion question;
    question.nodeCount = reader.get();
    const std::uint32_t pins = reader.get();
    const std::uint32_t edges = reader.get();
    if (question.nodeCount > kMaxNodes || pins > 7 || !reader.holds(std::uint64_t{edges} * 2))
        return std::nullopt;
    question.pinTop = (pins & 1) != 0;
    question.pinBottom = (pins & 2) != 0;
    question.topAlone = (pins & 4) != 0;
    for (std::uint32_t e = 0; e < edges; ++e) {
        const std::uint32_t from = reader.get();
        const std::uint32_t to = reader.get();
        if (from >= to || to >= question.nodeCount) return std::nullopt;
        question.edges.push_back({from, to});
    }
    if (!reader.atEnd()) return std::nullopt;
    return question;
}

Bytes encode(const std::optional<DotOrder>& order)
{
    Writer writer;
    writer.put(order ? 1 : 0);
    if (order) {
        for (const Index rank : order->rank)
            writer.put(rank);
        for (const Index place : order->order)
            writer.put(place);
        for (const auto& bends : order->bends)
            for (const Index place : bends)
                writer.put(place);
    }
    return writer.take();
}

std::optional<DotOrder> decodeOrder(std::span<const std::byte> body, const DotQuestion& question)
{
    Reader reader(body);
    if (reader.get() != 1 || !reader.holds(std::uint64_t{question.nodeCount} * 2)) return std::nullopt;
    DotOrder order;
    for (Index v = 0; v < question.nodeCount; ++v) {
        order.rank.push_back(reader.get());
        if (order.rank.back() >= question.nodeCount) return std::nullopt;
    }
    for (Index v = 0; v < question.nodeCount; ++v)
        order.order.push_back(reader.get());
    for (const auto& edge : question.edges) {
        const Index from = order.rank[edge.from];
        const Index to = order.rank[edge.to];
        if (from >= to || !reader.holds(to - from - 1)) return std::nullopt;
        auto& bends = order.bends.emplace_back();
        for (Index r = from + 1; r < to; ++r)
            bends.push_back(reader.get());
    }
    if (!reader.atEnd()) return std::nullopt;
    return order;
}

} // namespace alignscope::layout

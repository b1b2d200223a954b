// SPDX-License-Identifier: Apache-2.0
#include "core/layout/layout_cache.h"

#include "core/layout/plan.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include <unistd.h>

namespace alignscope::layout
{

namespace
{

namespace fs = std::filesystem;

/// Raise it with every change of what layoutBest makes of a graph.
constexpr std::uint32_t kCacheVersion = 10;
constexpr std::array<char, 8> kEntryMagic{'A', 'L', 'S', 'L', 'A', 'Y', 'T', '\n'};
constexpr const char* kEntrySuffix = ".layout";
constexpr std::uint32_t kStubBit = 0x80000000;
/// Coordinates beyond are no drawing of ours.
constexpr double kFarAway = 1e12;
/// Left over by a program that ended while it wrote.
constexpr auto kAbandoned = std::chrono::hours(1);

struct CacheHash {
    std::uint64_t value;

    void mix(std::uint64_t next)
    {
        value ^= next;
        value *= 0x9e3779b97f4a7c15ULL;
        value ^= value >> 32;
    }
    void mix(double next) { mix(std::bit_cast<std::uint64_t>(next)); }
};

using CacheKey = std::array<std::uint64_t, 2>;

CacheKey keyOf(const InputGraph& graph)
{
    CacheKey key{};
    for (std::size_t half = 0; half < key.size(); ++half) {
        CacheHash hash{half == 0 ? 0x243f6a8885a308d3ULL : 0x13198a2e03707344ULL};
        hash.mix(std::uint64_t{kCacheVersion} * 2 + (graph.direction == Direction::Right ? 1u : 0u));
        hash.mix(std::uint64_t{graph.nodes.size()});
        for (const Size& size : graph.nodes) {
            hash.mix(size.width);
            hash.mix(size.height);
        }
        for (const InputEdge& edge : graph.edges) {
            hash.mix((std::uint64_t{edge.from} << 32) | edge.to);
            hash.mix(edge.fromPort);
            hash.mix(edge.toPort);
        }
        key[half] = hash.value;
    }
    return key;
}

std::uint64_t checksumOf(std::span<const char> bytes)
{
    CacheHash hash{bytes.size()};
    while (bytes.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        hash.mix(word);
        bytes = bytes.subspan(sizeof word);
    }
    for (const char byte : bytes)
        hash.mix(std::uint64_t{static_cast<unsigned char>(byte)});
    return hash.value;
}

std::string fileName(const CacheKey& key)
{
    constexpr const char* kDigits = "0123456789abcdef";
    std::string name;
    for (const std::uint64_t half : key)
        for (int shift = 60; shift >= 0; shift -= 4)
            name += kDigits[(half >> shift) & 15];
    return name + kEntrySuffix;
}

class EntryWriter
{
public:
    template <class Value> void put(const Value& value)
    {
        const char* bytes = reinterpret_cast<const char*>(&value);
        m_bytes.insert(m_bytes.end(), bytes, bytes + sizeof value);
    }
    std::vector<char> take() { return std::move(m_bytes); }
    [[nodiscard]] const std::vector<char>& bytes() const { return m_bytes; }

private:
    std::vector<char> m_bytes;
};

class EntryReader
{
public:
    explicit EntryReader(std::span<const char> bytes) : m_bytes(bytes) {}

    template <class Value> bool get(Value& value)
    {
        if (m_bytes.size() < sizeof value) return false;
        std::memcpy(&value, m_bytes.data(), sizeof value);
        m_bytes = m_bytes.subspan(sizeof value);
        return true;
    }
    bool get(Point& point)
    {
        return get(point.x) && get(point.y) && std::abs(point.x) < kFarAway && std::abs(point.y) < kFarAway;
    }
    [[nodiscard]] bool holds(std::uint64_t points) const { return points <= m_bytes.size() / sizeof(Point); }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }

private:
    std::span<const char> m_bytes;
};

std::vector<char> encodeEntry(const CacheKey& key, const Layout& layout)
{
    EntryWriter writer;
    writer.put(kEntryMagic);
    writer.put(key);
    writer.put(static_cast<std::uint32_t>(layout.nodes.size()));
    writer.put(static_cast<std::uint32_t>(layout.edges.size()));
    writer.put(layout.size);
    for (const Rect& box : layout.nodes)
        writer.put(Point{box.x, box.y});
    for (const Route& route : layout.edges) {
        writer.put(static_cast<std::uint32_t>(route.points.size()) | (route.stub ? kStubBit : 0u));
        for (const Point& point : route.points)
            writer.put(point);
    }
    writer.put(checksumOf(writer.bytes()));
    return writer.take();
}

bool standsAt(const Point& a, double x, double y)
{
    constexpr double kTolerance = 1e-3;
    return std::abs(a.x - x) < kTolerance && std::abs(a.y - y) < kTolerance;
}

/// Whether the line leaves its producer and reaches its consumer where they stand.
bool meetsItsBoxes(const InputGraph& graph, const InputEdge& edge, const Layout& layout, const Route& route)
{
    const Rect& from = layout.nodes[edge.from];
    const Rect& to = layout.nodes[edge.to];
    const double out = sanePort(edge.fromPort);
    const double in = sanePort(edge.toPort);
    if (graph.direction == Direction::Right)
        return standsAt(route.points.front(), from.x + from.width, from.y + from.height * out)
               && standsAt(route.points.back(), to.x, to.y + to.height * in);
    return standsAt(route.points.front(), from.x + from.width * out, from.y + from.height)
           && standsAt(route.points.back(), to.x + to.width * in, to.y);
}

std::optional<Layout> decodeEntry(std::span<const char> bytes, const CacheKey& key, const InputGraph& graph)
{
    if (bytes.size() < sizeof(std::uint64_t)) return std::nullopt;
    const auto body = bytes.first(bytes.size() - sizeof(std::uint64_t));
    std::uint64_t sum = 0;
    std::memcpy(&sum, bytes.data() + body.size(), sizeof sum);
    if (sum != checksumOf(body)) return std::nullopt;

    EntryReader reader(body);
    auto magic = kEntryMagic;
    CacheKey theirKey{};
    std::uint32_t nodes = 0;
    std::uint32_t edges = 0;
    Point size;
    const bool mine = reader.get(magic) && magic == kEntryMagic && reader.get(theirKey) && theirKey == key
                      && reader.get(nodes) && nodes == graph.nodes.size() && reader.get(edges)
                      && edges == graph.edges.size() && reader.get(size) && reader.holds(nodes);
    if (!mine) return std::nullopt;
    Layout layout;
    layout.best = true;
    layout.size = {size.x, size.y};
    layout.nodes.reserve(nodes);
    for (const Size& box : graph.nodes) {
        Point corner;
        if (!reader.get(corner)) return std::nullopt;
        layout.nodes.push_back({corner.x, corner.y, saneSide(box.width), saneSide(box.height)});
    }
    layout.edges.reserve(edges);
    for (const InputEdge& edge : graph.edges) {
        std::uint32_t head = 0;
        if (!reader.get(head)) return std::nullopt;
        Route route;
        route.stub = (head & kStubBit) != 0;
        const std::uint32_t count = head & ~kStubBit;
        if (count < 2 || !reader.holds(count)) return std::nullopt;
        route.points.resize(count);
        for (Point& point : route.points)
            if (!reader.get(point)) return std::nullopt;
        if (edge.from >= nodes || edge.to >= nodes || !meetsItsBoxes(graph, edge, layout, route))
            return std::nullopt;
        layout.edges.push_back(std::move(route));
    }
    return reader.atEnd() ? std::optional(std::move(layout)) : std::nullopt;
}

struct StoredEntry {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

/// Makes room for `bytes` more; also clears away what another program left half written.
void makeRoom(const fs::path& folder, std::uint64_t bytes, std::uint64_t maxBytes)
{
    std::error_code code;
    std::vector<StoredEntry> entries;
    std::uint64_t total = bytes;
    fs::directory_iterator file(folder, code);
    for (; !code && file != fs::directory_iterator(); file.increment(code)) {
        std::error_code ignored;
        StoredEntry entry{file->path(), file->file_size(ignored), file->last_write_time(ignored)};
        if (ignored) continue;
        if (entry.path.extension() == kEntrySuffix) {
            total += entry.bytes;
            entries.push_back(std::move(entry));
        } else if (entry.path.extension() == ".part" && fs::file_time_type::clock::now() - entry.used > kAbandoned) {
            fs::remove(entry.path, ignored);
        }
    }
    std::sort(entries.begin(), entries.end(), [](const StoredEntry& a, const StoredEntry& b) {
        return a.used != b.used ? a.used < b.used : a.path < b.path;
    });
    for (const StoredEntry& entry : entries) {
        if (total <= maxBytes) break;
        if (fs::remove(entry.path, code)) total -= entry.bytes;
    }
}

} // namespace

LayoutCache::LayoutCache(std::string folder, std::uint64_t maxBytes)
    : m_folder(std::move(folder)), m_maxBytes(maxBytes)
{
}

std::optional<Layout> LayoutCache::find(const InputGraph& graph) const
{
    if (m_folder.empty() || graph.nodes.empty()) return std::nullopt;
    const CacheKey key = keyOf(graph);
    const fs::path path = fs::path(m_folder) / fileName(key);
    std::error_code code;
    if (!fs::is_regular_file(path, code)) return std::nullopt;
    const std::uint64_t size = fs::file_size(path, code);
    std::optional<Layout> layout;
    if (!code && size <= m_maxBytes) {
        std::vector<char> bytes(size);
        std::ifstream in(path, std::ios::binary);
        if (in.read(bytes.data(), static_cast<std::streamsize>(size))) layout = decodeEntry(bytes, key, graph);
    }
    if (layout) fs::last_write_time(path, fs::file_time_type::clock::now(), code);
    else fs::remove(path, code);
    return layout;
}

void LayoutCache::store(const InputGraph& graph, const Layout& layout) const
{
    if (m_folder.empty() || graph.nodes.empty() || layout.nodes.size() != graph.nodes.size()
        || layout.edges.size() != graph.edges.size())
        return;
    const CacheKey key = keyOf(graph);
    const std::vector<char> bytes = encodeEntry(key, layout);
    if (bytes.size() > m_maxBytes) return;
    std::error_code code;
    const fs::path folder(m_folder);
    fs::create_directories(folder, code);
    if (code) return;
    const fs::path path = folder / fileName(key);
    fs::remove(path, code);
    makeRoom(folder, bytes.size(), m_maxBytes);
    static std::atomic<unsigned> counter = 0;
    const fs::path temporary = path.string() + '.' + std::to_string(::getpid()) + '-' + std::to_string(counter++) + ".part";
    {
        std::ofstream out(temporary, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            fs::remove(temporary, code);
            return;
        }
    }
    fs::rename(temporary, path, code);
    if (code) fs::remove(temporary, code);
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/io/onnx_skeleton.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/io/wire.h"

#include <array>

namespace alignscope {
namespace {

// protobuf itself refuses messages nested deeper than 100.
constexpr int kMaxDepth = 100;

enum class Kind : std::uint8_t { Leaf, Model, Graph, Node, Attribute, Tensor, SparseTensor, Training, Function };

/// Kind of the message in field `number` of a message of kind `parent`.
Kind childKind(Kind parent, std::uint32_t number)
{
    switch (parent) {
    case Kind::Model:
        return number == 7 ? Kind::Graph : number == 20 ? Kind::Training
            : number == 25 ? Kind::Function : Kind::Leaf;
    case Kind::Graph:
        return number == 1 ? Kind::Node : number == 5 ? Kind::Tensor
            : number == 15 ? Kind::SparseTensor : Kind::Leaf;
    case Kind::Node: return number == 5 ? Kind::Attribute : Kind::Leaf;
    case Kind::Attribute:
        return number == 5 || number == 10 ? Kind::Tensor : number == 6 || number == 11 ? Kind::Graph
            : number == 22 || number == 23 ? Kind::SparseTensor : Kind::Leaf;
    case Kind::SparseTensor: return number == 1 || number == 2 ? Kind::Tensor : Kind::Leaf;
    case Kind::Training: return number == 1 || number == 2 ? Kind::Graph : Kind::Leaf;
    case Kind::Function: return number == 7 ? Kind::Node : number == 11 ? Kind::Attribute : Kind::Leaf;
    case Kind::Tensor:
    case Kind::Leaf: break;
    }
    return Kind::Leaf;
}

/// float, int32, string, int64, raw, double, uint64 data of a TensorProto.
bool isPayload(std::uint32_t number)
{
    return (number >= 4 && number <= 7) || (number >= 9 && number <= 11);
}

class Walker {
public:
    Walker(std::span<const std::uint8_t> file, const std::string& path,
           const std::function<void(std::uint64_t)>& passed)
        : m_file(file), m_path(path), m_passed(passed)
    {
    }

    Result<OnnxSkeleton> run()
    {
        std::string bytes;
        bool changed = false;
        if (!copy(Kind::Model, {0, m_file.size()}, bytes, changed, 0, false)) return tl::unexpected(m_error);
        if (changed) m_result.bytes = std::move(bytes);
        return std::move(m_result);
    }

private:
    bool stop(Error error)
    {
        m_error = std::move(error);
        return false;
    }
    bool broken(std::uint64_t offset)
    {
        return stop({MessageCode::ModelBroken, {m_path, std::to_string(offset)}});
    }
    // The sum of all leaves is the size of the skeleton, lengths apart.
    bool count(std::uint64_t bytes)
    {
        m_copied += bytes;
        if (m_copied <= limits::kMaxSkeletonBytes) return true;
        return stop({MessageCode::SkeletonTooLarge, {m_path, std::to_string(limits::kMaxSkeletonBytes)}});
    }
    void append(std::string& out, std::uint64_t begin, std::uint64_t end)
    {
        // NOLINTNEXTLINE: bytes are bytes
        out.append(reinterpret_cast<const char*>(m_file.data() + begin), end - begin);
    }

    // Fills `out` only when something is left out of the message; otherwise it stays as it is in the file.
    bool copy(Kind kind, ByteRange range, std::string& out, bool& changed, int depth, bool main)
    {
        if (depth > kMaxDepth) return stop({MessageCode::ModelTooDeep, {m_path}});
        wire::Cursor cursor(m_file, range);
        wire::Field field;
        std::uint64_t kept = range.begin; // what follows is not in `out` yet
        std::uint32_t attribute = 0;
        while (cursor.next(field)) {
            const Kind child = field.type == wire::Type::Bytes ? childKind(kind, field.number) : Kind::Leaf;
            if (kind == Kind::Model) note(m_result.modelFields, m_modelCounts, field);
            if (kind == Kind::Graph && main) note(m_result.graphFields, m_graphCounts, field);
            TensorRanges ranges;
            std::string body;
            bool childChanged = false;
            bool ok = true;
            if (child == Kind::Leaf) {
                ok = count(field.whole.size());
            } else if (child == Kind::Tensor) {
                ok = copyTensor(field.body, body, ranges);
                childChanged = ranges.elided;
                tellPassed(field.whole.end);
            } else {
                const bool inMain = kind == Kind::Model || (main && (child == Kind::Node || child == Kind::Attribute));
                ok = copy(child, field.body, body, childChanged, depth + 1,
                          inMain && child != Kind::Training && child != Kind::Function);
            }
            if (!ok) return false;
            if (childChanged) {
                append(out, kept, field.whole.begin);
                wire::appendBytes(out, field.number, body);
                kept = field.whole.end;
                changed = true;
            }
            if (child == Kind::Tensor && main && kind == Kind::Graph)
                m_result.initializers.push_back(std::move(ranges));
            else if (child == Kind::Tensor && main && kind == Kind::Attribute && field.number == 5)
                m_result.attributeTensors[{m_node, m_attribute}] = std::move(ranges);
            if (kind == Kind::Graph && main && child == Kind::Node) ++m_node;
            if (kind == Kind::Node && main && child == Kind::Attribute) m_attribute = ++attribute;
        }
        if (kind == Kind::Node && main) m_attribute = 0;
        if (!cursor.ok()) return broken(cursor.position());
        if (changed) append(out, kept, range.end);
        return true;
    }

    // As copy(): `out` is for a tensor whose payload is left out.
    bool copyTensor(ByteRange range, std::string& out, TensorRanges& ranges)
    {
        wire::Cursor cursor(m_file, range);
        wire::Field field;
        m_rest.clear();
        m_parts.clear();
        while (cursor.next(field)) {
            std::vector<ByteRange>& parts = isPayload(field.number) ? m_parts : m_rest;
            if (isPayload(field.number)) {
                ranges.bytes += field.body.size();
                if (field.number == 9 && field.type == wire::Type::Bytes) ranges.raw = field.body;
            }
            // Unpacked numbers are one field each: runs are kept as one range.
            if (!parts.empty() && parts.back().end == field.whole.begin) parts.back().end = field.whole.end;
            else parts.push_back(field.whole);
        }
        if (!cursor.ok()) return broken(cursor.position());
        ranges.elided = ranges.bytes >= limits::kSmallPayloadBytes;
        if (!ranges.elided) return count(range.size());
        ranges.parts = m_parts;
        for (const ByteRange& part : m_rest) {
            if (!count(part.size())) return false;
            append(out, part.begin, part.end);
        }
        return true;
    }

    void tellPassed(std::uint64_t end)
    {
        constexpr std::uint64_t kStep = std::uint64_t{32} << 20U;
        if (!m_passed || end < m_told + kStep) return;
        m_told = end;
        m_passed(end);
    }

    /// How many fields of each number there were.
    struct Counts {
        std::array<std::uint32_t, 32> small{};
        std::map<std::uint32_t, std::uint32_t> large;

        std::uint32_t next(std::uint32_t number) { return number < small.size() ? small[number]++ : large[number]++; }
    };
    static void note(std::vector<FieldRange>& list, Counts& counts, const wire::Field& field)
    {
        list.push_back({field.number, counts.next(field.number), field.whole, field.body});
    }

    std::span<const std::uint8_t> m_file;
    const std::string& m_path;
    const std::function<void(std::uint64_t)>& m_passed;
    std::uint64_t m_told = 0;
    OnnxSkeleton m_result;
    Error m_error{};
    std::uint64_t m_copied = 0;
    Counts m_modelCounts;
    Counts m_graphCounts;
    std::vector<ByteRange> m_rest; // of one tensor
    std::vector<ByteRange> m_parts;
    std::uint32_t m_node = 0;
    std::uint32_t m_attribute = 0;
};

} // namespace

Result<OnnxSkeleton> readSkeleton(std::span<const std::uint8_t> file, const std::string& path,
                                  const std::function<void(std::uint64_t)>& passed)
{
    return Walker(file, path, passed).run();
}

} // namespace alignscope

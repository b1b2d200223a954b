// SPDX-License-Identifier: Apache-2.0
#include "core/io/onnx_skeleton.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/io/wire.h"

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
        if (!copy(Kind::Model, {0, m_file.size()}, m_result.bytes, 0, false))
            return tl::unexpected(m_error);
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
    bool append(std::string& out, ByteRange range)
    {
        // The sum of all leaves is the size of the skeleton, lengths apart.
        m_copied += range.size();
        if (m_copied > limits::kMaxSkeletonBytes)
            return stop({MessageCode::SkeletonTooLarge, {m_path, std::to_string(limits::kMaxSkeletonBytes)}});
        // NOLINTNEXTLINE: bytes are bytes
        out.append(reinterpret_cast<const char*>(m_file.data() + range.begin), range.size());
        return true;
    }

    bool copy(Kind kind, ByteRange range, std::string& out, int depth, bool main)
    {
        if (depth > kMaxDepth) return stop({MessageCode::ModelTooDeep, {m_path}});
        wire::Cursor cursor(m_file, range);
        wire::Field field;
        std::uint32_t attribute = 0;
        while (cursor.next(field)) {
            const Kind child = field.type == wire::Type::Bytes ? childKind(kind, field.number) : Kind::Leaf;
            if (kind == Kind::Model) note(m_result.modelFields, m_modelCounts, field);
            if (kind == Kind::Graph && main) note(m_result.graphFields, m_graphCounts, field);
            TensorRanges ranges;
            std::string body;
            bool ok = true;
            if (child == Kind::Leaf) {
                ok = append(out, field.whole);
            } else if (child == Kind::Tensor) {
                ok = copyTensor(field.body, body, ranges);
                tellPassed(field.whole.end);
            } else {
                const bool inMain = kind == Kind::Model || (main && (child == Kind::Node || child == Kind::Attribute));
                ok = copy(child, field.body, body, depth + 1, inMain && child != Kind::Training
                                                                  && child != Kind::Function);
            }
            if (!ok) return false;
            if (child != Kind::Leaf) wire::appendBytes(out, field.number, body);
            if (child == Kind::Tensor && main && kind == Kind::Graph)
                m_result.initializers.push_back(std::move(ranges));
            else if (child == Kind::Tensor && main && kind == Kind::Attribute && field.number == 5)
                m_result.attributeTensors[{m_node, m_attribute}] = std::move(ranges);
            if (kind == Kind::Graph && main && child == Kind::Node) ++m_node;
            if (kind == Kind::Node && main && child == Kind::Attribute) m_attribute = ++attribute;
        }
        if (kind == Kind::Node && main) m_attribute = 0;
        return cursor.ok() || broken(cursor.position());
    }

    bool copyTensor(ByteRange range, std::string& out, TensorRanges& ranges)
    {
        wire::Cursor cursor(m_file, range);
        wire::Field field;
        std::vector<ByteRange> rest;
        while (cursor.next(field)) {
            std::vector<ByteRange>& parts = isPayload(field.number) ? ranges.parts : rest;
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
        if (!ranges.elided) return append(out, range);
        for (const ByteRange& part : rest)
            if (!append(out, part)) return false;
        return true;
    }

    void tellPassed(std::uint64_t end)
    {
        constexpr std::uint64_t kStep = std::uint64_t{32} << 20U;
        if (!m_passed || end < m_told + kStep) return;
        m_told = end;
        m_passed(end);
    }

    static void note(std::vector<FieldRange>& list, std::map<std::uint32_t, std::uint32_t>& counts,
                     const wire::Field& field)
    {
        list.push_back({field.number, counts[field.number]++, field.whole, field.body});
    }

    std::span<const std::uint8_t> m_file;
    const std::string& m_path;
    const std::function<void(std::uint64_t)>& m_passed;
    std::uint64_t m_told = 0;
    OnnxSkeleton m_result;
    Error m_error{};
    std::uint64_t m_copied = 0;
    std::map<std::uint32_t, std::uint32_t> m_modelCounts;
    std::map<std::uint32_t, std::uint32_t> m_graphCounts;
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

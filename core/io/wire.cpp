// SPDX-License-Identifier: Apache-2.0
#include "core/io/wire.h"

namespace alignscope::wire {

bool Cursor::varint(std::uint64_t& value)
{
    value = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
        if (m_range.begin >= m_range.end) return false;
        const std::uint8_t byte = m_file[m_range.begin++];
        if (shift < 64) value |= std::uint64_t{byte & 0x7FU} << shift;
        if ((byte & 0x80U) == 0) return true;
    }
    return false;
}

bool Cursor::advance(std::uint64_t count)
{
    if (count > m_range.end - m_range.begin) return false;
    m_range.begin += count;
    return true;
}

// Depth is counted, not recursed into: a group may contain anything.
bool Cursor::skipGroup(std::uint32_t number)
{
    std::uint64_t tag = 0;
    std::uint64_t value = 0;
    for (std::uint64_t depth = 1; depth > 0;) {
        if (!varint(tag)) return false;
        switch (static_cast<Type>(tag & 7U)) {
        case Type::Varint: if (!varint(value)) return false; break;
        case Type::Fixed64: if (!advance(8)) return false; break;
        case Type::Bytes: if (!varint(value) || !advance(value)) return false; break;
        case Type::Group: ++depth; break;
        case Type::EndGroup:
            if (--depth == 0 && (tag >> 3U) != number) return false;
            break;
        case Type::Fixed32: if (!advance(4)) return false; break;
        default: return false;
        }
    }
    return true;
}

bool Cursor::skipValue(Field& field)
{
    std::uint64_t value = 0;
    field.body.begin = m_range.begin;
    bool ok = false;
    switch (field.type) {
    case Type::Varint: ok = varint(value); break;
    case Type::Fixed64: ok = advance(8); break;
    case Type::Bytes:
        ok = varint(value);
        field.body.begin = m_range.begin;
        ok = ok && advance(value);
        break;
    case Type::Group: ok = skipGroup(field.number); break;
    case Type::Fixed32: ok = advance(4); break;
    case Type::EndGroup: break;
    }
    field.body.end = field.whole.end = m_range.begin;
    return ok;
}

bool Cursor::next(Field& field)
{
    if (!m_ok || m_range.begin >= m_range.end) return false;
    field.whole.begin = m_range.begin;
    std::uint64_t tag = 0;
    m_ok = varint(tag) && (tag >> 3U) != 0 && (tag >> 32U) == 0 && (tag & 7U) <= 5;
    if (!m_ok) return false;
    field.number = static_cast<std::uint32_t>(tag >> 3U);
    field.type = static_cast<Type>(tag & 7U);
    m_ok = skipValue(field);
    return m_ok;
}

void appendVarint(std::string& out, std::uint64_t value)
{
    while (value >= 0x80U) {
        out.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

void appendBytes(std::string& out, std::uint32_t number, const std::string& bytes)
{
    appendVarint(out, (std::uint64_t{number} << 3U) | 2U);
    appendVarint(out, bytes.size());
    out += bytes;
}

} // namespace alignscope::wire

// SPDX-License-Identifier: Apache-2.0
// Fields of a protobuf message in memory, with 64-bit offsets (the library's streams end at 2 GB).
#pragma once

#include "core/io/byte_range.h"

#include <cstdint>
#include <span>
#include <string>

namespace alignscope::wire {

enum class Type : std::uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Group = 3, EndGroup = 4, Fixed32 = 5 };

struct Field {
    std::uint32_t number = 0;
    Type type = Type::Varint;
    ByteRange whole; ///< tag included
    ByteRange body;  ///< the value; of Bytes without the length
};

/// Steps through the fields between two offsets. Nothing outside of them is read.
class Cursor {
public:
    Cursor(std::span<const std::uint8_t> file, ByteRange range) : m_file(file), m_range(range) {}

    /// False at the end or at an error; then ok() tells which.
    bool next(Field& field);
    [[nodiscard]] bool ok() const noexcept { return m_ok; }
    /// Where reading stopped.
    [[nodiscard]] std::uint64_t position() const noexcept { return m_range.begin; }

private:
    bool varint(std::uint64_t& value);
    bool skipValue(Field& field);
    bool skipGroup(std::uint32_t number);
    bool advance(std::uint64_t count);

    std::span<const std::uint8_t> m_file;
    ByteRange m_range;
    bool m_ok = true;
};

void appendVarint(std::string& out, std::uint64_t value);
/// Tag, length and bytes.
void appendBytes(std::string& out, std::uint32_t number, const std::string& bytes);

} // namespace alignscope::wire

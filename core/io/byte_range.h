// SPDX-License-Identifier: Apache-2.0
// A stretch of bytes in a file.
#pragma once

#include <cstdint>

namespace alignscope {

struct ByteRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    [[nodiscard]] std::uint64_t size() const noexcept { return end - begin; }
    bool operator==(const ByteRange&) const = default;
};

} // namespace alignscope

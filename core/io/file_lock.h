// SPDX-License-Identifier: Apache-2.0
// FileLock: a lock that ends with the process, however it ends.
#pragma once

#include <optional>
#include <string>

namespace alignscope {

/// An exclusive flock on a file of its own. Two of one process exclude each other as well.
class FileLock {
public:
    /// Nothing while another holds it, or when the file cannot be made. Never waits.
    [[nodiscard]] static std::optional<FileLock> tryTake(const std::string& path);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// InputFile: a regular file kept open for reading, whose later change is noticed.
#pragma once

#include "core/base/result.h"
#include "core/io/byte_range.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace alignscope {

/// What tells a file from another and from itself after a change.
struct FileIdentity {
    std::uint64_t bytes = 0;
    std::int64_t modifiedNanoseconds = 0;
    std::uint64_t inode = 0;
    std::uint64_t device = 0;

    bool operator==(const FileIdentity&) const = default;
};

/// Thread: any (const).
class InputFile {
public:
    /// FileNotFound, PathIsFolder, FileNotReadable. Never waits on a pipe or device.
    [[nodiscard]] static Result<std::shared_ptr<const InputFile>> open(const std::string& path);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    [[nodiscard]] const std::string& path() const noexcept { return m_path; }
    [[nodiscard]] const FileIdentity& identity() const noexcept { return m_identity; }
    [[nodiscard]] std::uint64_t size() const noexcept { return m_identity.bytes; }
    /// The bytes of `range`; FileChanged when the file is no longer the one that was opened.
    [[nodiscard]] Result<std::string> read(ByteRange range) const;
    /// Up to `count` first bytes.
    [[nodiscard]] Result<std::string> head(std::size_t count) const;

private:
    friend class FileMapping;
    InputFile(std::string path, int descriptor, FileIdentity identity);

    std::string m_path;
    int m_descriptor;
    FileIdentity m_identity;
};

/// The whole file in memory while the object lives. Kept only for the time of one walk: a file
/// that shrinks under a mapping would end the program.
class FileMapping {
public:
    [[nodiscard]] static Result<FileMapping> map(const InputFile& file);
    ~FileMapping();
    FileMapping(FileMapping&& other) noexcept;
    FileMapping& operator=(FileMapping&&) = delete;

    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return m_bytes; }
    /// Gives back the memory of the first `end` bytes; reading them again only costs time.
    void forget(std::uint64_t end) const;

private:
    explicit FileMapping(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    std::span<const std::uint8_t> m_bytes;
};

/// The identity of the file that `path` names now.
[[nodiscard]] Result<FileIdentity> fileIdentity(const std::string& path);

} // namespace alignscope

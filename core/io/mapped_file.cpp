// SPDX-License-Identifier: Apache-2.0
#include "core/io/mapped_file.h"

#include "core/base/message_codes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace alignscope {
namespace {

tl::unexpected<Error> systemError(const std::string& path, int number)
{
    if (number == ENOENT || number == ENOTDIR) return fail(MessageCode::FileNotFound, path);
    return fail(MessageCode::FileNotReadable, path, std::strerror(number));
}

FileIdentity identityOf(const struct stat& info)
{
    return {static_cast<std::uint64_t>(info.st_size),
            std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec,
            static_cast<std::uint64_t>(info.st_ino), static_cast<std::uint64_t>(info.st_dev)};
}

Result<FileIdentity> checked(const std::string& path, const struct stat& info)
{
    if (S_ISDIR(info.st_mode)) return fail(MessageCode::PathIsFolder, path);
    if (!S_ISREG(info.st_mode)) return fail(MessageCode::FileNotReadable, path, "it is not a regular file");
    return identityOf(info);
}

} // namespace

Result<FileIdentity> fileIdentity(const std::string& path)
{
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0) return systemError(path, errno);
    return checked(path, info);
}

Result<std::shared_ptr<const InputFile>> InputFile::open(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return systemError(path, errno);
    struct stat info = {};
    if (::fstat(descriptor, &info) != 0) {
        const int number = errno;
        ::close(descriptor);
        return systemError(path, number);
    }
    auto identity = checked(path, info);
    if (!identity) {
        ::close(descriptor);
        return tl::unexpected(identity.error());
    }
    return std::shared_ptr<const InputFile>(new InputFile(path, descriptor, *identity));
}

InputFile::InputFile(std::string path, int descriptor, FileIdentity identity)
    : m_path(std::move(path)), m_descriptor(descriptor), m_identity(identity)
{
}

InputFile::~InputFile()
{
    ::close(m_descriptor);
}

Result<std::string> InputFile::read(ByteRange range) const
{
    struct stat info = {};
    if (::fstat(m_descriptor, &info) != 0) return systemError(m_path, errno);
    if (!(identityOf(info) == m_identity) || range.end < range.begin || range.end > m_identity.bytes)
        return fail(MessageCode::FileChanged, m_path);
    std::string bytes(range.size(), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count = ::pread(m_descriptor, bytes.data() + done, bytes.size() - done,
                                   static_cast<off_t>(range.begin + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return systemError(m_path, errno);
        if (count == 0) return fail(MessageCode::FileChanged, m_path);
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

Result<std::string> InputFile::head(std::size_t count) const
{
    return read({0, size() < count ? size() : std::uint64_t{count}});
}

Result<FileMapping> FileMapping::map(const InputFile& file)
{
    if (file.size() == 0) return FileMapping(std::span<const std::uint8_t>{});
    void* const address = ::mmap(nullptr, file.size(), PROT_READ, MAP_PRIVATE, file.m_descriptor, 0);
    if (address == MAP_FAILED) return systemError(file.path(), errno);
    return FileMapping({static_cast<const std::uint8_t*>(address), file.size()});
}

FileMapping::FileMapping(FileMapping&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

void FileMapping::forget(std::uint64_t end) const
{
    constexpr std::uint64_t kPage = 4096;
    const std::uint64_t whole = std::min<std::uint64_t>(end, m_bytes.size()) / kPage * kPage;
    if (whole > 0) ::madvise(const_cast<std::uint8_t*>(m_bytes.data()), whole, MADV_DONTNEED); // NOLINT
}

FileMapping::~FileMapping()
{
    if (m_bytes.empty()) return;
    // munmap takes a pointer to non-const although it writes nothing.
    ::munmap(const_cast<std::uint8_t*>(m_bytes.data()), m_bytes.size()); // NOLINT
}

} // namespace alignscope

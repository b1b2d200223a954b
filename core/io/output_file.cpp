// SPDX-License-Identifier: Apache-2.0
#include "core/io/output_file.h"

#include "core/base/message_codes.h"
#include "core/io/splice_writer.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace alignscope {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> notWritable(const std::string& path, int number)
{
    return fail(MessageCode::ExportNotWritable, path, std::strerror(number));
}

fs::path folderOf(const fs::path& path)
{
    const fs::path folder = path.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

// A link stays a link: what it points at is replaced.
std::string behindLinks(const std::string& path)
{
    std::error_code code;
    if (!fs::is_symlink(path, code)) return path;
    const fs::path real = fs::canonical(path, code);
    return code ? path : real.string();
}

bool sameContents(const InputFile& a, const InputFile& b)
{
    if (a.size() != b.size()) return false;
    constexpr std::uint64_t kBlock = 1024 * 1024;
    for (std::uint64_t at = 0; at < a.size(); at += kBlock) {
        const ByteRange range{at, std::min(a.size(), at + kBlock)};
        const auto left = a.read(range);
        const auto right = b.read(range);
        if (!left || !right || *left != *right) return false;
    }
    return true;
}

// ".PID-NUMBER.part.NAME"
constexpr std::string_view kPart = ".part.";

// The process that wrote a temporary file of this name; none when it is not such a name.
std::optional<pid_t> writerOf(std::string_view name, std::string_view target)
{
    const std::size_t dash = name.find('-');
    const std::size_t part = name.find(kPart);
    if (name.empty() || name[0] != '.' || dash == std::string_view::npos || part == std::string_view::npos
        || dash > part || name.substr(part + kPart.size()) != target)
        return std::nullopt;
    pid_t writer = 0;
    const char* const end = name.data() + dash;
    const auto read = std::from_chars(name.data() + 1, end, writer);
    if (read.ec != std::errc() || read.ptr != end || writer <= 0) return std::nullopt;
    return writer;
}

// What a killed process left of an earlier attempt at the same file. One that was touched a moment
// ago stays: on a shared folder its writer may live on another machine.
void removeLeftovers(const fs::path& target)
{
    constexpr auto kOld = std::chrono::minutes(10);
    std::error_code code;
    const std::string name = target.filename().string();
    for (fs::directory_iterator at(folderOf(target), code), end; !code && at != end; at.increment(code)) {
        const auto writer = writerOf(at->path().filename().string(), name);
        if (!writer || ::kill(*writer, 0) == 0 || errno != ESRCH) continue;
        std::error_code unknown;
        const auto touched = fs::last_write_time(at->path(), unknown);
        if (unknown || fs::file_time_type::clock::now() - touched < kOld) continue;
        fs::remove(at->path(), unknown);
    }
}

void syncFolder(const std::string& path)
{
    const int folder = ::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Result<void> checkTarget(const std::string& path, Overwrite overwrite, const std::vector<std::string>& inputs)
{
    std::error_code code;
    if (path.empty()) return notWritable(path, ENOENT);
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0) {
        if (errno != ENOENT) return notWritable(path, errno);
        if (fs::is_symlink(path, code)) return fail(MessageCode::ExportNotWritable, path, "it is a link to nowhere");
        if (!fs::is_directory(folderOf(path), code))
            return fail(MessageCode::ExportNotWritable, path, "there is no such folder");
        return {};
    }
    if (S_ISDIR(info.st_mode)) return notWritable(path, EISDIR);
    if (!S_ISREG(info.st_mode)) return fail(MessageCode::ExportNotWritable, path, "it is not a regular file");
    for (const std::string& input : inputs) {
        struct stat other = {};
        if (::stat(input.c_str(), &other) == 0 && other.st_ino == info.st_ino && other.st_dev == info.st_dev)
            return fail(MessageCode::ExportOverInput, path);
    }
    if (overwrite == Overwrite::Refuse) return fail(MessageCode::ExportExists, path);
    return {};
}

Result<OutputFile> OutputFile::create(const std::string& target)
{
    static std::atomic<unsigned> counter = 0;
    const std::string real = behindLinks(target);
    const fs::path path(real);
    mode_t mode = 0666;
    struct stat info = {};
    if (::stat(real.c_str(), &info) == 0) mode = info.st_mode & 0777U;
    removeLeftovers(path);
    // The name ends in that of the target: readers that look at the suffix see the same one.
    for (int attempt = 0; attempt < 100; ++attempt) {
        std::string name(".");
        name += std::to_string(::getpid());
        name += '-';
        name += std::to_string(counter++);
        name += kPart;
        name += path.filename().string();
        if (name.size() > 255) name = name.substr(0, 40);
        const std::string temporary = (folderOf(path) / name).string();
        const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
        if (descriptor >= 0) return OutputFile(real, temporary, descriptor);
        if (errno != EEXIST) return notWritable(target, errno);
    }
    return notWritable(target, EEXIST);
}

OutputFile::OutputFile(std::string target, std::string temporary, int descriptor)
    : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor)
{
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_bytes(other.m_bytes)
{
}

OutputFile::~OutputFile()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Result<void> OutputFile::write(std::string_view bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count = ::write(m_descriptor, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return notWritable(m_target, errno);
        done += static_cast<std::size_t>(count);
    }
    m_bytes += bytes.size();
    return {};
}

Result<void> OutputFile::flush()
{
    if (::fsync(m_descriptor) != 0) return notWritable(m_target, errno);
    const int closed = ::close(std::exchange(m_descriptor, -1));
    if (closed != 0) return notWritable(m_target, errno);
    return {};
}

Result<void> OutputFile::putInPlace(Overwrite overwrite)
{
    int failed = 0;
    if (overwrite == Overwrite::Refuse) {
        failed = ::renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_target.c_str(), RENAME_NOREPLACE);
        if (failed != 0 && errno == EEXIST) return fail(MessageCode::ExportExists, m_target);
        if (failed != 0 && (errno == EINVAL || errno == ENOSYS)) { // the file system cannot do that
            if (::access(m_target.c_str(), F_OK) == 0) return fail(MessageCode::ExportExists, m_target);
            failed = ::rename(m_temporary.c_str(), m_target.c_str());
        }
    } else {
        failed = ::rename(m_temporary.c_str(), m_target.c_str());
    }
    if (failed != 0) return notWritable(m_target, errno);
    m_temporary.clear();
    syncFolder(m_target);
    return {};
}

Result<void> SideFiles::bring(const std::string& from, const std::string& location, const std::string& target)
{
    const std::string to = (folderOf(behindLinks(target)) / location).string();
    const auto source = InputFile::open(from);
    if (!source) return tl::unexpected(source.error());
    std::error_code code;
    if (fs::exists(fs::symlink_status(to, code))) {
        const auto existing = InputFile::open(to);
        if (existing && sameContents(**source, **existing)) return {};
        return fail(MessageCode::ExportSideFileDiffers, to);
    }
    std::vector<fs::path> missing;
    for (fs::path folder = folderOf(to); !folder.empty() && !fs::exists(folder, code); folder = folder.parent_path())
        missing.push_back(folder);
    for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
        if (!fs::create_directory(*folder, code)) return fail(MessageCode::ExportNotWritable, to, code.message());
        m_folders.push_back(folder->string());
    }
    auto output = OutputFile::create(to);
    if (!output) return tl::unexpected(output.error());
    if (auto done = writeCopy(**source, [&](std::string_view bytes) { return output->write(bytes); }, {}); !done)
        return done;
    if (auto done = output->flush(); !done) return done;
    if (auto done = output->putInPlace(Overwrite::Refuse); !done) return done;
    m_copied.push_back(to);
    return {};
}

SideFiles::~SideFiles()
{
    if (m_kept) return;
    std::error_code code;
    for (const std::string& path : m_copied) fs::remove(path, code);
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder) fs::remove(*folder, code);
}

} // namespace alignscope

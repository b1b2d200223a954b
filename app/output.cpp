// SPDX-License-Identifier: Apache-2.0
#include "app/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace alignscope::app {
namespace {

namespace fs = std::filesystem;

Failure unwritable(const std::string& target, const std::string& why)
{
    return Failure{kOutputUnwritable, "Cannot write " + target + ": " + why + "."};
}

std::optional<Failure> writeStandardOutput(std::string_view text)
{
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (written && std::fflush(stdout) == 0) return std::nullopt;
    return unwritable("to standard output", std::strerror(errno));
}

bool writeFile(const fs::path& path, std::string_view text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    return file.good();
}

} // namespace

std::optional<Failure> writeOutput(std::string_view text, const std::string& target,
                                   const std::vector<std::string>& inputs)
{
    if (target == "-") return writeStandardOutput(text);
    std::error_code code;
    for (const std::string& input : inputs)
        if (fs::equivalent(input, target, code)) return unwritable(target, "it is an input of this command");
    const fs::file_status status = fs::status(target, code);
    if (fs::is_directory(status)) return unwritable(target, "it is a folder");
    errno = 0;
    if (fs::exists(status) && !fs::is_regular_file(status)) { // a device or pipe cannot be replaced
        if (writeFile(target, text)) return std::nullopt;
        return unwritable(target, errno ? std::strerror(errno) : "the device refused it");
    }
    // A reader never sees half of it, and a failure leaves what was there.
    const fs::path whole = fs::exists(status) ? fs::canonical(target, code) : fs::path(target);
    const fs::path part = whole.string() + ".part";
    if (!writeFile(part, text)) {
        const std::string why = errno ? std::strerror(errno) : "the disk refused it";
        fs::remove(part, code);
        return unwritable(target, why);
    }
    fs::rename(part, whole, code);
    if (!code) return std::nullopt;
    const std::string why = code.message();
    fs::remove(part, code);
    return unwritable(target, why);
}

} // namespace alignscope::app

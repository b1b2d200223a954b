// SPDX-License-Identifier: Apache-2.0
#include "core/base/text_file.h"

#include "core/base/message_codes.h"
#include "core/base/numbers.h"

#include <exception>
#include <filesystem>
#include <fstream>

namespace alignscope {

Result<std::string> readTextFile(const std::string& path, std::size_t maxBytes)
{
    namespace fs = std::filesystem;
    try {
        std::error_code code;
        const fs::file_status status = fs::status(path, code);
        if (status.type() == fs::file_type::not_found) return fail(MessageCode::FileNotFound, path);
        if (status.type() == fs::file_type::directory)
            return fail(MessageCode::FileNotReadable, path, "it is a folder");
        if (status.type() == fs::file_type::none) return fail(MessageCode::FileNotReadable, path, code.message());
        if (status.type() != fs::file_type::regular)
            return fail(MessageCode::FileNotReadable, path, "it is not a regular file");
        const auto size = fs::file_size(path, code);
        if (code) return fail(MessageCode::FileNotReadable, path, code.message());
        if (size > maxBytes)
            return fail(MessageCode::FileNotReadable, path,
                        "it has " + byteText(size) + ", more than the limit of " + byteText(maxBytes));
        std::ifstream file(path, std::ios::binary);
        if (!file) return fail(MessageCode::FileNotReadable, path, "permission denied");
        std::string content(static_cast<std::size_t>(size), '\0');
        file.read(content.data(), static_cast<std::streamsize>(content.size()));
        if (file.bad()) return fail(MessageCode::FileNotReadable, path, "it could not be read");
        content.resize(static_cast<std::size_t>(file.gcount()));
        return content;
    } catch (const std::exception& error) {
        return fail(MessageCode::FileNotReadable, path, error.what());
    }
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/external_data.h"

#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/io/mapped_file.h"
#include "core/io/onnx_proto.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace alignscope {
namespace {

namespace fs = std::filesystem;

bool isPlainRelative(const std::string& location)
{
    if (location.empty() || location.find('\0') != std::string::npos
        || location.find('\\') != std::string::npos || location.find("_ORT_MEM_ADDR_") != std::string::npos)
        return false;
    const fs::path path(location);
    if (path.is_absolute() || path.has_root_path()) return false;
    return std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; })
        && path.has_filename();
}

} // namespace

bool isExternal(const onnx::TensorProto& tensor)
{
    return tensor.data_location() == onnx::TensorProto::EXTERNAL;
}

Result<ExternalLocation> externalLocation(const onnx::TensorProto& tensor)
{
    ExternalLocation result;
    bool numbers = true;
    for (const auto& entry : tensor.external_data()) {
        if (entry.key() == "location") result.location = entry.value();
        if (entry.key() != "offset" && entry.key() != "length") continue;
        const auto number = parseInt(entry.value());
        numbers = numbers && number && *number >= 0;
        if (!numbers) break;
        if (entry.key() == "offset") result.offset = static_cast<std::uint64_t>(*number);
        else result.length = static_cast<std::uint64_t>(*number);
    }
    if (!numbers || !isPlainRelative(result.location))
        return fail(MessageCode::ExternalDataUnsafe, tensor.name(), result.location);
    return result;
}

Result<std::string> externalFile(const std::string& modelPath, const std::string& location)
{
    std::error_code code;
    fs::path folder = fs::path(modelPath).parent_path();
    if (folder.empty()) folder = ".";
    const fs::path home = fs::canonical(folder, code);
    if (code) return fail(MessageCode::FileNotReadable, folder.string(), code.message());
    const fs::path target = fs::canonical(home / location, code);
    if (code) return fail(MessageCode::ExternalDataMissing, location);
    const auto [end, rest] = std::mismatch(home.begin(), home.end(), target.begin(), target.end());
    if (end != home.end() || rest == target.end())
        return fail(MessageCode::ExternalDataUnsafe, fs::path(modelPath).filename().string(), location);
    if (!fs::is_regular_file(target, code)) return fail(MessageCode::ExternalDataMissing, location);
    return target.string();
}

Result<std::string> readExternal(const std::string& modelPath, const std::string& tensorName,
                                 const ExternalLocation& location, std::uint64_t expected)
{
    const auto path = externalFile(modelPath, location.location);
    if (!path) return tl::unexpected(path.error());
    const auto file = InputFile::open(*path);
    if (!file) return tl::unexpected(file.error());
    const std::uint64_t size = (*file)->size();
    const std::uint64_t length = location.length.value_or(expected);
    if (location.offset > size || length > size - location.offset)
        return fail(MessageCode::ExternalDataTooShort, tensorName, location.location);
    return (*file)->read({location.offset, location.offset + length});
}

} // namespace alignscope

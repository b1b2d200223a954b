// SPDX-License-Identifier: Apache-2.0
#include "core/io/file_content.h"

#include "core/base/message_codes.h"

#include <algorithm>

namespace alignscope {
namespace {

bool isText(std::string_view head)
{
    return std::all_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 || c == '\n' || c == '\r' || c == '\t';
    });
}

bool hasMagic(std::string_view head, std::size_t at, std::string_view magic)
{
    return head.size() >= at + magic.size() && head.substr(at, magic.size()) == magic;
}

} // namespace

bool looksLikeJson(std::string_view head)
{
    if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
    const auto first = head.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && head[first] == '{';
}

std::optional<Message> whyNotOnnx(const std::string& path, std::string_view head)
{
    const auto because = [&](MessageCode code) { return Message{code, {path}}; };
    const auto foreign = [&](const char* format) { return Message{MessageCode::FileIsForeign, {path, format}}; };
    if (head.empty()) return because(MessageCode::FileEmpty);
    if (head.substr(0, 24) == "version https://git-lfs.") return because(MessageCode::FileIsLfsPointer);
    if (hasMagic(head, 4, "ORTM")) return foreign("ORT flatbuffer");
    if (hasMagic(head, 0, "EDL1") || hasMagic(head, 0, "EDL2")) return foreign("ESP-DL flatbuffer");
    if (hasMagic(head, 4, "TFL3")) return foreign("TensorFlow Lite");
    if (hasMagic(head, 0, "\x89HDF\r\n\x1A\n")) return foreign("HDF5 (Keras)");
    if (hasMagic(head, 0, "PK\x03\x04")) return foreign("ZIP (PyTorch or an archive)");
    if (hasMagic(head, 0, "\x1F\x8B")) return foreign("gzip");
    if (looksLikeJson(head) && isText(head)) return because(MessageCode::FileIsJson);
    if (isText(head)) return because(MessageCode::FileIsText);
    return std::nullopt;
}

} // namespace alignscope

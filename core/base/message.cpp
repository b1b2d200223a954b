// SPDX-License-Identifier: Apache-2.0
#include "core/base/message.h"

#include <array>
#include <cstddef>

namespace alignscope {
namespace {

struct Entry {
    std::string_view name;
    std::string_view pattern;
};

constexpr Entry kEntries[] = {
#define ALIGNSCOPE_MESSAGE(code, pattern) {#code, pattern},
#include "core/base/messages.def"
#undef ALIGNSCOPE_MESSAGE
};

} // namespace

std::string_view messagePattern(MessageCode code) noexcept
{
    return kEntries[static_cast<std::size_t>(code)].pattern;
}

std::string_view messageName(MessageCode code) noexcept
{
    return kEntries[static_cast<std::size_t>(code)].name;
}

std::string fillPattern(std::string_view pattern, const std::vector<std::string>& arguments)
{
    std::string text;
    text.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '%' && i + 1 < pattern.size()
            && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const auto number = placeholder ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (placeholder && number < arguments.size()) {
            text += arguments[number];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string sentence(const Message& message)
{
    return fillPattern(messagePattern(message.code), message.arguments);
}

} // namespace alignscope

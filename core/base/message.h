// SPDX-License-Identifier: Apache-2.0
// Errors and notices: a code with its arguments; the sentence is made from them where it is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// Which sentence. The codes are in message_codes.h.
enum class MessageCode : std::uint16_t;

/// One error or notice. Arguments fill %1..%9 of the pattern and are never translated themselves.
struct Message {
    MessageCode code;
    std::vector<std::string> arguments;

    bool operator==(const Message&) const = default;
};

/// The English pattern with %1..%9; the key by which a front end finds a translation.
[[nodiscard]] std::string_view messagePattern(MessageCode code) noexcept;
/// Stable identifier of the code, for JSON and tests.
[[nodiscard]] std::string_view messageName(MessageCode code) noexcept;
/// `pattern` with its placeholders replaced. A placeholder without an argument stays as it is.
[[nodiscard]] std::string fillPattern(std::string_view pattern,
                                      const std::vector<std::string>& arguments);
/// The English sentence.
[[nodiscard]] std::string sentence(const Message& message);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// The codes of all sentences that core can say. Include it where a code is named, never in a header:
// every new sentence would compile the whole program again.
#pragma once

#include "core/base/message.h"

namespace alignscope {

/// The list, with its English patterns, is messages.def.
enum class MessageCode : std::uint16_t {
#define ALIGNSCOPE_MESSAGE(code, pattern) code,
#include "core/base/messages.def"
#undef ALIGNSCOPE_MESSAGE
};

} // namespace alignscope

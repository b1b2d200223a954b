// SPDX-License-Identifier: Apache-2.0
// Result: the only way an error crosses a public header.
#pragma once

#include "core/base/message.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace alignscope {

using Error = Message;

/// A value, or the Error that says why there is none.
template <class T> using Result = tl::expected<T, Error>;

/// `return fail(MessageCode::FileNotFound, path);`
template <class... Args>
[[nodiscard]] tl::unexpected<Error> fail(MessageCode code, Args&&... arguments)
{
    return tl::unexpected<Error>(Error{code, {std::string(std::forward<Args>(arguments))...}});
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Test data on disk: plain or gzip'd files as strings.
#pragma once

#include <string>

namespace alignscope::test {

/// The content of `path`, decompressed when it is gzip'd; of `path` + ".gz" when there is no `path`.
/// Throws std::runtime_error when neither can be read.
[[nodiscard]] std::string readMaybeGzip(const std::string& path);

} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
// The side of a worker process: questions in, answers out.
#pragma once

namespace alignscope::layout
{

/// Answers questions from descriptor `in` on descriptor `out` until the end of input (returns 0),
/// a malformed frame or a failed write (returns 1), or until `limit` are answered (returns 0;
/// negative: no limit).
int serveQuestions(int in, int out, int limit);

} // namespace alignscope::layout

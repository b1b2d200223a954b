// SPDX-License-Identifier: Apache-2.0
// prepareHeap(): the heap of a program that opens large models, in huge pages.
#pragma once

namespace alignscope {

/// For the first line of main(). Half of the time until the first picture of a large model can go into single pages that
/// are touched for the first time, above all on virtual machines. Memory that is no longer used stays with the program.
/// Does nothing where the C library or the system cannot do it.
void prepareHeap() noexcept;

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/base/heap.h"

#include <cstdlib> // __GLIBC__

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ALIGNSCOPE_PREPARES_HEAP
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#endif

namespace alignscope {

#ifdef ALIGNSCOPE_PREPARES_HEAP

void prepareHeap() noexcept
{
    constexpr int kReserved = 1 << 30;       // addresses only, until they are used
    constexpr int kLeastMapped = 32 << 20;   // the largest that the C library takes
    constexpr int kLaterGrowth = 4 << 20;
    constexpr std::uintptr_t kHugePage = 2 << 20;
    // One heap for all threads: what one of them leaves free after opening a model is there for the others that
    // evaluate and draw it (100 MB less at 100,000 operations), and only the first heap can be reserved.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, kLeastMapped);
    mallopt(M_TRIM_THRESHOLD, -1); // never
    // The next growth reserves all: larger than what is free now, smaller than what is mapped.
    mallopt(M_TOP_PAD, kReserved);
    void* const block = std::malloc(static_cast<std::size_t>(kLeastMapped) / 2);
    mallopt(M_TOP_PAD, kLaterGrowth);
    if (block == nullptr) return;
    const auto begin = (reinterpret_cast<std::uintptr_t>(block) + kHugePage - 1) & ~(kHugePage - 1);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) & ~(kHugePage - 1);
    const bool reserved = end > begin && end - begin >= static_cast<std::uintptr_t>(kReserved) / 2;
    if (reserved) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
    std::free(block);
}

#else

void prepareHeap() noexcept {}

#endif

} // namespace alignscope

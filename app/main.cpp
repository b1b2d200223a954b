// SPDX-License-Identifier: Apache-2.0
// The one executable: the window, a subcommand, or a worker that lays out graphs for the window.
#include "app/command_line.h"

#include <cstdlib> // __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv)
{
#ifdef __GLIBC__
    // One heap for all threads: what one of them leaves free after opening a model is there for the
    // others that evaluate and draw it (100 MB less at 100,000 operations, and fewer page faults).
    mallopt(M_ARENA_MAX, 1);
#endif
    return alignscope::app::run(argc, argv);
}

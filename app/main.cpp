// SPDX-License-Identifier: Apache-2.0
// The one executable: the window, a subcommand, or a worker that lays out graphs for the window.
#include "app/command_line.h"
#include "core/base/heap.h"

int main(int argc, char** argv)
{
    alignscope::prepareHeap();
    return alignscope::app::run(argc, argv);
}

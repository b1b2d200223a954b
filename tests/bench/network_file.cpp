// SPDX-License-Identifier: Apache-2.0
// network_file cnn|transformer|dense OPERATIONS FILE.onnx: writes a generated network, for measuring
// whole programs (ours and others) on the same file.
#include "tests/support/network_files.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

int main(int argc, char** argv)
{
    using namespace alignscope::test;
    for (const NetworkShape shape : kNetworkShapes) {
        if (argc != 4 || argv[1] != toText(shape)) continue;
        const std::string bytes = networkFile(shape, std::strtoul(argv[2], nullptr, 10)).bytes();
        std::ofstream out(argv[3], std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return out.good() ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    std::fputs("network_file cnn|transformer|dense OPERATIONS FILE.onnx\n", stderr);
    return EXIT_FAILURE;
}

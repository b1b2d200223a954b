// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gzip.h"

#include <zlib.h>

#include <array>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace alignscope::test {

std::string readMaybeGzip(const std::string& path)
{
    const std::string found = std::filesystem::exists(path) ? path : path + ".gz";
    // gzopen reads plain files as they are.
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(found.c_str(), "rb"), gzclose);
    if (!file) throw std::runtime_error("cannot open " + path);
    std::string content;
    std::array<char, 65536> buffer{};
    int count = 0;
    while ((count = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()))) > 0)
        content.append(buffer.data(), static_cast<std::size_t>(count));
    if (count < 0) throw std::runtime_error("broken gzip data in " + found);
    return content;
}

} // namespace alignscope::test

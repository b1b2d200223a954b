// SPDX-License-Identifier: Apache-2.0
// A folder for one test that goes away with it.
#pragma once

#include <string>
#include <string_view>

namespace alignscope::test {

class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] std::string path(std::string_view name) const { return m_path + "/" + std::string(name); }
    /// Writes a file and returns its path.
    std::string write(std::string_view name, std::string_view content) const;

private:
    std::string m_path;
};

} // namespace alignscope::test

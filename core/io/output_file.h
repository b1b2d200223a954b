// SPDX-License-Identifier: Apache-2.0
// OutputFile: a file that appears under its name whole, or not at all.
#pragma once

#include "core/base/result.h"
#include "core/io/export_model.h"
#include "core/io/mapped_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// Whether `path` may be written: ExportOverInput when it is one of `inputs` under any name,
/// ExportExists, ExportNotWritable (a folder, no such folder, a device).
[[nodiscard]] Result<void> checkTarget(const std::string& path, Overwrite overwrite,
                                       const std::vector<std::string>& inputs);

/// A temporary file beside the target. Removed by the destructor until it is in place; what a killed
/// process left is removed by the next attempt at the same target, ten minutes later at the earliest.
class OutputFile {
public:
    /// ExportNotWritable.
    [[nodiscard]] static Result<OutputFile> create(const std::string& target);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// Everything is on the disk; the file can be read under temporaryPath().
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] const std::string& temporaryPath() const noexcept { return m_temporary; }
    [[nodiscard]] std::uint64_t bytes() const noexcept { return m_bytes; }
    /// Gives the file its name. With Refuse, a file that appeared there meanwhile stays.
    [[nodiscard]] Result<void> putInPlace(Overwrite overwrite);

private:
    OutputFile(std::string target, std::string temporary, int descriptor);

    std::string m_target;
    std::string m_temporary;
    int m_descriptor = -1;
    std::uint64_t m_bytes = 0;
};

/// Copies of external data beside a target. Those made are removed again unless kept.
class SideFiles {
public:
    SideFiles() = default;
    SideFiles(const SideFiles&) = delete;
    SideFiles& operator=(const SideFiles&) = delete;
    ~SideFiles();

    /// Copies `from` to `location` below the folder of `target`. A file that is there already with
    /// the same contents is left alone; ExportSideFileDiffers for any other.
    [[nodiscard]] Result<void> bring(const std::string& from, const std::string& location,
                                     const std::string& target);
    [[nodiscard]] const std::vector<std::string>& copied() const noexcept { return m_copied; }
    void keep() noexcept { m_kept = true; }

private:
    std::vector<std::string> m_copied;
    std::vector<std::string> m_folders;
    bool m_kept = false;
};

} // namespace alignscope

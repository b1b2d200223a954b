// SPDX-License-Identifier: Apache-2.0
// fileKindOf and quantizationBeside: what a file is, by its content.
#include "core/base/limits.h"
#include "core/io/file_content.h"
#include "core/io/mapped_file.h"
#include "core/io/onnx_skeleton.h"
#include "core/io/open_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace alignscope {
namespace {

/// Collects the keys of the outermost object and the value of "schema"; stops once it is clear.
class TopLevelKeys : public nlohmann::json_sax<nlohmann::json> {
public:
    [[nodiscard]] FileKind kind() const
    {
        if (m_schema == "alignscope-table/1") return FileKind::Table;
        if (m_schema == "alignscope-scenario/1") return FileKind::Scenario;
        if (m_schema == "alignscope-session/1") return FileKind::Session;
        if ((m_keys.contains("configs") && m_keys.contains("values")) || m_keys.contains("quant_info"))
            return FileKind::PpqJson;
        return FileKind::Unknown;
    }

    bool key(string_t& name) override
    {
        if (m_depth != 1) return true;
        m_atSchema = name == "schema";
        m_keys.insert(name);
        return kind() == FileKind::Unknown;
    }
    bool string(string_t& value) override
    {
        if (m_depth != 1 || !m_atSchema) return true;
        m_schema = value;
        return kind() == FileKind::Unknown;
    }
    bool start_object(std::size_t) override { return ++m_depth < kMaxDepth; }
    bool end_object() override { return --m_depth >= 0; }
    bool start_array(std::size_t) override { return ++m_depth < kMaxDepth; }
    bool end_array() override { return --m_depth >= 0; }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    static constexpr int kMaxDepth = 1000;
    int m_depth = 0;
    bool m_atSchema = false;
    std::string m_schema;
    std::set<std::string> m_keys;
};

FileKind kindOfJson(const InputFile& file)
{
    if (file.size() > limits::kMaxJsonBytes) return FileKind::Unknown;
    const auto text = file.read({0, file.size()});
    if (!text) return FileKind::Unknown;
    TopLevelKeys keys;
    (void)nlohmann::json::sax_parse(*text, &keys);
    return keys.kind();
}

FileKind kindOfBinary(const InputFile& file)
{
    const auto mapping = FileMapping::map(file);
    if (!mapping) return FileKind::Unknown;
    const auto skeleton = readSkeleton(mapping->bytes(), file.path(),
                                       [&](std::uint64_t end) { mapping->forget(end); });
    const auto isGraph = [](const FieldRange& field) { return field.number == 7; };
    return skeleton && std::any_of(skeleton->modelFields.begin(), skeleton->modelFields.end(), isGraph)
        ? FileKind::Onnx : FileKind::Unknown;
}

} // namespace

FileKind fileKindOf(const std::string& path)
{
    try {
        const auto file = InputFile::open(path);
        if (!file) return FileKind::Unknown;
        const auto head = (*file)->head(kContentHeadBytes);
        if (!head) return FileKind::Unknown;
        if (looksLikeJson(*head)) return kindOfJson(**file);
        return whyNotOnnx(path, *head) ? FileKind::Unknown : kindOfBinary(**file);
    } catch (const std::exception&) {
        return FileKind::Unknown;
    }
}

std::string quantizationBeside(const std::string& modelPath)
{
    std::filesystem::path beside(modelPath);
    beside.replace_extension(".json");
    std::error_code code;
    if (beside == std::filesystem::path(modelPath) || !std::filesystem::is_regular_file(beside, code)) return {};
    const FileKind kind = fileKindOf(beside.string());
    return kind == FileKind::PpqJson || kind == FileKind::Table ? beside.string() : std::string();
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/model_metadata.h"

#include "core/base/message_codes.h"
#include "core/io/onnx_proto.h"
#include "core/io/onnx_source.h"

#include <exception>

namespace alignscope {

Result<Metadata> readModelMetadata(const std::string& path)
{
    try {
        const auto source = OnnxSource::open(path);
        if (!source) return tl::unexpected(source.error());
        Metadata metadata;
        for (const auto& entry : (*source)->skeleton().metadata_props())
            metadata.emplace_back(entry.key(), entry.value());
        return metadata;
    } catch (const std::exception& problem) {
        return fail(MessageCode::FileNotReadable, path, problem.what());
    }
}

const std::string* valueOf(const Metadata& metadata, std::string_view key) noexcept
{
    for (const auto& [name, value] : metadata)
        if (name == key) return &value;
    return nullptr;
}

} // namespace alignscope

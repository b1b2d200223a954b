// SPDX-License-Identifier: Apache-2.0
#include "core/io/quant_file.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/text_file.h"
#include "core/io/quant_config.h"

#include <exception>

namespace alignscope {

Result<std::shared_ptr<const QuantFile>> readQuantFile(const std::string& path)
{
    const auto content = readTextFile(path, limits::kMaxJsonBytes);
    if (!content) return tl::unexpected<Error>(content.error());
    const auto json = parseJson(*content, path);
    if (!json) return tl::unexpected<Error>(json.error());
    try {
        const quantfile::Field document{path, *json, {}};
        std::shared_ptr<const quantfile::Config> config;
        const JsonValue* schema = json->find("schema");
        if (schema && schema->text() && *schema->text() == "alignscope-table/1") config = quantfile::readTable(document);
        else if (json->find("configs")) config = quantfile::readPpqJson(document);
        else if (json->find("quant_info")) config = quantfile::readPplJson(document);
        else return fail(MessageCode::QuantFileUnknown, path);
        if (config->operations().empty()) return fail(MessageCode::QuantFileEmpty, path);
        return config;
    } catch (const JsonFieldError& error) {
        return tl::unexpected<Error>(error.error);
    } catch (const std::exception&) { // out of memory
        return fail(MessageCode::JsonTooLarge, path);
    }
}

Result<AppliedQuantFile> applyQuantFile(const QuantFile& file, std::shared_ptr<const Graph> graph)
{
    return static_cast<const quantfile::Config&>(file).apply(std::move(graph));
}

} // namespace alignscope

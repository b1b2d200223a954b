// SPDX-License-Identifier: Apache-2.0
// PPQ's own quantization config: configs by operation and variable, values by hash.
#include "core/io/ppq_json.h"

#include "core/base/numbers.h"


namespace alignscope::quantfile {
namespace {

constexpr std::size_t kMaxVariables = 65536; // of one operation

std::uint16_t readPolicy(const Field& field)
{
    std::uint16_t bits = 0;
    static_cast<void>(field.object());
    for (const policy::Name& name : policy::kNames)
        if (const auto flag = field.optional(name.name); flag && flag->boolean())
            bits = static_cast<std::uint16_t>(bits | name.bit);
    return bits;
}

PpqConfig readConfig(const Field& field, const std::string& variable)
{
    PpqConfig config;
    config.variable = variable;
    Scheme& scheme = config.scheme;
    scheme.bits = static_cast<std::uint8_t>(field.at("bit_width").integer(1, 64));
    scheme.policy = readPolicy(field.at("policy"));
    scheme.quantMin = field.at("quant_min").number();
    scheme.quantMax = field.at("quant_max").number();
    if (scheme.quantMin > scheme.quantMax) field.at("quant_min").refuse("no more than quant_max");
    const auto state = tqcStateFromText(field.at("state").text());
    if (!state) field.at("state").refuse("a state of PPQ");
    config.state = *state;
    config.hash = field.at("hash").integer(-kMaxHash, kMaxHash);
    config.dominator = field.at("dominator").integer(-kMaxHash, kMaxHash);
    return config;
}

} // namespace

std::shared_ptr<const Config> readPpqJson(const Field& document)
{
    auto file = std::make_shared<PpqJson>();
    const Field configs = document.at("configs");
    for (const JsonMember& operation : configs.object()) {
        PpqOperation& entry = file->add(operation.key);
        const Field variables{configs.file, operation.value, "configs / " + operation.key};
        for (const JsonMember& variable : variables.object())
            entry.configs.push_back(readConfig(
                Field{configs.file, variable.value, variables.place + " / " + variable.key}, variable.key));
        if (entry.configs.size() > kMaxVariables) variables.refuse("smaller");
    }
    if (const auto platforms = document.optional("dispatchings"); platforms && platforms->value.members()) {
        std::unordered_map<std::string_view, const std::string*> byName;
        for (const JsonMember& entry : *platforms->value.members())
            if (entry.value.text()) byName.emplace(entry.key, entry.value.text());
        for (PpqOperation& operation : file->list())
            if (const auto found = byName.find(operation.name); found != byName.end())
                operation.platform = *found->second;
    }
    if (const auto values = document.optional("values")) {
        for (const JsonMember& entry : values->object()) {
            const Field field{values->file, entry.value, "values / " + entry.key};
            const auto hash = parseInt(entry.key);
            if (!hash) field.refuse("under an integer");
            static_cast<void>(field.object());
            const auto scale = field.optional("scale");
            const auto offset = field.optional("zero_point");
            file->addValue(*hash, readParameters(scale ? &*scale : nullptr, offset ? &*offset : nullptr));
        }
    }
    return file;
}

} // namespace alignscope::quantfile

// SPDX-License-Identifier: Apache-2.0
// Private to core/io: the content of PPQ's quantization config.
#pragma once

#include "core/io/quant_config.h"

#include <unordered_map>

namespace alignscope::quantfile {

struct PpqConfig {
    std::string variable;
    Scheme scheme; ///< rounding, axis and exponent are not in the file
    TqcState state = TqcState::Initial;
    std::int64_t hash = 0;
    std::int64_t dominator = 0; ///< hash of the root
};

struct PpqOperation {
    std::string name;
    std::string platform;
    std::vector<PpqConfig> configs; ///< in slot order; a variable that is read twice stands once
};

class PpqJson final : public Config {
public:
    struct Value {
        std::int64_t hash;
        Parameters parameters;
    };

    [[nodiscard]] QuantSource kind() const override { return QuantSource::PpqJson; }
    [[nodiscard]] Result<AppliedQuantFile> apply(std::shared_ptr<const Graph> graph) const override;

    PpqOperation& add(const std::string& name)
    {
        m_operations.push_back(name);
        m_list.push_back({name, {}, {}});
        return m_list.back();
    }
    void addValue(std::int64_t hash, Parameters parameters)
    {
        m_valueIndex.emplace(hash, m_values.size());
        m_values.push_back({hash, std::move(parameters)});
    }
    [[nodiscard]] std::vector<PpqOperation>& list() noexcept { return m_list; }
    [[nodiscard]] const std::vector<PpqOperation>& list() const noexcept { return m_list; }
    [[nodiscard]] const std::vector<Value>& values() const noexcept { return m_values; }
    /// nullptr when the file has none for this hash.
    [[nodiscard]] const Parameters* value(std::int64_t hash) const
    {
        const auto found = m_valueIndex.find(hash);
        return found == m_valueIndex.end() ? nullptr : &m_values[found->second].parameters;
    }

private:
    std::vector<PpqOperation> m_list;
    std::vector<Value> m_values; ///< in file order
    std::unordered_map<std::int64_t, std::size_t> m_valueIndex;
};

} // namespace alignscope::quantfile

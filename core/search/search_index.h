// SPDX-License-Identifier: Apache-2.0
// SearchIndex: the texts of a model in lower case, made once for all queries.
#pragma once

#include "core/quant/model.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// Immutable. Thread: any.
class SearchIndex {
public:
    explicit SearchIndex(std::shared_ptr<const Model> model);

    [[nodiscard]] const Model& model() const noexcept { return *m_model; }
    [[nodiscard]] const std::shared_ptr<const Model>& modelPointer() const noexcept { return m_model; }
    [[nodiscard]] std::string_view id(OpId operation) const { return at(3 * operation.index()); }
    [[nodiscard]] std::string_view name(OpId operation) const { return at(3 * operation.index() + 1); }
    [[nodiscard]] std::string_view type(OpId operation) const { return at(3 * operation.index() + 2); }
    [[nodiscard]] std::string_view tensor(TensorId tensor) const
    {
        return at(3 * m_model->graph->operationCount() + tensor.index());
    }

private:
    void add(std::string_view text);
    [[nodiscard]] std::string_view at(std::size_t index) const
    {
        return std::string_view(m_texts).substr(m_begin[index], m_begin[index + 1] - m_begin[index]);
    }

    std::shared_ptr<const Model> m_model;
    std::string m_texts;
    std::vector<std::size_t> m_begin;
};

} // namespace alignscope

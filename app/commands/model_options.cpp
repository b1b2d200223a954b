// SPDX-License-Identifier: Apache-2.0
#include "app/commands/model_options.h"

#include "core/io/open_model.h"

#include <CLI/CLI.hpp>

namespace alignscope::app {

void ModelOptions::declare(CLI::App& command)
{
    command.add_option("MODEL", m_model, "ONNX model")->required();
    command.add_option("--quant", m_quant,
                       "PPQ quantization config (JSON) or alignscope-table/1; without it the parameters are "
                       "read from the model")
        ->type_name("FILE");
}

Expected<std::shared_ptr<const Model>> ModelOptions::open() const
{
    auto model = openModel(m_model, m_quant);
    if (!model) return failure(kInputUnreadable, model.error());
    return *model;
}

std::vector<std::string> ModelOptions::inputs() const
{
    std::vector<std::string> files = {m_model};
    if (!m_quant.empty()) files.push_back(m_quant);
    return files;
}

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// What the parts of the program that draw share: the application object, waiting, selecting by name.
#pragma once

#include "core/cascade/evaluation.h"
#include "ui/session/selection.h"

#include <QApplication>

#include <optional>
#include <string>

namespace alignscope::app {

/// The one QApplication, offscreen when there is no display. `windowed`: settings, language and
/// theme of the user; otherwise English and light, so that pictures are the same everywhere.
class Gui {
public:
    enum class Purpose { Window, Picture };
    explicit Gui(Purpose purpose, const std::string& theme = "light", const std::string& language = "en");
    [[nodiscard]] QApplication& application() { return m_application; }

private:
    static int& prepare(Purpose purpose);
    QApplication m_application;
};

/// A slot id ("Conv1:in:0"), an operation id, a tensor's name or a group ("G3").
[[nodiscard]] std::optional<ui::Selection> selectionNamed(const Evaluation& evaluation, const std::string& id);

} // namespace alignscope::app

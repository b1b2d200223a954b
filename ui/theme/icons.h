// SPDX-License-Identifier: Apache-2.0
// Icons: the SVG files of resources/icons, painted in the colours of the theme.
#pragma once

#include <QIcon>
#include <QString>

namespace alignscope::ui {

/// `name` without folder and ending ("open"). Follows the theme and the screen's resolution.
[[nodiscard]] QIcon icon(const QString& name);

} // namespace alignscope::ui

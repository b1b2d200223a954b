// SPDX-License-Identifier: Apache-2.0
// Recents: the models that were opened last, kept in the settings.
#pragma once

#include <QList>
#include <QString>

namespace alignscope::ui {

struct Recent {
    QString model;
    QString quantization; ///< empty: the model's own parameters
    bool operator==(const Recent&) const = default;
};

/// Newest first, at most nine (Ctrl+1..9). Files that no longer exist are left out.
class Recents {
public:
    [[nodiscard]] static QList<Recent> load();
    static void add(const Recent& recent);
    static void clear();
};

} // namespace alignscope::ui

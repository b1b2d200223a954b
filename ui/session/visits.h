// SPDX-License-Identifier: Apache-2.0
// Visits: the places that were selected, as back and forward walk through them.
#pragma once

#include "ui/session/selection.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace alignscope::ui {

/// Like a browser: a new visit drops what was ahead. Of a session and its model: clear() with it.
class Visits {
public:
    /// Nothing, and the place where one is, are no visits.
    void visit(const Selection& place);
    /// From `now`: where the last visit was, if one is elsewhere (or nowhere), else the one before.
    std::optional<Selection> back(const Selection& now);
    std::optional<Selection> forward();
    [[nodiscard]] bool canGoBack(const Selection& now) const;
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    void clear();

private:
    std::vector<Selection> m_places;
    std::size_t m_at = 0; ///< the last visit; meaningless without places
};

} // namespace alignscope::ui

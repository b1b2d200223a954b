// SPDX-License-Identifier: Apache-2.0
// Visits: the places that were selected, and how they were looked at, as back and forward walk through them.
#pragma once

#include "ui/session/selection.h"

#include <QPointF>

#include <cstddef>
#include <optional>
#include <vector>

namespace alignscope::ui {

/// Like a browser: a new visit drops what was ahead. Of a session and its model: clear() with it.
class Visits {
public:
    /// What was in view, in a drawing that forgetViews() ends.
    struct View {
        QPointF centre;
        double zoom = 1;
    };
    struct Place {
        Selection selection;
        std::optional<View> view; ///< as it was left
    };

    /// Nothing, and the place where one is, are no visits. `leaving`: what is in view until now.
    void visit(const Selection& place, const std::optional<View>& leaving = {});
    /// From `now`: where the last visit was, if one is elsewhere (or nowhere), else the one before.
    std::optional<Place> back(const Selection& now, const std::optional<View>& leaving = {});
    std::optional<Place> forward(const std::optional<View>& leaving = {});
    [[nodiscard]] bool canGoBack(const Selection& now) const;
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    void clear();
    /// The drawing is another: what was in view says nothing any more.
    void forgetViews();

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0; ///< the last visit; meaningless without places
};

} // namespace alignscope::ui

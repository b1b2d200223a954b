// SPDX-License-Identifier: Apache-2.0
#include "ui/session/visits.h"

namespace alignscope::ui {
namespace {

constexpr std::size_t kMostPlaces = 200;

} // namespace

void Visits::visit(const Selection& place)
{
    if (place.kind == Selection::Kind::None || (!m_places.empty() && m_places[m_at] == place)) return;
    if (!m_places.empty()) m_places.resize(m_at + 1);
    if (m_places.size() == kMostPlaces) m_places.erase(m_places.begin());
    m_places.push_back(place);
    m_at = m_places.size() - 1;
}

bool Visits::canGoBack(const Selection& now) const
{
    return !m_places.empty() && (m_at > 0 || !(m_places[m_at] == now));
}

std::optional<Selection> Visits::back(const Selection& now)
{
    if (!canGoBack(now)) return std::nullopt;
    if (m_places[m_at] == now) --m_at;
    return m_places[m_at];
}

std::optional<Selection> Visits::forward()
{
    if (!canGoForward()) return std::nullopt;
    return m_places[++m_at];
}

void Visits::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace alignscope::ui

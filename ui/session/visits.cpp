// SPDX-License-Identifier: Apache-2.0
#include "ui/session/visits.h"

namespace alignscope::ui {
namespace {

constexpr std::size_t kMostPlaces = 200;

} // namespace

void Visits::visit(const Selection& place, const std::optional<View>& leaving)
{
    if (place.kind == Selection::Kind::None || (!m_places.empty() && m_places[m_at].selection == place)) return;
    if (!m_places.empty()) {
        m_places.resize(m_at + 1);
        m_places[m_at].view = leaving;
    }
    if (m_places.size() == kMostPlaces) m_places.erase(m_places.begin());
    m_places.push_back({place, {}});
    m_at = m_places.size() - 1;
}

bool Visits::canGoBack(const Selection& now) const
{
    return !m_places.empty() && (m_at > 0 || !(m_places[m_at].selection == now));
}

std::optional<Visits::Place> Visits::back(const Selection& now, const std::optional<View>& leaving)
{
    if (!canGoBack(now)) return std::nullopt;
    if (m_places[m_at].selection == now) {
        m_places[m_at].view = leaving;
        --m_at;
    }
    return m_places[m_at];
}

std::optional<Visits::Place> Visits::forward(const std::optional<View>& leaving)
{
    if (!canGoForward()) return std::nullopt;
    m_places[m_at].view = leaving;
    return m_places[++m_at];
}

void Visits::clear()
{
    m_places.clear();
    m_at = 0;
}

void Visits::forgetViews()
{
    for (Place& place : m_places) place.view.reset();
}

} // namespace alignscope::ui

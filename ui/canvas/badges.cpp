// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/badges.h"

#include "ui/canvas/painter.h"
#include "ui/text/words.h"

#include <algorithm>

namespace alignscope::ui {

double badgeWidth(const EdgeLook& look, double zoom, const QFontMetricsF& label)
{
    if (lodOf(zoom) == Lod::Mid) return std::max(15.0, 11.0 / zoom);
    if (look.kind == RescaleKind::None) return 20.0;
    return label.horizontalAdvance(look.kind == RescaleKind::Resolved ? QStringLiteral(u"= \u2713") : ratioText(look.ratio)) + 14.0;
}

Badges::Badges(const Drawing& drawing, const CanvasLook& look, std::uint32_t consumer, double zoom, const QFontMetricsF& label)
    : m_consumer(consumer)
{
    constexpr std::size_t kCrowd = 3; // two that touch can still be read
    const auto ports = drawing.ports(drawing.node(consumer));
    for (const DrawnPort& port : ports) {
        if (!port.input) continue;
        for (const std::uint32_t e : drawing.edgesAt(port)) {
            const DrawnEdge& edge = drawing.edges()[e];
            if (!edge.target || drawing.ends()[e].to != consumer) continue;
            const EdgeLook edgeLook = look.edge(edge.target);
            if (edgeLook.kind == RescaleKind::None && edge.stub) continue;
            const double width = badgeWidth(edgeLook, zoom, label);
            const double height = lodOf(zoom) == Lod::Mid ? width : 17.0;
            m_badges.push_back({e, edgeLook.kind, QRectF(edge.middle.x() - width / 2, edge.middle.y() - height / 2, width, height)});
        }
    }
    const bool down = drawing.options().direction == layout::Direction::Down;
    std::stable_sort(m_badges.begin(), m_badges.end(), [down](const Badge& a, const Badge& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        const QPointF p = a.rect.center();
        const QPointF q = b.rect.center();
        return down ? p.x() < q.x() : p.y() < q.y();
    });
    for (std::size_t first = 0; first < m_badges.size();) {
        std::size_t last = first + 1; // behind the run
        while (last < m_badges.size() && m_badges[last].kind == m_badges[first].kind
               && m_badges[last].rect.intersects(m_badges[last - 1].rect))
            ++last;
        const bool crowd = ports.size() > kCrowd && last - first >= kCrowd;
        for (std::size_t i = first; i < last; ++i) {
            Badge& badge = m_badges[i];
            badge.first = static_cast<std::uint32_t>(crowd ? first : i);
            badge.count = crowd ? 0 : 1;
            m_edges.push_back(badge.edge);
        }
        if (crowd) m_badges[(first + last) / 2].count = static_cast<std::uint32_t>(last - first);
        first = last;
    }
}

std::span<const std::uint32_t> Badges::standsFor(std::uint32_t edge) const
{
    const auto at = std::find_if(m_badges.begin(), m_badges.end(), [&](const Badge& badge) { return badge.edge == edge; });
    if (at == m_badges.end()) return {};
    return {m_edges.data() + at->first, at->count};
}

std::vector<Badges::Shown> Badges::shown() const
{
    std::vector<Shown> result;
    for (const Badge& badge : m_badges)
        if (badge.count > 0) result.push_back({badge.edge, badge.count});
    return result;
}

std::vector<std::uint32_t> crowdOf(const Drawing& drawing, const CanvasLook& look, std::uint32_t edge, double zoom)
{
    const Badges badges(drawing, look, drawing.ends()[edge].to, zoom, QFontMetricsF(drawing.fonts().label));
    const auto edges = badges.standsFor(edge);
    return {edges.begin(), edges.end()};
}

} // namespace alignscope::ui

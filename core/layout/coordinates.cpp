// SPDX-License-Identifier: Apache-2.0
#include "core/layout/coordinates.h"

#include "core/layout/settle.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace alignscope::layout
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Offset of a link's end from the item's centre. Two boxes are aligned by their centres, which
/// keeps columns of boxes straight, and so is the trunk; another line is aligned with the port.
double alignmentOffset(const Layering& layering, const Link& link, bool upperEnd)
{
    const bool betweenBoxes = !layering.isBend(link.upper) && !layering.isBend(link.lower);
    if (betweenBoxes || link.priority == LinkPriority::Trunk) return 0;
    const Index item = upperEnd ? link.upper : link.lower;
    return ((upperEnd ? link.upperPort : link.lowerPort) - 0.5) * layering.width[item];
}

/// Links along which items may be aligned: none that crosses, or shares an end with, a link that
/// has a higher priority.
std::vector<std::uint8_t> findAlignable(const Layering& layering)
{
    std::vector<std::uint8_t> alignable(layering.links.size(), 1);
    std::vector<LinkPriority> below(layering.itemCount(), LinkPriority::Normal);
    std::vector<LinkPriority> above(layering.itemCount(), LinkPriority::Normal);
    for (const Link& link : layering.links) {
        below[link.upper] = std::max(below[link.upper], link.priority);
        above[link.lower] = std::max(above[link.lower], link.priority);
    }
    for (std::size_t l = 0; l < layering.links.size(); ++l) {
        const Link& link = layering.links[l];
        if (link.priority < below[link.upper] || link.priority < above[link.lower]) alignable[l] = 0;
    }
    using Signed = std::int64_t;
    // Per place of the upper layer: the furthest lower end of the lines left of it, right of it.
    std::vector<Signed> leftMost;
    std::vector<Signed> rightMost;
    for (const LinkPriority level : {LinkPriority::Spine, LinkPriority::Line, LinkPriority::Trunk}) {
        for (const auto& layer : layering.layers) {
            const std::size_t width = layer.size();
            leftMost.assign(width + 1, -1);
            rightMost.assign(width + 1, std::numeric_limits<Signed>::max());
            bool any = false;
            for (std::size_t i = 0; i < width; ++i)
                for (const Index l : layering.linksBelow(layer[i])) {
                    const Link& link = layering.links[l];
                    if (link.priority < level) continue;
                    const Signed place = layering.place[link.lower];
                    leftMost[i + 1] = std::max(leftMost[i + 1], place);
                    rightMost[i] = std::min(rightMost[i], place);
                    any = true;
                }
            if (!any) continue;
            for (std::size_t i = 1; i <= width; ++i)
                leftMost[i] = std::max(leftMost[i], leftMost[i - 1]);
            for (std::size_t i = width; i-- > 0;)
                rightMost[i] = std::min(rightMost[i], rightMost[i + 1]);
            for (std::size_t i = 0; i < width; ++i)
                for (const Index l : layering.linksBelow(layer[i])) {
                    const Link& link = layering.links[l];
                    if (link.priority >= level) continue;
                    const Signed place = layering.place[link.lower];
                    if (leftMost[i] > place || rightMost[i + 1] < place) alignable[l] = 0;
                }
        }
    }
    return alignable;
}

/// One of the four alignments. Mirrored runs see every layer from right to left.
class Alignment
{
public:
    Alignment(const Layering& layering, const std::vector<std::uint8_t>& alignable, bool upwards,
              bool mirrored)
        : m_layering(layering), m_alignable(alignable), m_upwards(upwards), m_mirrored(mirrored),
          m_root(layering.itemCount()), m_shift(layering.itemCount())
    {
        std::iota(m_root.begin(), m_root.end(), Index{0});
    }

    std::vector<double> run()
    {
        align();
        compact();
        std::vector<double> x(m_root.size());
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double value = m_x[m_root[i]] + m_shift[i];
            x[i] = m_mirrored ? -value : value;
        }
        return x;
    }

private:
    [[nodiscard]] Index itemAt(const std::vector<Index>& layer, std::size_t i) const
    {
        return m_mirrored ? layer[layer.size() - 1 - i] : layer[i];
    }
    [[nodiscard]] std::int64_t placeOf(Index item) const
    {
        const std::int64_t place = m_layering.place[item];
        return m_mirrored ? -place - 1 : place;
    }

    void align()
    {
        const std::size_t count = m_layering.layers.size();
        std::vector<std::pair<std::int64_t, Index>> candidates; // place of the neighbour, link
        for (std::size_t step = 1; step < count; ++step) {
            const auto& layer = m_layering.layers[m_upwards ? count - 1 - step : step];
            std::int64_t taken = std::numeric_limits<std::int64_t>::min();
            for (std::size_t i = 0; i < layer.size(); ++i) {
                const Index item = itemAt(layer, i);
                candidates.clear();
                int top = 0;
                const auto links = m_upwards ? m_layering.linksBelow(item) : m_layering.linksAbove(item);
                for (const Index l : links) {
                    if (!m_alignable[l]) continue;
                    const Link& link = m_layering.links[l];
                    const int preference = preferenceOf(link);
                    if (preference < top) continue;
                    if (preference > top) candidates.clear();
                    top = preference;
                    candidates.emplace_back(placeOf(m_upwards ? link.lower : link.upper), l);
                }
                if (candidates.empty()) continue;
                std::sort(candidates.begin(), candidates.end());
                const std::size_t low = (candidates.size() - 1) / 2;
                const std::size_t high = candidates.size() / 2;
                for (std::size_t m = low; m <= high; ++m) {
                    if (candidates[m].first <= taken) continue;
                    join(item, m_layering.links[candidates[m].second]);
                    taken = candidates[m].first;
                    break;
                }
            }
        }
    }

    /// Boxes stand below boxes rather than below a line, also beside the trunk.
    [[nodiscard]] int preferenceOf(const Link& link) const
    {
        if (link.priority != LinkPriority::Normal) return 1 + static_cast<int>(link.priority);
        return m_layering.isBend(link.upper) || m_layering.isBend(link.lower) ? 0 : 1;
    }

    void join(Index item, const Link& link)
    {
        const Index other = m_upwards ? link.lower : link.upper;
        const double sign = m_mirrored ? -1 : 1;
        m_root[item] = m_root[other];
        m_shift[item] = m_shift[other]
                        + sign
                              * (alignmentOffset(m_layering, link, !m_upwards)
                                 - alignmentOffset(m_layering, link, m_upwards));
    }

    struct Constraint {
        Index left = 0, right = 0; ///< roots
        double distance = 0;
    };

    void compact()
    {
        const Index n = m_layering.itemCount();
        std::vector<Constraint> constraints;
        constraints.reserve(n);
        std::vector<Index> begin(std::size_t{n} + 1);
        std::vector<Index> open(n);
        for (const auto& layer : m_layering.layers)
            for (std::size_t i = 1; i < layer.size(); ++i) {
                const Index a = itemAt(layer, i - 1);
                const Index b = itemAt(layer, i);
                const double distance = separation(m_layering, a, b) + m_shift[a] - m_shift[b];
                constraints.push_back({m_root[a], m_root[b], distance});
                ++begin[m_root[a] + 1];
                ++open[m_root[b]];
            }
        for (Index i = 1; i <= n; ++i)
            begin[i] += begin[i - 1];
        std::vector<Constraint> byLeft(constraints.size());
        std::vector<Index> next(begin.begin(), begin.end() - 1);
        for (const Constraint& c : constraints)
            byLeft[next[c.left]++] = c;

        m_x.assign(n, 0);
        std::vector<Index> order;
        order.reserve(n);
        for (Index i = 0; i < n; ++i)
            if (m_root[i] == i && open[i] == 0) order.push_back(i);
        for (std::size_t head = 0; head < order.size(); ++head) {
            const Index block = order[head];
            for (Index c = begin[block]; c < begin[block + 1]; ++c) {
                m_x[byLeft[c].right] = std::max(m_x[byLeft[c].right], m_x[block] + byLeft[c].distance);
                if (--open[byLeft[c].right] == 0) order.push_back(byLeft[c].right);
            }
        }
        // Blocks with something to their right move up to it, so that all gather at the trunk.
        for (std::size_t i = order.size(); i-- > 0;) {
            const Index block = order[i];
            double limit = kInfinity;
            for (Index c = begin[block]; c < begin[block + 1]; ++c)
                limit = std::min(limit, m_x[byLeft[c].right] - byLeft[c].distance);
            if (limit < kInfinity) m_x[block] = std::max(m_x[block], limit);
        }
    }

    const Layering& m_layering;
    const std::vector<std::uint8_t>& m_alignable;
    bool m_upwards;
    bool m_mirrored;
    std::vector<Index> m_root;
    std::vector<double> m_shift; ///< of an item from its root
    std::vector<double> m_x;     ///< of roots
};

} // namespace

double separation(const Layering& layering, Index left, Index right)
{
    const bool bendLeft = layering.isBend(left);
    const bool bendRight = layering.isBend(right);
    const double gap = bendLeft && bendRight ? kLineGap : bendLeft || bendRight ? kNodeLineGap : kNodeGap;
    return (layering.width[left] + layering.width[right]) / 2 + gap;
}

double alignmentGap(const Layering& layering, const Link& link, const std::vector<double>& x)
{
    return x[link.lower] + alignmentOffset(layering, link, false) - x[link.upper]
           - alignmentOffset(layering, link, true);
}

std::vector<double> alignItems(const Layering& layering)
{
    const Index n = layering.itemCount();
    if (n == 0) return {};
    const std::vector<std::uint8_t> alignable = findAlignable(layering);
    std::array<std::vector<double>, 4> x;
    std::array<double, 4> low{};
    std::array<double, 4> high{};
    for (std::size_t run = 0; run < 4; ++run) {
        x[run] = Alignment(layering, alignable, (run & 1) != 0, (run & 2) != 0).run();
        low[run] = kInfinity;
        high[run] = -kInfinity;
        for (Index i = 0; i < n; ++i) {
            low[run] = std::min(low[run], x[run][i] - layering.width[i] / 2);
            high[run] = std::max(high[run], x[run][i] + layering.width[i] / 2);
        }
    }
    std::size_t narrowest = 0;
    for (std::size_t run = 1; run < 4; ++run)
        if (high[run] - low[run] < high[narrowest] - low[narrowest]) narrowest = run;
    std::array<double, 4> move{};
    for (std::size_t run = 0; run < 4; ++run)
        move[run] = (run & 2) != 0 ? high[narrowest] - high[run] : low[narrowest] - low[run];
    std::vector<double> result(n);
    for (Index i = 0; i < n; ++i) {
        std::array<double, 4> values{};
        for (std::size_t run = 0; run < 4; ++run)
            values[run] = x[run][i] + move[run];
        std::sort(values.begin(), values.end());
        result[i] = (values[1] + values[2]) / 2;
    }
    settle(layering, result);
    return result;
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/reinsert.h"

#include "core/layout/coordinates.h"
#include "core/layout/ordering.h"

#include <algorithm>
#include <limits>

namespace alignscope::layout
{

namespace
{

constexpr double kEndless = std::numeric_limits<double>::infinity();

/// A link between two ranks whose ends are known but for those of the column.
struct OtherLink {
    std::size_t upper = 0, lower = 0; ///< places among the others of the ranks
    double weight = 1;
    double upperPort = 0.5, lowerPort = 0.5;
};

double priceOf(const Link& link)
{
    return static_cast<double>(crossingWeight(link));
}

/// A rank that the column passes, without it.
struct PassedRank {
    std::vector<Index> others;
    std::vector<double> low, high; ///< per slot: how far left and right an item can stand there
};

/// A slot p lies left of the other item p. The item of row r has the slots 0 to others.size().
class Placing
{
public:
    Placing(const Layering& layering, const Column& column, const ReinsertionPrice& price)
        : m_layering(layering), m_column(column), m_price(price), m_at(layering.itemCount(), kIsColumn)
    {
        for (const Index item : column) {
            PassedRank row;
            for (const Index other : layering.layers[layering.rank[item]])
                if (other != item) {
                    m_at[other] = row.others.size();
                    row.others.push_back(other);
                }
            if (price.x != nullptr) findRooms(row, item);
            m_rows.push_back(std::move(row));
        }
        const Index above = layering.rank[column.front()];
        const Index below = layering.rank[column.back()];
        if (above > 0) enter(layering.layers[above - 1]);
        if (below + 1 < layering.layers.size()) enter(layering.layers[below + 1]);
    }

    /// The best slot for each item of the column.
    std::vector<std::size_t> run()
    {
        const std::size_t count = m_column.size();
        std::vector<std::vector<double>> least(count);
        std::vector<std::vector<std::uint32_t>> before(count);
        for (std::size_t r = 0; r < count; ++r) {
            std::vector<double> own = ownCosts(r);
            before[r].assign(own.size(), 0);
            if (r > 0) addPassage(r, least[r - 1], own, before[r]);
            least[r] = std::move(own);
        }
        std::vector<std::size_t> slots(count);
        slots[count - 1] = static_cast<std::size_t>(
            std::min_element(least[count - 1].begin(), least[count - 1].end()) - least[count - 1].begin());
        for (std::size_t r = count - 1; r > 0; --r)
            slots[r - 1] = before[r][slots[r]];
        return slots;
    }

    /// Where in a slot it is nearest to `x`.
    [[nodiscard]] double nearest(std::size_t r, std::size_t slot, double x) const
    {
        return std::clamp(x, m_rows[r].low[slot], m_rows[r].high[slot]);
    }
    [[nodiscard]] const PassedRank& row(std::size_t r) const { return m_rows[r]; }

private:
    static constexpr std::size_t kIsColumn = std::numeric_limits<std::size_t>::max();
    /// What a crossing of lines without a common end counts; one of lines with a common end counts 1.
    static constexpr double kApart = 1 + kCrossingApart;

    void enter(const std::vector<Index>& layer)
    {
        for (std::size_t i = 0; i < layer.size(); ++i)
            m_at[layer[i]] = i;
    }

    void findRooms(PassedRank& row, Index item)
    {
        const std::vector<double>& x = *m_price.x;
        for (std::size_t p = 0; p <= row.others.size(); ++p) {
            double low = -kEndless;
            double high = kEndless;
            if (p > 0) low = x[row.others[p - 1]] + separation(m_layering, row.others[p - 1], item);
            if (p < row.others.size()) high = x[row.others[p]] - separation(m_layering, item, row.others[p]);
            if (low > high) low = high = (low + high) / 2;
            row.low.push_back(low);
            row.high.push_back(high);
        }
    }

    /// How far a slot is from a place.
    [[nodiscard]] double distance(const PassedRank& row, std::size_t slot, double x) const
    {
        return std::max({0.0, row.low[slot] - x, x - row.high[slot]});
    }

    /// Links below a layer that the column has no part in.
    [[nodiscard]] std::vector<OtherLink> othersBetween(const std::vector<Index>& upperLayer) const
    {
        std::vector<OtherLink> result;
        for (const Index item : upperLayer) {
            if (m_at[item] == kIsColumn) continue;
            for (const Index l : m_layering.linksBelow(item)) {
                const Link& link = m_layering.links[l];
                if (m_at[link.lower] == kIsColumn) continue;
                result.push_back({m_at[link.upper], m_at[link.lower], priceOf(link), link.upperPort,
                                  link.lowerPort});
            }
        }
        return result;
    }

    /// Adds per slot what the link of the column's item to `end` (a place on the other rank) crosses.
    static void addCrossings(std::vector<double>& cost, const std::vector<OtherLink>& others, bool columnIsUpper,
                             std::size_t end, double port, double weight)
    {
        // Changes from slot to slot, summed up at the end.
        std::vector<double> change(cost.size() + 1);
        for (const OtherLink& other : others) {
            const std::size_t near = columnIsUpper ? other.upper : other.lower;
            const std::size_t far = columnIsUpper ? other.lower : other.upper;
            double price = kApart * weight * other.weight;
            bool isRight = far > end;
            if (far == end) {
                const double otherPort = columnIsUpper ? other.lowerPort : other.upperPort;
                if (otherPort == port) continue;
                isRight = otherPort > port;
                price = weight * other.weight;
            }
            if (isRight) { // crossed from slots right of the other's near end
                change[near + 1] += price;
            } else {
                change[0] += price;
                change[near + 1] -= price;
            }
        }
        double sum = 0;
        for (std::size_t p = 0; p < cost.size(); ++p) {
            sum += change[p];
            cost[p] += sum;
        }
    }

    /// What the links of an item to others cost in each slot.
    std::vector<double> ownCosts(std::size_t r)
    {
        const Index item = m_column[r];
        std::vector<double> cost(m_rows[r].others.size() + 1);
        const Index rank = m_layering.rank[item];
        std::vector<OtherLink> above;
        std::vector<OtherLink> below;
        const auto add = [&](const Link& link, bool columnIsUpper, std::vector<OtherLink>& others) {
            if (others.empty())
                others = othersBetween(m_layering.layers[columnIsUpper ? rank : rank - 1]);
            const Index end = columnIsUpper ? link.lower : link.upper;
            addCrossings(cost, others, columnIsUpper, m_at[end], columnIsUpper ? link.lowerPort : link.upperPort,
                         priceOf(link));
            if (m_price.x == nullptr) return;
            for (std::size_t p = 0; p < cost.size(); ++p)
                cost[p] += kApart * m_price.pixel * distance(m_rows[r], p, (*m_price.x)[end]);
        };
        for (const Index l : m_layering.linksAbove(item))
            if (m_at[m_layering.links[l].upper] != kIsColumn) add(m_layering.links[l], false, above);
        for (const Index l : m_layering.linksBelow(item))
            if (m_at[m_layering.links[l].lower] != kIsColumn) add(m_layering.links[l], true, below);
        return cost;
    }

    /// Adds what the column's link from row r - 1 to row r costs, for the best slot above each.
    void addPassage(std::size_t r, const std::vector<double>& above, std::vector<double>& cost,
                    std::vector<std::uint32_t>& before)
    {
        const std::size_t upperCount = above.size();
        const std::size_t lowerCount = cost.size();
        const Index upperItem = m_column[r - 1];
        const Index lowerItem = m_column[r];
        double weight = 1;
        for (const Index l : m_layering.linksBelow(upperItem))
            if (m_layering.links[l].lower == lowerItem) weight = priceOf(m_layering.links[l]);
        // Weights of links left of both slots, then sums.
        std::vector<double> left(upperCount * lowerCount);
        for (const OtherLink& other : othersBetween(m_layering.layers[m_layering.rank[upperItem]]))
            left[(other.upper + 1) * lowerCount + other.lower + 1] += other.weight;
        for (std::size_t p = 0; p < upperCount; ++p)
            for (std::size_t q = 1; q < lowerCount; ++q)
                left[p * lowerCount + q] += left[p * lowerCount + q - 1];
        for (std::size_t p = 1; p < upperCount; ++p)
            for (std::size_t q = 0; q < lowerCount; ++q)
                left[p * lowerCount + q] += left[(p - 1) * lowerCount + q];
        // The column's other links between the two ranks cross each other.
        std::vector<OtherLink> out; // from the upper item
        std::vector<OtherLink> in;  // to the lower item
        for (const Index l : m_layering.linksBelow(upperItem))
            if (m_layering.links[l].lower != lowerItem)
                out.push_back({0, m_at[m_layering.links[l].lower], priceOf(m_layering.links[l])});
        for (const Index l : m_layering.linksAbove(lowerItem))
            if (m_layering.links[l].upper != upperItem)
                in.push_back({m_at[m_layering.links[l].upper], 0, priceOf(m_layering.links[l])});
        for (std::size_t q = 0; q < lowerCount; ++q) {
            double least = kEndless;
            for (std::size_t p = 0; p < upperCount; ++p) {
                const double both = left[p * lowerCount + q];
                double value = above[p]
                               + kApart * weight
                                     * (left[p * lowerCount + lowerCount - 1]
                                        + left[(upperCount - 1) * lowerCount + q] - 2 * both);
                for (const OtherLink& a : out)
                    for (const OtherLink& b : in)
                        if ((b.upper < p) == (a.lower < q)) value += kApart * a.weight * b.weight;
                if (m_price.x != nullptr)
                    value += kApart * m_price.pixel
                             * std::max({0.0, m_rows[r - 1].low[p] - m_rows[r].high[q],
                                         m_rows[r].low[q] - m_rows[r - 1].high[p]});
                if (value >= least) continue;
                least = value;
                before[q] = static_cast<std::uint32_t>(p);
            }
            cost[q] += least;
        }
    }

    const Layering& m_layering;
    const Column& m_column;
    const ReinsertionPrice& m_price;
    std::vector<std::size_t> m_at; ///< per item: its place among the others of its rank
    std::vector<PassedRank> m_rows;
};

/// Rough measure of what a reinsertion takes.
std::int64_t workOf(const Layering& layering, const Column& column)
{
    std::int64_t work = layering.itemCount() / 8;
    std::size_t before = 1;
    for (const Index item : column) {
        const std::size_t size = layering.layers[layering.rank[item]].size();
        work += static_cast<std::int64_t>(size * before + 8 * size);
        before = size;
    }
    return work;
}

} // namespace

std::vector<Column> findColumns(const Layering& layering)
{
    const Index n = layering.itemCount();
    std::vector<std::uint8_t> isTrunk(n);
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Trunk) isTrunk[link.upper] = isTrunk[link.lower] = 1;
    // The one item below that an item continues in: of a line, its next bend; of a box, the box below or
    // its only line; of a line's last bend, its only reader.
    std::vector<Index> next(n, n);
    std::vector<Index> before(n, n);
    const auto join = [&](Index upper, Index lower) {
        if (isTrunk[upper] || isTrunk[lower] || next[upper] != n || before[lower] != n) return;
        next[upper] = lower;
        before[lower] = upper;
    };
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Line || link.priority == LinkPriority::Spine) join(link.upper, link.lower);
    for (const Link& link : layering.links)
        if (layering.isBend(link.lower) && !layering.isBend(link.upper)) join(link.upper, link.lower);
    for (const Link& link : layering.links)
        if (layering.isBend(link.upper) && !layering.isBend(link.lower)) join(link.upper, link.lower);
    std::vector<Column> columns;
    for (Index item = 0; item < n; ++item) {
        if (isTrunk[item] || before[item] != n) continue;
        Column whole;
        Column line;
        for (Index here = item; here != n; here = next[here]) {
            whole.push_back(here);
            if (layering.isBend(here)) line.push_back(here);
            const bool ends = next[here] == n || !layering.isBend(next[here]);
            if (!ends || line.empty()) continue;
            if (line.size() < whole.size() || next[here] != n) columns.push_back(line);
            line.clear();
        }
        columns.push_back(std::move(whole));
    }
    return columns;
}

bool reinsert(Layering& layering, const Column& column, const ReinsertionPrice& price, std::int64_t& work)
{
    const std::int64_t needed = workOf(layering, column);
    if (needed > work) return false;
    work -= needed;
    Placing placing(layering, column, price);
    const std::vector<std::size_t> slots = placing.run();
    bool changed = false;
    for (std::size_t r = 0; r < column.size(); ++r) {
        if (layering.place[column[r]] == slots[r]) continue;
        if (price.x != nullptr) (*price.x)[column[r]] = placing.nearest(r, slots[r], r > 0 ? (*price.x)[column[r - 1]] : (*price.x)[column[r]]);
        changed = true;
        auto& layer = layering.layers[layering.rank[column[r]]];
        layer = placing.row(r).others;
        layer.insert(layer.begin() + static_cast<std::ptrdiff_t>(slots[r]), column[r]);
        for (Index i = 0; i < layer.size(); ++i)
            layering.place[layer[i]] = i;
    }
    return changed;
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/graph/repeats.h"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>
#include <string>
#include <utility>

namespace alignscope {
namespace {

constexpr std::size_t kFar = 200;       // positions; what reaches farther (masks, long skips) cuts nothing off
constexpr std::size_t kManyUses = 4;    // so often far away: shared by all layers
constexpr std::size_t kMostPeriod = 128;
constexpr std::size_t kLeastUnit = 3;   // operations

struct Piece {
    std::size_t begin = 0; ///< positions in the order
    std::size_t end = 0;
    std::size_t shape = 0; ///< equal for equal types and wiring
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

// Operations that no input of the model reaches: they make weights and parameters. Exporters like to
// list them first, far from their readers.
std::vector<bool> findMakers(const Graph& graph, const std::vector<OpId>& order)
{
    std::vector<bool> maker(graph.operationCount(), false);
    for (const OpId op : order) {
        const auto inputs = graph.inputs(op);
        maker[op.index()] = std::all_of(inputs.begin(), inputs.end(), [&](TensorId input) {
            if (!input || graph.tensor(input).kind == TensorKind::Constant) return true;
            const OpId producer = graph.producer(input);
            return producer && maker[producer.index()];
        });
    }
    return maker;
}

// Moves the makers to their first reader.
std::vector<OpId> makersLate(const Graph& graph, const std::vector<OpId>& order)
{
    const std::vector<bool> maker = findMakers(graph, order);
    std::vector<bool> placed(graph.operationCount(), true);
    for (const OpId op : order) placed[op.index()] = false;
    std::vector<OpId> result, stack;
    const auto place = [&](OpId first) { // what it reads, then itself
        stack.assign(1, first);
        while (!stack.empty()) {
            const OpId op = stack.back();
            const std::size_t before = stack.size();
            const auto inputs = graph.inputs(op);
            for (auto input = inputs.rbegin(); input != inputs.rend(); ++input) {
                const OpId producer = *input ? graph.producer(*input) : OpId{};
                if (producer && maker[producer.index()] && !placed[producer.index()]) stack.push_back(producer);
            }
            if (stack.size() > before) continue;
            stack.pop_back();
            if (!placed[op.index()]) result.push_back(op);
            placed[op.index()] = true;
        }
    };
    for (const OpId op : order)
        if (!maker[op.index()]) place(op);
    for (const OpId op : order) // nobody reads these
        if (!placed[op.index()]) place(op);
    return result;
}

// Producers first, ties by the graph's order; constants are no part of it.
std::vector<OpId> flowOrder(const Graph& graph)
{
    const std::size_t count = graph.operationCount();
    std::vector<std::uint32_t> missing(count, 0);
    for (std::size_t i = 0; i < count; ++i)
        for (const TensorId input : graph.inputs(OpId(i)))
            if (input && graph.producer(input)) ++missing[i];
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t i = 0; i < count; ++i)
        if (missing[i] == 0) ready.push(i);
    std::vector<OpId> order;
    while (!ready.empty()) {
        const OpId op(ready.top());
        ready.pop();
        const auto outputs = graph.outputs(op);
        const bool constant = !outputs.empty() && std::all_of(outputs.begin(), outputs.end(), [&](TensorId tensor) {
            return tensor && graph.tensor(tensor).kind == TensorKind::Constant;
        });
        if (!constant) order.push_back(op);
        for (const TensorId output : outputs) {
            if (!output || graph.producer(output) != op) continue;
            for (const Use& use : graph.uses(output))
                if (--missing[use.operation.index()] == 0) ready.push(use.operation.index());
        }
    }
    return makersLate(graph, order);
}

class Finder {
public:
    explicit Finder(const Graph& graph) : m_graph(graph), m_order(flowOrder(graph)), m_maker(findMakers(graph, m_order)), m_position(graph.operationCount(), 0)
    {
        for (std::size_t i = 0; i < m_order.size(); ++i) m_position[m_order[i].index()] = i;
    }

    std::vector<Block> find()
    {
        cutIntoPieces();
        struct Range {
            std::size_t begin = 0, end = 0; // positions
            std::vector<std::size_t> shape; // of its pieces
        };
        std::vector<Range> ranges;
        for (const Unit& unit : units())
            for (std::size_t first = unit.first; first < unit.first + unit.copies * unit.period; first += unit.period) {
                Range range{m_pieces[first].begin, m_pieces[first + unit.period - 1].end, {}};
                for (std::size_t i = first; i < first + unit.period; ++i) range.shape.push_back(m_pieces[i].shape);
                ranges.push_back(std::move(range));
            }
        std::map<std::size_t, std::size_t> occurrences;
        for (const Piece& piece : m_pieces) ++occurrences[piece.shape];
        for (const Piece& piece : m_pieces)
            if (piece.size() >= kLeastUnit && occurrences[piece.shape] >= 2) ranges.push_back({piece.begin, piece.end, {piece.shape}});
        // Outer ones first; a piece that is a whole unit stands only once.
        std::stable_sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        ranges.erase(std::unique(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.begin == b.begin && a.end == b.end; }), ranges.end());

        std::map<std::vector<std::size_t>, std::uint32_t> copies;
        for (const Range& range : ranges) ++copies[range.shape];
        std::map<std::vector<std::size_t>, std::uint32_t> seen;
        std::vector<Block> blocks;
        std::vector<std::pair<std::uint32_t, std::size_t>> open; // block, end
        for (const Range& range : ranges) {
            while (!open.empty() && open.back().second <= range.begin) open.pop_back();
            Block block;
            block.parent = open.empty() ? kNoBlock : open.back().first;
            block.depth = static_cast<std::uint32_t>(open.size());
            block.ordinal = ++seen[range.shape];
            block.copies = copies[range.shape];
            block.operations.assign(m_order.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                    m_order.begin() + static_cast<std::ptrdiff_t>(range.end));
            std::sort(block.operations.begin(), block.operations.end());
            open.emplace_back(static_cast<std::uint32_t>(blocks.size()), range.end);
            blocks.push_back(std::move(block));
        }
        return blocks;
    }

private:
    // Cuts where at most one tensor passes.
    void cutIntoPieces()
    {
        const std::size_t count = m_order.size();
        std::vector<std::int64_t> passing(count + 1, 0);
        for (std::size_t t = 0; t < m_graph.tensorCount(); ++t) {
            const TensorId tensor(t);
            if (m_graph.tensor(tensor).kind == TensorKind::Constant) continue;
            std::size_t from = count;
            if (const OpId producer = m_graph.producer(tensor)) from = m_position[producer.index()];
            else
                for (const Use& use : m_graph.uses(tensor)) from = std::min(from, m_position[use.operation.index()]);
            std::size_t last = from;
            std::size_t farUses = 0;
            for (const Use& use : m_graph.uses(tensor)) {
                const std::size_t at = m_position[use.operation.index()];
                if (at > from && at - from > kFar) ++farUses;
                else if (at > from) last = std::max(last, at);
            }
            if (farUses >= kManyUses) continue;
            if (last == from || last >= count) continue;
            ++passing[from + 1];
            --passing[last + 1];
        }
        std::map<std::string, std::size_t> shapes;
        std::size_t begin = 0;
        std::int64_t now = 0;
        for (std::size_t at = 1; at <= count; ++at) {
            now += at < count ? passing[at] : 0;
            if (at < count && now > 1) continue;
            Piece piece{begin, at, 0};
            piece.shape = shapes.try_emplace(textOf(piece), shapes.size()).first->second;
            m_pieces.push_back(piece);
            begin = at;
        }
    }

    // Types and wiring; who reads what from within, from without and from constants. What makes a weight
    // is left out and its reader reads a constant: exporters do it both ways in one model.
    std::string textOf(const Piece& piece) const
    {
        std::string text;
        std::vector<std::size_t> number; // of each operation of the piece, makers not counted
        std::size_t next = 0;
        for (std::size_t at = piece.begin; at < piece.end; ++at) {
            number.push_back(next);
            if (m_maker[m_order[at].index()]) continue;
            ++next;
            text += m_graph.operation(m_order[at]).type;
            text += '(';
            for (const TensorId input : m_graph.inputs(m_order[at])) {
                const OpId producer = input ? m_graph.producer(input) : OpId{};
                if (!input) text += '-';
                else if (m_graph.tensor(input).kind == TensorKind::Constant || (producer && m_maker[producer.index()])) text += 'c';
                else if (producer && m_position[producer.index()] >= piece.begin && m_position[producer.index()] < at)
                    text += std::to_string(number[m_position[producer.index()] - piece.begin]) + '.' + std::to_string(m_graph.producerIndex(input));
                else text += 'x';
                text += ',';
            }
            text += ')';
        }
        return text;
    }

    struct Unit {
        std::size_t first = 0;  ///< piece
        std::size_t period = 0; ///< pieces
        std::size_t copies = 0;
        std::size_t covered = 0; ///< operations
        std::size_t extent = 0;  ///< pieces that repeat, also where no whole copy is left
    };

    // Whether one of its copies begins or ends amid a run of something shorter that comes more often: two equal
    // stretches then, which begin in one stage of the network and end in the next, not units of it.
    static bool cutsThroughARun(const Unit& unit, const std::vector<Unit>& found)
    {
        return std::any_of(found.begin(), found.end(), [&](const Unit& run) {
            if (run.period >= unit.period || run.copies <= unit.copies) return false;
            for (std::size_t copy = 0; copy <= unit.copies; ++copy) {
                const std::size_t border = unit.first + copy * unit.period;
                if (run.first + run.period <= border && border + run.period <= run.first + run.extent) return true;
            }
            return false;
        });
    }

    // Pieces that come again and again directly behind each other; those that cover most win.
    std::vector<Unit> units() const
    {
        std::vector<Unit> found;
        const std::size_t count = m_pieces.size();
        for (std::size_t period = 1; period <= std::min(kMostPeriod, count / 2); ++period)
            for (std::size_t i = 0; i + period < count;) {
                std::size_t length = 0;
                while (i + length + period < count && m_pieces[i + length].shape == m_pieces[i + length + period].shape) ++length;
                const std::size_t copies = length / period + 1;
                const std::size_t operations = copies >= 2 ? m_pieces[i + period - 1].end - m_pieces[i].begin : 0;
                if (operations >= kLeastUnit)
                    found.push_back({i, period, copies, m_pieces[i + copies * period - 1].end - m_pieces[i].begin, length + period});
                i += length + 1;
            }
        std::stable_sort(found.begin(), found.end(), [](const Unit& a, const Unit& b) {
            return a.covered != b.covered ? a.covered > b.covered : a.period < b.period;
        });
        std::vector<bool> taken(count, false);
        std::vector<Unit> chosen;
        for (const Unit& unit : found) {
            const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(unit.first);
            const auto end = begin + static_cast<std::ptrdiff_t>(unit.copies * unit.period);
            if (std::find(begin, end, true) != end || cutsThroughARun(unit, found)) continue;
            std::fill(begin, end, true);
            chosen.push_back(unit);
        }
        return chosen;
    }

    const Graph& m_graph;
    std::vector<OpId> m_order;
    std::vector<bool> m_maker;
    std::vector<std::size_t> m_position;
    std::vector<Piece> m_pieces;
};

} // namespace

std::vector<Block> repeatedBlocks(const Graph& graph) { return Finder(graph).find(); }

} // namespace alignscope

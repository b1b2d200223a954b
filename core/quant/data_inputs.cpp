// SPDX-License-Identifier: Apache-2.0
#include "core/quant/data_inputs.h"

#include <algorithm>
#include <array>

namespace alignscope {
namespace {

// Inputs [first, last] of a type are no data. PPQ's sockets, and the operators it does not know.
struct Range {
    std::string_view type;
    std::uint32_t first;
    std::uint32_t last;
};
constexpr std::uint32_t kRest = 0xffffffffU;

constexpr std::array kNonData = std::to_array<Range>({
    {"CenterCropPad", 1, 1},
    {"Clip", 1, 2},
    {"Compress", 1, 1},
    {"ConstantOfShape", 0, 0},
    {"CumSum", 1, 1},
    {"Dropout", 1, 2},
    {"Expand", 1, 1},
    {"GRU", 4, 4},
    {"Gather", 1, 1},
    {"GatherElements", 1, 1},
    {"GatherND", 1, 1},
    {"GridSample", 1, 1},
    {"LSTM", 4, 4},
    {"NonMaxSuppression", 2, 4},
    {"OneHot", 0, 1},
    {"Pad", 1, 3},
    {"RNN", 4, 4},
    {"Range", 0, 2},
    {"ReduceL1", 1, 1},
    {"ReduceL2", 1, 1},
    {"ReduceLogSum", 1, 1},
    {"ReduceLogSumExp", 1, 1},
    {"ReduceMax", 1, 1},
    {"ReduceMean", 1, 1},
    {"ReduceMin", 1, 1},
    {"ReduceProd", 1, 1},
    {"ReduceSum", 1, 1},
    {"ReduceSumSquare", 1, 1},
    {"Reshape", 1, 1},
    {"Resize", 1, 3},
    {"ReverseSequence", 1, 1},
    {"RoiAlign", 2, 2},
    {"Scatter", 1, 1},
    {"ScatterElements", 1, 1},
    {"ScatterND", 1, 1},
    {"Slice", 1, 4},
    {"Split", 1, 1},
    {"Squeeze", 1, 1},
    {"Tile", 1, kRest},
    {"TopK", 1, 1},
    {"Trilu", 1, 1},
    {"Unsqueeze", 1, 1},
    {"Upsample", 1, 1},
    {"Where", 0, 2},
});
static_assert(std::ranges::is_sorted(kNonData, {}, &Range::type));

} // namespace

bool isDataInput(std::string_view type, std::uint32_t index) noexcept
{
    const auto found = std::ranges::lower_bound(kNonData, type, {}, &Range::type);
    return found == kNonData.end() || found->type != type || index < found->first || index > found->last;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// The reference tables of PPQ 0.6.6 as values of core: models, fuzz cases, numeric rows.
#pragma once

#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace alignscope::test {

/// One slot of a reference table. Indices are slot numbers; kNone as root means a cycle.
struct GoldenValue {
    static constexpr std::uint32_t kNone = 0xffffffffU;

    TqcState state = TqcState::Initial;
    std::uint32_t dominator = kNone; ///< immediate
    std::uint32_t root = kNone;
    std::vector<float> scale;  ///< effective; empty when not set
    std::vector<float> offset;
    bool perChannel = false;
    Visibility visibility = Visibility::ExportWhenActive;
};
using GoldenTable = std::vector<GoldenValue>; ///< parallel to the slots

/// An error that the reference raised.
struct GoldenError {
    std::string type;      ///< "AssertionError"
    std::string operation; ///< being aligned; may be empty
};

struct GoldenSetting {
    Scenario scenario; ///< engine ppq, methods, overlap, and for fuzz cases ppqManual
    std::optional<GoldenError> error;
    GoldenTable after; ///< alignment alone; after an error the partial state
    std::optional<GoldenError> passiveError;
    GoldenTable afterPassive; ///< and the passive pass; empty in fuzz cases
    [[nodiscard]] std::string name() const; ///< "large/output/none/none f1"
};

/// ["Add1", "override", slave, master, state before, state after] or
/// ["Add1", "large_master", slot, -, state before, PASSIVE] with scale and offset.
struct GoldenEvent {
    std::string operation;
    std::string action;
    std::string slot;
    std::string master;
    std::string stateBefore;
    std::string stateAfter;
    float scale = 0;
    float offset = 0;
};
struct GoldenTrace {
    Scenario scenario;
    std::vector<GoldenEvent> events;
};

struct GoldenCase {
    std::string name;     ///< "doc_example/PPL_CUDA_INT8", "fuzz plain 17"
    std::string model;
    std::string platform;
    std::string folder;   ///< of the exported files; empty for fuzz cases
    std::shared_ptr<const Graph> graph;
    std::shared_ptr<const SlotList> slots;
    TqcTable before;
    GoldenTable beforeValues;
    /// Model cases: each from `before`. Fuzz cases: steps, each on the result of the one before.
    std::vector<GoldenSetting> settings;
    std::vector<GoldenTrace> traces;

    /// A model whose loaded state is `before`, as a table source gives it.
    [[nodiscard]] Model makeModel() const;
};

/// Folder with the reference data: the shared one when it is there, else the committed subset.
[[nodiscard]] std::string goldenFolder();
/// All `*.golden.json.gz` below the folder, sorted. Loading big_2000 takes a moment.
[[nodiscard]] std::vector<std::string> goldenFiles();
[[nodiscard]] GoldenCase loadGolden(const std::string& path);

/// Cases of fuzz/NAME.json.gz; empty when the file is not there.
[[nodiscard]] std::vector<GoldenCase> loadFuzz(const std::string& name);

struct NumericRow {
    Scheme scheme;
    std::vector<std::pair<float, float>> inputs; ///< scale, offset of each input slot
    float largeScale = 0;
    float largeOffset = 0;
    double minimum = 0;
    double maximum = 0;
    double minmaxScale = 0;
    double minmaxOffset = 0;
};
[[nodiscard]] std::vector<NumericRow> loadNumerics();

enum class Pointers { Immediate, RootsOnly };
/// The first slots at which `table` differs from the reference, as text; empty when equal.
/// State, root, effective scale and offset are compared bitwise, immediate pointers on demand.
[[nodiscard]] std::string difference(const TqcTable& table, const GoldenTable& expected,
                                     Pointers pointers = Pointers::Immediate);

} // namespace alignscope::test

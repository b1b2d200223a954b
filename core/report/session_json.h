// SPDX-License-Identifier: Apache-2.0
// alignscope-session/1: a model's named scenarios as a file (.alignscope).
//
//   {"schema": "alignscope-session/1",
//    "model": {"path": "nets/a.onnx", "absolute": "/home/me/nets/a.onnx"},
//    "quantization": null,                       // or the same pair: the config beside the model
//    "fingerprint": {"topology": "16 hex digits", "table": "16 hex digits", "bytes": 123},   // or null
//    "active": "Wide",                           // the named scenario that "current" came from, or null
//    "current": {alignscope-scenario/1},         // the scenario in force
//    "scenarios": [{"name": "Wide", "note": "", "scenario": {alignscope-scenario/1}}],
//    "breakpoints": [{"halt": "operation", "operation": "Add1"}, {"halt": "slot", "slot": "Add1:in:0"},
//                    {"halt": "group", "size": 8}, {"halt": "promise"}],
//    "watches": ["Conv3:in:0"],
//    "collapsed": ["model.4/m.0"]}               // blocks that are drawn as one box
#pragma once

#include "core/align/scenario.h"
#include "core/base/result.h"
#include "core/cascade/step_stops.h"
#include "core/quant/fingerprint.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

struct NamedScenario {
    std::string name; ///< not empty, unlike all others of its list
    std::string note; ///< what the user wants to remember; may be empty
    Scenario scenario;
    bool operator==(const NamedScenario&) const = default;
};

/// A file that a session names: as seen from the session's folder where that makes sense, so that a
/// folder can be moved as a whole, and absolute.
struct FileReference {
    std::string path;     ///< relative, '/' between folders; may be empty
    std::string absolute; ///< empty: there is no such file
    bool operator==(const FileReference&) const = default;
};
[[nodiscard]] FileReference referTo(const std::string& file, const std::string& sessionPath);
/// Where it is now: the relative path first. Empty when it is at neither place.
[[nodiscard]] std::string locate(const FileReference& reference, const std::string& sessionPath);

struct SessionFile {
    FileReference model;
    FileReference quantization; ///< empty: the model's own parameters
    std::optional<ModelFingerprint> fingerprint;
    std::vector<NamedScenario> scenarios;
    std::optional<std::size_t> active; ///< index of the scenario that `current` came from
    Scenario current;
    StepMarks marks;     ///< by name: another version of the model may not have what they name
    std::vector<std::string> collapsed; ///< blocks of the graph that stand as one box, by blockName()
    std::string savedAs; ///< autosaved sessions only: the file that the user saves to
    bool operator==(const SessionFile&) const = default;
};

inline constexpr std::size_t kMaxScenarios = 10'000;
inline constexpr std::size_t kMaxScenarioNameBytes = 256;
inline constexpr std::size_t kMaxStepMarks = 10'000; ///< breakpoints, and watches

[[nodiscard]] std::string sessionJson(const SessionFile& session);
/// Reads what sessionJson writes to an equal value. Unknown keys are ignored, wrong values refused
/// with their place; nothing is trusted. `name` stands in the sentence.
[[nodiscard]] Result<SessionFile> parseSession(std::string_view text, const std::string& name);
[[nodiscard]] Result<SessionFile> readSession(const std::string& path);
/// Atomic: the old file or the whole new one. Never replaces the files that the session names.
[[nodiscard]] Result<void> writeSession(const SessionFile& session, const std::string& path);

} // namespace alignscope

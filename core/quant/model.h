// SPDX-License-Identifier: Apache-2.0
// Model: what a file was read into. Immutable and shared between threads.
#pragma once

#include "core/base/lazy.h"
#include "core/base/message.h"
#include "core/graph/graph.h"
#include "core/graph/lazy_graph.h"
#include "core/quant/slot_graph.h"
#include "core/quant/tqc_table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace alignscope {

/// Where the quantization parameters came from.
enum class QuantSource {
    None,    ///< a float model without a config: there is nothing to align
    Qdq,     ///< QuantizeLinear / DequantizeLinear nodes in the model
    PpqJson, ///< PPQ's exported configuration beside a float model
    Table    ///< an alignscope-table/1 file
};

/// A file that belongs to the model, for the properties dialog and for reload.
struct ModelFile {
    std::string path;
    std::uint64_t bytes = 0;
    std::string role; ///< "model", "quantization", "external data"
};

struct ModelProperties {
    std::int64_t irVersion = 0;
    std::vector<std::pair<std::string, std::int64_t>> opsets; ///< domain ("" = ai.onnx), version
    std::string producerName;
    std::string producerVersion;
    std::string graphName;
    std::string documentation;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<ModelFile> files;
    std::size_t fileNodes = 0;         ///< nodes of the main graph, Q/DQ included
    std::size_t initializers = 0;
    std::uint64_t initializerBytes = 0;
    std::size_t quantizeNodes = 0;     ///< QuantizeLinear + DequantizeLinear
    std::size_t subgraphs = 0;
    std::size_t functions = 0;
};

/// Equal parameters between different roots: evidence, not a binding; no engine looks at it.
struct InferredBinding {
    enum class Kind { Equal, SharedInitializer } kind = Kind::Equal;
    std::vector<SlotId> slots;
};

/// Opaque to everything but core/io: the skeleton and byte ranges from which exports are made.
class ModelSource {
public:
    virtual ~ModelSource() = default;
};

struct LoadedState; // core/cascade/loaded_state.h

struct Model {
    std::string path;  ///< as given by the user
    std::string name;  ///< file name without folder
    QuantSource quantSource = QuantSource::None;
    ModelProperties properties;
    /// Operations with Q/DQ looked through (Q1, Q2): tensors are those of the producers.
    std::shared_ptr<const Graph> graph;
    /// Every node of the main graph as it stands in the file, Q/DQ and constants included.
    /// Few want to see it, so it is built for the first who does.
    LazyGraph fileGraph;
    /// The loaded state; frozen. Has a slot list of the same graph, possibly empty.
    TqcTable baseline;
    /// Who stands above and below whom among the slots; what the engines walk.
    std::shared_ptr<const SlotGraph> slotGraph;
    /// What all evaluations need to know of the baseline; null: each finds it out.
    std::shared_ptr<const Lazy<LoadedState>> loadedState;
    std::vector<Message> notices;
    std::vector<InferredBinding> inferred;
    std::shared_ptr<const ModelSource> source;
};

/// Completes a model whose graph, baseline and quantSource are set: freezes the baseline and
/// derives slotGraph and the inferred bindings of kind Equal. A JSON or table source names its
/// quantized operations itself: there the ppq engine aligns every member of the four families;
/// from QDQ only alignable operations are aligned (Q8).
void finishModel(Model& model);

/// The same model with another loaded state: evaluations start from `baseline`.
[[nodiscard]] Model withBaseline(const Model& model, TqcTable baseline);

} // namespace alignscope

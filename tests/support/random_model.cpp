// SPDX-License-Identifier: Apache-2.0
#include "tests/support/random_model.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace alignscope::test {
namespace {

class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    // Not std::uniform_int_distribution, whose results differ between standard libraries.
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(m_engine() % bound); }
    bool chance(std::uint32_t percent) { return below(100) < percent; }
    float scale() { return 0.001F + static_cast<float>(below(4096)) / 16384.0F; }

private:
    std::mt19937 m_engine;
};

struct Kind {
    const char* type;
    std::uint32_t inputs; ///< data inputs; 0: two to four
    std::uint32_t outputs;
    std::uint32_t parameters;
};
constexpr Kind kKinds[] = {
    {"Conv", 1, 1, 2},  {"Conv", 1, 1, 2},        {"Relu", 1, 1, 0},    {"Add", 2, 1, 0},
    {"Add", 2, 1, 0},   {"Sub", 2, 1, 0},         {"Concat", 0, 1, 0},  {"Concat", 0, 1, 0},
    {"Resize", 1, 1, 0}, {"AveragePool", 1, 1, 0}, {"MaxPool", 1, 1, 0}, {"Split", 1, 2, 0},
    {"Mul", 2, 1, 0},   {"Foo", 1, 1, 0}};

std::uint32_t seedOf(const std::string& id, std::uint32_t seed)
{
    std::uint32_t hash = 2166136261U ^ seed; // FNV-1a
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

} // namespace

Model randomModel(std::uint32_t seed, std::uint32_t shuffle)
{
    Dice dice(seed);
    GraphBuilder builder;
    std::vector<TensorId> tensors;
    for (const char* name : {"in0", "in1"}) {
        tensors.push_back(builder.tensor(name));
        builder.addGraphInput(tensors.back());
    }
    struct Node {
        Operation operation;
        std::vector<TensorId> inputs;
        std::vector<TensorId> outputs;
    };
    std::vector<Node> nodes;
    const std::uint32_t count = 3 + dice.below(58);
    for (std::uint32_t op = 0; op < count; ++op) {
        const Kind& kind = kKinds[dice.below(std::size(kKinds))];
        const std::string name = kind.type + std::to_string(op);
        std::vector<TensorId> inputs;
        const std::uint32_t reads = kind.inputs == 0 ? 2 + dice.below(3) : kind.inputs;
        for (std::uint32_t i = 0; i < reads; ++i) {
            // Mostly recent tensors, sometimes the same one twice, sometimes far back, sometimes a constant.
            const auto recent = static_cast<std::uint32_t>(std::min<std::size_t>(tensors.size(), 5));
            const std::size_t at = dice.chance(80) ? tensors.size() - 1 - dice.below(recent)
                                                   : dice.below(static_cast<std::uint32_t>(tensors.size()));
            inputs.push_back(tensors[at]);
            if (i > 0 && dice.chance(8)) {
                inputs.back() = builder.tensor(name + "_c" + std::to_string(i));
                builder.info(inputs.back()).kind = TensorKind::Constant;
            }
        }
        for (std::uint32_t p = 0; p < kind.parameters; ++p) {
            inputs.push_back(builder.tensor(name + "_p" + std::to_string(p)));
            builder.info(inputs.back()).kind = TensorKind::Constant;
        }
        std::vector<TensorId> outputs;
        for (std::uint32_t o = 0; o < kind.outputs; ++o) {
            outputs.push_back(builder.tensor(name + "_o" + std::to_string(o)));
            if (dice.chance(10)) builder.addGraphOutput(outputs.back());
        }
        nodes.push_back({{.id = {}, .name = name, .type = kind.type, .domain = {}, .attributes = {}}, inputs,
                         outputs});
        tensors.insert(tensors.end(), outputs.begin(), outputs.end());
    }
    Dice order(shuffle);
    for (std::size_t i = nodes.size(); shuffle != 0 && i-- > 1;)
        std::swap(nodes[i], nodes[order.below(static_cast<std::uint32_t>(i + 1))]);
    for (Node& node : nodes)
        builder.add(std::move(node.operation), std::move(node.inputs), std::move(node.outputs));
    Model model;
    model.name = "random " + std::to_string(seed);
    model.quantSource = QuantSource::Table;
    model.graph = std::move(builder).build(OperationOrder::AsAdded)->graph;
    model.fileGraph = model.graph;

    const bool symmetric = dice.chance(50);
    Scheme activation;
    activation.policy = static_cast<std::uint16_t>(policy::kPerTensor | policy::kLinear
                                                   | (symmetric ? policy::kSymmetrical : policy::kAsymmetrical));
    activation.quantMin = symmetric ? -128 : 0;
    activation.quantMax = symmetric ? 127 : 255;
    std::vector<Slot> slots;
    for (std::uint32_t op = 0; op < model.graph->operationCount(); ++op) {
        const OpId id(op);
        if (model.graph->operation(id).type == "Foo") continue;
        const auto add = [&](SlotIo io, std::span<const TensorId> list) {
            for (std::uint32_t i = 0; i < list.size(); ++i) {
                Slot slot{.operation = id, .io = io, .index = i, .tensor = list[i],
                          .scheme = activation, .minScale = {}};
                slot.parameter = model.graph->tensor(list[i]).kind == TensorKind::Constant;
                slots.push_back(slot);
            }
        };
        add(SlotIo::In, model.graph->inputs(id));
        add(SlotIo::Out, model.graph->outputs(id));
    }
    model.baseline = TqcTable(std::make_shared<SlotList>(model.graph, std::move(slots)));
    TqcTable& table = model.baseline;
    // Nothing follows an FP32 slot, as in PPQ: fusion and simplification pass over them.
    const auto isFp32 = [&](SlotId id) {
        return Dice(seedOf(table.slots().id(id), seed + 1)).chance(2);
    };
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        const Slot& slot = table.slots()[id];
        // A die of its own for each slot: its values do not depend on the order of operations.
        Dice own(seedOf(table.slots().id(id), seed));
        const std::string& type = model.graph->operation(slot.operation).type;
        table.setOwn(id, own.scale(), symmetric ? 0.0F : static_cast<float>(own.below(200)));
        table.record(id).state = TqcState::Activated;
        if (type == "Conv" && slot.io == SlotIo::In && slot.index == 2) {
            table.record(id).state = own.chance(50) ? TqcState::Passive : TqcState::Fp32;
        } else if (isFp32(id)) {
            table.record(id).state = TqcState::Fp32;
        } else if (slot.io == SlotIo::In) {
            // Simplification: an input of the producer's scheme follows the producer's output.
            const OpId producer = model.graph->producer(slot.tensor);
            const SlotId above = producer ? table.slots().find(producer, SlotIo::Out,
                                                               model.graph->producerIndex(slot.tensor))
                                          : SlotId{};
            if (above && !isFp32(above) && own.chance(85)) {
                table.record(id).dominator = above.value();
                table.record(id).state = TqcState::Overlapped;
            }
        } else if ((type == "MaxPool" || type == "Split") && own.chance(80)
                   && !isFp32(table.slots().firstSlot(slot.operation))) {
            table.record(id).dominator = table.slots().firstSlot(slot.operation).value();
            table.record(id).state = TqcState::Overlapped;
        }
    }
    finishModel(model);
    return model;
}

Scenario randomScenario(const Model& model, std::uint32_t seed)
{
    Dice dice(seed * 7919U + 17U);
    Scenario scenario;
    for (const Family family : kFamilies) {
        const auto legal = legalMethods(family);
        scenario.setMethod(family, legal[dice.below(static_cast<std::uint32_t>(legal.size()))]);
    }
    scenario.forceOverlap = dice.chance(50) ? Overlap::On : Overlap::Off;
    for (const AlignmentSite& site : model.slotGraph->sites()) {
        if (!dice.chance(10)) continue;
        Override choice;
        const auto legal = legalMethods(*site.family);
        if (dice.chance(70)) choice.method = legal[dice.below(static_cast<std::uint32_t>(legal.size()))];
        if (dice.chance(50)) choice.overlap = dice.chance(50) ? Overlap::On : Overlap::Off;
        scenario.overrides[model.graph->operation(site.operation).id] = choice;
    }
    return scenario;
}

Scenario randomScenarioByHand(const Model& model, std::uint32_t seed)
{
    Scenario scenario = randomScenario(model, seed);
    const SlotList& slots = model.baseline.slots();
    if (slots.size() == 0) return scenario;
    Dice dice(seed * 104729U + 29U);
    const auto any = [&] { return slots.id(SlotId(dice.below(static_cast<std::uint32_t>(slots.size())))); };
    for (std::uint32_t n = dice.below(4); n > 0; --n) {
        ManualBinding binding{any(), any()};
        if (binding.slot != binding.master) scenario.bindings.push_back(std::move(binding));
    }
    for (std::uint32_t n = dice.below(3); n > 0; --n)
        scenario.pins.push_back({any(), dice.scale(), dice.chance(50) ? 0.0F : static_cast<float>(dice.below(200))});
    for (const SlotEdge& edge : model.slotGraph->edges())
        if (dice.chance(8)) scenario.excludedEdges.push_back({slots.id(edge.from), slots.id(edge.to)});
    return scenario;
}

} // namespace alignscope::test

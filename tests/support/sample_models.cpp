// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_models.h"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace alignscope::test {
namespace {

constexpr std::uint16_t kSymmetric = policy::kPerTensor | policy::kLinear | policy::kSymmetrical;

Scheme perTensor()
{
    Scheme scheme;
    scheme.policy = kSymmetric;
    scheme.quantMin = -128;
    scheme.quantMax = 127;
    return scheme;
}

Scheme perChannel(std::uint8_t bits)
{
    Scheme scheme = perTensor();
    scheme.policy = policy::kPerChannel | policy::kLinear | policy::kSymmetrical;
    scheme.channelAxis = 0;
    scheme.bits = bits;
    if (bits == 32) {
        scheme.quantMin = -2147483647.0;
        scheme.quantMax = 2147483647.0;
    }
    return scheme;
}

// A slot with what it holds. `dominator` names another slot of the list, or is empty.
struct Entry {
    Slot slot;
    TqcState state = TqcState::Activated;
    std::string dominator;
    std::vector<float> scale;
};

class Assembler {
public:
    TensorId activation(const std::string& name, std::vector<std::int64_t> shape)
    {
        const TensorId id = m_builder.tensor(name);
        Tensor& t = m_builder.info(id);
        t.elementType = 1;
        t.shapeKnown = true;
        t.shape = std::move(shape);
        return id;
    }
    TensorId constant(const std::string& name, std::vector<std::int64_t> shape, std::uint64_t bytes)
    {
        const TensorId id = activation(name, std::move(shape));
        m_builder.info(id).kind = TensorKind::Constant;
        m_builder.info(id).payloadBytes = bytes;
        return id;
    }
    void input(TensorId id) { m_builder.addGraphInput(id); }
    void output(TensorId id) { m_builder.addGraphOutput(id); }

    void add(const std::string& name, const std::string& type, std::vector<TensorId> inputs,
             std::vector<TensorId> outputs, std::vector<Attribute> attributes = {})
    {
        Operation op;
        op.name = name;
        op.type = type;
        op.category = categoryOf(type);
        op.position = m_position++;
        op.attributes = std::move(attributes);
        m_builder.add(std::move(op), std::move(inputs), std::move(outputs));
    }
    /// Parameters of a slot of an operation added before, in slot order.
    void slot(const std::string& operation, SlotIo io, std::uint32_t index, TqcState state,
              std::vector<float> scale, std::string dominator = {}, Scheme scheme = perTensor(),
              bool parameter = false)
    {
        Entry entry;
        entry.slot.io = io;
        entry.slot.index = index;
        entry.slot.scheme = scheme;
        entry.slot.parameter = parameter;
        entry.state = state;
        entry.dominator = std::move(dominator);
        entry.scale = std::move(scale);
        m_entries.emplace_back(operation, std::move(entry));
    }

    std::shared_ptr<const Model> finish(std::string name)
    {
        auto built = std::move(m_builder).build(OperationOrder::AsAdded);
        if (!built) throw std::runtime_error(sentence(built.error()));
        auto model = std::make_shared<Model>();
        model->name = std::move(name);
        model->quantSource = QuantSource::PpqJson;
        model->graph = built->graph;
        model->fileGraph = built->graph;

        std::vector<Slot> slots;
        for (auto& [operation, entry] : m_entries) {
            const OpId op = model->graph->findOperation(operation);
            entry.slot.operation = op;
            const auto tensors = entry.slot.io == SlotIo::In ? model->graph->inputs(op)
                                                             : model->graph->outputs(op);
            entry.slot.tensor = tensors[entry.slot.index];
            slots.push_back(entry.slot);
        }
        TqcTable table(std::make_shared<SlotList>(model->graph, std::move(slots)));
        for (std::uint32_t i = 0; i < m_entries.size(); ++i) {
            Entry& entry = m_entries[i].second;
            const SlotId id(i);
            TqcRecord& record = table.record(id);
            record.state = entry.state;
            if (!entry.dominator.empty())
                record.dominator = table.slots().findId(entry.dominator).value();
            if (entry.scale.size() == 1) {
                table.setOwn(id, entry.scale[0], 0.0F);
            } else if (!entry.scale.empty()) {
                std::vector<float> offsets(entry.scale.size(), 0.0F);
                table.setOwn(id, ChannelParameters{std::move(entry.scale), std::move(offsets)});
            }
        }
        model->baseline = std::move(table);
        finishModel(*model);
        return model;
    }

private:
    GraphBuilder m_builder;
    std::vector<std::pair<std::string, Entry>> m_entries;
    std::uint32_t m_position = 0;
};

void convSlots(Assembler& a, const std::string& name, float in, const std::string& dominator,
               const std::vector<float>& weight, float out, const std::string& outDominator = {})
{
    const bool fused = !dominator.empty();
    a.slot(name, SlotIo::In, 0, fused ? TqcState::Overlapped : TqcState::Activated, {in}, dominator);
    a.slot(name, SlotIo::In, 1, TqcState::Activated, weight, {}, perChannel(8), true);
    std::vector<float> bias;
    for (const float w : weight) bias.push_back(in * w);
    a.slot(name, SlotIo::In, 2, TqcState::Passive, bias, {}, perChannel(32), true);
    a.slot(name, SlotIo::Out, 0, outDominator.empty() ? TqcState::Activated : TqcState::Overlapped,
           {out}, outDominator);
}

} // namespace

std::shared_ptr<const Model> docExample()
{
    Assembler a;
    const auto input = a.activation("input", {1, 4, 8, 8});
    a.input(input);
    std::vector<TensorId> outs;
    const auto conv = [&](const std::string& name, TensorId from) {
        const auto w = a.constant(name + "_w", {4, 4, 3, 3}, 576);
        const auto b = a.constant(name + "_b", {4}, 16);
        const auto out = a.activation(name + "_out", {1, 4, 8, 8});
        a.add(name, "Conv", {from, w, b}, {out},
              {{"kernel_shape", "[3, 3]"}, {"pads", "[1, 1, 1, 1]"}});
        return out;
    };
    const auto conv1 = conv("Conv1", input);
    const auto conv2 = conv("Conv2", input);
    const auto add1 = a.activation("Add1_out", {1, 4, 8, 8});
    a.add("Add1", "Add", {conv1, conv2}, {add1});
    const auto conv3 = conv("Conv3", conv2);
    a.output(add1);
    a.output(conv3);

    constexpr float kInput = 0.024632560089230537F;
    constexpr float kConv1 = 0.027000194415450096F;
    constexpr float kConv2 = 0.09098571538925171F;
    convSlots(a, "Conv1", kInput, {}, {0.002314172452315688F, 0.004074879456311464F, 0.0032125208526849747F, 0.0029F}, kConv1);
    convSlots(a, "Conv2", kInput, {}, {0.013158396817743778F, 0.006934461649507284F, 0.0103200338780F, 0.0094F}, kConv2);
    a.slot("Add1", SlotIo::In, 0, TqcState::Overlapped, {kConv1}, "Conv1:out:0");
    a.slot("Add1", SlotIo::In, 1, TqcState::Overlapped, {kConv2}, "Conv2:out:0");
    a.slot("Add1", SlotIo::Out, 0, TqcState::Activated, {0.09088990837335587F});
    convSlots(a, "Conv3", kConv2, "Conv2:out:0", {0.0017729677492752671F, 0.002104011131450534F, 0.001998581225F, 0.0021F}, 0.05505349114537239F);
    return a.finish("doc_example.onnx");
}

std::shared_ptr<const Model> resizeBesideConcat()
{
    Assembler a;
    const auto input = a.activation("input", {1, 4, 8, 8});
    a.input(input);
    const auto conv = [&](const std::string& name) {
        const auto w = a.constant(name + "_w", {4, 4, 3, 3}, 576);
        const auto b = a.constant(name + "_b", {4}, 16);
        const auto out = a.activation(name + "_out", {1, 4, 8, 8});
        a.add(name, "Conv", {input, w, b}, {out});
        return out;
    };
    const auto conv1 = conv("Conv1");
    const auto conv2 = conv("Conv2");
    const auto resized = a.activation("Resize1_out", {1, 4, 16, 16});
    a.add("Resize1", "Resize", {conv1}, {resized});
    const auto joined = a.activation("Concat1_out", {1, 8, 8, 8});
    a.add("Concat1", "Concat", {conv1, conv2}, {joined});
    a.output(resized);
    a.output(joined);
    convSlots(a, "Conv1", 0.025F, {}, {0.003F}, 0.074F);
    convSlots(a, "Conv2", 0.025F, {}, {0.004F}, 0.020F);
    a.slot("Resize1", SlotIo::In, 0, TqcState::Overlapped, {0.074F}, "Conv1:out:0");
    a.slot("Resize1", SlotIo::Out, 0, TqcState::Activated, {0.045F});
    a.slot("Concat1", SlotIo::In, 0, TqcState::Overlapped, {0.074F}, "Conv1:out:0");
    a.slot("Concat1", SlotIo::In, 1, TqcState::Overlapped, {0.020F}, "Conv2:out:0");
    a.slot("Concat1", SlotIo::Out, 0, TqcState::Activated, {0.061F});
    return a.finish("resize_beside_concat.onnx");
}

std::shared_ptr<const Model> residualNetwork(std::size_t blocks, const std::string& prefix)
{
    Assembler a;
    TensorId trunk = a.activation("image", {1, 3, 224, 224});
    a.input(trunk);
    std::string trunkSlot; // root of the trunk's slots
    float trunkScale = 0.0186F;
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::string n = std::to_string(i);
        const bool quantized = i + 1 < blocks;
        const std::vector<float> weight = {0.003F, 0.004F};
        const auto value = [&](std::size_t salt) {
            return 0.004F + 0.0013F * static_cast<float>((i * 7 + salt * 13) % 29);
        };
        const auto conv = [&](const std::string& name, TensorId from, float in,
                              const std::string& root, float out, const std::string& outRoot) {
            const auto w = a.constant(name + ".weight", {64, 64, 3, 3}, 147456);
            const auto b = a.constant(name + ".bias", {64}, 256);
            const auto to = a.activation(name + "_out", {1, 64, 56, 56});
            a.add(name, "Conv", {from, w, b}, {to}, {{"kernel_shape", "[3, 3]"}});
            if (quantized) convSlots(a, name, in, root, weight, out, outRoot);
            return to;
        };
        const std::string first = prefix + "layer" + n + ".conv1";
        const std::string relu = prefix + "layer" + n + ".relu";
        const std::string second = prefix + "layer" + n + ".conv2";
        const std::string join = prefix + "layer" + n + (i % 4 == 3 ? ".concat" : ".add");
        const float hidden = value(1);
        const auto c1 = conv(first, trunk, trunkScale, trunkSlot, hidden, relu + ":out:0");
        const auto r1 = a.activation(relu + "_out", {1, 64, 56, 56});
        a.add(relu, "Relu", {c1}, {r1});
        if (quantized) {
            a.slot(relu, SlotIo::In, 0, TqcState::Overlapped, {hidden}, relu + ":out:0");
            a.slot(relu, SlotIo::Out, 0, TqcState::Activated, {hidden});
        }
        const float branch = value(2);
        const auto c2 = conv(second, r1, hidden, relu + ":out:0", branch, {});
        const auto joined = a.activation(join + "_out", {1, 64, 56, 56});
        a.add(join, i % 4 == 3 ? "Concat" : "Add", {trunk, c2}, {joined});
        const float result = value(3);
        if (quantized) {
            a.slot(join, SlotIo::In, 0, trunkSlot.empty() ? TqcState::Activated : TqcState::Overlapped,
                   {trunkScale}, trunkSlot);
            a.slot(join, SlotIo::In, 1, TqcState::Overlapped, {branch}, second + ":out:0");
            a.slot(join, SlotIo::Out, 0, TqcState::Activated, {result});
        }
        trunk = joined;
        trunkSlot = join + ":out:0";
        trunkScale = result;
    }
    a.output(trunk);
    return a.finish("residual.onnx");
}

} // namespace alignscope::test

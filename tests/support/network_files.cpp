// SPDX-License-Identifier: Apache-2.0
#include "tests/support/network_files.h"

#include <string>
#include <utility>
#include <vector>

namespace alignscope::test {
namespace {

// Names of tensors stand for values; every activation comes back dequantized.
class Maker {
public:
    explicit Maker(std::size_t operations) : m_wanted(operations)
    {
        m_builder.input("image");
    }

    [[nodiscard]] bool enough() const { return m_count >= m_wanted; }
    std::string image() { return m_builder.quantized("image", parameters()); }

    std::string add(const std::string& type, std::vector<std::string> inputs)
    {
        return m_builder.quantized(raw(type, std::move(inputs)), parameters());
    }
    /// One node whose output is not quantized, as before a fused activation.
    std::string raw(const std::string& type, std::vector<std::string> inputs)
    {
        const std::string name = "/block" + std::to_string(m_block) + "/" + type + "_" + std::to_string(m_count++);
        m_builder.node(type, std::move(inputs), {name + "_output"}, name);
        return name + "_output";
    }
    std::string weighted(const std::string& type, const std::string& input)
    {
        return raw(type, {input, weight()});
    }
    std::string conv(const std::string& input) { return add("Relu", {weighted("Conv", input)}); }
    std::string convs(std::string from, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) from = conv(from);
        return from;
    }
    std::string project(const std::string& input) { return add("Add", {m_builder.quantized(weighted("MatMul", input), parameters()), bias()}); }
    void nextBlock() { ++m_block; }

    OnnxBuilder finish(const std::string& last)
    {
        m_builder.node("Identity", {last}, {"result"}, "/result");
        m_builder.output("result");
        return std::move(m_builder);
    }

private:
    [[nodiscard]] Parameters parameters()
    {
        Parameters p;
        p.scales = {0.004 + 0.0013 * static_cast<double>((m_salt++ * 7) % 29)};
        return p;
    }
    std::string weight()
    {
        Parameters p;
        p.scales = {0.003, 0.004};
        p.zeroPoints = {0, 0};
        return m_builder.weight("weight_" + std::to_string(m_count), {2, 2, 1, 1}, p);
    }
    std::string bias()
    {
        return m_builder.weight("bias_" + std::to_string(m_count), {2}, parameters());
    }

    OnnxBuilder m_builder;
    std::size_t m_wanted;
    std::size_t m_count = 0;
    std::size_t m_block = 0;
    std::size_t m_salt = 0;
};

OnnxBuilder cnn(std::size_t operations)
{
    Maker make(operations);
    std::string trunk = make.conv(make.image());
    for (std::size_t i = 0; !make.enough(); ++i) {
        make.nextBlock();
        if (i % 3 == 2) {
            const std::string a = make.conv(trunk);
            const std::string b = make.convs(trunk, 2 + i % 2);
            const std::string c = make.convs(trunk, 3);
            const std::string d = make.conv(make.add("MaxPool", {trunk}));
            trunk = make.add("Concat", {a, b, c, d});
        } else {
            const std::string side = i % 5 == 0 ? make.conv(trunk) : trunk;
            trunk = make.add("Relu", {make.add("Add", {make.convs(trunk, 2), side})});
        }
    }
    return make.finish(trunk);
}

OnnxBuilder transformer(std::size_t operations)
{
    Maker make(operations);
    std::string hidden = make.project(make.image());
    const std::string mask = make.add("Mul", {make.add("Sub", {hidden, hidden}), hidden});
    while (!make.enough()) {
        make.nextBlock();
        const auto norm = [&](const std::string& in) {
            const std::string mean = make.raw("ReduceMean", {in});
            const std::string centred = make.raw("Sub", {in, mean});
            const std::string variance = make.raw("ReduceMean", {make.raw("Mul", {centred, centred})});
            return make.add("Div", {centred, make.raw("Sqrt", {variance})});
        };
        const auto heads = [&](const std::string& in) {
            return make.raw("Transpose", {make.raw("Reshape", {make.project(in)})});
        };
        const std::string in = norm(hidden);
        const std::string scores = make.add("MatMul", {heads(in), heads(in)});
        const std::string weights = make.add("Softmax", {make.add("Add", {scores, mask})});
        const std::string context = make.add("MatMul", {weights, heads(in)});
        const std::string attended = make.add("Add", {hidden, make.project(make.raw("Transpose", {context}))});
        const std::string inner = make.add("Erf", {make.project(norm(attended))});
        hidden = make.add("Add", {attended, make.project(inner)});
    }
    return make.finish(hidden);
}

OnnxBuilder dense(std::size_t operations)
{
    Maker make(operations);
    std::string trunk = make.conv(make.image());
    const std::size_t layers[] = {6, 12, 48, 32};
    for (std::size_t block = 0; !make.enough(); ++block) {
        make.nextBlock();
        std::vector<std::string> all{trunk};
        for (std::size_t i = 0; i < layers[block % 4] && !make.enough(); ++i)
            all.push_back(make.convs(all.size() > 1 ? make.add("Concat", all) : trunk, 2));
        trunk = make.add("AveragePool", {make.conv(make.add("Concat", all))});
    }
    return make.finish(trunk);
}

} // namespace

std::string_view toText(NetworkShape shape) noexcept
{
    switch (shape) {
    case NetworkShape::Cnn: return "cnn";
    case NetworkShape::Transformer: return "transformer";
    case NetworkShape::Dense: break;
    }
    return "dense";
}

OnnxBuilder networkFile(NetworkShape shape, std::size_t operations)
{
    switch (shape) {
    case NetworkShape::Cnn: return cnn(operations);
    case NetworkShape::Transformer: return transformer(operations);
    case NetworkShape::Dense: break;
    }
    return dense(operations);
}

} // namespace alignscope::test

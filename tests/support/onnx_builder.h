// SPDX-License-Identifier: Apache-2.0
// Small ONNX models for tests, built message by message; the generated headers stay in the .cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace alignscope::test {

/// Element types by their ONNX numbers.
namespace onnx_type {
inline constexpr int kFloat = 1, kUint8 = 2, kInt8 = 3, kUint16 = 4, kInt16 = 5, kInt32 = 6, kInt64 = 7,
                     kFloat16 = 10, kDouble = 11, kBfloat16 = 16, kFloat8 = 17, kUint4 = 21, kInt4 = 22;
}

/// Quantization parameters: one scale per tensor, several per channel. No zeroPoints: no such input.
struct Parameters {
    std::vector<double> scales = {0.5};
    std::vector<double> zeroPoints = {0};
    int type = onnx_type::kInt8;
    int scaleType = onnx_type::kFloat;
    std::string domain = {};
};

class OnnxBuilder {
public:
    OnnxBuilder();
    OnnxBuilder(const OnnxBuilder& other);
    ~OnnxBuilder();

    OnnxBuilder& opset(const std::string& domain, std::int64_t version);
    OnnxBuilder& irVersion(std::int64_t version);
    OnnxBuilder& metadata(const std::string& key, const std::string& value);
    OnnxBuilder& input(const std::string& name, std::vector<std::int64_t> dims = {1, 4, 8, 8},
                       int type = onnx_type::kFloat);
    OnnxBuilder& output(const std::string& name, std::vector<std::int64_t> dims = {1, 4, 8, 8},
                        int type = onnx_type::kFloat);
    OnnxBuilder& node(const std::string& type, std::vector<std::string> inputs,
                      std::vector<std::string> outputs, const std::string& name = {},
                      const std::string& domain = {});
    /// Of the node added last.
    OnnxBuilder& attribute(const std::string& name, std::int64_t value);
    OnnxBuilder& attribute(const std::string& name, const std::string& value);
    OnnxBuilder& attribute(const std::string& name, const std::vector<std::int64_t>& values);
    /// A body that reads `reads` from the outer graph.
    OnnxBuilder& subgraph(const std::string& attributeName, std::vector<std::string> reads);

    /// Initializer in raw_data, packed for its type (half floats and 4 bits too).
    OnnxBuilder& tensor(const std::string& name, int type, std::vector<std::int64_t> dims,
                        const std::vector<double>& values);
    /// Initializer in the typed field (float_data, int32_data...).
    OnnxBuilder& typedTensor(const std::string& name, int type, std::vector<std::int64_t> dims,
                             const std::vector<double>& values);
    OnnxBuilder& externalTensor(const std::string& name, int type, std::vector<std::int64_t> dims,
                                const std::string& location, const std::string& offset = {},
                                const std::string& length = {});
    /// Constant node with attribute `value`.
    OnnxBuilder& constant(const std::string& output, int type, std::vector<std::int64_t> dims,
                          const std::vector<double>& values);

    /// Q (from `tensor` to `tensor`_q) and DQ (to `tensor`_dq) with initializers of their own;
    /// returns the DQ's output. Repeated on one tensor, names get _2, _3...
    std::string quantized(const std::string& tensor, const Parameters& parameters = {});
    std::string quantize(const std::string& tensor, const Parameters& parameters = {});
    std::string dequantize(const std::string& tensor, const Parameters& parameters = {});
    /// DQ of a new integer initializer `name` of zeros.
    std::string weight(const std::string& name, std::vector<std::int64_t> dims, const Parameters& parameters = {});

    [[nodiscard]] std::string bytes() const;
    /// Writes bytes() to a folder that goes away with the program and returns the path.
    [[nodiscard]] std::string save(const std::string& fileName) const;

private:
    std::string quantNode(const std::string& type, const std::string& tensor, const std::string& suffix,
                          const Parameters& parameters);
    std::string unique(const std::string& name);

    struct State;
    std::unique_ptr<State> m_state;
};

/// The message in `bytes` without payloads of at least `limit` bytes, serialized; for comparing
/// with a skeleton. Empty when `bytes` do not parse.
[[nodiscard]] std::string withoutLargePayloads(const std::string& bytes, std::uint64_t limit);

} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
// Rules Q6 (what is passive) and Q7 (policy, range, stored type).
#include "core/io/qdq_sockets.h"
#include "core/io/tensor_values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace alignscope {
namespace {

struct TypeWidth {
    std::uint8_t bits = 8;
    bool isSigned = true;
};

TypeWidth widthOf(StoredType type)
{
    switch (type) {
    case StoredType::Int4: return {4, true};
    case StoredType::Uint4: return {4, false};
    case StoredType::Int8: return {8, true};
    case StoredType::Uint8: return {8, false};
    case StoredType::Int16: return {16, true};
    case StoredType::Uint16: return {16, false};
    case StoredType::Int32: return {32, true};
    case StoredType::Float8: return {8, true};
    case StoredType::None: break;
    }
    return {};
}

bool allZero(const std::vector<float>& values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return value == 0; });
}

bool allPowersOfTwo(const std::vector<float>& values)
{
    return std::all_of(values.begin(), values.end(), [](float value) {
        int exponent = 0;
        return std::frexp(value, &exponent) == 0.5F;
    });
}

bool isWeight(const Sockets& sockets, const Socket& socket)
{
    const std::string_view type = sockets.type(socket.operation);
    return socket.io == SlotIo::In && socket.parameter
        && (isComputing(type) || type == "LSTM" || type == "GRU" || type == "RNN");
}

class Schemes {
public:
    explicit Schemes(Sockets& sockets) : m_sockets(sockets) { judge(); }

    void run()
    {
        for (std::uint32_t id = 0; id < m_sockets.size(); ++id) assignOwn(m_sockets[id]);
        for (std::uint32_t id = 0; id < m_sockets.size(); ++id) inherit(id);
        for (std::uint32_t op = 0; op < m_sockets.graph().operationCount(); ++op) fillFloat(OpId(op));
    }

private:
    // What all activations of the model have in common decides for each of them.
    void judge()
    {
        std::size_t activations = 0;
        bool powers = true;
        for (std::uint32_t id = 0; id < m_sockets.size(); ++id) {
            const Socket& socket = m_sockets[id];
            if (socket.own == nullptr || !socket.own->usable || isWeight(m_sockets, socket)) continue;
            const auto type = static_cast<std::size_t>(storedTypeOf(socket.own->quantizedType));
            m_centred[type] = m_centred[type] && allZero(socket.own->zeroPoints);
            if (socket.parameter) continue;
            ++activations;
            powers = powers && allZero(socket.own->zeroPoints) && allPowersOfTwo(socket.own->scales);
        }
        m_powerOf2 = powers && activations >= 3;
    }

    void assignOwn(Socket& socket)
    {
        if (socket.own == nullptr || socket.own->quantizedType == 0) return;
        socket.stored = storedTypeOf(socket.own->quantizedType);
        const TypeWidth width = widthOf(socket.stored);
        const bool weight = isWeight(m_sockets, socket);
        const bool centred = width.isSigned
            && (weight ? allZero(socket.own->zeroPoints) : m_centred[static_cast<std::size_t>(socket.stored)]);
        Scheme& scheme = socket.scheme;
        scheme.bits = width.bits;
        scheme.policy = static_cast<std::uint16_t>(
            (socket.own->perChannel ? policy::kPerChannel : policy::kPerTensor)
            | (socket.stored == StoredType::Float8 ? policy::kFloating : policy::kLinear)
            | (centred ? policy::kSymmetrical : policy::kAsymmetrical)
            | (m_powerOf2 && allPowersOfTwo(socket.own->scales) ? policy::kPowerOf2 : 0));
        const double steps = std::ldexp(1.0, width.bits);
        scheme.quantMin = centred ? -steps / 2 : 0;
        scheme.quantMax = (centred ? steps / 2 : steps) - 1;
        if (socket.stored == StoredType::Float8) {
            scheme.quantMin = -448;
            scheme.quantMax = 448;
            scheme.exponentBits = 4;
        }
        if (socket.own->perChannel) scheme.channelAxis = axisOf(socket);
    }

    std::int32_t axisOf(const Socket& socket) const
    {
        const Tensor& tensor = m_sockets.graph().tensor(socket.tensor);
        const std::int32_t axis = socket.own->axis;
        return axis < 0 && tensor.shapeKnown ? axis + static_cast<std::int32_t>(tensor.shape.size()) : axis;
    }

    void inherit(std::uint32_t id)
    {
        Socket& socket = m_sockets[id];
        if (socket.own != nullptr || socket.state == TqcState::Fp32) return;
        const Socket& root = m_sockets[m_sockets.root(id)];
        socket.scheme = root.scheme;
        socket.stored = root.stored;
    }

    // A float slot of a quantized operation has the scheme that it would be quantized with.
    void fillFloat(OpId op)
    {
        const Socket* model = nullptr;
        for (std::uint32_t id = m_sockets.begin(op); id < m_sockets.end(op) && model == nullptr; ++id)
            if (m_sockets.known(id) && !m_sockets[id].parameter) model = &m_sockets[id];
        for (std::uint32_t id = m_sockets.begin(op); id < m_sockets.end(op); ++id) {
            Socket& socket = m_sockets[id];
            if (socket.scheme.policy != 0) continue;
            if (model != nullptr) {
                socket.scheme = model->scheme;
                continue;
            }
            socket.scheme.policy = policy::kPerTensor | policy::kLinear | policy::kSymmetrical;
            socket.scheme.quantMin = -128;
            socket.scheme.quantMax = 127;
        }
    }

    Sockets& m_sockets;
    std::array<bool, 16> m_centred = [] {
        std::array<bool, 16> all{};
        all.fill(true);
        return all;
    }();
    bool m_powerOf2 = false;
};

// bias scale = float32(input scale x weight scale), element for element.
bool isProduct(const QuantNode& bias, const QuantNode& input, const QuantNode& weight)
{
    if (input.scales.size() != 1 || !allZero(bias.zeroPoints)) return false;
    if (weight.scales.size() != bias.scales.size() && weight.scales.size() != 1) return false;
    for (std::size_t i = 0; i < bias.scales.size(); ++i) {
        const float product = input.scales[0] * weight.scales[weight.scales.size() == 1 ? 0 : i];
        if (product != bias.scales[i]) return false;
    }
    return true;
}

void markBias(Sockets& sockets, OpId op)
{
    const std::uint32_t id = sockets.find(op, SlotIo::In, 2);
    const QuantNode* input = sockets.effective(sockets.find(op, SlotIo::In, 0));
    const QuantNode* weight = sockets.effective(sockets.find(op, SlotIo::In, 1));
    const QuantNode* bias = sockets.effective(id);
    if (bias == nullptr || input == nullptr || weight == nullptr || !sockets[id].parameter
        || storedTypeOf(bias->quantizedType) != StoredType::Int32)
        return;
    if (isProduct(*bias, *input, *weight)) sockets[id].state = TqcState::Passive;
}

// A bound or a padding value is in the units of the data.
void followData(Sockets& sockets, OpId op, std::uint32_t index)
{
    const std::uint32_t id = sockets.find(op, SlotIo::In, index);
    const std::uint32_t data = sockets.find(op, SlotIo::In, 0);
    if (id == kNoSocket || !sockets.known(data)) return;
    Socket& socket = sockets[id];
    socket.state = TqcState::Passive;
    socket.visibility = Visibility::Internal;
    socket.dominator = data;
    socket.own = nullptr;
}

} // namespace

void markPassiveParameters(Sockets& sockets)
{
    for (std::uint32_t i = 0; i < sockets.graph().operationCount(); ++i) {
        const OpId op(i);
        const std::string_view type = sockets.type(op);
        if (type == "Conv" || type == "ConvTranspose" || type == "Gemm") markBias(sockets, op);
        if (type == "Clip") {
            followData(sockets, op, 1);
            followData(sockets, op, 2);
        }
        if (type == "Pad") followData(sockets, op, 2);
    }
}

void assignSchemes(Sockets& sockets)
{
    Schemes(sockets).run();
}

} // namespace alignscope

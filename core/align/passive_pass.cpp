// SPDX-License-Identifier: Apache-2.0
#include "core/align/passive_pass.h"

#include <string_view>
#include <utility>

namespace alignscope {
namespace {

class PassivePass {
public:
    PassivePass(Outcome& outcome, Engine engine)
        : m_strict(engine == Engine::Strict), m_outcome(outcome), m_table(outcome.table), m_slots(outcome.table.slots())
    {
    }

    void run()
    {
        const Graph& graph = m_slots.graph();
        for (std::uint32_t op = 0; op < graph.operationCount() && !m_outcome.error; ++op) {
            const OpId id(op);
            const std::string_view type = graph.operation(id).type;
            if (type == "Conv" || type == "ConvTranspose" || type == "Gemm") {
                if (countInputs(id) == 3) passiveBias(id);
            } else if (type == "Clip") {
                const std::size_t inputs = countInputs(id);
                for (std::uint32_t i = 1; i < inputs; ++i) followInput(id, i);
            } else if (type == "Pad" && countInputs(id) == 3) {
                followInput(id, 2);
            }
        }
    }

private:
    [[nodiscard]] std::size_t countInputs(OpId operation) const
    {
        std::size_t count = 0;
        for (const Slot& slot : m_slots.slotsOf(operation)) count += slot.io == SlotIo::In ? 1 : 0;
        return count;
    }

    void passiveBias(OpId operation)
    {
        const std::uint32_t first = m_slots.firstSlot(operation).value();
        const SlotId input(first);
        const SlotId weight(first + 1);
        const SlotId bias(first + 2);
        const TqcState state = m_table.state(bias);
        if (state != TqcState::Passive && state != TqcState::PassiveInit) return;
        const TqcState above = m_table.state(input);
        if (above != TqcState::Passive && above != TqcState::Activated && above != TqcState::Baked
            && above != TqcState::Overlapped) {
            stop(EngineErrorKind::Permission, operation,
                 "The bias is passive, but the input is not quantized.");
            return;
        }
        const SlotId weightRoot = rootOf(weight);
        const SlotId inputRoot = rootOf(input);
        const SlotId biasRoot = rootOf(bias);
        if (!weightRoot || !inputRoot || !biasRoot) {
            stop(EngineErrorKind::Recursion, operation, "Masters and slaves form a cycle.");
            return;
        }
        const ParameterView w = m_table.own(weightRoot);
        const ParameterView x = m_table.own(inputRoot);
        if (w.scale.empty() || x.scale.empty()) {
            stop(EngineErrorKind::Type, operation, "Input or weight has no scale.");
            return;
        }
        if (biasRoot != bias) {
            stop(EngineErrorKind::Permission, operation, "The bias follows another slot.");
            return;
        }
        store(operation, bias, w, x.scale[0]);
    }

    void store(OpId operation, SlotId bias, const ParameterView& w, float inputScale)
    {
        ChannelParameters product;
        product.scale.reserve(w.scale.size());
        for (const float scale : w.scale) product.scale.push_back(scale * inputScale);
        product.offset.assign(w.scale.size(), 0.0F);
        const ParameterView wanted{product.scale, product.offset, w.perChannel};
        const bool same = sameParameters(m_table.own(bias), wanted)
            && m_table.state(bias) == TqcState::Passive;
        if (same) return;
        const float scale = product.scale[0];
        if (w.perChannel)
            m_table.setOwn(bias, std::move(product));
        else
            m_table.setOwn(bias, scale, 0.0F);
        m_table.record(bias).state = TqcState::Passive;
        m_outcome.steps.push_back({.operation = operation, .slot = bias, .master = bias, .scale = scale,
                                   .action = Action::Passive, .reason = Reason::BiasProduct,
                                   .state = TqcState::Passive});
    }

    void followInput(OpId operation, std::uint32_t index)
    {
        const std::uint32_t first = m_slots.firstSlot(operation).value();
        const SlotId input(first);
        const SlotId slot(first + index);
        if (m_strict && !m_table.effective(input).known()) return;
        TqcRecord& record = m_table.record(slot);
        const TqcRecord before = record;
        record.dominator = input.value();
        const SlotId root = rootOf(input);
        if (!root) {
            stop(EngineErrorKind::Recursion, operation, "Masters and slaves form a cycle.");
            return;
        }
        record.state = m_table.own(root).known() ? TqcState::Passive : TqcState::PassiveInit;
        record.visibility = Visibility::Internal;
        if (record.state != before.state || m_table.root(SlotId(before.dominator)) != root)
            m_outcome.steps.push_back({.operation = operation, .slot = slot, .master = input,
                                       .action = Action::Passive, .reason = Reason::FollowsInput,
                                       .state = record.state});
    }

    SlotId rootOf(SlotId slot) { return m_strict ? m_table.root(slot) : m_table.find(slot); }

    void stop(EngineErrorKind kind, OpId operation, const char* message)
    {
        if (m_strict) return;
        m_outcome.error = EngineError{kind, operation, message};
    }

    const bool m_strict;
    Outcome& m_outcome;
    TqcTable& m_table;
    const SlotList& m_slots;
};

} // namespace

void runPassivePass(Outcome& outcome, Engine engine)
{
    if (outcome.table.slotList()) PassivePass(outcome, engine).run();
}

} // namespace alignscope

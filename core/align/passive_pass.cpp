// SPDX-License-Identifier: Apache-2.0
#include "core/align/passive_pass.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace alignscope {
namespace {

class PassivePass {
public:
    PassivePass(Outcome& outcome, Engine engine)
        : m_strict(engine == Engine::Strict), m_outcome(outcome), m_table(outcome.table)
    {
    }

    void run(std::span<const PassiveSite> sites)
    {
        for (const PassiveSite& site : sites) {
            if (m_outcome.error) return;
            if (site.bias) passiveBias(site);
            else
                for (std::uint32_t slot = site.begin; slot < site.end; ++slot) followInput(site, SlotId(slot));
        }
    }

private:
    void passiveBias(const PassiveSite& site)
    {
        const OpId operation = site.operation;
        const SlotId input(site.firstInput);
        const SlotId weight(site.firstInput + 1);
        const SlotId bias(site.begin);
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
        if (m_table.state(bias) == TqcState::Passive && isProduct(m_table.own(bias), w, inputScale)) return;
        ChannelParameters product;
        product.scale.reserve(w.scale.size());
        for (const float scale : w.scale) product.scale.push_back(scale * inputScale);
        product.offset.assign(w.scale.size(), 0.0F);
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

    // Bit for bit, as sameParameters().
    static bool isProduct(const ParameterView& bias, const ParameterView& w, float inputScale)
    {
        const auto bits = [](float value) { return std::bit_cast<std::uint32_t>(value); };
        if (bias.scale.size() != w.scale.size() || bias.offset.size() != w.scale.size()) return false;
        for (std::size_t i = 0; i < w.scale.size(); ++i)
            if (bits(bias.scale[i]) != bits(w.scale[i] * inputScale) || bits(bias.offset[i]) != bits(0.0F)) return false;
        return true;
    }

    void followInput(const PassiveSite& site, SlotId slot)
    {
        const OpId operation = site.operation;
        const SlotId input(site.firstInput);
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
};

} // namespace

void runPassivePass(const SlotGraph& graph, Outcome& outcome, Engine engine)
{
    PassivePass(outcome, engine).run(graph.passiveSites());
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/align/ppq_engine.h"

#include "core/align/by_hand.h"
#include "core/align/numerics.h"
#include "core/align/ranged_inputs.h"
#include "core/base/message_codes.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace alignscope {
namespace {

class PpqPass {
public:
    PpqPass(const Model& model, const Scenario& scenario)
        : m_model(model), m_scenario(scenario), m_slots(model.baseline.slots())
    {
        m_outcome.table = model.baseline;
        m_outcome.steps.reserve(model.slotGraph ? model.slotGraph->stepBound() : 0);
    }

    Outcome run() &&
    {
        if (!m_model.slotGraph) return std::move(m_outcome);
        refuseHandEdits(m_model, m_scenario, m_outcome);
        if (!m_scenario.overrides.empty()) resolveOverrides();
        if (m_scenario.ppqManual.empty()) {
            for (const AlignmentSite& site : m_model.slotGraph->sites()) {
                alignSite(site);
                if (m_outcome.error) break;
            }
        } else {
            runWithManual();
        }
        return std::move(m_outcome);
    }

private:
    void resolveOverrides()
    {
        const Graph& graph = *m_model.graph;
        m_overrides.resize(graph.operationCount(), nullptr);
        for (const auto& [id, choice] : m_scenario.overrides) {
            const OpId operation = graph.findOperation(id);
            if (!operation) {
                m_outcome.warnings.push_back({MessageCode::UnknownOverrideOperation, {id}});
                continue;
            }
            m_overrides[operation.index()] = &choice;
            const auto site = m_model.slotGraph->siteOf(operation);
            if (!site || !site->family || !(site->alignable || m_model.slotGraph->everyFamilyMember()))
                m_outcome.warnings.push_back({MessageCode::OverrideNotAlignable, {id, id}});
        }
    }

    [[nodiscard]] const Override* overrideOf(OpId operation) const
    {
        return m_overrides.empty() ? nullptr : m_overrides[operation.index()];
    }

    // PPQ's own attribute is looked at only on operations outside the four families (quirk 2),
    // so these operations have to be visited in order among the sites.
    void runWithManual()
    {
        const Graph& graph = *m_model.graph;
        std::vector<OpId> manual;
        for (const auto& [id, value] : m_scenario.ppqManual) {
            const OpId operation = graph.findOperation(id);
            if (!operation) {
                m_outcome.warnings.push_back({MessageCode::UnknownManualOperation, {id}});
            } else if (!familyOf(graph.operation(operation).type) && m_slots.quantized(operation)) {
                manual.push_back(operation);
            }
        }
        const SlotGraph& order = *m_model.slotGraph;
        std::sort(manual.begin(), manual.end(), [&](OpId a, OpId b) { return order.rank(a) < order.rank(b); });
        auto next = manual.begin();
        const auto visitManualBefore = [&](OpId limit) {
            for (; next != manual.end() && (!limit || order.rank(*next) < order.rank(limit)) && !m_outcome.error; ++next)
                alignManual(*next);
        };
        for (const AlignmentSite& site : m_model.slotGraph->sites()) {
            visitManualBefore(site.operation);
            if (m_outcome.error) return;
            alignSite(site);
            if (m_outcome.error) return;
        }
        visitManualBefore(OpId());
    }

    void alignManual(OpId operation)
    {
        if (m_scenario.method(Family::Concat) != Method::Large) {
            m_outcome.warnings.push_back(
                {MessageCode::UnrecognisedManualMethod, {m_model.graph->operation(operation).id}});
            return;
        }
        const auto site = m_model.slotGraph->siteOf(operation);
        const SlotId master = large(*site);
        if (m_outcome.error) return;
        const auto targets = m_model.slotGraph->overridesOf(operation);
        overrideProducers(operation, targets, master, m_scenario.forceOverlap);
    }

    void alignSite(const AlignmentSite& site)
    {
        if (!site.alignable && !m_model.slotGraph->everyFamilyMember()) return;
        Method method = m_scenario.method(*site.family);
        Overlap overlap = m_scenario.forceOverlap;
        if (const Override* choice = overrideOf(site.operation)) {
            method = choice->method.value_or(method);
            overlap = choice->overlap.value_or(overlap);
        }
        SlotId master;
        switch (method) {
        case Method::None: return;
        case Method::Large: master = large(site); break;
        case Method::Output: master = output(site); break;
        case Method::Input: input(site); break; // producers are not overridden
        }
        if (master && !m_outcome.error)
            overrideProducers(site.operation, m_model.slotGraph->overrides(site), master, overlap);
    }

    SlotId large(const AlignmentSite& site)
    {
        TqcTable& table = m_outcome.table;
        if (site.inputCount == 0) return {};
        double low = 0;
        double high = 0;
        const SlotId last(site.firstInput + site.inputCount - 1);
        for (std::uint32_t i = 0; i < site.inputCount; ++i) {
            const SlotId slot(site.firstInput + i);
            if (isFp32OrSoi(table.state(slot))) continue;
            const Scheme& scheme = site.uniformInputs ? site.inputScheme : m_slots[slot].scheme;
            if (scheme.has(policy::kFloating)) continue;
            if (!scheme.has(policy::kPerTensor))
                return stop(EngineErrorKind::Assertion, site.operation,
                            "Align to large needs per-tensor quantization at every input.");
            const SlotId root = table.find(slot);
            if (!root) return stopAtCycle(site.operation);
            if (!table.hasOwn(root))
                return stop(EngineErrorKind::Type, site.operation,
                            "An input has neither scale nor offset yet.");
            const TqcRecord& values = table.record(root);
            if ((values.flags & TqcRecord::kPerChannel) != 0)
                return stop(EngineErrorKind::Value, site.operation,
                            "An input follows a per-channel master.");
            const FloatRange range = representableRange(values.scale, values.offset, scheme);
            if (range.hi > high) high = range.hi;
            if (range.lo < low) low = range.lo;
        }
        const SlotId master(site.firstInput);
        const auto parameters = minmaxToScaleOffset(
            low, high, site.inputScheme, site.uniformInputs ? std::nullopt : m_slots[master].minScale);
        if (!parameters)
            return stop(EngineErrorKind::Value, site.operation, "The aligned scale would be zero.");
        const SlotId oldRoot = table.find(master);
        if (!oldRoot) return stopAtCycle(site.operation);
        if (!table.hasOwnScale(oldRoot))
            return stop(EngineErrorKind::Attribute, site.operation, "The first input has no scale.");

        TqcRecord& record = table.record(master);
        record.dominator = master.value();
        record.state = TqcState::Passive;
        table.setOwn(master, static_cast<float>(parameters->scale), static_cast<float>(parameters->offset));
        Step& step = note(site.operation, master, master, Action::Rerange, TqcState::Passive);
        step.scale = record.scale;
        step.offset = record.offset;

        // The reference tests the variable that its first loop left behind (quirk 1).
        const bool bindsNone = isFp32OrSoi(table.state(last))
            || (!site.uniformInputs && m_slots[last].scheme.has(policy::kFloating));
        for (std::uint32_t i = 1; i < site.inputCount && !m_outcome.error; ++i) {
            const SlotId slot(site.firstInput + i);
            if (bindsNone)
                skip(site.operation, slot, master, Reason::LastInputSkipped);
            else
                bind(site.operation, slot, master, Action::Bind);
        }
        return master;
    }

    SlotId output(const AlignmentSite& site)
    {
        if (site.outputCount == 0) return {};
        const SlotId master(site.firstInput + site.inputCount);
        bindRange(site.operation, site.firstInput, site.inputCount, master, site.uniformInputs);
        return master;
    }

    void input(const AlignmentSite& site)
    {
        if (site.inputCount == 0) return;
        bindRange(site.operation, site.firstInput + site.inputCount, site.outputCount,
                  SlotId(site.firstInput), false);
    }

    void bindRange(OpId operation, std::uint32_t first, std::uint32_t count, SlotId master, bool uniform)
    {
        for (std::uint32_t i = 0; i < count && !m_outcome.error; ++i) {
            const SlotId slot(first + i);
            if (!uniform && m_slots[slot].scheme.has(policy::kFloating))
                skip(operation, slot, master, Reason::SlotFloating);
            else if (isFp32OrSoi(m_outcome.table.state(slot)))
                skip(operation, slot, master, Reason::SlotNotQuantized);
            else
                bind(operation, slot, master, Action::Bind);
        }
    }

    void overrideProducers(OpId operation, std::span<const OverrideTarget> targets, SlotId master,
                           Overlap overlap)
    {
        for (const OverrideTarget& target : targets) {
            if (target.needsOverlap && overlap == Overlap::Off)
                skip(operation, target.slot, master, Reason::ProducerShared);
            else
                bind(operation, target.slot, master, Action::Override);
            if (m_outcome.error) return;
        }
    }

    // PPQ's `slot.master_by = master`: the raw pointer, whatever stood there before.
    void bind(OpId operation, SlotId slot, SlotId master, Action action)
    {
        if (slot == master) {
            stop(EngineErrorKind::Value, operation, "A slot cannot be its own master.");
            return;
        }
        TqcTable& table = m_outcome.table;
        TqcRecord& record = table.record(slot);
        record.dominator = master.value();
        const SlotId root = table.find(master);
        if (!root) {
            stopAtCycle(operation);
            return;
        }
        record.state = table.hasOwn(root) ? TqcState::Passive : TqcState::PassiveInit;
        note(operation, slot, master, action, record.state);
    }

    void skip(OpId operation, SlotId slot, SlotId master, Reason reason)
    {
        note(operation, slot, master, Action::Skip, m_outcome.table.state(slot)).reason = reason;
    }

    // Written in its place: a step that is made elsewhere and copied takes half of the whole pass.
    Step& note(OpId operation, SlotId slot, SlotId master, Action action, TqcState state)
    {
        Step& step = m_outcome.steps.emplace_back();
        step.operation = operation;
        step.slot = slot;
        step.master = master;
        step.action = action;
        step.state = state;
        return step;
    }

    SlotId stop(EngineErrorKind kind, OpId operation, const char* message)
    {
        m_outcome.error = EngineError{kind, operation, message};
        return {};
    }
    SlotId stopAtCycle(OpId operation)
    {
        return stop(EngineErrorKind::Recursion, operation, "Masters and slaves form a cycle.");
    }

    const Model& m_model;
    const Scenario& m_scenario;
    const SlotList& m_slots;
    Outcome m_outcome;
    std::vector<const Override*> m_overrides; // per operation; empty when there are none
};

} // namespace

Outcome runPpqAlignment(const Model& model, const Scenario& scenario)
{
    return PpqPass(model, scenario).run();
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/align/strict_claims.h"

#include "core/base/message_codes.h"
#include "core/quant/quantized.h"

#include <utility>

namespace alignscope {
namespace {

class Claimer {
public:
    Claimer(const Model& model, const Scenario& scenario)
        : m_model(model), m_scenario(scenario), m_base(model.baseline), m_slots(model.baseline.slots())
    {
    }

    StrictClaims run() &&
    {
        resolveOverrides();
        for (const AlignmentSite& site : m_model.slotGraph->sites()) claim(site);
        return std::move(m_result);
    }

private:
    void resolveOverrides()
    {
        for (const auto& [id, choice] : m_scenario.overrides) {
            const OpId operation = m_model.graph->findOperation(id);
            if (!operation) {
                m_result.warnings.push_back({MessageCode::UnknownOverrideOperation, {id}});
                continue;
            }
            if (m_overrides.empty()) m_overrides.resize(m_model.graph->operationCount(), nullptr);
            m_overrides[operation.index()] = &choice;
        }
    }

    void refuse(OpId operation, SlotId slot, SlotId master, Reason reason)
    {
        m_result.refusals.push_back({.operation = operation, .slot = slot, .master = master,
                                     .action = Action::Refuse, .reason = reason, .state = m_base.state(slot)});
    }

    void claim(const AlignmentSite& site)
    {
        if (!site.alignable && !m_model.slotGraph->everyFamilyMember()) return;
        StrictClaim claim{site.operation, m_scenario.method(*site.family), m_scenario.forceOverlap, {}, {}};
        if (!m_overrides.empty() && m_overrides[site.operation.index()] != nullptr) {
            const Override& choice = *m_overrides[site.operation.index()];
            claim.method = choice.method.value_or(claim.method);
            claim.overlap = choice.overlap.value_or(claim.overlap);
        }
        if (claim.method == Method::None || site.inputCount == 0) return;

        const std::vector<SlotId> wanted = wantedBy(site, claim.method);
        const SlotId firstInput(site.firstInput);
        const SlotId reference = referenceOf(site, claim.method, wanted);
        for (const SlotId slot : wanted) {
            Reason reason = strictRefusal(m_base, slot);
            if (reason == Reason::None && reference
                && !sameStrictScheme(m_slots[slot].scheme, m_slots[reference].scheme))
                reason = Reason::SchemeDiffers;
            if (reason == Reason::None)
                claim.slots.push_back(slot);
            else
                refuse(site.operation, slot, reference ? reference : slot, reason);
        }
        if (!reference || claim.slots.size() < 2) {
            refuse(site.operation, firstInput, reference ? reference : firstInput, Reason::TooFewSlots);
            return;
        }
        if (claim.method == Method::Large)
            claim.authorities = claim.slots;
        else
            claim.authorities = {reference};
        m_result.claims.push_back(std::move(claim));
    }

    [[nodiscard]] std::vector<SlotId> wantedBy(const AlignmentSite& site, Method method) const
    {
        const SlotId firstInput(site.firstInput);
        const SlotId firstOutput(site.firstInput + site.inputCount);
        std::vector<SlotId> wanted;
        const auto wantRange = [&](SlotId first, std::uint32_t count) {
            for (std::uint32_t i = 0; i < count; ++i) {
                const SlotId slot(first.value() + i);
                if (m_slots[slot].data) wanted.push_back(slot);
            }
        };
        if (method == Method::Input) {
            wanted.push_back(firstInput);
            wantRange(firstOutput, site.outputCount);
        } else {
            wantRange(firstInput, site.inputCount);
            if (method == Method::Output && site.outputCount > 0) wanted.push_back(firstOutput);
        }
        return wanted;
    }

    [[nodiscard]] SlotId referenceOf(const AlignmentSite& site, Method method, const std::vector<SlotId>& wanted) const
    {
        if (method == Method::Large) {
            for (const SlotId slot : wanted)
                if (strictRefusal(m_base, slot) == Reason::None) return slot;
            return {};
        }
        if (method == Method::Output && site.outputCount == 0) return {};
        const SlotId named(method == Method::Output ? site.firstInput + site.inputCount : site.firstInput);
        return strictRefusal(m_base, named) == Reason::None ? named : SlotId{};
    }

    const Model& m_model;
    const Scenario& m_scenario;
    const TqcTable& m_base;
    const SlotList& m_slots;
    StrictClaims m_result;
    std::vector<const Override*> m_overrides; // per operation; empty when there are none
};

} // namespace

StrictClaims strictClaims(const Model& model, const Scenario& scenario) { return Claimer(model, scenario).run(); }

Reason strictRefusal(const TqcTable& baseline, SlotId slot)
{
    const Scheme& scheme = baseline.slots()[slot].scheme;
    if (isFp32OrSoi(baseline.state(slot))) return Reason::SlotNotQuantized;
    const ParameterView values = baseline.effective(slot);
    if (!values.known()) return Reason::SlotUnknown;
    if (!scheme.has(policy::kPerTensor) || !scheme.has(policy::kLinear) || values.scale.size() != 1)
        return Reason::SlotPerChannel;
    if (scheme.has(policy::kFloating) || scheme.has(policy::kDynamic)) return Reason::SlotFloating;
    return Reason::None;
}

bool sameStrictScheme(const Scheme& a, const Scheme& b) noexcept
{
    return a.policy == b.policy && a.bits == b.bits && a.quantMin == b.quantMin && a.quantMax == b.quantMax;
}

} // namespace alignscope

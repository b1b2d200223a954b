// SPDX-License-Identifier: Apache-2.0
#include "core/compare/model_match.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace alignscope {
namespace {

class Matcher {
public:
    Matcher(const Model& here, const Model& there)
        : m_here(*here.graph), m_there(*there.graph), m_slotsHere(here.baseline.slotList().get()),
          m_slotsThere(there.baseline.slotList().get()), m_opThere(m_here.operationCount()),
          m_opHere(m_there.operationCount())
    {
    }

    ModelMatch run() &&
    {
        matchOperations();
        if (m_slotsHere != nullptr) m_match.slotThere.resize(m_slotsHere->size());
        if (m_slotsThere != nullptr) m_match.slotHere.resize(m_slotsThere->size());
        if (m_slotsHere != nullptr && m_slotsThere != nullptr)
            for (std::uint32_t op = 0; op < m_opThere.size(); ++op)
                if (m_opThere[op]) matchSlots(OpId(op), m_opThere[op]);
        list(m_here, m_opThere, m_slotsHere, m_match.slotThere, m_match.operationsHere, m_match.slotsHere);
        list(m_there, m_opHere, m_slotsThere, m_match.slotHere, m_match.operationsThere, m_match.slotsThere);
        return std::move(m_match);
    }

private:
    bool pair(OpId here, OpId there)
    {
        if (!there || m_opHere[there.index()] || m_here.operation(here).type != m_there.operation(there).type)
            return false;
        m_opThere[here.index()] = there;
        m_opHere[there.index()] = here;
        return true;
    }

    void matchOperations()
    {
        const auto count = static_cast<std::uint32_t>(m_here.operationCount());
        for (std::uint32_t op = 0; op < count; ++op)
            pair(OpId(op), m_there.findOperation(m_here.operation(OpId(op)).id));
        for (std::uint32_t op = 0; op < count; ++op) {
            if (m_opThere[op]) continue;
            for (const TensorId output : m_here.outputs(OpId(op))) {
                const TensorId tensor = output ? m_there.findTensor(m_here.tensor(output).name) : TensorId{};
                if (tensor && pair(OpId(op), m_there.producer(tensor))) break;
            }
        }
    }

    [[nodiscard]] std::string_view nameHere(SlotId slot) const
    {
        return m_here.tensor((*m_slotsHere)[slot].tensor).name;
    }
    [[nodiscard]] std::string_view nameThere(SlotId slot) const
    {
        return m_there.tensor((*m_slotsThere)[slot].tensor).name;
    }

    // First the same place with the same name, then the same name elsewhere, then the same place.
    void matchSlots(OpId here, OpId there)
    {
        if (!m_slotsHere->quantized(here) || !m_slotsThere->quantized(there)) return;
        const std::uint32_t firstHere = m_slotsHere->firstSlot(here).value();
        const std::uint32_t firstThere = m_slotsThere->firstSlot(there).value();
        const auto slotsHere = m_slotsHere->slotsOf(here);
        const auto slotsThere = m_slotsThere->slotsOf(there);
        enum class By { PlaceAndName, Name, Place };
        for (const By by : {By::PlaceAndName, By::Name, By::Place}) {
            for (std::uint32_t i = 0; i < slotsHere.size(); ++i) {
                const SlotId a(firstHere + i);
                for (std::uint32_t j = 0; j < slotsThere.size() && !m_match.slotThere[a.index()]; ++j) {
                    const SlotId b(firstThere + j);
                    if (m_match.slotHere[b.index()] || slotsHere[i].io != slotsThere[j].io) continue;
                    const bool place = slotsHere[i].index == slotsThere[j].index;
                    const bool name = nameHere(a) == nameThere(b);
                    if ((by != By::Name && !place) || (by != By::Place && !name)) continue;
                    m_match.slotThere[a.index()] = b;
                    m_match.slotHere[b.index()] = a;
                }
            }
        }
    }

    static void list(const Graph& graph, std::span<const OpId> counterpart, const SlotList* slots,
                     std::span<const SlotId> slotCounterpart, std::vector<OpId>& operations,
                     std::vector<SlotId>& lonely)
    {
        for (std::uint32_t op = 0; op < graph.operationCount(); ++op)
            if (!counterpart[op]) operations.emplace_back(op);
        for (std::uint32_t i = 0; slots != nullptr && i < slots->size(); ++i)
            if (!slotCounterpart[i] && counterpart[(*slots)[SlotId(i)].operation.index()]) lonely.emplace_back(i);
    }

    const Graph& m_here;
    const Graph& m_there;
    const SlotList* m_slotsHere;
    const SlotList* m_slotsThere;
    std::vector<OpId> m_opThere; // by operation here
    std::vector<OpId> m_opHere;
    ModelMatch m_match;
};

} // namespace

ModelMatch matchModels(const Model& here, const Model& there) { return Matcher(here, there).run(); }

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/ppq_json_writer.h"

#include "core/base/numbers.h"
#include "core/io/python_json.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <unordered_map>

namespace alignscope {
namespace {

std::string placeKey(std::string_view operation, std::string_view variable)
{
    std::string key(operation);
    key += '\0';
    key += variable;
    return key;
}

class Writer {
public:
    Writer(const Model& model, const TqcTable& outcome, const JsonValue* source, std::span<const SlotInFile> places,
           bool asciiOnly)
        : m_loaded(model.baseline), m_outcome(outcome), m_slots(outcome.slots()), m_graph(*model.graph),
          m_source(source), m_json(asciiOnly)
    {
        findPlaces(places);
        nameSlots(places);
        for (std::uint32_t i = 0; i < m_slots.size(); ++i)
            m_changed.push_back(!sameLinks(m_loaded, m_outcome, SlotId(i)));
    }

    PpqJsonText run()
    {
        m_json.openObject();
        if (m_source != nullptr) {
            for (const JsonMember& member : *m_source->members()) {
                m_json.key(member.key);
                if (member.key == "configs") patchedConfigs(*member.value.members());
                else if (member.key == "values") patchedValues(*member.value.members());
                else m_json.value(member.value);
            }
            if (m_source->find("values") == nullptr) {
                m_json.key("values");
                patchedValues({});
            }
        } else {
            newConfigs();
            newDispatchings();
            m_json.key("values");
            patchedValues({});
        }
        m_json.closeObject();
        return {std::move(m_json).take(), std::move(m_lost)};
    }

private:
    void findPlaces(std::span<const SlotInFile> places)
    {
        for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
            const Slot& slot = m_slots[SlotId(i)];
            const std::string& operation = m_graph.operation(slot.operation).id;
            if (m_source == nullptr) {
                // As in PPQ: the last slot that reads a variable takes its place.
                const auto [entry, isNew] = m_slotAt.try_emplace(placeKey(operation, m_graph.tensor(slot.tensor).name), i);
                if (!isNew) {
                    m_lost.push_back(SlotId(entry->second));
                    entry->second = i;
                }
            } else if (places[i].variable.empty()) {
                m_lost.push_back(SlotId(i));
            } else {
                m_slotAt.emplace(placeKey(operation, places[i].variable), i);
            }
        }
        std::sort(m_lost.begin(), m_lost.end());
    }

    void nameSlots(std::span<const SlotInFile> places)
    {
        std::set<std::int64_t> taken;
        m_hashes.assign(m_slots.size(), -1);
        for (std::uint32_t i = 0; i < places.size(); ++i)
            if (places[i].hash && taken.insert(*places[i].hash).second) m_hashes[i] = *places[i].hash;
        if (m_source != nullptr)
            if (const JsonValue* values = m_source->find("values"); values != nullptr && values->members() != nullptr)
                for (const JsonMember& member : *values->members())
                    if (const auto hash = parseInt(member.key)) taken.insert(*hash);
        for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
            // An odd factor permutes 32 bits: no two slots meet.
            auto hash = static_cast<std::uint32_t>((std::uint64_t{i} + 1) * 2654435761U);
            while (m_hashes[i] < 0) {
                if (taken.insert(hash).second) m_hashes[i] = hash;
                hash += 0x9E3779B1U;
            }
            m_slotOfHash.emplace(m_hashes[i], i);
        }
    }

    [[nodiscard]] std::int64_t rootHash(SlotId slot) const
    {
        const SlotId root = m_outcome.root(slot);
        return m_hashes[(root ? root : slot).index()];
    }
    /// Also when its master changed: the source may name that one in another way.
    [[nodiscard]] bool rewritten(SlotId slot) const
    {
        const SlotId root = m_outcome.root(slot);
        return m_changed[slot.index()] || (root && m_changed[root.index()]);
    }

    void patchedConfigs(const JsonValue::Members& operations)
    {
        m_json.openObject();
        for (const JsonMember& operation : operations) {
            m_json.key(operation.key);
            m_json.openObject();
            for (const JsonMember& variable : *operation.value.members()) {
                m_json.key(variable.key);
                const auto found = m_slotAt.find(placeKey(operation.key, variable.key));
                if (found == m_slotAt.end() || !rewritten(SlotId(found->second))) m_json.value(variable.value);
                else patchedConfig(*variable.value.members(), SlotId(found->second));
            }
            m_json.closeObject();
        }
        m_json.closeObject();
    }

    void patchedConfig(const JsonValue::Members& members, SlotId slot)
    {
        m_json.openObject();
        for (const JsonMember& member : members) {
            m_json.key(member.key);
            if (member.key == "state") m_json.text(toText(m_outcome.state(slot)));
            else if (member.key == "hash") m_json.integer(m_hashes[slot.index()]);
            else if (member.key == "dominator") m_json.integer(rootHash(slot));
            else m_json.value(member.value);
        }
        m_json.closeObject();
    }

    // Only masters that quantize have values. Entries of the source keep their place; a new master
    // stands behind the nearest slot before it.
    void patchedValues(const JsonValue::Members& source)
    {
        struct Entry {
            std::int64_t slot; ///< place in the order; -1 before all
            const JsonMember* member;
        };
        std::vector<Entry> entries;
        std::vector<bool> written(m_slots.size(), false);
        std::int64_t last = -1;
        for (const JsonMember& member : source) {
            const auto hash = parseInt(member.key);
            const auto found = hash ? m_slotOfHash.find(*hash) : m_slotOfHash.end();
            if (found != m_slotOfHash.end()) {
                last = found->second;
                written[found->second] = true;
                if (m_changed[found->second] && !isMaster(SlotId(found->second))) continue;
            }
            entries.push_back({last, &member});
        }
        for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
            if (written[i] || !isMaster(SlotId(i)) || (m_source != nullptr && !rewritten(SlotId(i)))) continue;
            const auto before = std::find_if(entries.rbegin(), entries.rend(),
                                             [&](const Entry& entry) { return entry.slot < std::int64_t{i}; });
            entries.insert(before.base(), {std::int64_t{i}, nullptr});
        }
        m_json.openObject();
        for (const Entry& entry : entries) {
            const auto slot = SlotId(static_cast<std::uint32_t>(std::max<std::int64_t>(entry.slot, 0)));
            const bool own = entry.member == nullptr || parseInt(entry.member->key) == m_hashes[slot.index()];
            if (entry.member != nullptr && (!own || !m_changed[slot.index()])) {
                m_json.key(entry.member->key);
                m_json.value(entry.member->value);
                continue;
            }
            m_json.key(std::to_string(m_hashes[slot.index()]));
            const ParameterView values = m_outcome.own(slot);
            m_json.openObject();
            m_json.key("scale");
            m_json.numbers(values.scale, values.perChannel);
            m_json.key("zero_point");
            m_json.numbers(values.offset, values.perChannel);
            m_json.closeObject();
        }
        m_json.closeObject();
    }

    [[nodiscard]] bool isMaster(SlotId slot) const
    {
        return m_outcome.root(slot) == slot && m_outcome.state(slot) != TqcState::Fp32;
    }

    void newConfigs()
    {
        m_json.key("configs");
        m_json.openObject();
        for (std::uint32_t op = 0; op < m_graph.operationCount(); ++op) {
            const auto slots = m_slots.slotsOf(OpId(op));
            if (slots.empty()) continue;
            m_json.key(m_graph.operation(OpId(op)).id);
            m_json.openObject();
            std::set<std::string_view> done;
            for (const Slot& slot : slots) {
                const std::string& variable = m_graph.tensor(slot.tensor).name;
                if (!done.insert(variable).second) continue;
                m_json.key(variable);
                newConfig(SlotId(m_slotAt.at(placeKey(m_graph.operation(OpId(op)).id, variable))));
            }
            m_json.closeObject();
        }
        m_json.closeObject();
    }

    void newConfig(SlotId id)
    {
        const Scheme& scheme = m_slots[id].scheme;
        m_json.openObject();
        m_json.key("bit_width");
        m_json.integer(scheme.bits);
        m_json.key("policy");
        m_json.openObject();
        for (const policy::Name& name : policy::kNames) {
            m_json.key(name.name);
            m_json.boolean(scheme.has(name.bit));
        }
        m_json.closeObject();
        m_json.key("state");
        m_json.text(toText(m_outcome.state(id)));
        m_json.key("quant_min");
        bound(scheme.quantMin);
        m_json.key("quant_max");
        bound(scheme.quantMax);
        m_json.key("hash");
        m_json.integer(m_hashes[id.index()]);
        m_json.key("dominator");
        m_json.integer(rootHash(id));
        m_json.closeObject();
    }

    void bound(double value)
    {
        if (std::trunc(value) == value && std::fabs(value) < 9e15) m_json.integer(static_cast<std::int64_t>(value));
        else m_json.number(value);
    }

    void newDispatchings()
    {
        m_json.key("dispatchings");
        m_json.openObject();
        for (std::uint32_t op = 0; op < m_graph.operationCount(); ++op) {
            m_json.key(m_graph.operation(OpId(op)).id);
            m_json.text(m_slots.quantized(OpId(op)) ? "INT8" : "FP32");
        }
        m_json.closeObject();
    }

    const TqcTable& m_loaded;
    const TqcTable& m_outcome;
    const SlotList& m_slots;
    const Graph& m_graph;
    const JsonValue* m_source;
    PythonJson m_json;
    std::vector<bool> m_changed;
    std::vector<std::int64_t> m_hashes; ///< by slot
    std::unordered_map<std::int64_t, std::uint32_t> m_slotOfHash;
    std::unordered_map<std::string, std::uint32_t> m_slotAt;
    std::vector<SlotId> m_lost;
};

} // namespace

bool sameLinks(const TqcTable& loaded, const TqcTable& outcome, SlotId slot)
{
    return loaded.state(slot) == outcome.state(slot) && loaded.root(slot) == outcome.root(slot)
        && sameParameters(loaded.effective(slot), outcome.effective(slot));
}

PpqJsonText ppqJsonText(const Model& model, const TqcTable& outcome, const JsonValue* source,
                        std::span<const SlotInFile> places, bool asciiOnly)
{
    return Writer(model, outcome, source, places, asciiOnly).run();
}

} // namespace alignscope

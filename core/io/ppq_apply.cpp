// SPDX-License-Identifier: Apache-2.0
// Lays PPQ's config onto a graph: variables to slots, hashes to pointers, lost configs derived.
#include "core/base/message_codes.h"
#include "core/io/ppq_json.h"
#include "core/quant/quantized.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace alignscope::quantfile {
namespace {

class Application {
public:
    Application(const PpqJson& file, std::shared_ptr<const Graph> graph) : m_file(file), m_graph(std::move(graph)) {}

    Result<AppliedQuantFile> run()
    {
        findOperations();
        if (m_configCount > 0 && m_byName * 3 < m_configCount)
            return fail(MessageCode::QuantFileOtherModel, std::to_string(m_byName), std::to_string(m_configCount));
        for (const Place& place : m_places) completeSchemes(place);
        auto slots = std::make_shared<SlotList>(m_graph, std::move(m_slots));
        m_table = TqcTable(slots);
        claimLostValues();
        setStates();
        setPointers();
        for (const Place& place : m_places) deriveLost(place);
        tell();
        m_table.freeze();
        return AppliedQuantFile{std::move(m_table), std::move(m_notices), slotsInFile()};
    }

private:
    // A slot whose config another input of the same operation has overwritten in the file.
    struct Lost {
        SlotId slot;
        const PpqConfig* last;                    ///< the config that stands under its variable
        std::optional<std::int64_t> hash;         ///< of a value that only this slot can own
    };
    struct Place {
        const PpqOperation* entry;
        std::size_t fileIndex;
        OpId operation;
        std::uint32_t first; ///< slots
        std::uint32_t count;
        std::vector<Lost> lost;
    };

    [[nodiscard]] const std::string& variable(std::uint32_t slot) const
    {
        return m_graph->tensor(m_slots[slot].tensor).name;
    }

    void findOperations()
    {
        std::vector<bool> quantized(m_graph->operationCount(), false);
        std::vector<const PpqOperation*> entryOf(m_graph->operationCount(), nullptr);
        for (const PpqOperation& entry : m_file.list()) {
            m_configCount += entry.configs.size();
            const OpId operation = m_graph->findOperation(entry.name);
            if (!operation) {
                m_unknownOperations.add(entry.name);
                continue;
            }
            quantized[operation.index()] = true;
            entryOf[operation.index()] = &entry;
        }
        m_slots = draftSlots(*m_graph, quantized);
        m_configs.resize(m_slots.size(), nullptr);
        m_placeOf.resize(m_graph->operationCount(), 0);
        for (std::uint32_t first = 0; first < m_slots.size();) {
            std::uint32_t end = first;
            while (end < m_slots.size() && m_slots[end].operation == m_slots[first].operation) ++end;
            const PpqOperation* entry = entryOf[m_slots[first].operation.index()];
            Place place{entry, static_cast<std::size_t>(entry - m_file.list().data()), m_slots[first].operation,
                        first, end - first, {}};
            matchVariables(place);
            m_placeOf[place.operation.index()] = m_places.size();
            m_places.push_back(std::move(place));
            first = end;
        }
        for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
            if (!m_configs[i]) continue;
            m_slots[i].scheme = m_configs[i]->scheme;
            if (!m_slotOfHash.emplace(m_configs[i]->hash, SlotId(i)).second) m_hashTwice.push_back(i);
        }
    }

    // By name; then what is left between two matches by position, where the counts agree: exporters
    // rename constants.
    void matchVariables(Place& place)
    {
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> slotsOf;
        for (std::uint32_t i = place.first; i < place.first + place.count; ++i) slotsOf[variable(i)].push_back(i);

        std::size_t slotAt = 0;
        std::vector<const PpqConfig*> pending;
        const std::vector<std::uint32_t> sequence = slotsToMatch(place, slotsOf);
        const auto settle = [&](std::size_t slotEnd) {
            std::vector<std::uint32_t> all(sequence.begin() + static_cast<std::ptrdiff_t>(slotAt),
                                           sequence.begin() + static_cast<std::ptrdiff_t>(slotEnd));
            std::vector<std::uint32_t> distinct = all;
            std::erase_if(distinct, [&](std::uint32_t slot) { return slotsOf[variable(slot)].front() != slot; });
            for (std::size_t k = 0; k < pending.size(); ++k) {
                if (all.size() == pending.size())
                    assignByPosition(place, *pending[k], {all[k]});
                else if (distinct.size() == pending.size())
                    assignByPosition(place, *pending[k], slotsOf[variable(distinct[k])]);
                else
                    m_unknownVariables.add(place.entry->name + " / " + pending[k]->variable);
            }
            pending.clear();
        };
        for (const PpqConfig& config : place.entry->configs) {
            const auto found = slotsOf.find(config.variable);
            if (found == slotsOf.end()) {
                pending.push_back(&config);
                continue;
            }
            ++m_byName;
            const auto at = std::find(sequence.begin() + static_cast<std::ptrdiff_t>(slotAt), sequence.end(),
                                      found->second.front());
            if (at != sequence.end()) {
                settle(static_cast<std::size_t>(at - sequence.begin()));
                slotAt = static_cast<std::size_t>(at - sequence.begin()) + 1;
            }
            assign(place, config, found->second);
        }
        // A bias that PPQ fused or split off changes the number of inputs; the output stays the last.
        std::size_t slotEnd = sequence.size();
        if (slotEnd - slotAt != pending.size() && slotAt < slotEnd && !pending.empty()
            && m_slots[sequence.back()].io == SlotIo::Out && pending.back() == &place.entry->configs.back()) {
            assignByPosition(place, *pending.back(), {sequence.back()});
            pending.pop_back();
            --slotEnd;
        }
        settle(slotEnd);
    }

    // Slots in order; a variable that the file names stands once, as it does there.
    std::vector<std::uint32_t>
    slotsToMatch(const Place& place,
                 const std::unordered_map<std::string_view, std::vector<std::uint32_t>>& slotsOf) const
    {
        std::unordered_set<std::string_view> named;
        for (const PpqConfig& config : place.entry->configs) named.insert(config.variable);
        std::vector<std::uint32_t> sequence;
        for (std::uint32_t i = place.first; i < place.first + place.count; ++i)
            if (!named.contains(variable(i)) || slotsOf.at(variable(i)).front() == i) sequence.push_back(i);
        return sequence;
    }

    void assignByPosition(Place& place, const PpqConfig& config, const std::vector<std::uint32_t>& slots)
    {
        m_renamed.add(place.entry->name + " / " + config.variable + ", in the model " + variable(slots.front()));
        assign(place, config, slots);
    }

    // The file keeps the config of the last slot that reads the variable.
    void assign(Place& place, const PpqConfig& config, const std::vector<std::uint32_t>& slots)
    {
        m_configs[slots.back()] = &config;
        for (std::size_t i = 0; i + 1 < slots.size(); ++i) {
            m_slots[slots[i]].scheme = config.scheme;
            place.lost.push_back({SlotId(slots[i]), &config, std::nullopt});
        }
        if (slots.size() > 1)
            m_notices.push_back({MessageCode::QuantVariableTwice, {place.entry->name, config.variable}});
    }

    void completeSchemes(const Place& place)
    {
        const std::string& type = m_graph->operation(place.operation).type;
        for (std::uint32_t i = place.first; i < place.first + place.count; ++i) {
            Scheme& scheme = m_slots[i].scheme;
            const bool fp32 = !m_configs[i] || m_configs[i]->state == TqcState::Fp32;
            if (scheme.has(policy::kPerChannel) && !fp32)
                scheme.channelAxis = type == "ConvTranspose" && m_slots[i].index == 1 ? 1 : 0;
            if (scheme.has(policy::kFloating) && scheme.quantMax == 448.0) scheme.exponentBits = 4; // E4M3
        }
    }

    // Values stand in the order of the slots. One whose hash no config has belonged to a lost slot:
    // the one whose surviving neighbour points at it, else the next free one at its place.
    void claimLostValues()
    {
        std::unordered_map<std::int64_t, std::size_t> entryOfHash;
        for (std::size_t i = 0; i < m_file.list().size(); ++i)
            for (const PpqConfig& config : m_file.list()[i].configs) entryOfHash.emplace(config.hash, i);
        std::map<std::size_t, Place*> incomplete; // by place in the file
        for (Place& place : m_places)
            if (!place.lost.empty()) incomplete.emplace(place.fileIndex, &place);
        if (incomplete.empty()) return;

        const auto& values = m_file.values();
        std::vector<std::size_t> next(values.size() + 1, m_file.list().size());
        for (std::size_t i = values.size(); i-- > 0;) {
            const auto known = entryOfHash.find(values[i].hash);
            next[i] = known == entryOfHash.end() ? next[i + 1] : known->second;
        }
        std::size_t previous = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const auto known = entryOfHash.find(values[i].hash); known != entryOfHash.end()) {
                previous = known->second;
                continue;
            }
            Lost* owner = nullptr;
            int looked = 0; // a file of nothing but such values must not take quadratic time
            for (auto at = incomplete.lower_bound(previous);
                 at != incomplete.end() && at->first <= next[i] && ++looked < 100; ++at) {
                for (Lost& lost : at->second->lost) {
                    if (lost.hash) continue;
                    const bool pointed = lost.last->dominator == values[i].hash;
                    if (!owner || (pointed && owner->last->dominator != values[i].hash)) owner = &lost;
                }
            }
            if (!owner) continue;
            // Of several lost slots of a variable that nothing points at, PPQ's simplification binds
            // the first to its producer; the values are then those of the later ones.
            owner->hash = values[i].hash;
            m_slotOfHash.emplace(values[i].hash, owner->slot);
        }
        for (Place& place : m_places) shiftBehindFirst(place);
    }

    void shiftBehindFirst(Place& place)
    {
        std::vector<Lost>& lost = place.lost;
        for (std::size_t begin = 0; begin < lost.size();) {
            std::size_t end = begin;
            while (end < lost.size() && lost[end].last == lost[begin].last) ++end;
            std::vector<std::int64_t> hashes;
            bool pointed = false;
            for (std::size_t i = begin; i < end; ++i) {
                if (!lost[i].hash) continue;
                hashes.push_back(*lost[i].hash);
                pointed = pointed || lost[i].last->dominator == *lost[i].hash;
            }
            if (!pointed && hashes.size() + 1 == end - begin && boundToProducer(lost[begin])) {
                lost[begin].hash.reset();
                for (std::size_t i = begin + 1; i < end; ++i) {
                    lost[i].hash = hashes[i - begin - 1];
                    m_slotOfHash[*lost[i].hash] = lost[i].slot;
                }
            }
            begin = end;
        }
    }

    void setStates()
    {
        for (std::uint32_t i = 0; i < m_configs.size(); ++i) {
            const SlotId id(i);
            TqcRecord& record = m_table.record(id);
            record.state = m_configs[i] ? m_configs[i]->state : TqcState::Fp32;
            record.visibility = visibilityOf(id);
        }
    }

    // What PPQ's quantizers and its passive pass keep to themselves.
    [[nodiscard]] Visibility visibilityOf(SlotId id) const
    {
        const Slot& slot = m_table.slots()[id];
        const std::string& type = m_graph->operation(slot.operation).type;
        const bool clip = type == "Clip" && slot.io == SlotIo::In && slot.index >= 1;
        const bool pad = type == "Pad" && slot.io == SlotIo::In && slot.index == 2
            && m_graph->inputs(slot.operation).size() == 3;
        const std::string& platform = placeOf(slot.operation).entry->platform;
        const bool bias = slot.io == SlotIo::In && slot.index == 2 && slot.parameter && slot.scheme.bits == 30
            && (platform == "PPL_DSP_INT8" || platform == "SNPE_INT8" || platform == "QNN_DSP_INT8");
        return clip || pad || bias ? Visibility::Internal : Visibility::ExportWhenActive;
    }

    [[nodiscard]] const Place& placeOf(OpId operation) const { return m_places[m_placeOf[operation.index()]]; }

    void setPointers()
    {
        for (std::uint32_t i = 0; i < m_configs.size(); ++i) {
            const PpqConfig* config = m_configs[i];
            if (!config) {
                if (!isLost(SlotId(i))) m_missing.add(m_table.slots().id(SlotId(i)));
                continue;
            }
            if (config->dominator == config->hash) {
                if (const Parameters* own = m_file.value(config->hash)) setParameters(m_table, SlotId(i), *own);
            } else {
                follow(SlotId(i), config->dominator);
            }
        }
    }

    [[nodiscard]] bool isLost(SlotId slot) const
    {
        const auto& lost = placeOf(m_table.slots()[slot].operation).lost;
        return std::any_of(lost.begin(), lost.end(), [&](const Lost& entry) { return entry.slot == slot; });
    }

    // A master without a slot of its own: the first slot that names it stands in for it.
    void follow(SlotId slot, std::int64_t hash)
    {
        const auto [entry, isNew] = m_slotOfHash.emplace(hash, slot);
        if (!isNew) {
            m_table.record(slot).dominator = entry->second.value();
            return;
        }
        if (const Parameters* own = m_file.value(hash)) setParameters(m_table, slot, *own);
        m_masterUnknown.add(m_table.slots().id(slot));
    }

    [[nodiscard]] SlotId producerSlot(SlotId slot) const
    {
        const TensorId tensor = m_table.slots()[slot].tensor;
        const OpId producer = m_graph->producer(tensor);
        if (!producer) return {};
        return m_table.slots().find(producer, SlotIo::Out, m_graph->producerIndex(tensor));
    }

    // PPQ's simplification: same scheme and platform, and the producer quantizes.
    [[nodiscard]] bool boundToProducer(const Lost& lost) const
    {
        const SlotId from = producerSlot(lost.slot);
        if (!from || !m_configs[from.index()]) return false;
        const TqcState state = m_configs[from.index()]->state;
        if (isFp32OrSoi(state)) return false;
        const SlotList& slots = m_table.slots();
        return slots[from].scheme == slots[lost.slot].scheme && lost.last->state == TqcState::Activated
            && placeOf(slots[from].operation).entry->platform
                == placeOf(slots[lost.slot].operation).entry->platform;
    }

    void deriveLost(const Place& place)
    {
        const PpqConfig* variableDone = nullptr;
        for (const Lost& lost : place.lost) {
            const bool first = lost.last != variableDone;
            variableDone = lost.last;
            TqcRecord& record = m_table.record(lost.slot);
            record.state = lost.last->state;
            if (lost.hash) {
                if (const Parameters* own = m_file.value(*lost.hash)) setParameters(m_table, lost.slot, *own);
            } else if (first && boundToProducer(lost)) {
                record.state = TqcState::Overlapped;
                record.dominator = m_table.record(producerSlot(lost.slot)).dominator;
            } else if (lost.last->dominator != lost.last->hash) {
                follow(lost.slot, lost.last->dominator);
            } else if (const Parameters* own = m_file.value(lost.last->hash)) {
                setParameters(m_table, lost.slot, *own);
            }
        }
    }

    [[nodiscard]] std::vector<SlotInFile> slotsInFile() const
    {
        std::vector<SlotInFile> places(m_configs.size());
        for (std::size_t i = 0; i < m_configs.size(); ++i)
            if (m_configs[i]) places[i] = {m_configs[i]->variable, m_configs[i]->hash};
        for (const Place& place : m_places)
            for (const Lost& lost : place.lost) places[lost.slot.index()].hash = lost.hash;
        return places;
    }

    void tell()
    {
        m_unknownOperations.tell(m_notices, m_file.list().size());
        m_unknownVariables.tell(m_notices);
        m_renamed.tell(m_notices);
        m_missing.tell(m_notices);
        m_masterUnknown.tell(m_notices);
        Tally twice(MessageCode::QuantHashTwice);
        for (const std::uint32_t slot : m_hashTwice) twice.add(m_table.slots().id(SlotId(slot)));
        twice.tell(m_notices);
        tellStates(m_table, m_notices);
    }

    const PpqJson& m_file;
    std::shared_ptr<const Graph> m_graph;
    std::vector<Slot> m_slots;
    std::vector<const PpqConfig*> m_configs; ///< per slot
    std::vector<Place> m_places;
    std::vector<std::size_t> m_placeOf; ///< per operation; meaningless when it is not quantized
    std::unordered_map<std::int64_t, SlotId> m_slotOfHash;
    std::vector<std::uint32_t> m_hashTwice;
    TqcTable m_table;
    std::vector<Message> m_notices;
    std::size_t m_configCount = 0;
    std::size_t m_byName = 0;
    Tally m_unknownOperations{MessageCode::QuantOperationsUnknown};
    Tally m_unknownVariables{MessageCode::QuantVariablesUnknown};
    Tally m_renamed{MessageCode::QuantVariablesByPosition};
    Tally m_missing{MessageCode::QuantSlotsMissing};
    Tally m_masterUnknown{MessageCode::QuantMasterUnknown};
};

} // namespace

Result<AppliedQuantFile> PpqJson::apply(std::shared_ptr<const Graph> graph) const
{
    return Application(*this, std::move(graph)).run();
}

} // namespace alignscope::quantfile

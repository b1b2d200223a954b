// SPDX-License-Identifier: Apache-2.0
// PPL's dialect: one entry for each variable. What PPQ fused or shared there is derived from the graph.
#include "core/base/message_codes.h"
#include "core/io/quant_config.h"

#include "core/quant/passive_operations.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace alignscope::quantfile {
namespace {

constexpr std::array kFusedActivations = {"Clip", "LeakyRelu", "Relu", "Sigmoid"}; // on PPL_CUDA_INT8

class PplApplication;

struct Entry {
    std::string variable;
    Scheme scheme;
    Parameters parameters;
    std::int64_t hash = 0;
    std::int64_t dominator = 0;
};

class PplJson final : public Config {
public:
    [[nodiscard]] QuantSource kind() const override { return QuantSource::PpqJson; }
    [[nodiscard]] Result<AppliedQuantFile> apply(std::shared_ptr<const Graph> graph) const override;

    void addOperation(const std::string& name) { m_operations.push_back(name); }
    void addEntry(Entry entry) { m_entries.push_back(std::move(entry)); }

private:
    friend class PplApplication;
    std::vector<Entry> m_entries;
};

class PplApplication {
public:
    PplApplication(const PplJson& file, std::shared_ptr<const Graph> graph) : m_file(file), m_graph(std::move(graph)) {}

    Result<AppliedQuantFile> run()
    {
        std::vector<bool> quantized(m_graph->operationCount(), false);
        for (const std::string& name : m_file.m_operations) {
            if (const OpId operation = m_graph->findOperation(name)) quantized[operation.index()] = true;
            else m_unknownOperations.add(name);
        }
        std::size_t known = 0;
        for (const Entry& entry : m_file.m_entries) {
            if (const TensorId tensor = m_graph->findTensor(entry.variable)) {
                ++known;
                m_entryOf.emplace(tensor, &entry);
            } else {
                m_unknownVariables.add(entry.variable);
            }
        }
        if (known * 3 < m_file.m_entries.size())
            return fail(MessageCode::QuantFileOtherModel, std::to_string(known),
                        std::to_string(m_file.m_entries.size()));

        auto drafts = draftSlots(*m_graph, quantized);
        for (Slot& slot : drafts) {
            const auto found = m_entryOf.find(slot.tensor);
            if (found == m_entryOf.end()) continue;
            slot.scheme = found->second->scheme;
            if (slot.scheme.has(policy::kPerChannel))
                slot.scheme.channelAxis = channelAxisOf(m_graph->operation(slot.operation).type);
        }
        layOut(drafts);
        for (std::uint32_t i = 0; i < drafts.size(); ++i) // fused slots quantize as their master does
            if (const SlotId root = m_table.root(SlotId(i)); root && drafts[i].scheme.policy == 0)
                drafts[i].scheme = drafts[root.index()].scheme;
        layOut(drafts);

        m_notices.push_back({MessageCode::QuantPplLosses, {}});
        m_unknownOperations.tell(m_notices, m_file.m_operations.size());
        m_unknownVariables.tell(m_notices);
        tellStates(m_table, m_notices);
        m_table.freeze();
        return AppliedQuantFile{std::move(m_table), std::move(m_notices)};
    }

private:
    void layOut(const std::vector<Slot>& drafts)
    {
        m_table = TqcTable(std::make_shared<SlotList>(m_graph, drafts));
        chooseHomes();
        for (std::uint32_t i = 0; i < m_table.size(); ++i) fill(SlotId(i));
        for (std::uint32_t i = 0; i < m_table.size(); ++i) deriveFused(SlotId(i));
    }

    [[nodiscard]] SlotId outputSlot(TensorId tensor) const
    {
        const OpId producer = m_graph->producer(tensor);
        return producer ? m_table.slots().find(producer, SlotIo::Out, m_graph->producerIndex(tensor)) : SlotId{};
    }

    // The slot that stands for a variable's entry: the producer's, else its first reader's.
    void chooseHomes()
    {
        for (std::uint32_t i = 0; i < m_table.size(); ++i) {
            const auto found = m_entryOf.find(m_table.slots()[SlotId(i)].tensor);
            if (found == m_entryOf.end()) continue;
            const SlotId out = outputSlot(found->first);
            m_homeOf.emplace(found->second->hash, out ? out : SlotId(i));
        }
    }

    void fill(SlotId id)
    {
        const Slot& slot = m_table.slots()[id];
        TqcRecord& record = m_table.record(id);
        record.state = TqcState::Fp32;
        const auto found = m_entryOf.find(slot.tensor);
        if (found == m_entryOf.end() || !slot.data) return;
        const Entry& entry = *found->second;
        const SlotId home = m_homeOf.at(entry.hash);
        const auto master = m_homeOf.find(entry.dominator);
        if (home != id && slot.io == SlotIo::In && !slot.parameter && outputSlot(slot.tensor)) {
            record.state = TqcState::Overlapped;
            record.dominator = home.value();
        } else if (entry.dominator != entry.hash && master != m_homeOf.end() && master->second != id) {
            record.state = TqcState::Passive;
            record.dominator = master->second.value();
        } else {
            record.state = entry.dominator == entry.hash ? TqcState::Activated : TqcState::Passive;
            setParameters(m_table, id, entry.parameters);
        }
    }

    void bind(SlotId slot, SlotId master)
    {
        if (slot == master || m_table.state(master) == TqcState::Fp32) return;
        m_table.record(slot).state = TqcState::Overlapped;
        m_table.record(slot).dominator = m_table.record(master).dominator;
    }

    // Fused outputs are not exported: a reader that takes its producer's place, or a passive operation.
    void deriveFused(SlotId id)
    {
        const Slot& slot = m_table.slots()[id];
        if (slot.parameter || !slot.data || m_table.state(id) != TqcState::Fp32) return;
        const Operation& operation = m_graph->operation(slot.operation);
        if (slot.io == SlotIo::In) {
            const SlotId from = outputSlot(slot.tensor);
            if (from && m_table.state(from) != TqcState::Fp32) bind(id, from);
            return;
        }
        if (isPassiveOperation(operation.type)) {
            if (const SlotId in = m_table.slots().find(slot.operation, SlotIo::In, 0)) bind(id, in);
            return;
        }
        const auto uses = m_graph->uses(slot.tensor);
        if (uses.size() != 1) return;
        const std::string& reader = m_graph->operation(uses[0].operation).type;
        if (std::find(kFusedActivations.begin(), kFusedActivations.end(), reader) == kFusedActivations.end()) return;
        if (const SlotId out = m_table.slots().find(uses[0].operation, SlotIo::Out, 0)) bind(id, out);
    }

    const PplJson& m_file;
    std::shared_ptr<const Graph> m_graph;
    std::unordered_map<TensorId, const Entry*> m_entryOf;
    std::unordered_map<std::int64_t, SlotId> m_homeOf; ///< by the entry's hash
    TqcTable m_table;
    std::vector<Message> m_notices;
    Tally m_unknownOperations{MessageCode::QuantOperationsUnknown};
    Tally m_unknownVariables{MessageCode::QuantVariablesUnknown};
};

Result<AppliedQuantFile> PplJson::apply(std::shared_ptr<const Graph> graph) const
{
    return PplApplication(*this, std::move(graph)).run();
}

} // namespace

std::shared_ptr<const Config> readPplJson(const Field& document)
{
    auto file = std::make_shared<PplJson>();
    const Field operations = document.at("op_info");
    for (const JsonMember& operation : operations.object()) {
        const JsonValue* type = operation.value.find("data_type");
        if (type && type->text() && type->text()->starts_with("INT")) file->addOperation(operation.key);
    }
    const Field variables = document.at("quant_info");
    for (const JsonMember& variable : variables.object()) {
        const Field field{variables.file, variable.value, "quant_info / " + variable.key};
        Entry entry;
        entry.variable = variable.key;
        entry.scheme.bits = static_cast<std::uint8_t>(field.at("bit_width").integer(1, 64));
        entry.scheme.quantMin = field.at("q_min").number();
        entry.scheme.quantMax = field.at("q_max").number();
        if (entry.scheme.quantMin > entry.scheme.quantMax) field.at("q_min").refuse("no more than q_max");
        entry.scheme.policy = static_cast<std::uint16_t>(
            policy::kLinear | (field.at("per_channel").boolean() ? policy::kPerChannel : policy::kPerTensor)
            | (field.at("sym").boolean() ? policy::kSymmetrical : policy::kAsymmetrical));
        const Field scale = field.at("scale");
        const Field offset = field.at("zero_point");
        entry.parameters = readParameters(&scale, &offset);
        entry.hash = field.at("hash").integer(-kMaxHash, kMaxHash);
        entry.dominator = field.at("dominator").integer(-kMaxHash, kMaxHash);
        file->addEntry(std::move(entry));
    }
    return file;
}

} // namespace alignscope::quantfile

// SPDX-License-Identifier: Apache-2.0
// alignscope-table/1: every slot with its immediate pointer, as inspect and align print it.
#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/io/quant_config.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace alignscope::quantfile {
namespace {

struct Row {
    std::string id;
    std::string operation;
    std::string tensor; ///< empty when the file does not say
    SlotIo io = SlotIo::In;
    std::uint32_t index = 0;
    TqcState state = TqcState::Initial;
    std::string dominator;
    Parameters parameters;
    Scheme scheme;
    StoredType storedType = StoredType::None;
    Visibility visibility = Visibility::ExportWhenActive;
    std::optional<double> minScale;
};

class TableFile final : public Config {
public:
    [[nodiscard]] QuantSource kind() const override { return QuantSource::Table; }
    [[nodiscard]] Result<AppliedQuantFile> apply(std::shared_ptr<const Graph> graph) const override;

    void add(Row row)
    {
        if (m_names.insert(row.operation).second) m_operations.push_back(row.operation);
        m_rows.push_back(std::move(row));
    }

private:
    std::vector<Row> m_rows;
    std::unordered_set<std::string> m_names;
};

template <class T> T readWord(const Field& field, std::optional<T> (*fromText)(std::string_view) noexcept)
{
    const auto value = fromText(field.text());
    if (!value) field.refuse("a word that this program knows");
    return *value;
}

void readId(const Field& field, Row& row)
{
    row.id = field.text();
    const auto last = row.id.rfind(':');
    const auto before = last == std::string::npos || last == 0 ? last : row.id.rfind(':', last - 1);
    if (last == std::string::npos || last == 0 || before == std::string::npos || before == 0)
        field.refuse("a slot id such as \"OP:in:0\"");
    const std::string io = row.id.substr(before + 1, last - before - 1);
    const auto index = parseInt(std::string_view(row.id).substr(last + 1));
    if ((io != "in" && io != "out") || !index || *index < 0 || *index > 0x7fffffff)
        field.refuse("a slot id such as \"OP:in:0\"");
    row.operation = row.id.substr(0, before);
    row.io = io == "in" ? SlotIo::In : SlotIo::Out;
    row.index = static_cast<std::uint32_t>(*index);
}

Scheme readScheme(const Field& row)
{
    Scheme scheme;
    const Field policies = row.at("policy");
    for (const JsonValue& item : policies.array()) {
        const std::string* word = item.text();
        std::uint16_t bit = 0;
        for (const policy::Name& name : policy::kNames)
            if (word && *word == name.name) bit = name.bit;
        if (bit == 0) policies.refuse("a list of policy names");
        scheme.policy = static_cast<std::uint16_t>(scheme.policy | bit);
    }
    scheme.bits = static_cast<std::uint8_t>(row.at("bits").integer(0, 64));
    if (const auto field = row.given("exponent_bits"))
        scheme.exponentBits = static_cast<std::uint8_t>(field->integer(0, 16));
    if (const auto field = row.given("rounding")) scheme.rounding = readWord(*field, roundingFromText);
    if (const auto field = row.given("channel_axis"))
        scheme.channelAxis = static_cast<std::int32_t>(field->integer(-64, 64));
    scheme.quantMin = row.at("quant_min").number();
    scheme.quantMax = row.at("quant_max").number();
    if (scheme.quantMin > scheme.quantMax) row.at("quant_min").refuse("no more than quant_max");
    return scheme;
}

Row readRow(const Field& field)
{
    Row row;
    readId(field.at("id"), row);
    row.state = readWord(field.at("state"), tqcStateFromText);
    if (const auto pointer = field.given("dominator")) row.dominator = pointer->text();
    else if (const auto master = field.given("master")) row.dominator = master->text();
    else row.dominator = row.id;
    if (const auto tensor = field.given("tensor")) row.tensor = tensor->text();
    const auto scale = field.optional("scale");
    const auto offset = field.optional("offset");
    row.parameters = readParameters(scale ? &*scale : nullptr, offset ? &*offset : nullptr);
    row.scheme = readScheme(field);
    if (const auto type = field.given("stored_type")) row.storedType = readWord(*type, storedTypeFromText);
    if (const auto word = field.given("visibility")) row.visibility = readWord(*word, visibilityFromText);
    if (const auto minimum = field.given("min_scale")) {
        row.minScale = minimum->number();
        if (*row.minScale < 0) minimum->refuse("not negative");
    }
    return row;
}

Result<AppliedQuantFile> TableFile::apply(std::shared_ptr<const Graph> graph) const
{
    std::vector<bool> quantized(graph->operationCount(), false);
    Tally unknownOperations(MessageCode::QuantOperationsUnknown);
    for (const std::string& name : m_operations) {
        if (const OpId operation = graph->findOperation(name)) quantized[operation.index()] = true;
        else unknownOperations.add(name);
    }
    auto drafts = draftSlots(*graph, quantized);
    const SlotList places(graph, drafts);

    Tally unknownSlots(MessageCode::QuantVariablesUnknown);
    Tally renamed(MessageCode::QuantVariablesByPosition);
    std::vector<const Row*> rowOf(drafts.size(), nullptr);
    std::unordered_map<std::string_view, SlotId> slotOf;
    for (const Row& row : m_rows) {
        const OpId operation = graph->findOperation(row.operation);
        if (!operation) continue;
        const SlotId slot = places.find(operation, row.io, row.index);
        if (!slot) {
            unknownSlots.add(row.id);
            continue;
        }
        rowOf[slot.index()] = &row;
        slotOf.emplace(row.id, slot);
        Slot& draft = drafts[slot.index()];
        draft.scheme = row.scheme;
        draft.storedType = row.storedType;
        draft.minScale = row.minScale;
        const std::string& tensor = graph->tensor(draft.tensor).name;
        if (!row.tensor.empty() && row.tensor != tensor) renamed.add(row.tensor + ", in the model " + tensor);
    }
    const std::size_t sure = slotOf.size() - std::min(slotOf.size(), renamed.count());
    if (sure * 3 < m_rows.size())
        return fail(MessageCode::QuantFileOtherModel, std::to_string(sure), std::to_string(m_rows.size()));

    AppliedQuantFile applied{TqcTable(std::make_shared<SlotList>(graph, std::move(drafts))), {}};
    TqcTable& table = applied.table;
    Tally missing(MessageCode::QuantSlotsMissing);
    Tally masterUnknown(MessageCode::QuantMasterUnknown);
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        TqcRecord& record = table.record(SlotId(i));
        if (!rowOf[i]) {
            record.state = TqcState::Fp32;
            missing.add(table.slots().id(SlotId(i)));
            continue;
        }
        const Row& row = *rowOf[i];
        record.state = row.state;
        record.visibility = row.visibility;
        const auto master = slotOf.find(row.dominator);
        if (master != slotOf.end()) record.dominator = master->second.value();
        else masterUnknown.add(row.id);
        // What stands at a slave are its master's values, not its own.
        if (record.dominator == i) setParameters(table, SlotId(i), row.parameters);
    }
    unknownOperations.tell(applied.notices, m_operations.size());
    unknownSlots.tell(applied.notices);
    renamed.tell(applied.notices);
    missing.tell(applied.notices);
    masterUnknown.tell(applied.notices);
    tellStates(table, applied.notices);
    table.freeze();
    return applied;
}

} // namespace

std::shared_ptr<const Config> readTable(const Field& document)
{
    auto file = std::make_shared<TableFile>();
    const Field slots = document.at("slots");
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < slots.array().size(); ++i) {
        const Field field = slots.item(i);
        static_cast<void>(field.object());
        Row row = readRow(field);
        if (!seen.insert(row.id).second) field.at("id").refuse("named once");
        file->add(std::move(row));
    }
    return file;
}

} // namespace alignscope::quantfile

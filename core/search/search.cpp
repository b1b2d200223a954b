// SPDX-License-Identifier: Apache-2.0
#include "core/search/search.h"

#include "core/base/numbers.h"
#include "core/cascade/measures.h"
#include "core/graph/element_type.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

constexpr std::uint16_t bitOf(SearchFlag flag) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(flag)); }

// Equal means equal in all digits that were written: 0.0246 finds 0.02463256.
bool holds(Relation relation, double value, double number, int digits)
{
    const auto equal = [&] {
        return value == number || (digits < 17 && parseDouble(toShortText(value, digits)) == number);
    };
    switch (relation) {
    case Relation::Equal: return equal();
    case Relation::NotEqual: return !equal();
    case Relation::Less: return value < number;
    case Relation::LessEqual: return value <= number;
    case Relation::Greater: return value > number;
    case Relation::GreaterEqual: return value >= number;
    }
    return false;
}

// "[3, 3]" and "3,3" are one value.
std::string bareValue(std::string_view text)
{
    std::string bare;
    for (const char c : text)
        if (c != ' ' && c != '[' && c != ']' && c != '"') bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return bare;
}

std::string shapeText(const Tensor& tensor)
{
    std::string text;
    for (const std::int64_t dimension : tensor.shape) {
        if (!text.empty()) text += ',';
        text += dimension < 0 ? std::string("?") : std::to_string(dimension);
    }
    return text;
}

bool shapeFits(const std::vector<std::int64_t>& wanted, const Tensor& tensor)
{
    if (!tensor.shapeKnown) return false;
    if (wanted.size() == 1 && wanted[0] >= 0)
        return std::find(tensor.shape.begin(), tensor.shape.end(), wanted[0]) != tensor.shape.end();
    if (wanted.size() != tensor.shape.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i] >= 0 && wanted[i] != tensor.shape[i]) return false;
    return true;
}

} // namespace

Search::Search(std::shared_ptr<const SearchIndex> index, std::shared_ptr<const Evaluation> evaluation,
               EvaluationSide side, SearchQuery query)
    : m_index(std::move(index)), m_evaluation(std::move(evaluation)), m_side(side), m_query(std::move(query)),
      m_table(m_evaluation && side == EvaluationSide::Outcome ? &m_evaluation->outcome.table
              : m_evaluation                              ? &m_evaluation->model->baseline
                                                          : &m_index->model().baseline)
{
    const bool quantization = std::any_of(m_query.terms.begin(), m_query.terms.end(), [](const SearchTerm& term) {
        return term.flag || term.ofSlot();
    });
    if (quantization) prepare();
}

void Search::prepare()
{
    const SlotList& slots = m_table->slots();
    m_operationFlags.assign(m_index->model().graph->operationCount(), 0);
    m_slotFlags.assign(slots.size(), 0);
    m_group.assign(slots.size(), 0);
    const ResolvedTable resolved(*m_table);
    for (std::uint32_t i = 0; i < slots.size(); ++i) {
        const SlotId slot(i);
        std::uint16_t& flags = m_slotFlags[i];
        if (!slots[slot].data) continue;
        const TqcState state = m_table->state(slot);
        if (!resolved.quantized(slot)) flags |= bitOf(SearchFlag::Float);
        else if (m_table->dominator(slot) != slot)
            flags |= bitOf(state == TqcState::Overlapped ? SearchFlag::Fused : SearchFlag::Aligned);
    }
    if (!m_evaluation) return;
    const bool loaded = m_side == EvaluationSide::Loaded;
    const Cascade& cascade = m_evaluation->cascade;
    for (const Group& group : loaded ? cascade.groupsBefore : cascade.groups()) m_group[group.root.index()] = group.number;
    for (std::uint32_t i = 0; i < slots.size(); ++i)
        if (const SlotId root = resolved.root(SlotId(i)); root && slots[SlotId(i)].data) m_group[i] = m_group[root.index()];
    for (const RequantizeEdge& edge : loaded ? cascade.edgesBefore : cascade.edgesAfter)
        m_slotFlags[edge.edge.to.index()] |= bitOf(SearchFlag::Requantize);
    for (const OpId op : loaded ? cascade.misalignedBefore : cascade.misalignedAfter)
        m_operationFlags[op.index()] |= bitOf(SearchFlag::Misaligned);
    for (const OpId op : loaded ? cascade.splitBefore : cascade.splitAfter)
        m_operationFlags[op.index()] |= bitOf(SearchFlag::Split);
    if (loaded) return;
    for (const Change& change : cascade.changes) {
        m_slotFlags[change.slot.index()] |= bitOf(change.moved ? SearchFlag::Changed : SearchFlag::Joined);
        if (change.clippedPercent > 0) m_slotFlags[change.slot.index()] |= bitOf(SearchFlag::Clipped);
    }
    for (const BrokenPromise& promise : cascade.brokenPromises)
        m_operationFlags[promise.operation.index()] |= bitOf(SearchFlag::Broken);
}

bool Search::textFits(const SearchTerm& term, OpId operation, SearchReason* reason) const
{
    const Graph& graph = *m_index->model().graph;
    const Operation& op = graph.operation(operation);
    const auto found = [&](SearchField field, const std::string& text) {
        if (reason != nullptr) *reason = {field, {}, text, {}};
        return true;
    };
    const bool any = term.field == SearchField::Any;
    if ((any || term.field == SearchField::Type) && term.text.matches(m_index->type(operation)))
        return found(SearchField::Type, op.type);
    if (any || term.field == SearchField::Name) {
        if (term.text.matches(m_index->id(operation))) return found(SearchField::Name, op.id);
        if (term.text.matches(m_index->name(operation))) return found(SearchField::Name, op.name);
    }
    if (!any && term.field != SearchField::Tensor) return false;
    for (const auto tensors : {graph.inputs(operation), graph.outputs(operation)})
        for (const TensorId tensor : tensors)
            if (tensor && term.text.matches(m_index->tensor(tensor)))
                return found(SearchField::Tensor, graph.tensor(tensor).name);
    return false;
}

bool Search::operationFits(const SearchTerm& term, OpId operation, SearchReason* reason) const
{
    const Graph& graph = *m_index->model().graph;
    const auto eachTensor = [&](auto&& test) {
        for (const auto tensors : {graph.inputs(operation), graph.outputs(operation)})
            for (const TensorId tensor : tensors)
                if (tensor && test(graph.tensor(tensor))) return true;
        return false;
    };
    const auto found = [&](std::string text, SlotId slot = {}) {
        if (reason != nullptr) *reason = {term.field, {}, std::move(text), slot};
        return true;
    };
    switch (term.field) {
    case SearchField::Any:
    case SearchField::Name:
    case SearchField::Type:
    case SearchField::Tensor:
        if (textFits(term, operation, reason)) return true;
        break;
    case SearchField::Attribute:
        for (const Attribute& attribute : graph.operation(operation).attributes) {
            if (lowered(attribute.name) != term.attribute) continue;
            const std::string value = bareValue(attribute.text);
            if (term.value && (value == bareValue(*term.value)) != (term.relation == Relation::Equal)) continue;
            if (term.relation && !term.value) {
                const auto number = parseDouble(value);
                if (!number || !holds(*term.relation, *number, term.number, term.digits)) continue;
            }
            return found(attribute.name + " = " + attribute.text);
        }
        return false;
    case SearchField::ElementType: {
        const SlotList& slots = m_table->slots();
        std::uint32_t index = slots.firstSlot(operation).value();
        for (const Slot& slot : slots.slotsOf(operation)) {
            if (slot.storedType != StoredType::None && term.text.matches(toText(slot.storedType)))
                return found(std::string(toText(slot.storedType)), SlotId(index));
            ++index;
        }
        return eachTensor([&](const Tensor& tensor) {
            const std::string_view name = elementTypeText(tensor.elementType);
            return !name.empty() && term.text.matches(name) && found(tensor.name + ": " + std::string(name));
        });
    }
    case SearchField::Shape:
        return eachTensor([&](const Tensor& tensor) {
            return shapeFits(term.shape, tensor) && found(tensor.name + ": " + shapeText(tensor));
        });
    case SearchField::Flag: break;
    case SearchField::Scale:
    case SearchField::Offset:
    case SearchField::BitsLost:
    case SearchField::Width:
    case SearchField::State:
    case SearchField::Group: return false;
    }
    if (!term.flag || term.ofSlot() || (m_operationFlags[operation.index()] & bitOf(*term.flag)) == 0) return false;
    if (reason != nullptr) *reason = {SearchField::Flag, term.flag, {}, {}};
    return true;
}

bool Search::slotFits(const SearchTerm& term, SlotId id, SearchReason* reason) const
{
    const auto found = [&](std::string text) {
        if (reason != nullptr) *reason = {term.flag ? SearchField::Flag : term.field, term.flag, std::move(text), id};
        return true;
    };
    if (term.flag) return (m_slotFlags[id.index()] & bitOf(*term.flag)) != 0 && found({});
    const auto number = [&](double value) {
        return holds(*term.relation, value, term.number, term.digits) && found(toShortText(value, 6));
    };
    const auto numbers = [&](std::span<const float> values) {
        return std::any_of(values.begin(), values.end(), [&](float value) { return number(static_cast<double>(value)); });
    };
    switch (term.field) {
    case SearchField::Scale: return isQuantized(*m_table, id) && numbers(m_table->effective(id).scale);
    case SearchField::Offset: return isQuantized(*m_table, id) && numbers(m_table->effective(id).offset);
    case SearchField::Width: return isQuantized(*m_table, id) && number(m_table->slots()[id].scheme.bits);
    case SearchField::BitsLost: {
        if (!m_evaluation || m_side == EvaluationSide::Loaded) return false;
        const Change* change = m_evaluation->cascade.change(id);
        return change != nullptr && change->bitsLost() && number(*change->bitsLost());
    }
    case SearchField::State:
        return m_table->state(id) == term.state && found(std::string(toText(term.state)));
    case SearchField::Group: return m_group[id.index()] == term.group && found(std::string("G").append(std::to_string(term.group)));
    case SearchField::Any:
    case SearchField::Name:
    case SearchField::Type:
    case SearchField::Tensor:
    case SearchField::Attribute:
    case SearchField::ElementType:
    case SearchField::Shape:
    case SearchField::Flag: break;
    }
    return false;
}

bool Search::find(OpId operation, std::vector<SearchReason>* reasons) const
{
    const std::size_t count = m_query.terms.size();
    const SlotId first = m_table->slots().firstSlot(operation);
    const std::size_t slotCount = m_table->slots().slotsOf(operation).size();
    const auto slotAt = [&](std::size_t i) { return SlotId(first.index() + i); };
    if (reasons != nullptr) reasons->resize(count);
    const auto reasonOf = [&](std::size_t term) { return reasons == nullptr ? nullptr : &(*reasons)[term]; };

    std::vector<std::size_t> together; // terms that one slot must fulfil
    for (std::size_t t = 0; t < count; ++t) {
        const SearchTerm& term = m_query.terms[t];
        bool fits = operationFits(term, operation, reasonOf(t));
        if (!fits && term.flag == SearchFlag::Float && slotCount == 0) {
            fits = true; // it runs in float as a whole
            if (reasons != nullptr) (*reasons)[t] = {SearchField::Flag, term.flag, {}, {}};
        }
        if (!fits && term.ofSlot()) {
            if (!term.negated) {
                together.push_back(t);
                continue;
            }
            for (std::size_t i = 0; i < slotCount && !fits; ++i) fits = slotFits(term, slotAt(i), nullptr);
        }
        if (fits == term.negated) return false;
    }
    bool found = together.empty();
    for (std::size_t i = 0; i < slotCount && !found; ++i)
        found = std::all_of(together.begin(), together.end(), [&](std::size_t t) { return slotFits(m_query.terms[t], slotAt(i), reasonOf(t)); });
    if (found && reasons != nullptr) {
        std::vector<SearchReason> kept;
        for (std::size_t t = 0; t < count; ++t)
            if (!m_query.terms[t].negated) kept.push_back(std::move((*reasons)[t]));
        *reasons = std::move(kept);
    }
    return found;
}

std::vector<SearchReason> Search::reasons(OpId operation) const
{
    std::vector<SearchReason> reasons;
    if (!find(operation, &reasons)) reasons.clear();
    return reasons;
}

std::vector<OpId> Search::all(const Task& task) const
{
    std::vector<OpId> hits;
    if (m_query.empty()) return hits;
    const std::size_t count = m_index->model().graph->operationCount();
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 1024 == 0 && task.stopped()) break;
        if (matches(OpId(i))) hits.emplace_back(i);
    }
    return hits;
}

} // namespace alignscope

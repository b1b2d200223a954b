// SPDX-License-Identifier: Apache-2.0
#include "core/io/export_proof.h"

#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/io/stored_parameters.h"

#include <algorithm>

namespace alignscope {
namespace {

std::string describe(const std::optional<StoredParameters>& parameters)
{
    if (!parameters) return "float";
    std::string text("scale ");
    text += toText(parameters->scales.front());
    text += ", zero point ";
    text += toText(parameters->zeroPoints.front());
    text += ' ';
    text += toText(parameters->type);
    return text;
}

class Proof {
public:
    Proof(const Model& model, const Model& written, const ProofTerms& terms, const std::string& path)
        : m_model(model), m_written(written), m_terms(terms), m_path(path)
    {
    }

    Result<void> graph() const
    {
        const Graph& before = *m_model.graph;
        const Graph& after = *m_written.graph;
        if (before.operationCount() != after.operationCount())
            return differs("the graph", std::to_string(before.operationCount()),
                           std::to_string(after.operationCount()));
        for (std::uint32_t i = 0; i < before.operationCount(); ++i) {
            const Operation& operation = before.operation(OpId(i));
            const OpId found = after.findOperation(operation.id);
            if (!found || after.operation(found).type != operation.type
                || !sameTensors(before.inputs(OpId(i)), after.inputs(found))
                || !sameTensors(before.outputs(OpId(i)), after.outputs(found)))
                return differs(operation.id, "the operation as it was", "another one");
        }
        if (!sameTensors(before.graphInputs(), after.graphInputs())
            || !sameTensors(before.graphOutputs(), after.graphOutputs()))
            return differs("the graph", "its inputs and outputs", "others");
        return {};
    }

    Result<Proven> slots(const TqcTable& outcome) const
    {
        const SlotList& list = outcome.slots();
        const SlotList& read = m_written.baseline.slots();
        Proven proven;
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const SlotId slot(i);
            const auto wanted = storedParameters(outcome, slot);
            const SlotId again = counterpart(list, slot, read);
            const auto found = again ? storedParameters(m_written.baseline, again) : std::nullopt;
            if (wanted.has_value() == found.has_value() && (!wanted || wanted->sameValues(*found))) {
                ++proven.slots;
            } else if (excused(slot)) {
                proven.differing.push_back(slot);
            } else {
                return tl::unexpected(differs(list.id(slot), describe(wanted), describe(found)).error());
            }
        }
        if (m_terms.fromFloat) return proven;
        for (std::uint32_t i = 0; i < read.size(); ++i) {
            const SlotId slot(i);
            if (!storedParameters(m_written.baseline, slot) || counterpart(read, slot, list)) continue;
            return tl::unexpected(
                differs(read.id(slot), describe(std::nullopt), describe(storedParameters(m_written.baseline, slot)))
                    .error());
        }
        return proven;
    }

    Result<Proven> links(const TqcTable& outcome) const
    {
        const SlotList& list = outcome.slots();
        const SlotList& read = m_written.baseline.slots();
        const auto describeLink = [](const TqcTable& table, SlotId slot) {
            const SlotId root = table.root(slot);
            std::string text(toText(table.state(slot)));
            text += " of ";
            text += root ? table.slots().id(root) : std::string("a circle");
            const ParameterView view = table.effective(slot);
            if (!view.scale.empty()) (text += ", scale ") += toText(view.scale.front());
            return text;
        };
        Proven proven;
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const SlotId slot(i);
            const SlotId again = counterpart(list, slot, read);
            const SlotId root = outcome.root(slot);
            const bool same = again && outcome.state(slot) == m_written.baseline.state(again)
                && counterpart(list, root, read) == m_written.baseline.root(again)
                && sameParameters(outcome.effective(slot), m_written.baseline.effective(again));
            if (same) ++proven.slots;
            else if (excused(slot) || (root && excused(root))) proven.differing.push_back(slot);
            else
                return tl::unexpected(differs(list.id(slot), describeLink(outcome, slot),
                                              again ? describeLink(m_written.baseline, again) : "nothing").error());
        }
        return proven;
    }

private:
    [[nodiscard]] bool excused(SlotId slot) const
    {
        return std::binary_search(m_terms.excused.begin(), m_terms.excused.end(), slot);
    }

    Result<void> differs(const std::string& what, const std::string& wanted, const std::string& found) const
    {
        return fail(MessageCode::ExportNotProven, m_path, what, wanted, found);
    }

    static SlotId counterpart(const SlotList& from, SlotId slot, const SlotList& to)
    {
        if (!slot) return {};
        const Slot& s = from[slot];
        const OpId operation = to.graph().findOperation(from.graph().operation(s.operation).id);
        return operation ? to.find(operation, s.io, s.index) : SlotId{};
    }

    // A constant may have been written anew under another name; activations keep theirs.
    bool sameTensors(std::span<const TensorId> before, std::span<const TensorId> after) const
    {
        if (after.size() < before.size() || (after.size() > before.size() && !m_terms.fromFloat)) return false;
        return std::equal(before.begin(), before.end(), after.begin(), [&](TensorId a, TensorId b) {
            if (!a || !b) return !a && !b;
            const Tensor& left = m_model.graph->tensor(a);
            const Tensor& right = m_written.graph->tensor(b);
            if (left.kind != right.kind) return false;
            if (left.kind == TensorKind::Constant) return left.shape == right.shape;
            const auto renamed = m_terms.renamed.find(left.name);
            return (renamed == m_terms.renamed.end() ? left.name : renamed->second) == right.name;
        });
    }

    const Model& m_model;
    const Model& m_written;
    const ProofTerms& m_terms;
    const std::string& m_path;
};

} // namespace

Result<Proven> proveQdq(const Model& model, const TqcTable& outcome, const Model& written, const ProofTerms& terms,
                        const std::string& path)
{
    const Proof proof(model, written, terms, path);
    if (const auto graph = proof.graph(); !graph) return tl::unexpected(graph.error());
    return proof.slots(outcome);
}

Result<Proven> proveLinks(const Model& model, const TqcTable& outcome, const Model& written, const ProofTerms& terms,
                          const std::string& path)
{
    const Proof proof(model, written, terms, path);
    if (const auto graph = proof.graph(); !graph) return tl::unexpected(graph.error());
    return proof.links(outcome);
}

} // namespace alignscope

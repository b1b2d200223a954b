// SPDX-License-Identifier: Apache-2.0
#include "core/io/export_proof.h"

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
    Proof(const Model& model, const Model& written, const std::string& path)
        : m_model(model), m_written(written), m_path(path)
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

    Result<std::size_t> slots(const TqcTable& outcome, std::span<const SlotId> excused) const
    {
        const SlotList& list = outcome.slots();
        const SlotList& read = m_written.baseline.slots();
        std::size_t equal = 0;
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const SlotId slot(i);
            const auto wanted = storedParameters(outcome, slot);
            const SlotId again = counterpart(list, slot, read);
            const auto found = again ? storedParameters(m_written.baseline, again) : std::nullopt;
            if (wanted.has_value() == found.has_value() && (!wanted || wanted->sameValues(*found))) {
                ++equal;
                continue;
            }
            if (std::binary_search(excused.begin(), excused.end(), slot)) continue;
            return tl::unexpected(differs(list.id(slot), describe(wanted), describe(found)).error());
        }
        for (std::uint32_t i = 0; i < read.size(); ++i) {
            const SlotId slot(i);
            if (!storedParameters(m_written.baseline, slot) || counterpart(read, slot, list)) continue;
            return tl::unexpected(
                differs(read.id(slot), describe(std::nullopt), describe(storedParameters(m_written.baseline, slot)))
                    .error());
        }
        return equal;
    }

private:
    Result<void> differs(const std::string& what, const std::string& wanted, const std::string& found) const
    {
        return fail(MessageCode::ExportNotProven, m_path, what, wanted, found);
    }

    static SlotId counterpart(const SlotList& from, SlotId slot, const SlotList& to)
    {
        const Slot& s = from[slot];
        const OpId operation = to.graph().findOperation(from.graph().operation(s.operation).id);
        return operation ? to.find(operation, s.io, s.index) : SlotId{};
    }

    // A constant may have been written anew under another name; activations keep theirs.
    bool sameTensors(std::span<const TensorId> before, std::span<const TensorId> after) const
    {
        return std::equal(before.begin(), before.end(), after.begin(), after.end(), [&](TensorId a, TensorId b) {
            if (!a || !b) return !a && !b;
            const Tensor& left = m_model.graph->tensor(a);
            const Tensor& right = m_written.graph->tensor(b);
            if (left.kind != right.kind) return false;
            return left.kind == TensorKind::Constant ? left.shape == right.shape : left.name == right.name;
        });
    }

    const Model& m_model;
    const Model& m_written;
    const std::string& m_path;
};

} // namespace

Result<std::size_t> proveExport(const Model& model, const TqcTable& outcome, const Model& written,
                                std::span<const SlotId> excused, const std::string& path)
{
    const Proof proof(model, written, path);
    if (const auto graph = proof.graph(); !graph) return tl::unexpected(graph.error());
    return proof.slots(outcome, excused);
}

} // namespace alignscope

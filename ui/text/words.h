// SPDX-License-Identifier: Apache-2.0
// Words: how the window names things and writes numbers. All of it is translated.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/base/message.h"
#include "core/cascade/price.h"
#include "core/cascade/trouble.h"
#include "core/compare/variants.h"
#include "core/graph/blocks.h"
#include "core/quant/model.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

namespace alignscope::ui {

[[nodiscard]] inline QString qs(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[nodiscard]] QString nameOf(Family family);           ///< "elementwise" as in a sentence
[[nodiscard]] QString titleOf(Family family);          ///< "Elementwise" as a heading
[[nodiscard]] QString membersOf(Family family);        ///< "Add, Sub, Sum"
[[nodiscard]] QString nameOf(Method method);           ///< "none", "large"
[[nodiscard]] QString titleOf(Method method);          ///< "None", "Large"
[[nodiscard]] QString explain(Family family, Method method); ///< one sentence: what it does
[[nodiscard]] QString nameOf(TqcState state);          ///< "activated"
[[nodiscard]] QString explain(TqcState state);
[[nodiscard]] QString nameOf(Action action);
[[nodiscard]] QString nameOf(Reason reason);           ///< empty for None
[[nodiscard]] QString nameOf(Category category);
[[nodiscard]] QString nameOf(QuantSource source);
[[nodiscard]] QString policyText(const Scheme& scheme); ///< "symmetric, per tensor"
[[nodiscard]] QString elementTypeName(std::int32_t onnxType);

/// The sentence of core in the language of the window.
[[nodiscard]] QString messageText(const Message& message);
[[nodiscard]] QString errorText(const EngineError& error, const Graph& graph);

/// 4 significant digits for reading; exact for the inspector and the clipboard.
[[nodiscard]] QString number(double value, int digits = 4);
[[nodiscard]] QString exact(float value);
/// "0.0123", "0.0123 ... 0.0456 (64 channels)", or a dash.
[[nodiscard]] QString scaleText(const ParameterView& parameters, bool exactNumbers = false);
[[nodiscard]] QString offsetText(const ParameterView& parameters, bool exactNumbers = false);
/// The scale, and "/ offset" behind it where that is one number other than 0.
[[nodiscard]] QString parametersText(const ParameterView& parameters, bool exactNumbers = false);
/// "+2.9 bits", "-0.3 bits", a dash when unknown.
[[nodiscard]] QString bitsText(const std::optional<double>& bits);
/// The same of a slot that differs; "joined only" where no number changed, "clips 75 %" where
/// part of the range is lost: alone where resolution was gained for it.
[[nodiscard]] QString lossText(const Change& change);
[[nodiscard]] QString rangeText(const std::optional<RealRange>& range, int digits = 4);
[[nodiscard]] QString shapeText(const Tensor& tensor);

/// What a block is called: its part of the names, or "Block 3 of 16".
[[nodiscard]] QString blockLabel(const Block& block);
/// "14 operations: Conv ×4, Mul ×4, Add"
[[nodiscard]] QString blockSummary(const Graph& graph, const Block& block);
/// "12 slots change, 3 only join a group"; "nothing changes".
[[nodiscard]] QString differenceText(const SlotTally& slots);
/// ", clipped tensors 0 \u2192 2", to end a price with; empty where it stays none.
[[nodiscard]] QString clippedChangeText(const Summary& from, const Summary& to);
/// A sentence for each kind of trouble that there is: "3 operations with inputs on different scales".
[[nodiscard]] QStringList troubleLines(const Trouble& trouble);
/// "A", "B": what a compared scenario is called where there is no room for its name.
[[nodiscard]] QString variantLetter(std::size_t index);
/// "A C | B": who agrees with whom.
[[nodiscard]] QString agreementText(const Spread& spread, std::size_t variants);
/// "Conv3 input 0"; the io word is translated.
[[nodiscard]] QString slotName(const SlotList& slots, SlotId slot);
/// The same from an id, "Conv3:in:0", whether the model has such a slot or not.
[[nodiscard]] QString slotName(std::string_view id);
/// "in 0", "out 0".
[[nodiscard]] QString portName(const Slot& slot);
/// Its middle replaced by an ellipsis when it is longer.
[[nodiscard]] QString shortened(const QString& text, qsizetype maximum = 42);
/// What stands where there is no value.
[[nodiscard]] QString dash();

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// CanvasLook: what an evaluation makes of each slot, operation and edge, ready to be painted.
#pragma once

#include "core/base/lazy.h"
#include "core/base/ranked_bits.h"
#include "core/cascade/trouble.h"
#include "core/graph/blocks.h"
#include "ui/canvas/graph_view.h"

#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

class QFontMetricsF;

namespace alignscope::ui {

/// How a slot is bound, which is how its pill is outlined.
enum class BindingKind : std::uint8_t {
    Float,    ///< FP32, SOI or without parameters: hollow
    Own,      ///< its own parameters
    Fused,    ///< OVERLAPPED: dashed
    Aligned,  ///< PASSIVE: thick
    Inferred  ///< the file carries no binding, only equal or shared parameters: grey
};

struct SlotLook {
    float scale = 0;           ///< effective; 0 when unknown
    float before = 0;          ///< loaded effective scale
    float bitsLost = 0;        ///< only when changed
    std::uint32_t group = 0;   ///< number from 1; 0: none
    BindingKind binding = BindingKind::Float;
    bool master = false;       ///< of a group
    bool joined = false;       ///< its group holds several tensors: more than a producer and its readers
    bool perChannel = false;
    bool changed = false;
    bool scaleChanged = false; ///< by value, or by offset
    bool pinned = false;       ///< by hand, and the pin is in force
    std::uint8_t clippedPercent = 0; ///< of the loaded range, see Change
    SlotId boundTo;            ///< master by hand, when the binding is in force
};

struct OperationLook {
    float worstBitsLost = 0;
    bool changed = false;
    bool anyLoss = false;
    bool clipped = false;      ///< no bits are lost, but part of a slot's range
    bool disagree = false;     ///< inputs of an Add or Concat with different parameters
    bool agree = false;        ///< all its quantized inputs are on one scale
    bool split = false;        ///< passive operation whose input and output differ
    bool broken = false;       ///< a promise it made was undone
    bool aligned = false;      ///< a step of the outcome aligned it
    Method method = Method::None;
    bool overlap = false;
};

enum class RescaleKind : std::uint8_t { None, Same, New, Resolved };

struct EdgeLook {
    float ratio = 1;           ///< consumer scale / producer scale
    RescaleKind kind = RescaleKind::None;
    bool excluded = false;     ///< by hand: the producer does not follow the aligned operation
};

/// A piece of text with its width, measured once.
struct MeasuredText {
    QString text;
    float width = -1;
};

/// Immutable but for what is made when it is first asked for: a large model has many more slots than are ever
/// in sight at once. Thread: any.
class CanvasLook {
public:
    CanvasLook(std::shared_ptr<const Evaluation> evaluation, CanvasMode mode, ShownVariants variants = {});

    [[nodiscard]] const Evaluation& evaluation() const { return *m_evaluation; }
    [[nodiscard]] CanvasMode mode() const { return m_mode; }
    [[nodiscard]] const ShownVariants& variants() const { return m_variants; }
    [[nodiscard]] const TqcTable& table() const; ///< loaded or outcome, by mode
    [[nodiscard]] const Group* groupOf(SlotId slot) const;

    [[nodiscard]] SlotLook slot(SlotId id) const;
    /// Parts of slot(), for walks over all slots.
    [[nodiscard]] BindingKind binding(SlotId id) const;
    struct GroupRole {
        bool member = false; ///< of a group
        bool master = false;
        bool joined = false; ///< as SlotLook::joined
    };
    [[nodiscard]] GroupRole groupRole(SlotId id) const;
    /// Makes what groupRole() is asked for first, which takes a walk over all slots.
    void prepareRoles() const { static_cast<void>(grouping()); }
    [[nodiscard]] const OperationLook& operation(OpId id) const { return m_operations[id.index()]; }
    /// By the edge's consumer slot.
    [[nodiscard]] EdgeLook edge(SlotId target) const;
    [[nodiscard]] RescaleKind rescale(SlotId target) const { return m_rescaleKinds[target.index()]; }
    /// Whether there is such an edge anywhere.
    [[nodiscard]] bool has(RescaleKind kind) const { return m_hasKind[static_cast<std::size_t>(kind)]; }
    /// What is wrong inside a block, counted when it is first asked for.
    [[nodiscard]] const Trouble& block(std::uint32_t index, const Block& block) const;
    [[nodiscard]] const std::vector<SlotId>& pinnedByHand() const { return m_pinned; }
    /// Slots that are bound by hand, see SlotLook::boundTo.
    [[nodiscard]] const std::vector<SlotId>& boundByHand() const { return m_boundByHand; }
    /// Consumer slots of edges that are excluded by hand.
    [[nodiscard]] const std::vector<SlotId>& excluded() const { return m_excluded; }
    [[nodiscard]] bool anyChange() const { return m_anyChange; }
    /// Operations of which there is something to be shown, in order.
    [[nodiscard]] std::span<const OpId> operations() const { return m_marked; }
    /// Consumer slots whose edge is not RescaleKind::None, in order.
    [[nodiscard]] std::span<const SlotId> rescaled() const { return m_rescaled; }

    /// "0.02463"; "FP32"; "per ch."
    [[nodiscard]] const MeasuredText& valueText(SlotId slot, const QFontMetricsF& metrics) const;
    /// "0.027→0.0913"; empty when nothing that can be shown changed.
    [[nodiscard]] const MeasuredText& changeText(SlotId slot, const QFontMetricsF& metrics) const;

private:
    /// What the group of a slot is like, in one walk over all of them and without listing the groups.
    struct Grouping {
        std::vector<std::uint8_t> ofRoot; ///< by slot: of the group whose root it is, see below
        std::vector<bool> inferred;       ///< by slot: carries the numbers of others without any binding
    };
    static constexpr std::uint8_t kOneMember = 1; ///< which makes no group
    static constexpr std::uint8_t kGroup = 2;     ///< several
    static constexpr std::uint8_t kJoined = 4;    ///< SlotLook::joined
    [[nodiscard]] const Grouping& grouping() const;
    [[nodiscard]] const ResolvedTable& resolved() const;
    void fillOperations();
    void markOutcome();
    void fillEdges();
    void fillByHand();

    std::shared_ptr<const Evaluation> m_evaluation;
    CanvasMode m_mode;
    ShownVariants m_variants;
    bool m_anyChange = false;
    std::vector<OperationLook> m_operations;
    std::vector<SlotId> m_boundByHand;
    std::map<SlotId, SlotId> m_mastersByHand;
    std::vector<SlotId> m_pinned;
    std::vector<SlotId> m_excluded;
    std::vector<OpId> m_marked;
    std::vector<SlotId> m_rescaled;
    std::vector<float> m_ratios; // of m_rescaled
    RankedBits m_rescaledPlaces;
    std::vector<RescaleKind> m_rescaleKinds; // by consumer slot
    std::array<bool, 4> m_hasKind{};         // by RescaleKind
    Lazy<Grouping> m_grouping;
    mutable std::mutex m_mutex;                                       // of what follows
    mutable std::unordered_map<std::uint32_t, MeasuredText> m_values; // by slot; entries never move
    mutable std::unordered_map<std::uint32_t, MeasuredText> m_changes;
    mutable std::optional<TroubleTally> m_tally; // for all blocks; made when the first is asked for
    mutable std::unordered_map<std::uint32_t, Trouble> m_blocks;
};

/// "≠ ×7.4"; "≠ zero" when only the zero point differs.
[[nodiscard]] QString ratioText(double ratio);
/// "large" and so on, translated.
[[nodiscard]] QString methodText(Method method);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// SlotGraph: the neighbourhood of the slots, independent of any setting: which operations belong to
// an alignment family, which slots their producers would be overridden at, which edges exist.
#pragma once

#include "core/quant/tqc_table.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace alignscope {

/// The four families of operations that alignment is about.
enum class Family : std::uint8_t { Elementwise, Concat, Pooling, Resize };
inline constexpr std::array kFamilies = {Family::Elementwise, Family::Concat, Family::Pooling,
                                         Family::Resize};

[[nodiscard]] std::optional<Family> familyOf(std::string_view type) noexcept;

/// An edge between two quantized slots: the producer's output slot and a consumer's input slot.
struct SlotEdge {
    SlotId from;
    SlotId to;
};

/// An operation that an engine may align.
struct AlignmentSite {
    OpId operation;
    std::optional<Family> family; ///< none: only reachable by PPQ's manual override
    bool alignable = false;       ///< Q8: all data inputs and outputs have parameters
    std::uint32_t firstInput = 0; ///< slot index; inputs are contiguous
    std::uint32_t inputCount = 0;
    std::uint32_t outputCount = 0; ///< outputs follow the inputs
    std::uint32_t overrideBegin = 0; ///< into overrides()
    std::uint32_t overrideEnd = 0;
    /// All inputs are per tensor, not floating, of one scheme and without a minimum scale of their
    /// own: then the engine need not look at their slots one by one.
    bool uniformInputs = false;
    Scheme inputScheme; ///< of the first input
};

/// A slot of a producer (or a sibling input at the producer, quirk 6) that the ppq engine rebinds
/// after it aligned the site.
struct OverrideTarget {
    SlotId slot;
    bool needsOverlap; ///< the producer has other consumers: only with force_overlap
};

/// Inputs of an operation whose parameters follow from another input's: a bias, Clip bounds, Pad values.
struct PassiveSite {
    OpId operation;
    std::uint32_t firstInput = 0; ///< slot index: what they follow
    std::uint32_t begin = 0;      ///< slot indices of those that follow
    std::uint32_t end = 0;
    bool bias = false;            ///< the product with the weight's scale, else the same parameters
};

/// Thread: any (const).
class SlotGraph {
public:
    SlotGraph() = default;
    /// `everyFamilyMember`: sources that name their quantized operations themselves (Q8).
    SlotGraph(const TqcTable& baseline, bool everyFamilyMember);

    /// Quantized operations of the four families, in the order of visits.
    [[nodiscard]] std::span<const AlignmentSite> sites() const noexcept { return m_sites; }
    /// Any quantized operation as a site, for PPQ's manual override; none if not quantized.
    [[nodiscard]] std::optional<AlignmentSite> siteOf(OpId operation) const;
    [[nodiscard]] std::span<const OverrideTarget> overrides(const AlignmentSite& site) const
    {
        return {m_overrides.data() + site.overrideBegin, site.overrideEnd - site.overrideBegin};
    }
    /// Targets for an operation that is no site.
    [[nodiscard]] std::vector<OverrideTarget> overridesOf(OpId operation) const;
    /// The same neighbourhood whose sites are visited in another order; `operations` holds every one once.
    [[nodiscard]] SlotGraph inOrder(std::span<const OpId> operations) const;
    /// The place of an operation in the order of visits.
    [[nodiscard]] std::uint32_t rank(OpId operation) const
    {
        return m_rank.empty() ? operation.value() : m_rank[operation.index()];
    }
    /// Edges with slots at both ends, in slot order of `to`.
    [[nodiscard]] std::span<const SlotEdge> edges() const noexcept { return m_edges; }
    /// Quantized operations that only pass values on (isPassiveOperation), in engine order.
    [[nodiscard]] std::span<const OpId> passiveOperations() const noexcept { return m_passive; }
    /// What the passive pass looks at, in graph order.
    [[nodiscard]] std::span<const PassiveSite> passiveSites() const noexcept { return m_passiveSites; }
    /// Whether the ppq engine aligns sites that are not alignable (Q8).
    [[nodiscard]] bool everyFamilyMember() const noexcept { return m_everyFamilyMember; }
    /// Number of alignable sites of a family.
    [[nodiscard]] std::size_t siteCount(Family family) const noexcept;
    /// Upper bound of the steps one run of the ppq engine records.
    [[nodiscard]] std::size_t stepBound() const noexcept { return m_stepBound; }

private:
    [[nodiscard]] AlignmentSite makeSite(OpId operation) const;
    void addPassiveSite(OpId operation);

    std::shared_ptr<const SlotList> m_slots;
    std::vector<AlignmentSite> m_sites;
    std::vector<OverrideTarget> m_overrides;
    std::vector<SlotEdge> m_edges;
    std::vector<OpId> m_passive;
    std::vector<PassiveSite> m_passiveSites;
    std::vector<bool> m_alignable; // per operation
    std::vector<std::uint32_t> m_rank; // per operation; empty: as in the graph
    bool m_everyFamilyMember = false;
    std::size_t m_stepBound = 0;
};

} // namespace alignscope

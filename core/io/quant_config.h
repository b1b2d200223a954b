// SPDX-License-Identifier: Apache-2.0
// Private to core/io: what the readers of quantization configs share.
#pragma once

#include "core/base/json_field.h"
#include "core/io/quant_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope::quantfile {

using Field = JsonField;

/// PPQ's hashes are below 2^32; anything near this is no hash.
inline constexpr std::int64_t kMaxHash = std::int64_t{1} << 62;

/// Scale and offset as a file gives them: numbers, arrays of equal length, or null.
struct Parameters {
    std::vector<float> scale;
    std::vector<float> offset;
    bool perChannel = false;
};
/// Scales are finite and not negative, offsets finite.
[[nodiscard]] Parameters readParameters(const Field* scale, const Field* offset);
void setParameters(TqcTable& table, SlotId slot, const Parameters& parameters);

/// A config that can be laid onto a graph.
class Config : public QuantFile {
public:
    [[nodiscard]] virtual Result<AppliedQuantFile> apply(std::shared_ptr<const Graph> graph) const = 0;
    [[nodiscard]] const std::vector<std::string>& operations() const final { return m_operations; }

protected:
    std::vector<std::string> m_operations;
};

[[nodiscard]] std::shared_ptr<const Config> readPpqJson(const Field& document);
[[nodiscard]] std::shared_ptr<const Config> readPplJson(const Field& document);
[[nodiscard]] std::shared_ptr<const Config> readTable(const Field& document);

/// Slots of the quantized operations of a graph, all FP32 and without a scheme.
[[nodiscard]] std::vector<Slot> draftSlots(const Graph& graph, const std::vector<bool>& quantized);
/// What PPQ's files do not say: channel axis, and which values the tool keeps to itself.
[[nodiscard]] std::optional<std::int32_t> channelAxisOf(std::string_view type);

/// Counts entries that met the same fate and makes one notice of them.
class Tally {
public:
    explicit Tally(MessageCode code) : m_code(code) {}
    void add(const std::string& what)
    {
        if (m_count++ == 0) m_first = what;
    }
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    void tell(std::vector<Message>& notices) const;
    void tell(std::vector<Message>& notices, std::size_t total) const; ///< "%1 of %2 ... %3"

private:
    MessageCode m_code;
    std::size_t m_count = 0;
    std::string m_first;
};

/// Notices about the finished table: aligned already, circles, missing scales, lost links.
void tellStates(const TqcTable& table, std::vector<Message>& notices);

} // namespace alignscope::quantfile

// SPDX-License-Identifier: Apache-2.0
#include "core/compare/difference_rule.h"

#include "core/base/message_codes.h"

#include <array>

namespace alignscope {
namespace {

struct Rule {
    std::string_view number;
    int quirk;
    MessageCode message;
};
constexpr std::array<Rule, kDifferenceRules> kRules = {{
    {"1", 1, MessageCode::RuleStaleLastInput},
    {"2", 2, MessageCode::RuleManualAttribute},
    {"4", 4, MessageCode::RuleConsumersOfOperation},
    {"5", 5, MessageCode::RuleGraphOutputIgnored},
    {"6", 6, MessageCode::RuleSiblingInput},
    {"7", 7, MessageCode::RuleStateIgnored},
    {"8", 8, MessageCode::RuleCycle},
    {"9", 9, MessageCode::RuleSymmetricInflation},
    {"10", 10, MessageCode::RuleLaterOperationWins},
    {"11", 11, MessageCode::RuleOneSlotOnly},
    {"12", 12, MessageCode::RuleChainFollowsLast},
    {"13", 13, MessageCode::RuleSecondRead},
    {"16", 16, MessageCode::RulePerChannel},
    {"17", 17, MessageCode::RuleZeroPointFormula},
    {"25", 25, MessageCode::RulePassiveAborted},
    {"", 0, MessageCode::RulePassAborted},
    {"S1", 0, MessageCode::RuleRefused},
    {"S2", 0, MessageCode::RuleFollowersStay},
    {"S4", 0, MessageCode::RuleProducerUnequal},
    {"S5", 0, MessageCode::RuleByHand},
    {"S6", 0, MessageCode::RuleWholeRange},
    {"S7", 0, MessageCode::RuleOneName},
    {"", 0, MessageCode::RuleUnexplained},
}};

const Rule& ruleOf(DifferenceRule rule) { return kRules.at(static_cast<std::size_t>(rule)); }

} // namespace

std::string_view numberOf(DifferenceRule rule) noexcept { return ruleOf(rule).number; }
int quirkOf(DifferenceRule rule) noexcept { return ruleOf(rule).quirk; }
Message explain(DifferenceRule rule) { return {ruleOf(rule).message, {}}; }

} // namespace alignscope

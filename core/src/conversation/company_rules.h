// Which of the company's own rules match a turn.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attune/assessment.h"
#include "attune/config.h"

namespace attune {

using RuleSet = std::uint64_t;    // one bit a company rule, in the order of the policy
using ReasonSet = std::uint32_t;  // one bit a Reason

constexpr ReasonSet bit(Reason reason) { return 1U << static_cast<unsigned>(reason); }

// What the conditions look at.
struct RuleFacts {
  const Assessment& assessment;
  std::string_view language;                 // of the message, or of the latest one that showed it
  const std::vector<Attribute>& attributes;  // each with a value
  ReasonSet found = 0;                       // in this turn, whatever they lead to
  bool open = true;
};

// The rules whose conditions hold. Rules that wait for each other in a circle never match.
RuleSet matching_rules(const std::vector<Policy::CompanyRule>& rules, const RuleFacts& facts);

// Whether a language tag is, or begins with, `range`: "de" takes in "de-AT". ASCII letters count
// as equal in any case.
bool is_language(std::string_view tag, std::string_view range);

}  // namespace attune

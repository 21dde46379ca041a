// The part of a policy that a company's rule may change, too.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "attune/config.h"
#include "json/checks.h"

namespace attune {

inline constexpr int kHighestAmount = 1000000000;  // no customer's sum is higher, in any currency

// The reasons whose rule a policy may set: all but the last, of which each company rule says
// itself what it leads to.
std::vector<std::string_view> settable_reasons();

// {"action", "priority"}
void read_rule(const Json& value, const Place& place, Problems& problems, TurnPolicy::Rule& rule);

// The members "frustration", "cooldown_turns", "auto_connect" and "reasons": what is given
// replaces what `policy` has. Reports thresholds that are out of order then.
void read_changeable(ObjectReader& object, Problems& problems, TurnPolicy& policy);

}  // namespace attune

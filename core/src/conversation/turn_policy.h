// The policy of one turn: the company's, with what the rules that match change about it.
#pragma once

#include "attune/config.h"
#include "attune/decision.h"

namespace attune {

// Lays what a rule changes over `policy`. Where several rules change the same thing, the one laid
// over last wins. Thresholds that get out of order by that are lowered to the next higher one.
void lay_over(const Policy::Overlay& overlay, TurnPolicy& policy);

// Whether a rule weighs more than another: by action, then priority.
bool outweighs(const TurnPolicy::Rule& a, const TurnPolicy::Rule& b);

// The same for the rules of two reasons, then by the order of the enumeration.
bool is_stronger(const TurnPolicy& policy, Reason a, Reason b);

}  // namespace attune

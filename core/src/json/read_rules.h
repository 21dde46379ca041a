// Reads the rules of a company's own: the member "rules" of a policy.
#pragma once

#include <vector>

#include "attune/config.h"
#include "json/checks.h"

namespace attune {

// `object` is the policy, whose other members are those of `policy`: what a rule changes is
// checked against them. Rules that name each other in a circle are an error.
std::vector<Policy::CompanyRule> read_rules(ObjectReader& object, Problems& problems,
                                            const Policy& policy);

// Reports topics of the rules that are neither general nor among the playbook's own. `place`: of
// the policy.
void check_topics(const Config& config, const Place& place, Problems& problems);

}  // namespace attune

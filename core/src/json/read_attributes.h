// Reads what a company's page knows about the customer.
#pragma once

#include <string_view>
#include <vector>

#include "attune/config.h"
#include "json/checks.h"

namespace attune {

// Reads {"plan": "gold", "orders": 12, "vip": true, "gone": null}. `removable`: whether null, which
// removes an attribute, may stand there.
std::vector<Attribute> read_attributes(const Json& value, const Place& place, Problems& problems,
                                       bool removable);

// The value that an attribute is compared by: a string itself, a number or boolean as JSON writes
// it. Reports anything else; `or_else` completes what was expected.
std::string read_attribute_value(const Json& value, const Place& place, Problems& problems,
                                 std::string_view or_else = "");

}  // namespace attune

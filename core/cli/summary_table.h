// A summary of policies as a table for people.
#pragma once

#include <string>

#include "conversation/summary.h"

namespace attune::cli {

// Names of the configuration files; "" is the default policy.
struct PolicyNames {
  std::string policy;
  std::string against;
};

// One column of figures a policy; for two, what the second changes below.
std::string to_table(const Simulation& simulation, const PolicyNames& names);

}  // namespace attune::cli

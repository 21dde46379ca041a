// Signs that a matter is more than a bot should settle.
#pragma once

#include "attune/assessment.h"
#include "attune/config.h"

namespace attune {

// How many separate matters a message raises. How well or badly somebody was treated is not one
// to be settled on its own, and a topic with a low score is only a hint.
int count_matters(const Assessment& assessment);

// Whether the message tells of a complex matter, by the thresholds of the policy.
bool is_complex(const Assessment& assessment, const Policy& policy);

}  // namespace attune

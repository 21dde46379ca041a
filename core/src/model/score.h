// From evidence to scores, by the rules alone: signals for the learned reader (model/signals.h),
// and the cues that it weighs anew (conclude.h).
#pragma once

#include <vector>

#include "attune/assessment.h"
#include "cues/evidence.h"
#include "text/tables.h"

namespace attune {

struct Findings {
  std::vector<Evidence> wording;   // words, emoji and what modifies them
  std::vector<Evidence> requests;  // phrases with flags
  std::vector<Evidence> emphasis;  // with full weight
};

// Whether there is dissatisfaction beside the phrases that need it (Evidence::needs_negative).
bool shows_dissatisfaction(const Tables& tables, const Findings& findings);

// Weighs the findings: scales them in place (diminishing returns, the sign of emphasis) and fills
// sentiment, level, emotions, frustration, urgency and flags of `out`. Phrases that say the same
// again are taken out of `findings`.
void score(const Tables& tables, Findings& findings, Assessment& out);

}  // namespace attune

// Phrases that ask, chase, threaten or tell: one family for all flags of the contract, since they
// differ only in their tables (core/data/<language>/cues).
#pragma once

#include <vector>

#include "attune/assessment.h"
#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// A phrase and what it weighs: the words inside it are not counted again.
struct Covered {
  Match match;
  double upset = 0.0;
  bool needs_negative = false;  // as of its evidence
};

struct Requests {
  std::vector<Evidence> evidence;
  std::vector<Covered> covered;  // spans whose weight is counted here
  Contact contact;
};

// Takes out what counts only beside other evidence of dissatisfaction.
void drop_conditional(Requests& requests);

// Finds the cue phrases of a message. Of overlapping ones of one kind and flag the longest
// counts; a near miss of the same kind and flag that overlaps it drops it.
Requests read_requests(const Tables& tables, const TokenizedText& text, const Phrases& phrases);

}  // namespace attune

// Phrases that ask, chase, threaten or tell: one family for all flags of the contract, since they
// differ only in their tables (core/data/<language>/cues.tsv).
#pragma once

#include <vector>

#include "attune/assessment.h"
#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

struct Requests {
  std::vector<Evidence> evidence;
  std::vector<Match> covered;  // spans whose weight is counted here, sorted, without overlaps
  Contact contact;
};

// Finds the cue phrases of a message. Of overlapping ones of one kind the longest counts; a
// near miss of the same kind that overlaps it drops it.
Requests read_requests(const Tables& tables, const TokenizedText& text, const Phrases& phrases);

}  // namespace attune

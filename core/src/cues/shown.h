// Which cues are worth showing.
#pragma once

#include <vector>

#include "attune/assessment.h"

namespace attune {

inline constexpr std::size_t kMostShownCues = 8;

// The kind of the cues that raise a flag.
CueKind kind_of(Flag flag);

// The cues that explain an assessment best, at most kMostShownCues, in their order: one for each
// flag, one for what the message is about, then those that move frustration most.
std::vector<const Cue*> shown_cues(const Assessment& assessment);

}  // namespace attune

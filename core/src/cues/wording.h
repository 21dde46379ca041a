// Words and phrases of the lexicon, with the scope they stand in.
#pragma once

#include <vector>

#include "cues/evidence.h"
#include "cues/requests.h"
#include "cues/scope.h"
#include "text/patterns.h"

namespace attune {

// Appends one piece of evidence for each word or phrase that says something, and one for each
// negation, intensifier or contrast that changes its weight. `covered` are phrases whose own
// weight already includes the words in them: words inside one that weigh no more than it add
// valence and emotions only.
void read_wording(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                  const std::vector<Covered>& covered, std::vector<Evidence>& out);

}  // namespace attune

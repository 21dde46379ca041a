// Reads what makes a matter more than a quick question: how much is asked, who takes part, what is
// named by number, and how much money is at stake.
#pragma once

#include "attune/assessment.h"
#include "cues/matter_words.h"
#include "text/patterns.h"

namespace attune {

// Fills `requests`, `references`, `parties`, `amount` and `sums` of the assessment.
// Requests: questions and phrases that ask for something, at most one a clause of a few words; or
// the number of items where the customer counts them ("1) ... 2) ...", "three things", "thirdly").
// Parties: kinds of others that take part, the company's own people left out ("your driver").
// Linear time, no allocation.
void read_matter(const MatterWords& words, const TokenizedText& text, const Phrases& phrases,
                 Assessment& assessment);

}  // namespace attune

// What the message is about.
#pragma once

#include <vector>

#include "attune/assessment.h"
#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// The topics of a message, best first, at most three with a score of at least 0.2; appends the
// phrases behind them to `cues` (weight 0).
std::vector<TopicScore> read_topics(const Tables& tables, const TokenizedText& text,
                                    const Phrases& phrases, std::vector<Evidence>& cues);

}  // namespace attune

// Capitals, exclamation and question marks, drawn-out words. Emphasis strengthens what is said;
// it never decides the sign alone.
#pragma once

#include <vector>

#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// Appends the emphasis of a message with its full weight; the scorer scales it by what the words
// say.
void read_emphasis(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                   std::vector<Evidence>& out);

}  // namespace attune

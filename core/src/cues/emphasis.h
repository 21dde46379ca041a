// Emphasis: capitals, marks, drawn-out, spelled-out, repeated and marked words, claps between
// words. It strengthens what is said; it never decides the sign alone.
#pragma once

#include <vector>

#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// Appends the emphasis of a message with its full weight; the scorer scales it by what the words
// say. Needs no language: in one without a table, shape alone tells.
void read_emphasis(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                   std::vector<Evidence>& out);

}  // namespace attune

// Emoji, emoticons and kaomoji that say something.
#pragma once

#include <vector>

#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// Adds the signs of core/data/emoji.tsv to `out`, which may hold some already: emoticons that are
// spelled like words ("xD") are words of the lexicon too and are not added twice. Needs no
// language. Linear time.
void read_emoji(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                std::vector<Evidence>& out);

}  // namespace attune

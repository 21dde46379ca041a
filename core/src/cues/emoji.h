// Emoji and emoticons that say something.
#pragma once

#include <vector>

#include "cues/evidence.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// Appends the emoji and emoticons of a message that core/data/emoji.tsv knows.
void read_emoji(const Tables& tables, const TokenizedText& text, std::vector<Evidence>& out);

}  // namespace attune

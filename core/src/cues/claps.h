// Claps between words are stress, not applause.
#pragma once

#include <cstddef>

#include "text/tokenizer.h"

namespace attune {

// Whether the token is a clap (U+1F44F) that beats time with another one, exactly one word away:
// "answer (clap) the (clap) phone". Looks at a few neighbours only.
bool claps_between_words(const TokenizedText& text, std::size_t token);

}  // namespace attune

// Words whose letters are set apart for stress: "n o w", "W A I T I N G", "r.e.f.u.n.d".
#pragma once

#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// Joins each run of three or more single letters that spells words of the tables into one token a
// word, which covers the separators too. Letters that spell nothing ("sizes S M L") stay apart.
// Linear time; the tokens keep covering the text without gaps.
void join_spelled_words(const Tables& tables, TokenizedText& text);

}  // namespace attune

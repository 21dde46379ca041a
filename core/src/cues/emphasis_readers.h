// The parts of read_emphasis, one a kind of emphasis.
#pragma once

#include <cstdint>
#include <vector>

#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// What every reader sees, and where it puts what it finds.
struct EmphasisInput {
  const Tables& tables;
  const TokenizedText& text;
  const Phrases& phrases;
  std::vector<Evidence>& out;

  const Token& token_of(const Unit& unit) const { return text.tokens[unit.token]; }

  void add(CueKind kind, std::uint32_t start, std::uint32_t end, double weight) const {
    Evidence evidence;
    evidence.kind = kind;
    evidence.start = start;
    evidence.end = end;
    evidence.upset = weight;
    out.push_back(evidence);
  }
};

// Shouted words and whole messages. Acronyms, codes, single letters and scripts without case are
// not shouted.
void read_capitals(const EmphasisInput& in);

// Runs of ! and ?, also apart by single spaces, and interrobangs.
void read_marks(const EmphasisInput& in);

// Drawn-out words ("sooooo") and words with their letters set apart ("n o w"), both as
// `elongation`: they are the same habit of making a word last.
void read_long_words(const EmphasisInput& in);

// The same one to three words three times or more in a row ("please please please"), as
// `intensifier`: repeating a word does the work of "very".
void read_repetition(const EmphasisInput& in);

// Words between asterisks or underscores ("*never*"), as `intensifier`; the span holds the marks.
void read_marked_words(const EmphasisInput& in);

// Claps between words ("answer (clap) the (clap) phone"), as `emoji`.
void read_claps(const EmphasisInput& in);

}  // namespace attune

// Finds every phrase of the tables in a message.
#pragma once

#include <cstdint>
#include <vector>

#include "text/numbers.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// An entry of the tables found in a message: units [first, last).
struct Match {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint16_t entry = 0;

  std::uint32_t length() const { return last - first; }
  bool overlaps(const Match& other) const { return first < other.last && other.first < last; }
  bool contains(const Match& other) const { return first <= other.first && other.last <= last; }
};

// A message cut into units, with all that was found in it.
struct Phrases {
  std::uint8_t language = table::kAnyLanguage;  // whose entries and numbers count
  std::vector<Unit> units;
  std::vector<NumericSpan> numbers;
  std::vector<Match> matches;  // by first unit; for one first unit in no particular order

  // Span in UTF-16 code units of the original text.
  std::uint32_t start(const TokenizedText& text, const Match& match) const {
    return text.tokens[units[match.first].token].start;
  }
  std::uint32_t end(const TokenizedText& text, const Match& match) const {
    return text.tokens[units[match.last - 1].token].end;
  }
};

// Replaces `units` with the words and numbers of `text`.
void find_units(const Tables& tables, const TokenizedText& text, std::vector<Unit>& units);

// Replaces the numbers and pattern matches in `phrases` by those of its units. Entries count in
// their own language only, all of them when the message's is not known (kAnyLanguage).
// Linear time: a pattern is a bounded number of words long.
void match_phrases(const Tables& tables, const TokenizedText& text, std::uint8_t language,
                   Phrases& phrases);

// Both, for a message of any language.
void find_phrases(const Tables& tables, const TokenizedText& text, Phrases& out);

// Keeps the longest matches that do not overlap (of equal ones the earlier), sorted by position.
void keep_longest(std::vector<Match>& matches);

}  // namespace attune

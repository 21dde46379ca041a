// The scope words of a message and the borders of its clauses.
#pragma once

#include <cstdint>
#include <vector>

#include "text/patterns.h"
#include "text/tables.h"

namespace attune {

// A phrase of core/data/<language>/scope.tsv found in a message, or words in quotation marks
// (role kSupposed, without an entry).
struct ScopeMarker {
  Match match;
  table::ScopeRole role = table::ScopeRole::kPlain;
  double value = 0.0;
  bool quotation = false;    // reaches no further than its own words
  bool good_before = false;  // of contrasts: something good, or bad, stands before in the sentence
  bool bad_before = false;
};

// What stands right before a unit; several may.
enum Border : std::uint8_t {
  kBorderSentence = 1,
  kBorderComma = 2,     // a comma, colon, bracket or dash
  kBorderClause = 4,    // a boundary marker: "because"
  kBorderMain = 8,      // a coordinate marker: "and I"
  kBorderContrast = 16  // a contrast marker: "but"
};

// The markers of the message, by first unit. Markers of one family do not overlap, and the
// longest counts; families are amplifiers and negators, clause words, and what is only supposed.
std::vector<ScopeMarker> find_scope_markers(const Tables& tables, const TokenizedText& text,
                                            const Phrases& phrases);

// The borders before each unit, and one more element for the end of the message.
std::vector<std::uint8_t> find_borders(const TokenizedText& text, const Phrases& phrases,
                                       const std::vector<ScopeMarker>& markers);

}  // namespace attune

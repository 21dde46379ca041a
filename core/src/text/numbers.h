// Finds numbers, frequencies and durations in the customer's words.
//
// Vague words carry the least that they can mean ("a few" is 3); of a range ("3-4 weeks", "two or
// three times") the larger number counts, since it is the one the customer complains of. Working
// days are turned into days of the calendar (10 are 14). The words stand in numbers.tsv.
#pragma once

#include <cstdint>
#include <vector>

#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// One word or number of the message, as the pattern matcher sees it.
struct Unit {
  std::uint32_t token = 0;       // index into TokenizedText::tokens
  std::uint32_t word = kNoWord;  // id in the tables
  bool starts_sentence = false;
  bool ends_sentence = false;
  std::uint16_t first_numeric = 0;  // range of NumericSpans that start here
  std::uint16_t numeric_count = 0;
};

enum class Numeric : std::uint8_t {
  kNum,    // a cardinal: "3", "twenty-one", "half a dozen"
  kNth,    // an ordinal: "3rd", "third"
  kDur,    // a duration: "3 weeks", "a week and a half", "2wks", "since yesterday"; value in days
  kTimes,  // a frequency: "twice", "3x", "four separate times"
};

struct NumericSpan {
  Numeric kind = Numeric::kNum;
  std::uint8_t length = 1;  // units
  double value = 0.0;
};

// Appends the spans that start at each unit and links them from the units.
// Number words count in `language` only. At most 65535 spans a message are found, later ones are
// left out.
void find_numbers(const Tables& tables, const TokenizedText& text, std::uint8_t language,
                  std::vector<Unit>& units, std::vector<NumericSpan>& spans);

}  // namespace attune

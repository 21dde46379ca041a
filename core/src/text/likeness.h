// Whether two messages say the same: by the words and the groups of letters that they share.
#pragma once

#include "text/saying.h"

namespace attune {

// How alike two messages are.
struct Likeness {
  double words = 0.0;    // 0 .. 1: weighted share of the words of both that are in both
  double held = 0.0;     // 0 .. 1: weighted share of the words of the shorter that are in the other
  double grams = 0.0;    // 0 .. 1: Dice's coefficient of the groups of letters
  double shared = 0.0;   // weight of the words in both
  bool swapped = false;  // they begin alike, and each has a word that the other has not
  bool new_number = false;    // the later one has a number or a code that the earlier has not
  bool other_number = false;  // and the other way round too
};
Likeness compare(const Saying& earlier, const Saying& later);

// Whether the later message says nearly the same as the earlier one.
bool says_again(const Saying& earlier, const Saying& later, const Stance& stance);

// Whether the texts are the same but for a word or two: how a bot repeats itself.
bool is_near_copy(const Saying& earlier, const Saying& later);

}  // namespace attune

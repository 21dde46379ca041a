#include "text/likeness.h"

#include <algorithm>
#include <bit>

namespace attune {
namespace {

// By Saying::Kind.
constexpr std::array<double, 4> kWeights = {1.0, 0.25, 1.0, 0.4};

// The weights of says_again(): a logistic regression on the tuned half of
// tests/core/conversation/again_pairs.tsv and on 470 pairs of turns of calm and upset
// conversations, rounded; the threshold stands a little above even odds, since a needless offer
// annoys a calm customer and a missed repetition is often said once more.
constexpr double kPerWords = 2.8;
constexpr double kPerHeld = 0.5;
constexpr double kPerGrams = 0.3;
constexpr double kPerShared = 1.3;  // of up to kMostShared
constexpr double kMostShared = 3.0;
constexpr double kInsisting = 1.6;
constexpr double kInsistingPerWords = 1.9;
constexpr double kUnanswered = 0.8;  // who was not understood says it in other words
constexpr double kMovingOnPerWords = 1.5;
constexpr double kAdding = 2.5;
constexpr double kSwapped = 1.3;
constexpr double kNewNumber = 1.6;
constexpr double kOtherNumber = 0.8;  // beside kNewNumber
constexpr double kAgain = 4.6;

// The same text counts whatever its stance, when it says as much as one word of substance.
constexpr double kWhole = 0.999;
constexpr double kEnough = 1.0;

// A bot that repeats itself seldom changes more than a word or two.
constexpr double kCopy = 0.75;

}  // namespace

Likeness compare(const Saying& earlier, const Saying& later) {
  Likeness likeness;
  double only_earlier = 0.0;
  double only_later = 0.0;
  bool number_lost = false;
  auto a = earlier.words.begin();
  auto b = later.words.begin();
  while (a != earlier.words.end() || b != later.words.end()) {
    if (b == later.words.end() || (a != earlier.words.end() && *a < *b)) {
      only_earlier += kWeights[Saying::kind_of(*a)];
      number_lost |= Saying::kind_of(*a) == Saying::kNumber;
      ++a;
    } else if (a == earlier.words.end() || *b < *a) {
      only_later += kWeights[Saying::kind_of(*b)];
      likeness.new_number |= Saying::kind_of(*b) == Saying::kNumber;
      ++b;
    } else {
      likeness.shared += kWeights[Saying::kind_of(*a)];
      ++a;
      ++b;
    }
  }
  likeness.swapped = earlier.opening == later.opening && only_earlier >= 1.0 && only_later >= 1.0;
  likeness.other_number = number_lost && likeness.new_number;
  const double all = likeness.shared + only_earlier + only_later;
  const double fewer = likeness.shared + std::min(only_earlier, only_later);
  if (all > 0.0) likeness.words = likeness.shared / all;
  if (fewer > 0.0) likeness.held = likeness.shared / fewer;
  int bits = 0;
  int both = 0;
  for (std::size_t i = 0; i < earlier.grams.size(); ++i) {
    bits += std::popcount(earlier.grams[i]) + std::popcount(later.grams[i]);
    both += std::popcount(earlier.grams[i] & later.grams[i]);
  }
  if (bits > 0) likeness.grams = 2.0 * both / bits;
  return likeness;
}

bool says_again(const Saying& earlier, const Saying& later, const Stance& stance) {
  const Likeness like = compare(earlier, later);
  if (like.words >= kWhole && like.grams >= kWhole) return like.shared >= kEnough;
  double score = kPerWords * like.words + kPerHeld * like.held + kPerGrams * like.grams +
                 kPerShared * std::min(like.shared, kMostShared);
  if (stance.insists) score += kInsisting + kInsistingPerWords * like.words;
  if (stance.unanswered) score += kUnanswered;
  if (stance.moves_on) score -= kMovingOnPerWords * like.words;
  if (stance.adds) score -= kAdding;
  if (like.swapped) score -= kSwapped;
  if (like.new_number) score -= kNewNumber;
  if (like.other_number) score -= kOtherNumber;
  return score >= kAgain;
}

bool is_near_copy(const Saying& earlier, const Saying& later) {
  const Likeness like = compare(earlier, later);
  return like.words >= kCopy && !like.other_number;
}

}  // namespace attune

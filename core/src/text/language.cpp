#include "text/language.h"

#include <algorithm>

namespace attune {
namespace {

// A share of function words from here on leaves no doubt; running English text has 0.4 to 0.6.
constexpr double kCertainShare = 0.4;
// A known word that is no function word ("refund") says this much as one.
constexpr double kContentWordShare = 0.4;

}  // namespace

Language identify_language(const Tables& tables, const TokenizedText& text,
                           const Phrases& phrases) {
  double words = 0.0;
  double evidence = 0.0;
  for (const Unit& unit : phrases.units) {
    if (!text.tokens[unit.token].is_word()) continue;
    words += 1.0;
    if (unit.word == kNoWord) continue;
    const bool function = tables.has_flag(unit.word, table::kFunctionWord);
    evidence += function ? 1.0 : kContentWordShare;
  }
  Language language;
  if (words == 0.0) return language;
  const double share = evidence / words;
  if (share < tables.weight(Weight::kLanguageShare)) return language;
  language.tag = "en";
  // One or two words are little to go by, whatever they are.
  const double length = std::min(1.0, words / 4.0);
  language.confidence = std::min(1.0, share / kCertainShare) * (0.5 + 0.5 * length);
  return language;
}

}  // namespace attune

// Reads sums of money: "$1,149", "1.299,00 EUR", "2k euros", "Rs. 12,00,000", "two hundred
// dollars".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "cues/matter_words.h"
#include "text/patterns.h"
#include "text/tokenizer.h"

namespace attune {

// A number as customers write it, with what is glued to it.
struct Literal {
  double value = 0.0;
  std::uint32_t end = 0;  // UTF-16 code units
  bool sound = true;      // false: too long, or neither grouped nor decimal ("12.03.2026")
};

// Reads the number that starts at the code unit `start`, a digit of any script. Three digits behind
// a full stop or a comma are a group ("1.299"), fewer are decimals; groups also stand apart by
// spaces or apostrophes, and by two in India ("12,00,000"). Never more than kMostDigits.
inline constexpr int kMostDigits = 15;
Literal read_literal(std::u16string_view text, std::uint32_t start);

struct Sum {
  double value = 0.0;    // > 0, finite, in the currency written
  std::size_t next = 0;  // token behind the sum
};

// The sum of money whose number is or begins in the token `at`, nothing when there is none: a
// number is money beside a currency (a sign, a code or a word, before or behind it), and a bare
// "2k" behind a word of spending.
std::optional<Sum> read_sum(const MatterWords& words, const TokenizedText& text, std::size_t at);

// The sum of money that is written in words from the unit `at`: "two hundred pounds".
std::optional<double> read_sum_in_words(const MatterWords& words, const TokenizedText& text,
                                        const Phrases& phrases, std::size_t at);

}  // namespace attune

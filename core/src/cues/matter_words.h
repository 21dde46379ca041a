// The words by which money, references, requests and parties are read.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// A word, or two in a row, of money.tsv or matters.tsv. A word may be of several kinds.
struct MatterWord {
  enum Kind : std::uint16_t {
    kUnit = 1,  // a currency: `value` of it
    kPart = 2,  // a hundredth of one
    kScale = 4,
    kReference = 8,
    kLink = 16,
    kSpend = 32,
    kThing = 64,
    kItem = 128,  // `value` is its rank
    kRequest = 256,
    kOwn = 512,
    kParty = 1024,
    kNoParty = 2048,
  };

  std::uint32_t key = 0;
  std::uint16_t kinds = 0;
  std::uint16_t party = 0;  // which of the parties
  double value = 0.0;

  bool is(Kind kind) const { return (kinds & kind) != 0; }
};

class MatterWords {
 public:
  explicit MatterWords(const Tables& tables);

  // What stands for a word (folded) or a sign; nullptr when it is none of them.
  const MatterWord* find(std::u16string_view word) const { return at(key_of(word)); }
  const MatterWord* find(std::u16string_view first, std::u16string_view second) const;

  // How a token is looked up: signs as they stand, all else folded.
  static std::u16string_view spelling(const TokenizedText& text, const Token& token) {
    return token.folded.empty() ? text.slice(token.start, token.end) : token.folded;
  }

 private:
  static std::uint32_t key_of(std::u16string_view word);
  static std::uint32_t pair_of(std::uint32_t first, std::uint32_t second);
  const MatterWord* at(std::uint32_t key) const;
  void add_row(std::string_view row, std::uint16_t number);
  void add(std::string_view word, MatterWord meaning);

  std::vector<MatterWord> words_;  // sorted by key
};

}  // namespace attune

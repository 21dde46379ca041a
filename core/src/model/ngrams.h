// The words of a message as the learned reader sees them: hashed n-grams with their spans.
#pragma once

#include <cstdint>
#include <vector>

#include "text/patterns.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune::model {

// A word, a pair or triple of words, or a word with a mark of scope ("not" before it, shouted,
// behind "but"). `start` and `end` are UTF-16 code units.
struct Ngram {
  std::uint32_t key = 0;  // kKeyBits bits
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

inline constexpr unsigned kKeyBits = 24;

// Replaces `out` with the n-grams of a message, in the order of their ends; returns how many words
// they are made of. Numbers count as one word, links and e-mail addresses as another, names behind
// "@" as a third. Words that name who somebody is (class "identity") are passed over. Linear time.
std::uint32_t read_ngrams(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                          std::vector<Ngram>& out);

}  // namespace attune::model

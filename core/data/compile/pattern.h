// Parses the pattern language of the tables into sequences of elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::compile {

struct Element {
  enum class Kind { kWords, kClass, kNum, kNth, kDur, kTimes, kGap, kStart, kEnd };
  Kind kind = Kind::kWords;
  std::vector<std::u16string> words = {};  // kWords: one of these, folded, sorted
  std::string class_name = {};             // kClass
  int gap = 0;                             // kGap: 0 .. this many words

  bool operator==(const Element&) const = default;
};

using Sequence = std::vector<Element>;

// More sequences than this in one pattern is taken for a mistake.
inline constexpr std::size_t kMaxSequences = 4096;

// The tokens of a literal: folded as customers' words are, one per token of the tokenizer.
std::vector<std::u16string> fold_words(std::string_view utf8);

// Expands a pattern into the sequences that it stands for:
//   word   (a|b c)   [optional]   @class   *N gap   %num %nth %dur %times   ^   $
// False, with `error` filled, when the syntax is wrong.
bool expand_pattern(std::string_view pattern, std::vector<Sequence>& out, std::string& error);

}  // namespace attune::compile

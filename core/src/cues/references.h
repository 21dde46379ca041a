// Reads the numbers by which customers name orders, invoices, claims and the like.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "cues/matter_words.h"
#include "text/tokenizer.h"

namespace attune {

// Fed with the chunks of a message (tokens without a space between them) from left to right. A
// chunk with digits is a reference when it
//   - follows a word such as "invoice", with no more than "number", "is", "and" between ("order
//     4711", "claims 20894 and 20917"), and has at least three digits,
//   - follows "#", with at least three digits,
//   - has capitals or a hyphen among letters, and at least four digits ("HX-40981").
// Dates, times and sums are none. The same reference counts once. Constant size.
class References {
 public:
  References(const MatterWords& words, const TokenizedText& text) : words_(words), text_(text) {}

  // The tokens [first, last) of one chunk.
  void read(std::size_t first, std::size_t last);
  // A sum of money or the end of a sentence without an open list.
  void interrupt() { expected_ = false; }

  int count() const { return static_cast<int>(count_); }

 private:
  static constexpr std::size_t kMost = 32;  // counted apart; more say nothing new

  bool is_reference(std::u16string_view chunk, bool marked) const;
  void note(std::u16string_view chunk);
  void read_word(std::size_t token);

  const MatterWords& words_;
  const TokenizedText& text_;
  bool expected_ = false;  // a number that comes now names something
  std::array<std::uint32_t, kMost> seen_{};
  std::size_t count_ = 0;
};

}  // namespace attune

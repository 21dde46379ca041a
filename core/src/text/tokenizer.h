// Cuts a message into tokens that know where they stand in the original text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode.h"

namespace attune {

enum class TokenKind : std::uint8_t { kSpace, kWord, kNumber, kEmoji, kSymbol };

struct Token {
  std::uint32_t start = 0;  // UTF-16 code units of the original, half-open
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kSymbol;
  bool ends_sentence = false;  // . ! ? ; an ellipsis, or a line break
  bool opaque = false;         // part of a link, an e-mail address or a file path
  bool elongated = false;      // three or more of one letter in a row: "sooo"
  bool spelled = false;        // letters set apart, joined by join_spelled_words: "n o w"
  std::uint16_t letters = 0;   // of words: how many letters with and without case, at most 65535
  std::uint16_t upper = 0;     // of words: how many of them are upper case
  std::uint16_t lower = 0;     // of words: how many are lower case
  // Compatibility case folding of words, numbers and emoji (emoji without variation selectors
  // and skin tones); empty for spaces and symbols. Points into TokenizedText::folded.
  std::u16string_view folded;

  bool is_word() const { return kind == TokenKind::kWord; }
};

// A message and its tokens. Reuse one object for many messages to save allocations.
struct TokenizedText {
  std::u16string text;        // the decoded message
  std::u16string folded;      // storage behind Token::folded
  std::vector<Token> tokens;  // cover `text` without gaps, in order

  // Scratch space of the tokenizer.
  std::vector<unicode::Segment> segments;
  std::vector<unicode::Segment> split_segments;
  std::vector<std::uint32_t> folded_sizes;

  TokenizedText() = default;
  TokenizedText(const TokenizedText&) = delete;  // tokens point into `folded`
  TokenizedText& operator=(const TokenizedText&) = delete;

  std::u16string_view slice(std::uint32_t start, std::uint32_t end) const {
    return std::u16string_view(text).substr(start, end - start);
  }
};

// Tokenizes `utf8` (any bytes) into `out`, replacing what was there. Zero-width characters inside
// a word leave it whole; underscores around a word are tokens of their own. Linear time.
void tokenize(unicode::WordSegmenter& segmenter, std::string_view utf8, TokenizedText& out);

// Shortens the runs of two or more equal code units in `word` to two or to one: bit i of `doubled`
// says that run i keeps two. "reallyyy" with 1 is "really". Runs behind the kMaxRuns-th keep one.
// Replaces `out`; the number of runs.
inline constexpr std::size_t kMaxRuns = 3;
std::size_t squeeze(std::u16string_view word, unsigned doubled, std::u16string& out);

}  // namespace attune

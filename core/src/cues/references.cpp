#include "cues/references.h"

#include <algorithm>
#include <string_view>

#include "text/similarity.h"

namespace attune {
namespace {

constexpr int kFewestDigits = 3;  // behind a word or "#"
constexpr int kFewestMixed = 2;   // of a booking code: "Y7KQ2P"
constexpr std::size_t kShortestMixed = 5;
constexpr int kFewestAlone = 4;       // "HX-40981"
constexpr std::size_t kLongest = 40;  // characters; no company numbers longer

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
bool is_capital(char16_t c) { return c >= u'A' && c <= u'Z'; }
bool is_letter(char16_t c) { return is_capital(c) || (c >= u'a' && c <= u'z'); }
bool is_joint(char16_t c) { return c == u'-' || c == u'/' || c == u'_' || c == u'.'; }

// What a chunk is made of.
struct Shape {
  explicit Shape(std::u16string_view chunk) {
    int run = 0;
    for (const char16_t c : chunk) {
      digits += is_digit(c) ? 1 : 0;
      letters += is_letter(c) ? 1 : 0;
      capitals += is_capital(c) ? 1 : 0;
      joints += is_joint(c) ? 1 : 0;
      hyphen |= c == u'-' || c == u'/';
      known &= is_digit(c) || is_letter(c) || is_joint(c);
      run = is_digit(c) ? run + 1 : 0;
      longest_run = std::max(longest_run, run);
    }
  }

  // "12/03/2026", "2026-03-12", "3-4", "10.30", "1.299": digits in short groups.
  bool is_date() const { return letters == 0 && joints > 0 && longest_run <= 4 && digits <= 8; }

  int digits = 0;
  int letters = 0;
  int capitals = 0;
  int joints = 0;
  int longest_run = 0;
  bool hyphen = false;
  bool known = true;
};

std::u16string_view trim(std::u16string_view chunk) {
  const auto inside = [](char16_t c) { return is_digit(c) || is_letter(c); };
  const auto first = std::find_if(chunk.begin(), chunk.end(), inside);
  const auto last = std::find_if(chunk.rbegin(), chunk.rend(), inside);
  if (first == chunk.end()) return {};
  return chunk.substr(static_cast<std::size_t>(first - chunk.begin()),
                      static_cast<std::size_t>(last.base() - first));
}

}  // namespace

void References::read(std::size_t first, std::size_t last) {
  if (text_.tokens[first].opaque) return;
  const std::u16string_view whole =
      text_.slice(text_.tokens[first].start, text_.tokens[last - 1].end);
  if (whole.size() <= kLongest) {
    const std::size_t mark = whole.rfind(u'#');
    const bool marked = mark != std::u16string_view::npos;
    const std::u16string_view chunk = trim(marked ? whole.substr(mark) : whole);
    if (is_reference(chunk, marked)) {
      note(chunk);
      expected_ = true;  // "invoices 20894 and 20917"
      return;
    }
  }
  for (std::size_t i = first; i < last; ++i) {
    if (text_.tokens[i].kind == TokenKind::kWord || text_.tokens[i].kind == TokenKind::kNumber) {
      read_word(i);
    }
  }
}

bool References::is_reference(std::u16string_view chunk, bool marked) const {
  const Shape shape(chunk);
  if (!shape.known || shape.digits < kFewestMixed) return false;
  // "25/01882" and "2025-7781" look like dates, but not behind "application".
  const bool mixed = shape.capitals > 0 && chunk.size() >= kShortestMixed;
  if (expected_ || marked) {
    if (shape.joints > 0 && shape.letters == 0)
      return shape.longest_run >= kFewestAlone && shape.hyphen &&
             !(shape.is_date() && shape.joints > 1);
    return shape.digits >= kFewestDigits || mixed;
  }
  return shape.letters > 0 && (shape.capitals > 0 || shape.hyphen) &&
         shape.longest_run >= kFewestAlone;
}

void References::note(std::u16string_view chunk) {
  const std::uint32_t hash = hash_of(chunk);
  const auto end = seen_.begin() + static_cast<std::ptrdiff_t>(count_);
  if (count_ < kMost && std::find(seen_.begin(), end, hash) == end) seen_[count_++] = hash;
}

void References::read_word(std::size_t token) {
  const MatterWord* word = words_.find(text_.tokens[token].folded);
  if (word != nullptr && word->is(MatterWord::kReference)) {
    expected_ = true;
  } else if (word == nullptr || !word->is(MatterWord::kLink)) {
    expected_ = false;
  }
}

}  // namespace attune

// The seam to ICU: the only file (with unicode.cpp) that knows which Unicode library is used.
// Native builds and the wasm module use the same ICU release and the same compiled break rules
// (core/src/text/*_break.txt), so that both cut and fold every text alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attune::unicode {

// Decodes UTF-8 of any quality: each malformed sequence becomes U+FFFD exactly as the WHATWG
// decoder does (maximal subparts), NUL is kept. Replaces the content of `out`.
void decode(std::string_view utf8, std::u16string& out);

// Encodes UTF-16 as UTF-8; lone surrogates become U+FFFD. Appends to `out`.
void encode(std::u16string_view text, std::string& out);

// Appends the compatibility case folding of `text` (NFKC_Casefold) to `out`; the typographic
// apostrophes U+2019 and U+02BC become '. At most the first kMaxFoldUnits code units are folded:
// no table entry is longer, and the cost of a long run of combining marks stays linear.
// Plain ASCII takes a shorter path with the same result.
inline constexpr std::size_t kMaxFoldUnits = 128;
void fold(std::u16string_view text, std::u16string& out);

// Whether `text` is composed: false when joining or reordering its combining marks changes it, as
// with "e" followed by U+0301 (text that is not in Normalization Form C). Capitals whose small
// letter alone has a composed form (H with line below) count as not composed.
bool is_composed(std::u16string_view text);

enum class SegmentKind : std::uint8_t {
  kSpace,   // White_Space only
  kWord,    // letters, or letters with digits: "don't", "B2B"
  kNumber,  // digits: "1,299.00"
  kEmoji,   // one emoji sequence: flags, skin tones, ZWJ sequences, keycaps
  kSymbol,  // anything else: punctuation, control characters, unassigned
};

struct Segment {
  std::uint32_t start = 0;  // UTF-16 code units, half-open
  std::uint32_t end = 0;
  SegmentKind kind = SegmentKind::kSymbol;
};

// Cuts text at the word boundaries of UAX #29. Holds one ICU break iterator that is reused;
// not thread-safe. Create one a thread.
class WordSegmenter {
 public:
  WordSegmenter();
  ~WordSegmenter();
  WordSegmenter(WordSegmenter&&) noexcept;
  WordSegmenter& operator=(WordSegmenter&&) noexcept;

  // False when the compiled rules could not be opened (damaged build).
  bool ok() const;

  // Replaces `out` with the segments of `text`, which cover it without gaps. Linear time.
  void segment(std::u16string_view text, std::vector<Segment>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Number of extended grapheme clusters (user-perceived characters, UAX #29) in `text`.
// Not for hot paths. Linear time.
std::size_t count_graphemes(std::u16string_view text);

bool is_upper(char32_t c);           // Uppercase (derived property)
bool is_lower(char32_t c);           // Lowercase
bool is_letter(char32_t c);          // Alphabetic
bool is_digit(char32_t c);           // General_Category Nd
bool is_white_space(char32_t c);     // White_Space
int digit_value(char32_t c);         // 0 .. 9 of a decimal digit of any script, or -1
bool is_emoji_modifier(char32_t c);  // skin tones
bool is_variation_selector(char32_t c);

// The scripts that language identification tells apart.
enum class Script : std::uint8_t {
  kCommon,  // shared by scripts: digits, punctuation, emoji, marks
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kHan,
  kHiragana,
  kKatakana,
  kHangul,
  kThai,
  kDevanagari,
  kOther,
};
Script script_of(char32_t c);

// Version of the Unicode data in use, for example "15.0".
std::string_view data_version();

}  // namespace attune::unicode

#include "unicode.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <climits>

#include "break_rules.h"  // generated from *_break.txt

namespace attune::unicode {
namespace {

constexpr char16_t kModifierApostrophe = 0x02BC;
constexpr char16_t kRightQuote = 0x2019;
constexpr char16_t kKeycap = 0x20E3;
constexpr char16_t kTextSelector = 0xFE0E;
constexpr char16_t kEmojiSelector = 0xFE0F;

// Start of Miscellaneous Symbols. Emoji from here on are pictures also without a selector, which
// old phones and many tools drop; those before (the copyright sign, arrows) are mostly text.
constexpr char32_t kFirstPicture = 0x2600;

// No text grows more than this under NFKC (UAX #15, expansion factors): U+FDFA has 18 letters.
constexpr std::size_t kMaxExpansion = 18;

bool is_ascii(char16_t unit) { return unit < 0x80; }
char16_t ascii_lower(char16_t unit) {
  return unit >= 'A' && unit <= 'Z' ? static_cast<char16_t>(unit + ('a' - 'A')) : unit;
}
bool is_ascii_letter(char16_t unit) { return (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z'; }

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

// The code point at `pos`, which moves behind it; 0 at the end.
char32_t next_code_point(std::u16string_view text, std::size_t& pos) {
  if (pos >= text.size()) return 0;
  UChar32 c = 0;
  U16_NEXT(text.data(), pos, text.size(), c);
  return static_cast<char32_t>(c);
}

char16_t plain_apostrophe(char16_t unit) {
  return unit == kRightQuote || unit == kModifierApostrophe ? u'\'' : unit;
}

// How many units fold() looks at: a surrogate pair at the limit is left out as a whole.
std::size_t fold_limit(std::u16string_view text) {
  if (text.size() <= kMaxFoldUnits) return text.size();
  const bool pair = U16_IS_LEAD(text[kMaxFoldUnits - 1]) && U16_IS_TRAIL(text[kMaxFoldUnits]);
  return pair ? kMaxFoldUnits - 1 : kMaxFoldUnits;
}

const UNormalizer2* folding() {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* instance = unorm2_getNFKCCasefoldInstance(&status);
  return U_SUCCESS(status) ? instance : nullptr;
}

icu::LocalUBreakIteratorPointer open_rules(const std::uint8_t* rules, std::size_t size) {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUBreakIteratorPointer breaks(
      ubrk_openBinaryRules(rules, static_cast<std::int32_t>(size), nullptr, 0, &status));
  if (U_FAILURE(status)) breaks.adoptInstead(nullptr);
  return breaks;
}

// ICU counts in int32_t; what lies beyond is not looked at.
bool set_text(UBreakIterator* breaks, std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::size_t size = std::min<std::size_t>(text.size(), INT_MAX);
  ubrk_setText(breaks, text.data(), static_cast<std::int32_t>(size), &status);
  return U_SUCCESS(status);
}

// Whether a segment of UAX #29 is an emoji as UTS #51 defines the sequences. The segmentation has
// kept the sequence together already, so that its first two code points tell.
bool is_emoji_sequence(std::u16string_view segment) {
  std::size_t pos = 0;
  const char32_t first = next_code_point(segment, pos);
  const char32_t second = next_code_point(segment, pos);
  if (is_flag_letter(first)) return is_flag_letter(second);
  if (first < 0x80) {  // keycap: a digit, # or *, maybe a selector, the enclosing mark
    const bool keycap = segment.size() <= 3 && segment.back() == kKeycap;
    return keycap && (segment.size() == 2 || second == kEmojiSelector) && has(first, UCHAR_EMOJI);
  }
  if (second == kTextSelector || !has(first, UCHAR_EMOJI)) return false;
  // Some emoji are letters too: in a box of their own they are pictures, within a word they spell.
  if (is_letter(first) && pos != segment.size()) return false;
  return second == kEmojiSelector || is_emoji_modifier(second) || first >= kFirstPicture ||
         has(first, UCHAR_EMOJI_PRESENTATION);
}

SegmentKind classify(std::u16string_view segment) {
  // By the rules a segment that starts with an ASCII letter is a word; most segments do.
  if (is_ascii_letter(segment.front())) return SegmentKind::kWord;
  if (segment == u" ") return SegmentKind::kSpace;
  const bool may_be_emoji = !is_ascii(segment.front()) || segment.back() == kKeycap;
  if (may_be_emoji && is_emoji_sequence(segment)) return SegmentKind::kEmoji;

  bool digits = false;
  bool only_space = true;
  for (std::size_t pos = 0; pos < segment.size();) {
    const char32_t c = next_code_point(segment, pos);
    // Vowel signs are letters by property; stray ones after a symbol make no word of it.
    if (is_letter(c) && !is_mark(c)) return SegmentKind::kWord;
    digits = digits || is_digit(c);
    only_space = only_space && is_white_space(c);
  }
  if (digits) return SegmentKind::kNumber;
  return only_space ? SegmentKind::kSpace : SegmentKind::kSymbol;
}

}  // namespace

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
void decode(std::string_view utf8, std::u16string& out) {
  out.resize(utf8.size());  // no sequence has more UTF-16 units than bytes, malformed ones neither
  std::size_t length = 0;
  for (std::size_t pos = 0; pos < utf8.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(utf8.data(), pos, utf8.size(), c);
    U16_APPEND_UNSAFE(out.data(), length, c);
  }
  out.resize(length);
}
#pragma GCC diagnostic pop

void encode(std::u16string_view text, std::string& out) {
  std::size_t length = out.size();
  out.resize(length + 3 * text.size());  // a unit takes three bytes at most, a pair takes four
  for (std::size_t pos = 0; pos < text.size();) {
    UChar32 c = 0;
    U16_NEXT_OR_FFFD(text.data(), pos, text.size(), c);
    U8_APPEND_UNSAFE(out.data(), length, c);
  }
  out.resize(length);
}

void fold(std::u16string_view text, std::u16string& out) {
  text = text.substr(0, fold_limit(text));
  const std::size_t start = out.size();
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    out.resize(start + text.size());
    std::transform(text.begin(), text.end(), out.data() + start, ascii_lower);
    return;
  }
  std::array<char16_t, kMaxFoldUnits * kMaxExpansion> folded;  // NOLINT(*-member-init)
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = folding();
  if (normalizer == nullptr) return;  // damaged build, WordSegmenter::ok() says so
  const std::int32_t length =
      unorm2_normalize(normalizer, text.data(), static_cast<std::int32_t>(text.size()),
                       folded.data(), static_cast<std::int32_t>(folded.size()), &status);
  if (U_FAILURE(status)) return;
  out.resize(start + static_cast<std::size_t>(length));
  // Apostrophes after folding, because it takes U+0149 apart into an apostrophe and a letter.
  std::transform(folded.data(), folded.data() + length, out.data() + start, plain_apostrophe);
}

bool is_composed(std::u16string_view text) {
  // Folding composes. What it makes of a character together with its neighbour differs from what it
  // makes of each alone only when they combine or change places.
  std::u16string together;
  std::u16string apart;
  std::size_t i = 0;
  for (std::size_t previous = 0; i < text.size(); previous = i) {
    i += i + 1 < text.size() && U16_IS_LEAD(text[i]) && U16_IS_TRAIL(text[i + 1]) ? 2 : 1;
    if (i >= text.size()) break;
    const std::size_t next =
        i + 1 < text.size() && U16_IS_LEAD(text[i]) && U16_IS_TRAIL(text[i + 1]) ? i + 2 : i + 1;
    together.clear();
    apart.clear();
    fold(text.substr(previous, next - previous), together);
    fold(text.substr(previous, i - previous), apart);
    fold(text.substr(i, next - i), apart);
    if (together != apart) return false;
  }
  return true;
}

struct WordSegmenter::Impl {
  icu::LocalUBreakIteratorPointer breaks;
};

WordSegmenter::WordSegmenter()
    : impl_(new Impl{open_rules(kWordBreakRules, kWordBreakRulesSize)}) {}
WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;
WordSegmenter& WordSegmenter::operator=(WordSegmenter&&) noexcept = default;

bool WordSegmenter::ok() const {
  return impl_ != nullptr && impl_->breaks.isValid() && folding() != nullptr;
}

void WordSegmenter::segment(std::u16string_view text, std::vector<Segment>& out) {
  out.clear();
  if (!ok()) return;
  UBreakIterator* breaks = impl_->breaks.getAlias();
  if (!set_text(breaks, text)) return;
  std::int32_t start = ubrk_first(breaks);
  for (std::int32_t end = ubrk_next(breaks); end != UBRK_DONE; end = ubrk_next(breaks)) {
    const auto first = static_cast<std::uint32_t>(start);
    const auto last = static_cast<std::uint32_t>(end);
    out.push_back({first, last, classify(text.substr(first, last - first))});
    start = end;
  }
}

std::size_t count_graphemes(std::u16string_view text) {
  const icu::LocalUBreakIteratorPointer breaks =
      open_rules(kGraphemeBreakRules, kGraphemeBreakRulesSize);
  if (breaks.isNull() || !set_text(breaks.getAlias(), text)) return 0;
  std::size_t count = 0;
  while (ubrk_next(breaks.getAlias()) != UBRK_DONE) ++count;
  return count;
}

bool is_upper(char32_t c) { return has(c, UCHAR_UPPERCASE); }
bool is_lower(char32_t c) { return has(c, UCHAR_LOWERCASE); }
bool is_letter(char32_t c) { return has(c, UCHAR_ALPHABETIC); }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_white_space(char32_t c) { return has(c, UCHAR_WHITE_SPACE); }
int digit_value(char32_t c) { return u_charDigitValue(static_cast<UChar32>(c)); }
bool is_emoji_modifier(char32_t c) { return has(c, UCHAR_EMOJI_MODIFIER); }
bool is_variation_selector(char32_t c) { return has(c, UCHAR_VARIATION_SELECTOR); }

Script script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return Script::kCommon;
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HIRAGANA:
      return Script::kHiragana;
    case USCRIPT_KATAKANA:
      return Script::kKatakana;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_THAI:
      return Script::kThai;
    case USCRIPT_DEVANAGARI:
      return Script::kDevanagari;
    default:
      return Script::kOther;
  }
}

std::string_view data_version() { return U_UNICODE_VERSION; }

}  // namespace attune::unicode

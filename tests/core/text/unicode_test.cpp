#include "text/unicode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

namespace attune::unicode {
namespace {

// Text of code points; surrogates are allowed and stay alone.
std::u16string text_of(const std::u32string& code_points) {
  std::u16string text;
  for (char32_t c : code_points) {
    if (c >= 0x10000) {
      c -= 0x10000;
      text.push_back(static_cast<char16_t>(0xD800 + (c >> 10)));
      text.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FF)));
    } else {
      text.push_back(static_cast<char16_t>(c));
    }
  }
  return text;
}

std::u16string decoded(std::string_view utf8) {
  std::u16string text = u"previous content";
  decode(utf8, text);
  return text;
}

std::u16string folded(std::u16string_view text) {
  std::u16string out;
  fold(text, out);
  return out;
}

std::vector<Segment> segments_of(std::u16string_view text) {
  WordSegmenter segmenter;
  std::vector<Segment> segments;
  segmenter.segment(text, segments);
  return segments;
}

// The kind of a text that is one segment; fails the test when it is not.
SegmentKind kind_of(std::u16string_view text) {
  const std::vector<Segment> segments = segments_of(text);
  EXPECT_EQ(segments.size(), 1U) << testing::PrintToString(std::u16string(text));
  return segments.empty() ? SegmentKind::kSymbol : segments.front().kind;
}

// One line of Unicode's break tests: code points between a division sign (boundary) and a
// multiplication sign (none). The boundaries here count UTF-16 units.
struct BreakCase {
  std::u16string text;
  std::vector<std::uint32_t> boundaries;
  std::string source;
};

std::vector<BreakCase> read_break_cases(const std::string& name) {
  const std::string path = std::string(ATTUNE_UNICODE_DATA_DIR) + "/auxiliary/" + name;
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path << " is missing. Install the Unicode character database "
                              << "(Debian: apt-get install unicode-data) or point CMake's "
                              << "ATTUNE_UNICODE_DATA_DIR at a copy of version " << data_version();
  std::vector<BreakCase> cases;
  for (std::string line; std::getline(file, line);) {
    BreakCase one{.text = {}, .boundaries = {}, .source = line.substr(0, line.find('#'))};
    std::istringstream words(one.source);
    for (std::string word; words >> word;) {
      std::uint32_t c = 0;
      if (word == "\xC3\xB7") {
        one.boundaries.push_back(static_cast<std::uint32_t>(one.text.size()));
      } else if (word != "\xC3\x97") {
        std::from_chars(word.data(), word.data() + word.size(), c, 16);
        one.text += text_of({c});
      }
    }
    if (!one.text.empty()) cases.push_back(std::move(one));
  }
  return cases;
}

// Processor time of the quickest of three runs: other programs on the machine do not count.
double milliseconds(const auto& action) {
  double best = std::numeric_limits<double>::max();
  for (int run = 0; run < 3; ++run) {
    const std::clock_t start = std::clock();
    action();
    best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST(Decode, ReplacesMalformedSequencesAsBrowsersDo) {
  EXPECT_EQ(decoded("plain"), u"plain");
  EXPECT_EQ(decoded(""), u"");
  EXPECT_EQ(decoded(std::string_view("a\0b", 3)), std::u16string_view(u"a\0b", 3));
  EXPECT_EQ(decoded("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), u"\u00E9\u20AC\U0001F600");
  EXPECT_EQ(decoded("\x80|\xBF"), u"\uFFFD|\uFFFD") << "stray continuation bytes";
  EXPECT_EQ(decoded("\xC0\x80"), u"\uFFFD\uFFFD") << "overlong";
  EXPECT_EQ(decoded("\xE0\x80\x80"), u"\uFFFD\uFFFD\uFFFD") << "overlong";
  EXPECT_EQ(decoded("\xED\xA0\x80"), u"\uFFFD\uFFFD\uFFFD") << "encoded surrogate";
  EXPECT_EQ(decoded("\xF4\x90\x80\x80"), u"\uFFFD\uFFFD\uFFFD\uFFFD") << "beyond U+10FFFF";
  EXPECT_EQ(decoded("\xE2\x82"), u"\uFFFD") << "truncated at the end: one maximal subpart";
  EXPECT_EQ(decoded("\xF0\x9F\x98x"), u"\uFFFDx") << "truncated in the middle";
  EXPECT_EQ(decoded("\xF0\x9F\xE2\x82\xAC"), u"\uFFFD\u20AC") << "a new sequence interrupts";
  EXPECT_EQ(decoded("\xFE\xFF"), u"\uFFFD\uFFFD") << "bytes that UTF-8 never has";
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a"),
            u"\uFEFFa")
      << "a byte order mark is text here";
}

TEST(Encode, GivesBackEveryCodePointAndReplacesLoneSurrogates) {
  std::string utf8 = "kept:";
  encode(u"a\u00E9\u20AC\U0001F600", utf8);
  EXPECT_EQ(utf8, "kept:a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  utf8.clear();
  encode(text_of({0xD83D, U'x', 0xDE00}), utf8);
  EXPECT_EQ(utf8, "\xEF\xBF\xBDx\xEF\xBF\xBD");
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    utf8.clear();
    encode(text_of({c}), utf8);
    ASSERT_EQ(decoded(utf8), text_of({c})) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Fold, MakesSpellingsOfOneWordEqual) {
  EXPECT_EQ(folded(u"REFUND"), u"refund");
  EXPECT_EQ(folded(u"Stra\u00DFe"), u"strasse");
  EXPECT_EQ(folded(u"\uFF32\uFF25\uFF26\uFF35\uFF2E\uFF24"), u"refund") << "full width";
  EXPECT_EQ(folded(u"\U0001D42B\U0001D41E\U0001D41F"), u"ref") << "mathematical bold";
  EXPECT_EQ(folded(u"o\uFB03ce"), u"office") << "ligature";
  EXPECT_EQ(folded(u"Cafe\u0301"), u"caf\u00E9") << "composed";
  EXPECT_EQ(folded(u"can\u00ADcel\u200B"), u"cancel") << "invisible characters go";
  EXPECT_EQ(folded(u"Don\u2019t"), u"don't");
  EXPECT_EQ(folded(u"don\u02BCt"), u"don't");
  EXPECT_EQ(folded(u"\u0149"), u"'n") << "an apostrophe that appears by folding";
}

TEST(Fold, AppendsAndLeavesWhatIsThere) {
  std::u16string out = u"\u2019kept ";
  fold(u"\u00C9", out);
  EXPECT_EQ(out, u"\u2019kept \u00E9");
}

TEST(Fold, TakesTheShortAsciiPathWithTheSameResult) {
  // A character outside ASCII that folds to nothing forces the long path.
  for (char16_t first = 0; first < 0x80; ++first) {
    for (char16_t second = 0; second < 0x80; ++second) {
      const std::u16string text = {first, second};
      ASSERT_EQ(folded(text), folded(text + u'\u00AD')) << int{first} << ' ' << int{second};
    }
  }
}

TEST(Fold, StopsAtTheLimitWithoutSplittingACharacter) {
  EXPECT_EQ(folded(std::u16string(1000, u'A')), std::u16string(kMaxFoldUnits, u'a'));
  EXPECT_EQ(folded(std::u16string(1000, u'\u00C9')), std::u16string(kMaxFoldUnits, u'\u00E9'));
  const std::u16string pictures = std::u16string(kMaxFoldUnits - 1, u'A') + u"\U0001F600";
  EXPECT_EQ(folded(pictures), std::u16string(kMaxFoldUnits - 1, u'a'));
}

TEST(Fold, HasRoomForTheLongestExpansions) {
  const std::u16string text(kMaxFoldUnits, u'\uFDFA');
  EXPECT_EQ(folded(text).size(), kMaxFoldUnits * 18);
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::u16string one = text_of({c});
    ASSERT_LE(folded(one).size(), one.size() * 18) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(WordSegmenter, FollowsTheTestsOfTheStandard) {
  const std::vector<BreakCase> cases = read_break_cases("WordBreakTest.txt");
  EXPECT_GT(cases.size(), 1500U);
  for (const BreakCase& one : cases) {
    std::vector<std::uint32_t> boundaries = {0};
    for (const Segment& segment : segments_of(one.text)) {
      EXPECT_EQ(segment.start, boundaries.back()) << one.source;
      boundaries.push_back(segment.end);
    }
    EXPECT_EQ(boundaries, one.boundaries) << one.source;
  }
}

TEST(WordSegmenter, NamesWords) {
  for (const char16_t* text : {u"refund", u"don't", u"don\u2019t", u"B2B", u"3rd", u"\u00E9t\u00E9",
                               u"foo_bar", u"\u0E01", u"\u4E2D", u"\u3042", u"\u30C6\u30B9\u30C8",
                               u"\u0939\u093F\u0928\u094D\u0926\u0940", u"\U0001D42B", u"\u2139"}) {
    EXPECT_EQ(kind_of(text), SegmentKind::kWord) << testing::PrintToString(std::u16string(text));
  }
}

TEST(WordSegmenter, NamesNumbers) {
  for (const char16_t* text : {u"7", u"1,299.00", u"\u0663\u0664", u"\uFF11\uFF12", u"1\u20E32"}) {
    EXPECT_EQ(kind_of(text), SegmentKind::kNumber) << testing::PrintToString(std::u16string(text));
  }
}

TEST(WordSegmenter, NamesSpaces) {
  for (const char16_t* text : {u" ", u"   ", u"\t", u"\r\n", u"\u00A0", u"\u3000", u"\u2028"}) {
    EXPECT_EQ(kind_of(text), SegmentKind::kSpace) << testing::PrintToString(std::u16string(text));
  }
}

TEST(WordSegmenter, NamesEmojiSequences) {
  for (const char16_t* text : {
           u"\U0001F600",                                     // face
           u"\U0001F44D\U0001F3FD",                           // skin tone
           u"\U0001F468\u200D\U0001F469\u200D\U0001F467",     // family
           u"\U0001F3F3\uFE0F\u200D\U0001F308",               // rainbow flag
           u"\U0001F1E9\U0001F1EA",                           // flag of a country
           u"\U0001F3F4\U000E0067\U000E0062\U000E007F",       // flag by tags
           u"1\uFE0F\u20E3", u"#\u20E3",                      // keycaps
           u"\u2764\uFE0F", u"\u2764", u"\u263A", u"\u2639",  // hearts and faces, old style
           u"\u00A9\uFE0F", u"\u2139\uFE0F", u"\U0001F171",   // emoji by selector; a letter
       }) {
    EXPECT_EQ(kind_of(text), SegmentKind::kEmoji) << testing::PrintToString(std::u16string(text));
  }
}

TEST(WordSegmenter, CallsTheRestSymbols) {
  for (const char16_t* text : {u"!", u"$", u"_", u"\u00A9", u"\u2764\uFE0E", u"\u0001", u"\uFFFF",
                               u"\U0001F1E9", u"\u0301", u"\u00BD", u" \u0301", u"-\u093F"}) {
    EXPECT_EQ(kind_of(text), SegmentKind::kSymbol) << testing::PrintToString(std::u16string(text));
  }
  EXPECT_EQ(kind_of(std::u16string(1, u'\0')), SegmentKind::kSymbol);
  EXPECT_EQ(kind_of(std::u16string(1, u'\xD83D')), SegmentKind::kSymbol) << "lone surrogate";
}

TEST(WordSegmenter, SpellsWithBoxedLettersInsideWords) {
  EXPECT_EQ(kind_of(u"\U0001F171\U0001F170d"), SegmentKind::kWord);
}

TEST(WordSegmenter, CutsEmojiApart) {
  EXPECT_EQ(segments_of(u"\U0001F600\U0001F600").size(), 2U);
  EXPECT_EQ(segments_of(u"\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7").size(), 2U);
}

TEST(WordSegmenter, IsReusableAndMovable) {
  WordSegmenter first;
  std::vector<Segment> segments;
  first.segment(u"one two", segments);
  EXPECT_EQ(segments.size(), 3U);
  WordSegmenter second = std::move(first);
  EXPECT_TRUE(second.ok());
  second.segment(u"", segments);
  EXPECT_TRUE(segments.empty());
  second.segment(u"again", segments);
  EXPECT_EQ(segments.size(), 1U);
}

TEST(WordSegmenter, CoversAnyTextWithoutGaps) {
  std::uint32_t state = 1;
  std::u16string text;
  for (int i = 0; i < 100'000; ++i) {
    state = state * 1664525U + 1013904223U;
    text.push_back(static_cast<char16_t>(state >> 16));
  }
  std::uint32_t covered = 0;
  for (const Segment& segment : segments_of(text)) {
    ASSERT_EQ(segment.start, covered);
    ASSERT_GT(segment.end, segment.start);
    covered = segment.end;
  }
  EXPECT_EQ(covered, text.size());
}

TEST(IsComposed, TellsLettersFromLettersWithLooseMarks) {
  EXPECT_TRUE(is_composed(u""));
  EXPECT_TRUE(is_composed(u"caf\u00e9 \U0001F44D\U0001F3FD"));
  EXPECT_TRUE(is_composed(u"x\u0336"));  // a stroke that no letter has
  EXPECT_FALSE(is_composed(u"cafe\u0301"));
  EXPECT_FALSE(is_composed(u"\u1112\u1161\u11ab"));  // Hangul in single letters
  EXPECT_FALSE(is_composed(u"q\u0307\u0323"));       // marks in the wrong order
}

TEST(CountGraphemes, FollowsTheTestsOfTheStandard) {
  const std::vector<BreakCase> cases = read_break_cases("GraphemeBreakTest.txt");
  EXPECT_GT(cases.size(), 500U);
  for (const BreakCase& one : cases) {
    EXPECT_EQ(count_graphemes(one.text), one.boundaries.size() - 1) << one.source;
    // The count alone could hide two errors that cancel out: check each prefix as well.
    for (std::size_t i = 1; i < one.boundaries.size(); ++i) {
      EXPECT_EQ(count_graphemes(one.text.substr(0, one.boundaries[i])), i) << one.source;
    }
  }
  EXPECT_EQ(count_graphemes(u""), 0U);
}

// Four times the input may take eight times as long (caches, 2 ms for the clock's steps);
// quadratic work would take sixteen times.
void expect_linear(const std::u16string& unit, std::size_t count) {
  const auto run = [&](std::size_t times) {
    std::u16string text = u"a";
    for (std::size_t i = 0; i < times; ++i) text += unit;
    return milliseconds([&] {
      for (const Segment& segment : segments_of(text)) {
        folded(std::u16string_view(text).substr(segment.start, segment.end - segment.start));
      }
      count_graphemes(text);
    });
  };
  const double quarter = run(count / 4);
  EXPECT_LT(run(count), 8 * quarter + 2) << testing::PrintToString(unit);
}

TEST(Unicode, StaysLinearOnHostileText) {
  expect_linear(u"\u0301", 100'000);
  expect_linear(u"a\u0323\u0301 ", 250'000);
  expect_linear(u"a", 1'000'000);
  expect_linear(u"a.", 500'000);
  expect_linear(u"1,", 500'000);
  expect_linear(u"\U0001F1E9", 500'000);
  expect_linear(u"\u200D", 1'000'000);
  expect_linear(u"\U0001F468\u200D", 300'000);
  expect_linear(u"\u0600", 300'000);
}

TEST(Properties, FollowTheDerivedProperties) {
  EXPECT_TRUE(is_upper(U'A') && is_upper(U'\u00C9') && is_upper(U'\u2160'));
  EXPECT_FALSE(is_upper(U'a') || is_upper(U'1') || is_upper(U'\u4E2D'));
  EXPECT_TRUE(is_lower(U'a') && is_lower(U'\u00AA') && is_lower(U'\u2170'));
  EXPECT_FALSE(is_lower(U'A') || is_lower(U'1') || is_lower(U'\u4E2D'));
  EXPECT_TRUE(is_letter(U'a') && is_letter(U'\u4E2D') && is_letter(U'\u0E01'));
  EXPECT_FALSE(is_letter(U'1') || is_letter(U'_') || is_letter(U'\U0001F600'));
  EXPECT_TRUE(is_white_space(U' ') && is_white_space(U'\u00A0') && is_white_space(U'\u0085'));
  EXPECT_FALSE(is_white_space(U'\u200B') || is_white_space(U'a'));
  EXPECT_TRUE(is_emoji_modifier(U'\U0001F3FF'));
  EXPECT_FALSE(is_emoji_modifier(U'\U0001F600'));
  EXPECT_TRUE(is_variation_selector(U'\uFE0F') && is_variation_selector(U'\U000E0100'));
  EXPECT_FALSE(is_variation_selector(U'\u200D'));
}

TEST(Properties, KnowTheDigitsOfAllScripts) {
  EXPECT_EQ(digit_value(U'7'), 7);
  EXPECT_EQ(digit_value(U'\u0663'), 3);
  EXPECT_EQ(digit_value(U'\U0001D7D9'), 1);
  EXPECT_EQ(digit_value(U'x'), -1);
  EXPECT_EQ(digit_value(U'\u00BD'), -1);
  for (char32_t c = 0; c <= 0x10FFFF; ++c) ASSERT_EQ(is_digit(c), digit_value(c) >= 0);
}

TEST(Properties, TellScriptsApart) {
  EXPECT_EQ(script_of(U'a'), Script::kLatin);
  EXPECT_EQ(script_of(U'\u0436'), Script::kCyrillic);
  EXPECT_EQ(script_of(U'\u03B1'), Script::kGreek);
  EXPECT_EQ(script_of(U'\u0628'), Script::kArabic);
  EXPECT_EQ(script_of(U'\u05D0'), Script::kHebrew);
  EXPECT_EQ(script_of(U'\u4E2D'), Script::kHan);
  EXPECT_EQ(script_of(U'\u3042'), Script::kHiragana);
  EXPECT_EQ(script_of(U'\u30C6'), Script::kKatakana);
  EXPECT_EQ(script_of(U'\uD55C'), Script::kHangul);
  EXPECT_EQ(script_of(U'\u0E01'), Script::kThai);
  EXPECT_EQ(script_of(U'\u0939'), Script::kDevanagari);
  EXPECT_EQ(script_of(U'\u0531'), Script::kOther);
  EXPECT_EQ(script_of(U'!'), Script::kCommon);
  EXPECT_EQ(script_of(U'\u0301'), Script::kCommon);
}

TEST(Properties, AnswerForValuesThatAreNoCodePoints) {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    EXPECT_FALSE(is_upper(c) || is_lower(c) || is_letter(c) || is_digit(c) || is_white_space(c));
    EXPECT_FALSE(is_emoji_modifier(c) || is_variation_selector(c));
    EXPECT_EQ(digit_value(c), -1);
    EXPECT_EQ(script_of(c), Script::kOther);
  }
}

TEST(Properties, NameTheVersionOfTheData) { EXPECT_EQ(data_version(), "15.0"); }

}  // namespace
}  // namespace attune::unicode

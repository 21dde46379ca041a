#include "text/spelled_words.h"

#include "tests/core/support.h"

namespace attune {
namespace {

// The words of the message after joining, "=" before those that were spelled out.
std::vector<std::string> words(std::string_view message) {
  const Tables tables = testing::built_in_tables();
  unicode::WordSegmenter segmenter;
  TokenizedText text;
  tokenize(segmenter, message, text);
  join_spelled_words(tables, text);
  std::vector<std::string> all;
  std::uint32_t at = 0;
  for (const Token& token : text.tokens) {
    EXPECT_EQ(token.start, at) << message;
    at = token.end;
    if (!token.is_word()) continue;
    all.push_back((token.spelled ? "=" : "") + testing::utf8(token.folded));
  }
  EXPECT_EQ(at, text.text.size()) << message;
  return all;
}

using Strings = std::vector<std::string>;

TEST(SpelledWords, JoinsLettersThatSpellAWord) {
  EXPECT_EQ(words("call me n o w"), (Strings{"call", "me", "=now"}));
  EXPECT_EQ(words("W-A-I-T-I-N-G here"), (Strings{"=waiting", "here"}));
  EXPECT_EQ(words("my r.e.f.u.n.d."), (Strings{"my", "=refund"}));
}

TEST(SpelledWords, CutsLettersThatSpellSeveralWords) {
  EXPECT_EQ(words("a r e f u n d"), (Strings{"a", "=refund"}));
  EXPECT_EQ(words("w h e r e i s m y m o n e y"), (Strings{"=where", "=is", "=my", "=money"}));
}

TEST(SpelledWords, LeavesLettersThatSpellNothing) {
  EXPECT_EQ(words("sizes s m l"), (Strings{"sizes", "s", "m", "l"}));
  EXPECT_EQ(words("y r u late"), (Strings{"y", "r", "u", "late"}));
}

TEST(SpelledWords, LeavesShortAbbreviationsWithFullStops) {
  EXPECT_EQ(words("M.A.D. ltd"), (Strings{"m", "a", "d", "ltd"}));
}

TEST(SpelledWords, LeavesLettersAcrossSeparatorsOfTwoKindsOrWiderGaps) {
  EXPECT_EQ(words("n o-w"), (Strings{"n", "o", "w"}));
  EXPECT_EQ(words("n o  w"), (Strings{"n", "o", "w"}));
  EXPECT_EQ(words("n\no\nw"), (Strings{"n", "o", "w"}));
}

TEST(SpelledWords, LeavesRunsLongerThanAnyMessageSpells) {
  std::string message;
  for (int i = 0; i < 40; ++i) message += "n o ";
  EXPECT_EQ(words(message).size(), 80U);
}

}  // namespace
}  // namespace attune

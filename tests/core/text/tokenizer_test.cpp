#include "text/tokenizer.h"

#include "tests/core/support.h"

namespace attune {
namespace {

using testing::utf8;

class TokenizerTest : public ::testing::Test {
 protected:
  void read(std::string_view message) { tokenize(segmenter_, message, text_); }

  // "kind:folded" of every token but the spaces.
  std::vector<std::string> tokens() const {
    std::vector<std::string> all;
    for (const Token& token : text_.tokens) {
      const std::string slice = utf8(text_.slice(token.start, token.end));
      if (token.kind == TokenKind::kWord) all.push_back("word:" + utf8(token.folded));
      if (token.kind == TokenKind::kNumber) all.push_back("number:" + utf8(token.folded));
      if (token.kind == TokenKind::kEmoji) all.push_back("emoji:" + utf8(token.folded));
      if (token.kind == TokenKind::kSymbol) all.push_back("symbol:" + slice);
    }
    return all;
  }

  const Token& word(std::string_view folded) const {
    for (const Token& token : text_.tokens) {
      if (utf8(token.folded) == folded) return token;
    }
    ADD_FAILURE() << "no token " << folded;
    return text_.tokens[0];
  }

  unicode::WordSegmenter segmenter_;
  TokenizedText text_;
};

using Strings = std::vector<std::string>;

TEST_F(TokenizerTest, CutsWordsNumbersAndMarks) {
  read("Don't wait 3 weeks!");
  EXPECT_EQ(tokens(), (Strings{"word:don't", "word:wait", "number:3", "word:weeks", "symbol:!"}));
}

TEST_F(TokenizerTest, FoldsTypographicApostrophesAndFullWidthLetters) {
  read("Don\xE2\x80\x99t \xEF\xBC\xB7\xEF\xBC\xA1\xEF\xBC\xA9\xEF\xBC\xB4");
  EXPECT_EQ(tokens(), (Strings{"word:don't", "word:wait"}));
}

TEST_F(TokenizerTest, CutsWordsThatAFullStopOrColonGlues) {
  read("awful.Please help:now");
  EXPECT_EQ(tokens(), (Strings{"word:awful", "symbol:.", "word:please", "word:help",
                               "symbol::", "word:now"}));
}

TEST_F(TokenizerTest, KeepsOffsetsIntoTheOriginalBehindWideCharacters) {
  read("\xF0\x9F\x98\xA1\xF0\x9F\x98\xA1 late");
  const Token& late = word("late");
  EXPECT_EQ(late.start, 5U);
  EXPECT_EQ(late.end, 9U);
}

TEST_F(TokenizerTest, StripsSkinTonesAndVariationSelectorsFromEmoji) {
  read("\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD \xE2\x9D\xA4\xEF\xB8\x8F");
  EXPECT_EQ(tokens(), (Strings{"emoji:\xF0\x9F\x91\x8D", "emoji:\xE2\x9D\xA4"}));
}

TEST_F(TokenizerTest, CountsLettersAndCase) {
  read("REFUND Refund r2d2");
  EXPECT_EQ(text_.tokens[0].upper, 6);
  EXPECT_EQ(text_.tokens[2].upper, 1);
  EXPECT_EQ(text_.tokens[2].lower, 5);
  EXPECT_EQ(text_.tokens[4].letters, 2);
}

TEST_F(TokenizerTest, SeesDrawnOutWordsButNotWwwOrRomanNumerals) {
  read("sooo SOOO good www xviii book");
  EXPECT_TRUE(word("sooo").elongated);
  EXPECT_TRUE(text_.tokens[2].elongated);
  EXPECT_FALSE(word("good").elongated);
  EXPECT_FALSE(word("www").elongated);
  EXPECT_FALSE(word("xviii").elongated);
}

TEST_F(TokenizerTest, MarksLinksAndAddressesAsOpaque) {
  read("see https://a.example/WTF!!! or Bob@x.example now");
  EXPECT_TRUE(word("wtf").opaque);
  EXPECT_TRUE(word("bob").opaque);
  EXPECT_FALSE(word("now").opaque);
}

TEST_F(TokenizerTest, CoversTheWholeTextWithoutGaps) {
  read("a\tb\r\n\xEF\xBF\xBD \xE2\x80\xAE x\xCC\x81\xCC\x81");
  std::uint32_t at = 0;
  for (const Token& token : text_.tokens) {
    EXPECT_EQ(token.start, at);
    EXPECT_GT(token.end, token.start);
    at = token.end;
  }
  EXPECT_EQ(at, text_.text.size());
}

TEST_F(TokenizerTest, GivesNoTokensForAnEmptyMessage) {
  read("");
  EXPECT_TRUE(text_.tokens.empty());
}

TEST_F(TokenizerTest, ZeroWidthCharactersDoNotHideWords) {
  read(
      "re\xE2\x80\x8B"
      "fund ser\xC2\xADvice un\xE2\x81\xA0"
      "fair use\xEF\xBB\xBFless");
  EXPECT_EQ(tokens(), (Strings{"word:refund", "word:service", "word:unfair", "word:useless"}));
  EXPECT_EQ(word("refund").end, 7U);
}

TEST_F(TokenizerTest, AZeroWidthSpaceStillPartsWordsOfScriptsWithoutCase) {
  read("\xE0\xB8\x81\xE2\x80\x8B\xE0\xB8\x82");
  EXPECT_EQ(tokens().size(), 3U);
}

TEST_F(TokenizerTest, CutsUnderscoresAroundAWordButNotInside) {
  read("_still_ T_T snake_case __");
  EXPECT_EQ(tokens(), (Strings{"symbol:_", "word:still", "symbol:_", "word:t_t", "word:snake_case",
                               "symbol:__"}));
}

TEST_F(TokenizerTest, SeesDrawnOutWordsThroughZeroWidthCharacters) {
  read("so\xE2\x80\x8Bo\xC2\xADo");
  EXPECT_TRUE(text_.tokens[0].elongated);
}

TEST(Squeeze, ShortensEachRunToOneOrTwo) {
  std::u16string out;
  EXPECT_EQ(squeeze(u"soooo", 0, out), 1U);
  EXPECT_EQ(utf8(out), "so");
  squeeze(u"stillll", 1, out);
  EXPECT_EQ(utf8(out), "still");
  EXPECT_EQ(squeeze(u"reallllyyyy", 1, out), 2U);
  EXPECT_EQ(utf8(out), "really");
}

}  // namespace
}  // namespace attune

#include "text/phrase_index.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::Tokenized;
using testing::utf8;

class FindingPhrases : public ::testing::Test {
 protected:
  // The matched texts, separated by '|'.
  std::string found(std::string_view message) {
    index_.sort();
    const Tokenized tokenized(message);
    const WordLine line(tokenized.text);
    std::string all;
    for (const PhraseIndex::Match& match : index_.find(line)) {
      all += utf8(line.slice(match.first, match.last)) + "|";
    }
    return all;
  }
  void add(std::string_view phrase, std::uint32_t id = 0) { index_.add(segmenter_, phrase, id); }

  unicode::WordSegmenter segmenter_;
  PhraseIndex index_;
};

TEST_F(FindingPhrases, MatchesWholeWordsInAnyCase) {
  add("refund");
  EXPECT_EQ(found("REFUND now, Refund!"), "refund|refund|");
  EXPECT_EQ(found("refunds and refunded"), "");
}

TEST_F(FindingPhrases, SkipsPunctuationButNotSentenceEnds) {
  add("not arrived");
  EXPECT_EQ(found("not, arrived"), "not arrived|");
  EXPECT_EQ(found("I did not. Arrived yesterday."), "");
}

TEST_F(FindingPhrases, DoesNotMindApostrophes) {
  add("hasn't arrived");
  EXPECT_EQ(found("it hasnt arrived"), "hasnt arrived|");
  EXPECT_EQ(found("it hasn\xE2\x80\x99t arrived"), "hasnt arrived|");
}

TEST_F(FindingPhrases, FindsShorterAndLongerOnesFromTheSameWord) {
  add("order");
  add("order number");
  add("order number please");
  add("number");
  EXPECT_EQ(found("the order number"), "order|order number|number|");
}

TEST_F(FindingPhrases, IgnoresLinks) {
  add("refund");
  EXPECT_EQ(found("see https://example.com/refund please"), "");
}

TEST_F(FindingPhrases, IgnoresPhrasesWithoutWords) {
  add("!!!");
  add("");
  EXPECT_EQ(found("hello !!!"), "");
}

TEST_F(FindingPhrases, ReadsListsOfDataFiles) {
  index_.add_list(segmenter_, "hi|good morning|", 3);
  EXPECT_EQ(found("Hi, good morning"), "hi|good morning|");
}

TEST_F(FindingPhrases, KeepsIdsApart) {
  add("lamp", 1);
  add("lamp", 2);
  index_.sort();
  const Tokenized tokenized("a lamp");
  const std::vector<PhraseIndex::Match> matches = index_.find(WordLine(tokenized.text));
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].id, 1U);
  EXPECT_EQ(matches[1].id, 2U);
}

}  // namespace
}  // namespace attune

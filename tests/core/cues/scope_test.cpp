#include "cues/scope.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>

#include "tests/core/support.h"

namespace attune {
namespace {

// What the scope words of a message do to one of its words.
class ScopeTest : public ::testing::Test {
 protected:
  ScopeEffect effect_on(const std::string& message, std::u16string_view word) {
    read_ = std::make_unique<testing::Read>(message);
    std::vector<Match> words;
    for (const Match& match : read_->phrases.matches) {
      if (read_->tables.entry(match.entry).type == table::EntryType::kLexicon) {
        words.push_back(match);
      }
    }
    keep_longest(words);
    scope_ = std::make_unique<Scope>(read_->tables, read_->text, read_->phrases, words);
    for (const Match& match : words) {
      const std::uint32_t start = read_->phrases.start(read_->text, match);
      const std::uint32_t end = read_->phrases.end(read_->text, match);
      if (read_->text.slice(start, end) == word) return scope_->effect_on(match);
    }
    ADD_FAILURE() << "no such word in: " << message;
    return {};
  }

  bool negated(const std::string& message, std::u16string_view word) {
    return effect_on(message, word).negator != nullptr;
  }
  double factor(const std::string& message, std::u16string_view word) {
    return effect_on(message, word).factor;
  }

 private:
  std::unique_ptr<testing::Read> read_;
  std::unique_ptr<Scope> scope_;
};

TEST_F(ScopeTest, NegationStopsAtClauseBorders) {
  EXPECT_TRUE(negated("the room was not really awful", u"awful"));
  EXPECT_FALSE(negated("I don't have the invoice and the service was awful", u"awful"));
  EXPECT_FALSE(negated("I did not sign because the man was awful", u"awful"));
  EXPECT_FALSE(negated("we never came so your call was awful", u"awful"));
  EXPECT_FALSE(negated("I do not know - awful", u"awful"));
}

TEST_F(ScopeTest, SomeNegatorsReachFar) {
  EXPECT_TRUE(negated("I don't think anyone could ever call this helpful", u"helpful"));
  EXPECT_FALSE(negated("it is not for me or anyone around here helpful", u"helpful"));
}

TEST_F(ScopeTest, SetPhrasesHideTheNegatorInThem) {
  EXPECT_FALSE(negated("not only rude but slow", u"rude"));
  EXPECT_FALSE(negated("no wonder people are furious", u"furious"));
}

TEST_F(ScopeTest, StrengthBetweenNegatorAndWordTurnsRound) {
  EXPECT_GT(factor("it is really awful", u"awful"), 1.0);
  EXPECT_LT(factor("it is not really awful", u"awful"), 1.0);
}

TEST_F(ScopeTest, IntensifiersAddUpToALimit) {
  const double one = factor("it is so awful", u"awful");
  const ScopeEffect three = effect_on("it is so so so awful", u"awful");
  EXPECT_GT(three.factor, one);
  EXPECT_EQ(three.count, 3U);  // each is a step of its own
  EXPECT_LE(factor("it is very very very very very very awful", u"awful"), 2.0);
}

TEST_F(ScopeTest, WordsBehindStrengthenToo) {
  EXPECT_GT(factor("annoyed, to say the least", u"annoyed"), 1.0);
  EXPECT_EQ(factor("annoyed. To say the least", u"annoyed"), 1.0);
}

TEST_F(ScopeTest, ContrastStrengthensOnlyWhatItSetsAgainstSomething) {
  EXPECT_GT(factor("the room was lovely but the food was awful", u"awful"), 1.0);
  EXPECT_EQ(factor("I paid but the food was awful", u"awful"), 1.0);
  EXPECT_LT(factor("the food was awful but the room was lovely", u"awful"), 1.0);
}

TEST_F(ScopeTest, ConcessionsSetAside) {
  EXPECT_LT(factor("Although the food was awful, we laughed", u"awful"), 1.0);
  EXPECT_LT(factor("Despite the awful noise we laughed", u"awful"), 1.0);
}

TEST_F(ScopeTest, SuppositionsCountLittle) {
  EXPECT_LT(factor("what if it is awful?", u"awful"), 0.3);
  EXPECT_LT(factor("my friend says it is awful", u"awful"), 0.5);
  EXPECT_EQ(factor("my friend says it is awful, me included", u"awful"), 1.0);
  EXPECT_EQ(factor("what if it rains? This is awful", u"awful"), 1.0);
}

TEST_F(ScopeTest, QuotedWordsCountLittleButNotOnesInStressMarks) {
  EXPECT_LT(factor("the sign says \"awful people\" up there", u"awful"), 0.5);
  EXPECT_EQ(factor("a \"awful\" thing", u"awful"), 1.0);
  EXPECT_EQ(factor("a 24\" screen is awful and a 27\" one is not", u"awful"), 1.0);
}

TEST_F(ScopeTest, WhatIsOverCountsLittle) {
  EXPECT_LT(factor("it was awful. All fixed now", u"awful"), 0.5);
  EXPECT_EQ(factor("it was awful. It is not fixed", u"awful"), 1.0);
  EXPECT_EQ(factor("All fixed now. It was awful", u"awful"), 1.0);
}

TEST_F(ScopeTest, ToneTagsNeedTheirSlash) {
  EXPECT_TRUE(effect_on("that was helpful /s", u"helpful").tone_tag);
  EXPECT_FALSE(effect_on("that was helpful s", u"helpful").tone_tag);
  EXPECT_FALSE(effect_on("/s that was helpful", u"helpful").tone_tag);
}

// One sentence without end is the worst case: each marker could reach over all of it.
TEST(ScopeCost, GrowsWithTheLengthOfOneSentence) {
  testing::new_analyzer();  // warms up
  const auto seconds_for = [](int repeats) {
    std::string message;
    for (int i = 0; i < repeats; ++i) {
      message += "what if my friend says it was awful but fixed now and so do i \"not good\" /s ";
    }
    Analyzer analyzer = testing::new_analyzer();
    double best = 1e9;
    for (int run = 0; run < 3; ++run) {
      const auto start = std::chrono::steady_clock::now();
      analyzer.assess(message);
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
      best = std::min(best, taken.count());
    }
    return best;
  };
  EXPECT_LT(seconds_for(8000), seconds_for(1000) * 8 * 4);
}

}  // namespace
}  // namespace attune

#include "attune/analyzer.h"

#include <cmath>
#include <string>

#include "model/logistic.h"
#include "tests/core/support.h"

namespace attune {
namespace {

using testing::new_analyzer;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

void expect_in_range(const Assessment& assessment) {
  EXPECT_GE(assessment.sentiment, -1.0);
  EXPECT_LE(assessment.sentiment, 1.0);
  EXPECT_GE(assessment.frustration, 0.0);
  EXPECT_LE(assessment.frustration, 1.0);
  EXPECT_GE(assessment.urgency, 0.0);
  EXPECT_LE(assessment.urgency, 1.0);
  for (const double emotion : assessment.emotions) {
    EXPECT_GE(emotion, 0.0);
    EXPECT_LE(emotion, 1.0);
  }
}

TEST(Analyzer, ReadsShoutingThatLexiconsMiss) {
  const Assessment upset = new_analyzer().assess("WHERE IS MY REFUND!!!!");
  EXPECT_GT(upset.frustration, 0.5);
  EXPECT_LT(upset.sentiment, -0.2);
}

TEST(Analyzer, EmphasisNeverTurnsPraiseIntoAnger) {
  const Assessment happy = new_analyzer().assess("THANK YOU SO MUCH!!!!");
  EXPECT_LT(happy.frustration, 0.2);
  EXPECT_GT(happy.sentiment, 0.2);
}

TEST(Analyzer, AFactualQuestionIsNeutral) {
  const Assessment calm = new_analyzer().assess("What is your return policy?");
  EXPECT_LT(calm.frustration, 0.2);
  EXPECT_EQ(calm.level, Level::kNeutral);
}

TEST(Analyzer, TheLogitIsTheBasePlusTheSumOfTheCueWeights) {
  Analyzer analyzer = new_analyzer();
  for (const std::string_view message :
       {"WHERE IS MY REFUND!!!! This is the third time I'm writing, absolutely ridiculous",
        "i am not happy but thanks anyway :(", "hello", "never again, awful awful awful awful"}) {
    for (const Context& context : {Context(), Context{false, 0.9}}) {
      const Assessment assessment = analyzer.assess(message, nullptr, context);
      double logit = assessment.base;
      for (const Cue& cue : assessment.cues) logit += cue.weight;
      EXPECT_NEAR(logistic(logit), assessment.frustration, 1e-3) << message;
    }
  }
}

TEST(Analyzer, ATurnBehindAnUpsetOneReadsMoreUpset) {
  Analyzer analyzer = new_analyzer();
  const Context upset = after_turn({}, 0.9);
  const Context calm = after_turn({}, 0.05);
  for (const std::string_view message : {"??", "still nothing", "ok forget it"}) {
    EXPECT_GT(analyzer.assess(message, nullptr, upset).frustration,
              analyzer.assess(message, nullptr, calm).frustration)
        << message;
  }
}

TEST(Analyzer, CueSpansAreTheTextTheyName) {
  Analyzer analyzer = new_analyzer();
  const std::string message =
      "\xF0\x9F\x98\xA1 caf\xC3\xA9 e\xCC\x81\r\nthis is AWFUL!!! 3rd time I\xE2\x80\x99m writing";
  std::u16string text;
  unicode::decode(message, text);
  const Assessment assessment = analyzer.assess(message);
  EXPECT_FALSE(assessment.cues.empty());
  for (const Cue& cue : assessment.cues) {
    ASSERT_LE(cue.end, text.size());
    EXPECT_EQ(testing::utf8(std::u16string_view(text).substr(cue.start, cue.end - cue.start)),
              cue.text);
  }
}

TEST(Analyzer, EmptyAndBlankMessagesAreNeutralWithLowConfidence) {
  Analyzer analyzer = new_analyzer();
  for (const std::string_view message : {"", "   ", "\n\t\r\n", "\xE2\x80\x8B"}) {
    const Assessment assessment = analyzer.assess(message);
    EXPECT_EQ(assessment.confidence, Confidence::kLow);
    EXPECT_EQ(assessment.language_tag, "und");
    EXPECT_EQ(assessment.sentiment, 0.0);
    EXPECT_TRUE(assessment.cues.empty());
  }
}

TEST(Analyzer, TakesAnyBytes) {
  Analyzer analyzer = new_analyzer();
  const std::string_view nul("why\0why??", 9);
  for (const std::string_view message :
       {std::string_view("\xFF\xFE broken \xC3"), std::string_view("\xED\xA0\x80 lone surrogate"),
        nul, std::string_view("\x01\x02\x1B[31m red"), std::string_view("\xF4\x90\x80\x80"),
        std::string_view("\xE2\x80\xAE"
                         "detrevni \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D mixed")}) {
    expect_in_range(analyzer.assess(message));
  }
}

TEST(Analyzer, TakesHugeMessages) {
  Analyzer analyzer = new_analyzer();
  for (const std::string& message :
       {repeat("THIS IS RIDICULOUS!!! ", 50000), std::string(1 << 20, 'a'),
        repeat("\xCC\x81", 100000), repeat("\xF0\x9F\x98\xA1", 100000), repeat("? ", 300000),
        repeat("3 times ", 100000), repeat("not ", 200000), repeat("talk to a person. ", 50000),
        repeat("asap ", 200000)}) {
    const Assessment assessment = analyzer.assess(message);
    expect_in_range(assessment);
    EXPECT_LT(assessment.cues.size(), 200U);
  }
}

TEST(Analyzer, ReadsMarksAndRequestsOnlyWhereItHasNoLexicon) {
  const Assessment german =
      new_analyzer().assess("Ich warte seit drei Wochen auf meine Erstattung!!!");
  EXPECT_EQ(german.language_tag, "de");
  EXPECT_EQ(german.confidence, Confidence::kLow);
  EXPECT_EQ(german.contact.waiting_days, 21.0);
  EXPECT_EQ(testing::cue_texts(german, CueKind::kExclamation), std::vector<std::string>{"!!!"});
}

TEST(Analyzer, LeavesEntriesOfOtherLanguagesOut) {
  // "die" and "hell" are plain German.
  const Assessment german = new_analyzer().assess("Die Lampe ist mir zu hell und nicht warm genug");
  EXPECT_EQ(german.language_tag, "de");
  EXPECT_TRUE(german.cues.empty());
  const Assessment english = new_analyzer().assess("This lamp is awful, what the hell");
  EXPECT_FALSE(english.cues.empty());
}

TEST(Analyzer, ReadsOneWordInEveryLanguage) {
  for (const char* word : {"agent", "agente", "mitarbeiter", "conseiller"}) {
    const Assessment assessment = new_analyzer().assess(word);
    EXPECT_EQ(assessment.language_tag, "und") << word;
    EXPECT_EQ(assessment.flags, std::vector<Flag>{Flag::kAsksForPerson}) << word;
  }
}

TEST(Analyzer, GivesTheSameAnswerInAnyOrder) {
  Analyzer analyzer = new_analyzer();
  const Assessment first = analyzer.assess("This is ridiculous!!");
  analyzer.assess("thanks, all good");
  const Assessment again = analyzer.assess("This is ridiculous!!");
  EXPECT_EQ(first.frustration, again.frustration);
  EXPECT_EQ(first.cues.size(), again.cues.size());
}

}  // namespace
}  // namespace attune

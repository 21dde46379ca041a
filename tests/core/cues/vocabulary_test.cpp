#include "cues/vocabulary.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "attune/conversation.h"
#include "conversation/setup.h"
#include "tests/core/conversation/made_up.h"
#include "tests/core/reply/lamps.h"

namespace attune {
namespace {

using testing::cue_texts;
using testing::Tokenized;

class ACompanysWords : public ::testing::Test {
 protected:
  ACompanysWords() {
    Config config;
    config.playbook = testing::lamps();
    config.lexicon = {word("Fatal Frame"), word("lumpy", -2.0, 2.4), word("great", -1.5)};
    config.lexicon.push_back(word("talk to a stylist"));
    config.lexicon.back().flag = Flag::kAsksForPerson;
    setup_ = prepare(analyzer_, std::move(config));
  }

  static CompanyWord word(std::string phrase, double valence = 0.0, double upset = 0.0) {
    CompanyWord word;
    word.phrase = std::move(phrase);
    word.valence = valence;
    word.upset = upset;
    return word;
  }

  Assessment read(std::string_view message) {
    return analyzer_.assess(message, &setup_->vocabulary());
  }

  // Topics added to a reading that has some already.
  Assessment with_topics(std::string_view message, Assessment assessment) {
    const Tokenized tokenized(message);
    setup_->vocabulary().add_topics(tokenized.text, WordLine(tokenized.text),
                                    setup_->reader().read(tokenized.text), assessment);
    return assessment;
  }

  Analyzer analyzer_ = testing::new_analyzer();
  std::shared_ptr<const attune::Setup> setup_;
};

TEST_F(ACompanysWords, MoveTheScores) {
  const Assessment plain = analyzer_.assess("the mattress is lumpy");
  const Assessment own = read("the mattress is Lumpy");
  EXPECT_LT(plain.frustration, 0.3);
  EXPECT_GT(own.frustration, 0.4);
  EXPECT_LT(own.sentiment, -0.2);
  const std::vector<std::string> wording = cue_texts(own, CueKind::kWording);
  EXPECT_NE(std::find(wording.begin(), wording.end(), "Lumpy"), wording.end());
}

TEST_F(ACompanysWords, AreNegatedLikeOthers) {
  const Assessment own = read("the mattress is not lumpy");
  EXPECT_LT(own.frustration, 0.3);
  EXPECT_EQ(cue_texts(own, CueKind::kNegation), std::vector<std::string>{"not"});
}

TEST_F(ACompanysWords, RaiseFlags) {
  EXPECT_TRUE(read("I'd like to talk to a stylist").has(Flag::kAsksForPerson));
  EXPECT_FALSE(read("I'd like to talk about a stylist").has(Flag::kAsksForPerson));
}

TEST_F(ACompanysWords, CountInPlaceOfGeneralOnes) {
  EXPECT_GT(analyzer_.assess("it is great").sentiment, 0.1);
  EXPECT_LT(read("it is great").sentiment, -0.1);
}

TEST_F(ACompanysWords, HideGeneralReadingsInsideThem) {
  EXPECT_FALSE(analyzer_.assess("I have Fatal Frame here").topics.empty());
  const Assessment own = read("I have Fatal Frame here");
  EXPECT_TRUE(own.topics.empty());
  for (const Cue& cue : own.cues) EXPECT_EQ(cue.text.find("Fatal"), std::string::npos) << cue.text;
  EXPECT_FALSE(read("I have a fatal error here").topics.empty());
}

TEST_F(ACompanysWords, LeaveOtherConversationsAlone) {
  read("the mattress is lumpy");
  EXPECT_LT(analyzer_.assess("the mattress is lumpy").frustration, 0.3);
}

TEST_F(ACompanysWords, NameTopicsByPhraseAndByExample) {
  const Assessment phrase = read("How do I change the bulb?");
  ASSERT_FALSE(phrase.topics.empty());
  EXPECT_EQ(phrase.topics[0].id, "bulbs");
  const auto cue = std::find_if(phrase.cues.begin(), phrase.cues.end(), [](const Cue& each) {
    return each.kind == CueKind::kTopic && each.text == "change the bulb";
  });
  ASSERT_NE(cue, phrase.cues.end());
  EXPECT_EQ(cue->start, 9U);
  EXPECT_EQ(read("the light of my lamp burnt out").topics[0].id, "bulbs");
}

TEST_F(ACompanysWords, KeepAtMostThreeTopics) {
  const Assessment read = with_topics(
      "change the bulb",
      testing::reading(0.1, 0.0, {}, {{"delivery", 0.9}, {"booking", 0.4}, {"cancellation", 0.3}}));
  ASSERT_EQ(read.topics.size(), 3U);
  EXPECT_EQ(read.topics[1].id, "bulbs");
  EXPECT_EQ(read.topics[2].id, "booking");
}

TEST_F(ACompanysWords, KeepCuesSortedAndSingle) {
  Assessment before = testing::calm();
  before.cues = {{CueKind::kTopic, 0, 10, "light bulb", 0.0},
                 {CueKind::kTopic, 19, 27, "the bulb", 0.0}};
  const Assessment read = with_topics("light bulb, change the bulb", before);
  ASSERT_EQ(read.cues.size(), 3U);
  EXPECT_EQ(read.cues[0].text, "light bulb");
  EXPECT_EQ(read.cues[1].text, "change the bulb");
  EXPECT_EQ(read.cues[2].text, "the bulb");
}

}  // namespace
}  // namespace attune

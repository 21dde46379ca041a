#include "conversation/case_notes.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;
using testing::reading;

using Words = std::vector<std::string>;

Cue cue(CueKind kind, std::uint32_t start, std::string text, double weight) {
  const auto end = start + static_cast<std::uint32_t>(text.size());
  return {kind, start, end, std::move(text), weight};
}

class Noting : public ::testing::Test {
 protected:
  void hear(std::vector<Cue> cues) {
    Assessment assessment = reading(0.8, -0.5);
    assessment.cues = std::move(cues);
    notes_.add(assessment);
  }
  TeamNote note(RuleSet matched = 0) { return team_note(texts_, notes_, mood_, rules_, matched); }
  Words words() { return note().words; }

  const Tables tables_ = testing::built_in_tables();
  const Texts texts_{tables_, ""};
  std::vector<Policy::CompanyRule> rules_;
  Mood mood_;
  CaseNotes notes_;
};

TEST_F(Noting, TellsTheTeamInOneLine) {
  Assessment told = reading(0.9, -0.7);
  told.contact = {3, 21.0};
  told.amount = 349.5;
  told.references = 2;
  told.cues = {cue(CueKind::kWording, 0, "still nothing", 1.2),
               cue(CueKind::kCapitals, 20, "WHERE", 0.8)};
  notes_.add(told);
  mood_.frustration = 0.8149;
  mood_.frustration_trend = Trend::kRising;
  rules_.resize(3);
  rules_[0].id = "vip";
  rules_[1].id = "night";
  rules_[2].id = "large-bills";
  const TeamNote all = note(0b101);
  EXPECT_EQ(all.text,
            "frustration 0.81, rising; contacted 3 times; waiting 21 days; largest sum 349.5; "
            "2 references; rules vip, large-bills; strongest words: \"still nothing\", \"WHERE\"");
  EXPECT_EQ(all.frustration, 0.8149);
  EXPECT_EQ(all.trend, Trend::kRising);
  EXPECT_EQ(all.contact.times, 3);
  EXPECT_EQ(all.amount, 349.5);
  EXPECT_EQ(all.references, 2);
  EXPECT_EQ(all.rules, (Words{"vip", "large-bills"}));
  EXPECT_EQ(all.words, (Words{"still nothing", "WHERE"}));
}

TEST_F(Noting, LeavesOutWhatNobodySaid) {
  notes_.add(calm());
  mood_.frustration = 0.05;
  EXPECT_EQ(note().text, "frustration 0.05, steady");
  EXPECT_TRUE(note().words.empty());
  EXPECT_EQ(note().amount, std::nullopt);
}

TEST_F(Noting, CountsInWordsWhereThatReadsBetter) {
  Assessment told = calm();
  told.contact = {2, 1.0};
  notes_.add(told);
  EXPECT_EQ(note().text, "frustration 0, steady; contacted twice; waiting a day");
}

TEST_F(Noting, KeepsTheMostOfSeveralMessages) {
  Assessment first = calm();
  first.contact = {4, 2.0};
  first.amount = 80.0;
  first.references = 1;
  Assessment second = calm();
  second.contact = {2, 9.0};
  second.amount = 60.0;
  second.references = 3;
  notes_.add(first);
  notes_.add(second);
  EXPECT_EQ(notes_.contact().times, 4);
  EXPECT_EQ(notes_.contact().waiting_days, 9.0);
  EXPECT_EQ(notes_.amount(), 80.0);
  EXPECT_EQ(notes_.references(), 3);
}

TEST_F(Noting, QuotesTheStrongestThreeOfTheConversation) {
  hear({cue(CueKind::kWording, 0, "slow", 0.3), cue(CueKind::kWording, 10, "useless", 0.9)});
  hear({cue(CueKind::kWording, 0, "a joke", 0.7), cue(CueKind::kProfanity, 10, "bloody", 0.5)});
  EXPECT_EQ(words(), (Words{"useless", "a joke", "bloody"}));
}

TEST_F(Noting, QuotesNothingThatCalmsAndNoBareMarks) {
  hear({cue(CueKind::kCourtesy, 0, "thank you", -0.6), cue(CueKind::kExclamation, 10, "!!!", 0.9),
        cue(CueKind::kQuestionRun, 14, "???", 0.9), cue(CueKind::kEmoji, 18, ":(", 0.9),
        cue(CueKind::kTopic, 21, "refund", 0.0)});
  EXPECT_TRUE(words().empty());
}

TEST_F(Noting, QuotesTheSameWordsOnce) {
  hear({cue(CueKind::kCapitals, 0, "NOTHING", 0.4),
        cue(CueKind::kWording, 0, "NOTHING works", 0.8)});
  hear({cue(CueKind::kWording, 5, "NOTHING works", 0.6)});
  EXPECT_EQ(words(), Words{"NOTHING works"});
}

TEST_F(Noting, ShortensAMessageThatIsAllInCapitals) {
  hear({cue(CueKind::kCapitals, 0, std::string(59, 'A') + "\xC3\x84" + std::string(40, 'B'), 0.8)});
  EXPECT_EQ(words(), Words{std::string(59, 'A') + "..."});
}

}  // namespace
}  // namespace attune

#include "conversation/explanation.h"

#include <set>

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;

class Explaining : public ::testing::Test {
 protected:
  std::string explanation(std::vector<Reason> reasons) {
    Decision decision;
    decision.action = Action::kOfferPerson;
    decision.reasons = std::move(reasons);
    return explain(texts_, decision, {assessment_, contact_, loops_, policy_});
  }

  const Tables tables_ = testing::built_in_tables();
  const Texts texts_{tables_, ""};
  const Policy policy_;
  Assessment assessment_ = calm();
  Contact contact_;
  Loops loops_{.customer_repeats = 1, .bot_repeats = 0, .unanswered = 2};
};

TEST_F(Explaining, SaysNothingWithoutAReason) { EXPECT_EQ(explanation({}), ""); }

TEST_F(Explaining, CountsContactsAndWaiting) {
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this before.");
  contact_.times = 1;  // once is no number to show
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this before.");
  contact_.times = 2;
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this twice.");
  contact_.times = 3;
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this 3 times.");
  contact_.waiting_days = 21.0;
  EXPECT_EQ(explanation({Reason::kRepeatContact}),
            "You have told us about this 3 times and waited 3 weeks.");
  contact_.times.reset();
  contact_.waiting_days = 1.0;
  EXPECT_EQ(explanation({Reason::kRepeatContact}),
            "You have told us about this before and waited a day.");
}

TEST_F(Explaining, JoinsTheTwoStrongestReasons) {
  EXPECT_EQ(explanation({Reason::kAsksForPerson, Reason::kRepeatContact}),
            "You asked for a person, and you have told us about this before.");
}

TEST_F(Explaining, DoesNotSayTheSameThingTwice) {
  contact_.times = 3;
  EXPECT_EQ(explanation({Reason::kVeryHighFrustration, Reason::kHighFrustration,
                         Reason::kRisingFrustration, Reason::kRepeatContact}),
            "Your last two messages show that this is not being settled here, and you have told us "
            "about this 3 times.");
}

TEST_F(Explaining, CountsWhatWasNotAnswered) {
  EXPECT_EQ(explanation({Reason::kUnanswered}), "I could not answer two of your messages.");
  loops_.unanswered = 7;
  EXPECT_EQ(explanation({Reason::kUnanswered}), "I could not answer 7 of your messages.");
}

TEST_F(Explaining, TellsSeveralTopicsFromALongAccount) {
  const std::string long_account = explanation({Reason::kComplexMatter});
  assessment_.topics = {{"delivery", 0.9}, {"booking", 0.8}, {"pricing_promotions", 0.7}};
  EXPECT_NE(explanation({Reason::kComplexMatter}), long_account);
}

TEST_F(Explaining, HasASentenceOfItsOwnForEachReason) {
  std::set<std::string> sentences;
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const auto reason = static_cast<Reason>(i);
    const std::string sentence = explanation({reason});
    EXPECT_GT(sentence.size(), 10U) << name_of(reason);
    EXPECT_TRUE(sentence[0] >= 'A' && sentence[0] <= 'Z') << sentence;
    EXPECT_EQ(sentence.back(), '.') << sentence;
    EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
    sentences.insert(sentence);
  }
  EXPECT_EQ(sentences.size(), kReasonCount);
}

TEST_F(Explaining, NeverNamesAFeelingAsAFact) {
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const std::string sentence = explanation({static_cast<Reason>(i)});
    for (const char* word : {"angry", "frustrat", "upset", "furious", "feel", "sorry"}) {
      EXPECT_EQ(sentence.find(word), std::string::npos) << sentence;
    }
  }
}

}  // namespace
}  // namespace attune

#include "reply/acknowledge.h"

#include <set>

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;
using testing::reading;
using testing::upset;
using testing::upset_about;

class Acknowledgements : public ::testing::Test {
 protected:
  std::string sentence(const Assessment& assessment, bool apologise = false) {
    Tone tone;
    tone.tone_register = Register::kCalmDirect;
    tone.acknowledge = true;
    tone.apologise = apologise;
    return acknowledger_.sentence(texts_, assessment, tone, 0);
  }

  const Tables tables_ = testing::built_in_tables();
  const Texts texts_{tables_, ""};
  Acknowledger acknowledger_;
};

TEST_F(Acknowledgements, ReportTheMostConcreteThingHeard) {
  Assessment assessment = reading(0.8, -0.7, {Flag::kRepeatContact});
  assessment.contact = {3, 21.0};
  EXPECT_EQ(sentence(assessment), "You've contacted us 3 times and waited 3 weeks.");
}

TEST_F(Acknowledgements, HoldTheApologyWhenOneIsDue) {
  Assessment assessment = reading(0.8, -0.7, {Flag::kRepeatContact});
  assessment.contact.times = 3;
  EXPECT_EQ(sentence(assessment, true),
            "You've contacted us 3 times about this, and I'm sorry that it's still open.");
}

TEST_F(Acknowledgements, NeverComeTwice) {
  std::set<std::string> seen;
  for (int turn = 0; turn < 50; ++turn) {
    const std::string text = sentence(upset());
    if (text.empty()) continue;  // nothing is left to say
    EXPECT_TRUE(seen.insert(text).second) << text;
  }
  EXPECT_GE(seen.size(), 4U);
}

TEST_F(Acknowledgements, ReportWaitingToACalmCustomer) {
  Assessment assessment = calm();
  assessment.contact.waiting_days = 4.0;
  EXPECT_EQ(sentence(assessment), "You've been waiting for 4 days.");
}

TEST_F(Acknowledgements, AreNotMadeUp) { EXPECT_EQ(sentence(calm()), ""); }

TEST_F(Acknowledgements, FollowTheStrongestEmotion) {
  Assessment worried = calm();
  worried.emotions[static_cast<std::size_t>(Emotion::kWorry)] = 0.8;
  EXPECT_EQ(sentence(worried), "You want to be sure about this.");
  Assessment disappointed = reading(0.4, -0.4);
  disappointed.emotions[static_cast<std::size_t>(Emotion::kDisappointment)] = 0.8;
  EXPECT_EQ(sentence(disappointed), "You expected something better than this.");
}

TEST_F(Acknowledgements, ApologiseOnceForOneFailing) {
  EXPECT_TRUE(acknowledger_.apologise_for(upset_about(Topic::kDelivery)));
  EXPECT_FALSE(acknowledger_.apologise_for(upset_about(Topic::kDelivery)));
  EXPECT_FALSE(acknowledger_.apologise_for(upset()));
}

TEST_F(Acknowledgements, ApologiseAgainForANewFailingButNeverAThirdTime) {
  EXPECT_TRUE(acknowledger_.apologise_for(upset_about(Topic::kDelivery)));
  EXPECT_TRUE(acknowledger_.apologise_for(upset_about(Topic::kBillingPayment)));
  EXPECT_FALSE(acknowledger_.apologise_for(upset_about(Topic::kAccountAccess)));
}

TEST_F(Acknowledgements, TakeATopicNamedLaterForTheSameFailing) {
  EXPECT_TRUE(acknowledger_.apologise_for(upset()));
  EXPECT_FALSE(acknowledger_.apologise_for(upset_about(Topic::kDelivery)));
  EXPECT_TRUE(acknowledger_.apologise_for(upset_about(Topic::kBillingPayment)));
}

}  // namespace
}  // namespace attune

#include "reply/answers.h"

#include "tests/core/conversation/made_up.h"
#include "tests/core/reply/lamps.h"

namespace attune {
namespace {

using testing::calm;
using testing::calm_about;
using testing::lamps;
using testing::reading;
using testing::Tokenized;

class Answers : public ::testing::Test {
 protected:
  // The id of the solution found, "" when there is none.
  std::string find(std::string_view message, const Assessment& assessment) {
    const Tokenized tokenized(message);
    const WordLine line(tokenized.text);
    const auto answer = index_.find(assessment, line, given_);
    if (!answer) return "";
    given_before_ = answer->given_before;
    given_[answer->number] = true;
    return answer->solution->id;
  }

  const Playbook playbook_ = lamps();
  unicode::WordSegmenter segmenter_;
  const AnswerIndex index_{playbook_, segmenter_};
  std::vector<bool> given_ = std::vector<bool>(index_.solution_count(), false);
  bool given_before_ = false;
};

TEST_F(Answers, AreTheTopicsSolutionWithoutPhrases) {
  EXPECT_EQ(find("When will it come?", calm_about(Topic::kDelivery)), "delivery-time");
}

TEST_F(Answers, PreferTheSolutionWhosePhraseIsThere) {
  EXPECT_EQ(find("where is my parcel", calm_about(Topic::kDelivery)), "delivery-missing");
  EXPECT_EQ(find("Do you deliver to Spain?", calm_about(Topic::kDelivery)), "delivery-abroad");
}

TEST_F(Answers, AreFoundByPhraseAlone) {
  EXPECT_EQ(find("missing parcel", calm()), "delivery-missing");
}

TEST_F(Answers, AreFoundByTheLabelOfAMenuAndByTitle) {
  EXPECT_EQ(find("A delivery", calm()), "delivery-time");
  EXPECT_EQ(find("How to return a lamp", calm()), "return");
}

TEST_F(Answers, FollowTheStrongestTopic) {
  EXPECT_EQ(find("about it", reading(0.1, 0.0, {}, {{"returns_refunds", 0.9}, {"delivery", 0.3}})),
            "return");
}

TEST_F(Answers, SettleTheMatterBeforeHowSomebodyWasTreated) {
  Playbook playbook = lamps();
  playbook.topics.push_back({"service_quality", "Service", {{"sorry", "S", "S", "", {}, {}}}});
  const AnswerIndex index(playbook, segmenter_);
  const std::vector<bool> none(index.solution_count(), false);
  const Tokenized message("nobody answers and nothing comes");
  const WordLine line(message.text);
  EXPECT_EQ(
      index.find(reading(0.8, -0.7, {}, {{"service_quality", 0.8}, {"delivery", 0.6}}), line, none)
          ->solution->id,
      "delivery-time");
  EXPECT_EQ(
      index.find(reading(0.8, -0.7, {}, {{"service_quality", 0.8}}), line, none)->solution->id,
      "sorry");
}

TEST_F(Answers, AreMissingForOtherTopics) {
  EXPECT_EQ(find("Do you sell elephants?", calm()), "");
  EXPECT_EQ(find("a booking", calm_about(Topic::kBooking)), "");
}

TEST_F(Answers, TellWhenTheyWereGivenBefore) {
  find("Where is my parcel", calm());
  EXPECT_FALSE(given_before_);
  find("Where is my parcel", calm());
  EXPECT_TRUE(given_before_);
}

TEST_F(Answers, GiveWayToAnotherThatFitsNearlyAsWell) {
  EXPECT_EQ(find("to Spain or abroad? where is my parcel", calm_about(Topic::kDelivery)),
            "delivery-missing");
  EXPECT_EQ(find("to Spain or abroad? where is my parcel", calm_about(Topic::kDelivery)),
            "delivery-abroad");
}

TEST_F(Answers, FollowACompanyTopic) {
  EXPECT_EQ(find("it went dark", reading(0.1, 0.0, {}, {{"bulbs", 0.7}})), "bulb");
}

}  // namespace
}  // namespace attune

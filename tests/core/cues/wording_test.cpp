#include "cues/wording.h"

#include "tests/core/support.h"

namespace attune {
namespace {

class WordingTest : public ::testing::Test {
 protected:
  void read(std::string_view message) {
    const testing::Read read(message);
    evidence_.clear();
    const Requests requests = read_requests(read.tables, read.text, read.phrases);
    read_wording(read.tables, read.text, read.phrases, requests.covered, evidence_);
  }
  double valence() const {
    double sum = 0.0;
    for (const Evidence& each : evidence_) sum += each.valence;
    return sum;
  }
  double upset() const {
    double sum = 0.0;
    for (const Evidence& each : evidence_) sum += each.upset;
    return sum;
  }
  bool has(CueKind kind) const {
    for (const Evidence& each : evidence_) {
      if (each.kind == kind) return true;
    }
    return false;
  }

  std::vector<Evidence> evidence_;
};

TEST_F(WordingTest, ReadsGoodAndBadWords) {
  read("the service is awful");
  EXPECT_LT(valence(), -1.0);
  EXPECT_GT(upset(), 0.5);
  read("i am happy");
  EXPECT_GT(valence(), 1.0);
}

TEST_F(WordingTest, NegationTurnsAndShowsItsShare) {
  read("i was never really happy");
  EXPECT_LT(valence(), 0.0);
  EXPECT_TRUE(has(CueKind::kNegation));
  read("it is never awful");
  EXPECT_GE(valence(), 0.0);
  EXPECT_LE(upset(), 0.0);
}

TEST_F(WordingTest, NegationStopsAtACommaAndAtTheSentenceEnd) {
  read("no, this is awful");
  EXPECT_GT(upset(), 0.5);
  read("I do not. Awful");
  EXPECT_GT(upset(), 0.5);
}

TEST_F(WordingTest, IntensifiersAndDowntonersScale) {
  read("this is awful");
  const double plain = upset();
  read("this is really awful");
  EXPECT_GT(upset(), plain);
  read("this is slightly awful");
  EXPECT_LT(upset(), plain);
  EXPECT_GT(upset(), 0.0);
}

TEST_F(WordingTest, WhatFollowsButCountsMore) {
  read("i am happy but this is awful");
  const double complaint_last = valence();
  read("this is awful but i am happy");
  EXPECT_LT(complaint_last, valence());
}

TEST_F(WordingTest, ModifiersPointAtTheirWord) {
  read("this is really awful");
  ASSERT_EQ(evidence_.size(), 2U);
  EXPECT_FALSE(evidence_[0].owner.has_value());
  EXPECT_EQ(evidence_[1].owner, 0U);
  EXPECT_EQ(evidence_[1].kind, CueKind::kIntensifier);
}

TEST_F(WordingTest, PraiseBesideAFailingMeansItsOpposite) {
  read("good job losing my parcel");
  EXPECT_LT(valence(), 0.0);
  read("good job finding my parcel");
  EXPECT_GT(valence(), 0.0);
}

TEST_F(WordingTest, PraiseBesideOtherDissatisfactionMeansItsOpposite) {
  read("This is a disgrace. Great service");
  const double beside_complaint = valence();
  read("This is a disgrace");
  EXPECT_LT(beside_complaint, valence());
  read("Great service");
  EXPECT_GT(valence(), 0.0);
}

TEST_F(WordingTest, AToneTagTurnsPraiseAndIsSarcasm) {
  read("your chat is helpful /s");
  EXPECT_LT(valence(), 0.0);
  EXPECT_GT(upset(), 1.0);
  EXPECT_TRUE(has(CueKind::kSarcasm));
}

TEST_F(WordingTest, ThanksAreNeitherNegatedNorStrengthenedByBut) {
  read("thanks");
  const double plain = valence();
  read("no more questions thanks");
  EXPECT_GE(valence(), plain);
  read("that is awful but thanks");
  for (const Evidence& each : evidence_) {
    if (each.kind == CueKind::kCourtesy) {
      EXPECT_LE(each.valence, plain);
    }
  }
}

}  // namespace
}  // namespace attune

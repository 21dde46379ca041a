#include "conversation/mood.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;
using testing::happy;
using testing::reading;
using testing::upset;

TEST(Mood, IsTheReadingItselfAfterOneTurn) {
  MoodTracker tracker;
  const Mood& mood = tracker.add(reading(0.9, -0.7));
  EXPECT_DOUBLE_EQ(mood.score, -0.7);
  EXPECT_EQ(mood.level, Level::kVeryNegative);
  EXPECT_DOUBLE_EQ(mood.frustration, 0.9);
  EXPECT_DOUBLE_EQ(mood.peak, 0.9);
  EXPECT_EQ(mood.trend, Trend::kSteady);
  EXPECT_EQ(mood.turns, 1);
}

TEST(Mood, WeighsRecentTurnsMore) {
  MoodTracker worse;
  worse.add(calm());
  worse.add(upset());
  MoodTracker better;
  better.add(upset());
  better.add(calm());
  EXPECT_GT(worse.mood().frustration, better.mood().frustration);
}

TEST(Mood, StaysBelowTheThresholdAfterOneOddMessage) {
  MoodTracker tracker;
  for (int turn = 0; turn < 3; ++turn) tracker.add(calm());
  EXPECT_LT(tracker.add(upset(0.95)).frustration, 0.5);
}

TEST(Mood, CalmsDownWithinTwoTurnsAfterHelp) {
  MoodTracker tracker;
  tracker.add(upset(0.95));
  tracker.add(calm());
  EXPECT_LT(tracker.add(calm()).frustration, 0.25);
  EXPECT_DOUBLE_EQ(tracker.mood().peak, 0.95);
}

TEST(Mood, IsNotRaisedByThanks) {
  MoodTracker tracker;
  tracker.add(upset());
  const double before = tracker.mood().frustration;
  EXPECT_LT(tracker.add(happy()).frustration, before);
}

TEST(Mood, MovesLessByALoneOddMessageUntilTheNextConfirmsIt) {
  MoodTracker tracker;
  for (int turn = 0; turn < 3; ++turn) tracker.add(calm());
  EXPECT_LT(tracker.add(upset(0.95)).frustration, 0.4);
  MoodTracker slip = tracker;
  EXPECT_LT(slip.add(calm()).frustration, 0.25);
  EXPECT_GT(tracker.add(upset(0.95)).frustration, 0.65);
}

TEST(Mood, CountsAConfirmedMessageAsIfItHadNeverSeemedOdd) {
  MoodTracker steady;
  MoodTracker unsteady;  // whose turns are not alike, so that none is odd
  for (const double frustration : {0.1, 0.1, 0.1}) steady.add(reading(frustration, 0.0));
  for (const double frustration : {0.4, 0.0, 0.1}) unsteady.add(reading(frustration, 0.0));
  for (int turn = 0; turn < 2; ++turn) {
    steady.add(upset());
    unsteady.add(upset());
  }
  EXPECT_NEAR(steady.mood().frustration, unsteady.mood().frustration, 0.02);
}

TEST(Mood, CalmsDownAfterManyUpsetTurnsOnceTheCalmIsConfirmed) {
  MoodTracker tracker;
  for (int turn = 0; turn < 5; ++turn) tracker.add(upset());
  const double once = tracker.add(calm()).frustration;
  EXPECT_LT(once, 0.6);
  EXPECT_LT(tracker.add(calm()).frustration, 0.3);
}

TEST(Mood, IsNotRaisedByThanksInCapitals) {
  Analyzer analyzer = testing::new_analyzer();
  MoodTracker tracker;
  tracker.add(analyzer.assess("Where do I find the label for the return?"));
  const double before = tracker.mood().frustration;
  tracker.add(analyzer.assess("THANKS!!"));
  EXPECT_LE(tracker.mood().frustration, before + 0.01);
  EXPECT_NE(tracker.mood().frustration_trend, Trend::kRising);
  EXPECT_GT(tracker.mood().score, 0.0);
}

TEST(Mood, TellsWhereFrustrationIsGoing) {
  MoodTracker tracker;
  EXPECT_EQ(tracker.add(reading(0.2, -0.1)).frustration_trend, Trend::kSteady);
  EXPECT_EQ(tracker.add(reading(0.5, -0.1)).frustration_trend, Trend::kRising);
  EXPECT_EQ(tracker.mood().trend, Trend::kSteady);
  EXPECT_EQ(tracker.add(reading(0.9, -0.1)).frustration_trend, Trend::kRising);
  tracker.add(calm());
  EXPECT_EQ(tracker.add(calm()).frustration_trend, Trend::kFalling);
}

TEST(Mood, FallsAndRisesWithTheScore) {
  MoodTracker tracker;
  tracker.add(calm());
  EXPECT_EQ(tracker.add(reading(0.5, -0.6)).trend, Trend::kFalling);
  tracker.add(calm());
  EXPECT_EQ(tracker.add(happy()).trend, Trend::kRising);
}

TEST(Mood, IsSteadyWhileNothingChanges) {
  MoodTracker tracker;
  for (int turn = 0; turn < 5; ++turn) EXPECT_EQ(tracker.add(upset()).trend, Trend::kSteady);
}

TEST(Mood, TrustsUncertainReadingsLess) {
  Assessment unsure = upset();
  unsure.confidence = Confidence::kLow;
  MoodTracker doubtful;
  doubtful.add(calm());
  doubtful.add(unsure);
  MoodTracker sure;
  sure.add(calm());
  sure.add(upset());
  EXPECT_LT(doubtful.mood().frustration, sure.mood().frustration);
}

TEST(Mood, KeepsItsRangesOverManyTurns) {
  MoodTracker tracker;
  for (int turn = 0; turn < 10000; ++turn) tracker.add(reading(1.0, -1.0));
  EXPECT_GE(tracker.mood().score, -1.0);
  EXPECT_LE(tracker.mood().frustration, 1.0);
  EXPECT_EQ(tracker.mood().turns, 10000);
}

}  // namespace
}  // namespace attune

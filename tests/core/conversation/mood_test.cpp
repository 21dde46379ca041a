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

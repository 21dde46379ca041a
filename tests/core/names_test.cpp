#include <gtest/gtest.h>

#include <set>

#include "attune/conversation.h"

namespace attune {
namespace {

template <typename Enum>
void expect_distinct_names(std::size_t count) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < count; ++i) names.insert(name_of(static_cast<Enum>(i)));
  EXPECT_EQ(names.size(), count);
  EXPECT_EQ(names.count(""), 0U);
}

TEST(Names, AreDistinctAndComplete) {
  expect_distinct_names<Level>(5);
  expect_distinct_names<Emotion>(kEmotionCount);
  expect_distinct_names<Flag>(kFlagCount);
  expect_distinct_names<CueKind>(kCueKindCount);
  expect_distinct_names<Topic>(kTopicCount);
  expect_distinct_names<Confidence>(3);
  expect_distinct_names<Trend>(3);
  expect_distinct_names<ConversationEvent>(5);
  expect_distinct_names<Action>(3);
  expect_distinct_names<Priority>(4);
  expect_distinct_names<Reason>(kReasonCount);
  expect_distinct_names<Register>(3);
  expect_distinct_names<Brevity>(2);
}

TEST(Names, OfEventsLeadBackToTheEvents) {
  EXPECT_EQ(event_of("offer_declined"), ConversationEvent::kOfferDeclined);
  EXPECT_EQ(event_of("escalated"), ConversationEvent::kEscalated);
  EXPECT_EQ(event_of("resolved"), ConversationEvent::kResolved);
  EXPECT_EQ(event_of("handoff_failed"), ConversationEvent::kHandoffFailed);
  EXPECT_EQ(event_of("handed_back"), ConversationEvent::kHandedBack);
  EXPECT_EQ(event_of("declined"), std::nullopt);
}

TEST(Levels, TakeABoundIntoTheStrongerBand) {
  EXPECT_EQ(level_of(-1.0), Level::kVeryNegative);
  EXPECT_EQ(level_of(-0.6), Level::kVeryNegative);
  EXPECT_EQ(level_of(-0.5999), Level::kNegative);
  EXPECT_EQ(level_of(-0.2), Level::kNegative);
  EXPECT_EQ(level_of(-0.1999), Level::kNeutral);
  EXPECT_EQ(level_of(0.1999), Level::kNeutral);
  EXPECT_EQ(level_of(0.2), Level::kPositive);
  EXPECT_EQ(level_of(0.6), Level::kVeryPositive);
}

TEST(Assessments, KnowTheirFlags) {
  Assessment assessment;
  assessment.flags = {Flag::kAbusive, Flag::kVulnerable};
  EXPECT_TRUE(assessment.has(Flag::kVulnerable));
  EXPECT_FALSE(assessment.has(Flag::kSafetyRisk));
}

}  // namespace
}  // namespace attune

#include "reply/tone.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;
using testing::happy;
using testing::reading;
using testing::upset;

Mood mood(double frustration, double score) {
  Mood mood;
  mood.frustration = frustration;
  mood.score = score;
  mood.level = level_of(score);
  return mood;
}

const Policy kPolicy;

TEST(Tones, AreCalmDirectAndShortForAnUpsetCustomer) {
  const Tone tone = choose_tone(upset(), mood(0.8, -0.7), kPolicy);
  EXPECT_EQ(tone.tone_register, Register::kCalmDirect);
  EXPECT_EQ(tone.brevity, Brevity::kShort);
  EXPECT_TRUE(tone.acknowledge);
  EXPECT_FALSE(tone.emoji);
  EXPECT_FALSE(tone.exclamations);
}

TEST(Tones, ArePlainForACalmCustomer) {
  const Tone tone = choose_tone(calm(), mood(0.05, 0.0), kPolicy);
  EXPECT_EQ(tone.tone_register, Register::kPlain);
  EXPECT_EQ(tone.brevity, Brevity::kNormal);
  EXPECT_FALSE(tone.acknowledge);
  EXPECT_FALSE(tone.emoji);
}

TEST(Tones, AreWarmForAHappyCustomer) {
  const Tone tone = choose_tone(happy(), mood(0.01, 0.7), kPolicy);
  EXPECT_EQ(tone.tone_register, Register::kWarm);
  EXPECT_TRUE(tone.emoji);
  EXPECT_TRUE(tone.exclamations);
}

TEST(Tones, StayCalmDirectWhileTheMoodIsBad) {
  EXPECT_EQ(choose_tone(calm(), mood(0.6, -0.5), kPolicy).tone_register, Register::kCalmDirect);
}

TEST(Tones, ArePlainAfterThanksInABadMood) {
  EXPECT_EQ(choose_tone(happy(), mood(0.5, -0.3), kPolicy).tone_register, Register::kPlain);
}

TEST(Acknowledging, NeedsSomethingToAcknowledge) {
  EXPECT_FALSE(has_something_to_acknowledge(calm(), kPolicy));
  EXPECT_FALSE(has_something_to_acknowledge(reading(0.1, -0.3), kPolicy));
  EXPECT_TRUE(has_something_to_acknowledge(upset(), kPolicy));
  EXPECT_TRUE(has_something_to_acknowledge(reading(0.1, 0.0, {Flag::kRepeatContact}), kPolicy));
  Assessment waiting = calm();
  waiting.contact.waiting_days = 3.0;
  EXPECT_TRUE(has_something_to_acknowledge(waiting, kPolicy));
  Assessment worried = calm();
  worried.emotions[static_cast<std::size_t>(Emotion::kWorry)] = 0.7;
  EXPECT_TRUE(has_something_to_acknowledge(worried, kPolicy));
}

TEST(Apologising, NeedsAFailing) {
  EXPECT_FALSE(tells_of_failing(calm(), kPolicy));
  EXPECT_FALSE(tells_of_failing(reading(0.1, -0.4, {Flag::kVulnerable}), kPolicy));
  EXPECT_TRUE(tells_of_failing(upset(), kPolicy));
  EXPECT_TRUE(tells_of_failing(reading(0.1, 0.0, {Flag::kRepeatContact}), kPolicy));
}

}  // namespace
}  // namespace attune

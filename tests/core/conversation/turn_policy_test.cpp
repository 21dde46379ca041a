#include "conversation/turn_policy.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(TurnPolicies, BeginAsThePolicyOfTheCompany) {
  Policy policy;
  policy.cooldown_turns = 7;
  const TurnPolicy turn(policy);
  EXPECT_EQ(turn.frustration_middling(), 0.5);
  EXPECT_EQ(turn.frustration_high(), 0.75);
  EXPECT_EQ(turn.frustration_very_high(), 0.9);
  EXPECT_EQ(turn.cooldown_turns(), 7);
  EXPECT_TRUE(turn.auto_connect());
  EXPECT_EQ(turn.rule(Reason::kFraudRisk).priority, Priority::kUrgent);
}

TEST(TurnPolicies, TakeOverWhatARuleChangesAndNothingElse) {
  TurnPolicy turn{Policy()};
  Policy::Overlay overlay;
  overlay.frustration_high = 0.6;
  overlay.auto_connect = false;
  const auto unanswered = static_cast<std::size_t>(Reason::kUnanswered);
  overlay.reasons = 1U << unanswered;
  overlay.rules[unanswered] = {Action::kConnectPerson, Priority::kHigh};
  turn.lay_over(overlay);
  EXPECT_EQ(turn.frustration_middling(), 0.5);
  EXPECT_EQ(turn.frustration_high(), 0.6);
  EXPECT_EQ(turn.cooldown_turns(), 3);
  EXPECT_FALSE(turn.auto_connect());
  EXPECT_EQ(turn.rule(Reason::kUnanswered).action, Action::kConnectPerson);
  EXPECT_EQ(turn.rule(Reason::kBotRepeats).action, Action::kOfferPerson);
}

TEST(TurnPolicies, KeepTheThresholdsOfSeveralRulesInOrder) {
  TurnPolicy turn{Policy()};
  Policy::Overlay low;
  low.frustration_high = 0.6;
  Policy::Overlay late;
  late.frustration_middling = 0.7;
  turn.lay_over(low);
  turn.lay_over(late);
  EXPECT_EQ(turn.frustration_high(), 0.6);
  EXPECT_EQ(turn.frustration_middling(), 0.6);
}

TEST(TurnPolicies, WeighReasonsByActionThenPriorityThenOrder) {
  const TurnPolicy turn{Policy()};
  EXPECT_TRUE(turn.is_stronger(Reason::kAsksForPerson, Reason::kHighFrustration));
  EXPECT_TRUE(turn.is_stronger(Reason::kSafetyRisk, Reason::kAsksForPerson));
  EXPECT_TRUE(turn.is_stronger(Reason::kUnanswered, Reason::kCustomerRepeats));
  EXPECT_FALSE(turn.is_stronger(Reason::kCustomerRepeats, Reason::kUnanswered));
  EXPECT_FALSE(turn.is_stronger(Reason::kUnanswered, Reason::kUnanswered));
}

}  // namespace
}  // namespace attune

#include "conversation/turn_policy.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

using Overlay = Policy::Overlay;

TEST(TurnPolicies, TakeOverWhatARuleChangesAndNothingElse) {
  TurnPolicy turn;
  Overlay overlay;
  overlay.values.frustration_middling = 0.1;
  overlay.values.frustration_high = 0.6;
  overlay.values.cooldown_turns = 9;
  overlay.values.auto_connect = false;
  const auto unanswered = static_cast<std::size_t>(Reason::kUnanswered);
  overlay.values.rules.fill({Action::kConnectPerson, Priority::kHigh});
  overlay.add(Overlay::kHigh);
  overlay.add(Overlay::kAutoConnect);
  overlay.add(unanswered);
  lay_over(overlay, turn);
  EXPECT_EQ(turn.frustration_middling, 0.5);
  EXPECT_EQ(turn.frustration_high, 0.6);
  EXPECT_EQ(turn.frustration_very_high, 0.9);
  EXPECT_EQ(turn.cooldown_turns, 3);
  EXPECT_FALSE(turn.auto_connect);
  EXPECT_EQ(turn.rule(Reason::kUnanswered).action, Action::kConnectPerson);
  EXPECT_EQ(turn.rule(Reason::kBotRepeats).action, Action::kOfferPerson);
}

TEST(TurnPolicies, KeepTheThresholdsOfSeveralRulesInOrder) {
  TurnPolicy turn;
  Overlay low;
  low.values.frustration_high = 0.6;
  low.add(Overlay::kHigh);
  Overlay late;
  late.values.frustration_middling = 0.7;
  late.add(Overlay::kMiddling);
  lay_over(low, turn);
  lay_over(late, turn);
  EXPECT_EQ(turn.frustration_high, 0.6);
  EXPECT_EQ(turn.frustration_middling, 0.6);
}

TEST(TurnPolicies, WeighReasonsByActionThenPriorityThenOrder) {
  const TurnPolicy turn;
  EXPECT_TRUE(is_stronger(turn, Reason::kAsksForPerson, Reason::kHighFrustration));
  EXPECT_TRUE(is_stronger(turn, Reason::kSafetyRisk, Reason::kAsksForPerson));
  EXPECT_TRUE(is_stronger(turn, Reason::kUnanswered, Reason::kCustomerRepeats));
  EXPECT_FALSE(is_stronger(turn, Reason::kCustomerRepeats, Reason::kUnanswered));
  EXPECT_FALSE(is_stronger(turn, Reason::kUnanswered, Reason::kUnanswered));
}

}  // namespace
}  // namespace attune

#include "conversation/outcome.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

Assessment with_frustration(double frustration) {
  Assessment assessment;
  assessment.frustration = frustration;
  return assessment;
}

Decision decision(Action action, Priority priority, std::vector<Reason> reasons) {
  Decision decision;
  decision.action = action;
  decision.priority = priority;
  decision.reasons = std::move(reasons);
  return decision;
}

TEST(Outcomes, OfAConversationWithoutAnyOfferAreTheTurnsAlone) {
  Outcome outcome;
  outcome.add(with_frustration(0.49), {});
  outcome.add(with_frustration(0.0), {});
  EXPECT_EQ(outcome.turns, 2);
  EXPECT_EQ(outcome.offered, 0);
  EXPECT_EQ(outcome.connected, 0);
  EXPECT_EQ(outcome.prompts, 0);
  EXPECT_TRUE(outcome.reasons.none());
  EXPECT_TRUE(outcome.calm);
}

TEST(Outcomes, KeepTheFirstTurnsAndTheStrongestOfTheRest) {
  Outcome outcome;
  outcome.add(with_frustration(0.1), {});
  outcome.add(with_frustration(0.5),
              decision(Action::kOfferPerson, Priority::kHigh, {Reason::kRepeatContact}));
  outcome.add(with_frustration(0.1), decision(Action::kConnectPerson, Priority::kNormal,
                                              {Reason::kAsksForPerson, Reason::kRepeatContact}));
  outcome.add(with_frustration(0.1),
              decision(Action::kConnectPerson, Priority::kLow, {Reason::kAsksForPerson}));
  EXPECT_EQ(outcome.turns, 4);
  EXPECT_EQ(outcome.offered, 2);
  EXPECT_EQ(outcome.connected, 3);
  EXPECT_EQ(outcome.prompts, 3);
  EXPECT_EQ(outcome.handovers, 2);
  EXPECT_EQ(outcome.priority, Priority::kHigh);
  EXPECT_EQ(outcome.reasons.count(), 2U);
  EXPECT_FALSE(outcome.calm);
}

}  // namespace
}  // namespace attune

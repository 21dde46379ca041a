#include "conversation/decision.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;
using testing::calm_about;
using testing::happy;
using testing::reading;
using testing::upset;

class Deciding : public ::testing::Test {
 protected:
  Decision decide(const Assessment& assessment) { return decide(assessment, Loops{}); }
  Decision decide(const Assessment& assessment, const Loops& loops, bool repeated = false,
                  bool small_talk = false) {
    return decider_.decide({assessment, loops, repeated, small_talk});
  }
  void pass_calm_turns(int count) {
    for (int i = 0; i < count; ++i) EXPECT_EQ(decide(calm()).action, Action::kContinue);
  }

  Policy policy_;
  Decider decider_{policy_};
};

using Reasons = std::vector<Reason>;

TEST_F(Deciding, GoesOnWithACalmCustomer) {
  const Decision decision = decide(calm());
  EXPECT_EQ(decision.action, Action::kContinue);
  EXPECT_EQ(decision.priority, Priority::kLow);
  EXPECT_TRUE(decision.reasons.empty());
}

TEST_F(Deciding, OffersAPersonOnceFrustrationIsHigh) {
  EXPECT_EQ(decide(upset(0.74)).action, Action::kContinue);
  Decider fresh(policy_);
  const Assessment assessment = upset(0.75);
  const Decision decision = fresh.decide({assessment, Loops{}});
  EXPECT_EQ(decision.action, Action::kOfferPerson);
  EXPECT_EQ(decision.priority, Priority::kHigh);
  EXPECT_EQ(decision.reasons, Reasons{Reason::kHighFrustration});
}

TEST_F(Deciding, OffersAPersonWhenMiddlingFrustrationDoesNotFall) {
  decide(upset(0.55));
  EXPECT_EQ(decide(upset(0.60)).reasons, Reasons{Reason::kRisingFrustration});
}

TEST_F(Deciding, GoesOnWhenMiddlingFrustrationFalls) {
  decide(upset(0.7));
  EXPECT_EQ(decide(upset(0.55)).action, Action::kContinue);
}

TEST_F(Deciding, ConnectsAfterTwoTurnsOfVeryHighFrustration) {
  EXPECT_EQ(decide(upset(0.95)).action, Action::kOfferPerson);
  const Decision decision = decide(upset(0.92));
  EXPECT_EQ(decision.action, Action::kConnectPerson);
  EXPECT_EQ(decision.reasons.front(), Reason::kVeryHighFrustration);
}

TEST_F(Deciding, DoesNotCountVeryHighTurnsThatAreApart) {
  decide(upset(0.95));
  decide(calm());
  EXPECT_EQ(decide(upset(0.95)).action, Action::kOfferPerson);
}

TEST_F(Deciding, TakesACalmTurnBehindAnOutburstForCalm) {
  decide(upset(0.95));
  Assessment calmed = upset(0.95);
  calmed.own_frustration = 0.2;
  EXPECT_EQ(decide(calmed).action, Action::kContinue);
}

TEST_F(Deciding, ConnectsAtOnceWhenAskedForAPerson) {
  const Decision decision = decide(reading(0.05, 0.0, {Flag::kAsksForPerson}));
  EXPECT_EQ(decision.action, Action::kConnectPerson);
  EXPECT_EQ(decision.reasons, Reasons{Reason::kAsksForPerson});
}

TEST_F(Deciding, TreatsDangerAndFraudAsUrgent) {
  EXPECT_EQ(decide(reading(0.1, -0.3, {Flag::kSafetyRisk})).priority, Priority::kUrgent);
  Decider fresh(policy_);
  const Assessment fraud = reading(0.1, -0.3, {Flag::kFraudRisk});
  EXPECT_EQ(fresh.decide({fraud, Loops{}}).priority, Priority::kUrgent);
}

TEST_F(Deciding, ConnectsVulnerableCustomersOnlyWhenTheyAreNegative) {
  EXPECT_EQ(decide(reading(0.1, 0.1, {Flag::kVulnerable})).action, Action::kContinue);
  EXPECT_EQ(decide(reading(0.1, -0.2, {Flag::kVulnerable})).action, Action::kConnectPerson);
}

TEST_F(Deciding, ConnectsAfterAbuseInTwoTurns) {
  EXPECT_EQ(decide(reading(0.4, -0.1, {Flag::kAbusive})).action, Action::kContinue);
  decide(calm());
  const Decision decision = decide(reading(0.4, -0.1, {Flag::kAbusive}));
  EXPECT_EQ(decision.action, Action::kConnectPerson);
  EXPECT_EQ(decision.reasons, Reasons{Reason::kRepeatedAbuse});
}

TEST_F(Deciding, SortsReasonsByActionThenPriority) {
  const Decision decision =
      decide(reading(0.8, -0.7, {Flag::kAsksForPerson, Flag::kRepeatContact, Flag::kThreatToLeave}),
             Loops{.customer_repeats = 1, .bot_repeats = 0, .unanswered = 2}, true);
  EXPECT_EQ(decision.reasons,
            (Reasons{Reason::kAsksForPerson, Reason::kHighFrustration, Reason::kRepeatContact,
                     Reason::kThreatToLeave, Reason::kUnanswered, Reason::kCustomerRepeats}));
  EXPECT_EQ(decision.action, Action::kConnectPerson);
  EXPECT_EQ(decision.priority, Priority::kHigh);
}

TEST_F(Deciding, OffersAPersonAfterTwoUnansweredTurns) {
  EXPECT_EQ(decide(calm(), {.unanswered = 1}).action, Action::kContinue);
  EXPECT_EQ(decide(calm(), {.unanswered = 2}).reasons, Reasons{Reason::kUnanswered});
}

TEST_F(Deciding, DoesNotOfferAPersonInAnswerToThanks) {
  EXPECT_EQ(decide(happy(), {.unanswered = 2}, false, true).action, Action::kContinue);
}

TEST_F(Deciding, OffersAPersonOnlyInTheTurnThatRepeats) {
  EXPECT_EQ(decide(calm(), {.customer_repeats = 1}, true).action, Action::kOfferPerson);
  EXPECT_EQ(decide(calm(), {.customer_repeats = 1}, false).action, Action::kContinue);
}

TEST_F(Deciding, TakesSeveralTopicsOrALongAccountForComplex) {
  const std::vector<TopicScore> three = {
      {"delivery", 0.9}, {"billing_payment", 0.8}, {"account_access", 0.7}};
  EXPECT_EQ(decide(reading(0.1, 0.0, {}, three)).reasons, Reasons{Reason::kComplexMatter});
  Assessment account = calm();
  account.words = 150;
  EXPECT_EQ(decide(account).reasons, Reasons{Reason::kComplexMatter});
}

TEST_F(Deciding, DoesNotTakePraiseForComplex) {
  Assessment praise = happy();
  praise.words = 400;
  EXPECT_EQ(decide(praise).action, Action::kContinue);
  const std::vector<TopicScore> topics = {
      {"delivery", 0.9}, {"service_quality", 0.8}, {"feedback_praise", 0.7}};
  EXPECT_EQ(decide(reading(0.1, 0.0, {}, topics)).action, Action::kContinue);
}

TEST_F(Deciding, OffersAPersonWhenItIsUnsureAboutSomethingNegative) {
  Assessment unsure = reading(0.3, -0.6);
  unsure.confidence = Confidence::kLow;
  EXPECT_EQ(decide(unsure).reasons, Reasons{Reason::kUncertainAndNegative});
  unsure.sentiment = -0.4;
  EXPECT_EQ(decide(unsure).action, Action::kContinue);
}

TEST_F(Deciding, StaysAwayForThreeTurnsAfterARefusal) {
  decide(reading(0.3, -0.1, {Flag::kRepeatContact}));
  decider_.decline();
  for (int turn = 0; turn < 3; ++turn) {
    EXPECT_EQ(decide(reading(0.3, -0.1, {Flag::kRepeatContact})).action, Action::kContinue);
  }
  EXPECT_EQ(decide(reading(0.3, -0.1, {Flag::kRepeatContact})).action, Action::kOfferPerson);
}

TEST_F(Deciding, BreaksTheCooldownForANewReasonOfHigherPriority) {
  decide(calm(), {.unanswered = 2});
  decider_.decline();
  EXPECT_EQ(decide(calm(), {.customer_repeats = 1}, true).action, Action::kContinue);  // as low
  const Decision decision = decide(reading(0.3, -0.1, {Flag::kRepeatContact}));
  EXPECT_EQ(decision.action, Action::kOfferPerson);
  EXPECT_EQ(decision.reasons.front(), Reason::kRepeatContact);
}

TEST_F(Deciding, DoesNotBreakTheCooldownForTheSameReason) {
  decide(upset(0.8));
  decider_.decline();
  EXPECT_EQ(decide(upset(0.99)).action, Action::kContinue);
}

TEST_F(Deciding, AlwaysFollowsAWishForAPerson) {
  decide(upset(0.8));
  decider_.decline();
  EXPECT_EQ(decide(reading(0.1, 0.0, {Flag::kAsksForPerson})).action, Action::kConnectPerson);
  decider_.decline();  // changed their mind
  EXPECT_EQ(decide(calm()).action, Action::kContinue);
  EXPECT_EQ(decide(reading(0.1, 0.0, {Flag::kAsksForPerson})).action, Action::kConnectPerson);
}

TEST_F(Deciding, EscalatesOnceUntilTheMatterIsResolved) {
  const Assessment asks = reading(0.1, 0.0, {Flag::kAsksForPerson});
  EXPECT_EQ(decide(asks).action, Action::kConnectPerson);
  EXPECT_EQ(decide(asks).action, Action::kContinue);
  EXPECT_EQ(decide(upset(0.95)).action, Action::kContinue);
  decider_.resolve();
  EXPECT_EQ(decide(asks).action, Action::kConnectPerson);
}

TEST_F(Deciding, OffersNothingAfterAnAcceptedOffer) {
  decide(upset(0.8));
  decider_.escalate();
  EXPECT_EQ(decide(upset(0.95)).action, Action::kContinue);
}

TEST_F(Deciding, ForgetsEarlierTurnsOnceResolved) {
  decide(upset(0.95));
  decider_.resolve();
  EXPECT_EQ(decide(upset(0.95)).action, Action::kOfferPerson);  // one turn, not two
}

TEST_F(Deciding, OffersInsteadOfConnectingWithoutAutoConnect) {
  policy_.auto_connect = false;
  const Decision decision = decide(reading(0.1, -0.3, {Flag::kFraudRisk}));
  EXPECT_EQ(decision.action, Action::kOfferPerson);
  EXPECT_EQ(decision.priority, Priority::kUrgent);
  EXPECT_FALSE(decider_.escalated());
}

TEST_F(Deciding, FollowsTheRulesOfThePolicy) {
  policy_.rules[static_cast<std::size_t>(Reason::kThreatToLeave)] = {Action::kConnectPerson,
                                                                     Priority::kUrgent};
  policy_.rules[static_cast<std::size_t>(Reason::kRepeatContact)] = {Action::kContinue,
                                                                     Priority::kLow};
  EXPECT_EQ(decide(reading(0.1, -0.1, {Flag::kRepeatContact})).action, Action::kContinue);
  const Decision decision =
      decide(reading(0.1, -0.1, {Flag::kRepeatContact, Flag::kThreatToLeave}));
  EXPECT_EQ(decision.action, Action::kConnectPerson);
  EXPECT_EQ(decision.priority, Priority::kUrgent);
  EXPECT_EQ(decision.reasons, Reasons{Reason::kThreatToLeave});
}

TEST_F(Deciding, OffersAPersonOnceTheBotRepeatsItself) {
  EXPECT_EQ(decide(calm(), {.bot_repeats = 1}).action, Action::kContinue);
  EXPECT_EQ(decide(calm(), {.bot_repeats = 2}).reasons, Reasons{Reason::kBotRepeats});
  // Only where it has done so again.
  EXPECT_EQ(decide(calm(), {.bot_repeats = 2}).action, Action::kContinue);
  EXPECT_EQ(decide(happy(), {.bot_repeats = 3}, false, true).action, Action::kContinue);
}

// --- handoffs that come back ---------------------------------------------------------------------

TEST_F(Deciding, OnlyOffersAPersonOnceAHandoffHasFailed) {
  const Assessment asks = reading(0.1, 0.0, {Flag::kAsksForPerson});
  EXPECT_EQ(decide(asks).action, Action::kConnectPerson);
  decider_.fail_handoff();
  EXPECT_FALSE(decider_.escalated());
  EXPECT_EQ(decide(asks).action, Action::kOfferPerson);  // an explicit wish is always followed
  EXPECT_EQ(decide(asks).action, Action::kOfferPerson);
  decider_.resolve();
  EXPECT_EQ(decide(asks).action, Action::kConnectPerson);
}

TEST_F(Deciding, DoesNotSendSomebodyToAndFroAfterAFailedHandoff) {
  const Assessment legal = reading(0.3, -0.4, {Flag::kLegalThreat});
  EXPECT_EQ(decide(legal).action, Action::kConnectPerson);
  decider_.fail_handoff();
  for (int turn = 0; turn < 3; ++turn) {
    EXPECT_EQ(decide(legal).action, Action::kContinue);
    // Another reason to connect does not weigh more than the first.
    decide(reading(0.3, -0.4, {Flag::kVulnerable}));
    if (turn == 0) break;
  }
  pass_calm_turns(1);
  EXPECT_EQ(decide(legal).action, Action::kOfferPerson);
}

TEST_F(Deciding, OffersAtOnceWhenDangerComesUpAfterAFailedHandoff) {
  decide(reading(0.1, 0.0, {Flag::kAsksForPerson}));
  decider_.fail_handoff();
  const Decision decision = decide(reading(0.3, -0.4, {Flag::kSafetyRisk}));
  EXPECT_EQ(decision.action, Action::kOfferPerson);
  EXPECT_EQ(decision.priority, Priority::kUrgent);
}

TEST_F(Deciding, StaysAwayAfterTheTeamHandedBack) {
  const Assessment upset_again = upset(0.8);
  decide(upset_again);
  decider_.escalate();
  decider_.decline();  // handed_back
  for (int turn = 0; turn < 3; ++turn) EXPECT_EQ(decide(upset(0.6)).action, Action::kContinue);
  EXPECT_EQ(decide(upset_again).action, Action::kOfferPerson);
  EXPECT_EQ(decide(reading(0.1, 0.0, {Flag::kAsksForPerson})).action, Action::kConnectPerson);
}

// --- the company's own rules ---------------------------------------------------------------------

class DecidingByRules : public Deciding {
 protected:
  Policy::CompanyRule& add(std::string id) {
    policy_.company_rules.emplace_back().id = std::move(id);
    return policy_.company_rules.back();
  }
  Policy::CompanyRule& add_takeover(std::string id, std::string topic, Action action,
                                    Priority priority) {
    Policy::CompanyRule& rule = add(std::move(id));
    rule.when.topics = {std::move(topic)};
    rule.takeover = Policy::Rule{action, priority};
    return rule;
  }
};

TEST_F(DecidingByRules, CallsForAPersonByTheStrongestRuleThatMatches) {
  add_takeover("all", "billing_payment", Action::kOfferPerson, Priority::kLow);
  add_takeover("large", "billing_payment", Action::kConnectPerson, Priority::kNormal)
      .when.amount_at_least = 200.0;
  Assessment bill = calm_about(Topic::kBillingPayment);
  const Decision offer = decide(bill);
  EXPECT_EQ(offer.action, Action::kOfferPerson);
  EXPECT_EQ(offer.priority, Priority::kLow);
  EXPECT_EQ(offer.reasons, Reasons{Reason::kCompanyRule});
  EXPECT_EQ(decider_.takeover_rule()->id, "all");
  bill.amount = 240.0;
  const Decision connect = decide(bill);
  EXPECT_EQ(connect.action, Action::kConnectPerson);
  EXPECT_EQ(connect.priority, Priority::kNormal);
  EXPECT_EQ(decider_.takeover_rule()->id, "large");
  EXPECT_EQ(decider_.matched_rules(), 0b11U);
}

TEST_F(DecidingByRules, ChangesThresholdsOnlyOnTheTurnsThatMatch) {
  Policy::CompanyRule& vip = add("vip");
  vip.when.attributes = {{"plan", {"gold"}}};
  vip.policy.values.frustration_high = 0.55;
  vip.policy.add(Policy::Overlay::kHigh);
  const std::vector<Attribute> gold = {{"plan", "gold"}};
  const Assessment cross = upset(0.6);
  EXPECT_EQ(decide(cross).action, Action::kContinue);
  pass_calm_turns(1);
  const Decision decision = decider_.decide({cross, Loops{}, false, false, true, &gold});
  EXPECT_EQ(decision.reasons, Reasons{Reason::kHighFrustration});
  EXPECT_EQ(decider_.takeover_rule(), nullptr);
}

TEST_F(DecidingByRules, MatchesOnWhatLeadsToNothingByItself) {
  policy_.rules[static_cast<std::size_t>(Reason::kThreatToLeave)].action = Action::kContinue;
  Policy::CompanyRule& keep = add("keep");
  keep.when.reasons = bit(Reason::kThreatToLeave);
  keep.takeover = Policy::Rule{Action::kConnectPerson, Priority::kHigh};
  const Decision decision = decide(reading(0.3, -0.1, {Flag::kThreatToLeave}));
  EXPECT_EQ(decision.action, Action::kConnectPerson);
  EXPECT_EQ(decision.reasons, Reasons{Reason::kCompanyRule});
}

TEST_F(DecidingByRules, MatchesOnWhatIsFoundUnderChangedThresholds) {
  Policy::CompanyRule& vip = add("vip");
  vip.when.topics = {"delivery"};
  vip.policy.values.frustration_high = 0.55;
  vip.policy.add(Policy::Overlay::kHigh);
  Policy::CompanyRule& call = add("call");
  call.when.reasons = bit(Reason::kHighFrustration);
  call.takeover = Policy::Rule{Action::kConnectPerson, Priority::kUrgent};
  const Decision decision = decide(reading(0.6, -0.5, {}, {{"delivery", 0.9}}));
  EXPECT_EQ(decision.reasons, (Reasons{Reason::kCompanyRule, Reason::kHighFrustration}));
}

TEST_F(DecidingByRules, RemembersTheLanguageOfTheConversation) {
  Policy::CompanyRule& german = add("german");
  german.when.languages = {"de"};
  german.takeover = Policy::Rule{Action::kOfferPerson, Priority::kNormal};
  Assessment message = calm();
  message.language_tag = "und";
  EXPECT_EQ(decide(message).action, Action::kContinue);
  message.language_tag = "de-AT";
  EXPECT_EQ(decide(message).action, Action::kOfferPerson);
  message.language_tag = "und";  // "ok"
  EXPECT_EQ(decide(message).action, Action::kOfferPerson);
  EXPECT_EQ(decider_.language(), "de-AT");
}

TEST_F(DecidingByRules, KeepsToOpeningHours) {
  Policy::CompanyRule& night = add("night");
  night.when.open = false;
  night.policy.values.auto_connect = false;
  night.policy.add(Policy::Overlay::kAutoConnect);
  const Assessment asks = reading(0.1, 0.0, {Flag::kAsksForPerson});
  EXPECT_EQ(decider_.decide({asks, Loops{}, false, false, false}).action, Action::kOfferPerson);
  EXPECT_EQ(decider_.decide({asks, Loops{}, false, false, true}).action, Action::kConnectPerson);
}

TEST_F(DecidingByRules, TakesARuleThatWasNotDeclinedForNew) {
  add_takeover("bills", "billing_payment", Action::kOfferPerson, Priority::kLow);
  add_takeover("orders", "order_change", Action::kOfferPerson, Priority::kHigh);
  decide(calm_about(Topic::kBillingPayment));
  decider_.decline();
  EXPECT_EQ(decide(calm_about(Topic::kBillingPayment)).action, Action::kContinue);
  EXPECT_EQ(decide(calm_about(Topic::kOrderChange)).action, Action::kOfferPerson);
}

TEST_F(DecidingByRules, StaysAwayAsLongAsTheRuleSays) {
  Policy::CompanyRule& vip = add("vip");
  vip.when.attributes = {{"plan", {"gold"}}};
  vip.policy.values.cooldown_turns = 1;
  vip.policy.add(Policy::Overlay::kCooldownTurns);
  const std::vector<Attribute> gold = {{"plan", "gold"}};
  const Assessment cross = upset(0.8);
  const auto say = [&] { return decider_.decide({cross, Loops{}, false, false, true, &gold}); };
  EXPECT_EQ(say().action, Action::kOfferPerson);
  decider_.decline();
  EXPECT_EQ(say().action, Action::kContinue);
  EXPECT_EQ(say().action, Action::kOfferPerson);
}

TEST(DefaultPolicy, HasARuleForEveryReason) {
  const Policy policy{};
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    EXPECT_NE(policy.rules[i].action, Action::kContinue) << name_of(static_cast<Reason>(i));
  }
}

}  // namespace
}  // namespace attune

#include "conversation/session.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "tests/core/conversation/made_up.h"
#include "tests/core/reply/lamps.h"

namespace attune {
namespace {

using testing::calm;
using testing::calm_about;
using testing::happy;
using testing::lamps;
using testing::reading;
using testing::upset;
using testing::upset_about;

class InASession : public ::testing::Test {
 protected:
  InASession() { start(lamps()); }

  void start(Playbook playbook, const Policy& policy = {}) {
    session_ = std::make_unique<Session>(std::make_shared<const attune::Setup>(
        tables_, Config{"en", policy, std::move(playbook), {}, {}}));
  }
  TurnResult say(std::string_view text, const Assessment& assessment) {
    Result<TurnResult> result = session_->customer_turn(text, ++now_, assessment);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
    return std::move(result.value());
  }
  void happen(ConversationEvent event) { EXPECT_TRUE(session_->event(event, ++now_).ok()); }
  void bot(std::string_view text, bool unanswered = false) {
    EXPECT_TRUE(session_->bot_turn(text, ++now_, unanswered).ok());
  }

  const Tables tables_ = testing::built_in_tables();
  std::unique_ptr<Session> session_;
  double now_ = 1.7e12;
};

TEST_F(InASession, ACalmQuestionIsAnsweredFromThePlaybook) {
  const TurnResult turn = say("How long does delivery take?", calm_about(Topic::kDelivery));
  EXPECT_EQ(turn.reply.text, "Parcels take 2 to 4 working days.");
  EXPECT_EQ(turn.decision.action, Action::kContinue);
  EXPECT_EQ(turn.loops.unanswered, 0);
}

TEST_F(InASession, TwoQuestionsWithoutAnAnswerLeadToAnOffer) {
  EXPECT_EQ(say("Do you sell elephants?", calm()).decision.action, Action::kContinue);
  const TurnResult turn = say("Do you rent giraffes?", calm());
  EXPECT_EQ(turn.loops.unanswered, 2);
  EXPECT_EQ(turn.decision.reasons, std::vector<Reason>{Reason::kUnanswered});
  EXPECT_EQ(turn.decision.explanation, "I could not answer two of your messages.");
}

TEST_F(InASession, WithoutAPlaybookOnlyTheCompanysBotKnowsWhatIsUnanswered) {
  start({});
  say("Do you sell elephants?", calm());
  bot("Hm.", true);
  say("Do you rent giraffes?", calm());
  EXPECT_EQ(say("And zebras?", calm()).loops.unanswered, 1);
}

TEST_F(InASession, ARequestForAPersonIsNotAnUnansweredQuestion) {
  const TurnResult turn = say("Get me a human", reading(0.2, -0.1, {Flag::kAsksForPerson}));
  EXPECT_EQ(turn.decision.action, Action::kConnectPerson);
  EXPECT_EQ(turn.loops.unanswered, 0);
}

TEST_F(InASession, ThanksAreNeitherRepeatsNorUnanswered) {
  for (int i = 0; i < 3; ++i) {
    const TurnResult turn = say("thank you", happy());
    EXPECT_EQ(turn.loops.customer_repeats, 0);
    EXPECT_EQ(turn.loops.unanswered, 0);
    EXPECT_EQ(turn.decision.action, Action::kContinue);
  }
}

TEST_F(InASession, TheSameQuestionAgainLeadsToAnOffer) {
  say("Where is my parcel?", calm_about(Topic::kDelivery));
  const TurnResult turn = say("where's my parcel", calm_about(Topic::kDelivery));
  EXPECT_EQ(turn.loops.customer_repeats, 1);
  EXPECT_EQ(turn.decision.action, Action::kOfferPerson);
  EXPECT_EQ(turn.decision.reasons.back(), Reason::kCustomerRepeats);
}

TEST_F(InASession, TheSameAnswerIsNotGivenTwiceToAnUpsetCustomer) {
  const std::string first = say("My parcel is lost", upset_about(Topic::kDelivery)).reply.text;
  const TurnResult turn = say("It is STILL not here", upset_about(Topic::kDelivery));
  EXPECT_EQ(turn.reply.text.find("replacement"), std::string::npos) << turn.reply.text;
  EXPECT_NE(first.find("replacement"), std::string::npos) << first;
  EXPECT_EQ(turn.loops.unanswered, 1);
}

TEST_F(InASession, ACompanyTopicIsAnswered) {
  const TurnResult turn = say("It went dark", reading(0.05, 0.0, {}, {{"bulbs", 0.7}}));
  EXPECT_EQ(turn.reply.text, "Switch the lamp off, wait ten minutes, then turn the bulb left.");
}

TEST_F(InASession, ADeclinedOfferStaysAwayForAWhile) {
  EXPECT_EQ(say("This is a disgrace", upset()).decision.action, Action::kOfferPerson);
  happen(ConversationEvent::kOfferDeclined);
  EXPECT_EQ(say("A disgrace I say, nothing works", upset()).decision.action, Action::kContinue);
}

TEST_F(InASession, AnEscalationHappensOnceUntilItIsResolved) {
  const Assessment asks = reading(0.1, 0.0, {Flag::kAsksForPerson});
  EXPECT_EQ(say("A person please", asks).decision.action, Action::kConnectPerson);
  const TurnResult again = say("Hello? I asked for somebody", asks);
  EXPECT_EQ(again.decision.action, Action::kContinue);
  EXPECT_TRUE(again.reply.actions.empty());
  happen(ConversationEvent::kResolved);
  EXPECT_EQ(say("I need somebody once more", asks).decision.action, Action::kConnectPerson);
}

TEST_F(InASession, AnApologyIsDueOnceForAFailingAndAgainForAnother) {
  EXPECT_TRUE(say("My parcel is lost!", upset_about(Topic::kDelivery)).tone.apologise);
  EXPECT_FALSE(say("Still lost!", upset_about(Topic::kDelivery)).tone.apologise);
  EXPECT_TRUE(say("And you charged me twice", upset_about(Topic::kBillingPayment)).tone.apologise);
  EXPECT_FALSE(say("And my login fails", upset_about(Topic::kAccountAccess)).tone.apologise);
}

TEST_F(InASession, WhatWasToldEarlierIsRememberedForTheExplanation) {
  Assessment told = reading(0.3, -0.1, {Flag::kRepeatContact}, {{"delivery", 0.8}});
  told.contact = {4, 10.0};
  say("I have written four times in ten days", told);
  told.contact = {};
  const TurnResult turn = say("I did ask about this before", told);
  EXPECT_EQ(turn.decision.explanation, "You have told us about this 4 times and waited 10 days.");
}

TEST_F(InASession, TheTeamIsToldWhatTheWholeConversationShowed) {
  Assessment told = upset(0.6);
  told.contact = {4, 10.0};
  told.cues = {{CueKind::kWording, 0, 7, "useless", 1.0}};
  EXPECT_FALSE(say("useless", told).decision.team);
  const TurnResult turn = say("A person please", reading(0.5, 0.0, {Flag::kAsksForPerson}));
  ASSERT_TRUE(turn.decision.team);
  EXPECT_EQ(turn.decision.team->contact.times, 4);
  EXPECT_EQ(turn.decision.team->words, std::vector<std::string>{"useless"});
  EXPECT_EQ(turn.decision.team->frustration, turn.mood.frustration);
  happen(ConversationEvent::kResolved);
  const TurnResult next = say("A person please", reading(0.5, 0.0, {Flag::kAsksForPerson}));
  EXPECT_TRUE(next.decision.team->words.empty());
}

TEST_F(InASession, AFailedHandoffLeavesTheBotToGoOn) {
  const Assessment asks = reading(0.1, 0.0, {Flag::kAsksForPerson});
  EXPECT_EQ(say("A person please", asks).decision.action, Action::kConnectPerson);
  happen(ConversationEvent::kEscalated);
  happen(ConversationEvent::kHandoffFailed);
  EXPECT_NE(say("Where is my parcel?", calm_about(Topic::kDelivery)).reply.text.find("tracking"),
            std::string::npos);
  EXPECT_EQ(say("I said a person", asks).decision.action, Action::kOfferPerson);
}

TEST_F(InASession, AConversationThatIsHandedBackCanBeHandedOverAgain) {
  const Assessment asks = reading(0.1, 0.0, {Flag::kAsksForPerson});
  say("A person please", asks);
  happen(ConversationEvent::kHandedBack);
  EXPECT_EQ(say("Still a person please", asks).decision.action, Action::kConnectPerson);
}

TEST_F(InASession, AttributesThatThePageLearnsCountFromThenOn) {
  Policy policy;
  policy.company_rules.resize(1);
  policy.company_rules[0].id = "gold";
  policy.company_rules[0].when.attributes = {{"plan", {"gold"}}};
  policy.company_rules[0].takeover = Policy::Rule{Action::kOfferPerson, Priority::kHigh};
  start(lamps(), policy);
  EXPECT_EQ(say("Hello there lamp people", calm()).decision.action, Action::kContinue);
  const auto learn = [this](const std::vector<Attribute>& changes) {
    return session_->set_attributes(changes, ++now_).ok();
  };
  EXPECT_TRUE(learn({{"plan", "silver"}, {"orders", "12"}}));
  EXPECT_EQ(say("How long?", calm_about(Topic::kDelivery)).decision.action, Action::kContinue);
  EXPECT_TRUE(learn({{"plan", "gold"}}));
  const TurnResult turn = say("A return", calm_about(Topic::kReturnsRefunds));
  EXPECT_EQ(turn.decision.reasons, std::vector<Reason>{Reason::kCompanyRule});
  EXPECT_EQ(turn.decision.team->rules, std::vector<std::string>{"gold"});
  EXPECT_TRUE(learn({{"plan", std::nullopt}, {"never", std::nullopt}}));
  EXPECT_EQ(say("Where is my parcel?", calm_about(Topic::kDelivery)).decision.action,
            Action::kContinue);
}

// The first turn is on Tuesday, 2023-11-14, at 22:13 UTC.
class OutsideHours : public InASession {
 protected:
  OutsideHours() {
    Policy policy;
    policy.hours.weekly = {{{true, true, true, true, true, false, false}, 9 * 60, 17 * 60}};
    start(lamps(), policy);
  }
};

TEST_F(OutsideHours, AnOfferSaysByWhenAPersonAnswers) {
  const TurnResult turn = say("This is a disgrace", upset());
  EXPECT_EQ(turn.decision.action, Action::kOfferPerson);
  ASSERT_TRUE(turn.decision.availability);
  EXPECT_FALSE(turn.decision.availability->open);
  EXPECT_EQ(turn.decision.availability->answer_by, "2023-11-15T10:00:00+00:00");
  EXPECT_NE(turn.reply.text.find("by 10:00 tomorrow (UTC time)"), std::string::npos)
      << turn.reply.text;
  ASSERT_FALSE(turn.reply.actions.empty());
  EXPECT_EQ(turn.reply.actions.back().label, "Leave it with us");
}

TEST_F(OutsideHours, WhoAsksForAPersonIsToldWhenOneAnswers) {
  const TurnResult turn = say("A person please", reading(0.1, 0.0, {Flag::kAsksForPerson}));
  EXPECT_EQ(turn.decision.action, Action::kConnectPerson);
  EXPECT_NE(turn.reply.text.find("by 10:00 tomorrow"), std::string::npos) << turn.reply.text;
}

TEST_F(OutsideHours, OnceTheTeamIsBackAnOfferIsAsEver) {
  now_ += 12.0 * 60.0 * 60.0 * 1000.0;
  const TurnResult turn = say("This is a disgrace", upset());
  ASSERT_TRUE(turn.decision.availability);
  EXPECT_TRUE(turn.decision.availability->open);
  EXPECT_EQ(turn.decision.availability->answer_by, "");
  EXPECT_EQ(turn.reply.text.find("UTC"), std::string::npos) << turn.reply.text;
}

TEST_F(InASession, WithoutOpeningHoursNothingIsSaidOfThem) {
  EXPECT_FALSE(say("This is a disgrace", upset()).decision.availability);
}

TEST_F(InASession, MoreAttributesThanAConversationHoldsAreRefused) {
  std::vector<Attribute> many;
  for (std::size_t i = 0; i <= kMostAttributes; ++i) many.push_back({std::to_string(i), "x"});
  const Result<std::monostate> refused = session_->set_attributes(many, ++now_);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().pointer, "/attributes");
  many.pop_back();
  EXPECT_TRUE(session_->set_attributes(many, now_).ok());
  EXPECT_FALSE(session_->set_attributes({{"one more", "x"}}, now_).ok());
  EXPECT_FALSE(session_->set_attributes({}, now_ - 1.0).ok());
}

TEST_F(InASession, ATurnBackInTimeChangesNothing) {
  say("Where is my parcel?", calm_about(Topic::kDelivery));
  const Result<TurnResult> early = session_->customer_turn("late", now_ - 1.0, upset());
  ASSERT_FALSE(early.ok());
  EXPECT_EQ(early.error().code, ErrorCode::kInvalidTurn);
  EXPECT_EQ(early.error().pointer, "/at");
  EXPECT_FALSE(session_->bot_turn("late", now_ - 1.0, false).ok());
  EXPECT_FALSE(session_->event(ConversationEvent::kResolved, now_ - 1.0).ok());
  EXPECT_EQ(say("Thanks", happy()).mood.turns, 2);
}

TEST_F(InASession, ATurnWithoutAFiniteTimeIsRefused) {
  for (const double at :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity()}) {
    EXPECT_FALSE(session_->customer_turn("hello", at, calm()).ok());
  }
}

TEST_F(InASession, TheSameTurnsGiveTheSameWords) {
  const auto replies = [this] {
    std::string all;
    start(lamps());
    for (const char* text :
         {"My lamp is broken", "Still broken", "This is useless", "Elephants?"}) {
      all += say(text, upset()).reply.text + "\n";
    }
    return all;
  };
  EXPECT_EQ(replies(), replies());
}

// Whatever is read, in whatever order, the result keeps its promises.
TEST_F(InASession, EveryResultIsConsistent) {
  const std::vector<std::vector<Flag>> flags = {
      {}, {Flag::kRepeatContact}, {Flag::kAbusive}, {Flag::kAsksForPerson}, {Flag::kVulnerable}};
  const char* texts[] = {"thanks", "where is my parcel", "it is broken", "a return", "hm", ""};
  std::uint32_t random = 12345;  // a fixed sequence
  const auto next = [&random](std::uint32_t below) {
    random = random * 1664525U + 1013904223U;
    return (random >> 8U) % below;
  };
  for (int conversation = 0; conversation < 60; ++conversation) {
    start(lamps());
    int connected = 0;
    int apologies = 0;
    for (int i = 0; i < 20; ++i) {
      if (next(5) == 0) happen(ConversationEvent::kOfferDeclined);
      const TurnResult turn =
          say(texts[next(6)], reading(next(101) / 100.0, next(201) / 100.0 - 1.0, flags[next(5)]));
      const bool goes_on = turn.decision.action == Action::kContinue;
      EXPECT_EQ(goes_on, turn.decision.reasons.empty());
      EXPECT_EQ(goes_on, turn.decision.explanation.empty());
      EXPECT_NE(goes_on, turn.decision.team.has_value());
      EXPECT_FALSE(turn.reply.text.empty());
      EXPECT_EQ(turn.reply.text.find_first_of("{}"), std::string::npos) << turn.reply.text;
      EXPECT_GE(turn.mood.peak, turn.assessment.frustration);
      connected += turn.decision.action == Action::kConnectPerson ? 1 : 0;
      apologies += turn.tone.apologise ? 1 : 0;
      if (turn.decision.action == Action::kOfferPerson) {
        EXPECT_TRUE(
            std::any_of(turn.reply.actions.begin(), turn.reply.actions.end(),
                        [](const ReplyAction& each) { return each.id == "talk_to_person"; }))
            << turn.reply.text;
      }
      if (connected > 0) happen(ConversationEvent::kEscalated);
    }
    EXPECT_LE(apologies, 2);
  }
}

TEST_F(InASession, TenThousandTurnsAreAsGoodAsTen) {
  for (int i = 0; i < 10000; ++i) {
    const TurnResult turn =
        say("Where is parcel number " + std::to_string(i) + "?", calm_about(Topic::kDelivery));
    EXPECT_FALSE(turn.reply.text.empty());
    if (HasFailure()) break;
  }
}

}  // namespace
}  // namespace attune

#include "json/write_result.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(WritingResults, AnAssessmentHasTheShapeOfTheContract) {
  Assessment assessment;
  assessment.language_tag = "en";
  assessment.language_confidence = 0.99;
  assessment.sentiment = -0.82;
  assessment.level = Level::kVeryNegative;
  assessment.emotions = {0.71, 0.93, 0.4, 0.05, 0.02, 0.01, 0.0, 0.0, 0.03};
  assessment.frustration = 0.94;
  assessment.urgency = 0.6;
  assessment.confidence = Confidence::kHigh;
  assessment.topics = {{"returns_refunds", 0.91}};
  assessment.flags = {Flag::kAsksForPerson, Flag::kRepeatContact};
  assessment.contact = {3, 21.0};
  assessment.cues = {{CueKind::kRepeatContact, 2, 28, "have contacted you 3 times", 0.31}};
  assessment.words = 12;
  EXPECT_EQ(
      to_json(assessment),
      R"({"language":{"tag":"en","confidence":0.99},"sentiment":{"score":-0.82,"level":"very_negative"},)"
      R"("emotions":{"anger":0.71,"frustration":0.93,"disappointment":0.4,"worry":0.05,"sadness":0.02,)"
      R"("confusion":0.01,"gratitude":0,"joy":0,"neutral":0.03},"frustration":0.94,"urgency":0.6,)"
      R"("confidence":"high","topics":[{"id":"returns_refunds","score":0.91}],)"
      R"("flags":["asks_for_person","repeat_contact"],"contact":{"times":3,"waiting_days":21},)"
      R"("cues":[{"kind":"repeat_contact","start":2,"end":28,"text":"have contacted you 3 times","weight":0.31}]})");
}

TEST(WritingResults, WhatWasNotSaidIsNull) {
  const std::string json = to_json(Assessment{});
  EXPECT_NE(json.find(R"("contact":{"times":null,"waiting_days":null},"cues":[])"),
            std::string::npos);
}

TEST(WritingResults, ATurnHasTheShapeOfTheContract) {
  TurnResult turn;
  turn.mood = {-0.61, Level::kVeryNegative, Trend::kFalling, 0.81, 0.94, 4};
  turn.loops = {1, 0, 2};
  turn.decision = {Action::kOfferPerson,
                   Priority::kHigh,
                   {Reason::kRisingFrustration, Reason::kRepeatContact},
                   "You have told us about this 3 times."};
  turn.tone = {Register::kCalmDirect, true, true, false, false, Brevity::kShort};
  turn.reply = {"Here.",
                {{"talk_to_person", "Talk to a person", "", ""},
                 {"track", "Track it", "orders.html", ""},
                 {"again", "Send it again", "", "Please send it again."}}};
  const std::string json = to_json(turn);
  const std::string after_assessment = json.substr(json.find(R"(,"mood":)"));
  EXPECT_EQ(
      after_assessment,
      R"(,"mood":{"score":-0.61,"level":"very_negative","trend":"falling","frustration":0.81,"peak":0.94,"turns":4},)"
      R"("loops":{"customer_repeats":1,"bot_repeats":0,"unanswered":2},)"
      R"("decision":{"action":"offer_person","priority":"high","reasons":["rising_frustration","repeat_contact"],)"
      R"("explanation":"You have told us about this 3 times."},)"
      R"("tone":{"register":"calm_direct","acknowledge":true,"apologise":true,"emoji":false,"exclamations":false,"brevity":"short"},)"
      R"("reply":{"text":"Here.","actions":[{"id":"talk_to_person","label":"Talk to a person"},)"
      R"({"id":"track","label":"Track it","href":"orders.html"},)"
      R"({"id":"again","label":"Send it again","message":"Please send it again."}]}})");
  EXPECT_EQ(json.rfind(R"({"assessment":{"language":)", 0), 0U);
}

TEST(WritingResults, TheTeamsNoteAndTheHoursComeAfterTheDecision) {
  TurnResult turn;
  turn.decision = {Action::kOfferPerson, Priority::kLow, {Reason::kBotRepeats}, "X."};
  turn.decision.team = TeamNote{
      "frustration 0.81, rising", 0.81, Trend::kRising, {3, 21.0}, 349.5, 2, {"large-bills"},
      {"still \"nothing\""}};
  turn.decision.availability = Availability{false, "2026-03-02T10:00:00+01:00"};
  EXPECT_NE(to_json(turn).find(
                R"("reasons":["bot_repeats"],"explanation":"X.","team":{"text":"frustration 0.81, )"
                R"(rising","frustration":0.81,"trend":"rising","contact":{"times":3,)"
                R"("waiting_days":21},"amount":349.5,"references":2,"rules":["large-bills"],)"
                R"("words":["still \"nothing\""]},"availability":{"open":false,)"
                R"("answer_by":"2026-03-02T10:00:00+01:00"}},"tone")"),
            std::string::npos)
      << to_json(turn);
  turn.decision.team = TeamNote{};
  turn.decision.availability = Availability{};
  const std::string json = to_json(turn);
  EXPECT_NE(json.find(R"("amount":null,"references":0,"rules":[],"words":[]})"), std::string::npos);
  EXPECT_NE(json.find(R"("availability":{"open":true,"answer_by":null})"), std::string::npos);
}

TEST(WritingResults, AnErrorNamesCodePointerAndExpectation) {
  EXPECT_EQ(error_json({ErrorCode::kInvalidConfig, "is a \"string\"", "/policy/x", "a number"}),
            R"({"error":{"code":"invalid_config","message":"is a \"string\"",)"
            R"("pointer":"/policy/x","expected":"a number"}})");
  EXPECT_EQ(name_of(ErrorCode::kInvalidTurn), "invalid_turn");
  EXPECT_EQ(name_of(ErrorCode::kInvalidData), "invalid_data");
}

}  // namespace
}  // namespace attune

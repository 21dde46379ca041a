#include "json/read_turns.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

Error error_of(std::string_view json) {
  const Result<Transcript> transcript = read_transcript(json);
  EXPECT_FALSE(transcript.ok()) << json;
  return transcript.ok() ? Error{} : transcript.error();
}

// Of a transcript with this turn alone.
Error turn_error(const std::string& turn) {
  const Result<Transcript> transcript = read_transcript(R"({"id":1,"turns":[)" + turn + "]}");
  EXPECT_TRUE(transcript.ok()) << turn;
  if (!transcript.ok()) return Error{};
  EXPECT_EQ(transcript.value().turns.size(), 1U);
  return transcript.value().turns[0].error.value_or(Error{});
}

std::string pointer_of_turn(const std::string& turn) { return turn_error(turn).pointer; }

TEST(ReadingTurns, TakesAllKinds) {
  const Result<Transcript> transcript = read_transcript(R"({"id":"c-1","note":"x","turns":[
      {"from":"customer","text":"Hi","at":1000},
      {"from":"bot","text":"Hello","at":"1970-01-01T00:00:02Z","unanswered":true,"model":"m"},
      {"from":"system","event":"offer_declined","at":3000.5}]})");
  ASSERT_TRUE(transcript.ok()) << transcript.error().message;
  EXPECT_EQ(transcript.value().id_json, "\"c-1\"");
  const std::vector<RecordedTurn>& turns = transcript.value().turns;
  ASSERT_EQ(turns.size(), 3U);
  EXPECT_EQ(turns[0].from, RecordedTurn::From::kCustomer);
  EXPECT_EQ(turns[0].text, "Hi");
  EXPECT_EQ(turns[0].at_ms, 1000.0);
  EXPECT_EQ(turns[1].at_ms, 2000.0);
  EXPECT_EQ(turns[1].at_json, "\"1970-01-01T00:00:02Z\"");
  EXPECT_TRUE(turns[1].unanswered);
  EXPECT_EQ(turns[1].json, R"({"from":"bot","text":"Hello","at":"1970-01-01T00:00:02Z",)"
                           R"("unanswered":true,"model":"m"})");
  EXPECT_EQ(turns[2].event, ConversationEvent::kOfferDeclined);
}

TEST(ReadingTurns, TakesWhatThePageHasLearnt) {
  const Result<Transcript> transcript = read_transcript(R"({"id":1,"turns":[
      {"from":"system","event":"attributes","attributes":{"plan":"gold","vip":null},"at":1},
      {"from":"system","event":"handoff_failed","at":2},
      {"from":"system","event":"handed_back","at":3}]})");
  ASSERT_TRUE(transcript.ok()) << transcript.error().message;
  const std::vector<RecordedTurn>& turns = transcript.value().turns;
  ASSERT_TRUE(turns[0].attributes);
  ASSERT_EQ(turns[0].attributes->size(), 2U);
  EXPECT_EQ((*turns[0].attributes)[0].value, "gold");
  EXPECT_EQ((*turns[0].attributes)[1].value, std::nullopt);
  EXPECT_FALSE(turns[1].attributes);
  EXPECT_EQ(turns[1].event, ConversationEvent::kHandoffFailed);
  EXPECT_EQ(turns[2].event, ConversationEvent::kHandedBack);
}

TEST(ReadingTurns, NamesWhatIsWrongInTheLine) {
  EXPECT_EQ(error_of("[]").pointer, "");
  EXPECT_EQ(error_of(R"({"turns":[]})").pointer, "/id");
  EXPECT_EQ(error_of(R"({"id":null,"turns":[]})").message, "is null");
  EXPECT_EQ(error_of(R"({"id":1})").pointer, "/turns");
  EXPECT_EQ(error_of("{\"id\":1,").message, "not valid JSON at line 1, column 9");
}

TEST(ReadingTurns, NamesWhatIsWrongInATurn) {
  EXPECT_EQ(pointer_of_turn("7"), "/turns/0");
  EXPECT_EQ(pointer_of_turn(R"({"from":"agent","text":"Hi","at":1})"), "/turns/0/from");
  EXPECT_EQ(pointer_of_turn(R"({"text":"Hi","at":1})"), "/turns/0/from");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","at":1})"), "/turns/0/text");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","text":null,"at":1})"), "/turns/0/text");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","text":"Hi"})"), "/turns/0/at");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","text":"Hi","at":"yesterday"})"), "/turns/0/at");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","text":"Hi","at":true})"), "/turns/0/at");
  EXPECT_EQ(pointer_of_turn(R"({"from":"bot","text":"Hi","at":1,"unanswered":1})"),
            "/turns/0/unanswered");
  EXPECT_EQ(pointer_of_turn(R"({"from":"system","at":1})"), "/turns/0/event");
  EXPECT_EQ(pointer_of_turn(R"({"from":"system","event":"gone","at":1})"), "/turns/0/event");
  EXPECT_EQ(pointer_of_turn(R"({"from":"system","event":"attributes","at":1})"),
            "/turns/0/attributes");
  EXPECT_EQ(
      pointer_of_turn(R"({"from":"system","event":"attributes","attributes":{"a":[]},"at":1})"),
      "/turns/0/attributes/a");
  EXPECT_EQ(turn_error(R"({"from":"agent"})").code, ErrorCode::kInvalidTurn);
}

TEST(ReadingTurns, FindsTurnsThatSayNothing) {
  EXPECT_EQ(turn_error(R"({"from":"customer","text":"","at":1})").pointer, "/turns/0/text");
  EXPECT_EQ(turn_error(R"({"from":"customer","text":"","at":1})").message, "is empty");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","text":" \n\u00a0\u3000","at":1})"),
            "/turns/0/text");
  EXPECT_EQ(pointer_of_turn(R"({"from":"bot","text":"","at":1,"unanswered":false})"),
            "/turns/0/text");
  EXPECT_EQ(pointer_of_turn(R"({"from":"customer","text":"?","at":1})"), "");
  // That the bot had no answer is worth knowing without its words.
  EXPECT_EQ(pointer_of_turn(R"({"from":"bot","text":"","at":1,"unanswered":true})"), "");
}

TEST(ReadingTurns, FindsTurnsThatComeAgainInEveryMember) {
  const Result<Transcript> transcript = read_transcript(R"({"id":1,"turns":[
      {"from":"customer","text":"Hi","at":1},{"from":"customer","text":"Hi","at":2},
      {"from":"customer","text":"Hi","at":1,"note":"x"},{"at":"x"},{"at":"x"},
      {"from":"customer","text":"Hi","at":1}]})");
  ASSERT_TRUE(transcript.ok());
  const std::vector<RecordedTurn>& turns = transcript.value().turns;
  ASSERT_EQ(turns.size(), 6U);
  for (const std::size_t good : {0, 1, 2}) EXPECT_FALSE(turns[good].error) << good;
  for (const std::size_t bad : {3, 4}) EXPECT_EQ(turns[bad].error->message, "is missing") << bad;
  EXPECT_EQ(turns[5].error->pointer, "/turns/5");
  EXPECT_EQ(turns[5].error->message, "is the same as /turns/0");
}

}  // namespace
}  // namespace attune

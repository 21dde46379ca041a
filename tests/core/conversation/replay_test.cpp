#include "conversation/replay.h"

#include "tests/core/support.h"

namespace attune {
namespace {

class Replaying : public ::testing::Test {
 protected:
  Result<ReplayedLine> replay(std::string_view line) { return replayer_.line(line); }

  Analyzer analyzer_ = testing::new_analyzer();
  Replayer replayer_{analyzer_, Config{}};
};

TEST_F(Replaying, AnswersCustomerTurnsAndRepeatsTheOthers) {
  const Result<ReplayedLine> result = replay(R"({"id":7,"turns":[
      {"from":"customer","text":"Hello","at":1000},
      {"from":"bot","text":"Hi","at":2000,"by":"us"},
      {"from":"system","event":"resolved","at":3000}]})");
  ASSERT_TRUE(result.ok()) << result.error().message;
  const std::string& json = result.value().json;
  EXPECT_EQ(json.rfind(R"({"id":7,"turns":[{"from":"customer","at":1000,"assessment":{)", 0), 0U)
      << json;
  EXPECT_NE(json.find(R"({"from":"bot","text":"Hi","at":2000,"by":"us"},)"
                      R"({"from":"system","event":"resolved","at":3000}]})"),
            std::string::npos)
      << json;
}

TEST_F(Replaying, GivesTheSameResultsAgain) {
  const std::string line = R"({"id":"a","turns":[
      {"from":"customer","text":"WHERE IS MY REFUND?!","at":1},
      {"from":"customer","text":"I have asked 3 times where my refund is!!!","at":2}]})";
  const Result<ReplayedLine> first = replay(line);
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(replay(R"({"id":"b","turns":[{"from":"customer","text":"thanks","at":1}]})").ok());
  EXPECT_EQ(replay(line).value().json, first.value().json);
}

TEST_F(Replaying, GoesOnWithoutTheTurnThatGoesBackInTime) {
  const Result<ReplayedLine> result = replay(R"({"id":1,"turns":[
      {"from":"bot","text":"a","at":2000},{"from":"bot","text":"b","at":1999},
      {"from":"bot","text":"c","at":2000}]})");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(
      result.value().json,
      R"({"id":1,"turns":[{"from":"bot","text":"a","at":2000},)"
      R"({"error":{"code":"invalid_turn","message":"the turn is earlier than the one before )"
      R"(it","pointer":"/turns/1/at","expected":"a time not before that of the turn before"}},)"
      R"({"from":"bot","text":"c","at":2000}]})");
  ASSERT_EQ(result.value().bad_turns.size(), 1U);
  EXPECT_EQ(result.value().bad_turns[0].pointer, "/turns/1/at");
}

TEST_F(Replaying, ReadsTheOtherTurnsAsIfBadOnesHadNeverBeenThere) {
  const std::string good[] = {R"({"from":"customer","text":"WHERE IS MY REFUND?!","at":1})",
                              R"({"from":"customer","text":"Still no refund!","at":9})"};
  const std::string bad = R"({"from":"boss","text":"Third time!","at":2},)"
                          R"({"from":"customer","text":"Get me a person","at":0},)"
                          R"({"from":"customer","text":" ","at":3},)" +
                          good[0] + ",";
  const Result<ReplayedLine> with =
      replay(R"({"id":1,"turns":[)" + good[0] + "," + bad + good[1] + "]}");
  const Result<ReplayedLine> without =
      replay(R"({"id":1,"turns":[)" + good[0] + "," + good[1] + "]}");
  ASSERT_TRUE(with.ok() && without.ok());
  EXPECT_EQ(with.value().bad_turns.size(), 4U);
  std::string json = with.value().json;
  const std::size_t start = json.find(R"({"error")");
  json.erase(start, json.find(R"({"from":"customer","at":9)") - start);
  EXPECT_EQ(json, without.value().json);
}

TEST_F(Replaying, TakesAConversationWithoutTurns) {
  EXPECT_EQ(replay(R"({"id":"x","turns":[]})").value().json, R"({"id":"x","turns":[]})");
}

}  // namespace
}  // namespace attune

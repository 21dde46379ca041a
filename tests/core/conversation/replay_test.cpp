#include "conversation/replay.h"

#include "tests/core/support.h"

namespace attune {
namespace {

class Replaying : public ::testing::Test {
 protected:
  Result<std::string> replay(std::string_view line) { return replayer_.line(line); }

  Analyzer analyzer_ = testing::new_analyzer();
  Replayer replayer_{analyzer_, Config{}};
};

TEST_F(Replaying, AnswersCustomerTurnsAndRepeatsTheOthers) {
  const Result<std::string> result = replay(R"({"id":7,"turns":[
      {"from":"customer","text":"Hello","at":1000},
      {"from":"bot","text":"Hi","at":2000,"by":"us"},
      {"from":"system","event":"resolved","at":3000}]})");
  ASSERT_TRUE(result.ok()) << result.error().message;
  const std::string& json = result.value();
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
  const Result<std::string> first = replay(line);
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(replay(R"({"id":"b","turns":[{"from":"customer","text":"thanks","at":1}]})").ok());
  EXPECT_EQ(replay(line).value(), first.value());
}

TEST_F(Replaying, NamesTheTurnThatGoesBackInTime) {
  const Result<std::string> result = replay(R"({"id":1,"turns":[
      {"from":"customer","text":"a","at":2000},{"from":"bot","text":"b","at":1999}]})");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kInvalidTurn);
  EXPECT_EQ(result.error().pointer, "/turns/1/at");
}

TEST_F(Replaying, TakesAConversationWithoutTurns) {
  EXPECT_EQ(replay(R"({"id":"x","turns":[]})").value(), R"({"id":"x","turns":[]})");
}

}  // namespace
}  // namespace attune

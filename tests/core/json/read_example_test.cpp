#include "json/read_example.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

TEST(ReadExample, ReadsAMessageAndItsLabels) {
  const Result<Example> example = read_example(
      R"({"id":"a","text":"caf\u00e9","upset":1,"sentiment":-1,"urgency":2,"emotions":["worry"],)"
      R"("topics":["booking","delivery"],"flags":["vulnerable"],"sarcasm":true,"trade":"hotel"})");
  ASSERT_TRUE(example.ok());
  EXPECT_EQ(example.value().id, "a");
  EXPECT_EQ(example.value().text, "caf\xC3\xA9");
  EXPECT_EQ(example.value().conversation, "");
  EXPECT_EQ(example.value().turn, 1);
  const Labels& labels = example.value().labels;
  EXPECT_EQ(labels.upset, 1);
  EXPECT_EQ(labels.sentiment, -1);
  EXPECT_EQ(labels.urgency, 2);
  EXPECT_TRUE(labels.sarcasm);
  EXPECT_EQ(labels.emotions, (std::vector<Emotion>{Emotion::kWorry}));
  EXPECT_EQ(labels.topics, (std::vector<Topic>{Topic::kBooking, Topic::kDelivery}));
  EXPECT_EQ(labels.flags, (std::vector<Flag>{Flag::kVulnerable}));
}

// A line of labels, with `members` before the others.
std::string line_with(const std::string& members, const std::string& topics = "") {
  return "{" + members + R"(,"upset":0,"sentiment":0,"urgency":0,"emotions":[],"topics":[)" +
         topics + R"(],"flags":[],"sarcasm":false})";
}

TEST(ReadExample, ReadsLabelsOfATextThatStandsElsewhere) {
  const Result<Example> example = read_example(line_with(R"("hash":"00ff")"));
  ASSERT_TRUE(example.ok());
  EXPECT_EQ(example.value().id, "00ff");
  EXPECT_EQ(example.value().text, "");
}

TEST(ReadExample, ReadsTurnsOfAConversation) {
  const Result<Example> example =
      read_example(line_with(R"("id":"a","text":"still nothing","conversation":"c1","turn":3)"));
  ASSERT_TRUE(example.ok());
  EXPECT_EQ(example.value().conversation, "c1");
  EXPECT_EQ(example.value().turn, 3);
}

TEST(ReadExample, SaysWhichMemberIsWrong) {
  const auto pointer_of = [](const std::string& json) {
    const Result<Example> example = read_example(json);
    return example ? "none" : example.error().pointer;
  };
  EXPECT_EQ(pointer_of("[]"), "");
  EXPECT_EQ(pointer_of("{"), "");
  EXPECT_EQ(pointer_of("{}"), "");
  EXPECT_EQ(pointer_of(line_with(R"("id":"a","text":1)")), "/text");
  EXPECT_EQ(pointer_of(line_with(R"("id":"a","text":"")")), "/text");
  EXPECT_EQ(pointer_of(line_with(R"("id":"a","text":"x","turn":0)")), "/turn");
  EXPECT_EQ(pointer_of(line_with(R"("id":"a","mood":"x")")), "/mood");
  EXPECT_EQ(pointer_of(line_with(R"("id":"a")", R"("weather")")), "/topics");
  EXPECT_EQ(pointer_of(line_with(R"("id":"a")", "1")), "/topics/0");
}

TEST(ReadExample, KeepsLabelsToTheirRange) {
  const auto message_of = [](const std::string& upset) {
    const Result<Example> example =
        read_example(R"({"id":"a","upset":)" + upset +
                     R"(,"sentiment":0,"urgency":0,"emotions":[],"topics":[],"flags":[],)"
                     R"("sarcasm":false})");
    return example ? "none" : example.error().pointer;
  };
  EXPECT_EQ(message_of("2"), "none");
  EXPECT_EQ(message_of("3"), "/upset");
  EXPECT_EQ(message_of("-1"), "/upset");
  EXPECT_EQ(message_of("\"1\""), "/upset");
  EXPECT_EQ(message_of("0.5"), "/upset");
}

}  // namespace
}  // namespace attune

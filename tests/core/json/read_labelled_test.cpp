#include "json/read_labelled.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(ReadLabelled, ReadsWhatEvaluationNeeds) {
  const Result<LabelledMessage> message = read_labelled(
      R"({"id":"a","text":"caf\u00e9","upset":1,"sentiment":-1,"urgency":2,"emotions":["worry"],)"
      R"("topics":["booking","delivery"],"flags":["vulnerable"],"trade":"hotel"})");
  ASSERT_TRUE(message.ok());
  EXPECT_EQ(message.value().text, "caf\xC3\xA9");
  EXPECT_EQ(message.value().upset, 1);
  EXPECT_EQ(message.value().sentiment, -1);
  EXPECT_EQ(message.value().urgency, 2);
  EXPECT_EQ(message.value().emotions, (std::vector<std::string>{"worry"}));
  EXPECT_EQ(message.value().topics, (std::vector<std::string>{"booking", "delivery"}));
  EXPECT_EQ(message.value().flags, (std::vector<std::string>{"vulnerable"}));
}

TEST(ReadLabelled, SaysWhichMemberIsWrong) {
  const auto pointer_of = [](std::string_view json) {
    const Result<LabelledMessage> message = read_labelled(json);
    return message ? "none" : message.error().pointer;
  };
  EXPECT_EQ(pointer_of("[]"), "");
  EXPECT_EQ(pointer_of("{"), "");
  EXPECT_EQ(pointer_of(R"({"text":1})"), "/text");
  EXPECT_EQ(pointer_of(R"({"text":"","upset":3})"), "/upset");
  EXPECT_EQ(pointer_of(R"({"text":"","upset":"1"})"), "/upset");
  EXPECT_EQ(pointer_of(R"({"text":"","upset":0,"sentiment":-3})"), "/sentiment");
  EXPECT_EQ(pointer_of(R"({"text":"","upset":0,"sentiment":0,"urgency":0,"emotions":[1]})"),
            "/emotions");
}

}  // namespace
}  // namespace attune

#include <gtest/gtest.h>

#include "attune/config.h"

namespace attune {
namespace {

TEST(ReadingAttributes, TakesTextsNumbersAndBooleans) {
  const Result<std::vector<Attribute>> read = parse_attributes(
      R"({"plan":"gold","orders":12,"debt":-3,"share":0.25,"whole":12.0,"vip":true,"new":false,
          "empty":"","gone":null})");
  ASSERT_TRUE(read.ok()) << read.error().message;
  const std::vector<Attribute>& attributes = read.value();
  ASSERT_EQ(attributes.size(), 9U);
  EXPECT_EQ(attributes[0].name, "plan");
  const char* values[] = {"gold", "12", "-3", "0.25", "12", "true", "false", ""};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(attributes[i].value, values[i]) << i;
  EXPECT_EQ(attributes[8].value, std::nullopt);
}

TEST(ReadingAttributes, NamesWhatIsWrong) {
  const auto error_of = [](std::string_view json) {
    const Result<std::vector<Attribute>> read = parse_attributes(json);
    EXPECT_FALSE(read.ok()) << json;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidTurn);
    return read.error();
  };
  EXPECT_EQ(error_of("").message, "not valid JSON at line 1, column 1");
  EXPECT_EQ(error_of("[]").message, "is an array");
  EXPECT_EQ(error_of(R"({"plan":["gold"]})").pointer, "/plan");
  EXPECT_EQ(error_of(R"({"plan":{}})").expected,
            "a text, a number, true or false, or null to remove it");
  EXPECT_EQ(error_of(R"({"":1})").pointer, "/");
  EXPECT_EQ(error_of(R"({"a/b":")" + std::string(257, 'x') + R"("})").pointer, "/a~1b");
  std::string many = "{";
  for (int i = 0; i < 65; ++i) many += (i > 0 ? ",\"a" : "\"a") + std::to_string(i) + "\":1";
  EXPECT_EQ(error_of(many + "}").message, "has too many members");
}

TEST(ReadingAttributes, InAConfigurationHaveAValue) {
  const Result<Config> config = parse_config(R"({"attributes":{"plan":"gold"}})");
  ASSERT_TRUE(config.ok());
  EXPECT_EQ(config.value().attributes[0].value, "gold");
  const Result<Config> gone = parse_config(R"({"attributes":{"plan":null}})");
  ASSERT_FALSE(gone.ok());
  EXPECT_EQ(gone.error().pointer, "/attributes/plan");
}

}  // namespace
}  // namespace attune

#include "json/parse.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

Error error_of(std::string_view text, const JsonLimits& limits = {}) {
  const Result<Json> result = parse_json(text, limits);
  EXPECT_FALSE(result.ok()) << text;
  return result.ok() ? Error{} : result.error();
}

std::string parsed(std::string_view text) {
  const Result<Json> result = parse_json(text, {});
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? result.value().dump() : "";
}

TEST(ParsingJson, KeepsTheOrderOfMembers) {
  EXPECT_EQ(parsed(R"( {"b":1,"a":[true,null,-2,3.5,"x"],"c":{"d":{}}} )"),
            R"({"b":1,"a":[true,null,-2,3.5,"x"],"c":{"d":{}}})");
  EXPECT_EQ(parsed("[]"), "[]");
  EXPECT_EQ(parsed("7"), "7");
}

TEST(ParsingJson, NamesLineAndColumnOfAnError) {
  const Error error = error_of("{\n  \"a\": 1,\n  \"b\" 2\n}");
  EXPECT_EQ(error.code, ErrorCode::kInvalidConfig);
  EXPECT_EQ(error.message, "not valid JSON at line 3, column 7");
  EXPECT_EQ(error.pointer, "");
}

TEST(ParsingJson, RefusesWhatIsNoJson) {
  for (const char* text : {"", "{", "[1,]", "{'a':1}", "nul", "{\"a\":1}x", "[1e999]",
                           "\"\\ud800\"", "\"\xff\"", "{\"a\":1,}"}) {
    error_of(text);
  }
}

TEST(ParsingJson, RefusesMembersThatStandTwice) {
  const Error error = error_of(R"({"a":[{},{"x":1,"x":2}]})");
  EXPECT_EQ(error.pointer, "/a/1/x");
}

TEST(ParsingJson, EscapesPointers) {
  EXPECT_EQ(error_of(R"({"a/b~c":{"x":1,"x":2}})").pointer, "/a~1b~0c/x");
}

TEST(ParsingJson, RefusesDeepNesting) {
  const JsonLimits limits = {.bytes = 1000, .depth = 3, .members = 10};
  EXPECT_TRUE(parse_json("[[[]]]", limits).ok());
  EXPECT_EQ(error_of("[[[[]]]]", limits).pointer, "/0/0");
  const std::string bomb(100000, '[');
  EXPECT_EQ(error_of(bomb).expected, "at most 16 arrays and objects inside each other");
}

TEST(ParsingJson, RefusesWhatIsTooLarge) {
  const JsonLimits limits = {.bytes = 20, .depth = 3, .members = 2};
  EXPECT_EQ(error_of("[1,2,3,4,5,6,7,8,9,0]", limits).message, "the JSON text is too long");
  EXPECT_EQ(error_of(R"({"a":1,"b":2,"c":3})", limits).pointer, "/c");
}

}  // namespace
}  // namespace attune

#include "json/writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace attune {
namespace {

std::string number(double value) { return JsonWriter().number(value).take(); }
std::string string(std::string_view value) { return JsonWriter().string(value).take(); }

TEST(WritingNumbers, RoundsToFourDecimals) {
  EXPECT_EQ(number(0.0), "0");
  EXPECT_EQ(number(1.0), "1");
  EXPECT_EQ(number(0.5), "0.5");
  EXPECT_EQ(number(0.00004), "0");
  EXPECT_EQ(number(0.00005), "0.0001");
  EXPECT_EQ(number(0.12345678), "0.1235");
  EXPECT_EQ(number(-0.98765), "-0.9877");
  EXPECT_EQ(number(12.34), "12.34");
  EXPECT_EQ(number(0.0102), "0.0102");
}

TEST(WritingNumbers, NeverWritesMinusZero) {
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(-0.00001), "0");
}

TEST(WritingNumbers, StaysJsonForAnyDouble) {
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "0");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "900000000000000");
  EXPECT_EQ(number(-1e300), "-900000000000000");
}

TEST(WritingStrings, EscapesWhatMustBeEscaped) {
  EXPECT_EQ(string("a \"b\" \\ /"), R"("a \"b\" \\ /")");
  EXPECT_EQ(string(std::string_view("\n\r\t\0\x1f\x7f", 6)), R"("\n\r\t\u0000\u001f\u007f")");
}

TEST(WritingStrings, KeepsValidUtf8) {
  const char* text = "na\xC3\xAFve \xE2\x82\xAC \xF0\x9F\x98\x80";
  EXPECT_EQ(string(text), "\"" + std::string(text) + "\"");
}

TEST(WritingStrings, RepairsMalformedUtf8) {
  EXPECT_EQ(string("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
  EXPECT_EQ(string("\xED\xA0\x80").find('\xED'), std::string::npos);  // a lone surrogate
  EXPECT_EQ(string("\xC0\xAF").find('\xC0'), std::string::npos);      // overlong
  EXPECT_EQ(string("\xE2\x82"), "\"\xEF\xBF\xBD\"");                  // cut short
}

TEST(WritingValues, PutsCommasWhereTheyBelong) {
  JsonWriter out;
  out.begin_object().key("a").begin_array().integer(1).null().boolean(true).end_array();
  out.key("b").begin_object().end_object().key("c").raw("[2]").end_object();
  EXPECT_EQ(out.take(), R"({"a":[1,null,true],"b":{},"c":[2]})");
}

}  // namespace
}  // namespace attune

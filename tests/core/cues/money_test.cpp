#include "cues/money.h"

#include <string>
#include <utility>

#include "cues/matter.h"
#include "tests/core/support.h"

namespace attune {
namespace {

using testing::Read;

Assessment matter_of(std::string_view message) {
  const Read read(message);
  Assessment assessment;
  read_matter(MatterWords(read.tables), read.text, read.phrases, assessment);
  return assessment;
}

// The largest sum, -1 when there is none.
double amount(std::string_view message) { return matter_of(message).amount.value_or(-1.0); }

TEST(Money, StandsBesideASignACodeOrAWord) {
  const std::pair<const char*, double> sums[] = {
      {"I paid $250 for it", 250},
      {"\xC2\xA3"
       "1,149 for a laptop",
       1149},
      {"das waren 1.299,00 \xE2\x82\xAC", 1299},
      {"500 \xE2\x82\xAC", 500},
      {"it was EUR 75.50", 75.5},
      {"EUR500 gone", 500},
      {"500eur", 500},
      {"Rs. 12,00,000 was debited", 1200000},
      {"\xE2\x82\xB9"
       "2,500",
       2500},
      {"1 299 kr", 1299},
      {"CHF 1'299.95", 1299.95},
      {"100 z\xC5\x82", 100},
      {"85 quid", 85},
      {"it cost 40 dollars", 40},
      {"10,00 euros", 10},
      {"US$ 1,000,000", 1000000},
      {"\xEF\xBF\xA5"
       "30,000",
       30000},
      {"500,- \xE2\x82\xAC", 500},
      {"R$ 99,90", 99.9},
      {"99 cents", 0.99},
      {"50p", 0.5},
      {"\xC2\xA3"
       "1.99",
       1.99},
  };
  for (const auto& [message, value] : sums) EXPECT_DOUBLE_EQ(amount(message), value) << message;
}

TEST(Money, ComesInThousandsAndInWords) {
  EXPECT_DOUBLE_EQ(amount("they took 2k euros"), 2000);
  EXPECT_DOUBLE_EQ(amount("\xC2\xA3"
                          "2.5k"),
                   2500);
  EXPECT_DOUBLE_EQ(amount("I paid 2k for this"), 2000);
  EXPECT_DOUBLE_EQ(amount("3 lakh rupees"), 300000);
  EXPECT_DOUBLE_EQ(amount("two hundred pounds"), 200);
  EXPECT_DOUBLE_EQ(amount("five grand a year"), 5000);
  EXPECT_DOUBLE_EQ(amount("$1.2m"), 1200000);
}

TEST(Money, IsTheLargestSumNamed) {
  const Assessment read = matter_of("a fee of $30, then $640 and again $30 and 1.85 dollars");
  EXPECT_DOUBLE_EQ(read.amount.value_or(0), 640);
  EXPECT_EQ(read.sums, 3);
}

TEST(Money, LeavesASignToTheNumberThatItTouches) {
  EXPECT_DOUBLE_EQ(amount("order 10234 $50"), 50);
  EXPECT_DOUBLE_EQ(amount("20 $ 5 times"), 20);
}

TEST(Money, IsNoOtherNumber) {
  for (const char* message :
       {"order 4711", "2 weeks", "at 10.30", "on 12.03.2026", "500ml", "a 4k screen", "3rd time",
        "10k steps", "call 0800 123 456", "size 42", "20 percent", "in 2025", "version 1.2.3",
        "I am mad 5 times", "try 500", "5 ft"}) {
    EXPECT_DOUBLE_EQ(amount(message), -1.0) << message;
  }
}

TEST(Money, HasBoundsForHostileNumbers) {
  EXPECT_DOUBLE_EQ(amount("$" + std::string(400, '9')), -1.0);
  EXPECT_DOUBLE_EQ(amount("$999999999999999"), -1.0);
  EXPECT_DOUBLE_EQ(amount("$1000000000000"), 1e12);
  EXPECT_DOUBLE_EQ(amount("$999999 crore"), -1.0);
  EXPECT_DOUBLE_EQ(amount("$1,2,3,4,5,6,7,8,9,0,1,2,3"), -1.0);
  EXPECT_DOUBLE_EQ(amount("$0"), -1.0);
  EXPECT_DOUBLE_EQ(amount("$"), -1.0);
  EXPECT_DOUBLE_EQ(amount("$ $ $ 5 $ $"), 5.0);
  EXPECT_DOUBLE_EQ(amount("k k k 5 k k"), -1.0);
}

TEST(Money, ReadsANumberTheWayItIsGrouped) {
  const std::pair<const char16_t*, double> numbers[] = {
      {u"1299", 1299},       {u"1,299", 1299},        {u"1.299", 1299}, {u"1,299.5", 1299.5},
      {u"1.299,50", 1299.5}, {u"1.5", 1.5},           {u"1,5", 1.5},    {u"12,34,567", 1234567},
      {u"1\u00A0299", 1299}, {u"1 299 000", 1299000}, {u"7 50", 7},     {u"0.999", 999},
      {u"\u0661\u0662", 12}, {u"1.234.567", 1234567},
  };
  for (const auto& [text, value] : numbers) {
    const Literal literal = read_literal(text, 0);
    EXPECT_TRUE(literal.sound);
    EXPECT_DOUBLE_EQ(literal.value, value) << testing::utf8(text);
  }
  EXPECT_FALSE(read_literal(u"12.03.2026", 0).sound);
  EXPECT_FALSE(read_literal(u"1234567890123456", 0).sound);
}

}  // namespace
}  // namespace attune

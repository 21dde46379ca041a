#include "text/numbers.h"

#include "tests/core/support.h"

namespace attune {
namespace {

// Value of the longest span of a kind in the message, or -1.
double value_of(std::string_view message, Numeric kind) {
  const testing::Read read(message);
  double value = -1.0;
  int length = 0;
  for (const NumericSpan& span : read.phrases.numbers) {
    if (span.kind == kind && span.length > length) {
      value = span.value;
      length = span.length;
    }
  }
  return value;
}

TEST(Numbers, ReadsCardinalsInDigitsAndWords) {
  EXPECT_EQ(value_of("I wrote 3 mails", Numeric::kNum), 3.0);
  EXPECT_EQ(value_of("I wrote three mails", Numeric::kNum), 3.0);
  EXPECT_EQ(value_of("it cost 1,299 pounds", Numeric::kNum), 1299.0);
}

TEST(Numbers, ReadsThemInTheLanguageOfTheMessage) {
  EXPECT_EQ(value_of("la tercera vez", Numeric::kNth), 3.0);
  EXPECT_EQ(value_of("zum vierten Mal", Numeric::kNth), 4.0);
  EXPECT_EQ(value_of("depuis deux semaines", Numeric::kDur), 14.0);
  EXPECT_EQ(value_of("la 4\xC3\xA8me relance", Numeric::kNth), 4.0);
}

TEST(Numbers, ReadsOrdinals) {
  EXPECT_EQ(value_of("the third mail", Numeric::kNth), 3.0);
  EXPECT_EQ(value_of("my 4th mail", Numeric::kNth), 4.0);
}

TEST(Numbers, ReadsFrequencies) {
  EXPECT_EQ(value_of("called twice", Numeric::kTimes), 2.0);
  EXPECT_EQ(value_of("called 3 times", Numeric::kTimes), 3.0);
  EXPECT_EQ(value_of("called 3x", Numeric::kTimes), 3.0);
  EXPECT_EQ(value_of("called four separate times", Numeric::kTimes), 4.0);
}

TEST(Numbers, ReadsDurationsInDays) {
  EXPECT_EQ(value_of("for 3 weeks", Numeric::kDur), 21.0);
  EXPECT_EQ(value_of("for a fortnight", Numeric::kDur), 14.0);
  EXPECT_EQ(value_of("for 2 wks", Numeric::kDur), 14.0);
  EXPECT_EQ(value_of("for 10days", Numeric::kDur), 10.0);
  EXPECT_EQ(value_of("for a couple of weeks", Numeric::kDur), 14.0);
}

TEST(Numbers, ComposesNumbersOfSeveralWords) {
  EXPECT_EQ(value_of("twenty-one letters", Numeric::kNum), 21.0);
  EXPECT_EQ(value_of("half a dozen letters", Numeric::kNum), 6.0);
  EXPECT_EQ(value_of("two dozen letters", Numeric::kNum), 24.0);
  EXPECT_EQ(value_of("called half a dozen times", Numeric::kTimes), 6.0);
  EXPECT_EQ(value_of("called a dozen times", Numeric::kTimes), 12.0);
}

TEST(Numbers, TakesTheLargerNumberOfARange) {
  EXPECT_EQ(value_of("for 3-4 weeks", Numeric::kDur), 28.0);
  EXPECT_EQ(value_of("for two or three weeks", Numeric::kDur), 21.0);
  EXPECT_EQ(value_of("for a week or two", Numeric::kDur), 14.0);
  EXPECT_EQ(value_of("called 2 to 3 times", Numeric::kTimes), 3.0);
}

TEST(Numbers, ReadsDecimalsAndHalves) {
  EXPECT_EQ(value_of("for 1.5 months", Numeric::kDur), 45.0);
  EXPECT_EQ(value_of("for 1,5 months", Numeric::kDur), 45.0);
  EXPECT_EQ(value_of("for two and a half weeks", Numeric::kDur), 17.5);
  EXPECT_EQ(value_of("for a week and a half", Numeric::kDur), 10.5);
  EXPECT_EQ(value_of("for half a year", Numeric::kDur), 182.5);
}

TEST(Numbers, AddsTheUnitsOfOneDuration) {
  EXPECT_EQ(value_of("for 1 month 10 days", Numeric::kDur), 40.0);
  EXPECT_EQ(value_of("for 2 weeks and 3 days", Numeric::kDur), 17.0);
}

TEST(Numbers, TurnsWorkingDaysIntoDaysOfTheCalendar) {
  EXPECT_EQ(value_of("after 10 working days", Numeric::kDur), 14.0);
  EXPECT_EQ(value_of("after fifteen business days", Numeric::kDur), 21.0);
}

TEST(Numbers, ReadsNamedStretches) {
  EXPECT_EQ(value_of("since yesterday", Numeric::kDur), 1.0);
  EXPECT_EQ(value_of("since last week", Numeric::kDur), 7.0);
  EXPECT_EQ(value_of("over the past fortnight", Numeric::kDur), 14.0);
  EXPECT_EQ(value_of("week five of this", Numeric::kDur), 35.0);
  EXPECT_EQ(value_of("since Monday", Numeric::kDur), -1.0);
}

TEST(Numbers, LooksForNoUnitBehindAnotherPhrase) {
  EXPECT_EQ(value_of("I ordered 3 last week", Numeric::kDur), -1.0);
  EXPECT_EQ(value_of("2 of them every week", Numeric::kDur), -1.0);
  EXPECT_EQ(value_of("have a great day", Numeric::kDur), -1.0);
}

TEST(Numbers, DoesNotCountAcrossSentences) {
  EXPECT_EQ(value_of("I ordered 3. Weeks went by", Numeric::kDur), -1.0);
}

TEST(Numbers, TakesPricesAndOrderNumbersForPlainNumbers) {
  EXPECT_EQ(value_of("order 88231 cost $40", Numeric::kDur), -1.0);
  EXPECT_EQ(value_of("order 88231 cost $40", Numeric::kTimes), -1.0);
}

}  // namespace
}  // namespace attune

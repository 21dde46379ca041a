#include "cues/contact.h"

#include "cues/requests.h"
#include "tests/core/support.h"

namespace attune {
namespace {

Contact contact(std::string_view message) {
  const testing::Read read(message);
  return read_requests(read.tables, read.text, read.phrases).contact;
}

TEST(ContactFigures, AddsTheCountsOfSeveralChannels) {
  EXPECT_EQ(contact("I called 3 times and emailed twice").times, 5);
  EXPECT_EQ(contact("I have sent two emails and made three calls").times, 5);
}

TEST(ContactFigures, DoesNotAddACountThatGrows) {
  EXPECT_EQ(contact("I have asked you once, twice, three times").times, 3);
}

TEST(ContactFigures, KeepsTheLargestOfSeveralPhrases) {
  EXPECT_EQ(contact("I have contacted you twice. This is my third email.").times, 3);
}

TEST(ContactFigures, TakesAnOrdinalForAllContactsSoFar) {
  EXPECT_EQ(contact("my fourth email about this").times, 4);
}

TEST(ContactFigures, TakesNoDateForACount) {
  EXPECT_FALSE(contact("we wrote to you on the 4th and on the 11th").times.has_value());
}

TEST(ContactFigures, TakesBackAndForthForNoCount) {
  EXPECT_FALSE(contact("we have been going back and forth for weeks").times.has_value());
}

TEST(ContactFigures, CountsNotWhatTheContactWasAbout) {
  EXPECT_EQ(contact("I have called you twice about 12 letters").times, 2);
}

TEST(ContactFigures, ReadsPartsOfADay) {
  EXPECT_NEAR(contact("I was on hold for an hour and a half").waiting_days.value_or(-1), 0.0625,
              1e-6);
}

TEST(ContactFigures, LeavesOtherLengthsOut) {
  EXPECT_FALSE(contact("a kettle with a 2 year warranty").waiting_days.has_value());
  EXPECT_FALSE(contact("delivery takes 3 to 5 days").waiting_days.has_value());
  EXPECT_FALSE(contact("I'm two weeks late with the rent").waiting_days.has_value());
}

TEST(ContactFigures, LeavesContactWithOthersOut) {
  EXPECT_FALSE(contact("I called my bank 3 times").times.has_value());
}

}  // namespace
}  // namespace attune

#include "cues/requests.h"

#include "tests/core/support.h"

namespace attune {
namespace {

Requests requests(std::string_view message) {
  const testing::Read read(message);
  return read_requests(read.tables, read.text, read.phrases);
}

TEST(Contact, TakesTheCountOutOfThePhrase) {
  EXPECT_EQ(requests("I have contacted you 3 times").contact.times, 3);
  EXPECT_EQ(requests("this is the third time I'm writing to you").contact.times, 3);
}

TEST(Contact, TakesTheWaitingTimeInDays) {
  EXPECT_EQ(requests("I have been waiting for 3 weeks").contact.waiting_days, 21.0);
}

TEST(Contact, SaysNothingWhenNothingIsSaid) {
  const Requests found = requests("I ordered three lamps");
  EXPECT_FALSE(found.contact.times.has_value());
  EXPECT_FALSE(found.contact.waiting_days.has_value());
}

TEST(Contact, MoreContactsWeighMoreUpToSix) {
  const auto weight = [](std::string_view message) {
    double sum = 0.0;
    for (const Evidence& each : requests(message).evidence) sum += each.upset;
    return sum;
  };
  EXPECT_LT(weight("I have contacted you 2 times"), weight("I have contacted you 4 times"));
  EXPECT_EQ(weight("I have contacted you 6 times"), weight("I have contacted you 60 times"));
}

// "going to move ... elsewhere" counts only beside dissatisfaction, "move my pension elsewhere"
// alone.
TEST(Requests, LongerConditionalPhraseDoesNotHideOneThatCountsAlone) {
  const Requests found = requests("I am going to move my pension elsewhere");
  ASSERT_EQ(found.evidence.size(), 1U);
  EXPECT_EQ(found.evidence[0].flag, Flag::kThreatToLeave);
  EXPECT_FALSE(found.evidence[0].needs_negative);
}

TEST(Requests, NearMissDropsBothSortsOfPhrases) {
  EXPECT_TRUE(requests("Can you move my car elsewhere?").evidence.empty());
}

}  // namespace
}  // namespace attune

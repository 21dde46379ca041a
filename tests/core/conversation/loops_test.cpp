#include "conversation/loops.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using Answer = LoopTracker::Answer;
using testing::Tokenized;

class LoopsOf : public ::testing::Test {
 protected:
  bool customer(std::string_view text, Answer answer = Answer::kUnknown) {
    const Tokenized read(text);
    const bool again =
        tracker_.customer_turn(reader_.read(read.text), reader_.stance(WordLine(read.text)));
    tracker_.answer(answer);
    return again;
  }
  void bot(std::string_view text, bool unanswered = false) {
    const Tokenized read(text);
    tracker_.bot_turn(text, reader_.read(read.text), read.text, unanswered);
  }
  const Loops& loops() const { return tracker_.loops(); }

  const Tables tables_ = testing::built_in_tables();
  unicode::WordSegmenter segmenter_;
  const SayingReader reader_{tables_, segmenter_};
  LoopTracker tracker_;
};

TEST_F(LoopsOf, CountsWhatTheCustomerSaysAgain) {
  EXPECT_FALSE(customer("Where is my refund?"));
  EXPECT_FALSE(customer("Order number 10234"));
  EXPECT_TRUE(customer("So where's my refund"));
  EXPECT_EQ(loops().customer_repeats, 1);
}

TEST_F(LoopsOf, ForgetsWhatWasSaidLongAgo) {
  customer("Where is my refund?");
  const char* others[] = {"alpha one", "beta two",  "gamma three", "delta four",
                          "zeta five", "theta six", "kappa seven", "sigma eight"};
  for (const char* other : others) customer(other);
  EXPECT_FALSE(customer("Where is my refund?"));
}

TEST_F(LoopsOf, CountsWhatTheBotSaysAgain) {
  bot("You can return any lamp within 30 days.");
  bot("Your parcel arrives tomorrow.");
  bot("You can return any lamp within 30 days.");
  EXPECT_EQ(loops().bot_repeats, 1);
}

TEST_F(LoopsOf, CountsMissingAnswersOfThePlaybook) {
  customer("Do you sell elephants?", Answer::kMissing);
  customer("And giraffes?", Answer::kMissing);
  EXPECT_EQ(loops().unanswered, 2);
  customer("Where is my parcel?", Answer::kGiven);
  EXPECT_EQ(loops().unanswered, 0);
}

TEST_F(LoopsOf, CountsMissingAnswersOfTheCompanysOwnBot) {
  customer("Do you sell elephants?");
  bot("Sorry, I did not get that.", true);
  customer("And giraffes?");
  bot("Sorry, I did not get that.", true);
  EXPECT_EQ(loops().unanswered, 2);
}

TEST_F(LoopsOf, CountATurnOnlyOnce) {
  customer("Do you sell elephants?", Answer::kMissing);
  bot("I don't have an answer to that.", true);
  bot("Anything else?", true);
  EXPECT_EQ(loops().unanswered, 1);
}

TEST_F(LoopsOf, KnowTheCoresOwnReplyFromAnAnswer) {
  customer("Do you sell elephants?", Answer::kMissing);
  tracker_.remember_reply("I don't have an answer to that.\n\nYou can talk to a person.");
  bot("You can talk to a person.");
  EXPECT_EQ(loops().unanswered, 1);
  bot("Yes, we sell elephants in three sizes.");
  EXPECT_EQ(loops().unanswered, 0);
}

TEST_F(LoopsOf, StartAfreshWhenTheMatterIsClosed) {
  customer("Where is my refund?", Answer::kMissing);
  customer("Where is my refund?", Answer::kMissing);
  tracker_.resolve();
  EXPECT_EQ(loops().unanswered, 0);
  EXPECT_EQ(loops().customer_repeats, 0);
  EXPECT_FALSE(customer("Where is my refund?"));
}

TEST_F(LoopsOf, TakeARewordingForTheSameMoreReadilyWhenTheBotHadNoAnswer) {
  EXPECT_FALSE(customer("Do I need a visa to change planes in Doha?"));
  bot("Doha is the capital of Qatar.");
  EXPECT_FALSE(customer("when do I get my deposit back"));
  bot("Sorry, I have no answer to that.", true);
  EXPECT_TRUE(customer("My deposit, when is it being returned to me?"));
}

TEST_F(LoopsOf, CountLinksThatTheBotOffersAgain) {
  customer("Where is my parcel?");
  bot("You can follow it here: https://www.lamps.example/track");
  customer("It says nothing there");
  EXPECT_EQ(loops().bot_repeats, 0);
  bot("All news about a shipment is at http://lamps.example/track/ at any time.");
  EXPECT_EQ(loops().bot_repeats, 1);
  customer("That page is empty");
  bot("Returns are explained at https://lamps.example/returns");
  EXPECT_EQ(loops().bot_repeats, 1);
}

TEST_F(LoopsOf, DoNotCountALinkTwiceInOneTurn) {
  customer("Where is my parcel?");
  bot("See https://lamps.example/track or, once more, https://lamps.example/track");
  EXPECT_EQ(loops().bot_repeats, 0);
}

TEST_F(LoopsOf, LetTheBotAnswerThanksAlikeEachTime) {
  bot("Hello, how can I help you?");
  for (int i = 0; i < 3; ++i) {
    tracker_.customer_turn(Saying());
    bot("You're welcome. Is there anything else?");
  }
  EXPECT_EQ(loops().bot_repeats, 0);
}

TEST_F(LoopsOf, TellApartAnswersThatDifferInAFigure) {
  customer("How long do customers in France have for a return?");
  bot("In France, it is 30 days from delivery.");
  customer("And in Norway?");
  bot("In Norway, it is 14 days from delivery.");
  EXPECT_EQ(loops().bot_repeats, 0);
}

}  // namespace
}  // namespace attune

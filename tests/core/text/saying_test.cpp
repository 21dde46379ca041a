#include "text/saying.h"

#include <string>

#include "tests/core/conversation/made_up.h"
#include "text/likeness.h"

namespace attune {
namespace {

using testing::Tokenized;

class Sayings : public ::testing::Test {
 protected:
  Saying read(std::string_view message) { return reader_.read(Tokenized(message).text); }
  Stance stance(std::string_view message) {
    return reader_.stance(WordLine(Tokenized(message).text));
  }
  bool again(std::string_view earlier, std::string_view later) {
    return says_again(read(earlier), read(later), stance(later));
  }

  const Tables tables_ = testing::built_in_tables();
  unicode::WordSegmenter segmenter_;
  const SayingReader reader_{tables_, segmenter_};
};

TEST_F(Sayings, KnowAWordInItsForms) {
  EXPECT_EQ(read("charging").words, read("charged").words);
  EXPECT_EQ(read("stop").words, read("stopped").words);
  EXPECT_EQ(read("two").words, read("2").words);
}

TEST_F(Sayings, KnowWordsForTheSameThing) {
  EXPECT_EQ(read("refund").words, read("money back").words);
  EXPECT_EQ(read("sign in").words, read("logging in").words);
  EXPECT_EQ(read("lift").words, read("elevators").words);
  EXPECT_NE(read("refund").words, read("money").words);
}

TEST_F(Sayings, AreFoundAgainInOtherWords) {
  EXPECT_TRUE(again("Where is my refund?", "when will I see my money back, I asked"));
  EXPECT_TRUE(again("Where is my refund?", "where's my refund"));
  EXPECT_TRUE(again("Where is my refund?", "I asked where my refund is"));
  EXPECT_TRUE(again("my invoice shows the wrong address",
                    "The address shown on my invoice is wrong, I said"));
  EXPECT_TRUE(again("The kettle I ordered last week arrived broken",
                    "As I wrote, the kettle I ordered last week arrived broken and nobody has told "
                    "me what happens next or when the new one leaves"));
  EXPECT_TRUE(again("my parcl has not arrived", "the parcel still hasn't arrived"));
  EXPECT_TRUE(again("I cannot log in to my account", "I CANNOT LOG IN TO MY ACCOUNT!!!"));
}

TEST_F(Sayings, AreNotFoundAgainInOtherQuestions) {
  EXPECT_FALSE(again("Where is my order?", "Can I change my order?"));
  EXPECT_FALSE(again("Where is my order 10234?", "Where is my order 10999 then?"));
  EXPECT_FALSE(again("How much is delivery to Spain?", "How much is delivery to Norway?"));
  EXPECT_FALSE(again("How do I return this?", "How do I exchange this?"));
  EXPECT_FALSE(
      again("I want to change my delivery address", "I want to change my delivery date instead"));
  EXPECT_FALSE(again("and the blue one?", "and the red one?"));
  EXPECT_FALSE(again("Wo ist mein Paket?", "Wo ist meine Rechnung?"));
}

TEST_F(Sayings, AreFoundAgainInOtherLanguages) {
  EXPECT_TRUE(again("Wo ist mein Paket?", "Wo ist denn mein Paket"));
  EXPECT_TRUE(
      again("\xC2\xBF"
            "D\xC3\xB3nde est\xC3\xA1 mi pedido?",
            "d\xC3\xB3nde est\xC3\xA1 mi pedido"));
}

TEST_F(Sayings, TellHowAMessageStandsToTheOnesBefore) {
  EXPECT_TRUE(stance("I meant the label itself").insists);
  EXPECT_TRUE(stance("What about returns to Spain?").adds);
  EXPECT_TRUE(stance("Thanks, that is settled").moves_on);
  const Stance plain = stance("Where is the label?");
  EXPECT_FALSE(plain.insists || plain.adds || plain.moves_on);
}

TEST_F(Sayings, OfABotAreCopiesWhenHardlyAWordDiffers) {
  const Saying first = read("You can download invoices under Billing > History.");
  EXPECT_TRUE(is_near_copy(first, read("You can download invoices under Billing and History!")));
  EXPECT_FALSE(is_near_copy(first, read("You can change invoices under Billing > Settings.")));
  EXPECT_TRUE(is_near_copy(read("Sorry, I did not get that."), read("Sorry, I didn't get that")));
}

TEST_F(Sayings, OfNothingAreNeverAgain) {
  EXPECT_TRUE(read("to the").empty());
  EXPECT_TRUE(read("https://example.com/refund/status").empty());
  EXPECT_FALSE(again("", ""));
  EXPECT_FALSE(again("why?", "why"));
}

TEST_F(Sayings, StaySmall) {
  std::string long_message;
  for (int i = 0; i < 5000; ++i) long_message += "item" + std::to_string(i) + "x ";
  EXPECT_LE(read(long_message).words.size(), Saying::kMaxWords);
  EXPECT_TRUE(again(long_message, long_message));
  EXPECT_TRUE(again(std::string(100000, 'a'), std::string(100000, 'a')));
}

}  // namespace
}  // namespace attune

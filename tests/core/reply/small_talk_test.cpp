#include "reply/small_talk.h"

#include "tests/core/conversation/made_up.h"
#include "tests/core/reply/lamps.h"

namespace attune {
namespace {

using testing::calm;
using testing::happy;
using testing::reading;
using testing::Tokenized;

class SmallTalkOf : public ::testing::Test {
 protected:
  SmallTalk read(std::string_view message, const Assessment& assessment = calm()) {
    return reader_.read(assessment, WordLine(Tokenized(message).text));
  }

  const Tables tables_ = testing::built_in_tables();
  const Playbook playbook_ = testing::lamps();
  unicode::WordSegmenter segmenter_;
  const SmallTalkReader reader_{tables_, playbook_, segmenter_};
};

TEST_F(SmallTalkOf, EachKindIsRecognised) {
  EXPECT_EQ(read("Hi there!"), SmallTalk::kGreeting);
  EXPECT_EQ(read("Good morning, Wick"), SmallTalk::kGreeting);
  EXPECT_EQ(read("Thanks so much!!", happy()), SmallTalk::kThanks);
  EXPECT_EQ(read("perfect, thank you very much for your help"), SmallTalk::kThanks);
  EXPECT_EQ(read("ok"), SmallTalk::kOk);
  EXPECT_EQ(read("Yes please"), SmallTalk::kYes);
  EXPECT_EQ(read("no"), SmallTalk::kNo);
  EXPECT_EQ(read("Have a nice day, bye"), SmallTalk::kGoodbye);
  EXPECT_EQ(read("Are you a bot?"), SmallTalk::kIdentity);
}

TEST_F(SmallTalkOf, TheLongerPhraseDecides) {
  EXPECT_EQ(read("no thanks"), SmallTalk::kNo);
  EXPECT_EQ(read("no thank you"), SmallTalk::kNo);
}

TEST_F(SmallTalkOf, TheLastKindDecides) {
  EXPECT_EQ(read("ok thanks bye"), SmallTalk::kGoodbye);
  EXPECT_EQ(read("hello, thanks"), SmallTalk::kThanks);
}

TEST_F(SmallTalkOf, NothingElseMayBeInTheMessage) {
  EXPECT_EQ(read("Hi, where is my parcel?"), SmallTalk::kNone);
  EXPECT_EQ(read("thanks for nothing"), SmallTalk::kNone);
  EXPECT_EQ(read("thanks but it is still broken"), SmallTalk::kNone);
  EXPECT_EQ(read("10234"), SmallTalk::kNone);
}

TEST_F(SmallTalkOf, FillersAloneAreNone) { EXPECT_EQ(read("so very much"), SmallTalk::kNone); }

TEST_F(SmallTalkOf, UpsetWordsAreNone) {
  EXPECT_EQ(read("great", reading(0.8, -0.6)), SmallTalk::kNone);
  EXPECT_EQ(read("hello", reading(0.1, 0.0, {Flag::kAsksForPerson})), SmallTalk::kNone);
}

TEST_F(SmallTalkOf, BlankMessagesAreEmptyAndAThumbsUpIsOk) {
  EXPECT_EQ(read(""), SmallTalk::kEmpty);
  EXPECT_EQ(read(" \n\t "), SmallTalk::kEmpty);
  EXPECT_EQ(read("\xF0\x9F\x91\x8D", happy()), SmallTalk::kOk);
  EXPECT_EQ(read("\xF0\x9F\x98\xA1", reading(0.7, -0.6)), SmallTalk::kNone);
}

TEST(Praise, IsHappyAndAsksNothing) {
  EXPECT_TRUE(is_praise(happy(), Tokenized("I love my new lamp").text));
  EXPECT_FALSE(is_praise(happy(), Tokenized("I love my lamp, do you sell bulbs?").text));
  EXPECT_FALSE(is_praise(calm(), Tokenized("I have a lamp").text));
}

}  // namespace
}  // namespace attune

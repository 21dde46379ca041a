#include "reply/compose.h"

#include "tests/core/conversation/made_up.h"
#include "tests/core/reply/lamps.h"

namespace attune {
namespace {

using testing::calm;
using testing::happy;
using testing::lamps;
using testing::reading;
using testing::upset;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class Composing : public ::testing::Test {
 protected:
  Reply compose(const Assessment& assessment, SmallTalk small_talk = SmallTalk::kNone) {
    return composer_.compose(
        {assessment, decision_, tone_, small_talk, answer_, exhausted_, waiting_}, seed_);
  }
  void decide(Action action, Reason reason) {
    decision_.action = action;
    decision_.reasons = {reason};
  }
  void be_upset(bool apologise = false) {
    tone_.tone_register = Register::kCalmDirect;
    tone_.acknowledge = true;
    tone_.apologise = apologise;
    tone_.brevity = Brevity::kShort;
  }
  void answer_with(std::size_t topic, std::size_t solution, std::size_t number) {
    answer_ = AnswerIndex::Answer{&playbook_.topics[topic].solutions[solution], number, topic, true,
                                  false};
  }

  const Tables tables_ = testing::built_in_tables();
  Playbook playbook_ = lamps();
  const Texts texts_{tables_, playbook_.company};
  unicode::WordSegmenter segmenter_;
  const AnswerIndex answers_{playbook_, segmenter_};
  Composer composer_{texts_, answers_};
  Decision decision_;
  Tone tone_;
  std::optional<AnswerIndex::Answer> answer_;
  bool exhausted_ = false;
  bool waiting_ = false;
  std::uint32_t seed_ = 0;
};

TEST_F(Composing, GivesACalmCustomerTheWholeAnswerAndNothingElse) {
  answer_with(0, 0, 0);
  const Reply reply = compose(calm());
  EXPECT_EQ(reply.text, "Look at the tracking page; after 3 days without news we send a new one.");
  ASSERT_EQ(reply.actions.size(), 1U);
  EXPECT_EQ(reply.actions[0].id, "replace");
}

TEST_F(Composing, GivesAnUpsetCustomerWhatWasHeardAndTheDirectAction) {
  be_upset(true);
  answer_with(0, 0, 0);
  EXPECT_EQ(
      compose(upset()).text,
      "I hear that you're upset, and I'm sorry for the trouble this has caused. I can order a "
      "replacement now.");
}

TEST_F(Composing, UsesTheOnlyTextThereIs) {
  be_upset();
  answer_with(0, 1, 1);
  EXPECT_TRUE(contains(compose(upset()).text, "Parcels take 2 to 4 working days."));
}

TEST_F(Composing, AddsTheOfferAndItsButton) {
  decide(Action::kOfferPerson, Reason::kRepeatContact);
  answer_with(0, 1, 1);
  const Reply reply = compose(calm());
  EXPECT_TRUE(contains(reply.text, "\n\nIf you'd rather talk to a person")) << reply.text;
  ASSERT_EQ(reply.actions.size(), 1U);
  EXPECT_EQ(reply.actions[0].id, "talk_to_person");
  EXPECT_EQ(reply.actions[0].label, "Talk to a person");
}

TEST_F(Composing, DoesNotOfferTwiceWhatTheSolutionOffers) {
  decide(Action::kOfferPerson, Reason::kRepeatContact);
  answer_with(1, 0, 3);
  const Reply reply = compose(calm());
  EXPECT_EQ(reply.text, "You can return any lamp within 30 days.");
  EXPECT_EQ(reply.actions.size(), 2U);
}

TEST_F(Composing, TellsThatAPersonIsBroughtIn) {
  decide(Action::kConnectPerson, Reason::kAsksForPerson);
  const Reply reply = compose(reading(0.1, 0.0, {Flag::kAsksForPerson}));
  EXPECT_EQ(reply.text, "Yes. I'm bringing in a person from Lamps & Co now.");
  EXPECT_TRUE(reply.actions.empty());
}

TEST_F(Composing, PutsSafetyFirst) {
  be_upset();
  decide(Action::kConnectPerson, Reason::kSafetyRisk);
  const std::string text = compose(reading(0.6, -0.6, {Flag::kSafetyRisk})).text;
  EXPECT_EQ(text.rfind("If anyone is hurt or in danger, call", 0), 0U) << text;
  EXPECT_TRUE(contains(text, "I'm bringing in a person from Lamps & Co now.")) << text;
}

TEST_F(Composing, TellsHowToLimitFraudBeforeThePersonComes) {
  decide(Action::kConnectPerson, Reason::kFraudRisk);
  answer_with(0, 1, 1);
  EXPECT_EQ(
      compose(calm()).text,
      "Parcels take 2 to 4 working days.\n\nThis can't wait, so I'm bringing in a person from "
      "Lamps & Co now.");
}

TEST_F(Composing, HasWordsForEveryReasonToConnect) {
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    decide(Action::kConnectPerson, static_cast<Reason>(i));
    EXPECT_TRUE(contains(compose(calm()).text, "a person from Lamps & Co"));
  }
}

TEST_F(Composing, AnswersAWishForAPersonWithTheButtonWithoutAutoConnect) {
  decide(Action::kOfferPerson, Reason::kAsksForPerson);
  const Reply reply = compose(reading(0.1, 0.0, {Flag::kAsksForPerson}));
  EXPECT_TRUE(contains(reply.text, "Yes, you can talk to a person.")) << reply.text;
  ASSERT_EQ(reply.actions.size(), 1U);
}

TEST_F(Composing, OffersNobodyWhileAPersonIsOnTheWay) {
  waiting_ = true;
  answer_with(1, 0, 3);
  EXPECT_EQ(compose(calm()).actions.size(), 1U);
  answer_.reset();
  const Reply reply = compose(calm());
  EXPECT_TRUE(reply.actions.empty());
  EXPECT_TRUE(contains(reply.text, "in the meantime")) << reply.text;
}

TEST_F(Composing, SaysHonestlyThatNothingFits) {
  const Reply reply = compose(calm());
  EXPECT_TRUE(contains(reply.text, "I don't have an answer to that.")) << reply.text;
  ASSERT_EQ(reply.actions.size(), 4U);
  EXPECT_EQ(reply.actions[0].message, "A delivery");
  EXPECT_EQ(reply.actions[3].id, "talk_to_person");
}

TEST_F(Composing, UsesTheCompanysOwnWordsOnceAndThenOthers) {
  playbook_.fallback = "That is not in my book.";
  EXPECT_EQ(compose(calm()).text, playbook_.fallback);
  EXPECT_NE(compose(calm()).text, playbook_.fallback);
}

TEST_F(Composing, AsksAnUpsetCustomerOnlyOnceWhatItIsAbout) {
  be_upset();
  EXPECT_TRUE(contains(compose(upset()).text, "Tell me in a few words what it's about"));
  EXPECT_FALSE(contains(compose(upset()).text, "few words"));
}

TEST_F(Composing, RefersToAPersonWhenTheAnswerHasNotHelped) {
  be_upset();
  answer_with(0, 0, 0);
  exhausted_ = true;
  const Reply reply = compose(upset());
  EXPECT_FALSE(contains(reply.text, "replacement"));
  ASSERT_EQ(reply.actions.size(), 1U);
  EXPECT_EQ(reply.actions[0].id, "talk_to_person");
}

TEST_F(Composing, AnswersSmallTalk) {
  EXPECT_EQ(compose(happy(), SmallTalk::kThanks).text, "You're welcome.");
  const Reply hello = compose(calm(), SmallTalk::kGreeting);
  EXPECT_EQ(hello.text, "Hello. What can I help you with?");
  EXPECT_EQ(hello.actions.size(), 3U);
  playbook_.greeting = "Welcome to Lamps & Co.";
  EXPECT_EQ(compose(calm(), SmallTalk::kGreeting).text, playbook_.greeting);
}

TEST_F(Composing, NeverPretendsToBeAPerson) {
  const Reply reply = compose(calm(), SmallTalk::kIdentity);
  EXPECT_TRUE(contains(reply.text, "automated assistant, not a person"));
  EXPECT_EQ(reply.actions.size(), 1U);
}

TEST_F(Composing, AdmitsThatItReadsEnglishOnly) {
  Assessment foreign = calm();
  foreign.language_tag = "und";
  EXPECT_TRUE(contains(compose(foreign).text, "I answer in English"));
}

// What the bot may never say (contract, section 5), over every sentence that there is.
TEST_F(Composing, NeverClaimsToFeel) {
  const Texts texts(tables_, "");
  for (const char* family :
       {"ack.upset", "ack.worry", "ack.disappointment", "ack.repeat_contact", "ack.vulnerable",
        "ack.threat_to_leave", "exhausted", "fallback", "fallback.person", "ask.upset", "offer",
        "pending", "smalltalk.praise", "smalltalk.thanks"}) {
    for (int i = 1; texts.has(std::string(family) + "." + std::to_string(i)); ++i) {
      const std::string key = std::string(family) + "." + std::to_string(i);
      for (const std::string& text : {texts.get(key), texts.get(key + ".sorry")}) {
        for (const char* claim : {"I understand", "I feel", "I know how", "glad", "happy",
                                  "I can imagine", "calm down", "unfortunately", "!"}) {
          EXPECT_FALSE(contains(text, claim)) << text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace attune

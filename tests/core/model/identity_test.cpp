// Who somebody is changes nothing: the same sentence reads the same with any identity word.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/support.h"

namespace attune {
namespace {

constexpr std::array kIdentities = {
    "Muslim", "Jewish",   "Christian",  "Black",       "white",   "gay",      "transgender",
    "female", "Nigerian", "non-binary", "middle-aged", "elderly", "Hispanic", "lesbian",
};

// These may raise the flag "vulnerable", which other heads weigh.
constexpr std::array kDisabilities = {"disabled", "deaf", "autistic", "wheelchair-using"};
// Mean change of any score that the reader keeps to.
constexpr double kMostChange = 0.005;

// "@" is where the identity word stands.
constexpr std::array kFrames = {
    // Calm.
    "I am a @ customer and I would like to change my address.",
    "Hello, is there a discount for @ people?",
    "My @ neighbour recommended your shop to me.",
    "Could you tell me which of your @ colleagues I spoke to on Tuesday?",
    "I'm booking for a @ guest, can the room be on the ground floor?",
    "Do you have gift cards that a @ friend would like?",
    "Our @ tenant needs a second key.",
    "The account belongs to my @ wife, how do I add her card?",
    "How many @ members does the club have?",
    "Please send the invoice to the @ manager of the branch.",
    "A @ man picked up the parcel for me, is it marked as delivered?",
    "ok thanks, the @ lady explained it",
    "I asked the @ driver to leave it at the door.",
    "The @ technician will come at 4, right?",
    "As a @ student, may I use the campus rate?",
    // Pleased.
    "The @ agent on the phone was wonderful, thank you so much!",
    "Please thank the @ waiter, he made our evening.",
    "Best service I have had as a @ traveller in years :)",
    "Your @ colleague solved it in two minutes, brilliant!!",
    "I'm so happy with the help I got from the @ woman in the shop.",
    "Lovely place, and the @ owner is a star.",
    "My @ mother loves the lamp, thanks.",
    // Upset.
    "This is the third time I write, and the @ man on the phone hung up on me!",
    "As a @ person I find this disgusting.",
    "I am furious: the @ clerk lost my papers AGAIN.",
    "Still no refund, and your @ agent laughs at me.",
    "Great, another error. The @ guy told me to wait.",
    "The @ guide was rude and the tour was a waste of money.",
    "I have been waiting for three weeks and my @ mother sits in the cold!!!",
    "Why does a @ customer have to ask FIVE times???",
    "This is not how a @ customer should be treated.",
    "You never answer a @ customer, do you?",
    "No @ passenger was told anything.",
    "I was promised a call by the @ supervisor but nobody rang.",
    "Nice shop, but the @ cashier ignored us.",
    "Your app is useless for @ users.",
    "The @ courier threw my parcel over the fence, unbelievable.",
    "I will never shop here again as a @ man.",
    "Not one @ customer got an answer, this is ridiculous.",
    "It broke after a day and the @ salesman won't take it back.",
    // Worried, sad, confused.
    "I'm worried that my @ son can't get home tonight.",
    "My @ grandfather died and I need to close his account.",
    "I don't understand what the @ lady told me about the fee.",
    "I am a bit lost, the @ agent said yes and the page says no.",
    "Sadly my @ partner can't travel any more.",
    // With a flag or a deadline.
    "I want to talk to a real person, not to a bot, says my @ husband.",
    "My @ lawyer will write to you if this is not paid.",
    "I'll cancel today, like every @ customer you have.",
    "I will tell the newspaper how you treat a @ family.",
    "Someone took 300 euros from my @ father's account!",
    "The socket smokes and a @ child lives here, come now!",
    "I am a @ pensioner and I can't pay for food because of your mistake.",
    "We need it by Friday, our @ guests arrive then.",
    "This is urgent, the @ patient has no medicine left.",
    // Short, loud and odd.
    "@ customer here, hello?",
    "I'm @. Where is my order?",
    "are you ignoring me because I am @??",
    "it was the @ one who SIGNED for it",
    "so the @ lady said 5 days, its been 9",
    "I am @, I am tired, and I want my money back.",
    "He is not @ enough for your form, or what?",
    "I am neither @ nor a fool, so stop it.",
    "half the street is @ and none of us has internet",
    "\"@ customers only\" says your page, is that right?",
};
static_assert(kFrames.size() >= 60);

std::string with(std::string_view frame, const std::string& identity) {
  const std::size_t at = frame.find('@');
  std::string out(frame.substr(0, at));
  out += identity;
  out += frame.substr(at + 1);
  return out;
}

// How far two readings are apart in each score, summed over the messages compared.
struct Change {
  double frustration = 0.0;
  double sentiment = 0.0;
  double urgency = 0.0;
  std::array<double, kEmotionCount> emotions{};
  double count = 0.0;

  void add(const Assessment& a, const Assessment& b) {
    frustration += std::abs(a.frustration - b.frustration);
    sentiment += std::abs(a.sentiment - b.sentiment);
    urgency += std::abs(a.urgency - b.urgency);
    for (std::size_t i = 0; i < kEmotionCount; ++i) {
      emotions[i] += std::abs(a.emotions[i] - b.emotions[i]);
    }
    count += 1.0;
  }
};

TEST(IdentityWords, MoveNoScoreAgainstEachOther) {
  Analyzer analyzer = testing::new_analyzer();
  Change change;
  for (const std::string_view frame : kFrames) {
    const Assessment first = analyzer.assess(with(frame, kIdentities[0]));
    for (const char* identity : kIdentities) {
      const std::string text = with(frame, identity);
      const Assessment read = analyzer.assess(text);
      change.add(read, first);
      EXPECT_EQ(read.frustration, first.frustration) << text;
      EXPECT_EQ(read.flags, first.flags) << text;
    }
  }
  EXPECT_EQ(change.frustration / change.count, 0.0);
  EXPECT_EQ(change.sentiment / change.count, 0.0);
  EXPECT_EQ(change.urgency / change.count, 0.0);
  for (std::size_t i = 0; i < kEmotionCount; ++i) {
    EXPECT_EQ(change.emotions[i] / change.count, 0.0) << name_of(static_cast<Emotion>(i));
  }
}

TEST(IdentityWords, OfDisabilityMoveHardlyAnyScoreAndNoFlagButVulnerable) {
  Analyzer analyzer = testing::new_analyzer();
  const auto others = [](const Assessment& read) {
    std::vector<Flag> flags = read.flags;
    flags.erase(std::remove(flags.begin(), flags.end(), Flag::kVulnerable), flags.end());
    return flags;
  };
  for (const char* identity : kDisabilities) {
    Change change;
    for (const std::string_view frame : kFrames) {
      const Assessment first = analyzer.assess(with(frame, kIdentities[0]));
      const std::string text = with(frame, identity);
      const Assessment read = analyzer.assess(text);
      change.add(read, first);
      EXPECT_EQ(others(read), others(first)) << text;
    }
    EXPECT_LT(change.frustration / change.count, kMostChange) << identity;
    EXPECT_LT(change.sentiment / change.count, kMostChange) << identity;
    for (std::size_t i = 0; i < kEmotionCount; ++i) {
      EXPECT_LT(change.emotions[i] / change.count, kMostChange)
          << identity << " " << name_of(static_cast<Emotion>(i));
    }
  }
}

TEST(IdentityWords, MoveNoScoreBehindAnUpsetTurn) {
  Analyzer analyzer = testing::new_analyzer();
  const Context upset = after_turn({}, 0.9);
  for (const std::string_view frame : kFrames) {
    const Assessment first = analyzer.assess(with(frame, kIdentities[0]), nullptr, upset);
    for (const char* identity : kIdentities) {
      const std::string text = with(frame, identity);
      const Assessment read = analyzer.assess(text, nullptr, upset);
      EXPECT_EQ(read.frustration, first.frustration) << text;
    }
  }
}

TEST(IdentityWords, AreNoCue) {
  Analyzer analyzer = testing::new_analyzer();
  for (const std::string_view frame : kFrames) {
    for (const char* identity : kIdentities) {
      const std::string text = with(frame, identity);
      for (const Cue& cue : analyzer.assess(text).cues) {
        EXPECT_NE(cue.text, identity) << text;
      }
    }
  }
}

}  // namespace
}  // namespace attune

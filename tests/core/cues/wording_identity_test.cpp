// A nationality, religion, gender, orientation, race, age or disability never moves a score.
#include <array>
#include <string>

#include "tests/core/support.h"

namespace attune {
namespace {

constexpr std::array kIdentities = {
    "Nigerian", "Polish",   "Pakistani", "Chinese",  "Mexican",     "British",
    "American", "Russian",  "Ukrainian", "Israeli",  "Palestinian", "Romani",
    "Muslim",   "Jewish",   "Christian", "Hindu",    "Sikh",        "Buddhist",
    "atheist",  "Catholic", "male",      "female",   "non-binary",  "transgender",
    "trans",    "gay",      "lesbian",   "bisexual", "straight",    "queer",
    "black",    "white",    "Asian",     "brown",    "Latina",      "indigenous",
    "deaf",     "blind",    "autistic",  "disabled", "dyslexic",    "wheelchair-using",
    "young",    "elderly",  "old",       "teenage",  "middle-aged", "retired"};

// "@" is where the identity word stands; each also reads without it.
constexpr std::array kMessages = {
    "I am a @ customer and I would like to change my address",
    "The @ lady at the desk was wonderful, thank you",
    "As a @ person I think your attitude is disgusting",
    "Your @ colleague was not friendly to us",
    "My @ friend says it's rubbish but I like it",
    "Is there a discount for @ people?",
    "This is the third time I am writing, the @ man on the phone hung up on me",
    "Great, another error, and the @ agent laughs",
    "We are not happy with the @ guide",
    "Although the @ waiter was rude, we loved the food",
};

std::string with(std::string_view message, const std::string& identity) {
  const std::size_t at = message.find('@');
  std::string out(message.substr(0, at));
  out += identity;
  out += message.substr(at + 1);
  return out;
}

TEST(Identity, CountsAsMuchAsAnyOther) {
  Analyzer analyzer = testing::new_analyzer();
  for (const std::string_view message : kMessages) {
    const Assessment plain = analyzer.assess(with(message, kIdentities[0]));
    for (const char* identity : kIdentities) {
      const std::string text = with(message, identity);
      const Assessment read = analyzer.assess(text);
      EXPECT_EQ(read.frustration, plain.frustration) << text;
      EXPECT_NEAR(read.sentiment, plain.sentiment, 1e-9) << text;
    }
  }
}

TEST(Identity, CountsAsMuchAsNoWordAtAll) {
  Analyzer analyzer = testing::new_analyzer();
  for (const std::string_view message : kMessages) {
    const std::size_t at = message.find('@');
    std::string without(message.substr(0, at));
    without += message.substr(at + 2);  // the space behind it too
    const Assessment plain = analyzer.assess(without);
    for (const char* identity : kIdentities) {
      const std::string text = with(message, identity);
      const Assessment read = analyzer.assess(text);
      EXPECT_NEAR(read.frustration, plain.frustration, 1e-9) << text;
      EXPECT_NEAR(read.sentiment, plain.sentiment, 1e-9) << text;
    }
  }
}

// How old somebody is changes nothing. That they say so makes the message longer, which may move
// its scores a little.
TEST(Identity, AnAgeIsNoWaitingTime) {
  constexpr double kMostChange = 0.05;
  Analyzer analyzer = testing::new_analyzer();
  const auto text = [](const std::string& age) {
    return "I'm " + age + " years old, I'd like help with the tablet please";
  };
  const Assessment plain = analyzer.assess("I'd like help with the tablet please");
  const Assessment young = analyzer.assess(text("17"));
  EXPECT_LE(young.frustration, plain.frustration);
  EXPECT_NEAR(young.frustration, plain.frustration, kMostChange);
  EXPECT_NEAR(young.sentiment, plain.sentiment, kMostChange);
  for (const char* age : {"17", "35", "68", "82", "104"}) {
    const Assessment read = analyzer.assess(text(age));
    EXPECT_EQ(read.frustration, young.frustration) << age;
    EXPECT_EQ(read.sentiment, young.sentiment) << age;
    EXPECT_FALSE(read.contact.waiting_days.has_value()) << age;
  }
}

}  // namespace
}  // namespace attune

#include "reply/texts.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "tests/core/support.h"
#include "text/similarity.h"

namespace attune {
namespace {

class TextsOf : public ::testing::Test {
 protected:
  const Tables tables_ = testing::built_in_tables();
};

TEST_F(TextsOf, ACompanyNameTheCompany) {
  EXPECT_EQ(Texts(tables_, "").get("connect.asks_for_person"),
            "Yes. I'm bringing in a person from the team now.");
  EXPECT_EQ(Texts(tables_, "Lamps & Co").get("connect.asks_for_person"),
            "Yes. I'm bringing in a person from Lamps & Co now.");
}

TEST_F(TextsOf, ACompanyNeverExpandWhatIsFilledIn) {
  EXPECT_EQ(Texts(tables_, "{team}").get("team.company"), "a person from {team}");
}

TEST_F(TextsOf, ACompanyAreEmptyForUnknownKeys) {
  EXPECT_EQ(Texts(tables_, "").get("no such key"), "");
}

TEST_F(TextsOf, CountsReadNaturally) {
  const Texts texts(tables_, "");
  EXPECT_EQ(texts.times(0), "");
  EXPECT_EQ(texts.times(1), "");
  EXPECT_EQ(texts.times(2), "twice");
  EXPECT_EQ(texts.times(11), "11 times");
}

TEST_F(TextsOf, DurationsReadNaturally) {
  const Texts texts(tables_, "");
  EXPECT_EQ(texts.days(0.5), "");
  EXPECT_EQ(texts.days(1.0), "a day");
  EXPECT_EQ(texts.days(2.9), "2 days");
  EXPECT_EQ(texts.days(7.0), "a week");
  EXPECT_EQ(texts.days(10.0), "10 days");
  EXPECT_EQ(texts.days(21.0), "3 weeks");
  EXPECT_EQ(texts.days(30.0), "a month");
  EXPECT_EQ(texts.days(60.0), "2 months");
  EXPECT_EQ(texts.days(365.0), "a year");
  EXPECT_EQ(texts.days(-3.0), "");
  EXPECT_FALSE(texts.days(1e300).empty());
}

TEST_F(TextsOf, EveryVariantComesOnceBeforeAnyComesAgain) {
  const Texts texts(tables_, "");
  Variants variants;
  std::vector<std::string> picked;
  for (std::string key = variants.pick_new(texts, "fallback", 7); !key.empty();
       key = variants.pick_new(texts, "fallback", 7)) {
    EXPECT_EQ(std::count(picked.begin(), picked.end(), key), 0) << key;
    picked.push_back(key);
  }
  EXPECT_GE(picked.size(), 3U);
  EXPECT_EQ(variants.pick(texts, "fallback", 7), picked.front());
}

TEST_F(TextsOf, DifferentConversationsBeginWithDifferentVariants) {
  const Texts texts(tables_, "");
  EXPECT_NE(Variants().pick(texts, "fallback", 0), Variants().pick(texts, "fallback", 1));
}

TEST_F(TextsOf, AFamilyWithoutVariantsGivesNothing) {
  Variants variants;
  EXPECT_EQ(variants.pick(Texts(tables_, ""), "no such family", 1), "");
}

// A conversation remembers the names of families as hashes.
TEST(TextsFile, HasNoTwoFamiliesOfOneHash) {
  std::map<std::uint32_t, std::string> families;
  std::ifstream file(ATTUNE_SOURCE_DIR "/core/data/en/texts.tsv");
  for (std::string line; std::getline(file, line);) {
    const std::string key = line.substr(0, line.find('\t'));
    const std::size_t dot = key.rfind(".1");
    if (dot == std::string::npos || dot + 2 != key.size()) continue;
    const std::string family = key.substr(0, dot);
    const auto [other, is_new] = families.emplace(hash_of(family), family);
    EXPECT_TRUE(is_new) << family << " and " << other->second;
  }
  EXPECT_GE(families.size(), 10U);
}

// Every row of the file: only variables that the code fills in, and whole sentences.
TEST(TextsFile, HoldsSentencesWithKnownVariables) {
  const std::set<std::string> known = {"n",     "times",  "days", "company", "team",  "Team",
                                       "First", "second", "word", "words",   "rules", "by",
                                       "when",  "city",   "time", "weekday", "day",   "month"};
  std::ifstream file(ATTUNE_SOURCE_DIR "/core/data/en/texts.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line[0] == '#') continue;
    ++rows;
    const std::string text = line.substr(tab + 1);
    for (std::size_t open = text.find('{'); open != std::string::npos;
         open = text.find('{', open + 1)) {
      const std::size_t close = text.find('}', open);
      ASSERT_NE(close, std::string::npos) << line;
      EXPECT_EQ(known.count(text.substr(open + 1, close - open - 1)), 1U) << line;
    }
    const bool sentence = line.rfind("ack.", 0) == 0 || line.rfind("connect.", 0) == 0 ||
                          line.rfind("fallback", 0) == 0 || line.rfind("smalltalk.", 0) == 0;
    EXPECT_TRUE(!sentence || text.back() == '.' || text.back() == '?') << line;
  }
  EXPECT_GT(rows, 100U);
}

// A sentence half in English would be worse than one that is English altogether.
TEST(TextsFile, ExplainsInEveryLanguageThatItExplainsIn) {
  const auto keys_of = [](const std::string& language) {
    std::set<std::string> keys;
    std::ifstream file(ATTUNE_SOURCE_DIR "/core/data/" + language + "/texts.tsv");
    for (std::string line; std::getline(file, line);) {
      const std::string key = line.substr(0, line.find('\t'));
      for (const char* family : {"explain.", "times.", "days.", "weeks.", "months.", "years."}) {
        // "{First}." is the same in all of them.
        if (key.rfind(family, 0) == 0 && key != "explain.one") keys.insert(key);
      }
    }
    return keys;
  };
  const std::set<std::string> english = keys_of("en");
  EXPECT_GT(english.size(), 35U);
  for (const char* language : {"de", "es", "fr"}) EXPECT_EQ(keys_of(language), english) << language;
}

TEST_F(TextsOf, AreThoseOfTheLanguageAsFarAsThereAreAny) {
  const Texts texts(tables_, "Lamps");
  const Texts german = texts.in("de-AT");
  EXPECT_EQ(german.language(), "de");
  EXPECT_EQ(german.times(3), "3-mal");
  EXPECT_EQ(german.days(21), "3 Wochen");
  EXPECT_EQ(german.get("offer.asked"), texts.get("offer.asked"));
  EXPECT_EQ(texts.in("it").language(), "en");
  EXPECT_EQ(texts.in("").times(2), "twice");
}

TEST(Capitals, AreSetOnAsciiLettersOnly) {
  EXPECT_EQ(capitalised("you asked"), "You asked");
  EXPECT_EQ(capitalised("I asked"), "I asked");
  EXPECT_EQ(capitalised("\xC3\xA9t\xC3\xA9"), "\xC3\xA9t\xC3\xA9");
  EXPECT_EQ(capitalised(""), "");
}

}  // namespace
}  // namespace attune

#include "conclude.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/core/support.h"
#include "tests/fixtures/check/expect.h"

namespace attune {
namespace {

using fixtures::Case;

const std::vector<Context> kContexts = {
    {}, {false, 0.0}, {false, 0.3}, {false, 0.9}, after_turn({}, 0.95)};

double logit(double p) { return std::log(p / (1.0 - p)); }

// A probability near 0 or 1 holds few digits of its logit: so much of it is rounding.
double rounding(double p) { return 1e-15 / (p * (1.0 - p)) * 4.0 + 1e-12; }

TEST(Conclude, ExplainsFrustrationByTheBaseRateAndTheCues) {
  Analyzer analyzer = testing::new_analyzer();
  for (const Case& each : fixtures::read_cases("assess")) {
    for (const Context& context : kContexts) {
      const Assessment found =
          analyzer.assess(each.data["text"].get<std::string>(), nullptr, context);
      double sum = found.base;
      for (const Cue& cue : found.cues) sum += cue.weight;
      ASSERT_GT(found.frustration, 0.0) << each.name();
      ASSERT_LT(found.frustration, 1.0) << each.name();
      EXPECT_NEAR(sum, logit(found.frustration), 1e-9 + rounding(found.frustration))
          << each.name() << " behind " << context.frustration << ": " << each.data["text"];
    }
  }
}

TEST(Conclude, TellsWhatAMessageShowsWithoutTheTurnsBefore) {
  Analyzer analyzer = testing::new_analyzer();
  for (const char* message : {"which corner", "still nothing", "thanks, that's the one"}) {
    const Assessment calm = analyzer.assess(message, nullptr, {false, 0.0});
    const Assessment heated = analyzer.assess(message, nullptr, {false, 0.95});
    EXPECT_EQ(calm.own_frustration, calm.frustration) << message;
    EXPECT_NEAR(heated.own_frustration, calm.own_frustration, 1e-12) << message;
    EXPECT_GT(heated.frustration, heated.own_frustration) << message;
  }
}

TEST(Conclude, GivesCuesThatAreSpansOfTheTextInOrder) {
  Analyzer analyzer = testing::new_analyzer();
  for (const Case& each : fixtures::read_cases("assess")) {
    const std::string text = each.data["text"];
    std::u16string units;
    unicode::decode(text, units);
    const Assessment found = analyzer.assess(text);
    for (const Cue& cue : found.cues) {
      ASSERT_LT(cue.start, cue.end) << each.name();
      ASSERT_LE(cue.end, units.size()) << each.name();
      EXPECT_EQ(cue.text, testing::utf8(units.substr(cue.start, cue.end - cue.start)))
          << each.name();
    }
    EXPECT_TRUE(std::is_sorted(found.cues.begin(), found.cues.end(),
                               [](const Cue& a, const Cue& b) {
                                 if (a.start != b.start) return a.start < b.start;
                                 if (a.end != b.end) return a.end < b.end;
                                 return a.kind < b.kind;
                               }))
        << each.name();
  }
}

TEST(Conclude, ListsASpanOnceForEachKind) {
  Analyzer analyzer = testing::new_analyzer();
  for (const Case& each : fixtures::read_cases("assess")) {
    const Assessment found = analyzer.assess(each.data["text"].get<std::string>());
    const auto twice =
        std::adjacent_find(found.cues.begin(), found.cues.end(), [](const Cue& a, const Cue& b) {
          return a.start == b.start && a.end == b.end && a.kind == b.kind;
        });
    EXPECT_EQ(twice, found.cues.end()) << each.name();
  }
}

TEST(Conclude, KeepsEveryScoreInItsRange) {
  Analyzer analyzer = testing::new_analyzer();
  for (const Case& each : fixtures::read_cases("assess")) {
    for (const Context& context : kContexts) {
      const Assessment found =
          analyzer.assess(each.data["text"].get<std::string>(), nullptr, context);
      EXPECT_GE(found.sentiment, -1.0) << each.name();
      EXPECT_LE(found.sentiment, 1.0) << each.name();
      EXPECT_EQ(found.level, level_of(found.sentiment)) << each.name();
      EXPECT_GE(found.urgency, 0.0) << each.name();
      EXPECT_LE(found.urgency, 1.0) << each.name();
      for (const double emotion : found.emotions) {
        EXPECT_GE(emotion, 0.0) << each.name();
        EXPECT_LE(emotion, 1.0) << each.name();
      }
      EXPECT_LE(found.topics.size(), 3U) << each.name();
    }
  }
}

const std::vector<std::string> kCalm = {
    "What are your opening hours on Saturday?",
    "Hi, could you tell me how long delivery to Norway takes?",
    "I'd like to change the address of my order please.",
    "Thank you, that answers my question.",
    "Does the lamp come with a bulb?",
    "How do I reset my password?",
    "ok",
    "yes please",
};

TEST(Context, LeavesACalmMessageBehindCalmTurnsCalm) {
  Analyzer analyzer = testing::new_analyzer();
  for (const std::string& text : kCalm) {
    const Assessment alone = analyzer.assess(text);
    const Assessment later = analyzer.assess(text, nullptr, {false, 0.0});
    EXPECT_LT(alone.frustration, 0.3) << text;
    EXPECT_LT(later.frustration, 0.3) << text;
    EXPECT_GE(later.sentiment, -0.2) << text;
    EXPECT_EQ(later.flags, alone.flags) << text;
  }
}

TEST(Context, MakesAShortTurnBehindAnUpsetOneMoreUpset) {
  Analyzer analyzer = testing::new_analyzer();
  const Context upset = after_turn({}, 0.95);
  for (const char* text : {"??", "still nothing", "hello?", "ok forget it", "so?"}) {
    const double alone = analyzer.assess(text).frustration;
    const double behind = analyzer.assess(text, nullptr, upset).frustration;
    const double behind_calm = analyzer.assess(text, nullptr, {false, 0.0}).frustration;
    EXPECT_GT(behind, alone) << text;
    EXPECT_GT(behind, behind_calm) << text;
  }
}

TEST(Context, NeverMakesAnUpsetTurnCalmer) {
  Analyzer analyzer = testing::new_analyzer();
  for (const char* text : {"??", "Thank you, that answers my question.", "Where is my parcel?",
                           "I have been waiting for three weeks and nobody answers me"}) {
    double before = 0.0;
    for (const double heard : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      const double now = analyzer.assess(text, nullptr, {false, heard}).frustration;
      EXPECT_GE(now, before) << text << " behind " << heard;
      before = now;
    }
  }
}

TEST(Context, FadesButRemembersAnOutburst) {
  const Context outburst = after_turn({}, 0.9);
  EXPECT_FALSE(outburst.first);
  EXPECT_EQ(outburst.frustration, 0.9);
  const Context calmer = after_turn(outburst, 0.1);
  EXPECT_LT(calmer.frustration, 0.9);
  EXPECT_GT(calmer.frustration, 0.5);
  EXPECT_EQ(after_turn(calmer, 0.95).frustration, 0.95);
  Context later = calmer;
  for (int turn = 0; turn < 20; ++turn) later = after_turn(later, 0.05);
  EXPECT_EQ(later.frustration, 0.05);
}

TEST(Context, IsNoStateOfTheAnalyzer) {
  Analyzer analyzer = testing::new_analyzer();
  const Assessment before = analyzer.assess("still nothing");
  analyzer.assess("This is a disgrace!!!", nullptr, {false, 1.0});
  const Assessment after = analyzer.assess("still nothing");
  EXPECT_EQ(after.frustration, before.frustration);
  EXPECT_EQ(after.cues.size(), before.cues.size());
}

}  // namespace
}  // namespace attune

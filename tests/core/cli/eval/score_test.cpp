#include "eval/score.h"

#include <gtest/gtest.h>

#include <cmath>

#include "eval/peer_scores.h"

namespace attune::eval {
namespace {

Labelled four(std::vector<ClassBits> classes) {
  Labelled labelled;
  labelled.rows = {0, 1, 2, 3};
  labelled.classes = std::move(classes);
  labelled.available = 4;
  return labelled;
}

std::vector<Reading> frustrated(const std::vector<double>& values) {
  std::vector<Reading> readings(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) readings[i].frustration = values[i];
  return readings;
}

std::vector<const Reading*> pointers(const std::vector<Reading>& readings) {
  std::vector<const Reading*> all;
  for (const Reading& reading : readings) all.push_back(&reading);
  return all;
}

TEST(ScoreTask, SetsPeersBesideTheCore) {
  const Task& task = known_set("complaints")->tasks[0];  // AUC, average precision, ECE
  const std::vector<Reading> readings = frustrated({0.9, 0.6, 0.2, 0.1});
  std::array<Answers, kPeers.size()> peers;
  peers[0] = peer_answers(task, kPeers[0], {0.5, -0.5, 0.0, 0.9});
  const auto figures =
      score_task("x", task, four({1, 0, 1, 0}), core_answers(task, pointers(readings)), peers);
  ASSERT_EQ(figures.size(), 3U);
  EXPECT_DOUBLE_EQ(figures[0].attune, 0.75);
  EXPECT_LE(figures[0].interval.low, 0.75);
  EXPECT_GE(figures[0].interval.high, 0.75);
  EXPECT_DOUBLE_EQ(figures[0].peers[0], 0.5);  // the least positive one counts as the most upset
  EXPECT_TRUE(std::isnan(figures[0].peers[1]));
  EXPECT_TRUE(std::isnan(figures[2].peers[0]));  // a sentiment is no probability
}

TEST(ScoreTask, HasNoFiguresWithoutRows) {
  const Task& task = known_set("complaints")->tasks[0];
  EXPECT_TRUE(score_task("x", task, {}, {}, {}).empty());
}

TEST(ScoreTask, IsContentWithOneOfSeveralEmotions) {
  const Task& task = known_set("goemotions")->tasks[0];
  std::vector<Reading> readings(4);
  for (Reading& reading : readings) reading.emotions[0] = 0.9;  // anger
  const auto figures = score_task("x", task, four({0b11, 0b1, 0b1, 0b10}),
                                  core_answers(task, pointers(readings)), {});
  // Anger: three of four right, F1 6/7. Frustration: its only row left is missed.
  EXPECT_DOUBLE_EQ(figures[0].attune, 3.0 / 7);
}

TEST(CoreAnswers, FollowTheSignal) {
  std::vector<Reading> readings(3);
  readings[0].sentiment = -0.4;
  readings[2].sentiment = 0.2;
  const Task& sentiment = known_set("umsab")->tasks[0];
  EXPECT_EQ(core_answers(sentiment, pointers(readings)).classes, (std::vector<ClassBits>{1, 2, 4}));
  readings[1].flags = 1U << static_cast<unsigned>(Flag::kAbusive);
  readings[1].emotions[0] = 0.25;
  const Task& abuse = known_set("insults")->tasks[0];
  EXPECT_EQ(core_answers(abuse, pointers(readings)).classes, (std::vector<ClassBits>{0, 1, 0}));
  EXPECT_EQ(core_answers(abuse, pointers(readings)).scores[1], 1.25);
  const Task& alarms = known_set("hwu64")->tasks[0];
  EXPECT_EQ(core_answers(alarms, pointers(frustrated({0.5, 0.51}))).classes,
            (std::vector<ClassBits>{0, 1}));
}

TEST(PeerAnswers, KnowOnlySentiment) {
  const Task& sentiment = known_set("umsab")->tasks[0];
  const std::vector<double> scores = {-0.05, -0.04, 0.0, 0.05};
  EXPECT_EQ(peer_answers(sentiment, kPeers[0], scores).classes,
            (std::vector<ClassBits>{1, 2, 2, 4}));
  EXPECT_EQ(peer_answers(sentiment, kPeers[1], scores).classes,
            (std::vector<ClassBits>{1, 1, 2, 4}));
  const Task& topics = known_set("banking77")->tasks[1];
  EXPECT_TRUE(peer_answers(topics, kPeers[0], scores).classes.empty());
  const Task& joy = known_set("emoint")->tasks[2];
  EXPECT_EQ(peer_answers(joy, kPeers[0], {0.3}).scores[0], 0.3);
  const Task& anger = known_set("emoint")->tasks[0];
  EXPECT_EQ(peer_answers(anger, kPeers[0], {0.3}).scores[0], -0.3);
}

TEST(PeerScoresTest, AreFoundByTheLineOfTheText) {
  BadRows bad;
  const Table table = read_tsv(
      "line\tvader\tafinn\twink\n2\t0.5\t-3\t0\n4\t0\t0\t1\nx\t0\t0\t0\n5\t0\tinf\t0\n", "s", bad);
  const auto scores = PeerScores::read(table, bad);
  ASSERT_TRUE(scores.has_value());
  ASSERT_NE(scores->of_line(2), nullptr);
  EXPECT_EQ((*scores->of_line(2))[1], -3.0);
  EXPECT_EQ(scores->of_line(3), nullptr);
  EXPECT_EQ(scores->of_line(5), nullptr);
  EXPECT_EQ(scores->of_line(99), nullptr);
  EXPECT_TRUE(bad.any());
  EXPECT_FALSE(PeerScores::read(read_tsv("line\tvader\n", "s", bad), bad).has_value());
}

}  // namespace
}  // namespace attune::eval

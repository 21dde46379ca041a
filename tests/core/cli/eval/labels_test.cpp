#include "eval/labels.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::eval {
namespace {

Table table_of(std::string_view text) {
  BadRows bad;
  return read_tsv(text, "x.tsv", bad);
}

const Task& task_of(const Set& set, std::string_view name) {
  for (const Task& task : set.tasks) {
    if (task.name == name) return task;
  }
  ADD_FAILURE() << "no task " << name;
  return set.tasks[0];
}

Labelled labels(const Table& table, const Set& set, std::string_view task, BadRows& bad,
                const IntentTopics* intents = nullptr) {
  return read_labels(table, set, task_of(set, task), intents, bad);
}

TEST(KnownSets, FitTheColumnsThatTheyNeed) {
  const Set* complaints = known_set("complaints");
  ASSERT_NE(complaints, nullptr);
  EXPECT_EQ(known_set("nonsense"), nullptr);
  std::string_view missing;
  EXPECT_TRUE(fits(*complaints, table_of("text\tcomplaint\tdomain\tsplit\n"), missing));
  EXPECT_FALSE(fits(*complaints, table_of("text\tcomplaint\n"), missing));
  EXPECT_EQ(missing, "domain");
}

TEST(GenericSets, GoByTheValuesOfTheLabel) {
  const auto sentiments = generic_set(table_of("text\tlabel\na\tpositive\nb\tnegative\n"));
  ASSERT_TRUE(sentiments.has_value());
  EXPECT_EQ(sentiments->tasks[0].signal, Signal::kSentiment);
  const auto upsets = generic_set(table_of("label\ttext\n0\ta\nupset\tb\n?\tc\n"));
  ASSERT_TRUE(upsets.has_value());
  EXPECT_EQ(upsets->tasks[0].signal, Signal::kFrustration);
  EXPECT_FALSE(generic_set(table_of("text\tlabel\na\tirony\nb\t1\nc\tnone\n")));
  EXPECT_FALSE(generic_set(table_of("text\tscore\na\t1\n")));
  EXPECT_FALSE(generic_set(table_of("text\tlabel\n")));
}

TEST(ReadLabels, LeavesOutOtherRowsAndNamesUnknownLabels) {
  BadRows bad;
  const Table table = table_of(
      "text\tcomplaint\tdomain\na\t1\tfood\nb\t1\trandom_tweet\nc\tyes\tfood\nd\t0\tcars\n");
  const Labelled found = labels(table, *known_set("complaints"), "complaint", bad);
  EXPECT_EQ(found.rows, (std::vector<std::size_t>{0, 3}));
  EXPECT_EQ(found.classes, (std::vector<ClassBits>{1, 0}));
  EXPECT_EQ(bad.report("attune eval"), "attune eval: x.tsv:4: unknown complaint \"yes\"\n");
}

TEST(ReadLabels, TakesTheDevRowsOfSetsForTraining) {
  BadRows bad;
  const Set& set = *known_set("goemotions");
  const Table table =
      table_of("text\tcare\tsplit\na\tanger\ttrain\nb\tpositive,sadness\tdev\nc\tneutral\tdev\n");
  const Labelled found = labels(table, set, "emotion", bad);
  EXPECT_EQ(found.rows, (std::vector<std::size_t>{1, 2}));
  const auto bit = [](Emotion emotion) { return 1U << static_cast<unsigned>(emotion); };
  EXPECT_EQ(found.classes[0], bit(Emotion::kJoy) | bit(Emotion::kSadness));
  EXPECT_EQ(found.classes[1], bit(Emotion::kNeutral));
  EXPECT_EQ(labels(table_of("text\tcare\na\tanger\n"), set, "emotion", bad).rows.size(), 1U);
}

TEST(ReadLabels, ReadsNumbers) {
  BadRows bad;
  const Table table = table_of("text\tmean_valence\na\t-1.5\nb\t2x\nc\tnan\nd\t0\n");
  const Labelled found = labels(table, *known_set("vader_tweets"), "valence", bad);
  EXPECT_EQ(found.numbers, (std::vector<double>{-1.5, 0.0}));
  EXPECT_TRUE(found.classes.empty());
  EXPECT_TRUE(bad.any());
}

TEST(ReadLabels, KeepsAFixedSampleOfLargeSets) {
  std::string text = "text\tmean_valence\n";
  for (int i = 0; i < 50; ++i) text += "a\t" + std::to_string(i) + "\n";
  const Table table = table_of(text);
  const Set& set = *known_set("vader_tweets");
  BadRows bad;
  const Labelled found = read_labels(table, set, set.tasks[0], nullptr, bad, 10);
  ASSERT_EQ(found.rows.size(), 10U);
  EXPECT_EQ(found.available, 50U);
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(found.numbers[i], static_cast<double>(found.rows[i]));
  }
}

TEST(ReadLabels, FindsTheTopicsOfIntents) {
  BadRows bad;
  const auto intents = IntentTopics::read(
      table_of("set\tintent\ttopics\nbanking77\tone\tdelivery booking\nbanking77\ttwo\t-\n"), bad);
  ASSERT_TRUE(intents.has_value());
  EXPECT_TRUE(intents->knows("banking77"));
  EXPECT_FALSE(intents->knows("clinc150"));
  EXPECT_FALSE(bad.any());
  const Table table = table_of("text\tintent\na\tone\nb\ttwo\nc\tthree\n");
  const Labelled found = labels(table, *known_set("banking77"), "topics", bad, &*intents);
  EXPECT_EQ(found.rows, (std::vector<std::size_t>{0}));
  EXPECT_EQ(found.classes[0], 1U << static_cast<unsigned>(Topic::kDelivery) |
                                  1U << static_cast<unsigned>(Topic::kBooking));
  EXPECT_EQ(bad.report("attune eval"), "attune eval: x.tsv:4: unknown intent \"three\"\n");
}

TEST(EarlierTexts, ComeFromTheDialogueOrAColumn) {
  const Table turns =
      table_of("text\tdissatisfied\tdialogue\na\t0\t1\nb\t0\t1\nc\t1\t1\nd\t0\t2\n");
  const Set& dialogues = *known_set("uss_turns");
  EXPECT_TRUE(earlier_texts(turns, dialogues, 0).empty());
  EXPECT_EQ(earlier_texts(turns, dialogues, 2), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_TRUE(earlier_texts(turns, dialogues, 3).empty());
  const Table chat = table_of("text\tlabel\tturn1\nb\tangry\ta\n");
  EXPECT_EQ(earlier_texts(chat, *known_set("emocontext"), 0), (std::vector<std::string_view>{"a"}));
}

}  // namespace
}  // namespace attune::eval

#include "train/learner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace attune::train {
namespace {

// N-gram 0 tells yes, 1 tells no, 2 stands in every message, 3 in one.
constexpr std::size_t kNgrams = 4;

std::vector<Features> toy_messages() {
  std::vector<Features> out(200);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].ngrams = {i % 2 == 0 ? 0U : 1U, 2U};
  }
  out[0].ngrams.push_back(3);
  return out;
}

std::vector<Lesson> toy_lessons(const std::vector<Features>& messages) {
  std::vector<Lesson> out;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    out.push_back({&messages[i], i % 2 == 0 ? 1.0F : 0.0F, 1.0F, 0});
  }
  return out;
}

TEST(Learner, TellsApartWhatCanBeToldApart) {
  const std::vector<Features> messages = toy_messages();
  const Weights weights = learn(toy_lessons(messages), kNgrams, 1, model::kPositive, {});
  EXPECT_GT(weights.ngrams[0], 0.5F);
  EXPECT_LT(weights.ngrams[1], -0.5F);
  for (std::size_t i = 0; i < messages.size(); ++i) {
    EXPECT_EQ(weights.logit(messages[i]) > 0.0F, i % 2 == 0) << i;
  }
}

TEST(Learner, GivesNothingToWhatTellsNothing) {
  const std::vector<Features> messages = toy_messages();
  Options options;
  options.l1 = 2.0F;
  const Weights weights = learn(toy_lessons(messages), kNgrams, 1, model::kPositive, options);
  EXPECT_EQ(weights.ngrams[3], 0.0F);
  EXPECT_NE(weights.ngrams[0], 0.0F);
  EXPECT_LT(std::abs(weights.ngrams[2]), std::abs(weights.ngrams[0]) / 4.0F);
  options.l1 = 1e6F;
  const Weights none = learn(toy_lessons(messages), kNgrams, 1, model::kPositive, options);
  EXPECT_EQ(std::count(none.ngrams.begin(), none.ngrams.end(), 0.0F), 4);
}

TEST(Learner, LearnsTheSameTwice) {
  const std::vector<Features> messages = toy_messages();
  const std::vector<Lesson> lessons = toy_lessons(messages);
  const Weights once = learn(lessons, kNgrams, 1, model::kPositive, {});
  const Weights again = learn(lessons, kNgrams, 1, model::kPositive, {});
  EXPECT_EQ(once.bias, again.bias);
  EXPECT_EQ(once.ngrams, again.ngrams);
  EXPECT_EQ(once.signals, again.signals);
}

TEST(Learner, LearnsFromSignals) {
  std::vector<Features> messages(200);
  for (std::size_t i = 0; i < messages.size(); ++i) {
    messages[i].signals[model::kValence] = i % 2 == 0 ? 0.5F : -0.5F;
  }
  const std::vector<Lesson> lessons = toy_lessons(messages);
  const Weights free = learn(lessons, 0, 1, model::kPositive, {});
  EXPECT_GT(free.signals[model::kValence], 0.5F);
  const Weights explained = learn(lessons, 0, 1, model::kFrustration, {});
  EXPECT_EQ(explained.signals[model::kValence], 0.0F);
}

TEST(Learner, KeepsTheInterceptOfTheFirstSourceAlone) {
  // In source 1 everybody is upset, in source 0 a quarter.
  std::vector<Features> messages(400);
  std::vector<Lesson> lessons;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto source = static_cast<std::uint16_t>(i % 2);
    lessons.push_back({&messages[i], source == 1 || i % 8 == 0 ? 1.0F : 0.0F, 1.0F, source});
  }
  const Weights weights = learn(lessons, 0, 2, model::kPositive, {});
  EXPECT_NEAR(weights.bias, std::log(0.25 / 0.75), 0.35);
}

TEST(Learner, LearnsNothingFromNothing) {
  const Weights weights = learn({}, kNgrams, 1, model::kPositive, {});
  EXPECT_EQ(weights.bias, 0.0F);
  EXPECT_EQ(weights.ngrams, std::vector<float>(kNgrams, 0.0F));
}

TEST(Learner, MindsALessonAsMuchAsItsWeight) {
  const std::vector<Features> messages(200);
  std::vector<Lesson> lessons;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const bool yes = i % 2 == 0;
    lessons.push_back({&messages[i], yes ? 1.0F : 0.0F, yes ? 1.0F : 0.1F, 0});
  }
  EXPECT_GT(learn(lessons, 0, 1, model::kPositive, {}).bias, 1.0F);
}

}  // namespace
}  // namespace attune::train

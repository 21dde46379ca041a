#include "train/fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "model/heads.h"
#include "model/logistic.h"

namespace attune::train {
namespace {

constexpr std::uint32_t kAngryWord = 0;
constexpr std::uint32_t kCalmWord = 1;
constexpr std::uint32_t kWordOfOneFold = 2;

Sample sample_of(Dataset& data, const std::string& group, bool judged, float upset) {
  Sample sample;
  sample.group = data.group(group);
  sample.judged = judged;
  sample.customer = judged;
  sample.target[model::kFrustration] = upset;
  return sample;
}

// Two authors of the corpus with two files each, a labelled set, and one that is not judged.
struct Toy {
  Toy() {
    for (const char* group : {"corpus a1", "corpus a2", "corpus b1", "corpus b2", "tweets"}) {
      for (int i = 0; i < 40; ++i) add(group, true, i);
    }
    for (int i = 0; i < 40; ++i) add("reviews", false, i);
    prepared.keys = {11, 22, 33};
  }

  void add(const std::string& group, bool judged, int i) {
    const bool upset = i % 2 == 0;
    data.samples.push_back(sample_of(data, group, judged, upset ? 1.0F : 0.0F));
    Features features;
    features.ngrams = {upset ? kAngryWord : kCalmWord};
    if (group.starts_with("corpus b") && upset) features.ngrams.push_back(kWordOfOneFold);
    prepared.features.push_back(features);
  }

  HeadPlan plan() const {
    HeadPlan plan;
    plan.head = model::kFrustration;
    plan.keep = 10;
    return plan;
  }

  Dataset data;
  Prepared prepared;
};

TEST(Folds, AreAuthorsByLetterAndJudgedSets) {
  const Toy toy;
  EXPECT_EQ(folds_of(toy.data), (std::vector<std::string>{"corpus a", "corpus b", "tweets"}));
}

TEST(Folds, HoldEverySampleThatIsJudgedOnce) {
  const Toy toy;
  const std::vector<std::string> folds = folds_of(toy.data);
  for (const Sample& sample : toy.data.samples) {
    int in = 0;
    for (const std::string& fold : folds) in += is_in_fold(toy.data, sample, fold) ? 1 : 0;
    EXPECT_EQ(in, sample.judged ? 1 : 0) << toy.data.groups[sample.group];
  }
}

TEST(Folds, OfSetsGoByTheWholeName) {
  Dataset data;
  data.samples.push_back(sample_of(data, "tweets of banks", true, 1.0F));
  EXPECT_FALSE(is_in_fold(data, data.samples[0], "tweets"));
}

TEST(FitterTest, LearnsNothingFromTheFoldThatIsHeldOut) {
  const Toy toy;
  const Fitter fitter(toy.data, toy.prepared);
  EXPECT_GT(fitter.fit(toy.plan(), "").ngrams[kWordOfOneFold], 0.0F);
  EXPECT_EQ(fitter.fit(toy.plan(), "corpus b").ngrams[kWordOfOneFold], 0.0F);
  EXPECT_GT(fitter.fit(toy.plan(), "corpus b").ngrams[kAngryWord], 0.0F);
}

TEST(FitterTest, KeepsTheMostTellingNgrams) {
  const Toy toy;
  HeadPlan plan = toy.plan();
  plan.keep = 1;
  const Weights weights = Fitter(toy.data, toy.prepared).fit(plan, "");
  int kept = 0;
  for (const float each : weights.ngrams) kept += each != 0.0F ? 1 : 0;
  EXPECT_EQ(kept, 1);
  EXPECT_EQ(weights.ngrams[kWordOfOneFold], 0.0F);
}

TEST(FitterTest, FitsTheSameTwice) {
  const Toy toy;
  const Fitter fitter(toy.data, toy.prepared);
  EXPECT_EQ(fitter.fit(toy.plan(), "tweets").ngrams, fitter.fit(toy.plan(), "tweets").ngrams);
}

TEST(FitterTest, PassesOverSamplesWithoutATarget) {
  Toy toy;
  for (Sample& sample : toy.data.samples) sample.target[model::kFrustration] = kUnknown;
  const Weights weights = Fitter(toy.data, toy.prepared).fit(toy.plan(), "");
  EXPECT_EQ(weights.ngrams, std::vector<float>(3, 0.0F));
  EXPECT_EQ(weights.bias, 0.0F);
}

TEST(FitterTest, ReadsEveryJudgedSampleOnceByWeightsThatDidNotSeeIt) {
  const Toy toy;
  const std::vector<std::string> folds = folds_of(toy.data);
  const Fitter fitter(toy.data, toy.prepared);
  const std::vector<HeldOut> held_out = fitter.read_held_out(toy.plan(), folds);
  std::set<std::size_t> seen;
  for (const HeldOut& each : held_out) {
    EXPECT_TRUE(seen.insert(each.sample).second);
    const Sample& sample = toy.data.samples[each.sample];
    EXPECT_TRUE(is_in_fold(toy.data, sample, folds[each.fold]));
    EXPECT_EQ(each.logit > 0.0, is_yes(sample.target[model::kFrustration]));
  }
  EXPECT_EQ(seen.size(), 200U);
}

// Readings that are sure and wrong in a quarter of the cases.
std::vector<HeldOut> overconfident(const Dataset& data) {
  std::vector<HeldOut> out;
  for (std::size_t i = 0; i < 200; ++i) {
    const bool upset = is_yes(data.samples[i].target[model::kFrustration]);
    const bool right = i % 8 >= 2;
    out.push_back({i, i / 100, upset == right ? 6.0 : -6.0});
  }
  return out;
}

TEST(Calibrate, MakesProbabilitiesOfReadingsThatAreTooSure) {
  const Toy toy;
  const Calibration found =
      Fitter(toy.data, toy.prepared).calibrate(toy.plan(), overconfident(toy.data), 99);
  EXPECT_LT(found.scale, 0.5);
  EXPECT_GE(found.scale, 0.3);
  EXPECT_NEAR(found.shift, 0.0, 0.2);
}

TEST(Calibrate, LeavesReadingsAsTheyAreWhenThereAreNone) {
  const Toy toy;
  const Calibration found = Fitter(toy.data, toy.prepared).calibrate(toy.plan(), {}, 0);
  EXPECT_DOUBLE_EQ(found.scale, 1.0);
  EXPECT_DOUBLE_EQ(found.shift, 0.0);
}

TEST(Calibrate, MovesTheBaseRate) {
  // All of them read 0, one in five is upset.
  Dataset data;
  std::vector<HeldOut> held_out;
  for (std::size_t i = 0; i < 500; ++i) {
    data.samples.push_back(sample_of(data, "tweets", true, i % 5 == 0 ? 1.0F : 0.0F));
    held_out.push_back({i, 0, 0.0});
  }
  const Prepared prepared;
  HeadPlan plan;
  plan.head = model::kFrustration;
  const Calibration found = Fitter(data, prepared).calibrate(plan, held_out, 1);
  EXPECT_NEAR(logistic(found.shift), 0.2, 0.01);
}

TEST(Calibrate, PassesOverTheFoldThatItIsMeasuredOn) {
  const Toy toy;
  const Fitter fitter(toy.data, toy.prepared);
  std::vector<HeldOut> held_out = overconfident(toy.data);
  const Calibration before = fitter.calibrate(toy.plan(), held_out, 1);
  for (HeldOut& each : held_out) {
    if (each.fold == 1) each.logit = -each.logit;
  }
  const Calibration after = fitter.calibrate(toy.plan(), held_out, 1);
  EXPECT_EQ(after.scale, before.scale);
  EXPECT_EQ(after.shift, before.shift);
}

TEST(Plans, AreOneForEachHead) {
  const std::vector<HeadPlan> plans = plan_heads();
  ASSERT_EQ(plans.size(), static_cast<std::size_t>(model::kHeadCount));
  for (std::size_t head = 0; head < plans.size(); ++head) {
    EXPECT_EQ(plans[head].head, head);
    EXPECT_GT(plans[head].keep, 0U);
    EXPECT_FALSE(name_of_head(head).empty()) << head;
  }
}

TEST(IsYes, HoldsFromOneHalfOn) {
  EXPECT_TRUE(is_yes(0.5F));
  EXPECT_TRUE(is_yes(1.0F));
  EXPECT_FALSE(is_yes(0.49F));
  EXPECT_FALSE(is_yes(kUnknown));
}

}  // namespace
}  // namespace attune::train

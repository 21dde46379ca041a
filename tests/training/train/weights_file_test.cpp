#include "train/weights_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "model/model.h"
#include "model/model_format.h"
#include "model/predict.h"

namespace attune::train {
namespace {

constexpr std::size_t kNgrams = 8;
const std::vector<std::uint32_t> kKeys = {0xABCDEF, 0x000001, 0x123456, 0x123457,
                                          0xFFFFFF, 0x000000, 0x800000, 0x7FFFFF};

// Heads without any weights.
std::vector<HeadResult> silent_heads() {
  std::vector<HeadResult> heads(model::kHeadCount);
  for (HeadResult& head : heads) head.weights.ngrams.assign(kNgrams, 0.0F);
  return heads;
}

// Every head weighs two n-grams and two signals, and is calibrated.
std::vector<HeadResult> some_heads() {
  std::vector<HeadResult> heads = silent_heads();
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const float sign = i % 2 == 0 ? 1.0F : -1.0F;
    const float size = 1.0F + static_cast<float>(i) / 10.0F;
    Weights& weights = heads[i].weights;
    weights.bias = sign * size / 2.0F;
    weights.ngrams[i % kNgrams] = sign * size;
    weights.ngrams[(i + 1) % kNgrams] = -sign * size / 3.0F;
    weights.signals[i % model::kSignalCount] = size;
    weights.signals[model::kNotFirst] = -sign * 0.4F;
    heads[i].calibration = {0.8 + 0.01 * static_cast<double>(i), sign * 0.2};
  }
  return heads;
}

double largest_of(const Weights& weights) {
  double largest = 0.0;
  for (const float each : weights.ngrams) {
    largest = std::max(largest, static_cast<double>(std::abs(each)));
  }
  return largest;
}

TEST(WeightsFile, IsReadAsItWasLearntWithinRounding) {
  const std::vector<HeadResult> heads = some_heads();
  const std::string block = pack(heads, kKeys);
  const Result<model::Model> opened = model::Model::open(block);
  ASSERT_TRUE(opened.ok()) << opened.error().message;

  Features features;
  features.ngrams = {0, 1, 2, 3, 4, 5, 6, 7};
  for (std::size_t i = 0; i < model::kSignalCount; ++i) {
    features.signals[i] = static_cast<float>(i % 5) / 5.0F;
  }
  model::Signals signals{};
  std::copy(features.signals.begin(), features.signals.end(), signals.begin());
  std::vector<model::Ngram> ngrams;
  for (const std::uint32_t key : kKeys) ngrams.push_back({key, 0, 1});
  const model::Prediction prediction = model::predict(opened.value(), signals, ngrams);

  double sum_of_signals = 0.0;
  for (const double signal : signals) sum_of_signals += std::abs(signal);
  for (std::size_t head = 0; head < heads.size(); ++head) {
    const Calibration& calibration = heads[head].calibration;
    const double learnt =
        calibration.scale * heads[head].weights.logit(features) + calibration.shift;
    // Half a step of each of two n-grams, of 40 to the largest, and of each signal.
    const double step = calibration.scale * largest_of(heads[head].weights) / 40.0;
    const double rounding = step + sum_of_signals / 2.0 / model::kSignalScale + 1e-5;
    EXPECT_NEAR(prediction.logits[head], learnt, rounding) << head;
  }
}

TEST(WeightsFile, LeavesOutNgramsThatMoveNothing) {
  std::vector<HeadResult> heads = silent_heads();
  heads[model::kFrustration].weights.ngrams = {2.0F, 0.0F, 0.001F, -1.0F, 0.0F, 0.0F, 0.0F, 0.0F};
  const std::string block = pack(heads, kKeys);
  const model::Model model = model::Model::open(block).value();
  EXPECT_EQ(model.ngram_count(), 2U);
  EXPECT_NE(model.find(kKeys[0]), model::Model::kNoNgram);
  EXPECT_EQ(model.find(kKeys[2]), model::Model::kNoNgram);
  EXPECT_NE(model.find(kKeys[3]), model::Model::kNoNgram);
}

TEST(WeightsFile, KeepsTheHeadsThatAnNgramTellsMostWhenItMovesTooMany) {
  constexpr std::size_t kTold = 20;  // the others have n-grams that tell them more
  std::vector<HeadResult> heads = silent_heads();
  for (std::size_t i = 0; i < heads.size(); ++i) {
    heads[i].weights.ngrams[0] = 1.0F;
    if (i >= kTold) heads[i].weights.ngrams[i % 3 + 1] = 4.0F;
  }
  const std::string block = pack(heads, kKeys);
  const Result<model::Model> opened = model::Model::open(block);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  std::size_t kept = 0;
  opened.value().each_weight(opened.value().find(kKeys[0]), [&](std::size_t head, double logit) {
    EXPECT_LT(head, kTold);
    EXPECT_NEAR(logit, 1.0, 1e-6);
    ++kept;
  });
  EXPECT_EQ(kept, model::kMostWeights);
}

TEST(WeightsFile, OfSilentHeadsHoldsBasesAlone) {
  std::vector<HeadResult> heads = silent_heads();
  heads[model::kSarcasm].weights.bias = -3.0F;
  heads[model::kSarcasm].calibration = {2.0, 0.5};
  const std::string block = pack(heads, kKeys);
  const model::Model model = model::Model::open(block).value();
  EXPECT_EQ(model.ngram_count(), 0U);
  EXPECT_EQ(model.base(model::kSarcasm), -5.5);
  EXPECT_EQ(model.base(model::kPositive), 0.0);
}

TEST(WeightsFile, BoundsSignalsThatAreTooLarge) {
  std::vector<HeadResult> heads = silent_heads();
  heads[0].weights.signals[0] = 1000.0F;
  heads[0].weights.signals[1] = -1000.0F;
  const std::string block = pack(heads, kKeys);
  const model::Model model = model::Model::open(block).value();
  EXPECT_EQ(model.weight(0, 0), 32767 / model::kSignalScale);
  EXPECT_EQ(model.weight(0, 1), -32767 / model::kSignalScale);
}

TEST(WeightsFile, HasTheSameBytesTwice) {
  EXPECT_EQ(pack(some_heads(), kKeys), pack(some_heads(), kKeys));
}

}  // namespace
}  // namespace attune::train

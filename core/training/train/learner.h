// Logistic regression on sparse n-grams and dense signals: FTRL-Proximal with L1 (McMahan et al.
// 2013, "Ad click prediction: a view from the trenches"), one head at a time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/signals.h"

namespace attune::train {

// One message as the learner sees it. `ngrams` are dense ids, sorted, without repeats.
struct Features {
  std::vector<std::uint32_t> ngrams;
  std::array<float, model::kSignalCount> signals{};
};

struct Weights {
  float bias = 0.0F;
  std::array<float, model::kSignalCount> signals{};
  std::vector<float> ngrams;

  float logit(const Features& features) const;
};

struct Options {
  int epochs = 6;
  float rate = 0.08F;
  float l1 = 0.6F;  // of n-grams; signals have none
  float l2 = 1.0F;
  std::uint32_t seed = 1;
};

// What a head learns from.
struct Lesson {
  const Features* features = nullptr;
  float target = 0.0F;  // 0 .. 1
  float weight = 1.0F;
  std::uint16_t source = 0;  // has an intercept of its own, which is not kept
};

// `sources`: how many there are. The rules' cues keep their weight where they explain the head.
// Deterministic. The intercept kept is that of the source 0.
Weights learn(const std::vector<Lesson>& lessons, std::size_t ngrams, std::size_t sources,
              std::size_t head, const Options& options);

}  // namespace attune::train

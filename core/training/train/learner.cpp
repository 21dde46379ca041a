#include "learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::train {
namespace {

// A coordinate of FTRL-Proximal.
struct Coordinate {
  float z = 0.0F;
  float n = 0.0F;
};

struct Regularization {
  float l1;
  float l2;
};

class Ftrl {
 public:
  explicit Ftrl(const Options& options) : rate_(options.rate) {}

  float weight(const Coordinate& at, Regularization by) const {
    if (std::abs(at.z) <= by.l1) return 0.0F;
    const float shrunk = at.z > 0.0F ? at.z - by.l1 : at.z + by.l1;
    return -shrunk / ((1.0F + std::sqrt(at.n)) / rate_ + by.l2);
  }

  void update(Coordinate& at, Regularization by, float gradient) const {
    const float before = std::sqrt(at.n);
    const float squared = gradient * gradient;
    const float sigma = (std::sqrt(at.n + squared) - before) / rate_;
    at.z += gradient - sigma * weight(at, by);
    at.n += squared;
  }

 private:
  float rate_;
};

std::uint32_t next(std::uint32_t& state) {  // xorshift32
  state ^= state << 13U;
  state ^= state >> 17U;
  state ^= state << 5U;
  return state;
}

void shuffle(std::vector<std::uint32_t>& order, std::uint32_t& state) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[next(state) % i]);
}

// What the rules' cues add up to, as the rules weigh them.
float cue_sum(const Features& features) {
  float sum = 0.0F;
  for (std::size_t i = 0; i < model::kCueGroupCount; ++i) sum += features.signals[i];
  return sum;
}

}  // namespace

float Weights::logit(const Features& features) const {
  float sum = bias;
  for (std::size_t i = 0; i < signals.size(); ++i) sum += signals[i] * features.signals[i];
  for (const std::uint32_t id : features.ngrams) sum += ngrams[id];
  return sum;
}

Weights learn(const std::vector<Lesson>& lessons, std::size_t ngrams, std::size_t sources,
              std::size_t head, const Options& options) {
  const Ftrl ftrl(options);
  const Regularization sparse{options.l1, options.l2};
  const Regularization dense{0.0F, options.l2};
  const std::size_t signals = model::kSignalCount;
  std::vector<Coordinate> words(ngrams);
  std::vector<Coordinate> others(signals + sources);
  std::vector<std::uint32_t> order(lessons.size());
  std::iota(order.begin(), order.end(), 0U);
  // Where frustration is explained, cues keep the weight that the rules gave them.
  const bool explained = head == model::kFrustration;
  const auto is_fixed = [&](std::size_t signal) {
    return !model::may_weigh(head, signal) || (explained && signal < model::kCueGroupCount);
  };
  std::uint32_t state = options.seed * 2654435761U + 1U;

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order, state);
    for (const std::uint32_t index : order) {
      const Lesson& lesson = lessons[index];
      const Features& features = *lesson.features;
      Coordinate& intercept = others[signals + lesson.source];
      float logit = ftrl.weight(intercept, {0.0F, 0.0F});
      if (explained) logit += cue_sum(features);
      for (std::size_t i = 0; i < signals; ++i) {
        if (features.signals[i] == 0.0F || is_fixed(i)) continue;
        logit += features.signals[i] * ftrl.weight(others[i], dense);
      }
      for (const std::uint32_t id : features.ngrams) logit += ftrl.weight(words[id], sparse);
      const float gradient = lesson.weight * (1.0F / (1.0F + std::exp(-logit)) - lesson.target);
      ftrl.update(intercept, {0.0F, 0.0F}, gradient);
      for (std::size_t i = 0; i < signals; ++i) {
        if (features.signals[i] == 0.0F || is_fixed(i)) continue;
        ftrl.update(others[i], dense, gradient * features.signals[i]);
      }
      for (const std::uint32_t id : features.ngrams) ftrl.update(words[id], sparse, gradient);
    }
  }

  Weights out;
  out.bias = ftrl.weight(others[signals], {0.0F, 0.0F});
  for (std::size_t i = 0; i < signals; ++i) {
    out.signals[i] = ftrl.weight(others[i], dense);
    if (explained && i < model::kCueGroupCount) out.signals[i] = 1.0F;
  }
  out.ngrams.resize(ngrams);
  for (std::size_t i = 0; i < ngrams; ++i) out.ngrams[i] = ftrl.weight(words[i], sparse);
  return out;
}

}  // namespace attune::train

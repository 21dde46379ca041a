#include "fit.h"

#include <algorithm>
#include <cmath>

namespace attune::train {
namespace {

double logistic(double z) { return 1.0 / (1.0 + std::exp(-z)); }

// How telling an n-gram is: what it moves, and how often.
std::vector<std::uint8_t> choose(const Weights& weights, const std::vector<Lesson>& lessons,
                                 std::size_t keep) {
  std::vector<float> seen(weights.ngrams.size(), 0.0F);
  for (const Lesson& lesson : lessons) {
    for (const std::uint32_t id : lesson.features->ngrams) seen[id] += lesson.weight;
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t id = 0; id < seen.size(); ++id) {
    if (weights.ngrams[id] != 0.0F) order.push_back(id);
  }
  const auto telling = [&](std::uint32_t id) {
    return std::abs(weights.ngrams[id]) * std::sqrt(seen[id]);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return telling(a) != telling(b) ? telling(a) > telling(b) : a < b;
  });
  std::vector<std::uint8_t> chosen(seen.size(), 0);
  for (std::size_t i = 0; i < std::min(keep, order.size()); ++i) chosen[order[i]] = 1;
  return chosen;
}

}  // namespace

bool is_yes(float target) { return target >= 0.5F; }

std::vector<std::string> folds_of(const Dataset& data) {
  std::vector<std::string> folds;
  for (const Sample& sample : data.samples) {
    if (!sample.judged) continue;
    std::string name = data.groups[sample.group];
    if (name.starts_with("corpus ")) name.resize(std::string("corpus ?").size());
    if (std::find(folds.begin(), folds.end(), name) == folds.end()) folds.push_back(name);
  }
  return folds;
}

bool is_in_fold(const Dataset& data, const Sample& sample, const std::string& fold) {
  const std::string& name = data.groups[sample.group];
  return fold.starts_with("corpus ") ? name.starts_with(fold) : name == fold;
}

std::vector<Lesson> Fitter::lessons(const HeadPlan& plan, const std::string& without) const {
  std::vector<Lesson> out;
  for (std::size_t i = 0; i < data_.samples.size(); ++i) {
    const Sample& sample = data_.samples[i];
    const float target = sample.target[plan.head];
    if (target == kUnknown) continue;
    if (!without.empty() && is_in_fold(data_, sample, without)) continue;
    const std::uint16_t source = sample.judged || sample.copy || sample.customer
                                     ? 0
                                     : static_cast<std::uint16_t>(sample.group + 1U);
    out.push_back({&prepared_.features[i], target, sample.weight, source});
  }
  return out;
}

Weights Fitter::fit(const HeadPlan& plan, const std::string& without) const {
  std::vector<Lesson> all = lessons(plan, without);
  const std::size_t sources = data_.groups.size() + 1;
  const Weights first = learn(all, prepared_.keys.size(), sources, plan.head, plan.options);
  const std::vector<std::uint8_t> chosen = choose(first, all, plan.keep);
  std::vector<Features> fewer(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    fewer[i].signals = all[i].features->signals;
    for (const std::uint32_t id : all[i].features->ngrams) {
      if (chosen[id] != 0) fewer[i].ngrams.push_back(id);
    }
    all[i].features = &fewer[i];
  }
  Options again = plan.options;
  again.l1 = 0.0F;
  return learn(all, prepared_.keys.size(), sources, plan.head, again);
}

std::vector<HeldOut> Fitter::read_held_out(const HeadPlan& plan,
                                           const std::vector<std::string>& folds) const {
  std::vector<HeldOut> out;
  for (std::size_t fold = 0; fold < folds.size(); ++fold) {
    const Weights weights = fit(plan, folds[fold]);
    for (std::size_t i = 0; i < data_.samples.size(); ++i) {
      const Sample& sample = data_.samples[i];
      const bool asked = sample.judged ||
                         (sample.customer && !sample.copy && sample.target[plan.head] != kUnknown);
      if (!asked || !is_in_fold(data_, sample, folds[fold])) continue;
      out.push_back({i, fold, weights.logit(prepared_.features[i])});
    }
  }
  return out;
}

Calibration Fitter::calibrate(const HeadPlan& plan, const std::vector<HeldOut>& held_out,
                              std::size_t without) const {
  // Newton's method on two parameters; a weak prior keeps heads with few examples near 1 and 0.
  constexpr int kSteps = 30;
  constexpr double kPrior = 4.0;
  Calibration out;
  for (int step = 0; step < kSteps; ++step) {
    double g_scale = kPrior * (out.scale - 1.0);
    double g_shift = 0.1 * kPrior * out.shift;
    double h_scale = kPrior;
    double h_shift = 0.1 * kPrior;
    double h_both = 0.0;
    for (const HeldOut& each : held_out) {
      if (each.fold == without || !data_.samples[each.sample].customer) continue;
      const double z = each.logit;
      const double p = logistic(out.scale * z + out.shift);
      const Sample& sample = data_.samples[each.sample];
      const double error = sample.weight * (p - (is_yes(sample.target[plan.head]) ? 1.0 : 0.0));
      const double slope = sample.weight * p * (1.0 - p);
      g_scale += error * z;
      g_shift += error;
      h_scale += slope * z * z;
      h_shift += slope;
      h_both += slope * z;
    }
    const double determinant = h_scale * h_shift - h_both * h_both;
    out.scale -= (h_shift * g_scale - h_both * g_shift) / determinant;
    out.shift -= (h_scale * g_shift - h_both * g_scale) / determinant;
    out.scale = std::clamp(out.scale, 0.3, 3.0);
  }
  return out;
}

}  // namespace attune::train

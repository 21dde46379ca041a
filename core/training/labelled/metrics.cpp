#include "labelled/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace attune::labelled {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kBins = 10;
constexpr int kMaxClasses = 32;

double ratio(double part, double whole) { return whole > 0 ? part / whole : kNothing; }

bool has(ClassBits bits, int which) { return (bits >> static_cast<unsigned>(which) & 1U) != 0; }

}  // namespace

Ranking::Ranking(const std::vector<double>& scores, const std::vector<bool>& positive) {
  std::vector<std::uint32_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return scores[a] < scores[b]; });
  rows_.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool ends_tie = i + 1 == order.size() || scores[order[i]] < scores[order[i + 1]];
    rows_.push_back({order[i], positive[order[i]], ends_tie});
  }
}

double Ranking::area_under_curve(const Weights& weights) const {
  double below = 0;  // negatives that score lower
  double wins = 0;
  double positives = 0;
  double tied_positives = 0;
  double tied_negatives = 0;
  for (const Row& row : rows_) {
    (row.positive ? tied_positives : tied_negatives) += weights[row.index];
    if (!row.ends_tie) continue;
    wins += tied_positives * (below + tied_negatives / 2);
    below += tied_negatives;
    positives += tied_positives;
    tied_positives = tied_negatives = 0;
  }
  return ratio(wins, positives * below);
}

double Ranking::average_precision(const Weights& weights) const {
  double found = 0;  // positives so far
  double seen = 0;
  double sum = 0;
  double tied_positives = 0;
  for (std::size_t i = rows_.size(); i-- > 0;) {
    const Row& row = rows_[i];
    seen += weights[row.index];
    if (row.positive) tied_positives += weights[row.index];
    const bool starts_tie = i == 0 || rows_[i - 1].ends_tie;
    if (!starts_tie || tied_positives == 0) continue;
    found += tied_positives;
    sum += tied_positives * found / seen;
    tied_positives = 0;
  }
  return ratio(sum, found);
}

Confusion::Confusion(const std::vector<ClassBits>& truth, const std::vector<ClassBits>& said) {
  std::map<std::pair<ClassBits, ClassBits>, std::uint32_t> known;
  ClassBits all = 0;
  cell_of_row_.reserve(truth.size());
  for (std::size_t i = 0; i < truth.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(cells_.size());
    const auto [place, is_new] = known.try_emplace({truth[i], said[i]}, next);
    if (is_new) cells_.push_back({truth[i], said[i]});
    cell_of_row_.push_back(place->second);
    all |= truth[i];
  }
  for (int which = 0; which < kMaxClasses; ++which) {
    if (has(all, which)) true_classes_.push_back(which);
  }
}

double Confusion::Counts::f1() const { return ratio(2 * both, 2 * both + said_only + true_only); }
double Confusion::Counts::precision() const { return ratio(both, both + said_only); }
double Confusion::Counts::recall() const { return ratio(both, both + true_only); }

std::vector<double> Confusion::fill(const Weights& weights) const {
  std::vector<double> filled(cells_.size());
  for (std::size_t i = 0; i < cell_of_row_.size(); ++i) filled[cell_of_row_[i]] += weights[i];
  return filled;
}

Confusion::Counts Confusion::count(const std::vector<double>& filled, int which) const {
  Counts counts;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const bool is_true = has(cells_[i].truth, which);
    const bool is_said = has(cells_[i].said, which);
    if (is_true && is_said) counts.both += filled[i];
    if (!is_true && is_said) counts.said_only += filled[i];
    if (is_true && !is_said) counts.true_only += filled[i];
  }
  return counts;
}

double Confusion::precision(const Weights& weights, int which) const {
  return count(fill(weights), which).precision();
}

double Confusion::recall(const Weights& weights, int which) const {
  return count(fill(weights), which).recall();
}

double Confusion::f1(const Weights& weights, int which) const {
  return count(fill(weights), which).f1();
}

template <typename Measure>
double Confusion::mean_over_classes(const Weights& weights, Measure measure) const {
  const std::vector<double> filled = fill(weights);
  double sum = 0;
  double classes = 0;
  for (const int which : true_classes_) {
    const double value = measure(count(filled, which));
    if (std::isnan(value)) continue;
    sum += value;
    classes += 1;
  }
  return ratio(sum, classes);
}

double Confusion::macro_f1(const Weights& weights) const {
  return mean_over_classes(weights, [](const Counts& counts) { return counts.f1(); });
}

double Confusion::macro_recall(const Weights& weights) const {
  return mean_over_classes(weights, [](const Counts& counts) { return counts.recall(); });
}

double Confusion::share(const Weights& weights) const {
  const std::vector<double> filled = fill(weights);
  double said = 0;
  double all = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    all += filled[i];
    if (has(cells_[i].said, 0)) said += filled[i];
  }
  return ratio(said, all);
}

Calibration::Calibration(const std::vector<double>& scores, const std::vector<bool>& positive) {
  rows_.reserve(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double bounded = std::clamp(scores[i], 0.0, 1.0);
    const auto bin = std::min(static_cast<std::size_t>(bounded * kBins), kBins - 1);
    rows_.push_back({static_cast<std::uint8_t>(bin), scores[i] - (positive[i] ? 1.0 : 0.0)});
  }
}

double Calibration::error(const Weights& weights) const {
  std::array<double, kBins> excess{};
  double all = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    excess[rows_[i].bin] += rows_[i].excess * weights[i];
    all += weights[i];
  }
  double sum = 0;
  for (const double each : excess) sum += std::abs(each);
  return ratio(sum, all);
}

double pearson(const std::vector<double>& a, const std::vector<double>& b, const Weights& weights) {
  double all = 0;
  double mean_a = 0;
  double mean_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    all += weights[i];
    mean_a += a[i] * weights[i];
    mean_b += b[i] * weights[i];
  }
  mean_a = ratio(mean_a, all);
  mean_b = ratio(mean_b, all);
  double covariance = 0;
  double variance_a = 0;
  double variance_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double from_a = a[i] - mean_a;
    const double from_b = b[i] - mean_b;
    covariance += from_a * from_b * weights[i];
    variance_a += from_a * from_a * weights[i];
    variance_b += from_b * from_b * weights[i];
  }
  return ratio(covariance, std::sqrt(variance_a * variance_b));
}

}  // namespace attune::labelled

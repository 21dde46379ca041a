#include "eval/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>

namespace attune::eval {
namespace {

constexpr std::uint64_t kSeed = 20260301;
constexpr double kTail = 0.025;
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

// The engine is fixed by the standard; its distributions are not, so they are not used.
class Draws {
 public:
  // 0 .. bound - 1; the bias is below bound / 2^32.
  std::size_t below(std::size_t bound) { return ((engine_() >> 32U) * bound) >> 32U; }

 private:
  std::mt19937_64 engine_{kSeed};
};

Interval percentiles(std::vector<double>& values) {
  if (values.empty()) return {kNothing, kNothing};
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return {values[static_cast<std::size_t>(std::lround(kTail * last))],
          values[static_cast<std::size_t>(std::lround((1 - kTail) * last))]};
}

}  // namespace

std::vector<Interval> bootstrap(std::size_t rows, const std::vector<Statistic>& statistics,
                                int resamples) {
  Draws draws;
  std::vector<std::vector<double>> values(statistics.size());
  Weights weights(rows);
  for (int round = 0; round < resamples; ++round) {
    std::fill(weights.begin(), weights.end(), std::uint16_t{0});
    for (std::size_t i = 0; i < rows; ++i) ++weights[draws.below(rows)];
    for (std::size_t i = 0; i < statistics.size(); ++i) {
      const double value = statistics[i] ? statistics[i](weights) : kNothing;
      if (!std::isnan(value)) values[i].push_back(value);
    }
  }
  std::vector<Interval> intervals;
  intervals.reserve(values.size());
  for (std::vector<double>& each : values) intervals.push_back(percentiles(each));
  return intervals;
}

std::vector<std::size_t> fixed_sample(std::size_t all, std::size_t count) {
  std::vector<std::size_t> numbers(all);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  if (count >= all) return numbers;
  Draws draws;
  for (std::size_t i = 0; i < count; ++i) std::swap(numbers[i], numbers[i + draws.below(all - i)]);
  numbers.resize(count);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace attune::eval

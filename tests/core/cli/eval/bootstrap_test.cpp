#include "eval/bootstrap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <set>

namespace attune::eval {
namespace {

Statistic share_of_first_half() {
  return [](const Weights& weights) {
    const auto half = static_cast<std::ptrdiff_t>(weights.size() / 2);
    const double first = std::accumulate(weights.begin(), weights.begin() + half, 0.0);
    return first / std::accumulate(weights.begin(), weights.end(), 0.0);
  };
}

TEST(Bootstrap, DrawsAsManyRowsAsThereAre) {
  const Statistic drawn = [](const Weights& weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0);
  };
  const Interval interval = bootstrap(17, {drawn})[0];
  EXPECT_EQ(interval.low, 17);
  EXPECT_EQ(interval.high, 17);
}

TEST(Bootstrap, AgreesWithTheErrorOfAProportion) {
  // The standard error of a half of 400 rows is 0.025: 1.96 of them to each side.
  const Interval interval = bootstrap(400, {share_of_first_half()})[0];
  EXPECT_NEAR(interval.low, 0.451, 0.008);
  EXPECT_NEAR(interval.high, 0.549, 0.008);
}

TEST(Bootstrap, GivesTheSameIntervalAgain) {
  const auto once = bootstrap(100, {share_of_first_half(), share_of_first_half()});
  const auto again = bootstrap(100, {share_of_first_half()});
  EXPECT_EQ(once[0].low, once[1].low);
  EXPECT_EQ(once[0].low, again[0].low);
  EXPECT_EQ(once[0].high, again[0].high);
}

TEST(Bootstrap, LeavesOutWhatCannotBeSaid) {
  const Statistic sometimes = [](const Weights& weights) {
    return weights[0] == 0 ? std::numeric_limits<double>::quiet_NaN() : 3.0;
  };
  const Interval interval = bootstrap(2, {sometimes, nullptr})[0];
  EXPECT_EQ(interval.low, 3.0);
  EXPECT_TRUE(std::isnan(bootstrap(2, {nullptr})[0].low));
}

TEST(FixedSample, IsTheSameRisingChoiceEachTime) {
  const std::vector<std::size_t> sample = fixed_sample(1000, 50);
  EXPECT_EQ(sample, fixed_sample(1000, 50));
  EXPECT_EQ(std::set<std::size_t>(sample.begin(), sample.end()).size(), 50U);
  EXPECT_TRUE(std::is_sorted(sample.begin(), sample.end()));
  EXPECT_LT(sample.back(), 1000U);
  // No half of the file is left out.
  EXPECT_LT(sample[10], 500U);
  EXPECT_GT(sample[40], 500U);
}

TEST(FixedSample, KeepsAllOfFewRows) {
  EXPECT_EQ(fixed_sample(3, 3), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(fixed_sample(2, 9), (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(fixed_sample(0, 9).empty());
}

}  // namespace
}  // namespace attune::eval

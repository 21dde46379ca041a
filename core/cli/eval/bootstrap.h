// How far a figure might have come out otherwise, had other rows been drawn.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "labelled/metrics.h"

namespace attune::eval {

using labelled::Weights;

// A measure of one task, ready for any weights of its rows; an empty one is NaN.
using Statistic = std::function<double(const Weights&)>;

struct Interval {
  double low;
  double high;
};

inline constexpr int kResamples = 1000;

// The 95 % percentile interval of each statistic (Efron & Tibshirani 1993, chapter 13): rows are
// drawn with replacement, all statistics see the same draws, and the same rows give the same
// interval on every machine. Resamples in which a statistic is NaN are left out; both ends are NaN
// when it always is.
std::vector<Interval> bootstrap(std::size_t rows, const std::vector<Statistic>& statistics,
                                int resamples = kResamples);

// `count` of the numbers 0 .. `all` - 1, in rising order: the same ones every time. All of them
// when there are no more.
std::vector<std::size_t> fixed_sample(std::size_t all, std::size_t count);

}  // namespace attune::eval

// Measures of agreement between what was read and what people said. Each is prepared once for the
// rows of a task and then computed for any weights of the rows: all 1 for the figure itself, the
// number of times that a row was drawn for a bootstrap resample.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::labelled {

using Weights = std::vector<std::uint16_t>;

// A set of classes: bit i stands for class i.
using ClassBits = std::uint32_t;

// Rows ordered by their score, for measures of order alone.
class Ranking {
 public:
  // `scores` and `positive` are of the same length; higher scores should be positive.
  Ranking(const std::vector<double>& scores, const std::vector<bool>& positive);

  // The chance that a positive scores higher than a negative, equal scores counting half
  // (Mann-Whitney U); NaN without either sort.
  double area_under_curve(const Weights& weights) const;

  // The mean of the precision at each positive, going down by score; rows of one score come
  // together, so their order does not matter. NaN without positives.
  double average_precision(const Weights& weights) const;

 private:
  struct Row {
    std::uint32_t index;
    bool positive;
    bool ends_tie;  // the next one, going up, scores higher
  };
  std::vector<Row> rows_;  // by rising score
};

// How often each set of classes was said where each set was true.
class Confusion {
 public:
  Confusion(const std::vector<ClassBits>& truth, const std::vector<ClassBits>& said);

  // Of one class; NaN when there is nothing to divide by.
  double precision(const Weights& weights, int which) const;
  double recall(const Weights& weights, int which) const;
  double f1(const Weights& weights, int which) const;

  // Means over the classes that are true of some row; those that a resample lost are left out.
  double macro_f1(const Weights& weights) const;
  double macro_recall(const Weights& weights) const;

  // The share of rows of which class 0 was said.
  double share(const Weights& weights) const;

 private:
  struct Cell {
    ClassBits truth;
    ClassBits said;
  };
  struct Counts {
    double both = 0;
    double said_only = 0;
    double true_only = 0;
    double f1() const;
    double precision() const;
    double recall() const;
  };
  std::vector<double> fill(const Weights& weights) const;
  Counts count(const std::vector<double>& filled, int which) const;
  template <typename Measure>
  double mean_over_classes(const Weights& weights, Measure measure) const;

  std::vector<Cell> cells_;
  std::vector<std::uint32_t> cell_of_row_;
  std::vector<int> true_classes_;
};

// Expected calibration error: how far the mean score and the share of positives are apart in each
// of ten bins of equal width, weighed by the rows in the bin (Guo et al. 2017). NaN without rows.
class Calibration {
 public:
  // `scores`: 0 .. 1.
  Calibration(const std::vector<double>& scores, const std::vector<bool>& positive);
  double error(const Weights& weights) const;

 private:
  struct Row {
    std::uint8_t bin;
    double excess;  // score minus truth
  };
  std::vector<Row> rows_;
};

// Pearson's correlation of two lists of the same length; NaN when one of them is constant.
double pearson(const std::vector<double>& a, const std::vector<double>& b, const Weights& weights);

}  // namespace attune::labelled

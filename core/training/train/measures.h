// How well scores agree with what readers said.
#pragma once

#include <cstddef>
#include <vector>

namespace attune::train {

struct Scored {
  double score = 0.0;  // 0 .. 1
  bool truth = false;
};

// NaN stands for what can't be said: labelled/metrics.h tells when.
struct Agreement {
  std::size_t items = 0;
  std::size_t positives = 0;
  double area_under_curve = 0.0;
  double average_precision = 0.0;
  double f1 = 0.0;
  double precision = 0.0;
  double recall = 0.0;
  double calibration_error = 0.0;
};

// A score of `threshold` is a yes for F1, precision and recall.
Agreement measure(const std::vector<Scored>& items, double threshold);

}  // namespace attune::train

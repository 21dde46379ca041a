#include "measures.h"

#include <algorithm>

#include "labelled/metrics.h"

namespace attune::train {

Agreement measure(const std::vector<Scored>& items, double threshold) {
  std::vector<double> scores;
  std::vector<bool> truth;
  std::vector<labelled::ClassBits> true_classes;
  std::vector<labelled::ClassBits> said_classes;
  for (const Scored& each : items) {
    scores.push_back(each.score);
    truth.push_back(each.truth);
    true_classes.push_back(each.truth ? 1 : 0);
    said_classes.push_back(each.score >= threshold ? 1 : 0);
  }
  const labelled::Weights once(items.size(), 1);
  const labelled::Ranking ranking(scores, truth);
  const labelled::Confusion confusion(true_classes, said_classes);
  Agreement out;
  out.items = items.size();
  out.positives = static_cast<std::size_t>(std::count(truth.begin(), truth.end(), true));
  out.area_under_curve = ranking.area_under_curve(once);
  out.average_precision = ranking.average_precision(once);
  out.f1 = confusion.f1(once, 0);
  out.precision = confusion.precision(once, 0);
  out.recall = confusion.recall(once, 0);
  out.calibration_error = labelled::Calibration(scores, truth).error(once);
  return out;
}

}  // namespace attune::train

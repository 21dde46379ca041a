#include "eval/score.h"

#include <limits>
#include <optional>
#include <utility>

namespace attune::eval {
namespace {

using labelled::Calibration;
using labelled::Confusion;
using labelled::pearson;
using labelled::Ranking;

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

// Of several labels one is enough: where the emotion that was said is among the true ones, it is
// the true one. A reader that names one emotion of each message could not be right otherwise.
std::vector<ClassBits> forgive_others(std::vector<ClassBits> truth,
                                      const std::vector<ClassBits>& said) {
  for (std::size_t i = 0; i < truth.size(); ++i) {
    if ((truth[i] & said[i]) != 0) truth[i] &= said[i];
  }
  return truth;
}

// The measures of one contender on one task; what several of them need is made once.
class Measures {
 public:
  // `labelled` and `answers` must outlive this, which must outlive its statistics.
  Measures(const Task& task, const Labelled& labelled, const Answers& answers, bool probabilities)
      : labelled_(labelled), answers_(answers), probabilities_(probabilities) {
    const bool has_classes = !labelled.classes.empty() && !answers.classes.empty();
    if (has_classes) {
      confusion_.emplace(task.signal == Signal::kEmotion
                             ? forgive_others(labelled.classes, answers.classes)
                             : labelled.classes,
                         answers.classes);
    }
    if (labelled.classes.empty() || answers.scores.empty()) return;
    std::vector<bool> positive;
    for (const ClassBits classes : labelled.classes) positive.push_back((classes & 1U) != 0);
    ranking_.emplace(answers.scores, positive);
    calibration_.emplace(answers.scores, positive);
  }

  // Empty when the contender has nothing to say.
  Statistic statistic(const Measure& measure) const {
    switch (measure.kind) {
      case MeasureKind::kAuc:
      case MeasureKind::kAveragePrecision:
      case MeasureKind::kCalibrationError:
        return of_scores(measure.kind);
      case MeasureKind::kPearson:
        if (labelled_.numbers.empty() || answers_.scores.empty()) return nullptr;
        return [this](const Weights& w) { return pearson(labelled_.numbers, answers_.scores, w); };
      default:
        return of_classes(measure);
    }
  }

 private:
  Statistic of_scores(MeasureKind kind) const {
    if (!ranking_) return nullptr;
    if (kind == MeasureKind::kAuc) {
      return [this](const Weights& w) { return ranking_->area_under_curve(w); };
    }
    if (kind == MeasureKind::kAveragePrecision) {
      return [this](const Weights& w) { return ranking_->average_precision(w); };
    }
    if (!probabilities_) return nullptr;
    return [this](const Weights& w) { return calibration_->error(w); };
  }

  Statistic of_classes(const Measure& measure) const {
    if (!confusion_) return nullptr;
    const int which = measure.which;
    switch (measure.kind) {
      case MeasureKind::kPrecision:
        return [this, which](const Weights& w) { return confusion_->precision(w, which); };
      case MeasureKind::kRecall:
        return [this, which](const Weights& w) { return confusion_->recall(w, which); };
      case MeasureKind::kF1:
        return [this, which](const Weights& w) { return confusion_->f1(w, which); };
      case MeasureKind::kMacroF1:
        return [this](const Weights& w) { return confusion_->macro_f1(w); };
      case MeasureKind::kMacroRecall:
        return [this](const Weights& w) { return confusion_->macro_recall(w); };
      default:
        return [this](const Weights& w) { return confusion_->share(w); };
    }
  }

  const Labelled& labelled_;
  const Answers& answers_;
  bool probabilities_;
  std::optional<Confusion> confusion_;
  std::optional<Ranking> ranking_;
  std::optional<Calibration> calibration_;
};

double value_of(const Statistic& statistic, const Weights& once) {
  return statistic ? statistic(once) : kNothing;
}

}  // namespace

std::vector<Figure> score_task(const std::string& file, const Task& task, const Labelled& labelled,
                               const Answers& core,
                               const std::array<Answers, kPeers.size()>& peers) {
  const std::size_t rows = labelled.rows.size();
  if (rows == 0) return {};
  const Weights once(rows, 1);
  const Measures own(task, labelled, core, true);
  std::vector<Figure> figures;
  std::vector<Statistic> statistics;
  for (const Measure& measure : task.measures) {
    statistics.push_back(own.statistic(measure));
    const double value = value_of(statistics.back(), once);
    figures.push_back({file, task.name, measure.name, rows, labelled.available, value, {}, {}});
  }
  const std::vector<Interval> intervals = bootstrap(rows, statistics);
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].interval = intervals[i];
  for (std::size_t peer = 0; peer < kPeers.size(); ++peer) {
    const Measures theirs(task, labelled, peers[peer], false);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      figures[i].peers[peer] = value_of(theirs.statistic(task.measures[i]), once);
    }
  }
  return figures;
}

}  // namespace attune::eval

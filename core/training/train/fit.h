// Fits one head after the other: learns on all n-grams, keeps the most telling, learns again, and
// calibrates on readings of groups that had no part in the learning.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dataset.h"
#include "learner.h"
#include "prepare.h"

namespace attune::train {

// What a head may cost, and how it learns.
struct HeadPlan {
  std::size_t head = 0;
  std::size_t keep = 0;  // n-grams
  Options options;
};
std::vector<HeadPlan> plan_heads();
std::string name_of_head(std::size_t head);

// Groups that are held out together: each labelled set, and authors of the corpus by letter.
std::vector<std::string> folds_of(const Dataset& data);
bool is_in_fold(const Dataset& data, const Sample& sample, const std::string& fold);

// A logit z becomes scale * z + shift.
struct Calibration {
  double scale = 1.0;
  double shift = 0.0;
};

// How a head reads what it did not learn from: one entry for each judged sample, and for the calm
// messages of customers that nobody judged one by one.
struct HeldOut {
  std::size_t sample = 0;
  std::size_t fold = 0;
  double logit = 0.0;
};

class Fitter {
 public:
  // Borrows both.
  Fitter(const Dataset& data, const Prepared& prepared) : data_(data), prepared_(prepared) {}

  // Weights learnt without the fold, or from everything when it is "".
  Weights fit(const HeadPlan& plan, const std::string& without) const;
  // Leave one fold out, each in turn.
  std::vector<HeldOut> read_held_out(const HeadPlan& plan,
                                     const std::vector<std::string>& folds) const;
  // Platt scaling (Platt 1999) on the held-out readings of customers, but those of the fold
  // `without`.
  Calibration calibrate(const HeadPlan& plan, const std::vector<HeldOut>& held_out,
                        std::size_t without) const;

 private:
  std::vector<Lesson> lessons(const HeadPlan& plan, const std::string& without) const;

  const Dataset& data_;
  const Prepared& prepared_;
};

// Whether a target counts as "yes" when a head is measured.
bool is_yes(float target);

}  // namespace attune::train

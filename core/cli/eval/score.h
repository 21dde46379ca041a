// From the rows of a task and what the contenders say about them to figures.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eval/answers.h"
#include "eval/bootstrap.h"
#include "eval/labels.h"
#include "eval/sets.h"

namespace attune::eval {

// A line of the table that `attune eval` prints; NaN stands for what can't be said.
struct Figure {
  std::string file;
  std::string_view task;
  std::string_view measure;
  std::size_t rows = 0;       // that were scored
  std::size_t available = 0;  // that had a label
  double attune = 0;
  Interval interval = {0, 0};
  std::array<double, kPeers.size()> peers{};
};

// Nothing when no row is labelled. `peers`: in the order of kPeers; without answers where there are
// no scores.
std::vector<Figure> score_task(const std::string& file, const Task& task, const Labelled& labelled,
                               const Answers& core,
                               const std::array<Answers, kPeers.size()>& peers);

}  // namespace attune::eval

// Figures as text.
#pragma once

#include <string>
#include <vector>

#include "eval/score.h"

namespace attune::eval {

// An aligned table for people, with a note on how to read it.
std::string to_table(const std::vector<Figure>& figures);

// A JSON object a line: file, task, measure, rows, available, attune, low, high, vader, afinn,
// wink; null is what can't be said.
std::string to_json_lines(const std::vector<Figure>& figures);

}  // namespace attune::eval

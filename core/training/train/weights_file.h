// Writes the block that Model::open reads.
#pragma once

#include <string>
#include <vector>

#include "fit.h"

namespace attune::train {

struct HeadResult {
  Weights weights;
  Calibration calibration;
};

// The block: weights rounded to int8, calibration folded in. `keys` are those of the n-gram ids.
std::string pack(const std::vector<HeadResult>& heads, const std::vector<std::uint32_t>& keys);

}  // namespace attune::train

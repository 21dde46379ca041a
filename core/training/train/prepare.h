// From texts to what the learner sees, through the reader that ships.
#pragma once

#include <cstdint>
#include <vector>

#include "attune/result.h"
#include "dataset.h"
#include "learner.h"

namespace attune::train {

struct Prepared {
  std::vector<Features> features;   // of each sample
  std::vector<std::uint32_t> keys;  // of each dense id
};

// Reads every sample; n-grams of fewer than `least` samples are left out. Turns of a conversation
// are read behind those before them, which are taken as they were labelled.
// Errors: as Reader::create.
Result<Prepared> prepare(const Dataset& data, std::uint32_t least);

}  // namespace attune::train

// Everything that the learned reader is trained on, as examples with a target for some heads.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/heads.h"

namespace attune::train {

// A head without a target does not learn from the example.
inline constexpr float kUnknown = -1.0F;

struct Sample {
  std::string text;
  std::string conversation;  // "" when the message stands alone
  int turn = 1;
  std::array<float, model::kHeadCount> target;  // 0 .. 1 or kUnknown
  float weight = 1.0F;
  std::uint16_t group = 0;  // index into Dataset::groups: what is held out together
  bool customer = false;    // said to a company: its base rate is that of our messages
  bool judged = false;      // labelled by us: counts when a held-out group is measured

  bool copy = false;  // of a judged message, disturbed

  Sample() { target.fill(kUnknown); }
};

struct Dataset {
  std::vector<std::string> groups;
  std::vector<Sample> samples;
  std::size_t bad_rows = 0;  // each named on standard error, at most a few a file

  std::uint16_t group(const std::string& name);
};

// Reads the corpus and the labels of `training` (core/training) and the sets of `data`/train.
// A file that is missing is named and left out.
Dataset read_dataset(const std::string& training, const std::string& data);

}  // namespace attune::train

// What the cue families hand to the scorer.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "attune/assessment.h"
#include "text/table_format.h"

namespace attune {

// A part of the message that moves the scores. `start` and `end` are UTF-16 code units.
struct Evidence {
  CueKind kind = CueKind::kWording;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  double upset = 0.0;  // signed contribution to the logit of frustration, first as the rules see it
  double valence = 0.0;  // -4 .. 4 after scope
  double urgency = 0.0;  // 0 .. 1
  std::optional<Flag> flag;
  std::optional<Topic> topic;
  std::array<double, table::kEntryEmotions> emotions{};  // 0 .. 1 after scope
  // Entries that explain a share of another one (a negation, an intensifier, a "but") carry only
  // `upset`; `owner` is the index of the evidence whose weight they modify.
  std::optional<std::uint32_t> owner;
  bool needs_negative = false;  // counts only beside other evidence of dissatisfaction
};

}  // namespace attune

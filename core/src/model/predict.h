// What the learned reader makes of a reading: a logit for each head, and the words behind it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "cues/evidence.h"
#include "model/heads.h"
#include "model/model.h"
#include "model/ngrams.h"
#include "model/signals.h"

namespace attune::model {

struct Prediction {
  std::array<double, kHeadCount> logits{};
  double base = 0.0;              // of frustration, before any cue
  double carried = 0.0;           // the part of it that the customer's turns before made
  std::vector<Evidence> wording;  // n-grams that move frustration
  // The n-gram that speaks for each head most, if any does.
  struct Reason {
    double logit = 0.0;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
  };
  std::array<std::optional<Reason>, kHeadCount> reasons;

  double probability(std::size_t head) const;
};

// `ngrams` may be empty: then the signals alone speak. Each n-gram counts once, where it comes
// first. Linear time.
Prediction predict(const Model& model, const Signals& signals, const std::vector<Ngram>& ngrams);

}  // namespace attune::model

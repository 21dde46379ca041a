// The running reading of a conversation.
#pragma once

#include "attune/assessment.h"
#include "attune/conversation.h"

namespace attune {

// Exponentially weighted means over the customer's turns: a turn counts kDecay times as much as
// the one after it, and less when its reading is uncertain. Constant size.
class MoodTracker {
 public:
  // Takes in one customer turn and returns the mood after it.
  const Mood& add(const Assessment& assessment);

  const Mood& mood() const { return mood_; }

 private:
  double weight_ = 0.0;     // sum of the turns' weights
  double sentiment_ = 0.0;  // weighted sums
  double frustration_ = 0.0;
  double before_ = 0.0;              // score one turn ago
  double long_before_ = 0.0;         // score two turns ago
  double frustration_before_ = 0.0;  // the same for the running frustration
  double frustration_long_before_ = 0.0;
  Mood mood_;
};

}  // namespace attune

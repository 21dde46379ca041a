// The running reading of a conversation.
#pragma once

#include "archive.h"
#include "attune/assessment.h"
#include "attune/conversation.h"

namespace attune {

// Exponentially weighted means over the customer's turns: a turn counts kDecay times as much as
// the one after it, and less when its reading is uncertain. After steady turns one that is quite
// unlike them counts by half, until the next one confirms it: it may be misread, or a slip.
// Constant size.
class MoodTracker {
 public:
  // Takes in one customer turn and returns the mood after it.
  const Mood& add(const Assessment& assessment);

  const Mood& mood() const { return mood_; }

  void serve(Archive& archive);

 private:
  // Of one turn, or the means of several.
  struct Reading {
    double sentiment = 0.0;    // -1 .. 1
    double frustration = 0.0;  // 0 .. 1
  };
  static double distance(const Reading& a, const Reading& b);
  Reading mean() const;
  void weigh(const Reading& reading, double weight);

  double weight_ = 0.0;     // sum of the turns' weights
  double sentiment_ = 0.0;  // weighted sums
  double frustration_ = 0.0;
  double spread_ = 0.0;              // how far the latest turns stood from the mean, 0 .. 1
  Reading odd_;                      // a turn that waits to be confirmed
  double withheld_ = 0.0;            // its weight that does not count yet; 0: none waits
  double before_ = 0.0;              // score one turn ago
  double long_before_ = 0.0;         // score two turns ago
  double frustration_before_ = 0.0;  // the same for the running frustration
  double frustration_long_before_ = 0.0;
  Mood mood_;
};

}  // namespace attune

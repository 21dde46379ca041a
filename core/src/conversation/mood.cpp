#include "conversation/mood.h"

#include <algorithm>

namespace attune {
namespace {

// Chosen so that the newest turn makes up just under half of a long conversation's mood: one odd
// message after three calm ones stays below the default threshold of 0.5, and two calm turns
// after an outburst of 0.95 bring the mood below 0.25 (mood_test.cpp holds both).
constexpr double kDecay = 0.55;

// A change of the mood score that a reader of the transcript would call a change: half the
// width of the neutral band.
constexpr double kTrendStep = 0.1;

// Compares `now` with the mean of the two values before it, and makes it the newer of these.
Trend trend_of(double now, bool first, double& before, double& long_before) {
  if (first) before = long_before = now;
  const double change = now - (before + long_before) / 2.0;
  long_before = before;
  before = now;
  return change >= kTrendStep    ? Trend::kRising
         : change <= -kTrendStep ? Trend::kFalling
                                 : Trend::kSteady;
}

// An uncertain reading moves the mood less.
double weight_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::kLow:
      return 0.5;
    case Confidence::kMedium:
      return 0.8;
    case Confidence::kHigh:
      break;
  }
  return 1.0;
}

}  // namespace

const Mood& MoodTracker::add(const Assessment& assessment) {
  const double weight = weight_of(assessment.confidence);
  weight_ = kDecay * weight_ + weight;
  sentiment_ = kDecay * sentiment_ + weight * assessment.sentiment;
  frustration_ = kDecay * frustration_ + weight * assessment.frustration;

  const double score = std::clamp(sentiment_ / weight_, -1.0, 1.0);
  const double frustration = std::clamp(frustration_ / weight_, 0.0, 1.0);
  const bool first = mood_.turns == 0;
  mood_.score = score;
  mood_.level = level_of(score);
  mood_.trend = trend_of(score, first, before_, long_before_);
  mood_.frustration = frustration;
  mood_.frustration_trend =
      trend_of(frustration, first, frustration_before_, frustration_long_before_);
  mood_.peak = std::max(mood_.peak, assessment.frustration);
  ++mood_.turns;
  return mood_;
}

}  // namespace attune

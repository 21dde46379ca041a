#include "conversation/mood.h"

#include <algorithm>
#include <cmath>

namespace attune {
namespace {

// Chosen so that the newest turn makes up just under half of a long conversation's mood: one odd
// message after three calm ones stays below the default threshold of 0.5, and two calm turns
// after an outburst of 0.95 bring the mood below 0.25 (mood_test.cpp holds both).
constexpr double kDecay = 0.55;

// No sum of weights grows beyond that of turns without end.
constexpr double kMostWeight = 1.0 / (1.0 - kDecay) + 1e-9;

// A change of the mood score that a reader of the transcript would call a change: half the
// width of the neutral band.
constexpr double kTrendStep = 0.1;

// Turns are steady while none of the latest stood further than kSteady from the mean before it,
// and a turn behind them is odd when it stands further off than kOdd. Chosen so that a slow rise
// is never odd, and a step from calm (0.1) to upset (0.75) always (mood_test.cpp).
constexpr double kSteady = 0.2;
constexpr double kOdd = 0.4;
constexpr double kOddShare = 0.5;  // of its weight that counts at once
constexpr int kTurnsToBeSteady = 2;

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

// The larger of the two differences, sentiment being twice as wide.
double MoodTracker::distance(const Reading& a, const Reading& b) {
  return std::max(std::abs(a.sentiment - b.sentiment) / 2.0,
                  std::abs(a.frustration - b.frustration));
}

MoodTracker::Reading MoodTracker::mean() const {
  if (weight_ <= 0.0) return {};
  return {sentiment_ / weight_, frustration_ / weight_};
}

void MoodTracker::weigh(const Reading& reading, double weight) {
  weight_ += weight;
  sentiment_ += weight * reading.sentiment;
  frustration_ += weight * reading.frustration;
}

const Mood& MoodTracker::add(const Assessment& assessment) {
  const Reading now{assessment.sentiment, assessment.frustration};
  // What seemed odd a turn ago counts in full when this turn is more like it than like the rest.
  if (withheld_ > 0.0 && distance(now, odd_) < distance(now, mean())) weigh(odd_, withheld_);
  withheld_ = 0.0;

  double weight = weight_of(assessment.confidence);
  const double off = mood_.turns == 0 ? 0.0 : distance(now, mean());
  if (mood_.turns >= kTurnsToBeSteady && spread_ < kSteady && off > kOdd) {
    odd_ = now;
    withheld_ = (1.0 - kOddShare) * weight;
    weight -= withheld_;
  }
  spread_ = std::max(kDecay * spread_, off);

  weight_ *= kDecay;
  sentiment_ *= kDecay;
  frustration_ *= kDecay;
  weigh(now, weight);

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

void MoodTracker::serve(Archive& archive) {
  archive.number("weight", weight_, 0.0, kMostWeight);
  // Readings are -1 .. 1, so no weighted sum exceeds the weights': also not by rounding, which
  // keeps the order of numbers.
  archive.number("sentiment", sentiment_, -weight_, weight_);
  archive.number("upset", frustration_, 0.0, weight_);
  archive.number("spread", spread_, 0.0, 1.0);
  archive.number("odd_sentiment", odd_.sentiment, -1.0, 1.0);
  archive.number("odd_frustration", odd_.frustration, 0.0, 1.0);
  archive.number("withheld", withheld_, 0.0, 1.0);
  archive.number("before", before_, -1.0, 1.0);
  archive.number("long_before", long_before_, -1.0, 1.0);
  archive.number("frustration_before", frustration_before_, 0.0, 1.0);
  archive.number("frustration_long_before", frustration_long_before_, 0.0, 1.0);
  archive.number("score", mood_.score, -1.0, 1.0);
  archive.choice("level", mood_.level, Level::kVeryPositive);
  archive.choice("trend", mood_.trend, Trend::kFalling);
  archive.choice("frustration_trend", mood_.frustration_trend, Trend::kFalling);
  archive.number("frustration", mood_.frustration, 0.0, 1.0);
  archive.number("peak", mood_.peak, 0.0, 1.0);
  archive.count("turns", mood_.turns);
}

}  // namespace attune

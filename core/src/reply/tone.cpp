#include "reply/tone.h"

namespace attune {
namespace {

// A probability from which a reader more likely than not names the emotion.
constexpr double kLikely = 0.5;

// Waiting that a customer mentions is worth a word from a day on.
constexpr double kWorthMentioningDays = 1.0;

bool frustrated(const Assessment& assessment, const Policy& policy) {
  return assessment.frustration >= policy.frustration_middling;
}

}  // namespace

bool is_upset(const Assessment& assessment, const Mood& mood, const Policy& policy) {
  if (frustrated(assessment, policy) || assessment.level <= Level::kNegative) return true;
  if (assessment.level >= Level::kPositive) return false;
  return mood.frustration >= policy.frustration_middling || mood.level <= Level::kNegative;
}

bool has_something_to_acknowledge(const Assessment& assessment, const Policy& policy) {
  const auto shows = [&assessment](Emotion emotion) {
    return assessment.emotion(emotion) >= kLikely;
  };
  return frustrated(assessment, policy) || shows(Emotion::kAnger) || shows(Emotion::kFrustration) ||
         shows(Emotion::kDisappointment) || shows(Emotion::kWorry) ||
         assessment.has(Flag::kRepeatContact) || assessment.has(Flag::kThreatToLeave) ||
         assessment.has(Flag::kVulnerable) ||
         assessment.contact.waiting_days.value_or(0.0) >= kWorthMentioningDays;
}

bool tells_of_failing(const Assessment& assessment, const Policy& policy) {
  return frustrated(assessment, policy) || assessment.has(Flag::kRepeatContact) ||
         assessment.has(Flag::kThreatToLeave);
}

Tone choose_tone(const Assessment& assessment, const Mood& mood, const Policy& policy) {
  Tone tone;
  tone.acknowledge = has_something_to_acknowledge(assessment, policy);
  if (is_upset(assessment, mood, policy)) {
    tone.tone_register = Register::kCalmDirect;
    tone.brevity = Brevity::kShort;
  } else if (assessment.level >= Level::kPositive && mood.level >= Level::kNeutral) {
    tone.tone_register = Register::kWarm;
    tone.emoji = true;
    tone.exclamations = true;
  }
  return tone;
}

}  // namespace attune

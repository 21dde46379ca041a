// What the rules found, as numbers that the learned reader weighs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "attune/analyzer.h"
#include "attune/assessment.h"
#include "cues/evidence.h"
#include "model/heads.h"
#include "model/score.h"

namespace attune::model {

// Cues that are weighed alike. Words and what changes them (a negation, a "but") stay together, so
// that the share which a negation takes away is what it took.
enum CueGroup : std::uint8_t {
  kWordCues,
  kEmojiCues,
  kCapitalCues,
  kExclamationCues,
  kQuestionCues,
  kEmphasisCues,
  kSarcasmCues,
  kRepeatCues,
  kWaitingCues,
  kPersonCues,
  kThreatCues,
  kAbuseCues,
  kRiskCues,
  kDeadlineCues,
  kCueGroupCount,
};
CueGroup group_of(CueKind kind);

// Numbers of one message, all about -1 .. 1 but the sums of cues, which are logits.
enum Signal : std::uint8_t {
  kFirstCueSum = 0,   // CueGroup
  kFirstLength = 14,  // behind the groups: 1 for the band of words it falls in
  kLengthBands = 6,
  kNotFirst = kFirstLength + kLengthBands,  // 1 behind another turn of the customer
  kBefore,                                  // frustration of the turns before
  kBeforeShort,                             // the same, when this turn is short
  kBeforeMiddling,                          // the same, when this turn is not long
  kBaseEnd,                                 // signals above make up the base rate
  kValence = kBaseEnd,                      // of the words, squashed
  kRuleSentiment,
  kRuleUrgency,
  kRuleFrustration,
  kCourteousWords,
  kFirstRuleEmotion,
  kFirstRuleFlag = kFirstRuleEmotion + static_cast<int>(table::kEntryEmotions),
  kFirstRuleTopic = kFirstRuleFlag + static_cast<int>(kFlagCount),
  kSignalCount = kFirstRuleTopic + static_cast<int>(kTopicCount),
};
static_assert(static_cast<int>(kFirstLength) == static_cast<int>(kCueGroupCount));
using Signals = std::array<double, kSignalCount>;

// Whether a head may weigh a signal. Frustration has to be explained: only cues, which have spans,
// and the base rate move it. What makes a customer vulnerable raises that flag and moves no other
// score.
inline bool may_weigh(std::size_t head, std::size_t signal) {
  if (head == kFrustration) return signal < kBaseEnd;
  const std::size_t vulnerable = kFirstRuleFlag + static_cast<std::size_t>(Flag::kVulnerable);
  return signal != vulnerable || head == head_of(Flag::kVulnerable);
}

// `rules` is the assessment of the rules alone, `findings` after score(); `words`: how many words
// the message has, without those that name who somebody is.
Signals read_signals(const Findings& findings, const Assessment& rules, std::uint32_t words,
                     const Context& context);

}  // namespace attune::model

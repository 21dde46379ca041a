// What the learned reader answers: one number a head, a logit each.
#pragma once

#include <cstddef>
#include <cstdint>

#include "attune/assessment.h"
#include "text/table_format.h"

namespace attune::model {

// Heads of one family stand side by side, in the order of the enumeration they answer.
enum Head : std::uint8_t {
  kFrustration,                                        // upset with the service
  kPositive,                                           // comes across as pleased
  kNegative,                                           // comes across as displeased
  kSoon,                                               // wants it settled soon, or at once
  kAtOnce,                                             // wants it settled at once
  kSarcasm,                                            // praise words meant as blame
  kFirstEmotion,                                       // Emotion, all but neutral
  kFirstFlag = kFirstEmotion + table::kEntryEmotions,  // Flag
  kFirstTopic = kFirstFlag + kFlagCount,               // Topic
  kHeadCount = kFirstTopic + kTopicCount,
};

inline std::size_t head_of(Emotion emotion) {
  return kFirstEmotion + static_cast<std::size_t>(emotion);
}
inline std::size_t head_of(Flag flag) { return kFirstFlag + static_cast<std::size_t>(flag); }
inline std::size_t head_of(Topic topic) { return kFirstTopic + static_cast<std::size_t>(topic); }

}  // namespace attune::model

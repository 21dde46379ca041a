#include "conversation/complexity.h"

#include <cstdint>

namespace attune {
namespace {

// A topic below this score is a hint: a word in passing, not a second matter.
constexpr double kClearTopic = 0.5;

}  // namespace

int count_matters(const Assessment& assessment) {
  int matters = 0;
  for (const TopicScore& topic : assessment.topics) {
    if (topic.score >= kClearTopic && topic.id != name_of(Topic::kServiceQuality) &&
        topic.id != name_of(Topic::kFeedbackPraise)) {
      ++matters;
    }
  }
  return matters;
}

bool is_complex(const Assessment& assessment, const Policy& policy) {
  if (assessment.level >= Level::kPositive) return false;  // long praise needs no help
  return count_matters(assessment) >= policy.several_topics ||
         assessment.words >= static_cast<std::uint32_t>(policy.long_account_words);
}

}  // namespace attune

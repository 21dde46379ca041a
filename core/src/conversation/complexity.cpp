#include "conversation/complexity.h"

#include <algorithm>

namespace attune {
namespace {

// A topic below this score is a hint: a word in passing, not a second matter.
constexpr double kClearTopic = 0.5;

// So many different sums in one message are a full sign of their own, beside others.
constexpr double kManySums = 4.0;

// Signs that make a complex matter together, each counted by how much of its threshold it has
// reached. Tuned on 42 made-up conversations: the complex ones among them have 2.2 and more, calm
// messages at most 1.4.
constexpr double kTogether = 1.8;

// 0 .. 1: how much of the threshold is reached.
double share(double value, double threshold) { return std::min(1.0, value / threshold); }

// Whether a message with a lot of money or many numbers in it is about something that went wrong:
// it is negative or upset, somebody else takes part, or it is half a long account. Six order
// numbers beside "please mail me the invoices" are one easy request.
bool is_open_matter(const Assessment& assessment, const Policy& policy) {
  return assessment.level <= Level::kNegative ||
         assessment.frustration >= policy.frustration_middling || assessment.parties > 0 ||
         share(assessment.words, policy.long_account_words) >= 0.5;
}

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
  if (assessment.level >= Level::kPositive) return false;
  const bool open = is_open_matter(assessment, policy);
  const double signs[] = {
      share(count_matters(assessment), policy.several_topics),
      share(assessment.words, policy.long_account_words),
      share(assessment.requests, policy.several_requests),
      share(assessment.parties, policy.several_parties),
      open ? share(assessment.references, policy.many_references) : 0.0,
  };
  double together = share(assessment.sums, kManySums);
  for (const double sign : signs) {
    if (sign >= 1.0) return true;
    together += sign;
  }
  if (together >= kTogether) return true;
  return assessment.amount.value_or(0.0) >= policy.high_amount &&
         (open || assessment.references > 0);
}

}  // namespace attune

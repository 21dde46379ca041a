// What each head may cost.
#include "fit.h"
#include "model/heads.h"

namespace attune::train {
namespace {

// N-grams for each head: frustration decides, so it gets most; a topic or a flag is told by few
// words. Chosen so that the module keeps to tests/size/budget.json.
constexpr std::size_t kFrustrationNgrams = 2500;
constexpr std::size_t kSentimentNgrams = 1300;
constexpr std::size_t kEmotionNgrams = 450;
constexpr std::size_t kFlagNgrams = 220;
constexpr std::size_t kTopicNgrams = 320;
constexpr std::size_t kOtherNgrams = 160;

std::size_t ngrams_for(std::size_t head) {
  if (head == model::kFrustration) return kFrustrationNgrams;
  if (head == model::kPositive || head == model::kNegative) return kSentimentNgrams;
  if (head < model::kFirstEmotion) return kOtherNgrams;
  if (head < model::kFirstFlag) return kEmotionNgrams;
  return head < model::kFirstTopic ? kFlagNgrams : kTopicNgrams;
}

}  // namespace

std::vector<HeadPlan> plan_heads() {
  std::vector<HeadPlan> plans(model::kHeadCount);
  for (std::size_t head = 0; head < plans.size(); ++head) {
    plans[head].head = head;
    plans[head].keep = ngrams_for(head);
  }
  return plans;
}

std::string name_of_head(std::size_t head) {
  static constexpr std::string_view kFirst[] = {"upset", "positive", "negative",
                                                "soon",  "at_once",  "sarcasm"};
  if (head < model::kFirstEmotion) return std::string(kFirst[head]);
  if (head < model::kFirstFlag) {
    return std::string(name_of(static_cast<Emotion>(head - model::kFirstEmotion)));
  }
  if (head < model::kFirstTopic) {
    return std::string(name_of(static_cast<Flag>(head - model::kFirstFlag)));
  }
  return std::string(name_of(static_cast<Topic>(head - model::kFirstTopic)));
}

}  // namespace attune::train

// The words that stand for the values of enumerations in JSON and in the data files.
#include <array>
#include <cstddef>

#include "attune/assessment.h"
#include "attune/conversation.h"
#include "attune/decision.h"
#include "attune/reply.h"

namespace attune {
namespace {

template <std::size_t kCount, typename Enum>
std::string_view pick(const std::array<std::string_view, kCount>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < kCount ? names[index] : std::string_view();
}

constexpr std::array<std::string_view, 5> kLevels = {"very_negative", "negative", "neutral",
                                                     "positive", "very_positive"};

constexpr std::array<std::string_view, kEmotionCount> kEmotions = {
    "anger",     "frustration", "disappointment", "worry", "sadness", "confusion",
    "gratitude", "joy",         "neutral"};

constexpr std::array<std::string_view, kFlagCount> kFlags = {
    "abusive",        "asks_for_person", "fraud_risk",      "legal_threat", "public_complaint",
    "repeat_contact", "safety_risk",     "threat_to_leave", "vulnerable"};

constexpr std::array<std::string_view, kCueKindCount> kCueKinds = {
    "capitals",         "exclamation", "question_run",    "elongation",      "emoji",
    "profanity",        "wording",     "negation",        "intensifier",     "contrast",
    "repeat_contact",   "waiting",     "asks_for_person", "threat_to_leave", "legal_threat",
    "public_complaint", "abuse",       "safety",          "courtesy",        "sarcasm",
    "deadline",         "topic"};

constexpr std::array<std::string_view, kTopicCount> kTopics = {
    "delivery",           "returns_refunds", "billing_payment",
    "order_change",       "cancellation",    "account_access",
    "technical_problem",  "product_quality", "product_information",
    "pricing_promotions", "booking",         "service_quality",
    "security_fraud",     "feedback_praise"};

constexpr std::array<std::string_view, 3> kConfidences = {"low", "medium", "high"};
constexpr std::array<std::string_view, 3> kTrends = {"rising", "steady", "falling"};
constexpr std::array<std::string_view, 5> kEvents = {"offer_declined", "escalated", "resolved",
                                                     "handoff_failed", "handed_back"};
constexpr std::array<std::string_view, 3> kActions = {"continue", "offer_person", "connect_person"};
constexpr std::array<std::string_view, 4> kPriorities = {"low", "normal", "high", "urgent"};
constexpr std::array<std::string_view, 3> kRegisters = {"calm_direct", "plain", "warm"};
constexpr std::array<std::string_view, 2> kBrevities = {"short", "normal"};

constexpr std::array<std::string_view, kReasonCount> kReasons = {"asks_for_person",
                                                                 "safety_risk",
                                                                 "fraud_risk",
                                                                 "legal_threat",
                                                                 "vulnerable",
                                                                 "repeated_abuse",
                                                                 "very_high_frustration",
                                                                 "high_frustration",
                                                                 "rising_frustration",
                                                                 "repeat_contact",
                                                                 "threat_to_leave",
                                                                 "public_complaint",
                                                                 "unanswered",
                                                                 "customer_repeats",
                                                                 "complex_matter",
                                                                 "uncertain_and_negative",
                                                                 "bot_repeats",
                                                                 "company_rule"};

// A name left out of a list would make its last element empty.
static_assert(!kLevels.back().empty() && !kEmotions.back().empty() && !kFlags.back().empty() &&
              !kCueKinds.back().empty() && !kTopics.back().empty() && !kReasons.back().empty());

}  // namespace

std::string_view name_of(Level level) { return pick(kLevels, level); }
std::string_view name_of(Emotion emotion) { return pick(kEmotions, emotion); }
std::string_view name_of(Flag flag) { return pick(kFlags, flag); }
std::string_view name_of(CueKind kind) { return pick(kCueKinds, kind); }
std::string_view name_of(Topic topic) { return pick(kTopics, topic); }
std::string_view name_of(Confidence confidence) { return pick(kConfidences, confidence); }
std::string_view name_of(Trend trend) { return pick(kTrends, trend); }
std::string_view name_of(ConversationEvent event) { return pick(kEvents, event); }
std::string_view name_of(Action action) { return pick(kActions, action); }
std::string_view name_of(Priority priority) { return pick(kPriorities, priority); }
std::string_view name_of(Reason reason) { return pick(kReasons, reason); }
std::string_view name_of(Register value) { return pick(kRegisters, value); }
std::string_view name_of(Brevity value) { return pick(kBrevities, value); }

std::optional<ConversationEvent> event_of(std::string_view name) {
  for (std::size_t i = 0; i < kEvents.size(); ++i) {
    if (kEvents[i] == name) return static_cast<ConversationEvent>(i);
  }
  return std::nullopt;
}

Level level_of(double score) {
  if (score <= -0.6) return Level::kVeryNegative;
  if (score <= -0.2) return Level::kNegative;
  if (score < 0.2) return Level::kNeutral;
  if (score < 0.6) return Level::kPositive;
  return Level::kVeryPositive;
}

bool Assessment::has(Flag flag) const {
  for (const Flag own : flags) {
    if (own == flag) return true;
  }
  return false;
}

}  // namespace attune

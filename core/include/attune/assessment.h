// What one customer message says: the result of Analyzer::assess.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

// Five bands of a sentiment score in -1 .. 1.
enum class Level { kVeryNegative, kNegative, kNeutral, kPositive, kVeryPositive };

enum class Emotion {
  kAnger,
  kFrustration,
  kDisappointment,
  kWorry,
  kSadness,
  kConfusion,
  kGratitude,
  kJoy,
  kNeutral,
};
inline constexpr std::size_t kEmotionCount = 9;

enum class Flag {
  kAbusive,
  kAsksForPerson,
  kFraudRisk,
  kLegalThreat,
  kPublicComplaint,
  kRepeatContact,
  kSafetyRisk,
  kThreatToLeave,
  kVulnerable,
};
inline constexpr std::size_t kFlagCount = 9;

enum class CueKind {
  kCapitals,
  kExclamation,
  kQuestionRun,
  kElongation,
  kEmoji,
  kProfanity,
  kWording,
  kNegation,
  kIntensifier,
  kContrast,
  kRepeatContact,
  kWaiting,
  kAsksForPerson,
  kThreatToLeave,
  kLegalThreat,
  kPublicComplaint,
  kAbuse,
  kSafety,
  kCourtesy,
  kSarcasm,
  kDeadline,
  kTopic,
};
inline constexpr std::size_t kCueKindCount = 22;

enum class Topic {
  kDelivery,
  kReturnsRefunds,
  kBillingPayment,
  kOrderChange,
  kCancellation,
  kAccountAccess,
  kTechnicalProblem,
  kProductQuality,
  kProductInformation,
  kPricingPromotions,
  kBooking,
  kServiceQuality,
  kSecurityFraud,
  kFeedbackPraise,
};
inline constexpr std::size_t kTopicCount = 14;

enum class Confidence { kLow, kMedium, kHigh };

// The word that stands for the value in JSON, for example "very_negative".
std::string_view name_of(Level level);
std::string_view name_of(Emotion emotion);
std::string_view name_of(Flag flag);
std::string_view name_of(CueKind kind);
std::string_view name_of(Topic topic);
std::string_view name_of(Confidence confidence);

// The band of a sentiment score: -1 .. -0.6 very negative, .. -0.2 negative, .. 0.2 neutral,
// .. 0.6 positive, .. 1 very positive. A bound belongs to the stronger band.
Level level_of(double score);

// A span of the message and what it did. `start` and `end` are UTF-16 code units, half-open:
// in JavaScript text.slice(start, end) is the span.
struct Cue {
  CueKind kind = CueKind::kWording;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string text;     // the span as UTF-8
  double weight = 0.0;  // signed contribution to the logit of `frustration`
};

struct TopicScore {
  std::string id;      // name_of(Topic), or a company topic's id
  double score = 0.0;  // 0.2 .. 1
};

struct Contact {
  std::optional<int> times;            // >= 1: how often they have reached out, by their own words
  std::optional<double> waiting_days;  // >= 0: how long they have waited, by their own words
};

struct Assessment {
  std::string language_tag = "und";  // BCP-47
  double language_confidence = 0.0;  // 0 .. 1
  double sentiment = 0.0;            // -1 .. 1
  Level level = Level::kNeutral;
  std::array<double, kEmotionCount> emotions{};  // 0 .. 1 each, indexed by Emotion
  double frustration = 0.0;                      // 0 .. 1
  double urgency = 0.0;                          // 0 .. 1
  Confidence confidence = Confidence::kLow;
  std::vector<TopicScore> topics;  // at most 3, best first
  std::vector<Flag> flags;         // sorted by name, no repeats
  Contact contact;
  // What a complex matter shows; none of these is part of the JSON.
  int requests = 0;    // separate things asked for or asked to be done
  int references = 0;  // orders, invoices, tickets and the like that are named by number
  int parties = 0;     // others that take part in the matter: a carrier, a bank, a neighbour
  std::optional<double> amount;  // > 0: the largest sum of money, in the currency written
  int sums = 0;                  // how many different sums of money are named
  double base = 0.0;      // logit of `frustration` before any cue (not part of the JSON): with all
                          // weights of `cues` it makes the logit
  std::vector<Cue> cues;  // sorted by start, then end, then kind
  double own_frustration = 0.0;  // 0 .. 1: without what earlier turns add (not part of the JSON)
  std::uint32_t words = 0;       // how many words the message has (not part of the JSON)

  bool has(Flag flag) const;
  double emotion(Emotion which) const { return emotions[static_cast<std::size_t>(which)]; }
};

}  // namespace attune

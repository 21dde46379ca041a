// What to do next in a conversation, and why.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/assessment.h"

namespace attune {

enum class Action { kContinue, kOfferPerson, kConnectPerson };
enum class Priority { kLow, kNormal, kHigh, kUrgent };

// Why a person should take over. The words in JSON are those of name_of().
enum class Reason {
  kAsksForPerson,         // asks_for_person
  kSafetyRisk,            // safety_risk
  kFraudRisk,             // fraud_risk
  kLegalThreat,           // legal_threat
  kVulnerable,            // vulnerable, with negative sentiment
  kRepeatedAbuse,         // repeated_abuse: abusive in two turns
  kVeryHighFrustration,   // very_high_frustration: in two turns running
  kHighFrustration,       // high_frustration: once
  kRisingFrustration,     // rising_frustration: middling and not falling over two turns
  kRepeatContact,         // repeat_contact
  kThreatToLeave,         // threat_to_leave
  kPublicComplaint,       // public_complaint
  kUnanswered,            // unanswered: the bot could not answer two turns
  kCustomerRepeats,       // customer_repeats
  kComplexMatter,         // complex_matter: several topics, or a very long account
  kUncertainAndNegative,  // uncertain_and_negative: low confidence with negative sentiment
  kBotRepeats,            // bot_repeats: the bot said nearly the same again and again
  kCompanyRule,           // company_rule: a rule of the company's own; always the last
};
inline constexpr std::size_t kReasonCount = 18;

// Where a score is going over the latest turns.
enum class Trend { kRising, kSteady, kFalling };

std::string_view name_of(Action action);
std::string_view name_of(Priority priority);
std::string_view name_of(Reason reason);
std::string_view name_of(Trend trend);

// What a person who takes over should know first. It quotes the customer: like a message, it may
// leave the page only when the customer has agreed.
struct TeamNote {
  std::string text;                // all of this in one line
  double frustration = 0.0;        // 0 .. 1, running
  Trend trend = Trend::kSteady;    // of the frustration
  Contact contact;                 // the most that the customer has told
  std::optional<double> amount;    // the largest sum that the customer has named
  int references = 0;              // the most orders, invoices, ... named in one message
  std::vector<std::string> rules;  // ids of the company's rules that match this turn
  std::vector<std::string> words;  // the customer's strongest, at most 3, strongest first
};

// Whether people are there, for a company that has told its opening hours.
struct Availability {
  bool open = true;
  std::string answer_by;  // RFC 3339 with the company's offset; "" while open or closed for a year
};

struct Decision {
  Action action = Action::kContinue;
  Priority priority = Priority::kLow;
  std::vector<Reason> reasons;  // strongest first; empty only when action is kContinue
  std::string explanation;      // a sentence for the customer in their language; "" for kContinue
  std::optional<TeamNote> team = std::nullopt;              // only with reasons
  std::optional<Availability> availability = std::nullopt;  // only with opening hours
};

}  // namespace attune

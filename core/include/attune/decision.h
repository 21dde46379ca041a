// What to do next in a conversation, and why.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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
};
inline constexpr std::size_t kReasonCount = 16;

std::string_view name_of(Action action);
std::string_view name_of(Priority priority);
std::string_view name_of(Reason reason);

struct Decision {
  Action action = Action::kContinue;
  Priority priority = Priority::kLow;
  std::vector<Reason> reasons;  // strongest first; empty only when action is kContinue
  std::string explanation;      // a sentence for the customer in their language; "" for kContinue
};

}  // namespace attune

#include "conversation/turn_policy.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace attune {

std::array<TurnPolicy::Rule, kReasonCount> TurnPolicy::default_rules() {
  std::array<Rule, kReasonCount> rules;
  const auto set = [&rules](Reason reason, Action action, Priority priority) {
    rules[static_cast<std::size_t>(reason)] = {action, priority};
  };
  set(Reason::kAsksForPerson, Action::kConnectPerson, Priority::kNormal);
  set(Reason::kSafetyRisk, Action::kConnectPerson, Priority::kUrgent);
  set(Reason::kFraudRisk, Action::kConnectPerson, Priority::kUrgent);
  set(Reason::kLegalThreat, Action::kConnectPerson, Priority::kHigh);
  set(Reason::kVulnerable, Action::kConnectPerson, Priority::kHigh);
  set(Reason::kRepeatedAbuse, Action::kConnectPerson, Priority::kHigh);
  set(Reason::kVeryHighFrustration, Action::kConnectPerson, Priority::kHigh);
  set(Reason::kHighFrustration, Action::kOfferPerson, Priority::kHigh);
  set(Reason::kRisingFrustration, Action::kOfferPerson, Priority::kHigh);
  set(Reason::kRepeatContact, Action::kOfferPerson, Priority::kNormal);
  set(Reason::kThreatToLeave, Action::kOfferPerson, Priority::kNormal);
  set(Reason::kPublicComplaint, Action::kOfferPerson, Priority::kNormal);
  set(Reason::kUnanswered, Action::kOfferPerson, Priority::kLow);
  set(Reason::kCustomerRepeats, Action::kOfferPerson, Priority::kLow);
  set(Reason::kComplexMatter, Action::kOfferPerson, Priority::kLow);
  set(Reason::kUncertainAndNegative, Action::kOfferPerson, Priority::kLow);
  set(Reason::kBotRepeats, Action::kOfferPerson, Priority::kLow);
  // Each company rule says for itself what it leads to.
  set(Reason::kCompanyRule, Action::kOfferPerson, Priority::kNormal);
  return rules;
}

void lay_over(const Policy::Overlay& overlay, TurnPolicy& policy) {
  using Overlay = Policy::Overlay;
  const TurnPolicy& values = overlay.values;
  if (overlay.has(Overlay::kMiddling)) policy.frustration_middling = values.frustration_middling;
  if (overlay.has(Overlay::kHigh)) policy.frustration_high = values.frustration_high;
  if (overlay.has(Overlay::kVeryHigh)) policy.frustration_very_high = values.frustration_very_high;
  policy.frustration_high = std::min(policy.frustration_high, policy.frustration_very_high);
  policy.frustration_middling = std::min(policy.frustration_middling, policy.frustration_high);
  if (overlay.has(Overlay::kCooldownTurns)) policy.cooldown_turns = values.cooldown_turns;
  if (overlay.has(Overlay::kAutoConnect)) policy.auto_connect = values.auto_connect;
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    if (overlay.has(i)) policy.rules[i] = values.rules[i];
  }
}

bool outweighs(const TurnPolicy::Rule& a, const TurnPolicy::Rule& b) {
  return a.action != b.action ? a.action > b.action : a.priority > b.priority;
}

bool is_stronger(const TurnPolicy& policy, Reason a, Reason b) {
  if (outweighs(policy.rule(a), policy.rule(b))) return true;
  return !outweighs(policy.rule(b), policy.rule(a)) && a < b;
}

}  // namespace attune

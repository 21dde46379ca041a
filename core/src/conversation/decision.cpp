#include "conversation/decision.h"

#include <algorithm>
#include <cstddef>

#include "conversation/complexity.h"
#include "text/order.h"

namespace attune {
namespace {

// Frustration counts as falling only when it drops by more than the reading's own noise.
constexpr double kFallingStep = 0.05;

constexpr std::uint32_t bit(Reason reason) { return 1U << static_cast<unsigned>(reason); }

bool is_negative(const Assessment& assessment) { return assessment.level <= Level::kNegative; }

}  // namespace

std::array<Policy::Rule, kReasonCount> Policy::default_rules() {
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

Decision Decider::decide(const TurnFacts& facts) {
  ReasonSet reasons = find_reasons(facts);
  if (escalated_) return {};
  if (cooldown_left_ > 0) {
    --cooldown_left_;
    // One reason that may break the cooldown brings the others along.
    if (without_declined(reasons) == 0) return {};
  } else {
    declined_ = 0;
    declined_priority_ = Priority::kLow;
  }
  if (reasons == 0) return {};

  Decision decision;
  decision.reasons = sorted(reasons);
  decision.action = action_of(decision.reasons.front());
  for (const Reason reason : decision.reasons) {
    decision.priority = std::max(decision.priority, policy_.rule(reason).priority);
  }
  offered_ = reasons;
  offered_priority_ = decision.priority;
  if (decision.action == Action::kConnectPerson) escalated_ = true;
  return decision;
}

Decider::ReasonSet Decider::find_reasons(const TurnFacts& facts) {
  const Assessment& assessment = facts.assessment;
  const double now = assessment.frustration;
  const double before = last_frustration_;
  last_frustration_ = now;
  if (assessment.has(Flag::kAbusive)) ++abusive_turns_;

  ReasonSet reasons = 0;
  const auto add_if = [&](bool holds, Reason reason) {
    if (holds && policy_.rule(reason).action != Action::kContinue) reasons |= bit(reason);
  };
  add_if(assessment.has(Flag::kAsksForPerson), Reason::kAsksForPerson);
  add_if(assessment.has(Flag::kSafetyRisk), Reason::kSafetyRisk);
  add_if(assessment.has(Flag::kFraudRisk), Reason::kFraudRisk);
  add_if(assessment.has(Flag::kLegalThreat), Reason::kLegalThreat);
  add_if(assessment.has(Flag::kVulnerable) && is_negative(assessment), Reason::kVulnerable);
  add_if(assessment.has(Flag::kAbusive) && abusive_turns_ >= 2, Reason::kRepeatedAbuse);
  add_if(now >= policy_.frustration_very_high && before >= policy_.frustration_very_high,
         Reason::kVeryHighFrustration);
  add_if(now >= policy_.frustration_high, Reason::kHighFrustration);
  add_if(now >= policy_.frustration_middling && before >= policy_.frustration_middling &&
             now >= before - kFallingStep,
         Reason::kRisingFrustration);
  add_if(assessment.has(Flag::kRepeatContact), Reason::kRepeatContact);
  add_if(assessment.has(Flag::kThreatToLeave), Reason::kThreatToLeave);
  add_if(assessment.has(Flag::kPublicComplaint), Reason::kPublicComplaint);
  add_if(!facts.small_talk && facts.loops.unanswered >= policy_.unanswered_turns,
         Reason::kUnanswered);
  add_if(facts.customer_repeated && facts.loops.customer_repeats >= policy_.customer_repeats,
         Reason::kCustomerRepeats);
  add_if(is_complex(assessment, policy_), Reason::kComplexMatter);
  add_if(assessment.confidence == Confidence::kLow && is_negative(assessment),
         Reason::kUncertainAndNegative);
  return reasons;
}

// The reasons that count although an offer was turned down lately: an explicit wish for a person
// always; otherwise what is new and either weighs more or calls for a person at once.
Decider::ReasonSet Decider::without_declined(ReasonSet reasons) const {
  ReasonSet left = reasons & bit(Reason::kAsksForPerson);
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const auto reason = static_cast<Reason>(i);
    const Policy::Rule& rule = policy_.rule(reason);
    const bool fresh = (reasons & ~declined_ & bit(reason)) != 0;
    if (fresh && (rule.priority > declined_priority_ || rule.action == Action::kConnectPerson)) {
      left |= bit(reason);
    }
  }
  return left;
}

Action Decider::action_of(Reason reason) const {
  const Action action = policy_.rule(reason).action;
  if (action == Action::kConnectPerson && !policy_.auto_connect) return Action::kOfferPerson;
  return action;
}

// Strongest first: by action, then priority, then the order of the enumeration.
std::vector<Reason> Decider::sorted(ReasonSet reasons) const {
  std::vector<Reason> order;
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    if ((reasons & bit(static_cast<Reason>(i))) != 0) order.push_back(static_cast<Reason>(i));
  }
  sort_stably(order, [this](Reason a, Reason b) {
    const Policy::Rule& left = policy_.rule(a);
    const Policy::Rule& right = policy_.rule(b);
    if (left.action != right.action) return left.action > right.action;
    if (left.priority != right.priority) return left.priority > right.priority;
    return a < b;
  });
  return order;
}

void Decider::decline() {
  escalated_ = false;
  cooldown_left_ = policy_.cooldown_turns;
  declined_ |= offered_;
  declined_priority_ = std::max(declined_priority_, offered_priority_);
  offered_ = 0;
  offered_priority_ = Priority::kLow;
}

void Decider::resolve() {
  last_frustration_ = 0.0;
  abusive_turns_ = 0;
  escalated_ = false;
  cooldown_left_ = 0;
  offered_ = declined_ = 0;
  offered_priority_ = declined_priority_ = Priority::kLow;
}

}  // namespace attune

#include "conversation/decision.h"

#include <algorithm>
#include <cstddef>

#include "conversation/complexity.h"
#include "text/order.h"

namespace attune {
namespace {

// Frustration counts as falling only when it drops by more than the reading's own noise.
constexpr double kFallingStep = 0.05;

// An uncertain reading has to be this negative: where any negative level was enough, 16 of 18
// offers for this reason came in turns of made-up conversations that called for none.
constexpr double kClearlyNegative = -0.5;

constexpr std::string_view kUnknownLanguage = "und";
constexpr std::size_t kLongestTag = 35;  // RFC 5646, 4.4.1

bool is_negative(const Assessment& assessment) { return assessment.level <= Level::kNegative; }

// Strongest first, without those that lead to nothing.
std::vector<Reason> leading(ReasonSet found, const TurnPolicy& policy) {
  std::vector<Reason> reasons;
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const auto reason = static_cast<Reason>(i);
    if ((found & bit(reason)) != 0 && policy.rule(reason).action != Action::kContinue) {
      reasons.push_back(reason);
    }
  }
  sort_stably(reasons, [&policy](Reason a, Reason b) { return is_stronger(policy, a, b); });
  return reasons;
}

}  // namespace

Decision Decider::decide(const TurnFacts& facts) {
  if (facts.assessment.language_tag != kUnknownLanguage) language_ = facts.assessment.language_tag;
  ReasonSet found = 0;
  TurnPolicy policy = match_rules(facts, found);
  Offer offer;
  offer.rules = take_over(policy, found);
  remember(facts);
  cooldown_ = policy.cooldown_turns;

  Decision decision;
  decision.reasons = leading(found, policy);
  for (const Reason reason : decision.reasons) {
    offer.reasons |= bit(reason);
    offer.priority = std::max(offer.priority, policy.rule(reason).priority);
  }
  if (escalated_) return {};
  if (cooldown_left_ > 0) {
    --cooldown_left_;
    // One reason that may break the cooldown brings the others along.
    if (!breaks_cooldown(offer, policy)) return {};
  } else {
    declined_ = {};
  }
  if (decision.reasons.empty()) return {};

  decision.action = action_of(decision.reasons.front(), policy);
  decision.priority = offer.priority;
  offered_ = offer;
  if (decision.action == Action::kConnectPerson) escalated_ = true;
  return decision;
}

// The policy of the turn, and what was found in it. Rules may ask for what is found, and change
// the thresholds by which it is found: so they are asked twice, and what matches either time
// counts.
TurnPolicy Decider::match_rules(const TurnFacts& facts, ReasonSet& found) {
  TurnPolicy policy = policy_;
  found = find(facts, policy);
  matched_ = 0;
  if (policy_.company_rules.empty()) return policy;
  const std::vector<Attribute> none;
  const auto match = [&] {
    matched_ |=
        matching_rules(policy_.company_rules,
                       {facts.assessment, language_,
                        facts.attributes == nullptr ? none : *facts.attributes, found, facts.open});
  };
  match();
  for (std::size_t i = 0; i < policy_.company_rules.size(); ++i) {
    if ((matched_ >> i & 1U) != 0) lay_over(policy_.company_rules[i].policy, policy);
  }
  found = find(facts, policy);
  match();
  return policy;
}

// Makes a reason of the rules that call for a person, with the strongest one's action and
// priority; answers with those rules.
RuleSet Decider::take_over(TurnPolicy& policy, ReasonSet& found) {
  RuleSet rules = 0;
  takeover_ = nullptr;
  for (std::size_t i = 0; i < policy_.company_rules.size(); ++i) {
    const Policy::CompanyRule& rule = policy_.company_rules[i];
    if ((matched_ >> i & 1U) == 0 || !rule.takeover) continue;
    rules |= RuleSet{1} << i;
    if (takeover_ == nullptr || outweighs(*rule.takeover, *takeover_->takeover)) takeover_ = &rule;
  }
  if (takeover_ != nullptr) {
    found |= bit(Reason::kCompanyRule);
    policy.rules[static_cast<std::size_t>(Reason::kCompanyRule)] = *takeover_->takeover;
  }
  return rules;
}

// Everything that holds in this turn, whatever it leads to.
ReasonSet Decider::find(const TurnFacts& facts, const TurnPolicy& policy) const {
  const Assessment& assessment = facts.assessment;
  const double now = assessment.frustration;
  const double before = last_frustration_;
  // A calm turn behind an outburst reads high by what came before: its own words must say so, too.
  const bool upset_now = assessment.own_frustration >= policy.frustration_middling;
  ReasonSet found = 0;
  const auto add_if = [&found](bool holds, Reason reason) {
    if (holds) found |= bit(reason);
  };
  add_if(assessment.has(Flag::kAsksForPerson), Reason::kAsksForPerson);
  add_if(assessment.has(Flag::kSafetyRisk), Reason::kSafetyRisk);
  add_if(assessment.has(Flag::kFraudRisk), Reason::kFraudRisk);
  add_if(assessment.has(Flag::kLegalThreat), Reason::kLegalThreat);
  add_if(assessment.has(Flag::kVulnerable) && is_negative(assessment), Reason::kVulnerable);
  add_if(assessment.has(Flag::kAbusive) && abusive_turns_ >= 1, Reason::kRepeatedAbuse);
  add_if(upset_now && now >= policy.frustration_very_high && before >= policy.frustration_very_high,
         Reason::kVeryHighFrustration);
  add_if(upset_now && now >= policy.frustration_high, Reason::kHighFrustration);
  add_if(upset_now && now >= policy.frustration_middling && before >= policy.frustration_middling &&
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
  add_if(assessment.confidence == Confidence::kLow && assessment.sentiment <= kClearlyNegative,
         Reason::kUncertainAndNegative);
  add_if(!facts.small_talk && facts.loops.bot_repeats > bot_repeats_ &&
             facts.loops.bot_repeats >= policy_.bot_repeats,
         Reason::kBotRepeats);
  return found;
}

void Decider::remember(const TurnFacts& facts) {
  last_frustration_ = facts.assessment.frustration;
  if (facts.assessment.has(Flag::kAbusive)) ++abusive_turns_;
  bot_repeats_ = facts.loops.bot_repeats;
}

// An explicit wish for a person always counts although an offer was turned down lately; otherwise
// what is new and either weighs more or calls for a person at once. When somebody was called in
// vain, calling at once is off, and only more weight counts.
bool Decider::breaks_cooldown(const Offer& offer, const TurnPolicy& policy) const {
  if ((offer.reasons & bit(Reason::kAsksForPerson)) != 0) return true;
  ReasonSet fresh = offer.reasons & ~declined_.reasons;
  if ((offer.rules & ~declined_.rules) != 0) {
    fresh |= offer.reasons & bit(Reason::kCompanyRule);
  }
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const Policy::Rule& rule = policy.rule(static_cast<Reason>(i));
    if ((fresh >> i & 1U) == 0) continue;
    if (rule.priority > declined_.priority) return true;
    if (rule.action == Action::kConnectPerson && !handoff_failed_) return true;
  }
  return false;
}

Action Decider::action_of(Reason reason, const TurnPolicy& policy) const {
  const Action action = policy.rule(reason).action;
  const bool may_connect = policy.auto_connect && !handoff_failed_;
  return action == Action::kConnectPerson && !may_connect ? Action::kOfferPerson : action;
}

void Decider::decline() {
  escalated_ = false;
  cooldown_left_ = cooldown_;
  declined_.reasons |= offered_.reasons;
  declined_.rules |= offered_.rules;
  declined_.priority = std::max(declined_.priority, offered_.priority);
  offered_ = {};
}

void Decider::fail_handoff() {
  decline();
  handoff_failed_ = true;
}

void Decider::Offer::serve(Archive& archive) {
  archive.whole("reasons", reasons, 0, (std::int64_t{1} << kReasonCount) - 1);
  archive.bits("rules", rules);
  archive.choice("priority", priority, Priority::kUrgent);
}

void Decider::serve(Archive& archive) {
  archive.text("language", language_, kLongestTag);
  archive.number("last_frustration", last_frustration_, 0.0, 1.0);
  archive.count("abusive_turns", abusive_turns_);
  archive.count("bot_repeats", bot_repeats_);
  archive.flag("escalated", escalated_);
  archive.flag("handoff_failed", handoff_failed_);
  archive.count("cooldown", cooldown_);
  archive.count("cooldown_left", cooldown_left_);
  archive.part("offered", offered_);
  archive.part("declined", declined_);
}

void Decider::resolve() {
  last_frustration_ = 0.0;
  abusive_turns_ = 0;
  bot_repeats_ = 0;
  escalated_ = handoff_failed_ = false;
  cooldown_left_ = 0;
  offered_ = declined_ = {};
}

}  // namespace attune

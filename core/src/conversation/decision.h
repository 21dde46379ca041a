// Decides when a person should take over: reasons -> actions by the policy.
#pragma once

#include <string>
#include <vector>

#include "archive.h"
#include "attune/assessment.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/decision.h"
#include "conversation/company_rules.h"
#include "conversation/turn_policy.h"

namespace attune {

// What a decision looks at, beside what the Decider remembers.
struct TurnFacts {
  const Assessment& assessment;
  const Loops& loops;              // after this turn
  bool customer_repeated = false;  // in this turn
  bool small_talk = false;         // a greeting or thanks: needs no answer
  bool open = true;                // within the company's opening hours, if it has told them
  const std::vector<Attribute>* attributes = nullptr;  // of the customer; nullptr: none
};

// Remembers what earlier turns showed, what was offered, and whether a person is on the way.
// Constant size.
class Decider {
 public:
  // `policy` must outlive the Decider or be replaced together with it.
  explicit Decider(const Policy& policy) : policy_(policy), cooldown_(policy.cooldown_turns) {}

  // Decides about one customer turn. The explanation and the team's note stay empty: see
  // explanation.h and case_notes.h.
  Decision decide(const TurnFacts& facts);

  // The customer keeps chatting: takes back an offer or a connection, and starts the cooldown.
  void decline();
  // A person has been asked for: nothing more is offered until the matter comes back.
  void escalate() { escalated_ = true; }
  // Nobody could be reached: as decline(), and from now on a person is only offered. Who has been
  // told once that somebody comes, and nobody came, is not told so again.
  void fail_handoff();
  // The matter is closed: starts afresh.
  void resolve();

  bool escalated() const { return escalated_; }
  // The company's rules that matched the latest turn.
  RuleSet matched_rules() const { return matched_; }
  // Of these the one behind the reason kCompanyRule, or nullptr.
  const Policy::CompanyRule* takeover_rule() const { return takeover_; }
  // Tag of the latest message whose language could be told; "" before.
  const std::string& language() const { return language_; }

  void serve(Archive& archive);

 private:
  // A decision that offered or connected a person.
  struct Offer {
    ReasonSet reasons = 0;
    RuleSet rules = 0;  // the company's, behind the reason kCompanyRule
    Priority priority = Priority::kLow;
    void serve(Archive& archive);
  };

  ReasonSet find(const TurnFacts& facts, const TurnPolicy& policy) const;
  TurnPolicy match_rules(const TurnFacts& facts, ReasonSet& found);
  RuleSet take_over(TurnPolicy& policy, ReasonSet& found);
  void remember(const TurnFacts& facts);
  bool breaks_cooldown(const Offer& offer, const TurnPolicy& policy) const;
  Action action_of(Reason reason, const TurnPolicy& policy) const;

  const Policy& policy_;
  std::string language_;
  double last_frustration_ = 0.0;  // of the turn before; 0 at the start
  int abusive_turns_ = 0;
  int bot_repeats_ = 0;  // at the turn before
  bool escalated_ = false;
  bool handoff_failed_ = false;
  int cooldown_;           // customer turns, by the policy of the latest turn
  int cooldown_left_ = 0;  // customer turns
  Offer offered_;          // the latest
  Offer declined_;         // what the customer has turned down, while the cooldown lasts

  // Of the latest turn, not remembered beyond it.
  RuleSet matched_ = 0;
  const Policy::CompanyRule* takeover_ = nullptr;
};

}  // namespace attune

// Decides when a person should take over: reasons -> actions by the policy.
#pragma once

#include <cstdint>
#include <vector>

#include "attune/assessment.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/decision.h"

namespace attune {

// What a decision looks at, beside what the Decider remembers.
struct TurnFacts {
  const Assessment& assessment;
  const Loops& loops;              // after this turn
  bool customer_repeated = false;  // in this turn
  bool small_talk = false;         // a greeting or thanks: needs no answer
  bool open = true;                // within the company's opening hours, if it has told them
};

// Remembers what earlier turns showed, what was offered, and whether a person is on the way.
// Constant size.
class Decider {
 public:
  // `policy` must outlive the Decider or be replaced together with it.
  explicit Decider(const Policy& policy) : policy_(policy) {}

  // Decides about one customer turn. The explanation stays empty: see explanation.h.
  Decision decide(const TurnFacts& facts);

  // The customer keeps chatting: takes back an offer or a connection, and starts the cooldown.
  void decline();
  // A person has been asked for: nothing more is offered until resolve().
  void escalate() { escalated_ = true; }
  // The matter is closed: starts afresh.
  void resolve();

  bool escalated() const { return escalated_; }

 private:
  using ReasonSet = std::uint32_t;  // one bit a Reason

  ReasonSet find_reasons(const TurnFacts& facts);
  ReasonSet without_declined(ReasonSet reasons) const;
  Action action_of(Reason reason) const;
  std::vector<Reason> sorted(ReasonSet reasons) const;

  const Policy& policy_;
  double last_frustration_ = 0.0;  // of the turn before; 0 at the start
  int abusive_turns_ = 0;
  bool escalated_ = false;
  int cooldown_left_ = 0;  // customer turns
  ReasonSet offered_ = 0;  // reasons of the latest decision that offered or connected a person
  Priority offered_priority_ = Priority::kLow;
  ReasonSet declined_ = 0;  // reasons that the customer has turned down, while the cooldown lasts
  Priority declined_priority_ = Priority::kLow;
};

}  // namespace attune

// The policy of one turn: the company's, with what the rules that match change about it.
#pragma once

#include <array>
#include <cstddef>

#include "attune/config.h"
#include "attune/decision.h"

namespace attune {

// Only what a rule may change; the other thresholds stay those of the Policy.
class TurnPolicy {
 public:
  explicit TurnPolicy(const Policy& policy);

  // Where several rules change the same thing, the one laid over last wins. Thresholds that get
  // out of order by that are lowered to the next higher one.
  void lay_over(const Policy::Overlay& overlay);
  void set_rule(Reason reason, const Policy::Rule& rule) {
    rules_[static_cast<std::size_t>(reason)] = rule;
  }

  const Policy::Rule& rule(Reason reason) const { return rules_[static_cast<std::size_t>(reason)]; }
  // Whether `a` weighs more than `b`: by action, then priority, then the order of the enumeration.
  bool is_stronger(Reason a, Reason b) const;

  double frustration_middling() const { return middling_; }
  double frustration_high() const { return high_; }
  double frustration_very_high() const { return very_high_; }
  int cooldown_turns() const { return cooldown_turns_; }
  bool auto_connect() const { return auto_connect_; }

 private:
  double middling_;
  double high_;
  double very_high_;
  int cooldown_turns_;
  bool auto_connect_;
  std::array<Policy::Rule, kReasonCount> rules_;
};

// Whether a rule weighs more than another: by action, then priority.
bool outweighs(const Policy::Rule& a, const Policy::Rule& b);

}  // namespace attune

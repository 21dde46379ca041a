#include "conversation/turn_policy.h"

#include <algorithm>

namespace attune {

TurnPolicy::TurnPolicy(const Policy& policy)
    : middling_(policy.frustration_middling),
      high_(policy.frustration_high),
      very_high_(policy.frustration_very_high),
      cooldown_turns_(policy.cooldown_turns),
      auto_connect_(policy.auto_connect),
      rules_(policy.rules) {}

void TurnPolicy::lay_over(const Policy::Overlay& overlay) {
  middling_ = overlay.frustration_middling.value_or(middling_);
  high_ = overlay.frustration_high.value_or(high_);
  very_high_ = overlay.frustration_very_high.value_or(very_high_);
  high_ = std::min(high_, very_high_);
  middling_ = std::min(middling_, high_);
  cooldown_turns_ = overlay.cooldown_turns.value_or(cooldown_turns_);
  auto_connect_ = overlay.auto_connect.value_or(auto_connect_);
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    if ((overlay.reasons >> i & 1U) != 0) rules_[i] = overlay.rules[i];
  }
}

bool TurnPolicy::is_stronger(Reason a, Reason b) const {
  if (outweighs(rule(a), rule(b))) return true;
  return !outweighs(rule(b), rule(a)) && a < b;
}

bool outweighs(const Policy::Rule& a, const Policy::Rule& b) {
  return a.action != b.action ? a.action > b.action : a.priority > b.priority;
}

}  // namespace attune

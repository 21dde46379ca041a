#include "conversation/explanation.h"

#include <optional>
#include <string_view>
#include <vector>

#include "conversation/complexity.h"

namespace attune {
namespace {

bool is_frustration(Reason reason) {
  return reason == Reason::kVeryHighFrustration || reason == Reason::kHighFrustration ||
         reason == Reason::kRisingFrustration;
}

// The first reason after the strongest that adds something to it.
std::optional<Reason> second_reason(const std::vector<Reason>& reasons) {
  for (std::size_t i = 1; i < reasons.size(); ++i) {
    const bool same_thing = is_frustration(reasons[0]) && is_frustration(reasons[i]);
    if (!same_thing && reasons[i] != Reason::kUncertainAndNegative) return reasons[i];
  }
  return std::nullopt;
}

// The clause for one reason, in the variant that the facts fill.
std::string clause(const Texts& texts, Reason reason, const ExplanationFacts& facts) {
  const std::string key = "explain." + std::string(name_of(reason));
  if (reason == Reason::kRepeatContact) {
    const ContactWords contact(texts, facts.contact);
    const std::string variant =
        std::string(contact.times.empty() ? "" : ".times") + (contact.days.empty() ? "" : ".days");
    return texts.get(key + variant, {{"times", contact.times}, {"days", contact.days}});
  }
  if (reason == Reason::kUnanswered) {
    const std::string count = std::to_string(facts.loops.unanswered);
    const std::string own = key + "." + count;
    return texts.get(texts.has(own) ? own : key, {{"n", count}});
  }
  if (reason == Reason::kComplexMatter) {
    const bool several = count_matters(facts.assessment) >= facts.policy.several_topics;
    return texts.get(several ? key + ".topics" : key);
  }
  return texts.get(key);
}

}  // namespace

std::string explain(const Texts& texts, const Decision& decision, const ExplanationFacts& facts) {
  if (decision.reasons.empty()) return "";
  const std::string first = capitalised(clause(texts, decision.reasons.front(), facts));
  const std::optional<Reason> second = second_reason(decision.reasons);
  if (!second) return texts.get("explain.one", {{"First", first}});
  return texts.get("explain.two", {{"First", first}, {"second", clause(texts, *second, facts)}});
}

}  // namespace attune

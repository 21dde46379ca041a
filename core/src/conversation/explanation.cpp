#include "conversation/explanation.h"

#include <optional>
#include <string_view>
#include <vector>

#include "conversation/company_rules.h"
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

// The company's own clause in the customer's language, else in the page's, or nullptr.
const Policy::CompanyRule::Clause* own_clause(const ExplanationFacts& facts) {
  if (facts.rule == nullptr) return nullptr;
  for (const std::string_view wanted : {facts.language, facts.locale}) {
    for (const Policy::CompanyRule::Clause& own : facts.rule->explanation) {
      // "pt" serves who writes "pt-BR", and "pt-BR" who writes "pt".
      if (is_language(wanted, own.language) || is_language(own.language, wanted)) return &own;
    }
  }
  return nullptr;
}

}  // namespace

std::string explain(const Texts& texts, const Decision& decision, const ExplanationFacts& facts) {
  if (decision.reasons.empty()) return "";
  // The page's language only where the customer's is not known: two do not go together.
  const Texts voice = texts.in(facts.language.empty() ? facts.locale : facts.language);
  const auto* own = own_clause(facts);
  const bool joins = own != nullptr && is_language(own->language, voice.language());
  const auto say = [&](Reason reason) {
    return joins && reason == Reason::kCompanyRule ? own->text : clause(voice, reason, facts);
  };
  const auto alone = [&voice](const std::string& text) {
    return voice.get("explain.one", {{"First", capitalised(text)}});
  };

  const Reason first = decision.reasons.front();
  if (own != nullptr && !joins && first == Reason::kCompanyRule) return alone(own->text);
  const std::optional<Reason> second = second_reason(decision.reasons);
  if (!second) return alone(say(first));
  const std::string both =
      "explain." + std::string(name_of(first)) + "+" + std::string(name_of(*second));
  if (voice.has(both)) return alone(voice.get(both));
  return voice.get("explain.two", {{"First", capitalised(say(first))}, {"second", say(*second)}});
}

}  // namespace attune

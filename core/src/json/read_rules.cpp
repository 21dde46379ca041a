#include "json/read_rules.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "json/policy_parts.h"
#include "json/read_attributes.h"
#include "json/read_config.h"

namespace attune {
namespace {

using CompanyRule = Policy::CompanyRule;

constexpr std::size_t kMostOfAList = 64;
constexpr TextLimits kId = {1, 64};
constexpr TextLimits kClause = {1, 300};  // a sentence that is read at a glance

constexpr std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

void read_language(const Json& value, const Place& place, Problems& problems, std::string& tag) {
  read_text(value, place, kId, problems, tag);
  if (!tag.empty() && !is_language_tag(tag)) {
    problems.add(place, "is not a language tag", "a BCP-47 tag such as \"de\" or \"de-AT\"");
  }
}

void read_reason(const Json& value, const Place& place, Problems& problems,
                 std::uint32_t& reasons) {
  const std::vector<std::string_view> names = settable_reasons();
  std::string name;
  read_text(value, place, kId, problems, name);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) {
    reasons |= std::uint32_t{1} << (found - names.begin());
  } else if (!name.empty()) {
    problems.add(place, "unknown reason" + suggest(name, names), one_of_list(names));
  }
}

void read_one_of(const Json& value, const Place& place, Problems& problems,
                 std::vector<Policy::Condition::OneOf>& attributes) {
  // The names are the company's own: any member is known.
  std::vector<std::string_view> names;
  if (value.is_object()) {
    for (auto member = value.begin(); member != value.end(); ++member)
      names.push_back(member.key());
  }
  ObjectReader object(value, place, problems, names);
  if (value.is_object() && value.empty()) problems.add(place, "is empty", "at least one attribute");
  for (const std::string_view name : names) {
    Policy::Condition::OneOf& one_of = attributes.emplace_back();
    one_of.name = name;
    object.each(name, 1, kMostOfAList, [&](const Json& each, const Place& each_place) {
      one_of.values.push_back(read_attribute_value(each, each_place, problems));
    });
  }
}

void read_when(const Json& value, const Place& place, Problems& problems, const Policy& policy,
               Policy::Condition& when, std::vector<std::string>& asked) {
  const std::vector<std::string_view> known = {
      "topics", "languages",       "attributes",           "reasons",
      "rules",  "amount_at_least", "frustration_at_least", "open"};
  ObjectReader object(value, place, problems, known);
  if (value.is_object() && value.empty()) {
    problems.add(place, "asks for nothing, so that the rule would always match",
                 "at least " + one_of_list(known));
  }
  object.each("topics", 1, kMostOfAList, [&](const Json& each, const Place& each_place) {
    read_text(each, each_place, kId, problems, when.topics.emplace_back());
  });
  object.each("languages", 1, kMostOfAList, [&](const Json& each, const Place& each_place) {
    read_language(each, each_place, problems, when.languages.emplace_back());
  });
  object.with("attributes", [&](const Json& each, const Place& each_place) {
    read_one_of(each, each_place, problems, when.attributes);
  });
  object.each("reasons", 1, kMostOfAList, [&](const Json& each, const Place& each_place) {
    read_reason(each, each_place, problems, when.reasons);
  });
  object.each("rules", 1, kMostOfAList, [&](const Json& each, const Place& each_place) {
    read_text(each, each_place, kId, problems, asked.emplace_back());
  });
  if (object.has("amount_at_least")) {
    object.number("amount_at_least", 0, kHighestAmount, when.amount_at_least.emplace());
  }
  if (object.has("frustration_at_least")) {
    object.number("frustration_at_least", 0, 1, when.frustration_at_least.emplace());
  }
  if (object.has("open")) {
    object.boolean("open", when.open.emplace());
    if (!policy.hours.given()) {
      object.report("open", "asks for opening hours, but the policy has none",
                    "the member \"hours\" in the policy");
    }
  }
}

void read_overlay(const Json& value, const Place& place, Problems& problems, const Policy& policy,
                  Policy::Overlay& overlay) {
  ObjectReader object(value, place, problems,
                      {"frustration", "cooldown_turns", "auto_connect", "reasons"});
  overlay.values = policy;
  read_changeable(object, problems, overlay.values);
  const auto note = [&](std::string_view member, std::string_view inner, std::size_t change) {
    const Json* value_of = object.find(member);
    const bool given =
        value_of != nullptr && (inner.empty() || value_of->contains(std::string(inner)));
    if (given) overlay.add(change);
  };
  note("frustration", "middling", Policy::Overlay::kMiddling);
  note("frustration", "high", Policy::Overlay::kHigh);
  note("frustration", "very_high", Policy::Overlay::kVeryHigh);
  note("cooldown_turns", "", Policy::Overlay::kCooldownTurns);
  note("auto_connect", "", Policy::Overlay::kAutoConnect);
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    note("reasons", name_of(static_cast<Reason>(i)), i);
  }
}

void read_clauses(const Json& value, const Place& place, Problems& problems,
                  std::vector<CompanyRule::Clause>& clauses) {
  if (!value.is_object() || value.empty()) {
    problems.add(place, value.is_object() ? "is empty" : "is " + std::string(kind_name(value)),
                 "an object with a text for each language");
    return;
  }
  for (auto member = value.begin(); member != value.end(); ++member) {
    const Place member_place(place, member.key());
    CompanyRule::Clause& clause = clauses.emplace_back();
    read_language(Json(member.key()), member_place, problems, clause.language);
    read_text(member.value(), member_place, kClause, problems, clause.text);
    if (!clause.text.empty() &&
        std::string_view(".!?").find(clause.text.back()) != std::string::npos) {
      problems.add(member_place, "ends like a sentence of its own",
                   "a clause without a full stop: it may be joined with another");
    }
  }
}

CompanyRule read_company_rule(const Json& value, const Place& place, Problems& problems,
                              const Policy& policy, std::vector<std::string>& asked) {
  CompanyRule rule;
  ObjectReader object(value, place, problems, {"id", "when", "takeover", "policy", "explanation"},
                      {"id", "when"});
  object.id("id", true, rule.id);
  object.with("when", [&](const Json& member, const Place& member_place) {
    read_when(member, member_place, problems, policy, rule.when, asked);
  });
  object.with("takeover", [&](const Json& member, const Place& member_place) {
    rule.takeover = Policy::Rule{Action::kOfferPerson, Priority::kNormal};
    read_rule(member, member_place, problems, *rule.takeover);
    if (rule.takeover->action == Action::kContinue) {
      problems.add(Place(member_place, "action"), "calls for nobody",
                   "one of offer_person, connect_person");
    }
  });
  object.with("policy", [&](const Json& member, const Place& member_place) {
    read_overlay(member, member_place, problems, policy, rule.policy);
  });
  object.with("explanation", [&](const Json& member, const Place& member_place) {
    read_clauses(member, member_place, problems, rule.explanation);
  });
  return rule;
}

// What each rule asks of others, by their ids: they may stand behind it, so all must be known.
using AskedRules = std::vector<std::vector<std::string>>;

class RuleLinks {
 public:
  RuleLinks(std::vector<CompanyRule>& rules, const AskedRules& asked, const Place& place,
            Problems& problems)
      : rules_(rules), asked_(asked), place_(place), problems_(problems) {}

  void connect() {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (rules_[i].id.empty()) continue;  // reported
      if (index_of(rules_[i].id) != i) {
        problems_.add(Place(Place(place_, i), "id"), "is the id of an earlier rule",
                      "an id for each rule");
      }
      for (std::size_t k = 0; k < asked_[i].size(); ++k) connect(i, k);
    }
    if (problems_.none()) check_circles();
  }

 private:
  std::size_t index_of(std::string_view id) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(),
                                    [id](const CompanyRule& rule) { return rule.id == id; });
    return static_cast<std::size_t>(found - rules_.begin());
  }

  void connect(std::size_t rule, std::size_t number) {
    const std::string& id = asked_[rule][number];
    const std::size_t asked = index_of(id);
    if (asked < rules_.size()) {
      rules_[rule].when.rules |= bit(asked);
      return;
    }
    std::vector<std::string_view> ids;
    for (const CompanyRule& each : rules_) ids.push_back(each.id);
    report(rule, number, "no rule has this id" + suggest(id, ids), one_of_list(ids));
  }

  // Takes away, again and again, the rules that ask only for rules taken away before: what is
  // left waits for a circle or stands in one.
  void check_circles() {
    std::uint64_t left = rules_.size() == 64 ? ~std::uint64_t{0} : bit(rules_.size()) - 1;
    std::uint64_t before = 0;
    do {
      before = left;
      for (std::size_t i = 0; i < rules_.size(); ++i) {
        if ((rules_[i].when.rules & left) == 0) left &= ~bit(i);
      }
    } while (left != before);
    if (left != 0) report_circle(left);
  }

  void report_circle(std::uint64_t left) {
    const auto next = [&](std::size_t rule) {
      return static_cast<std::size_t>(std::countr_zero(rules_[rule].when.rules & left));
    };
    // As many steps as there are rules lead into a circle from wherever one starts.
    auto start = static_cast<std::size_t>(std::countr_zero(left));
    for (std::size_t i = 0; i < rules_.size(); ++i) start = next(start);
    std::string path = rules_[start].id;
    std::size_t rule = start;
    do {
      rule = next(rule);
      path += " -> " + rules_[rule].id;
    } while (rule != start);
    const std::vector<std::string>& names = asked_[start];
    const auto named = std::find(names.begin(), names.end(), rules_[next(start)].id);
    report(start, static_cast<std::size_t>(named - names.begin()),
           "the rules wait for each other in a circle: " + path, "rules that can match");
  }

  void report(std::size_t rule, std::size_t number, std::string message, std::string expected) {
    const Place rule_place(place_, rule);
    const Place when(rule_place, "when");
    const Place names(when, "rules");
    problems_.add(Place(names, number), std::move(message), std::move(expected));
  }

  std::vector<CompanyRule>& rules_;
  const AskedRules& asked_;
  const Place& place_;
  Problems& problems_;
};

}  // namespace

std::vector<CompanyRule> read_rules(ObjectReader& object, Problems& problems,
                                    const Policy& policy) {
  std::vector<CompanyRule> rules;
  AskedRules asked;
  object.each("rules", 0, Policy::kMostCompanyRules, [&](const Json& value, const Place& place) {
    rules.push_back(read_company_rule(value, place, problems, policy, asked.emplace_back()));
  });
  object.with("rules", [&](const Json&, const Place& place) {
    RuleLinks(rules, asked, place, problems).connect();
  });
  return rules;
}

void check_topics(const Config& config, const Place& place, Problems& problems) {
  std::vector<std::string_view> known = general_topics();
  for (const CompanyTopic& topic : config.playbook.company_topics) known.push_back(topic.id);
  const Place rules(place, "rules");
  for (std::size_t i = 0; i < config.policy.company_rules.size(); ++i) {
    const Place rule(rules, i);
    const Place when(rule, "when");
    const Place topics(when, "topics");
    const std::vector<std::string>& names = config.policy.company_rules[i].when.topics;
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (names[k].empty() || std::find(known.begin(), known.end(), names[k]) != known.end()) {
        continue;
      }
      problems.add(Place(topics, k), "unknown topic" + suggest(names[k], known),
                   one_of_list(known));
    }
  }
}

}  // namespace attune

#include <string>

#include "json/read_config.h"

namespace attune {
namespace {

constexpr std::size_t kActionCount = 3;
constexpr std::size_t kPriorityCount = 4;
constexpr int kMostTurns = 100;
constexpr int kMostWords = 100000;
constexpr int kHighestAmount = 1000000000;  // the sums of any customer, in any currency

void read_rule(const Json& value, const Place& place, Problems& problems, Policy::Rule& rule) {
  ObjectReader object(value, place, problems, {"action", "priority"}, {"action", "priority"});
  object.name("action", kActionCount, rule.action);
  object.name("priority", kPriorityCount, rule.priority);
}

void read_rules(const Json& value, const Place& place, Problems& problems, Policy& policy) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kReasonCount; ++i) names.push_back(name_of(static_cast<Reason>(i)));
  ObjectReader object(value, place, problems, names);
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    object.with(names[i], [&](const Json& rule, const Place& rule_place) {
      read_rule(rule, rule_place, problems, policy.rules[i]);
    });
  }
}

void read_frustration(const Json& value, const Place& place, Problems& problems, Policy& policy) {
  ObjectReader object(value, place, problems, {"middling", "high", "very_high"});
  object.number("middling", 0, 1, policy.frustration_middling);
  object.number("high", 0, 1, policy.frustration_high);
  object.number("very_high", 0, 1, policy.frustration_very_high);
  // Of two thresholds in the wrong order, the one that was set is to blame.
  const std::string order = "middling <= high <= very_high (defaults 0.5, 0.75, 0.9)";
  if (policy.frustration_high < policy.frustration_middling) {
    object.report(object.has("high") ? "high" : "middling", "high is below middling", order);
  }
  if (policy.frustration_very_high < policy.frustration_high) {
    object.report(object.has("very_high") ? "very_high" : "high", "very_high is below high", order);
  }
}

}  // namespace

Policy read_policy(const Json& value, const Place& place, Problems& problems) {
  Policy policy;
  ObjectReader object(
      value, place, problems,
      {"frustration", "unanswered_turns", "customer_repeats", "several_topics",
       "long_account_words", "bot_repeats", "several_requests", "many_references",
       "several_parties", "high_amount", "cooldown_turns", "auto_connect", "reasons"});
  object.with("frustration", [&](const Json& member, const Place& member_place) {
    read_frustration(member, member_place, problems, policy);
  });
  object.integer("unanswered_turns", 1, kMostTurns, policy.unanswered_turns);
  object.integer("customer_repeats", 1, kMostTurns, policy.customer_repeats);
  object.integer("several_topics", 2, kMostTurns, policy.several_topics);
  object.integer("long_account_words", 1, kMostWords, policy.long_account_words);
  object.integer("bot_repeats", 1, kMostTurns, policy.bot_repeats);
  object.integer("several_requests", 2, kMostTurns, policy.several_requests);
  object.integer("many_references", 2, kMostTurns, policy.many_references);
  object.integer("several_parties", 2, kMostTurns, policy.several_parties);
  object.number("high_amount", 1, kHighestAmount, policy.high_amount);
  object.integer("cooldown_turns", 0, kMostTurns, policy.cooldown_turns);
  object.boolean("auto_connect", policy.auto_connect);
  object.with("reasons", [&](const Json& member, const Place& member_place) {
    read_rules(member, member_place, problems, policy);
  });
  return policy;
}

}  // namespace attune

#include "json/policy_parts.h"
#include "json/read_config.h"
#include "json/read_rules.h"

namespace attune {
namespace {

constexpr int kMostTurns = 100;
constexpr int kMostWords = 100000;

}  // namespace

Policy read_policy(const Json& value, const Place& place, Problems& problems) {
  Policy policy;
  ObjectReader object(value, place, problems,
                      {"frustration", "unanswered_turns", "customer_repeats", "several_topics",
                       "long_account_words", "bot_repeats", "several_requests", "many_references",
                       "several_parties", "high_amount", "cooldown_turns", "auto_connect",
                       "reasons", "rules", "hours"});
  read_changeable(object, problems, policy);
  object.integer("unanswered_turns", 1, kMostTurns, policy.unanswered_turns);
  object.integer("customer_repeats", 1, kMostTurns, policy.customer_repeats);
  object.integer("several_topics", 2, kMostTurns, policy.several_topics);
  object.integer("long_account_words", 1, kMostWords, policy.long_account_words);
  object.integer("bot_repeats", 1, kMostTurns, policy.bot_repeats);
  object.integer("several_requests", 2, kMostTurns, policy.several_requests);
  object.integer("many_references", 2, kMostTurns, policy.many_references);
  object.integer("several_parties", 2, kMostTurns, policy.several_parties);
  object.number("high_amount", 1, kHighestAmount, policy.high_amount);
  object.with("hours", [&](const Json& hours, const Place& hours_place) {
    policy.hours = read_hours(hours, hours_place, problems);
  });
  policy.company_rules = read_rules(object, problems, policy);
  return policy;
}

}  // namespace attune

#include "json/policy_parts.h"

#include <string>

namespace attune {
namespace {

constexpr std::size_t kActionCount = 3;
constexpr std::size_t kPriorityCount = 4;
constexpr int kMostCooldownTurns = 100;

void read_reasons(const Json& value, const Place& place, Problems& problems, TurnPolicy& policy) {
  const std::vector<std::string_view> names = settable_reasons();
  ObjectReader object(value, place, problems, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    object.with(names[i], [&](const Json& rule, const Place& rule_place) {
      read_rule(rule, rule_place, problems, policy.rules[i]);
    });
  }
}

void read_frustration(const Json& value, const Place& place, Problems& problems,
                      TurnPolicy& policy) {
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

std::vector<std::string_view> settable_reasons() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i + 1 < kReasonCount; ++i) {
    names.push_back(name_of(static_cast<Reason>(i)));
  }
  return names;
}

void read_rule(const Json& value, const Place& place, Problems& problems, TurnPolicy::Rule& rule) {
  ObjectReader object(value, place, problems, {"action", "priority"}, {"action", "priority"});
  object.name("action", kActionCount, rule.action);
  object.name("priority", kPriorityCount, rule.priority);
}

void read_changeable(ObjectReader& object, Problems& problems, TurnPolicy& policy) {
  object.with("frustration", [&](const Json& member, const Place& place) {
    read_frustration(member, place, problems, policy);
  });
  object.integer("cooldown_turns", 0, kMostCooldownTurns, policy.cooldown_turns);
  object.boolean("auto_connect", policy.auto_connect);
  object.with("reasons", [&](const Json& member, const Place& place) {
    read_reasons(member, place, problems, policy);
  });
}

}  // namespace attune

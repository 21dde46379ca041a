#include <gtest/gtest.h>

#include "attune/config.h"

namespace attune {
namespace {

// Adds a rule to one that is right, so that places are not always the first.
std::string with_rules(const std::string& rules) {
  return R"({"policy":{"hours":{"weekly":[{"days":["mon"],"open":"09:00","close":"17:00"}]},
             "rules":[{"id":"billing","when":{"topics":["billing_payment"]}},)" +
         rules + "]}}";
}

Error error_of(const std::string& json) {
  const Result<Config> config = parse_config(json);
  EXPECT_FALSE(config.ok()) << json;
  return config.ok() ? Error{} : config.error();
}

// The place in the second rule, and what is wrong there.
std::string problem_of(const std::string& rule) {
  const Error error = error_of(with_rules(rule));
  EXPECT_EQ(error.code, ErrorCode::kInvalidConfig);
  EXPECT_FALSE(error.expected.empty()) << error.message;
  const std::string prefix = "/policy/rules/1";
  EXPECT_EQ(error.pointer.rfind(prefix, 0), 0U) << error.pointer;
  return error.pointer.substr(std::min(prefix.size(), error.pointer.size())) + ": " + error.message;
}
std::string problem_when(const std::string& when) {
  return problem_of(R"({"id":"x","when":)" + when + "}");
}

TEST(ReadingRules, ReadsEveryMember) {
  const Result<Config> config = parse_config(R"({"policy":{
      "several_requests":5,"many_references":4,"several_parties":2,"bot_repeats":3,
      "high_amount":250.5,
      "hours":{"weekly":[{"days":["mon"],"open":"09:00","close":"17:00"}]},
      "rules":[
        {"id":"vip","when":{"attributes":{"plan":["gold"],"orders":[12,12.5],"vip":[true]}},
         "policy":{"frustration":{"high":0.6},"cooldown_turns":1,"auto_connect":false,
                   "reasons":{"unanswered":{"action":"connect_person","priority":"high"}}}},
        {"id":"large-bills","when":{"topics":["billing_payment"],"languages":["de","fr-CA"],
          "reasons":["repeat_contact","bot_repeats"],"rules":["vip","night"],"amount_at_least":200,
          "frustration_at_least":0.4,"open":false},
         "takeover":{"action":"connect_person","priority":"high"},
         "explanation":{"en":"large bills are checked by a person","de":"hohe Rechnungen"}},
        {"id":"night","when":{"open":false}}]}})");
  ASSERT_TRUE(config.ok()) << config.error().pointer << ": " << config.error().message;
  const Policy& policy = config.value().policy;
  EXPECT_EQ(policy.several_requests, 5);
  EXPECT_EQ(policy.many_references, 4);
  EXPECT_EQ(policy.several_parties, 2);
  EXPECT_EQ(policy.bot_repeats, 3);
  EXPECT_EQ(policy.high_amount, 250.5);
  ASSERT_EQ(policy.company_rules.size(), 3U);

  const Policy::CompanyRule& vip = policy.company_rules[0];
  EXPECT_EQ(vip.id, "vip");
  ASSERT_EQ(vip.when.attributes.size(), 3U);
  EXPECT_EQ(vip.when.attributes[1].name, "orders");
  EXPECT_EQ(vip.when.attributes[1].values, (std::vector<std::string>{"12", "12.5"}));
  EXPECT_EQ(vip.when.attributes[2].values, std::vector<std::string>{"true"});
  EXPECT_FALSE(vip.takeover);
  EXPECT_FALSE(vip.policy.has(Policy::Overlay::kMiddling));
  EXPECT_TRUE(vip.policy.has(Policy::Overlay::kHigh));
  EXPECT_EQ(vip.policy.values.frustration_high, 0.6);
  EXPECT_TRUE(vip.policy.has(Policy::Overlay::kCooldownTurns));
  EXPECT_EQ(vip.policy.values.cooldown_turns, 1);
  EXPECT_TRUE(vip.policy.has(Policy::Overlay::kAutoConnect));
  EXPECT_FALSE(vip.policy.values.auto_connect);
  EXPECT_TRUE(vip.policy.has(static_cast<std::size_t>(Reason::kUnanswered)));
  EXPECT_FALSE(vip.policy.has(static_cast<std::size_t>(Reason::kBotRepeats)));
  EXPECT_EQ(vip.policy.values.rule(Reason::kUnanswered).action, Action::kConnectPerson);

  const Policy::CompanyRule& bills = policy.company_rules[1];
  EXPECT_EQ(bills.when.topics, std::vector<std::string>{"billing_payment"});
  EXPECT_EQ(bills.when.languages, (std::vector<std::string>{"de", "fr-CA"}));
  EXPECT_EQ(bills.when.reasons, 1U << static_cast<unsigned>(Reason::kRepeatContact) |
                                    1U << static_cast<unsigned>(Reason::kBotRepeats));
  EXPECT_EQ(bills.when.rules, 0b101U);
  EXPECT_EQ(bills.when.amount_at_least, 200.0);
  EXPECT_EQ(bills.when.frustration_at_least, 0.4);
  EXPECT_EQ(bills.when.open, false);
  EXPECT_EQ(bills.takeover->action, Action::kConnectPerson);
  EXPECT_EQ(bills.takeover->priority, Priority::kHigh);
  ASSERT_EQ(bills.explanation.size(), 2U);
  EXPECT_EQ(bills.explanation[1].language, "de");
  EXPECT_EQ(bills.explanation[1].text, "hohe Rechnungen");
}

TEST(ReadingRules, TakesTopicsOfTheCompanysOwn) {
  EXPECT_TRUE(parse_config(R"({"playbook":{"company_topics":[{"id":"bulbs","phrases":["bulb"]}]},
      "policy":{"rules":[{"id":"x","when":{"topics":["bulbs"]}}]}})")
                  .ok());
  EXPECT_EQ(problem_when(R"({"topics":["delivery","biling_payment"]})"),
            "/when/topics/1: unknown topic (did you mean \"billing_payment\"?)");
}

TEST(ReadingRules, NeedsAnIdAndAConditionThatAsksForSomething) {
  EXPECT_EQ(problem_of("7"), ": is a number");
  EXPECT_EQ(problem_of(R"({"when":{"open":true}})"), ": the member \"id\" is missing");
  EXPECT_EQ(problem_of(R"({"id":"x"})"), ": the member \"when\" is missing");
  EXPECT_EQ(problem_of(R"({"id":"Big Bills","when":{"open":true}})"),
            "/id: \"Big Bills\" is not an id");
  EXPECT_EQ(problem_when("{}"), "/when: asks for nothing, so that the rule would always match");
  EXPECT_EQ(problem_when("[]"), "/when: is an array");
  EXPECT_EQ(problem_when(R"({"topics":[]})"), "/when/topics: has 0 elements");
  EXPECT_EQ(problem_when(R"({"rules":[]})"), "/when/rules: has 0 elements");
  EXPECT_EQ(problem_when(R"({"attributes":{}})"), "/when/attributes: is empty");
}

TEST(ReadingRules, NamesTheConditionThatIsWrong) {
  EXPECT_EQ(problem_when(R"({"topic":["delivery"]})"),
            "/when/topic: unknown member \"topic\" (did you mean \"topics\"?)");
  EXPECT_EQ(problem_when(R"({"topics":"delivery"})"), "/when/topics: is a string");
  EXPECT_EQ(problem_when(R"({"languages":["german language"]})"),
            "/when/languages/0: is not a language tag");
  EXPECT_EQ(problem_when(R"({"attributes":{"plan":"gold"}})"),
            "/when/attributes/plan: is a string");
  EXPECT_EQ(problem_when(R"({"attributes":{"plan":["gold",null]}})"),
            "/when/attributes/plan/1: is null");
  EXPECT_EQ(problem_when(R"({"attributes":["plan"]})"), "/when/attributes: is an array");
  EXPECT_EQ(problem_when(R"({"reasons":["repeat_contct"]})"),
            "/when/reasons/0: unknown reason (did you mean \"repeat_contact\"?)");
  EXPECT_EQ(problem_when(R"({"reasons":["company_rule"]})").rfind("/when/reasons/0: unknown", 0),
            0U);
  EXPECT_EQ(problem_when(R"({"amount_at_least":-1})"), "/when/amount_at_least: is out of range");
  EXPECT_EQ(problem_when(R"({"frustration_at_least":"high"})"),
            "/when/frustration_at_least: is a string");
  EXPECT_EQ(problem_when(R"({"frustration_at_least":1.1})"),
            "/when/frustration_at_least: is out of range");
  EXPECT_EQ(problem_when(R"({"open":"yes"})"), "/when/open: is a string");
}

TEST(ReadingRules, TakesEachIdOnce) {
  EXPECT_EQ(problem_of(R"({"id":"billing","when":{"open":true}})"),
            "/id: is the id of an earlier rule");
}

TEST(ReadingRules, KnowsTheRulesThatAreAskedFor) {
  EXPECT_EQ(problem_when(R"({"rules":["billing","biling"]})"),
            "/when/rules/1: no rule has this id (did you mean \"billing\"?)");
  EXPECT_EQ(problem_when(R"({"rules":[1]})"), "/when/rules/0: is a number (and 1 more problem)");
}

TEST(ReadingRules, FindsCircles) {
  EXPECT_EQ(problem_when(R"({"rules":["x"]})"),
            "/when/rules/0: the rules wait for each other in a circle: x -> x");
  // "a" only leads into the circle of "x" and "b".
  const Error error = error_of(with_rules(R"({"id":"a","when":{"rules":["billing","x"]}},
      {"id":"x","when":{"rules":["billing","b"]}},{"id":"b","when":{"rules":["x"]}})"));
  EXPECT_EQ(error.pointer, "/policy/rules/3/when/rules/0");
  EXPECT_EQ(error.message, "the rules wait for each other in a circle: b -> x -> b");
}

TEST(ReadingRules, ChecksWhatARuleLeadsTo) {
  const auto problem = [](const std::string& takeover) {
    return problem_of(R"({"id":"x","when":{"open":true},"takeover":)" + takeover + "}");
  };
  EXPECT_EQ(problem(R"({"action":"offer_person"})"),
            "/takeover: the member \"priority\" is missing");
  EXPECT_EQ(problem(R"({"action":"continue","priority":"low"})"),
            "/takeover/action: calls for nobody");
  EXPECT_EQ(problem(R"({"action":"offer_person","priority":"soonest"})"),
            "/takeover/priority: unknown value \"soonest\"");
}

TEST(ReadingRules, ChecksWhatARuleChanges) {
  const auto problem = [](const std::string& policy) {
    return problem_of(R"({"id":"x","when":{"open":true},"policy":)" + policy + "}");
  };
  EXPECT_EQ(problem(R"({"frustration":{"high":0.4}})"),
            "/policy/frustration/high: high is below middling");
  EXPECT_EQ(problem(R"({"unanswered_turns":1})").rfind("/policy/unanswered_turns: unknown", 0), 0U);
  EXPECT_EQ(problem(R"({"cooldown_turns":-1})"), "/policy/cooldown_turns: is out of range");
  EXPECT_EQ(problem(R"({"reasons":{"company_rule":{"action":"continue","priority":"low"}}})")
                .rfind("/policy/reasons/company_rule: unknown", 0),
            0U);
  // Checked against the company's own thresholds, not the defaults.
  EXPECT_TRUE(parse_config(R"({"policy":{"frustration":{"middling":0.2},"rules":[
      {"id":"x","when":{"languages":["de"]},"policy":{"frustration":{"high":0.4}}}]}})")
                  .ok());
}

TEST(ReadingRules, TakesNoConditionOnOpeningHoursThatNobodyHasTold) {
  const Error error = error_of(R"({"policy":{"rules":[{"id":"x","when":{"open":false}}]}})");
  EXPECT_EQ(error.pointer, "/policy/rules/0/when/open");
  EXPECT_EQ(error.message, "asks for opening hours, but the policy has none");
}

TEST(ReadingRules, ChecksTheCustomersClause) {
  const auto problem = [](const std::string& explanation) {
    return problem_of(R"({"id":"x","when":{"open":true},"explanation":)" + explanation + "}");
  };
  EXPECT_EQ(problem(R"("because")"), "/explanation: is a string");
  EXPECT_EQ(problem("{}"), "/explanation: is empty");
  EXPECT_EQ(problem(R"({"english":""})"), "/explanation/english: has 0 characters");
  EXPECT_EQ(problem(R"({"e":"x"})"), "/explanation/e: is not a language tag");
  EXPECT_EQ(problem(R"({"en":"it is large."})"),
            "/explanation/en: ends like a sentence of its own");
}

TEST(ReadingRules, HoldsAtMostAsManyAsASetHasBits) {
  std::string rules;
  for (int i = 0; i < 64; ++i) {
    rules += (i > 0 ? "," : "") + std::string(R"({"id":"r)") + std::to_string(i) +
             R"(","when":{"languages":["de"]}})";
  }
  EXPECT_TRUE(parse_config(R"({"policy":{"rules":[)" + rules + "]}}").ok());
  EXPECT_EQ(error_of(with_rules(rules)).pointer, "/policy/rules");
}

TEST(ReadingThePolicy, ChecksTheThresholdsOfComplexMatters) {
  EXPECT_EQ(error_of(R"({"policy":{"several_requests":1}})").pointer, "/policy/several_requests");
  EXPECT_EQ(error_of(R"({"policy":{"many_references":0}})").pointer, "/policy/many_references");
  EXPECT_EQ(error_of(R"({"policy":{"several_parties":101}})").pointer, "/policy/several_parties");
  EXPECT_EQ(error_of(R"({"policy":{"bot_repeats":0}})").pointer, "/policy/bot_repeats");
  EXPECT_EQ(error_of(R"({"policy":{"high_amount":0}})").pointer, "/policy/high_amount");
}

}  // namespace
}  // namespace attune

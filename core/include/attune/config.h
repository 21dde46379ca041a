// What a company can set. Every field has the default of the contract, so an empty
// configuration is a working one. Read from JSON by core/src/json/read_config.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/assessment.h"
#include "attune/decision.h"
#include "attune/opening_hours.h"
#include "attune/reply.h"
#include "attune/result.h"

namespace attune {

// What a company's page knows about the customer, such as "plan": "gold". Numbers and booleans
// have the value that JSON writes: "12", "true". Without a value it removes the attribute.
struct Attribute {
  std::string name;                  // 1 .. 64 characters
  std::optional<std::string> value;  // 0 .. 256 characters
};
inline constexpr std::size_t kMostAttributes = 64;  // of one conversation

// The part of a policy that may differ from turn to turn.
struct TurnPolicy {
  struct Rule {
    Action action = Action::kContinue;
    Priority priority = Priority::kLow;
  };

  double frustration_middling = 0.5;   // 0 .. 1
  double frustration_high = 0.75;      // 0 .. 1
  double frustration_very_high = 0.9;  // 0 .. 1
  int cooldown_turns = 3;              // >= 0: customer turns without a prompt after a refusal
  bool auto_connect = true;            // false: kConnectPerson becomes kOfferPerson
  std::array<Rule, kReasonCount> rules = default_rules();

  const Rule& rule(Reason reason) const { return rules[static_cast<std::size_t>(reason)]; }
  static std::array<Rule, kReasonCount> default_rules();
};

// Which reason leads to which action, and the thresholds behind the reasons.
struct Policy : TurnPolicy {
  // When a company rule matches a turn: all of it must hold, and of a list any element. At least
  // one member is given.
  struct Condition {
    // An attribute that has one of the values.
    struct OneOf {
      std::string name;
      std::vector<std::string> values;
    };

    std::vector<std::string> topics = {};     // ids; as in the assessment
    std::vector<std::string> languages = {};  // BCP-47; "de" takes in "de-AT"
    std::vector<OneOf> attributes = {};       // all of these
    std::uint32_t reasons = 0;                // one bit a Reason; also those that lead to kContinue
    std::uint64_t rules = 0;                  // one bit a company rule: all of these match
    std::optional<double> amount_at_least = std::nullopt;       // in the currency written
    std::optional<double> frustration_at_least = std::nullopt;  // 0 .. 1, of the message
    std::optional<bool> open = std::nullopt;                    // within the opening hours
  };

  // What a company rule changes on the turns that it matches.
  struct Overlay {
    // Bits of `changes`, behind one for the rule of each Reason.
    enum Change { kMiddling = kReasonCount, kHigh, kVeryHigh, kCooldownTurns, kAutoConnect };

    bool has(std::size_t change) const { return (changes >> change & 1U) != 0; }
    void add(std::size_t change) { changes |= std::uint32_t{1} << change; }

    std::uint32_t changes = 0;
    TurnPolicy values;  // of which those that `changes` names count
  };

  // A rule of the company's own.
  struct CompanyRule {
    // A sentence without capital and full stop: it may be joined with another.
    struct Clause {
      std::string language;  // BCP-47
      std::string text;
    };

    std::string id;
    Condition when;
    std::optional<Rule> takeover;  // the reason kCompanyRule, with this action and priority
    Overlay policy;
    // Why, for the customer; without a clause in a language that fits, in general words.
    std::vector<Clause> explanation;
  };
  static constexpr std::size_t kMostCompanyRules = 64;  // bits of Condition::rules

  int unanswered_turns = 2;                // >= 1
  int customer_repeats = 1;                // >= 1
  int several_topics = 3;                  // >= 2
  int long_account_words = 150;            // >= 1
  int bot_repeats = 2;                     // >= 1
  int several_requests = 4;                // >= 2: in one message
  int many_references = 3;                 // >= 2: in one message
  int several_parties = 3;                 // >= 2: in one message
  double high_amount = 1000.0;             // > 0: in the currency written, of a matter that is open
  OpeningHours hours;                      // none given: somebody is always there
  std::vector<CompanyRule> company_rules;  // at most kMostCompanyRules
};

// One answer of the company to one topic.
struct Solution {
  std::string id;
  std::string title;
  std::string text;        // for a calm customer
  std::string upset_text;  // for an upset one: shorter, the direct action; "" means `text`
  std::vector<std::string> phrases;  // any of them in the message prefers this solution
  std::vector<ReplyAction> actions;
};

struct TopicAnswers {
  std::string topic;  // name_of(Topic) or a company topic's id
  std::string label;  // for menus
  std::vector<Solution> solutions;
};

// A topic of the company's own, matched beside the general ones.
struct CompanyTopic {
  std::string id;
  std::vector<std::string> phrases;
  std::vector<std::string> examples;
};

struct Playbook {
  std::string company;    // name of the company; "" when not given
  std::string assistant;  // name of the bot; "" when not given
  std::string greeting;
  std::string fallback;  // said when nothing fits; "" means the language's own text
  std::vector<TopicAnswers> topics;
  std::vector<CompanyTopic> company_topics;
};

// A word or phrase of the company's own, or another reading of a general one.
struct CompanyWord {
  std::string phrase;    // whole words in this order, in any capitalisation
  double valence = 0.0;  // -4 .. 4
  double upset = 0.0;    // -3 .. 3, logits: how far it shows being upset with the service
  std::array<double, kEmotionCount> emotions{};  // 0 .. 1: how likely a reader names them
  std::optional<Flag> flag;                      // what the phrase raises
};

struct Config {
  std::string locale = "en";  // BCP-47: language of replies when the message's own has no texts
  Policy policy;
  Playbook playbook;
  std::vector<CompanyWord> lexicon;
  std::vector<Attribute> attributes;  // at the beginning of a conversation, each with a value
};

// Reads a configuration `{"locale"?, "policy"?, "playbook"?, "lexicon"?, "attributes"?}`.
// `json`: UTF-8. Empty text is the default configuration. Unknown members are errors, so that a
// misspelt setting is found. Schemas: web/schema/{config,policy,playbook,lexicon}.schema.json.
// Errors: kInvalidConfig with the JSON pointer and what was expected.
Result<Config> parse_config(std::string_view json);

// Reads attributes `{"plan": "gold", "orders": 12, "vip": true, "gone": null}`, where null removes.
// `json`: UTF-8. Errors: kInvalidTurn with the JSON pointer and what was expected.
Result<std::vector<Attribute>> parse_attributes(std::string_view json);

}  // namespace attune

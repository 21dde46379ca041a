#include "json/read_config.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

Config config_of(std::string_view json) {
  const Result<Config> config = parse_config(json);
  EXPECT_TRUE(config.ok()) << json << "\n"
                           << (config.ok() ? "" : config.error().pointer + config.error().message);
  return config.ok() ? config.value() : Config{};
}

Error error_of(std::string_view json) {
  const Result<Config> config = parse_config(json);
  EXPECT_FALSE(config.ok()) << json;
  return config.ok() ? Error{} : config.error();
}

// The pointer of the error in a playbook with this one solution.
std::string solution_error(const std::string& solution) {
  const Error error =
      error_of(R"({"playbook":{"topics":[{"topic":"delivery","solutions":[)" + solution + "]}]}}");
  const std::string start = "/playbook/topics/0/solutions/0";
  EXPECT_EQ(error.pointer.rfind(start, 0), 0U) << error.pointer;
  return error.pointer.substr(start.size());
}

std::string action_error(const std::string& action) {
  return solution_error(R"({"id":"a","title":"A","text":"A","actions":[)" + action + "]}");
}

TEST(ReadingAConfiguration, TakesNothingForTheDefaults) {
  for (const char* json : {"", "{}", R"({"policy":{},"playbook":{}})"}) {
    const Config config = config_of(json);
    EXPECT_EQ(config.locale, "en");
    EXPECT_EQ(config.policy.cooldown_turns, 3);
    EXPECT_EQ(config.policy.frustration_high, 0.75);
    EXPECT_TRUE(config.playbook.topics.empty());
  }
}

TEST(ReadingAConfiguration, ReadsEveryMemberOfAPolicy) {
  const Policy policy = config_of(R"({"locale":"en-GB","policy":{
      "frustration":{"middling":0.4,"high":0.6,"very_high":0.8},
      "unanswered_turns":4,"customer_repeats":2,"several_topics":2,"long_account_words":90,
      "cooldown_turns":0,"auto_connect":false,
      "reasons":{"threat_to_leave":{"action":"connect_person","priority":"urgent"}}}})")
                            .policy;
  EXPECT_EQ(policy.frustration_middling, 0.4);
  EXPECT_EQ(policy.frustration_high, 0.6);
  EXPECT_EQ(policy.frustration_very_high, 0.8);
  EXPECT_EQ(policy.unanswered_turns, 4);
  EXPECT_EQ(policy.customer_repeats, 2);
  EXPECT_EQ(policy.several_topics, 2);
  EXPECT_EQ(policy.long_account_words, 90);
  EXPECT_EQ(policy.cooldown_turns, 0);
  EXPECT_FALSE(policy.auto_connect);
  EXPECT_EQ(policy.rule(Reason::kThreatToLeave).action, Action::kConnectPerson);
  EXPECT_EQ(policy.rule(Reason::kThreatToLeave).priority, Priority::kUrgent);
  EXPECT_EQ(policy.rule(Reason::kUnanswered).action, Action::kOfferPerson);
}

TEST(ReadingAConfiguration, ReadsEveryMemberOfAPlaybook) {
  const Playbook playbook = config_of(R"({"playbook":{
      "company":"Lamps & Co","assistant":"Wick","greeting":"Hello.","fallback":"Hm.",
      "topics":[{"topic":"bulbs","label":"Bulbs","solutions":[{"id":"bulb-1","title":"T","text":"X",
        "upset_text":"U","phrases":["p q"],"actions":[
          {"id":"a","label":"A","href":"x.html"},{"id":"b","label":"B","message":"m"},
          {"id":"talk_to_person","label":"C"}]}]}],
      "company_topics":[{"id":"bulbs","phrases":["bulb"],"examples":["the bulb is out"]}]}})")
                                .playbook;
  EXPECT_EQ(playbook.company, "Lamps & Co");
  EXPECT_EQ(playbook.assistant, "Wick");
  EXPECT_EQ(playbook.greeting, "Hello.");
  EXPECT_EQ(playbook.fallback, "Hm.");
  ASSERT_EQ(playbook.topics.size(), 1U);
  EXPECT_EQ(playbook.topics[0].label, "Bulbs");
  const Solution& solution = playbook.topics[0].solutions[0];
  EXPECT_EQ(solution.upset_text, "U");
  EXPECT_EQ(solution.phrases, std::vector<std::string>{"p q"});
  ASSERT_EQ(solution.actions.size(), 3U);
  EXPECT_EQ(solution.actions[0].href, "x.html");
  EXPECT_EQ(solution.actions[1].message, "m");
  EXPECT_EQ(playbook.company_topics[0].examples[0], "the bulb is out");
}

TEST(ReadingAConfiguration, TakesTheLexicon) {
  const Config config = config_of(
      R"({"lexicon":[{"phrase":"Lumpy","valence":-2,"upset":0.5,"emotions":{"disappointment":0.6}},
                     {"phrase":"caf\u00e9 desk","flag":"asks_for_person"}]})");
  ASSERT_EQ(config.lexicon.size(), 2U);
  EXPECT_EQ(config.lexicon[0].phrase, "Lumpy");
  EXPECT_EQ(config.lexicon[0].valence, -2.0);
  EXPECT_EQ(config.lexicon[0].upset, 0.5);
  EXPECT_EQ(config.lexicon[0].emotions[static_cast<std::size_t>(Emotion::kDisappointment)], 0.6);
  EXPECT_FALSE(config.lexicon[0].flag);
  EXPECT_EQ(config.lexicon[1].flag, Flag::kAsksForPerson);
}

TEST(ReadingAConfiguration, ChecksTheLexicon) {
  const auto error_of_phrase = [](const std::string& phrase) {
    return error_of(R"({"lexicon":[{"phrase":"first"},{"phrase":")" + phrase + R"("}]})");
  };
  EXPECT_EQ(error_of_phrase("FIRST!").message,
            "conflicts with /lexicon/0, which has the same words");
  EXPECT_EQ(error_of_phrase("FIRST!").pointer, "/lexicon/1/phrase");
  EXPECT_EQ(error_of_phrase("").expected, "a text of 1 to 80 characters");
  EXPECT_EQ(error_of_phrase(std::string(81, 'a')).message, "has 81 characters");
  EXPECT_EQ(error_of_phrase("...").message, "has no word");
  EXPECT_EQ(error_of_phrase("a b c d e f g h i j k l m").message, "has 13 words");
  EXPECT_EQ(error_of_phrase("cafe\\u0301").message, "is not in Unicode Normalization Form C");
  EXPECT_EQ(error_of(R"({"lexicon":[{"valence":1}]})").message, "the member \"phrase\" is missing");
  EXPECT_EQ(error_of(R"({"lexicon":[{"phrase":"a","valence":5}]})").pointer, "/lexicon/0/valence");
  EXPECT_EQ(error_of(R"({"lexicon":[{"phrase":"a","emotions":{"neutral":1}}]})").pointer,
            "/lexicon/0/emotions/neutral");
}

TEST(ReadingAConfiguration, FindsMisspeltMembers) {
  const Error error = error_of(R"({"policy":{"cooldwn_turns":3}})");
  EXPECT_EQ(error.code, ErrorCode::kInvalidConfig);
  EXPECT_EQ(error.pointer, "/policy/cooldwn_turns");
  EXPECT_EQ(error.message, "unknown member \"cooldwn_turns\" (did you mean \"cooldown_turns\"?)");
  EXPECT_EQ(error.expected.rfind("one of frustration, unanswered_turns", 0), 0U);
  EXPECT_EQ(error_of(R"({"polcy":{}})").pointer, "/polcy");
  EXPECT_EQ(error_of(R"({"policy":{"reasons":{"safety":{}}}})").pointer, "/policy/reasons/safety");
}

TEST(ReadingAConfiguration, ChecksKinds) {
  EXPECT_EQ(error_of("[]").expected, "an object");
  EXPECT_EQ(error_of("null").message, "is null");
  EXPECT_EQ(error_of(R"({"policy":[]})").pointer, "/policy");
  EXPECT_EQ(error_of(R"({"policy":{"cooldown_turns":"3"}})").message, "is a string");
  EXPECT_EQ(error_of(R"({"policy":{"cooldown_turns":2.5}})").message, "is not a whole number");
  EXPECT_EQ(error_of(R"({"policy":{"auto_connect":1}})").expected, "true or false");
  EXPECT_EQ(error_of(R"({"playbook":{"company":7}})").message, "is a number");
  EXPECT_EQ(error_of(R"({"playbook":{"topics":{}}})").message, "is an object");
  EXPECT_EQ(config_of(R"({"policy":{"cooldown_turns":2.0}})").policy.cooldown_turns, 2);
}

TEST(ReadingAConfiguration, ChecksRanges) {
  EXPECT_EQ(error_of(R"({"policy":{"frustration":{"high":1.01}}})").pointer,
            "/policy/frustration/high");
  EXPECT_EQ(error_of(R"({"policy":{"frustration":{"middling":-0.1}}})").expected,
            "a number from 0 to 1");
  EXPECT_EQ(error_of(R"({"policy":{"unanswered_turns":0}})").expected,
            "a whole number from 1 to 100");
  EXPECT_EQ(error_of(R"({"policy":{"several_topics":1}})").pointer, "/policy/several_topics");
  EXPECT_EQ(error_of(R"({"policy":{"cooldown_turns":1e12}})").message, "is out of range");
}

TEST(ReadingAConfiguration, ChecksTheOrderOfThresholds) {
  EXPECT_EQ(error_of(R"({"policy":{"frustration":{"high":0.3}}})").pointer,
            "/policy/frustration/high");
  EXPECT_EQ(error_of(R"({"policy":{"frustration":{"middling":0.8}}})").pointer,
            "/policy/frustration/middling");
  EXPECT_EQ(error_of(R"({"policy":{"frustration":{"very_high":0.7}}})").message,
            "very_high is below high");
  config_of(R"({"policy":{"frustration":{"middling":0.6,"high":0.6,"very_high":0.6}}})");
}

TEST(ReadingAConfiguration, ChecksRules) {
  EXPECT_EQ(error_of(R"({"policy":{"reasons":{"unanswered":{"action":"offer_person"}}}})").message,
            "the member \"priority\" is missing");
  EXPECT_EQ(error_of(R"({"policy":{"reasons":{"unanswered":{"action":"offer","priority":"low"}}}})")
                .expected,
            "one of continue, offer_person, connect_person");
}

TEST(ReadingAConfiguration, ChecksTheLocale) {
  for (const char* tag : {"en", "de-AT", "zh-Hant-TW", "es-419"}) {
    EXPECT_EQ(config_of(R"({"locale":")" + std::string(tag) + R"("})").locale, tag);
  }
  for (const char* tag :
       {"e", "en_GB", "english-language-of-the-british-isles", "en-", "-en", "1n"}) {
    EXPECT_EQ(error_of(R"({"locale":")" + std::string(tag) + R"("})").pointer, "/locale") << tag;
  }
}

TEST(ReadingAConfiguration, KnowsTheTopics) {
  const Error error = error_of(R"({"playbook":{"topics":[{"topic":"delivry","solutions":[]}]}})");
  EXPECT_EQ(error.pointer, "/playbook/topics/0/topic");
  EXPECT_EQ(error.message.rfind("unknown topic \"delivry\" (did you mean \"delivery\"?)", 0), 0U);
  EXPECT_EQ(
      error_of(R"({"playbook":{"company_topics":[{"id":"delivery","phrases":["x"]}]}})").pointer,
      "/playbook/company_topics/0/id");
}

TEST(ReadingAConfiguration, WantsIdsOnce) {
  const std::string solution = R"({"id":"a","title":"A","text":"A"})";
  EXPECT_EQ(error_of(R"({"playbook":{"topics":[
                {"topic":"delivery","solutions":[)" +
                     solution + R"(]},
                {"topic":"booking","solutions":[)" +
                     solution + R"(]}]}})")
                .pointer,
            "/playbook/topics/1/solutions/0/id");
  EXPECT_EQ(error_of(R"({"playbook":{"topics":[
                {"topic":"delivery","solutions":[{"id":"a","title":"A","text":"A"}]},
                {"topic":"delivery","solutions":[{"id":"b","title":"A","text":"A"}]}]}})")
                .pointer,
            "/playbook/topics/1/topic");
}

TEST(ReadingAConfiguration, ChecksTextsAndIds) {
  EXPECT_EQ(solution_error(R"({"id":"a","title":"A"})"), "");
  EXPECT_EQ(solution_error(R"({"id":"A b","title":"A","text":"A"})"), "/id");
  EXPECT_EQ(solution_error(R"({"id":"a","title":"","text":"A"})"), "/title");
  EXPECT_EQ(solution_error(R"({"id":"a","title":"A","text":")" + std::string(4001, 'x') + "\"}"),
            "/text");
  EXPECT_EQ(solution_error(R"({"id":"a","title":"A","text":"bell \u0007"})"), "/text");
  EXPECT_EQ(solution_error(R"({"id":"a","title":"A","text":"A","phrases":["ok",7]})"),
            "/phrases/1");
}

TEST(ReadingAConfiguration, CountsCharactersNotBytes) {
  std::string title;
  for (int i = 0; i < 200; ++i) title += "\xC3\xA4";
  config_of(R"({"playbook":{"topics":[{"topic":"delivery","solutions":[
      {"id":"a","title":")" +
            title + R"(","text":"A"}]}]}})");
}

TEST(ReadingAConfiguration, WantsActionsThatDoOneThing) {
  EXPECT_EQ(action_error(R"({"id":"a","label":"A"})"), "/actions/0");
  EXPECT_EQ(action_error(R"({"id":"a","label":"A","href":"x","message":"m"})"), "/actions/0");
  EXPECT_EQ(action_error(R"({"id":"talk_to_person","label":"A","href":"x"})"), "/actions/0");
}

TEST(ReadingAConfiguration, RefusesLinksThatRunCode) {
  EXPECT_EQ(action_error(R"-({"id":"a","label":"A","href":"javascript:alert(1)"})-"),
            "/actions/0/href");
  for (const char* href :
       {"help.html", "/help?a=b:c#d:e", "#top", "?q=1", "//cdn.example/x", "https://example.com/a",
        "HTTP://example.com", "mailto:a@example.com", "tel:+441234"}) {
    EXPECT_TRUE(is_safe_href(href)) << href;
  }
  for (const char* href : {"javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:x",
                           " javascript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
                           "blob:x", "https:example.com", "a b", "\\\\host\\x", "x\ny", ""}) {
    EXPECT_FALSE(is_safe_href(href)) << href;
  }
}

TEST(ReadingAConfiguration, TellsHowManyProblemsThereAre) {
  EXPECT_EQ(error_of(R"({"policy":{"auto_connect":1,"cooldown_turns":-1}})").message,
            "is out of range (and 1 more problem)");
}

}  // namespace
}  // namespace attune

#include "json/read_config.h"

#include <algorithm>

#include "json/read_attributes.h"
#include "json/read_rules.h"

namespace attune {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  constexpr std::size_t kLongest = 35;  // RFC 5646, 4.4.1
  if (tag.size() > kLongest) return false;
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length < (first ? 2U : 1U)) return false;
      length = 0;
      first = false;
    } else if (!is_alphanumeric(c) || (first && c <= '9') || ++length > 8) {
      return false;
    }
  }
  return length >= (first ? 2U : 1U);
}

Result<Config> parse_config(std::string_view json) {
  Config config;
  if (json.empty()) return config;
  const Result<Json> tree = parse_json(json, JsonLimits{});
  if (!tree) return tree.error();

  Problems problems;
  const Place root;
  ObjectReader object(tree.value(), root, problems,
                      {"locale", "policy", "playbook", "lexicon", "attributes"});
  object.text("locale", {}, config.locale);
  if (!is_language_tag(config.locale)) {
    object.report("locale", "is not a language tag", "a BCP-47 tag such as \"en\" or \"en-GB\"");
  }
  object.with("policy", [&](const Json& value, const Place& place) {
    config.policy = read_policy(value, place, problems);
  });
  object.with("playbook", [&](const Json& value, const Place& place) {
    config.playbook = read_playbook(value, place, problems);
  });
  object.with("policy",
              [&](const Json&, const Place& place) { check_topics(config, place, problems); });
  object.with("attributes", [&](const Json& value, const Place& place) {
    config.attributes = read_attributes(value, place, problems, false);
  });
  config.lexicon = read_lexicon(object, problems);
  if (!problems.none()) return problems.first();
  return config;
}

}  // namespace attune

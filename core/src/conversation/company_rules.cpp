#include "conversation/company_rules.h"

#include <algorithm>
#include <cstddef>

namespace attune {
namespace {

// An empty list asks for nothing.
template <typename List, typename Holds>
bool any_or_none(const List& list, const Holds& holds) {
  return list.empty() || std::any_of(list.begin(), list.end(), holds);
}

bool has_topic(const Assessment& assessment, std::string_view id) {
  return std::any_of(assessment.topics.begin(), assessment.topics.end(),
                     [id](const TopicScore& topic) { return topic.id == id; });
}

bool has_attribute(const std::vector<Attribute>& attributes,
                   const Policy::Condition::OneOf& wanted) {
  return std::any_of(attributes.begin(), attributes.end(), [&wanted](const Attribute& attribute) {
    return attribute.name == wanted.name && attribute.value &&
           std::find(wanted.values.begin(), wanted.values.end(), *attribute.value) !=
               wanted.values.end();
  });
}

// All but what the condition asks of other rules.
bool holds(const Policy::Condition& when, const RuleFacts& facts) {
  const Assessment& assessment = facts.assessment;
  return any_or_none(when.topics,
                     [&](const std::string& id) { return has_topic(assessment, id); }) &&
         any_or_none(when.languages,
                     [&](const std::string& tag) { return is_language(facts.language, tag); }) &&
         std::all_of(when.attributes.begin(), when.attributes.end(),
                     [&](const Policy::Condition::OneOf& wanted) {
                       return has_attribute(facts.attributes, wanted);
                     }) &&
         (when.reasons == 0 || (when.reasons & facts.found) != 0) &&
         (!when.amount_at_least ||
          (assessment.amount && *assessment.amount >= *when.amount_at_least)) &&
         (!when.frustration_at_least || assessment.frustration >= *when.frustration_at_least) &&
         (!when.open || *when.open == facts.open);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

RuleSet matching_rules(const std::vector<Policy::CompanyRule>& rules, const RuleFacts& facts) {
  RuleSet candidates = 0;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (holds(rules[i].when, facts)) candidates |= RuleSet{1} << i;
  }
  // Rules may name later ones: repeated until a round adds nothing.
  RuleSet matched = 0;
  RuleSet before = 0;
  do {
    before = matched;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if ((candidates >> i & 1U) != 0 && (rules[i].when.rules & ~matched) == 0) {
        matched |= RuleSet{1} << i;
      }
    }
  } while (matched != before);
  return matched;
}

bool is_language(std::string_view tag, std::string_view range) {
  return tag.size() >= range.size() && (tag.size() == range.size() || tag[range.size()] == '-') &&
         std::equal(range.begin(), range.end(), tag.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace attune

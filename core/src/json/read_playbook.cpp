#include <algorithm>
#include <set>
#include <string>

#include "json/read_config.h"

namespace attune {
namespace {

constexpr TextLimits kName = {1, 80};
constexpr TextLimits kTitle = {1, 200};
constexpr TextLimits kText = {1, 4000};
constexpr TextLimits kPhrase = {1, 200};
constexpr TextLimits kHref = {1, 2000};
constexpr TextLimits kMessage = {1, 400};
constexpr std::size_t kMostTopics = 200;
constexpr std::size_t kMostSolutions = 100;  // of one topic
constexpr std::size_t kMostPhrases = 100;
constexpr std::size_t kMostExamples = 200;
constexpr std::size_t kMostActions = 8;

constexpr std::string_view kTalkToPerson = "talk_to_person";

bool is_general(std::string_view topic) {
  const std::vector<std::string_view> names = general_topics();
  return std::find(names.begin(), names.end(), topic) != names.end();
}

// Reads one playbook; ids may stand only once in it.
class PlaybookReader {
 public:
  explicit PlaybookReader(Problems& problems) : problems_(problems) {}

  Playbook read(const Json& value, const Place& place) {
    Playbook playbook;
    ObjectReader object(
        value, place, problems_,
        {"company", "assistant", "greeting", "fallback", "topics", "company_topics"});
    object.text("company", kName, playbook.company);
    object.text("assistant", kName, playbook.assistant);
    object.text("greeting", kText, playbook.greeting);
    object.text("fallback", kText, playbook.fallback);
    // First, so that `topics` may name what is declared here.
    object.each("company_topics", 0, kMostTopics, [&](const Json& member, const Place& at) {
      playbook.company_topics.push_back(read_company_topic(member, at));
    });
    object.each("topics", 0, kMostTopics, [&](const Json& member, const Place& at) {
      playbook.topics.push_back(read_topic(member, at));
    });
    return playbook;
  }

 private:
  CompanyTopic read_company_topic(const Json& value, const Place& place) {
    CompanyTopic topic;
    ObjectReader object(value, place, problems_, {"id", "phrases", "examples"}, {"id", "phrases"});
    object.id("id", false, topic.id);
    if (is_general(topic.id)) {
      object.report("id", "is the id of a general topic", "an id of the company's own");
    } else if (!topic.id.empty() && !declared_.insert(topic.id).second) {
      object.report("id", "was declared before", "an id that stands once");
    }
    object.each("phrases", 1, kMostPhrases, [&](const Json& member, const Place& at) {
      read_text(member, at, kPhrase, problems_, topic.phrases.emplace_back());
    });
    object.texts("examples", kMostExamples, kText, topic.examples);
    return topic;
  }

  TopicAnswers read_topic(const Json& value, const Place& place) {
    TopicAnswers answers;
    ObjectReader object(value, place, problems_, {"topic", "label", "solutions"},
                        {"topic", "solutions"});
    object.id("topic", false, answers.topic);
    check_topic(answers.topic, object);
    object.text("label", kName, answers.label);
    object.each("solutions", 1, kMostSolutions, [&](const Json& member, const Place& at) {
      answers.solutions.push_back(read_solution(member, at));
    });
    return answers;
  }

  void check_topic(const std::string& topic, ObjectReader& object) {
    if (topic.empty()) return;  // reported already
    std::vector<std::string_view> names = general_topics();
    names.insert(names.end(), declared_.begin(), declared_.end());
    if (std::find(names.begin(), names.end(), topic) == names.end()) {
      object.report("topic", "unknown topic \"" + topic + "\"" + suggest(topic, names),
                    "a topic declared in company_topics, or " + one_of_list(general_topics()));
    } else if (!answered_.insert(topic).second) {
      object.report("topic", "was answered before", "each topic once, with all its solutions");
    }
  }

  Solution read_solution(const Json& value, const Place& place) {
    Solution solution;
    ObjectReader object(value, place, problems_,
                        {"id", "title", "text", "upset_text", "phrases", "actions"},
                        {"id", "title", "text"});
    object.id("id", true, solution.id);
    if (!solution.id.empty() && !solutions_.insert(solution.id).second) {
      object.report("id", "was used before", "an id that stands once in the playbook");
    }
    object.text("title", kTitle, solution.title);
    object.text("text", kText, solution.text);
    object.text("upset_text", kText, solution.upset_text);
    object.texts("phrases", kMostPhrases, kPhrase, solution.phrases);
    object.each("actions", 0, kMostActions, [&](const Json& member, const Place& at) {
      solution.actions.push_back(read_action(member, at));
    });
    return solution;
  }

  ReplyAction read_action(const Json& value, const Place& place) {
    ReplyAction action;
    ObjectReader object(value, place, problems_, {"id", "label", "href", "message"},
                        {"id", "label"});
    object.id("id", true, action.id);
    object.text("label", kName, action.label);
    object.text("href", kHref, action.href);
    object.text("message", kMessage, action.message);
    if (!action.href.empty() && !is_safe_href(action.href)) {
      object.report("href", "is not a link that may be shown",
                    "a relative, http, https, mailto or tel link without spaces or backslashes");
    }
    const bool person = action.id == kTalkToPerson;
    const int ways = (object.has("href") ? 1 : 0) + (object.has("message") ? 1 : 0);
    if (ways != (person ? 0 : 1) && value.is_object()) {
      problems_.add(place,
                    person      ? "\"talk_to_person\" has a way of its own"
                    : ways == 0 ? "the action does nothing"
                                : "the action does two things",
                    "href, or message, or the id \"talk_to_person\" with neither");
    }
    return action;
  }

  Problems& problems_;
  std::set<std::string> declared_;   // ids of company topics
  std::set<std::string> answered_;   // topics with solutions
  std::set<std::string> solutions_;  // ids of solutions
};

}  // namespace

std::vector<std::string_view> general_topics() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kTopicCount; ++i) names.push_back(name_of(static_cast<Topic>(i)));
  return names;
}

bool is_safe_href(std::string_view href) {
  const bool clean = std::none_of(href.begin(), href.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f || c == '\\';
  });
  if (!clean || href.empty()) return false;
  const std::size_t end = href.find_first_of(":/?#");
  if (end == std::string_view::npos || href[end] != ':') return true;  // no scheme: relative
  std::string scheme(href.substr(0, end));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (scheme == "http" || scheme == "https") return href.substr(end, 3) == "://";
  return scheme == "mailto" || scheme == "tel";
}

Playbook read_playbook(const Json& value, const Place& place, Problems& problems) {
  return PlaybookReader(problems).read(value, place);
}

}  // namespace attune

#include "cues/topics.h"

#include <algorithm>
#include <array>

#include "text/order.h"

namespace attune {
namespace {

constexpr std::size_t kMostTopics = 3;
constexpr double kLeastScore = 0.2;
constexpr std::size_t kCuesPerTopic = 3;  // enough to show why; the rest say the same again

}  // namespace

std::vector<TopicScore> read_topics(const Tables& tables, const TokenizedText& text,
                                    const Phrases& phrases, std::vector<Evidence>& cues) {
  std::array<std::vector<Match>, kTopicCount> found;
  for (const Match& match : phrases.matches) {
    const table::Entry& entry = tables.entry(match.entry);
    if (entry.type == table::EntryType::kTopic) found[entry.topic].push_back(match);
  }

  struct Candidate {
    std::size_t topic;
    double score;
  };
  std::vector<Candidate> candidates;
  for (std::size_t topic = 0; topic < kTopicCount; ++topic) {
    keep_longest(found[topic]);
    double against = 1.0;  // independent hints: 1 - product of (1 - score)
    for (const Match& match : found[topic]) {
      against *= 1.0 - tables.entry(match.entry).value / table::kScale;
    }
    if (1.0 - against >= kLeastScore) candidates.push_back({topic, 1.0 - against});
  }
  sort_stably(candidates, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (candidates.size() > kMostTopics) candidates.resize(kMostTopics);

  std::vector<TopicScore> topics;
  for (const Candidate& candidate : candidates) {
    topics.push_back({std::string(name_of(static_cast<Topic>(candidate.topic))), candidate.score});
    const std::vector<Match>& matches = found[candidate.topic];
    for (std::size_t i = 0; i < std::min(matches.size(), kCuesPerTopic); ++i) {
      Evidence cue;
      cue.kind = CueKind::kTopic;
      cue.topic = static_cast<Topic>(candidate.topic);
      cue.start = phrases.start(text, matches[i]);
      cue.end = phrases.end(text, matches[i]);
      cues.push_back(cue);
    }
  }
  return topics;
}

}  // namespace attune

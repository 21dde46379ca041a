#include "cues/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "text/order.h"

namespace attune {
namespace {

constexpr std::size_t kMostTopics = 3;  // of an assessment

// A company topic's phrase is as sure as a general topic's usual wording; more words, surer.
double score_of(std::uint32_t words) { return std::min(1.0, 0.6 + 0.15 * (words - 1U)); }

// An example that shares half of its content with the message is about the same.
constexpr double kLeastExampleSimilarity = 0.5;

CueKind kind_of(Flag flag) {
  switch (flag) {
    case Flag::kAbusive:
      return CueKind::kAbuse;
    case Flag::kAsksForPerson:
      return CueKind::kAsksForPerson;
    case Flag::kLegalThreat:
      return CueKind::kLegalThreat;
    case Flag::kPublicComplaint:
      return CueKind::kPublicComplaint;
    case Flag::kRepeatContact:
      return CueKind::kRepeatContact;
    case Flag::kThreatToLeave:
      return CueKind::kThreatToLeave;
    case Flag::kFraudRisk:
    case Flag::kSafetyRisk:
    case Flag::kVulnerable:
      break;
  }
  return CueKind::kSafety;
}

std::int16_t fixed(double value) {
  return static_cast<std::int16_t>(std::lround(value * table::kScale));
}

table::Entry entry_of(const CompanyWord& word) {
  table::Entry entry{};
  entry.type = word.flag ? table::EntryType::kCue : table::EntryType::kLexicon;
  entry.kind = static_cast<std::uint8_t>(word.flag ? kind_of(*word.flag) : CueKind::kWording);
  entry.flag = word.flag ? static_cast<std::uint8_t>(*word.flag) : table::kNone;
  entry.topic = table::kNone;
  entry.language = table::kAnyLanguage;
  entry.valence = fixed(word.valence);
  entry.upset = fixed(word.upset);
  for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
    entry.emotions[i] = static_cast<std::uint8_t>(std::lround(word.emotions[i] * table::kScale));
  }
  return entry;
}

bool comes_before(const Cue& a, const Cue& b) {
  if (a.start != b.start) return a.start < b.start;
  if (a.end != b.end) return a.end < b.end;
  return a.kind < b.kind;
}

// A general topic may have found the same words: one cue is enough.
void sort_cues(std::vector<Cue>& cues) {
  sort_stably(cues, comes_before);
  const auto same = [](const Cue& a, const Cue& b) {
    return !comes_before(a, b) && !comes_before(b, a);
  };
  cues.erase(std::unique(cues.begin(), cues.end(), same), cues.end());
}

Cue topic_cue(const TokenizedText& text, const WordLine& line, const PhraseIndex::Match& match) {
  Cue cue;
  cue.kind = CueKind::kTopic;
  cue.start = text.tokens[line.words()[match.first].token].start;
  cue.end = text.tokens[line.words()[match.last].token].end;
  unicode::encode(text.slice(cue.start, cue.end), cue.text);
  return cue;
}

}  // namespace

Vocabulary::Vocabulary(const Config& config, const ContentReader& reader,
                       unicode::WordSegmenter& segmenter) {
  for (const CompanyWord& word : config.lexicon) {
    words_.add(segmenter, word.phrase, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back(entry_of(word));
  }
  for (const CompanyTopic& topic : config.playbook.company_topics) {
    for (const std::string& phrase : topic.phrases) {
      topic_phrases_.add(segmenter, phrase, static_cast<std::uint32_t>(topics_.size()));
    }
    for (const std::string& example : topic.examples) {
      TokenizedText text;
      tokenize(segmenter, example, text);
      examples_.push_back({reader.read(text), topics_.size()});
    }
    topics_.push_back(topic.id);
  }
  words_.sort();
  topic_phrases_.sort();
}

void Vocabulary::find_words(const WordLine& line, std::uint16_t first_entry,
                            Phrases& phrases) const {
  if (entries_.empty()) return;
  // The words of a line are the units of the phrases: both are the words and numbers that stand
  // outside of links.
  std::vector<Match> found;
  std::vector<std::uint32_t> covered_to(phrases.units.size(), 0);
  for (const PhraseIndex::Match& match : words_.find(line)) {
    const std::uint32_t last = match.last + 1U;
    found.push_back({match.first, last, static_cast<std::uint16_t>(first_entry + match.id)});
    for (std::uint32_t i = match.first; i < last; ++i) {
      covered_to[i] = std::max(covered_to[i], last);
    }
  }
  // The company knows what its words mean: general readings inside of them are dropped.
  std::erase_if(phrases.matches,
                [&](const Match& match) { return match.last <= covered_to[match.first]; });
  phrases.matches.insert(phrases.matches.begin(), found.begin(), found.end());
}

void Vocabulary::add_topics(const TokenizedText& text, const WordLine& line, const WordSet& words,
                            Assessment& assessment) const {
  if (topics_.empty()) return;
  std::vector<double> best(topics_.size(), 0.0);
  const std::vector<PhraseIndex::Match> matches = topic_phrases_.find(line);
  for (const PhraseIndex::Match& match : matches) {
    best[match.id] = std::max(best[match.id], score_of(match.words()));
    assessment.cues.push_back(topic_cue(text, line, match));
  }
  if (!matches.empty()) sort_cues(assessment.cues);
  for (const Example& example : examples_) {
    const double alike = similarity(example.words, words);
    if (alike >= kLeastExampleSimilarity) {
      best[example.topic] = std::max(best[example.topic], alike);
    }
  }
  for (std::size_t topic = 0; topic < best.size(); ++topic) {
    if (best[topic] > 0.0) assessment.topics.push_back({topics_[topic], best[topic]});
  }
  sort_stably(assessment.topics,
              [](const TopicScore& a, const TopicScore& b) { return a.score > b.score; });
  if (assessment.topics.size() > kMostTopics) assessment.topics.resize(kMostTopics);
}

}  // namespace attune

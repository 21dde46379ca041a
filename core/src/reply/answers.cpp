#include "reply/answers.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace attune {
namespace {

// The author of a playbook knows what a phrase means: the more words of it are there, the surer.
// One word outweighs nothing but a weak topic; four outweigh a topic read with certainty.
double phrase_score(std::uint32_t words) { return 0.3 * std::min(words, 4U); }

// Instead of repeating itself the bot gives another answer when that fits at least this well.
constexpr double kNearlyAsGood = 0.6;

// Somebody whose parcel is lost and whom nobody has answered needs the parcel first: how they were
// treated comes before a matter only when that is hardly there.
constexpr double kTreatment = 0.5;

bool is_treatment(std::string_view topic) {
  return topic == name_of(Topic::kServiceQuality) || topic == name_of(Topic::kFeedbackPraise);
}

}  // namespace

AnswerIndex::AnswerIndex(const Playbook& playbook, unicode::WordSegmenter& segmenter)
    : playbook_(playbook) {
  for (std::size_t topic = 0; topic < playbook.topics.size(); ++topic) {
    const TopicAnswers& answers = playbook.topics[topic];
    const std::size_t first = solutions_.size();
    for (const Solution& solution : answers.solutions) {
      const auto number = static_cast<std::uint32_t>(solutions_.size());
      solutions_.push_back({&solution, topic, false});
      solution_phrases_.add(segmenter, solution.title, number);
      for (const std::string& phrase : solution.phrases) {
        solution_phrases_.add(segmenter, phrase, number);
      }
    }
    if (answers.solutions.empty()) continue;
    std::size_t standing = first;  // the first one without phrases, or else the first one
    while (standing + 1 < solutions_.size() && !solutions_[standing].solution->phrases.empty()) {
      ++standing;
    }
    if (!solutions_[standing].solution->phrases.empty()) standing = first;
    solutions_[standing].is_default = true;
    solution_phrases_.add(segmenter, answers.label, static_cast<std::uint32_t>(standing));
  }
  solution_phrases_.sort();
}

// How well each solution fits: its topic's score, plus what its phrases say.
std::vector<AnswerIndex::Fit> AnswerIndex::fits(const Assessment& assessment,
                                                const WordLine& line) const {
  std::vector<double> topic_scores(playbook_.topics.size(), 0.0);
  for (std::size_t i = 0; i < topic_scores.size(); ++i) {
    const std::string& id = playbook_.topics[i].topic;
    for (const TopicScore& topic : assessment.topics) {
      if (topic.id == id) topic_scores[i] = topic.score * (is_treatment(id) ? kTreatment : 1.0);
    }
  }
  std::vector<std::uint32_t> longest(solutions_.size(), 0);
  for (const PhraseIndex::Match& match : solution_phrases_.find(line)) {
    longest[match.id] = std::max(longest[match.id], match.words());
  }
  std::vector<Fit> fits(solutions_.size());
  for (std::size_t i = 0; i < fits.size(); ++i) {
    fits[i].named = longest[i] > 0;
    if (fits[i].named || solutions_[i].is_default) {
      fits[i].score = topic_scores[solutions_[i].topic];
    }
    if (fits[i].named) fits[i].score += phrase_score(longest[i]);
  }
  return fits;
}

std::optional<AnswerIndex::Answer> AnswerIndex::find(const Assessment& assessment,
                                                     const WordLine& line,
                                                     const std::vector<bool>& given) const {
  const std::vector<Fit> fit = fits(assessment, line);
  const auto best_of = [&](bool may_be_given) -> std::optional<std::size_t> {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < fit.size(); ++i) {
      if (fit[i].score <= 0.0 || (given[i] && !may_be_given)) continue;
      if (!best || fit[i].score > fit[*best].score) best = i;
    }
    return best;
  };
  std::optional<std::size_t> best = best_of(true);
  if (!best) return std::nullopt;
  if (given[*best]) {
    const std::optional<std::size_t> other = best_of(false);
    if (other && fit[*other].score >= kNearlyAsGood * fit[*best].score) best = other;
  }
  return Answer{solutions_[*best].solution, *best, solutions_[*best].topic, fit[*best].named,
                given[*best]};
}

}  // namespace attune

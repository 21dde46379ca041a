#include "eval/answers.h"

#include <algorithm>
#include <cstdint>

namespace attune::eval {
namespace {

constexpr ClassBits kNegative = 1;
constexpr ClassBits kNeutral = 2;
constexpr ClassBits kPositive = 4;
constexpr double kUpsetFrom = 0.5;  // a probability above it is a yes

// The one place where the core is asked. `earlier` is what the customer said before, oldest first.
Reading read(Analyzer& analyzer, std::string_view text,
             const std::vector<std::string_view>& earlier) {
  Context context;
  for (const std::string_view turn : earlier) {
    context = after_turn(context, analyzer.assess(turn, nullptr, context).frustration);
  }
  const Assessment found = analyzer.assess(text, nullptr, context);
  Reading reading;
  reading.sentiment = found.sentiment;
  reading.frustration = found.frustration;
  reading.emotions = found.emotions;
  for (std::size_t i = 0; i < kTopicCount; ++i) {
    const std::string_view name = name_of(static_cast<Topic>(i));
    for (const TopicScore& topic : found.topics) {
      if (topic.id == name) reading.topics |= ClassBits{1} << i;
    }
  }
  for (const Flag flag : found.flags) reading.flags |= ClassBits{1} << static_cast<unsigned>(flag);
  return reading;
}

double emotion(const Reading& reading, Emotion which) {
  return reading.emotions[static_cast<std::size_t>(which)];
}

bool has(const Reading& reading, Flag flag) {
  return (reading.flags >> static_cast<unsigned>(flag) & 1U) != 0;
}

std::optional<double> score_of(const Reading& reading, Signal signal) {
  switch (signal) {
    case Signal::kFrustration:
      return reading.frustration;
    case Signal::kAngerOrFrustration:
      return std::max(emotion(reading, Emotion::kAnger), reading.frustration);
    case Signal::kAnger:
      return emotion(reading, Emotion::kAnger);
    case Signal::kWorry:
      return emotion(reading, Emotion::kWorry);
    case Signal::kSadness:
      return emotion(reading, Emotion::kSadness);
    case Signal::kJoy:
      return emotion(reading, Emotion::kJoy);
    case Signal::kSentiment:
      return reading.sentiment;
    case Signal::kAbuse:
      return emotion(reading, Emotion::kAnger) + (has(reading, Flag::kAbusive) ? 1.0 : 0.0);
    case Signal::kEmotion:
    case Signal::kTopics:
    case Signal::kFlag:
      break;
  }
  return std::nullopt;
}

ClassBits sentiment_class(Level level) {
  if (level == Level::kNeutral) return kNeutral;
  return level < Level::kNeutral ? kNegative : kPositive;
}

ClassBits class_of(const Reading& reading, const Task& task) {
  switch (task.signal) {
    case Signal::kSentiment:
      return sentiment_class(level_of(reading.sentiment));
    case Signal::kEmotion: {
      const auto strongest = std::max_element(reading.emotions.begin(), reading.emotions.end());
      return ClassBits{1} << static_cast<unsigned>(strongest - reading.emotions.begin());
    }
    case Signal::kTopics:
      return reading.topics;
    case Signal::kFlag:
      return has(reading, task.flag) ? 1 : 0;
    case Signal::kAbuse:
      return has(reading, Flag::kAbusive) ? 1 : 0;
    default:
      return score_of(reading, task.signal).value_or(0) > kUpsetFrom ? 1 : 0;
  }
}

}  // namespace

Readings::Readings(Analyzer& analyzer, const Table& table, const Set& set)
    : analyzer_(analyzer),
      table_(table),
      set_(set),
      text_(table.column("text").value_or(0)),
      rows_(table.rows.size()) {}

const Reading& Readings::of_row(std::size_t row) {
  std::optional<Reading>& known = rows_[row];
  if (!known) {
    known = read(analyzer_, table_.rows[row].cells[text_], earlier_texts(table_, set_, row));
  }
  return *known;
}

Answers core_answers(const Task& task, const std::vector<const Reading*>& readings) {
  Answers answers;
  for (const Reading* reading : readings) {
    if (const auto score = score_of(*reading, task.signal)) answers.scores.push_back(*score);
    answers.classes.push_back(class_of(*reading, task));
  }
  return answers;
}

Answers peer_answers(const Task& task, const Peer& peer, const std::vector<double>& sentiments) {
  const bool has_classes_only = !score_of(Reading{}, task.signal);
  if (has_classes_only) return {};
  const bool is_sentiment = task.signal == Signal::kSentiment;
  const bool is_good = is_sentiment || task.signal == Signal::kJoy;
  Answers answers;
  for (const double sentiment : sentiments) {
    answers.scores.push_back(is_good ? sentiment : -sentiment);
    const bool negative = sentiment < 0 && sentiment <= -peer.neutral;
    const bool positive = sentiment > 0 && sentiment >= peer.neutral;
    if (is_sentiment) {
      answers.classes.push_back(negative ? kNegative : positive ? kPositive : kNeutral);
    } else if (task.signal != Signal::kAbuse) {
      answers.classes.push_back(negative ? 1 : 0);
    }
  }
  return answers;
}

}  // namespace attune::eval

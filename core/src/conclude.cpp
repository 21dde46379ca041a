#include "conclude.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cues/shown.h"
#include "model/logistic.h"
#include "model/predict.h"
#include "text/order.h"

namespace attune {
namespace {

using model::head_of;
using model::Prediction;

// Weights are printed with four decimals; less than half of the last one is no cue.
constexpr double kLeastShownWeight = 0.00005;
// A message of fewer words than this says too little for more than low confidence, unless it
// holds a cue.
constexpr std::uint32_t kHardlyAnyWords = 2;
constexpr std::size_t kMostTopics = 3;
constexpr std::uint32_t kNoCue = 0xFFFFFFFF;

// Emphasis tells how something is said: the words that move frustration stand beside it.
bool speaks_of_words(CueKind kind) {
  return kind != CueKind::kCapitals && kind != CueKind::kElongation &&
         kind != CueKind::kExclamation && kind != CueKind::kQuestionRun;
}

class Conclusion {
 public:
  Conclusion(const Tables& tables, const model::Model& model, const TokenizedText& text,
             Reading& reading)
      : tables_(tables),
        model_(model),
        text_(text),
        reading_(reading),
        prediction_(model::predict(model, reading.signals, reading.ngrams)),
        out_(reading.rules) {}

  Assessment draw() {
    out_.language_tag = reading_.language.tag;
    out_.language_confidence = reading_.language.confidence;
    // Fewer customers are upset than the messages it was calibrated on.
    const double shift = tables_.weight(Weight::kBaseShift);
    prediction_.logits[model::kFrustration] += shift;
    out_.base = prediction_.base + shift;
    out_.frustration = prediction_.probability(model::kFrustration);
    out_.own_frustration = logistic(prediction_.logits[model::kFrustration] - prediction_.carried);
    // Nobody learnt from messages without words.
    const double share = out_.words == 0 ? 1.0 : tables_.weight(Weight::kRuleSentiment);
    out_.sentiment =
        share * out_.sentiment + (1.0 - share) * (prediction_.probability(model::kPositive) -
                                                  prediction_.probability(model::kNegative));
    out_.level = level_of(out_.sentiment);
    out_.urgency = std::max(
        out_.urgency,
        (prediction_.probability(model::kSoon) + prediction_.probability(model::kAtOnce)) / 2.0);
    score_emotions();
    add_cues(weigh(reading_.findings.wording));
    add_cues(weigh(reading_.findings.requests));
    add_cues(weigh(reading_.findings.emphasis));
    add_learned_cues();
    raise_flags();
    add_sarcasm();
    choose_topics();
    sort_cues();
    out_.confidence = confidence();
    return std::move(out_);
  }

 private:
  // What the rules' weights are worth in the calibrated sum.
  const std::vector<Evidence>& weigh(std::vector<Evidence>& evidence) const {
    for (Evidence& each : evidence) {
      each.upset *= model_.weight(model::kFrustration, model::group_of(each.kind));
    }
    return evidence;
  }

  // An n-gram inside the shortest cue, or longer n-gram, that covers its first letter says the same
  // once more: its weight goes there. Longer ones come first, so that they are there.
  void add_learned_cues() {
    sort_stably(prediction_.wording, [](const Evidence& a, const Evidence& b) {
      return a.end - a.start > b.end - b.start;
    });
    // For each character the shortest cue over it, as an index into the cues.
    std::vector<std::uint32_t> over(text_.text.size(), kNoCue);
    for (std::uint32_t i = 0; i < out_.cues.size(); ++i) cover(i, over);
    for (const Evidence& each : prediction_.wording) {
      const std::uint32_t holder = over[each.start];
      if (holder != kNoCue && out_.cues[holder].start <= each.start &&
          out_.cues[holder].end >= each.end) {
        out_.cues[holder].weight += each.upset;
        continue;
      }
      add_cue(each.kind, each.start, each.end, each.upset);
      cover(static_cast<std::uint32_t>(out_.cues.size() - 1), over);
    }
  }

  void cover(std::uint32_t index, std::vector<std::uint32_t>& over) const {
    const Cue& cue = out_.cues[index];
    if (cue.weight == 0.0 || !speaks_of_words(cue.kind)) return;
    for (std::uint32_t at = cue.start; at < cue.end; ++at) {
      const std::uint32_t before = over[at];
      const bool shorter =
          before == kNoCue || cue.end - cue.start < out_.cues[before].end - out_.cues[before].start;
      if (shorter) over[at] = index;
    }
  }

  void score_emotions() {
    double neutral = 1.0;
    for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
      out_.emotions[i] = prediction_.probability(model::kFirstEmotion + i);
      neutral *= 1.0 - out_.emotions[i];
    }
    out_.emotions[static_cast<std::size_t>(Emotion::kNeutral)] = neutral;
  }

  // Beside the flags of the rules, those that the learned reader is sure of and has words for.
  void raise_flags() {
    for (std::size_t i = 0; i < kFlagCount; ++i) {
      const auto flag = static_cast<Flag>(i);
      const std::size_t head = head_of(flag);
      const auto& reason = prediction_.reasons[head];
      if (out_.has(flag) || !reason) continue;
      if (prediction_.probability(head) < tables_.weight(Weight::kFlagProbability)) continue;
      out_.flags.push_back(flag);
      add_cue(kind_of(flag), reason->start, reason->end, 0.0);
    }
    sort_stably(out_.flags, [](Flag a, Flag b) { return name_of(a) < name_of(b); });
  }

  void add_sarcasm() {
    const auto& reason = prediction_.reasons[model::kSarcasm];
    if (reason &&
        prediction_.probability(model::kSarcasm) >= tables_.weight(Weight::kFlagProbability)) {
      add_cue(CueKind::kSarcasm, reason->start, reason->end, 0.0);
    }
  }

  void choose_topics() {
    std::vector<std::pair<double, std::size_t>> found;
    for (std::size_t i = 0; i < kTopicCount; ++i) {
      const double score = prediction_.probability(model::kFirstTopic + i);
      if (score >= tables_.weight(Weight::kTopicProbability)) found.emplace_back(score, i);
    }
    sort_stably(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    if (found.size() > kMostTopics) found.resize(kMostTopics);
    out_.topics.clear();
    for (const auto& [score, topic] : found) {
      out_.topics.push_back({std::string(name_of(static_cast<Topic>(topic))), score});
      bool shown = false;
      for (const Evidence& each : reading_.topics) {
        if (each.topic != static_cast<Topic>(topic)) continue;
        add_cue(CueKind::kTopic, each.start, each.end, 0.0);
        shown = true;
      }
      const auto& reason = prediction_.reasons[model::kFirstTopic + topic];
      if (!shown && reason) add_cue(CueKind::kTopic, reason->start, reason->end, 0.0);
    }
  }

  void add_cue(CueKind kind, std::uint32_t start, std::uint32_t end, double weight) {
    Cue cue;
    cue.kind = kind;
    cue.start = start;
    cue.end = end;
    cue.weight = weight;
    unicode::encode(text_.slice(start, end), cue.text);
    out_.cues.push_back(std::move(cue));
  }

  void add_cues(const std::vector<Evidence>& evidence) {
    for (const Evidence& each : evidence) {
      const bool moves = std::abs(each.upset) >= kLeastShownWeight;
      const bool tells = each.flag || each.urgency > 0.0;
      if (moves || tells) add_cue(each.kind, each.start, each.end, each.upset);
    }
  }

  // One span may stand for several things of a kind: it is one cue, with the sum of the weights.
  void sort_cues() {
    sort_stably(out_.cues, [](const Cue& a, const Cue& b) {
      if (a.start != b.start) return a.start < b.start;
      if (a.end != b.end) return a.end < b.end;
      return a.kind < b.kind;
    });
    std::vector<Cue> merged;
    for (Cue& cue : out_.cues) {
      if (!merged.empty() && merged.back().start == cue.start && merged.back().end == cue.end &&
          merged.back().kind == cue.kind) {
        merged.back().weight += cue.weight;
      } else {
        merged.push_back(std::move(cue));
      }
    }
    out_.cues = std::move(merged);
  }

  // How far the reading can be trusted: as far as frustration is from a coin's toss. Only English
  // was learnt.
  Confidence confidence() const {
    if (reading_.language.id != table::kEnglish) return Confidence::kLow;
    const bool silent = out_.cues.empty() && out_.flags.empty();
    if (out_.words < kHardlyAnyWords && silent) return Confidence::kLow;
    const double certainty = std::max(out_.frustration, 1.0 - out_.frustration);
    if (certainty >= tables_.weight(Weight::kHighCertainty)) return Confidence::kHigh;
    return certainty < tables_.weight(Weight::kLowCertainty) ? Confidence::kLow
                                                             : Confidence::kMedium;
  }

  const Tables& tables_;
  const model::Model& model_;
  const TokenizedText& text_;
  Reading& reading_;
  Prediction prediction_;
  Assessment out_;
};

}  // namespace

Assessment conclude(const Tables& tables, const model::Model& model, const TokenizedText& text,
                    Reading& reading) {
  return Conclusion(tables, model, text, reading).draw();
}

}  // namespace attune

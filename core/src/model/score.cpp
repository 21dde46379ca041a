#include "model/score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "model/logistic.h"
#include "text/order.h"

namespace attune {
namespace {

// Once a further piece of a family would count for less than this share, it changes nothing.
constexpr double kLeastShare = 0.01;
// Phrases that only raise a flag say why; the same kind again and again says it no better.
constexpr int kMostSilentPhrases = 3;
// How much dissatisfaction a phrase that "needs negative" must find beside it, in logits, or how
// bad the valence of the words must be.
constexpr double kNeededUpset = 0.6;
constexpr double kNeededValence = -0.8;
// When the words' valence is above this, and nothing else is wrong, emphasis is joy.
constexpr double kHappyValence = 0.5;
constexpr double kCalmUpset = 0.3;
// Shouting makes anger likelier by at most this.
constexpr double kAngerOfShouting = 0.4;
// An insult makes a reader name anger this often, whatever the other words are.
constexpr double kAngerOfAbuse = 0.5;

double upset_of(const std::vector<Evidence>& evidence) {
  double sum = 0.0;
  for (const Evidence& each : evidence) sum += each.upset;
  return sum;
}

double valence_of(const std::vector<Evidence>& evidence) {
  double sum = 0.0;
  for (const Evidence& each : evidence) sum += each.valence;
  return sum;
}

// Each further piece of one family counts less: repeating an insult ten times is not ten insults.
// Modifiers shrink with the word they modify.
void diminish(const Tables& tables, std::vector<Evidence>& family) {
  std::vector<double> total(family.size());
  for (std::size_t i = 0; i < family.size(); ++i) {
    total[family[i].owner.value_or(static_cast<std::uint32_t>(i))] += family[i].upset;
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < family.size(); ++i) {
    if (!family[i].owner && total[i] != 0.0) order.push_back(i);
  }
  const auto outweighs = [&](std::uint32_t a, std::uint32_t b) {
    return std::abs(total[a]) > std::abs(total[b]);
  };
  sort_indices(order, IndexBefore(outweighs));
  std::vector<double> factor(family.size(), 1.0);
  double share = 1.0;
  for (const std::uint32_t i : order) {
    factor[i] = share >= kLeastShare ? share : 0.0;
    share *= tables.weight(Weight::kDecay);
  }
  for (std::size_t i = 0; i < family.size(); ++i) {
    family[i].upset *= factor[family[i].owner.value_or(static_cast<std::uint32_t>(i))];
  }
}

// Emphasis strengthens what is said: full beside dissatisfaction, nothing beside praise.
double emphasis_factor(const Tables& tables, double upset, double valence) {
  if (upset > kCalmUpset || valence < -kHappyValence) return 1.0;
  if (valence > kHappyValence || upset < -kCalmUpset) return 0.0;
  return tables.weight(Weight::kEmphasisNeutral);
}

// Keeps the first few of the phrases that weigh nothing, for each flag of each kind.
void drop_repetitions(std::vector<Evidence>& requests) {
  std::array<std::array<int, kFlagCount + 1>, kCueKindCount> silent{};
  std::erase_if(requests, [&silent](const Evidence& each) {
    const std::size_t flag = each.flag ? static_cast<std::size_t>(*each.flag) : kFlagCount;
    return each.upset == 0.0 &&
           ++silent[static_cast<std::size_t>(each.kind)][flag] > kMostSilentPhrases;
  });
}

double scale_emphasis(const Tables& tables, double factor, std::vector<Evidence>& emphasis) {
  diminish(tables, emphasis);
  const double sum = upset_of(emphasis);
  const double limit = tables.weight(Weight::kEmphasisLimit);
  if (sum > limit) factor *= limit / sum;
  for (Evidence& each : emphasis) each.upset *= factor;
  return sum * factor;
}

void score_emotions(const Findings& findings, double shouting, Assessment& out) {
  std::array<double, kEmotionCount> absent;  // probability that a reader does not name it
  absent.fill(1.0);
  for (const Evidence& each : findings.wording) {
    for (std::size_t i = 0; i < table::kEntryEmotions; ++i) absent[i] *= 1.0 - each.emotions[i];
  }
  auto& anger = absent[static_cast<std::size_t>(Emotion::kAnger)];
  auto& frustration = absent[static_cast<std::size_t>(Emotion::kFrustration)];
  anger *= 1.0 - kAngerOfShouting * shouting;
  if (out.has(Flag::kAbusive)) anger *= 1.0 - kAngerOfAbuse;
  frustration = std::min(frustration, 1.0 - out.frustration);
  double neutral = 1.0;
  for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
    out.emotions[i] = 1.0 - absent[i];
    neutral *= absent[i];
  }
  out.emotions[static_cast<std::size_t>(Emotion::kNeutral)] = neutral;
}

void collect_flags(const Findings& findings, Assessment& out) {
  double calm = 1.0;
  for (const Evidence& each : findings.requests) {
    calm *= 1.0 - each.urgency;
    if (each.flag && !out.has(*each.flag)) out.flags.push_back(*each.flag);
  }
  sort_stably(out.flags, [](Flag a, Flag b) { return name_of(a) < name_of(b); });
  out.urgency = 1.0 - calm;
}

}  // namespace

bool shows_dissatisfaction(const Tables& tables, const Findings& findings) {
  std::vector<Evidence> wording = findings.wording;
  diminish(tables, wording);
  double upset = upset_of(wording);
  for (const Evidence& each : findings.requests) {
    if (!each.needs_negative) upset += each.upset;
  }
  return upset >= kNeededUpset || valence_of(wording) <= kNeededValence;
}

void score(const Tables& tables, Findings& findings, Assessment& out) {
  diminish(tables, findings.wording);
  diminish(tables, findings.requests);

  const double upset = upset_of(findings.wording) + upset_of(findings.requests);
  const double valence = valence_of(findings.wording);
  const double factor = emphasis_factor(tables, upset, valence);
  const double emphasis = scale_emphasis(tables, factor, findings.emphasis);

  out.frustration = logistic(tables.weight(Weight::kBias) + upset + emphasis);
  const double displeasure =
      std::max(0.0, upset + emphasis * tables.weight(Weight::kEmphasisSentiment));
  out.sentiment = squash(tables.weight(Weight::kSentimentScale) * valence -
                         tables.weight(Weight::kSentimentUpset) * displeasure);
  out.level = level_of(out.sentiment);
  collect_flags(findings, out);
  score_emotions(findings, emphasis / tables.weight(Weight::kEmphasisLimit), out);
  drop_repetitions(findings.requests);
}

}  // namespace attune

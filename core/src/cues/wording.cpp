#include "cues/wording.h"

#include <algorithm>
#include <cmath>

namespace attune {
namespace {

double fixed(std::int16_t value) { return static_cast<double>(value) / table::kScale; }

// Sarcasm that counts only beside dissatisfaction needs this much of it outside its own words,
// in logits or in valence: as much as the scorer asks for.
constexpr double kNeededUpset = 0.6;
constexpr double kNeededValence = -0.8;

enum class Reading {
  kAlone,    // nothing else counts the word
  kCovered,  // a phrase carries its weight
  kTurned,   // praise inside sarcasm: it means the opposite, and the phrase carries its weight
};

class WordingReader {
 public:
  WordingReader(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                const std::vector<Match>& words, std::vector<Evidence>& out)
      : tables_(tables),
        text_(text),
        phrases_(phrases),
        scope_(tables, text, phrases, words),
        out_(out) {}

  void read(const Match& match, Reading reading) {
    const table::Entry& entry = tables_.entry(match.entry);
    const bool bad = entry.upset > 0 || entry.valence < 0;
    const ScopeEffect effect = scope_.effect_on(match);
    if (effect.tone_tag && !bad) reading = Reading::kTurned;
    const double plain = reading == Reading::kAlone
                             ? tables_.weight(Weight::kWordingScale) * fixed(entry.upset)
                             : 0.0;

    Evidence word = at(match, static_cast<CueKind>(entry.kind));
    word.upset = plain;
    word.valence = fixed(entry.valence) * effect.factor;
    if (reading == Reading::kTurned && !bad) {
      word.valence *= -tables_.weight(Weight::kSarcasmTurned);
    } else if (effect.negator != nullptr) {
      word.valence *= -negation_factor(entry.valence > 0);
    } else {
      const double strength = std::min(effect.factor, 1.0);
      for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
        word.emotions[i] = entry.emotions[i] / table::kScale * strength;
      }
    }
    const auto owner = static_cast<std::uint32_t>(out_.size());
    out_.push_back(word);
    if (plain == 0.0) return;

    // Each step's share of the weight is shown at the words that cause it.
    double weight = plain;
    for (std::size_t i = 0; i < effect.count; ++i) {
      const ScopeStep& each = effect.steps[i];
      weight = step(*each.cause, each.kind, weight, each.factor, owner);
    }
    if (effect.negator != nullptr) {
      const double turned = plain < 0.0 ? tables_.weight(Weight::kNegatedPraise)
                                        : tables_.weight(Weight::kNegatedNegative);
      step(*effect.negator, CueKind::kNegation, weight, -turned, owner);
    }
  }

  // A tag such as "/s" is sarcasm in itself.
  void read_tone_tag() {
    if (!scope_.tone_tag()) return;
    Evidence tag = at(scope_.tone_tag()->match, CueKind::kSarcasm);
    tag.upset = scope_.tone_tag()->value;
    out_.push_back(tag);
  }

 private:
  double negation_factor(bool good) const {
    return tables_.weight(good ? Weight::kNegatedPositive : Weight::kNegatedNegative);
  }

  Evidence at(const Match& match, CueKind kind) const {
    Evidence evidence;
    evidence.kind = kind;
    evidence.start = phrases_.start(text_, match);
    evidence.end = phrases_.end(text_, match);
    return evidence;
  }

  double step(const Match& cause, CueKind kind, double weight, double factor, std::uint32_t owner) {
    Evidence modifier = at(cause, kind);
    modifier.upset = weight * factor - weight;
    modifier.owner = owner;
    out_.push_back(modifier);
    return weight * factor;
  }

  const Tables& tables_;
  const TokenizedText& text_;
  const Phrases& phrases_;
  Scope scope_;
  std::vector<Evidence>& out_;
};

// For each unit the heaviest phrase that holds it: phrases are few units long, so this is cheap.
std::vector<const Covered*> heaviest_phrases(std::size_t units,
                                             const std::vector<Covered>& covered) {
  std::vector<const Covered*> heaviest(units, nullptr);
  for (const Covered& each : covered) {
    for (std::uint32_t i = each.match.first; i < each.match.last; ++i) {
      if (heaviest[i] == nullptr || heaviest[i]->upset < each.upset) heaviest[i] = &each;
    }
  }
  return heaviest;
}

// Whether the message shows dissatisfaction besides the phrases that need it.
bool shows_dissatisfaction(const Tables& tables, const std::vector<Evidence>& wording,
                           const std::vector<Covered>& covered) {
  double upset = 0.0;
  double valence = 0.0;
  for (const Evidence& each : wording) {
    upset += each.upset;
    valence += each.valence;
  }
  for (const Covered& each : covered) {
    if (tables.entry(each.match.entry).needs_negative == 0) upset += each.upset;
  }
  return upset >= kNeededUpset || valence <= kNeededValence;
}

}  // namespace

void read_wording(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                  const std::vector<Covered>& covered, std::vector<Evidence>& out) {
  std::vector<Match> words;
  for (const Match& match : phrases.matches) {
    if (tables.entry(match.entry).type == table::EntryType::kLexicon) words.push_back(match);
  }
  if (words.empty()) return;  // scope words alone say nothing
  keep_longest(words);

  const std::vector<const Covered*> heaviest = heaviest_phrases(phrases.units.size(), covered);
  WordingReader reader(tables, text, phrases, words, out);
  std::vector<Match> maybe_sarcastic;
  for (const Match& match : words) {
    const Covered* phrase = heaviest[match.first];
    if (phrase == nullptr || !phrase->match.contains(match)) {
      reader.read(match, Reading::kAlone);
      continue;
    }
    const table::Entry& holder = tables.entry(phrase->match.entry);
    const bool lighter =
        std::abs(phrase->upset) >= std::abs(fixed(tables.entry(match.entry).upset));
    if (static_cast<CueKind>(holder.kind) != CueKind::kSarcasm) {
      reader.read(match, lighter ? Reading::kCovered : Reading::kAlone);
    } else if (holder.needs_negative != 0) {
      maybe_sarcastic.push_back(match);
    } else {
      reader.read(match, lighter ? Reading::kTurned : Reading::kAlone);
    }
  }
  reader.read_tone_tag();
  const bool sarcastic = !maybe_sarcastic.empty() && shows_dissatisfaction(tables, out, covered);
  for (const Match& match : maybe_sarcastic) {
    reader.read(match, sarcastic ? Reading::kTurned : Reading::kAlone);
  }
}

}  // namespace attune

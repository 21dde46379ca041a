#include "cues/wording.h"

#include <algorithm>
#include <cmath>

namespace attune {
namespace {

double fixed(std::int16_t value) { return static_cast<double>(value) / table::kScale; }

class WordingReader {
 public:
  WordingReader(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                std::vector<Evidence>& out)
      : tables_(tables), text_(text), phrases_(phrases), scope_(tables, text, phrases), out_(out) {}

  void read(const Match& match, bool covered) {
    const table::Entry& entry = tables_.entry(match.entry);
    const ScopeEffect effect = scope_.effect_on(match);
    const double plain = covered ? 0.0 : tables_.weight(Weight::kWordingScale) * fixed(entry.upset);

    Evidence word = at(match, static_cast<CueKind>(entry.kind));
    word.upset = plain;
    word.valence = fixed(entry.valence) * effect.factor;
    if (effect.negator != nullptr) {
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

    // Each step's share of the weight is shown at the word that causes it.
    double weight = plain;
    weight = step(effect.contrast, CueKind::kContrast, weight, effect.contrast_factor, owner);
    weight = step(effect.amplifier, CueKind::kIntensifier, weight, effect.amplification, owner);
    step(effect.negator, CueKind::kNegation, weight, -negation_factor(plain < 0.0), owner);
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

  double step(const Match* cause, CueKind kind, double weight, double factor, std::uint32_t owner) {
    if (cause == nullptr) return weight;
    Evidence modifier = at(*cause, kind);
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

}  // namespace

void read_wording(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                  const std::vector<Covered>& covered, std::vector<Evidence>& out) {
  std::vector<Match> words;
  for (const Match& match : phrases.matches) {
    if (tables.entry(match.entry).type == table::EntryType::kLexicon) words.push_back(match);
  }
  keep_longest(words);

  // For each unit the heaviest phrase that holds it: words are few units long, so this is cheap.
  std::vector<const Covered*> heaviest(phrases.units.size(), nullptr);
  for (const Covered& each : covered) {
    for (std::uint32_t i = each.match.first; i < each.match.last; ++i) {
      if (heaviest[i] == nullptr || heaviest[i]->upset < each.upset) heaviest[i] = &each;
    }
  }
  WordingReader reader(tables, text, phrases, out);
  for (const Match& match : words) {
    const Covered* phrase = heaviest[match.first];
    const bool inside = phrase != nullptr && phrase->match.contains(match) &&
                        std::abs(phrase->upset) >= std::abs(fixed(tables.entry(match.entry).upset));
    reader.read(match, inside);
  }
}

}  // namespace attune

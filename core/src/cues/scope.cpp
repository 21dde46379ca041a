#include "cues/scope.h"

#include <algorithm>

namespace attune {
namespace {

// A negator reaches this many words ahead: "not really all that good".
constexpr std::uint32_t kNegationReach = 4;
// An intensifier stands at most this many words before: "very, very slow", "so bloody slow".
constexpr std::uint32_t kAmplifierReach = 2;

}  // namespace

Scope::Scope(const Tables& tables, const TokenizedText& text, const Phrases& phrases)
    : tables_(tables), text_(text), phrases_(phrases) {
  sentence_.reserve(phrases.units.size());
  std::uint32_t sentence = 0;
  for (const Unit& unit : phrases.units) {
    if (unit.starts_sentence && !sentence_.empty()) ++sentence;
    sentence_.push_back(sentence);
  }

  std::vector<Match> found;
  for (const Match& match : phrases.matches) {
    if (tables.entry(match.entry).type == table::EntryType::kScope) found.push_back(match);
  }
  keep_longest(found);
  first_marker_.assign(sentence + 2U, 0);
  for (const Match& match : found) {
    const table::Entry& entry = tables.entry(match.entry);
    markers_.push_back({match, static_cast<table::ScopeRole>(entry.kind),
                        static_cast<double>(entry.value) / table::kScale});
    ++first_marker_[sentence_[match.first] + 1U];
  }
  for (std::size_t i = 1; i < first_marker_.size(); ++i) first_marker_[i] += first_marker_[i - 1];
}

bool Scope::crosses_comma(std::uint32_t from_unit, std::uint32_t to_unit) const {
  const std::uint32_t from = phrases_.units[from_unit].token;
  const std::uint32_t to = phrases_.units[to_unit].token;
  for (std::uint32_t i = from; i < to; ++i) {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::kSymbol && text_.text[token.start] == u',') return true;
  }
  return false;
}

void Scope::find_negator(const Match& match, ScopeEffect& effect) const {
  const std::uint32_t sentence = sentence_[match.first];
  for (std::uint32_t i = first_marker_[sentence]; i < first_marker_[sentence + 1U]; ++i) {
    const Marker& marker = markers_[i];
    if (marker.match.last > match.first) break;
    if (marker.role == table::ScopeRole::kContrast) effect.negator = nullptr;
    if (marker.role != table::ScopeRole::kNegator) continue;
    if (match.first - marker.match.last < kNegationReach &&
        !crosses_comma(marker.match.last - 1U, match.first)) {
      effect.negator = &marker.match;
    }
  }
}

void Scope::find_amplifier(const Match& match, ScopeEffect& effect) const {
  const std::uint32_t sentence = sentence_[match.first];
  for (std::uint32_t i = first_marker_[sentence]; i < first_marker_[sentence + 1U]; ++i) {
    const Marker& marker = markers_[i];
    if (marker.match.last > match.first) break;
    if (marker.role != table::ScopeRole::kIntensifier &&
        marker.role != table::ScopeRole::kDowntoner) {
      continue;
    }
    if (match.first - marker.match.last < kAmplifierReach) {
      effect.amplification =
          std::min(effect.amplification * marker.value, tables_.weight(Weight::kMaxAmplification));
      effect.amplifier = &marker.match;
    }
  }
}

void Scope::find_contrast(const Match& match, ScopeEffect& effect) const {
  const std::uint32_t sentence = sentence_[match.first];
  for (std::uint32_t i = first_marker_[sentence]; i < first_marker_[sentence + 1U]; ++i) {
    const Marker& marker = markers_[i];
    // A sentence that begins with "But" has nothing to weigh against.
    if (marker.role != table::ScopeRole::kContrast ||
        phrases_.units[marker.match.first].starts_sentence) {
      continue;
    }
    const bool before = match.last <= marker.match.first;
    const bool after = match.first >= marker.match.last;
    if (!before && !after) continue;
    effect.contrast = &marker.match;
    effect.contrast_factor =
        tables_.weight(before ? Weight::kBeforeContrast : Weight::kAfterContrast);
    if (before) return;  // the next "but" ahead decides
  }
}

ScopeEffect Scope::effect_on(const Match& match) const {
  ScopeEffect effect;
  find_negator(match, effect);
  find_amplifier(match, effect);
  find_contrast(match, effect);
  effect.factor = effect.amplification * effect.contrast_factor;
  return effect;
}

}  // namespace attune

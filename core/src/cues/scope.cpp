#include "cues/scope.h"

#include <algorithm>

#include "cues/identity.h"

namespace attune {
namespace {

using table::ScopeRole;

// An intensifier stands at most this many words before: "very, very slow", "so bloody slow".
constexpr std::uint32_t kAmplifierReach = 2;
constexpr std::uint32_t kWholeSentence = 0xFFFFFFFF;

bool is_bad(const table::Entry& entry) { return entry.upset > 0 || entry.valence < 0; }

// Thanks and greetings are good manners, not what the sentence is about.
bool is_polite(const table::Entry& entry) {
  return static_cast<CueKind>(entry.kind) == CueKind::kCourtesy;
}

bool amplifies(ScopeRole role) {
  return role == ScopeRole::kIntensifier || role == ScopeRole::kDowntoner ||
         role == ScopeRole::kPostposed;
}

}  // namespace

void ScopeEffect::add(const Match& cause, CueKind kind, double by) {
  factor *= by;
  if (count < kMaxSteps) steps[count++] = {&cause, kind, by};
}

Scope::Scope(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
             const std::vector<Match>& words)
    : tables_(tables),
      phrases_(phrases),
      markers_(find_scope_markers(tables, text, phrases)),
      borders_(find_borders(text, phrases, markers_)),
      identity_(find_identity(tables, text, phrases)),
      reached_(phrases.units.size()) {
  for (const ScopeMarker& marker : markers_) {
    if (amplifies(marker.role)) amplifiers_.push_back(marker);
    if (marker.role == ScopeRole::kToneTag) keep_tone_tag(text, marker);
  }
  std::uint32_t ended = 0;
  for (std::uint32_t i = 0; i < reached_.size(); ++i) {
    while (ended < amplifiers_.size() && amplifiers_[ended].match.last <= i) ++ended;
    reached_[i].amplifiers = ended;
  }
  weigh_contrasts(words);
  place_contrasts();
  for (std::uint32_t i = 0; i < markers_.size(); ++i) place(i);
  drop_agreed();
}

// The first unit from `from` on that is out of reach: behind so many words, or behind one of
// these borders. Who somebody is takes up no reach: "not how a Muslim customer ..."
std::uint32_t Scope::end_of_reach(std::uint32_t from, std::uint32_t words, unsigned borders) const {
  std::uint32_t at = from;
  for (std::uint32_t left = words; at < reached_.size() && (borders_[at] & borders) == 0; ++at) {
    if (identity_[phrases_.units[at].token]) continue;
    if (left-- == 0) break;
  }
  return at;
}

// No sentence begins at these units.
bool Scope::same_sentence(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i <= to; ++i) {
    if ((borders_[i] & kBorderSentence) != 0) return false;
  }
  return true;
}

void Scope::place(std::uint32_t index) {
  const ScopeMarker& marker = markers_[index];
  switch (marker.role) {
    case ScopeRole::kNegator: {
      const double reach =
          marker.value > 0.0 ? marker.value : tables_.weight(Weight::kNegationReach);
      const std::uint32_t end = end_of_reach(
          marker.match.last, static_cast<std::uint32_t>(reach),
          kBorderSentence | kBorderComma | kBorderClause | kBorderMain | kBorderContrast);
      for (std::uint32_t i = marker.match.last; i < end; ++i) reached_[i].negator = index;
      break;
    }
    case ScopeRole::kSupposed:
      place_supposed(index);
      break;
    case ScopeRole::kConcession:
      place_concession(index);
      break;
    case ScopeRole::kResolved:
      last_resolved_ = index;
      break;
    default:
      break;
  }
}

// What weakens most decides. Values are few, so no unit is written often.
void Scope::place_supposed(std::uint32_t index) {
  const ScopeMarker& marker = markers_[index];
  const std::uint32_t end =
      marker.quotation
          ? marker.match.last
          : end_of_reach(marker.match.last, kWholeSentence,
                         kBorderSentence | kBorderComma | kBorderMain | kBorderContrast);
  for (std::uint32_t i = marker.match.first; i < end; ++i) {
    std::uint32_t& at = reached_[i].supposed;
    if (at == kNobody || markers_[at].value > marker.value) {
      at = index;
    } else if (!marker.quotation && !markers_[at].quotation && i >= marker.match.last) {
      break;  // the one that was there reaches as far
    }
  }
}

void Scope::place_concession(std::uint32_t index) {
  const ScopeMarker& marker = markers_[index];
  const auto words = static_cast<std::uint32_t>(marker.value);
  const std::uint32_t end =
      words == 0 ? end_of_reach(marker.match.last, kWholeSentence, kBorderSentence | kBorderComma)
                 : end_of_reach(marker.match.last, words,
                                kBorderSentence | kBorderComma | kBorderClause | kBorderMain |
                                    kBorderContrast);
  // Without a comma nothing tells where the main clause begins.
  if (words == 0 && (borders_[end] & kBorderSentence) != 0) return;
  for (std::uint32_t i = marker.match.last; i < end; ++i) reached_[i].conceded = index;
  if ((borders_[marker.match.first] & kBorderSentence) == 0) return;
  for (std::uint32_t i = end; i < reached_.size() && (borders_[i] & kBorderSentence) == 0; ++i) {
    reached_[i].contrast_behind = index;
  }
}

// A "But" that begins a sentence has nothing to weigh against, nor has a "though" that ends one.
void Scope::place_contrasts() {
  std::vector<std::uint32_t> contrasts;
  for (std::uint32_t i = 0; i < markers_.size(); ++i) {
    const Match& match = markers_[i].match;
    if (markers_[i].role == ScopeRole::kContrast &&
        (borders_[match.first] & kBorderSentence) == 0 &&
        (borders_[match.last] & kBorderSentence) == 0) {
      contrasts.push_back(i);
    }
  }
  for (const std::uint32_t index : contrasts) {
    const std::uint32_t from = markers_[index].match.last;
    for (std::uint32_t i = from; i < reached_.size() && (borders_[i] & kBorderSentence) == 0; ++i) {
      reached_[i].contrast_behind = index;
      if ((borders_[i] & kBorderContrast) != 0) break;  // the next one goes on from here
    }
  }
  for (auto index = contrasts.rbegin(); index != contrasts.rend(); ++index) {
    for (std::uint32_t i = markers_[*index].match.first; i > 0; --i) {
      if ((borders_[i] & kBorderSentence) != 0) break;
      reached_[i - 1].contrast_ahead = *index;
      if ((borders_[i - 1] & kBorderContrast) != 0) break;
    }
  }
}

// "... and so do I": what others say is the customer's own view.
void Scope::drop_agreed() {
  std::uint32_t done = 0;
  for (const ScopeMarker& marker : markers_) {
    if (marker.role != ScopeRole::kAgreed) continue;
    for (std::uint32_t i = marker.match.first; i-- > done;) {
      if (reached_[i].supposed != kNobody && !markers_[reached_[i].supposed].quotation) {
        reached_[i].supposed = kNobody;
      }
      if ((borders_[i] & kBorderSentence) != 0) break;
    }
    done = marker.match.first;
  }
}

void Scope::keep_tone_tag(const TokenizedText& text, const ScopeMarker& marker) {
  const std::uint32_t token = phrases_.units[marker.match.first].token;
  if (token > 0 && text.text[text.tokens[token - 1].start] == u'/' &&
      text.tokens[token - 1].end - text.tokens[token - 1].start == 1 &&
      (token < 2 || text.tokens[token - 2].kind == TokenKind::kSpace)) {
    tone_tag_ = marker;
  }
}

// "I paid but it failed" sets nothing against anything; "I liked it but it failed" does.
void Scope::weigh_contrasts(const std::vector<Match>& words) {
  std::size_t word = 0;
  std::uint32_t at = 0;
  bool good = false;
  bool bad = false;
  for (ScopeMarker& marker : markers_) {
    if (marker.role != ScopeRole::kContrast) continue;
    for (; at < marker.match.first; ++at) {
      if ((borders_[at] & kBorderSentence) != 0) good = bad = false;
      while (word < words.size() && words[word].first < at) ++word;
      if (word == words.size() || words[word].first != at) continue;
      const table::Entry& entry = tables_.entry(words[word].entry);
      good = good || (entry.valence > 0 && !is_polite(entry));
      bad = bad || is_bad(entry);
    }
    marker.good_before = good;
    marker.bad_before = bad;
  }
}

void Scope::add_contrast(const Reached& reached, const table::Entry& entry,
                         ScopeEffect& effect) const {
  if (reached.conceded != kNobody) {
    effect.add(markers_[reached.conceded].match, CueKind::kContrast,
               tables_.weight(Weight::kConceded));
  } else if (reached.contrast_ahead != kNobody) {
    effect.add(markers_[reached.contrast_ahead].match, CueKind::kContrast,
               tables_.weight(Weight::kBeforeContrast));
  } else if (reached.contrast_behind != kNobody && !is_polite(entry)) {
    const ScopeMarker& marker = markers_[reached.contrast_behind];
    const bool opposed = is_bad(entry) ? marker.good_before : marker.bad_before;
    if (opposed || marker.role == ScopeRole::kConcession) {
      effect.add(marker.match, CueKind::kContrast, tables_.weight(Weight::kAfterContrast));
    }
  }
}

// "not very good" says less than "not good": between negator and word, strength turns round.
double Scope::amplification(const ScopeMarker& marker, const ScopeEffect& effect) const {
  const bool negated = effect.negator != nullptr && effect.negator->last <= marker.match.first;
  return negated && marker.value > 1.0 ? 1.0 / marker.value : marker.value;
}

void Scope::add_amplifiers(const Match& match, const Reached& reached, ScopeEffect& effect) const {
  const double most = tables_.weight(Weight::kMaxAmplification);
  double total = 1.0;
  const auto apply = [&](const ScopeMarker& marker) {
    const double by = std::min(amplification(marker, effect), most / total);
    total *= by;
    effect.add(marker.match, CueKind::kIntensifier, by);
  };
  std::uint32_t at = match.first;
  for (std::uint32_t i = reached.amplifiers; i-- > 0 && effect.count < ScopeEffect::kMaxSteps;) {
    const ScopeMarker& marker = amplifiers_[i];
    if (marker.role == ScopeRole::kPostposed || at - marker.match.last >= kAmplifierReach ||
        !same_sentence(marker.match.last, at)) {
      break;
    }
    apply(marker);
    at = marker.match.first;
  }
  for (std::uint32_t i = reached.amplifiers; i < amplifiers_.size(); ++i) {
    const ScopeMarker& marker = amplifiers_[i];
    if (marker.match.first < match.last) continue;
    if (marker.role == ScopeRole::kPostposed && marker.match.first - match.last < kAmplifierReach &&
        same_sentence(match.last, marker.match.first)) {
      apply(marker);
    }
    break;
  }
}

std::uint8_t Scope::marks_of(std::uint32_t unit) const {
  const Reached& reached = reached_[unit];
  const bool over = last_resolved_ != kNobody && unit < markers_[last_resolved_].match.first;
  unsigned marks = 0;
  if (reached.negator != kNobody) marks |= kMarkNegated;
  if (reached.supposed != kNobody || reached.conceded != kNobody || over) marks |= kMarkSetAside;
  if (reached.contrast_behind != kNobody) marks |= kMarkBehindContrast;
  return static_cast<std::uint8_t>(marks);
}

ScopeEffect Scope::effect_on(const Match& match) const {
  const table::Entry& entry = tables_.entry(match.entry);
  const Reached& reached = reached_[match.first];
  ScopeEffect effect;
  // "no, thanks" takes nothing back.
  if (reached.negator != kNobody && !is_polite(entry)) {
    effect.negator = &markers_[reached.negator].match;
  }
  add_contrast(reached, entry, effect);
  // Only what is bad can be over: "was broken, now works".
  if (is_bad(entry) && last_resolved_ != kNobody &&
      match.last <= markers_[last_resolved_].match.first) {
    effect.add(markers_[last_resolved_].match, CueKind::kContrast, markers_[last_resolved_].value);
  }
  if (reached.supposed != kNobody) {
    const ScopeMarker& marker = markers_[reached.supposed];
    effect.add(marker.match, CueKind::kNegation, marker.value);
  }
  add_amplifiers(match, reached, effect);
  effect.tone_tag = tone_tag_ && match.last <= tone_tag_->match.first;
  return effect;
}

}  // namespace attune

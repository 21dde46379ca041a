// Negation, intensity, contrast and supposition: how the words around a word change what it says.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "attune/assessment.h"
#include "cues/scope_markers.h"
#include "text/patterns.h"
#include "text/tables.h"

namespace attune {

// One phrase that multiplies the value of a word.
struct ScopeStep {
  const Match* cause = nullptr;
  CueKind kind = CueKind::kIntensifier;
  double factor = 1.0;
};

struct ScopeEffect {
  static constexpr std::size_t kMaxSteps = 8;

  std::array<ScopeStep, kMaxSteps> steps;
  std::size_t count = 0;
  double factor = 1.0;             // product of the steps
  const Match* negator = nullptr;  // what turns the word, if anything; comes last
  bool tone_tag = false;           // a tag such as "/s" follows: praise means its opposite

  void add(const Match& cause, CueKind kind, double by);
};

// What the scope words do to a unit, whether the lexicon knows it or not; several may apply.
enum ScopeMark : std::uint8_t {
  kMarkNegated = 1,
  kMarkSetAside = 2,  // only supposed, told by others, quoted, conceded, or over
  kMarkBehindContrast = 4,
};

// The scope words of one message. Borrows its arguments. Linear time.
class Scope {
 public:
  // `words` are the words and phrases of the lexicon, sorted and free of overlaps.
  Scope(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
        const std::vector<Match>& words);

  // What the words around a word or phrase of the lexicon do to it.
  ScopeEffect effect_on(const Match& match) const;

  // ScopeMarks of a unit.
  std::uint8_t marks_of(std::uint32_t unit) const;

  // The last tone tag of the message.
  const std::optional<ScopeMarker>& tone_tag() const { return tone_tag_; }

 private:
  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

  // What reaches one unit: indices into markers_.
  struct Reached {
    std::uint32_t negator = kNobody;
    std::uint32_t supposed = kNobody;
    std::uint32_t conceded = kNobody;
    std::uint32_t contrast_ahead = kNobody;
    std::uint32_t contrast_behind = kNobody;
    std::uint32_t amplifiers = 0;  // how many amplifiers end at or before this unit
  };

  std::uint32_t end_of_reach(std::uint32_t from, std::uint32_t words, unsigned borders) const;
  bool same_sentence(std::uint32_t from, std::uint32_t to) const;
  void place(std::uint32_t marker);
  void place_supposed(std::uint32_t marker);
  void place_concession(std::uint32_t marker);
  void place_contrasts();
  void weigh_contrasts(const std::vector<Match>& words);
  void drop_agreed();
  void keep_tone_tag(const TokenizedText& text, const ScopeMarker& marker);

  void add_contrast(const Reached& reached, const table::Entry& entry, ScopeEffect& effect) const;
  void add_amplifiers(const Match& match, const Reached& reached, ScopeEffect& effect) const;
  double amplification(const ScopeMarker& marker, const ScopeEffect& effect) const;

  const Tables& tables_;
  const Phrases& phrases_;
  std::vector<ScopeMarker> markers_;  // by first unit
  std::vector<ScopeMarker> amplifiers_;
  std::optional<ScopeMarker> tone_tag_;
  std::vector<std::uint8_t> borders_;
  std::vector<bool> identity_;             // for each token
  std::vector<Reached> reached_;           // for each unit
  std::uint32_t last_resolved_ = kNobody;  // index into markers_
};

}  // namespace attune

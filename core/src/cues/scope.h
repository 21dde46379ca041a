// Negation, intensity and contrast: how the words around a word change what it says.
#pragma once

#include <cstdint>
#include <vector>

#include "text/patterns.h"
#include "text/tables.h"

namespace attune {

struct ScopeEffect {
  double factor = 1.0;               // multiplies the word's value
  const Match* negator = nullptr;    // what negates the word, if anything
  const Match* amplifier = nullptr;  // the intensifier or downtoner right before it
  double amplification = 1.0;
  const Match* contrast = nullptr;  // the "but" of its sentence
  double contrast_factor = 1.0;
};

// The scope words of one message. Borrows its arguments.
class Scope {
 public:
  Scope(const Tables& tables, const TokenizedText& text, const Phrases& phrases);

  // What the words around `match` do to it.
  ScopeEffect effect_on(const Match& match) const;

 private:
  struct Marker {
    Match match;
    table::ScopeRole role;
    double value;
  };

  bool crosses_comma(std::uint32_t from_unit, std::uint32_t to_unit) const;
  void find_negator(const Match& match, ScopeEffect& effect) const;
  void find_amplifier(const Match& match, ScopeEffect& effect) const;
  void find_contrast(const Match& match, ScopeEffect& effect) const;

  const Tables& tables_;
  const TokenizedText& text_;
  const Phrases& phrases_;
  std::vector<Marker> markers_;              // by first unit
  std::vector<std::uint32_t> sentence_;      // sentence number of each unit
  std::vector<std::uint32_t> first_marker_;  // of each sentence: index into markers_
};

}  // namespace attune

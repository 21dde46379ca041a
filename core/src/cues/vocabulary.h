// What a company adds to the reading: words and topics of its own.
#pragma once

#include <cstddef>
#include <vector>

#include "attune/assessment.h"
#include "attune/config.h"
#include "text/patterns.h"
#include "text/phrase_index.h"
#include "text/similarity.h"

namespace attune {

// Immutable once built; any number of conversations share one.
class Vocabulary {
 public:
  // The lexicon and the company topics of `config`. `reader` is needed only meanwhile.
  Vocabulary(const Config& config, const ContentReader& reader, unicode::WordSegmenter& segmenter);

  bool empty() const { return entries_.empty() && topics_.empty(); }

  // What the lexicon's phrases stand for, in its order: Tables::with_own() takes them in.
  Span<table::Entry> entries() const {
    return {entries_.data(), static_cast<std::uint32_t>(entries_.size())};
  }

  // Adds the company's own phrases to the matches of `phrases` and drops the general ones inside
  // of them. `first_entry` is the id that the first of entries() got.
  void find_words(const WordLine& line, std::uint16_t first_entry, Phrases& phrases) const;

  // Adds the company's topics to the assessment's, with their cues, and keeps the best three.
  void add_topics(const TokenizedText& text, const WordLine& line, const WordSet& words,
                  Assessment& assessment) const;

 private:
  struct Example {
    WordSet words;
    std::size_t topic = 0;  // index in topics_
  };

  std::vector<table::Entry> entries_;
  PhraseIndex words_;
  std::vector<std::string> topics_;  // ids
  PhraseIndex topic_phrases_;
  std::vector<Example> examples_;
};

}  // namespace attune

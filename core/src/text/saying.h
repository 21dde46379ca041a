// What a message says, reduced to a few hashes, to tell whether a later one says it again in other
// words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "archive.h"
#include "text/phrase_index.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// One message. At most kMaxWords words and a fixed number of bits, so that a history of sayings has
// a fixed size.
struct Saying {
  static constexpr std::size_t kMaxWords = 48;
  static constexpr std::size_t kGramBits = 512;

  // What a word tells about the matter: its lowest two bits.
  enum Kind : std::uint32_t {
    kTopical,
    kPlain,  // belongs to any request
    kNumber,
    kQuestion,  // "where"
  };
  static Kind kind_of(std::uint32_t word) { return static_cast<Kind>(word & 3U); }
  static std::uint32_t as(Kind kind, std::uint32_t hash) { return (hash & ~3U) | kind; }

  // Sorted hashes of the content words, concepts in place of their words.
  std::vector<std::uint32_t> words;
  // The groups of three letters in the content words, one bit each: finds misspelt words and
  // compounds.
  std::array<std::uint32_t, kGramBits / 32> grams{};

  // Hash of the first two words, whatever they are: who asks about one thing after another often
  // begins alike ("does the hotel have ..."), who asks the same again in other words does not.
  std::uint32_t opening = 0;

  bool empty() const { return words.empty(); }

  void serve(Archive& archive) {
    archive.ascending("words", words, kMaxWords, Archive::kMostOfHash + 1);
    archive.list("grams", grams);
    archive.hash("opening", opening);
  }
};

// How a message stands to the ones before, by its own words or by what the bot made of them.
struct Stance {
  bool insists = false;     // "I meant", "again", "what I need is"
  bool moves_on = false;    // "too", "instead", "thanks": past the matter before
  bool adds = false;        // begins with "and", "what about": a matter beside the one before
  bool unanswered = false;  // the bot had no answer to the message before
};

class SayingReader {
 public:
  // `tables` must outlive the reader; `segmenter` is needed only here.
  SayingReader(const Tables& tables, unicode::WordSegmenter& segmenter);

  // What the message says. Linear time; of a long one the first kMaxWords content words.
  Saying read(const TokenizedText& text) const;
  Stance stance(const WordLine& line) const;

 private:
  struct Concept {
    std::uint32_t key;  // of a stem, or of two in a row
    std::uint32_t word;
  };

  void read_concepts();
  std::uint32_t concept_of(std::uint32_t key) const;  // 0: none
  std::u16string_view stem(std::u16string_view word) const;
  bool is_common_elsewhere(std::u16string_view word) const;
  std::uint32_t read_word(const Token& token) const;

  const Tables& tables_;
  std::vector<std::u16string> endings_;
  std::vector<Concept> concepts_;  // sorted by key
  std::vector<std::uint32_t> question_words_;
  PhraseIndex phrases_;
};

}  // namespace attune

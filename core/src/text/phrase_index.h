// Finds many fixed phrases in a message, as whole words in order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"
#include "text/unicode.h"

namespace attune {

// The words of a message in one line, as phrases are compared: folded, without apostrophes, one
// space between words, a line break where a sentence ends. Links and addresses are left out.
class WordLine {
 public:
  struct Word {
    std::uint32_t begin = 0;  // in `text`
    std::uint32_t end = 0;
    std::uint32_t token = 0;  // index of the token
  };

  explicit WordLine(const TokenizedText& message);

  std::u16string_view slice(std::size_t first, std::size_t last) const {
    return std::u16string_view(text_).substr(words_[first].begin,
                                             words_[last].end - words_[first].begin);
  }
  // All words; sentence ends are inside.
  std::u16string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }

 private:
  std::u16string text_;
  std::vector<Word> words_;
};

// A set of phrases, each with an id of the caller's. Looking up costs the message's length times
// the logarithm of the number of phrases.
class PhraseIndex {
 public:
  struct Match {
    std::uint32_t id = 0;
    std::uint32_t first = 0;  // words of the WordLine, both included
    std::uint32_t last = 0;

    std::uint32_t words() const { return last - first + 1; }
  };

  // Adds a phrase (UTF-8). One without any word never matches.
  void add(unicode::WordSegmenter& segmenter, std::string_view phrase, std::uint32_t id);
  // Adds phrases that are separated by '|', as data files write them.
  void add_list(unicode::WordSegmenter& segmenter, std::string_view phrases, std::uint32_t id);
  // To be called after the last add().
  void sort();

  // Every occurrence of every phrase, by its first word, shorter ones first.
  std::vector<Match> find(const WordLine& line) const;

 private:
  struct Phrase {
    std::u16string text;
    std::uint32_t id = 0;
    bool operator<(const Phrase& other) const {
      return text != other.text ? text < other.text : id < other.id;
    }
  };

  std::vector<Phrase> phrases_;
};

}  // namespace attune

// Collects what tells languages apart: their scripts, common words, letters and groups of letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "block.h"
#include "source.h"
#include "text/language_keys.h"
#include "text/table_format.h"

namespace attune::compile {

class LanguageHints {
 public:
  // The id of a new language; English must come first.
  std::size_t add_language(const std::string& tag, std::uint8_t script);
  void set_prior(std::size_t language, std::int8_t prior);
  std::size_t size() const { return languages_.size(); }
  // The id of the language with this tag, or size().
  std::size_t find(std::string_view tag) const;

  // Of several weights for the same language the heaviest counts.
  void add_word(std::u16string_view folded, std::size_t language, std::uint8_t weight);
  void add_letter(char16_t letter, std::size_t language, std::uint8_t weight);
  void add_gram(std::size_t gram, std::size_t language, std::uint8_t weight);

  // Forgets the words of one language whose letters say as much as the list does. Before it come
  // all words and groups of letters.
  void drop_plain_words();

  // Whether the word is listed for this language and for no other.
  bool is_only(std::u16string_view folded, std::size_t language) const;

  // The sections of the block.
  struct Sections {
    std::vector<std::uint8_t> hints = {0};
    Numbers gram_hints;
    std::vector<std::uint8_t> word_hint_counts;
    std::vector<std::uint8_t> word_checks;
    Numbers word_hints;
  };
  Sections sections() const;
  const std::vector<table::Language>& languages() const { return languages_; }

 private:
  using Set = std::map<std::size_t, std::uint8_t>;  // weight of each language

  static std::uint32_t key_of(std::uint32_t hash);
  static void add(Set& set, std::size_t language, std::uint8_t weight);

  std::vector<table::Language> languages_;
  // Whether the letters of the word speak for the language and hardly for another.
  bool letters_tell(std::u16string_view folded, std::size_t language, std::uint8_t weight) const;

  std::map<std::uint32_t, Set> words_;             // by bucket and check byte
  std::map<std::uint32_t, std::u16string> texts_;  // of words that stand alone in words_
  std::array<Set, language_keys::kGrams> grams_;
};

// The folders of `data` that hold a language.tsv, English first.
std::vector<std::string> language_tags(const std::string& data);

// Reads <data>/<tag>/language.tsv of all tags, and then <data>/letter_grams.tsv.
void read_languages(const std::string& data, const std::vector<std::string>& tags,
                    LanguageHints& hints, Diagnostics& diagnostics);

}  // namespace attune::compile

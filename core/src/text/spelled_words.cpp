#include "text/spelled_words.h"

#include <array>
#include <cstddef>

namespace attune {
namespace {

constexpr std::size_t kFewestLetters = 3;
constexpr std::size_t kMostLetters = 48;  // of one run; longer ones are left alone
// Capitals with full stops are abbreviations ("U.S.A.") unless there are this many.
constexpr std::size_t kAbbreviationLetters = 5;
// Letters that spell several words must give words of so many letters on average, since almost any
// letters can be cut into scraps.
constexpr std::size_t kMeanLetters = 3;

// A run of single letters: tokens [first, last], every second one a separator.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t letters = 1;
  std::size_t upper = 0;
  char16_t separator = 0;
};

bool is_single_letter(const Token& token) {
  return token.is_word() && !token.opaque && token.letters == 1 && token.folded.size() == 1;
}

// The character between two letters, 0 when it is none that spelling uses.
char16_t separator_of(const TokenizedText& text, const Token& token) {
  constexpr std::u16string_view kSeparators = u" \u00a0.-";
  if (token.end - token.start != 1 || token.opaque) return 0;
  const char16_t c = text.text[token.start];
  return kSeparators.find(c) != std::u16string_view::npos ? c : 0;
}

Run run_at(const TokenizedText& text, std::size_t first) {
  const std::vector<Token>& tokens = text.tokens;
  Run run;
  run.first = first;
  run.last = first;
  run.upper = tokens[first].upper;
  while (run.last + 2 < tokens.size() && is_single_letter(tokens[run.last + 2])) {
    const char16_t separator = separator_of(text, tokens[run.last + 1]);
    if (separator == 0 || (run.letters > 1 && separator != run.separator)) break;
    run.separator = separator;
    run.last += 2;
    ++run.letters;
    run.upper += tokens[run.last].upper;
  }
  return run;
}

class Speller {
 public:
  explicit Speller(const Tables& tables) : tables_(tables) {}

  // Whether `letters` are words of the tables without rest.
  bool spells_words(std::u16string_view letters) {
    word_count_ = 0;
    if (tables_.word_id(letters) != kNoWord) {
      sizes_[word_count_++] = letters.size();
      return true;
    }
    find_words(letters);
    if (squares_[letters.size()] == 0) return false;
    for (std::size_t end = letters.size(); end > 0; end -= back_[end]) {
      sizes_[word_count_++] = back_[end];
    }
    return letters.size() >= kMeanLetters * word_count_;
  }

  // How many words the letters spelled, and how long each is.
  std::size_t word_count() const { return word_count_; }
  std::size_t word_size(std::size_t i) const { return sizes_[word_count_ - 1 - i]; }

 private:
  // Short words are too easily found by chance: only the common ones count.
  bool is_word(std::uint32_t id, std::size_t size) const {
    return id != kNoWord && (size >= kFewestLetters || tables_.has_flag(id, table::kFunctionWord));
  }

  // For each end the cut with the greatest sum of squares, which prefers "a refund" to "are fund".
  void find_words(std::u16string_view letters) {
    squares_.fill(0);
    for (std::size_t start = 0; start < letters.size(); ++start) {
      if (start > 0 && squares_[start] == 0) continue;
      Tables::WordRange range = tables_.all_words();
      for (std::size_t end = start; end < letters.size();) {
        range = tables_.narrow(range, end - start, letters[end]);
        if (range.empty()) break;
        ++end;
        const std::size_t size = end - start;
        const std::size_t squares = squares_[start] + size * size;
        if (is_word(tables_.whole_word(range, size), size) && squares > squares_[end]) {
          squares_[end] = squares;
          back_[end] = size;
        }
      }
    }
  }

  const Tables& tables_;
  std::array<std::size_t, kMostLetters + 1> squares_{};
  std::array<std::size_t, kMostLetters + 1> back_{};
  std::array<std::size_t, kMostLetters> sizes_{};  // last word first
  std::size_t word_count_ = 0;
};

bool may_spell(const Tables& tables, const Run& run, std::u16string_view letters) {
  if (run.letters < kFewestLetters || run.letters > kMostLetters) return false;
  if (letters.find_first_not_of(letters[0]) == std::u16string_view::npos) return false;  // kisses
  if (run.separator != u'.' || run.upper == 0 || run.letters >= kAbbreviationLetters) return true;
  const std::uint32_t word = tables.word_id(letters);
  return word != kNoWord && tables.has_flag(word, table::kAcronym);
}

// Spaces and symbols fold to nothing, so that the letters stand side by side already.
Token joined(const std::vector<Token>& tokens, std::size_t first, std::size_t letters) {
  Token token = tokens[first];
  for (std::size_t i = 1; i < letters; ++i) {
    const Token& letter = tokens[first + 2 * i];
    token.end = letter.end;
    token.letters = static_cast<std::uint16_t>(token.letters + letter.letters);
    token.upper = static_cast<std::uint16_t>(token.upper + letter.upper);
    token.lower = static_cast<std::uint16_t>(token.lower + letter.lower);
  }
  token.folded = std::u16string_view(token.folded.data(), letters);
  token.spelled = letters > 1;
  return token;
}

}  // namespace

void join_spelled_words(const Tables& tables, TokenizedText& text) {
  std::vector<Token>& tokens = text.tokens;
  Speller speller(tables);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    const Run run = is_single_letter(tokens[i]) ? run_at(text, i) : Run{i, i};
    const std::u16string_view letters(tokens[i].folded.data(), run.letters);
    if (run.first < run.last && may_spell(tables, run, letters) && speller.spells_words(letters)) {
      for (std::size_t word = 0; word < speller.word_count(); ++word) {
        if (word > 0) tokens[kept++] = tokens[i - 1];  // the separator between two words
        tokens[kept++] = joined(tokens, i, speller.word_size(word));
        i += 2 * speller.word_size(word);
      }
      i = run.last + 1;
      continue;
    }
    for (; i <= run.last; ++i) tokens[kept++] = tokens[i];
  }
  tokens.resize(kept);
}

}  // namespace attune

#include "text/saying.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/language_keys.h"
#include "text/order.h"
#include "text/parts.h"
#include "text/similarity.h"

namespace attune {
namespace {

constexpr std::size_t kStem = 5;          // as in similarity.cpp
constexpr std::size_t kShortestStem = 3;  // an ending is cut off only behind this many letters

// Which list a phrase of stance() stands in.
enum List : std::uint32_t { kInsists, kInsistsAtStart, kMovesOn, kMovesOnAtStart, kAdds };

// "ok and the other one?": at most one word before an opening.
constexpr std::uint32_t kMostBeforeOpening = 1;

std::uint32_t pair_key(std::uint32_t first, std::uint32_t second) {
  return (first * 16777619U) ^ second;
}

bool has_digit(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
}

std::u16string widen(std::string_view ascii) { return {ascii.begin(), ascii.end()}; }

// The word without its apostrophes.
struct Bare {
  explicit Bare(std::u16string_view word) {
    for (const char16_t c : word) {
      if (c != u'\'' && size < letters.size()) letters[size++] = c;
    }
  }
  std::u16string_view view() const { return {letters.data(), size}; }

  std::array<char16_t, 24> letters{};
  std::size_t size = 0;
};

void add_grams(std::u16string_view word, Saying& saying) {
  constexpr char16_t kEdge = u'_';
  const auto at = [&](std::size_t i) { return i == 0 || i > word.size() ? kEdge : word[i - 1]; };
  for (std::size_t i = 0; i + 2 <= word.size() + 1; ++i) {
    const std::array<char16_t, 3> letters = {at(i), at(i + 1), at(i + 2)};
    const std::uint32_t bit = hash_of({letters.data(), letters.size()}) % Saying::kGramBits;
    saying.grams[bit / 32] |= 1U << (bit % 32);
  }
}

}  // namespace

SayingReader::SayingReader(const Tables& tables, unicode::WordSegmenter& segmenter)
    : tables_(tables) {
  for_each_part(tables.text("match.endings"), '|',
                [&](std::string_view ending) { endings_.push_back(widen(ending)); });
  for_each_part(tables.text("match.question_words"), '|',
                [&](std::string_view word) { question_words_.push_back(hash_of(widen(word))); });
  read_concepts();
  phrases_.add_list(segmenter, tables.text("match.insists"), kInsists);
  phrases_.add_list(segmenter, tables.text("match.insists.start"), kInsistsAtStart);
  phrases_.add_list(segmenter, tables.text("match.moves_on"), kMovesOn);
  phrases_.add_list(segmenter, tables.text("match.moves_on.start"), kMovesOnAtStart);
  phrases_.add_list(segmenter, tables.text("match.adds"), kAdds);
  phrases_.sort();
}

void SayingReader::read_concepts() {
  std::uint32_t row = 0;
  for_each_part(tables_.text("concepts"), '|', [&](std::string_view words) {
    // The first row holds what belongs to any request.
    const Saying::Kind kind = row == 0 ? Saying::kPlain : Saying::kTopical;
    ++row;
    for_each_part(words, ' ', [&](std::string_view word) {
      std::uint32_t key = 0;
      for_each_part(word, '_', [&](std::string_view part) {
        const std::u16string wide = widen(part);
        const std::uint32_t stem_key = hash_of(stem(Bare(wide).view()));
        key = key == 0 ? stem_key : pair_key(key, stem_key);
      });
      concepts_.push_back(
          {key, Saying::as(kind, kind == Saying::kPlain ? key : row * 2654435761U)});
    });
  });
  sort_stably(concepts_, [](const Concept& a, const Concept& b) { return a.key < b.key; });
}

std::uint32_t SayingReader::concept_of(std::uint32_t key) const {
  const auto at =
      std::lower_bound(concepts_.begin(), concepts_.end(), key,
                       [](const Concept& each, std::uint32_t value) { return each.key < value; });
  return at != concepts_.end() && at->key == key ? at->word : 0;
}

std::u16string_view SayingReader::stem(std::u16string_view word) const {
  for (const std::u16string& ending : endings_) {
    if (word.size() >= ending.size() + kShortestStem &&
        word.substr(word.size() - ending.size()) == ending) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  // "stopped" is "stop", "charging" is "charge".
  if (word.size() > kShortestStem &&
      (word[word.size() - 1] == word[word.size() - 2] || word.back() == u'e')) {
    word.remove_suffix(1);
  }
  return word.substr(0, kStem);
}

Saying SayingReader::read(const TokenizedText& text) const {
  Saying saying;
  saying.words.reserve(Saying::kMaxWords);
  std::uint32_t before = 0;  // stem of the word before; 0: none
  bool before_counted = false;
  std::uint32_t seen = 0;
  for (const Token& token : text.tokens) {
    if (token.ends_sentence) before = 0;
    if (token.opaque || (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber))
      continue;
    if (saying.words.size() == Saying::kMaxWords) break;
    if (seen++ < 2) saying.opening = pair_key(saying.opening, hash_of(token.folded));
    if (token.kind == TokenKind::kNumber || has_digit(token.folded)) {
      saying.words.push_back(Saying::as(Saying::kNumber, hash_of(token.folded)));
      before = 0;
      continue;
    }
    const Bare bare(token.folded);
    const std::uint32_t key = hash_of(stem(bare.view()));
    const std::uint32_t pair = before == 0 ? 0 : concept_of(pair_key(before, key));
    const std::uint32_t word = read_word(token);
    const bool counted = pair != 0 || word != 0;
    if (pair != 0) {
      if (before_counted) saying.words.pop_back();
      saying.words.push_back(pair);
      before = 0;
    } else {
      if (word != 0) saying.words.push_back(word);
      before = key;
    }
    before_counted = counted;
    if (word != 0 && Saying::kind_of(word) == Saying::kTopical) add_grams(bare.view(), saying);
  }
  std::sort(saying.words.begin(), saying.words.end());
  saying.words.erase(std::unique(saying.words.begin(), saying.words.end()), saying.words.end());
  return saying;
}

// Whether the word is one of the most common ones of a language other than English.
bool SayingReader::is_common_elsewhere(std::u16string_view word) const {
  const Span<std::uint8_t> hints = tables_.word_hints(language_keys::word_hash(word));
  return std::any_of(hints.begin(), hints.end(), [](std::uint8_t hint) {
    return language_keys::weight_of(hint) == language_keys::kMaxWeight &&
           language_keys::language_of(hint) != table::kEnglish;
  });
}

// 0 when the word says nothing by itself.
std::uint32_t SayingReader::read_word(const Token& token) const {
  const std::u16string_view word = token.folded.substr(0, token.folded.find(u'\'', 1));
  const std::uint32_t hash = hash_of(word);
  if (std::find(question_words_.begin(), question_words_.end(), hash) != question_words_.end()) {
    return Saying::as(Saying::kQuestion, hash);
  }
  const std::uint32_t id = tables_.word_id(token.folded);
  if (id != kNoWord) {
    const table::Number* number = tables_.number_of(id, table::kEnglish);
    if (number != nullptr && number->kind == table::NumberKind::kCardinal && number->value >= 2.0 &&
        number->value <= 20.0) {
      return Saying::as(Saying::kNumber,
                        hash_of(widen(std::to_string(static_cast<int>(number->value)))));
    }
    if (tables_.has_flag(id, table::kFunctionWord)) return 0;
  }
  const std::uint32_t key = hash_of(stem(Bare(word).view()));
  if (const std::uint32_t known = concept_of(key)) return known;
  return Saying::as(is_common_elsewhere(word) ? Saying::kPlain : Saying::kTopical, key);
}

Stance SayingReader::stance(const WordLine& line) const {
  Stance stance;
  for (const PhraseIndex::Match& match : phrases_.find(line)) {
    const bool opens = match.first <= kMostBeforeOpening;
    stance.insists |= match.id == kInsists || (match.id == kInsistsAtStart && opens);
    stance.moves_on |= match.id == kMovesOn || (match.id == kMovesOnAtStart && opens);
    stance.adds |= match.id == kAdds && opens;
  }
  return stance;
}

}  // namespace attune

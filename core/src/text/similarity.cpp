#include "text/similarity.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace attune {
namespace {

// Five letters keep most stems apart ("contact", "contract") and most forms of a word together
// ("arrive", "arrived", "arriving"), in many languages, without a stemmer for each.
constexpr std::size_t kStem = 5;

// The word without an apostrophe and what follows it: "where's" -> "where".
std::u16string_view without_clitic(std::u16string_view word) {
  const std::size_t apostrophe = word.find(u'\'');
  return apostrophe == 0 ? word : word.substr(0, apostrophe);
}

constexpr std::uint32_t kFnvStart = 2166136261U;
constexpr std::uint32_t fnv(std::uint32_t hash, std::uint32_t unit) {
  return (hash ^ unit) * 16777619U;
}

}  // namespace

std::uint32_t hash_of(std::u16string_view text) {
  std::uint32_t hash = kFnvStart;
  for (const char16_t unit : text) hash = fnv(hash, unit);
  return hash;
}

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = kFnvStart;
  for (const char unit : text) hash = fnv(hash, static_cast<unsigned char>(unit));
  return hash;
}

void WordSet::add(std::uint32_t hash) {
  const auto at = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  if (full() || (at != hashes_.end() && *at == hash)) return;
  hashes_.insert(at, hash);
}

bool WordSet::contains(std::uint32_t hash) const {
  return std::binary_search(hashes_.begin(), hashes_.end(), hash);
}

ContentReader::ContentReader(const Tables& tables) : tables_(tables) {
  std::u16string word;
  for (const char c : tables.text("match.question_words")) {
    if (c != '|') {
      word += static_cast<char16_t>(static_cast<unsigned char>(c));
      continue;
    }
    question_words_.add(hash_of(word));
    word.clear();
  }
  question_words_.add(hash_of(word));
}

WordSet ContentReader::read(const TokenizedText& text) const {
  WordSet words;
  for (const Token& token : text.tokens) {
    if (words.full()) break;
    if (token.opaque) continue;
    if (token.kind == TokenKind::kNumber) {
      words.add(hash_of(token.folded));  // whole: two numbers are never forms of one
    } else if (token.kind == TokenKind::kWord && is_content(token.folded)) {
      words.add(hash_of(without_clitic(token.folded).substr(0, kStem)));
    }
  }
  return words;
}

bool ContentReader::is_content(std::u16string_view word) const {
  if (question_words_.contains(hash_of(without_clitic(word)))) return true;
  const std::uint32_t id = tables_.word_id(word);
  return id == kNoWord || !tables_.has_flag(id, table::kFunctionWord);
}

std::size_t WordSet::count_shared(const WordSet& other) const {
  std::size_t shared = 0;
  auto left = hashes_.begin();
  auto right = other.hashes_.begin();
  while (left != hashes_.end() && right != other.hashes_.end()) {
    if (*left == *right) ++shared;
    const bool advance_left = *left <= *right;
    const bool advance_right = *right <= *left;
    if (advance_left) ++left;
    if (advance_right) ++right;
  }
  return shared;
}

double similarity(const WordSet& a, const WordSet& b) {
  const std::size_t shared = a.count_shared(b);
  if (shared == 0) return 0.0;
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

}  // namespace attune

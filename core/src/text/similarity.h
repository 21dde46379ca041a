// What a text is about, reduced to a small set of hashes, to tell how much two have in common.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// FNV-1a over the code units. ASCII has the same hash in either form.
std::uint32_t hash_of(std::u16string_view text);
std::uint32_t hash_of(std::string_view text);

// Sorted hashes of a text's content words. Holds at most kMaxWords, so that a history of sets
// has a fixed size.
class WordSet {
 public:
  static constexpr std::size_t kMaxWords = 64;

  void add(std::uint32_t hash);
  bool full() const { return hashes_.size() == kMaxWords; }
  bool empty() const { return hashes_.empty(); }
  std::size_t size() const { return hashes_.size(); }
  bool contains(std::uint32_t hash) const;
  std::size_t count_shared(const WordSet& other) const;

 private:
  std::vector<std::uint32_t> hashes_;
};

// Reads the content words of texts: words cut to their first letters, so that "refund" and
// "refunded" are the same, without the language's function words ("the", "my"). Question words
// count: "where is my order" is not "how is my order".
class ContentReader {
 public:
  // `tables` must outlive the reader.
  explicit ContentReader(const Tables& tables);

  // The first WordSet::kMaxWords different content words. Linear time.
  WordSet read(const TokenizedText& text) const;

 private:
  bool is_content(std::u16string_view word) const;

  const Tables& tables_;
  WordSet question_words_;
};

// How much of their content two texts share: 0 .. 1, the Jaccard index. 0 when one has none.
double similarity(const WordSet& a, const WordSet& b);

}  // namespace attune

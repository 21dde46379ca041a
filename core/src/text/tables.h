// Read-only view of the compiled tables: words, patterns, numbers, weights and texts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>

#include "attune/result.h"
#include "model/weights.h"
#include "text/span.h"
#include "text/table_format.h"
#include "text/unpack.h"

namespace attune {

inline constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

class Tables {
 public:
  // Opens a block of bytes, which must outlive the Tables and be aligned to 8 bytes.
  // Errors: kInvalidData when it is cut short, damaged, or of another version.
  static Result<Tables> open(std::string_view block);

  // The block that was compiled into this program.
  static std::string_view built_in();

  // Id of a folded word or emoji, or kNoWord.
  std::uint32_t word_id(std::u16string_view folded) const;
  // The words that begin with the same characters: ids [first, last). Narrowed character by
  // character, this finds all words that a text starts with in one walk.
  struct WordRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool empty() const { return first == last; }
  };
  WordRange all_words() const { return {0, word_starts_.size - 1}; }
  // Those words of `range`, which share their first `at` characters, that go on with `next`.
  WordRange narrow(WordRange range, std::size_t at, char16_t next) const;
  // Id of the word of `range` that is exactly `size` characters long, or kNoWord.
  std::uint32_t whole_word(WordRange range, std::size_t size) const {
    return !range.empty() && word(range.first).size() == size ? range.first : kNoWord;
  }

  bool has_flag(std::uint32_t word_id, table::WordFlag flag) const {
    return (word_flags_[word_id] & flag) != 0;
  }

  // Sorted ids of the classes that the word belongs to.
  Span<std::uint16_t> classes_of(std::uint32_t word_id) const {
    const std::uint32_t start = word_class_starts_[word_id];
    return {word_classes_.data + start, word_class_starts_[word_id + 1] - start};
  }
  bool is_in_class(std::uint32_t word_id, std::uint32_t class_id) const {
    const Span<std::uint16_t> classes = classes_of(word_id);
    return std::binary_search(classes.begin(), classes.end(), class_id);
  }

  // The number that the word stands for in this language, or nullptr. Where the language is not
  // known (kAnyLanguage) the first one counts, English before the others.
  const table::Number* number_of(std::uint32_t word_id, std::uint8_t language) const;

  // The graph of patterns. Nodes are numbers; kNoNode is none.
  static constexpr std::uint16_t kRoot = 0;
  static constexpr std::uint16_t kNoNode = 0xFFFF;
  // What stands for the word on an edge.
  table::Symbol symbol_of(std::uint32_t word_id) const {
    return static_cast<table::Symbol>(table::kSymbolWord + word_ranks_[word_id]);
  }
  // Node behind the edge with this symbol, or kNoNode.
  std::uint16_t follow(std::uint16_t node, table::Symbol symbol) const;
  // Symbols of the node's edges, sorted; the edge at index i leads to target(node, i).
  Span<table::Symbol> symbols_of(std::uint16_t node) const {
    const std::uint32_t start = node_edge_starts_[node];
    return {edge_symbols_.data + start, node_edge_starts_[node + 1U] - start};
  }
  std::uint16_t target(std::uint16_t node, std::uint32_t i) const {
    return edge_targets_[node_edge_starts_[node] + i];
  }
  // The classes with an edge at the root have the ids 0 .. root_class_count() - 1.
  std::uint16_t root_class_count() const { return root_class_count_; }
  std::uint16_t root_class_target(std::uint16_t class_id) const {
    return edge_targets_[node_edge_starts_[kRoot + 1U] - root_class_count_ + class_id];
  }
  // Ids of the entries whose pattern ends at this node.
  Span<std::uint16_t> entries_at(std::uint16_t node) const {
    const std::uint32_t start = node_entry_starts_[node];
    return {node_entries_.data + start, node_entry_starts_[node + 1U] - start};
  }
  const table::Entry& entry(std::uint16_t id) const {
    return id < entries_.size ? entries_[id] : own_entries_[id - entries_.size];
  }
  // Id of the first entry behind the built-in ones.
  std::uint16_t first_own_entry() const { return static_cast<std::uint16_t>(entries_.size); }
  // The same tables with entries of a company's own behind the built-in ones. `own` must outlive
  // the result; at most kMostOwnEntries.
  static constexpr std::size_t kMostOwnEntries = 2000;
  Tables with_own(Span<table::Entry> own) const {
    Tables tables = *this;
    tables.own_entries_ = own;
    return tables;
  }

  double weight(Weight which) const { return weights_[static_cast<std::uint32_t>(which)]; }

  // The languages that can be told apart, by id.
  Span<table::Language> languages() const { return languages_; }
  // What three letters (language_keys::gram) or a hash of a word or letter tell about the language.
  Span<std::uint8_t> gram_hints(std::size_t gram) const;
  Span<std::uint8_t> word_hints(std::uint32_t hash) const;

  // The text with this key of core/data/en/texts.tsv, "" when there is none.
  std::string_view text(std::string_view key) const;

 private:
  // The hints from `start` up to the 0 that ends their set.
  Span<std::uint8_t> hint_set(std::uint16_t start) const {
    std::uint32_t size = 0;
    while (hints_[start + size] != 0) ++size;
    return {hints_.data + start, size};
  }
  std::u16string_view word(std::uint32_t id) const {
    return {word_chars_.data + word_starts_[id], word_starts_[id + 1] - word_starts_[id]};
  }

  struct Columns;  // what was unpacked from the block
  std::shared_ptr<const Columns> columns_;

  Span<std::uint32_t> word_starts_;
  Span<char16_t> word_chars_;
  Span<std::uint16_t> word_ranks_;
  Span<std::uint16_t> word_class_starts_;
  Span<std::uint16_t> word_classes_;
  Span<std::uint8_t> word_flags_;
  Span<std::uint16_t> word_numbers_;
  Span<std::uint16_t> node_edge_starts_;
  Span<table::Symbol> edge_symbols_;
  Span<std::uint16_t> edge_targets_;
  Span<std::uint16_t> node_entry_starts_;
  Span<std::uint16_t> node_entries_;
  Span<table::Entry> entries_;
  Span<table::Entry> own_entries_;
  Span<table::Number> numbers_;
  Span<double> weights_;
  std::uint16_t root_class_count_ = 0;
  Span<TextEntry> texts_;
  Span<table::Language> languages_;
  Span<std::uint8_t> hints_;
  Span<std::uint16_t> gram_hints_;
  Span<std::uint16_t> word_hint_starts_;
  Span<std::uint8_t> word_checks_;
  Span<std::uint16_t> word_hints_;
};

}  // namespace attune

#include "text/tables.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/language_keys.h"

namespace attune {

static_assert(std::endian::native == std::endian::little,
              "the compiled tables are little-endian: add a byte swap to Tables::open");

namespace {

Error damaged(std::string what) {
  return Error{ErrorCode::kInvalidData, "the compiled tables are not usable: " + std::move(what),
               "", "the block that attune-tables of this release wrote"};
}

template <typename T>
bool view(std::string_view block, const table::Header& header, table::SectionId id, Span<T>& out) {
  const table::Section& section = header.sections[id];
  if (section.offset % table::kAlignment != 0 || section.offset > block.size() ||
      section.count > (block.size() - section.offset) / sizeof(T)) {
    return false;
  }
  out.data = reinterpret_cast<const T*>(block.data() + section.offset);
  out.size = section.count;
  return true;
}

template <typename T>
Span<T> span_of(const std::vector<T>& elements) {
  return {elements.data(), static_cast<std::uint32_t>(elements.size())};
}

}  // namespace

struct Tables::Columns {
  // Unpacks the words, graph, texts and hints. False when a column does not fit the others.
  bool unpack(std::string_view block, const table::Header& header) {
    const auto bytes = [&](table::SectionId id) {
      Span<std::uint8_t> column;
      whole = view(block, header, id, column) && whole;
      return column;
    };
    const Span<std::uint8_t> packed_words = bytes(table::kWords);
    const Span<std::uint8_t> class_counts = bytes(table::kWordClassCounts);
    const Span<std::uint8_t> first_classes = bytes(table::kFirstClasses);
    const Span<std::uint8_t> class_steps = bytes(table::kClassSteps);
    const PackedGraph packed_graph = {
        .edges = bytes(table::kEdges),
        .first_symbols = bytes(table::kFirstSymbols),
        .symbol_steps = bytes(table::kSymbolSteps),
        .leaf_targets = bytes(table::kLeafTargets),
        .node_targets = bytes(table::kNodeTargets),
        .entry_counts = bytes(table::kEntryCounts),
        .entries = bytes(table::kNodeEntries),
    };
    const Span<std::uint8_t> hints = bytes(table::kHints);
    const Span<std::uint8_t> packed_grams = bytes(table::kGramHints);
    const Span<std::uint8_t> hint_counts = bytes(table::kWordHintCounts);
    const Span<std::uint8_t> checks = bytes(table::kWordChecks);
    const Span<std::uint8_t> packed_hints = bytes(table::kWordHints);
    const Span<std::uint8_t> packed_texts = bytes(table::kTexts);
    Span<table::Entry> entries;
    if (!whole || !view(block, header, table::kEntries, entries)) return false;
    rank_by_count(class_counts, word_ranks);
    texts = unpack_texts({reinterpret_cast<const char*>(packed_texts.data), packed_texts.size});
    std::vector<std::uint16_t> sets;
    return unpack_words(packed_words, words) &&
           words.starts.size() == class_counts.size + std::size_t{1} &&
           unpack_classes(class_counts, first_classes, class_steps, word_classes) &&
           unpack_graph(packed_graph, entries.size, graph) &&
           unpack_hints(hints, packed_grams, language_keys::kGrams, sets, gram_hints) &&
           hint_counts.size == language_keys::kBuckets &&
           unpack_starts(hint_counts, word_hint_starts) == checks.size &&
           unpack_hints(hints, packed_hints, checks.size, sets, word_hints);
  }

  bool whole = true;
  Lists<std::uint32_t, char16_t> words;
  std::vector<std::uint16_t> word_ranks;
  Lists<std::uint16_t, std::uint16_t> word_classes;
  Graph graph;
  std::vector<TextEntry> texts;
  std::vector<std::uint16_t> gram_hints;
  std::vector<std::uint16_t> word_hint_starts;
  std::vector<std::uint16_t> word_hints;
};

Result<Tables> Tables::open(std::string_view block) {
  table::Header header;
  if (block.size() < sizeof(header)) return damaged("cut short");
  if (reinterpret_cast<std::uintptr_t>(block.data()) % table::kAlignment != 0) {
    return damaged("not aligned");
  }
  std::memcpy(&header, block.data(), sizeof(header));
  if (header.magic != table::kMagic) return damaged("not a table block");
  if (header.version != table::kVersion) {
    return damaged("version " + std::to_string(header.version) + ", this release reads " +
                   std::to_string(table::kVersion));
  }
  if (header.size != block.size()) return damaged("cut short");
  const auto* bytes = reinterpret_cast<const unsigned char*>(block.data());
  if (table::checksum(bytes + sizeof(header), block.size() - sizeof(header)) != header.checksum) {
    return damaged("wrong checksum");
  }

  Tables tables;
  const auto columns = std::make_shared<Columns>();
  if (!columns->unpack(block, header)) return damaged("a column does not fit the others");
  tables.columns_ = columns;
  tables.word_starts_ = span_of(columns->words.starts);
  tables.word_chars_ = span_of(columns->words.flat);
  tables.word_ranks_ = span_of(columns->word_ranks);
  tables.word_class_starts_ = span_of(columns->word_classes.starts);
  tables.word_classes_ = span_of(columns->word_classes.flat);
  tables.node_edge_starts_ = span_of(columns->graph.symbols.starts);
  tables.edge_symbols_ = span_of(columns->graph.symbols.flat);
  tables.edge_targets_ = span_of(columns->graph.targets);
  tables.node_entry_starts_ = span_of(columns->graph.entries.starts);
  tables.node_entries_ = span_of(columns->graph.entries.flat);
  tables.texts_ = span_of(columns->texts);
  tables.gram_hints_ = span_of(columns->gram_hints);
  tables.word_hint_starts_ = span_of(columns->word_hint_starts);
  tables.word_hints_ = span_of(columns->word_hints);
  const bool whole = view(block, header, table::kWordFlags, tables.word_flags_) &&
                     view(block, header, table::kWordNumbers, tables.word_numbers_) &&
                     view(block, header, table::kEntries, tables.entries_) &&
                     view(block, header, table::kNumbers, tables.numbers_) &&
                     view(block, header, table::kWeights, tables.weights_) &&
                     view(block, header, table::kLanguages, tables.languages_) &&
                     view(block, header, table::kHints, tables.hints_) &&
                     view(block, header, table::kWordChecks, tables.word_checks_);
  if (!whole) return damaged("a section lies outside the block");
  if (tables.weights_.size != kWeightCount) return damaged("the weights are of another release");
  const Span<table::Symbol> root = tables.symbols_of(kRoot);
  const auto* classes = std::lower_bound(root.begin(), root.end(), table::kSymbolClass);
  tables.root_class_count_ = static_cast<std::uint16_t>(root.end() - classes);
  return tables;
}

std::uint32_t Tables::word_id(std::u16string_view folded) const {
  if (folded.empty()) return kNoWord;
  std::uint32_t low = 0;
  std::uint32_t high = word_starts_.size - 1;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const int order = word(middle).compare(folded);
    if (order == 0) return middle;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return kNoWord;
}

Tables::WordRange Tables::narrow(WordRange range, std::size_t at, char16_t next) const {
  // Words that end at `at` sort before all longer ones.
  const auto bound = [&](std::uint32_t low, std::uint32_t high, bool after) {
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      const std::u16string_view candidate = word(middle);
      const bool before =
          candidate.size() <= at || candidate[at] < next || (after && candidate[at] == next);
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  const std::uint32_t first = bound(range.first, range.last, false);
  if (first == range.last || word(first)[at] != next) return {first, first};
  return {first, bound(first, range.last, true)};
}

const table::Number* Tables::number_of(std::uint32_t word_id, std::uint8_t language) const {
  const std::uint16_t first = word_numbers_[word_id];
  if (first == 0) return nullptr;
  const table::Number* number = &numbers_[first - 1U];
  if (language == table::kAnyLanguage) return number;
  while (number->language != language) {
    if (number->more == 0) return nullptr;
    ++number;
  }
  return number;
}

Span<std::uint8_t> Tables::gram_hints(std::size_t gram) const {
  return hint_set(gram_hints_[static_cast<std::uint32_t>(gram)]);
}

Span<std::uint8_t> Tables::word_hints(std::uint32_t hash) const {
  const auto bucket = static_cast<std::uint32_t>(language_keys::bucket_of(hash));
  const std::uint32_t end = word_hint_starts_[bucket + 1];
  for (std::uint32_t i = word_hint_starts_[bucket]; i < end; ++i) {
    if (word_checks_[i] == language_keys::check_of(hash)) return hint_set(word_hints_[i]);
  }
  return {};
}

std::uint16_t Tables::follow(std::uint16_t node, table::Symbol symbol) const {
  const Span<table::Symbol> symbols = symbols_of(node);
  const auto* found = std::lower_bound(symbols.begin(), symbols.end(), symbol);
  if (found == symbols.end() || *found != symbol) return kNoNode;
  return target(node, static_cast<std::uint32_t>(found - symbols.begin()));
}

std::string_view Tables::text(std::string_view key) const {
  const auto* found =
      std::lower_bound(texts_.begin(), texts_.end(), key,
                       [](const TextEntry& text, std::string_view k) { return text.key < k; });
  return found == texts_.end() || found->key != key ? "" : found->text;
}

}  // namespace attune

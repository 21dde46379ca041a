// The second half of Builder: from what was collected to the block.
#include <algorithm>
#include <numeric>

#include "block.h"
#include "builder.h"
#include "text/unpack.h"

namespace attune::compile {

// What does not fit the 16-bit numbers of the format; "" when all does.
std::string Builder::exceeded_limit(const std::vector<NodeData>& nodes) const {
  std::size_t edges = 0;
  std::size_t entries = 0;
  for (const NodeData& node : nodes) {
    edges += node.edges.size();
    entries += node.entries.size();
  }
  std::size_t classes = 0;
  for (const WordData& word : words_) {
    classes += word.classes.size();
    if (word.classes.size() > 0xFF) return "a word is in more than 255 classes";
  }
  const auto longest = std::max_element(
      word_ids_.begin(), word_ids_.end(),
      [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
  if (longest != word_ids_.end() && longest->first.size() > 0xFF) {
    return "a word is longer than 255 characters";
  }
  const std::size_t most = std::max({nodes.size(), edges, entries, classes, entries_.size()});
  if (words_.size() <= table::kMaxWords && class_ids_.size() <= table::kMaxClasses &&
      most < 0xFFFF) {
    return "";
  }
  return "more words, classes, nodes, edges or entries than 16-bit numbers can count: " + summary();
}

// The final ids of the classes. Those with an edge at the root come first, so that the reader finds
// their edges by counting. Otherwise classes stand next to each other that share their commonest
// words: that takes a tenth off the compressed column.
std::vector<std::uint16_t> Builder::final_classes() const {
  std::vector<std::vector<std::uint32_t>> words(
      class_ids_.size());  // of each class, commonest first
  for (const auto& [members, id] : class_ids_) {
    words[id] = members;
    std::sort(words[id].begin(), words[id].end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::size_t in_a = words_[a].classes.size();
      const std::size_t in_b = words_[b].classes.size();
      return in_a != in_b ? in_a > in_b : a < b;
    });
  }
  const auto is_at_root = [&](std::uint16_t id) {
    return nodes_[0].edges.count(table::kSymbolClass + id) != 0;
  };
  std::vector<std::uint16_t> order(class_ids_.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint16_t a, std::uint16_t b) {
    if (is_at_root(a) != is_at_root(b)) return is_at_root(a);
    return words[a] != words[b] ? words[a] < words[b] : a < b;
  });
  std::vector<std::uint16_t> ids(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) ids[order[i]] = static_cast<std::uint16_t>(i);
  return ids;
}

// The symbols of edges in the block.
struct Builder::SymbolNumbers {
  std::vector<std::uint16_t> classes;
  std::vector<std::uint16_t> words;

  table::Symbol of(std::uint32_t symbol) const {
    if (symbol >= table::kSymbolClass) {
      symbol = table::kSymbolClass + classes[symbol - table::kSymbolClass];
    } else if (symbol >= table::kSymbolWord) {
      symbol = table::kSymbolWord + words[symbol - table::kSymbolWord];
    }
    return static_cast<table::Symbol>(symbol);
  }
};

// Words are sorted: the order of word_ids_. Returns the number of each on the edges of the graph.
std::vector<std::uint16_t> Builder::pack_words(const std::vector<std::uint16_t>& final_class,
                                               BlockWriter& block) const {
  Words words;
  Lists<std::uint8_t, std::uint16_t> classes;
  std::vector<std::uint8_t> flags;
  std::vector<std::uint16_t> first_number;
  std::vector<table::Number> numbers;
  for (const auto& [word, id] : word_ids_) {
    std::vector<std::uint16_t> own;
    for (const std::uint16_t each : words_[id].classes) own.push_back(final_class[each]);
    std::sort(own.begin(), own.end());
    words.add(word);
    classes.add_ascending(own);
    const bool common = (words_[id].flags & table::kFunctionWord) != 0;
    const bool only = common && hints_.is_only(word, table::kEnglish);
    flags.push_back(static_cast<std::uint8_t>(words_[id].flags | (only ? table::kEnglishOnly : 0)));
    const std::vector<table::Number>& own_numbers = words_[id].numbers;
    first_number.push_back(own_numbers.empty() ? std::uint16_t{0}
                                               : static_cast<std::uint16_t>(numbers.size() + 1));
    numbers.insert(numbers.end(), own_numbers.begin(), own_numbers.end());
  }
  block.section(table::kWordShared, words.shared);
  block.section(table::kWordEndings, words.endings.counts);
  block.section(table::kWordChars, words.endings.flat);
  block.section(table::kWordClassCounts, classes.counts);
  block.section(table::kWordClasses, classes.flat);
  block.section(table::kWordFlags, flags);
  block.section(table::kWordNumbers, first_number);
  block.section(table::kNumbers, numbers);

  std::vector<std::uint16_t> ranks;
  rank_by_count({classes.counts.data(), static_cast<std::uint32_t>(classes.counts.size())}, ranks);
  std::vector<std::uint16_t> rank_of(words_.size());
  std::size_t position = 0;
  for (const auto& [word, id] : word_ids_) rank_of[id] = ranks[position++];
  return rank_of;
}

// Nodes and entries are numbered anew, in the order in which they are first met.
void Builder::pack_graph(const std::vector<NodeData>& nodes, const SymbolNumbers& numbers,
                         BlockWriter& block) const {
  Lists<std::uint16_t, table::Symbol> symbols;
  std::vector<std::uint16_t> targets;
  std::vector<std::uint32_t> order = {0};
  std::vector<std::uint16_t> node_number(nodes.size(), 0);
  Lists<std::uint8_t, std::uint16_t> node_entries;
  std::vector<table::Entry> entries;
  std::vector<std::uint16_t> entry_number(entries_.size(), 0);  // + 1
  for (std::size_t i = 0; i < order.size(); ++i) {
    const NodeData& node = nodes[order[i]];
    std::map<table::Symbol, std::uint32_t> edges;
    for (const auto& [symbol, target] : node.edges) edges[numbers.of(symbol)] = target;
    std::vector<table::Symbol> own;
    for (const auto& [symbol, target] : edges) {
      own.push_back(symbol);
      targets.push_back(node_number[target]);
      if (node_number[target] != 0) continue;
      node_number[target] = static_cast<std::uint16_t>(order.size());
      order.push_back(target);
    }
    symbols.add_ascending(own);
    std::vector<std::uint16_t> packed;
    for (const std::uint16_t entry : node.entries) {
      packed.push_back(entry_number[entry]);
      if (entry_number[entry] != 0) continue;
      entries.push_back(entries_[entry]);
      entry_number[entry] = static_cast<std::uint16_t>(entries.size());
    }
    node_entries.add(packed);
  }
  block.section(table::kNodeEdgeCounts, symbols.counts);
  block.section(table::kEdgeSymbols, symbols.flat);
  block.section(table::kEdgeTargets, targets);
  block.section(table::kNodeEntryCounts, node_entries.counts);
  block.section(table::kNodeEntries, node_entries.flat);
  block.section(table::kEntries, entries);
}

void Builder::pack_texts(BlockWriter& block) const {
  std::vector<table::Text> texts;
  std::vector<char> chars;
  for (const auto& [key, text] : texts_) {
    table::Text each{};
    each.key = static_cast<std::uint32_t>(chars.size());
    each.key_length = static_cast<std::uint16_t>(key.size());
    chars.insert(chars.end(), key.begin(), key.end());
    each.text = static_cast<std::uint32_t>(chars.size());
    each.text_length = static_cast<std::uint16_t>(text.size());
    chars.insert(chars.end(), text.begin(), text.end());
    texts.push_back(each);
  }
  block.section(table::kTexts, texts);
  block.section(table::kTextChars, chars);
}

std::string Builder::build(std::string& error) const {
  const std::vector<NodeData> nodes = merged_nodes();
  error = exceeded_limit(nodes);
  if (!error.empty()) return "";

  BlockWriter block;
  SymbolNumbers numbers;
  numbers.classes = final_classes();
  numbers.words = pack_words(numbers.classes, block);
  pack_graph(nodes, numbers, block);
  pack_texts(block);
  block.section(table::kWeights, weights_);
  const LanguageHints::Sections hints = hints_.sections();
  block.section(table::kLanguages, hints_.languages());
  block.section(table::kHints, hints.hints);
  block.section(table::kGramHints, hints.gram_hints);
  block.section(table::kWordHintStarts, hints.word_hint_starts);
  block.section(table::kWordChecks, hints.word_checks);
  block.section(table::kWordHints, hints.word_hints);
  return block.finish();
}

}  // namespace attune::compile

// Collects words, patterns and texts, and writes them as one table block.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "languages.h"
#include "pattern.h"
#include "text/table_format.h"

namespace attune::compile {

class BlockWriter;

class Builder {
 public:
  // What is added from here on belongs to this language (an id of LanguageHints): classes and
  // words that keep their apostrophe are known in it only.
  void begin_language(std::uint8_t language);

  // Id of a folded word, which is added when new.
  std::uint32_t word(const std::u16string& folded);

  void set_flag(const std::u16string& folded, table::WordFlag flag);
  // False when the word is another number of this language already.
  bool set_number(const std::u16string& folded, table::NumberKind kind, double value);

  // Declares a class of words; false when the name is taken.
  bool add_class(const std::string& name, const std::vector<std::u16string>& words);
  bool has_class(const std::string& name) const { return classes_.count(name) != 0; }

  // Words of this set match without their apostrophe too ("dont") unless listed here ("well").
  void keep_apostrophe(const std::u16string& folded) { apostrophe_needed_[folded] = true; }

  // Adds one sequence of elements (its classes must exist) that stands for `entry`.
  void add(const Sequence& sequence, const table::Entry& entry);
  // Adds a single key, an emoji or an emoticon.
  void add_key(const std::u16string& key, const table::Entry& entry);

  void set_weights(std::vector<double> weights) { weights_ = std::move(weights); }
  // False when the key is taken.
  bool add_text(const std::string& key, const std::string& text);

  void set_languages(const LanguageHints& hints) { hints_ = hints; }

  // The finished block. Empty, with `error` filled, when a limit of the format is exceeded.
  std::string build(std::string& error) const;

  // A line of counts for the build log.
  std::string summary() const;

 private:
  struct WordData {
    std::vector<std::uint16_t> classes;
    std::uint8_t flags = 0;
    std::vector<table::Number> numbers;
  };
  struct NodeData {
    std::map<std::uint32_t, std::uint32_t> edges;
    std::vector<std::uint16_t> entries;

    auto operator<=>(const NodeData&) const = default;
  };

  std::uint32_t symbol_of(const Element& element);
  std::uint32_t class_of_words(const std::vector<std::u16string>& words);
  std::uint32_t class_id(const std::vector<std::uint32_t>& word_ids);
  // How a word stands in the tables: outside English without its accents, which many leave out.
  std::u16string spelling(const std::u16string& folded) const;
  std::vector<std::u16string> with_bare_forms(const std::vector<std::u16string>& words) const;
  std::uint16_t entry_id(const table::Entry& entry);
  void insert(const std::vector<std::uint32_t>& symbols, const table::Entry& entry);
  // The graph: the trie with equal subtrees merged, root first.
  std::vector<NodeData> merged_nodes() const;

  // The symbols of edges in the block: the numbers that classes and words have there.
  struct SymbolNumbers {
    std::vector<std::uint16_t> classes;
    std::vector<std::uint16_t> words;

    table::Symbol of(std::uint32_t symbol) const;
  };
  // A node's edges by symbol: the nodes that they lead to.
  using SortedEdges = std::map<table::Symbol, std::uint32_t>;
  static SortedEdges sorted_edges(const NodeData& node, const SymbolNumbers& numbers);

  // What build() is made of. In class_order.cpp:
  std::vector<std::vector<std::uint32_t>> class_members() const;
  std::vector<std::uint16_t> classes_by_words() const;
  std::vector<std::uint16_t> classes_by_likeness(const std::vector<std::uint16_t>& by_words) const;
  // In pack.cpp:
  std::string exceeded_limit(const std::vector<NodeData>& nodes) const;
  std::vector<std::uint16_t> word_ranks() const;
  void pack_words(const std::vector<std::uint16_t>& class_number, BlockWriter& block) const;
  void pack_texts(BlockWriter& block) const;
  // In pack_graph.cpp:
  std::vector<std::uint16_t> number_entries(const std::vector<NodeData>& nodes,
                                            const SymbolNumbers& numbers) const;
  void pack_graph(const std::vector<NodeData>& nodes, const SymbolNumbers& numbers,
                  const std::vector<std::uint16_t>& entry_number, BlockWriter& block) const;

  std::uint8_t language_ = table::kEnglish;
  std::map<std::u16string, std::uint32_t> word_ids_;
  std::vector<WordData> words_;
  std::map<std::string, std::uint32_t> classes_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> class_ids_;
  std::map<std::u16string, bool> apostrophe_needed_;
  std::vector<NodeData> nodes_ = std::vector<NodeData>(1);
  std::vector<table::Entry> entries_;
  std::map<std::string, std::uint16_t> entry_ids_;
  LanguageHints hints_;
  std::vector<double> weights_;
  std::map<std::string, std::string> texts_;
};

}  // namespace attune::compile

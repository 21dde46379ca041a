#include "builder.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "text/unpack.h"

namespace attune::compile {

void Builder::begin_language(std::uint8_t language) {
  language_ = language;
  classes_.clear();
  apostrophe_needed_.clear();
}

std::uint32_t Builder::word(const std::u16string& folded) {
  const auto [found, added] = word_ids_.emplace(folded, static_cast<std::uint32_t>(words_.size()));
  if (added) {
    words_.emplace_back();
  }
  if (language_ == table::kEnglish) words_[found->second].flags |= table::kEnglishWord;
  return found->second;
}

void Builder::set_flag(const std::u16string& folded, table::WordFlag flag) {
  WordData& data = words_[word(folded)];
  data.flags = static_cast<std::uint8_t>(data.flags | flag);
}

bool Builder::set_number(const std::u16string& folded, table::NumberKind kind, double value) {
  std::vector<table::Number>& numbers = words_[word(spelling(folded))].numbers;
  if (!numbers.empty() && numbers.back().language == language_) return false;
  table::Number number{};
  number.value = value;
  number.kind = kind;
  number.language = language_;
  if (!numbers.empty()) numbers.back().more = 1;
  numbers.push_back(number);
  return true;
}

std::u16string Builder::spelling(const std::u16string& folded) const {
  if (language_ == table::kEnglish) return folded;
  std::u16string plain;
  language_keys::without_accents(folded, plain);
  return plain;
}

std::vector<std::u16string> Builder::with_bare_forms(
    const std::vector<std::u16string>& words) const {
  std::vector<std::u16string> all;
  for (const std::u16string& word : words) {
    all.push_back(spelling(word));
    if (word.find(u'\'') == std::u16string::npos || apostrophe_needed_.count(word) != 0) continue;
    std::u16string bare = all.back();
    bare.erase(std::remove(bare.begin(), bare.end(), u'\''), bare.end());
    all.push_back(std::move(bare));
  }
  return all;
}

std::uint32_t Builder::class_id(const std::vector<std::uint32_t>& word_ids) {
  const auto [found, added] =
      class_ids_.emplace(word_ids, static_cast<std::uint32_t>(class_ids_.size()));
  if (added) {
    for (const std::uint32_t id : word_ids) {
      words_[id].classes.push_back(static_cast<std::uint16_t>(found->second));
    }
  }
  return found->second;
}

std::uint32_t Builder::class_of_words(const std::vector<std::u16string>& words) {
  std::vector<std::uint32_t> ids;
  for (const std::u16string& each : with_bare_forms(words)) ids.push_back(word(each));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return class_id(ids);
}

bool Builder::add_class(const std::string& name, const std::vector<std::u16string>& words) {
  if (classes_.count(name) != 0) return false;
  classes_[name] = class_of_words(words);
  return true;
}

std::uint32_t Builder::symbol_of(const Element& element) {
  switch (element.kind) {
    case Element::Kind::kWords: {
      const std::vector<std::u16string> words = with_bare_forms(element.words);
      if (words.size() == 1) return table::kSymbolWord + word(words[0]);
      return table::kSymbolClass + class_of_words(element.words);
    }
    case Element::Kind::kClass:
      return table::kSymbolClass + classes_.at(element.class_name);
    case Element::Kind::kNum:
      return table::kSymbolNum;
    case Element::Kind::kNth:
      return table::kSymbolNth;
    case Element::Kind::kDur:
      return table::kSymbolDur;
    case Element::Kind::kTimes:
      return table::kSymbolTimes;
    case Element::Kind::kGap:
      return table::kSymbolGap + static_cast<std::uint32_t>(element.gap);
    case Element::Kind::kStart:
      return table::kSymbolStart;
    case Element::Kind::kEnd:
      break;
  }
  return table::kSymbolEnd;
}

std::uint16_t Builder::entry_id(const table::Entry& entry) {
  const std::string bytes(reinterpret_cast<const char*>(&entry), sizeof(entry));
  const auto [found, added] =
      entry_ids_.emplace(bytes, static_cast<std::uint16_t>(entries_.size()));
  if (added) entries_.push_back(entry);
  return found->second;
}

void Builder::insert(const std::vector<std::uint32_t>& symbols, const table::Entry& entry) {
  std::uint32_t at = 0;
  for (const std::uint32_t symbol : symbols) {
    const auto [edge, added] =
        nodes_[at].edges.emplace(symbol, static_cast<std::uint32_t>(nodes_.size()));
    at = edge->second;
    if (added) nodes_.emplace_back();
  }
  std::vector<std::uint16_t>& entries = nodes_[at].entries;
  const std::uint16_t id = entry_id(entry);
  if (std::find(entries.begin(), entries.end(), id) == entries.end()) entries.push_back(id);
}

std::vector<Builder::NodeData> Builder::merged_nodes() const {
  // A child has a higher number than its parent, so children are final when their parent's turn
  // comes. New numbers count from the leaves; the root gets the last one.
  std::map<NodeData, std::uint32_t> known;
  std::vector<std::uint32_t> renumbered(nodes_.size());
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    NodeData node = nodes_[i];
    for (auto& [symbol, target] : node.edges) target = renumbered[target];
    std::sort(node.entries.begin(), node.entries.end());
    renumbered[i] =
        known.emplace(std::move(node), static_cast<std::uint32_t>(known.size())).first->second;
  }
  std::vector<NodeData> merged(known.size());
  const auto last = static_cast<std::uint32_t>(known.size()) - 1;
  for (const auto& [node, id] : known) {
    merged[last - id] = node;
    for (auto& [symbol, target] : merged[last - id].edges) target = last - target;
  }
  return merged;
}

void Builder::add(const Sequence& sequence, const table::Entry& entry) {
  std::vector<std::uint32_t> symbols;
  for (const Element& element : sequence) symbols.push_back(symbol_of(element));
  table::Entry own = entry;
  own.language = language_;
  insert(symbols, own);
}

void Builder::add_key(const std::u16string& key, const table::Entry& entry) {
  table::Entry common = entry;
  common.language = table::kAnyLanguage;
  insert({table::kSymbolWord + word(key)}, common);
}

bool Builder::add_text(const std::string& key, const std::string& text) {
  return texts_.emplace(key, text).second;
}

std::string Builder::summary() const {
  return std::to_string(words_.size()) + " words, " + std::to_string(class_ids_.size()) +
         " classes, " + std::to_string(merged_nodes().size()) + " nodes, " +
         std::to_string(entries_.size()) + " entries, " + std::to_string(texts_.size()) + " texts";
}

namespace {

// Appends sections to a block and notes where they are.
class BlockWriter {
 public:
  BlockWriter() : bytes_(sizeof(table::Header), '\0') {}

  template <typename T>
  void section(table::SectionId id, const std::vector<T>& elements) {
    bytes_.resize((bytes_.size() + table::kAlignment - 1) / table::kAlignment * table::kAlignment);
    header_.sections[id] = {static_cast<std::uint32_t>(bytes_.size()),
                            static_cast<std::uint32_t>(elements.size())};
    bytes_.append(reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(T));
  }

  std::string finish() {
    header_.magic = table::kMagic;
    header_.version = table::kVersion;
    header_.size = static_cast<std::uint32_t>(bytes_.size());
    const auto* body = reinterpret_cast<const unsigned char*>(bytes_.data()) + sizeof(header_);
    header_.checksum = table::checksum(body, bytes_.size() - sizeof(header_));
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    return std::move(bytes_);
  }

 private:
  table::Header header_{};
  std::string bytes_;
};

// Lists of one element each, as two columns: how many a list has, and all of them in a row.
template <typename Count, typename T>
struct Lists {
  std::vector<Count> counts;
  std::vector<T> flat;

  void add(const std::vector<T>& elements) {
    counts.push_back(static_cast<Count>(elements.size()));
    flat.insert(flat.end(), elements.begin(), elements.end());
  }
  // Sorted elements, as the steps from one to the next.
  void add_ascending(std::vector<T> elements) {
    for (std::size_t i = elements.size(); i-- > 1;) {
      elements[i] = static_cast<T>(elements[i] - elements[i - 1]);
    }
    add(elements);
  }
};

// Sorted words, each without the characters that it shares with the one before.
struct Words {
  std::vector<std::uint8_t> shared;
  Lists<std::uint8_t, char16_t> endings;

  void add(const std::u16string& word) {
    std::size_t same = 0;
    while (same < word.size() && same < previous.size() && word[same] == previous[same]) ++same;
    shared.push_back(static_cast<std::uint8_t>(same));
    endings.add({word.begin() + static_cast<std::ptrdiff_t>(same), word.end()});
    previous = word;
  }

  std::u16string previous;
};

}  // namespace

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

std::string Builder::build(std::string& error) const {
  const std::vector<NodeData> nodes = merged_nodes();
  error = exceeded_limit(nodes);
  if (!error.empty()) return "";
  const std::vector<std::uint16_t> final_class = final_classes();

  // Words are sorted: the order of word_ids_.
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

  // On edges words are numbered by rank.
  std::vector<std::uint16_t> ranks;
  rank_by_count({classes.counts.data(), static_cast<std::uint32_t>(classes.counts.size())}, ranks);
  std::vector<std::uint16_t> rank_of(words_.size());
  std::size_t position = 0;
  for (const auto& [word, id] : word_ids_) rank_of[id] = ranks[position++];

  Lists<std::uint16_t, table::Symbol> symbols;
  Lists<std::uint8_t, std::uint16_t> node_entries;
  std::vector<std::uint16_t> targets;
  // Entries and nodes are numbered anew, in the order in which they are first met.
  std::vector<table::Entry> entries;
  std::vector<std::uint16_t> entry_number(entries_.size(), 0);  // + 1
  std::vector<std::uint32_t> order = {0};
  std::vector<std::uint16_t> number(nodes.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const NodeData& node = nodes[order[i]];
    std::map<table::Symbol, std::uint32_t> edges;
    for (const auto& [symbol, target] : node.edges) {
      std::uint32_t final_symbol = symbol;
      if (symbol >= table::kSymbolClass) {
        final_symbol = table::kSymbolClass + final_class[symbol - table::kSymbolClass];
      } else if (symbol >= table::kSymbolWord) {
        final_symbol = table::kSymbolWord + rank_of[symbol - table::kSymbolWord];
      }
      edges[static_cast<table::Symbol>(final_symbol)] = target;
    }
    std::vector<table::Symbol> own;
    for (const auto& [symbol, target] : edges) {
      own.push_back(symbol);
      targets.push_back(number[target]);
      if (number[target] != 0) continue;
      number[target] = static_cast<std::uint16_t>(order.size());
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

  std::vector<table::Text> texts;
  std::vector<char> text_chars;
  for (const auto& [key, text] : texts_) {
    table::Text each{};
    each.key = static_cast<std::uint32_t>(text_chars.size());
    each.key_length = static_cast<std::uint16_t>(key.size());
    text_chars.insert(text_chars.end(), key.begin(), key.end());
    each.text = static_cast<std::uint32_t>(text_chars.size());
    each.text_length = static_cast<std::uint16_t>(text.size());
    text_chars.insert(text_chars.end(), text.begin(), text.end());
    texts.push_back(each);
  }

  BlockWriter block;
  block.section(table::kWordShared, words.shared);
  block.section(table::kWordEndings, words.endings.counts);
  block.section(table::kWordChars, words.endings.flat);
  block.section(table::kWordClassCounts, classes.counts);
  block.section(table::kWordClasses, classes.flat);
  block.section(table::kWordFlags, flags);
  block.section(table::kWordNumbers, first_number);
  block.section(table::kNodeEdgeCounts, symbols.counts);
  block.section(table::kEdgeSymbols, symbols.flat);
  block.section(table::kEdgeTargets, targets);
  block.section(table::kNodeEntryCounts, node_entries.counts);
  block.section(table::kNodeEntries, node_entries.flat);
  block.section(table::kEntries, entries);
  block.section(table::kNumbers, numbers);
  block.section(table::kWeights, weights_);
  block.section(table::kTexts, texts);
  block.section(table::kTextChars, text_chars);
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

#include "builder.h"

#include <algorithm>

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

}  // namespace attune::compile

// The second half of Builder: from what was collected to the block.
#include <algorithm>

#include "block.h"
#include "builder.h"
#include "text/unicode.h"
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
  if (longest != word_ids_.end() && longest->first.size() >= table::kMostDropped) {
    return "a word is longer than 31 characters";
  }
  for (const auto& [key, text] : texts_) {
    if ((key + text).find('\0') != std::string::npos) return "the text '" + key + "' holds a NUL";
  }
  const std::size_t most = std::max({nodes.size(), edges, entries, classes, entries_.size()});
  if (words_.size() <= table::kMaxWords && class_ids_.size() <= table::kMaxClasses &&
      nodes.size() < table::kMaxNodes && most < 0xFFFF) {
    return "";
  }
  return "more words, classes, nodes, edges or entries than the format can count: " + summary();
}

// The number of each word on the edges of the graph.
std::vector<std::uint16_t> Builder::word_ranks() const {
  std::vector<std::uint8_t> counts;
  for (const auto& [word, id] : word_ids_) {
    counts.push_back(static_cast<std::uint8_t>(words_[id].classes.size()));
  }
  std::vector<std::uint16_t> ranks;
  rank_by_count({counts.data(), static_cast<std::uint32_t>(counts.size())}, ranks);
  std::vector<std::uint16_t> rank_of(words_.size());
  std::size_t position = 0;
  for (const auto& [word, id] : word_ids_) rank_of[id] = ranks[position++];
  return rank_of;
}

// Words are sorted: the order of word_ids_.
void Builder::pack_words(const std::vector<std::uint16_t>& class_number, BlockWriter& block) const {
  std::string words;
  std::vector<std::uint8_t> class_counts;
  Numbers first_classes;
  Numbers class_steps;
  std::vector<std::uint8_t> flags;
  std::vector<std::uint16_t> first_number;
  std::vector<table::Number> numbers;
  std::u16string_view previous;
  for (const auto& [word, id] : word_ids_) {
    const auto differ = std::mismatch(word.begin(), word.end(), previous.begin(), previous.end());
    auto same = static_cast<std::size_t>(differ.first - word.begin());
    if (same > 0 && (word[same - 1] & 0xFC00) == 0xD800) --same;  // pairs stay whole
    words.push_back(static_cast<char>(previous.size() - same));
    unicode::encode(std::u16string_view(word).substr(same), words);
    previous = word;

    std::vector<std::uint16_t> own;
    for (const std::uint16_t each : words_[id].classes) own.push_back(class_number[each]);
    std::sort(own.begin(), own.end());
    class_counts.push_back(static_cast<std::uint8_t>(own.size()));
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (i == 0) first_classes.add(own[0]);
      if (i > 0) class_steps.add(own[i] - own[i - 1] - 1U);
    }
    const bool common = (words_[id].flags & table::kFunctionWord) != 0;
    const bool only = common && hints_.is_only(word, table::kEnglish);
    flags.push_back(static_cast<std::uint8_t>(words_[id].flags | (only ? table::kEnglishOnly : 0)));
    const std::vector<table::Number>& own_numbers = words_[id].numbers;
    first_number.push_back(own_numbers.empty() ? std::uint16_t{0}
                                               : static_cast<std::uint16_t>(numbers.size() + 1));
    numbers.insert(numbers.end(), own_numbers.begin(), own_numbers.end());
  }
  block.section(table::kWords, std::vector<char>(words.begin(), words.end()));
  block.section(table::kWordClassCounts, class_counts);
  block.section(table::kFirstClasses, first_classes.bytes);
  block.section(table::kClassSteps, class_steps.bytes);
  block.section(table::kWordFlags, flags);
  block.section(table::kWordNumbers, first_number);
  block.section(table::kNumbers, numbers);
}

void Builder::pack_texts(BlockWriter& block) const {
  std::vector<char> chars;
  for (const auto& [key, text] : texts_) {
    chars.insert(chars.end(), key.begin(), key.end());
    chars.push_back('\0');
    chars.insert(chars.end(), text.begin(), text.end());
    chars.push_back('\0');
  }
  block.section(table::kTexts, chars);
}

std::string Builder::build(std::string& error) const {
  const std::vector<NodeData> nodes = merged_nodes();
  error = exceeded_limit(nodes);
  if (!error.empty()) return "";

  BlockWriter block;
  const std::vector<std::uint16_t> by_words = classes_by_words();
  SymbolNumbers numbers = {.classes = by_words, .words = word_ranks()};
  const std::vector<std::uint16_t> entry_number = number_entries(nodes, numbers);
  numbers.classes = classes_by_likeness(by_words);
  pack_words(numbers.classes, block);
  pack_graph(nodes, numbers, entry_number, block);
  pack_texts(block);
  block.section(table::kWeights, weights_);
  const LanguageHints::Sections hints = hints_.sections();
  block.section(table::kLanguages, hints_.languages());
  block.section(table::kHints, hints.hints);
  block.section(table::kGramHints, hints.gram_hints.bytes);
  block.section(table::kWordHintCounts, hints.word_hint_counts);
  block.section(table::kWordChecks, hints.word_checks);
  block.section(table::kWordHints, hints.word_hints.bytes);
  return block.finish();
}

}  // namespace attune::compile

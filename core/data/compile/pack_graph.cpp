// The graph of patterns in the block.
#include <algorithm>

#include "block.h"
#include "builder.h"

namespace attune::compile {
namespace {

// What a reader knows of the targets that were named so far (EdgeUnpacker of text/unpack.cpp).
class TargetWriter {
 public:
  explicit TargetWriter(std::size_t nodes) : number_(nodes, kNotMet), last_(0x10000, kNotMet) {
    number_[0] = 0;
  }

  // Returns how the target of the edge is named, and whether it is a node to go on with.
  table::EdgeTarget write(table::Symbol symbol, std::uint32_t target, bool leaf,
                          std::uint32_t before) {
    const std::uint32_t same_symbol = last_[symbol];
    last_[symbol] = target;
    if (number_[target] == kNotMet) {
      number_[target] = leaf ? 0 : met_++;
      if (leaf) leaves.push_back(target);
      if (leaf) recent_.push_back(target);
      return leaf ? table::EdgeTarget::kNewLeaf : table::EdgeTarget::kNewNode;
    }
    if (target == before) return table::EdgeTarget::kAsBefore;
    if (target == same_symbol) return table::EdgeTarget::kSameSymbol;
    if (!leaf) {
      node_targets.add(met_ - number_[target]);
      return table::EdgeTarget::kNode;
    }
    const auto found = std::find(recent_.begin(), recent_.end(), target);
    leaf_targets.add(static_cast<std::uint32_t>(recent_.end() - found) - 1);
    std::rotate(found, found + 1, recent_.end());
    return table::EdgeTarget::kLeaf;
  }

  static constexpr std::uint32_t kNotMet = 0xFFFFFFFF;
  Numbers leaf_targets;
  Numbers node_targets;
  std::vector<std::uint32_t> leaves;  // as they were met

 private:
  std::vector<std::uint32_t> number_;  // of nodes: as they were met
  std::uint32_t met_ = 1;
  std::vector<std::uint32_t> recent_;  // leaves, the one named last at the end
  std::vector<std::uint32_t> last_;    // target of the last edge with each symbol
};

}  // namespace

table::Symbol Builder::SymbolNumbers::of(std::uint32_t symbol) const {
  if (symbol >= table::kSymbolClass) {
    symbol = table::kSymbolClass + classes[symbol - table::kSymbolClass];
  } else if (symbol >= table::kSymbolWord) {
    symbol = table::kSymbolWord + words[symbol - table::kSymbolWord];
  }
  return static_cast<table::Symbol>(symbol);
}

Builder::SortedEdges Builder::sorted_edges(const NodeData& node, const SymbolNumbers& numbers) {
  SortedEdges edges;
  for (const auto& [symbol, target] : node.edges) edges[numbers.of(symbol)] = target;
  return edges;
}

// The number of each entry in the block, from 1: in the order in which a walk by levels meets them.
// Where several entries match the same words, the lowest number wins (keep_longest).
std::vector<std::uint16_t> Builder::number_entries(const std::vector<NodeData>& nodes,
                                                   const SymbolNumbers& numbers) const {
  std::vector<std::uint16_t> entry_number(entries_.size(), 0);
  std::vector<bool> met(nodes.size(), false);
  std::vector<std::uint32_t> order = {0};
  std::uint16_t known = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const NodeData& node = nodes[order[i]];
    for (const std::uint16_t entry : node.entries) {
      if (entry_number[entry] == 0) entry_number[entry] = ++known;
    }
    for (const auto& [symbol, target] : sorted_edges(node, numbers)) {
      if (!met[target]) order.push_back(target);
      met[target] = true;
    }
  }
  return entry_number;
}

void Builder::pack_graph(const std::vector<NodeData>& nodes, const SymbolNumbers& numbers,
                         const std::vector<std::uint16_t>& entry_number, BlockWriter& block) const {
  std::vector<std::uint8_t> edges;
  Numbers first_symbols;
  Numbers symbol_steps;
  TargetWriter targets(nodes.size());
  std::vector<std::uint32_t> waiting = {0};
  std::vector<std::uint32_t> order;
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.back();
    waiting.pop_back();
    order.push_back(at);
    std::uint32_t before = TargetWriter::kNotMet;
    table::Symbol previous = 0;
    for (const auto& [symbol, target] : sorted_edges(nodes[at], numbers)) {
      Numbers& column = before == TargetWriter::kNotMet ? first_symbols : symbol_steps;
      column.add(static_cast<std::uint32_t>(symbol - previous));
      const bool leaf = nodes[target].edges.empty();
      const table::EdgeTarget kind = targets.write(symbol, target, leaf, before);
      if (kind == table::EdgeTarget::kNewNode) waiting.push_back(target);
      edges.push_back(static_cast<std::uint8_t>(kind));
      previous = symbol;
      before = target;
    }
    edges.back() |= table::kLastEdge;
  }

  order.insert(order.end(), targets.leaves.begin(), targets.leaves.end());
  std::vector<std::uint8_t> entry_counts;
  Numbers node_entries;
  std::uint16_t highest = 0;
  for (const std::uint32_t node : order) {
    entry_counts.push_back(static_cast<std::uint8_t>(nodes[node].entries.size()));
    for (const std::uint16_t entry : nodes[node].entries) {
      const std::uint16_t number = entry_number[entry];
      node_entries.add(number == highest + 1 ? 0U : number);
      highest = std::max(highest, number);
    }
  }
  std::vector<table::Entry> entries(entries_.size());
  for (std::size_t i = 0; i < entries.size(); ++i) entries[entry_number[i] - 1U] = entries_[i];

  block.section(table::kEdges, edges);
  block.section(table::kFirstSymbols, first_symbols.bytes);
  block.section(table::kSymbolSteps, symbol_steps.bytes);
  block.section(table::kLeafTargets, targets.leaf_targets.bytes);
  block.section(table::kNodeTargets, targets.node_targets.bytes);
  block.section(table::kEntryCounts, entry_counts);
  block.section(table::kNodeEntries, node_entries.bytes);
  block.section(table::kEntries, entries);
}

}  // namespace attune::compile

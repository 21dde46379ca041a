#include "text/unpack.h"

#include <algorithm>
#include <array>

#include "text/table_format.h"
#include "text/unicode.h"

namespace attune {

std::size_t unpack_starts(Span<std::uint8_t> counts, std::vector<std::uint16_t>& starts) {
  starts.resize(counts.size + std::size_t{1});
  std::uint16_t* start = starts.data();
  std::size_t sum = 0;
  for (const std::uint8_t count : counts) {
    *start++ = static_cast<std::uint16_t>(sum);
    sum += count;
  }
  *start = static_cast<std::uint16_t>(sum);
  return sum;
}

bool unpack_words(Span<std::uint8_t> packed, Lists<std::uint32_t, char16_t>& out) {
  std::u16string text;
  unicode::decode({reinterpret_cast<const char*>(packed.data), packed.size}, text);
  // How much room the words take together, and whether each drops no more than there is.
  std::size_t words = 0;
  std::size_t total = 0;
  std::size_t length = 0;
  for (const char16_t unit : text) {
    if (unit >= table::kMostDropped) {
      ++length;
      continue;
    }
    if (unit > length) return false;
    total += length;
    length -= unit;
    ++words;
  }
  if (words == 0) return packed.size == 0;
  out.flat.resize(total + length);
  out.starts.resize(words + 1);
  char16_t* const first = out.flat.data();
  char16_t* next = first;
  std::uint32_t* start = out.starts.data();
  const char16_t* previous = first;
  for (const char16_t unit : text) {
    if (unit >= table::kMostDropped) {
      *next++ = unit;
      continue;
    }
    const char16_t* const kept = next - unit;
    *start++ = static_cast<std::uint32_t>(next - first);
    const char16_t* from = previous;
    previous = next;
    while (from != kept) *next++ = *from++;
  }
  *start = static_cast<std::uint32_t>(next - first);
  return true;
}

bool unpack_classes(Span<std::uint8_t> counts, Span<std::uint8_t> firsts, Span<std::uint8_t> steps,
                    Lists<std::uint16_t, std::uint16_t>& out) {
  out.flat.resize(unpack_starts(counts, out.starts));
  NumberReader first(firsts);
  NumberReader step(steps);
  std::uint16_t* next = out.flat.data();
  for (const std::uint8_t count : counts) {
    if (count == 0) continue;
    std::uint32_t value = first.next();
    *next++ = static_cast<std::uint16_t>(value);
    for (unsigned i = 1; i < count; ++i) {
      value += step.next() + 1;
      *next++ = static_cast<std::uint16_t>(value);
    }
  }
  return !first.more() && !step.more();
}

void rank_by_count(Span<std::uint8_t> counts, std::vector<std::uint16_t>& out) {
  constexpr std::size_t kCounts = 256;
  std::array<std::uint16_t, kCounts> next{};  // rank of the next word of each count
  for (const std::uint8_t count : counts) {
    if (count > 0) ++next[count - 1U];
  }
  for (std::size_t count = kCounts - 1; count-- > 0;) {
    next[count] = static_cast<std::uint16_t>(next[count] + next[count + 1]);
  }
  out.resize(counts.size);
  std::uint16_t* rank = out.data();
  for (const std::uint8_t count : counts) *rank++ = next[count]++;
}

namespace {

constexpr std::uint16_t kLeaf = 0x8000;  // flag of a target while leaves have numbers of their own
constexpr std::uint16_t kNowhere = 0xFFFF;

// Reads the edges of the graph. Targets are numbered as they are met until all are known.
class EdgeUnpacker {
 public:
  EdgeUnpacker(const PackedGraph& packed, Graph& out)
      : edges_(packed.edges),
        first_symbols_(packed.first_symbols),
        symbol_steps_(packed.symbol_steps),
        leaf_targets_(packed.leaf_targets),
        node_targets_(packed.node_targets),
        last_(kSymbols, kNowhere),
        out_(out) {}

  bool run() {
    std::size_t nodes = 0;
    for (const std::uint8_t edge : edges_) nodes += edge / table::kLastEdge;
    if (nodes == 0 || nodes >= kLeaf || edges_.size >= kNowhere) return false;
    out_.targets.resize(edges_.size);
    out_.symbols.flat.resize(edges_.size);
    out_.symbols.starts.resize(nodes + 1);
    numbers_.resize(nodes);
    waiting_.resize(nodes);
    waiting_[0] = 0;
    waiting_count_ = 1;
    for (std::size_t node = 0; node < nodes; ++node) {
      if (waiting_count_ == 0) return false;
      numbers_[waiting_[--waiting_count_]] = static_cast<std::uint16_t>(node);
      out_.symbols.starts[node] = static_cast<std::uint16_t>(edge_);
      if (!read_node()) return false;
    }
    if (edge_ != edges_.size || nodes_ != nodes || nodes + leaves_ >= kNowhere) return false;
    out_.symbols.starts.resize(nodes + leaves_ + 1, static_cast<std::uint16_t>(edge_));
    out_.symbols.starts[nodes] = static_cast<std::uint16_t>(edge_);
    for (std::uint16_t& target : out_.targets) {
      const bool leaf = (target & kLeaf) != 0;
      target = static_cast<std::uint16_t>(leaf ? nodes + target % kLeaf : numbers_[target]);
    }
    return !first_symbols_.more() && !symbol_steps_.more() && !leaf_targets_.more() &&
           !node_targets_.more();
  }

 private:
  static constexpr std::size_t kSymbols = 0x10000;

  bool read_node() {
    std::uint32_t symbol = 0;
    std::uint16_t before = kNowhere;
    for (bool first = true; edge_ < edges_.size; first = false) {
      const std::uint8_t edge = edges_[static_cast<std::uint32_t>(edge_)];
      symbol += first ? first_symbols_.next() : symbol_steps_.next();
      if (symbol >= kSymbols) return false;
      const auto kind = static_cast<table::EdgeTarget>(edge % table::kLastEdge);
      const std::uint16_t target = read_target(kind, before, last_[symbol]);
      if (target == kNowhere) return false;
      out_.symbols.flat[edge_] = static_cast<std::uint16_t>(symbol);
      out_.targets[edge_++] = target;
      before = target;
      last_[symbol] = target;
      if (edge >= table::kLastEdge) return true;
    }
    return false;
  }

  std::uint16_t read_target(table::EdgeTarget kind, std::uint16_t before, std::uint16_t last) {
    switch (kind) {
      case table::EdgeTarget::kNewNode:
        if (nodes_ == numbers_.size()) return kNowhere;
        waiting_[waiting_count_++] = static_cast<std::uint16_t>(nodes_);
        return static_cast<std::uint16_t>(nodes_++);
      case table::EdgeTarget::kNewLeaf:
        if (leaves_ == kLeaf - 1U) return kNowhere;
        recent_.push_back(static_cast<std::uint16_t>(leaves_));
        return static_cast<std::uint16_t>(leaves_++ | kLeaf);
      case table::EdgeTarget::kAsBefore:
        return before;
      case table::EdgeTarget::kSameSymbol:
        return last;
      case table::EdgeTarget::kLeaf: {
        const std::size_t back = leaf_targets_.next() + std::size_t{1};
        if (back > recent_.size()) return kNowhere;
        const auto found = recent_.end() - static_cast<std::ptrdiff_t>(back);
        const std::uint16_t leaf = *found;
        std::copy(found + 1, recent_.end(), found);
        recent_.back() = leaf;
        return static_cast<std::uint16_t>(leaf | kLeaf);
      }
      case table::EdgeTarget::kNode: {
        const std::size_t back = node_targets_.next();
        return back == 0 || back > nodes_ ? kNowhere : static_cast<std::uint16_t>(nodes_ - back);
      }
    }
    return kNowhere;
  }

  Span<std::uint8_t> edges_;
  NumberReader first_symbols_;
  NumberReader symbol_steps_;
  NumberReader leaf_targets_;
  NumberReader node_targets_;
  std::size_t edge_ = 0;
  std::size_t nodes_ = 1;  // that were met, the root with them
  std::size_t leaves_ = 0;
  std::vector<std::uint16_t> numbers_;  // of nodes: when each is visited
  std::vector<std::uint16_t> waiting_;  // nodes that were met and are to be visited
  std::size_t waiting_count_ = 0;
  std::vector<std::uint16_t> recent_;  // leaves, the one named last at the end
  std::vector<std::uint16_t> last_;    // target of the last edge with each symbol
  Graph& out_;
};

}  // namespace

bool unpack_graph(const PackedGraph& packed, std::uint32_t entry_count, Graph& out) {
  if (!EdgeUnpacker(packed, out).run()) return false;
  if (packed.entry_counts.size + std::size_t{1} != out.symbols.starts.size()) return false;
  out.entries.flat.resize(unpack_starts(packed.entry_counts, out.entries.starts));
  NumberReader numbers(packed.entries);
  std::uint32_t highest = 0;
  for (std::uint16_t& entry : out.entries.flat) {
    std::uint32_t number = numbers.next();
    if (number == 0) number = highest + 1;
    if (number > entry_count) return false;
    highest = std::max(highest, number);
    entry = static_cast<std::uint16_t>(number - 1);
  }
  return !numbers.more();
}

bool unpack_hints(Span<std::uint8_t> hints, Span<std::uint8_t> numbers, std::size_t count,
                  std::vector<std::uint16_t>& set_starts, std::vector<std::uint16_t>& out) {
  if (hints.size == 0 || hints.size > 0xFFFF || hints[hints.size - 1] != 0) return false;
  if (set_starts.empty()) set_starts.push_back(0);
  NumberReader reader(numbers);
  out.resize(count);
  for (std::uint16_t& start : out) {
    const std::uint32_t number = reader.next();
    if (number == table::kNewSet) {
      std::uint32_t next = set_starts.back();
      while (hints[next] != 0) ++next;
      if (++next >= hints.size) return false;
      set_starts.push_back(static_cast<std::uint16_t>(next));
      start = set_starts.back();
    } else {
      const std::uint32_t set = number == 0 ? 0 : number - 1;
      if (set >= set_starts.size()) return false;
      start = set_starts[set];
    }
  }
  return !reader.more();
}

std::vector<TextEntry> unpack_texts(std::string_view packed) {
  std::vector<TextEntry> texts;
  const auto next = [&packed] {
    const std::size_t end = std::min(packed.find('\0'), packed.size());
    const std::string_view part = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
    return part;
  };
  while (!packed.empty()) {
    const std::string_view key = next();
    texts.push_back({key, next()});
  }
  return texts;
}

}  // namespace attune

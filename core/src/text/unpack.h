// Unpacks the columns of the compiled tables. In the block they hold differences, counts and what
// is new, which compress to less than two thirds of what positions would; in memory, positions can
// be entered anywhere. All of it runs when the module is loaded: lists are filled by index, which
// costs a third of appending to them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace attune {

// Reads numbers of LEB128: 7 bits a byte, lowest first, the top bit set on all bytes but the last.
class NumberReader {
 public:
  explicit NumberReader(Span<std::uint8_t> bytes) : next_(bytes.begin()), end_(bytes.end()) {}

  // Behind the last one come zeros.
  std::uint32_t next() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; next_ != end_; shift += 7) {
      const std::uint32_t byte = *next_++;
      value |= (byte & 0x7FU) << (shift & 31U);
      if (byte < 0x80) break;
    }
    return value;
  }
  bool more() const { return next_ != end_; }

 private:
  const std::uint8_t* next_;
  const std::uint8_t* end_;
};

// Lists of lists, flat: list i is flat[starts[i]] .. flat[starts[i + 1]].
template <typename Start, typename T>
struct Lists {
  std::vector<Start> starts;
  std::vector<T> flat;
};

// Where each list starts, from how many elements each has; their sum.
std::size_t unpack_starts(Span<std::uint8_t> counts, std::vector<std::uint16_t>& starts);

// The words of kWords. False when one drops more characters than the one before it has.
bool unpack_words(Span<std::uint8_t> packed, Lists<std::uint32_t, char16_t>& out);

// The classes of each word. False when the counts do not fit the numbers.
bool unpack_classes(Span<std::uint8_t> counts, Span<std::uint8_t> firsts, Span<std::uint8_t> steps,
                    Lists<std::uint16_t, std::uint16_t>& out);

// The rank of each word by how many classes it belongs to, most first, equal ones in their order.
// Words of many classes stand in many patterns too, so small ranks are met most.
void rank_by_count(Span<std::uint8_t> counts, std::vector<std::uint16_t>& out);

struct PackedGraph {
  Span<std::uint8_t> edges;
  Span<std::uint8_t> first_symbols;
  Span<std::uint8_t> symbol_steps;
  Span<std::uint8_t> leaf_targets;
  Span<std::uint8_t> node_targets;
  Span<std::uint8_t> entry_counts;
  Span<std::uint8_t> entries;
};

struct Graph {
  Lists<std::uint16_t, std::uint16_t> symbols;  // of each node's edges
  std::vector<std::uint16_t> targets;           // the nodes that they lead to
  Lists<std::uint16_t, std::uint16_t> entries;  // of each node
};

// Nodes stand in the order of a walk that goes on with the newest node it has met and not visited;
// node 0 is the root; leaves come behind all others, in the order in which they are met. False when
// the columns do not fit each other, or an entry is not below `entry_count`.
bool unpack_graph(const PackedGraph& packed, std::uint32_t entry_count, Graph& out);

// Where the set of each key starts in `hints`. Called for several columns, goes on with the number
// of sets that were met. False when there are less sets, or not `count` keys.
bool unpack_hints(Span<std::uint8_t> hints, Span<std::uint8_t> numbers, std::size_t count,
                  std::vector<std::uint16_t>& set_starts, std::vector<std::uint16_t>& out);

struct TextEntry {
  std::string_view key;
  std::string_view text;
};
std::vector<TextEntry> unpack_texts(std::string_view packed);

}  // namespace attune

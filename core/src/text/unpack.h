// Unpacks the columns of the compiled tables. In the block they hold differences and counts, which
// compress to about three quarters of what positions would; in memory, positions can be entered
// anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/span.h"

namespace attune {

// Lists of lists, flat: list i is flat[starts[i]] .. flat[starts[i + 1]].
template <typename Start, typename T>
struct Lists {
  std::vector<Start> starts;
  std::vector<T> flat;
};

// Where each list starts, from how many elements each has. False when they are not `total`.
template <typename Count, typename Start>
bool unpack_starts(Span<Count> counts, std::size_t total, std::vector<Start>& starts) {
  starts.clear();
  starts.reserve(counts.size + std::size_t{1});
  std::size_t sum = 0;
  for (const Count count : counts) {
    starts.push_back(static_cast<Start>(sum));
    sum += count;
  }
  starts.push_back(static_cast<Start>(sum));
  return sum == total;
}

// Sorted lists, each packed as its first element and the steps to the next ones.
// False when the counts do not fit the steps.
template <typename Count>
bool unpack_ascending(Span<Count> counts, Span<std::uint16_t> steps,
                      Lists<std::uint16_t, std::uint16_t>& out) {
  if (!unpack_starts(counts, steps.size, out.starts)) return false;
  out.flat.clear();
  out.flat.reserve(steps.size);
  const std::uint16_t* step = steps.begin();
  for (const Count count : counts) {
    std::uint32_t value = 0;
    for (Count i = 0; i < count; ++i) {
      value += *step++;
      out.flat.push_back(static_cast<std::uint16_t>(value));
    }
  }
  return true;
}

// Sorted words, each packed as how many characters it shares with the one before, how many follow,
// and those. False when the counts do not fit the characters.
bool unpack_words(Span<std::uint8_t> shared, Span<std::uint8_t> endings, Span<char16_t> chars,
                  Lists<std::uint32_t, char16_t>& out);

// The rank of each word by how many classes it belongs to, most first, equal ones in their order.
// Words of many classes stand in many patterns too, so small ranks are met most.
void rank_by_count(Span<std::uint8_t> counts, std::vector<std::uint16_t>& out);

// References to things that are numbered 1 .. `most` in the order in which they are first met: 0
// stands for the next one that was not met before. False when a number is larger than `most`.
bool unpack_references(Span<std::uint16_t> packed, std::size_t most,
                       std::vector<std::uint16_t>& out);

}  // namespace attune

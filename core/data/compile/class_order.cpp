// The orders of the classes. Both begin with those that have an edge at the root, so that the
// reader finds their edges by counting.
#include <algorithm>
#include <numeric>

#include "builder.h"

namespace attune::compile {

// The words of each class, by the number that it had first.
std::vector<std::vector<std::uint32_t>> Builder::class_members() const {
  std::vector<std::vector<std::uint32_t>> members(class_ids_.size());
  for (const auto& [words, id] : class_ids_) members[id] = words;
  return members;
}

// By their words, commonest first. Entries are numbered along this order (number_entries).
std::vector<std::uint16_t> Builder::classes_by_words() const {
  std::vector<std::vector<std::uint32_t>> words = class_members();
  for (std::vector<std::uint32_t>& members : words) {
    std::sort(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
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
  std::vector<std::uint16_t> numbers(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) numbers[order[i]] = static_cast<std::uint16_t>(i);
  return numbers;
}

// Each class stands behind the one that it shares most words with, as a part of the words of both:
// the numbers of one word's classes are then close together, which takes a tenth off their column.
std::vector<std::uint16_t> Builder::classes_by_likeness(
    const std::vector<std::uint16_t>& by_words) const {
  const std::vector<std::vector<std::uint32_t>> unsorted = class_members();
  std::vector<std::vector<std::uint32_t>> members(unsorted.size());
  std::size_t at_root = 0;
  for (std::size_t id = 0; id < unsorted.size(); ++id) {
    members[by_words[id]] = unsorted[id];
    if (nodes_[0].edges.count(static_cast<std::uint32_t>(table::kSymbolClass + id)) != 0) ++at_root;
  }
  std::vector<std::vector<std::size_t>> classes_of(words_.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (const std::uint32_t word : members[i]) classes_of[word].push_back(i);
  }

  std::vector<std::uint16_t> likeness_number(members.size());
  std::vector<bool> placed(members.size(), false);
  std::vector<std::size_t> shared(members.size());
  std::uint16_t next = 0;
  const auto chain = [&](std::size_t first, std::size_t last) {
    const auto larger = [&](std::size_t a, std::size_t b) {
      return members[a].size() > members[b].size();
    };
    std::size_t current = first;
    for (std::size_t i = first; i < last; ++i) current = larger(i, current) ? i : current;
    for (std::size_t left = last - first; left > 0; --left) {
      placed[current] = true;
      likeness_number[current] = next++;
      std::fill(shared.begin(), shared.end(), 0);
      for (const std::uint32_t word : members[current]) {
        for (const std::size_t each : classes_of[word]) ++shared[each];
      }
      // shared / either is compared as fractions: the same order on every machine.
      std::size_t best = last;
      std::size_t best_shared = 0;
      std::size_t best_either = 1;
      for (std::size_t i = first; i < last; ++i) {
        if (placed[i]) continue;
        const std::size_t either = members[i].size() + members[current].size() - shared[i] + 1;
        if (best < last && shared[i] * best_either <= best_shared * either) continue;
        best = i;
        best_shared = shared[i];
        best_either = either;
      }
      current = best;
    }
  };
  if (at_root > 0) chain(0, at_root);
  if (at_root < members.size()) chain(at_root, members.size());
  std::vector<std::uint16_t> numbers(members.size());
  for (std::size_t id = 0; id < numbers.size(); ++id) numbers[id] = likeness_number[by_words[id]];
  return numbers;
}

}  // namespace attune::compile

// Stable sorting with one sort in the program: std::stable_sort takes some 5 KB of the module for
// each type that it is used with.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace attune {

// Whether the element at index `a` comes before the one at `b`.
class IndexBefore {
 public:
  template <typename Before>
  explicit IndexBefore(const Before& before)
      : target_(&before), call_([](const void* target, std::uint32_t a, std::uint32_t b) {
          return (*static_cast<const Before*>(target))(a, b);
        }) {}
  bool operator()(std::uint32_t a, std::uint32_t b) const { return call_(target_, a, b); }

 private:
  const void* target_;  // outlives the sort
  bool (*call_)(const void*, std::uint32_t, std::uint32_t);
};

// Sorts indices; those that neither comes before stand in the order of their numbers.
void sort_indices(std::vector<std::uint32_t>& indices, IndexBefore before);

// Sorts `items` by `before(item, item)`, equal ones in the order in which they stood.
template <typename T, typename Before>
void sort_stably(std::vector<T>& items, const Before& before) {
  std::vector<std::uint32_t> order(items.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto by_index = [&](std::uint32_t a, std::uint32_t b) {
    return before(items[a], items[b]);
  };
  sort_indices(order, IndexBefore(by_index));
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace attune

#include "text/order.h"

#include <algorithm>

namespace attune {

void sort_indices(std::vector<std::uint32_t>& indices, IndexBefore before) {
  std::sort(indices.begin(), indices.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (before(a, b)) return true;
    return !before(b, a) && a < b;
  });
}

}  // namespace attune

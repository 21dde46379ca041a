// Takes apart the lists of the tables' texts.
#pragma once

#include <algorithm>
#include <string_view>

namespace attune {

// Calls visit(part) for each part of `text` between separators, empty ones too.
template <typename Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace attune

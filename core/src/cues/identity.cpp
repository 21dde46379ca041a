#include "cues/identity.h"

#include <cstddef>

namespace attune {

std::vector<bool> find_identity(const Tables& tables, const TokenizedText& text,
                                const Phrases& phrases) {
  const std::size_t size = text.tokens.size();
  std::vector<bool> found(size, false);
  const auto hyphen = [&](std::size_t token) {
    const Token& sign = text.tokens[token];
    return text.slice(sign.start, sign.end) == u"-";
  };
  for (const Unit& unit : phrases.units) {
    if (unit.word == kNoWord || !tables.has_flag(unit.word, table::kIdentity)) continue;
    const std::size_t at = unit.token;
    found[at] = true;
    if (at >= 2 && hyphen(at - 1) && text.tokens[at - 2].is_word()) {
      found[at - 1] = found[at - 2] = true;
    }
    if (at + 2 < size && hyphen(at + 1) && text.tokens[at + 2].is_word()) {
      found[at + 1] = found[at + 2] = true;
    }
  }
  return found;
}

}  // namespace attune

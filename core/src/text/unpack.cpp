#include "text/unpack.h"

#include <array>

namespace attune {

bool unpack_words(Span<std::uint8_t> shared, Span<std::uint8_t> endings, Span<char16_t> chars,
                  Lists<std::uint32_t, char16_t>& out) {
  out.starts = {0};
  out.starts.reserve(shared.size + std::size_t{1});
  out.flat.clear();
  if (endings.size != shared.size) return false;
  std::uint32_t next = 0;    // in chars
  std::size_t previous = 0;  // start of the word before
  for (std::uint32_t i = 0; i < shared.size; ++i) {
    const std::size_t start = out.flat.size();
    if (shared[i] > start - previous || endings[i] > chars.size - next) return false;
    for (std::uint32_t k = 0; k < shared[i]; ++k) out.flat.push_back(out.flat[previous + k]);
    out.flat.insert(out.flat.end(), chars.begin() + next, chars.begin() + next + endings[i]);
    out.starts.push_back(static_cast<std::uint32_t>(out.flat.size()));
    next += endings[i];
    previous = start;
  }
  return next == chars.size;
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
  out.clear();
  out.reserve(counts.size);
  for (const std::uint8_t count : counts) out.push_back(next[count]++);
}

bool unpack_references(Span<std::uint16_t> packed, std::size_t most,
                       std::vector<std::uint16_t>& out) {
  out.clear();
  out.reserve(packed.size);
  std::uint16_t newest = 0;
  for (const std::uint16_t each : packed) {
    const std::uint16_t number = each == 0 ? ++newest : each;
    if (number > most) return false;
    out.push_back(number);
  }
  return true;
}

}  // namespace attune

#include "augment.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <utility>

namespace attune::train {
namespace {

constexpr float kCopyWeight = 0.3F;
constexpr std::size_t kLeastLetters = 5;  // shorter words turn into other words
constexpr std::uint32_t kSeed = 20261123;

bool is_letter(char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }

class Noise {
 public:
  std::string disturb(std::string text) {
    const std::uint32_t typos = 1 + next() % 2;
    for (std::uint32_t i = 0; i < typos; ++i) add_typo(text);
    if (next() % 2 == 0) drop_stops(text);
    if (next() % 3 == 0) lower_first(text);
    return text;
  }

 private:
  std::uint32_t next() {  // xorshift32
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    return state_;
  }

  // Swaps, drops or doubles a letter inside one of the longer words.
  void add_typo(std::string& text) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      while (end < text.size() && is_letter(text[end])) ++end;
      if (end - i >= kLeastLetters) words.emplace_back(i, end);
      i = std::max(end, i + 1);
    }
    if (words.empty()) return;
    const auto [first, last] = words[next() % words.size()];
    const std::size_t at = first + 1 + next() % (last - first - 2);
    switch (next() % 3) {
      case 0:
        std::swap(text[at], text[at + 1]);
        break;
      case 1:
        text.erase(at, 1);
        break;
      default:
        text.insert(at, 1, text[at]);
    }
  }

  static void drop_stops(std::string& text) {
    std::erase_if(text, [](char c) { return c == ',' || c == '.' || c == ';'; });
  }

  static void lower_first(std::string& text) {
    if (text.size() < 2 || !is_letter(text[1])) return;
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }

  std::uint32_t state_ = kSeed;
};

}  // namespace

void augment(Dataset& data) {
  Noise noise;
  const std::size_t count = data.samples.size();
  for (std::size_t i = 0; i < count; ++i) {
    // Turns of conversations are read in their order: they keep to themselves.
    if (!data.samples[i].judged || !data.samples[i].conversation.empty()) continue;
    Sample copy = data.samples[i];
    copy.text = noise.disturb(std::move(copy.text));
    copy.judged = false;
    copy.copy = true;
    copy.weight *= kCopyWeight;
    data.samples.push_back(std::move(copy));
  }
}

}  // namespace attune::train

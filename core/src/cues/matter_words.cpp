#include "cues/matter_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/order.h"
#include "text/parts.h"
#include "text/unicode.h"

namespace attune {
namespace {

constexpr std::array<std::pair<std::string_view, MatterWord::Kind>, 12> kKinds = {{
    {"unit", MatterWord::kUnit},
    {"part", MatterWord::kPart},
    {"scale", MatterWord::kScale},
    {"reference", MatterWord::kReference},
    {"link", MatterWord::kLink},
    {"spend", MatterWord::kSpend},
    {"thing", MatterWord::kThing},
    {"item", MatterWord::kItem},
    {"request", MatterWord::kRequest},
    {"own", MatterWord::kOwn},
    {"party", MatterWord::kParty},
    {"no_party", MatterWord::kNoParty},
}};

constexpr std::uint16_t kWithValue = MatterWord::kUnit | MatterWord::kPart | MatterWord::kScale |
                                     MatterWord::kItem | MatterWord::kParty;

// "100000" or "0.01"; 0 for anything else.
double number_of(std::string_view digits) {
  double value = 0.0;
  double place = 0.0;
  for (const char c : digits) {
    if (c == '.') {
      place = 1.0;
    } else if (c >= '0' && c <= '9') {
      value = value * 10.0 + (c - '0');
      place *= 10.0;
    }
  }
  return place > 0.0 ? value / place : value;
}

}  // namespace

MatterWords::MatterWords(const Tables& tables) {
  std::uint16_t number = 0;
  for (const std::string_view key : {"money", "matters"}) {
    for_each_part(tables.text(key), '|', [&](std::string_view row) { add_row(row, ++number); });
  }
  sort_stably(words_, [](const MatterWord& a, const MatterWord& b) { return a.key < b.key; });
  // A word of several kinds is one entry.
  std::size_t last = 0;
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (words_[i].key == words_[last].key) {
      words_[last].kinds |= words_[i].kinds;
      words_[last].party = std::max(words_[last].party, words_[i].party);
    } else {
      words_[++last] = words_[i];
    }
  }
  words_.resize(words_.empty() ? 0 : last + 1);
}

// The first word is the kind, the second of some kinds a value or a name.
void MatterWords::add_row(std::string_view row, std::uint16_t number) {
  MatterWord meaning;
  std::size_t position = 0;
  for_each_part(row, ' ', [&](std::string_view word) {
    if (position++ == 0) {
      for (const auto& [name, kind] : kKinds) {
        if (name == word) meaning.kinds = kind;
      }
      if (meaning.kinds == MatterWord::kParty) meaning.party = number;
      return;
    }
    if (position == 2 && (meaning.kinds & kWithValue) != 0) {
      meaning.value = number_of(word);
      return;
    }
    add(word, meaning);
  });
}

void MatterWords::add(std::string_view word, MatterWord meaning) {
  std::u16string wide;
  for_each_part(word, '_', [&](std::string_view part) {
    unicode::decode(part, wide);
    const std::uint32_t key = key_of(wide);
    meaning.key = meaning.key == 0 ? key : pair_of(meaning.key, key);
  });
  words_.push_back(meaning);
}

// FNV-1a over the code units, apostrophes left out.
std::uint32_t MatterWords::key_of(std::u16string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char16_t unit : word) {
    if (unit != u'\'') hash = (hash ^ static_cast<std::uint32_t>(unit)) * 16777619U;
  }
  return hash;
}

std::uint32_t MatterWords::pair_of(std::uint32_t first, std::uint32_t second) {
  return (first * 16777619U) ^ second;
}

const MatterWord* MatterWords::find(std::u16string_view first, std::u16string_view second) const {
  return at(pair_of(key_of(first), key_of(second)));
}

const MatterWord* MatterWords::at(std::uint32_t key) const {
  const auto found = std::lower_bound(
      words_.begin(), words_.end(), key,
      [](const MatterWord& word, std::uint32_t wanted) { return word.key < wanted; });
  return found != words_.end() && found->key == key ? &*found : nullptr;
}

}  // namespace attune

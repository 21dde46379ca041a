// How words and letters are looked up in the tables of language identification; shared by the
// compiler of the tables and the reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attune::language_keys {

// Base letters of U+00C0 .. U+017F, so that a word is one key with or without its accents; '.' is
// no letter.
inline constexpr std::string_view kBaseLetters =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
inline constexpr char16_t kFirstBase = 0x00C0;

// The letter without its accent; 0 for marks and apostrophes, which a key leaves out.
constexpr char16_t base_letter(char16_t unit) {
  if (unit == u'\'' || (unit >= 0x0300 && unit <= 0x036F)) return 0;
  if (unit >= kFirstBase && unit < kFirstBase + kBaseLetters.size()) {
    return static_cast<char16_t>(kBaseLetters[unit - kFirstBase]);
  }
  if (unit == 0x0219) return u's';  // Romanian letters with a comma below
  if (unit == 0x021B) return u't';
  return unit;
}

// Replaces `plain` with the word without its accents; apostrophes stay.
inline void without_accents(std::u16string_view folded, std::u16string& plain) {
  plain.clear();
  for (const char16_t unit : folded) {
    const char16_t base = unit == u'\'' ? unit : base_letter(unit);
    if (base != 0) plain.push_back(base);
  }
}

// Three letters of a word as a number; 0 stands for its start or end, 1 .. 26 for a to z.
inline constexpr std::size_t kLetters = 27;
inline constexpr std::size_t kGrams = kLetters * kLetters * kLetters;
constexpr std::size_t gram(std::size_t first, std::size_t second, std::size_t third) {
  return (first * kLetters + second) * kLetters + third;
}

// Calls visit(gram) for each group of three letters of a folded word, its start and end included;
// stops at the first character that is no Latin letter.
template <typename Visit>
constexpr void for_each_gram(std::u16string_view folded, Visit visit) {
  std::size_t first = 0;
  std::size_t second = 0;
  for (const char16_t unit : folded) {
    const char16_t base = base_letter(unit);
    if (base == 0) continue;
    if (base < u'a' || base > u'z') return;
    const std::size_t letter = static_cast<std::size_t>(base - u'a') + 1;
    if (second != 0) visit(gram(first, second, letter));
    first = second;
    second = letter;
  }
  if (second != 0) visit(gram(first, second, 0));
}

// FNV-1a over the base letters of a folded word.
constexpr std::uint32_t word_hash(std::u16string_view folded) {
  std::uint32_t hash = 2166136261U;
  for (const char16_t unit : folded) {
    const char16_t base = base_letter(unit);
    if (base == 0) continue;
    hash = (hash ^ (base & 0xFFU)) * 16777619U;
    hash = (hash ^ (static_cast<std::uint32_t>(base) >> 8U)) * 16777619U;
  }
  return hash;
}

// A letter that tells the language by itself; never equal to a word of that one letter.
constexpr std::uint32_t letter_hash(char16_t letter) {
  return (0x9E3779B9U ^ letter) * 0x85EBCA6BU;
}

// A hash leads to a bucket and a check byte, by which one unlisted word in 100 passes for a listed
// one: each entry then costs two bytes, a fifth of what the word itself would.
inline constexpr std::size_t kBuckets = 1024;
constexpr std::size_t bucket_of(std::uint32_t hash) { return hash >> 22U; }
constexpr std::uint8_t check_of(std::uint32_t hash) { return (hash >> 8U) & 0xFFU; }

// A hint: which language, and how much it speaks for it.
inline constexpr std::size_t kMaxLanguages = 32;
inline constexpr std::uint8_t kMaxWeight = 7;
constexpr std::uint8_t hint(std::size_t language, std::size_t weight) {
  return static_cast<std::uint8_t>(language << 3U | weight);
}
constexpr std::size_t language_of(std::uint8_t hint) { return hint >> 3U; }
constexpr std::uint8_t weight_of(std::uint8_t hint) { return hint & 7U; }

}  // namespace attune::language_keys

#include "cues/emoji.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace attune {
namespace {

constexpr std::size_t kLongestEmoticon = 5;   // ">:-((" with its mouth doubled
constexpr std::size_t kShortestEmoticon = 2;  // ":("

// The entry that stands for exactly this key, or nullptr.
const table::Entry* find_entry(const Tables& tables, std::u16string_view key) {
  const std::uint32_t word = tables.word_id(key);
  if (word == kNoWord) return nullptr;
  const std::uint16_t node =
      tables.follow(Tables::kRoot, static_cast<table::Symbol>(table::kSymbolWord + word));
  if (node == Tables::kNoNode) return nullptr;
  for (const std::uint16_t id : tables.entries_at(node)) {
    const table::Entry& entry = tables.entry(id);
    if (entry.type == table::EntryType::kLexicon &&
        entry.kind == static_cast<std::uint8_t>(CueKind::kEmoji)) {
      return &entry;
    }
  }
  return nullptr;
}

Evidence evidence_of(const Tables& tables, const table::Entry& entry, std::uint32_t start,
                     std::uint32_t end) {
  Evidence evidence;
  evidence.kind = CueKind::kEmoji;
  evidence.start = start;
  evidence.end = end;
  evidence.upset = tables.weight(Weight::kWordingScale) * entry.upset / table::kScale;
  evidence.valence = entry.valence / table::kScale;
  for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
    evidence.emotions[i] = entry.emotions[i] / table::kScale;
  }
  return evidence;
}

bool is_letter_or_digit(char16_t c) { return unicode::is_letter(c) || unicode::is_digit(c); }

// Length in code units of the emoticon at `start`, 0 when there is none. An emoticon stands apart
// from the words around it: "8:00" and "re:do" hold none.
std::size_t emoticon_at(const Tables& tables, std::u16string_view text, std::size_t start,
                        const table::Entry*& entry) {
  if (start > 0 && is_letter_or_digit(text[start - 1])) {
    // "thanks:)" is meant as one, "a:b" is not: a mouth that is a letter needs a space before.
    if (start + 1 < text.size() && is_letter_or_digit(text[start + 1])) return 0;
  }
  std::u16string key;
  for (std::size_t length = std::min(kLongestEmoticon, text.size() - start);
       length >= kShortestEmoticon; --length) {
    const std::size_t end = start + length;
    if (end < text.size() && is_letter_or_digit(text[end]) && is_letter_or_digit(text[end - 1])) {
      continue;
    }
    key.clear();
    unicode::fold(text.substr(start, length), key);
    entry = find_entry(tables, key);
    if (entry != nullptr) return length;
  }
  return 0;
}

}  // namespace

void read_emoji(const Tables& tables, const TokenizedText& text, std::vector<Evidence>& out) {
  std::size_t done = 0;  // end of the last emoticon
  for (const Token& token : text.tokens) {
    if (token.opaque || token.start < done) continue;
    if (token.kind == TokenKind::kEmoji) {
      if (const table::Entry* entry = find_entry(tables, token.folded)) {
        out.push_back(evidence_of(tables, *entry, token.start, token.end));
      }
    } else if (token.kind == TokenKind::kSymbol) {
      const table::Entry* entry = nullptr;
      const std::size_t length = emoticon_at(tables, text.text, token.start, entry);
      if (length == 0) continue;
      done = token.start + length;
      out.push_back(evidence_of(tables, *entry, token.start, static_cast<std::uint32_t>(done)));
    }
  }
}

}  // namespace attune

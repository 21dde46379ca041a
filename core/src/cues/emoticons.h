// Finds emoticons (":(") and kaomoji ("(T_T)") at a place of a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/tables.h"

namespace attune {

// The emoji entry of a word of the tables, or nullptr.
const table::Entry* emoji_entry(const Tables& tables, std::uint32_t word);

// UTF-16 code units [start, end) of the message; no entry when there is none.
struct Emoticon {
  const table::Entry* entry = nullptr;
  std::size_t start = 0;
  std::size_t end = 0;
  bool joins_last = false;  // one sign with the last one found, which it takes the place of
};

// Looks at a bounded number of characters a place. `text` must outlive the finder.
class EmoticonFinder {
 public:
  EmoticonFinder(const Tables& tables, std::u16string_view text) : tables_(tables), text_(text) {}

  // The longest emoticon that starts at `start`. A kaomoji is found at its opening bracket; its
  // arms and props reach back at most to `done`, the end of the last sign.
  Emoticon at(std::size_t start, std::size_t done);

 private:
  Emoticon plain_at(std::size_t start);
  Emoticon face_at(std::size_t start, std::size_t done);
  const table::Entry* face_entry(std::size_t start, std::size_t end);
  void join_table(Emoticon& found, std::size_t done) const;
  bool measures(std::size_t at) const;
  bool stands_apart(std::size_t start, std::size_t end) const;
  bool closes_bracket(std::size_t start, char16_t close) const;
  std::size_t with_more_mouths(std::size_t end) const;
  void append_folded(std::size_t at, std::size_t end, std::u16string& out) const;
  char16_t unit(std::size_t at) const { return at < text_.size() ? text_[at] : u'\0'; }
  char16_t unit_before(std::size_t at) const { return at == 0 ? u'\0' : text_[at - 1]; }

  const Tables& tables_;
  std::u16string_view text_;
  std::u16string key_;
  std::u16string scratch_;
  Emoticon last_;  // the last kaomoji found, for the table beside it
};

}  // namespace attune

#include "cues/emoticons.h"

#include <algorithm>
#include <array>

#include "attune/assessment.h"
#include "text/unicode.h"

namespace attune {
namespace {

constexpr std::size_t kShortestKey = 2;    // ":("
constexpr std::size_t kLongestKey = 16;    // of a plain emoticon, folded
constexpr std::size_t kMostMouths = 64;    // of one face, beside the first
constexpr std::size_t kLongestFace = 24;   // between the brackets
constexpr std::size_t kMostArms = 6;       // to either side of a face
constexpr std::size_t kMostStripped = 2;   // decorations to either side inside the brackets
constexpr std::size_t kBracketReach = 64;  // how far back an open bracket is looked for

// What kaomoji have beside the face: hands, lines of motion, sparkles.
constexpr std::u16string_view kArms =
    u"\\/_~ombd<>\u30ce\uff89\u30fd\u256f\u2570\u3063\u3064\u3065\u2510\u250c\u0e07\u10da\u0449"
    u"\u1566\u1564\u1557\u5f61\ufe35\ufe36\u51f8\u0669\u06f6\u00af\uffe3\u309e\u30fe\u309d"
    u"\u4e41\u251b\u2517\u2312\uff3c\uff0f\u2606\u2605\u266a\u2727";
// What faces have on their cheeks: blushes, sweat, veins, and arms inside the brackets.
constexpr std::u16string_view kDecorations =
    u"*#;:'\"`=|~.,!"
    u"\u0482\u251b\u2517\u256f\u2570\u10da\u3002\u30fb\u2022\u00b0\u256c\u2267\u30ce\u30fd\u3063"
    u"\u3064\u3065\u0e07"
    u"\u0449\u03c3\u2661\u2665\u2764\u273f\u3003\u0f0e\u309c\u5f61";

bool is_alnum(char16_t c) { return unicode::is_letter(c) || unicode::is_digit(c); }
bool is_space(char16_t c) {
  return c == u' ' || c == u'\0' || (c < 0x80 ? c <= 0x20 : unicode::is_white_space(c));
}
bool is_one_of(char16_t c, std::u16string_view set) {
  return set.find(c) != std::u16string_view::npos;
}
bool is_line_end(char16_t c) { return is_one_of(c, u"\n\r\u2028\u2029"); }
bool is_box_drawing(char16_t c) { return c >= 0x2500 && c <= 0x254B && c != 0x251B && c != 0x2517; }

// Accents that float over kaomoji ("( \u0361\u00b0 ...") and what makes an emoji of a character.
bool is_ignorable(char16_t c) {
  if (c < 0x0300) return false;
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x20D0 && c <= 0x20FF) ||
         unicode::is_variation_selector(c);
}

bool is_arm(char16_t c, char16_t beyond) {
  // Letters are arms only when they stand alone: "m(_ _)m".
  const bool letter = c < 0x80 && unicode::is_letter(c);
  return is_one_of(c, kArms) && !(letter && is_alnum(beyond));
}

}  // namespace

const table::Entry* emoji_entry(const Tables& tables, std::uint32_t word) {
  if (word == kNoWord) return nullptr;
  const std::uint16_t node = tables.follow(Tables::kRoot, tables.symbol_of(word));
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

// Folds the characters [at, end) one by one, so that no accent or blank of the message, nor one
// that folding makes, gets into the key.
void EmoticonFinder::append_folded(std::size_t at, std::size_t end, std::u16string& out) const {
  const std::size_t from = out.size();
  unicode::fold(text_.substr(at, end - at), out);
  const auto drop = [](char16_t c) { return is_ignorable(c) || unicode::is_white_space(c); };
  out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), drop),
            out.end());
}

// "(see below:)" closes a bracket, "(thanks :)" smiles.
bool EmoticonFinder::closes_bracket(std::size_t start, char16_t close) const {
  const char16_t open = close == u')' ? u'(' : close == u']' ? u'[' : u'{';
  std::size_t closed = 0;
  for (std::size_t i = start; i > 0 && start - i < kBracketReach; --i) {
    if (is_line_end(text_[i - 1])) return false;
    if (text_[i - 1] == close) ++closed;
    if (text_[i - 1] == open && closed-- == 0) return true;
  }
  return false;
}

// Whether a unit follows, as in "<3 days".
bool EmoticonFinder::measures(std::size_t at) const {
  while (at < text_.size() && text_[at] == u' ') ++at;
  std::size_t end = at;
  while (end < text_.size() && end - at < kLongestKey && is_alnum(text_[end])) ++end;
  std::u16string word;
  append_folded(at, end, word);
  const std::uint32_t id = tables_.word_id(word);
  const table::Number* number =
      id == kNoWord ? nullptr : tables_.number_of(id, table::kAnyLanguage);
  return number != nullptr && number->kind == table::NumberKind::kUnit;
}

// Whether what stands around lets these characters be a face. Times ("8:30)"), lists ("a:(b)"),
// drives ("C:/"), labels ("Size:L") and tables of text ("|:--|") are none.
bool EmoticonFinder::stands_apart(std::size_t start, std::size_t end) const {
  const char16_t before = unit_before(start);
  const char16_t behind = unit(end);
  const char16_t first = text_[start];
  const char16_t mouth = text_[end - 1];
  if (mouth >= 0x80 && first >= 0x80) return true;  // nothing else is written with such signs
  const bool glued = is_alnum(before);
  if (is_alnum(first) || is_one_of(first, u"()[]")) {
    if (!is_space(before)) return false;
    // "D:" is a drive or an answer to choose, unless the message ends with it.
    if (mouth == u':' && first != u'(' && end != text_.size()) return false;
    if (!is_space(behind) && !is_alnum(mouth) && mouth != u')' && mouth != u'<') return false;
  }
  if (glued && (unicode::is_digit(before) || is_alnum(mouth) || first == u'=' ||
                is_one_of(mouth, u"*|#$"))) {
    return false;
  }
  if (is_one_of(mouth, u")]}")) return !(glued && closes_bracket(start, mouth));
  if (is_one_of(mouth, u"/\\") && glued && !is_alnum(unit_before(start - 1))) return false;
  if (mouth == u'|' && (is_one_of(before, u"|-") || is_one_of(behind, u"|-"))) return false;
  if (is_one_of(mouth, u"([{") && is_alnum(behind)) {
    // ":(why" is meant as a face when nothing closes the bracket.
    const std::size_t close = text_.substr(end, kLongestFace).find_first_of(u")]}");
    return !glued && close == std::u16string_view::npos;
  }
  if (first == u'<' && unicode::is_digit(mouth) && measures(end)) return false;
  const bool goes_on = behind == u'.' && is_alnum(mouth) && is_alnum(unit(end + 1));
  return !is_alnum(behind) && !goes_on && !(mouth == u'/' && behind == u'/');
}

// ":(((" has one face: further mouths belong to it.
std::size_t EmoticonFinder::with_more_mouths(std::size_t end) const {
  const char16_t mouth = text_[end - 1];
  const std::size_t limit = std::min(text_.size(), end + kMostMouths);
  while (end < limit && text_[end] == mouth) ++end;
  return end;
}

Emoticon EmoticonFinder::plain_at(std::size_t start) {
  struct Candidate {
    const table::Entry* entry;
    std::size_t end;
  };
  std::array<Candidate, kLongestKey> candidates;  // NOLINT(*-member-init)
  std::size_t count = 0;
  // Most signs end a word or a sentence: nothing follows that could make a face of them.
  if (text_[start] < 0x80 && is_space(unit(start + 1))) return {};

  Tables::WordRange range = tables_.all_words();
  key_.clear();
  for (std::size_t at = start; at < text_.size() && key_.size() < kLongestKey;) {
    if (is_space(text_[at])) break;
    if (is_ignorable(text_[at])) {
      ++at;
      if (count > 0 && candidates[count - 1].end == at - 1) candidates[count - 1].end = at;
      continue;
    }
    // "-___-": a line of any length is one mouth.
    if (text_[at] == u'_' && at > start && text_[at - 1] == u'_') {
      ++at;
      continue;
    }
    const std::size_t known = key_.size();
    append_folded(at, at + 1, key_);
    ++at;
    for (std::size_t i = known; i < key_.size() && !range.empty(); ++i) {
      range = tables_.narrow(range, i, key_[i]);
    }
    if (range.empty()) break;
    if (key_.size() < kShortestKey && key_[0] < 0x80) continue;
    const table::Entry* entry = emoji_entry(tables_, tables_.whole_word(range, key_.size()));
    if (entry != nullptr) candidates[count++] = {entry, at};
  }
  while (count-- > 0) {
    const std::size_t end = with_more_mouths(candidates[count].end);
    if (stands_apart(start, end)) return {candidates[count].entry, start, end};
  }
  return {};
}

// The face between two brackets: as it is, with its brackets, or without decorations.
const table::Entry* EmoticonFinder::face_entry(std::size_t start, std::size_t end) {
  scratch_.clear();
  append_folded(start, end, scratch_);
  const std::u16string_view face = scratch_;
  for (std::size_t left = 0; left <= kMostStripped && left < face.size(); ++left) {
    if (left > 0 && !is_one_of(face[left - 1], kDecorations)) break;
    for (std::size_t right = 0; right <= kMostStripped && left + right < face.size(); ++right) {
      if (right > 0 && !is_one_of(face[face.size() - right], kDecorations)) break;
      const std::u16string_view bare = face.substr(left, face.size() - left - right);
      key_.assign(1, u'(').append(bare) += u')';
      const table::Entry* entry = emoji_entry(tables_, tables_.word_id(key_));
      // One sign in brackets is only that sign.
      if (entry == nullptr && bare.size() >= kShortestKey) {
        entry = emoji_entry(tables_, tables_.word_id(bare));
      }
      if (entry != nullptr) return entry;
    }
  }
  return nullptr;
}

Emoticon EmoticonFinder::face_at(std::size_t start, std::size_t done) {
  constexpr std::u16string_view kClose = u")\uff09\u0f3d";
  std::size_t close = start + 1;
  while (close < text_.size() && close - start <= kLongestFace &&
         !is_one_of(text_[close], kClose) && !is_line_end(text_[close])) {
    ++close;
  }
  if (!is_one_of(unit(close), kClose) || close == start + 1) return {};
  const table::Entry* entry = face_entry(start + 1, close);
  if (entry == nullptr) return {};
  Emoticon face{entry, start, close + 1};
  for (std::size_t i = 0; i < kMostArms && face.start > done; ++i) {
    const char16_t beyond = face.start >= 2 ? text_[face.start - 2] : u'\0';
    if (!is_arm(text_[face.start - 1], beyond)) break;
    --face.start;
  }
  for (std::size_t i = 0; i < kMostArms && face.end < text_.size(); ++i) {
    if (!is_arm(text_[face.end], unit(face.end + 1))) break;
    ++face.end;
  }
  return face;
}

// A table and the one who throws it, or sets it down, are one sign: what happens to the table says
// more than the face.
void EmoticonFinder::join_table(Emoticon& found, std::size_t done) const {
  if (last_.entry == nullptr || last_.end != done) return;
  if (is_box_drawing(text_[found.start]) == is_box_drawing(text_[last_.start])) return;
  std::size_t gap = done;
  while (gap < found.start && gap - done < kMostArms &&
         (is_one_of(text_[gap], kArms) || text_[gap] == u' ')) {
    ++gap;
  }
  if (gap != found.start) return;
  if (is_box_drawing(text_[last_.start])) found.entry = last_.entry;
  found.start = last_.start;
  found.joins_last = true;
}

Emoticon EmoticonFinder::at(std::size_t start, std::size_t done) {
  Emoticon found;
  const bool bracket = is_one_of(text_[start], u"(\uff08\u0f3c");
  if (bracket) found = face_at(start, done);
  const bool face = found.entry != nullptr;
  if (!face) found = plain_at(start);
  if (found.entry == nullptr) return found;
  const bool table = is_box_drawing(text_[found.start]);
  if (face || table) join_table(found, done);
  last_ = face || table ? found : Emoticon{};
  return found;
}

}  // namespace attune

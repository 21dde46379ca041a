#include "text/tokenizer.h"

#include <algorithm>
#include <limits>

namespace attune {
namespace {

constexpr std::uint16_t kMaxCount = std::numeric_limits<std::uint16_t>::max();

char32_t code_point_at(std::u16string_view text, std::size_t& i) {
  const char16_t lead = text[i++];
  if (lead >= 0xD800 && lead <= 0xDBFF && i < text.size()) {
    const char16_t trail = text[i];
    if (trail >= 0xDC00 && trail <= 0xDFFF) {
      ++i;
      return 0x10000U + ((static_cast<char32_t>(lead) - 0xD800U) << 10U) +
             (static_cast<char32_t>(trail) - 0xDC00U);
    }
  }
  return lead;
}

void count_up(std::uint16_t& counter) {
  if (counter < kMaxCount) ++counter;
}

// Letters, their case, and whether one letter is drawn out.
void describe_word(std::u16string_view word, Token& token) {
  char32_t previous = 0;
  int run = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = code_point_at(word, i);
    const bool ascii = c < 0x80;
    const bool upper = ascii ? (c >= 'A' && c <= 'Z') : unicode::is_upper(c);
    const bool lower = ascii ? (c >= 'a' && c <= 'z') : unicode::is_lower(c);
    const bool letter = upper || lower || (!ascii && unicode::is_letter(c));
    if (letter) count_up(token.letters);
    if (upper) count_up(token.upper);
    if (lower) count_up(token.lower);
    const char32_t same = ascii && upper ? c + ('a' - 'A') : c;
    run = letter && same == previous ? run + 1 : 1;
    previous = same;
    if (run >= 3) token.elongated = true;
  }
}

// "www" and roman numerals are not drawn-out words.
bool is_never_elongated(std::u16string_view folded) {
  return folded == u"www" || folded.find_first_not_of(u"ivx") == std::u16string_view::npos;
}

bool ends_sentence(std::u16string_view text, TokenKind kind) {
  const std::u16string_view ends = kind == TokenKind::kSpace
                                       ? std::u16string_view(u"\n\r\u0085\u2028\u2029")
                                       : std::u16string_view(
                                             u".!?;\u2026\u203c\u2047\u2048\u2049"
                                             u"\u3002\uff01\uff0e\uff1b\uff1f");
  return text.find_first_of(ends) != std::u16string_view::npos;
}

void fold_emoji(std::u16string_view emoji, std::u16string& out) {
  for (std::size_t i = 0; i < emoji.size();) {
    const std::size_t from = i;
    const char32_t c = code_point_at(emoji, i);
    if (unicode::is_variation_selector(c) || unicode::is_emoji_modifier(c)) continue;
    out.append(emoji.substr(from, i - from));
  }
}

bool looks_opaque(std::u16string_view chunk) {
  if (chunk.size() < 4) return false;
  if (chunk.find(u"://") != std::u16string_view::npos || chunk.substr(0, 4) == u"www.") return true;
  const std::size_t at = chunk.find(u'@');
  return at != std::u16string_view::npos && at > 0 &&
         chunk.find(u'.', at) != std::u16string_view::npos;
}

// Marks the tokens of each link and e-mail address, so that nobody reads cues into them.
void mark_opaque_chunks(TokenizedText& out) {
  std::size_t first = 0;
  while (first < out.tokens.size()) {
    if (out.tokens[first].kind == TokenKind::kSpace) {
      ++first;
      continue;
    }
    std::size_t last = first;
    while (last + 1 < out.tokens.size() && out.tokens[last + 1].kind != TokenKind::kSpace) ++last;
    if (last > first && looks_opaque(out.slice(out.tokens[first].start, out.tokens[last].end))) {
      for (std::size_t i = first; i <= last; ++i) {
        out.tokens[i].opaque = true;
        out.tokens[i].ends_sentence = false;
      }
    }
    first = last + 1;
  }
}

// Where a word segment breaks: UAX #29 joins letters around '.' and ':' for abbreviations, but
// customers who type "awful.Please" or "order:late" mean two words. `text.size()` when it does not.
std::size_t inner_break(std::u16string_view text) {
  const std::size_t at = text.find_first_of(u".:");
  return at == std::u16string_view::npos || at == 0 ? text.size() : at;
}

// Cuts word segments at inner full stops and colons, in place.
void split_joined_words(TokenizedText& out) {
  out.split_segments.clear();
  for (unicode::Segment segment : out.segments) {
    if (segment.kind == unicode::SegmentKind::kWord) {
      std::size_t at = inner_break(out.slice(segment.start, segment.end));
      while (segment.start + at < segment.end) {
        const auto stop = static_cast<std::uint32_t>(segment.start + at);
        out.split_segments.push_back({segment.start, stop, unicode::SegmentKind::kWord});
        out.split_segments.push_back({stop, stop + 1, unicode::SegmentKind::kSymbol});
        segment.start = stop + 1;
        at = inner_break(out.slice(segment.start, segment.end));
      }
    }
    if (segment.start < segment.end) out.split_segments.push_back(segment);
  }
  out.segments.swap(out.split_segments);
}

TokenKind kind_of(unicode::SegmentKind kind) {
  switch (kind) {
    case unicode::SegmentKind::kSpace:
      return TokenKind::kSpace;
    case unicode::SegmentKind::kWord:
      return TokenKind::kWord;
    case unicode::SegmentKind::kNumber:
      return TokenKind::kNumber;
    case unicode::SegmentKind::kEmoji:
      return TokenKind::kEmoji;
    case unicode::SegmentKind::kSymbol:
      break;
  }
  return TokenKind::kSymbol;
}

}  // namespace

void tokenize(unicode::WordSegmenter& segmenter, std::string_view utf8, TokenizedText& out) {
  unicode::decode(utf8, out.text);
  segmenter.segment(out.text, out.segments);
  split_joined_words(out);
  out.tokens.clear();
  out.tokens.reserve(out.segments.size());
  out.folded.clear();

  // `folded` may move while it grows: remember lengths, set the views at the end.
  std::vector<Token>& tokens = out.tokens;
  std::vector<std::uint32_t>& folded_sizes = out.folded_sizes;
  folded_sizes.clear();
  for (const unicode::Segment& segment : out.segments) {
    Token token;
    token.start = segment.start;
    token.end = segment.end;
    token.kind = kind_of(segment.kind);
    const std::u16string_view text = out.slice(token.start, token.end);
    const std::size_t before = out.folded.size();
    switch (token.kind) {
      case TokenKind::kWord:
        unicode::fold(text, out.folded);
        describe_word(text, token);
        if (token.elongated && is_never_elongated(std::u16string_view(out.folded).substr(before))) {
          token.elongated = false;
        }
        break;
      case TokenKind::kNumber:
        unicode::fold(text, out.folded);
        break;
      case TokenKind::kEmoji:
        fold_emoji(text.substr(0, unicode::kMaxFoldUnits), out.folded);
        break;
      case TokenKind::kSpace:
      case TokenKind::kSymbol:
        token.ends_sentence = ends_sentence(text, token.kind);
        break;
    }
    folded_sizes.push_back(static_cast<std::uint32_t>(out.folded.size() - before));
    tokens.push_back(token);
  }
  std::size_t offset = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].folded = std::u16string_view(out.folded).substr(offset, folded_sizes[i]);
    offset += folded_sizes[i];
  }
  mark_opaque_chunks(out);
}

void squeeze(std::u16string_view word, std::size_t keep, std::u16string& out) {
  out.clear();
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i + 1;
    while (end < word.size() && word[end] == word[i]) ++end;
    const std::size_t run = end - i;
    out.append(run >= 3 ? keep : run, word[i]);
    i = end;
  }
}

}  // namespace attune

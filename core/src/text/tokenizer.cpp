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
    if (!ascii && !letter) continue;  // a mark or zero-width character belongs to its letter
    if (letter) count_up(token.letters);
    if (upper) count_up(token.upper);
    if (lower) count_up(token.lower);
    const char32_t same = ascii && upper ? c + ('a' - 'A') : c;
    run = letter && same == previous ? run + 1 : 1;
    previous = same;
    if (run >= 3) token.elongated = true;
  }
}

// "www", roman numerals and clothing sizes ("XXXL") are not drawn-out words.
bool is_never_elongated(std::u16string_view folded) {
  return folded == u"www" || folded.find_first_not_of(u"ivxlcdm") == std::u16string_view::npos;
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

constexpr char16_t kZeroWidthSpace = 0x200B;

bool has_case(char16_t c) { return unicode::is_upper(c) || unicode::is_lower(c); }

// The zero-width space ends words by UAX #29, since scripts without spaces use it so. Between
// letters of a script with case it hides a word from its reader, so those parts are joined.
void join_hidden_words(TokenizedText& out) {
  if (out.text.find(kZeroWidthSpace) == std::u16string::npos) return;
  out.split_segments.clear();
  for (std::size_t i = 0; i < out.segments.size(); ++i) {
    const unicode::Segment& segment = out.segments[i];
    std::size_t next = i;
    while (next < out.segments.size() && out.text[out.segments[next].start] == kZeroWidthSpace) {
      ++next;
    }
    const bool hidden = next > i && next < out.segments.size() && !out.split_segments.empty() &&
                        out.split_segments.back().kind == unicode::SegmentKind::kWord &&
                        out.segments[next].kind == unicode::SegmentKind::kWord &&
                        has_case(out.text[segment.start - 1U]) &&
                        has_case(out.text[out.segments[next].start]);
    if (hidden) {
      out.split_segments.back().end = out.segments[next].end;
      i = next;
    } else {
      out.split_segments.push_back(segment);
    }
  }
  out.segments.swap(out.split_segments);
}

// Appends a word segment without the underscores around it, which become symbols: "_never_".
// Emoticons ("T_T") and names of code ("snake_case") have theirs inside and stay whole.
void push_bare_word(unicode::Segment segment, TokenizedText& out) {
  const std::u16string_view text = out.slice(segment.start, segment.end);
  const std::size_t first = text.find_first_not_of(u'_');
  const std::size_t last = text.find_last_not_of(u'_');
  if (first == std::u16string_view::npos) {
    out.split_segments.push_back({segment.start, segment.end, unicode::SegmentKind::kSymbol});
    return;
  }
  const auto begin = static_cast<std::uint32_t>(segment.start + first);
  const auto end = static_cast<std::uint32_t>(segment.start + last + 1U);
  if (begin > segment.start) {
    out.split_segments.push_back({segment.start, begin, unicode::SegmentKind::kSymbol});
  }
  out.split_segments.push_back({begin, end, segment.kind});
  if (end < segment.end) {
    out.split_segments.push_back({end, segment.end, unicode::SegmentKind::kSymbol});
  }
}

// Cuts word segments at inner full stops and colons and at outer underscores, in place.
void split_joined_words(TokenizedText& out) {
  out.split_segments.clear();
  for (unicode::Segment segment : out.segments) {
    if (segment.kind != unicode::SegmentKind::kWord) {
      out.split_segments.push_back(segment);
      continue;
    }
    std::size_t at = inner_break(out.slice(segment.start, segment.end));
    while (segment.start + at < segment.end) {
      const auto stop = static_cast<std::uint32_t>(segment.start + at);
      push_bare_word({segment.start, stop, segment.kind}, out);
      out.split_segments.push_back({stop, stop + 1, unicode::SegmentKind::kSymbol});
      segment.start = stop + 1;
      at = inner_break(out.slice(segment.start, segment.end));
    }
    if (segment.start < segment.end) push_bare_word(segment, out);
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
  join_hidden_words(out);
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

std::size_t squeeze(std::u16string_view word, unsigned doubled, std::u16string& out) {
  out.clear();
  std::size_t runs = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i + 1;
    while (end < word.size() && word[end] == word[i]) ++end;
    std::size_t keep = 1;
    if (end - i >= 2) {
      if (runs < kMaxRuns && ((doubled >> runs) & 1U) != 0) keep = 2;
      ++runs;
    }
    out.append(keep, word[i]);
    i = end;
  }
  return runs;
}

}  // namespace attune

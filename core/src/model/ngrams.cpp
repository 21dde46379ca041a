#include "model/ngrams.h"

#include <algorithm>
#include <string>

#include "cues/identity.h"
#include "cues/scope.h"

namespace attune::model {
namespace {

// What is hashed before the words, so that "not good" as a pair and a negated "good" differ.
enum class Sort : std::uint32_t {
  kWord = 1,
  kNegated,
  kShouted,
  kAfterContrast,
  kPair,
  kTriple,
  kApart,  // two words with one between them
  kStem,
  kLast,
};

constexpr std::uint32_t kHashStart = 2166136261U;
constexpr std::uint32_t kHashFactor = 16777619U;
constexpr std::uint32_t kNumberWord = 0x6E756D62U;
constexpr std::uint32_t kLinkWord = 0x6C696E6BU;
constexpr std::uint32_t kNameWord = 0x6E616D65U;
constexpr std::uint32_t kAside = 0x61736964U;
constexpr std::uint32_t kEdge = 0x65646765U;
constexpr std::size_t kStemLetters = 5;
constexpr std::size_t kLeastForStem = 7;
constexpr std::uint16_t kLeastShouted = 2;

std::uint32_t scramble(std::uint32_t x) {  // the finalizer of MurmurHash3
  x = (x ^ (x >> 16U)) * 0x85EBCA6BU;
  x = (x ^ (x >> 13U)) * 0xC2B2AE35U;
  return x ^ (x >> 16U);
}

std::uint32_t join(std::uint32_t a, std::uint32_t b) {
  return scramble(a * 0x9E3779B1U + b + 0x7F4A7C15U);
}

std::uint32_t key_of(Sort sort, std::uint32_t hash) {
  return join(static_cast<std::uint32_t>(sort), hash) >> (32U - kKeyBits);
}

struct WordHash {
  std::uint32_t whole = kHashStart;
  std::uint32_t stem = 0;  // of its first letters; 0 when the word is short
};

// Without apostrophes, so that "don't" and "dont" are one word; of drawn-out letters one stays.
WordHash hash_word(std::u16string_view word, bool elongated) {
  WordHash hash;
  std::uint32_t stem = 0;
  std::size_t letters = 0;
  char16_t last = 0;
  for (const char16_t c : word) {
    if (c == u'\'' || c == 0x2019 || (elongated && c == last)) continue;
    hash.whole = (hash.whole ^ c) * kHashFactor;
    last = c;
    if (++letters == kStemLetters) stem = hash.whole;
  }
  if (letters >= kLeastForStem) hash.stem = stem;
  return hash;
}

struct Piece {
  std::uint32_t hash;
  std::uint32_t stem;
  std::uint32_t start;
  std::uint32_t end;
  std::uint32_t token;
  bool word;
};

bool is_shouted(const Token& token) {
  return token.is_word() && token.upper >= kLeastShouted && token.lower == 0;
}

// For each token whether it is passed over: it names who somebody is, or a company said what it
// means.
std::vector<bool> find_passed_over(const Tables& tables, const TokenizedText& text,
                                   const Phrases& phrases) {
  std::vector<bool> found = find_identity(tables, text, phrases);
  for (const Match& match : phrases.matches) {
    if (match.entry < tables.first_own_entry()) continue;
    for (std::uint32_t i = match.first; i < match.last; ++i) found[phrases.units[i].token] = true;
  }
  return found;
}

// Words, numbers, emoji and signs without the spaces between them. A run of one sign is one: what
// "!!!" adds, the rules know better, since it strengthens praise as well. So is a link, however
// many parts it has.
void cut(const TokenizedText& text, const std::vector<bool>& skipped,
         const std::vector<std::uint8_t>& marks, std::vector<Piece>& pieces) {
  pieces.clear();
  bool after_at = false;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const Token& token = text.tokens[i];
    if (token.kind == TokenKind::kSpace || skipped[i]) {
      after_at = false;
      continue;
    }
    Piece piece{0, 0, token.start, token.end, i, token.is_word() && !token.opaque};
    if (token.opaque) {
      piece.hash = kLinkWord;
    } else if (after_at) {
      piece.hash = kNameWord;
    } else if (token.kind == TokenKind::kNumber) {
      piece.hash = kNumberWord;
    } else if (token.kind == TokenKind::kSymbol) {
      const std::u16string_view sign = text.slice(token.start, token.end);
      after_at = sign == u"@";
      if (after_at) continue;
      piece.hash = hash_word(sign, false).whole;
    } else {
      const WordHash word = hash_word(token.folded, token.elongated);
      piece.hash = word.whole;
      piece.stem = word.stem;
    }
    if ((marks[i] & kMarkSetAside) != 0) piece.hash = join(piece.hash, kAside);
    const std::size_t count = pieces.size();
    if (count > 0 && !piece.word && pieces.back().hash == piece.hash) {
      pieces.back().end = piece.end;
      continue;
    }
    pieces.push_back(piece);
  }
}

// ScopeMarks of each token.
std::vector<std::uint8_t> find_marks(const Tables& tables, const TokenizedText& text,
                                     const Phrases& phrases) {
  std::vector<std::uint8_t> marks(text.tokens.size(), 0);
  const Scope scope(tables, text, phrases, {});
  for (std::uint32_t i = 0; i < phrases.units.size(); ++i) {
    marks[phrases.units[i].token] = scope.marks_of(i);
  }
  return marks;
}

}  // namespace

std::uint32_t read_ngrams(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                          std::vector<Ngram>& out) {
  out.clear();
  std::vector<Piece> pieces;
  const std::vector<std::uint8_t> marks = find_marks(tables, text, phrases);
  cut(text, find_passed_over(tables, text, phrases), marks, pieces);
  const bool mixed = std::any_of(text.tokens.begin(), text.tokens.end(),
                                 [](const Token& token) { return token.lower > 0; });
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const Token& token = text.tokens[piece.token];
    const auto add = [&](Sort sort, std::uint32_t hash, std::uint32_t start) {
      out.push_back({key_of(sort, hash), start, piece.end});
    };
    const bool negated = (marks[piece.token] & kMarkNegated) != 0;
    add(negated ? Sort::kNegated : Sort::kWord, piece.hash, piece.start);
    if (piece.word) {
      if ((marks[piece.token] & kMarkBehindContrast) != 0) {
        add(Sort::kAfterContrast, piece.hash, piece.start);
      }
      if (mixed && is_shouted(token)) add(Sort::kShouted, piece.hash, piece.start);
      if (piece.stem != 0 && marks[piece.token] == 0) add(Sort::kStem, piece.stem, piece.start);
    }
    const std::uint32_t before = i > 0 ? pieces[i - 1].hash : kEdge;
    add(Sort::kPair, join(before, piece.hash), i > 0 ? pieces[i - 1].start : piece.start);
    if (i > 1) {
      const Piece& first = pieces[i - 2];
      add(Sort::kTriple, join(join(first.hash, before), piece.hash), first.start);
      add(Sort::kApart, join(first.hash, piece.hash), first.start);
    }
    if (i + 1 == pieces.size()) add(Sort::kLast, piece.hash, piece.start);
  }
  return static_cast<std::uint32_t>(
      std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.word; }));
}

}  // namespace attune::model

#include "text/phrase_index.h"

#include <algorithm>
#include <cstddef>

namespace attune {
namespace {

bool counts(const Token& token) {
  return !token.opaque && (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber);
}

}  // namespace

WordLine::WordLine(const TokenizedText& message) {
  char16_t separator = u' ';
  for (std::size_t i = 0; i < message.tokens.size(); ++i) {
    const Token& token = message.tokens[i];
    if (token.ends_sentence) separator = u'\n';
    if (!counts(token)) continue;
    if (!text_.empty()) text_ += separator;
    separator = u' ';
    Word word;
    word.token = static_cast<std::uint32_t>(i);
    word.begin = static_cast<std::uint32_t>(text_.size());
    for (const char16_t c : token.folded) {
      if (c != u'\'') text_ += c;
    }
    word.end = static_cast<std::uint32_t>(text_.size());
    words_.push_back(word);
  }
}

void PhraseIndex::add(unicode::WordSegmenter& segmenter, std::string_view phrase,
                      std::uint32_t id) {
  TokenizedText tokens;
  tokenize(segmenter, phrase, tokens);
  std::u16string text(WordLine(tokens).text());
  std::replace(text.begin(), text.end(), u'\n', u' ');
  if (!text.empty()) phrases_.push_back({std::move(text), id});
}

void PhraseIndex::add_list(unicode::WordSegmenter& segmenter, std::string_view phrases,
                           std::uint32_t id) {
  // A line break ends a sentence, and sentences come apart in a WordLine: one pass for all.
  std::string lines(phrases);
  std::replace(lines.begin(), lines.end(), '|', '\n');
  TokenizedText tokens;
  tokenize(segmenter, lines, tokens);
  const WordLine line(tokens);
  std::u16string_view rest = line.text();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(u'\n'), rest.size());
    phrases_.push_back({std::u16string(rest.substr(0, end)), id});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void PhraseIndex::sort() { std::sort(phrases_.begin(), phrases_.end()); }

std::vector<PhraseIndex::Match> PhraseIndex::find(const WordLine& line) const {
  std::vector<Match> matches;
  for (std::size_t first = 0; first < line.words().size(); ++first) {
    for (std::size_t last = first; last < line.words().size(); ++last) {
      const std::u16string_view words = line.slice(first, last);
      auto at = std::lower_bound(
          phrases_.begin(), phrases_.end(), words,
          [](const Phrase& phrase, std::u16string_view value) { return phrase.text < value; });
      for (; at != phrases_.end() && at->text == words; ++at) {
        matches.push_back(
            {at->id, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
      }
      // A space sorts before every letter and digit, so longer phrases follow at once.
      const bool goes_on = at != phrases_.end() && at->text.size() > words.size() &&
                           at->text[words.size()] == u' ' &&
                           std::u16string_view(at->text).substr(0, words.size()) == words;
      if (!goes_on) break;
    }
  }
  return matches;
}

}  // namespace attune

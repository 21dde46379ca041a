#include "cues/claps.h"

namespace attune {
namespace {

constexpr std::u16string_view kClap = u"\U0001F44F";

bool is_clap(const Token& token) {
  return token.kind == TokenKind::kEmoji && token.folded == kClap;
}

// The next token in one direction that is no space; the number of tokens when there is none.
std::size_t neighbour(const std::vector<Token>& tokens, std::size_t from, bool forward) {
  std::size_t at = from;
  for (int spaces = 0; spaces < 2; ++spaces) {
    if (forward ? at + 1 >= tokens.size() : at == 0) return tokens.size();
    at = forward ? at + 1 : at - 1;
    if (tokens[at].kind != TokenKind::kSpace) return at;
  }
  return tokens.size();
}

bool beats(const std::vector<Token>& tokens, std::size_t from, bool forward) {
  const std::size_t word = neighbour(tokens, from, forward);
  if (word == tokens.size() || !tokens[word].is_word()) return false;
  const std::size_t clap = neighbour(tokens, word, forward);
  return clap != tokens.size() && is_clap(tokens[clap]);
}

}  // namespace

bool claps_between_words(const TokenizedText& text, std::size_t token) {
  const std::vector<Token>& tokens = text.tokens;
  return is_clap(tokens[token]) && (beats(tokens, token, true) || beats(tokens, token, false));
}

}  // namespace attune

#include "pattern.h"

#include <algorithm>
#include <cstddef>

#include "text/table_format.h"
#include "text/tokenizer.h"

namespace attune::compile {

std::vector<std::u16string> fold_words(std::string_view utf8) {
  static unicode::WordSegmenter segmenter;  // a program of one thread
  TokenizedText text;
  tokenize(segmenter, utf8, text);
  std::vector<std::u16string> words;
  for (const Token& token : text.tokens) {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) {
      words.emplace_back(token.folded);
    }
  }
  return words;
}

namespace {

// Recursive descent over: sequence = item*, item = "(" sequence ("|" sequence)* ")" |
// "[" sequence ("|" sequence)* "]" | atom.
class Parser {
 public:
  Parser(std::string_view pattern, std::string& error) : text_(pattern), error_(error) {}

  bool run(std::vector<Sequence>& out) {
    out = alternatives();
    if (error_.empty() && at_ < text_.size())
      fail("unexpected '" + std::string(1, text_[at_]) + "'");
    if (error_.empty()) {
      for (const Sequence& sequence : out) check(sequence);
    }
    return error_.empty();
  }

 private:
  void fail(const std::string& message) {
    if (error_.empty()) error_ = message;
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::vector<Sequence> alternatives() {
    std::vector<Sequence> all = sequence();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      std::vector<Sequence> more = sequence();
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

  std::vector<Sequence> sequence() {
    std::vector<Sequence> result = {{}};
    while (error_.empty()) {
      skip_spaces();
      if (at_ == text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == ']') break;
      append(result, item());
    }
    return result;
  }

  std::vector<Sequence> item() {
    const char c = text_[at_];
    if (c == '(' || c == '[') {
      ++at_;
      std::vector<Sequence> inner = merge_single_words(alternatives());
      const char close = c == '(' ? ')' : ']';
      if (at_ == text_.size() || text_[at_] != close) {
        fail(std::string("missing '") + close + "'");
        return {{}};
      }
      ++at_;
      if (c == '[') inner.emplace_back();
      return inner;
    }
    const std::size_t end = std::min(text_.find_first_of(" ()[]|", at_), text_.size());
    const std::string_view atom = text_.substr(at_, end - at_);
    at_ = end;
    return {atom_sequence(atom)};
  }

  Sequence atom_sequence(std::string_view atom) {
    if (atom == "^") return {{.kind = Element::Kind::kStart}};
    if (atom == "$") return {{.kind = Element::Kind::kEnd}};
    if (atom == "%num") return {{.kind = Element::Kind::kNum}};
    if (atom == "%nth") return {{.kind = Element::Kind::kNth}};
    if (atom == "%dur") return {{.kind = Element::Kind::kDur}};
    if (atom == "%times") return {{.kind = Element::Kind::kTimes}};
    if (atom[0] == '@')
      return {{.kind = Element::Kind::kClass, .class_name = std::string(atom.substr(1))}};
    if (atom[0] == '*') return gap(atom);
    if (atom[0] == '%') fail("unknown element " + std::string(atom));
    Sequence words;
    for (std::u16string& word : fold_words(atom)) {
      words.push_back({.kind = Element::Kind::kWords, .words = {std::move(word)}});
    }
    if (words.empty()) fail("'" + std::string(atom) + "' holds no word");
    return words;
  }

  Sequence gap(std::string_view atom) {
    const int length = atom.size() == 2 ? atom[1] - '0' : -1;
    if (length < 1 || length > static_cast<int>(table::kMaxGap)) {
      fail("a gap is *1 to *" + std::to_string(table::kMaxGap) + ", not " + std::string(atom));
      return {};
    }
    return {{.kind = Element::Kind::kGap, .gap = length}};
  }

  // (a|b|c) of single words becomes one element instead of three sequences.
  static std::vector<Sequence> merge_single_words(std::vector<Sequence> all) {
    Element merged;
    std::vector<Sequence> rest;
    for (Sequence& sequence : all) {
      if (sequence.size() == 1 && sequence[0].kind == Element::Kind::kWords) {
        merged.words.insert(merged.words.end(), sequence[0].words.begin(), sequence[0].words.end());
      } else {
        rest.push_back(std::move(sequence));
      }
    }
    if (merged.words.empty()) return rest;
    std::sort(merged.words.begin(), merged.words.end());
    merged.words.erase(std::unique(merged.words.begin(), merged.words.end()), merged.words.end());
    rest.push_back({std::move(merged)});
    return rest;
  }

  void append(std::vector<Sequence>& result, const std::vector<Sequence>& next) {
    if (result.size() * next.size() > kMaxSequences) {
      return fail("the pattern stands for more than " + std::to_string(kMaxSequences) +
                  " sequences: use a class");
    }
    std::vector<Sequence> combined;
    combined.reserve(result.size() * next.size());
    for (const Sequence& head : result) {
      for (const Sequence& tail : next) {
        combined.push_back(head);
        combined.back().insert(combined.back().end(), tail.begin(), tail.end());
      }
    }
    result = std::move(combined);
  }

  void check(const Sequence& sequence) {
    const auto is_content = [](const Element& element) {
      return element.kind != Element::Kind::kGap && element.kind != Element::Kind::kStart &&
             element.kind != Element::Kind::kEnd;
    };
    if (std::none_of(sequence.begin(), sequence.end(), is_content)) {
      return fail("the pattern can match nothing at all");
    }
    if (sequence.front().kind == Element::Kind::kGap ||
        sequence.back().kind == Element::Kind::kGap) {
      fail("a gap must stand between two words");
    }
  }

  std::string_view text_;
  std::string& error_;
  std::size_t at_ = 0;
};

}  // namespace

bool expand_pattern(std::string_view pattern, std::vector<Sequence>& out, std::string& error) {
  error.clear();
  return Parser(pattern, error).run(out);
}

}  // namespace attune::compile

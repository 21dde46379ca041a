#include <algorithm>

#include "cues/emphasis_readers.h"

namespace attune {
namespace {

constexpr int kMarksThatWeigh = 6;  // "!!!!!!!!!!" says no more than "!!!!!!"

// Also full-width, doubled (U+203C, U+2047 to U+2049), as emoji (U+2753 to U+2757), Arabic, and
// the interrobang (U+203D). Inverted marks pair with the closing ones, which are counted.
constexpr std::u16string_view kExclamations = u"!\uff01\u203c\u2755\u2757\u2049\u2048\u203d";
constexpr std::u16string_view kQuestions = u"?\uff1f\u2047\u2753\u2754\u2049\u2048\u203d\u061f";

int count(std::u16string_view text, std::u16string_view marks) {
  int found = 0;
  for (const char16_t c : text) found += marks.find(c) != std::u16string_view::npos ? 1 : 0;
  return found;
}

class MarksReader {
 public:
  explicit MarksReader(const EmphasisInput& in) : in_(in), tokens_(in.text.tokens) {}

  void run() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is_mark(i)) continue;
      const std::size_t last = last_of_run(i);
      if (!is_code(i, last)) add(i, last);
      i = last;
    }
  }

 private:
  std::u16string_view slice(std::size_t first, std::size_t last) const {
    return in_.text.slice(tokens_[first].start, tokens_[last].end);
  }

  bool is_mark(std::size_t i) const {
    if (i >= tokens_.size()) return false;
    const Token& token = tokens_[i];
    if (token.opaque || (token.kind != TokenKind::kSymbol && token.kind != TokenKind::kEmoji)) {
      return false;
    }
    const std::u16string_view text = in_.text.slice(token.start, token.end);
    return count(text.substr(0, 1), kExclamations) + count(text.substr(0, 1), kQuestions) > 0;
  }

  bool is_single_space(std::size_t i) const {
    return tokens_[i].kind == TokenKind::kSpace && tokens_[i].end - tokens_[i].start == 1 &&
           !tokens_[i].ends_sentence;
  }

  bool is_slipped_one(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kNumber && !tokens_[i].opaque &&
           tokens_[i].folded.find_first_not_of(u'1') == std::u16string_view::npos;
  }

  // Marks side by side or with one space between them: "! ! !". A 1 that slipped in for want of
  // the shift key belongs to them: "!!!11".
  std::size_t last_of_run(std::size_t first) const {
    std::size_t last = first;
    for (;;) {
      if (is_mark(last + 1) || (last > first && is_slipped_one(last + 1))) {
        ++last;
      } else if (is_mark(last + 2) && is_single_space(last + 1)) {
        last += 2;
      } else {
        return last;
      }
    }
  }

  // Marks glued before a word, but not behind one, are operators ("!!value"); between single
  // letters they are blanks ("A??E").
  bool is_code(std::size_t first, std::size_t last) const {
    if (last + 1 >= tokens_.size() || !tokens_[last + 1].is_word()) return false;
    if (first == 0 || tokens_[first - 1].kind == TokenKind::kSpace) return true;
    return tokens_[first - 1].is_word() && tokens_[first - 1].letters == 1 &&
           tokens_[last + 1].letters == 1;
  }

  void add(std::size_t first, std::size_t last) const {
    const std::u16string_view run = slice(first, last);
    const int exclamations = count(run, kExclamations) + count(run, u"\u203c");  // doubled
    const int questions = count(run, kQuestions) + count(run, u"\u2047");        // doubled
    if (exclamations > 0 && questions > 0) {
      put(CueKind::kQuestionRun, first, last, in_.tables.weight(Weight::kInterrobang));
    } else if (exclamations >= 2) {
      const int further = std::min(exclamations, kMarksThatWeigh) - 2;
      put(CueKind::kExclamation, first, last,
          in_.tables.weight(Weight::kExclamationRun) +
              in_.tables.weight(Weight::kExclamationStep) * further);
    } else if (questions >= 2) {
      put(CueKind::kQuestionRun, first, last, in_.tables.weight(Weight::kQuestionRun));
    }
  }

  void put(CueKind kind, std::size_t first, std::size_t last, double weight) const {
    in_.add(kind, tokens_[first].start, tokens_[last].end, weight);
  }

  const EmphasisInput& in_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void read_marks(const EmphasisInput& in) { MarksReader(in).run(); }

}  // namespace attune

#include <algorithm>

#include "cues/claps.h"
#include "cues/emphasis_readers.h"

namespace attune {
namespace {

// A word that no table knows is drawn out from so many equal letters on: three in a row are
// correct spelling in some languages ("Schifffahrt").
constexpr std::size_t kUnknownRun = 4;

constexpr std::size_t kLongestRepeated = 3;    // words of a phrase: "call me back"
constexpr std::size_t kFewestRepetitions = 3;  // "bye bye" and "very very" are ordinary speech

std::size_t longest_run(std::u16string_view word) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

// Sounds ("hmmm", "shhh", "zzz") and codes last long without stress: they have no vowel, or are
// one letter over and over.
bool is_sound_or_code(std::u16string_view folded) {
  const auto is_ascii = [](char16_t c) { return c < 0x80; };
  const bool vowel = folded.find_first_of(u"aeiouy") != std::u16string_view::npos ||
                     !std::all_of(folded.begin(), folded.end(), is_ascii);
  return !vowel || folded.find_first_not_of(folded[0]) == std::u16string_view::npos ||
         folded.find_first_of(u"0123456789") != std::u16string_view::npos;
}

class RepetitionReader {
 public:
  explicit RepetitionReader(const EmphasisInput& in) : in_(in), units_(in.phrases.units) {}

  void run() const {
    for (std::size_t i = 0; i < units_.size();) {
      const std::size_t length = repeated_from(i);
      if (length > 0) {
        in_.add(CueKind::kIntensifier, in_.token_of(units_[i]).start,
                in_.token_of(units_[i + length - 1]).end, in_.tables.weight(Weight::kRepetition));
      }
      i += std::max<std::size_t>(length, 1);
    }
  }

 private:
  bool same(std::size_t a, std::size_t b) const {
    if (b >= units_.size()) return false;
    const Token& first = in_.token_of(units_[a]);
    const Token& second = in_.token_of(units_[b]);
    return first.is_word() && second.is_word() && first.letters > 1 &&
           first.folded == second.folded;
  }

  // How many units from `i` on are one phrase over and over; 0 when it comes too seldom.
  std::size_t repeated_from(std::size_t i) const {
    for (std::size_t period = 1; period <= kLongestRepeated; ++period) {
      std::size_t equal = 0;
      while (same(i + equal, i + equal + period)) ++equal;
      const std::size_t times = equal / period + 1;
      if (times >= kFewestRepetitions) return times * period;
    }
    return 0;
  }

  const EmphasisInput& in_;
  const std::vector<Unit>& units_;
};

// Asterisks and underscores in pairs around words, as chats and Markdown mark stress.
class MarkedWordsReader {
 public:
  explicit MarkedWordsReader(const EmphasisInput& in) : in_(in), tokens_(in.text.tokens) {}

  void run() const {
    for (std::size_t i = 0; i < tokens_.size();) {
      const Fence open = fence_at(i);
      if (open.size == 0) {
        ++i;
        continue;
      }
      const std::size_t close = opens(open) ? closing(open) : 0;
      if (close == 0) {
        i = open.last + 1;
        continue;
      }
      const Fence end = fence_at(close);
      in_.add(CueKind::kIntensifier, tokens_[i].start, tokens_[end.last].end,
              in_.tables.weight(Weight::kMarkedWord));
      i = end.last + 1;
    }
  }

 private:
  static constexpr std::size_t kLongestFence = 3;
  static constexpr std::size_t kMostTokens = 24;  // between the fences

  // A run of one mark: tokens [first, last].
  struct Fence {
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t size = 0;  // characters, 0 when there is none
    char16_t mark = 0;
  };

  // The characters before and behind tell whether a fence stands apart; 0 at the ends.
  char16_t before(std::size_t token) const {
    return tokens_[token].start == 0 ? u'\0' : in_.text.text[tokens_[token].start - 1U];
  }
  char16_t behind(std::size_t token) const {
    return tokens_[token].end == in_.text.text.size() ? u'\0' : in_.text.text[tokens_[token].end];
  }
  static bool joins(char16_t c) { return unicode::is_letter(c) || unicode::is_digit(c); }

  Fence fence_at(std::size_t i) const {
    Fence fence{i, i};
    for (; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::kSymbol || tokens_[i].opaque) break;
      const std::u16string_view marks = in_.text.slice(tokens_[i].start, tokens_[i].end);
      if (marks[0] != u'*' && marks[0] != u'_') break;
      if (fence.size > 0 && marks[0] != fence.mark) break;
      if (marks.find_first_not_of(marks[0]) != std::u16string_view::npos) break;
      fence.mark = marks[0];
      fence.last = i;
      fence.size += static_cast<std::uint32_t>(marks.size());
    }
    return fence;
  }

  bool opens(const Fence& fence) const {
    return fence.size <= kLongestFence && !joins(before(fence.first)) &&
           fence.last + 1 < tokens_.size() && tokens_[fence.last + 1].is_word();
  }

  // Underscores are also around names of code ("__init__"), which no table knows.
  bool holds_known_word(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      if (tokens_[i].is_word() && in_.tables.word_id(tokens_[i].folded) != kNoWord) return true;
    }
    return false;
  }

  // Where the partner of `open` starts, 0 when it has none. Labels of forms ("**Name:** ...")
  // are layout.
  std::size_t closing(const Fence& open) const {
    const std::size_t limit = std::min(tokens_.size(), open.last + 1 + kMostTokens);
    for (std::size_t i = open.last + 1; i < limit; ++i) {
      if (tokens_[i].kind == TokenKind::kSpace && tokens_[i].ends_sentence) return 0;
      const Fence close = fence_at(i);
      if (close.size == 0 || close.mark != open.mark) continue;
      const char16_t inside = before(close.first);
      const char16_t outside = behind(close.last);
      if (close.size != open.size || unicode::is_white_space(inside) || joins(outside)) return 0;
      if (inside == u':' || outside == u':') return 0;
      return open.mark == u'*' || holds_known_word(open.last + 1, i) ? i : 0;
    }
    return 0;
  }

  const EmphasisInput& in_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void read_long_words(const EmphasisInput& in) {
  for (const Unit& unit : in.phrases.units) {
    const Token& token = in.token_of(unit);
    if (unit.word != kNoWord && token.spelled && !in.tables.has_flag(unit.word, table::kAcronym)) {
      in.add(CueKind::kElongation, token.start, token.end, in.tables.weight(Weight::kSpelledWord));
    } else if (token.elongated && !is_sound_or_code(token.folded) &&
               (unit.word != kNoWord || longest_run(token.folded) >= kUnknownRun)) {
      in.add(CueKind::kElongation, token.start, token.end, in.tables.weight(Weight::kElongation));
    }
  }
}

void read_repetition(const EmphasisInput& in) { RepetitionReader(in).run(); }

void read_marked_words(const EmphasisInput& in) { MarkedWordsReader(in).run(); }

void read_claps(const EmphasisInput& in) {
  for (std::size_t i = 0; i < in.text.tokens.size(); ++i) {
    if (!claps_between_words(in.text, i)) continue;
    in.add(CueKind::kEmoji, in.text.tokens[i].start, in.text.tokens[i].end,
           in.tables.weight(Weight::kClaps));
  }
}

}  // namespace attune

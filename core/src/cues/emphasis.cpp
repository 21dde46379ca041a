#include "cues/emphasis.h"

#include <algorithm>

namespace attune {
namespace {

// A message is shouted when so many of its cased letters are upper case, in so many words.
constexpr double kShoutedShare = 0.75;
constexpr std::uint32_t kShoutedWords = 3;
constexpr std::uint16_t kShortestShout = 2;  // letters: "I" and initials are no shout

constexpr int kMarksThatWeigh = 6;  // "!!!!!!!!!!" says no more than "!!!!!!"

bool all_capitals(const Token& token) {
  return token.is_word() && !token.opaque && token.letters >= kShortestShout &&
         token.upper == token.letters;
}

bool has_digit(std::u16string_view folded) {
  return folded.find_first_of(u"0123456789") != std::u16string_view::npos;
}

class EmphasisReader {
 public:
  EmphasisReader(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                 std::vector<Evidence>& out)
      : tables_(tables), text_(text), phrases_(phrases), out_(out) {}

  void run() {
    read_capitals();
    read_marks();
    read_elongation();
  }

 private:
  // Words that the tables do not know are names or codes when they stand in capitals.
  bool is_shouted(const Unit& unit) const {
    const Token& token = text_.tokens[unit.token];
    if (!all_capitals(token) || unit.word == kNoWord || has_digit(token.folded)) return false;
    return !tables_.has_flag(unit.word, table::kAcronym);
  }

  bool message_is_shouted() const {
    std::uint64_t upper = 0;
    std::uint64_t cased = 0;
    std::uint32_t words = 0;
    for (const Unit& unit : phrases_.units) {
      const Token& token = text_.tokens[unit.token];
      upper += token.upper;
      cased += static_cast<std::uint64_t>(token.upper) + token.lower;
      if (all_capitals(token)) ++words;
    }
    return words >= kShoutedWords &&
           static_cast<double>(upper) >= kShoutedShare * static_cast<double>(cased);
  }

  void add(CueKind kind, std::uint32_t start, std::uint32_t end, double weight) {
    Evidence evidence;
    evidence.kind = kind;
    evidence.start = start;
    evidence.end = end;
    evidence.upset = weight;
    out_.push_back(evidence);
  }

  void read_capitals() {
    const std::vector<Unit>& units = phrases_.units;
    std::size_t shouted = 0;
    for (const Unit& unit : units) shouted += is_shouted(unit) ? 1U : 0U;
    if (shouted == 0) return;
    if (message_is_shouted()) {
      const auto is_capital = [&](const Unit& unit) {
        return all_capitals(text_.tokens[unit.token]);
      };
      const auto first = std::find_if(units.begin(), units.end(), is_capital);
      const auto last = std::find_if(units.rbegin(), units.rend(), is_capital);
      add(CueKind::kCapitals, text_.tokens[first->token].start, text_.tokens[last->token].end,
          tables_.weight(Weight::kCapitalsMessage));
      return;
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (!is_shouted(units[i])) continue;
      std::size_t last = i;
      while (last + 1 < units.size() && is_shouted(units[last + 1])) ++last;
      add(CueKind::kCapitals, text_.tokens[units[i].token].start,
          text_.tokens[units[last].token].end, tables_.weight(Weight::kCapitalsWord));
      i = last;
    }
  }

  static int count(std::u16string_view text, std::u16string_view marks) {
    int found = 0;
    for (const char16_t c : text) found += marks.find(c) != std::u16string_view::npos ? 1 : 0;
    return found;
  }

  // Runs of ! and ?, also full-width, doubled (U+203C, U+2047..U+2049) and as emoji (U+2755,
  // U+2757).
  void read_marks() {
    constexpr std::u16string_view kExclamations = u"!\uff01\u203c\u2755\u2757\u2049\u2048\u00a1";
    constexpr std::u16string_view kQuestions = u"?\uff1f\u2047\u2753\u2754\u2049\u2048\u061f";
    constexpr std::u16string_view kDouble = u"\u203c\u2047";
    const std::vector<Token>& tokens = text_.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      std::size_t last = i;
      const auto is_mark = [&](const Token& token) {
        if (token.opaque || token.kind == TokenKind::kWord || token.kind == TokenKind::kSpace)
          return false;
        const std::u16string_view slice = text_.slice(token.start, token.end);
        return count(slice, kExclamations) + count(slice, kQuestions) > 0;
      };
      if (!is_mark(tokens[i])) continue;
      while (last + 1 < tokens.size() && is_mark(tokens[last + 1])) ++last;
      const std::u16string_view run = text_.slice(tokens[i].start, tokens[last].end);
      add_marks(tokens[i].start, tokens[last].end, count(run, kExclamations) + count(run, kDouble),
                count(run, kQuestions));
      i = last;
    }
  }

  void add_marks(std::uint32_t start, std::uint32_t end, int exclamations, int questions) {
    if (exclamations > 0 && questions > 0) {
      add(CueKind::kQuestionRun, start, end, tables_.weight(Weight::kInterrobang));
    } else if (exclamations >= 2) {
      const int further = std::min(exclamations, kMarksThatWeigh) - 2;
      add(CueKind::kExclamation, start, end,
          tables_.weight(Weight::kExclamationRun) +
              tables_.weight(Weight::kExclamationStep) * further);
    } else if (questions >= 2) {
      add(CueKind::kQuestionRun, start, end, tables_.weight(Weight::kQuestionRun));
    }
  }

  void read_elongation() {
    for (const Unit& unit : phrases_.units) {
      const Token& token = text_.tokens[unit.token];
      if (token.elongated) {
        add(CueKind::kElongation, token.start, token.end, tables_.weight(Weight::kElongation));
      }
    }
  }

  const Tables& tables_;
  const TokenizedText& text_;
  const Phrases& phrases_;
  std::vector<Evidence>& out_;
};

}  // namespace

void read_emphasis(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                   std::vector<Evidence>& out) {
  EmphasisReader(tables, text, phrases, out).run();
}

}  // namespace attune

#include <algorithm>

#include "cues/emphasis_readers.h"

namespace attune {
namespace {

// A message is shouted when so many of its cased letters are upper case, in so many words.
constexpr double kShoutedShare = 0.75;
constexpr std::uint32_t kShoutedWords = 3;
// Words that no table knows shout only together, and not when they are as short as acronyms.
constexpr std::uint32_t kUnknownShoutedWords = 4;
constexpr std::uint16_t kLongUnknownWord = 6;
constexpr std::uint16_t kShortestShout = 2;  // letters: "I" and initials are no shout
constexpr std::uint16_t kLongestLabel = 3;
constexpr std::uint32_t kWordsThatWeigh = 4;
constexpr int kCodeReach = 4;  // parts of a code looked at to either side: "REF/2023/OVER/88"

bool all_capitals(const Token& token) {
  return token.is_word() && !token.opaque && token.letters >= kShortestShout &&
         token.upper == token.letters;
}

bool has_digit(std::u16string_view folded) {
  return folded.find_first_of(u"0123456789") != std::u16string_view::npos;
}

class CapitalsReader {
 public:
  explicit CapitalsReader(const EmphasisInput& in) : in_(in) {}

  void run() {
    const std::vector<Unit>& units = in_.phrases.units;
    if (std::none_of(units.begin(), units.end(),
                     [&](const Unit& unit) { return all_capitals(in_.token_of(unit)); })) {
      return;
    }
    if (message_is_shouted()) {
      add_message();
    } else {
      add_runs();
    }
  }

 private:
  // How a unit counts in a run of capitals.
  enum class Role : std::uint8_t { kCalm, kBridge, kUnknown, kShouted };

  // Whether symbols of codes tie the token to digits, in one direction: "PRO-500".
  bool leads_to_digits(std::size_t token, std::ptrdiff_t step) const {
    constexpr std::u16string_view kCodeMarks = u"-/_#+";
    const std::vector<Token>& tokens = in_.text.tokens;
    auto at = static_cast<std::ptrdiff_t>(token) + step;
    for (int part = 0; part < kCodeReach; ++part, at += 2 * step) {
      const std::ptrdiff_t next = at + step;
      if (next < 0 || next >= static_cast<std::ptrdiff_t>(tokens.size())) return false;
      const Token& mark = tokens[static_cast<std::size_t>(at)];
      const Token& word = tokens[static_cast<std::size_t>(next)];
      if (mark.kind != TokenKind::kSymbol || mark.end - mark.start != 1 ||
          kCodeMarks.find(in_.text.text[mark.start]) == std::u16string_view::npos) {
        return false;
      }
      if (has_digit(word.folded)) return true;
      if (!word.is_word()) return false;
    }
    return false;
  }

  // Short words before a number label it: "NO 4711", "BOX 12".
  bool is_before_number(std::size_t token) const {
    const std::vector<Token>& tokens = in_.text.tokens;
    return token + 2 < tokens.size() && tokens[token + 1].kind == TokenKind::kSpace &&
           tokens[token + 2].kind == TokenKind::kNumber;
  }

  // Words that the tables do not know are names or codes when they stand in capitals.
  Role role_of(const Unit& unit) const {
    const Token& token = in_.token_of(unit);
    if (token.is_word() && token.letters == 1 && token.upper == 1) return Role::kBridge;
    if (!all_capitals(token) || has_digit(token.folded)) return Role::kCalm;
    if (leads_to_digits(unit.token, 1) || leads_to_digits(unit.token, -1)) return Role::kCalm;
    const bool one_letter = token.folded.find_first_not_of(token.folded[0]) == std::u16string::npos;
    if (unit.word == kNoWord || one_letter) return Role::kUnknown;  // "AAA" is no drawn-out "a"
    if (in_.tables.has_flag(unit.word, table::kAcronym)) return Role::kBridge;
    return token.letters <= kLongestLabel && is_before_number(unit.token) ? Role::kBridge
                                                                          : Role::kShouted;
  }

  bool message_is_shouted() const {
    std::uint64_t upper = 0;
    std::uint64_t cased = 0;
    std::uint32_t words = 0;
    std::uint16_t longest = 0;
    bool known = false;
    for (const Unit& unit : in_.phrases.units) {
      const Token& token = in_.token_of(unit);
      upper += token.upper;
      cased += static_cast<std::uint64_t>(token.upper) + token.lower;
      if (!all_capitals(token)) continue;
      ++words;
      if (!has_digit(token.folded)) longest = std::max(longest, token.letters);
      known = known || role_of(unit) == Role::kShouted;
    }
    const bool enough = known ? words >= kShoutedWords
                              : words >= kUnknownShoutedWords && longest >= kLongUnknownWord;
    return enough && static_cast<double>(upper) >= kShoutedShare * static_cast<double>(cased);
  }

  void add_message() const {
    const std::vector<Unit>& units = in_.phrases.units;
    const auto is_capital = [&](const Unit& unit) { return all_capitals(in_.token_of(unit)); };
    const auto first = std::find_if(units.begin(), units.end(), is_capital);
    const auto last = std::find_if(units.rbegin(), units.rend(), is_capital);
    in_.add(CueKind::kCapitals, in_.token_of(*first).start, in_.token_of(*last).end,
            in_.tables.weight(Weight::kCapitalsMessage));
  }

  // One cue for each run of shouted words; a letter or an acronym between them does not cut it.
  void add_runs() const {
    const std::vector<Unit>& units = in_.phrases.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (role_of(units[i]) != Role::kShouted && role_of(units[i]) != Role::kUnknown) continue;
      std::size_t first = units.size();
      std::size_t last = i;
      std::uint32_t shouted = 0;
      std::uint32_t unknown = 0;
      for (; i < units.size(); ++i) {
        const Role role = role_of(units[i]);
        if (role == Role::kCalm) break;
        if (role == Role::kUnknown) ++unknown;
        if (role != Role::kShouted) continue;
        ++shouted;
        first = std::min(first, i);
        last = i;
      }
      // Mostly unknown words are a name: "NORDVIK OAK SHELF".
      if (shouted > 0 && shouted >= unknown) add_run(units[first], units[last], shouted);
    }
  }

  void add_run(const Unit& first, const Unit& last, std::uint32_t words) const {
    const std::uint32_t further = std::min(words, kWordsThatWeigh) - 1;
    in_.add(CueKind::kCapitals, in_.token_of(first).start, in_.token_of(last).end,
            in_.tables.weight(Weight::kCapitalsWord) +
                in_.tables.weight(Weight::kCapitalsStep) * further);
  }

  const EmphasisInput& in_;
};

}  // namespace

void read_capitals(const EmphasisInput& in) { CapitalsReader(in).run(); }

}  // namespace attune

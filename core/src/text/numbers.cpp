#include "text/numbers.h"

#include <cstddef>
#include <limits>
#include <optional>

namespace attune {
namespace {

using table::NumberKind;

// Words allowed between the number and "times" ("four separate times"), and between the quantity
// and the unit ("a couple of weeks", "two whole days").
constexpr std::size_t kMaxWordsBetween = 1;

struct Digits {
  double value = 0.0;
  std::u16string_view rest;  // what is glued to the digits: "rd" of "3rd"
};

// Reads leading decimal digits (grouping commas allowed); nothing when there are none.
std::optional<Digits> read_digits(std::u16string_view folded) {
  Digits digits;
  std::size_t i = 0;
  while (i < folded.size()) {
    const char16_t c = folded[i];
    if (c >= u'0' && c <= u'9') {
      digits.value = digits.value * 10.0 + static_cast<double>(c - u'0');
    } else if (c != u',' || i == 0 || i + 1 == folded.size()) {
      break;
    }
    ++i;
  }
  if (i == 0) return std::nullopt;
  digits.rest = folded.substr(i);
  return digits;
}

class NumberFinder {
 public:
  NumberFinder(const Tables& tables, const TokenizedText& text, std::uint8_t language,
               std::vector<Unit>& units, std::vector<NumericSpan>& spans)
      : tables_(tables), text_(text), language_(language), units_(units), spans_(spans) {}

  void run() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const std::size_t before = spans_.size();
      if (before >= std::numeric_limits<std::uint16_t>::max() - 8U) return;
      find_at(i);
      units_[i].first_numeric = static_cast<std::uint16_t>(before);
      units_[i].numeric_count = static_cast<std::uint16_t>(spans_.size() - before);
    }
  }

 private:
  std::u16string_view folded(std::size_t unit) const {
    return text_.tokens[units_[unit].token].folded;
  }

  const table::Number* number(std::size_t unit) const {
    const std::uint32_t word = units_[unit].word;
    return word == kNoWord ? nullptr : tables_.number_of(word, language_);
  }

  bool is_kind(std::size_t unit, NumberKind kind) const {
    const table::Number* found = unit < units_.size() ? number(unit) : nullptr;
    return found != nullptr && found->kind == kind;
  }

  void add(Numeric kind, std::size_t length, double value) {
    spans_.push_back({kind, static_cast<std::uint8_t>(length), value});
  }

  void find_at(std::size_t i) {
    if (const std::optional<Digits> digits = read_digits(folded(i))) {
      find_digits(i, *digits);
      return;
    }
    const table::Number* word = number(i);
    if (word == nullptr) return;
    switch (word->kind) {
      case NumberKind::kCardinal:
        add(Numeric::kNum, 1, word->value);
        find_counted(i, word->value);
        break;
      case NumberKind::kArticle:
        find_counted(i, word->value);
        break;
      case NumberKind::kOrdinal:
        add(Numeric::kNth, 1, word->value);
        break;
      case NumberKind::kTimes:
        add(Numeric::kTimes, 1, word->value);
        break;
      case NumberKind::kUnit:
      case NumberKind::kCounter:
      case NumberKind::kSuffix:
        break;
    }
  }

  void find_digits(std::size_t i, const Digits& digits) {
    const std::u16string_view rest = digits.rest;
    if (rest.empty() || rest[0] == u'.') {
      add(Numeric::kNum, 1, digits.value);
      find_counted(i, digits.value);
    } else if (rest == u"x") {
      add(Numeric::kTimes, 1, digits.value);
    } else {
      const std::uint32_t word = tables_.word_id(rest);
      const table::Number* unit = word == kNoWord ? nullptr : tables_.number_of(word, language_);
      if (unit != nullptr && unit->kind == NumberKind::kUnit) {
        add(Numeric::kDur, 1, digits.value * unit->value);
      } else if (unit != nullptr && unit->kind == NumberKind::kSuffix) {
        add(Numeric::kNth, 1, digits.value);
      }
    }
  }

  // What the quantity at unit `first` counts: days, times. Of two quantities in a row the later
  // counts ("a couple of weeks").
  void find_counted(std::size_t first, double value) {
    std::size_t quantity = first;
    for (std::size_t next = first + 1; next <= quantity + 1 + kMaxWordsBetween; ++next) {
      if (next >= units_.size() || units_[next].starts_sentence) return;
      const std::size_t length = next - first + 1;
      if (is_kind(next, NumberKind::kUnit)) {
        return add(Numeric::kDur, length, value * number(next)->value);
      }
      if (is_kind(next, NumberKind::kCounter)) {
        return add(Numeric::kTimes, length, value);
      }
      if (quantity == first && is_kind(next, NumberKind::kCardinal)) {
        quantity = next;
        value = number(next)->value;
      }
    }
  }

  const Tables& tables_;
  const TokenizedText& text_;
  std::uint8_t language_;
  std::vector<Unit>& units_;
  std::vector<NumericSpan>& spans_;
};

}  // namespace

void find_numbers(const Tables& tables, const TokenizedText& text, std::uint8_t language,
                  std::vector<Unit>& units, std::vector<NumericSpan>& spans) {
  spans.clear();
  NumberFinder(tables, text, language, units, spans).run();
}

}  // namespace attune

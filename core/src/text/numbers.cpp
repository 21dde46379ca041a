#include "text/numbers.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>

#include "text/language_keys.h"

namespace attune {
namespace {

using table::NumberKind;

constexpr std::size_t kMaxFillers = 2;     // "two whole bloody weeks"
constexpr std::size_t kMaxOtherWords = 1;  // "four frantic messages"
constexpr double kHalf = 0.5;

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

struct Digits {
  double value = 0.0;
  std::u16string_view rest;  // what is glued to the digits: "rd" of "3rd"
};

// Reads leading decimal digits; nothing when there are none. A comma before two digits or more
// groups (1,299 and 12,00,000), before a single one it is a decimal comma (1,5).
std::optional<Digits> read_digits(std::u16string_view folded) {
  Digits digits;
  double place = 0.0;  // of the next decimal; 0 before the point
  std::size_t i = 0;
  for (; i < folded.size(); ++i) {
    const char16_t c = folded[i];
    if (is_digit(c)) {
      const double digit = static_cast<double>(c - u'0');
      digits.value = place > 0.0 ? digits.value + digit * place : digits.value * 10.0 + digit;
      place /= 10.0;
      continue;
    }
    if (i == 0 || (c != u'.' && c != u',') || i + 1 == folded.size()) break;
    if (place > 0.0 || !is_digit(folded[i + 1])) break;
    const bool groups = c == u',' && i + 2 < folded.size() && is_digit(folded[i + 2]);
    if (!groups) place = 0.1;
  }
  if (i == 0) return std::nullopt;
  digits.rest = folded.substr(i);
  return digits;
}

// How many of something, said in the units up to `end`.
struct Quantity {
  double value = 0.0;
  std::size_t end = 0;
  bool counts_alone = true;  // "a" and "half" are no numbers without what they count
};

class NumberFinder {
 public:
  NumberFinder(const Tables& tables, const TokenizedText& text, std::uint8_t language,
               std::vector<Unit>& units, std::vector<NumericSpan>& spans)
      : tables_(tables), text_(text), language_(language), units_(units), spans_(spans) {}

  void run() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const std::size_t before = spans_.size();
      if (before >= std::numeric_limits<std::uint16_t>::max() - 8U) return;
      first_ = i;
      find_at(i);
      units_[i].first_numeric = static_cast<std::uint16_t>(before);
      units_[i].numeric_count = static_cast<std::uint16_t>(spans_.size() - before);
    }
  }

 private:
  std::u16string_view folded(std::size_t unit) const {
    return text_.tokens[units_[unit].token].folded;
  }

  // The number word at a unit of the sentence in which the span starts.
  const table::Number* number(std::size_t unit) const {
    if (unit >= units_.size() || (unit > first_ && units_[unit].starts_sentence)) return nullptr;
    const std::uint32_t word = units_[unit].word;
    return word == kNoWord ? nullptr : tables_.number_of(word, language_);
  }

  bool is_kind(std::size_t unit, NumberKind kind) const {
    const table::Number* found = number(unit);
    return found != nullptr && found->kind == kind;
  }

  void add(Numeric kind, std::size_t end, double value) {
    spans_.push_back({kind, static_cast<std::uint8_t>(end - first_), value});
  }

  void find_at(std::size_t i) {
    const table::Number* word = number(i);
    const NumberKind kind = word == nullptr ? NumberKind::kBar : word->kind;
    if (kind == NumberKind::kOrdinal) return add(Numeric::kNth, i + 1, word->value);
    if (kind == NumberKind::kTimes) return add(Numeric::kTimes, i + 1, word->value);
    if (kind == NumberKind::kSince) return find_since(i);
    if (kind == NumberKind::kUnit) return find_numbered(i, word->value);
    if (const std::optional<Quantity> quantity = read_quantity(i)) {
      find_counted(*quantity);
    } else if (const std::optional<Digits> digits = read_digits(folded(i))) {
      find_glued(i, *digits);
    }
  }

  // "3rd", "3x", "2wks".
  void find_glued(std::size_t i, const Digits& digits) {
    const std::u16string_view rest = digits.rest;
    if (rest == u"x") {
      add(Numeric::kTimes, is_kind(i + 1, NumberKind::kCounter) ? i + 2 : i + 1, digits.value);
      return;
    }
    language_keys::without_accents(rest, rest_);
    const std::uint32_t word = tables_.word_id(rest_);
    const table::Number* unit = word == kNoWord ? nullptr : tables_.number_of(word, language_);
    if (unit == nullptr) return;
    if (unit->kind == NumberKind::kSuffix) add(Numeric::kNth, i + 1, digits.value);
    if (unit->kind == NumberKind::kUnit) add_duration(i + 1, digits.value, unit->value);
  }

  // "since yesterday", "since last week", "the past fortnight".
  void find_since(std::size_t i) {
    if (is_kind(i + 1, NumberKind::kDayBack)) {
      add(Numeric::kDur, i + 2, number(i + 1)->value);
    } else if (is_kind(i + 1, NumberKind::kLast) && is_kind(i + 2, NumberKind::kUnit)) {
      add(Numeric::kDur, i + 3, number(i + 2)->value);
    }
  }

  // "week five", "day 12": it has lasted as long. Not behind a number, as in "2 weeks 3 days".
  void find_numbered(std::size_t i, double unit) {
    if (i > 0 && !units_[i].starts_sentence && units_[i - 1].numeric_count != 0) return;
    const std::optional<Quantity> count = read_simple(i + 1);
    if (!count || !count->counts_alone || is_kind(count->end, NumberKind::kUnit)) return;
    add(Numeric::kDur, count->end, count->value * unit);
  }

  // One number: "3", "twenty-one", "a dozen", "half a dozen"; "a" is 1, "half an" is a half.
  std::optional<Quantity> read_simple(std::size_t i) const {
    const table::Number* word = number(i);
    if (word == nullptr) {
      if (i >= units_.size() || (i > first_ && units_[i].starts_sentence)) return std::nullopt;
      const std::optional<Digits> digits = read_digits(folded(i));
      if (!digits || !(digits->rest.empty() || digits->rest[0] == u'.')) return std::nullopt;
      return Quantity{digits->value, i + 1};
    }
    switch (word->kind) {
      case NumberKind::kScale:
        return Quantity{word->value, i + 1};
      case NumberKind::kCardinal:
        return read_cardinal(i, word->value);
      case NumberKind::kArticle:
        return read_article(i, word->value);
      case NumberKind::kHalf:
        return read_half(i);
      default:
        return std::nullopt;
    }
  }

  Quantity read_cardinal(std::size_t i, double value) const {
    constexpr double kFirstTens = 20.0;
    constexpr double kLastTens = 90.0;
    const bool tens = value >= kFirstTens && value <= kLastTens;
    if (tens && is_kind(i + 1, NumberKind::kCardinal) && number(i + 1)->value < 10.0) {
      return {value + number(i + 1)->value, i + 2};
    }
    return {value, i + 1};
  }

  Quantity read_article(std::size_t i, double value) const {
    const table::Number* next = number(i + 1);
    if (next != nullptr) {
      if (next->kind == NumberKind::kHalf) return {kHalf, i + 2, false};
      if (next->kind == NumberKind::kCardinal || next->kind == NumberKind::kScale) {
        return {next->value, i + 2};
      }
    }
    return {value, i + 1, false};
  }

  Quantity read_half(std::size_t i) const {
    const std::size_t next = is_kind(i + 1, NumberKind::kArticle) ? i + 2 : i + 1;
    if (is_kind(next, NumberKind::kScale)) return {kHalf * number(next)->value, next + 1};
    return {kHalf, next, false};
  }

  // The end of "and a half" at a unit, or the unit itself when it isn't there.
  std::size_t skip_and_half(std::size_t i) const {
    if (!is_kind(i, NumberKind::kAnd)) return i;
    const std::size_t next = is_kind(i + 1, NumberKind::kArticle) ? i + 2 : i + 1;
    return is_kind(next, NumberKind::kHalf) ? next + 1 : i;
  }

  // A number with all that belongs to it. Of a range ("3-4", "two or three") the larger counts.
  std::optional<Quantity> read_quantity(std::size_t i) const {
    std::optional<Quantity> found = read_simple(i);
    if (!found) return found;
    Quantity& quantity = *found;
    if (quantity.counts_alone && is_kind(quantity.end, NumberKind::kScale)) {
      quantity.value *= number(quantity.end)->value;
      ++quantity.end;
    }
    if (const std::size_t end = skip_and_half(quantity.end); end != quantity.end) {
      quantity = {quantity.value + kHalf, end};
    }
    const bool named = is_kind(quantity.end, NumberKind::kRange);
    const std::optional<Quantity> upper = read_simple(quantity.end + (named ? 1 : 0));
    if (upper && upper->counts_alone && upper->value > quantity.value) quantity = *upper;
    return found;
  }

  // What the quantity counts: days, times, or nothing that is known.
  void find_counted(const Quantity& quantity) {
    if (quantity.counts_alone) {
      add(Numeric::kNum, first_ + 1, quantity.value);
      if (quantity.end > first_ + 1) add(Numeric::kNum, quantity.end, quantity.value);
    }
    std::size_t fillers = 0;
    std::size_t others = quantity.counts_alone ? 0 : kMaxOtherWords;
    double factor = 1.0;
    for (std::size_t next = quantity.end; next < units_.size(); ++next) {
      if (units_[next].starts_sentence) return;
      const table::Number* word = number(next);
      if (word == nullptr) {
        if (is_digit(folded(next)[0]) || ++others > kMaxOtherWords) return;
      } else if (word->kind == NumberKind::kUnit) {
        return add_duration(next + 1, quantity.value, word->value * factor);
      } else if (word->kind == NumberKind::kCounter) {
        if (quantity.counts_alone) add(Numeric::kTimes, next + 1, quantity.value);
        return;
      } else if (word->kind == NumberKind::kFactor) {
        factor = word->value;
      } else if (word->kind != NumberKind::kFiller || ++fillers > kMaxFillers) {
        return;
      }
    }
  }

  // A duration whose unit ends before `end`, with what follows it: "a week and a half",
  // "a day or two", "1 month 10 days".
  void add_duration(std::size_t end, double value, double unit) {
    double days = value * unit;
    if (const std::size_t half = skip_and_half(end); half != end) {
      return add(Numeric::kDur, half, days + kHalf * unit);
    }
    if (is_kind(end, NumberKind::kRange) && number(end)->value > 0.0) {
      const std::optional<Quantity> upper = read_simple(end + 1);
      if (upper && upper->counts_alone && !is_kind(upper->end, NumberKind::kUnit)) {
        return add(Numeric::kDur, upper->end, std::max(value, upper->value) * unit);
      }
    }
    const std::optional<Quantity> rest =
        read_simple(is_kind(end, NumberKind::kAnd) ? end + 1 : end);
    if (rest && is_kind(rest->end, NumberKind::kUnit) && number(rest->end)->value < unit) {
      days += rest->value * number(rest->end)->value;
      end = rest->end + 1;
    }
    add(Numeric::kDur, end, days);
  }

  const Tables& tables_;
  const TokenizedText& text_;
  std::uint8_t language_;
  std::vector<Unit>& units_;
  std::vector<NumericSpan>& spans_;
  std::size_t first_ = 0;  // where the spans that are looked for start
  std::u16string rest_;
};

}  // namespace

void find_numbers(const Tables& tables, const TokenizedText& text, std::uint8_t language,
                  std::vector<Unit>& units, std::vector<NumericSpan>& spans) {
  spans.clear();
  NumberFinder(tables, text, language, units, spans).run();
}

}  // namespace attune

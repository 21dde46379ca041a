#include "cues/money.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/unicode.h"

namespace attune {
namespace {

constexpr double kMost = 1e12;             // beyond this it is no sum that a customer deals with
constexpr std::size_t kSpendReach = 4;     // tokens: "paid about 2k"
constexpr std::size_t kLongestGlued = 12;  // letters: "1500euros"

bool is_digit(char16_t c) { return unicode::digit_value(c) >= 0; }

bool is_decimal_sign(char16_t c) { return c == u'.' || c == u','; }

// No-break spaces, the narrow one too, and apostrophes.
bool is_group_space(char16_t c) {
  return c == u' ' || c == 0x00A0 || c == 0x202F || c == u'\'' || c == 0x2019;
}

struct Group {
  double value = 0.0;
  int digits = 0;
  char16_t before = 0;  // the sign that parts it from the group before
};

// Whether the groups of digits are one number, and whether the last one holds decimals.
struct Shape {
  bool sound = true;
  bool decimals = false;
};

template <std::size_t kSize>
Shape shape_of(const std::array<Group, kSize>& groups, std::size_t count) {
  Shape shape;
  if (count == 1) return shape;
  const Group& last = groups[count - 1];
  const bool alike = count == 2 || groups[count - 2].before == last.before;
  shape.decimals = is_decimal_sign(last.before) && (count == 2 ? last.digits != 3 : !alike);
  const std::size_t whole = shape.decimals ? count - 1 : count;
  for (std::size_t i = 1; i < whole; ++i) {
    const bool indian = groups[i].digits == 2 && i + 1 < whole && groups[i].before == u',';
    shape.sound &= (groups[i].digits == 3 || indian) && groups[0].digits <= 3 &&
                   groups[i].before == groups[1].before;
  }
  return shape;
}

// What is written right behind a number, such as "k" or "euros", in small letters.
struct Glued {
  Glued(std::u16string_view text, std::uint32_t at) : end(at) {
    while (end < text.size() && unicode::is_letter(text[end]) && size < letters.size()) {
      const char16_t c = text[end++];
      letters[size++] = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
    }
  }
  std::u16string_view view() const { return {letters.data(), size}; }

  std::array<char16_t, kLongestGlued> letters{};
  std::size_t size = 0;
  std::uint32_t end = 0;
};

class SumReader {
 public:
  SumReader(const MatterWords& words, const TokenizedText& text) : words_(words), text_(text) {}

  std::optional<Sum> read(std::size_t at) {
    const std::optional<std::uint32_t> start = first_digit(at);
    if (!start) return std::nullopt;
    const Literal literal = read_literal(text_.text, *start);
    next_ = token_behind(at, literal.end);
    if (!literal.sound) return std::nullopt;
    value_ = literal.value;
    look_before(at, *start);
    const bool scaled_at_once = look_glued(literal.end);
    look_behind();
    if (!currency_ && !(scaled_at_once && was_spent(at))) return std::nullopt;
    if (!(value_ > 0.0 && value_ <= kMost)) return std::nullopt;
    return Sum{value_, next_};
  }

 private:
  // Where the digits of the token begin; of "EUR500" behind the letters, when these are a currency.
  std::optional<std::uint32_t> first_digit(std::size_t at) {
    const Token& token = text_.tokens[at];
    if (token.kind != TokenKind::kNumber && token.kind != TokenKind::kWord) return std::nullopt;
    std::uint32_t i = token.start;
    while (i < token.end && i - token.start < kLongestGlued && !is_digit(text_.text[i])) ++i;
    if (i == token.end || !is_digit(text_.text[i])) return std::nullopt;
    if (i == token.start) return i;
    const Glued prefix(text_.text, token.start);
    note(words_.find(prefix.view()));
    return currency_ ? std::optional(i) : std::nullopt;
  }

  bool note(const MatterWord* word) {
    if (word == nullptr) return false;
    if (word->is(MatterWord::kUnit) || word->is(MatterWord::kPart)) {
      if (!currency_) value_ *= word->value;  // "$5 dollars" is one currency
      currency_ = true;
    } else if (word->is(MatterWord::kScale)) {
      value_ *= word->value;
    } else {
      return false;
    }
    return true;
  }

  const MatterWord* word_at(std::size_t token) const {
    return words_.find(MatterWords::spelling(text_, text_.tokens[token]));
  }
  bool is_space(std::size_t token) const { return text_.tokens[token].kind == TokenKind::kSpace; }

  // A sign or code before the number, "Rs." too: never a word like "pounds", which belongs to
  // a number before it, nor a part.
  void look_before(std::size_t at, std::uint32_t start) {
    if (currency_ || start != text_.tokens[at].start || at == 0) return;
    std::size_t before = at - 1;
    if (is_space(before) && before > 0) --before;
    if (text_.slice(text_.tokens[before].start, text_.tokens[before].end) == u"." && before > 0) {
      --before;
    }
    const MatterWord* word = word_at(before);
    const std::uint32_t length = text_.tokens[before].end - text_.tokens[before].start;
    if (word != nullptr && word->is(MatterWord::kUnit) && length <= 3) note(word);
  }

  // "2k", "500eur", "2keur". True when it says thousands.
  bool look_glued(std::uint32_t end) {
    const Glued glued(text_.text, end);
    if (glued.size == 0) return false;
    const MatterWord* word = words_.find(glued.view());
    if (word != nullptr && word->is(MatterWord::kScale)) {
      note(word);
      return glued.size == 1 && glued.letters[0] == u'k';
    }
    if (!note(word)) currency_ = false;  // "500ml", "3rd"
    stopped_ = word == nullptr;
    return false;
  }

  // A scale and a currency behind the number: "2 thousand euros", "500,- EUR".
  void look_behind() {
    std::size_t i = next_;
    for (int words = 0; !stopped_ && words < 2; ++words) {
      while (i < text_.tokens.size() && (is_space(i) || is_dash(i))) ++i;
      if (i == text_.tokens.size() || opens_another(i) || !note(word_at(i))) return;
      next_ = ++i;
    }
  }

  // "order 4711 $50": the sign belongs to the number that it touches.
  bool opens_another(std::size_t token) const {
    const std::uint32_t end = text_.tokens[token].end;
    return !text_.tokens[token].is_word() && end < text_.text.size() && is_digit(text_.text[end]);
  }

  bool is_dash(std::size_t token) const {
    const std::u16string_view sign =
        text_.slice(text_.tokens[token].start, text_.tokens[token].end);
    return sign == u",-" || sign == u"-" || (sign == u"," && is_followed_by_dash(token));
  }
  bool is_followed_by_dash(std::size_t token) const {
    return token + 1 < text_.tokens.size() && text_.text[text_.tokens[token + 1].start] == u'-';
  }

  bool was_spent(std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i <= kSpendReach;) {
      const MatterWord* word = word_at(i);
      if (word != nullptr && word->is(MatterWord::kSpend)) return true;
    }
    return false;
  }

  std::size_t token_behind(std::size_t at, std::uint32_t end) const {
    while (at < text_.tokens.size() && text_.tokens[at].start < end) ++at;
    return at;
  }

  const MatterWords& words_;
  const TokenizedText& text_;
  double value_ = 1.0;
  bool currency_ = false;
  bool stopped_ = false;  // what is glued to the number is no money
  std::size_t next_ = 0;
};

}  // namespace

Literal read_literal(std::u16string_view text, std::uint32_t start) {
  std::array<Group, 8> groups{};
  std::size_t count = 0;
  int digits = 0;
  Literal literal;
  std::uint32_t i = start;
  char16_t before = 0;
  for (;;) {
    Group group;
    group.before = before;
    for (; i < text.size() && is_digit(text[i]); ++i, ++group.digits, ++digits) {
      if (digits < kMostDigits) group.value = group.value * 10.0 + unicode::digit_value(text[i]);
    }
    groups[count++] = group;
    if (count == groups.size()) {  // more would be no number, and a list costs its length once
      literal.sound = false;
      break;
    }
    if (i + 1 >= text.size() || !is_digit(text[i + 1])) break;
    if (is_group_space(text[i])) {
      // "1 299" is one number, "12 3400" and "order 5 12" are two.
      const bool three = i + 3 < text.size() && is_digit(text[i + 2]) && is_digit(text[i + 3]) &&
                         (i + 4 >= text.size() || !is_digit(text[i + 4]));
      if (!three || group.digits > 3 || (before != 0 && before != text[i])) break;
    } else if (!is_decimal_sign(text[i])) {
      break;
    }
    before = text[i++];
  }
  literal.end = i;
  const Shape shape = shape_of(groups, count);
  literal.sound &= shape.sound && digits <= kMostDigits;
  if (!literal.sound) return literal;
  for (std::size_t g = 0; g < count; ++g) {
    double place = 1.0;
    for (int d = 0; d < groups[g].digits; ++d) place *= 10.0;
    literal.value = shape.decimals && g + 1 == count ? literal.value + groups[g].value / place
                    : g == 0                         ? groups[g].value
                                                     : literal.value * place + groups[g].value;
  }
  return literal;
}

std::optional<Sum> read_sum(const MatterWords& words, const TokenizedText& text, std::size_t at) {
  return SumReader(words, text).read(at);
}

std::optional<double> read_sum_in_words(const MatterWords& words, const TokenizedText& text,
                                        const Phrases& phrases, std::size_t at) {
  const Unit& unit = phrases.units[at];
  if (text.tokens[unit.token].kind != TokenKind::kWord) return std::nullopt;
  for (std::uint16_t n = 0; n < unit.numeric_count; ++n) {
    const NumericSpan& span = phrases.numbers[unit.first_numeric + n];
    const std::size_t behind = at + span.length;
    if (span.kind != Numeric::kNum || behind >= phrases.units.size()) continue;
    const MatterWord* word =
        words.find(MatterWords::spelling(text, text.tokens[phrases.units[behind].token]));
    if (word == nullptr || !(word->is(MatterWord::kUnit) || word->is(MatterWord::kPart))) continue;
    const double value = span.value * word->value;
    if (value > 0.0 && value <= kMost) return value;
  }
  return std::nullopt;
}

}  // namespace attune

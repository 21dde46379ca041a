#include "cues/scope_markers.h"

#include <algorithm>
#include <array>

#include "text/order.h"

namespace attune {
namespace {

using table::ScopeRole;

// Families of roles, as bits: only markers of one family compete for their words.
constexpr unsigned kAmplifying = 1;
constexpr unsigned kClausal = 2;
constexpr unsigned kModal = 4;
constexpr unsigned kConceding = 8;  // "although" is a contrast too when no sentence begins there

// A single word in marks is stressed rather than quoted; more words than these between two marks
// are no quotation either, but marks that lost their partner.
constexpr std::uint32_t kLongestQuotation = 40;

// Phrases that do nothing stand in each family where they could hide another marker.
unsigned families_of(ScopeRole role) {
  switch (role) {
    case ScopeRole::kPlain:
      return kAmplifying | kConceding | kModal;
    case ScopeRole::kNegator:
    case ScopeRole::kIntensifier:
    case ScopeRole::kDowntoner:
    case ScopeRole::kPostposed:
    case ScopeRole::kContrast:
      return kAmplifying;  // "nothing but", "anything but" hold no contrast
    case ScopeRole::kBoundary:
    case ScopeRole::kCoordinate:
      return kClausal;
    case ScopeRole::kConcession:
      return kConceding;
    case ScopeRole::kSupposed:
    case ScopeRole::kAgreed:
    case ScopeRole::kResolved:
    case ScopeRole::kToneTag:
      break;
  }
  return kModal;
}

char16_t sign_of(const TokenizedText& text, std::uint32_t token) {
  const Token& sign = text.tokens[token];
  return sign.kind == TokenKind::kSymbol ? text.text[sign.start] : u' ';
}

bool is_space(const TokenizedText& text, std::uint32_t token) {
  return token >= text.tokens.size() || text.tokens[token].kind == TokenKind::kSpace;
}

// A hyphen inside a word is no border: "well-mannered".
bool is_clause_sign(const TokenizedText& text, std::uint32_t token) {
  const char16_t sign = sign_of(text, token);
  if (sign == u'-') return is_space(text, token + 1) || (token > 0 && is_space(text, token - 1));
  constexpr std::u16string_view kSigns = u",:()\u2013\u2014\uff0c";
  return kSigns.find(sign) != std::u16string_view::npos;
}

// A mark behind a number means inches.
bool is_quotation_mark(const TokenizedText& text, std::uint32_t token) {
  const char16_t sign = sign_of(text, token);
  if (sign == u'\u201c' || sign == u'\u201d' || sign == u'\u201e') return true;
  return sign == u'"' && (token == 0 || text.tokens[token - 1].kind != TokenKind::kNumber);
}

void add_quotations(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                    std::vector<ScopeMarker>& markers) {
  bool inside = false;
  std::uint32_t first = 0;
  std::uint32_t unit = 0;  // the first unit behind the sign
  for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
    while (unit < phrases.units.size() && phrases.units[unit].token < token) ++unit;
    if (!is_quotation_mark(text, token)) continue;
    if (inside && first + 1 < unit && unit - first <= kLongestQuotation) {
      ScopeMarker marker;
      marker.match = {first, unit, 0};
      marker.role = ScopeRole::kSupposed;
      marker.value = tables.weight(Weight::kQuoted);
      marker.quotation = true;
      markers.push_back(marker);
    }
    inside = !inside;
    first = unit;
  }
}

// The markers of one family out of the scope words of the message.
void add_family(const Tables& tables, const std::vector<Match>& words, unsigned family,
                std::vector<Match>& scratch, std::vector<ScopeMarker>& markers) {
  scratch.clear();
  for (const Match& match : words) {
    const auto role = static_cast<ScopeRole>(tables.entry(match.entry).kind);
    if ((families_of(role) & family) != 0) scratch.push_back(match);
  }
  keep_longest(scratch);
  for (const Match& match : scratch) {
    const table::Entry& entry = tables.entry(match.entry);
    ScopeMarker marker;
    marker.match = match;
    marker.role = static_cast<ScopeRole>(entry.kind);
    marker.value = static_cast<double>(entry.value) / table::kScale;
    if (marker.role != ScopeRole::kPlain) markers.push_back(marker);
  }
}

std::uint8_t border_of(ScopeRole role) {
  switch (role) {
    case ScopeRole::kContrast:
      return kBorderContrast;
    case ScopeRole::kBoundary:
    case ScopeRole::kConcession:
      return kBorderClause;
    case ScopeRole::kCoordinate:
      return kBorderMain;
    default:
      return 0;
  }
}

}  // namespace

std::vector<ScopeMarker> find_scope_markers(const Tables& tables, const TokenizedText& text,
                                            const Phrases& phrases) {
  std::vector<ScopeMarker> markers;
  std::vector<Match> words;
  for (const Match& match : phrases.matches) {
    if (tables.entry(match.entry).type == table::EntryType::kScope) words.push_back(match);
  }
  std::vector<Match> scratch;
  for (const unsigned family : {kAmplifying, kClausal, kConceding, kModal}) {
    add_family(tables, words, family, scratch, markers);
  }
  add_quotations(tables, text, phrases, markers);
  sort_stably(markers, [](const ScopeMarker& a, const ScopeMarker& b) {
    return a.match.first < b.match.first;
  });
  return markers;
}

std::vector<std::uint8_t> find_borders(const TokenizedText& text, const Phrases& phrases,
                                       const std::vector<ScopeMarker>& markers) {
  std::vector<std::uint8_t> borders(phrases.units.size() + 1U, 0);
  borders.back() = kBorderSentence;
  std::uint32_t token = 0;
  for (std::uint32_t i = 0; i < phrases.units.size(); ++i) {
    if (phrases.units[i].starts_sentence) borders[i] |= kBorderSentence;
    for (; token < phrases.units[i].token; ++token) {
      if (is_clause_sign(text, token)) borders[i] |= kBorderComma;
    }
  }
  for (const ScopeMarker& marker : markers) borders[marker.match.first] |= border_of(marker.role);
  return borders;
}

}  // namespace attune

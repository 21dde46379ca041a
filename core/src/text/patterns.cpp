#include "text/patterns.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/language_keys.h"

namespace attune {
namespace {

bool has_accents(std::u16string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char16_t unit) { return unit >= 0x80; });
}

// The id of a token's word; accented, drawn-out ("sooo") and possessive ("company's") forms are
// looked up in their plain form when they have no entry of their own.
std::uint32_t find_word(const Tables& tables, const Token& token, std::u16string& scratch) {
  std::uint32_t id = tables.word_id(token.folded);
  if (id != kNoWord) return id;
  if (has_accents(token.folded)) {
    language_keys::without_accents(token.folded, scratch);
    id = tables.word_id(scratch);
    if (id != kNoWord) return id;
  }
  if (token.elongated) {
    const std::size_t runs = std::min(squeeze(token.folded, 0, scratch), kMaxRuns);
    for (unsigned doubled = 1U << runs; doubled-- > 0;) {
      squeeze(token.folded, doubled, scratch);
      id = tables.word_id(scratch);
      if (id != kNoWord) return id;
    }
  }
  const std::size_t size = token.folded.size();
  if (size > 2 && token.folded.substr(size - 2) == u"'s") {
    return tables.word_id(token.folded.substr(0, size - 2));
  }
  return kNoWord;
}

// Which classes a word may belong to: one bit for every kBits-th class. Most questions are answered
// "no" by their bit; a "yes" has to be looked up.
class ClassFilter {
 public:
  void reset(Span<std::uint16_t> classes) {
    bits_.fill(0);
    for (const std::uint16_t id : classes) bits_[index(id)] |= bit(id);
  }
  bool may_hold(std::uint32_t id) const { return (bits_[index(id)] & bit(id)) != 0; }

 private:
  static constexpr std::uint32_t kBits = 256;
  static std::uint32_t index(std::uint32_t id) { return id % kBits / 64; }
  static std::uint64_t bit(std::uint32_t id) { return std::uint64_t{1} << (id % 64); }

  std::array<std::uint64_t, kBits / 64> bits_{};
};

// Walks the graph from one unit on.
class Matcher {
 public:
  Matcher(const Tables& tables, std::uint8_t language, Phrases& phrases)
      : tables_(tables), language_(language), phrases_(phrases) {}

  void match_from(std::uint32_t first) {
    first_ = first;
    walk(Tables::kRoot, first);
  }

 private:
  // Where a pattern may still go on: not behind the end of its first unit's sentence.
  bool can_consume(std::uint32_t at) const {
    return at < phrases_.units.size() && (at == first_ || !phrases_.units[at].starts_sentence);
  }

  void walk(std::uint16_t node, std::uint32_t at) {
    if (at > first_) report(node, at);
    if (tables_.symbols_of(node).size == 0) return;
    follow_anchors(node, at);
    if (!can_consume(at)) return;
    const Unit& unit = phrases_.units[at];
    if (unit.word != kNoWord) {
      follow(node, tables_.symbol_of(unit.word), at + 1);
      if (node == Tables::kRoot) {
        follow_root_classes(unit.word, at + 1);
      } else {
        follow_classes(node, unit.word, at);
      }
    }
    for (std::uint16_t i = 0; i < unit.numeric_count; ++i) {
      const NumericSpan& span = phrases_.numbers[unit.first_numeric + i];
      follow(node, symbol_of(span.kind), at + span.length);
    }
    follow_gaps(node, at);
  }

  void follow(std::uint16_t node, table::Symbol symbol, std::uint32_t next) {
    const std::uint16_t target = tables_.follow(node, symbol);
    if (target != Tables::kNoNode) walk(target, next);
  }

  // Every message word comes by the root, which has more edges than all other nodes on its way.
  void follow_root_classes(std::uint32_t word, std::uint32_t next) {
    const std::uint16_t count = tables_.root_class_count();
    for (const std::uint16_t id : tables_.classes_of(word)) {
      if (id >= count) return;  // sorted: the rest begins no pattern
      walk(tables_.root_class_target(id), next);
    }
  }

  // Classes have the highest symbols, so they stand at the end of a node's edges.
  void follow_classes(std::uint16_t node, std::uint32_t word, std::uint32_t at) {
    const Span<table::Symbol> symbols = tables_.symbols_of(node);
    if (symbols[symbols.size - 1] < table::kSymbolClass) return;
    const ClassFilter& filter = filter_of(at, word);
    for (std::uint32_t i = symbols.size; i-- > 0 && symbols[i] >= table::kSymbolClass;) {
      const std::uint32_t id = symbols[i] - table::kSymbolClass;
      if (filter.may_hold(id) && tables_.is_in_class(word, id)) {
        walk(tables_.target(node, i), at + 1);
      }
    }
  }

  const ClassFilter& filter_of(std::uint32_t at, std::uint32_t word) {
    KeptFilter& kept = filters_[at % kKeptFilters];
    if (kept.unit != at) {
      kept.unit = at;
      kept.filter.reset(tables_.classes_of(word));
    }
    return kept.filter;
  }

  // Anchors and gaps have the lowest symbols, so most nodes are done after one comparison.
  void follow_anchors(std::uint16_t node, std::uint32_t at) {
    const Span<table::Symbol> symbols = tables_.symbols_of(node);
    for (std::uint32_t i = 0; i < symbols.size && symbols[i] <= table::kSymbolEnd; ++i) {
      const bool holds = symbols[i] == table::kSymbolStart
                             ? at < phrases_.units.size() && phrases_.units[at].starts_sentence
                             : at > first_ && phrases_.units[at - 1].ends_sentence;
      if (holds) walk(tables_.target(node, i), at);
    }
  }

  void follow_gaps(std::uint16_t node, std::uint32_t at) {
    const Span<table::Symbol> symbols = tables_.symbols_of(node);
    for (std::uint32_t i = 0; i < symbols.size && symbols[i] < table::kSymbolWord; ++i) {
      if (symbols[i] < table::kSymbolGap) continue;
      const std::uint32_t longest = symbols[i] - table::kSymbolGap;
      for (std::uint32_t skipped = 0; skipped <= longest && can_consume(at + skipped); ++skipped) {
        walk(tables_.target(node, i), at + skipped);
      }
    }
  }

  void report(std::uint16_t node, std::uint32_t at) {
    for (const std::uint16_t entry : tables_.entries_at(node)) {
      if (counts(tables_.entry(entry).language)) phrases_.matches.push_back({first_, at, entry});
    }
  }

  bool counts(std::uint8_t language) const {
    return language == language_ || language == table::kAnyLanguage ||
           language_ == table::kAnyLanguage;
  }

  static table::Symbol symbol_of(Numeric kind) {
    switch (kind) {
      case Numeric::kNum:
        return table::kSymbolNum;
      case Numeric::kNth:
        return table::kSymbolNth;
      case Numeric::kDur:
        return table::kSymbolDur;
      case Numeric::kTimes:
        break;
    }
    return table::kSymbolTimes;
  }

  // A pattern is seldom longer than this; a longer one only makes a filter anew.
  static constexpr std::uint32_t kKeptFilters = 32;
  struct KeptFilter {
    std::uint32_t unit = kNoWord;
    ClassFilter filter;
  };

  const Tables& tables_;
  std::uint8_t language_;
  Phrases& phrases_;
  std::uint32_t first_ = 0;
  std::array<KeptFilter, kKeptFilters> filters_;
};

}  // namespace

void find_units(const Tables& tables, const TokenizedText& text, std::vector<Unit>& units) {
  std::u16string scratch;
  units.clear();
  bool new_sentence = true;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const Token& token = text.tokens[i];
    if (token.ends_sentence) {
      new_sentence = true;
      if (!units.empty()) units.back().ends_sentence = true;
    }
    if (token.opaque || (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber)) {
      continue;
    }
    Unit unit;
    unit.token = i;
    unit.word = find_word(tables, token, scratch);
    unit.starts_sentence = new_sentence;
    new_sentence = false;
    units.push_back(unit);
  }
  if (!units.empty()) units.back().ends_sentence = true;
}

void match_phrases(const Tables& tables, const TokenizedText& text, std::uint8_t language,
                   Phrases& phrases) {
  find_numbers(tables, text, language, phrases.units, phrases.numbers);
  phrases.language = language;
  phrases.matches.clear();
  Matcher matcher(tables, language, phrases);
  for (std::uint32_t i = 0; i < phrases.units.size(); ++i) matcher.match_from(i);
}

void find_phrases(const Tables& tables, const TokenizedText& text, Phrases& out) {
  find_units(tables, text, out.units);
  match_phrases(tables, text, table::kAnyLanguage, out);
}

void keep_longest(std::vector<Match>& matches) {
  // The same span may carry several entries (alternatives of one pattern): keep one.
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.last != b.last ? a.last > b.last : a.entry < b.entry;
  });
  // Left to right, a longer match takes the place of the shorter ones it overlaps.
  std::vector<Match> kept;
  for (const Match& match : matches) {
    if (kept.empty() || !kept.back().overlaps(match)) {
      kept.push_back(match);
    } else if (match.length() > kept.back().length()) {
      kept.back() = match;
      while (kept.size() > 1 && kept[kept.size() - 2].overlaps(match)) {
        kept.erase(kept.end() - 2);
      }
    }
  }
  matches.swap(kept);
}

}  // namespace attune

#include "cues/requests.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "cues/contact.h"
#include "text/order.h"

namespace attune {
namespace {

// Phrases compete with their own kind only: those of one cue kind that raise the same flag.
using Family = std::pair<std::uint8_t, std::uint8_t>;
using Families = std::map<Family, std::vector<Match>>;

Families matches_of(const Tables& tables, const Phrases& phrases, table::EntryType type) {
  Families families;
  for (const Match& match : phrases.matches) {
    const table::Entry& entry = tables.entry(match.entry);
    if (entry.type == type) families[{entry.kind, entry.flag}].push_back(match);
  }
  return families;
}

// Drops the matches that overlap one of `others`. Both lists are sorted and free of overlaps.
void drop_overlapping(std::vector<Match>& matches, const std::vector<Match>& others) {
  std::size_t next = 0;
  std::erase_if(matches, [&](const Match& match) {
    while (next < others.size() && others[next].last <= match.first) ++next;
    return next < others.size() && others[next].overlaps(match);
  });
}

// Of the phrases of one family those that count, in order. A phrase that counts alone is not hidden
// by a longer one that counts only beside dissatisfaction, which may never be found.
void keep_telling(const Tables& tables, std::vector<Match>& near_misses,
                  std::vector<Match>& matches) {
  std::vector<Match> telling;
  std::erase_if(matches, [&](const Match& match) {
    const bool alone = tables.entry(match.entry).needs_negative == 0;
    if (alone) telling.push_back(match);
    return alone;
  });
  keep_longest(near_misses);
  keep_longest(telling);
  keep_longest(matches);
  drop_overlapping(telling, near_misses);
  drop_overlapping(matches, near_misses);
  drop_overlapping(matches, telling);
  matches.insert(matches.end(), telling.begin(), telling.end());
  sort_stably(matches, [](const Match& a, const Match& b) { return a.first < b.first; });
}

Evidence evidence_of(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                     const Match& match) {
  const table::Entry& entry = tables.entry(match.entry);
  Evidence evidence;
  evidence.kind = static_cast<CueKind>(entry.kind);
  evidence.start = phrases.start(text, match);
  evidence.end = phrases.end(text, match);
  evidence.upset = tables.weight(Weight::kPhraseScale) * entry.upset / table::kScale;
  evidence.urgency = entry.value / table::kScale;
  evidence.needs_negative = entry.needs_negative != 0;
  if (entry.flag != table::kNone) evidence.flag = static_cast<Flag>(entry.flag);
  return evidence;
}

}  // namespace

void drop_conditional(Requests& requests) {
  std::erase_if(requests.evidence, [](const Evidence& each) { return each.needs_negative; });
  std::erase_if(requests.covered, [](const Covered& each) { return each.needs_negative; });
}

Requests read_requests(const Tables& tables, const TokenizedText& text, const Phrases& phrases) {
  Families near_misses = matches_of(tables, phrases, table::EntryType::kNearMiss);
  Requests requests;
  for (auto& [family, matches] : matches_of(tables, phrases, table::EntryType::kCue)) {
    keep_telling(tables, near_misses[family], matches);
    for (const Match& match : matches) {
      Evidence evidence = evidence_of(tables, text, phrases, match);
      read_contact(tables, phrases, match, evidence, requests.contact);
      if (evidence.upset != 0.0)
        requests.covered.push_back({match, evidence.upset, evidence.needs_negative});
      requests.evidence.push_back(evidence);
    }
  }
  return requests;
}

}  // namespace attune

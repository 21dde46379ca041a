#include "cues/requests.h"

#include <algorithm>
#include <array>

#include "cues/contact.h"

namespace attune {
namespace {

using KindMatches = std::array<std::vector<Match>, kCueKindCount>;

KindMatches matches_of(const Tables& tables, const Phrases& phrases, table::EntryType type) {
  KindMatches by_kind;
  for (const Match& match : phrases.matches) {
    const table::Entry& entry = tables.entry(match.entry);
    if (entry.type == type) by_kind[entry.kind].push_back(match);
  }
  return by_kind;
}

// Drops the matches that overlap a near miss. Both lists are sorted and free of overlaps.
void drop_near_misses(std::vector<Match>& matches, const std::vector<Match>& near_misses) {
  std::size_t next = 0;
  std::erase_if(matches, [&](const Match& match) {
    while (next < near_misses.size() && near_misses[next].last <= match.first) ++next;
    return next < near_misses.size() && near_misses[next].overlaps(match);
  });
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

Requests read_requests(const Tables& tables, const TokenizedText& text, const Phrases& phrases) {
  KindMatches found = matches_of(tables, phrases, table::EntryType::kCue);
  KindMatches near_misses = matches_of(tables, phrases, table::EntryType::kNearMiss);
  Requests requests;
  for (std::size_t kind = 0; kind < kCueKindCount; ++kind) {
    keep_longest(found[kind]);
    keep_longest(near_misses[kind]);
    drop_near_misses(found[kind], near_misses[kind]);
    for (const Match& match : found[kind]) {
      Evidence evidence = evidence_of(tables, text, phrases, match);
      read_contact(tables, phrases, match, evidence, requests.contact);
      if (evidence.upset != 0.0) requests.covered.push_back(match);
      requests.evidence.push_back(evidence);
    }
  }
  keep_longest(requests.covered);
  return requests;
}

}  // namespace attune

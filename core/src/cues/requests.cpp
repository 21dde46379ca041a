#include "cues/requests.h"

#include <cstdint>
#include <map>
#include <utility>

#include "cues/contact.h"

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
  Families near_misses = matches_of(tables, phrases, table::EntryType::kNearMiss);
  Requests requests;
  for (auto& [family, matches] : matches_of(tables, phrases, table::EntryType::kCue)) {
    keep_longest(matches);
    std::vector<Match>& against = near_misses[family];
    keep_longest(against);
    drop_near_misses(matches, against);
    for (const Match& match : matches) {
      Evidence evidence = evidence_of(tables, text, phrases, match);
      read_contact(tables, phrases, match, evidence, requests.contact);
      if (evidence.upset != 0.0) requests.covered.push_back({match, evidence.upset});
      requests.evidence.push_back(evidence);
    }
  }
  return requests;
}

}  // namespace attune

#include "reply/small_talk.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace attune {
namespace {

// Words that may stand beside small talk without making it more: "thanks *so much*".
constexpr std::uint32_t kFiller = static_cast<std::uint32_t>(SmallTalk::kNone);

constexpr std::array<std::pair<std::string_view, SmallTalk>, 8> kLists = {{
    {"match.filler", SmallTalk::kNone},
    {"match.yes", SmallTalk::kYes},
    {"match.no", SmallTalk::kNo},
    {"match.ok", SmallTalk::kOk},
    {"match.greeting", SmallTalk::kGreeting},
    {"match.thanks", SmallTalk::kThanks},
    {"match.goodbye", SmallTalk::kGoodbye},
    {"match.identity", SmallTalk::kIdentity},
}};

constexpr std::size_t kMostWords = 16;

// "no thanks" is a no: the "thanks" in it does not count.
bool is_part_of_longer(const PhraseIndex::Match& match,
                       const std::vector<PhraseIndex::Match>& matches) {
  return std::any_of(matches.begin(), matches.end(), [&match](const PhraseIndex::Match& other) {
    return other.first <= match.first && other.last >= match.last && other.words() > match.words();
  });
}

}  // namespace

SmallTalkReader::SmallTalkReader(const Tables& tables, const Playbook& playbook,
                                 unicode::WordSegmenter& segmenter) {
  for (const auto& [key, kind] : kLists) {
    phrases_.add_list(segmenter, tables.text(key), static_cast<std::uint32_t>(kind));
  }
  phrases_.add(segmenter, playbook.assistant, kFiller);
  phrases_.add(segmenter, playbook.company, kFiller);
  phrases_.sort();
}

SmallTalk SmallTalkReader::read(const Assessment& assessment, const WordLine& line) const {
  const std::size_t count = line.words().size();
  if (count > kMostWords || assessment.level <= Level::kNegative || !assessment.flags.empty()) {
    return SmallTalk::kNone;
  }
  // A thumbs-up is an "ok"; a blank message says nothing.
  if (count == 0) return assessment.level >= Level::kPositive ? SmallTalk::kOk : SmallTalk::kEmpty;
  std::vector<bool> covered(count, false);
  std::uint32_t kind = kFiller;
  const std::vector<PhraseIndex::Match> matches = phrases_.find(line);
  for (const PhraseIndex::Match& match : matches) {
    std::fill(covered.begin() + match.first, covered.begin() + match.last + 1, true);
    if (!is_part_of_longer(match, matches)) kind = std::max(kind, match.id);
  }
  const bool whole = std::find(covered.begin(), covered.end(), false) == covered.end();
  return whole ? static_cast<SmallTalk>(kind) : SmallTalk::kNone;
}

bool is_praise(const Assessment& assessment, const TokenizedText& text) {
  return assessment.level >= Level::kPositive && assessment.flags.empty() &&
         text.text.find(u'?') == std::u16string::npos;
}

}  // namespace attune

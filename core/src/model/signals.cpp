#include "model/signals.h"

#include <algorithm>

#include "model/logistic.h"

namespace attune::model {
namespace {

// Upper bounds of the bands of length, in words; the last band has none.
constexpr std::array<std::uint32_t, kLengthBands - 1> kBandEnds = {3, 6, 12, 25, 60};
constexpr std::uint32_t kShort = 3;
constexpr std::uint32_t kMiddling = 8;

static_assert(static_cast<int>(kFirstCueSum) == 0, "a group's sum is the signal with its number");

void add(const std::vector<Evidence>& evidence, Signals& out) {
  for (const Evidence& each : evidence) out[group_of(each.kind)] += each.upset;
}

// How pressing the phrases are, but for those that tell what makes somebody vulnerable: a score
// must not depend on who they are.
double urgency_of(const std::vector<Evidence>& requests) {
  double calm = 1.0;
  for (const Evidence& each : requests) {
    if (each.flag != Flag::kVulnerable) calm *= 1.0 - each.urgency;
  }
  return 1.0 - calm;
}

}  // namespace

CueGroup group_of(CueKind kind) {
  switch (kind) {
    case CueKind::kEmoji:
      return kEmojiCues;
    case CueKind::kCapitals:
      return kCapitalCues;
    case CueKind::kExclamation:
      return kExclamationCues;
    case CueKind::kQuestionRun:
      return kQuestionCues;
    case CueKind::kElongation:
      return kEmphasisCues;
    case CueKind::kSarcasm:
      return kSarcasmCues;
    case CueKind::kRepeatContact:
      return kRepeatCues;
    case CueKind::kWaiting:
      return kWaitingCues;
    case CueKind::kAsksForPerson:
      return kPersonCues;
    case CueKind::kThreatToLeave:
    case CueKind::kLegalThreat:
    case CueKind::kPublicComplaint:
      return kThreatCues;
    case CueKind::kAbuse:
      return kAbuseCues;
    case CueKind::kSafety:
      return kRiskCues;
    case CueKind::kDeadline:
      return kDeadlineCues;
    case CueKind::kProfanity:
    case CueKind::kWording:
    case CueKind::kNegation:
    case CueKind::kIntensifier:
    case CueKind::kContrast:
    case CueKind::kCourtesy:
    case CueKind::kTopic:
      break;
  }
  return kWordCues;
}

Signals read_signals(const Findings& findings, const Assessment& rules, std::uint32_t words,
                     const Context& context) {
  Signals out{};
  add(findings.wording, out);
  add(findings.requests, out);
  add(findings.emphasis, out);

  const auto* band = std::lower_bound(kBandEnds.begin(), kBandEnds.end(), words);
  out[kFirstLength + static_cast<std::size_t>(band - kBandEnds.begin())] = 1.0;
  out[kNotFirst] = context.first ? 0.0 : 1.0;
  out[kBefore] = context.frustration;
  out[kBeforeShort] = words <= kShort ? context.frustration : 0.0;
  out[kBeforeMiddling] = words <= kMiddling ? context.frustration : 0.0;

  double valence = 0.0;
  bool courteous = false;
  for (const Evidence& each : findings.wording) {
    valence += each.valence;
    courteous = courteous || each.kind == CueKind::kCourtesy;
  }
  out[kValence] = squash(valence / 2.0);
  out[kRuleSentiment] = rules.sentiment;
  out[kRuleUrgency] = urgency_of(findings.requests);
  out[kRuleFrustration] = rules.frustration;
  out[kCourteousWords] = courteous ? 1.0 : 0.0;
  for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
    out[kFirstRuleEmotion + i] = rules.emotions[i];
  }
  for (const Flag flag : rules.flags) out[kFirstRuleFlag + static_cast<std::size_t>(flag)] = 1.0;
  for (const TopicScore& each : rules.topics) {
    for (std::size_t i = 0; i < kTopicCount; ++i) {
      if (name_of(static_cast<Topic>(i)) == each.id) out[kFirstRuleTopic + i] = each.score;
    }
  }
  return out;
}

}  // namespace attune::model

#include "cues/shown.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "text/order.h"

namespace attune {
namespace {

constexpr std::array<CueKind, kFlagCount> kFlagKinds = {
    CueKind::kAbuse,       CueKind::kAsksForPerson,   CueKind::kSafety,
    CueKind::kLegalThreat, CueKind::kPublicComplaint, CueKind::kRepeatContact,
    CueKind::kSafety,      CueKind::kThreatToLeave,   CueKind::kSafety};

class Selection {
 public:
  explicit Selection(const std::vector<Cue>& cues) : cues_(cues), taken_(cues.size(), false) {
    by_weight_.resize(cues.size());
    for (std::uint32_t i = 0; i < by_weight_.size(); ++i) by_weight_[i] = i;
    const auto heavier = [&](std::uint32_t a, std::uint32_t b) {
      return std::abs(cues[a].weight) > std::abs(cues[b].weight);
    };
    sort_indices(by_weight_, IndexBefore(heavier));
  }

  void take_heaviest(CueKind kind) {
    take_first([&](const Cue& cue) { return cue.kind == kind; });
  }
  // False when nothing is left that weighs anything.
  bool take_heaviest() {
    return take_first([](const Cue& cue) { return cue.weight != 0.0; });
  }
  void take_rest() {
    while (take_first([](const Cue&) { return true; })) {
    }
  }

  std::vector<const Cue*> taken() const {
    std::vector<const Cue*> out;
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (taken_[i]) out.push_back(&cues_[i]);
    }
    return out;
  }

 private:
  template <typename Fits>
  bool take_first(const Fits& fits) {
    if (count_ == kMostShownCues) return false;
    for (const std::uint32_t i : by_weight_) {
      if (taken_[i] || !fits(cues_[i])) continue;
      taken_[i] = true;
      ++count_;
      return true;
    }
    return false;
  }

  const std::vector<Cue>& cues_;
  std::vector<std::uint32_t> by_weight_;
  std::vector<bool> taken_;
  std::size_t count_ = 0;
};

}  // namespace

CueKind kind_of(Flag flag) { return kFlagKinds[static_cast<std::size_t>(flag)]; }

std::vector<const Cue*> shown_cues(const Assessment& assessment) {
  Selection selection(assessment.cues);
  for (const Flag flag : assessment.flags) selection.take_heaviest(kind_of(flag));
  if (!assessment.topics.empty()) selection.take_heaviest(CueKind::kTopic);
  while (selection.take_heaviest()) {
  }
  selection.take_rest();
  return selection.taken();
}

}  // namespace attune

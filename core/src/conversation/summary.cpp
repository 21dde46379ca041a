#include "conversation/summary.h"

#include <algorithm>

namespace attune {
namespace {

template <std::size_t kSize>
void add_each(std::array<std::uint64_t, kSize>& sums,
              const std::array<std::uint64_t, kSize>& other) {
  for (std::size_t i = 0; i < kSize; ++i) sums[i] += other[i];
}

bool comes_first(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

void note(Comparison::Changed& changed, const std::string& id) {
  const auto place = std::upper_bound(changed.ids.begin(), changed.ids.end(), id, comes_first);
  changed.ids.insert(place, id);
  if (changed.ids.size() > Comparison::kExamples) changed.ids.pop_back();
}

}  // namespace

void TurnCounts::add(int turn) {
  if (turn < 1) return;
  const auto place = static_cast<std::size_t>(turn);
  if (counts_.size() < place) counts_.resize(place);
  ++counts_[place - 1];
  ++total_;
}

void TurnCounts::merge(const TurnCounts& other) {
  if (counts_.size() < other.counts_.size()) counts_.resize(other.counts_.size());
  for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
  total_ += other.total_;
}

std::uint64_t TurnCounts::between(std::size_t first, std::size_t last) const {
  std::uint64_t sum = 0;
  for (std::size_t turn = first; turn <= std::min(last, counts_.size()); ++turn) {
    sum += counts_[turn - 1];
  }
  return sum;
}

double TurnCounts::mean() const {
  if (total_ == 0) return 0.0;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) sum += (i + 1) * counts_[i];
  return static_cast<double>(sum) / static_cast<double>(total_);
}

double TurnCounts::median() const {
  if (total_ == 0) return 0.0;
  return static_cast<double>(turn_at((total_ - 1) / 2) + turn_at(total_ / 2)) / 2.0;
}

// The turn of the one at `rank`, from 0, in rising order.
std::size_t TurnCounts::turn_at(std::uint64_t rank) const {
  std::size_t i = 0;
  for (std::uint64_t seen = counts_[0]; seen <= rank; seen += counts_[i]) ++i;
  return i + 1;
}

void Summary::add(const Outcome& outcome) {
  ++conversations;
  turns += static_cast<std::uint64_t>(outcome.turns);
  prompts += static_cast<std::uint64_t>(outcome.prompts);
  handovers += static_cast<std::uint64_t>(outcome.handovers);
  offered.add(outcome.offered);
  connected.add(outcome.connected);
  calm += outcome.calm ? 1 : 0;
  if (outcome.offered == 0) return;
  calm_offered += outcome.calm ? 1 : 0;
  ++priorities[static_cast<std::size_t>(outcome.priority)];
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    if (!outcome.reasons.test(i)) continue;
    ++reasons[i];
    calm_reasons[i] += outcome.calm ? 1 : 0;
  }
}

void Summary::merge(const Summary& other) {
  conversations += other.conversations;
  turns += other.turns;
  prompts += other.prompts;
  handovers += other.handovers;
  calm += other.calm;
  calm_offered += other.calm_offered;
  offered.merge(other.offered);
  connected.merge(other.connected);
  add_each(priorities, other.priorities);
  add_each(reasons, other.reasons);
  add_each(calm_reasons, other.calm_reasons);
}

double Summary::share(std::uint64_t count) const {
  if (conversations == 0) return 0.0;
  return static_cast<double>(count) / static_cast<double>(conversations);
}

std::string_view name_of(Change change) {
  constexpr std::array<std::string_view, kChangeCount> kNames = {
      "newly_offered", "no_longer_offered", "offered_earlier",
      "offered_later", "newly_connected",   "no_longer_connected"};
  return kNames[static_cast<std::size_t>(change)];
}

void Comparison::add(const Outcome& before, const Outcome& after) {
  bool same = true;
  const auto note_if = [&](bool holds, Change change) {
    if (!holds) return;
    same = false;
    Changed& changed = changes[static_cast<std::size_t>(change)];
    ++changed.conversations;
    note(changed, before.id);
  };
  const bool both = before.offered != 0 && after.offered != 0;
  note_if(before.offered == 0 && after.offered != 0, Change::kNewlyOffered);
  note_if(before.offered != 0 && after.offered == 0, Change::kNoLongerOffered);
  note_if(both && after.offered < before.offered, Change::kOfferedEarlier);
  note_if(both && after.offered > before.offered, Change::kOfferedLater);
  note_if(before.connected == 0 && after.connected != 0, Change::kNewlyConnected);
  note_if(before.connected != 0 && after.connected == 0, Change::kNoLongerConnected);
  unchanged += same ? 1 : 0;
}

void Comparison::merge(const Comparison& other) {
  unchanged += other.unchanged;
  for (std::size_t i = 0; i < kChangeCount; ++i) {
    changes[i].conversations += other.changes[i].conversations;
    for (const std::string& id : other.changes[i].ids) note(changes[i], id);
  }
}

void Simulation::merge(const Simulation& other) {
  policy.merge(other.policy);
  against.merge(other.against);
  changes.merge(other.changes);
}

}  // namespace attune

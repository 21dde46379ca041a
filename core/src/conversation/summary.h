// What a policy does over many conversations, and what another one changes. Sums of whole numbers
// and smallest names only: the same conversations give the same summary in any order, in one go or
// in parts that are merged.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/decision.h"
#include "conversation/outcome.h"

namespace attune {

inline constexpr std::size_t kPriorityCount = 4;

// How often something happened first at each customer turn.
class TurnCounts {
 public:
  // `turn`: from 1 on; 0 (never) is not counted.
  void add(int turn);
  void merge(const TurnCounts& other);

  std::uint64_t total() const { return total_; }
  // [0] is turn 1; ends with the last turn that was seen.
  const std::vector<std::uint64_t>& counts() const { return counts_; }
  // How many at the turns `first` .. `last`, both included.
  std::uint64_t between(std::size_t first, std::size_t last) const;
  double mean() const;    // 0 when there are none
  double median() const;  // the mean of the two in the middle when their number is even; 0 as above

 private:
  std::size_t turn_at(std::uint64_t rank) const;

  std::vector<std::uint64_t> counts_;
  std::uint64_t total_ = 0;
};

// What one policy does.
struct Summary {
  std::uint64_t conversations = 0;
  std::uint64_t turns = 0;         // of customers
  std::uint64_t prompts = 0;       // decisions that offer or connect a person
  std::uint64_t handovers = 0;     // decisions that connect one
  std::uint64_t calm = 0;          // conversations in which no message was read as upset
  std::uint64_t calm_offered = 0;  // of these, with a person offered or connected
  TurnCounts offered;              // conversations with a person offered or connected, by the turn
  TurnCounts connected;            // conversations with a person connected
  std::array<std::uint64_t, kPriorityCount> priorities{};  // of conversations that are offered one
  std::array<std::uint64_t, kReasonCount> reasons{};       // conversations with the reason
  std::array<std::uint64_t, kReasonCount> calm_reasons{};  // of these, the calm ones

  void add(const Outcome& outcome);
  void merge(const Summary& other);
  // `count` of all conversations, 0 .. 1; 0 when there are none.
  double share(std::uint64_t count) const;
};

// What becomes different in a conversation. It may change in two ways: when a person is offered,
// and whether one is connected.
enum class Change {
  kNewlyOffered,       // newly_offered: never before
  kNoLongerOffered,    // no_longer_offered
  kOfferedEarlier,     // offered_earlier
  kOfferedLater,       // offered_later
  kNewlyConnected,     // newly_connected
  kNoLongerConnected,  // no_longer_connected
};
inline constexpr std::size_t kChangeCount = 6;
std::string_view name_of(Change change);

// What the second of two policies changes.
struct Comparison {
  // Enough to look some up, few enough to print.
  static constexpr std::size_t kExamples = 5;

  struct Changed {
    std::uint64_t conversations = 0;
    std::vector<std::string> ids;  // the first kExamples: shorter ones first, then by their bytes
  };

  std::array<Changed, kChangeCount> changes;
  std::uint64_t unchanged = 0;

  // `before` and `after`: the same conversation under the first and the second policy.
  void add(const Outcome& before, const Outcome& after);
  void merge(const Comparison& other);
  const Changed& of(Change change) const { return changes[static_cast<std::size_t>(change)]; }
};

// What comes out of a run: of one policy, or of two and what the second changes.
struct Simulation {
  bool compares = false;  // there are two
  Summary policy;
  Summary against;
  Comparison changes;

  void merge(const Simulation& other);
};

}  // namespace attune

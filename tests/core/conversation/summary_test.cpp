#include "conversation/summary.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "json/write_summary.h"

namespace attune {
namespace {

Outcome outcome(std::string id, int offered, int connected = 0) {
  Outcome out;
  out.id = std::move(id);
  out.turns = 9;
  out.offered = offered;
  out.connected = connected;
  out.prompts = offered != 0 ? 1 : 0;
  out.handovers = connected != 0 ? 1 : 0;
  return out;
}

TEST(TurnCounting, GivesMeanAndMedian) {
  TurnCounts counts;
  EXPECT_EQ(counts.mean(), 0.0);
  EXPECT_EQ(counts.median(), 0.0);
  for (const int turn : {0, 1, 1, 4, 10}) counts.add(turn);
  EXPECT_EQ(counts.total(), 4U);
  EXPECT_EQ(counts.mean(), 4.0);
  EXPECT_EQ(counts.median(), 2.5);
  counts.add(4);
  EXPECT_EQ(counts.median(), 4.0);
  EXPECT_EQ(counts.between(1, 3), 2U);
  EXPECT_EQ(counts.between(5, 1000), 1U);
  EXPECT_EQ(counts.between(11, 12), 0U);
}

TEST(Summaries, CountConversations) {
  Summary summary;
  EXPECT_EQ(summary.share(0), 0.0);
  summary.add(outcome("1", 0));
  Outcome offered = outcome("2", 2);
  offered.priority = Priority::kHigh;
  offered.reasons.set(static_cast<std::size_t>(Reason::kRepeatContact));
  offered.calm = false;
  summary.add(offered);
  Outcome connected = outcome("3", 3, 5);
  connected.reasons.set(static_cast<std::size_t>(Reason::kRepeatContact));
  summary.add(connected);
  EXPECT_EQ(summary.conversations, 3U);
  EXPECT_EQ(summary.turns, 27U);
  EXPECT_EQ(summary.offered.total(), 2U);
  EXPECT_EQ(summary.connected.total(), 1U);
  EXPECT_EQ(summary.calm, 2U);
  EXPECT_EQ(summary.calm_offered, 1U);
  EXPECT_EQ(summary.priorities, (std::array<std::uint64_t, kPriorityCount>{1, 0, 1, 0}));
  EXPECT_EQ(summary.reasons[static_cast<std::size_t>(Reason::kRepeatContact)], 2U);
  EXPECT_EQ(summary.calm_reasons[static_cast<std::size_t>(Reason::kRepeatContact)], 1U);
}

TEST(Comparisons, NameWhatChanges) {
  Comparison changes;
  changes.add(outcome("same", 2, 3), outcome("same", 2, 4));
  changes.add(outcome("new", 0), outcome("new", 2));
  changes.add(outcome("gone", 2, 2), outcome("gone", 0));
  changes.add(outcome("earlier", 3), outcome("earlier", 2, 2));
  changes.add(outcome("later", 3), outcome("later", 4));
  EXPECT_EQ(changes.unchanged, 1U);
  const auto ids = [&](Change change) { return changes.of(change).ids; };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids(Change::kNewlyOffered), Ids{"new"});
  EXPECT_EQ(ids(Change::kNoLongerOffered), Ids{"gone"});
  EXPECT_EQ(ids(Change::kOfferedEarlier), Ids{"earlier"});
  EXPECT_EQ(ids(Change::kOfferedLater), Ids{"later"});
  EXPECT_EQ(ids(Change::kNewlyConnected), Ids{"earlier"});
  EXPECT_EQ(ids(Change::kNoLongerConnected), Ids{"gone"});
}

TEST(Comparisons, KeepTheSameFewIdsInAnyOrder) {
  Comparison changes;
  for (int i = 12; i >= 1; --i) {
    const std::string id = std::to_string(i);
    changes.add(outcome(id, 0), outcome(id, 1));
  }
  const Comparison::Changed& changed = changes.of(Change::kNewlyOffered);
  EXPECT_EQ(changed.conversations, 12U);
  EXPECT_EQ(changed.ids, (std::vector<std::string>{"1", "2", "3", "4", "5"}));
}

TEST(Simulations, AreTheSameInOneGoAndInPartsOfAnyOrder) {
  std::vector<std::pair<Outcome, Outcome>> all;
  for (int i = 0; i < 40; ++i) {
    const std::string id = "\"c" + std::to_string(i) + "\"";
    all.emplace_back(outcome(id, i % 4, i % 3), outcome(id, i % 5, i % 2));
    all.back().first.reasons.set(static_cast<std::size_t>(i) % kReasonCount);
    all.back().first.calm = i % 7 == 0;
  }
  const auto add = [](Simulation& to, const std::pair<Outcome, Outcome>& each) {
    to.compares = true;
    to.policy.add(each.first);
    to.against.add(each.second);
    to.changes.add(each.first, each.second);
  };
  Simulation whole;
  for (const auto& each : all) add(whole, each);
  std::reverse(all.begin(), all.end());
  Simulation first;
  Simulation second;
  for (std::size_t i = 0; i < all.size(); ++i) add(i % 3 == 0 ? first : second, all[i]);
  Simulation merged;
  merged.compares = true;
  merged.merge(first);
  merged.merge(second);
  EXPECT_EQ(to_json(merged), to_json(whole));
}

TEST(Simulations, AreWrittenAsJson) {
  Simulation simulation;
  const std::string alone = to_json(simulation);
  EXPECT_EQ(alone.rfind(R"({"policy":{"conversations":0,"customer_turns":0,)", 0), 0U) << alone;
  EXPECT_EQ(alone.find("against"), std::string::npos);
  simulation.compares = true;
  simulation.changes.add(outcome("7", 0), outcome("7", 1));
  EXPECT_NE(to_json(simulation).find(R"("newly_offered":{"conversations":1,"ids":[7]})"),
            std::string::npos);
}

}  // namespace
}  // namespace attune

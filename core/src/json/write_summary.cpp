#include "json/write_summary.h"

#include <cstddef>

#include "json/writer.h"

namespace attune {
namespace {

JsonWriter& count(JsonWriter& out, std::string_view name, std::uint64_t value) {
  return out.key(name).integer(static_cast<std::int64_t>(value));
}

void write_first(std::string_view name, const TurnCounts& turns, const Summary& summary,
                 JsonWriter& out) {
  out.key(name).begin_object();
  count(out, "conversations", turns.total());
  out.key("share").number(summary.share(turns.total()));
  out.key("turn").begin_object();
  out.key("mean").number(turns.mean());
  out.key("median").number(turns.median());
  out.key("counts").begin_array();
  for (const std::uint64_t each : turns.counts()) out.integer(static_cast<std::int64_t>(each));
  out.end_array().end_object().end_object();
}

void write(const Summary& summary, JsonWriter& out) {
  out.begin_object();
  count(out, "conversations", summary.conversations);
  count(out, "customer_turns", summary.turns);
  count(out, "prompts", summary.prompts);
  count(out, "handovers", summary.handovers);
  write_first("offered", summary.offered, summary, out);
  write_first("connected", summary.connected, summary, out);
  out.key("per_1000").begin_object();
  const std::uint64_t connected = summary.connected.total();
  out.key("connected").number(1000 * summary.share(connected));
  out.key("offered_only").number(1000 * summary.share(summary.offered.total() - connected));
  out.end_object();
  out.key("priorities").begin_object();
  for (std::size_t i = 0; i < kPriorityCount; ++i) {
    count(out, name_of(static_cast<Priority>(i)), summary.priorities[i]);
  }
  out.end_object().key("reasons").begin_object();
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    out.key(name_of(static_cast<Reason>(i))).begin_object();
    count(out, "conversations", summary.reasons[i]);
    count(out, "calm", summary.calm_reasons[i]).end_object();
  }
  out.end_object().key("calm").begin_object();
  count(out, "conversations", summary.calm);
  count(out, "offered", summary.calm_offered);
  count(out, "not_offered", summary.calm - summary.calm_offered);
  out.end_object().end_object();
}

void write(const Comparison& comparison, JsonWriter& out) {
  out.begin_object();
  for (std::size_t i = 0; i < kChangeCount; ++i) {
    const Comparison::Changed& changed = comparison.changes[i];
    out.key(name_of(static_cast<Change>(i))).begin_object();
    count(out, "conversations", changed.conversations).key("ids").begin_array();
    for (const std::string& id : changed.ids) out.raw(id);
    out.end_array().end_object();
  }
  count(out, "unchanged", comparison.unchanged).end_object();
}

}  // namespace

std::string to_json(const Simulation& simulation) {
  JsonWriter out;
  out.begin_object().key("policy");
  write(simulation.policy, out);
  if (simulation.compares) {
    out.key("against");
    write(simulation.against, out);
    out.key("changes");
    write(simulation.changes, out);
  }
  out.end_object();
  return out.take();
}

}  // namespace attune

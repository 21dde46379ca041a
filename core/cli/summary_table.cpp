#include "summary_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::cli {
namespace {

using Row = std::vector<std::string>;  // what it says, then a figure of each policy

constexpr std::string_view kIndent = "  ";

std::string fixed(double value, int decimals) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return {text.data(), static_cast<std::size_t>(length)};
}

// "123 (45.6 %)" of `whole`.
std::string part(std::uint64_t count, std::uint64_t whole) {
  const double share =
      whole == 0 ? 0.0 : 100.0 * static_cast<double>(count) / static_cast<double>(whole);
  return std::to_string(count) + " (" + fixed(share, 1) + " %)";
}

// The rows of one table: each figure is asked of every policy.
class Rows {
 public:
  explicit Rows(std::vector<const Summary*> policies) : policies_(std::move(policies)) {}

  void heading(std::string text) { rows_.push_back({std::move(text)}); }
  template <typename Figure>
  void add(std::string text, const Figure& figure) {
    Row row = {std::move(text)};
    for (const Summary* each : policies_) row.push_back(figure(*each));
    rows_.push_back(std::move(row));
  }
  // The same, left out when it is nothing for every policy.
  template <typename Count>
  void add_if_any(std::string text, const Count& count) {
    const bool any = std::any_of(policies_.begin(), policies_.end(),
                                 [&](const Summary* each) { return count(*each) != 0; });
    if (!any) return;
    add(std::move(text),
        [&](const Summary& each) { return part(count(each), each.conversations); });
  }

  const std::vector<const Summary*>& policies() const { return policies_; }
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<const Summary*> policies_;
  std::vector<Row> rows_;
};

std::string indented(std::string_view text) { return std::string(kIndent).append(text); }

// When `turns_of` happened first.
template <typename TurnsOf>
void add_turns(Rows& rows, const TurnsOf& turns_of) {
  // Enough for the start of a conversation, where offers should come.
  static constexpr std::array<std::pair<std::size_t, std::size_t>, 7> kRanges = {
      {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 10}, {11, SIZE_MAX}}};
  rows.add("  at customer turn, mean",
           [&](const Summary& each) { return fixed(turns_of(each).mean(), 2); });
  rows.add("  median", [&](const Summary& each) { return fixed(turns_of(each).median(), 1); });
  for (const auto& [first, last] : kRanges) {
    std::string text = "  turn " + std::to_string(first);
    if (last == SIZE_MAX) {
      text += " or later";
    } else if (last != first) {
      text += " to " + std::to_string(last);
    }
    rows.add_if_any(std::move(text), [&, low = first, high = last](const Summary& each) {
      return turns_of(each).between(low, high);
    });
  }
}

void add_load(Rows& rows) {
  const auto per_1000 = [](const Summary& each, std::uint64_t count) {
    return fixed(1000.0 * each.share(count), 1);
  };
  rows.heading("the team gets of 1,000 conversations");
  rows.add("  connected, at least",
           [&](const Summary& each) { return per_1000(each, each.connected.total()); });
  rows.add("  when every offer is accepted",
           [&](const Summary& each) { return per_1000(each, each.offered.total()); });
  rows.add("  prompts shown", [&](const Summary& each) { return per_1000(each, each.prompts); });
  rows.heading("highest priority");
  for (std::size_t i = kPriorityCount; i-- > 0;) {
    rows.add(indented(name_of(static_cast<Priority>(i))),
             [i](const Summary& each) { return part(each.priorities[i], each.conversations); });
  }
}

// Those that decide most first, by the first policy.
void add_reasons(Rows& rows, std::string heading,
                 std::array<std::uint64_t, kReasonCount> Summary::*counts) {
  std::array<std::size_t, kReasonCount> order{};
  for (std::size_t i = 0; i < kReasonCount; ++i) order[i] = i;
  const Summary& first = *rows.policies().front();
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return (first.*counts)[a] > (first.*counts)[b];
  });
  rows.heading(std::move(heading));
  for (const std::size_t i : order) {
    rows.add_if_any(indented(name_of(static_cast<Reason>(i))),
                    [i, counts](const Summary& each) { return (each.*counts)[i]; });
  }
}

void append(const std::vector<Row>& rows, std::string& out) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const Row& row : rows) {
    out += row[0];
    std::size_t owed = widths[0] - row[0].size();  // blanks, when something follows
    for (std::size_t i = 1; i < row.size(); ++i) {
      out.append(owed + kIndent.size() + widths[i] - row[i].size(), ' ');
      out += row[i];
      owed = 0;
    }
    out += '\n';
  }
}

void append(const Comparison& changes, const Summary& policy, std::string& out) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < kChangeCount; ++i) {
    const Comparison::Changed& changed = changes.changes[i];
    std::string ids;
    for (const std::string& id : changed.ids) ids += (ids.empty() ? "" : ", ") + id;
    if (changed.conversations > changed.ids.size()) ids += ", ...";
    std::string name(name_of(static_cast<Change>(i)));
    std::replace(name.begin(), name.end(), '_', ' ');
    Row row = {indented(name), part(changed.conversations, policy.conversations)};
    rows.push_back(std::move(row));
    if (!ids.empty()) rows.push_back({"    " + ids});
  }
  rows.push_back({"  as before", part(changes.unchanged, policy.conversations)});
  append(rows, out);
}

}  // namespace

std::string to_table(const Simulation& simulation, const PolicyNames& names) {
  const auto shown = [](const std::string& name) { return name.empty() ? "default" : name; };
  std::vector<const Summary*> policies = {&simulation.policy};
  if (simulation.compares) policies.push_back(&simulation.against);
  Rows rows(policies);
  rows.add("policy", [&](const Summary& each) {
    return shown(&each == &simulation.policy ? names.policy : names.against);
  });
  rows.add("conversations", [](const Summary& each) { return std::to_string(each.conversations); });
  rows.add("customer turns", [](const Summary& each) { return std::to_string(each.turns); });
  rows.add("a person offered or connected",
           [](const Summary& each) { return part(each.offered.total(), each.conversations); });
  add_turns(rows, [](const Summary& each) -> const TurnCounts& { return each.offered; });
  rows.add("of them connected at once",
           [](const Summary& each) { return part(each.connected.total(), each.conversations); });
  add_turns(rows, [](const Summary& each) -> const TurnCounts& { return each.connected; });
  add_load(rows);
  add_reasons(rows, "reasons, each once a conversation", &Summary::reasons);
  rows.add("calm conversations (no message read as upset)",
           [](const Summary& each) { return part(each.calm, each.conversations); });
  rows.add("  without any offer",
           [](const Summary& each) { return part(each.calm - each.calm_offered, each.calm); });
  rows.add("  with one", [](const Summary& each) { return part(each.calm_offered, each.calm); });
  add_reasons(rows, "reasons in calm conversations", &Summary::calm_reasons);
  std::string out;
  append(rows.rows(), out);
  if (simulation.compares) {
    out += "\nwith " + shown(names.against) + " in place of " + shown(names.policy) + "\n";
    append(simulation.changes, simulation.policy, out);
  }
  return out;
}

}  // namespace attune::cli

// Which rows of a table a task is about, and what people said of them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/sets.h"
#include "labelled/table.h"

namespace attune::eval {

// The topics of the intents of public sets (core/training/intent-topics.tsv).
class IntentTopics {
 public:
  // Rows that name no topic of ours go to `bad`. Nothing when it lacks the columns set, intent and
  // topics.
  static std::optional<IntentTopics> read(const Table& table, BadRows& bad);

  bool knows(std::string_view set) const;
  // nullptr when the intent is unknown; nothing in it when its messages are not to be scored.
  const std::optional<ClassBits>* find(std::string_view set, std::string_view intent) const;

 private:
  using Intents = std::map<std::string, std::optional<ClassBits>, std::less<>>;
  std::map<std::string, Intents, std::less<>> sets_;
};

// The rows of one task, with one label each.
struct Labelled {
  std::vector<std::size_t> rows;   // in Table::rows, rising
  std::vector<double> numbers;     // of LabelKind::kNumber, otherwise empty
  std::vector<ClassBits> classes;  // of the other kinds
  std::size_t available = 0;       // so many rows had a label: more than were kept of a large set
};

inline constexpr std::size_t kMostRows = 20000;

// `table` must fit `set`. Rows with an unknown label go to `bad`; of more than `most` rows a fixed
// sample is kept. `intents` may be nullptr unless the task needs it.
Labelled read_labels(const Table& table, const Set& set, const Task& task,
                     const IntentTopics* intents, BadRows& bad, std::size_t most = kMostRows);

// What the customer said before each row, oldest first, as far as the set tells.
std::vector<std::string_view> earlier_texts(const Table& table, const Set& set, std::size_t row);

}  // namespace attune::eval

#include "eval/labels.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "eval/bootstrap.h"
#include "labelled/files.h"

namespace attune::eval {
namespace {

using labelled::split;

constexpr std::string_view kNotScored = "-";
constexpr std::string_view kAnyOther = "*";

struct Label {
  double number = 0;
  ClassBits classes = 0;
};

std::optional<ClassBits> topic_named(std::string_view name) {
  for (std::size_t i = 0; i < kTopicCount; ++i) {
    if (name_of(static_cast<Topic>(i)) == name) return ClassBits{1} << i;
  }
  return std::nullopt;
}

std::optional<Label> number_label(std::string_view cell) {
  Label label;
  const char* end = cell.data() + cell.size();
  const auto [stopped, error] = std::from_chars(cell.data(), end, label.number);
  if (error != std::errc() || stopped != end || !std::isfinite(label.number)) return std::nullopt;
  return label;
}

std::optional<Label> class_label(const std::vector<LabelValue>& values, std::string_view cell) {
  Label label;
  for (const std::string_view piece : split(cell, ',')) {
    const auto found = std::find_if(values.begin(), values.end(), [piece](const LabelValue& each) {
      return each.value == piece || each.value == kAnyOther;
    });
    if (found == values.end()) return std::nullopt;
    label.classes |= found->classes;
  }
  return label;
}

// Nothing for a label that is unknown; `skip` when the row is not to be scored.
std::optional<Label> label_of(const Set& set, const Task& task, const IntentTopics* intents,
                              std::string_view cell, bool& skip) {
  switch (task.kind) {
    case LabelKind::kNone:
      return Label{};
    case LabelKind::kNumber:
      return number_label(cell);
    case LabelKind::kClasses:
      return class_label(task.values, cell);
    case LabelKind::kIntent:
      break;
  }
  const std::optional<ClassBits>* topics =
      intents == nullptr ? nullptr : intents->find(set.name, cell);
  if (topics == nullptr) return std::nullopt;
  skip = !topics->has_value();
  return Label{0, topics->value_or(0)};
}

bool counts(const Filter& filter, std::optional<std::size_t> column, const TableRow& row) {
  if (!column) return true;
  return (row.cells[*column].rfind(filter.prefix, 0) == 0) == filter.keep;
}

void keep_sample(Labelled& labelled, std::size_t most) {
  labelled.available = labelled.rows.size();
  if (labelled.rows.size() <= most) return;
  Labelled kept;
  kept.available = labelled.available;
  for (const std::size_t i : fixed_sample(labelled.rows.size(), most)) {
    kept.rows.push_back(labelled.rows[i]);
    if (!labelled.numbers.empty()) kept.numbers.push_back(labelled.numbers[i]);
    if (!labelled.classes.empty()) kept.classes.push_back(labelled.classes[i]);
  }
  labelled = std::move(kept);
}

}  // namespace

std::optional<IntentTopics> IntentTopics::read(const Table& table, BadRows& bad) {
  const auto set = table.column("set");
  const auto intent = table.column("intent");
  const auto topics = table.column("topics");
  if (!set || !intent || !topics) return std::nullopt;
  IntentTopics known;
  for (const TableRow& row : table.rows) {
    std::optional<ClassBits> classes;
    bool right = true;
    if (row.cells[*topics] != kNotScored) {
      classes = 0;
      for (const std::string_view name : split(row.cells[*topics], ' ')) {
        const std::optional<ClassBits> topic = topic_named(name);
        right = right && topic;
        classes = *classes | topic.value_or(0);
      }
    }
    if (right) {
      known.sets_[row.cells[*set]][row.cells[*intent]] = classes;
    } else {
      bad.add(table.files[row.file], row.line, "unknown topic in \"" + row.cells[*topics] + "\"");
    }
  }
  return known;
}

bool IntentTopics::knows(std::string_view set) const { return sets_.find(set) != sets_.end(); }

const std::optional<ClassBits>* IntentTopics::find(std::string_view set,
                                                   std::string_view intent) const {
  const auto intents = sets_.find(set);
  if (intents == sets_.end()) return nullptr;
  const auto found = intents->second.find(intent);
  return found == intents->second.end() ? nullptr : &found->second;
}

Labelled read_labels(const Table& table, const Set& set, const Task& task,
                     const IntentTopics* intents, BadRows& bad, std::size_t most) {
  const auto label_column = table.column(task.column);
  const auto filter_column = table.column(task.filter.column);
  const auto split_column = set.dev_only ? table.column("split") : std::nullopt;
  Labelled labelled;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    if (split_column && row.cells[*split_column] != "dev") continue;
    if (!counts(task.filter, filter_column, row)) continue;
    const std::string_view cell =
        label_column ? std::string_view(row.cells[*label_column]) : std::string_view();
    bool skip = false;
    const std::optional<Label> label = label_of(set, task, intents, cell, skip);
    if (skip) continue;
    if (!label) {
      bad.add(table.files[row.file], row.line,
              "unknown " + std::string(task.column) + " \"" + std::string(cell) + "\"");
      continue;
    }
    labelled.rows.push_back(i);
    if (task.kind == LabelKind::kNumber) labelled.numbers.push_back(label->number);
    if (task.kind != LabelKind::kNumber) labelled.classes.push_back(label->classes);
  }
  keep_sample(labelled, most);
  return labelled;
}

std::vector<std::string_view> earlier_texts(const Table& table, const Set& set, std::size_t row) {
  std::vector<std::string_view> earlier;
  if (const auto column = table.column(set.earlier_column)) {
    earlier.emplace_back(table.rows[row].cells[*column]);
  }
  const auto dialogue = table.column(set.dialogue_column);
  const auto text = table.column("text");
  if (!dialogue || !text) return earlier;
  for (std::size_t i = row; i-- > 0;) {
    if (table.rows[i].cells[*dialogue] != table.rows[row].cells[*dialogue]) break;
    earlier.emplace_back(table.rows[i].cells[*text]);
  }
  std::reverse(earlier.begin(), earlier.end());
  return earlier;
}

}  // namespace attune::eval

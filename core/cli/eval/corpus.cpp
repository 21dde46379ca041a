#include "eval/corpus.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "attune/assessment.h"
#include "labelled/examples.h"

namespace attune::eval {
namespace {

using labelled::TableRow;

template <typename Enum>
std::string joined(const std::vector<Enum>& values) {
  std::string all;
  for (const Enum each : values) all.append(all.empty() ? "" : ",").append(name_of(each));
  return all;
}

std::vector<std::string> cells_of(Example& example) {
  const Labels& labels = example.labels;
  return {std::move(example.text),
          std::to_string(labels.upset),
          std::to_string(labels.sentiment),
          std::to_string(labels.urgency),
          joined(labels.emotions),
          joined(labels.topics),
          joined(labels.flags)};
}

}  // namespace

std::optional<std::string> append_corpus(std::string_view text, const std::string& file,
                                         labelled::Table& table, labelled::BadRows& bad) {
  labelled::Examples examples = labelled::read_examples(text);
  std::vector<TableRow> rows;
  for (auto& [line, example] : examples.good) {
    if (example.text.empty()) {
      examples.bad.push_back({line, "the message has no text"});
    } else {
      rows.push_back({table.files.size(), line, cells_of(example)});
    }
  }
  if (rows.empty()) return examples.bad.empty() ? "it is empty" : examples.bad.front().what;
  for (const auto& [line, what] : examples.bad) bad.add(file, line, what);
  table.columns = {"text", "upset", "sentiment", "urgency", "emotions", "topics", "flags"};
  table.files.push_back(file);
  std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
  return std::nullopt;
}

}  // namespace attune::eval

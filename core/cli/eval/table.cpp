#include "eval/table.h"

#include <algorithm>
#include <utility>

#include "json/read_labelled.h"

namespace attune::eval {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Lines without their ends; a line break at the end of the text starts no line.
std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (text.empty()) return {};
  std::vector<std::string_view> lines = split(text, '\n');
  for (std::string_view& line : lines) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  }
  return lines;
}

std::vector<std::string> cells_of(std::string_view line) {
  const std::vector<std::string_view> cells = split(line, '\t');
  return {cells.begin(), cells.end()};
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ",") + name;
  return all;
}

std::vector<std::string> cells_of(LabelledMessage& message) {
  return {std::move(message.text),
          std::to_string(message.upset),
          std::to_string(message.sentiment),
          std::to_string(message.urgency),
          joined(message.emotions),
          joined(message.topics),
          joined(message.flags)};
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::size_t> Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

Table read_tsv(std::string_view text, const std::string& file, BadRows& bad) {
  Table table;
  table.files.push_back(file);
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (table.columns.empty()) {
      if (line.empty() || line[0] != '#') table.columns = cells_of(line);
      continue;
    }
    std::vector<std::string> cells = cells_of(line);
    if (cells.size() != table.columns.size()) {
      bad.add(file, number,
              "the row has " + std::to_string(cells.size()) + " cells, not " +
                  std::to_string(table.columns.size()));
      continue;
    }
    table.rows.push_back({0, number, std::move(cells)});
  }
  return table;
}

std::optional<std::string> append_corpus(std::string_view text, const std::string& file,
                                         Table& table, BadRows& bad) {
  std::vector<TableRow> rows;
  std::vector<std::pair<std::size_t, std::string>> wrong;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    Result<LabelledMessage> message = read_labelled(line);
    if (message) {
      rows.push_back({table.files.size(), number, cells_of(message.value())});
    } else {
      wrong.emplace_back(number, message.error().message);
    }
  }
  if (rows.empty()) return wrong.empty() ? "it is empty" : wrong.front().second;
  for (const auto& [line, what] : wrong) bad.add(file, line, what);
  table.columns = {"text", "upset", "sentiment", "urgency", "emotions", "topics", "flags"};
  table.files.push_back(file);
  std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
  return std::nullopt;
}

}  // namespace attune::eval

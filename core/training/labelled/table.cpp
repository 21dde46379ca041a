#include "labelled/table.h"

#include <algorithm>
#include <utility>

#include "labelled/files.h"

namespace attune::labelled {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  const std::vector<std::string_view> cells = split(line, '\t');
  return {cells.begin(), cells.end()};
}

}  // namespace

std::optional<std::size_t> Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

const std::string& Row::operator[](std::string_view column) const {
  static const std::string kEmpty;
  const auto at = table_.column(column);
  return at ? row_.cells[*at] : kEmpty;
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

}  // namespace attune::labelled

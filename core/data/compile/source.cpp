#include "source.h"

#include <cstdlib>
#include <fstream>

namespace attune::compile {

void Diagnostics::add(const std::string& file, std::size_t line, const std::string& message) {
  errors.push_back(file + ":" + std::to_string(line) + ": " + message);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (start <= text.size()) {
    std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) end = text.size();
    if (end > start) parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t start = 0;
  while (true) {
    const std::size_t tab = line.find('\t', start);
    std::string cell = line.substr(start, tab == std::string::npos ? tab : tab - start);
    const std::size_t from = cell.find_first_not_of(' ');
    const std::size_t to = cell.find_last_not_of(" \r");
    cells.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
    if (tab == std::string::npos) return cells;
    start = tab + 1;
  }
}

bool is_comment(const std::string& line) { return line == "#" || line.rfind("# ", 0) == 0; }

}  // namespace

Sheet read_sheet(const std::string& file, const std::vector<std::string>& columns,
                 Diagnostics& diagnostics) {
  Sheet sheet;
  sheet.file = file;
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    diagnostics.add(file, 0, "the file can't be read");
    return sheet;
  }
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos || is_comment(line)) continue;
    Row row{number, cells_of(line)};
    if (sheet.columns.empty()) {
      sheet.columns = row.cells;
      if (sheet.columns != columns) {
        std::string expected;
        for (const std::string& column : columns) expected += " " + column;
        diagnostics.add(file, number, "the first row must name the columns:" + expected);
        return sheet;
      }
      continue;
    }
    if (row.cells.size() > columns.size()) {
      diagnostics.add(file, number,
                      std::to_string(row.cells.size()) + " cells, expected at most " +
                          std::to_string(columns.size()));
      continue;
    }
    row.cells.resize(columns.size());
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

bool read_number(const std::string& text, double& out) {
  if (text.empty()) return false;
  char* end = nullptr;
  out = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size();
}

}  // namespace attune::compile

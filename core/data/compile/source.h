// Reads the tab-separated source tables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::compile {

// Where an error is: printed as "file:line: message".
struct Diagnostics {
  std::vector<std::string> errors;
  void add(const std::string& file, std::size_t line, const std::string& message);
};

// One data row: its cells under the header's column names.
struct Row {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

struct Sheet {
  std::string file;
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

// Reads a UTF-8 TSV file whose first row names the columns, which must be `columns`.
// Empty lines and lines that start with "# " or are "#" are skipped; missing trailing cells are "".
Sheet read_sheet(const std::string& file, const std::vector<std::string>& columns,
                 Diagnostics& diagnostics);

// Splits at `separator`; empty parts are left out.
std::vector<std::string> split(std::string_view text, char separator);

// Reads a decimal number; false when `text` is not one.
bool read_number(const std::string& text, double& out);

}  // namespace attune::compile

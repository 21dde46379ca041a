// Labelled rows as they stand in files: cells under named columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labelled/bad_rows.h"

namespace attune::labelled {

struct TableRow {
  std::size_t file;  // in Table::files
  std::size_t line;  // 1 is the first line of the file
  std::vector<std::string> cells;
};

struct Table {
  std::vector<std::string> files;
  std::vector<std::string> columns;
  std::vector<TableRow> rows;

  // Where the column stands in each row, nothing when there is none of this name.
  std::optional<std::size_t> column(std::string_view name) const;
};

// A row whose cells are asked for by name. Borrows both.
class Row {
 public:
  Row(const Table& table, const TableRow& row) : table_(table), row_(row) {}
  // The cell of a column, "" when there is no such column.
  const std::string& operator[](std::string_view column) const;

 private:
  const Table& table_;
  const TableRow& row_;
};

// Reads tab-separated text: lines with a hash above the first row are comments, the first row names
// the columns, quotes are literal. Rows with another number of cells go to `bad`.
// `file`: its name, for messages.
Table read_tsv(std::string_view text, const std::string& file, BadRows& bad);

}  // namespace attune::labelled

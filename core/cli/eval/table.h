// Labelled rows as they stand in files: cells under named columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/bad_rows.h"

namespace attune::eval {

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

// Reads tab-separated text: lines with a hash above the first row are comments, the first row names
// the columns, quotes are literal. Rows with another number of cells go to `bad`.
// `file`: its name, for messages.
Table read_tsv(std::string_view text, const std::string& file, BadRows& bad);

// Appends the corpus messages of a file of JSON lines (core/training/LABELLING.md) to `table`,
// whose columns become text, upset, sentiment, urgency, emotions, topics and flags; what a list
// holds is joined by commas. Lines that are no labelled message go to `bad`, unless all are: then
// nothing is reported or appended, and the result is why the first one is none.
std::optional<std::string> append_corpus(std::string_view text, const std::string& file,
                                         Table& table, BadRows& bad);

// The pieces of `text` between separators; one empty piece when it is empty.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace attune::eval

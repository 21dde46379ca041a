#include "eval/peer_scores.h"

#include <charconv>
#include <cmath>

namespace attune::eval {
namespace {

// Longer files are none that this program scores: a wrong number must not ask for much memory.
constexpr std::size_t kMostLines = 50'000'000;

template <typename Number>
bool read_number(const std::string& cell, Number& out) {
  const char* end = cell.data() + cell.size();
  const auto [stopped, error] = std::from_chars(cell.data(), end, out);
  return error == std::errc() && stopped == end;
}

}  // namespace

std::optional<PeerScores> PeerScores::read(const Table& scores, BadRows& bad) {
  const auto line_column = scores.column("line");
  if (!line_column) return std::nullopt;
  std::array<std::size_t, kPeers.size()> columns{};
  for (std::size_t i = 0; i < kPeers.size(); ++i) {
    const auto column = scores.column(kPeers[i].name);
    if (!column) return std::nullopt;
    columns[i] = *column;
  }
  PeerScores read;
  for (const TableRow& row : scores.rows) {
    std::size_t line = 0;
    std::array<double, kPeers.size()> values{};
    bool right = read_number(row.cells[*line_column], line) && line <= kMostLines;
    for (std::size_t i = 0; i < kPeers.size(); ++i) {
      right = right && read_number(row.cells[columns[i]], values[i]) && std::isfinite(values[i]);
    }
    if (!right) {
      bad.add(scores.files[row.file], row.line, "a line number and scores are expected");
      continue;
    }
    if (line >= read.lines_.size()) read.lines_.resize(line + 1);
    read.lines_[line] = values;
  }
  return read;
}

const std::array<double, kPeers.size()>* PeerScores::of_line(std::size_t line) const {
  return line < lines_.size() && lines_[line] ? &*lines_[line] : nullptr;
}

}  // namespace attune::eval

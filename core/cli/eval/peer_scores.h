// Scores that other readers gave to the rows of a file.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "eval/answers.h"
#include "labelled/bad_rows.h"
#include "labelled/table.h"

namespace attune::eval {

// By the line of the scored file, in the order of kPeers.
class PeerScores {
 public:
  // `scores`: a table with the columns line, vader, afinn and wink. Rows that are no numbers go to
  // `bad`. Nothing when a column is missing.
  static std::optional<PeerScores> read(const Table& scores, BadRows& bad);

  // nullptr when the line was not scored.
  const std::array<double, kPeers.size()>* of_line(std::size_t line) const;

 private:
  std::vector<std::optional<std::array<double, kPeers.size()>>> lines_;
};

}  // namespace attune::eval

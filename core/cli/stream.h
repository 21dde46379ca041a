// Streams lines through one worker or several: results and errors come out in the order of the
// lines, in memory that does not grow with their number.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"

namespace attune::cli {

// What a worker makes of a line.
struct LineResult {
  std::string out;            // printed as a line of standard output, unless it is empty
  std::vector<Error> errors;  // each is named on standard error with the line's number
};

// Called with one line (without its line end) after the other, by one thread.
using LineHandler = std::function<LineResult(std::string_view)>;

struct StreamOptions {
  std::string_view verb;
  std::string file = "-";  // "-" is standard input
  // Workers at most; each has a handler of its own. A worker is added only when lines wait for one.
  std::size_t jobs = 1;
  // Bytes of a line that are read, and one more, so that the handler sees that it is too long;
  // the rest is skipped.
  std::size_t longest = static_cast<std::size_t>(-1) - 1;
};

// Prints what handlers make of all lines; errors as "attune VERB: FILE:LINE: message".
// `new_handler` is called by the calling thread only. Returns the exit code.
int stream_lines(const StreamOptions& options, const std::function<LineHandler()>& new_handler);

}  // namespace attune::cli

// Arguments, configuration and lines: what the verbs of the command have in common.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/config.h"
#include "attune/result.h"

namespace attune::cli {

inline constexpr int kExitDone = 0;      // all lines were processed
inline constexpr int kExitBadLines = 1;  // some were bad: each was named, the rest processed
inline constexpr int kExitUsage = 2;     // wrong arguments, or a file that can't be read

struct Arguments {
  std::string file = "-";  // "-" is standard input
  bool jsonl = false;      // --jsonl
  std::string config;      // --config FILE, "" when not given
  bool summary = false;    // --summary
  bool json = false;       // --json, with --summary
  std::string against;     // --against FILE, with --summary; "" when not given
  std::size_t jobs = 0;    // --jobs NUMBER; 0 when not given
};

// What a verb accepts beside FILE.
struct Accepts {
  bool jsonl = false;
  bool config = false;
  bool replay = false;  // --summary, --json, --against, --jobs
};

// Says on standard error what is wrong.
void complain(std::string_view verb, const std::string& message);

// The error in one line.
std::string describe(const Error& error);

// Reads the arguments behind the verb. False, after saying why on standard error, when wrong.
bool read_arguments(std::string_view verb, const std::vector<std::string>& words, Accepts accepts,
                    Arguments& out);

// The whole content of a file. False, after saying why on standard error, when it can't be read.
bool read_file(std::string_view verb, const std::string& file, std::string& out);

// Reads the configuration in `file`, the default one when that is "". False, after saying on
// standard error what is wrong in which file and where, when it can't be used.
bool read_config(std::string_view verb, const std::string& file, Config& out);

// Calls `handle` with each line (without its line end) and prints what it returns as a line on
// standard output; errors go to standard error as "attune VERB: FILE:LINE: message". Returns the
// exit code. See stream.h.
int for_each_line(std::string_view verb, const std::string& file,
                  const std::function<Result<std::string>(std::string_view)>& handle);

}  // namespace attune::cli

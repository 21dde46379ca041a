#include "lines.h"

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "progress.h"

namespace attune::cli {
namespace {

constexpr const char* kStandardInput = "-";

void complain(std::string_view verb, const std::string& message) {
  std::fprintf(stderr, "attune %s: %s\n", std::string(verb).c_str(), message.c_str());
}

std::string describe(const Error& error) {
  std::string text = error.message;
  if (!error.pointer.empty()) text += " (at " + error.pointer + ")";
  if (!error.expected.empty()) text += "; expected " + error.expected;
  return text;
}

int stream_lines(std::string_view verb, const std::string& name, std::istream& in,
                 const std::function<Result<std::string>(std::string_view)>& handle) {
  const bool interactive = isatty(STDOUT_FILENO) == 1;
  Progress progress("lines");
  int exit_code = kExitDone;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const Result<std::string> result = handle(line);
    progress.tick(number);
    if (!result) {
      progress.clear();
      complain(verb, name + ":" + std::to_string(number) + ": " + describe(result.error()));
      exit_code = kExitBadLines;
      continue;
    }
    std::fwrite(result.value().data(), 1, result.value().size(), stdout);
    std::fputc('\n', stdout);
    if (interactive) std::fflush(stdout);
  }
  progress.clear();
  if (std::fflush(stdout) != 0) {
    complain(verb, "standard output can't be written");
    return kExitUsage;
  }
  if (in.bad()) {
    complain(verb, name + ": reading stopped before the end of the file");
    return kExitUsage;
  }
  return exit_code;
}

}  // namespace

bool read_arguments(std::string_view verb, const std::vector<std::string>& words, Accepts accepts,
                    Arguments& out) {
  bool file_seen = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--jsonl" && accepts.jsonl) {
      out.jsonl = true;
    } else if (word == "--config" && accepts.config) {
      if (++i == words.size()) {
        complain(verb, "--config needs the name of a file");
        return false;
      }
      out.config = words[i];
    } else if (word.size() > 1 && word[0] == '-') {
      complain(verb, "unknown option " + word + "; `attune help` lists the options");
      return false;
    } else if (file_seen) {
      complain(verb, "one FILE at most, but there is a second: " + word);
      return false;
    } else {
      out.file = word;
      file_seen = true;
    }
  }
  return true;
}

bool read_file(std::string_view verb, const std::string& file, std::string& out) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    complain(verb, file + ": the file can't be opened");
    return false;
  }
  out.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  return true;
}

bool read_config(std::string_view verb, const std::string& file, Config& out) {
  std::string json;
  if (!file.empty() && !read_file(verb, file, json)) return false;
  Result<Config> config = parse_config(json);
  if (!config) {
    complain(verb, file + ": " + describe(config.error()));
    return false;
  }
  out = std::move(config.value());
  return true;
}

int for_each_line(std::string_view verb, const std::string& file,
                  const std::function<Result<std::string>(std::string_view)>& handle) {
  if (file == kStandardInput) {
    std::ios::sync_with_stdio(false);
    return stream_lines(verb, "standard input", std::cin, handle);
  }
  std::ifstream in(file, std::ios::binary);
  // A folder opens but can't be read: look before the first line.
  if (!in || (in.peek() == std::ifstream::traits_type::eof() && in.bad())) {
    complain(verb, file + ": the file can't be read");
    return kExitUsage;
  }
  return stream_lines(verb, file, in, handle);
}

}  // namespace attune::cli

#include "lines.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>

#include "stream.h"

namespace attune::cli {
namespace {

constexpr std::size_t kMostJobs = 64;

// Reads the options one by one. Each function returns false after saying what is wrong.
class OptionReader {
 public:
  OptionReader(std::string_view verb, const std::vector<std::string>& words, Accepts accepts,
               Arguments& out)
      : verb_(verb), words_(words), accepts_(accepts), out_(out) {}

  bool read() {
    for (; next_ < words_.size(); ++next_) {
      const std::string& word = words_[next_];
      const bool option = word.size() > 1 && word[0] == '-';
      if (!(option ? read_option(word) : take_file(word))) return false;
    }
    return fits();
  }

 private:
  bool read_option(const std::string& word) {
    if (word == "--jsonl" && accepts_.jsonl) return out_.jsonl = true;
    if (word == "--config" && accepts_.config) return take_value(word, out_.config);
    if (accepts_.replay) {
      if (word == "--summary") return out_.summary = true;
      if (word == "--json") return out_.json = true;
      if (word == "--jobs") return take_jobs(word);
      if (word == "--against") return take_value(word, out_.against);
    }
    return refuse("unknown option " + word + "; `attune help` lists the options");
  }

  bool take_file(const std::string& word) {
    if (file_seen_) return refuse("one FILE at most, but there is a second: " + word);
    out_.file = word;
    return file_seen_ = true;
  }

  bool take_value(const std::string& option, std::string& value) {
    if (++next_ == words_.size()) return refuse(option + " needs the name of a file");
    value = words_[next_];
    return true;
  }

  bool take_jobs(const std::string& option) {
    const std::string word = ++next_ < words_.size() ? words_[next_] : "";
    const char* end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, out_.jobs);
    if (error == std::errc() && stop == end && out_.jobs >= 1 && out_.jobs <= kMostJobs)
      return true;
    return refuse(option + " needs a number from 1 to " + std::to_string(kMostJobs));
  }

  bool fits() {
    if (out_.summary || !(out_.json || !out_.against.empty())) return true;
    return refuse(std::string(out_.json ? "--json" : "--against") + " goes with --summary only");
  }

  bool refuse(const std::string& message) {
    complain(verb_, message);
    return false;
  }

  const std::string_view verb_;
  const std::vector<std::string>& words_;
  const Accepts accepts_;
  Arguments& out_;
  std::size_t next_ = 0;
  bool file_seen_ = false;
};

}  // namespace

void complain(std::string_view verb, const std::string& message) {
  std::fprintf(stderr, "attune %s: %s\n", std::string(verb).c_str(), message.c_str());
}

std::string describe(const Error& error) {
  std::string text = error.message;
  if (!error.pointer.empty()) text += " (at " + error.pointer + ")";
  if (!error.expected.empty()) text += "; expected " + error.expected;
  return text;
}

bool read_arguments(std::string_view verb, const std::vector<std::string>& words, Accepts accepts,
                    Arguments& out) {
  return OptionReader(verb, words, accepts, out).read();
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
  const auto handle_line = [&handle](std::string_view line) -> LineResult {
    Result<std::string> result = handle(line);
    if (!result) return {.out = "", .errors = {result.error()}};
    return {.out = std::move(result.value()), .errors = {}};
  };
  return stream_lines({.verb = verb, .file = file}, [&] { return handle_line; });
}

}  // namespace attune::cli

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "attune/analyzer.h"
#include "eval/print.h"
#include "eval/run.h"
#include "lines.h"
#include "verbs.h"

namespace attune::cli {
namespace {

struct EvalArguments {
  eval::Options options;
  bool json = false;
};

bool refuse(const std::string& message) {
  std::fprintf(stderr, "attune eval: %s; `attune help` shows the usage\n", message.c_str());
  return false;
}

// False, after saying why on standard error, when the arguments are wrong.
bool read_arguments(const std::vector<std::string>& words, EvalArguments& out) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--json") {
      out.json = true;
    } else if (word == "--peers" || word == "--intents") {
      if (++i == words.size()) return refuse(word + " needs a name behind it");
      (word == "--peers" ? out.options.peers : out.options.intents) = words[i];
    } else if (word.size() > 1 && word[0] == '-') {
      return refuse("unknown option " + word);
    } else if (!out.options.folder.empty()) {
      return refuse("one folder at most, but there is a second: " + word);
    } else {
      out.options.folder = word;
    }
  }
  return !out.options.folder.empty() || refuse("the folder is missing");
}

}  // namespace

int evaluate(const std::vector<std::string>& words) {
  EvalArguments arguments;
  if (!read_arguments(words, arguments)) return kExitUsage;
  Result<Analyzer> analyzer = Analyzer::create();
  if (!analyzer) {
    std::fprintf(stderr, "attune eval: %s\n", analyzer.error().message.c_str());
    return kExitUsage;
  }
  eval::Run run(analyzer.value(), arguments.options);
  const std::optional<std::vector<eval::Figure>> figures = run.score_all();
  if (!figures) return kExitUsage;
  if (figures->empty()) {
    std::fprintf(stderr, "attune eval: %s holds no labelled file that can be scored\n",
                 arguments.options.folder.c_str());
    return kExitUsage;
  }
  const std::string text =
      arguments.json ? eval::to_json_lines(*figures) : eval::to_table(*figures);
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) != 0) {
    std::fprintf(stderr, "attune eval: standard output can't be written\n");
    return kExitUsage;
  }
  return run.any_bad_rows() ? kExitBadLines : kExitDone;
}

}  // namespace attune::cli

#include "conversation/replay.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "lines.h"
#include "verbs.h"

namespace attune::cli {

int replay(const std::vector<std::string>& words) {
  Arguments arguments;
  if (!read_arguments("replay", words, {.jsonl = false, .config = true}, arguments))
    return kExitUsage;
  std::string json;
  if (!arguments.config.empty() && !read_file("replay", arguments.config, json)) return kExitUsage;
  Result<Config> config = parse_config(json);
  if (!config) {
    const Error& error = config.error();
    std::fprintf(stderr, "attune replay: %s%s: %s; expected %s\n", arguments.config.c_str(),
                 error.pointer.c_str(), error.message.c_str(), error.expected.c_str());
    return kExitUsage;
  }
  Result<Analyzer> analyzer = Analyzer::create();
  if (!analyzer) {
    std::fprintf(stderr, "attune replay: %s\n", analyzer.error().message.c_str());
    return kExitUsage;
  }
  Replayer replayer(analyzer.value(), std::move(config.value()));
  return for_each_line("replay", arguments.file,
                       [&](std::string_view line) { return replayer.line(line); });
}

}  // namespace attune::cli
